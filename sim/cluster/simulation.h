// The cluster simulator: discrete events, deterministic. The same scenario and seed give the same events in
// the same order. No threads, no wall clock; an object belongs to one thread at a time.
//
//   AERIE_ASSIGN_OR_RETURN(const ClusterResult result, simulate(scenario));
//
// or, in steps of virtual time:
//
//   AERIE_ASSIGN_OR_RETURN(ClusterSimulation simulation, ClusterSimulation::create(scenario));
//   while (!simulation.finished()) {
//     AERIE_RETURN_IF_ERROR(simulation.advanceTo(simulation.now() + kSecond));
//     show(simulation.snapshot());
//   }
#pragma once

#include <absl/status/statusor.h>
#include <memory>

#include "sim/cluster/result.h"
#include "sim/cluster/scenario.h"

namespace aerie::sim::cluster {

class Engine;

class ClusterSimulation final {
 public:
  // InvalidArgument as validate(). `observer` must outlive the simulation; null for none.
  static absl::StatusOr<ClusterSimulation> create(ClusterScenario scenario, Observer* observer = nullptr,
                                                  const Recording& recording = {});
  ClusterSimulation(ClusterSimulation&&) noexcept;
  ClusterSimulation& operator=(ClusterSimulation&&) noexcept;
  ~ClusterSimulation();

  const ClusterScenario& scenario() const;
  SimTime now() const;
  bool finished() const;  // nothing happens any more
  // When something happens next; kNever after the end.
  SimTime nextEvent() const;

  // Handles everything until `time`, inclusively; stands at `time` then, or at the end of the simulation. A
  // time that has passed changes nothing. ResourceExhausted, with a remedy, when the simulation does not end
  // within Recording::max_events events or 285 years.
  absl::Status advanceTo(SimTime time);
  absl::Status runToEnd();

  Snapshot snapshot() const;
  // Of everything until now.
  ClusterResult result() const;

 private:
  explicit ClusterSimulation(std::unique_ptr<Engine> engine);
  std::unique_ptr<Engine> engine_;
};

absl::StatusOr<ClusterResult> simulate(const ClusterScenario& scenario, Observer* observer = nullptr,
                                       const Recording& recording = {});

}  // namespace aerie::sim::cluster
