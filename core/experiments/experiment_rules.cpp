#include "core/experiments/experiment_rules.h"

#include <algorithm>

#include "core/assignment/layer.h"
#include "core/base/ids.h"
#include "core/base/status.h"

namespace aerie::experiments {
namespace {

using assignment::Experiment;
using assignment::ExperimentState;

void touch(Experiment& experiment, std::int64_t now_unix_ms) {
  ++experiment.revision;
  experiment.changed_unix_ms = now_unix_ms;
}

// The change's weights in the order of the experiment's arms.
absl::StatusOr<std::vector<double>> weightsOf(const Experiment& experiment, const WeightChange& change) {
  std::vector<double> weights;
  std::vector<std::string> names;
  for (const assignment::Arm& arm : experiment.arms) names.push_back(arm.name);
  for (const auto& [name, weight] : change.weights) {
    if (std::find(names.begin(), names.end(), name) == names.end()) {
      return invalidArgument(
          "experiment '{}': weights: there is no arm '{}'; the arms are {}: give each of these its weight",
          experiment.name, name, fmt::join(names, ", "));
    }
    if (!(weight >= 0 && weight <= 1)) {
      return invalidArgument("experiment '{}': weights: {} of arm '{}' is not in 0..1: give its share",
                             experiment.name, weight, name);
    }
  }
  for (const assignment::Arm& arm : experiment.arms) {
    if (change.weights.empty()) {
      weights.push_back(arm.weight);
      continue;
    }
    const auto found = change.weights.find(arm.name);
    if (found == change.weights.end()) {
      return invalidArgument(
          "experiment '{}': weights: arm '{}' has none: give every arm its weight, 0 to empty it",
          experiment.name, arm.name);
    }
    weights.push_back(found->second);
  }
  return weights;
}

}  // namespace

absl::StatusOr<Experiment> makeExperiment(const ExperimentSpec& spec, std::span<const Experiment> others,
                                          std::int64_t now_unix_ms) {
  AERIE_RETURN_IF_ERROR(validateName("experiment", spec.name));
  if (std::any_of(others.begin(), others.end(), [&](const Experiment& e) { return e.name == spec.name; })) {
    return alreadyExists(
        "experiment '{}' exists already: choose another name; a stopped experiment's name is not used again, "
        "so that its history stays readable",
        spec.name);
  }
  Experiment experiment;
  experiment.name = spec.name;
  experiment.layer = spec.layer.empty() ? spec.name : spec.layer;
  experiment.seed = spec.seed.empty() ? spec.name : spec.seed;
  experiment.coverage = spec.coverage;
  for (const ArmSpec& arm : spec.arms) experiment.arms.push_back({arm.name, arm.weight, {}});
  AERIE_RETURN_IF_ERROR(assignment::validate(experiment));
  const double share = spec.layer_share == 0 ? 1 : spec.layer_share;
  AERIE_ASSIGN_OR_RETURN(assignment::Ranges ranges,
                         assignment::freeLayerRanges(experiment.layer, share, others));
  experiment.layer_ranges = std::move(ranges);
  assignment::fillDefaults(experiment);
  touch(experiment, now_unix_ms);
  if (spec.start) {
    experiment.state = ExperimentState::kRunning;
    experiment.started_unix_ms = now_unix_ms;
  }
  return experiment;
}

absl::StatusOr<Experiment> started(Experiment experiment, std::int64_t now_unix_ms) {
  if (experiment.state == ExperimentState::kRunning) return experiment;
  if (experiment.state == ExperimentState::kStopped) {
    return failedPrecondition(
        "experiment '{}' is stopped and does not start again, because its share of layer '{}' is free "
        "for others: create a new experiment",
        experiment.name, experiment.layer);
  }
  experiment.state = ExperimentState::kRunning;
  experiment.started_unix_ms = now_unix_ms;
  touch(experiment, now_unix_ms);
  return experiment;
}

absl::StatusOr<Experiment> stopped(Experiment experiment, std::int64_t now_unix_ms) {
  if (experiment.state == ExperimentState::kStopped) return experiment;
  experiment.state = ExperimentState::kStopped;
  touch(experiment, now_unix_ms);
  return experiment;
}

absl::StatusOr<WeightResult> reweighted(const Experiment& experiment, const WeightChange& change,
                                        std::int64_t now_unix_ms) {
  if (change.expected_revision != 0 && change.expected_revision != experiment.revision) {
    return aborted(
        "experiment '{}' is at revision {}, but the change was made for revision {}: read it again and "
        "repeat the "
        "change",
        experiment.name, experiment.revision, change.expected_revision);
  }
  if (experiment.state == ExperimentState::kStopped) {
    return failedPrecondition(
        "experiment '{}' is stopped, so its weights no longer do anything: create a new experiment",
        experiment.name);
  }
  AERIE_ASSIGN_OR_RETURN(const std::vector<double> weights, weightsOf(experiment, change));
  const double coverage = change.coverage.value_or(experiment.coverage);
  WeightResult result;
  result.experiment = experiment;
  bool same = coverage == experiment.coverage;
  std::vector<assignment::Ranges> before;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    before.push_back(experiment.arms[i].ranges);
    same = same && weights[i] == experiment.arms[i].weight;
  }
  if (same) return result;
  absl::StatusOr<std::vector<assignment::Ranges>> after = assignment::reweight(before, weights, coverage);
  if (!after.ok()) return withContext(after.status(), fmt::format("experiment '{}'", experiment.name));
  result.movement = assignment::movement(before, *after);
  result.buckets_moved = assignment::countMoved(before, *after);
  result.experiment.coverage = coverage;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    result.experiment.arms[i].weight = weights[i];
    result.experiment.arms[i].ranges = std::move((*after)[i]);
  }
  touch(result.experiment, now_unix_ms);
  return result;
}

}  // namespace aerie::experiments
