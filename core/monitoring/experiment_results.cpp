#include "core/monitoring/experiment_results.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace aerie::monitoring {
namespace {

// x * x = x only for 0 and 1, so the sums agree only when all values are such.
bool isProportion(const stats::Sums& s) {
  return s.sum == s.sum_squares && s.sum == std::floor(s.sum) && s.sum >= 0 &&
         s.sum <= static_cast<double>(s.count);
}

std::optional<stats::Interval> meanOf(const stats::Sums& s) {
  return isProportion(s) ? stats::wilson(static_cast<std::uint64_t>(s.sum), s.count) : stats::meanInterval(s);
}

std::optional<stats::Difference> differenceOf(const stats::Sums& control, const stats::Sums& arm) {
  if (!isProportion(control) || !isProportion(arm)) return stats::welch(control, arm);
  return stats::proportionDifference(static_cast<std::uint64_t>(control.sum), control.count,
                                     static_cast<std::uint64_t>(arm.sum), arm.count);
}

}  // namespace

Comparison compareArms(std::span<const ArmPlan> plan, std::uint64_t revision, std::span<const ArmItems> items,
                       std::span<const ArmKeys> keys, std::span<const ArmOutcome> outcomes) {
  Comparison out;
  double weights = 0;
  for (const ArmPlan& p : plan) weights += p.weight;
  std::vector<std::uint64_t> observed;  // keys
  std::vector<double> intended;
  std::vector<double> current;  // items
  for (const ArmPlan& p : plan) {
    ArmComparison arm;
    arm.arm = p.arm;
    arm.intended_share = weights > 0 ? p.weight / weights : 0;
    current.push_back(0);
    for (const ArmItems& i : items) {
      if (i.arm != p.arm) continue;
      arm.items += i.items;
      arm.failed += i.failed;
      if (i.revision == revision) current.back() += i.items;
    }
    double counted = 0;
    for (const ArmKeys& k : keys) {
      if (k.arm == p.arm && k.revision == revision) counted += k.keys;
    }
    observed.push_back(static_cast<std::uint64_t>(std::llround(std::max(0.0, counted))));
    intended.push_back(p.weight);
    out.ratio_keys += observed.back();
    for (const ArmOutcome& o : outcomes) {
      if (o.arm == p.arm) arm.outcomes.push_back({o.metric, o.sums, meanOf(o.sums), std::nullopt});
    }
    if (!out.arms.empty()) {
      for (OutcomeComparison& o : arm.outcomes) {
        for (const OutcomeComparison& control : out.arms.front().outcomes) {
          if (control.metric == o.metric) o.difference = differenceOf(control.sums, o.sums);
        }
      }
    }
    out.arms.push_back(std::move(arm));
  }
  const double served = std::accumulate(current.begin(), current.end(), 0.0);
  for (std::size_t i = 0; i < out.arms.size() && served > 0; ++i) out.arms[i].share = current[i] / served;
  out.ratio = stats::sampleRatio(observed, intended);
  return out;
}

}  // namespace aerie::monitoring
