#include "core/training/training_rows.h"

#include "core/base/status.h"

namespace aerie::training {

absl::StatusOr<JobRecord> jobFromRow(const storage::Statement& row) {
  JobRecord job;
  job.id = row.int64(0);
  job.application = row.string(1);
  job.cluster = row.string(2);
  job.engine = row.string(3);
  const auto state = jobStateFrom(row.text(4));
  if (!state) return dataLoss("training job {} has an unknown state '{}'", job.id, row.text(4));
  job.state = *state;
  job.message = row.string(5);
  job.priority = static_cast<int>(row.int64(6));
  job.submitted_by = row.string(7);
  job.submitted_ms = row.int64(8);
  job.started_ms = row.int64(9);
  job.ended_ms = row.int64(10);
  job.counts = {row.int64(11), row.int64(12), row.int64(13), row.int64(14), row.int64(15)};
  job.published_version = row.string(16);
  job.revision = static_cast<std::uint64_t>(row.int64(17));
  return job;
}

absl::StatusOr<TaskRecord> taskFromRow(const storage::Statement& row) {
  TaskRecord task;
  task.job = row.int64(0);
  task.number = static_cast<TaskNumber>(row.int64(1));
  task.id = row.string(2);
  const auto state = taskStateFrom(row.text(3));
  if (!state)
    return dataLoss("task {} of training job {} has an unknown state '{}'", task.id, task.job, row.text(3));
  task.state = *state;
  task.failures = static_cast<int>(row.int64(4));
  task.lost = static_cast<int>(row.int64(5));
  task.attempt = static_cast<int>(row.int64(6));
  task.ready_ms = row.int64(7);
  task.request = {row.int64(8), row.int64(9)};
  task.host = row.string(10);
  task.lane = static_cast<int>(row.int64(11));
  task.handle = row.string(12);
  task.started_ms = row.int64(13);
  task.ended_ms = row.int64(14);
  task.cpu_ms = row.int64(15);
  task.memory_peak = row.int64(16);
  task.outcome = outcomeFrom(row.text(17)).value_or(Outcome::kRunning);
  task.message = row.string(18);
  task.revision = static_cast<std::uint64_t>(row.int64(19));
  return task;
}

absl::StatusOr<ClusterRecord> clusterFromRow(const storage::Statement& row) {
  ClusterRecord cluster;
  cluster.name = row.string(0);
  cluster.application = row.string(1);
  cluster.engine = row.string(2);
  const auto state = clusterStateFrom(row.text(3));
  if (!state) return dataLoss("training cluster {} has an unknown state '{}'", cluster.name, row.text(3));
  cluster.state = *state;
  cluster.message = row.string(4);
  cluster.limits = row.string(5);
  cluster.hosts = static_cast<int>(row.int64(6));
  cluster.price_per_host_hour = row.real(7);
  cluster.idle_timeout_ms = row.int64(8);
  cluster.created_ms = row.int64(9);
  cluster.since_ms = row.int64(10);
  cluster.ended_ms = row.int64(11);
  cluster.handle = row.string(12);
  cluster.revision = static_cast<std::uint64_t>(row.int64(13));
  return cluster;
}

}  // namespace aerie::training
