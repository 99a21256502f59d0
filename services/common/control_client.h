// The control plane's API for programs: blocking calls with a deadline, and the streamed ones as functions.
#pragma once

#include <absl/status/statusor.h>
#include <chrono>
#include <filesystem>
#include <functional>
#include <grpcpp/grpcpp.h>
#include <memory>
#include <string>
#include <tuple>

#include "aerie/v1/control.grpc.pb.h"
#include "aerie/v1/monitoring.grpc.pb.h"
#include "core/net/channel.h"
#include "core/net/status.h"

namespace aerie::services {

// Thread-safe. Never for a GUI thread or a gRPC reaction: calls block.
class ControlClient final {
 public:
  explicit ControlClient(std::shared_ptr<grpc::Channel> channel,
                         std::chrono::milliseconds timeout = std::chrono::seconds(20));
  static absl::StatusOr<std::unique_ptr<ControlClient>> connect(const std::string& address,
                                                                const net::ChannelOptions& options = {});

  // One unary call: client.call(&v1::RegistryService::Stub::Promote, request).
  template <class Stub, class Request, class Response>
  absl::StatusOr<Response> call(grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&, Response*),
                                const Request& request) {
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + timeout_);
    Response response;
    const grpc::Status status =
        (std::get<std::unique_ptr<Stub>>(stubs_).get()->*method)(&context, request, &response);
    if (!status.ok()) return describe(status);
    return response;
  }

  // Uploads a bundle. `progress` gets bytes sent and total; false cancels.
  using Progress = std::function<bool(std::uint64_t done, std::uint64_t total)>;
  absl::StatusOr<v1::ModelVersion> registerBundle(const std::filesystem::path& bundle,
                                                  const std::string& model = {},
                                                  const Progress& progress = {});
  // Writes the archive to `to` (atomically, digest checked).
  absl::StatusOr<v1::ModelVersion> download(const std::string& model, const std::string& version,
                                            const std::filesystem::path& to, const Progress& progress = {});
  // Lines until the stream ends or `line` answers false.
  absl::Status logs(const v1::LogsRequest& request, const std::function<bool(const v1::LogLine&)>& line);

  // Polls the deployment until its newest generation serves (every wanted replica ready, no rollout under
  // way). A rollout that is stuck ends the wait with FailedPrecondition and its reason. `seen` gets each
  // state.
  absl::StatusOr<v1::Deployment> waitUntilServing(
      const std::string& endpoint, std::chrono::milliseconds timeout,
      const std::function<void(const v1::Deployment&)>& seen = {});

 private:
  absl::Status describe(const grpc::Status& status) const;
  const std::chrono::milliseconds timeout_;
  std::tuple<std::unique_ptr<v1::RegistryService::Stub>, std::unique_ptr<v1::DeploymentService::Stub>,
             std::unique_ptr<v1::RoutingService::Stub>, std::unique_ptr<v1::ExperimentService::Stub>,
             std::unique_ptr<v1::SystemService::Stub>, std::unique_ptr<v1::MonitoringService::Stub>>
      stubs_;
};

// Condition of a deployment by type; nullptr when it has none.
const v1::Condition* findCondition(const v1::Deployment& deployment, const std::string& type);

}  // namespace aerie::services
