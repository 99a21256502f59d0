// Items assigned per second and core: text keys and integer keys, through one experiment and through a use
// case with two. Prints one JSON object a line: {"bench": ..., "value": ..., "unit": ...}.
#include <chrono>
#include <cstdio>
#include <fmt/format.h>
#include <string>
#include <vector>

#include "core/assignment/experiment.h"
#include "core/base/status.h"
#include "core/routing/route_table.h"

using namespace aerie;

namespace {

constexpr std::size_t kItems = 1U << 16;
constexpr int kRounds = 60;

// The best round, so that a busy machine disturbs the figure least.
template <class Work>
void measure(const char* name, std::size_t items, Work work) {
  double best = 1e9;
  for (int round = 0; round < kRounds; ++round) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
  }
  fmt::print("{{\"bench\": \"{}\", \"value\": {:.4g}, \"unit\": \"items/s\"}}\n", name,
             static_cast<double>(items) / best);
}

assignment::Experiment experiment(const std::string& name, const std::string& layer) {
  assignment::Experiment e;
  e.name = name;
  e.layer = layer;
  e.arms = {{"control", 0.5, {}}, {"treatment", 0.5, {}}};
  e.state = assignment::ExperimentState::kRunning;
  return e;
}

}  // namespace

int main() {
  std::vector<std::int64_t> numbers(kItems);
  std::vector<std::string> texts(kItems);
  std::vector<std::string_view> views(kItems);
  for (std::size_t i = 0; i < kItems; ++i) {
    numbers[i] = static_cast<std::int64_t>(10'000'000 + (i * 7919) % 90'000'000);
    texts[i] = std::to_string(numbers[i]);
    views[i] = texts[i];
  }
  const auto whole = assignment::CompiledExperiment::compile(experiment("v1_vs_v2", "delay"));
  assignment::Experiment part = experiment("v1_vs_v3", "delay");
  part.layer_ranges = {{0, 5000}};
  const auto half = assignment::CompiledExperiment::compile(part);
  AERIE_CHECK(whole.ok() && half.ok());
  std::vector<std::int16_t> arms(kItems);
  std::uint64_t sum = 0;
  const auto keep = [&] { sum += static_cast<std::uint64_t>(arms[kItems / 2] + 2); };
  measure("assign_string_keys_8_bytes", kItems, [&] {
    whole->assign(views, arms);
    keep();
  });
  measure("assign_int64_keys_8_digits", kItems, [&] {
    whole->assign(numbers, arms);
    keep();
  });
  measure("assign_int64_keys_half_layer", kItems, [&] {
    half->assign(numbers, arms);
    keep();
  });

  routing::RoutingInput input;
  for (const char* endpoint : {"v1", "v2", "v3"}) {
    routing::WorkerConfig worker;
    worker.worker_endpoint = endpoint;
    input.workers.push_back(worker);
  }
  input.experiments = {part, experiment("v1_vs_v2", "other")};
  routing::RoutingConfig config;
  config.model_use_case = "delay";
  config.default_worker_endpoint = "v1";
  config.experiments = {{"v1_vs_v3", "id", {{"control", "v1"}, {"treatment", "v3"}}},
                        {"v1_vs_v2", "id", {{"control", "v1"}, {"treatment", "v2"}}}};
  input.routings = {config};
  const auto table = routing::RouteTable::compile(input);
  AERIE_CHECK(table.ok());
  std::vector<routing::KeyColumn> columns(1);
  columns[0].values = std::span<const std::int64_t>(numbers);
  routing::Assignments result;
  measure("route_items_two_experiments", kItems, [&] {
    (*table)->find("delay")->assign(columns, kItems, result);
    sum += static_cast<std::uint64_t>(result.endpoint[7]);
  });
  std::fprintf(stderr, "checksum %llu\n", static_cast<unsigned long long>(sum));
  return 0;
}
