// What the history is made of: quantities that add up. Plain values.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/monitoring/prometheus_text.h"

namespace aerie::monitoring {

struct Cell {
  double sum = 0;                       // of increases, or of value * seconds
  double weight = 0;                    // seconds covered
  std::vector<std::uint64_t> buckets;   // histograms: observations per bucket, the last one is +Inf
  Cell& operator+=(const Cell& other);  // buckets of another length are left out
  bool operator==(const Cell&) const = default;
};

// One measurement of one series.
struct Reading {
  std::string metric;
  Labels labels;
  std::vector<double> bounds;  // histograms only: upper bounds, without +Inf
  Cell cell;
};

// One byte for each small count. decodeBuckets() of anything else than encodeBuckets() made is empty or
// wrong, never out of bounds.
std::string encodeBuckets(std::span<const std::uint64_t> buckets);
std::vector<std::uint64_t> decodeBuckets(std::string_view bytes);

// The value below which a share `q` of the observations lie, by linear interpolation inside a bucket; the
// last bound when it lies above. nullopt without observations.
std::optional<double> quantileOf(std::span<const double> bounds, std::span<const std::uint64_t> buckets,
                                 double q);

}  // namespace aerie::monitoring
