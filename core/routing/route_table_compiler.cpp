#include <algorithm>
#include <memory>
#include <unordered_map>

#include "core/assignment/layer.h"
#include "core/base/status.h"
#include "core/base/yaml_reader.h"
#include "core/routing/route_table.h"

namespace aerie::routing {
namespace {

using assignment::CompiledExperiment;
using assignment::ExperimentState;

std::string subjectOf(const RoutingConfig& config) {
  return config.source.empty() ? fmt::format("use case '{}'", config.model_use_case)
                               : fmt::format("{}: use case '{}'", config.source, config.model_use_case);
}

// "; did you mean 'x'?" or the names there are, when they are few.
template <class Map>
std::string hint(std::string_view unknown, const Map& known) {
  std::vector<std::string> names;
  for (const auto& entry : known) names.push_back(entry.first);
  std::sort(names.begin(), names.end());
  if (const std::string near = nearestName(unknown, names); !near.empty())
    return fmt::format("; did you mean '{}'?", near);
  if (names.empty()) return "; none is known yet";
  if (names.size() > 8) return "";
  return fmt::format("; known are {}", fmt::join(names, ", "));
}

}  // namespace

class RouteTableCompiler final {
 public:
  absl::StatusOr<std::shared_ptr<const RouteTable>> compile(RoutingInput input) {
    AERIE_RETURN_IF_ERROR(addEndpoints(std::move(input.workers)));
    AERIE_RETURN_IF_ERROR(addExperiments(std::move(input.experiments)));
    for (const RoutingConfig& config : input.routings) AERIE_RETURN_IF_ERROR(addUseCase(config));
    return std::shared_ptr<const RouteTable>(std::move(table_));
  }

 private:
  absl::Status addEndpoints(std::vector<WorkerConfig> workers) {
    for (WorkerConfig& worker : workers) {
      AERIE_RETURN_IF_ERROR(validate(worker));
      const auto index = static_cast<std::int32_t>(table_->endpoints_.size());
      const auto [entry, added] = table_->endpoint_index_.emplace(worker.worker_endpoint, index);
      if (!added) {
        const WorkerConfig& first = table_->endpoints_[static_cast<std::size_t>(entry->second)];
        return invalidArgument(
            "{}worker endpoint '{}': worker_endpoint: is configured twice (environments '{}' and '{}'{}): "
            "keep one worker config",
            worker.source.empty() ? "" : worker.source + ": ", worker.worker_endpoint, first.environment,
            worker.environment, first.source.empty() ? "" : ", first in " + first.source);
      }
      endpoint_names_->push_back(worker.worker_endpoint);
      table_->endpoints_.push_back(std::move(worker));
    }
    return absl::OkStatus();
  }

  absl::Status addExperiments(std::vector<assignment::Experiment> experiments) {
    for (const assignment::Experiment& experiment : experiments) {
      AERIE_ASSIGN_OR_RETURN(CompiledExperiment compiled, CompiledExperiment::compile(experiment));
      auto shared = std::make_shared<const CompiledExperiment>(std::move(compiled));
      if (!experiments_.emplace(experiment.name, std::move(shared)).second) {
        return invalidArgument("{}: name: two experiments have it: rename or remove one",
                               describe(experiment));
      }
    }
    return assignment::checkLayers(experiments);
  }

  absl::StatusOr<std::int32_t> endpoint(const std::string& field, const std::string& endpoint_name) const {
    const std::int32_t index = table_->endpointIndex(endpoint_name);
    if (index >= 0) return index;
    return invalidArgument("{}: worker endpoint '{}' is not known{}: deploy it first or name another", field,
                           endpoint_name, hint(endpoint_name, table_->endpoint_index_));
  }

  absl::Status addUseCase(const RoutingConfig& config) {
    AERIE_RETURN_IF_ERROR(validate(config));
    const std::string subject = subjectOf(config);
    auto use_case = std::make_unique<UseCase>();
    use_case->name_ = config.model_use_case;
    use_case->on_worker_failure_ = config.on_worker_failure;
    use_case->endpoint_names_ = endpoint_names_;
    AERIE_ASSIGN_OR_RETURN(use_case->default_endpoint_,
                           endpoint(subject + ": default_worker_endpoint", config.default_worker_endpoint));
    for (std::size_t i = 0; i < config.experiments.size(); ++i) {
      AERIE_RETURN_IF_ERROR(
          addRoute(fmt::format("{}: experiments[{}]", subject, i), config.experiments[i], *use_case));
    }
    for (std::size_t i = 0; i < config.shadows.size(); ++i) {
      AERIE_ASSIGN_OR_RETURN(const std::int32_t index,
                             endpoint(fmt::format("{}: shadows[{}].worker_endpoint", subject, i),
                                      config.shadows[i].worker_endpoint));
      use_case->shadows_.push_back({index, config.shadows[i].sample});
    }
    if (!table_->use_case_index_.emplace(use_case->name_, use_case.get()).second) {
      return invalidArgument("{}: model_use_case: has two routing configs: keep one", subject);
    }
    table_->use_cases_.push_back(std::move(use_case));
    return absl::OkStatus();
  }

  absl::Status addRoute(const std::string& field, const ExperimentRoute& route, UseCase& use_case) const {
    const auto found = experiments_.find(route.name);
    if (found == experiments_.end()) {
      return invalidArgument(
          "{}.name: experiment '{}' is not known to the Traffic Assignment Engine{}: create it first or "
          "remove the entry",
          field, route.name, hint(route.name, experiments_));
    }
    const std::shared_ptr<const CompiledExperiment>& compiled = found->second;
    const assignment::Experiment& experiment = compiled->experiment();
    UseCase::ExperimentView view;
    view.name = experiment.name;
    view.layer = experiment.layer;
    view.state = experiment.state;
    view.revision = experiment.revision;
    AERIE_RETURN_IF_ERROR(matchArms(field, route, experiment));
    for (std::size_t a = 0; a < experiment.arms.size(); ++a) {
      const auto arm = std::find_if(route.arms.begin(), route.arms.end(),
                                    [&](const ArmRoute& r) { return r.arm == experiment.arms[a].name; });
      AERIE_ASSIGN_OR_RETURN(const std::int32_t index, endpoint(fmt::format("{}.arms[{}].worker_endpoint",
                                                                            field, arm - route.arms.begin()),
                                                                arm->worker_endpoint));
      view.arms.push_back({arm->arm, index, compiled->propensity(static_cast<int>(a))});
    }
    auto& columns = use_case.key_columns_;
    const auto column = std::find(columns.begin(), columns.end(), route.experiment_traffic_splitting_key);
    view.key_column = static_cast<std::size_t>(column - columns.begin());
    if (column == columns.end()) columns.push_back(route.experiment_traffic_splitting_key);
    if (view.state == ExperimentState::kRunning) {
      use_case.running_.push_back(static_cast<std::int16_t>(use_case.experiments_.size()));
    }
    use_case.experiments_.push_back(std::move(view));
    use_case.compiled_.push_back(compiled);
    return absl::OkStatus();
  }

  // The config's arms are exactly the engine's.
  static absl::Status matchArms(const std::string& field, const ExperimentRoute& route,
                                const assignment::Experiment& experiment) {
    std::vector<std::string> engine;
    std::vector<std::string> missing;
    for (const assignment::Arm& arm : experiment.arms) {
      engine.push_back(arm.name);
      const bool routed =
          std::any_of(route.arms.begin(), route.arms.end(), [&](const auto& r) { return r.arm == arm.name; });
      if (!routed) missing.push_back(arm.name);
    }
    for (std::size_t i = 0; i < route.arms.size(); ++i) {
      if (std::find(engine.begin(), engine.end(), route.arms[i].arm) != engine.end()) continue;
      return invalidArgument(
          "{}.arms[{}].arm: experiment '{}' has no arm '{}' in the Traffic Assignment Engine; its arms are "
          "{}: route exactly these",
          field, i, route.name, route.arms[i].arm, fmt::join(engine, ", "));
    }
    if (!missing.empty()) {
      return invalidArgument(
          "{}.arms: arm{} {} of experiment '{}' {} no worker_endpoint: route every arm that the Traffic "
          "Assignment Engine has",
          field, missing.size() == 1 ? "" : "s", fmt::join(missing, ", "), route.name,
          missing.size() == 1 ? "has" : "have");
    }
    return absl::OkStatus();
  }

  std::shared_ptr<RouteTable> table_{new RouteTable()};
  // Shared by all use cases: a copy for each would make compiling quadratic.
  std::shared_ptr<std::vector<std::string>> endpoint_names_ = std::make_shared<std::vector<std::string>>();
  std::unordered_map<std::string, std::shared_ptr<const CompiledExperiment>> experiments_;
};

absl::StatusOr<std::shared_ptr<const RouteTable>> RouteTable::compile(RoutingInput input) {
  return RouteTableCompiler().compile(std::move(input));
}

}  // namespace aerie::routing
