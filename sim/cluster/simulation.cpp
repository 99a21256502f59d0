#include "sim/cluster/simulation.h"

#include "core/base/status.h"
#include "sim/cluster/engine.h"

namespace aerie::sim::cluster {

ClusterSimulation::ClusterSimulation(std::unique_ptr<Engine> engine) : engine_(std::move(engine)) {}
ClusterSimulation::ClusterSimulation(ClusterSimulation&&) noexcept = default;
ClusterSimulation& ClusterSimulation::operator=(ClusterSimulation&&) noexcept = default;
ClusterSimulation::~ClusterSimulation() = default;

absl::StatusOr<ClusterSimulation> ClusterSimulation::create(ClusterScenario scenario, Observer* observer,
                                                            const Recording& recording) {
  AERIE_RETURN_IF_ERROR(validate(scenario));
  return ClusterSimulation(std::make_unique<Engine>(std::move(scenario), observer, recording));
}

const ClusterScenario& ClusterSimulation::scenario() const { return engine_->scenario(); }
SimTime ClusterSimulation::now() const { return engine_->now(); }
bool ClusterSimulation::finished() const { return engine_->finished(); }
SimTime ClusterSimulation::nextEvent() const { return engine_->nextEvent(); }
absl::Status ClusterSimulation::advanceTo(SimTime time) { return engine_->advanceTo(time); }
absl::Status ClusterSimulation::runToEnd() { return engine_->advanceTo(kNever); }
Snapshot ClusterSimulation::snapshot() const { return engine_->snapshot(); }
ClusterResult ClusterSimulation::result() const { return engine_->result(); }

absl::StatusOr<ClusterResult> simulate(const ClusterScenario& scenario, Observer* observer,
                                       const Recording& recording) {
  AERIE_ASSIGN_OR_RETURN(ClusterSimulation simulation,
                         ClusterSimulation::create(scenario, observer, recording));
  AERIE_RETURN_IF_ERROR(simulation.runToEnd());
  return simulation.result();
}

Snapshot Engine::snapshot() const {
  Snapshot snapshot;
  snapshot.now = now_;
  snapshot.finished = finished_;
  snapshot.capacity = level_.capacity;
  snapshot.slots_used = level_.slots_used;
  snapshot.own_running = level_.own_running;
  snapshot.queued = level_.queued;
  snapshot.cores_ready = static_cast<double>(level_.cores_ready) / 1e3;
  snapshot.cores_busy = static_cast<double>(level_.cores_busy) / 1e3;
  snapshot.hosts.reserve(hosts_.size());
  for (const Host& host : hosts_) {
    snapshot.hosts.push_back({host.state, host.running(), static_cast<int>(host.reserved.size()),
                              static_cast<double>(host.busy()) / 1e3, host.memoryUsed()});
  }
  for (std::size_t i = 0; i < scenario_.groups.size(); ++i) snapshot.groups.push_back(tally_.group(i));
  return snapshot;
}

ClusterResult Engine::result() const {
  std::vector<Tally::HostLevel> hosts;
  hosts.reserve(hosts_.size());
  for (const Host& host : hosts_) hosts.push_back({host.running(), host.busy()});
  ClusterResult result = tally_.result(scenario_, hosts);
  result.complete = finished_;
  result.events = events_;
  return result;
}

}  // namespace aerie::sim::cluster
