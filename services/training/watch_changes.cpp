#include "services/training/watch_changes.h"

#include "core/base/status.h"
#include "services/training/to_proto.h"

namespace aerie::training_service {

using namespace training;

namespace {

constexpr std::size_t kTasksAtOnce = 5'000;
constexpr std::size_t kJobsShown = 1'000;

}  // namespace

absl::StatusOr<bool> WatchChanges::next(v1::WatchTrainingResponse& response) {
  const std::uint64_t oldest = coordinator_.oldestRevision();
  if (!begun_ && cursor_ > 0 && cursor_ < oldest)
    return absl::OutOfRangeError(
        "the training daemon does not remember changes as old as this revision: list again");
  if (!more()) {
    if (const std::int64_t jump = coordinator_.clockJump(); jump != clock_jump_) {
      if (begun_) cursor_ = 0;  // again, by today's clock
      clock_jump_ = jump;
    }
    AERIE_ASSIGN_OR_RETURN(scan_, coordinator_.revision());
    if (!begun_ && cursor_ > scan_)
      return absl::OutOfRangeError("the revision is ahead of the training daemon: list again");
    AERIE_RETURN_IF_ERROR(addJobs(response));
    if (oldest != oldest_ && begun_) AERIE_RETURN_IF_ERROR(addRemoved(response));
    oldest_ = oldest;
  }
  begun_ = true;
  if (job_ != 0) AERIE_RETURN_IF_ERROR(addTasks(response));
  if (!more()) cursor_ = scan_;
  const bool first_complete = !complete_ && !more();
  complete_ = complete_ || !more();
  response.set_revision(cursor_);
  response.set_complete(complete_);
  return first_complete || response.jobs_size() > 0 || response.tasks_size() > 0 ||
         response.clusters_size() > 0 || response.removed_jobs_size() > 0;
}

bool WatchChanges::isNew(const std::string& key, const std::string& bytes) {
  const std::size_t hash = std::hash<std::string>()(bytes);
  const auto [entry, added] = sent_.try_emplace(key, hash);
  if (!added && entry->second == hash) return false;
  entry->second = hash;
  return true;
}

absl::Status WatchChanges::addJobs(v1::WatchTrainingResponse& response) {
  const auto add = [&](const JobView& job) {
    v1::TrainingJob message = toProto(job);
    jobs_.insert(job.record.id);
    if (isNew("j" + message.id(), message.SerializeAsString())) *response.add_jobs() = std::move(message);
  };
  if (job_ != 0) {
    AERIE_ASSIGN_OR_RETURN(const JobView job, coordinator_.job(job_));
    add(job);
    return addClusters(response, job.record.cluster);
  }
  JobFilter changed;
  changed.since_revision = cursor_;
  changed.limit = kJobsShown;
  AERIE_ASSIGN_OR_RETURN(const std::vector<JobView> jobs, coordinator_.jobs(changed));
  for (const JobView& job : jobs) add(job);
  JobFilter open;
  open.states = {JobState::kSubmitted, JobState::kEnvironment, JobState::kRunning, JobState::kPublishing,
                 JobState::kCancelling};
  open.limit = kJobsShown;
  AERIE_ASSIGN_OR_RETURN(const std::vector<JobView> still, coordinator_.jobs(open));
  for (const JobView& job : still) add(job);
  return addClusters(response, "");
}

absl::Status WatchChanges::addClusters(v1::WatchTrainingResponse& response, const std::string& only) {
  AERIE_ASSIGN_OR_RETURN(const std::vector<ClusterView> clusters, coordinator_.clusters(true));
  for (const ClusterView& cluster : clusters) {
    if (!only.empty() && cluster.record.name != only) continue;
    v1::TrainingCluster message = toProto(cluster);
    if (isNew("c" + message.name(), message.SerializeAsString()))
      *response.add_clusters() = std::move(message);
  }
  return absl::OkStatus();
}

absl::Status WatchChanges::addTasks(v1::WatchTrainingResponse& response) {
  TaskFilter filter;
  filter.since_revision = cursor_;
  filter.after = task_after_;
  filter.limit = kTasksAtOnce;
  AERIE_ASSIGN_OR_RETURN(const TasksView view, coordinator_.tasks(job_, filter));
  for (const TaskView& task : view.tasks) *response.add_tasks() = toProto(task, *view.content);
  task_after_ = view.tasks.size() == kTasksAtOnce ? std::int64_t{view.tasks.back().record.number} : -1;
  return absl::OkStatus();
}

absl::Status WatchChanges::addRemoved(v1::WatchTrainingResponse& response) {
  for (auto job = jobs_.begin(); job != jobs_.end();) {
    if (!absl::IsNotFound(coordinator_.job(*job).status())) {
      ++job;
      continue;
    }
    response.add_removed_jobs(std::to_string(*job));
    sent_.erase("j" + std::to_string(*job));
    job = jobs_.erase(job);
  }
  return absl::OkStatus();
}

}  // namespace aerie::training_service
