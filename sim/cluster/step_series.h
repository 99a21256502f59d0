// Time averages of values that change in steps, in a bounded number of equal intervals: when they no longer
// suffice, neighbours are merged and the interval doubles.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "sim/cluster/scenario.h"

namespace aerie::sim::cluster {

template <std::size_t kChannels>
class StepSeries final {
 public:
  using Values = std::array<double, kChannels>;

  // Intervals begin at a second each. `limit` 0 keeps nothing.
  explicit StepSeries(std::size_t limit) : limit_(limit) {}

  // The values from the end of the last call until `until`.
  void add(SimTime until, const Values& values) {
    if (limit_ == 0) {
      now_ = until;
      return;
    }
    while (now_ < until) {
      while (now_ >= width_ * static_cast<SimTime>(limit_)) merge();
      const auto index = static_cast<std::size_t>(now_ / width_);
      if (index >= sums_.size()) sums_.resize(index + 1);
      const SimTime end = std::min(until, width_ * static_cast<SimTime>(index + 1));
      for (std::size_t i = 0; i < kChannels; ++i)
        sums_[index][i] += values[i] * static_cast<double>(end - now_);
      now_ = end;
    }
  }

  SimTime width() const { return width_; }
  std::size_t size() const { return sums_.size(); }
  SimTime begin(std::size_t index) const { return width_ * static_cast<SimTime>(index); }
  SimTime end(std::size_t index) const { return std::min(now_, begin(index) + width_); }
  double mean(std::size_t index, std::size_t channel) const {
    return sums_[index][channel] / static_cast<double>(end(index) - begin(index));
  }

 private:
  void merge() {
    for (std::size_t i = 0; i < sums_.size(); ++i) {
      if (i % 2 == 0) {
        sums_[i / 2] = sums_[i];
      } else {
        for (std::size_t c = 0; c < kChannels; ++c) sums_[i / 2][c] += sums_[i][c];
      }
    }
    sums_.resize((sums_.size() + 1) / 2);
    width_ *= 2;
  }

  std::size_t limit_;
  SimTime width_ = kSecond;
  SimTime now_ = 0;
  std::vector<Values> sums_;
};

}  // namespace aerie::sim::cluster
