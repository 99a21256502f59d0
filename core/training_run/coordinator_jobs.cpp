// The steps of a job's life, but for its tasks.
#include <algorithm>
#include <numeric>

#include "core/base/files.h"
#include "core/base/status.h"
#include "core/taskrun/environment.h"
#include "core/training_run/coordinator_impl.h"

namespace aerie::training {
namespace {

constexpr std::size_t kContentsKept = 8;
constexpr int kMaxPublishFailures = 12;
constexpr int kMaxPublishDoublings = 6;

bool isRetriable(const absl::Status& status) {
  return absl::IsUnavailable(status) || absl::IsDeadlineExceeded(status) || absl::IsAborted(status);
}

}  // namespace

absl::StatusOr<std::shared_ptr<const JobContent>> Coordinator::Impl::contentOf(JobId id) const {
  {
    MutexLock lock(contents_mutex);
    if (const auto found = contents.find(id); found != contents.end()) return found->second;
  }
  auto content = std::make_shared<JobContent>();
  AERIE_ASSIGN_OR_RETURN(content->spec, repository->spec(id));
  AERIE_ASSIGN_OR_RETURN(content->tasks, expandTasks(*content->spec));
  AERIE_ASSIGN_OR_RETURN(const LastDurations last, repository->lastDurations(content->spec->application));
  content->expected.reserve(content->tasks.size());
  for (const TaskSpec& task : content->tasks) {
    const auto found = last.find(task.id);
    content->expected.push_back(found == last.end() ? -1 : found->second);
  }
  MutexLock lock(contents_mutex);
  if (contents.size() >= kContentsKept) contents.erase(contents.begin());
  contents[id] = content;
  return std::shared_ptr<const JobContent>(content);
}

absl::StatusOr<Coordinator::Impl::OpenJob*> Coordinator::Impl::openJob(const JobRecord& record) {
  AERIE_ASSIGN_OR_RETURN(const auto content, contentOf(record.id));
  TaskFilter filter;
  filter.states = {TaskState::kPending, TaskState::kRunning};
  filter.limit = static_cast<std::size_t>(kMaxTasks);
  AERIE_ASSIGN_OR_RETURN(const std::vector<TaskRecord> unfinished, repository->tasks(record.id, filter));
  OpenJob& job = open_jobs[record.id];
  job.record = record;
  job.content = content;
  job.files = directories.files(record.id);
  job.delegated = content->spec->cluster.engine != Engine::kLocal;
  job.keeps_files =
      content->spec->cluster.engine != Engine::kSimulated &&
      (!content->spec->tasks.outputs.empty() ||
       std::any_of(content->spec->tasks.command.begin(), content->spec->tasks.command.end(),
                   [](const std::string& part) { return part.find("{output_dir}") != std::string::npos; }));
  job.hand_overs = 0;
  job.publish_failures = 0;

  const auto known = std::count_if(content->expected.begin(), content->expected.end(),
                                   [](std::int64_t expected) { return expected >= 0; });
  job.work_known = known > 0;
  job.mean_work = 1;
  if (known > 0) {
    const std::int64_t sum =
        std::accumulate(content->expected.begin(), content->expected.end(), std::int64_t{0},
                        [](std::int64_t a, std::int64_t b) { return a + std::max<std::int64_t>(0, b); });
    job.mean_work = std::max(1.0, static_cast<double>(sum) / static_cast<double>(known));
  }
  const auto work = [&](TaskNumber number) {
    const std::int64_t expected = content->expected[number];
    return expected < 0 ? job.mean_work : static_cast<double>(expected);
  };
  job.work_total = 0;
  for (std::size_t i = 0; i < content->tasks.size(); ++i) job.work_total += work(static_cast<TaskNumber>(i));
  job.work_done = job.work_total;
  for (const TaskRecord& task : unfinished) job.work_done -= work(task.number);
  enterScheduler(job, unfinished);
  return &job;
}

void Coordinator::Impl::enterScheduler(OpenJob& job, const std::vector<TaskRecord>& unfinished) {
  const JobId id = job.record.id;
  if (job.delegated) {
    OpenJob::Shadow over;
    over.state = TaskState::kSucceeded;
    if (job.shadow.empty()) job.shadow.assign(job.content->tasks.size(), over);
    for (const TaskRecord& task : unfinished) {
      OpenJob::Shadow& shadow = job.shadow[task.number];
      if (shadow.state == task.state && shadow.attempt == task.attempt) continue;
      shadow = {task.state, task.attempt, task.attempt};
    }
    return;
  }
  scheduler.advanceTo(now());  // else what was submitted just now would seem to back off
  setEntry(job);
  // A back-off that a clock which was put back makes endless ends now.
  const Limits& limits = job.content->spec->limits;
  const std::int64_t latest = now() + limits.backoff_limit_ms + limits.backoff_limit_ms / 2;
  for (const TaskRecord& task : unfinished) {
    if (task.state != TaskState::kPending) continue;
    const std::int64_t ready = task.ready_ms > latest ? now() : task.ready_ms;
    scheduler.enqueue(id,
                      {task.number, task.request, task.attempt, ready, job.content->expected[task.number]});
  }
}

void Coordinator::Impl::setEntry(OpenJob& job) {
  if (job.delegated) return;
  const JobSpec& spec = *job.content->spec;
  JobEntry entry;
  entry.id = job.record.id;
  entry.pool = job.record.cluster;
  entry.priority = job.record.priority;
  entry.order = spec.order;
  entry.max_in_flight = spec.limits.max_in_flight;
  entry.quota = quotaOf(spec.cluster);
  entry.submitted_ms = job.record.submitted_ms;
  entry.open = job.record.state == JobState::kRunning && job.prepared;
  if (!entry.open)
    entry.why_not = job.record.message.empty() ? fmt::format("the job is {}", nameOf(job.record.state))
                                               : job.record.message;
  scheduler.setJob(entry);
}

bool Coordinator::Impl::move(OpenJob& job, JobState to, std::string_view message) {
  const auto moved = repository->moveJob(job.record.id, to, message, now());
  if (!moved.ok()) {
    diskTrouble(moved.status());
    job.step_again = mono() + kStepAgain;
    return false;
  }
  if (!message.empty() && message != job.record.message) logJob(job.record.id, message);
  job.record = *moved;
  changed();
  return true;
}

void Coordinator::Impl::stepJob(OpenJob& job) {
  switch (job.record.state) {
    case JobState::kSubmitted:
    case JobState::kEnvironment: {
      ensureCluster(job);
      if (job.delegated) {
        if (!job.handed) handOver(job);
        break;
      }
      if (!job.prepared) {
        prepareEnvironment(job);  // may end the job
        return;
      }
      if (!move(job, JobState::kRunning, "")) break;
      const auto cluster = open_clusters.find(job.record.cluster);
      if (cluster != open_clusters.end()) moveCluster(cluster->second, ClusterState::kReady, "");
      break;
    }
    case JobState::kRunning:
      ensureCluster(job);
      if (job.delegated && !job.handed && job.record.counts.open() > 0) handOver(job);
      if (!job.delegated && !job.prepared) {
        prepareEnvironment(job);
        return;
      }
      break;
    case JobState::kCancelling: break;
    case JobState::kPublishing: publish(job); return;
    case JobState::kDone:
    case JobState::kFailed:
    case JobState::kCancelled: closeJob(job.record.id); return;
  }
  setEntry(job);
}

void Coordinator::Impl::prepareEnvironment(OpenJob& job) {
  if (job.preparing) return setEntry(job);
  const EnvironmentSpec& wanted = job.content->spec->environment;
  if (wanted.requirements.empty()) {
    auto environment = taskrun::taskEnvironment(wanted.variables);
    if (!environment.ok()) return failJob(job.record.id, messageOf(environment.status()));
    job.environment = *std::move(environment);
    job.prepared = true;
    return stepJob(job);
  }
  const auto requirements = readFile(job.files.listed() / wanted.requirements);
  if (!requirements.ok()) return failJob(job.record.id, messageOf(requirements.status()));
  const auto cluster = open_clusters.find(job.record.cluster);
  if (cluster != open_clusters.end())
    moveCluster(cluster->second, ClusterState::kEnvironment, "the Python environment is being prepared");
  if (job.record.state == JobState::kSubmitted &&
      !move(job, JobState::kEnvironment, "the Python environment is being prepared"))
    return;
  job.preparing = true;
  environments->prepare(job.record.id, wanted.requirements, *requirements);
  setEntry(job);
}

void Coordinator::Impl::takeEnvironments() {
  for (BuiltEnvironment& built : environments->take()) {
    const auto found = open_jobs.find(built.job);
    if (found == open_jobs.end()) continue;
    OpenJob& job = found->second;
    job.preparing = false;
    if (job.record.state != JobState::kEnvironment && job.record.state != JobState::kRunning) continue;
    if (!built.status.ok()) {
      const std::string message = fmt::format("the Python environment: {}", messageOf(built.status));
      const bool passes = absl::IsUnavailable(built.status) || absl::IsResourceExhausted(built.status);
      if (job.record.counts.running == 0 && !passes) {
        failJob(built.job, message);
        continue;
      }
      // What runs since before a restart may end; the rest waits for another try.
      job.record.message = fmt::format(
          "{}; it is tried again every {} s", message,
          std::max<std::int64_t>(
              1, std::chrono::duration_cast<std::chrono::seconds>(options.prepare_again).count()));
      logJob(built.job, job.record.message);
      job.step_again = mono() + options.prepare_again;
      setEntry(job);
      continue;
    }
    auto environment =
        taskrun::taskEnvironment(job.content->spec->environment.variables, built.environment->path);
    if (!environment.ok()) {
      failJob(built.job, messageOf(environment.status()));
      continue;
    }
    logJob(built.job, fmt::format("the Python environment {} is {}", built.environment->digest.substr(0, 12),
                                  built.environment->built ? "built" : "ready, as built before"));
    job.environment = *std::move(environment);
    job.python = std::move(built.environment);
    job.prepared = true;
    stepJob(job);
  }
}

void Coordinator::Impl::jobChanged(const JobRecord& record) {
  const auto found = open_jobs.find(record.id);
  if (found == open_jobs.end()) return;
  OpenJob& job = found->second;
  const bool moved = job.record.state != record.state;
  if (moved && !record.message.empty()) logJob(record.id, record.message);
  job.record = record;
  if (isOver(record.state)) return closeJob(record.id);
  if (moved && record.state == JobState::kPublishing) publish(job);
}

void Coordinator::Impl::closeJob(JobId job) {
  environments->cancel(job);
  scheduler.removeJob(job);
  const auto found = open_jobs.find(job);
  if (found != open_jobs.end() && found->second.handed) former_runs.insert(job);
  open_jobs.erase(job);
  changed();
}

void Coordinator::Impl::failJob(JobId id, const std::string& message) {
  const auto found = open_jobs.find(id);
  if (found == open_jobs.end()) return;
  const auto failed = repository->giveUp(id, message, now());
  if (!failed.ok()) {
    diskTrouble(failed.status());
    found->second.step_again = mono() + kStepAgain;
    return;
  }
  logJob(id, "failed: " + message);
  found->second.record = *failed;
  closeJob(id);
}

void Coordinator::Impl::publish(OpenJob& job) {
  if (job.publishing) return;
  const JobId id = job.record.id;
  scheduler.removeJob(id);
  if (options.publisher == nullptr) {
    if (move(job, JobState::kFailed,
             "nothing was published: this daemon knows no control plane; start it with "
             "--control, then retry the job"))
      closeJob(id);
    return;
  }
  const auto begun = repository->beginPublication(id);
  TaskFilter filter;
  filter.states = {TaskState::kSucceeded};
  filter.limit = static_cast<std::size_t>(kMaxTasks);
  const auto tasks = repository->tasks(id, filter);
  if (!begun.ok() || !tasks.ok()) {
    diskTrouble(begun.ok() ? tasks.status() : begun.status());
    job.publish_again = mono() + kStepAgain;
    return;
  }
  PublishInput input;
  input.job = id;
  input.spec = job.content->spec;
  input.files = job.files;
  input.request_id = begun->request_id;
  input.submitted_by = job.record.submitted_by;
  input.submitted_ms = job.record.submitted_ms;
  for (const TaskRecord& task : *tasks)
    input.results.push_back(
        {task.id, job.content->tasks[task.number].values, job.files.taskOutputs(task.id)});
  input.log = [this, id](std::string_view line) { logJob(id, line); };
  job.publishing = true;
  const bool queued = publishing->submit([this, input = std::move(input)] {
    auto version = options.publisher->publish(input);
    {
      MutexLock lock(published_mutex);
      published.push_back({input.job, std::move(version)});
    }
    wake();
  });
  if (!queued) {
    job.publishing = false;
    job.publish_again = mono() + kStepAgain;
  }
}

void Coordinator::Impl::takePublished() {
  std::vector<Published> done;
  {
    MutexLock lock(published_mutex);
    done.swap(published);
  }
  for (const Published& one : done) {
    const auto found = open_jobs.find(one.job);
    if (found == open_jobs.end()) continue;
    OpenJob& job = found->second;
    job.publishing = false;
    if (one.version.ok()) {
      const auto finished = repository->finishPublication(one.job, *one.version, now());
      if (finished.ok()) {
        jobChanged(*finished);
      } else {  // sent again, it answers the same
        diskTrouble(finished.status());
        job.publish_again = mono() + kStepAgain;
      }
      changed();
      continue;
    }
    const absl::Status& status = one.version.status();
    if (absl::IsCancelled(status)) continue;  // the daemon ends; the next one goes on
    if (isRetriable(status) && ++job.publish_failures <= kMaxPublishFailures) {
      const auto pause =
          options.publish_again * (1 << std::min(job.publish_failures - 1, kMaxPublishDoublings));
      move(job, JobState::kPublishing,
           fmt::format("publishing is tried again in {} s: {}",
                       std::chrono::duration_cast<std::chrono::seconds>(pause).count(), messageOf(status)));
      job.step_again.reset();
      job.publish_again = mono() + pause;
      continue;
    }
    if (move(job, JobState::kFailed,
             fmt::format("nothing was published: {}; retry the job to publish again", messageOf(status))))
      closeJob(one.job);
  }
}

absl::Status Coordinator::Impl::cancelJob(JobId id, std::string_view request_id) {
  AERIE_ASSIGN_OR_RETURN(const JobRecord record, repository->cancel(id, request_id, now()));
  const auto found = open_jobs.find(id);
  if (found == open_jobs.end()) return absl::OkStatus();
  if (found->second.delegated) {
    for (OpenJob::Shadow& shadow : found->second.shadow) {
      if (shadow.state == TaskState::kPending) shadow.state = TaskState::kCancelled;
    }
    if (JobEngine* engine = engineOf(found->second.content->spec->cluster.engine)) engine->cancel(id);
  }
  environments->cancel(id);
  scheduler.removeJob(id);
  for (const auto& [key, task] : running) {
    if (key.first == id) local->cancel({id, key.second, task.attempt});
  }
  jobChanged(record);
  return absl::OkStatus();
}

}  // namespace aerie::training
