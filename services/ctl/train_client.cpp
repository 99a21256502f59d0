#include "services/ctl/train_client.h"

#include <fstream>
#include <vector>

#include "core/base/status.h"
#include "core/net/status.h"

namespace aerie::ctl {
namespace {

constexpr std::size_t kWaiting = 16;
constexpr std::size_t kUploadPiece = 512U << 10;

}  // namespace

TrainClient::TrainClient(std::shared_ptr<grpc::Channel> channel, std::string address)
    : address_(std::move(address)), stub_(v1::TrainingService::NewStub(std::move(channel))) {}

absl::Status TrainClient::describe(const grpc::Status& status) const {
  if (status.error_code() == grpc::StatusCode::UNAVAILABLE) {
    return unavailable(
        "the training daemon at {} can't be reached: {} (is aerie-training running? give its address with "
        "--training)",
        address_, status.error_message());
  }
  if (status.error_code() == grpc::StatusCode::UNIMPLEMENTED) {
    return failedPrecondition(
        "{} is no training daemon, or an older one: {}; give its address with --training", address_,
        status.error_message());
  }
  if (status.error_code() == grpc::StatusCode::DEADLINE_EXCEEDED) {
    return deadlineExceeded("the training daemon at {} gave no answer in time; ask again", address_);
  }
  return net::fromGrpc(status);
}

absl::StatusOr<v1::TrainingJob> TrainClient::job(const std::string& id) {
  v1::GetTrainingJobRequest request;
  request.set_id(id);
  return call(&Stub::Get, request, std::chrono::seconds(15));
}

absl::Status TrainClient::logs(const v1::TrainingLogsRequest& request,
                               const std::function<bool(const v1::TrainingLogsResponse&)>& piece) {
  grpc::ClientContext context;
  if (!request.follow()) context.set_deadline(std::chrono::system_clock::now() + std::chrono::minutes(5));
  const auto reader = stub_->Logs(&context, request);
  v1::TrainingLogsResponse message;
  bool wanted = true;
  while (wanted && reader->Read(&message)) wanted = piece(message);
  if (!wanted) context.TryCancel();
  const grpc::Status status = reader->Finish();
  return wanted && !status.ok() ? describe(status) : absl::OkStatus();
}

absl::Status TrainClient::upload(const std::filesystem::path& archive, const std::string& digest,
                                 const std::function<void(std::uint64_t, std::uint64_t)>& progress) {
  std::ifstream in(archive, std::ios::binary);
  if (!in) return notFound("{}: cannot be opened for reading", archive.string());
  const std::uint64_t total = std::filesystem::file_size(archive);
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() + std::chrono::minutes(30));
  v1::UploadTrainingDirectoryResponse response;
  const auto writer = stub_->UploadDirectory(&context, &response);
  v1::UploadTrainingDirectoryRequest piece;
  piece.set_digest(digest);
  bool open = writer->Write(piece);
  piece.clear_digest();
  std::vector<char> block(kUploadPiece);
  for (std::uint64_t done = 0; open && done < total;) {
    in.read(block.data(), static_cast<std::streamsize>(block.size()));
    const auto got = static_cast<std::size_t>(in.gcount());
    if (got == 0) break;
    piece.set_data(block.data(), got);
    open = writer->Write(piece);
    done += got;
    progress(done, total);
  }
  writer->WritesDone();
  const grpc::Status status = writer->Finish();
  return status.ok() ? absl::OkStatus() : describe(status);
}

TrainWatch::TrainWatch(TrainClient& client, v1::WatchTrainingRequest request)
    : client_(client), request_(std::move(request)), thread_([this] { read(); }) {}

TrainWatch::~TrainWatch() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  context_.TryCancel();
  changed_.notify_all();
  thread_.join();
}

void TrainWatch::read() {
  const auto reader = client_.stub_->Watch(&context_, request_);
  v1::WatchTrainingResponse update;
  while (reader->Read(&update)) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return stopping_ || updates_.size() < kWaiting; });
    if (stopping_) break;
    updates_.push_back(std::move(update));
    changed_.notify_all();
  }
  const grpc::Status status = reader->Finish();
  const std::lock_guard lock(mutex_);
  ended_ = status.ok() ? absl::OkStatus() : client_.describe(status);
  changed_.notify_all();
}

TrainWatch::Event TrainWatch::next(std::chrono::milliseconds wait) {
  Event event;
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, wait, [this] { return !updates_.empty() || ended_.has_value(); });
  if (!updates_.empty()) {
    event.update = std::move(updates_.front());
    updates_.pop_front();
    changed_.notify_all();
  } else {
    event.ended = ended_;
  }
  return event;
}

}  // namespace aerie::ctl
