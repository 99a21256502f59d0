// A fixed pool of threads with a bounded queue, for work that must not run in a gRPC reaction.
#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "core/base/mutex.h"

namespace aerie {

// Thread-safe. The destructor runs what is queued, then joins.
class Executor final {
 public:
  struct Options {
    int threads = 2;  // 0 = tasks run inline, in the caller
    std::size_t queue_limit = 10'000;
  };
  explicit Executor(Options options);
  ~Executor();
  Executor(const Executor&) = delete;
  Executor& operator=(const Executor&) = delete;

  // False when the queue is full or the pool is closing: the caller answers RESOURCE_EXHAUSTED.
  [[nodiscard]] bool submit(std::function<void()> task);
  // Blocks until everything that was queued before the call has run.
  void drain();

 private:
  void run();

  const Options options_;
  Mutex mutex_;
  CondVar wake_;
  CondVar idle_;
  std::deque<std::function<void()>> queue_ AERIE_GUARDED_BY(mutex_);
  std::size_t running_ AERIE_GUARDED_BY(mutex_) = 0;
  bool closing_ AERIE_GUARDED_BY(mutex_) = false;
  std::vector<std::thread> threads_;
};

}  // namespace aerie
