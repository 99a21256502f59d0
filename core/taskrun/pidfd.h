// Inside the room: processes by descriptor, which can be waited for without asking again and again, and which
// never mean a later process with the same pid.
#pragma once

#include <cstdint>
#include <optional>
#include <sys/types.h>

namespace aerie::taskrun {

// -1 when there is no such process. The caller owns the descriptor.
int openPidfd(pid_t pid);

struct ProcessEnd {
  int code = 0;
  int signal = 0;
  double cpu_seconds = 0;            // of the process and what it waited for; 0 when unknown
  std::uint64_t peak_rss_bytes = 0;  // of the largest of these; 0 when unknown
};
// Reaps a child that has ended. nullopt while it runs; errno is ECHILD for a process that isn't our child.
std::optional<ProcessEnd> reap(pid_t pid);
// How a process that isn't our child ended, once its parent has reaped it. nullopt before that, and on
// kernels before 6.15, which don't tell.
std::optional<ProcessEnd> endOfStranger(int pidfd);

}  // namespace aerie::taskrun
