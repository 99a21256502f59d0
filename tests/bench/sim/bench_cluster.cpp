// A million tasks through the cluster simulator, by kind of cluster: seconds of one run and seconds on a CPU,
// each the best of three, and tasks per second of the run. With series and timeline, as the daemon keeps
// them.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fmt/format.h>
#include <string_view>

#include "core/base/status.h"
#include "sim/cluster/simulation.h"

using namespace aerie;
using namespace aerie::sim::cluster;

namespace {

constexpr std::int64_t kTasks = 1'000'000;

ClusterScenario cluster(int hosts, Order order) {
  ClusterScenario scenario;
  scenario.name = "bench";
  scenario.cluster.hosts = hosts;
  scenario.cluster.cpus_per_host = 16;
  TaskGroup tasks;
  tasks.count = kTasks;
  tasks.duration = Distribution::lognormal(56, 0.5);
  tasks.cores_busy = 1.83;
  tasks.cpus = 2;
  tasks.order = order;
  scenario.groups = {tasks};
  return scenario;
}

ClusterScenario hard() {
  ClusterScenario scenario = cluster(10, Order::kLongestFirst);
  scenario.cluster.memory_per_host = 64LL << 30;
  scenario.cluster.time_to_failure = 8 * kHour;
  scenario.queue.dispatch_overhead = kSecond / 100;
  TaskGroup& tasks = scenario.groups[0];
  tasks.memory = Distribution::lognormal(4.0 * (1LL << 30), 0.4);
  tasks.memory_request = 8LL << 30;
  tasks.memory_growth = 1.5;
  tasks.failure_rate = 0.02;
  tasks.retries = 5;
  tasks.retry_delay = 5 * kSecond;
  return scenario;
}

ClusterScenario prefetching() {
  ClusterScenario scenario = cluster(100, Order::kAsListed);
  scenario.queue.shared = true;
  scenario.queue.concurrency_per_host = 16;  // wants more cores than there are
  scenario.queue.prefetch = 4;
  return scenario;
}

}  // namespace

int main(int argc, char** argv) {
  const bool json = argc > 1 && std::string_view(argv[1]) == "--json";
  struct Case {
    const char* name;
    ClusterScenario scenario;
  };
  const Case cases[] = {{"as_listed_10_hosts", cluster(10, Order::kAsListed)},
                        {"longest_first_10_hosts", cluster(10, Order::kLongestFirst)},
                        {"as_listed_1000_hosts", cluster(1'000, Order::kAsListed)},
                        {"oversubscribed_prefetch_100_hosts", prefetching()},
                        {"failures_memory_10_hosts", hard()}};
  if (!json) {
    fmt::print("{} tasks\n{:<36} {:>10} {:>12} {:>14} {:>12}\n", kTasks, "cluster", "seconds", "CPU seconds",
               "tasks/s", "events");
  }
  for (const Case& entry : cases) {
    double best = 1e9;
    double best_cpu = 1e9;
    std::uint64_t events = 0;
    for (int round = 0; round < 3; ++round) {
      const auto begin = std::chrono::steady_clock::now();
      const std::clock_t cpu_begin = std::clock();
      const auto result = simulate(entry.scenario);
      const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
      AERIE_CHECK(result.ok());
      events = result->events;
      best = std::min(best, took.count());
      best_cpu = std::min(best_cpu, static_cast<double>(std::clock() - cpu_begin) / CLOCKS_PER_SEC);
    }
    const double rate = static_cast<double>(kTasks) / best;
    if (json) {
      fmt::print("{{\"bench\": \"cluster_{}\", \"value\": {:.4g}, \"unit\": \"tasks/s\"}}\n", entry.name,
                 rate);
    } else {
      fmt::print("{:<36} {:>10.2f} {:>12.2f} {:>14.0f} {:>12}\n", entry.name, best, best_cpu, rate, events);
    }
  }
  return 0;
}
