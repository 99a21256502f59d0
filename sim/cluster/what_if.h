// Several runs of one scenario, and grids of scenarios.
#pragma once

#include <absl/status/statusor.h>
#include <cstdint>
#include <functional>
#include <vector>

#include "sim/cluster/result.h"
#include "sim/cluster/scenario.h"

namespace aerie::sim::cluster {

// Over the runs.
struct Spread {
  double mean = 0, low = 0, high = 0;
};

struct RunSummary {
  ClusterScenario scenario;
  std::int64_t slots = 0;
  Spread makespan, wait_to_first;        // seconds
  Spread concurrency, peak_concurrency;  // own tasks
  Spread cpu, slots_used, idle;          // shares
  Spread peak_queue;                     // tasks
  Spread cost, core_hours_paid, core_hours_used;
  Spread wait_p50, wait_p95;                                     // seconds, of own tasks
  Spread failed, unfinished, retries, out_of_memory, host_lost;  // own tasks or attempts
  bool efficient = true;  // of a grid: no other row is both faster and cheaper
};

// Called after each run; false stops with Cancelled.
using Progress = std::function<bool(std::size_t done, std::size_t total)>;

// Scenario.runs runs with consecutive seeds.
absl::StatusOr<RunSummary> summarize(const ClusterScenario& scenario, const Progress& progress = {});

// What varies; an empty axis keeps the scenario's own value.
struct WhatIf {
  std::vector<int> hosts;
  std::vector<double> cpus_per_task;
  std::vector<Order> orders;
  std::vector<double> prices;  // per host hour
};

// A row for each combination, hosts slowest, price fastest. Refused before the first run when a combination
// is not valid; the message names it.
absl::StatusOr<std::vector<RunSummary>> explore(const ClusterScenario& base, const WhatIf& grid,
                                                const Progress& progress = {});

}  // namespace aerie::sim::cluster
