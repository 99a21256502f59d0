// Inside the room: descriptors, timers and requests to wake up, waited for together by one thread.
#pragma once

#include <absl/status/statusor.h>
#include <chrono>
#include <cstdint>
#include <memory>
#include <set>
#include <utility>
#include <vector>

#include "core/base/mutex.h"
#include "core/taskrun/owned_fd.h"

namespace aerie::taskrun {

using MonoPoint = std::chrono::steady_clock::time_point;

struct LoopEvent {
  enum class Kind { kTask, kOther, kTimer, kLog } kind = Kind::kTask;
  std::uint64_t serial = 0;  // of the task; of kLog the inotify watch
  int fd = -1;               // of kOther
  bool hung_up = false;
};

// Thread-safe but for wait(), which one thread calls.
class EventLoop final {
 public:
  static absl::StatusOr<std::unique_ptr<EventLoop>> create();

  // Level-triggered until forgotten. Does not own the descriptors.
  absl::Status watchTask(int fd, std::uint64_t serial);
  absl::Status watchOther(int fd, std::uint64_t serial);
  // From now on only the hang-up of the task's descriptor is told.
  void watchHangUp(int fd, std::uint64_t serial);
  void forget(int fd);
  // Tells once of the next change of a file; negative when it can't be watched.
  int watchLog(const char* path);
  void forgetLog(int watch);

  void setTimer(MonoPoint when, std::uint64_t serial);
  void dropTimer(MonoPoint when, std::uint64_t serial);
  void wake();
  // Blocks until there is something; timers of tasks that are gone are told all the same.
  std::vector<LoopEvent> wait();

 private:
  EventLoop(OwnedFd epoll, OwnedFd wake, OwnedFd logs)
      : epoll_(std::move(epoll)), wake_(std::move(wake)), logs_(std::move(logs)) {}
  absl::Status add(int fd, std::uint64_t data, std::uint32_t events);
  void readLogs(std::vector<LoopEvent>& out);
  int timeoutMillis();
  void takeTimers(std::vector<LoopEvent>& out);

  const OwnedFd epoll_, wake_, logs_;
  Mutex mutex_;
  std::set<std::pair<MonoPoint, std::uint64_t>> timers_ AERIE_GUARDED_BY(mutex_);
};

}  // namespace aerie::taskrun
