#include "core/taskrun/pidfd.h"

#include <cerrno>
#include <cstdint>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace aerie::taskrun {
namespace {

// struct pidfd_info of <linux/pidfd.h> as of its first version; Debian 12's headers are older than it.
struct PidfdInfo {
  std::uint64_t mask;
  std::uint64_t cgroup;
  std::uint32_t ids[11];
  std::int32_t exit_code;
};
static_assert(sizeof(PidfdInfo) == 64);
constexpr std::uint64_t kInfoExit = 1ULL << 3;

ProcessEnd fromStatus(int status) {
  ProcessEnd out;
  if (WIFSIGNALED(status)) {
    out.signal = WTERMSIG(status);
  } else {
    out.code = WEXITSTATUS(status);
  }
  return out;
}

}  // namespace

int openPidfd(pid_t pid) { return static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)); }

std::optional<ProcessEnd> reap(pid_t pid) {
  int status = 0;
  rusage used{};
  errno = 0;
  if (::wait4(pid, &status, WNOHANG, &used) != pid) return std::nullopt;
  ProcessEnd out = fromStatus(status);
  const auto seconds = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) * 1e-6;
  };
  out.cpu_seconds = seconds(used.ru_utime) + seconds(used.ru_stime);
  out.peak_rss_bytes = static_cast<std::uint64_t>(used.ru_maxrss) << 10;
  return out;
}

std::optional<ProcessEnd> endOfStranger(int pidfd) {
  PidfdInfo info{};
  info.mask = kInfoExit;
  if (::ioctl(pidfd, _IOWR(0xFF, 11, PidfdInfo), &info) != 0) return std::nullopt;
  if ((info.mask & kInfoExit) == 0) return std::nullopt;
  return fromStatus(info.exit_code);
}

}  // namespace aerie::taskrun
