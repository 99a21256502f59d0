#include "services/training/upload_stream.h"

#include <fstream>

#include "core/base/status.h"

namespace aerie::training_service {
namespace {

constexpr std::size_t kMaxChunk = 1U << 20;

class UploadReactor final : public grpc::ServerReadReactor<v1::UploadTrainingDirectoryRequest> {
 public:
  UploadReactor(Environment& environment, grpc::CallbackServerContext* context,
                v1::UploadTrainingDirectoryResponse* response)
      : environment_(environment), context_(context), response_(response) {
    const auto caller =
        environment_.authenticator.require(context->client_metadata(), services::Role::kEngineer);
    if (!caller.ok()) {
      finish(caller.status());
      return;
    }
    StartRead(&chunk_);
  }
  void OnReadDone(bool ok) override {
    if (finished_) return;
    if (!environment_.executor.submit([this, ok] { ok ? take() : end(); })) finish(environment_.overloaded());
  }
  // What was kept has another name by now.
  void OnDone() override {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove(path_, ignored);
    delete this;
  }

 private:
  void finish(const absl::Status& status) {
    finished_ = true;
    Finish(environment_.finished("UploadDirectory", status));
  }
  void take() {
    const absl::Status status = append();
    if (!status.ok()) return finish(status);
    StartRead(&chunk_);
  }
  absl::Status append() {
    if (digest_.empty()) {
      const std::string& digest = chunk_.digest();
      if (digest.size() != 64 || digest.find_first_not_of("0123456789abcdef") != std::string::npos)
        return invalidArgument("an upload begins with the digest of the directory: 64 hex digits");
      digest_ = digest;
      AERIE_ASSIGN_OR_RETURN(path_, environment_.coordinator.newUpload());
      out_.open(path_, std::ios::binary | std::ios::trunc);
    }
    if (chunk_.data().size() > kMaxChunk)
      return invalidArgument("an uploaded directory comes in messages of at most {} bytes; one has {}",
                             kMaxChunk, chunk_.data().size());
    size_ += chunk_.data().size();
    if (const std::uint64_t most = environment_.coordinator.largestUpload(); size_ > most)
      return resourceExhausted(
          "the working directory is larger than this training daemon takes ({} MiB packed): put what tasks "
          "don't need into .aerieignore, or start the daemon with a larger --working-dir-mib",
          most >> 20);
    out_.write(chunk_.data().data(), static_cast<std::streamsize>(chunk_.data().size()));
    return out_ ? absl::OkStatus() : diskFull();
  }
  static absl::Status diskFull() {
    return resourceExhausted(
        "the upload cannot be written: the disk of the training daemon is full; free some space on it, and "
        "send the directory again");
  }
  void end() {
    if (context_->IsCancelled()) return finish(absl::CancelledError("the upload was cancelled"));
    if (digest_.empty()) return finish(invalidArgument("the upload ended before it began"));
    out_.close();
    if (!out_) return finish(diskFull());
    const absl::Status kept = environment_.coordinator.keepUpload(path_, digest_);
    response_->set_digest(digest_);
    response_->set_size_bytes(size_);
    finish(kept);
  }

  Environment& environment_;
  grpc::CallbackServerContext* const context_;
  v1::UploadTrainingDirectoryResponse* const response_;
  v1::UploadTrainingDirectoryRequest chunk_;
  std::string digest_;
  std::filesystem::path path_;
  std::ofstream out_;
  std::uint64_t size_ = 0;
  bool finished_ = false;
};

}  // namespace

grpc::ServerReadReactor<v1::UploadTrainingDirectoryRequest>* receiveDirectory(
    Environment& environment, grpc::CallbackServerContext* context,
    v1::UploadTrainingDirectoryResponse* response) {
  return new UploadReactor(environment, context, response);
}

}  // namespace aerie::training_service
