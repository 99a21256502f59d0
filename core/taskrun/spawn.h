// Inside the room: starts a program inside its limits. posix_spawn has no place to join a control group
// before the program begins, so this does what posix_spawn does (a child on borrowed memory, its parent's
// thread stopped until exec) with that one step in it: no instruction of the task ever runs unlimited.
#pragma once

#include <absl/status/statusor.h>
#include <filesystem>
#include <string>
#include <sys/types.h>
#include <vector>

#include "core/taskrun/owned_fd.h"
#include "core/taskrun/resource_limiter.h"

namespace aerie::taskrun {

struct SpawnSpec {
  const std::vector<std::string>& arguments;    // [0]: a path, or a name looked up in PATH of `environment`
  const std::vector<std::string>& environment;  // "NAME=value", complete
  std::filesystem::path working_directory;      // empty = ours
  int output = -1;                              // stdout and stderr
  int input = -1;                               // stdin; -1 = /dev/null
  bool ends_with_us = false;                    // SIGKILL when the calling thread ends, however it does
};
struct Spawned {
  pid_t pid = 0;
  OwnedFd pidfd;
};
// The child leads its own process group, has default signals, and no other descriptor.
// InvalidArgument for an empty command or a NUL in a text; NotFound, PermissionDenied or FailedPrecondition
// with the program or folder that was refused. Blocks until the program has begun. Thread-safe.
absl::StatusOr<Spawned> spawnLimited(const SpawnSpec& spec, const JoinPlan& plan);

}  // namespace aerie::taskrun
