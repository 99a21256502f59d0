#include "core/base/clock.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

namespace aerie {

WallTime SystemClock::wallNow() const {
  return std::chrono::time_point_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now());
}
MonoTime SystemClock::monoNow() const { return std::chrono::steady_clock::now(); }

ManualClock::ManualClock(WallTime start) : wall_(start), mono_(std::chrono::hours(1)) {}
WallTime ManualClock::wallNow() const {
  const std::lock_guard lock(mutex_);
  return wall_;
}
MonoTime ManualClock::monoNow() const {
  const std::lock_guard lock(mutex_);
  return mono_;
}
void ManualClock::advance(Duration by) {
  const std::lock_guard lock(mutex_);
  wall_ += by;
  mono_ += by;
}

std::string toIso8601(WallTime t) {
  const auto ms = unixMillis(t);
  const auto seconds = static_cast<std::time_t>(ms >= 0 ? ms / 1000 : (ms - 999) / 1000);
  return fmt::format("{:%Y-%m-%dT%H:%M:%S}.{:03}Z", fmt::gmtime(seconds), ms - seconds * 1000);
}

}  // namespace aerie
