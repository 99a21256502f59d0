// Jobs, tasks and clusters on disk: the queue that survives a restart. Every change is one transaction.
//
// Nothing lost, nothing twice:
//   - submit() answers after the commit; the same request id answers with the same job.
//   - A start is written before the process is made. A daemon that died between the two finds a running
//     attempt without a handle, which is lost and tried again.
//   - Attempts are numbered. The end of an attempt counts once, and only while it is the latest: a process
//     that outlived its attempt changes nothing (Aborted).
//   - A publication has a request id of its own, written before it is sent; sent again it is the same
//   request.
//
// After a restart: openJobs(), pendingTasks() and runningTasks() fill the scheduler (restore()); each running
// attempt is adopted (nothing to write) or ended as lost.
//
// The database is opened by its owner: {"training", kTrainingMigrations}. Thread-safe, like the Database;
// calls block on disk. Times are Unix milliseconds. Errors: NotFound names the job or task; the Database's.
#pragma once

#include <absl/status/statusor.h>
#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/mutex.h"
#include "core/storage/database.h"
#include "core/training/plan.h"
#include "core/training/scheduler.h"
#include "core/training/states.h"
#include "core/training/training_schema.h"
#include "core/training/utilisation.h"

namespace aerie::training {

struct Submission {
  std::string request_id;  // not empty
  JobSpec spec;
  std::vector<TaskSpec> tasks;  // expandTasks(spec)
  std::string job_file;         // as it was written
  std::string submitted_by;
  std::string cluster;
};
struct JobRecord {
  JobId id = 0;
  std::string application, cluster, engine;
  JobState state = JobState::kSubmitted;
  std::string message;
  int priority = 0;
  std::string submitted_by;
  std::int64_t submitted_ms = 0, started_ms = 0, ended_ms = 0;  // 0 = not yet
  TaskCounts counts;
  std::string published_version;
  std::uint64_t revision = 0;
};
struct TaskRecord {
  JobId job = 0;
  TaskNumber number = 0;
  std::string id;
  TaskState state = TaskState::kPending;
  int failures = 0, lost = 0;
  int attempt = 0;  // the latest; 0 = none yet
  std::int64_t ready_ms = 0;
  Resources request;  // of the attempt that runs or comes next
  std::string host;
  int lane = 0;
  std::string handle;  // the engine's name for the attempt: a process, a Ray task
  std::int64_t started_ms = 0, ended_ms = 0, cpu_ms = 0, memory_peak = 0;
  Outcome outcome = Outcome::kRunning;  // of the latest attempt that ended
  std::string message;
  std::uint64_t revision = 0;
};
struct Submitted {
  JobRecord job;
  bool existed = false;
};

struct AttemptStart {
  JobId job = 0;
  TaskNumber task = 0;
  std::string host;
  int lane = 0;            // slot of the host, for the timeline
  std::int64_t at_ms = 0;  // when, by the engine's clock; 0 = the call's time
};
struct AttemptHandle {
  JobId job = 0;
  TaskNumber task = 0;
  int attempt = 0;
  std::string handle;
};
struct AttemptEnd {
  JobId job = 0;
  TaskNumber task = 0;
  int attempt = 0;
  Outcome outcome = Outcome::kSucceeded;
  std::string detail;  // "exited with 2"
  std::int64_t cpu_ms = 0, memory_peak = 0;
  std::int64_t largest_memory = 0;  // of a host, for growth; 0 = unknown
  double random = 0.5;              // spreads the back-off
  std::int64_t at_ms = 0;           // as in AttemptStart
};
struct Ended {
  absl::Status status;  // Aborted: not the latest attempt, or it had ended before; nothing was changed
  TaskRecord task;      // as it is now
  JobRecord job;
};

struct JobFilter {
  std::string application;       // "" = all
  std::vector<JobState> states;  // empty = all
  JobId before = 0;              // page: ids below; 0 = from the newest
  std::size_t limit = 100;
  std::uint64_t since_revision = 0;  // only those that changed after it
};
struct TaskFilter {
  std::vector<TaskState> states;     // empty = all
  std::string search;                // in the id
  std::int64_t after = -1;           // page: numbers above
  std::uint64_t since_revision = 0;  // only those that changed after it
  std::size_t limit = 1'000;
};

struct Publication {
  std::string request_id;  // for the registry: the same however often it is asked for
  std::string version;     // what it answered before; "" = not yet
};

struct ClusterRecord {
  std::string name, application, engine;
  ClusterState state = ClusterState::kStarting;
  std::string message;
  std::string limits;  // how limits are enforced
  int hosts = 1;
  double price_per_host_hour = 0;
  std::int64_t idle_timeout_ms = 0;
  std::int64_t created_ms = 0, since_ms = 0, ended_ms = 0;
  std::string handle;  // the engine's name for it
  std::uint64_t revision = 0;
};

struct Retention {
  std::size_t jobs = 200;          // that ended
  std::int64_t tasks = 1'000'000;  // of jobs that ended
  std::int64_t age_ms = 90LL * 86'400'000;
  std::size_t whole_timelines = 20;  // the newest jobs that ended keep every bar
  std::size_t bars = 2'000;          // of the others
  std::int64_t requests_ms = 7LL * 86'400'000;
};

class TrainingRepository final {
 public:
  // The database outlives the repository.
  explicit TrainingRepository(const storage::Database& database) : database_(database) {}

  // AlreadyExists: the request id was used for other work.
  absl::StatusOr<Submitted> submit(const Submission& submission, std::int64_t now_ms);
  absl::StatusOr<JobRecord> get(JobId job) const;
  absl::StatusOr<std::shared_ptr<const JobSpec>> spec(JobId job) const;  // it never changes
  absl::StatusOr<std::string> jobFile(JobId job) const;
  absl::StatusOr<std::vector<JobRecord>> list(const JobFilter& filter = {}) const;  // newest first
  absl::StatusOr<std::vector<TaskRecord>> tasks(JobId job, const TaskFilter& filter = {}) const;  // by number
  absl::StatusOr<TaskRecord> task(JobId job, TaskNumber number) const;
  absl::StatusOr<std::uint64_t> revision() const;  // grows with every change

  // FailedPrecondition when the state may not follow. The same state changes the message alone.
  absl::StatusOr<JobRecord> moveJob(JobId job, JobState to, std::string_view message, std::int64_t now_ms);

  // Pending tasks become running; answers their attempt numbers, in order. All or none.
  absl::StatusOr<std::vector<int>> startAttempts(std::span<const AttemptStart> starts, std::int64_t now_ms);
  // Aborted when it is not the latest attempt.
  absl::Status setHandle(JobId job, TaskNumber task, int attempt, std::string_view handle);
  // Of several, in one transaction; attempts that run no more are passed over.
  absl::Status setHandles(std::span<const AttemptHandle> handles);
  // The engine's name for the whole job; "" = none was said.
  absl::Status setJobHandle(JobId job, std::string_view handle);
  absl::StatusOr<std::string> jobHandle(JobId job) const;
  // What follows each end (judge()), and what the jobs become by it (judgeJob()). One transaction; an end
  // that does not count has its own status.
  absl::StatusOr<std::vector<Ended>> endAttempts(std::span<const AttemptEnd> ends, std::int64_t now_ms);

  // Pending tasks are cancelled at once; running ones are the caller's to stop, and end as cancelled. An
  // empty `request_id` is not remembered; a known one changes nothing.
  absl::StatusOr<JobRecord> cancel(JobId job, std::string_view request_id, std::int64_t now_ms);
  // Single tasks: pending ones are cancelled at once; answers the numbers of those that run, which are the
  // caller's to stop. NotFound names an id that the job does not have; then nothing is changed.
  absl::StatusOr<std::vector<TaskNumber>> cancelTasks(JobId job, std::span<const std::string> task_ids,
                                                      std::string_view request_id, std::int64_t now_ms);
  // The job cannot go on: it fails with this message, what waits is cancelled (retry() begins it again).
  // FailedPrecondition while tasks run, or when it is over.
  absl::StatusOr<JobRecord> giveUp(JobId job, std::string_view message, std::int64_t now_ms);
  // Failed and cancelled tasks (all, or those named) are pending again. FailedPrecondition when there is
  // none.
  absl::StatusOr<JobRecord> retry(JobId job, std::span<const std::string> task_ids,
                                  std::string_view request_id, std::int64_t now_ms);

  // A job that is publishing: the request to send, until finishPublication() is told what came of it.
  absl::StatusOr<Publication> beginPublication(JobId job);
  absl::StatusOr<JobRecord> finishPublication(JobId job, std::string_view version, std::int64_t now_ms);

  absl::Status putCluster(const ClusterRecord& cluster);                      // added or replaced
  absl::StatusOr<std::vector<ClusterRecord>> clusters(bool with_gone) const;  // newest first

  // Fills the scheduler with the jobs that are not over: what waits, and as running what runs by the disk;
  // these are answered. Jobs are open when they are running; hosts and quotas are the caller's.
  absl::StatusOr<std::vector<TaskRecord>> restore(SchedulerState& scheduler) const;

  absl::StatusOr<LastDurations> lastDurations(std::string_view application) const;
  // By start; attempts that run included.
  absl::StatusOr<std::vector<Bar>> timeline(JobId job, std::size_t limit) const;
  // Of attempts that succeeded, for advise(); at most `limit`.
  absl::StatusOr<std::vector<TaskUse>> uses(JobId job, std::size_t limit) const;

  // Removes what is over and too old or too much. Answers how many jobs went.
  absl::StatusOr<std::int64_t> forget(const Retention& retention, std::int64_t now_ms);

 private:
  absl::StatusOr<std::int64_t> nextRevision() const;
  // True when the request is new; it is remembered for `job`.
  absl::StatusOr<bool> isNew(std::string_view request_id, JobId job, std::int64_t now_ms) const;
  absl::Status writeJob(const JobRecord& job, std::int64_t revision) const;
  absl::Status writeTask(const TaskRecord& task, std::int64_t revision) const;
  absl::Status insertTasks(JobId job, const Submission& submission, std::int64_t now_ms,
                           std::int64_t revision) const;
  absl::Status noteEnd(const JobRecord& job, const TaskRecord& task, Outcome outcome,
                       std::int64_t queued_ms) const;
  // `result` gets the task, or the Aborted status.
  absl::Status endOne(const AttemptEnd& end, const Limits& limits, std::int64_t revision, std::int64_t now_ms,
                      JobRecord& job, Ended& result) const;
  static void settle(JobRecord& job, const JobSpec& spec, std::int64_t now_ms);
  absl::Status compactOld(const Retention& retention) const;

  const storage::Database& database_;
  mutable Mutex mutex_;
  mutable std::map<JobId, std::shared_ptr<const JobSpec>> specs_ AERIE_GUARDED_BY(mutex_);  // read lately
};

}  // namespace aerie::training
