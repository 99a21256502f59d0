#include "sim/engine/simulated_job.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

#include "core/base/boot_id.h"
#include "core/base/crypto.h"
#include "core/base/files.h"
#include "core/base/status.h"
#include "sim/cluster/draws.h"

namespace aerie::sim::engine {
namespace {

using cluster::Distribution;
using cluster::SimTime;
using Json = nlohmann::json;
using training::Outcome;

constexpr double kLoadsPerSecond = 2'000;  // told to the sink

std::filesystem::path storeOf(const training::JobRun& run) { return run.files.root / "simulated.json"; }

Outcome outcomeOf(cluster::Ending ending) {
  switch (ending) {
    case cluster::Ending::kFinished: return Outcome::kSucceeded;
    case cluster::Ending::kFailed: return Outcome::kFailed;
    case cluster::Ending::kOutOfMemory: return Outcome::kOutOfMemory;
    case cluster::Ending::kHostLost: return Outcome::kLost;
  }
  return Outcome::kFailed;
}

const char* detailOf(Outcome outcome) {
  switch (outcome) {
    case Outcome::kFailed: return "a simulated failure";
    case Outcome::kOutOfMemory: return "a simulated task needed more memory";
    case Outcome::kLost: return "its virtual host was lost";
    default: return "";
  }
}

// Without a sync for each of thousands: nobody needs these after a crash.
absl::Status writeQuickly(const std::filesystem::path& path, const std::string& text) {
  AERIE_RETURN_IF_ERROR(makeDirectories(path.parent_path()));
  std::ofstream out(path, std::ios::binary);
  if (out << text << std::flush) return absl::OkStatus();
  return failedPrecondition("{} cannot be written; is the disk full?", path.string());
}

}  // namespace

std::string hostName(const std::string& name, int host) { return fmt::format("{}-host-{}", name, host + 1); }

std::string clusterText(const training::EngineCluster& cluster, double speed) {
  return fmt::format("{} virtual hosts, time passes {:g} times as fast", cluster.spec.hosts, speed);
}

std::vector<training::HostSpec> virtualHosts(const training::EngineCluster& cluster) {
  std::vector<training::HostSpec> hosts;
  for (int i = 0; i < cluster.spec.hosts; ++i) {
    training::HostSpec host;
    host.name = hostName(cluster.name, i);
    host.pool = cluster.name;
    host.capacity = {std::int64_t{cluster.spec.cpus_per_host} * 1'000, cluster.spec.memory_per_host};
    hosts.push_back(std::move(host));
  }
  return hosts;
}

SimulatedJob::SimulatedJob(training::JobRun run, const SimulatedEngineOptions& options,
                           training::EngineSink& sink)
    : run_(std::move(run)),
      options_(options),
      sink_(sink),
      ready_(static_cast<std::size_t>(std::max(0, run_.cluster.spec.hosts)), false) {
  for (const training::OpenTask& task : run_.tasks) open_[task.number] = &task;
}

absl::StatusOr<std::unique_ptr<SimulatedJob>> SimulatedJob::create(training::JobRun run, bool resumed,
                                                                   const SimulatedEngineOptions& options,
                                                                   training::EngineSink& sink,
                                                                   const Moment& now,
                                                                   std::int64_t earliest_ms) {
  std::unique_ptr<SimulatedJob> job(new SimulatedJob(std::move(run), options, sink));
  AERIE_RETURN_IF_ERROR(job->prepare(resumed, now, earliest_ms));
  return job;
}

absl::Status SimulatedJob::prepare(bool resumed, const Moment& now, std::int64_t earliest_ms) {
  if (run_.spec->publish)
    return failedPrecondition(
        "virtual hosts make no models: leave 'publish' out of the job file, or choose another engine");
  if (resumed) {
    const absl::Status loaded = load(now);
    resumed = !absl::IsNotFound(loaded);
    if (resumed && !loaded.ok()) return loaded;
  }
  if (!resumed) {
    anchor_ = now;
    anchor_virtual_ms_ = std::max(run_.submitted_ms, earliest_ms);
    for (const training::OpenTask& task : run_.tasks)
      tasks_.push_back({task.number,
                        task.spec.id,
                        task.attempt,
                        drawnSeconds(task),
                        task.attempt,
                        task.attempt,
                        false,
                        {}});
    AERIE_RETURN_IF_ERROR(store());
  }
  if (resumed) {
    // What is not open any more has been told to its end.
    for (Task& task : tasks_) {
      const auto it = open_.find(task.number);
      task.told = it == open_.end() ? std::numeric_limits<int>::max() : it->second->attempt;
      task.known = it != open_.end() && it->second->running ? task.told - 1 : task.told;
    }
  }
  AERIE_ASSIGN_OR_RETURN(cluster::ClusterScenario scenario, this->scenario());
  cluster::Recording recording;
  recording.timeline_bars = 0;
  recording.host_series = false;
  AERIE_ASSIGN_OR_RETURN(simulation_,
                         cluster::ClusterSimulation::create(std::move(scenario), this, recording));
  return absl::OkStatus();
}

double SimulatedJob::drawnSeconds(const training::OpenTask& task) const {
  if (task.expected_ms > 0) return static_cast<double>(task.expected_ms) / 1e3;
  const std::uint64_t key = std::stoull(sha256Hex(task.spec.id).substr(0, 15), nullptr, 16);
  cluster::Draws draws(static_cast<std::uint64_t>(run_.job), cluster::DrawFor::kDuration, key);
  return std::max(0.001, draws.lognormal(options_.task_seconds, options_.task_cv));
}

absl::StatusOr<cluster::ClusterScenario> SimulatedJob::scenario() const {
  const training::ClusterSpec& hosts = run_.cluster.spec;
  const double cpus = static_cast<double>(run_.spec->resources.cpu_millis) / 1e3;
  if (cpus > hosts.cpus_per_host)
    return failedPrecondition("a task asks for {:g} CPUs and a virtual host has {}: ask for fewer", cpus,
                              hosts.cpus_per_host);
  cluster::ClusterScenario out;
  out.name = run_.cluster.name;
  out.seed = static_cast<std::uint64_t>(run_.job);
  out.cluster.hosts = hosts.hosts;
  out.cluster.cpus_per_host = hosts.cpus_per_host;
  out.cluster.memory_per_host = hosts.memory_per_host;
  out.cluster.start_delay = Distribution::constant(options_.host_start_seconds);
  out.cluster.time_to_failure =
      std::llround(options_.host_hours_to_failure * static_cast<double>(cluster::kHour));
  out.queue.dispatch_overhead = cluster::kSecond / 100;
  cluster::TaskGroup group;
  for (const Task& task : tasks_) group.listed.push_back(task.seconds);
  group.cpus = cpus;
  group.cores_busy = cpus * options_.busy_share;
  if (hosts.memory_per_host > 0 && run_.spec->resources.memory_bytes > 0) {
    group.memory_request = run_.spec->resources.memory_bytes;
    group.memory = Distribution::constant(static_cast<double>(group.memory_request) * options_.memory_share);
  }
  group.memory_growth = std::max(1.0, run_.spec->limits.memory_growth);
  group.order = cluster::Order::kAsListed;  // the caller has ordered them
  group.failure_rate = options_.failure_rate;
  group.retries = run_.spec->limits.retries;
  group.retry_delay = run_.spec->limits.backoff_ms * 1'000;
  group.max_in_flight = run_.spec->limits.max_in_flight;
  out.groups.push_back(std::move(group));
  return out;
}

absl::Status SimulatedJob::store() const {
  Json tasks = Json::array();
  for (const Task& task : tasks_) tasks.push_back({task.number, task.id, task.base, task.seconds});
  const Json json = {{"boot", bootId()},
                     {"mono_ms", anchor_.mono_ms},
                     {"real_ms", anchor_.wall_ms},
                     {"virtual_ms", anchor_virtual_ms_},
                     {"tasks", tasks}};
  return writeFileAtomic(storeOf(run_), json.dump());
}

absl::Status SimulatedJob::load(const Moment& now) {
  AERIE_ASSIGN_OR_RETURN(const std::string text, readFile(storeOf(run_)));
  tasks_.clear();
  try {
    const Json json = Json::parse(text);
    anchor_.wall_ms = json.at("real_ms").get<std::int64_t>();
    anchor_.mono_ms = json.value("mono_ms", std::int64_t{0});
    if (json.value("boot", "") != bootId() || anchor_.mono_ms > now.mono_ms)
      anchor_.mono_ms = now.mono_ms - std::max<std::int64_t>(0, now.wall_ms - anchor_.wall_ms);
    anchor_virtual_ms_ = json.at("virtual_ms").get<std::int64_t>();
    for (const Json& entry : json.at("tasks")) {
      Task task;
      task.number = entry.at(0).get<training::TaskNumber>();
      task.id = entry.at(1).get<std::string>();
      task.base = entry.at(2).get<int>();
      task.seconds = entry.at(3).get<double>();
      tasks_.push_back(std::move(task));
    }
  } catch (const Json::exception&) {
    return dataLoss("{} is damaged; cancel the job and submit it again", storeOf(run_).string());
  }
  return absl::OkStatus();
}

std::int64_t SimulatedJob::virtualNow() const { return virtualMs(simulation_->now()); }

absl::StatusOr<bool> SimulatedJob::advance(std::int64_t mono_ms) {
  const double elapsed = static_cast<double>(std::max<std::int64_t>(0, mono_ms - anchor_.mono_ms)) / 1e3;
  const SimTime target = std::llround(elapsed * options_.speed * 1e6);
  const double loads_per_step = static_cast<double>(ready_.size() + 1);
  const SimTime step = cluster::kSecond *
                       std::max<SimTime>(1, std::llround(options_.speed * loads_per_step / kLoadsPerSecond));
  std::vector<training::HostLoad> loads;
  while (!simulation_->finished() && simulation_->now() < target) {
    const SimTime from = simulation_->now();
    const SimTime to = std::min(target, (from / step + 1) * step);
    AERIE_RETURN_IF_ERROR(simulation_->advanceTo(to));
    sample(from, simulation_->now(), loads);
  }
  if (std::exchange(hosts_changed_, false)) {
    std::vector<training::HostSpec> hosts = virtualHosts(run_.cluster);
    for (std::size_t i = 0; i < hosts.size(); ++i) {
      hosts[i].ready = ready_[i];
      if (!ready_[i]) hosts[i].why_not = "the virtual host starts";
    }
    sink_.clusterState(run_.cluster.name, training::ClusterState::kReady,
                       clusterText(run_.cluster, options_.speed), "", std::move(hosts));
  }
  if (!loads.empty()) sink_.sampled(run_.cluster.name, std::move(loads));
  return simulation_->finished();
}

void SimulatedJob::sample(SimTime from, SimTime to, std::vector<training::HostLoad>& loads) const {
  if (to <= from) return;
  const cluster::Snapshot seen = simulation_->snapshot();
  const double cpus = static_cast<double>(run_.spec->resources.cpu_millis) / 1e3;
  training::HostLoad all;
  all.sample.time_ms = virtualMs(from);
  all.sample.weight = cluster::toSeconds(to - from);
  all.sample.pending = static_cast<double>(seen.queued);
  for (std::size_t i = 0; i < seen.hosts.size(); ++i) {
    const cluster::HostSnapshot& host = seen.hosts[i];
    if (host.state != cluster::HostSnapshot::State::kReady) continue;
    training::HostLoad load;
    load.host = hostName(run_.cluster.name, static_cast<int>(i));
    load.sample = {all.sample.time_ms,
                   static_cast<double>(run_.cluster.spec.cpus_per_host),
                   host.running * cpus,
                   host.cores_busy,
                   static_cast<double>(host.running),
                   0,
                   static_cast<double>(host.memory_used),
                   all.sample.weight};
    for (int core = 0; core < run_.cluster.spec.cpus_per_host; ++core)
      load.core_busy.push_back(std::clamp(host.cores_busy - core, 0.0, 1.0));
    all.sample.capacity += load.sample.capacity;
    all.sample.slots += load.sample.slots;
    all.sample.busy += load.sample.busy;
    all.sample.running += load.sample.running;
    all.sample.memory_bytes += load.sample.memory_bytes;
    loads.push_back(std::move(load));
  }
  loads.push_back(std::move(all));
}

void SimulatedJob::onHost(const cluster::HostEvent& event) {
  ready_[static_cast<std::size_t>(event.host)] = event.kind != cluster::HostEvent::Kind::kLost;
  hosts_changed_ = true;
}

void SimulatedJob::onTask(const cluster::TaskEvent& event) {
  using Kind = cluster::TaskEvent::Kind;
  if (event.kind != Kind::kStarted && event.kind != Kind::kEnded) return;
  Task& task = tasks_[event.task];
  const int attempt = task.base + event.attempt;
  if (task.unwanted || attempt <= task.known) return;
  if (event.kind == Kind::kStarted) {
    task.running = attempt;
    if (attempt <= task.told) return;
    task.told = attempt;
    sink_.attemptStarted({run_.job, task.number, attempt}, hostName(run_.cluster.name, event.host),
                         event.lane, virtualMs(event.time));
    return;
  }
  Outcome outcome = outcomeOf(event.ending);
  std::string detail = detailOf(outcome);
  if (outcome == Outcome::kSucceeded) {
    if (const absl::Status left = leaveOutputs(task, attempt, task.seconds); !left.ok()) {
      outcome = Outcome::kFailed;
      detail = messageOf(left);
    }
  }
  end(task, attempt, outcome, detail, virtualMs(event.time));
}

void SimulatedJob::end(Task& task, int attempt, Outcome outcome, const std::string& detail,
                       std::int64_t at_ms) {
  const auto& wanted = run_.spec->resources;
  const double cpu_ms = task.seconds * options_.busy_share * static_cast<double>(wanted.cpu_millis);
  const double memory = static_cast<double>(wanted.memory_bytes) * options_.memory_share;
  task.known = attempt;
  task.running.reset();
  sink_.attemptEnded({run_.job, task.number, attempt}, outcome, detail,
                     outcome == Outcome::kSucceeded ? std::llround(cpu_ms) : 0, std::llround(memory), at_ms);
}

absl::Status SimulatedJob::leaveOutputs(const Task& task, int attempt, double seconds) const {
  const auto open = open_.find(task.number);
  if (open == open_.end()) return absl::OkStatus();
  const std::filesystem::path folder = run_.files.attemptOutputs(task.id, attempt);
  std::error_code ignored;
  std::filesystem::remove_all(folder, ignored);
  AERIE_RETURN_IF_ERROR(makeDirectories(folder));
  const training::TaskCommand command =
      training::commandOf(*run_.spec, open->second->spec, std::to_string(run_.job), folder.string());
  for (const std::string& output : command.outputs)
    AERIE_RETURN_IF_ERROR(writeQuickly(folder / output, "simulated\n"));
  return writeQuickly(run_.files.taskLog(task.id, attempt),
                      fmt::format("This task was simulated: {:.1f} s of virtual time.\n", seconds));
}

void SimulatedJob::cancel() {
  for (Task& task : tasks_) {
    if (task.running) end(task, *task.running, Outcome::kCancelled, "cancelled", virtualNow());
  }
}

void SimulatedJob::cancelTasks(const std::set<training::TaskNumber>& tasks) {
  for (Task& task : tasks_) {
    if (!tasks.contains(task.number) || task.unwanted) continue;
    task.unwanted = true;
    if (task.running) end(task, *task.running, Outcome::kCancelled, "cancelled", virtualNow());
  }
}

}  // namespace aerie::sim::engine
