// Jobs on virtual hosts: the cluster simulator behind the engines' interface, in accelerated time. Nothing is
// run and no model is made: tasks take the time that they took in the last run, or a drawn one, and leave
// their outputs as empty files.
//
// Times that are reported are virtual: they begin at the submission and go `speed` times as fast as the
// monotonic clock; a wall clock that is put moves nothing. A job's simulation depends on the job's id alone,
// so after a restart of the daemon it is played again and stands where it would have come to meanwhile. Jobs
// on one cluster run one after the other.
#pragma once

#include <memory>

#include "core/base/clock.h"
#include "core/training/job_engine.h"

namespace aerie::sim::engine {

struct SimulatedEngineOptions {
  double speed = 60;  // virtual seconds in a second
  // Of tasks that have no last run: lognormal.
  double task_seconds = 56;
  double task_cv = 0.5;
  double busy_share = 0.9;    // of the CPUs that a task asks for
  double memory_share = 0.7;  // of the memory that it asks for
  double host_start_seconds = 10;
  double failure_rate = 0;           // share of attempts that fail
  double host_hours_to_failure = 0;  // mean; 0 = hosts don't fail
  Duration tick = std::chrono::milliseconds(200);
  const Clock* clock = nullptr;  // outlives the engine; null = the system's
};

std::unique_ptr<training::JobEngine> makeSimulatedEngine(SimulatedEngineOptions options,
                                                         training::EngineSink& sink);

}  // namespace aerie::sim::engine
