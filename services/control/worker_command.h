// How a worker is launched: one settings file per replica, and the few arguments that name it.
#pragma once

#include <absl/status/statusor.h>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/deploy/launcher.h"
#include "services/control/control_options.h"

namespace aerie::control {

// Writes <state-dir>/replicas/<id>.yaml and answers the argument vector.
absl::StatusOr<std::vector<std::string>> workerCommand(const ControlOptions& options,
                                                       const deploy::ReplicaSpec& spec);
// FailedPrecondition when deployments with this runtime need a model server that this control plane was not
// told of.
absl::Status checkRuntime(const ControlOptions& options, const std::string& endpoint,
                          const std::string& runtime);
// Where the sidecar of a replica writes its log; there is none for other runtimes.
std::filesystem::path sidecarLog(const ControlOptions& options, const std::string& replica_id);
// The /metrics addresses that the replica's settings file names; "" for what it does not name.
struct MetricsAddresses {
  std::string worker;
  std::string sidecar;
};
MetricsAddresses metricsAddresses(const ControlOptions& options, const std::string& replica_id);

}  // namespace aerie::control
