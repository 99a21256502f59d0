#include "tests/app/fakes/fake_traffic.h"

#include <algorithm>

#include "core/assignment/reweight.h"
#include "core/base/status.h"

namespace aerie::testing {

absl::Status checkRouting(const rpc::Routing& routing, const QList<rpc::Deployment>& deployments,
                          const QList<rpc::Experiment>& experiments) {
  const auto endpoint = [&](const std::string& field, const QString& name) -> absl::Status {
    const bool known = std::any_of(deployments.begin(), deployments.end(),
                                   [&](const rpc::Deployment& d) { return d.spec.endpoint == name; });
    if (known) return absl::OkStatus();
    return invalidArgument(
        "use case '{}': {}: worker endpoint '{}' is not known: deploy it first or name another",
        routing.useCase.toStdString(), field, name.toStdString());
  };
  AERIE_RETURN_IF_ERROR(endpoint("default_worker_endpoint", routing.defaultEndpoint));
  for (qsizetype i = 0; i < routing.experiments.size(); ++i) {
    const rpc::ExperimentRoute& e = routing.experiments[i];
    const bool known = std::any_of(experiments.begin(), experiments.end(),
                                   [&](const rpc::Experiment& x) { return x.name == e.name; });
    if (!known) {
      return invalidArgument("use case '{}': experiments[{}].name: experiment '{}' is not known",
                             routing.useCase.toStdString(), i, e.name.toStdString());
    }
    if (e.splittingKey.isEmpty()) {
      return invalidArgument("use case '{}': experiments[{}].experiment_traffic_splitting_key: is empty",
                             routing.useCase.toStdString(), i);
    }
    for (qsizetype a = 0; a < e.arms.size(); ++a) {
      AERIE_RETURN_IF_ERROR(
          endpoint(fmt::format("experiments[{}].arms[{}].worker_endpoint", i, a), e.arms[a].endpoint));
    }
  }
  for (qsizetype i = 0; i < routing.shadows.size(); ++i) {
    AERIE_RETURN_IF_ERROR(
        endpoint(fmt::format("shadows[{}].worker_endpoint", i), routing.shadows[i].endpoint));
  }
  return absl::OkStatus();
}

static void setRanges(rpc::Experiment& e, const std::vector<assignment::Ranges>& ranges) {
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    rpc::Arm& arm = e.arms[static_cast<qsizetype>(i)];
    arm.ranges.clear();
    for (const assignment::BucketRange& r : ranges[i]) arm.ranges.append({r.start, r.end});
    arm.buckets = assignment::bucketCount(ranges[i]);
  }
}

void allocate(rpc::Experiment& e) {
  std::vector<double> weights;
  for (const rpc::Arm& a : e.arms) weights.push_back(a.weight);
  std::vector<assignment::Ranges> ranges;
  for (const assignment::BucketRange& r : assignment::allocate(weights, e.coverage)) ranges.push_back({r});
  setRanges(e, ranges);
}

absl::StatusOr<quint32> reweight(rpc::Experiment& e, const rpc::WeightsChange& change) {
  if (std::all_of(e.arms.begin(), e.arms.end(), [](const rpc::Arm& a) { return a.ranges.isEmpty(); }))
    allocate(e);
  std::vector<double> weights;
  std::vector<assignment::Ranges> before;
  for (const rpc::Arm& a : e.arms) {
    weights.push_back(change.weights.isEmpty() ? a.weight : change.weights.value(a.name));
    before.emplace_back();
    for (const rpc::BucketRange& r : a.ranges) before.back().push_back({r.start, r.end});
  }
  const double coverage = change.coverage.value_or(e.coverage);
  AERIE_ASSIGN_OR_RETURN(const std::vector<assignment::Ranges> after,
                         assignment::reweight(before, weights, coverage));
  for (std::size_t i = 0; i < weights.size(); ++i) e.arms[static_cast<qsizetype>(i)].weight = weights[i];
  e.coverage = coverage;
  setRanges(e, after);
  return assignment::countMoved(before, after);
}

}  // namespace aerie::testing
