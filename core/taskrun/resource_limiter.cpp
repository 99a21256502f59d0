#include "core/taskrun/resource_limiter.h"

#include <chrono>
#include <poll.h>

#include "core/base/ids.h"
#include "core/base/status.h"
#include "core/taskrun/cgroup_limiter.h"
#include "core/taskrun/owned_fd.h"
#include "core/taskrun/pidfd.h"

namespace aerie::taskrun {
namespace {

// Waits until the process is gone; false when it took too long.
bool waitForEnd(pid_t pid, std::chrono::steady_clock::time_point until) {
  const OwnedFd fd(openPidfd(pid));
  if (!fd) return true;
  const auto left =
      std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
  pollfd entry{fd.get(), POLLIN, 0};
  return ::poll(&entry, 1, static_cast<int>(std::max<std::int64_t>(0, left.count()))) > 0;
}

absl::Status endGroup(ResourceLimiter& limiter, const std::string& name, int patience_ms) {
  auto group = limiter.adopt(name);
  if (absl::IsNotFound(group.status())) return absl::OkStatus();
  AERIE_RETURN_IF_ERROR(group.status());
  const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(patience_ms);
  // A task may fork while it is being killed, hence the loop; each round waits for processes to end.
  for (std::vector<pid_t> all = (*group)->processes(); !all.empty(); all = (*group)->processes()) {
    (*group)->killAll();
    for (const pid_t pid : all) {
      if (!waitForEnd(pid, until))
        return deadlineExceeded("process {} of an earlier daemon's task does not end", pid);
    }
    if (std::chrono::steady_clock::now() > until)
      return deadlineExceeded("the processes of group {} of an earlier daemon do not end", name);
  }
  return limiter.remove(std::move(*group));
}

}  // namespace

std::string_view toText(LimiterKind kind) {
  switch (kind) {
    case LimiterKind::kCgroupV2: return "cgroup v2";
    case LimiterKind::kCgroupV1: return "cgroup v1";
    case LimiterKind::kAffinity: break;
  }
  return "affinity and rlimit";
}

absl::StatusOr<int> removeLeftovers(ResourceLimiter& limiter, int patience_ms) {
  int removed = 0;
  for (const std::string& name : limiter.leftovers()) {
    AERIE_RETURN_IF_ERROR(endGroup(limiter, name, patience_ms));
    ++removed;
  }
  return removed;
}

absl::StatusOr<DetectedLimiter> detectLimiter(const DetectOptions& options) {
  AERIE_RETURN_IF_ERROR(validateName("instance of the task runner", options.instance));
  CgroupOptions cgroup;
  cgroup.instance = options.instance;
  cgroup.proc = options.proc;
  std::string why_not;
  const auto tried = [&](LimiterKind kind, auto&& open) -> absl::StatusOr<std::unique_ptr<ResourceLimiter>> {
    if (options.wanted && *options.wanted != kind) return unavailable("{}: not asked for", toText(kind));
    auto limiter = open(cgroup);
    if (!limiter.ok()) why_not += (why_not.empty() ? "" : "; ") + messageOf(limiter.status());
    return limiter;
  };
  auto v2 = tried(LimiterKind::kCgroupV2, openCgroupV2);
  if (v2.ok()) return DetectedLimiter{std::move(*v2), "cgroup v2 limits CPU and memory of every task"};
  auto v1 = tried(LimiterKind::kCgroupV1, openCgroupV1);
  if (v1.ok()) {
    return DetectedLimiter{std::move(*v1), "cgroup v1 limits CPU and memory of every task" +
                                               (why_not.empty() ? std::string() : " (" + why_not + ")")};
  }
  if (options.wanted && *options.wanted != LimiterKind::kAffinity)
    return failedPrecondition("{} was asked for but is not possible: {}", toText(*options.wanted), why_not);
  return DetectedLimiter{openAffinity(cgroup),
                         "whole CPUs by affinity and the data segment by rlimit; fractions of CPUs, peak "
                         "memory and kills at the "
                         "limit are not told apart" +
                             (why_not.empty() ? std::string() : " (" + why_not + ")")};
}

}  // namespace aerie::taskrun
