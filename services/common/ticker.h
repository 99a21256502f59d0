// Things to do later, on one thread of its own.
#pragma once

#include <functional>
#include <map>
#include <thread>

#include "core/base/clock.h"
#include "core/base/mutex.h"

namespace aerie::services {

// Thread-safe. Tasks must be short. The destructor (or stop) drops what has not begun.
class Ticker final {
 public:
  Ticker();
  ~Ticker();
  void after(Duration delay, std::function<void()> task);
  // Again and again, `interval` after the last run's end.
  void every(Duration interval, std::function<void()> task);
  void stop();

 private:
  void run();
  Mutex mutex_;
  CondVar wake_;
  std::multimap<MonoTime, std::function<void()>> tasks_ AERIE_GUARDED_BY(mutex_);
  bool stopping_ AERIE_GUARDED_BY(mutex_) = false;
  std::thread thread_;
};

}  // namespace aerie::services
