// Time as a collaborator: production code takes a Clock&, tests hand it a ManualClock and never wait.
#pragma once

#include <chrono>
#include <mutex>
#include <string>

namespace aerie {

using Duration = std::chrono::nanoseconds;
// Nanoseconds since the Unix epoch; for stamps that leave the process.
using WallTime = std::chrono::sys_time<std::chrono::nanoseconds>;
// Never goes back; for intervals, deadlines and back-off.
using MonoTime = std::chrono::steady_clock::time_point;

// Thread-safe.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual WallTime wallNow() const = 0;
  virtual MonoTime monoNow() const = 0;
};

class SystemClock final : public Clock {
 public:
  WallTime wallNow() const override;
  MonoTime monoNow() const override;
};

// Moves only when told to.
class ManualClock final : public Clock {
 public:
  explicit ManualClock(WallTime start = WallTime(std::chrono::seconds(1'000'000'000)));
  WallTime wallNow() const override;
  MonoTime monoNow() const override;
  void advance(Duration by);

 private:
  mutable std::mutex mutex_;
  WallTime wall_;
  MonoTime mono_;
};

inline std::int64_t unixMillis(WallTime t) {
  return std::chrono::duration_cast<std::chrono::milliseconds>(t.time_since_epoch()).count();
}
inline WallTime fromUnixMillis(std::int64_t ms) { return WallTime(std::chrono::milliseconds(ms)); }

// "2026-11-21T20:06:00.123Z"
std::string toIso8601(WallTime t);

}  // namespace aerie
