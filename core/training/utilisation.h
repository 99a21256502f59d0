// What a cluster had, promised and used; and what that says about the next run. Pure.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/training/job_spec.h"
#include "core/training/states.h"

namespace aerie::training {

// Means over one interval that begins at time_ms. CPUs in cores.
struct Sample {
  std::int64_t time_ms = 0;
  double capacity = 0;  // cores of the hosts that are ready
  double slots = 0;     // cores that running tasks asked for
  double busy = 0;      // cores that really worked
  double running = 0;   // tasks
  double pending = 0;
  double memory_bytes = 0;
  double weight = 1;  // seconds that were measured; 0 = none
};

// Intervals of `step_ms`, weighted means. Samples ascend; intervals without one are left out.
std::vector<Sample> downsample(std::span<const Sample> samples, std::int64_t step_ms);
// The smallest of 1, 2, 5, 10, 15, 30 s, 1, 2, 5, 10, 15, 30 min, 1, 2, 6, 12, 24 h that cuts the time into
// at most `max_points`.
std::int64_t stepFor(std::int64_t from_ms, std::int64_t to_ms, std::size_t max_points);

struct UtilisationSummary {
  double busy_mean = 0, busy_p95 = 0, slots_mean = 0;  // shares of capacity
  double waste_core_hours = 0;                         // asked for and not used
  double idle_core_hours = 0;                          // there and not asked for
  double running_mean = 0, running_peak = 0;
};
UtilisationSummary summarise(std::span<const Sample> samples);

// One attempt that succeeded.
struct TaskUse {
  Resources asked;
  std::int64_t duration_ms = 0;
  std::int64_t cpu_ms = 0;       // processor time
  std::int64_t memory_peak = 0;  // bytes; 0 = not measured
};
struct Advice {
  std::string text;      // "asks for 2 CPUs and uses 0.9: ask for 1"
  Resources suggestion;  // a value that is 0 stays as it is
};
// Says nothing about fewer than five attempts, and nothing about small differences.
std::vector<Advice> advise(std::span<const TaskUse> uses);

// A bar of the timeline: one attempt, or several neighbours of a lane.
struct Bar {
  std::uint32_t task = 0;  // number, of the first
  int attempt = 1;
  std::string host;
  int lane = 0;
  std::int64_t queued_ms = 0, started_ms = 0, ended_ms = 0;  // ended_ms 0: it runs
  Outcome outcome = Outcome::kRunning;
  int merged = 1;
};
// At most `limit` bars where the lanes allow it: neighbours in a lane with the same outcome are merged, the
// shortest stretches of time first; bars that run are kept. By start.
std::vector<Bar> compact(std::vector<Bar> bars, std::size_t limit);

}  // namespace aerie::training
