// The time of the simulated world: minutes since 1970, running faster than real time, from the first flight
// of the traffic to the last and then from the first again.
#pragma once

#include <mutex>
#include <string>

#include "core/base/clock.h"

namespace aerie::sim {

// Thread-safe. Stands still at first.
class WorldClock final {
 public:
  // begin < end, in minutes; speed is world time for each unit of real time.
  WorldClock(const Clock& clock, double begin_minute, double end_minute, double speed);
  void setRunning(bool running);
  void setSpeed(double speed);
  double speed() const;
  // In [begin, end).
  double minute() const;
  // Times that the world began anew.
  int lap() const;

 private:
  double total() const;  // minutes since the world first began; under the lock
  void settle();         // makes now the new base; under the lock

  const Clock& clock_;
  const double begin_;
  const double length_;
  mutable std::mutex mutex_;
  double speed_;
  bool running_ = false;
  double base_total_ = 0;
  MonoTime base_time_;
};

// "2001-05-04T13:37" of a minute since 1970.
std::string worldTimeText(double minute);

}  // namespace aerie::sim
