#include "sim/scenarios/scenario.h"

#include <algorithm>

#include "core/base/status.h"
#include "core/base/yaml_reader.h"

namespace aerie::sim {

absl::StatusOr<Scenario> parseScenario(std::string_view yaml, const std::string& source) {
  AERIE_ASSIGN_OR_RETURN(YamlNode root, YamlNode::parse(yaml, source));
  const auto within = [](YamlNode& node, std::string_view field, double value, double low, double high) {
    if (value < low || value > high)
      node.fail(field, fmt::format("{} must be from {} to {}", value, low, high));
  };
  const auto integer = [](YamlNode& node, std::string_view field, std::int64_t fallback, std::int64_t low,
                          std::int64_t high) {
    const std::int64_t value = node.optionalInteger(field, fallback);
    if (value >= low && value <= high) return value;
    node.fail(field, fmt::format("{} must be from {} to {}", value, low, high));
    return fallback;
  };
  Scenario result;
  result.name = root.requiredString("name");
  result.seed = static_cast<std::uint64_t>(integer(root, "seed", 1, 1, 4'294'967'295));
  result.replicas = static_cast<int>(integer(root, "replicas", 2, 1, 16));
  result.fault_seconds = root.optionalNumber("fault_seconds", 6);
  within(root, "fault_seconds", result.fault_seconds, 0.1, 3'600);
  result.faults = root.strings("faults");
  const std::vector<std::string> known(std::begin(kFaultNames), std::end(kFaultNames));
  for (const std::string& fault : result.faults) {
    if (std::find(known.begin(), known.end(), fault) == known.end()) {
      root.fail("faults", fmt::format("'{}' is not known; use {}", fault, fmt::join(known, ", ")));
    }
  }

  YamlNode training = root.child("training");
  result.train_from = training.optionalString("train_from", "2001-01-01");
  result.train_to = training.optionalString("train_to", "2001-05-01");
  result.test_to = training.optionalString("test_to", "2001-07-01");
  result.trees = static_cast<int>(integer(training, "trees", 60, 1, 10'000));
  result.depth = static_cast<int>(integer(training, "depth", 6, 1, 16));

  YamlNode traffic = root.child("traffic");
  result.requests_per_second = traffic.optionalNumber("requests_per_second", 100);
  within(traffic, "requests_per_second", result.requests_per_second, 0.1, 100'000);
  result.max_items = static_cast<std::size_t>(integer(traffic, "max_items", 100, 1, 10'000));
  result.min_items = static_cast<std::size_t>(
      integer(traffic, "min_items", std::min<std::int64_t>(20, static_cast<std::int64_t>(result.max_items)),
              1, static_cast<std::int64_t>(result.max_items)));
  result.deadline_ms = static_cast<int>(integer(traffic, "deadline_ms", 2'000, 1, 60'000));
  result.traffic_start = traffic.optionalString("start", result.train_to);

  YamlNode experiment = root.child("experiment");
  result.experiment = experiment.optionalString("name", "v1_vs_v2");
  result.splitting_key = experiment.optionalString("splitting_key", "flight_id");
  result.treatment_weight = experiment.optionalNumber("treatment_weight", 0.5);
  within(experiment, "treatment_weight", result.treatment_weight, 0, 1);
  result.experiment_requests =
      static_cast<std::uint64_t>(integer(experiment, "requests", 1'500, 1, 1'000'000'000));
  result.label_delay_minutes =
      static_cast<int>(integer(experiment, "label_delay_minutes", 240, 0, 1'000'000));

  YamlNode hold = root.child("hold");
  result.max_failed_requests =
      static_cast<std::uint64_t>(integer(hold, "max_failed_requests", 0, 0, 1'000'000'000));
  result.max_failed_items =
      static_cast<std::uint64_t>(integer(hold, "max_failed_items", 0, 0, 1'000'000'000));
  result.min_auc_gain = hold.optionalNumber("min_auc_gain", 0);
  AERIE_RETURN_IF_ERROR(root.finish());
  return result;
}

}  // namespace aerie::sim
