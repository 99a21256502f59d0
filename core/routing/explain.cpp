#include "core/base/status.h"
#include "core/routing/route_table.h"

namespace aerie::routing {

using assignment::ArmTable;
using assignment::CompiledExperiment;
using assignment::ExperimentState;

ExperimentStep UseCase::explainStep(std::size_t index, const KeyValue& key, Decision& decision) const {
  const ExperimentView& view = experiments_[index];
  const CompiledExperiment& experiment = *compiled_[index];
  ExperimentStep step;
  step.experiment = view.name;
  step.layer = view.layer;
  step.splitting_key = key_columns_[view.key_column];
  if (const auto* text = std::get_if<std::string_view>(&key)) step.key_value = std::string(*text);
  if (const auto* number = std::get_if<std::int64_t>(&key)) step.key_value = fmt::format("{}", *number);

  if (view.state != ExperimentState::kRunning) {
    step.reason = fmt::format("Experiment {} is {}, and only running experiments assign items.", view.name,
                              assignment::stateName(view.state));
    return step;
  }
  if (step.key_value.empty()) {
    if (decision.experiment < 0) decision.reason = Reason::kWithoutKey;
    step.reason =
        fmt::format("The item has no value in column {}, which splits the traffic of experiment {}.",
                    step.splitting_key, view.name);
    return step;
  }
  step.layer_hash_input = assignment::layerSeed(view.layer) + step.key_value;
  const assignment::Bucket layer_bucket = experiment.layerBucket(std::string_view(step.key_value));
  step.layer_bucket = layer_bucket;
  if (!experiment.ownsLayerBucket(layer_bucket)) {
    step.reason =
        fmt::format("Bucket {} of layer {} is outside the share of experiment {}, {}.", layer_bucket,
                    view.layer, view.name, assignment::toText(experiment.experiment().layer_ranges));
    return step;
  }
  step.hash_input = experiment.experiment().seed + step.key_value;
  const assignment::Bucket bucket = experiment.bucket(std::string_view(step.key_value));
  step.bucket = bucket;
  const std::uint8_t arm = experiment.armOfBucket(bucket);
  if (arm == ArmTable::kNone) {
    step.reason = fmt::format("Bucket {} of experiment {} belongs to no arm: coverage is {:g}.", bucket,
                              view.name, experiment.experiment().coverage);
    return step;
  }
  const ArmView& arm_view = view.arms[arm];
  step.arm = arm_view.name;
  step.endpoint = (*endpoint_names_)[static_cast<std::size_t>(arm_view.endpoint)];
  step.reason = fmt::format(
      "Key {} of column {} falls into bucket {} of experiment {}, which arm {} owns; endpoint {} "
      "serves that arm.",
      step.key_value, step.splitting_key, bucket, view.name, step.arm, step.endpoint);
  decision = {arm_view.endpoint, static_cast<std::int16_t>(index), static_cast<std::int16_t>(arm),
              arm_view.propensity, Reason::kAssigned};
  return step;
}

Explanation UseCase::explain(std::span<const KeyValue> keys) const {
  Explanation result;
  result.decision.endpoint = default_endpoint_;
  result.decision.reason = running_.empty() ? Reason::kNoExperiment : Reason::kNotCovered;
  for (std::size_t i = 0; i < experiments_.size() && result.decision.experiment < 0; ++i) {
    const std::size_t column = experiments_[i].key_column;
    result.steps.push_back(explainStep(i, column < keys.size() ? keys[column] : KeyValue{}, result.decision));
  }
  result.endpoint = (*endpoint_names_)[static_cast<std::size_t>(result.decision.endpoint)];
  if (result.decision.experiment >= 0) {
    result.experiment = result.steps.back().experiment;
    result.arm = result.steps.back().arm;
    result.reason = result.steps.back().reason;
    return result;
  }
  if (result.steps.empty()) {
    result.reason = fmt::format("Use case {} routes no experiment.", name_);
  } else {
    for (const ExperimentStep& step : result.steps)
      result.reason += (result.reason.empty() ? "" : " ") + step.reason;
  }
  result.reason += fmt::format(" The default endpoint {} serves the item.", result.endpoint);
  return result;
}

}  // namespace aerie::routing
