// Inside the room: the processes of a local cluster, found however they were left behind.
#pragma once

#include <absl/status/status.h>
#include <filesystem>
#include <sys/types.h>
#include <vector>

#include "core/base/clock.h"
#include "core/ray/local_cluster.h"

namespace aerie::ray {

// Every process of a cluster inherits this variable, with the cluster's folder as its value. Some write their
// title over their environment: these are known by their group and by the folder's files that they have open.
inline constexpr const char* kClusterVariable = "AERIE_RAY_CLUSTER";

std::vector<pid_t> processesOf(const std::filesystem::path& folder, const std::vector<LocalNode>& nodes);

bool isAlive(const LocalNode& node);

// SIGTERM to the nodes, then SIGKILL to all that is left after `grace`. Unavailable: something remains.
absl::Status endProcesses(const std::filesystem::path& folder, const std::vector<LocalNode>& nodes,
                          Duration grace);

}  // namespace aerie::ray
