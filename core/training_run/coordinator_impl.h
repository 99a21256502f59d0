// Inside the room: the coordinator's state and steps. Everything is guarded by `mutex`; the steps say where
// they are defined.
#pragma once

#include <condition_variable>
#include <deque>
#include <set>
#include <thread>
#include <unordered_map>

#include "core/base/executor.h"
#include "core/taskrun/host_sampler.h"
#include "core/training/utilisation_store.h"
#include "core/training_run/anchored_clock.h"
#include "core/training_run/coordinator.h"
#include "core/training_run/disk_sync.h"
#include "core/training_run/environment_builds.h"
#include "core/training_run/load_meter.h"
#include "core/training_run/local_tasks.h"
#include "core/training_run/reports.h"

namespace aerie::training {

inline constexpr std::string_view kLocalHost = "localhost";
inline constexpr int kStarters = 3;                   // threads that start processes, beside the loop
inline constexpr std::chrono::seconds kStepAgain{1};  // after a step whose result could not be written down

class Coordinator::Impl final {
 public:
  explicit Impl(CoordinatorOptions given);
  ~Impl();
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  // A job that is not over.
  struct OpenJob {
    JobRecord record;
    std::shared_ptr<const JobContent> content;
    JobFiles files;
    bool delegated = false;
    bool keeps_files = false;  // its tasks are told a directory to write to
    double work_total = 0, work_done = 0, mean_work = 1;
    bool work_known = false;

    // of this machine
    std::vector<std::string> environment;  // of its tasks, once it is prepared
    std::shared_ptr<taskrun::PythonEnvironment> python;
    bool preparing = false, prepared = false;

    // handed to an engine
    struct Shadow {
      TaskState state = TaskState::kPending;
      int attempt = 0;         // ours
      int engine_attempt = 0;  // the engine's; differs when a report was missed
      std::int64_t reported_ms = 0,
                   started_ms = 0;  // its start by the engine's clock, and by ours; 0 = unknown
    };
    std::vector<Shadow> shadow;  // by number
    std::vector<PendingCount> reasons;
    std::int64_t latest_ms = 0;  // that a report named
    bool handed = false;
    int hand_overs = 0;  // without progress in between
    std::int64_t succeeded_at_hand_over = -1;

    std::optional<MonoTime> step_again;  // the step before could not be written, or is to be repeated

    // publishing
    bool publishing = false;
    int publish_failures = 0;
    std::optional<MonoTime> publish_again;
  };
  struct OpenCluster {
    ClusterRecord record;
    ClusterSpec spec;
    std::vector<HostSpec> hosts;
    std::map<std::string, HostLoad> loads;  // the latest, by host; "" = the cluster
    std::optional<MonoTime> idle_since;
    bool deleting = false;  // goes as soon as no job needs it
    bool unsaved = false;   // the disk does not know its state yet
  };
  struct RunningTask {
    int attempt = 0;
    int lane = 0;
    Resources request;
    std::string cluster;
  };
  using TaskKey = std::pair<JobId, TaskNumber>;
  struct Published {
    JobId job = 0;
    absl::StatusOr<std::string> version = std::string();
  };
  struct CoreLoad {
    std::int64_t time_ms = 0;
    std::vector<float> cores;
  };

  // ---- life (coordinator.cpp)
  absl::Status open();
  void begin();
  void stop();
  void stopTasks();
  void wake();
  void run();
  void changed();                                                         // watchers are told after the step
  absl::Status tryOut(const SubmitInput& input, const Checked& checked);  // without the lock

  // ---- the loop (coordinator_loop.cpp)
  void look();
  void takeLocalEnds();
  void noteLocalEnd(LocalEnd end);
  void finishAttempt(const OpenJob& job, const TaskSpec& task, int attempt, Outcome& outcome,
                     std::string& detail);
  void settle(const AttemptKey& key, AttemptEnd end);
  bool settles(JobId job) const;
  bool settles(const TaskKey& key) const;
  void takeSynced();
  void writeEnds();
  void applyEnd(const Ended& ended);
  void startTasks();
  absl::StatusOr<LocalStart> prepareStart(const Start& start, int attempt) const;
  void launch(const std::vector<Start>& starts, const std::vector<int>& attempts);
  void saveHandles();
  void timers();
  std::optional<MonoTime> nextTimer() const;
  void diskTrouble(const absl::Status& status);
  void endTrouble();
  void lookAtSpace();
  std::string whyNothingStarts() const { return trouble.empty() ? shortage : trouble; }
  void blameDisk(Outcome& outcome, std::string& detail);
  int takeLane(const std::string& host);
  void freeLane(const std::string& host, int lane);

  // ---- jobs (coordinator_jobs.cpp)
  absl::StatusOr<std::shared_ptr<const JobContent>> contentOf(JobId job) const;
  absl::StatusOr<OpenJob*> openJob(const JobRecord& record);
  void stepJob(OpenJob& job);
  void enterScheduler(OpenJob& job, const std::vector<TaskRecord>& unfinished);
  void setEntry(OpenJob& job);
  bool move(OpenJob& job, JobState to, std::string_view message);  // false: not written, tried again
  void takeEnvironments();
  void prepareEnvironment(OpenJob& job);
  void jobChanged(const JobRecord& record);
  void closeJob(JobId job);
  void failJob(JobId job, const std::string& message);
  void publish(OpenJob& job);
  void takePublished();
  void logJob(JobId job, std::string_view text) const;
  absl::Status cancelJob(JobId job, std::string_view request_id);

  // ---- clusters and utilisation (coordinator_clusters.cpp)
  absl::StatusOr<std::string> clusterFor(const Submission& submission);
  OpenCluster& ensureCluster(const OpenJob& job);
  void moveCluster(OpenCluster& cluster, ClusterState to, const std::string& message);
  void putCluster(OpenCluster& cluster);
  bool clusterNeeded(const std::string& name) const;
  void lookAtClusters();
  void sample();
  void housekeeping();
  void reap(OpenCluster& cluster, const std::string& why);
  void forgetCluster(const std::string& name);
  void keepCores(const std::string& cluster, const HostLoad& load);
  void removeOldOutputs();

  // ---- engines (coordinator_engines.cpp)
  JobEngine* engineOf(Engine engine) const;
  absl::Status engineTakes(const Checked& checked, const std::filesystem::path& staged) const;
  void takeReports();
  void handOver(OpenJob& job);
  void take(const ClusterReport& report);
  void take(const ClusterHandleReport& report);
  void take(const SampleReport& report);
  void take(const JobHandleReport& report);
  void take(const ReadyReport& report);
  void take(const PendingReport& report);
  void take(const StartedReport& report);
  void take(const EndedReport& report);
  void take(const JobEndedReport& report);
  bool isOfFormerRun(const Report& report) const;
  void noteReportedEnd(AttemptEnd end);
  void writeReported();
  absl::Status writeStarts();
  void noteStarted(const AttemptStart& start, int attempt);
  void jobReady(OpenJob& job);
  EngineCluster engineCluster(const OpenCluster& cluster) const;
  std::int64_t booksTime(const OpenJob& job, std::int64_t engine_ms) const;

  // ---- after a restart (coordinator_restore.cpp)
  absl::Status restore();
  absl::Status restoreClusters();
  void adopt(const TaskRecord& task);

  // ---- answers (coordinator_views.cpp)
  JobView viewOf(const JobRecord& record) const;
  ClusterView viewOf(const ClusterRecord& record) const;
  std::vector<PendingCount> pendingOf(const OpenJob& job) const;
  Resources quotaOf(const ClusterSpec& cluster) const;
  std::int64_t timeOf(const OpenCluster& cluster) const;
  std::int64_t timeOf(const OpenJob& job) const;
  std::int64_t moveOf(const JobRecord& job) const;

  std::int64_t now() const { return time.now(); }
  MonoTime mono() const { return clock.monoNow(); }

  const CoordinatorOptions options;
  const SystemClock system_clock;
  const Clock& clock;
  AnchoredClock time;
  std::optional<storage::Database> database;
  std::unique_ptr<TrainingRepository> repository;
  std::unique_ptr<UtilisationStore> utilisation;
  JobDirectories directories;
  Resources machine;

  // Taken alone: engines and processes report while `mutex` is held.
  std::mutex wake_mutex;
  std::condition_variable wake_loop;
  bool awake = true, ending = false;

  mutable Mutex mutex;
  bool stopping_tasks = false;
  bool dirty = false;  // watchers are to be told

  SchedulerState scheduler;
  std::vector<Hold> holds;
  std::map<JobId, OpenJob> open_jobs;
  std::map<std::string, OpenCluster> open_clusters;
  std::map<TaskKey, RunningTask> running;  // of this machine
  std::map<std::string, std::set<int>> lanes;
  // Succeeded, their slots are free again, and their files are on the way to the disk. Attempts as their
  // engine numbers them.
  std::map<AttemptKey, AttemptEnd> settling;
  std::vector<JobEndedReport> after_settling;  // of jobs of which some are on the way
  // Closed while an engine still had them. Until its jobEnded() comes, what it says of them is about that
  // run, and a retry waits.
  std::set<JobId> former_runs;
  std::vector<AttemptEnd> waiting_ends;  // of this machine
  std::vector<AttemptHandle> handles;    // to be stored
  std::deque<Report> report_queue;
  std::vector<AttemptStart> reported_starts;  // one batch: first these,
  std::vector<AttemptEnd> reported_ends;  // then these; their attempts are filled in when they are written
  std::set<TaskKey> in_reported_ends;
  std::string trouble;
  std::optional<MonoTime> trouble_until;
  std::string shortage;  // of space; what is left is for the books
  std::uint64_t oldest_revision = 0;
  Stats totals;

  LoadMeter meter;
  taskrun::HostSampler sampler;
  std::optional<MonoTime> sampled_at;
  MonoTime next_sample, next_housekeeping;
  MonoTime clock_known_since;  // when the wall clock was put last, or we began
  std::map<std::pair<std::string, std::string>, std::deque<CoreLoad>> core_loads;

  mutable std::map<JobId, std::shared_ptr<const JobContent>> contents;  // read lately
  mutable Mutex contents_mutex;                                         // taken alone

  Mutex watchers_mutex;  // taken alone
  std::map<int, std::function<void()>> watchers;
  int next_watcher = 1;

  Mutex published_mutex;  // taken alone
  std::vector<Published> published;

  // Destroyed first, in this order reversed: their threads call wake().
  std::unique_ptr<LocalTasks> local;
  std::unique_ptr<DiskSync> disk;
  std::unique_ptr<Executor> starters;  // a start waits for the kernel more than it works
  std::unique_ptr<EnvironmentBuilds> environments;
  std::unique_ptr<Reports> reports;
  std::map<Engine, std::unique_ptr<JobEngine>> engines;
  std::unique_ptr<Executor> publishing;
  std::thread loop;
};

}  // namespace aerie::training
