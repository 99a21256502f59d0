#include "core/telemetry/feature_log.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>
#include <zstd.h>

#include "core/base/files.h"
#include "core/base/status.h"
#include "core/telemetry/log.h"
#include "core/telemetry/tfrecord.h"

namespace aerie::telemetry {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kSuffix = ".tfrecord.zst";
constexpr std::string_view kTemporary = ".tfrecord.zst.tmp";
// How often the writer looks at the clock when nothing arrives.
constexpr auto kTick = std::chrono::milliseconds(200);

std::string errorText(int error) { return std::error_code(error, std::generic_category()).message(); }

// PREFIX-1234567890123-000001 with the given suffix: prefix "a" must not take the files of prefix "a-b".
bool isSegmentName(std::string_view file, std::string_view prefix, std::string_view suffix) {
  if (!file.starts_with(prefix) || !file.ends_with(suffix)) return false;
  file.remove_prefix(prefix.size());
  file.remove_suffix(suffix.size());
  return file.size() > 2 && file[0] == '-' &&
         file.find_first_not_of("-0123456789") == std::string_view::npos &&
         std::count(file.begin(), file.end(), '-') == 2;
}

std::vector<fs::path> segmentFiles(const fs::path& directory, std::string_view prefix,
                                   std::string_view suffix) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::directory_iterator it(directory, error), end; !error && it != end; it.increment(error)) {
    if (isSegmentName(it->path().filename().string(), prefix, suffix)) files.push_back(it->path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

absl::Status writeAll(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return unavailable("{}", errorText(errno));
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return absl::OkStatus();
}

// Finishes a segment that a crashed process left behind, unless another process is still writing it.
void recoverSegment(const fs::path& temporary) {
  const int fd = ::open(temporary.c_str(), O_RDWR | O_CLOEXEC);
  if (fd < 0) return;
  if (::flock(fd, LOCK_EX | LOCK_NB) == 0) {
    const auto bytes = readFile(temporary, std::uintmax_t{1} << 30);
    const std::size_t whole = bytes.ok() ? wholeZstdFrames(*bytes) : 0;
    std::error_code error;
    if (whole == 0 && bytes.ok()) {
      fs::remove(temporary, error);
    } else if (whole > 0 && ::ftruncate(fd, static_cast<off_t>(whole)) == 0) {
      fs::rename(temporary, fs::path(temporary).replace_extension(), error);
      log::get("telemetry")->warn("feature_log_recovered file={} bytes={}", temporary.string(), whole);
    }
  }
  ::close(fd);
}

}  // namespace

std::string_view name(DropReason reason) {
  switch (reason) {
    case DropReason::kQueueFull: return "queue_full";
    case DropReason::kWriteFailed: return "write_failed";
    case DropReason::kTooLarge: return "too_large";
  }
  return "unknown";
}

std::uint64_t FeatureLogStats::totalDropped() const {
  std::uint64_t total = 0;
  for (const std::uint64_t n : dropped) total += n;
  return total;
}

// The block being filled and the segment being written. Only the writer thread uses it.
class FeatureLog::Writer final {
 public:
  explicit Writer(FeatureLog& log)
      : log_(log),
        options_(log.options_),
        context_(ZSTD_createCCtx()),
        last_flush_(options_.clock->monoNow()) {
    ZSTD_CCtx_setParameter(context_.get(), ZSTD_c_compressionLevel, options_.compression_level);
    ZSTD_CCtx_setParameter(context_.get(), ZSTD_c_checksumFlag, 1);
  }
  ~Writer() { finishSegment(); }

  void take(const FeatureLogBatch& batch) {
    if (options_.clock->monoNow() < retry_at_) return log_.countDrop(DropReason::kWriteFailed, batch.records);
    batch.encode([this](std::string_view record) {
      if (record.size() > options_.max_record_bytes) return log_.countDrop(DropReason::kTooLarge, 1);
      appendTfRecord(record, &block_);
      ++block_records_;
      if (block_.size() >= options_.block_bytes) writeBlock();
    });
  }

  // Writes the block when it is old or `now` is asked for, and rotates by age.
  void tend(bool now) {
    const MonoTime time = options_.clock->monoNow();
    if (now || time - last_flush_ >= options_.flush_interval) writeBlock();
    if (fd_ >= 0 && time - opened_at_ >= options_.segment_age) finishSegment();
  }

  void writeBlock() {
    last_flush_ = options_.clock->monoNow();
    if (block_.empty()) return;
    const std::size_t records = std::exchange(block_records_, 0);
    compressed_.resize(ZSTD_compressBound(block_.size()));
    const std::size_t size =
        ZSTD_compress2(context_.get(), compressed_.data(), compressed_.size(), block_.data(), block_.size());
    block_.clear();
    absl::Status status =
        ZSTD_isError(size) != 0 ? internalError("zstd: {}", ZSTD_getErrorName(size)) : openSegment();
    if (status.ok()) status = writeAll(fd_, {compressed_.data(), size});
    if (!status.ok()) return giveUp(status, records);
    segment_bytes_ += size;
    {
      const MutexLock lock(log_.mutex_);
      log_.stats_.written_records += records;
      log_.stats_.written_bytes += size;
      log_.stats_.last_error.clear();
    }
    if (segment_bytes_ >= options_.segment_bytes) finishSegment();
  }

  void finishSegment() {
    if (fd_ < 0) return;
    if (::fdatasync(fd_) != 0)
      log::get("telemetry")->warn("feature_log_sync file={}: {}", temporary_.string(), errorText(errno));
    std::error_code error;
    if (segment_bytes_ == 0) {
      fs::remove(temporary_, error);
    } else {
      fs::rename(temporary_, fs::path(temporary_).replace_extension(), error);
      const MutexLock lock(log_.mutex_);
      ++log_.stats_.segments;
    }
    if (error)
      log::get("telemetry")->error("feature_log_finish file={}: {}", temporary_.string(), error.message());
    ::close(std::exchange(fd_, -1));
    removeOldSegments();
  }

 private:
  struct Free {
    void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
  };

  absl::Status openSegment() {
    if (fd_ >= 0) return absl::OkStatus();
    temporary_ =
        options_.directory / fmt::format("{}-{:013}-{:06}{}", options_.prefix,
                                         unixMillis(options_.clock->wallNow()), ++number_, kTemporary);
    fd_ = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0640);
    if (fd_ < 0) return unavailable("{}: {}", temporary_.string(), errorText(errno));
    ::flock(fd_, LOCK_EX | LOCK_NB);
    segment_bytes_ = 0;
    opened_at_ = options_.clock->monoNow();
    return absl::OkStatus();
  }

  // Keeps the segment's whole frames, drops the block, and rests before the next attempt.
  void giveUp(const absl::Status& status, std::size_t records) {
    log::get("telemetry")
        ->error("feature_log_write directory={} dropped={}: {}; free some space, the log tries again",
                options_.directory.string(), records, messageOf(status));
    if (fd_ >= 0 && ::ftruncate(fd_, static_cast<off_t>(segment_bytes_)) != 0) {
      log::get("telemetry")->error("feature_log_truncate file={}: {}", temporary_.string(), errorText(errno));
    }
    finishSegment();
    retry_at_ = options_.clock->monoNow() + options_.retry_after;
    log_.countDrop(DropReason::kWriteFailed, records);
    const MutexLock lock(log_.mutex_);
    log_.stats_.last_error = messageOf(status);
  }

  void removeOldSegments() {
    if (options_.retention_bytes == 0) return;
    std::vector<fs::path> files = segmentFiles(options_.directory, options_.prefix, kSuffix);
    std::uintmax_t total = 0;
    std::error_code error;
    // The newest stay: counted from the end until the budget is used up.
    auto keep = files.end();
    while (keep != files.begin()) {
      const std::uintmax_t size = fs::file_size(*(keep - 1), error);
      total += error ? 0 : size;
      if (total > options_.retention_bytes) break;
      --keep;
    }
    for (auto it = files.begin(); it != keep; ++it) {
      if (!fs::remove(*it, error)) continue;
      const MutexLock lock(log_.mutex_);
      ++log_.stats_.removed_segments;
    }
  }

  FeatureLog& log_;
  const FeatureLogOptions& options_;
  std::unique_ptr<ZSTD_CCtx, Free> context_;
  std::string block_;
  std::size_t block_records_ = 0;
  std::string compressed_;
  int fd_ = -1;
  fs::path temporary_;
  std::size_t segment_bytes_ = 0;  // whole frames on disk
  std::uint64_t number_ = 0;
  MonoTime opened_at_;
  MonoTime last_flush_;
  MonoTime retry_at_ = MonoTime::min();
};

FeatureLog::FeatureLog(FeatureLogOptions options) : options_(std::move(options)) {
  writer_ = std::make_unique<Writer>(*this);
}

absl::StatusOr<std::unique_ptr<FeatureLog>> FeatureLog::open(FeatureLogOptions options) {
  AERIE_CHECK(options.clock != nullptr);
  AERIE_RETURN_IF_ERROR(withContext(makeDirectories(options.directory), "feature log"));
  if (::access(options.directory.c_str(), W_OK | X_OK) != 0) {
    return failedPrecondition(
        "feature log: {} can't be written ({}); choose another directory or correct its permissions",
        options.directory.string(), errorText(errno));
  }
  for (const fs::path& left : segmentFiles(options.directory, options.prefix, kTemporary))
    recoverSegment(left);
  std::unique_ptr<FeatureLog> log(new FeatureLog(std::move(options)));
  const MutexLock lock(log->join_mutex_);
  log->thread_ = std::thread([raw = log.get()] { raw->run(); });
  return log;
}

FeatureLog::~FeatureLog() { close(); }

bool FeatureLog::submit(FeatureLogBatch batch) {
  const std::size_t records = batch.records;
  {
    const MutexLock lock(mutex_);
    const bool fits = queued_bytes_ + batch.bytes <= options_.queue_bytes &&
                      queued_records_ + records <= options_.queue_records;
    if (!closing_ && fits) {
      queued_bytes_ += batch.bytes;
      queued_records_ += records;
      queue_.push_back(std::move(batch));
      // One wake-up is enough for a burst: the writer takes the whole queue.
      if (queue_.size() == 1) wake_.notify_one();
      return true;
    }
  }
  countDrop(DropReason::kQueueFull, records);
  return false;
}

void FeatureLog::flush() {
  const MutexLock lock(mutex_);
  const std::uint64_t mine = ++flush_wanted_;
  wake_.notify_one();
  while (flush_done_ < mine && !closing_) flushed_.wait(mutex_);
}

void FeatureLog::close() {
  {
    const MutexLock lock(mutex_);
    closing_ = true;
    wake_.notify_one();
    flushed_.notify_all();
  }
  const MutexLock lock(join_mutex_);
  if (thread_.joinable()) thread_.join();
}

FeatureLogStats FeatureLog::stats() const {
  const MutexLock lock(mutex_);
  return stats_;
}

void FeatureLog::countDrop(DropReason reason, std::size_t records) {
  if (records == 0) return;
  {
    const MutexLock lock(mutex_);
    stats_.dropped[static_cast<std::size_t>(reason)] += records;
  }
  if (options_.on_drop) options_.on_drop(reason, records);
}

void FeatureLog::run() {
  bool closing = false;
  while (!closing) {
    std::deque<FeatureLogBatch> batches;
    std::uint64_t flush_wanted = 0;
    bool flush_now = false;
    {
      const MutexLock lock(mutex_);
      if (queue_.empty() && !closing_ && flush_wanted_ == flush_done_) wake_.wait_for(mutex_, kTick);
      batches.swap(queue_);
      closing = closing_;
      flush_now = closing_ || flush_wanted_ > flush_done_;
      flush_wanted = flush_wanted_;
    }
    for (FeatureLogBatch& batch : batches) {
      writer_->take(batch);
      const std::size_t bytes = batch.bytes;
      const std::size_t records = batch.records;
      batch.encode = nullptr;  // gives its memory back before the queue counts it as free
      const MutexLock lock(mutex_);
      queued_bytes_ -= bytes;
      queued_records_ -= records;
    }
    batches.clear();
    writer_->tend(flush_now);
    const MutexLock lock(mutex_);
    flush_done_ = flush_wanted;
    flushed_.notify_all();
  }
  writer_.reset();
}

}  // namespace aerie::telemetry
