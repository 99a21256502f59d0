#include "sim/live/world_clock.h"

#include <cmath>
#include <ctime>
#include <fmt/format.h>

#include "core/base/status.h"

namespace aerie::sim {

WorldClock::WorldClock(const Clock& clock, double begin_minute, double end_minute, double speed)
    : clock_(clock),
      begin_(begin_minute),
      length_(end_minute - begin_minute),
      speed_(speed),
      base_time_(clock.monoNow()) {
  AERIE_CHECK(length_ > 0);
}

double WorldClock::total() const {
  if (!running_) return base_total_;
  const double seconds = std::chrono::duration<double>(clock_.monoNow() - base_time_).count();
  return base_total_ + seconds * speed_ / 60;
}

void WorldClock::settle() {
  base_total_ = total();
  base_time_ = clock_.monoNow();
}

void WorldClock::setRunning(bool running) {
  const std::lock_guard lock(mutex_);
  settle();
  running_ = running;
}

void WorldClock::setSpeed(double speed) {
  const std::lock_guard lock(mutex_);
  settle();
  speed_ = speed;
}

double WorldClock::speed() const {
  const std::lock_guard lock(mutex_);
  return speed_;
}

double WorldClock::minute() const {
  const std::lock_guard lock(mutex_);
  return begin_ + std::fmod(total(), length_);
}

int WorldClock::lap() const {
  const std::lock_guard lock(mutex_);
  return static_cast<int>(total() / length_);
}

std::string worldTimeText(double minute) {
  const std::time_t seconds = static_cast<std::time_t>(minute) * 60;
  std::tm time{};
  ::gmtime_r(&seconds, &time);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}", time.tm_year + 1900, time.tm_mon + 1, time.tm_mday,
                     time.tm_hour, time.tm_min);
}

}  // namespace aerie::sim
