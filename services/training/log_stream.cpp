#include "services/training/log_stream.h"

#include <algorithm>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/status.h"
#include "services/training/to_proto.h"

namespace aerie::training_service {
namespace {

constexpr std::uint64_t kPiece = 64U << 10;
constexpr std::uint64_t kMostTail = 4U << 20;  // bytes that are looked at for the last lines
constexpr auto kPoll = std::chrono::milliseconds(200);

struct File {
  std::uint64_t size = 0;
  ino_t inode = 0;
};

File statOf(const std::string& path) {
  struct stat info {};
  if (::stat(path.c_str(), &info) != 0) return {};
  return {static_cast<std::uint64_t>(info.st_size), info.st_ino};
}

std::string readAt(const std::string& path, std::uint64_t offset, std::uint64_t bytes) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return {};
  std::string data(bytes, '\0');
  const ssize_t got = ::pread(fd, data.data(), data.size(), static_cast<off_t>(offset));
  ::close(fd);
  data.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
  return data;
}

// The log as one text: what was cut off, then what is there. Offsets are into both together.
class LogText {
 public:
  explicit LogText(std::string path) : path_(std::move(path)) { look(); }
  // Sizes as they are now. True when the log was cut since: offsets have another meaning.
  bool look() {
    const File older = statOf(path_ + ".1");
    const bool cut = older.inode != older_.inode || older.size != older_.size;
    const bool shorter = statOf(path_).size < live_.size;
    const bool had = known_;
    older_ = older;
    live_ = statOf(path_);
    known_ = true;
    return had && (cut || shorter);
  }
  std::uint64_t size() const { return older_.size + live_.size; }
  std::uint64_t older() const { return older_.size; }
  std::string read(std::uint64_t offset, std::uint64_t bytes) const {
    if (offset >= older_.size) return readAt(path_, offset - older_.size, bytes);
    return readAt(path_ + ".1", offset, std::min(bytes, older_.size - offset));
  }
  std::uint64_t offsetOfLast(std::uint32_t lines) const {
    const std::uint64_t begin = size() > kMostTail ? size() - kMostTail : 0;
    std::string text;
    while (begin + text.size() < size()) {
      const std::string piece = read(begin + text.size(), kPiece);
      if (piece.empty()) break;
      text += piece;
    }
    std::uint32_t seen = 0;
    for (std::size_t i = text.size(); i-- > 0;) {
      if (text[i] != '\n' || i + 1 == text.size()) continue;
      if (++seen == lines) return begin + i + 1;
    }
    return begin;
  }

 private:
  const std::string path_;
  File older_, live_;
  bool known_ = false;
};

class LogReactor final : public grpc::ServerWriteReactor<v1::TrainingLogsResponse> {
 public:
  LogReactor(Environment& environment, grpc::CallbackServerContext* context,
             const v1::TrainingLogsRequest& request)
      : environment_(environment), context_(context), request_(request) {
    const auto caller =
        environment_.authenticator.require(context->client_metadata(), services::Role::kViewer);
    if (!caller.ok()) {
      finish(caller.status());
      return;
    }
    submit();
  }
  void OnWriteDone(bool ok) override {
    if (!ok) return finish(absl::CancelledError("the caller went away"));
    submit();
  }
  void OnDone() override { delete this; }

 private:
  void finish(const absl::Status& status) { Finish(environment_.finished("Logs", status)); }
  void submit() {
    if (!environment_.executor.submit([this] { next(); })) finish(environment_.overloaded());
  }

  // On the executor; ends in a write, a pause or the end.
  void next() {
    if (context_->IsCancelled()) return finish(absl::CancelledError("the caller went away"));
    const auto job = training_service::jobIdFrom(request_.job());
    if (!job.ok()) return finish(job.status());
    // Asked before the file is read: what an attempt wrote before it ended is sent.
    const auto place =
        environment_.coordinator.log(*job, request_.task(), static_cast<int>(request_.attempt()));
    if (!place.ok()) return finish(place.status());
    if (place->path.empty()) return pauseOrEnd(place->live);  // no attempt yet
    if (!text_ || place->attempt != attempt_) begin(*place);
    if (text_->look()) {
      offset_ = text_->older();
      truncated_ = true;
    }
    v1::TrainingLogsResponse& out = response_;
    *out.mutable_data() = offset_ < text_->size() ? text_->read(offset_, kPiece) : std::string();
    if (out.data().empty()) return pauseOrEnd(place->live);
    out.set_offset(offset_);
    out.set_truncated(truncated_);
    out.set_attempt(static_cast<std::uint32_t>(attempt_));
    offset_ += out.data().size();
    StartWrite(&out);
  }

  void begin(const training::LogPlace& place) {
    const bool first = !text_.has_value();
    attempt_ = place.attempt;
    text_.emplace(place.path.string());
    truncated_ = text_->older() > 0;
    offset_ = 0;
    if (!first) return;  // a later attempt: all of it
    if (request_.tail_lines() > 0) {
      offset_ = text_->offsetOfLast(request_.tail_lines());
    } else {
      offset_ = request_.offset();
    }
  }

  void pauseOrEnd(bool live) {
    if (!request_.follow() || !live) return finish(absl::OkStatus());
    environment_.ticker.after(kPoll, [this] { submit(); });
  }

  Environment& environment_;
  grpc::CallbackServerContext* const context_;
  const v1::TrainingLogsRequest request_;
  std::optional<LogText> text_;
  int attempt_ = -1;
  std::uint64_t offset_ = 0;
  bool truncated_ = false;
  v1::TrainingLogsResponse response_;
};

}  // namespace

grpc::ServerWriteReactor<v1::TrainingLogsResponse>* sendLogs(Environment& environment,
                                                             grpc::CallbackServerContext* context,
                                                             const v1::TrainingLogsRequest& request) {
  return new LogReactor(environment, context, request);
}

}  // namespace aerie::training_service
