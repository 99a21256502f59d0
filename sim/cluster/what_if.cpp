#include "sim/cluster/what_if.h"

#include <algorithm>

#include "core/base/status.h"
#include "sim/cluster/simulation.h"

namespace aerie::sim::cluster {
namespace {

constexpr std::size_t kMaxRows = 10'000;
constexpr Recording kNumbersOnly{.series_points = 0, .timeline_bars = 0, .host_series = false};

void addTo(Spread& spread, double value, int run, int runs) {
  if (run == 0) spread = {0, value, value};
  spread.mean += value / runs;
  spread.low = std::min(spread.low, value);
  spread.high = std::max(spread.high, value);
}

void addTo(RunSummary& summary, const ClusterResult& result, int run) {
  const int runs = summary.scenario.runs;
  const auto add = [&](Spread& spread, double value) { addTo(spread, value, run, runs); };
  add(summary.makespan, toSeconds(result.makespan));
  add(summary.wait_to_first, toSeconds(result.wait_to_first));
  add(summary.concurrency, result.mean_concurrency);
  add(summary.peak_concurrency, static_cast<double>(result.peak_concurrency));
  add(summary.cpu, result.cpu_utilisation);
  add(summary.slots_used, result.slot_utilisation);
  add(summary.idle, result.idle_share);
  add(summary.peak_queue, result.peak_queue);
  add(summary.cost, result.cost);
  add(summary.core_hours_paid, result.core_hours_paid);
  add(summary.core_hours_used, result.core_hours_used);
  GroupResult own;
  for (std::size_t i = 0; i < result.groups.size(); ++i) {
    const GroupResult& group = result.groups[i];
    if (!group.own) continue;
    own.failed += group.failed;
    own.queued += group.queued + group.running;
    // Tasks that were not submitted before the horizon are unfinished too.
    const TaskGroup& spec = summary.scenario.groups[i];
    own.queued +=
        (spec.listed.empty() ? spec.count : static_cast<std::int64_t>(spec.listed.size())) - group.submitted;
    own.retries += group.retries;
    own.out_of_memory += group.out_of_memory;
    own.host_lost += group.host_lost;
    own.wait = group.wait;
  }
  add(summary.failed, static_cast<double>(own.failed));
  add(summary.unfinished, static_cast<double>(own.queued));
  add(summary.retries, static_cast<double>(own.retries));
  add(summary.out_of_memory, static_cast<double>(own.out_of_memory));
  add(summary.host_lost, static_cast<double>(own.host_lost));
  add(summary.wait_p50, own.wait.p50);
  add(summary.wait_p95, own.wait.p95);
}

template <class Value>
std::vector<Value> orOwn(const std::vector<Value>& axis, Value own) {
  return axis.empty() ? std::vector<Value>{own} : axis;
}

// What a price changes of a finished summary.
RunSummary atPrice(RunSummary summary, double price) {
  summary.scenario.cluster.price_per_host_hour = price;
  const double per_core = summary.scenario.cluster.cpus_per_host;
  const auto cost = [&](double core_hours) { return core_hours / per_core * price; };
  const Spread& paid = summary.core_hours_paid;
  summary.cost = {cost(paid.mean), cost(paid.low), cost(paid.high)};
  return summary;
}

void markEfficient(std::vector<RunSummary>& rows) {
  for (RunSummary& row : rows) {
    row.efficient = std::none_of(rows.begin(), rows.end(), [&](const RunSummary& other) {
      return other.makespan.mean <= row.makespan.mean && other.cost.mean <= row.cost.mean &&
             (other.makespan.mean < row.makespan.mean || other.cost.mean < row.cost.mean);
    });
  }
}

absl::StatusOr<std::vector<ClusterScenario>> combinations(const ClusterScenario& base, const WhatIf& grid) {
  const TaskGroup& own = ownTasks(base);
  std::vector<ClusterScenario> result;
  for (const int hosts : orOwn(grid.hosts, base.cluster.hosts)) {
    for (const double cpus : orOwn(grid.cpus_per_task, own.cpus)) {
      for (const Order order : orOwn(grid.orders, own.order)) {
        ClusterScenario& scenario = result.emplace_back(base);
        scenario.cluster.hosts = hosts;
        for (TaskGroup& group : scenario.groups) {
          if (!group.own) continue;
          group.cpus = cpus;
          group.order = order;
        }
        const absl::Status valid = validate(scenario);
        if (!valid.ok()) {
          return withContext(
              valid, fmt::format("what-if with {} hosts, {} CPUs per task, {}", hosts, cpus, nameOf(order)));
        }
      }
    }
  }
  return result;
}

}  // namespace

absl::StatusOr<RunSummary> summarize(const ClusterScenario& scenario, const Progress& progress) {
  AERIE_RETURN_IF_ERROR(validate(scenario));
  RunSummary summary;
  summary.scenario = scenario;
  summary.slots = slotsOf(scenario);
  ClusterScenario one = scenario;
  for (int run = 0; run < scenario.runs; ++run) {
    one.seed = scenario.seed + static_cast<std::uint64_t>(run);
    AERIE_ASSIGN_OR_RETURN(const ClusterResult result, simulate(one, nullptr, kNumbersOnly));
    addTo(summary, result, run);
    if (progress && !progress(static_cast<std::size_t>(run) + 1, static_cast<std::size_t>(scenario.runs)))
      return absl::CancelledError("the simulation was stopped");
  }
  return summary;
}

absl::StatusOr<std::vector<RunSummary>> explore(const ClusterScenario& base, const WhatIf& grid,
                                                const Progress& progress) {
  AERIE_RETURN_IF_ERROR(validate(base));
  if (!grid.cpus_per_task.empty() && base.queue.concurrency_per_host > 0) {
    return invalidArgument(
        "scenario {}: CPUs per task change nothing where queue.concurrency_per_host is fixed; vary something "
        "else, or "
        "remove it for right-sized slots",
        base.name);
  }
  const std::vector<double> prices = orOwn(grid.prices, base.cluster.price_per_host_hour);
  for (const double price : prices) {
    if (!(price >= 0 && price <= 1e6)) return invalidArgument("price {} must be from 0 to 1000000", price);
  }
  const auto size = [](const auto& axis) { return std::max<std::size_t>(axis.size(), 1); };
  // Each factor is far below 2^16: they come from a command line.
  const std::size_t rows =
      size(grid.hosts) * size(grid.cpus_per_task) * size(grid.orders) * size(grid.prices);
  if (rows > kMaxRows) return invalidArgument("the grid has {} rows; the limit is {}", rows, kMaxRows);
  AERIE_ASSIGN_OR_RETURN(const std::vector<ClusterScenario> scenarios, combinations(base, grid));
  const auto runs = static_cast<std::size_t>(base.runs);
  std::vector<RunSummary> result;
  for (std::size_t i = 0; i < scenarios.size(); ++i) {
    const auto step = [&](std::size_t done, std::size_t) {
      return !progress || progress(i * runs + done, scenarios.size() * runs);
    };
    AERIE_ASSIGN_OR_RETURN(const RunSummary summary, summarize(scenarios[i], step));
    for (const double price : prices) result.push_back(atPrice(summary, price));
  }
  markEfficient(result);
  return result;
}

}  // namespace aerie::sim::cluster
