#include "app/presenters/engine.h"

#include <cmath>

#include "app/models/split.h"

namespace aerie::presenters {
namespace {

assignment::Ranges rangesOf(const QList<rpc::BucketRange>& ranges) {
  assignment::Ranges out;
  for (const rpc::BucketRange& r : ranges) out.push_back({r.start, r.end});
  return out;
}

assignment::ExperimentState stateOf(const QString& state) {
  if (state == QLatin1String("running")) return assignment::ExperimentState::kRunning;
  if (state == QLatin1String("stopped")) return assignment::ExperimentState::kStopped;
  return assignment::ExperimentState::kDraft;
}

}  // namespace

assignment::Experiment toEngine(const rpc::Experiment& e) {
  assignment::Experiment out;
  out.name = e.name.toStdString();
  out.layer = e.layer.toStdString();
  out.coverage = e.coverage;
  for (const rpc::Arm& a : e.arms) out.arms.push_back({a.name.toStdString(), a.weight, rangesOf(a.ranges)});
  out.seed = e.seed.toStdString();
  out.layer_ranges = rangesOf(e.layerRanges);
  out.state = stateOf(e.state);
  out.revision = e.revision;
  out.started_unix_ms = e.startedMs;
  out.changed_unix_ms = e.changedMs;
  assignment::fillDefaults(out);
  return out;
}

routing::RoutingConfig toEngine(const rpc::Routing& r) {
  routing::RoutingConfig out;
  out.model_use_case = r.useCase.toStdString();
  out.default_worker_endpoint = r.defaultEndpoint.toStdString();
  for (const rpc::ExperimentRoute& e : r.experiments) {
    routing::ExperimentRoute route{e.name.toStdString(), e.splittingKey.toStdString(), {}};
    for (const rpc::ArmRoute& a : e.arms) {
      route.arms.push_back({a.arm.toStdString(), a.endpoint.toStdString()});
    }
    out.experiments.push_back(std::move(route));
  }
  for (const rpc::ShadowRoute& s : r.shadows) out.shadows.push_back({s.endpoint.toStdString(), s.sample});
  out.on_worker_failure = r.onWorkerFailure == QLatin1String("fail_rows")
                              ? routing::OnWorkerFailure::kFailRows
                              : routing::OnWorkerFailure::kDefaultEndpoint;
  return out;
}

std::vector<int> weightPoints(const rpc::Experiment& experiment) {
  std::vector<double> weights;
  for (const rpc::Arm& a : experiment.arms) weights.push_back(a.weight);
  return weights.empty() ? std::vector<int>() : models::toBasisPoints(weights);
}

int coveragePoints(const rpc::Experiment& experiment) {
  return static_cast<int>(std::lround(experiment.coverage * models::kWhole));
}

std::vector<double> weightsOf(const rpc::Experiment& experiment, const std::vector<int>& basisPoints) {
  std::vector<double> out;
  const bool same = basisPoints == weightPoints(experiment);
  for (std::size_t i = 0; i < basisPoints.size(); ++i) {
    out.push_back(same ? experiment.arms[static_cast<qsizetype>(i)].weight
                       : static_cast<double>(basisPoints[i]) / models::kWhole);
  }
  return out;
}

double coverageOf(const rpc::Experiment& experiment, int basisPoints) {
  return basisPoints == coveragePoints(experiment) ? experiment.coverage
                                                   : static_cast<double>(basisPoints) / models::kWhole;
}

}  // namespace aerie::presenters
