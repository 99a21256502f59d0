// One look: what ended is written, what fits is started, what was started is remembered.
#include <algorithm>
#include <atomic>
#include <cmath>
#include <latch>
#include <random>
#include <sys/statvfs.h>

#include "core/base/status.h"
#include "core/training_run/coordinator_impl.h"

namespace aerie::training {
namespace {

constexpr std::chrono::seconds kTroublePause{1};

double spread() {
  static thread_local std::minstd_rand random(std::random_device{}());
  return std::uniform_real_distribution<double>(0, 1)(random);
}

std::int64_t largestMemory(const SchedulerState& scheduler) {
  std::int64_t largest = 0;
  for (const auto& [name, host] : scheduler.hosts())
    largest = std::max(largest, host.spec.capacity.memory_bytes);
  return largest;
}

}  // namespace

void Coordinator::Impl::look() {
  if (time.lookForJump()) {
    clock_known_since = mono();
    changed();
  }
  if (trouble_until && mono() >= *trouble_until) endTrouble();
  takeEnvironments();
  takeSynced();
  takeReports();
  takeLocalEnds();
  takePublished();
  timers();
  startTasks();
}

void Coordinator::Impl::diskTrouble(const absl::Status& status) {
  trouble =
      absl::IsResourceExhausted(status)
          ? fmt::format(
                "{} cannot be written: the disk is full; free some space on it, and it goes on by itself",
                options.state_dir.string())
          : messageOf(status);
  trouble_until = mono() + kTroublePause;
  changed();
}

// Where the disk cannot be asked, there is enough.
void Coordinator::Impl::lookAtSpace() {
  struct statvfs disk_now {};
  if (::statvfs(options.state_dir.c_str(), &disk_now) != 0) return;
  const std::uint64_t left = std::uint64_t{disk_now.f_bavail} * disk_now.f_frsize;
  const bool no_names = disk_now.f_files > 0 && disk_now.f_favail == 0;
  std::string now_short;
  if (no_names || left < options.min_free_bytes) {
    now_short = fmt::format(
        "the disk of {} is full ({}); free some space on it, and it goes on by itself",
        options.state_dir.string(),
        no_names ? std::string("no more files can be made") : fmt::format("{} MiB are left", left >> 20));
  }
  if (now_short.empty() != shortage.empty()) wake();
  if (now_short != shortage) changed();
  shortage = std::move(now_short);
}

// What fails for want of space fails by no fault of its own.
void Coordinator::Impl::blameDisk(Outcome& outcome, std::string& detail) {
  if (outcome != Outcome::kFailed) return;
  lookAtSpace();
  const std::string why = whyNothingStarts();
  if (why.empty()) return;
  outcome = Outcome::kLost;
  detail = detail.empty() ? why : fmt::format("{}; {}", detail, why);
}

// Over when something can be written again.
void Coordinator::Impl::endTrouble() {
  trouble_until.reset();
  const auto written = database->run("UPDATE training_revision SET value = value");
  if (!written.ok()) return diskTrouble(written.status());
  trouble.clear();
  changed();
  wake();
}

void Coordinator::Impl::takeLocalEnds() {
  for (LocalEnd& end : local->takeEnds()) noteLocalEnd(std::move(end));
  if (!waiting_ends.empty()) writeEnds();
}

// The attempt's files come first: once they have their final name, the attempt has succeeded, whatever
// happens to us before it is written. Should the machine stop, too, before the files are on its disk, then no
// success is in the books, and the attempt is made again.
void Coordinator::Impl::finishAttempt(const OpenJob& job, const TaskSpec& task, int attempt, Outcome& outcome,
                                      std::string& detail) {
  if (outcome == Outcome::kSucceeded && (job.keeps_files || job.delegated)) {
    const std::vector<std::string> outputs = commandOf(*job.content->spec, task, "", "").outputs;
    const bool needed = !outputs.empty() || !job.delegated;
    const absl::Status accepted = JobDirectories::acceptAttempt(job.files, task.id, attempt, outputs, needed);
    if (!accepted.ok()) {
      outcome = Outcome::kFailed;
      detail = messageOf(accepted);
    }
  }
  blameDisk(outcome, detail);
  if (outcome != Outcome::kSucceeded) JobDirectories::dropAttempt(job.files, task.id, attempt);
}

void Coordinator::Impl::noteLocalEnd(LocalEnd end) {
  const TaskKey key{end.key.job, end.key.task};
  const auto found = running.find(key);
  const auto job = open_jobs.find(end.key.job);
  if (found == running.end() || found->second.attempt != end.key.attempt || job == open_jobs.end()) return;
  const TaskSpec& task = job->second.content->tasks[end.key.task];
  if (stopping_tasks && end.outcome == Outcome::kCancelled) {
    end.outcome = Outcome::kLost;
    end.detail = "the daemon was stopped";
  }
  const bool keeps_files = job->second.keeps_files;
  if (end.unseen) {
    const std::vector<std::string> outputs = commandOf(*job->second.content->spec, task, "", "").outputs;
    const bool whole =
        keeps_files && JobDirectories::looksComplete(job->second.files, task.id, end.key.attempt, outputs);
    end.outcome = whole ? Outcome::kSucceeded : Outcome::kLost;
    if (whole) end.detail = "it ended while no daemon watched it; all its outputs are there";
  }
  finishAttempt(job->second, task, end.key.attempt, end.outcome, end.detail);
  meter.ended(found->second.cluster, end.key, end.cpu_seconds);
  AttemptEnd attempt_end{end.key.job,     end.key.task,
                         end.key.attempt, end.outcome,
                         end.detail,      std::llround(end.cpu_seconds * 1'000),
                         end.memory_peak, largestMemory(scheduler),
                         spread(),        now()};
  if (end.outcome != Outcome::kSucceeded || !keeps_files) {
    waiting_ends.push_back(std::move(attempt_end));
    return;
  }
  scheduler.ended(key.first, key.second);
  freeLane(std::string(kLocalHost), found->second.lane);
  running.erase(found);
  settle(end.key, std::move(attempt_end));
}

void Coordinator::Impl::settle(const AttemptKey& key, AttemptEnd end) {
  settling.emplace(key, std::move(end));
  disk->add(key);
}

bool Coordinator::Impl::settles(JobId job) const {
  const auto found = settling.lower_bound(AttemptKey{job, 0, 0});
  return found != settling.end() && found->first.job == job;
}

bool Coordinator::Impl::settles(const TaskKey& key) const {
  const auto found = settling.lower_bound(AttemptKey{key.first, key.second, 0});
  return found != settling.end() && TaskKey{found->first.job, found->first.task} == key;
}

void Coordinator::Impl::takeSynced() {
  for (const auto& [key, status] : disk->take()) {
    const auto found = settling.find(key);
    if (found == settling.end()) continue;
    AttemptEnd end = std::move(found->second);
    settling.erase(found);
    if (!status.ok()) {
      end.outcome = Outcome::kLost;
      end.detail = fmt::format("its outputs were lost: {}", messageOf(status));
    }
    const auto job = open_jobs.find(key.job);
    if (!status.ok() && job != open_jobs.end()) {  // nobody is to take them for whole
      std::error_code ignored;
      std::filesystem::remove_all(job->second.files.taskOutputs(job->second.content->tasks[key.task].id),
                                  ignored);
    }
    if (job != open_jobs.end() && job->second.delegated) {
      noteReportedEnd(std::move(end));
    } else {
      waiting_ends.push_back(std::move(end));
    }
  }
  std::erase_if(after_settling, [this](const JobEndedReport& report) {
    if (settles(report.job)) return false;
    report_queue.emplace_back(report);
    return true;
  });
}

void Coordinator::Impl::writeEnds() {
  if (trouble_until) return;
  const auto written = repository->endAttempts(waiting_ends, now());
  if (!written.ok()) return diskTrouble(written.status());
  const std::vector<AttemptEnd> ends = std::exchange(waiting_ends, {});
  std::map<JobId, JobRecord> jobs;
  for (std::size_t i = 0; i < written->size(); ++i) {
    const Ended& ended = (*written)[i];
    const TaskKey key{ends[i].job, ends[i].task};
    const auto found = running.find(key);
    if (found != running.end() && found->second.attempt == ends[i].attempt) {
      scheduler.ended(key.first, key.second);
      freeLane(std::string(kLocalHost), found->second.lane);
      running.erase(found);
    }
    if (!ended.status.ok()) continue;
    applyEnd(ended);
    jobs[ended.job.id] = ended.job;
  }
  for (const auto& [id, record] : jobs) jobChanged(record);
  changed();
}

void Coordinator::Impl::applyEnd(const Ended& ended) {
  const TaskRecord& task = ended.task;
  if (task.outcome == Outcome::kSucceeded) ++totals.succeeded_total;
  if (task.outcome == Outcome::kLost) ++totals.lost_total;
  if (task.state == TaskState::kFailed) ++totals.failed_total;
  const auto found = open_jobs.find(task.job);
  if (found == open_jobs.end()) return;
  OpenJob& job = found->second;
  const std::int64_t expected = job.content->expected[task.number];
  if (isOver(task.state)) job.work_done += expected < 0 ? job.mean_work : static_cast<double>(expected);
  if (task.state == TaskState::kFailed) logJob(task.job, fmt::format("task {}: {}", task.id, task.message));
  if (task.state != TaskState::kPending || job.delegated) return;
  logJob(task.job, fmt::format("task {}: {}", task.id, task.message));
  scheduler.enqueue(task.job, {task.number, task.request, task.attempt, task.ready_ms, expected});
}

int Coordinator::Impl::takeLane(const std::string& host) {
  std::set<int>& taken = lanes[host];
  int lane = 0;
  for (const int one : taken) {
    if (one != lane) break;
    ++lane;
  }
  taken.insert(lane);
  return lane;
}

void Coordinator::Impl::freeLane(const std::string& host, int lane) { lanes[host].erase(lane); }

void Coordinator::Impl::startTasks() {
  scheduler.advanceTo(now());
  if (trouble_until || stopping_tasks) return;
  if (!shortage.empty()) return saveHandles();
  const Decision decision = decide(scheduler, options.max_starts);
  holds = decision.holds;
  if (decision.starts.empty()) return saveHandles();
  std::vector<AttemptStart> starts;
  starts.reserve(decision.starts.size());
  for (const Start& start : decision.starts)
    starts.push_back({start.job, start.task, start.host, takeLane(start.host), now()});
  const auto attempts = repository->startAttempts(starts, now());
  if (!attempts.ok()) {
    for (const AttemptStart& start : starts) freeLane(start.host, start.lane);
    if (!absl::IsFailedPrecondition(attempts.status())) return diskTrouble(attempts.status());
    // The disk knows better what waits.
    std::set<JobId> wrong;
    for (const AttemptStart& start : starts) wrong.insert(start.job);
    for (const JobId id : wrong) {
      TaskFilter unfinished;
      unfinished.states = {TaskState::kPending};
      unfinished.limit = static_cast<std::size_t>(kMaxTasks);
      const auto tasks = repository->tasks(id, unfinished);
      if (tasks.ok()) enterScheduler(open_jobs.at(id), *tasks);
    }
    return wake();
  }
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const Start& start = decision.starts[i];
    scheduler.started(start);
    const auto job = open_jobs.find(start.job);
    running[{start.job, start.task}] = {(*attempts)[i], starts[i].lane, start.request,
                                        job == open_jobs.end() ? "" : job->second.record.cluster};
    ++totals.started_total;
  }
  launch(decision.starts, *attempts);
  for (const AttemptStart& start : starts) {
    const auto job = open_jobs.find(start.job);
    if (job == open_jobs.end()) continue;
    --job->second.record.counts.pending;
    ++job->second.record.counts.running;
    if (job->second.record.started_ms == 0) job->second.record.started_ms = start.at_ms;
  }
  saveHandles();
  changed();
  // More may fit; what ended meanwhile comes first.
  if (decision.starts.size() >= options.max_starts || !waiting_ends.empty()) wake();
}

absl::StatusOr<LocalStart> Coordinator::Impl::prepareStart(const Start& start, int attempt) const {
  const OpenJob& job = open_jobs.at(start.job);
  const TaskSpec& task = job.content->tasks[start.task];
  LocalStart local_start;
  local_start.key = {start.job, start.task, attempt};
  std::filesystem::path folder;
  if (job.keeps_files) {
    AERIE_ASSIGN_OR_RETURN(folder, JobDirectories::prepareAttempt(job.files, task.id, attempt));
  }
  TaskCommand command = commandOf(*job.content->spec, task, std::to_string(start.job), folder.string());
  local_start.arguments = std::move(command.arguments);
  local_start.environment = job.environment;
  local_start.working_directory = job.files.work();
  local_start.log = job.files.taskLog(task.id, attempt);
  local_start.limits = start.request;
  local_start.timeout_ms = job.content->spec->limits.timeout_ms;
  return local_start;
}

// Several at once: each waits until the kernel has made the process, put it into its group and loaded its
// program. The loop goes on when all have begun, so that nothing else changes meanwhile.
void Coordinator::Impl::launch(const std::vector<Start>& starts, const std::vector<int>& attempts) {
  std::vector<absl::StatusOr<std::string>> begun(starts.size(), std::string());
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < starts.size(); i = next++) {
      const auto prepared = prepareStart(starts[i], attempts[i]);
      begun[i] = prepared.ok() ? local->start(*prepared) : prepared.status();
    }
  };
  const std::size_t helpers = std::min<std::size_t>(kStarters, starts.size() - 1);
  std::latch done(static_cast<std::ptrdiff_t>(helpers));
  for (std::size_t i = 0; i < helpers; ++i) {
    const auto help = [&] {
      work();
      done.count_down();
    };
    if (!starters->submit(help)) help();
  }
  work();
  done.wait();
  for (std::size_t i = 0; i < starts.size(); ++i) {
    if (begun[i].ok()) {
      handles.push_back({starts[i].job, starts[i].task, attempts[i], *begun[i]});
      continue;
    }
    LocalEnd end;
    end.key = {starts[i].job, starts[i].task, attempts[i]};
    end.outcome = absl::IsResourceExhausted(begun[i].status()) ? Outcome::kLost : Outcome::kFailed;
    end.detail = messageOf(begun[i].status());
    noteLocalEnd(std::move(end));
  }
}

void Coordinator::Impl::saveHandles() {
  if (handles.empty()) return;
  const absl::Status stored = repository->setHandles(handles);
  if (!stored.ok()) return diskTrouble(stored);  // tried again; until then a crash makes the attempt again
  handles.clear();
}

std::optional<MonoTime> Coordinator::Impl::nextTimer() const {
  MonoTime next = std::min(next_sample, next_housekeeping);
  if (trouble_until) next = std::min(next, *trouble_until);
  if (const auto look_at = scheduler.nextLook()) {
    const std::int64_t left = std::max<std::int64_t>(0, *look_at - now());
    next = std::min(next, mono() + std::chrono::milliseconds(left + 1));
  }
  for (const auto& [name, cluster] : open_clusters) {
    if (cluster.idle_since && cluster.record.state == ClusterState::kIdle)
      next = std::min(next, *cluster.idle_since + std::chrono::milliseconds(cluster.record.idle_timeout_ms));
  }
  for (const auto& [id, job] : open_jobs) {
    if (job.step_again) next = std::min(next, *job.step_again);
    if (job.publish_again) next = std::min(next, *job.publish_again);
  }
  return next;
}

void Coordinator::Impl::timers() {
  const MonoTime at = mono();
  std::vector<JobId> due;  // a step may end the job
  for (const auto& [id, job] : open_jobs) {
    if ((job.step_again && at >= *job.step_again) || (job.publish_again && at >= *job.publish_again))
      due.push_back(id);
  }
  for (const JobId id : due) {
    OpenJob& job = open_jobs.at(id);
    job.step_again.reset();
    job.publish_again.reset();
    stepJob(job);
  }
  lookAtClusters();
  if (at >= next_sample) {
    lookAtSpace();
    sample();
    next_sample = at + options.sample_every;
    changed();
  }
  if (at >= next_housekeeping) {
    housekeeping();
    next_housekeeping = at + options.housekeeping_every;
  }
}

}  // namespace aerie::training
