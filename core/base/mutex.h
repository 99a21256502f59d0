// std::mutex with clang's thread-safety annotations. absl::Mutex is not used: Debian's build of it is not
// instrumented, so ThreadSanitizer reports races in correctly locked code.
#pragma once

#include <condition_variable>
#include <mutex>

#if defined(__clang__)
#define AERIE_TSA(x) __attribute__((x))
#else
#define AERIE_TSA(x)
#endif
#define AERIE_GUARDED_BY(m) AERIE_TSA(guarded_by(m))
#define AERIE_REQUIRES(m) AERIE_TSA(requires_capability(m))
#define AERIE_EXCLUDES(m) AERIE_TSA(locks_excluded(m))

namespace aerie {

class AERIE_TSA(capability("mutex")) Mutex {
 public:
  void lock() AERIE_TSA(acquire_capability()) { mutex_.lock(); }
  void unlock() AERIE_TSA(release_capability()) { mutex_.unlock(); }
  bool try_lock() AERIE_TSA(try_acquire_capability(true)) { return mutex_.try_lock(); }

 private:
  std::mutex mutex_;
};

class AERIE_TSA(scoped_lockable) MutexLock {
 public:
  explicit MutexLock(Mutex& mutex) AERIE_TSA(acquire_capability(mutex)) : mutex_(mutex) { mutex_.lock(); }
  ~MutexLock() AERIE_TSA(release_capability()) { mutex_.unlock(); }
  MutexLock(const MutexLock&) = delete;
  MutexLock& operator=(const MutexLock&) = delete;

 private:
  Mutex& mutex_;
};

// Waits with an aerie::Mutex that the caller holds: cv.wait(mutex, predicate).
using CondVar = std::condition_variable_any;

}  // namespace aerie
