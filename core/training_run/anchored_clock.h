// Unix milliseconds for the books of running work: the wall clock at the last anchor plus what the monotonic
// clock has counted since. A wall clock that jumps changes neither durations nor back-offs of what runs.
#pragma once

#include "core/base/clock.h"

namespace aerie::training {

// Not thread-safe. `clock` outlives it.
class AnchoredClock final {
 public:
  explicit AnchoredClock(const Clock& clock) : clock_(clock) { anchor(); }

  std::int64_t now() const { return wall_ms_ + monoMillis() - mono_ms_; }
  std::int64_t monoMillis() const {
    return std::chrono::duration_cast<std::chrono::milliseconds>(clock_.monoNow().time_since_epoch()).count();
  }
  // How far the wall clock is ahead of now(), in milliseconds.
  std::int64_t drift() const { return unixMillis(clock_.wallNow()) - now(); }
  // Follows the wall clock again; for a moment in which nothing runs.
  void anchor() {
    wall_ms_ = unixMillis(clock_.wallNow());
    mono_ms_ = monoMillis();
  }

 private:
  const Clock& clock_;
  std::int64_t wall_ms_ = 0, mono_ms_ = 0;
};

}  // namespace aerie::training
