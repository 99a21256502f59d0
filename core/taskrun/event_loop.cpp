#include "core/taskrun/event_loop.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>

#include "core/base/status.h"

namespace aerie::taskrun {
namespace {

// What epoll carries for a descriptor: two bits of kind, 22 of descriptor, 40 of serial.
constexpr std::uint64_t kTaskKind = 0, kOtherKind = 1, kWakeKind = 2, kLogKind = 3;
std::uint64_t packed(std::uint64_t kind, int fd, std::uint64_t serial) {
  return kind | static_cast<std::uint64_t>(fd) << 2 | serial << 24;
}

}  // namespace

absl::StatusOr<std::unique_ptr<EventLoop>> EventLoop::create() {
  OwnedFd epoll(::epoll_create1(EPOLL_CLOEXEC));
  OwnedFd wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
  OwnedFd logs(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK));
  if (!epoll || !wake || !logs) {
    return resourceExhausted(
        "no descriptors to watch tasks with: {}; raise the limits of open files and of "
        "fs.inotify.max_user_instances",
        std::strerror(errno));  // NOLINT(concurrency-mt-unsafe)
  }
  std::unique_ptr<EventLoop> loop(new EventLoop(std::move(epoll), std::move(wake), std::move(logs)));
  AERIE_RETURN_IF_ERROR(loop->add(loop->wake_.get(), kWakeKind, EPOLLIN));
  AERIE_RETURN_IF_ERROR(loop->add(loop->logs_.get(), kLogKind, EPOLLIN));
  return loop;
}

absl::Status EventLoop::add(int fd, std::uint64_t data, std::uint32_t events) {
  epoll_event event{};
  event.events = events;
  event.data.u64 = data;
  if (::epoll_ctl(epoll_.get(), EPOLL_CTL_ADD, fd, &event) == 0) return absl::OkStatus();
  return resourceExhausted("a descriptor cannot be watched: {}",
                           std::strerror(errno));  // NOLINT(concurrency-mt-unsafe)
}

absl::Status EventLoop::watchTask(int fd, std::uint64_t serial) {
  return add(fd, packed(kTaskKind, fd, serial), EPOLLIN);
}
absl::Status EventLoop::watchOther(int fd, std::uint64_t serial) {
  return add(fd, packed(kOtherKind, fd, serial), EPOLLIN);
}
void EventLoop::watchHangUp(int fd, std::uint64_t serial) {
  epoll_event event{};
  event.data.u64 = packed(kTaskKind, fd, serial);
  static_cast<void>(::epoll_ctl(epoll_.get(), EPOLL_CTL_MOD, fd, &event));
}
void EventLoop::forget(int fd) { static_cast<void>(::epoll_ctl(epoll_.get(), EPOLL_CTL_DEL, fd, nullptr)); }

int EventLoop::watchLog(const char* path) {
  return ::inotify_add_watch(logs_.get(), path, IN_MODIFY | IN_ONESHOT | IN_DONT_FOLLOW);
}
void EventLoop::forgetLog(int watch) {
  if (watch >= 0) static_cast<void>(::inotify_rm_watch(logs_.get(), watch));
}

void EventLoop::setTimer(MonoPoint when, std::uint64_t serial) {
  bool first = false;
  {
    MutexLock lock(mutex_);
    first = timers_.empty() || when < timers_.begin()->first;
    timers_.emplace(when, serial);
  }
  if (first) wake();
}

void EventLoop::dropTimer(MonoPoint when, std::uint64_t serial) {
  MutexLock lock(mutex_);
  timers_.erase({when, serial});
}

void EventLoop::wake() {
  const std::uint64_t one = 1;
  static_cast<void>(!::write(wake_.get(), &one, sizeof one));
}

int EventLoop::timeoutMillis() {
  MutexLock lock(mutex_);
  if (timers_.empty()) return -1;
  const auto left = timers_.begin()->first - std::chrono::steady_clock::now();
  const auto ms = std::chrono::ceil<std::chrono::milliseconds>(left).count();
  return static_cast<int>(std::clamp<std::int64_t>(ms, 0, 3'600'000));
}

void EventLoop::takeTimers(std::vector<LoopEvent>& out) {
  const MonoPoint now = std::chrono::steady_clock::now();
  MutexLock lock(mutex_);
  while (!timers_.empty() && timers_.begin()->first <= now) {
    out.push_back({LoopEvent::Kind::kTimer, timers_.begin()->second, -1, false});
    timers_.erase(timers_.begin());
  }
}

void EventLoop::readLogs(std::vector<LoopEvent>& out) {
  alignas(inotify_event) std::array<char, 8192> block;
  ssize_t n = 0;
  while ((n = ::read(logs_.get(), block.data(), block.size())) > 0) {
    for (const char* at = block.data(); at < block.data() + n;) {
      inotify_event event{};
      std::memcpy(&event, at, sizeof event);
      if ((event.mask & IN_MODIFY) != 0)
        out.push_back({LoopEvent::Kind::kLog, static_cast<std::uint64_t>(event.wd), -1, false});
      at += sizeof event + event.len;
    }
  }
}

std::vector<LoopEvent> EventLoop::wait() {
  std::array<epoll_event, 64> events;
  const int n = ::epoll_wait(epoll_.get(), events.data(), static_cast<int>(events.size()), timeoutMillis());
  std::vector<LoopEvent> out;
  for (int i = 0; i < n; ++i) {
    const epoll_event& event = events[static_cast<std::size_t>(i)];
    const std::uint64_t data = event.data.u64;
    const bool hung_up = (event.events & EPOLLHUP) != 0;
    const int fd = static_cast<int>(data >> 2 & 0x3fffff);
    switch (data & 3) {
      case kTaskKind: out.push_back({LoopEvent::Kind::kTask, data >> 24, fd, hung_up}); break;
      case kOtherKind: out.push_back({LoopEvent::Kind::kOther, data >> 24, fd, hung_up}); break;
      case kLogKind: readLogs(out); break;
      default: {
        std::uint64_t count = 0;
        static_cast<void>(!::read(wake_.get(), &count, sizeof count));
      }
    }
  }
  takeTimers(out);
  return out;
}

}  // namespace aerie::taskrun
