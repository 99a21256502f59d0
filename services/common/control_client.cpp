#include "services/common/control_client.h"

#include <algorithm>
#include <condition_variable>
#include <fstream>
#include <mutex>

#include "core/base/crypto.h"
#include "core/base/files.h"
#include "core/base/status.h"

namespace aerie::services {
namespace {

constexpr std::size_t kChunk = 1U << 20;
constexpr std::chrono::minutes kTransferTimeout{30};
constexpr std::chrono::milliseconds kPoll{100};

}  // namespace

ControlClient::ControlClient(std::shared_ptr<grpc::Channel> channel, std::chrono::milliseconds timeout)
    : timeout_(timeout),
      stubs_(v1::RegistryService::NewStub(channel), v1::DeploymentService::NewStub(channel),
             v1::RoutingService::NewStub(channel), v1::ExperimentService::NewStub(channel),
             v1::SystemService::NewStub(channel), v1::MonitoringService::NewStub(channel)) {}

absl::StatusOr<std::unique_ptr<ControlClient>> ControlClient::connect(const std::string& address,
                                                                      const net::ChannelOptions& options) {
  AERIE_ASSIGN_OR_RETURN(auto channel, net::connect(address, options));
  return std::make_unique<ControlClient>(std::move(channel));
}

absl::Status ControlClient::describe(const grpc::Status& status) const {
  if (status.error_code() == grpc::StatusCode::UNAVAILABLE) {
    return unavailable(
        "the control plane can't be reached: {} (is it running? give its address with --control)",
        status.error_message());
  }
  return net::fromGrpc(status);
}

absl::StatusOr<v1::ModelVersion> ControlClient::registerBundle(const std::filesystem::path& bundle,
                                                               const std::string& model,
                                                               const Progress& progress) {
  AERIE_ASSIGN_OR_RETURN(const std::string digest, sha256HexOfFile(bundle));
  const std::uint64_t total = std::filesystem::file_size(bundle);
  std::ifstream in(bundle, std::ios::binary);
  if (!in) return notFound("{}: cannot be opened for reading", bundle.string());
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() + kTransferTimeout);
  v1::ModelVersion version;
  const auto writer =
      std::get<std::unique_ptr<v1::RegistryService::Stub>>(stubs_)->Register(&context, &version);
  v1::RegisterChunk chunk;
  chunk.mutable_header()->set_model(model);
  chunk.mutable_header()->set_size_bytes(total);
  chunk.mutable_header()->set_digest(digest);
  bool open = writer->Write(chunk);
  std::vector<char> block(kChunk);
  for (std::uint64_t done = 0; open && done < total;) {
    in.read(block.data(), static_cast<std::streamsize>(block.size()));
    const auto got = static_cast<std::size_t>(in.gcount());
    if (got == 0) break;
    chunk.set_data(block.data(), got);
    open = writer->Write(chunk);
    done += got;
    if (progress && !progress(done, total)) {
      context.TryCancel();
      writer->Finish().error_code();
      return absl::CancelledError("the registration was cancelled; nothing was registered");
    }
  }
  writer->WritesDone();
  const grpc::Status status = writer->Finish();
  if (!status.ok()) return describe(status);
  return version;
}

absl::StatusOr<v1::ModelVersion> ControlClient::download(const std::string& model, const std::string& version,
                                                         const std::filesystem::path& to,
                                                         const Progress& progress) {
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() + kTransferTimeout);
  v1::DownloadRequest request;
  request.set_model(model);
  request.set_version(version);
  const auto reader =
      std::get<std::unique_ptr<v1::RegistryService::Stub>>(stubs_)->Download(&context, request);
  v1::ModelVersion header;
  const std::filesystem::path partial = to.string() + ".partial";
  std::ofstream out(partial, std::ios::binary | std::ios::trunc);
  if (!out) return permissionDenied("{}: cannot be written", partial.string());
  Sha256 digest;
  std::uint64_t done = 0;
  absl::Status failure;
  v1::DownloadChunk chunk;
  while (failure.ok() && reader->Read(&chunk)) {
    if (chunk.has_version()) {
      header = chunk.version();
      continue;
    }
    digest.update(chunk.data());
    out.write(chunk.data().data(), static_cast<std::streamsize>(chunk.data().size()));
    done += chunk.data().size();
    if (!out)
      failure = resourceExhausted("{}: cannot be written; is the disk full?", partial.string());
    else if (progress && !progress(done, header.size_bytes()))
      failure = absl::CancelledError("the download was cancelled");
  }
  if (!failure.ok()) context.TryCancel();
  const grpc::Status status = reader->Finish();
  out.close();
  if (failure.ok() && !status.ok()) failure = describe(status);
  if (failure.ok() && digest.hex() != header.digest()) {
    failure = dataLoss("{}@{}: the bytes received do not have the digest {}; try again", model, version,
                       header.digest());
  }
  std::error_code error;
  if (failure.ok()) std::filesystem::rename(partial, to, error);
  if (failure.ok() && error)
    failure = permissionDenied("{}: cannot be written: {}", to.string(), error.message());
  if (!failure.ok()) {
    std::filesystem::remove(partial, error);
    return failure;
  }
  return header;
}

absl::Status ControlClient::logs(const v1::LogsRequest& request,
                                 const std::function<bool(const v1::LogLine&)>& line) {
  grpc::ClientContext context;
  if (!request.follow()) context.set_deadline(std::chrono::system_clock::now() + timeout_);
  const auto reader = std::get<std::unique_ptr<v1::DeploymentService::Stub>>(stubs_)->Logs(&context, request);
  v1::LogLine message;
  bool wanted = true;
  while (wanted && reader->Read(&message)) wanted = line(message);
  if (!wanted) context.TryCancel();
  const grpc::Status status = reader->Finish();
  return wanted && !status.ok() ? describe(status) : absl::OkStatus();
}

const v1::Condition* findCondition(const v1::Deployment& deployment, const std::string& type) {
  const auto& conditions = deployment.conditions();
  const auto found = std::find_if(conditions.begin(), conditions.end(),
                                  [&](const v1::Condition& condition) { return condition.type() == type; });
  return found == conditions.end() ? nullptr : &*found;
}

absl::StatusOr<v1::Deployment> ControlClient::waitUntilServing(
    const std::string& endpoint, std::chrono::milliseconds timeout,
    const std::function<void(const v1::Deployment&)>& seen) {
  const auto deadline = std::chrono::steady_clock::now() + timeout;
  std::mutex mutex;
  std::condition_variable never;
  v1::DeploymentRequest request;
  request.set_endpoint(endpoint);
  while (true) {
    AERIE_ASSIGN_OR_RETURN(const v1::Deployment deployment, call(&v1::DeploymentService::Stub::Get, request));
    if (seen) seen(deployment);
    const v1::Condition* ready = findCondition(deployment, "Ready");
    const v1::Condition* progressing = findCondition(deployment, "Progressing");
    const bool settled = deployment.observed_generation() == deployment.generation() &&
                         deployment.serving_version() == deployment.target_version();
    if (settled && ready != nullptr && ready->status() && (progressing == nullptr || !progressing->status()))
      return deployment;
    if (progressing != nullptr && !progressing->status() && progressing->reason() == "Stuck") {
      return failedPrecondition("{}: the rollout is stuck: {}", endpoint, progressing->message());
    }
    if (std::chrono::steady_clock::now() >= deadline) {
      return deadlineExceeded("{}: not serving after {} s: {}", endpoint, timeout.count() / 1000,
                              ready != nullptr ? ready->message() : "no state was reported");
    }
    std::unique_lock lock(mutex);
    never.wait_for(lock, kPoll);
  }
}

}  // namespace aerie::services
