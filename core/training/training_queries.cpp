// What the repository answers without changing anything, clusters, and what it forgets.
#include <algorithm>

#include "core/base/status.h"
#include "core/training/training_repository.h"
#include "core/training/training_rows.h"

namespace aerie::training {

using storage::Statement;
using storage::Transaction;

namespace {

// Calls `take` for each row.
template <class Take>
absl::Status eachRow(Statement& statement, Take take) {
  while (true) {
    AERIE_ASSIGN_OR_RETURN(const bool row, statement.step());
    if (!row) return absl::OkStatus();
    AERIE_RETURN_IF_ERROR(take(statement));
  }
}

// " AND state IN ('a', 'b')" of our own names; "" for none.
template <class State>
std::string stateClause(const std::vector<State>& states) {
  if (states.empty()) return {};
  std::string names;
  for (const State state : states) names += fmt::format("{}'{}'", names.empty() ? "" : ", ", nameOf(state));
  return fmt::format(" AND state IN ({})", names);
}

// For LIKE with ESCAPE '\'.
std::string likePattern(std::string_view text) {
  std::string result = "%";
  for (const char c : text) {
    if (c == '%' || c == '_' || c == '\\') result += '\\';
    result += c;
  }
  return result + "%";
}

Bar barOf(const Statement& row) {
  Bar bar;
  bar.task = static_cast<TaskNumber>(row.int64(0));
  bar.attempt = static_cast<int>(row.int64(1));
  bar.host = row.string(2);
  bar.lane = static_cast<int>(row.int64(3));
  bar.queued_ms = row.int64(4);
  bar.started_ms = row.int64(5);
  bar.ended_ms = row.int64(6);
  bar.outcome = outcomeFrom(row.text(7)).value_or(Outcome::kFailed);
  bar.merged = static_cast<int>(row.int64(8));
  return bar;
}

}  // namespace

absl::StatusOr<std::vector<JobRecord>> TrainingRepository::list(const JobFilter& filter) const {
  AERIE_ASSIGN_OR_RETURN(
      Statement statement,
      database_.prepare(fmt::format("SELECT {} FROM training_job WHERE (?1 = '' OR application = ?1) AND "
                                    "(?2 = 0 OR id < ?2) AND revision > ?4{} ORDER BY id DESC LIMIT ?3",
                                    kJobColumns, stateClause(filter.states))));
  statement.bindAll(filter.application, filter.before, filter.limit, filter.since_revision);
  std::vector<JobRecord> result;
  AERIE_RETURN_IF_ERROR(eachRow(statement, [&](const Statement& row) -> absl::Status {
    AERIE_ASSIGN_OR_RETURN(JobRecord job, jobFromRow(row));
    result.push_back(std::move(job));
    return absl::OkStatus();
  }));
  return result;
}

absl::StatusOr<std::vector<TaskRecord>> TrainingRepository::tasks(JobId job, const TaskFilter& filter) const {
  AERIE_ASSIGN_OR_RETURN(Statement statement,
                         database_.prepare(fmt::format(
                             "SELECT {} FROM training_task WHERE job = ?1 AND number > ?2 AND revision > ?3 "
                             "AND (?4 = '%%' OR id LIKE ?4 ESCAPE '\\'){} ORDER BY number LIMIT ?5",
                             kTaskColumns, stateClause(filter.states))));
  statement.bindAll(job, filter.after, filter.since_revision, likePattern(filter.search), filter.limit);
  std::vector<TaskRecord> result;
  AERIE_RETURN_IF_ERROR(eachRow(statement, [&](const Statement& row) -> absl::Status {
    AERIE_ASSIGN_OR_RETURN(TaskRecord task, taskFromRow(row));
    result.push_back(std::move(task));
    return absl::OkStatus();
  }));
  return result;
}

absl::StatusOr<std::string> TrainingRepository::jobFile(JobId job) const {
  AERIE_ASSIGN_OR_RETURN(Statement statement,
                         database_.prepare("SELECT job_file FROM training_text WHERE job = ?1"));
  AERIE_ASSIGN_OR_RETURN(const bool found, statement.bind(1, job).step());
  if (!found) return notFound("training job {} is not known: it may be older than what is kept", job);
  return statement.string(0);
}

absl::StatusOr<std::vector<TaskRecord>> TrainingRepository::restore(SchedulerState& scheduler) const {
  std::vector<TaskRecord> running;
  JobFilter open;
  open.states = {JobState::kSubmitted, JobState::kEnvironment, JobState::kRunning, JobState::kCancelling};
  open.limit = static_cast<std::size_t>(1) << 31;
  AERIE_ASSIGN_OR_RETURN(const std::vector<JobRecord> jobs, list(open));
  for (const JobRecord& job : jobs) {
    AERIE_ASSIGN_OR_RETURN(const auto wanted, spec(job.id));
    AERIE_ASSIGN_OR_RETURN(const LastDurations last, lastDurations(job.application));
    JobEntry entry;
    entry.id = job.id;
    entry.pool = job.cluster;
    entry.priority = job.priority;
    entry.order = wanted->order;
    entry.max_in_flight = wanted->limits.max_in_flight;
    entry.submitted_ms = job.submitted_ms;
    entry.open = job.state == JobState::kRunning;
    if (!entry.open) entry.why_not = fmt::format("the job is in state {}", nameOf(job.state));
    scheduler.setJob(entry);
    TaskFilter unfinished;
    unfinished.states = {TaskState::kPending, TaskState::kRunning};
    unfinished.limit = static_cast<std::size_t>(kMaxTasks);
    AERIE_ASSIGN_OR_RETURN(std::vector<TaskRecord> rows, tasks(job.id, unfinished));
    for (TaskRecord& task : rows) {
      if (task.state == TaskState::kRunning) {
        scheduler.started({job.id, task.number, task.host, task.request});
        running.push_back(std::move(task));
        continue;
      }
      const auto expected = last.find(task.id);
      scheduler.enqueue(job.id, {task.number, task.request, task.attempt, task.ready_ms,
                                 expected == last.end() ? -1 : expected->second});
    }
  }
  return running;
}

absl::StatusOr<LastDurations> TrainingRepository::lastDurations(std::string_view application) const {
  AERIE_ASSIGN_OR_RETURN(
      Statement statement,
      database_.prepare("SELECT task, duration_ms FROM training_duration WHERE application = ?1"));
  statement.bind(1, application);
  LastDurations result;
  AERIE_RETURN_IF_ERROR(eachRow(statement, [&](const Statement& row) {
    result.emplace(row.string(0), row.int64(1));
    return absl::OkStatus();
  }));
  return result;
}

absl::StatusOr<std::vector<Bar>> TrainingRepository::timeline(JobId job, std::size_t limit) const {
  AERIE_RETURN_IF_ERROR(get(job).status());
  AERIE_ASSIGN_OR_RETURN(
      Statement statement,
      database_.prepare("SELECT task, attempt, host, lane, queued_ms, started_ms, ended_ms, outcome, merged "
                        "FROM training_bar WHERE job = ?1 UNION ALL "
                        "SELECT number, attempt, host, lane, ready_ms, started_ms, 0, 'running', 1 "
                        "FROM training_task WHERE job = ?1 AND state = 'running'"));
  statement.bind(1, job);
  std::vector<Bar> bars;
  AERIE_RETURN_IF_ERROR(eachRow(statement, [&](const Statement& row) {
    bars.push_back(barOf(row));
    return absl::OkStatus();
  }));
  return compact(std::move(bars), limit);
}

absl::StatusOr<std::vector<TaskUse>> TrainingRepository::uses(JobId job, std::size_t limit) const {
  AERIE_ASSIGN_OR_RETURN(
      Statement statement,
      database_.prepare("SELECT cpu_millis, memory_bytes, ended_ms - started_ms, cpu_ms, memory_peak "
                        "FROM training_task WHERE job = ?1 AND state = 'succeeded' LIMIT ?2"));
  statement.bindAll(job, limit);
  std::vector<TaskUse> result;
  AERIE_RETURN_IF_ERROR(eachRow(statement, [&](const Statement& row) {
    result.push_back({{row.int64(0), row.int64(1)}, row.int64(2), row.int64(3), row.int64(4)});
    return absl::OkStatus();
  }));
  return result;
}

absl::Status TrainingRepository::putCluster(const ClusterRecord& cluster) {
  AERIE_ASSIGN_OR_RETURN(Transaction transaction, database_.begin());
  AERIE_ASSIGN_OR_RETURN(const std::int64_t revision, nextRevision());
  AERIE_RETURN_IF_ERROR(
      database_
          .run(fmt::format(
                   "INSERT OR REPLACE INTO training_cluster({}) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, "
                   "?10, ?11, ?12, ?13, ?14)",
                   kClusterColumns),
               cluster.name, cluster.application, cluster.engine, nameOf(cluster.state), cluster.message,
               cluster.limits, cluster.hosts, cluster.price_per_host_hour, cluster.idle_timeout_ms,
               cluster.created_ms, cluster.since_ms, cluster.ended_ms, cluster.handle, revision)
          .status());
  return transaction.commit();
}

absl::StatusOr<std::vector<ClusterRecord>> TrainingRepository::clusters(bool with_gone) const {
  AERIE_ASSIGN_OR_RETURN(
      Statement statement,
      database_.prepare(fmt::format("SELECT {} FROM training_cluster WHERE ?1 OR state != 'gone' "
                                    "ORDER BY created_ms DESC, name",
                                    kClusterColumns)));
  statement.bind(1, with_gone);
  std::vector<ClusterRecord> result;
  AERIE_RETURN_IF_ERROR(eachRow(statement, [&](const Statement& row) -> absl::Status {
    AERIE_ASSIGN_OR_RETURN(ClusterRecord cluster, clusterFromRow(row));
    result.push_back(std::move(cluster));
    return absl::OkStatus();
  }));
  return result;
}

absl::StatusOr<std::int64_t> TrainingRepository::forget(const Retention& retention, std::int64_t now_ms) {
  AERIE_ASSIGN_OR_RETURN(Transaction transaction, database_.begin());
  // Those that ended, the newest first, with the tasks of all newer ones counted.
  AERIE_ASSIGN_OR_RETURN(
      const std::int64_t removed,
      database_.run(
          "DELETE FROM training_job WHERE id IN (SELECT id FROM (SELECT id, ended_ms, "
          "ROW_NUMBER() OVER newest AS place, "
          "SUM(pending + running + succeeded + failed + cancelled) OVER newest AS tasks FROM training_job "
          "WHERE state IN ('done', 'failed', 'cancelled') WINDOW newest AS (ORDER BY ended_ms DESC, id "
          "DESC)) "
          "WHERE place > ?1 OR tasks > ?2 OR ended_ms < ?3)",
          retention.jobs, retention.tasks, now_ms - retention.age_ms));
  AERIE_RETURN_IF_ERROR(compactOld(retention));
  AERIE_RETURN_IF_ERROR(
      database_.run("DELETE FROM training_request WHERE time_ms < ?1", now_ms - retention.requests_ms)
          .status());
  AERIE_RETURN_IF_ERROR(database_
                            .run("DELETE FROM training_cluster WHERE state = 'gone' AND name NOT IN "
                                 "(SELECT cluster FROM training_job)")
                            .status());
  AERIE_RETURN_IF_ERROR(
      database_.run("DELETE FROM training_sample WHERE cluster NOT IN (SELECT name FROM training_cluster)")
          .status());
  AERIE_RETURN_IF_ERROR(
      database_.run("DELETE FROM training_duration WHERE ended_ms < ?1", now_ms - retention.age_ms).status());
  if (removed > 0) AERIE_RETURN_IF_ERROR(nextRevision().status());
  AERIE_RETURN_IF_ERROR(transaction.commit());
  return removed;
}

absl::Status TrainingRepository::compactOld(const Retention& retention) const {
  std::vector<JobId> jobs;
  {
    AERIE_ASSIGN_OR_RETURN(
        Statement statement,
        database_.prepare(
            "SELECT id, compacted FROM training_job WHERE state IN ('done', 'failed', 'cancelled') "
            "ORDER BY ended_ms DESC, id DESC LIMIT -1 OFFSET ?1"));
    statement.bind(1, retention.whole_timelines);
    AERIE_RETURN_IF_ERROR(eachRow(statement, [&](const Statement& row) {
      if (!row.boolean(1)) jobs.push_back(row.int64(0));
      return absl::OkStatus();
    }));
  }
  for (const JobId job : jobs) {
    AERIE_ASSIGN_OR_RETURN(const std::vector<Bar> bars, timeline(job, retention.bars));
    AERIE_RETURN_IF_ERROR(database_.run("DELETE FROM training_bar WHERE job = ?1", job).status());
    for (const Bar& bar : bars) {
      AERIE_RETURN_IF_ERROR(
          database_
              .run("INSERT INTO training_bar(job, task, attempt, host, lane, queued_ms, started_ms, "
                   "ended_ms, outcome, merged) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
                   job, bar.task, bar.attempt, bar.host, bar.lane, bar.queued_ms, bar.started_ms,
                   bar.ended_ms, nameOf(bar.outcome), bar.merged)
              .status());
    }
    AERIE_RETURN_IF_ERROR(database_.run("UPDATE training_job SET compacted = 1 WHERE id = ?1", job).status());
  }
  return absl::OkStatus();
}

}  // namespace aerie::training
