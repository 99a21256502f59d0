#include "services/training/upload_stream.h"

#include <fstream>

#include "core/base/status.h"

namespace aerie::training_service {
namespace {

constexpr std::size_t kMaxChunk = 1U << 20;
constexpr std::uint64_t kMaxArchive = 2ULL << 30;

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
    if (!environment_.executor.submit([this, ok] { ok ? take() : end(); })) finish(overloaded());
  }
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
    size_ += chunk_.data().size();
    if (chunk_.data().size() > kMaxChunk || size_ > kMaxArchive)
      return resourceExhausted(
          "an uploaded directory comes in messages of at most {} bytes, and in all at most {} "
          "GiB",
          kMaxChunk, kMaxArchive >> 30);
    out_.write(chunk_.data().data(), static_cast<std::streamsize>(chunk_.data().size()));
    if (!out_)
      return resourceExhausted("the upload cannot be written; is the disk of the training daemon full?");
    return absl::OkStatus();
  }
  void end() {
    if (context_->IsCancelled()) return finish(absl::CancelledError("the upload was cancelled"));
    if (digest_.empty()) return finish(invalidArgument("the upload ended before it began"));
    out_.close();
    if (!out_) return finish(resourceExhausted("the upload cannot be written; is the disk full?"));
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
