#include "core/telemetry/latency_window.h"

#include <algorithm>
#include <cmath>

namespace aerie::telemetry {
namespace {

const double kGamma = 1.02 / 0.98;
const double kLogGamma = std::log(kGamma);

}  // namespace

LatencyWindow::LatencyWindow(const Clock& clock, Duration window)
    : clock_(clock), length_(window), epoch_(clock.monoNow().time_since_epoch() / window) {}

void LatencyWindow::rotate() const {
  const std::int64_t now = clock_.monoNow().time_since_epoch() / length_;
  std::int64_t seen = epoch_.load(std::memory_order_acquire);
  if (now == seen || !epoch_.compare_exchange_strong(seen, now)) return;
  // The winner of the exchange empties what the new epoch reuses; after a pause both windows are old.
  for (std::int64_t e = std::max(seen + 1, now - 1); e <= now; ++e) {
    for (auto& count : windows_[static_cast<std::size_t>(e & 1)].counts)
      count.store(0, std::memory_order_relaxed);
  }
}

void LatencyWindow::record(Duration latency) {
  rotate();
  const double us = std::max(1.0, std::chrono::duration<double, std::micro>(latency).count());
  const int bucket = std::clamp(static_cast<int>(std::ceil(std::log(us) / kLogGamma)), 0, kBuckets - 1);
  windows_[static_cast<std::size_t>(epoch_.load(std::memory_order_relaxed) & 1)]
      .counts[static_cast<std::size_t>(bucket)]
      .fetch_add(1, std::memory_order_relaxed);
}

std::uint64_t LatencyWindow::count() const {
  rotate();
  std::uint64_t total = 0;
  for (const Window& window : windows_) {
    for (const auto& count : window.counts) total += count.load(std::memory_order_relaxed);
  }
  return total;
}

double LatencyWindow::quantileMs(double q) const {
  const std::uint64_t total = count();
  if (total == 0) return 0;
  const auto rank = static_cast<std::uint64_t>(std::clamp(q, 0.0, 1.0) * static_cast<double>(total - 1));
  std::uint64_t seen = 0;
  for (int i = 0; i < kBuckets; ++i) {
    for (const Window& window : windows_)
      seen += window.counts[static_cast<std::size_t>(i)].load(std::memory_order_relaxed);
    // The middle of (gamma^(i-1), gamma^i] in relative terms.
    if (seen > rank) return 2 * std::pow(kGamma, i) / (kGamma + 1) / 1000;
  }
  return 100'000;
}

}  // namespace aerie::telemetry
