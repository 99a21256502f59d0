// A token bucket that bounds extra work (retries, hedges) to a share of the ordinary work.
#pragma once

#include <atomic>
#include <cstdint>

#include "core/base/clock.h"
#include "core/base/mutex.h"

namespace aerie::proxy {

// Thread-safe. deposit() is lock-free: it sits on the hot path.
class TokenBudget final {
 public:
  struct Options {
    double ratio = 0.1;             // tokens earned by each ordinary request
    double minimum_per_second = 5;  // earned with time, so that a quiet endpoint can retry too
    double burst = 50;              // most tokens held; also what a new budget starts with when `start_full`
    bool start_full = false;
  };
  TokenBudget(const Clock& clock, Options options);

  void deposit();
  // True when a token was there: the caller may do one piece of extra work.
  [[nodiscard]] bool take();
  double tokens() const { return static_cast<double>(milli_.load(std::memory_order_relaxed)) / 1000.0; }

 private:
  void refillByTime();
  void add(std::int64_t milli);

  const Clock& clock_;
  const Options options_;
  const std::int64_t cap_;
  std::atomic<std::int64_t> milli_;
  Mutex mutex_;
  MonoTime refilled_ AERIE_GUARDED_BY(mutex_);
};

}  // namespace aerie::proxy
