// Engines that take whole jobs: what is handed over, and what their reports do to the books.
#include <algorithm>

#include "core/base/files.h"
#include "core/base/status.h"
#include "core/training_run/coordinator_impl.h"

namespace aerie::training {
namespace {

constexpr int kMaxHandOvers = 10;
constexpr int kMaxHandOverDoublings = 5;
constexpr std::int64_t kSampleAheadMs = 60'000;

// The job that a report is about, or 0. The end of an engine's run of a job counts for itself.
JobId attemptedJob(const Report& report) {
  if (const auto* started = std::get_if<StartedReport>(&report)) return started->attempt.job;
  if (const auto* ended = std::get_if<EndedReport>(&report)) return ended->attempt.job;
  if (const auto* handle = std::get_if<JobHandleReport>(&report)) return handle->job;
  if (const auto* ready = std::get_if<ReadyReport>(&report)) return ready->job;
  if (const auto* pending = std::get_if<PendingReport>(&report)) return pending->job;
  return 0;
}

}  // namespace

JobEngine* Coordinator::Impl::engineOf(Engine engine) const {
  const auto found = engines.find(engine);
  return found == engines.end() ? nullptr : found->second.get();
}

// Virtual hosts count from the submission; the others by a wall clock, which may have been put since ours
// began.
std::int64_t Coordinator::Impl::booksTime(const OpenJob& job, std::int64_t engine_ms) const {
  if (engine_ms <= 0) return now();
  return job.content->spec->cluster.engine == Engine::kSimulated ? engine_ms : engine_ms - time.jump();
}

EngineCluster Coordinator::Impl::engineCluster(const OpenCluster& cluster) const {
  return {cluster.record.name, cluster.record.handle, cluster.spec};
}

// Without the lock: engines are there for as long as we are.
absl::Status Coordinator::Impl::engineTakes(const Checked& checked,
                                            const std::filesystem::path& staged) const {
  const JobEngine* engine = engineOf(checked.submission.spec.cluster.engine);
  if (engine == nullptr) return absl::OkStatus();
  JobRun run;
  run.spec = std::make_shared<const JobSpec>(checked.submission.spec);
  run.files.root = staged;
  run.requirements = checked.requirements;
  for (const TaskSpec& task : checked.submission.tasks) {
    OpenTask open;
    open.number = static_cast<TaskNumber>(run.tasks.size());
    open.spec = task;
    open.request = run.spec->resources;
    run.tasks.push_back(std::move(open));
  }
  return engine->check(run);
}

void Coordinator::Impl::handOver(OpenJob& job) {
  const JobId id = job.record.id;
  if (job.step_again || former_runs.contains(id)) return;  // it waits
  const JobSpec& spec = *job.content->spec;
  JobEngine* engine = engineOf(spec.cluster.engine);
  if (engine == nullptr)
    return failJob(
        id, fmt::format("this daemon does not have the engine {} any more", nameOf(spec.cluster.engine)));
  // Handed over before, by an earlier daemon.
  const bool resume = job.succeeded_at_hand_over < 0 && job.record.state != JobState::kSubmitted;
  JobRun run;
  run.job = id;
  run.cluster = engineCluster(ensureCluster(job));
  run.spec = job.content->spec;
  run.files = job.files;
  run.submitted_ms = job.record.submitted_ms;
  TaskFilter filter;
  filter.states = {TaskState::kPending, TaskState::kRunning};
  filter.limit = static_cast<std::size_t>(kMaxTasks);
  const auto tasks = repository->tasks(id, filter);
  const auto handle = repository->jobHandle(id);
  if (!tasks.ok() || !handle.ok()) {
    diskTrouble(tasks.ok() ? handle.status() : tasks.status());
    job.step_again = mono() + kStepAgain;
    return;
  }
  if (resume) run.handle = *handle;
  if (!spec.environment.requirements.empty()) {
    const auto text = readFile(job.files.listed() / spec.environment.requirements);
    if (!text.ok()) return failJob(id, messageOf(text.status()));
    run.requirements = *text;
  }
  for (const TaskRecord& task : *tasks) {
    run.tasks.push_back({task.number, job.content->tasks[task.number], task.attempt,
                         task.state == TaskState::kRunning, task.failures, task.lost, task.request,
                         job.content->expected[task.number]});
  }
  if (spec.order == Order::kLongestFirst) {  // unknown ones first, as on this machine
    std::stable_sort(run.tasks.begin(), run.tasks.end(), [](const OpenTask& a, const OpenTask& b) {
      return (a.expected_ms < 0) != (b.expected_ms < 0) ? a.expected_ms < 0 : a.expected_ms > b.expected_ms;
    });
  }
  if (job.record.state == JobState::kSubmitted &&
      !move(job, JobState::kEnvironment,
            fmt::format("the engine {} prepares it", nameOf(spec.cluster.engine))))
    return;
  if (job.record.counts.succeeded > job.succeeded_at_hand_over) job.hand_overs = 0;
  ++job.hand_overs;
  job.succeeded_at_hand_over = job.record.counts.succeeded;
  job.handed = true;
  if (resume) {
    engine->resume(std::move(run));
  } else {
    engine->start(std::move(run));
  }
}

void Coordinator::Impl::takeReports() {
  for (Report& report : reports->take()) {
    // A load is worth its second only: it is shown, and not kept for a disk that cannot take it.
    const auto* sample = std::get_if<SampleReport>(&report);
    if (sample != nullptr && trouble_until) {
      take(*sample);
    } else {
      report_queue.push_back(std::move(report));
    }
  }
  while (true) {
    if (trouble_until) return;
    if (report_queue.empty()) break;
    const Report report = std::move(report_queue.front());
    report_queue.pop_front();
    const bool attempts =
        std::holds_alternative<StartedReport>(report) || std::holds_alternative<EndedReport>(report);
    // Order counts within a job: what stands before this report is written before it.
    if (!attempts && !std::holds_alternative<SampleReport>(report)) {
      writeReported();
      if (trouble_until) {
        report_queue.push_front(report);
        return;
      }
    }
    if (!isOfFormerRun(report)) std::visit([this](const auto& one) { take(one); }, report);
  }
  writeReported();
}

bool Coordinator::Impl::isOfFormerRun(const Report& report) const {
  return former_runs.contains(attemptedJob(report));
}

void Coordinator::Impl::take(const ClusterReport& report) {
  const auto found = open_clusters.find(report.cluster);
  if (found == open_clusters.end()) return;
  OpenCluster& cluster = found->second;
  cluster.hosts = report.hosts;
  for (HostSpec& host : cluster.hosts) host.pool = report.cluster;
  if (!report.limits.empty()) cluster.record.limits = report.limits;
  if (report.state == ClusterState::kGone && cluster.record.state != ClusterState::kStopping)
    moveCluster(cluster, ClusterState::kStopping, report.message);
  // Whether a cluster that is there is idle is for the books to say.
  const bool idle = report.state == ClusterState::kReady && cluster.record.state == ClusterState::kIdle;
  if (!idle) moveCluster(cluster, report.state, report.message);
  changed();
}

void Coordinator::Impl::take(const ClusterHandleReport& report) {
  const auto found = open_clusters.find(report.cluster);
  if (found == open_clusters.end()) return;
  found->second.record.handle = report.handle;
  putCluster(found->second);
}

void Coordinator::Impl::take(const SampleReport& report) {
  const auto found = open_clusters.find(report.cluster);
  if (found == open_clusters.end()) return;
  for (const HostLoad& reported : report.loads) {
    HostLoad load = reported;
    if (found->second.spec.engine != Engine::kSimulated) {
      load.sample.time_ms -= time.jump();
      // Taken right after the clock was put: a sample ahead of all others would hide them.
      if (load.sample.time_ms > now() + kSampleAheadMs) load.sample.time_ms = now();
    }
    found->second.loads[load.host] = load;
    keepCores(report.cluster, load);
    if (trouble_until) continue;
    const absl::Status added = utilisation->add(report.cluster, load.host, load.sample);
    if (!added.ok()) diskTrouble(added);
  }
  changed();
}

void Coordinator::Impl::take(const JobHandleReport& report) {
  const absl::Status stored = repository->setJobHandle(report.job, report.handle);
  if (!stored.ok() && open_jobs.contains(report.job)) diskTrouble(stored);
}

void Coordinator::Impl::take(const ReadyReport& report) {
  const auto found = open_jobs.find(report.job);
  if (found != open_jobs.end() && found->second.delegated) jobReady(found->second);
}

void Coordinator::Impl::jobReady(OpenJob& job) {
  if (job.record.state == JobState::kSubmitted || job.record.state == JobState::kEnvironment)
    move(job, JobState::kRunning, "");
}

void Coordinator::Impl::take(const PendingReport& report) {
  const auto found = open_jobs.find(report.job);
  if (found == open_jobs.end()) return;
  found->second.reasons = report.reasons;
  changed();
}

void Coordinator::Impl::take(const StartedReport& report) {
  const auto found = open_jobs.find(report.attempt.job);
  if (found == open_jobs.end() || !found->second.delegated) return;
  OpenJob& job = found->second;
  if (report.attempt.task >= job.shadow.size()) return;
  const TaskKey key{report.attempt.job, report.attempt.task};
  if (in_reported_ends.contains(key)) {
    writeReported();
    // Without its end on disk the next attempt cannot begin: it waits with the others.
    if (trouble_until) return report_queue.push_front(report);
    if (!open_jobs.contains(report.attempt.job)) return;
  }
  OpenJob::Shadow& shadow = job.shadow[report.attempt.task];
  if (shadow.state != TaskState::kPending || report.attempt.attempt <= shadow.engine_attempt) return;
  jobReady(job);
  shadow.state = TaskState::kRunning;
  shadow.engine_attempt = report.attempt.attempt;
  shadow.reported_ms = report.at_ms;
  shadow.started_ms = booksTime(job, report.at_ms);
  job.latest_ms = std::max(job.latest_ms, shadow.started_ms);
  reported_starts.push_back({key.first, key.second, report.host, report.lane, shadow.started_ms});
}

void Coordinator::Impl::take(const EndedReport& report) {
  const auto found = open_jobs.find(report.attempt.job);
  if (found == open_jobs.end() || !found->second.delegated) return;
  OpenJob& job = found->second;
  if (report.attempt.task >= job.shadow.size()) return;
  const OpenJob::Shadow& shadow = job.shadow[report.attempt.task];
  const TaskKey key{report.attempt.job, report.attempt.task};
  if (in_reported_ends.contains(key) && report.attempt.attempt > shadow.engine_attempt) {
    writeReported();
    // As a start does: it waits until the end before it is on disk.
    if (trouble_until) return report_queue.push_front(report);
    if (!open_jobs.contains(report.attempt.job)) return;
  }
  if (shadow.state == TaskState::kPending && report.attempt.attempt > shadow.engine_attempt) {
    take(StartedReport{report.attempt, "", 0, report.at_ms});
    if (!open_jobs.contains(report.attempt.job)) return;
  }
  if (shadow.state != TaskState::kRunning || shadow.engine_attempt != report.attempt.attempt) return;
  if (in_reported_ends.contains(key) || settles(key)) return;
  Outcome outcome = report.outcome;
  std::string detail = report.detail;
  finishAttempt(job, job.content->tasks[report.attempt.task], report.attempt.attempt, outcome, detail);
  std::int64_t largest = 0;
  const auto cluster = open_clusters.find(job.record.cluster);
  if (cluster != open_clusters.end()) {
    for (const HostSpec& host : cluster->second.hosts)
      largest = std::max(largest, host.capacity.memory_bytes);
  }
  // Both ends by the same clock: how long it took stays true when that one was put meanwhile.
  std::int64_t ended_ms = booksTime(job, report.at_ms);
  if (report.at_ms > 0 && shadow.reported_ms > 0)
    ended_ms = shadow.started_ms + std::max<std::int64_t>(0, report.at_ms - shadow.reported_ms);
  job.latest_ms = std::max(job.latest_ms, ended_ms);
  AttemptEnd end{key.first,     key.second,         0,       outcome, detail,
                 report.cpu_ms, report.memory_peak, largest, 0.5,     ended_ms};
  if (outcome == Outcome::kSucceeded && job.keeps_files)
    return settle({key.first, key.second, report.attempt.attempt}, std::move(end));
  noteReportedEnd(std::move(end));
}

void Coordinator::Impl::noteReportedEnd(AttemptEnd end) {
  in_reported_ends.insert({end.job, end.task});
  reported_ends.push_back(std::move(end));
}

void Coordinator::Impl::noteStarted(const AttemptStart& start, int attempt) {
  ++totals.started_total;
  const auto job = open_jobs.find(start.job);
  if (job == open_jobs.end()) return;
  job->second.shadow[start.task].attempt = attempt;
  --job->second.record.counts.pending;
  ++job->second.record.counts.running;
  if (job->second.record.started_ms == 0) job->second.record.started_ms = start.at_ms;
}

absl::Status Coordinator::Impl::writeStarts() {
  const auto attempts = repository->startAttempts(reported_starts, now());
  if (attempts.ok()) {
    for (std::size_t i = 0; i < attempts->size(); ++i) noteStarted(reported_starts[i], (*attempts)[i]);
    reported_starts.clear();
    return absl::OkStatus();
  }
  if (!absl::IsFailedPrecondition(attempts.status())) return attempts.status();
  // A start that the books cannot take is one of a task that was cancelled meanwhile; the engine's end of it
  // changes nothing. The others of the batch count.
  absl::Status status;
  std::size_t written = 0;
  for (; written < reported_starts.size(); ++written) {
    const AttemptStart& start = reported_starts[written];
    const auto one = repository->startAttempts({&start, 1}, now());
    if (one.ok()) {
      noteStarted(start, one->front());
    } else if (!absl::IsFailedPrecondition(one.status())) {
      status = one.status();
      break;
    }
  }
  reported_starts.erase(reported_starts.begin(),
                        reported_starts.begin() + static_cast<std::ptrdiff_t>(written));
  return status;
}

void Coordinator::Impl::writeReported() {
  if (reported_starts.empty() && reported_ends.empty()) return;
  if (!reported_starts.empty()) {
    if (const absl::Status started = writeStarts(); !started.ok()) return diskTrouble(started);
  }
  if (!reported_ends.empty()) {
    for (AttemptEnd& end : reported_ends) {
      const auto job = open_jobs.find(end.job);
      if (job != open_jobs.end()) end.attempt = job->second.shadow[end.task].attempt;
    }
    const auto written = repository->endAttempts(reported_ends, now());
    if (!written.ok()) return diskTrouble(written.status());
    std::map<JobId, JobRecord> jobs;
    for (const Ended& ended : *written) {
      const auto job = open_jobs.find(ended.task.job);
      if (job != open_jobs.end()) job->second.shadow[ended.task.number].state = ended.task.state;
      if (!ended.status.ok()) continue;
      applyEnd(ended);
      jobs[ended.job.id] = ended.job;
    }
    reported_ends.clear();
    in_reported_ends.clear();
    for (const auto& [id, record] : jobs) jobChanged(record);
  }
  changed();
}

void Coordinator::Impl::take(const JobEndedReport& report) {
  const bool former = former_runs.erase(report.job) > 0;
  const auto found = open_jobs.find(report.job);
  if (found == open_jobs.end() || !found->second.delegated) return;
  if (former) return stepJob(found->second);  // a retry waited for it
  // What succeeded counts once the disk has it.
  if (settles(report.job)) return after_settling.push_back(report);
  OpenJob& job = found->second;
  job.handed = false;
  // Nothing of it runs, whatever was reported.
  const bool cancelling = job.record.state == JobState::kCancelling;
  for (std::size_t i = 0; i < job.shadow.size(); ++i) {
    if (job.shadow[i].state != TaskState::kRunning) continue;
    const TaskKey key{report.job, static_cast<TaskNumber>(i)};
    if (in_reported_ends.contains(key)) continue;
    noteReportedEnd({key.first, key.second, 0, cancelling ? Outcome::kCancelled : Outcome::kLost,
                     "the engine ended without telling how it went", 0, 0, 0, 0.5, now()});
  }
  writeReported();
  const auto still = open_jobs.find(report.job);
  if (still == open_jobs.end() || trouble_until) {
    if (trouble_until) report_queue.push_front(report);
    return;
  }
  OpenJob& open = still->second;
  if (open.record.state == JobState::kCancelling || open.record.counts.open() == 0) return;
  const bool again = report.status.ok() || absl::IsUnavailable(report.status);
  if (!again) return failJob(report.job, messageOf(report.status));
  if (open.hand_overs >= kMaxHandOvers)
    return failJob(
        report.job,
        fmt::format("the engine was given the open tasks {} times and none succeeded since; the last "
                    "time: {}",
                    open.hand_overs, report.status.ok() ? "it ended" : messageOf(report.status)));
  const auto pause = options.hand_over_again * (1 << std::min(open.hand_overs - 1, kMaxHandOverDoublings));
  if (!report.status.ok()) {
    open.record.message = messageOf(report.status);
    logJob(report.job,
           fmt::format("handed over again in {} ms: {}", pause.count(), messageOf(report.status)));
  }
  open.step_again = mono() + pause;
}

}  // namespace aerie::training
