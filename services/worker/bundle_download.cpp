#include "services/worker/bundle_download.h"

#include <fstream>
#include <future>
#include <grpcpp/grpcpp.h>

#include "aerie/v1/control.grpc.pb.h"
#include "core/base/crypto.h"
#include "core/base/files.h"
#include "core/base/status.h"
#include "core/net/status.h"

namespace aerie::worker {
namespace {

// Writes chunks as they come. Reactions write to the page cache; the loading thread waits in finished().
class Download final : public grpc::ClientReadReactor<v1::DownloadChunk> {
 public:
  Download(v1::RegistryService::Stub& stub, const DownloadOptions& options,
           const std::filesystem::path& target, const std::atomic<bool>& stop)
      : stop_(stop), file_(target, std::ios::binary | std::ios::trunc), target_(target) {
    request_.set_model(options.model);
    request_.set_version(options.version);
    context_.set_deadline(std::chrono::system_clock::now() + options.timeout);
    net::ClientAuth(options.channel.token).apply(context_);
    stub.async()->Download(&context_, &request_, this);
    StartRead(&chunk_);
    StartCall();
  }

  absl::Status finished() {
    const grpc::Status status = finished_->get_future().get();
    if (!problem_.ok()) return problem_;
    AERIE_RETURN_IF_ERROR(net::fromGrpc(status));
    file_.close();
    if (file_.fail()) return unavailable("{} can't be written; is the disk full?", target_.string());
    if (!described_) return dataLoss("the registry sent no description of the version");
    const std::string digest = digest_.hex();
    if (size_ != version_.size_bytes() || digest != version_.digest()) {
      return dataLoss("{} bytes with digest {} arrived instead of {} with {}; download it again", size_,
                      digest, version_.size_bytes(), version_.digest());
    }
    return absl::OkStatus();
  }

  void OnReadDone(bool ok) override {
    if (!ok) return;
    take();
    if (problem_.ok() && stop_.load()) problem_ = absl::CancelledError("stopping");
    if (!problem_.ok()) return context_.TryCancel();
    StartRead(&chunk_);
  }
  void OnDone(const grpc::Status& status) override {
    // The waiting thread may destroy this object as soon as the value is there.
    const auto finished = finished_;
    finished->set_value(status);
  }

 private:
  void take() {
    if (chunk_.has_version()) {
      described_ = true;
      version_ = chunk_.version();
      return;
    }
    size_ += chunk_.data().size();
    if (!described_ || size_ > version_.size_bytes()) {
      problem_ =
          dataLoss("the registry sent more than the {} bytes that it had announced", version_.size_bytes());
      return;
    }
    digest_.update(chunk_.data());
    file_.write(chunk_.data().data(), static_cast<std::streamsize>(chunk_.data().size()));
    if (file_.fail()) problem_ = unavailable("{} can't be written; is the disk full?", target_.string());
  }

  const std::atomic<bool>& stop_;
  grpc::ClientContext context_;
  v1::DownloadRequest request_;
  v1::DownloadChunk chunk_;
  v1::ModelVersion version_;
  bool described_ = false;
  std::uint64_t size_ = 0;
  Sha256 digest_;
  std::ofstream file_;
  const std::filesystem::path target_;
  absl::Status problem_;
  std::shared_ptr<std::promise<grpc::Status>> finished_ = std::make_shared<std::promise<grpc::Status>>();
};

}  // namespace

absl::Status downloadBundle(const DownloadOptions& options, const std::filesystem::path& target,
                            const std::atomic<bool>& stop) {
  AERIE_RETURN_IF_ERROR(makeDirectories(target.parent_path(), 0700));
  AERIE_ASSIGN_OR_RETURN(const std::shared_ptr<grpc::Channel> channel,
                         net::connect(options.registry, options.channel));
  const auto stub = v1::RegistryService::NewStub(channel);
  const std::filesystem::path partial = target.string() + ".part";
  Download download(*stub, options, partial, stop);
  absl::Status status = download.finished();
  std::error_code error;
  if (status.ok()) {
    std::filesystem::rename(partial, target, error);
    if (error) status = unavailable("{} can't be made: {}", target.string(), error.message());
  }
  if (!status.ok()) std::filesystem::remove(partial, error);
  return withContext(
      status, fmt::format("download of {}@{} from {}", options.model, options.version, options.registry));
}

}  // namespace aerie::worker
