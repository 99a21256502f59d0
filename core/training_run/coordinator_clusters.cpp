// Clusters: made for an application, idle, gone; what they used; what is forgotten.
#include <algorithm>
#include <charconv>

#include "core/base/status.h"
#include "core/training_run/clock_record.h"
#include "core/training_run/coordinator_impl.h"
#include "core/training_run/outlook.h"

namespace aerie::training {
namespace {

constexpr std::size_t kCoreLoads = 900;  // a quarter of an hour, a second each
constexpr std::int64_t kUploadKeepMs = 86'400'000;

bool sameCluster(const ClusterSpec& a, const ClusterSpec& b) {
  return a.engine == b.engine && a.hosts == b.hosts && a.cpus_per_host == b.cpus_per_host &&
         a.memory_per_host == b.memory_per_host && a.idle_timeout_ms == b.idle_timeout_ms &&
         a.address == b.address && a.price_per_host_hour == b.price_per_host_hour;
}

}  // namespace

// An idle cluster of the same application and kind is used again; else a new one is named
// "<application>-<n>".
absl::StatusOr<std::string> Coordinator::Impl::clusterFor(const Submission& submission) {
  for (const auto& [name, cluster] : open_clusters) {
    const bool usable = !cluster.deleting && (cluster.record.state == ClusterState::kIdle ||
                                              cluster.record.state == ClusterState::kReady);
    if (usable && cluster.record.application == submission.spec.application && !clusterNeeded(name) &&
        sameCluster(cluster.spec, submission.spec.cluster))
      return name;
  }
  const std::string prefix = submission.spec.application + "-";
  int last = 0;
  const auto note = [&](const std::string& name) {
    if (name.rfind(prefix, 0) != 0) return;
    int number = 0;
    const char* const end = name.data() + name.size();
    const auto [stop, parsed] = std::from_chars(name.data() + prefix.size(), end, number);
    if (parsed == std::errc() && stop == end) last = std::max(last, number);
  };
  AERIE_ASSIGN_OR_RETURN(const std::vector<ClusterRecord> known, repository->clusters(true));
  for (const ClusterRecord& cluster : known) note(cluster.name);
  for (const auto& [name, cluster] : open_clusters) note(name);
  return prefix + std::to_string(last + 1);
}

Coordinator::Impl::OpenCluster& Coordinator::Impl::ensureCluster(const OpenJob& job) {
  const JobSpec& spec = *job.content->spec;
  const auto found = open_clusters.find(job.record.cluster);
  if (found != open_clusters.end() && found->second.record.state != ClusterState::kStopping)
    return found->second;
  OpenCluster& cluster = open_clusters[job.record.cluster];
  cluster = {};
  cluster.spec = spec.cluster;
  cluster.record.name = job.record.cluster;
  cluster.record.application = spec.application;
  cluster.record.engine = std::string(nameOf(spec.cluster.engine));
  cluster.record.hosts = spec.cluster.hosts;
  cluster.record.price_per_host_hour = spec.cluster.price_per_host_hour;
  cluster.record.idle_timeout_ms = spec.cluster.idle_timeout_ms;
  cluster.record.created_ms = cluster.record.since_ms = now();
  if (!job.delegated) {
    cluster.record.limits = local->limits();
    HostSpec host;
    host.name = std::string(kLocalHost);
    host.pool = cluster.record.name;
    host.capacity = quotaOf(spec.cluster);
    cluster.hosts = {host};
  }
  putCluster(cluster);
  return cluster;
}

void Coordinator::Impl::moveCluster(OpenCluster& cluster, ClusterState to, const std::string& message) {
  ClusterRecord& record = cluster.record;
  if (record.state == to && record.message == message) return;
  if (record.state != to) {
    if (!mayFollow(record.state, to)) return;
    record.state = to;
    record.since_ms = now();
    if (isOver(to)) record.ended_ms = std::max(now(), timeOf(cluster));
  }
  record.message = message;
  cluster.idle_since = to == ClusterState::kIdle ? std::optional(mono()) : std::nullopt;
  putCluster(cluster);
}

void Coordinator::Impl::putCluster(OpenCluster& cluster) {
  const absl::Status put = repository->putCluster(cluster.record);
  cluster.unsaved = !put.ok();
  if (!put.ok()) diskTrouble(put);
  changed();
}

bool Coordinator::Impl::clusterNeeded(const std::string& name) const {
  return std::any_of(open_jobs.begin(), open_jobs.end(), [&](const auto& entry) {
    return entry.second.record.cluster == name && entry.second.record.state != JobState::kPublishing;
  });
}

void Coordinator::Impl::lookAtClusters() {
  std::vector<std::string> gone;
  for (auto& [name, cluster] : open_clusters) {
    if (cluster.unsaved && !trouble_until) putCluster(cluster);
    const bool needed = clusterNeeded(name);
    const ClusterState state = cluster.record.state;
    if (state == ClusterState::kReady && !needed) moveCluster(cluster, ClusterState::kIdle, "no work");
    if (state == ClusterState::kIdle && needed) moveCluster(cluster, ClusterState::kReady, "");
    if (needed) continue;
    const auto timeout = std::chrono::milliseconds(cluster.record.idle_timeout_ms);
    const bool expired = cluster.idle_since && mono() - *cluster.idle_since >= timeout;
    const bool useless = cluster.record.state == ClusterState::kFailed ||
                         cluster.record.state == ClusterState::kStarting ||
                         cluster.record.state == ClusterState::kEnvironment;
    if (cluster.record.state != ClusterState::kStopping && (expired || cluster.deleting || useless))
      reap(cluster, cluster.deleting ? "deleted" : expired ? "idle for its idle_timeout" : "no job needs it");
    if (cluster.record.state == ClusterState::kGone) gone.push_back(name);
  }
  for (const std::string& name : gone) forgetCluster(name);
}

void Coordinator::Impl::reap(OpenCluster& cluster, const std::string& why) {
  moveCluster(cluster, ClusterState::kStopping, why);
  JobEngine* engine = engineOf(cluster.spec.engine);
  if (cluster.spec.engine == Engine::kLocal || engine == nullptr) {
    moveCluster(cluster, ClusterState::kGone, why);
  } else {
    engine->deleteCluster(engineCluster(cluster));
  }
}

void Coordinator::Impl::forgetCluster(const std::string& name) {
  const absl::Status flushed = utilisation->flush();
  if (!flushed.ok()) diskTrouble(flushed);
  open_clusters.erase(name);
  changed();
}

Resources Coordinator::Impl::quotaOf(const ClusterSpec& cluster) const {
  Resources quota;
  for (const HostSpec& host : hostsOf(cluster, "", machine)) {
    quota.cpu_millis += host.capacity.cpu_millis;
    quota.memory_bytes += host.capacity.memory_bytes;
  }
  return quota;
}

void Coordinator::Impl::keepCores(const std::string& cluster, const HostLoad& load) {
  if (load.core_busy.empty()) return;
  std::deque<CoreLoad>& kept = core_loads[{cluster, load.host}];
  CoreLoad one;
  one.time_ms = load.sample.time_ms;
  one.cores.assign(load.core_busy.begin(), load.core_busy.end());
  kept.push_back(std::move(one));
  if (kept.size() > kCoreLoads) kept.pop_front();
}

// Clusters of this machine share its cores; each gets what its own tasks used.
void Coordinator::Impl::sample() {
  const MonoTime at = mono();
  const double seconds = sampled_at ? std::chrono::duration<double>(at - *sampled_at).count() : 0;
  sampled_at = at;
  const taskrun::HostSample host =
      sampler.sample(std::chrono::duration<double>(at.time_since_epoch()).count());
  struct Slots {
    double cores = 0;
    double tasks = 0;
  };
  std::map<std::string, Slots> slots;
  double all_slots = 0;
  for (const auto& [key, task] : running) {
    Slots& here = slots[task.cluster];
    here.cores += static_cast<double>(task.request.cpu_millis) / 1'000;
    here.tasks += 1;
    all_slots += static_cast<double>(task.request.cpu_millis) / 1'000;
    const AttemptKey attempt{key.first, key.second, task.attempt};
    const auto usage = local->usage(attempt);
    if (!usage) continue;
    meter.running(task.cluster, attempt, usage->cpu_seconds,
                  static_cast<std::int64_t>(usage->memory_bytes.value_or(0)));
  }
  std::map<std::string, LoadMeter::Load> loads = meter.take(seconds);
  for (auto& [name, cluster] : open_clusters) {
    if (cluster.spec.engine != Engine::kLocal) continue;
    const Slots here = slots[name];
    const LoadMeter::Load load = loads[name];
    Sample sample;
    sample.time_ms = now();
    sample.capacity =
        cluster.hosts.empty() ? 0 : static_cast<double>(cluster.hosts.front().capacity.cpu_millis) / 1'000;
    sample.slots = here.cores;
    // Limits that count nothing: its share of what the whole machine does.
    sample.busy =
        load.known || all_slots <= 0
            ? load.busy_cores
            : std::max(load.busy_cores, std::min(here.cores, host.busy_cores * here.cores / all_slots));
    sample.busy = std::min(sample.busy, host.capacity_cores);
    sample.running = here.tasks;
    for (const auto& [id, job] : open_jobs) {
      if (job.record.cluster == name) sample.pending += static_cast<double>(job.record.counts.pending);
    }
    sample.memory_bytes = static_cast<double>(load.memory_bytes);
    sample.weight = seconds > 0 ? seconds : 0;
    if (seconds <= 0) continue;
    HostLoad of_host{std::string(kLocalHost), sample, host.core_busy};
    keepCores(name, of_host);
    cluster.loads[""] = {"", sample, {}};
    cluster.loads[of_host.host] = std::move(of_host);
    absl::Status added = utilisation->add(name, "", sample);
    if (added.ok()) added = utilisation->add(name, kLocalHost, sample);
    if (!added.ok()) diskTrouble(added);
  }
}

void Coordinator::Impl::housekeeping() {
  if (trouble_until) return;
  // Nothing is left that began by another clock.
  if (open_jobs.empty() && open_clusters.empty() && time.jump() != 0) {
    time.anchor();
    keepClockZero(options.state_dir, time.zero());
    changed();
  }
  // A clock that is put wrong and right again must not cost the history; how much is kept stays bounded.
  const bool believed = mono() - clock_known_since >= options.believe_clock_after;
  const std::int64_t today = believed ? now() : 0;
  const auto removed = repository->forget(options.retention, today);
  absl::Status status = removed.status();
  if (status.ok()) status = utilisation->forget(today);
  if (!status.ok()) return diskTrouble(status);
  if (*removed > 0) {
    const auto revision = repository->revision();
    if (revision.ok()) oldest_revision = *revision;
    changed();
  }
  directories.removeForgotten([this](JobId job) { return !absl::IsNotFound(repository->get(job).status()); });
  if (believed) directories.removeOldUploads(kUploadKeepMs);
  removeOldOutputs();
  environments->trim();
  const std::int64_t old = now() - static_cast<std::int64_t>(kCoreLoads) * 1'000;
  std::erase_if(core_loads, [&](const auto& entry) {
    return !open_clusters.contains(entry.first.first) && entry.second.back().time_ms < old;
  });
}

void Coordinator::Impl::removeOldOutputs() {
  JobFilter filter;
  filter.states = {JobState::kDone, JobState::kFailed, JobState::kCancelled};
  filter.limit = options.retention.jobs;
  const auto jobs = repository->list(filter);
  if (!jobs.ok()) return;
  for (std::size_t i = options.keep_outputs; i < jobs->size(); ++i) {
    if ((*jobs)[i].published_version.empty()) continue;
    std::error_code ignored;
    std::filesystem::remove_all(directories.files((*jobs)[i].id).root / "outputs", ignored);
  }
}

}  // namespace aerie::training
