// Decides whether a replica should get traffic, from how its last calls ended.
//
// healthy --(consecutive connection failures)--> ejected --(back-off over)--> one probe --> healthy, or
// ejected for longer. The back-off doubles up to a bound and is spread by jitter, so that proxies do not
// probe in step.
#pragma once

#include <atomic>
#include <cstdint>
#include <string>

#include "core/base/clock.h"
#include "core/base/mutex.h"

namespace aerie::proxy {

// Thread-safe. Reading a healthy replica's state and reporting a success to it take no lock.
class OutlierEjector final {
 public:
  struct Options {
    int consecutive_failures = 3;
    Duration first_backoff = std::chrono::milliseconds(500);
    Duration longest_backoff = std::chrono::seconds(30);
    double jitter = 0.2;  // each back-off is multiplied by 1 - jitter .. 1 + jitter
  };
  OutlierEjector(Options options, std::uint64_t seed);

  bool healthy() const { return healthy_.load(std::memory_order_acquire); }
  // For an ejected replica: true for one caller once its back-off is over. That caller's call is the probe.
  [[nodiscard]] bool tryProbe(MonoTime now);

  void onSuccess();
  // The replica could not be reached, or answered UNAVAILABLE.
  void onConnectionFailure(MonoTime now, const std::string& reason);
  // A call ended without telling anything about reachability (cancelled, timed out). A timed-out probe has
  // failed.
  void onInconclusive(MonoTime now, bool timed_out);

  std::string reason() const;  // why it is ejected; empty when healthy

 private:
  void eject(MonoTime now, const std::string& reason) AERIE_REQUIRES(mutex_);

  const Options options_;
  std::atomic<bool> healthy_{true};
  std::atomic<int> failures_{0};  // in a row
  mutable Mutex mutex_;
  bool probing_ AERIE_GUARDED_BY(mutex_) = false;
  int ejections_ AERIE_GUARDED_BY(mutex_) = 0;  // in a row
  MonoTime until_ AERIE_GUARDED_BY(mutex_);
  std::string reason_ AERIE_GUARDED_BY(mutex_);
  std::uint64_t random_ AERIE_GUARDED_BY(mutex_);
};

}  // namespace aerie::proxy
