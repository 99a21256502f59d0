// How the arms of an experiment compare: shares, errors, outcomes with intervals, and whether the split is
// the intended one. Pure.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/monitoring/arm_keys.h"
#include "core/monitoring/ledger.h"
#include "core/stats/sample_ratio.h"

namespace aerie::monitoring {

struct ArmPlan {
  std::string arm;
  double weight = 0;
};
struct OutcomeComparison {
  std::string metric;
  stats::Sums sums;
  std::optional<stats::Interval> mean;
  std::optional<stats::Difference> difference;  // to the first arm; none in the first arm itself
};
struct ArmComparison {
  std::string arm;
  double items = 0;   // of all revisions
  double failed = 0;  // likewise
  double share = 0;   // of the items of the current revision
  double intended_share = 0;
  std::vector<OutcomeComparison> outcomes;  // by metric
};
struct Comparison {
  std::vector<ArmComparison> arms;  // as planned
  std::uint64_t ratio_keys = 0;     // that the split is checked with: distinct ones, of the current revision
  std::optional<stats::SampleRatio> ratio;
};

// An outcome of which every value is 0 or 1 is compared as a proportion (Newcombe), others by Welch's test.
// `keys` and `items` of other experiments must not be among the given ones.
Comparison compareArms(std::span<const ArmPlan> plan, std::uint64_t revision, std::span<const ArmItems> items,
                       std::span<const ArmKeys> keys, std::span<const ArmOutcome> outcomes);

}  // namespace aerie::monitoring
