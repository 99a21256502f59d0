// Changing weights and coverage so that the fewest buckets change their owner. All functions are pure.
//
// Shrinking arms give away their highest buckets; growing arms take those first, then free ones (each first
// behind its own last bucket, as GrowthBook lays coverage out). So the buckets that change arms are exactly
// the sum of the growing arms' increases at equal coverage, and raising coverage alone moves nobody who is
// already in.
#pragma once

#include <absl/status/statusor.h>
#include <cstdint>
#include <span>
#include <vector>

#include "core/assignment/ranges.h"

namespace aerie::assignment {

struct Movement {
  std::uint32_t moved = 0;   // from one arm to another
  std::uint32_t left = 0;    // from an arm to none
  std::uint32_t joined = 0;  // from none to an arm
  bool operator==(const Movement&) const = default;
};

// Buckets that each arm should own: weight * coverage * 10000 rounded (up or down, to what keeps most of
// `current`), in total coverage * 10000 rounded. Where no arm has to shrink, none gives back what an earlier
// rounding gave it. Weights sum to one; current.size() == weights.size().
std::vector<std::uint32_t> targetCounts(std::span<const std::uint32_t> current,
                                        std::span<const double> weights, double coverage);

// before[i] and the result's [i] are arm i's ranges, weights[i] its new weight. InvalidArgument when the
// sizes differ, the weights are not in 0..1 with sum one, coverage is not in 0..1 or two arms of `before`
// share a bucket.
absl::StatusOr<std::vector<Ranges>> reweight(std::span<const Ranges> before, std::span<const double> weights,
                                             double coverage);

Movement movement(std::span<const Ranges> before, std::span<const Ranges> after);
// Keys already in the experiment that get something else: moved + left.
std::uint32_t countMoved(std::span<const Ranges> before, std::span<const Ranges> after);

}  // namespace aerie::assignment
