#include "app/presenters/bucket_preview.h"

#include <optional>

#include "app/presenters/engine.h"
#include "core/assignment/reweight.h"

namespace aerie::presenters {
namespace {

struct Change {
  std::vector<assignment::Ranges> before;
  std::vector<assignment::Ranges> after;
};

std::optional<Change> changeOf(const rpc::Experiment& experiment, const std::vector<int>& weights,
                               int coverage) {
  if (weights.size() != static_cast<std::size_t>(experiment.arms.size())) return std::nullopt;
  Change out;
  for (const assignment::Arm& arm : toEngine(experiment).arms) out.before.push_back(arm.ranges);
  // The engine, too, leaves everything in its place when nothing is asked for.
  if (weights == weightPoints(experiment) && coverage == coveragePoints(experiment)) {
    out.after = out.before;
    return out;
  }
  auto after =
      assignment::reweight(out.before, weightsOf(experiment, weights), coverageOf(experiment, coverage));
  if (!after.ok()) return std::nullopt;
  out.after = *std::move(after);
  return out;
}

std::vector<qint16> ownersOf(const std::vector<assignment::Ranges>& arms) {
  std::vector<qint16> out(assignment::kBuckets, -1);
  for (std::size_t arm = 0; arm < arms.size(); ++arm) {
    for (const assignment::BucketRange& r : arms[arm]) {
      for (std::uint32_t b = r.start; b < r.end; ++b) out[b] = static_cast<qint16>(arm);
    }
  }
  return out;
}

}  // namespace

BucketPreview previewOf(const rpc::Experiment& experiment, const std::vector<int>& weights, int coverage) {
  const std::optional<Change> change = changeOf(experiment, weights, coverage);
  if (!change) return {};
  const assignment::Movement m = assignment::movement(change->before, change->after);
  return {ownersOf(change->before), ownersOf(change->after), m.moved, m.left, m.joined};
}

rpc::Experiment changed(const rpc::Experiment& experiment, const std::vector<int>& weights, int coverage) {
  const std::optional<Change> change = changeOf(experiment, weights, coverage);
  if (!change) return experiment;
  rpc::Experiment out = experiment;
  const std::vector<double> exact = weightsOf(experiment, weights);
  out.coverage = coverageOf(experiment, coverage);
  for (std::size_t i = 0; i < exact.size(); ++i) {
    rpc::Arm& arm = out.arms[static_cast<qsizetype>(i)];
    arm.weight = exact[i];
    arm.buckets = assignment::bucketCount(change->after[i]);
    arm.ranges.clear();
    for (const assignment::BucketRange& r : change->after[i]) arm.ranges.append({r.start, r.end});
  }
  return out;
}

}  // namespace aerie::presenters
