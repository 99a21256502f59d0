#include "core/training/training_repository.h"

#include <algorithm>

#include "core/base/crypto.h"
#include "core/base/status.h"
#include "core/training/job_spec_json.h"
#include "core/training/training_rows.h"

namespace aerie::training {

using storage::Statement;
using storage::Transaction;

namespace {

constexpr std::size_t kSpecsKept = 16;

void move(TaskCounts& counts, TaskState from, TaskState to) {
  --counts.of(from);
  ++counts.of(to);
}

}  // namespace

absl::StatusOr<std::int64_t> TrainingRepository::nextRevision() const {
  AERIE_ASSIGN_OR_RETURN(Statement statement,
                         database_.prepare("UPDATE training_revision SET value = value + 1 RETURNING value"));
  AERIE_RETURN_IF_ERROR(statement.step().status());
  const std::int64_t revision = statement.int64(0);
  AERIE_RETURN_IF_ERROR(statement.run());
  return revision;
}

absl::StatusOr<std::uint64_t> TrainingRepository::revision() const {
  AERIE_ASSIGN_OR_RETURN(Statement statement, database_.prepare("SELECT value FROM training_revision"));
  AERIE_RETURN_IF_ERROR(statement.step().status());
  return static_cast<std::uint64_t>(statement.int64(0));
}

absl::StatusOr<bool> TrainingRepository::isNew(std::string_view request_id, JobId job,
                                               std::int64_t now_ms) const {
  if (request_id.empty()) return true;
  AERIE_ASSIGN_OR_RETURN(const std::int64_t added,
                         database_.run("INSERT INTO training_request(id, job, time_ms) VALUES(?1, ?2, ?3) "
                                       "ON CONFLICT(id) DO NOTHING",
                                       request_id, job, now_ms));
  if (added > 0) return true;
  AERIE_ASSIGN_OR_RETURN(Statement known,
                         database_.prepare("SELECT job FROM training_request WHERE id = ?1"));
  AERIE_RETURN_IF_ERROR(known.bind(1, request_id).step().status());
  if (known.int64(0) == job) return false;
  return alreadyExists("request id '{}' was used for training job {}: use a new one", request_id,
                       known.int64(0));
}

absl::Status TrainingRepository::writeJob(const JobRecord& job, std::int64_t revision) const {
  return database_
      .run(
          "UPDATE training_job SET state = ?2, message = ?3, started_ms = ?4, ended_ms = ?5, pending = ?6, "
          "running = ?7, succeeded = ?8, failed = ?9, cancelled = ?10, published_version = ?11, revision = "
          "?12 "
          "WHERE id = ?1",
          job.id, nameOf(job.state), job.message, job.started_ms, job.ended_ms, job.counts.pending,
          job.counts.running, job.counts.succeeded, job.counts.failed, job.counts.cancelled,
          job.published_version, revision)
      .status();
}

absl::Status TrainingRepository::writeTask(const TaskRecord& task, std::int64_t revision) const {
  return database_
      .run(
          "UPDATE training_task SET state = ?3, failures = ?4, lost = ?5, attempt = ?6, ready_ms = ?7, "
          "memory_bytes = ?8, host = ?9, lane = ?10, handle = ?11, started_ms = ?12, ended_ms = ?13, cpu_ms "
          "= ?14, "
          "memory_peak = ?15, outcome = ?16, message = ?17, revision = ?18 WHERE job = ?1 AND number = ?2",
          task.job, task.number, nameOf(task.state), task.failures, task.lost, task.attempt, task.ready_ms,
          task.request.memory_bytes, task.host, task.lane, task.handle, task.started_ms, task.ended_ms,
          task.cpu_ms, task.memory_peak, nameOf(task.outcome), task.message, revision)
      .status();
}

absl::Status TrainingRepository::insertTasks(JobId job, const Submission& submission, std::int64_t now_ms,
                                             std::int64_t revision) const {
  AERIE_ASSIGN_OR_RETURN(
      Statement insert,
      database_.prepare(
          "INSERT INTO training_task(job, number, id, state, ready_ms, cpu_millis, memory_bytes, "
          "revision) VALUES(?1, ?2, ?3, 'pending', ?4, ?5, ?6, ?7)"));
  for (std::size_t i = 0; i < submission.tasks.size(); ++i) {
    insert.bindAll(job, i, submission.tasks[i].id, now_ms, submission.spec.resources.cpu_millis,
                   submission.spec.resources.memory_bytes, revision);
    AERIE_RETURN_IF_ERROR(insert.run());
    insert.reset();
  }
  return absl::OkStatus();
}

absl::StatusOr<Submitted> TrainingRepository::submit(const Submission& submission, std::int64_t now_ms) {
  if (submission.request_id.empty()) return invalidArgument("a submission needs a request id");
  if (submission.tasks.empty()) return invalidArgument("a training job needs at least one task");
  const std::string document = toJson(submission.spec);
  const std::string digest = sha256Hex(document);
  AERIE_ASSIGN_OR_RETURN(Transaction transaction, database_.begin());
  JobId known = 0;
  {
    AERIE_ASSIGN_OR_RETURN(Statement before,
                           database_.prepare("SELECT id, digest FROM training_job WHERE request_id = ?1"));
    AERIE_ASSIGN_OR_RETURN(const bool found, before.bind(1, submission.request_id).step());
    if (found && before.text(1) != digest)
      return alreadyExists("request id '{}' was used for training job {}, which is another one: use a new id",
                           submission.request_id, before.int64(0));
    if (found) known = before.int64(0);
  }
  if (known != 0) {
    AERIE_ASSIGN_OR_RETURN(JobRecord job, get(known));
    return Submitted{std::move(job), true};
  }
  AERIE_ASSIGN_OR_RETURN(const std::int64_t revision, nextRevision());
  AERIE_RETURN_IF_ERROR(database_
                            .run("INSERT INTO training_job(request_id, digest, application, cluster, engine, "
                                 "state, message, priority, "
                                 "submitted_by, submitted_ms, pending, revision) "
                                 "VALUES(?1, ?2, ?3, ?4, ?5, 'submitted', '', ?6, ?7, ?8, ?9, ?10)",
                                 submission.request_id, digest, submission.spec.application,
                                 submission.cluster, nameOf(submission.spec.cluster.engine),
                                 submission.spec.priority, submission.submitted_by, now_ms,
                                 submission.tasks.size(), revision)
                            .status());
  const JobId id = database_.lastInsertId();
  AERIE_RETURN_IF_ERROR(database_
                            .run("INSERT INTO training_text(job, spec, job_file) VALUES(?1, ?2, ?3)", id,
                                 document, submission.job_file)
                            .status());
  AERIE_RETURN_IF_ERROR(insertTasks(id, submission, now_ms, revision));
  AERIE_ASSIGN_OR_RETURN(JobRecord job, get(id));
  AERIE_RETURN_IF_ERROR(transaction.commit());
  return Submitted{std::move(job), false};
}

absl::StatusOr<JobRecord> TrainingRepository::get(JobId job) const {
  AERIE_ASSIGN_OR_RETURN(Statement statement, database_.prepare(fmt::format(
                                                  "SELECT {} FROM training_job WHERE id = ?1", kJobColumns)));
  AERIE_ASSIGN_OR_RETURN(const bool found, statement.bind(1, job).step());
  if (!found) return notFound("training job {} is not known: it may be older than what is kept", job);
  return jobFromRow(statement);
}

absl::StatusOr<TaskRecord> TrainingRepository::task(JobId job, TaskNumber number) const {
  AERIE_ASSIGN_OR_RETURN(Statement statement,
                         database_.prepare(fmt::format(
                             "SELECT {} FROM training_task WHERE job = ?1 AND number = ?2", kTaskColumns)));
  AERIE_ASSIGN_OR_RETURN(const bool found, statement.bind(1, job).bind(2, number).step());
  if (!found) return notFound("training job {} has no task number {}", job, number);
  return taskFromRow(statement);
}

absl::StatusOr<std::shared_ptr<const JobSpec>> TrainingRepository::spec(JobId job) const {
  {
    const MutexLock lock(mutex_);
    if (const auto found = specs_.find(job); found != specs_.end()) return found->second;
  }
  std::shared_ptr<const JobSpec> result;
  {
    AERIE_ASSIGN_OR_RETURN(Statement statement,
                           database_.prepare("SELECT spec FROM training_text WHERE job = ?1"));
    AERIE_ASSIGN_OR_RETURN(const bool found, statement.bind(1, job).step());
    if (!found) return notFound("training job {} is not known: it may be older than what is kept", job);
    AERIE_ASSIGN_OR_RETURN(JobSpec parsed, jobSpecFromJson(statement.text(0)));
    result = std::make_shared<const JobSpec>(std::move(parsed));
  }
  const MutexLock lock(mutex_);
  if (specs_.size() >= kSpecsKept) specs_.erase(specs_.begin());
  specs_[job] = result;
  return result;
}

absl::StatusOr<JobRecord> TrainingRepository::moveJob(JobId job, JobState to, std::string_view message,
                                                      std::int64_t now_ms) {
  AERIE_ASSIGN_OR_RETURN(Transaction transaction, database_.begin());
  AERIE_ASSIGN_OR_RETURN(JobRecord record, get(job));
  if (record.state != to) AERIE_RETURN_IF_ERROR(checkStep(std::to_string(job), record.state, to));
  record.state = to;
  record.message = std::string(message);
  record.ended_ms = isOver(to) ? (record.ended_ms > 0 ? record.ended_ms : now_ms) : 0;
  AERIE_ASSIGN_OR_RETURN(const std::int64_t revision, nextRevision());
  record.revision = static_cast<std::uint64_t>(revision);
  AERIE_RETURN_IF_ERROR(writeJob(record, revision));
  AERIE_RETURN_IF_ERROR(transaction.commit());
  return record;
}

absl::StatusOr<std::vector<int>> TrainingRepository::startAttempts(std::span<const AttemptStart> starts,
                                                                   std::int64_t now_ms) {
  std::vector<int> attempts;
  AERIE_ASSIGN_OR_RETURN(Transaction transaction, database_.begin());
  AERIE_ASSIGN_OR_RETURN(const std::int64_t revision, nextRevision());
  std::map<JobId, std::int64_t> started, first_ms;
  {
    AERIE_ASSIGN_OR_RETURN(
        Statement update,
        database_.prepare(
            "UPDATE training_task SET state = 'running', attempt = attempt + 1, host = ?3, lane = ?4, "
            "handle = '', started_ms = ?5, ended_ms = 0, cpu_ms = 0, memory_peak = 0, revision = ?6 "
            "WHERE job = ?1 AND number = ?2 AND state = 'pending' RETURNING attempt"));
    for (const AttemptStart& start : starts) {
      update.bindAll(start.job, start.task, start.host, start.lane, start.at_ms > 0 ? start.at_ms : now_ms,
                     revision);
      AERIE_ASSIGN_OR_RETURN(const bool changed, update.step());
      if (!changed)
        return failedPrecondition("task number {} of training job {} is not pending; it cannot start",
                                  start.task, start.job);
      attempts.push_back(static_cast<int>(update.int64(0)));
      update.reset();
      ++started[start.job];
      first_ms.try_emplace(start.job, start.at_ms > 0 ? start.at_ms : now_ms);
    }
  }
  for (const auto& [job, count] : started) {
    AERIE_RETURN_IF_ERROR(
        database_
            .run("UPDATE training_job SET pending = pending - ?2, running = running + ?2, "
                 "started_ms = CASE started_ms WHEN 0 THEN ?3 ELSE started_ms END, revision = ?4 "
                 "WHERE id = ?1",
                 job, count, first_ms[job], revision)
            .status());
  }
  AERIE_RETURN_IF_ERROR(transaction.commit());
  return attempts;
}

absl::Status TrainingRepository::setHandle(JobId job, TaskNumber task, int attempt, std::string_view handle) {
  AERIE_ASSIGN_OR_RETURN(
      const std::int64_t changed,
      database_.run("UPDATE training_task SET handle = ?4 WHERE job = ?1 AND number = ?2 AND "
                    "attempt = ?3 AND state = 'running'",
                    job, task, attempt, handle));
  if (changed == 1) return absl::OkStatus();
  return aborted("attempt {} of task number {} of training job {} does not run any more", attempt, task, job);
}

absl::Status TrainingRepository::noteEnd(const JobRecord& job, const TaskRecord& task, Outcome outcome,
                                         std::int64_t queued_ms) const {
  AERIE_RETURN_IF_ERROR(
      database_
          .run("INSERT INTO training_bar(job, task, attempt, host, lane, queued_ms, started_ms, "
               "ended_ms, outcome, merged) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 1)",
               job.id, task.number, task.attempt, task.host, task.lane, queued_ms, task.started_ms,
               task.ended_ms, nameOf(outcome))
          .status());
  if (outcome != Outcome::kSucceeded) return absl::OkStatus();
  return database_
      .run(
          "INSERT INTO training_duration(application, task, duration_ms, ended_ms) VALUES(?1, ?2, ?3, ?4) "
          "ON CONFLICT(application, task) DO UPDATE SET duration_ms = excluded.duration_ms, "
          "ended_ms = excluded.ended_ms",
          job.application, task.id, std::max<std::int64_t>(0, task.ended_ms - task.started_ms), task.ended_ms)
      .status();
}

absl::Status TrainingRepository::endOne(const AttemptEnd& end, const Limits& limits, std::int64_t revision,
                                        std::int64_t call_ms, JobRecord& job, Ended& result) const {
  const std::int64_t now_ms = end.at_ms > 0 ? end.at_ms : call_ms;
  AERIE_ASSIGN_OR_RETURN(TaskRecord task, this->task(end.job, end.task));
  if (task.state != TaskState::kRunning || task.attempt != end.attempt) {
    result.status = aborted("attempt {} of task {} of training job {} had ended before; attempt {} is {}",
                            end.attempt, task.id, end.job, task.attempt, nameOf(task.state));
    result.task = std::move(task);
    return absl::OkStatus();
  }
  // Who cancels a job does not want its failures repeated.
  Outcome outcome = end.outcome;
  if (job.state == JobState::kCancelling && outcome != Outcome::kSucceeded) outcome = Outcome::kCancelled;
  const Verdict verdict = judge(limits, {task.failures, task.lost, task.request}, outcome, end.detail,
                                end.largest_memory, end.random);
  const std::int64_t queued_ms = task.ready_ms;
  move(job.counts, task.state, verdict.next);
  task.state = verdict.next;
  task.failures = verdict.failures;
  task.lost = verdict.lost;
  task.request = verdict.request;
  task.message = verdict.text;
  task.outcome = outcome;
  // A clock that went back must not make a task end before it started.
  task.ended_ms = std::max(now_ms, task.started_ms);
  task.cpu_ms = end.cpu_ms;
  task.memory_peak = end.memory_peak;
  task.handle.clear();
  if (verdict.next == TaskState::kPending) task.ready_ms = now_ms + verdict.delay_ms;
  task.revision = static_cast<std::uint64_t>(revision);
  AERIE_RETURN_IF_ERROR(writeTask(task, revision));
  AERIE_RETURN_IF_ERROR(noteEnd(job, task, outcome, queued_ms));
  result.task = std::move(task);
  return absl::OkStatus();
}

void TrainingRepository::settle(JobRecord& job, const JobSpec& spec, std::int64_t now_ms) {
  const JobVerdict verdict = judgeJob(job.state, job.counts, spec.publish);
  if (verdict.next != job.state) job.message = verdict.message;
  job.state = verdict.next;
  if (isOver(job.state) && job.ended_ms == 0) job.ended_ms = now_ms;
}

absl::StatusOr<std::vector<Ended>> TrainingRepository::endAttempts(std::span<const AttemptEnd> ends,
                                                                   std::int64_t now_ms) {
  AERIE_ASSIGN_OR_RETURN(Transaction transaction, database_.begin());
  AERIE_ASSIGN_OR_RETURN(const std::int64_t revision, nextRevision());
  std::vector<Ended> results(ends.size());
  std::map<JobId, JobRecord> jobs;
  std::map<JobId, std::int64_t> ended_ms;
  for (std::size_t i = 0; i < ends.size(); ++i) {
    const JobId id = ends[i].job;
    ended_ms[id] = std::max(ended_ms[id], ends[i].at_ms > 0 ? ends[i].at_ms : now_ms);
    if (!jobs.contains(id)) {
      AERIE_ASSIGN_OR_RETURN(jobs[id], get(id));
    }
    AERIE_ASSIGN_OR_RETURN(const auto wanted, spec(id));
    AERIE_RETURN_IF_ERROR(endOne(ends[i], wanted->limits, revision, now_ms, jobs[id], results[i]));
  }
  for (auto& [id, job] : jobs) {
    AERIE_ASSIGN_OR_RETURN(const auto wanted, spec(id));
    settle(job, *wanted, ended_ms[id]);
    job.revision = static_cast<std::uint64_t>(revision);
    AERIE_RETURN_IF_ERROR(writeJob(job, revision));
  }
  for (std::size_t i = 0; i < ends.size(); ++i) results[i].job = jobs[ends[i].job];
  AERIE_RETURN_IF_ERROR(transaction.commit());
  return results;
}

absl::StatusOr<JobRecord> TrainingRepository::cancel(JobId job, std::string_view request_id,
                                                     std::int64_t now_ms) {
  AERIE_ASSIGN_OR_RETURN(Transaction transaction, database_.begin());
  AERIE_ASSIGN_OR_RETURN(JobRecord record, get(job));
  AERIE_ASSIGN_OR_RETURN(const bool fresh, isNew(request_id, job, now_ms));
  if (!fresh || record.state == JobState::kCancelling || record.state == JobState::kCancelled) return record;
  AERIE_RETURN_IF_ERROR(checkStep(std::to_string(job), record.state, JobState::kCancelling));
  AERIE_ASSIGN_OR_RETURN(const std::int64_t revision, nextRevision());
  AERIE_ASSIGN_OR_RETURN(const std::int64_t cancelled,
                         database_.run("UPDATE training_task SET state = 'cancelled', message = 'cancelled', "
                                       "ended_ms = ?2, revision = ?3 WHERE job = ?1 AND state = 'pending'",
                                       job, now_ms, revision));
  record.counts.pending -= cancelled;
  record.counts.cancelled += cancelled;
  record.state = JobState::kCancelling;
  record.message = "being cancelled";
  AERIE_ASSIGN_OR_RETURN(const auto wanted, spec(job));
  settle(record, *wanted, now_ms);
  record.revision = static_cast<std::uint64_t>(revision);
  AERIE_RETURN_IF_ERROR(writeJob(record, revision));
  AERIE_RETURN_IF_ERROR(transaction.commit());
  return record;
}

absl::StatusOr<JobRecord> TrainingRepository::retry(JobId job, std::span<const std::string> task_ids,
                                                    std::string_view request_id, std::int64_t now_ms) {
  AERIE_ASSIGN_OR_RETURN(Transaction transaction, database_.begin());
  AERIE_ASSIGN_OR_RETURN(JobRecord record, get(job));
  AERIE_ASSIGN_OR_RETURN(const bool fresh, isNew(request_id, job, now_ms));
  if (!fresh) return record;
  if (record.state != JobState::kRunning)
    AERIE_RETURN_IF_ERROR(checkStep(std::to_string(job), record.state, JobState::kSubmitted));
  AERIE_ASSIGN_OR_RETURN(const std::int64_t revision, nextRevision());
  AERIE_ASSIGN_OR_RETURN(const auto wanted, spec(job));
  const auto reset = [&](TaskState from, std::string_view id) -> absl::StatusOr<std::int64_t> {
    // NULL instead of an id: all.
    const std::optional<std::string> only = id.empty() ? std::nullopt : std::optional(std::string(id));
    return database_.run(
        "UPDATE training_task SET state = 'pending', failures = 0, lost = 0, ready_ms = ?3, "
        "memory_bytes = ?4, revision = ?5 WHERE job = ?1 AND state = ?2 AND (?6 IS NULL OR id = ?6)",
        job, nameOf(from), now_ms, wanted->resources.memory_bytes, revision, only);
  };
  std::vector<std::string> ids(task_ids.begin(), task_ids.end());
  if (ids.empty()) ids.emplace_back();
  std::int64_t reset_count = 0;
  for (const std::string& id : ids) {
    for (const TaskState from : {TaskState::kFailed, TaskState::kCancelled}) {
      AERIE_ASSIGN_OR_RETURN(const std::int64_t count, reset(from, id));
      record.counts.of(from) -= count;
      record.counts.pending += count;
      reset_count += count;
    }
  }
  if (reset_count == 0)
    return failedPrecondition(
        "training job {} has no such task that failed or was cancelled; nothing to retry", job);
  if (record.state != JobState::kRunning) record.state = JobState::kSubmitted;
  record.message = fmt::format("{} tasks are tried again", reset_count);
  record.ended_ms = 0;
  record.revision = static_cast<std::uint64_t>(revision);
  AERIE_RETURN_IF_ERROR(writeJob(record, revision));
  AERIE_RETURN_IF_ERROR(transaction.commit());
  return record;
}

absl::StatusOr<Publication> TrainingRepository::beginPublication(JobId job) {
  AERIE_ASSIGN_OR_RETURN(Transaction transaction, database_.begin());
  AERIE_ASSIGN_OR_RETURN(const JobRecord record, get(job));
  if (record.state != JobState::kPublishing)
    return failedPrecondition("training job {} is {}; only one that is publishing can publish", job,
                              nameOf(record.state));
  Publication result;
  result.version = record.published_version;
  {
    AERIE_ASSIGN_OR_RETURN(
        Statement statement,
        database_.prepare("SELECT publication_request, request_id FROM training_job WHERE id = ?1"));
    AERIE_RETURN_IF_ERROR(statement.bind(1, job).step().status());
    result.request_id = statement.string(0);
    // Made of what is stored, so that it is the same after a restore from a copy.
    if (result.request_id.empty())
      result.request_id = "publish-" + sha256Hex(statement.text(1)).substr(0, 32);
  }
  AERIE_RETURN_IF_ERROR(
      database_.run("UPDATE training_job SET publication_request = ?2 WHERE id = ?1", job, result.request_id)
          .status());
  AERIE_RETURN_IF_ERROR(transaction.commit());
  return result;
}

absl::StatusOr<JobRecord> TrainingRepository::finishPublication(JobId job, std::string_view version,
                                                                std::int64_t now_ms) {
  AERIE_ASSIGN_OR_RETURN(Transaction transaction, database_.begin());
  AERIE_ASSIGN_OR_RETURN(JobRecord record, get(job));
  if (record.state == JobState::kDone && record.published_version == version) return record;
  AERIE_RETURN_IF_ERROR(checkStep(std::to_string(job), record.state, JobState::kDone));
  AERIE_ASSIGN_OR_RETURN(const std::int64_t revision, nextRevision());
  record.state = JobState::kDone;
  record.published_version = std::string(version);
  record.message = fmt::format("published as {}", version);
  record.ended_ms = now_ms;
  record.revision = static_cast<std::uint64_t>(revision);
  AERIE_RETURN_IF_ERROR(writeJob(record, revision));
  AERIE_RETURN_IF_ERROR(transaction.commit());
  return record;
}

}  // namespace aerie::training
