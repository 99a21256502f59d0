// Ranges of buckets: what an arm or an experiment owns. A range list is sorted, disjoint, without empty or
// touching ranges once normalized. All functions are pure.
#pragma once

#include <absl/status/status.h>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/assignment/hash.h"

namespace aerie::assignment {

// [start, end) of 0..10000.
struct BucketRange {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  bool operator==(const BucketRange&) const = default;
};
using Ranges = std::vector<BucketRange>;

Ranges normalized(Ranges ranges);  // sorted, merged, empty ones dropped
std::uint32_t bucketCount(std::span<const BucketRange> ranges);
bool contains(std::span<const BucketRange> ranges, std::uint32_t bucket);
bool overlap(std::span<const BucketRange> a, std::span<const BucketRange> b);
Ranges complement(std::span<const BucketRange> ranges);   // of 0..10000
std::string toText(std::span<const BucketRange> ranges);  // "[0,2500) [5000,7500)", "none"
// InvalidArgument unless each range is start < end <= 10000 and the list is sorted and disjoint; `what` names
// the list.
absl::Status validateRanges(std::string_view what, std::span<const BucketRange> ranges);

// --- GrowthBook's arithmetic in doubles, exactly as its SDK specification states it.
struct UnitRange {
  double start = 0;
  double end = 0;
};
std::vector<double> equalWeights(int arms);  // [] when arms <= 0
// Coverage is clamped to [0,1]; weights are replaced by equal ones when their count differs or their sum is
// outside [0.99, 1.01]. Range i = [C_i, C_i + coverage * w_i), C_i = w_0 + .. + w_(i-1): a gap follows each
// arm below full coverage.
std::vector<UnitRange> bucketRanges(int arms, double coverage, std::span<const double> weights);
int chooseVariation(double n, std::span<const UnitRange> ranges);  // -1 = in no arm

// The buckets b for which b / 10000 lies in GrowthBook's range i, so that every key gets the arm that
// GrowthBook gives it. One range per arm, empty when the arm owns nothing. Rounding happens here, once; from
// then on only integers are compared.
std::vector<BucketRange> allocate(std::span<const double> weights, double coverage);

}  // namespace aerie::assignment
