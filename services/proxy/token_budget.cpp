#include "services/proxy/token_budget.h"

#include <algorithm>

namespace aerie::proxy {
namespace {

std::int64_t toMilli(double tokens) { return static_cast<std::int64_t>(tokens * 1000.0); }

}  // namespace

TokenBudget::TokenBudget(const Clock& clock, Options options)
    : clock_(clock),
      options_(options),
      cap_(toMilli(options.burst)),
      milli_(options.start_full ? toMilli(options.burst)
                                : std::min(toMilli(options.minimum_per_second), toMilli(options.burst))),
      refilled_(clock.monoNow()) {}

void TokenBudget::add(std::int64_t milli) {
  std::int64_t now = milli_.load(std::memory_order_relaxed);
  while (now < cap_ &&
         !milli_.compare_exchange_weak(now, std::min(cap_, now + milli), std::memory_order_relaxed)) {
  }
}

void TokenBudget::deposit() { add(toMilli(options_.ratio)); }

void TokenBudget::refillByTime() {
  const MutexLock lock(mutex_);
  const MonoTime now = clock_.monoNow();
  const double seconds = std::chrono::duration<double>(now - refilled_).count();
  const std::int64_t earned = toMilli(seconds * options_.minimum_per_second);
  if (earned <= 0) return;  // the fraction stays on the clock
  refilled_ = now;
  add(earned);
}

bool TokenBudget::take() {
  refillByTime();
  std::int64_t now = milli_.load(std::memory_order_relaxed);
  while (now >= 1000) {
    if (milli_.compare_exchange_weak(now, now - 1000, std::memory_order_relaxed)) return true;
  }
  return false;
}

}  // namespace aerie::proxy
