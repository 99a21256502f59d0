// How a worker is launched: one settings file per replica, and the few arguments that name it.
#pragma once

#include <absl/status/statusor.h>
#include <map>
#include <string>
#include <vector>

#include "core/deploy/launcher.h"
#include "services/control/control_options.h"

namespace aerie::control {

// Writes <state-dir>/replicas/<id>.yaml and answers the argument vector.
absl::StatusOr<std::vector<std::string>> workerCommand(const ControlOptions& options,
                                                       const deploy::ReplicaSpec& spec);
// The /metrics address that the replica's settings file names; "" when there is no such file.
std::string workerMetricsAddress(const ControlOptions& options, const std::string& replica_id);

}  // namespace aerie::control
