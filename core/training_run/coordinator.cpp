#include "core/training_run/coordinator.h"

#include "core/base/files.h"
#include "core/base/ids.h"
#include "core/base/status.h"
#include "core/base/sync.h"
#include "core/training_run/clock_record.h"
#include "core/training_run/coordinator_impl.h"

namespace aerie::training {
namespace {

constexpr std::chrono::milliseconds kStopPatience{5'000};
// What an archive may have beside the contents: a head of each file, with its name, and the frame.
constexpr std::uint64_t kArchiveBytesPerFile = 3'072, kArchiveBytes = 64U << 10;

taskrun::PythonEnvironments::Options pythonOptions(const CoordinatorOptions& options) {
  taskrun::PythonEnvironments::Options python;
  python.folder = options.state_dir / "environments";
  python.python = options.python;
  python.pip_arguments = options.pip_arguments;
  return python;
}

Resources machineOf(const CoordinatorOptions& options, taskrun::HostSampler& sampler) {
  Resources machine = options.machine;
  const taskrun::HostSample sample = sampler.sample(0);
  if (machine.cpu_millis == 0)
    machine.cpu_millis = std::max<std::int64_t>(1, std::llround(sample.capacity_cores)) * 1'000;
  if (machine.memory_bytes == 0) machine.memory_bytes = static_cast<std::int64_t>(sample.memory_total);
  return machine;
}

}  // namespace

Coordinator::Impl::Impl(CoordinatorOptions given)
    : options(std::move(given)),
      clock(options.clock == nullptr ? static_cast<const Clock&>(system_clock) : *options.clock),
      time(clock),
      directories(options.state_dir / "jobs"),
      sampler(options.state_dir) {}

Coordinator::Impl::~Impl() { stop(); }

absl::Status Coordinator::Impl::open() {
  AERIE_RETURN_IF_ERROR(validateName("instance", options.instance));
  AERIE_RETURN_IF_ERROR(makeDirectories(options.state_dir, 0700));
  const storage::MigrationSet sets[] = {{"training", kTrainingMigrations}};
  // A power cut may cost the last seconds of results, which are made again; what people were told is synced
  // by submit().
  storage::DatabaseOptions relaxed;
  relaxed.durable = false;
  auto opened = storage::Database::open(options.state_dir / "training.db", sets, relaxed);
  if (!opened.ok()) return opened.status();
  database.emplace(*std::move(opened));
  repository = std::make_unique<TrainingRepository>(*database);
  utilisation = std::make_unique<UtilisationStore>(*database);
  AERIE_RETURN_IF_ERROR(directories.open());
  machine = machineOf(options, sampler);
  // What outlived the daemon before goes on by the clock that it began with.
  if (const auto zero = readClockZero(options.state_dir)) time.follow(*zero);
  keepClockZero(options.state_dir, time.zero());

  const auto log = [this](JobId job, std::string_view text) { logJob(job, text); };
  LocalTasks::Options tasks;
  tasks.instance = options.instance;
  tasks.limiter = options.limiter;
  tasks.grace = options.grace;
  tasks.wake = [this] { wake(); };
  AERIE_ASSIGN_OR_RETURN(local, LocalTasks::create(std::move(tasks)));
  environments = std::make_unique<EnvironmentBuilds>(
      pythonOptions(options), [this] { wake(); }, log);
  reports = std::make_unique<Reports>([this] { wake(); }, log);
  for (const auto& [engine, make] : options.engines) engines[engine] = make(*reports);
  disk = std::make_unique<DiskSync>(
      options.state_dir / "jobs", [this] { wake(); }, options.sync);
  starters = std::make_unique<Executor>(Executor::Options{kStarters, 1'000});
  publishing = std::make_unique<Executor>(Executor::Options{1, 10'000});
  {
    MutexLock lock(mutex);
    totals.limits = local->limits();
    totals.limits_reason = local->limitsReason();
    AERIE_ASSIGN_OR_RETURN(oldest_revision, repository->revision());
    time.lookForJump();
    lookAtSpace();
    AERIE_RETURN_IF_ERROR(restore());
  }
  return absl::OkStatus();
}

void Coordinator::Impl::begin() {
  next_sample = mono();
  next_housekeeping = mono();
  clock_known_since = mono();
  loop = std::thread([this] { run(); });
}

void Coordinator::Impl::stop() {
  {
    const std::lock_guard lock(wake_mutex);
    ending = true;
  }
  wake_loop.notify_all();
  if (loop.joinable()) loop.join();
  if (options.publisher != nullptr) options.publisher->stop();
  publishing.reset();
  engines.clear();
  environments.reset();
  starters.reset();
  disk.reset();
  local.reset();
  if (utilisation) static_cast<void>(utilisation->flush());
}

void Coordinator::Impl::stopTasks() {
  {
    MutexLock lock(mutex);
    stopping_tasks = true;
    local->cancelAll();
  }
  std::mutex alone;
  std::condition_variable never;
  const MonoTime end = std::chrono::steady_clock::now() + options.grace + kStopPatience;
  while (std::chrono::steady_clock::now() < end) {
    {
      MutexLock lock(mutex);
      if (running.empty() && settling.empty() && waiting_ends.empty()) return;
    }
    std::unique_lock lock(alone);
    never.wait_for(lock, std::chrono::milliseconds(20));
  }
}

void Coordinator::Impl::wake() {
  {
    const std::lock_guard lock(wake_mutex);
    awake = true;
  }
  wake_loop.notify_one();
}

void Coordinator::Impl::run() {
  while (true) {
    std::optional<MonoTime> next;
    {
      MutexLock lock(mutex);
      next = nextTimer();
    }
    {
      std::unique_lock lock(wake_mutex);
      const auto ready = [this] { return awake || ending; };
      if (next) {
        // The clock may be a test's: what is left to wait is counted on the real one.
        wake_loop.wait_for(lock, std::max<Duration>(Duration(0), *next - mono()), ready);
      } else {
        wake_loop.wait(lock, ready);
      }
      if (ending) return;
      awake = false;
    }
    bool tell = false;
    {
      MutexLock lock(mutex);
      look();
      tell = std::exchange(dirty, false);
    }
    if (!tell) continue;
    std::vector<std::function<void()>> wakes;
    {
      MutexLock lock(watchers_mutex);
      for (const auto& [id, wake_watcher] : watchers) wakes.push_back(wake_watcher);
    }
    for (const auto& wake_watcher : wakes) wake_watcher();
  }
}

void Coordinator::Impl::changed() { dirty = true; }

void Coordinator::Impl::logJob(JobId job, std::string_view text) const {
  appendJobLog(directories.files(job), unixMillis(clock.wallNow()), text);
}

Coordinator::Coordinator(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Coordinator::~Coordinator() = default;
void Coordinator::stopTasks() { impl_->stopTasks(); }

absl::StatusOr<std::unique_ptr<Coordinator>> Coordinator::start(CoordinatorOptions options) {
  auto impl = std::make_unique<Impl>(std::move(options));
  AERIE_RETURN_IF_ERROR(impl->open());
  impl->begin();
  return std::unique_ptr<Coordinator>(new Coordinator(std::move(impl)));
}

absl::StatusOr<Submitted> Coordinator::submit(const SubmitInput& input) {
  Impl& p = *impl_;
  AERIE_ASSIGN_OR_RETURN(Checked checked, checkSubmission(input));
  Submission& submission = checked.submission;
  const Engine engine = submission.spec.cluster.engine;
  if (engine != Engine::kLocal && p.engineOf(engine) == nullptr)
    return failedPrecondition("{}: cluster.engine is {}, which this daemon does not have; see its settings",
                              input.job_file_name, nameOf(engine));
  if (submission.spec.publish && p.options.publisher == nullptr)
    return failedPrecondition(
        "{}: publish is given, but this daemon knows no control plane: start it with "
        "--control and --signing-key, or leave publish out",
        input.job_file_name);
  AERIE_ASSIGN_OR_RETURN(const JobDirectories::Staged staged,
                         stageSubmission(input, checked, p.directories, p.options.directory_limits));
  if (const absl::Status takes = p.engineTakes(checked, staged.folder); !takes.ok()) {
    p.directories.drop(staged);
    return withContext(takes, input.job_file_name);
  }
  if (!submission.spec.environment.working_dir.empty()) {  // the other files were synced one by one
    const absl::Status synced = (p.options.sync ? p.options.sync : SyncFiles(syncFilesystem))(staged.folder);
    if (!synced.ok()) {
      p.directories.drop(staged);
      return synced;
    }
  }
  MutexLock lock(p.mutex);
  const auto write = [&]() -> absl::StatusOr<Submitted> {
    AERIE_ASSIGN_OR_RETURN(submission.cluster, p.clusterFor(submission));
    AERIE_ASSIGN_OR_RETURN(storage::Transaction transaction, p.database->begin());
    AERIE_ASSIGN_OR_RETURN(Submitted submitted, p.repository->submit(submission, p.now()));
    if (submitted.existed) return submitted;
    AERIE_RETURN_IF_ERROR(p.directories.install(staged, submitted.job.id));
    AERIE_RETURN_IF_ERROR(transaction.commit());
    return submitted;
  };
  auto submitted = write();
  if (!submitted.ok() || submitted->existed) {
    p.directories.drop(staged);
    return submitted;
  }
  // From here on the job is there, also after a power cut.
  static_cast<void>(p.database->execute("PRAGMA wal_checkpoint(PASSIVE)"));
  p.logJob(submitted->job.id, fmt::format("submitted by {}: {} tasks",
                                          input.submitted_by.empty() ? "somebody" : input.submitted_by,
                                          submission.tasks.size()));
  for (const std::string& warning : checked.warnings) p.logJob(submitted->job.id, warning);
  const auto job = p.openJob(submitted->job);
  if (job.ok()) p.stepJob(**job);
  p.changed();
  p.wake();
  const auto now = p.repository->get(submitted->job.id);
  if (now.ok()) submitted->job = *now;
  return submitted;
}

// As a submission would, and forgets it.
absl::Status Coordinator::Impl::tryOut(const SubmitInput& input, const Checked& checked) {
  AERIE_ASSIGN_OR_RETURN(const JobDirectories::Staged staged,
                         stageSubmission(input, checked, directories, options.directory_limits));
  const absl::Status takes = engineTakes(checked, staged.folder);
  directories.drop(staged);
  return takes;
}

absl::StatusOr<Plan> Coordinator::plan(const SubmitInput& input) const {
  Impl& p = *impl_;
  AERIE_ASSIGN_OR_RETURN(const Checked checked, checkSubmission(input, true));
  const JobSpec& spec = checked.submission.spec;
  AERIE_ASSIGN_OR_RETURN(const LastDurations last, p.repository->lastDurations(spec.application));
  SchedulerState state;
  {
    MutexLock lock(p.mutex);
    if (spec.cluster.engine == Engine::kLocal) {
      state = p.scheduler;
    } else {
      state.advanceTo(p.now());
    }
  }
  const std::vector<HostSpec> hosts = hostsOf(spec.cluster, spec.application, p.machine);
  Plan plan = planJob(spec, checked.submission.tasks, last, hosts, std::move(state));
  for (const std::string& warning : checked.warnings) plan.warnings.push_back(warning);
  if (spec.cluster.engine != Engine::kLocal && p.engineOf(spec.cluster.engine) == nullptr)
    plan.warnings.push_back(fmt::format("this daemon does not have the engine {}: it would refuse the job",
                                        nameOf(spec.cluster.engine)));
  if (spec.publish && p.options.publisher == nullptr)
    plan.warnings.emplace_back("this daemon knows no control plane: it would refuse a job that publishes");
  if (const absl::Status tried = p.tryOut(input, checked); !tried.ok())
    plan.warnings.push_back(fmt::format("it would be refused: {}", messageOf(tried)));
  return plan;
}

absl::StatusOr<JobRecord> Coordinator::cancel(JobId job, std::span<const std::string> tasks,
                                              std::string_view request_id) {
  Impl& p = *impl_;
  MutexLock lock(p.mutex);
  if (tasks.empty()) {
    AERIE_RETURN_IF_ERROR(p.cancelJob(job, request_id));
  } else {
    AERIE_ASSIGN_OR_RETURN(const std::vector<TaskNumber> still,
                           p.repository->cancelTasks(job, tasks, request_id, p.now()));
    const auto open = p.open_jobs.find(job);
    if (open != p.open_jobs.end() && open->second.delegated) {
      if (JobEngine* engine = p.engineOf(open->second.content->spec->cluster.engine))
        engine->cancelTasks(job, still);
    }
    for (const TaskNumber number : still) {
      const auto found = p.running.find({job, number});
      if (found != p.running.end()) p.local->cancel({job, number, found->second.attempt});
    }
    for (const std::string& id : tasks) {
      if (open == p.open_jobs.end()) break;
      const auto& all = open->second.content->tasks;
      for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].id != id) continue;
        p.scheduler.dequeue(job, static_cast<TaskNumber>(i));
        if (open->second.delegated && open->second.shadow[i].state == TaskState::kPending)
          open->second.shadow[i].state = TaskState::kCancelled;
      }
    }
    AERIE_ASSIGN_OR_RETURN(const JobRecord record, p.repository->get(job));
    p.jobChanged(record);
  }
  p.changed();
  p.wake();
  return p.repository->get(job);
}

absl::StatusOr<JobRecord> Coordinator::retry(JobId job, std::span<const std::string> tasks,
                                             std::string_view request_id) {
  Impl& p = *impl_;
  MutexLock lock(p.mutex);
  AERIE_ASSIGN_OR_RETURN(JobRecord record, p.repository->get(job));
  AERIE_ASSIGN_OR_RETURN(const auto spec, p.repository->spec(job));
  const bool publish_only = record.state == JobState::kFailed && tasks.empty() && spec->publish &&
                            record.counts.open() == 0 && record.counts.succeeded > 0 &&
                            (record.counts.failed + record.counts.cancelled == 0 ||
                             spec->publish->when == PublishWhen::kAnySucceeded);
  if (publish_only) {
    AERIE_ASSIGN_OR_RETURN(record,
                           p.repository->moveJob(job, JobState::kPublishing, "publishing again", p.now()));
  } else {
    AERIE_ASSIGN_OR_RETURN(record, p.repository->retry(job, tasks, request_id, p.now()));
  }
  p.logJob(job, record.message);
  AERIE_ASSIGN_OR_RETURN(Impl::OpenJob* const open, p.openJob(record));
  p.stepJob(*open);
  p.changed();
  p.wake();
  return p.repository->get(job);
}

JobFiles Coordinator::files(JobId job) const { return impl_->directories.files(job); }

absl::StatusOr<std::filesystem::path> Coordinator::newUpload() const {
  return impl_->directories.newUpload();
}
absl::Status Coordinator::keepUpload(const std::filesystem::path& written, const std::string& digest) const {
  return impl_->directories.keepUpload(written, digest, impl_->options.directory_limits);
}
std::uint64_t Coordinator::largestUpload() const {
  const taskrun::DirectoryLimits& limits = impl_->options.directory_limits;
  return limits.total_bytes + limits.files * kArchiveBytesPerFile + kArchiveBytes;
}

int Coordinator::subscribe(std::function<void()> wake) {
  MutexLock lock(impl_->watchers_mutex);
  impl_->watchers.emplace(impl_->next_watcher, std::move(wake));
  return impl_->next_watcher++;
}
void Coordinator::unsubscribe(int id) {
  MutexLock lock(impl_->watchers_mutex);
  impl_->watchers.erase(id);
}

absl::StatusOr<std::uint64_t> Coordinator::revision() const { return impl_->repository->revision(); }
std::int64_t Coordinator::clockJump() const {
  MutexLock lock(impl_->mutex);
  return impl_->time.jump();
}
std::uint64_t Coordinator::oldestRevision() const {
  MutexLock lock(impl_->mutex);
  return impl_->oldest_revision;
}

Coordinator::Stats Coordinator::stats() const {
  MutexLock lock(impl_->mutex);
  Stats stats = impl_->totals;
  stats.trouble = impl_->whyNothingStarts();
  stats.jobs_open = static_cast<std::int64_t>(impl_->open_jobs.size());
  stats.clusters = static_cast<std::int64_t>(impl_->open_clusters.size());
  for (const auto& [id, job] : impl_->open_jobs) {
    stats.tasks_waiting += job.record.counts.pending;
    stats.tasks_running += job.record.counts.running;
  }
  return stats;
}

}  // namespace aerie::training
