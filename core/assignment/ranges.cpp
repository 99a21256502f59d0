#include "core/assignment/ranges.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/base/status.h"

namespace aerie::assignment {
namespace {

// The smallest bucket b with b / 10000 >= x, decided by the very comparison that GrowthBook's SDK makes.
std::uint32_t firstBucketAt(double x) {
  if (!(x > 0)) return 0;
  if (x >= 1) return kBuckets;
  auto bucket = static_cast<std::uint32_t>(x * kBuckets);
  if (bucket > 0) --bucket;
  while (bucket < kBuckets && static_cast<double>(bucket) / 10000.0 < x) ++bucket;
  return bucket;
}

}  // namespace

Ranges normalized(Ranges ranges) {
  std::erase_if(ranges, [](const BucketRange& r) { return r.start >= r.end; });
  std::sort(ranges.begin(), ranges.end(),
            [](const BucketRange& a, const BucketRange& b) { return a.start < b.start; });
  Ranges result;
  for (const BucketRange& range : ranges) {
    if (!result.empty() && range.start <= result.back().end) {
      result.back().end = std::max(result.back().end, range.end);
    } else {
      result.push_back(range);
    }
  }
  return result;
}

std::uint32_t bucketCount(std::span<const BucketRange> ranges) {
  std::uint32_t count = 0;
  for (const BucketRange& range : ranges) count += range.end - range.start;
  return count;
}

bool contains(std::span<const BucketRange> ranges, std::uint32_t bucket) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [bucket](const BucketRange& r) { return r.start <= bucket && bucket < r.end; });
}

bool overlap(std::span<const BucketRange> a, std::span<const BucketRange> b) {
  for (const BucketRange& x : a) {
    for (const BucketRange& y : b) {
      if (x.start < y.end && y.start < x.end) return true;
    }
  }
  return false;
}

Ranges complement(std::span<const BucketRange> ranges) {
  Ranges result;
  std::uint32_t next = 0;
  for (const BucketRange& range : normalized(Ranges(ranges.begin(), ranges.end()))) {
    if (range.start > next) result.push_back({next, range.start});
    next = std::max(next, range.end);
  }
  if (next < kBuckets) result.push_back({next, kBuckets});
  return result;
}

std::string toText(std::span<const BucketRange> ranges) {
  std::string text;
  for (const BucketRange& range : ranges) {
    text += fmt::format("{}[{},{})", text.empty() ? "" : " ", range.start, range.end);
  }
  return text.empty() ? "none" : text;
}

absl::Status validateRanges(std::string_view what, std::span<const BucketRange> ranges) {
  std::uint32_t last_end = 0;
  for (const BucketRange& range : ranges) {
    if (range.start >= range.end || range.end > kBuckets) {
      return invalidArgument("{}: the range [{},{}) is not inside 0..{}: give start < end", what, range.start,
                             range.end, kBuckets);
    }
    if (range.start < last_end) {
      return invalidArgument(
          "{}: the range [{},{}) begins before the one in front of it ends ({}): sort the ranges and "
          "remove what they share",
          what, range.start, range.end, last_end);
    }
    last_end = range.end;
  }
  return absl::OkStatus();
}

std::vector<double> equalWeights(int arms) {
  return arms <= 0 ? std::vector<double>() : std::vector<double>(static_cast<std::size_t>(arms), 1.0 / arms);
}

std::vector<UnitRange> bucketRanges(int arms, double coverage, std::span<const double> weights) {
  coverage = coverage > 0 ? std::min(coverage, 1.0) : 0.0;
  double sum = 0;
  for (const double weight : weights) sum += weight;
  std::vector<double> used(weights.begin(), weights.end());
  if (std::cmp_not_equal(used.size(), std::max(arms, 0)) || !(sum >= 0.99 && sum <= 1.01))
    used = equalWeights(arms);
  std::vector<UnitRange> result;
  double cumulative = 0;
  for (const double weight : used) {
    result.push_back({cumulative, cumulative + coverage * weight});
    cumulative += weight;
  }
  return result;
}

int chooseVariation(double n, std::span<const UnitRange> ranges) {
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    if (n >= ranges[i].start && n < ranges[i].end) return static_cast<int>(i);
  }
  return -1;
}

std::vector<BucketRange> allocate(std::span<const double> weights, double coverage) {
  std::vector<BucketRange> result;
  std::uint32_t taken = 0;  // a bucket belongs to the first arm that holds it, as in chooseVariation
  for (const UnitRange& range : bucketRanges(static_cast<int>(weights.size()), coverage, weights)) {
    const std::uint32_t start = std::max(firstBucketAt(range.start), taken);
    const std::uint32_t end = std::max(firstBucketAt(range.end), start);
    result.push_back({start, end});
    taken = end;
  }
  return result;
}

}  // namespace aerie::assignment
