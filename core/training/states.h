// The life of jobs, tasks and clusters: which state may follow which, and what follows the end of an attempt.
// Pure.
//
//   job:      submitted -> environment -> running -> publishing -> done
//             any of these -> failed; any but publishing -> cancelling -> cancelled
//             failed and cancelled -> submitted (retry); failed -> publishing (publish again)
//   task:     pending <-> running -> succeeded, failed, cancelled; failed and cancelled -> pending (retry)
//   cluster:  starting -> environment -> ready <-> idle -> stopping -> gone; failed -> stopping
#pragma once

#include <absl/status/status.h>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/training/job_spec.h"

namespace aerie::training {

enum class JobState {
  kSubmitted,
  kEnvironment,
  kRunning,
  kPublishing,
  kDone,
  kFailed,
  kCancelling,
  kCancelled
};
enum class TaskState { kPending, kRunning, kSucceeded, kFailed, kCancelled };
enum class ClusterState { kStarting, kEnvironment, kReady, kIdle, kStopping, kGone, kFailed };
// How an attempt ended.
enum class Outcome { kRunning, kSucceeded, kFailed, kTimedOut, kOutOfMemory, kLost, kCancelled };

std::string_view nameOf(JobState state);
std::string_view nameOf(TaskState state);
std::string_view nameOf(ClusterState state);
std::string_view nameOf(Outcome outcome);
std::optional<JobState> jobStateFrom(std::string_view name);
std::optional<TaskState> taskStateFrom(std::string_view name);
std::optional<ClusterState> clusterStateFrom(std::string_view name);
std::optional<Outcome> outcomeFrom(std::string_view name);

inline bool isOver(JobState s) {
  return s == JobState::kDone || s == JobState::kFailed || s == JobState::kCancelled;
}
inline bool isOver(TaskState s) { return s != TaskState::kPending && s != TaskState::kRunning; }
inline bool isOver(ClusterState s) { return s == ClusterState::kGone; }

bool mayFollow(JobState from, JobState to);
bool mayFollow(TaskState from, TaskState to);
bool mayFollow(ClusterState from, ClusterState to);

// FailedPrecondition: "job 17 is done; it cannot become running".
absl::Status checkStep(std::string_view job, JobState from, JobState to);
absl::Status checkStep(std::string_view cluster, ClusterState from, ClusterState to);

// Attempts that were lost by no fault of the task are repeated this often; then the task fails.
inline constexpr int kMaxLostAttempts = 10;

struct TaskProgress {
  int failures = 0;   // attempts that ended with failed, timed out or out of memory
  int lost = 0;       // attempts that were lost
  Resources request;  // of the attempt that ended
};
struct Verdict {
  TaskState next = TaskState::kPending;
  std::int64_t delay_ms = 0;  // kPending: wait this long
  Resources request;          // kPending: ask for this
  int failures = 0;           // afterwards
  int lost = 0;
  std::string text;  // "attempt 2 of 3 timed out; next one in 2 s"
};
// What follows an attempt's end. `detail` says how it ended ("exited with 2"). `largest_memory`: what the
// largest host has, 0 = unknown; memory never grows beyond it. `random` in [0, 1) spreads the back-off by a
// fifth to both sides.
Verdict judge(const Limits& limits, const TaskProgress& before, Outcome outcome, std::string_view detail,
              std::int64_t largest_memory, double random);

struct TaskCounts {
  std::int64_t pending = 0, running = 0, succeeded = 0, failed = 0, cancelled = 0;
  std::int64_t total() const { return pending + running + succeeded + failed + cancelled; }
  std::int64_t open() const { return pending + running; }
  std::int64_t& of(TaskState state);
  friend bool operator==(const TaskCounts&, const TaskCounts&) = default;
};
struct JobVerdict {
  JobState next = JobState::kRunning;
  std::string message;
};
// What a running or cancelling job becomes by its tasks.
JobVerdict judgeJob(JobState state, const TaskCounts& counts, const std::optional<PublishSpec>& publish);

}  // namespace aerie::training
