#include "core/base/executor.h"

namespace aerie {

Executor::Executor(Options options) : options_(options) {
  for (int i = 0; i < options_.threads; ++i) threads_.emplace_back([this] { run(); });
}

Executor::~Executor() {
  {
    const MutexLock lock(mutex_);
    closing_ = true;
  }
  wake_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

bool Executor::submit(std::function<void()> task) {
  if (options_.threads == 0) {
    task();
    return true;
  }
  {
    const MutexLock lock(mutex_);
    if (closing_ || queue_.size() >= options_.queue_limit) return false;
    queue_.push_back(std::move(task));
  }
  wake_.notify_one();
  return true;
}

void Executor::drain() {
  const MutexLock lock(mutex_);
  while (!queue_.empty() || running_ > 0) idle_.wait(mutex_);
}

void Executor::run() {
  mutex_.lock();
  while (true) {
    while (queue_.empty() && !closing_) wake_.wait(mutex_);
    if (queue_.empty()) break;
    std::function<void()> task = std::move(queue_.front());
    queue_.pop_front();
    ++running_;
    mutex_.unlock();
    task();
    task = nullptr;
    mutex_.lock();
    --running_;
    if (queue_.empty() && running_ == 0) idle_.notify_all();
  }
  mutex_.unlock();
}

}  // namespace aerie
