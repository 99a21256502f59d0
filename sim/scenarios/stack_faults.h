// The ways in which a stack can be hurt, for scenarios and for the switches of a running simulation. Each
// blocks until it is done; call from the thread that owns the stack.
#pragma once

#include <absl/status/statusor.h>
#include <functional>
#include <set>
#include <string>
#include <sys/types.h>
#include <vector>

#include "aerie/v1/serving.pb.h"
#include "sim/scenarios/stack.h"

namespace aerie::sim {

absl::StatusOr<v1::Deployment> deploymentOf(Stack& stack, const std::string& endpoint);
// Of all deployments, those that run.
absl::StatusOr<std::set<pid_t>> workerPids(Stack& stack);
// FailedPrecondition when none serves.
absl::StatusOr<pid_t> servingPid(Stack& stack, const std::string& endpoint);
// A model server of a worker that serves `endpoint`, other than `taken`. FailedPrecondition when there is
// none.
absl::StatusOr<pid_t> sidecarPid(Stack& stack, const std::string& endpoint, pid_t taken = 0);
// Kills a worker that serves `endpoint` and waits until a new one serves in its place. Answers what was seen.
absl::StatusOr<std::string> killWorkerOf(Stack& stack, const std::string& endpoint);
// One request through the proxy, within five seconds.
absl::StatusOr<v1::PredictResponse> predict(Stack& stack, const v1::ProxyRequest& request);
// Sends request `index` of malformedRequests(good); OK when it got the answer that it must get.
absl::Status sendMalformed(Stack& stack, const v1::ProxyRequest& good, std::size_t index);

}  // namespace aerie::sim
