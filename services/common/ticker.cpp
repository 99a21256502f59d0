#include "services/common/ticker.h"

namespace aerie::services {

Ticker::Ticker() : thread_([this] { run(); }) {}
Ticker::~Ticker() { stop(); }

void Ticker::stop() {
  {
    MutexLock lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void Ticker::after(Duration delay, std::function<void()> task) {
  {
    MutexLock lock(mutex_);
    if (stopping_) return;
    tasks_.emplace(std::chrono::steady_clock::now() + delay, std::move(task));
  }
  wake_.notify_all();
}

void Ticker::every(Duration interval, std::function<void()> task) {
  after(interval, [this, interval, task = std::move(task)] {
    task();
    every(interval, task);
  });
}

void Ticker::run() {
  for (;;) {
    std::function<void()> task;
    {
      std::unique_lock<Mutex> lock(mutex_);
      while (!stopping_ && (tasks_.empty() || tasks_.begin()->first > std::chrono::steady_clock::now())) {
        if (tasks_.empty()) {
          wake_.wait(lock);
        } else {
          wake_.wait_until(lock, MonoTime(tasks_.begin()->first));
        }
      }
      if (stopping_) return;
      task = std::move(tasks_.begin()->second);
      tasks_.erase(tasks_.begin());
    }
    task();
  }
}

}  // namespace aerie::services
