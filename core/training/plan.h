// What a submission would do, without doing it. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/training/job_spec.h"
#include "core/training/scheduler.h"
#include "core/training/task_expansion.h"

namespace aerie::training {

// Durations of the last successful run in milliseconds, by task id.
using LastDurations = std::unordered_map<std::string, std::int64_t>;

struct Plan {
  std::int64_t tasks = 0;
  std::int64_t slots = 0;                   // tasks that run at the same time when the cluster is free
  std::string slots_bound_by;               // cpus, memory, max_in_flight, tasks
  Resources request;                        // of each task
  std::optional<std::int64_t> expected_ms;  // from the first start to the last end; needs a last run
  std::optional<double> expected_cost;      // needs a last run and a price
  std::int64_t tasks_known = 0;
  std::string estimate_basis;
  std::int64_t would_start = 0;       // at once, with what runs now
  std::vector<PendingCount> pending;  // the others
  std::vector<std::string> warnings;
  std::vector<std::string> first_commands;  // at most three, quoted for reading
};

// `hosts`: what its cluster would have; `cluster` what there is now, with its jobs (by value: it is played
// on). Hosts of `hosts` that `cluster` has as well count once.
Plan planJob(const JobSpec& spec, const std::vector<TaskSpec>& tasks, const LastDurations& last,
             const std::vector<HostSpec>& hosts, SchedulerState cluster);

// Time until `slots` slots have done these tasks, one after the other in the given order.
std::int64_t makespan(const std::vector<std::int64_t>& durations_ms, std::int64_t slots);

// Tasks of this size that fit on one host; 0 = none.
std::int64_t slotsOf(const Resources& request, const Resources& capacity);

// The hosts that a cluster of this job would have, named host-1...: `machine` is what the local machine has.
std::vector<HostSpec> hostsOf(const ClusterSpec& cluster, const std::string& pool, const Resources& machine);

// "prog --zone 'New York'": for people, never for a shell.
std::string quotedForReading(const std::vector<std::string>& arguments);

}  // namespace aerie::training
