// Quantiles of recent latencies: a DDSketch with fixed bounds (Masson, Rim, Lee, VLDB 2019) over two rotating
// windows.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>

#include "core/base/clock.h"

namespace aerie::telemetry {

// record() is lock-free and may be called from any thread; quantile() reads a consistent-enough snapshot for
// display. Relative error of a quantile is at most 2 % between 1 us and 100 s; values outside are clamped.
class LatencyWindow final {
 public:
  // Quantiles cover between one and two `window`s of the past.
  explicit LatencyWindow(const Clock& clock, Duration window = std::chrono::seconds(30));
  void record(Duration latency);
  // q in [0, 1]; 0 ms when nothing was recorded.
  double quantileMs(double q) const;
  std::uint64_t count() const;  // in the windows covered

 private:
  static constexpr double kAccuracy = 0.02;
  static constexpr int kBuckets = 462;  // log((100 s) / (1 us)) / log(gamma), gamma = 1.02 / 0.98
  struct Window {
    std::array<std::atomic<std::uint32_t>, kBuckets> counts{};
  };
  void rotate() const;

  const Clock& clock_;
  const Duration length_;
  mutable std::array<Window, 2> windows_;
  mutable std::atomic<std::int64_t> epoch_;  // index of the current window since the clock's start
};

}  // namespace aerie::telemetry
