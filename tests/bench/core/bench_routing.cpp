// Time to compile a snapshot of 1,000 use cases with 2,000 endpoints and 1,000 experiments, and to read their
// YAML. Prints one JSON object a line: {"bench": ..., "value": ..., "unit": ...}.
#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <string>

#include "core/base/status.h"
#include "core/routing/route_table.h"

using namespace aerie;

namespace {

template <class Work>
void measure(const char* name, Work work) {
  double best = 1e9;
  for (int round = 0; round < 10; ++round) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    best = std::min(
        best, std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
  }
  fmt::print("{{\"bench\": \"{}\", \"value\": {:.4g}, \"unit\": \"ms\"}}\n", name, best);
}

}  // namespace

int main() {
  routing::RoutingInput input;
  std::string yaml;
  for (int i = 0; i < 1000; ++i) {
    const std::string name = fmt::format("use_case_{}", i);
    for (const char* version : {"_v1", "_v2"}) {
      routing::WorkerConfig worker;
      worker.worker_endpoint = name + version;
      worker.environment = "local";
      worker.urls = {fmt::format("unix:run/{}{}-0.sock", name, version)};
      input.workers.push_back(worker);
    }
    assignment::Experiment experiment;
    experiment.name = name + "_v1_vs_v2";
    experiment.layer = name;
    experiment.arms = {{"control", 0.5, {}}, {"treatment", 0.5, {}}};
    experiment.state = assignment::ExperimentState::kRunning;
    input.experiments.push_back(experiment);
    routing::RoutingConfig config;
    config.model_use_case = name;
    config.default_worker_endpoint = name + "_v1";
    config.experiments = {
        {experiment.name, "flight_id", {{"control", name + "_v1"}, {"treatment", name + "_v2"}}}};
    yaml += (yaml.empty() ? "" : "---\n") + routing::toYaml(config);
    input.routings.push_back(config);
  }
  measure("route_compile_1000_use_cases", [&] { AERIE_CHECK(routing::RouteTable::compile(input).ok()); });
  measure("route_yaml_1000_use_cases",
          [&] { AERIE_CHECK(routing::parseConfigDocuments(yaml, "bench.yaml").ok()); });
  return 0;
}
