// Which conditions are alerts: pending while they have not held long enough, firing, resolved once they have
// been gone for a while. Knows nothing of what the conditions are; see conditions.h.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/base/mutex.h"

namespace aerie::monitoring {

enum class Severity : std::uint8_t { kInfo, kWarning, kCritical };
const char* name(Severity severity);

// A condition that holds now.
struct Finding {
  std::string alert;  // AerieWorkerNotReady
  Severity severity = Severity::kWarning;
  std::string subject_kind;  // endpoint, proxy, use_case, daemon
  std::string subject;
  std::string message;  // what, and what to do
  double value = 0;
  double threshold = 0;
  std::int64_t hold_ms = 0;  // how long it must have held to be an alert
  // What the message names besides the subject: replica, version, feature, reason.
  std::map<std::string, std::string> facts = {};
};

struct Alert {
  std::string id;  // of this occurrence
  Finding finding;
  std::int64_t since_ms = 0;     // when the condition began
  std::int64_t resolved_ms = 0;  // when it was last seen; 0 while it fires
};

// Thread-safe.
class AlertBook final {
 public:
  static constexpr std::int64_t kResolveAfterMs = 10'000;  // so that what flickers is one alert
  static constexpr std::int64_t kKeepResolvedMs = 24 * 3'600'000LL;
  static constexpr std::size_t kKeepResolved = 200;

  // What a book before this one knew. Those that still fire get the time to be found again.
  void restore(std::int64_t now_ms, const std::vector<Alert>& alerts);
  // All conditions that hold at `now_ms`. Returns what began to fire or was resolved by that.
  std::vector<Alert> update(std::int64_t now_ms, const std::vector<Finding>& findings);
  // Firing first, the more severe before the less; then, if asked for, the resolved ones, newest first.
  std::vector<Alert> list(bool include_resolved) const;

 private:
  void forget(std::int64_t now_ms) AERIE_REQUIRES(mutex_);
  struct Open {
    Finding finding;
    std::int64_t since_ms = 0;
    std::int64_t seen_ms = 0;
    bool firing = false;
  };
  mutable Mutex mutex_;
  std::map<std::string, Open> open_ AERIE_GUARDED_BY(mutex_);  // by alert and subject
  std::vector<Alert> resolved_ AERIE_GUARDED_BY(mutex_);       // newest last
};

}  // namespace aerie::monitoring
