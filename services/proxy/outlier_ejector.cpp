#include "services/proxy/outlier_ejector.h"

#include <algorithm>

#include "services/proxy/random.h"

namespace aerie::proxy {

OutlierEjector::OutlierEjector(Options options, std::uint64_t seed) : options_(options), random_(seed) {}

bool OutlierEjector::tryProbe(MonoTime now) {
  if (healthy()) return false;
  const MutexLock lock(mutex_);
  if (healthy() || probing_ || now < until_) return false;
  probing_ = true;
  return true;
}

void OutlierEjector::onSuccess() {
  if (healthy()) {
    if (failures_.load(std::memory_order_relaxed) != 0) failures_.store(0, std::memory_order_relaxed);
    return;
  }
  const MutexLock lock(mutex_);
  failures_.store(0, std::memory_order_relaxed);
  probing_ = false;
  ejections_ = 0;
  reason_.clear();
  healthy_.store(true, std::memory_order_release);
}

void OutlierEjector::eject(MonoTime now, const std::string& reason) {
  // 2^20 first back-offs are past any sensible bound; stopping there keeps the arithmetic in range.
  const int doublings = std::min(ejections_, 20);
  const double nominal =
      std::min(static_cast<double>(options_.longest_backoff.count()),
               static_cast<double>(options_.first_backoff.count()) * static_cast<double>(1 << doublings));
  const double spread = 1.0 + options_.jitter * (2.0 * unitRandom(random_) - 1.0);
  until_ = now + Duration(static_cast<std::int64_t>(nominal * spread));
  ++ejections_;
  probing_ = false;
  reason_ = reason;
  healthy_.store(false, std::memory_order_release);
}

void OutlierEjector::onConnectionFailure(MonoTime now, const std::string& reason) {
  const int failures = failures_.fetch_add(1, std::memory_order_relaxed) + 1;
  const MutexLock lock(mutex_);
  if (healthy()) {
    if (failures >= options_.consecutive_failures) eject(now, reason);
  } else if (probing_) {
    eject(now, reason);
  }
  // Ejected and not probing: a call from before the ejection, or one sent in panic. It must not lengthen the
  // back-off.
}

void OutlierEjector::onInconclusive(MonoTime now, bool timed_out) {
  if (healthy()) return;
  const MutexLock lock(mutex_);
  if (!probing_) return;
  if (timed_out) {
    eject(now, "the probe timed out; before that: " + reason_);
  } else {
    probing_ = false;
  }
}

std::string OutlierEjector::reason() const {
  if (healthy()) return {};
  const MutexLock lock(mutex_);
  return reason_;
}

}  // namespace aerie::proxy
