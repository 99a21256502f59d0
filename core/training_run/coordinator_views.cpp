// What is told about jobs, tasks, clusters, utilisation and timelines.
#include <algorithm>
#include <cmath>

#include "core/base/status.h"
#include "core/training_run/coordinator_impl.h"
#include "core/training_run/outlook.h"

namespace aerie::training {
namespace {

constexpr std::size_t kUsesLooked = 2'000;

bool mayWait(JobState state) { return !isOver(state) && state != JobState::kPublishing; }

void moveTimes(std::int64_t by, std::initializer_list<std::int64_t*> times) {
  for (std::int64_t* const time : times) {
    if (*time > 0) *time += by;
  }
}

// The kept cores of each sample: the mean of those in its interval.
std::vector<std::vector<float>> coresOf(
    const std::vector<Sample>& samples, std::int64_t step_ms,
    const std::vector<std::pair<std::int64_t, std::vector<float>>>& kept) {
  std::vector<std::vector<float>> result(samples.size());
  std::size_t next = 0;
  for (std::size_t i = 0; i < samples.size(); ++i) {
    const std::int64_t begin = samples[i].time_ms, end = begin + step_ms;
    while (next < kept.size() && kept[next].first < begin) ++next;
    std::vector<float>& mean = result[i];
    float count = 0;
    for (; next < kept.size() && kept[next].first < end; ++next) {
      mean.resize(std::max(mean.size(), kept[next].second.size()), 0);
      for (std::size_t core = 0; core < kept[next].second.size(); ++core)
        mean[core] += kept[next].second[core];
      count += 1;
    }
    for (float& core : mean) core /= count;
  }
  return result;
}

}  // namespace

// The time that has come on a cluster. That of virtual hosts is as far as they told.
std::int64_t Coordinator::Impl::timeOf(const OpenCluster& cluster) const {
  if (cluster.spec.engine != Engine::kSimulated) return now();
  const auto load = cluster.loads.find("");
  if (load == cluster.loads.end()) return cluster.record.created_ms;
  return load->second.sample.time_ms + std::llround(load->second.sample.weight * 1'000);
}

std::int64_t Coordinator::Impl::timeOf(const OpenJob& job) const {
  if (job.content->spec->cluster.engine != Engine::kSimulated) return now();
  const std::int64_t told = std::max({job.record.submitted_ms, job.record.started_ms, job.latest_ms});
  const auto cluster = open_clusters.find(job.record.cluster);
  return cluster == open_clusters.end() ? told : std::max(told, timeOf(cluster->second));
}

// From the books to what is told: a job and its cluster, as long as that one is there, stand on the same
// clock.
std::int64_t Coordinator::Impl::moveOf(const JobRecord& job) const {
  return open_jobs.contains(job.id) || open_clusters.contains(job.cluster) ? time.jump() : 0;
}

std::vector<PendingCount> Coordinator::Impl::pendingOf(const OpenJob& job) const {
  if (job.record.counts.pending == 0) return {};
  // An engine starts where there is space of its own.
  if (const std::string why = job.delegated ? trouble : whyNothingStarts(); !why.empty())
    return {{PendingReason::kJobNotReady, job.record.counts.pending,
             fmt::format("nothing can be started while this lasts: {}", why)}};
  if (!job.delegated) return summarise(scheduler, job.record.id, holds);
  if (!job.reasons.empty()) return job.reasons;
  if (job.record.state != JobState::kRunning || !job.handed)
    return {{PendingReason::kJobNotReady, job.record.counts.pending,
             job.record.message.empty() ? "its cluster is being made" : job.record.message}};
  return {{PendingReason::kNoCpu, job.record.counts.pending,
           fmt::format("waits in the queue of its own cluster (engine {})", job.record.engine)}};
}

JobView Coordinator::Impl::viewOf(const JobRecord& record) const {
  JobView view;
  view.record = record;
  const auto spec = repository->spec(record.id);
  view.spec = spec.ok() ? *spec : std::make_shared<const JobSpec>();
  const auto found = open_jobs.find(record.id);
  const bool open = found != open_jobs.end();
  if (open && mayWait(record.state)) {
    const OpenJob& job = found->second;
    view.pending = pendingOf(job);
    if (!trouble.empty() || (!shortage.empty() && record.counts.pending > 0 && !job.delegated))
      view.record.message = fmt::format("waits: {}", whyNothingStarts());
    Progress progress;
    progress.started_ms = record.started_ms;
    progress.now_ms = timeOf(job);
    progress.work_total = job.work_total;
    progress.work_done = job.work_done;
    progress.work_in_time = job.work_known;
    const auto cluster = open_clusters.find(record.cluster);
    if (cluster != open_clusters.end()) {
      for (const HostSpec& host : cluster->second.hosts)
        progress.slots += slotsOf(view.spec->resources, host.capacity);
    }
    const int limit = view.spec->limits.max_in_flight;
    if (limit > 0) progress.slots = std::min<std::int64_t>(progress.slots, limit);
    view.expected_end_ms = expectedEnd(progress).value_or(0);
  }
  const ClusterSpec& cluster = view.spec->cluster;
  // Virtual hosts cost nothing while a job waits for them.
  const bool counts_waiting = cluster.engine != Engine::kSimulated;
  const std::int64_t from = record.started_ms > 0 ? record.started_ms
                            : counts_waiting      ? record.submitted_ms
                                                  : 0;
  const std::int64_t to = record.ended_ms > 0 ? record.ended_ms : open ? timeOf(found->second) : now();
  view.cost = costOf(cluster.price_per_host_hour, cluster.hosts, from, to);
  view.expected_cost = view.expected_end_ms > 0
                           ? costOf(cluster.price_per_host_hour, cluster.hosts, from, view.expected_end_ms)
                       : isOver(record.state) ? view.cost
                                              : 0;
  JobRecord& told = view.record;
  moveTimes(moveOf(record), {&told.submitted_ms, &told.started_ms, &told.ended_ms, &view.expected_end_ms});
  return view;
}

ClusterView Coordinator::Impl::viewOf(const ClusterRecord& record) const {
  ClusterView view;
  view.record = record;
  const auto found = open_clusters.find(record.name);
  const bool open = found != open_clusters.end();
  view.cost = costOf(record.price_per_host_hour, record.hosts, record.created_ms,
                     record.ended_ms > 0 ? record.ended_ms
                     : open              ? timeOf(found->second)
                                         : now());
  if (!open) return view;
  moveTimes(time.jump(), {&view.record.created_ms, &view.record.since_ms, &view.record.ended_ms});
  const OpenCluster& cluster = found->second;
  for (const HostSpec& spec : cluster.hosts) {
    HostView host;
    host.spec = spec;
    if (const auto load = cluster.loads.find(spec.name); load != cluster.loads.end()) {
      host.cores_busy = load->second.sample.busy;
      host.memory_busy = std::llround(load->second.sample.memory_bytes);
      host.core_busy = load->second.core_busy;
      host.used.cpu_millis = std::llround(load->second.sample.slots * 1'000);
      host.running = static_cast<int>(std::lround(load->second.sample.running));
    }
    view.hosts.push_back(std::move(host));
  }
  if (cluster.spec.engine == Engine::kLocal && !view.hosts.empty()) {
    HostView& host = view.hosts.front();
    host.used = {};
    host.running = 0;
    for (const auto& [key, task] : running) {
      if (task.cluster != record.name) continue;
      host.used.cpu_millis += task.request.cpu_millis;
      host.used.memory_bytes += task.request.memory_bytes;
      ++host.running;
    }
  }
  for (const auto& [id, job] : open_jobs) {
    if (job.record.cluster == record.name) view.jobs.push_back(id);
  }
  return view;
}

absl::StatusOr<std::vector<JobView>> Coordinator::jobs(const JobFilter& filter) const {
  AERIE_ASSIGN_OR_RETURN(const std::vector<JobRecord> records, impl_->repository->list(filter));
  std::vector<JobView> views;
  views.reserve(records.size());
  MutexLock lock(impl_->mutex);
  for (const JobRecord& record : records) views.push_back(impl_->viewOf(record));
  return views;
}

absl::StatusOr<JobView> Coordinator::job(JobId job) const {
  AERIE_ASSIGN_OR_RETURN(const JobRecord record, impl_->repository->get(job));
  MutexLock lock(impl_->mutex);
  return impl_->viewOf(record);
}

absl::StatusOr<std::string> Coordinator::jobFile(JobId job) const { return impl_->repository->jobFile(job); }

absl::StatusOr<TasksView> Coordinator::tasks(JobId job, const TaskFilter& filter) const {
  const Impl& p = *impl_;
  AERIE_ASSIGN_OR_RETURN(const JobRecord record, p.repository->get(job));
  TasksView view;
  AERIE_ASSIGN_OR_RETURN(view.content, p.contentOf(job));
  AERIE_ASSIGN_OR_RETURN(std::vector<TaskRecord> records, p.repository->tasks(job, filter));
  view.tasks.reserve(records.size());
  MutexLock lock(p.mutex);
  const auto open = p.open_jobs.find(job);
  const std::int64_t by = p.moveOf(record);
  std::optional<Pending> of_engine;
  if (open != p.open_jobs.end() && (open->second.delegated || !p.whyNothingStarts().empty())) {
    const std::vector<PendingCount> reasons = p.pendingOf(open->second);
    if (!reasons.empty()) of_engine = Pending{reasons.front().reason, reasons.front().text};
  }
  for (TaskRecord& one : records) {
    TaskView task;
    task.last_duration_ms = std::max<std::int64_t>(0, view.content->expected[one.number]);
    if (one.state == TaskState::kPending)
      task.pending = of_engine ? of_engine : explain(p.scheduler, job, one.number, p.holds);
    moveTimes(by, {&one.ready_ms, &one.started_ms, &one.ended_ms});
    task.record = std::move(one);
    view.tasks.push_back(std::move(task));
  }
  return view;
}

absl::StatusOr<LogPlace> Coordinator::log(JobId job, const std::string& task, int attempt) const {
  const Impl& p = *impl_;
  AERIE_ASSIGN_OR_RETURN(const JobRecord record, p.repository->get(job));
  const JobFiles files = p.directories.files(job);
  if (task.empty()) return LogPlace{files.jobLog(), 0, !isOver(record.state)};
  AERIE_ASSIGN_OR_RETURN(const auto content, p.contentOf(job));
  for (std::size_t i = 0; i < content->tasks.size(); ++i) {
    if (content->tasks[i].id != task) continue;
    AERIE_ASSIGN_OR_RETURN(const TaskRecord known, p.repository->task(job, static_cast<TaskNumber>(i)));
    const int wanted = attempt > 0 ? attempt : known.attempt;
    if (wanted > known.attempt || (attempt > 0 && known.attempt == 0))
      return notFound("task {} of training job {} has no attempt {}; its latest is {}", task, job, wanted,
                      known.attempt);
    const bool live = attempt > 0 ? wanted == known.attempt && known.state == TaskState::kRunning
                                  : !isOver(known.state) && !isOver(record.state);
    return LogPlace{wanted > 0 ? files.taskLog(task, wanted) : std::filesystem::path(), wanted, live};
  }
  return notFound("training job {} has no task '{}'", job, task);
}

absl::StatusOr<TimelineView> Coordinator::timeline(const TimelineQuery& query) const {
  const Impl& p = *impl_;
  std::vector<JobId> jobs;
  if (query.job != 0) {
    jobs.push_back(query.job);
  } else {
    JobFilter filter;
    filter.limit = p.options.retention.jobs + 1'000;
    AERIE_ASSIGN_OR_RETURN(const std::vector<JobRecord> records, p.repository->list(filter));
    for (const JobRecord& record : records) {
      if (record.cluster == query.cluster) jobs.push_back(record.id);
    }
    if (jobs.empty()) return notFound("training cluster '{}' has run no job that is known", query.cluster);
  }
  TimelineView view;
  const std::size_t limit = std::max<std::size_t>(1, query.max_bars / jobs.size());
  for (const JobId job : jobs) {
    AERIE_ASSIGN_OR_RETURN(const auto content, p.contentOf(job));
    AERIE_ASSIGN_OR_RETURN(std::vector<Bar> bars, p.repository->timeline(job, static_cast<std::size_t>(-1)));
    AERIE_ASSIGN_OR_RETURN(const JobRecord record, p.repository->get(job));
    std::int64_t by = 0;
    {
      MutexLock lock(p.mutex);
      by = p.moveOf(record);
    }
    for (Bar& bar : bars) moveTimes(by, {&bar.queued_ms, &bar.started_ms, &bar.ended_ms});
    std::erase_if(bars, [&](const Bar& bar) {
      return (query.to_ms > 0 && bar.started_ms > query.to_ms) ||
             (query.from_ms > 0 && bar.ended_ms > 0 && bar.ended_ms < query.from_ms);
    });
    bars = compact(std::move(bars), limit);
    for (Bar& bar : bars) {
      view.downsampled = view.downsampled || bar.merged > 1;
      view.bars.push_back({job, content->tasks[bar.task].id, std::move(bar)});
    }
  }
  std::stable_sort(view.bars.begin(), view.bars.end(),
                   [](const auto& a, const auto& b) { return a.bar.started_ms < b.bar.started_ms; });
  return view;
}

absl::StatusOr<std::vector<ClusterView>> Coordinator::clusters(bool with_gone) const {
  AERIE_ASSIGN_OR_RETURN(const std::vector<ClusterRecord> records, impl_->repository->clusters(with_gone));
  std::vector<ClusterView> views;
  MutexLock lock(impl_->mutex);
  for (const ClusterRecord& record : records) {
    const auto open = impl_->open_clusters.find(record.name);
    views.push_back(impl_->viewOf(open == impl_->open_clusters.end() ? record : open->second.record));
    views.back().record.revision = record.revision;
  }
  return views;
}

absl::StatusOr<ClusterView> Coordinator::deleteCluster(const std::string& name, bool cancel_jobs) {
  Impl& p = *impl_;
  MutexLock lock(p.mutex);
  const auto found = p.open_clusters.find(name);
  if (found == p.open_clusters.end()) {
    AERIE_ASSIGN_OR_RETURN(const std::vector<ClusterRecord> known, p.repository->clusters(true));
    for (const ClusterRecord& record : known) {
      if (record.name == name) return p.viewOf(record);  // gone already
    }
    return notFound("there is no training cluster '{}'", name);
  }
  std::vector<JobId> jobs;
  for (const auto& [id, job] : p.open_jobs) {
    if (job.record.cluster == name && job.record.state != JobState::kPublishing) jobs.push_back(id);
  }
  if (!jobs.empty() && !cancel_jobs)
    return failedPrecondition(
        "training cluster {} is needed by job {}; cancel it first, or ask for its jobs to be "
        "cancelled, too",
        name, fmt::join(jobs, ", "));
  found->second.deleting = true;
  for (const JobId job : jobs) AERIE_RETURN_IF_ERROR(p.cancelJob(job, ""));
  p.lookAtClusters();
  p.changed();
  p.wake();
  const auto still = p.open_clusters.find(name);
  if (still != p.open_clusters.end()) return p.viewOf(still->second.record);
  AERIE_ASSIGN_OR_RETURN(const std::vector<ClusterRecord> known, p.repository->clusters(true));
  for (const ClusterRecord& record : known) {
    if (record.name == name) return p.viewOf(record);
  }
  return notFound("training cluster '{}' is gone", name);
}

absl::StatusOr<UtilisationView> Coordinator::utilisation(const UtilisationQuery& query) const {
  const Impl& p = *impl_;
  AERIE_ASSIGN_OR_RETURN(const std::vector<ClusterRecord> known, p.repository->clusters(true));
  const auto record = std::find_if(known.begin(), known.end(),
                                   [&](const ClusterRecord& one) { return one.name == query.cluster; });
  if (record == known.end()) return notFound("there is no training cluster '{}'", query.cluster);
  JobFilter filter;
  filter.application = record->application;
  filter.limit = p.options.retention.jobs + 1'000;
  AERIE_ASSIGN_OR_RETURN(std::vector<JobRecord> jobs, p.repository->list(filter));
  std::erase_if(jobs, [&](const JobRecord& job) { return job.cluster != query.cluster; });

  std::int64_t from = 0, to = 0, by = 0;  // by the books
  UtilisationView view;
  std::map<std::string, std::vector<std::pair<std::int64_t, std::vector<float>>>> cores;
  {
    MutexLock lock(p.mutex);
    by = p.open_clusters.contains(query.cluster) ? p.time.jump() : 0;
    from = query.from_ms > 0 ? query.from_ms - by : record->created_ms;
    to = query.to_ms > 0 ? query.to_ms - by : 0;
    if (to <= 0) {
      // Jobs and samples of virtual hosts may lie ahead of our clock.
      to = record->ended_ms > 0 ? record->ended_ms : p.now();
      for (const JobRecord& job : jobs) to = std::max(to, job.ended_ms);
      const auto open = p.open_clusters.find(query.cluster);
      if (open != p.open_clusters.end()) {
        for (const auto& [host, load] : open->second.loads) to = std::max(to, load.sample.time_ms);
      }
      to += 1'000;
    }
    for (const auto& [key, kept] : p.core_loads) {
      if (!query.per_host || key.first != query.cluster) continue;
      for (const auto& one : kept) cores[key.second].emplace_back(one.time_ms, one.cores);
    }
  }
  const std::size_t points = std::clamp<std::size_t>(query.max_points, 1, 5'000);
  view.step_ms = std::max<std::int64_t>(1'000, stepFor(from, std::max(from + 1, to), points));
  const auto add = [&](const std::string& host) -> absl::Status {
    HostSeries series;
    series.host = host;
    AERIE_ASSIGN_OR_RETURN(series.samples, p.utilisation->read(query.cluster, host, from, to, points));
    if (const auto kept = cores.find(host); kept != cores.end())
      series.cores = coresOf(series.samples, view.step_ms, kept->second);
    view.series.push_back(std::move(series));
    return absl::OkStatus();
  };
  AERIE_RETURN_IF_ERROR(add(""));
  const std::vector<Sample>& whole = view.series.front().samples;
  view.summary = summarise(whole);
  std::int64_t narrowest = whole.size() < 2 ? view.step_ms : whole.back().time_ms;  // as fine as what is kept
  for (std::size_t i = 1; i < whole.size(); ++i)
    narrowest = std::min(narrowest, whole[i].time_ms - whole[i - 1].time_ms);
  view.step_ms = std::max(view.step_ms, narrowest);
  if (query.per_host) {
    AERIE_ASSIGN_OR_RETURN(const std::vector<std::string> hosts, p.utilisation->hosts(query.cluster));
    for (const std::string& host : hosts) AERIE_RETURN_IF_ERROR(add(host));
  }
  std::vector<TaskUse> uses;
  for (const JobRecord& job : jobs) {
    if (uses.size() >= kUsesLooked) break;
    AERIE_ASSIGN_OR_RETURN(const std::vector<TaskUse> more,
                           p.repository->uses(job.id, kUsesLooked - uses.size()));
    uses.insert(uses.end(), more.begin(), more.end());
  }
  view.advice = advise(uses);
  for (HostSeries& series : view.series) {
    for (Sample& sample : series.samples) moveTimes(by, {&sample.time_ms});
  }
  return view;
}

}  // namespace aerie::training
