#include "core/assignment/reweight.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "core/assignment/experiment.h"
#include "core/base/status.h"

namespace aerie::assignment {
namespace {

constexpr std::int16_t kFree = -1;
constexpr std::int16_t kReleased = -2;
using Owners = std::array<std::int16_t, kBuckets>;

absl::StatusOr<Owners> ownersOf(std::span<const Ranges> arms) {
  Owners owners;
  owners.fill(kFree);
  for (std::size_t i = 0; i < arms.size(); ++i) {
    AERIE_RETURN_IF_ERROR(validateRanges(fmt::format("ranges of arm {}", i), arms[i]));
    for (const BucketRange& range : arms[i]) {
      for (std::uint32_t b = range.start; b < range.end; ++b) {
        if (owners[b] != kFree) {
          return invalidArgument("bucket {} belongs to arm {} and to arm {}: give each bucket to one arm", b,
                                 owners[b], i);
        }
        owners[b] = static_cast<std::int16_t>(i);
      }
    }
  }
  return owners;
}

std::vector<Ranges> rangesOf(const Owners& owners, std::size_t arms) {
  std::vector<Ranges> result(arms);
  for (std::uint32_t b = 0; b < kBuckets;) {
    std::uint32_t end = b + 1;
    while (end < kBuckets && owners[end] == owners[b]) ++end;
    if (owners[b] >= 0) result[static_cast<std::size_t>(owners[b])].push_back({b, end});
    b = end;
  }
  return result;
}

// Arm `arm` takes up to `wanted` buckets that `from` owns, beginning at `begin`; stops at the first other
// bucket when `adjacent`. Returns how many it took.
std::uint32_t take(Owners& owners, std::int16_t arm, std::int16_t from, std::uint32_t begin,
                   std::uint32_t wanted, bool adjacent) {
  std::uint32_t taken = 0;
  for (std::uint32_t b = begin; b < kBuckets && taken < wanted; ++b) {
    if (owners[b] == from) {
      owners[b] = arm;
      ++taken;
    } else if (adjacent) {
      break;
    }
  }
  return taken;
}

absl::Status checkWeights(std::span<const double> weights, double coverage) {
  double sum = 0;
  for (const double weight : weights) {
    if (!(weight >= 0 && weight <= 1))
      return invalidArgument("weight {} is not in 0..1: give each arm its share", weight);
    sum += weight;
  }
  if (std::abs(sum - 1) > kWeightTolerance) {
    return invalidArgument("the weights sum to {:.6g}, not to 1: change them so that they sum to 1", sum);
  }
  if (!(coverage >= 0 && coverage <= 1)) {
    return invalidArgument("coverage {} is not in 0..1: give the share of keys that is in the experiment",
                           coverage);
  }
  return absl::OkStatus();
}

}  // namespace

std::vector<std::uint32_t> targetCounts(std::span<const std::uint32_t> current,
                                        std::span<const double> weights, double coverage) {
  const std::size_t n = weights.size();
  std::vector<double> exact(n);
  std::vector<std::uint32_t> target(n);
  for (std::size_t i = 0; i < n; ++i) {
    exact[i] = weights[i] * coverage * kBuckets;
    // What is already right within rounding stays: rounding alone never moves a key. An arm of weight 0 owns
    // nothing.
    const bool right = exact[i] > 0 && std::abs(current[i] - exact[i]) < 1;
    target[i] = right ? current[i] : static_cast<std::uint32_t>(exact[i] + 1e-9 * kBuckets);
  }
  auto total = static_cast<std::uint32_t>(std::lround(coverage * kBuckets));
  // Where no arm has to shrink, none does: what rounding gave an arm earlier is not taken back.
  bool keep = true;
  for (std::size_t i = 0; i < n; ++i) keep = keep && target[i] >= current[i];
  if (keep) total = std::max(total, std::accumulate(current.begin(), current.end(), 0U));
  auto sum = std::accumulate(target.begin(), target.end(), 0U);
  while (sum != total && n > 0) {
    // The arm that is farthest from its exact share gets or gives the next bucket; on ties the one that
    // thereby stays nearest to what it owns now, then the first.
    const double sign = sum < total ? 1 : -1;
    std::size_t best = n;
    double best_gap = 0;
    for (std::size_t i = 0; i < n; ++i) {
      if (sign < 0 && target[i] == (keep ? current[i] : 0)) continue;
      if (sign > 0 && weights[i] == 0) continue;
      const bool toward = sign > 0 ? target[i] < current[i] : target[i] > current[i];
      const double gap = sign * (exact[i] - target[i]) + (toward ? 1e-6 : 0);
      if (best == n || gap > best_gap + 1e-9) {
        best = i;
        best_gap = gap;
      }
    }
    AERIE_CHECK(best < n);
    if (sign > 0) {
      ++target[best];
      ++sum;
    } else {
      --target[best];
      --sum;
    }
  }
  return target;
}

absl::StatusOr<std::vector<Ranges>> reweight(std::span<const Ranges> before, std::span<const double> weights,
                                             double coverage) {
  if (before.size() != weights.size()) {
    return invalidArgument("{} weights for {} arms: give one weight for each arm", weights.size(),
                           before.size());
  }
  AERIE_RETURN_IF_ERROR(checkWeights(weights, coverage));
  AERIE_ASSIGN_OR_RETURN(Owners owners, ownersOf(before));
  std::vector<std::uint32_t> current;
  for (const Ranges& ranges : before) current.push_back(bucketCount(ranges));
  const std::vector<std::uint32_t> target = targetCounts(current, weights, coverage);

  for (std::size_t i = 0; i < target.size(); ++i) {
    std::uint32_t surplus = current[i] > target[i] ? current[i] - target[i] : 0;
    for (std::uint32_t b = kBuckets; b > 0 && surplus > 0; --b) {
      if (owners[b - 1] != static_cast<std::int16_t>(i)) continue;
      owners[b - 1] = kReleased;
      --surplus;
    }
  }
  std::vector<std::uint32_t> wanted(target.size());
  for (std::size_t i = 0; i < target.size(); ++i)
    wanted[i] = target[i] > current[i] ? target[i] - current[i] : 0;
  // Released buckets first, for all arms, before any takes a free one: their keys change anyway.
  for (std::size_t i = 0; i < target.size(); ++i) {
    wanted[i] -= take(owners, static_cast<std::int16_t>(i), kReleased, 0, wanted[i], false);
  }
  for (std::size_t i = 0; i < target.size(); ++i) {
    const std::uint32_t behind = before[i].empty() ? kBuckets : before[i].back().end;
    wanted[i] -= take(owners, static_cast<std::int16_t>(i), kFree, behind, wanted[i], true);
  }
  for (std::size_t i = 0; i < target.size(); ++i) {
    wanted[i] -= take(owners, static_cast<std::int16_t>(i), kFree, 0, wanted[i], false);
    AERIE_CHECK(wanted[i] == 0);
  }
  return rangesOf(owners, target.size());
}

Movement movement(std::span<const Ranges> before, std::span<const Ranges> after) {
  const auto owners = [](std::span<const Ranges> arms) {
    Owners result;
    result.fill(kFree);
    for (std::size_t i = 0; i < arms.size(); ++i) {
      for (const BucketRange& range : arms[i]) {
        for (std::uint32_t b = range.start; b < std::min(range.end, kBuckets); ++b)
          result[b] = static_cast<std::int16_t>(i);
      }
    }
    return result;
  };
  const Owners old_owners = owners(before);
  const Owners new_owners = owners(after);
  Movement result;
  for (std::uint32_t b = 0; b < kBuckets; ++b) {
    if (old_owners[b] == new_owners[b]) continue;
    if (old_owners[b] == kFree) {
      ++result.joined;
    } else if (new_owners[b] == kFree) {
      ++result.left;
    } else {
      ++result.moved;
    }
  }
  return result;
}

std::uint32_t countMoved(std::span<const Ranges> before, std::span<const Ranges> after) {
  const Movement m = movement(before, after);
  return m.moved + m.left;
}

}  // namespace aerie::assignment
