// Changes that engines and people ask for, beside the life of attempts.
#include "core/base/status.h"
#include "core/training/training_repository.h"
#include "core/training/training_rows.h"

namespace aerie::training {

using storage::Statement;
using storage::Transaction;

absl::Status TrainingRepository::setHandles(std::span<const AttemptHandle> handles) {
  if (handles.empty()) return absl::OkStatus();
  AERIE_ASSIGN_OR_RETURN(Transaction transaction, database_.begin());
  {
    AERIE_ASSIGN_OR_RETURN(
        Statement update,
        database_.prepare("UPDATE training_task SET handle = ?4 WHERE job = ?1 AND number = ?2 AND "
                          "attempt = ?3 AND state = 'running'"));
    for (const AttemptHandle& one : handles) {
      update.bindAll(one.job, one.task, one.attempt, one.handle);
      AERIE_RETURN_IF_ERROR(update.run());
      update.reset();
    }
  }
  return transaction.commit();
}

absl::Status TrainingRepository::setJobHandle(JobId job, std::string_view handle) {
  return database_
      .run(
          "INSERT INTO training_engine_job(job, handle) VALUES(?1, ?2) "
          "ON CONFLICT(job) DO UPDATE SET handle = excluded.handle",
          job, handle)
      .status();
}

absl::StatusOr<std::string> TrainingRepository::jobHandle(JobId job) const {
  AERIE_ASSIGN_OR_RETURN(Statement statement,
                         database_.prepare("SELECT handle FROM training_engine_job WHERE job = ?1"));
  AERIE_ASSIGN_OR_RETURN(const bool found, statement.bind(1, job).step());
  return found ? statement.string(0) : std::string();
}

absl::StatusOr<std::vector<TaskNumber>> TrainingRepository::cancelTasks(JobId job,
                                                                        std::span<const std::string> task_ids,
                                                                        std::string_view request_id,
                                                                        std::int64_t now_ms) {
  std::vector<TaskNumber> running;
  AERIE_ASSIGN_OR_RETURN(Transaction transaction, database_.begin());
  AERIE_ASSIGN_OR_RETURN(JobRecord record, get(job));
  AERIE_ASSIGN_OR_RETURN(const bool fresh, isNew(request_id, job, now_ms));
  if (!fresh) return running;
  AERIE_ASSIGN_OR_RETURN(const std::int64_t revision, nextRevision());
  for (const std::string& id : task_ids) {
    TaskRecord task;
    {
      AERIE_ASSIGN_OR_RETURN(Statement find,
                             database_.prepare(fmt::format(
                                 "SELECT {} FROM training_task WHERE job = ?1 AND id = ?2", kTaskColumns)));
      AERIE_ASSIGN_OR_RETURN(const bool found, find.bind(1, job).bind(2, id).step());
      if (!found) return notFound("training job {} has no task '{}'", job, id);
      AERIE_ASSIGN_OR_RETURN(task, taskFromRow(find));
    }
    if (task.state == TaskState::kRunning) running.push_back(task.number);
    if (task.state != TaskState::kPending) continue;
    task.state = TaskState::kCancelled;
    task.message = "cancelled";
    task.ended_ms = now_ms;
    --record.counts.pending;
    ++record.counts.cancelled;
    AERIE_RETURN_IF_ERROR(writeTask(task, revision));
  }
  AERIE_ASSIGN_OR_RETURN(const auto wanted, spec(job));
  settle(record, *wanted, now_ms);
  AERIE_RETURN_IF_ERROR(writeJob(record, revision));
  AERIE_RETURN_IF_ERROR(transaction.commit());
  return running;
}

absl::StatusOr<JobRecord> TrainingRepository::giveUp(JobId job, std::string_view message,
                                                     std::int64_t now_ms) {
  AERIE_ASSIGN_OR_RETURN(Transaction transaction, database_.begin());
  AERIE_ASSIGN_OR_RETURN(JobRecord record, get(job));
  AERIE_RETURN_IF_ERROR(checkStep(std::to_string(job), record.state, JobState::kFailed));
  if (record.counts.running > 0)
    return failedPrecondition("training job {} has {} tasks that run; they must end before it can fail", job,
                              record.counts.running);
  AERIE_ASSIGN_OR_RETURN(const std::int64_t revision, nextRevision());
  AERIE_ASSIGN_OR_RETURN(
      const std::int64_t cancelled,
      database_.run("UPDATE training_task SET state = 'cancelled', message = 'not started: the job failed', "
                    "ended_ms = ?2, revision = ?3 WHERE job = ?1 AND state = 'pending'",
                    job, now_ms, revision));
  record.counts.pending -= cancelled;
  record.counts.cancelled += cancelled;
  record.state = JobState::kFailed;
  record.message = std::string(message);
  record.ended_ms = now_ms;
  record.revision = static_cast<std::uint64_t>(revision);
  AERIE_RETURN_IF_ERROR(writeJob(record, revision));
  AERIE_RETURN_IF_ERROR(transaction.commit());
  return record;
}

}  // namespace aerie::training
