// Training jobs from submission to publication: clusters made for them, environments, tasks on this machine
// or handed to engines, retries, utilisation, and everything again after a restart.
//
//   - One loop thread decides and writes. What other threads ask for is done under the same lock, in steps
//     that never wait for a process, a server or an environment.
//   - The queue on disk is the truth (training_repository.h). What is in memory can be thrown away.
//   - Tasks of this machine outlive the daemon. After a restart: the scheduler from disk, hosts and quotas,
//     every running attempt adopted, leftovers ended, environments prepared again. An attempt that ended
//     while nobody watched counts as succeeded when the kernel says so, or when all outputs that the job file
//     declares are there; else it is lost, which costs no retry. (Linux 6.15 and later always say.)
//   - Times follow the monotonic clock while work runs, also over a restart of the daemon (anchored_clock.h,
//     clock_record.h); what is told of open clusters and their jobs is moved to today's wall clock.
//   - A store that cannot be written (full disk) stops starts, not the daemon: nothing is lost, the jobs say
//     why they wait, and it goes on by itself. Attempts that fail while the disk is full are lost, not
//     failed.
#pragma once

#include <absl/status/statusor.h>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "core/base/clock.h"
#include "core/taskrun/python_environment.h"
#include "core/taskrun/resource_limiter.h"
#include "core/training_run/publisher.h"
#include "core/training_run/submission.h"
#include "core/training_run/views.h"

namespace aerie::training {

// Waits until everything that was written to the file system of this path is on its disk.
using SyncFiles = std::function<absl::Status(const std::filesystem::path&)>;

struct CoordinatorOptions {
  std::filesystem::path state_dir;
  std::string instance = "default";                            // two daemons of one machine need two
  std::optional<taskrun::LimiterKind> limiter = std::nullopt;  // empty: the best that works
  std::map<Engine, EngineFactory> engines;                     // beside local
  Publisher* publisher = nullptr;                              // outlives it; null: nothing can be published
  const Clock* clock = nullptr;                                // outlives it; null: the system's
  Resources machine;                                           // 0: what this machine has
  taskrun::DirectoryLimits directory_limits;
  std::filesystem::path python = "/usr/bin/python3";
  std::vector<std::string> pip_arguments;
  Retention retention;
  std::size_t keep_outputs = 20;  // newest jobs that ended; the files of published results of others go
  std::size_t max_starts = 64;    // at one look
  std::uint64_t min_free_bytes = 8ULL << 20;  // of the state directory's disk; below, nothing is started
  SyncFiles sync = nullptr;                   // null: syncFilesystem()
  std::chrono::milliseconds grace{10'000};    // from SIGTERM to SIGKILL
  std::chrono::milliseconds sample_every{1'000};
  std::chrono::milliseconds housekeeping_every{60'000};
  std::chrono::milliseconds publish_again{5'000};  // doubled each time, at most 12 times
  std::chrono::milliseconds hand_over_again{2'000};
  std::chrono::milliseconds prepare_again{
      30'000};  // an environment, after what may pass, such as a full disk
  // A wall clock that was put must stand this long before anything is forgotten for its age.
  std::chrono::milliseconds believe_clock_after{3'600'000};
};

// Thread-safe. Calls block on disk, not on processes or servers.
class Coordinator final {
 public:
  // Opens the state, adopts what runs, and begins.
  static absl::StatusOr<std::unique_ptr<Coordinator>> start(CoordinatorOptions options);
  // Tasks of this machine keep running.
  ~Coordinator();
  // Ends the tasks of this machine first (their attempts are lost, and made again after a restart); blocks at
  // most the grace and a little.
  void stopTasks();

  // ---- jobs
  absl::StatusOr<Submitted> submit(const SubmitInput& input);
  absl::StatusOr<Plan> plan(const SubmitInput& input) const;
  absl::StatusOr<JobRecord> cancel(JobId job, std::span<const std::string> tasks,
                                   std::string_view request_id);
  // Also publishes again what could not be published.
  absl::StatusOr<JobRecord> retry(JobId job, std::span<const std::string> tasks, std::string_view request_id);
  absl::StatusOr<std::vector<JobView>> jobs(const JobFilter& filter) const;
  absl::StatusOr<JobView> job(JobId job) const;
  absl::StatusOr<std::string> jobFile(JobId job) const;
  absl::StatusOr<TasksView> tasks(JobId job, const TaskFilter& filter) const;
  absl::StatusOr<LogPlace> log(JobId job, const std::string& task, int attempt) const;
  absl::StatusOr<TimelineView> timeline(const TimelineQuery& query) const;
  JobFiles files(JobId job) const;

  // ---- working directories of other machines: write to newUpload(), then keep it
  absl::StatusOr<std::filesystem::path> newUpload() const;
  // Refused when it is not the directory of that digest; unpacks it beside, so it takes its time.
  absl::Status keepUpload(const std::filesystem::path& written, const std::string& digest) const;
  std::uint64_t largestUpload() const;  // bytes of an archive that could be within the limits

  // ---- clusters
  absl::StatusOr<std::vector<ClusterView>> clusters(bool with_gone) const;
  // FailedPrecondition while jobs need it, unless they are to be cancelled.
  absl::StatusOr<ClusterView> deleteCluster(const std::string& name, bool cancel_jobs);
  absl::StatusOr<UtilisationView> utilisation(const UtilisationQuery& query) const;

  // ---- changes
  absl::StatusOr<std::uint64_t> revision() const;
  // How far the wall clock was put while work ran, in milliseconds: times that are told move by it. After a
  // change of it, what was told before of open clusters and their jobs is of the clock of then.
  std::int64_t clockJump() const;
  // Changes after a revision below this one cannot be told: something was forgotten since.
  std::uint64_t oldestRevision() const;
  // `wake` is called after changes, on any thread; it must not block nor call back.
  int subscribe(std::function<void()> wake);
  void unsubscribe(int id);

  struct Stats {
    std::int64_t jobs_open = 0, tasks_waiting = 0, tasks_running = 0, clusters = 0;
    std::int64_t started_total = 0, succeeded_total = 0, failed_total = 0, lost_total = 0;
    std::string limits, limits_reason;
    std::string trouble;  // why nothing is started: the disk, and what helps; "" = all is well
  };
  Stats stats() const;

  class Impl;

 private:
  explicit Coordinator(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace aerie::training
