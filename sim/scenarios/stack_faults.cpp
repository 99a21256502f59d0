#include "sim/scenarios/stack_faults.h"

#include "aerie/v1/serving.grpc.pb.h"
#include "core/base/status.h"
#include "sim/faults/malformed_requests.h"
#include "sim/faults/processes.h"

namespace aerie::sim {
namespace {
constexpr std::chrono::seconds kReplacement{30};
}

absl::StatusOr<v1::Deployment> deploymentOf(Stack& stack, const std::string& endpoint) {
  v1::DeploymentRequest request;
  request.set_endpoint(endpoint);
  return stack.control().call(&v1::DeploymentService::Stub::Get, request);
}

absl::StatusOr<std::set<pid_t>> workerPids(Stack& stack) {
  AERIE_ASSIGN_OR_RETURN(
      const v1::ListDeploymentsResponse list,
      stack.control().call(&v1::DeploymentService::Stub::List, v1::ListDeploymentsRequest()));
  std::set<pid_t> pids;
  for (const v1::Deployment& deployment : list.deployments()) {
    for (const v1::ReplicaState& replica : deployment.replicas()) {
      if (replica.pid() > 0 && processRuns(static_cast<pid_t>(replica.pid())))
        pids.insert(static_cast<pid_t>(replica.pid()));
    }
  }
  return pids;
}

absl::StatusOr<pid_t> servingPid(Stack& stack, const std::string& endpoint) {
  AERIE_ASSIGN_OR_RETURN(const v1::Deployment deployment, deploymentOf(stack, endpoint));
  for (const v1::ReplicaState& replica : deployment.replicas()) {
    if (replica.serving() && replica.pid() > 0) return static_cast<pid_t>(replica.pid());
  }
  return failedPrecondition("{} has no serving replica", endpoint);
}

absl::StatusOr<pid_t> sidecarPid(Stack& stack, const std::string& endpoint, pid_t taken) {
  AERIE_ASSIGN_OR_RETURN(const v1::Deployment deployment, deploymentOf(stack, endpoint));
  std::vector<pid_t> sidecars;
  for (const v1::ReplicaState& replica : deployment.replicas()) {
    if (!replica.serving() || replica.pid() <= 0) continue;
    const std::vector<pid_t> its = childrenNamed(static_cast<pid_t>(replica.pid()), "aerie-sidecar");
    sidecars.insert(sidecars.end(), its.begin(), its.end());
  }
  auto chosen = firstBut(sidecars, taken);
  if (!chosen.ok()) return withContext(chosen.status(), fmt::format("model servers of {}", endpoint));
  return chosen;
}

absl::StatusOr<std::string> killWorkerOf(Stack& stack, const std::string& endpoint) {
  AERIE_ASSIGN_OR_RETURN(const pid_t pid, servingPid(stack, endpoint));
  AERIE_RETURN_IF_ERROR(killProcess(pid));
  const auto start = std::chrono::steady_clock::now();
  const auto back = stack.control().waitUntilServing(endpoint, kReplacement, {});
  // The control plane may not have noticed yet: a new process must be there, not the old state.
  AERIE_RETURN_IF_ERROR(back.status());
  AERIE_RETURN_IF_ERROR(waitFor("a new worker in place of the killed one", kReplacement, [&] {
    const auto deployment = deploymentOf(stack, endpoint);
    if (!deployment.ok()) return false;
    std::uint32_t ready = 0;
    for (const v1::ReplicaState& replica : deployment->replicas()) {
      if (replica.pid() == pid) return false;
      if (replica.serving() && replica.phase() == "ready") ++ready;
    }
    return ready >= deployment->spec().replicas();
  }));
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return fmt::format("worker {} killed, replaced and serving after {:.1f} s", pid, seconds);
}

absl::StatusOr<v1::PredictResponse> predict(Stack& stack, const v1::ProxyRequest& request) {
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(5));
  context.set_wait_for_ready(true);
  v1::PredictResponse answer;
  const grpc::Status status =
      v1::PredictionProxy::NewStub(stack.proxyChannel())->Predict(&context, request, &answer);
  if (!status.ok()) return net::fromGrpc(status);
  return answer;
}

absl::Status sendMalformed(Stack& stack, const v1::ProxyRequest& good, std::size_t index) {
  const MalformedRequest malformed = malformedRequests(good).at(index);
  const auto answer = predict(stack, malformed.message);
  absl::Status got = answer.status();
  if (answer.ok() && malformed.per_item && !answer->item_status().empty()) {
    got = absl::Status(
        static_cast<absl::StatusCode>(answer->item_status(0)),
        answer->item_error().empty() ? "" : answer->errors(static_cast<int>(answer->item_error(0))));
  }
  if (got.code() != malformed.expected) return internalError("{}: {}", malformed.name, toText(got));
  if (!got.ok() && messageOf(got).empty()) return internalError("{}: no message", malformed.name);
  return absl::OkStatus();
}

}  // namespace aerie::sim
