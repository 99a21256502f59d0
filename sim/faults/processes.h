// Faults of processes on this machine.
#pragma once

#include <absl/status/statusor.h>
#include <string>
#include <sys/types.h>
#include <vector>

namespace aerie::sim {

// Children of `parent` whose executable has this name, e.g. the sidecar of a worker.
std::vector<pid_t> childrenNamed(pid_t parent, const std::string& name);

absl::Status killProcess(pid_t pid);    // SIGKILL to this process alone
absl::Status pauseProcess(pid_t pid);   // SIGSTOP
absl::Status resumeProcess(pid_t pid);  // SIGCONT
bool processRuns(pid_t pid);            // false for zombies

}  // namespace aerie::sim
