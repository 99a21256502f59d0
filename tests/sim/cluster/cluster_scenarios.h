// Small scenarios for tests, and an observer that remembers.
#pragma once

#include <string>
#include <vector>

#include "sim/cluster/simulation.h"

namespace aerie::sim::cluster::samples {

// `hosts` hosts with one slot each, and tasks of the given lengths in seconds.
inline ClusterScenario listed(int hosts, std::vector<double> seconds, Order order = Order::kAsListed) {
  ClusterScenario scenario;
  scenario.name = "listed";
  scenario.cluster.hosts = hosts;
  TaskGroup tasks;
  tasks.listed = std::move(seconds);
  tasks.order = order;
  scenario.groups = {tasks};
  return scenario;
}

// `count` tasks on hosts with `slots` slots each.
inline ClusterScenario drawn(int hosts, int slots, std::int64_t count, Distribution duration,
                             std::uint64_t seed = 1) {
  ClusterScenario scenario;
  scenario.name = "drawn";
  scenario.seed = seed;
  scenario.cluster.hosts = hosts;
  scenario.cluster.cpus_per_host = slots;
  TaskGroup tasks;
  tasks.count = count;
  tasks.duration = std::move(duration);
  scenario.groups = {tasks};
  return scenario;
}

// Every event as a line.
class Log final : public Observer {
 public:
  void onTask(const TaskEvent& e) override {
    tasks.push_back(e);
    lines.push_back(std::to_string(e.time) + " task " + std::to_string(e.group) + "/" +
                    std::to_string(e.task) + "#" + std::to_string(e.attempt) + " " +
                    std::to_string(static_cast<int>(e.kind)) + " on " + std::to_string(e.host) + "." +
                    std::to_string(e.lane) + " " + std::to_string(static_cast<int>(e.ending)));
  }
  void onHost(const HostEvent& e) override {
    hosts.push_back(e);
    lines.push_back(std::to_string(e.time) + " host " + std::to_string(e.host) + " " +
                    std::to_string(static_cast<int>(e.kind)));
  }

  std::vector<TaskEvent> tasks;
  std::vector<HostEvent> hosts;
  std::vector<std::string> lines;
};

}  // namespace aerie::sim::cluster::samples
