// Inside the room: limiters over control groups. Groups lie at <own group>/aerie-taskrun-<instance>/<number>,
// below the group of the daemon, so that limits put around the daemon hold for its tasks, too.
#pragma once

#include <memory>
#include <string>

#include "core/taskrun/cgroup_files.h"
#include "core/taskrun/resource_limiter.h"

namespace aerie::taskrun {

struct CgroupOptions {
  std::string instance = "default";
  std::filesystem::path proc = "/proc";
  std::shared_ptr<const CgroupFiles> files = std::make_shared<CgroupFiles>();
};

// Unavailable, with the reason in words, where the controllers are not there or not ours to write.
absl::StatusOr<std::unique_ptr<ResourceLimiter>> openCgroupV1(const CgroupOptions& options);
absl::StatusOr<std::unique_ptr<ResourceLimiter>> openCgroupV2(const CgroupOptions& options);
std::unique_ptr<ResourceLimiter> openAffinity(const CgroupOptions& options);

inline std::string baseName(const std::string& instance) { return "aerie-taskrun-" + instance; }

}  // namespace aerie::taskrun
