// A valid world that tests bend: one use case, three endpoints, one running experiment.
#pragma once

#include <string>
#include <vector>

#include "core/routing/route_table.h"

namespace aerie::routing::samples {

inline WorkerConfig worker(const std::string& endpoint) {
  WorkerConfig config;
  config.worker_endpoint = endpoint;
  config.environment = "local";
  config.urls = {"unix:run/" + endpoint + "-0.sock"};
  return config;
}

inline assignment::Experiment experiment(const std::string& name, const std::string& layer) {
  assignment::Experiment e;
  e.name = name;
  e.layer = layer;
  e.seed = name;
  e.arms = {{"control", 0.5, {}}, {"treatment", 0.5, {}}};
  e.state = assignment::ExperimentState::kRunning;
  return e;
}

inline ExperimentRoute route(const std::string& experiment, const std::string& key,
                             const std::string& treatment) {
  return {experiment, key, {{"control", "arrival_delay_v1"}, {"treatment", treatment}}};
}

inline RoutingInput world() {
  RoutingInput input;
  input.workers = {worker("arrival_delay_v1"), worker("arrival_delay_v2"), worker("arrival_delay_v3")};
  input.experiments = {experiment("v1_vs_v2", "arrival_delay")};
  RoutingConfig config;
  config.model_use_case = "arrival_delay";
  config.default_worker_endpoint = "arrival_delay_v1";
  config.experiments = {route("v1_vs_v2", "flight_id", "arrival_delay_v2")};
  config.shadows = {{"arrival_delay_v3", 0.1}};
  input.routings = {config};
  return input;
}

}  // namespace aerie::routing::samples
