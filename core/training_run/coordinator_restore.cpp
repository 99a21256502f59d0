// After a restart: everything from the disk, and what still runs from the kernel.
#include "core/base/status.h"
#include "core/training_run/coordinator_impl.h"

namespace aerie::training {

absl::Status Coordinator::Impl::restore() {
  scheduler.advanceTo(now());
  AERIE_ASSIGN_OR_RETURN(const std::vector<TaskRecord> was_running, repository->restore(scheduler));
  HostSpec host;
  host.name = std::string(kLocalHost);
  host.capacity = machine;
  scheduler.setHost(host);

  JobFilter filter;
  filter.states = {JobState::kSubmitted, JobState::kEnvironment, JobState::kRunning, JobState::kCancelling,
                   JobState::kPublishing};
  filter.limit = static_cast<std::size_t>(1) << 31;
  AERIE_ASSIGN_OR_RETURN(const std::vector<JobRecord> jobs, repository->list(filter));
  for (const JobRecord& record : jobs) AERIE_RETURN_IF_ERROR(openJob(record).status());
  AERIE_RETURN_IF_ERROR(restoreClusters());

  for (const TaskRecord& task : was_running) {
    const auto job = open_jobs.find(task.job);
    if (job == open_jobs.end() || job->second.delegated) {  // its engine knows how it goes
      scheduler.ended(task.job, task.number);
    } else {
      adopt(task);
    }
  }
  for (const auto& [id, job] : open_jobs) {
    if (job.delegated) scheduler.removeJob(id);
  }
  const auto leftovers = local->removeLeftovers();
  if (!leftovers.ok()) return withContext(leftovers.status(), "ending processes that an earlier daemon left");

  std::vector<JobId> ids;  // oldest first; a step may end the job
  for (const auto& [id, job] : open_jobs) ids.push_back(id);
  for (const JobId id : ids) {
    OpenJob& job = open_jobs.at(id);
    logJob(id, "the daemon was started again");
    if (job.record.state == JobState::kCancelling) {
      for (const auto& [key, task] : running) {
        if (key.first == id) local->cancel({id, key.second, task.attempt});
      }
      scheduler.removeJob(id);
      if (job.delegated) {
        handOver(job);
        if (JobEngine* engine = engineOf(job.content->spec->cluster.engine)) engine->cancel(id);
      }
      continue;
    }
    stepJob(job);
  }
  directories.removeForgotten([this](JobId job) { return !absl::IsNotFound(repository->get(job).status()); });
  return absl::OkStatus();
}

absl::Status Coordinator::Impl::restoreClusters() {
  AERIE_ASSIGN_OR_RETURN(const std::vector<ClusterRecord> clusters, repository->clusters(false));
  for (const ClusterRecord& record : clusters) {
    OpenCluster cluster;
    cluster.record = record;
    // As the newest job asked for it; what no job tells any more is in the record.
    for (const Engine engine : {Engine::kLocal, Engine::kRay, Engine::kKubeRay, Engine::kSimulated}) {
      if (nameOf(engine) == record.engine) cluster.spec.engine = engine;
    }
    cluster.spec.hosts = record.hosts;
    cluster.spec.idle_timeout_ms = record.idle_timeout_ms;
    cluster.spec.price_per_host_hour = record.price_per_host_hour;
    JobFilter filter;
    filter.application = record.application;
    filter.limit = options.retention.jobs;
    AERIE_ASSIGN_OR_RETURN(const std::vector<JobRecord> jobs, repository->list(filter));
    for (const JobRecord& job : jobs) {
      if (job.cluster != record.name) continue;
      AERIE_ASSIGN_OR_RETURN(const auto spec, repository->spec(job.id));
      cluster.spec = spec->cluster;
      break;
    }
    if (cluster.spec.engine == Engine::kLocal) {
      HostSpec host;
      host.name = std::string(kLocalHost);
      host.pool = record.name;
      host.capacity = quotaOf(cluster.spec);
      cluster.hosts = {host};
      cluster.record.limits = local->limits();
    }
    // Idle time counts from here: how long nobody looked says nothing about work.
    if (record.state == ClusterState::kIdle) cluster.idle_since = mono();
    OpenCluster& open = open_clusters[record.name] = std::move(cluster);
    JobEngine* engine = engineOf(open.spec.engine);
    if (open.spec.engine == Engine::kLocal || engine == nullptr) {
      if (record.state == ClusterState::kStopping) moveCluster(open, ClusterState::kGone, record.message);
    } else if (record.state == ClusterState::kStopping) {
      engine->deleteCluster(engineCluster(open));
    } else if (!clusterNeeded(record.name)) {
      engine->resumeCluster(engineCluster(open));
    }
  }
  return absl::OkStatus();
}

void Coordinator::Impl::adopt(const TaskRecord& task) {
  const OpenJob& job = open_jobs.at(task.job);
  running[{task.job, task.number}] = {task.attempt, task.lane, task.request, job.record.cluster};
  lanes[std::string(kLocalHost)].insert(task.lane);
  LocalStart start;
  start.key = {task.job, task.number, task.attempt};
  start.log = job.files.taskLog(task.id, task.attempt);
  start.limits = task.request;
  start.timeout_ms = job.content->spec->limits.timeout_ms;
  local->adopt(start, task.handle);
}

}  // namespace aerie::training
