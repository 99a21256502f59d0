#include "services/sidecar/parent_watch.h"

#include <cerrno>
#include <cstring>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "core/base/status.h"

namespace aerie::sidecar {

absl::StatusOr<std::unique_ptr<ParentWatch>> ParentWatch::start(std::function<void()> on_exit) {
  const pid_t pid = ::getppid();
  const int parent = static_cast<int>(::syscall(SYS_pidfd_open, pid, 0));
  if (parent < 0 && errno != ESRCH)
    return internalError("the parent process {} can't be watched: {}", pid, std::strerror(errno));
  if (parent < 0 || ::getppid() != pid) {  // it went while we looked
    if (parent >= 0) ::close(parent);
    on_exit();
    return std::unique_ptr<ParentWatch>(new ParentWatch(-1, -1, nullptr));
  }
  const int wake = ::eventfd(0, EFD_CLOEXEC);
  if (wake < 0) {
    ::close(parent);
    return internalError("the parent process {} can't be watched: {}", pid, std::strerror(errno));
  }
  return std::unique_ptr<ParentWatch>(new ParentWatch(parent, wake, std::move(on_exit)));
}

ParentWatch::ParentWatch(int parent, int wake, std::function<void()> on_exit) : parent_(parent), wake_(wake) {
  if (parent < 0) return;
  thread_ = std::thread([parent, wake, on_exit = std::move(on_exit)] {
    pollfd ends[] = {{parent, POLLIN, 0}, {wake, POLLIN, 0}};
    while (::poll(ends, 2, -1) < 0 && errno == EINTR) {
    }
    if ((ends[1].revents & POLLIN) == 0) on_exit();
  });
}

ParentWatch::~ParentWatch() {
  if (!thread_.joinable()) return;
  const std::uint64_t one = 1;
  if (::write(wake_, &one, sizeof(one)) < 0) std::abort();  // an eventfd takes one increment
  thread_.join();
  ::close(parent_);
  ::close(wake_);
}

}  // namespace aerie::sidecar
