// Faults of processes on this machine.
#pragma once

#include <absl/status/statusor.h>
#include <string>
#include <sys/types.h>
#include <vector>

namespace aerie::sim {

// Children of `parent` whose executable has this name, e.g. the sidecar of a worker.
std::vector<pid_t> childrenNamed(pid_t parent, const std::string& name);

// The first that is not `taken` (0: whichever). FailedPrecondition when there is none.
absl::StatusOr<pid_t> firstBut(const std::vector<pid_t>& pids, pid_t taken);

absl::Status killProcess(pid_t pid);    // SIGKILL to this process alone
absl::Status pauseProcess(pid_t pid);   // SIGSTOP
absl::Status resumeProcess(pid_t pid);  // SIGCONT
bool processRuns(pid_t pid);            // false for zombies

}  // namespace aerie::sim
