// Unix milliseconds for the books of running work: the wall clock at the last anchor plus what the monotonic
// clock has counted since. A wall clock that jumps changes neither durations nor back-offs of what runs. What
// is told to people of running work is moved by jump(), so that it fits the clock on their wall.
#pragma once

#include <cstdint>
#include <cstdlib>

#include "core/base/clock.h"

namespace aerie::training {

// Not thread-safe. `clock` outlives it.
class AnchoredClock final {
 public:
  static constexpr std::int64_t kJumpMs = 2'000;  // what is less is how clocks are corrected all the time

  explicit AnchoredClock(const Clock& clock) : clock_(clock) { anchor(); }

  std::int64_t now() const { return zero_ms_ + monoMillis(); }
  std::int64_t monoMillis() const {
    return std::chrono::duration_cast<std::chrono::milliseconds>(clock_.monoNow().time_since_epoch()).count();
  }
  // How far the wall clock is ahead of now(), in milliseconds.
  std::int64_t drift() const { return unixMillis(clock_.wallNow()) - now(); }
  // Follows the wall clock again; for a moment in which nothing runs.
  void anchor() { follow(unixMillis(clock_.wallNow()) - monoMillis()); }

  // now() when the monotonic clock was at its zero. A later process of the same start of the machine counts
  // on with it.
  std::int64_t zero() const { return zero_ms_; }
  void follow(std::int64_t zero) {
    zero_ms_ = zero;
    jump_ms_ = 0;
  }

  // True when the wall clock was put since the last look.
  bool lookForJump() {
    const std::int64_t away = drift();
    if (std::abs(away - jump_ms_) <= kJumpMs) return false;
    jump_ms_ = std::abs(away) <= kJumpMs ? 0 : away;
    return true;
  }
  // How far the wall clock was put since the anchor, as of the last look; 0 = it was not.
  std::int64_t jump() const { return jump_ms_; }

 private:
  const Clock& clock_;
  std::int64_t zero_ms_ = 0, jump_ms_ = 0;
};

}  // namespace aerie::training
