#include "core/experiments/experiment_json.h"

#include <nlohmann/json.hpp>

#include "core/base/status.h"

namespace aerie::experiments {
namespace {

using nlohmann::json;

json rangesToJson(const assignment::Ranges& ranges) {
  json result = json::array();
  for (const assignment::BucketRange& range : ranges) result.push_back({range.start, range.end});
  return result;
}

assignment::Ranges rangesFromJson(const json& value) {
  assignment::Ranges result;
  for (const json& range : value)
    result.push_back({range.at(0).get<std::uint32_t>(), range.at(1).get<std::uint32_t>()});
  return result;
}

}  // namespace

std::string toJson(const assignment::Experiment& experiment) {
  json arms = json::array();
  for (const assignment::Arm& arm : experiment.arms) {
    arms.push_back({{"name", arm.name}, {"weight", arm.weight}, {"ranges", rangesToJson(arm.ranges)}});
  }
  return json{{"name", experiment.name},
              {"layer", experiment.layer},
              {"coverage", experiment.coverage},
              {"arms", std::move(arms)},
              {"seed", experiment.seed},
              {"layer_ranges", rangesToJson(experiment.layer_ranges)},
              {"state", std::string(assignment::stateName(experiment.state))},
              {"revision", experiment.revision},
              {"started_unix_ms", experiment.started_unix_ms},
              {"changed_unix_ms", experiment.changed_unix_ms},
              {"hash_version", experiment.hash_version}}
      .dump(-1, ' ', false, json::error_handler_t::replace);
}

absl::StatusOr<assignment::Experiment> experimentFromJson(std::string_view text) {
  assignment::Experiment experiment;
  try {
    const json value = json::parse(text);
    experiment.name = value.at("name").get<std::string>();
    experiment.layer = value.at("layer").get<std::string>();
    experiment.coverage = value.at("coverage").get<double>();
    for (const json& arm : value.at("arms")) {
      experiment.arms.push_back({arm.at("name").get<std::string>(), arm.at("weight").get<double>(),
                                 rangesFromJson(arm.at("ranges"))});
    }
    experiment.seed = value.at("seed").get<std::string>();
    experiment.layer_ranges = rangesFromJson(value.at("layer_ranges"));
    const auto state = value.at("state").get<std::string>();
    experiment.state = state == "running"   ? assignment::ExperimentState::kRunning
                       : state == "stopped" ? assignment::ExperimentState::kStopped
                                            : assignment::ExperimentState::kDraft;
    experiment.revision = value.at("revision").get<std::uint64_t>();
    experiment.started_unix_ms = value.at("started_unix_ms").get<std::int64_t>();
    experiment.changed_unix_ms = value.at("changed_unix_ms").get<std::int64_t>();
    experiment.hash_version = value.at("hash_version").get<std::uint32_t>();
  } catch (const json::exception& e) {
    return dataLoss("a stored experiment cannot be read: {}: restore the database from a backup", e.what());
  }
  if (const absl::Status status = assignment::validate(experiment); !status.ok()) {
    return dataLoss("a stored experiment is not valid: {}: restore the database from a backup",
                    messageOf(status));
  }
  return experiment;
}

}  // namespace aerie::experiments
