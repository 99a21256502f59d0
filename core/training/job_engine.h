// Engines that schedule for themselves: Ray, KubeRay, virtual hosts. A whole job is handed over; the engine
// tells what becomes of its tasks, and its caller keeps the books (attempts, retries, timeline, utilisation)
// exactly as it does for tasks that it runs itself. No gRPC, no store: an engine knows this header, JobSpec
// and files.
//
// Attempts. A task's attempts are numbered through all its life; the next one is OpenTask::attempt + 1. After
// an attempt that failed, judge() (states.h) says whether another one follows, when, and with which memory:
// engines and books use the same function with OpenTask's counts, so that both agree. An engine that repeats
// nothing leaves the task open; what is open when jobEnded() says OK or Unavailable is handed over again in a
// new start().
//
// Outputs. The files of one attempt go to JobFiles::attemptOutputs(), a directory that the engine makes
// (whatever is there before is removed), complete before attemptEnded(kSucceeded). The caller checks them and
// moves them to taskOutputs(): nothing half-done is ever seen. Each attempt's log goes to JobFiles::taskLog()
// while it runs.
#pragma once

#include <absl/status/status.h>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/training/job_spec.h"
#include "core/training/scheduler.h"
#include "core/training/states.h"
#include "core/training/task_expansion.h"
#include "core/training/utilisation.h"

namespace aerie::training {

// Where a job's files are. Ids of tasks are safe as file names.
struct JobFiles {
  std::filesystem::path root;                                          // <state-dir>/jobs/<job id>
  std::filesystem::path jobFile() const { return root / "job.yaml"; }  // as it was submitted
  std::filesystem::path listed() const { return root / "files"; }  // files that the job file names, by path
  std::filesystem::path work() const { return root / "work"; }     // the working directory; may be empty
  std::filesystem::path jobLog() const { return root / "job.log"; }
  std::filesystem::path taskOutputs(const std::string& id) const { return root / "outputs" / id; }
  std::filesystem::path attemptOutputs(const std::string& id, int attempt) const {
    return root / "attempts" / (id + "." + std::to_string(attempt));
  }
  std::filesystem::path taskLog(const std::string& id, int attempt) const {
    return root / "logs" / (id + "." + std::to_string(attempt) + ".log");
  }
};

struct OpenTask {
  TaskNumber number = 0;
  TaskSpec spec;
  int attempt = 0;                // the latest that was made; 0 = none
  bool running = false;           // it runs, by what was last reported; only in resume()
  int failures = 0, lost = 0;     // for judge()
  Resources request;              // of the attempt that runs or comes next
  std::int64_t expected_ms = -1;  // duration in the last run; -1 = unknown
};

// A cluster that an engine made, or uses.
struct EngineCluster {
  std::string name;    // a validated name (core/base/ids.h)
  std::string handle;  // what the engine said with clusterHandle(); "" = nothing yet
  ClusterSpec spec;
};

struct JobRun {
  JobId job = 0;
  EngineCluster cluster;
  std::shared_ptr<const JobSpec> spec;
  std::vector<OpenTask> tasks;  // in the order to start them in
  JobFiles files;               // work() is there, perhaps empty
  std::string requirements;     // text of the lock file; "" = no Python environment is asked for
  std::string handle;           // what the engine said with jobHandle(); resume() only
  std::int64_t submitted_ms = 0;
};

// One second of a host, or of the cluster (host ""). Times of a series ascend.
struct HostLoad {
  std::string host;
  Sample sample;
  std::vector<double> core_busy;  // share of each core; may be empty
};

struct EngineAttempt {
  JobId job = 0;
  TaskNumber task = 0;
  int attempt = 0;  // see above
};

// What engines report to. Thread-safe; takes notes and returns at once. Reports about what is not known (any
// more) are dropped, repeated ones count once, so an engine that is not sure reports again. Times are Unix
// milliseconds; 0 = now. Order: those of one job and of one cluster are taken in the order of the calls.
class EngineSink {
 public:
  virtual ~EngineSink() = default;

  // ---- clusters. `limits`: how CPU and memory limits are enforced; "" = as said before. Hosts: all of them.
  virtual void clusterState(const std::string& cluster, ClusterState state, const std::string& message,
                            const std::string& limits, std::vector<HostSpec> hosts) = 0;
  // Stored at the caller's next step, before later reports; comes back in EngineCluster.
  virtual void clusterHandle(const std::string& cluster, const std::string& handle) = 0;
  virtual void sampled(const std::string& cluster, std::vector<HostLoad> loads) = 0;

  // ---- jobs
  virtual void jobHandle(JobId job, const std::string& handle) = 0;  // as clusterHandle()
  // The cluster and the environment are there, tasks may start any time: the job is running.
  virtual void jobReady(JobId job) = 0;
  virtual void log(JobId job, const std::string& text) = 0;  // a line of the job's log, without its end
  // Why what waits waits, when the engine knows better than "the cluster's own queue".
  virtual void pending(JobId job, std::vector<PendingCount> reasons) = 0;
  virtual void attemptStarted(const EngineAttempt& attempt, const std::string& host, int lane,
                              std::int64_t at_ms) = 0;
  // One whose start was not reported counts as started at `at_ms`. The outcome kLost is for what went away
  // with its host.
  virtual void attemptEnded(const EngineAttempt& attempt, Outcome outcome, const std::string& detail,
                            std::int64_t cpu_ms, std::int64_t memory_peak, std::int64_t at_ms) = 0;
  // Nothing more comes about this job, nothing of it runs. OK: what could be done is done (or cancelled).
  // Unavailable: open tasks are handed over again later. Other errors: the job fails with this message, which
  // says what to do.
  virtual void jobEnded(JobId job, const absl::Status& status) = 0;
};

// Thread-safe. Every call but check() returns at once: the work is done by the engine's own threads. Calls
// are idempotent and may come for jobs and clusters that are not known any more. The destructor ends the
// threads; no report comes after it, and what runs outside goes on, to be resumed.
class JobEngine {
 public:
  virtual ~JobEngine() = default;
  // Before a job is accepted: why this engine could never take it, with the remedy. Blocks on disk only;
  // `run` has the staged files and all tasks, and no job number yet.
  virtual absl::Status check(const JobRun& run) const {
    static_cast<void>(run);
    return absl::OkStatus();
  }
  // Makes the cluster where it is not there, then the environment, then runs the open tasks.
  virtual void start(JobRun run) = 0;
  // After a restart of the daemon: finds the job by its handles (empty ones: it may not have come so far) and
  // goes on. Reports again what ended meanwhile.
  virtual void resume(JobRun run) = 0;
  // Ends what runs: attemptEnded(kCancelled) for each, then jobEnded().
  virtual void cancel(JobId job) = 0;
  // The same for single tasks of a job that goes on.
  virtual void cancelTasks(JobId job, std::vector<TaskNumber> tasks) = 0;
  // After a restart: a cluster without jobs; its state and samples are reported again.
  virtual void resumeCluster(const EngineCluster& cluster) = 0;
  // Ends what it made (an existing cluster that is only used goes on): clusterState(kStopping), then kGone.
  virtual void deleteCluster(const EngineCluster& cluster) = 0;
};

// `sink` outlives the engine.
using EngineFactory = std::function<std::unique_ptr<JobEngine>(EngineSink& sink)>;

}  // namespace aerie::training
