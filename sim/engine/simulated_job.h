// One job on virtual hosts. Not thread-safe.
#pragma once

#include <absl/status/statusor.h>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/training/job_engine.h"
#include "sim/cluster/simulation.h"
#include "sim/engine/simulated_engine.h"

namespace aerie::sim::engine {

std::string hostName(const std::string& cluster, int host);
std::string clusterText(const training::EngineCluster& cluster, double speed);
std::vector<training::HostSpec> virtualHosts(const training::EngineCluster& cluster);

class SimulatedJob final : public cluster::Observer {
 public:
  // A moment by both clocks. The monotonic one counts; after a start of the machine it has begun anew, and
  // the wall clock says what passed.
  struct Moment {
    std::int64_t mono_ms = 0, wall_ms = 0;
  };
  // A fresh job writes what it simulates beside its files; a resumed one reads that.
  // InvalidArgument or FailedPrecondition: it cannot be simulated, and what to change.
  static absl::StatusOr<std::unique_ptr<SimulatedJob>> create(training::JobRun run, bool resumed,
                                                              const SimulatedEngineOptions& options,
                                                              training::EngineSink& sink, const Moment& now,
                                                              std::int64_t earliest_ms);

  // Plays until the virtual time that belongs to this one of the monotonic clock. True: the job is over.
  absl::StatusOr<bool> advance(std::int64_t mono_ms);
  void cancel();
  void cancelTasks(const std::set<training::TaskNumber>& tasks);
  const training::JobRun& run() const { return run_; }
  std::int64_t virtualNow() const;

  void onTask(const cluster::TaskEvent& event) override;
  void onHost(const cluster::HostEvent& event) override;

 private:
  struct Task {
    training::TaskNumber number = 0;
    std::string id;
    int base = 0;  // attempts before this start
    double seconds = 0;
    int known = 0;  // the latest attempt whose end was told
    int told = 0;   // the latest attempt whose start was told
    bool unwanted = false;
    std::optional<int> running;  // attempt
  };
  SimulatedJob(training::JobRun run, const SimulatedEngineOptions& options, training::EngineSink& sink);
  absl::Status prepare(bool resumed, const Moment& now, std::int64_t earliest_ms);
  absl::Status load(const Moment& now);
  absl::Status store() const;
  absl::StatusOr<cluster::ClusterScenario> scenario() const;
  double drawnSeconds(const training::OpenTask& task) const;
  std::int64_t virtualMs(cluster::SimTime time) const { return anchor_virtual_ms_ + time / 1'000; }
  void sample(cluster::SimTime from, cluster::SimTime to, std::vector<training::HostLoad>& loads) const;
  absl::Status leaveOutputs(const Task& task, int attempt, double seconds) const;
  void end(Task& task, int attempt, training::Outcome outcome, const std::string& detail, std::int64_t at_ms);

  const training::JobRun run_;
  const SimulatedEngineOptions& options_;
  training::EngineSink& sink_;
  Moment anchor_;
  std::int64_t anchor_virtual_ms_ = 0;
  std::vector<Task> tasks_;  // as the simulation counts them
  std::map<training::TaskNumber, const training::OpenTask*> open_;
  std::vector<bool> ready_;  // hosts
  bool hosts_changed_ = false;
  std::optional<cluster::ClusterSimulation> simulation_;
};

}  // namespace aerie::sim::engine
