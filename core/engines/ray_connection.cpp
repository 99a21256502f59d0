#include "core/engines/ray_connection.h"

#include <algorithm>

#include "core/base/status.h"
#include "core/engines/ray_follow.h"

namespace aerie::engines {
namespace {

using training::ClusterState;

constexpr const char* kLimits = "reserved by Ray, not enforced";
constexpr int kMaxRestarts = 5;
constexpr int kPollsPerNodes = 2;

bool isTransient(const absl::Status& status) {
  return absl::IsUnavailable(status) || absl::IsDeadlineExceeded(status);
}

// The Ray that this user has started on this machine is known with its token.
std::string tokenOfUsersRay(const std::string& address) {
  const auto users = ray::readLocalCluster(ray::defaultClusterState());
  if (!users.ok() || users->address != address) return {};
  return ray::readToken(users->token_file).value_or("");
}

std::int64_t nowMs() { return unixMillis(SystemClock().wallNow()); }

// What a host with so many cores can have done of it in this time, as a mean. News of tasks come in bursts,
// up to seconds late: no host is said to use more than it has, and the rest is told with the next sample.
HostUse spend(SlotTime& owed, double cores, double ms) {
  if (owed.core_ms < 0 || owed.task_ms <= 0) return {};
  const double part = owed.core_ms > cores * ms ? cores * ms / owed.core_ms : 1;
  const HostUse use{owed.core_ms * part / ms, owed.task_ms * part / ms};
  owed.core_ms *= 1 - part;
  owed.task_ms *= 1 - part;
  return use;
}

}  // namespace

RayConnection::RayConnection(training::EngineCluster cluster, const RayEngineOptions& options,
                             training::EngineSink& sink, Opener opener)
    : cluster_(std::move(cluster)),
      options_(options),
      sink_(sink),
      opener_(std::move(opener)),
      nodes_(cluster_.name) {
  thread_ = std::thread([this] { run(); });
}

RayConnection::~RayConnection() {
  quit_.cancel();
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
}

std::string RayConnection::address() const {
  const std::string& given = cluster_.spec.address.empty() ? options_.address : cluster_.spec.address;
  return given.empty() || given.find("://") != std::string::npos ? given : "http://" + given;
}

std::filesystem::path RayConnection::stateFolder() const { return options_.clusters / cluster_.name; }

absl::StatusOr<std::shared_ptr<ray::RayClient>> RayConnection::client(const http::Cancel& cancel,
                                                                      Duration patience) {
  const SystemClock clock;
  const MonoTime begin = clock.monoNow();
  const MutexLock lock(mutex_);
  while (client_ == nullptr && failure_.ok()) {
    if (cancel.cancelled() || quit_.cancelled()) return absl::CancelledError("cancelled");
    if (clock.monoNow() - begin >= patience) return unavailable("Ray does not answer yet");
    changed_.wait_for(mutex_, std::chrono::milliseconds(50));
  }
  if (!failure_.ok()) return failure_;
  return client_;
}

bool RayConnection::failed() const {
  const MutexLock lock(mutex_);
  return !failure_.ok();
}

void RayConnection::watch(training::JobId job, std::string submission, std::shared_ptr<AttemptBook> book,
                          int max_in_flight) {
  const MutexLock lock(mutex_);
  book->setHosts(names_);
  jobs_[job] = {std::move(submission), std::move(book), max_in_flight, {}, {}, {}};
}

void RayConnection::unwatch(training::JobId job) {
  const MutexLock lock(mutex_);
  const auto it = jobs_.find(job);
  if (it == jobs_.end()) return;
  for (const auto& [host, time] : it->second.book->takeUse(nowMs())) owed_[host] += time;
  jobs_.erase(it);
}

void RayConnection::cancelTasks(training::JobId job, const std::vector<training::TaskNumber>& tasks) {
  const MutexLock lock(mutex_);
  const auto it = jobs_.find(job);
  if (it == jobs_.end()) return;
  const std::vector<std::string> ids = it->second.book->idsOf(tasks);
  it->second.to_cancel.insert(it->second.to_cancel.end(), ids.begin(), ids.end());
}

void RayConnection::say(ClusterState state, const std::string& message, bool with_hosts) {
  sink_.clusterState(cluster_.name, state, message, kLimits,
                     with_hosts ? nodes_.hosts() : std::vector<training::HostSpec>());
}

void RayConnection::fail(const absl::Status& status) {
  {
    const MutexLock lock(mutex_);
    failure_ = status;
  }
  changed_.notify_all();
  if (!quit_.cancelled() && !opener_) say(ClusterState::kFailed, messageOf(status), true);
}

void RayConnection::run() {
  absl::StatusOr<std::unique_ptr<ray::RayClient>> opened = open();
  if (opened.ok()) {
    if (const absl::Status there = waitForNodes(**opened); !there.ok()) opened = there;
  }
  if (!opened.ok()) return fail(opened.status());
  std::shared_ptr<ray::RayClient> client = *std::move(opened);
  say(ClusterState::kReady, fmt::format("Ray {}", client->version().ray), true);
  {
    const MutexLock lock(mutex_);
    client_ = client;
    names_ = nodes_.names();
  }
  changed_.notify_all();
  poll(*client);
}

absl::StatusOr<std::unique_ptr<ray::RayClient>> RayConnection::open() {
  if (opener_) return opener_(quit_);
  if (!local()) {
    say(ClusterState::kStarting, "connecting to Ray at " + address());
    sink_.clusterHandle(cluster_.name, address());
    return connect(address(), options_.token.empty() ? tokenOfUsersRay(address()) : options_.token);
  }
  sink_.clusterHandle(cluster_.name, "local");
  ray::LocalClusterOptions local_options;
  local_options.state = stateFolder();
  local_options.ray = options_.ray_home;
  local_options.hosts = cluster_.spec.hosts;
  local_options.cpus_per_host = std::max(1, cluster_.spec.cpus_per_host);
  local_options.memory_per_host = cluster_.spec.memory_per_host;
  local_options.programs = options_.programs;
  AERIE_ASSIGN_OR_RETURN(
      const ray::LocalCluster made,
      ray::startLocalCluster(
          local_options, [this](std::string_view text) { say(ClusterState::kStarting, std::string(text)); },
          &quit_));
  AERIE_ASSIGN_OR_RETURN(const std::string token, ray::readToken(made.token_file));
  return connect(made.address, token);
}

absl::StatusOr<std::unique_ptr<ray::RayClient>> RayConnection::connect(const std::string& url,
                                                                       const std::string& token) {
  ray::RayOptions options;
  options.token = token;
  options.tls = options_.tls;
  options.timeout = options_.request_timeout;
  const SystemClock clock;
  const MonoTime end = clock.monoNow() + options_.connect_patience;
  Duration wait = options_.first_wait;
  while (true) {
    auto client = ray::RayClient::connect(url, options, &quit_);
    if (client.ok() || !isTransient(client.status())) return client;
    if (clock.monoNow() >= end)
      // What never answered is a wrong address rather than a cut: the job ends and says so.
      return failedPrecondition(
          "{} Start Ray there ('ray start --head'), correct cluster.address, or leave it out for a Ray on "
          "the "
          "training daemon's machine.",
          messageOf(client.status()));
    if (!waitUnless(quit_, wait)) return absl::CancelledError("cancelled");
    wait = std::min<Duration>(wait * 2, std::chrono::seconds(3));
  }
}

absl::Status RayConnection::waitForNodes(ray::RayClient& client) {
  const SystemClock clock;
  const MonoTime end = clock.monoNow() + options_.patience;
  while (true) {
    const auto nodes = client.nodes(&quit_);
    if (!nodes.ok() && !isTransient(nodes.status())) return nodes.status();
    if (nodes.ok()) nodes_.update(*nodes);
    if (nodes_.ready() > 0) return absl::OkStatus();
    if (clock.monoNow() >= end) return unavailable("Ray at {} has no node that is alive", address());
    if (!waitUnless(quit_, options_.first_wait)) return absl::CancelledError("cancelled");
  }
}

std::map<training::JobId, RayConnection::Watched> RayConnection::watched() const {
  const MutexLock lock(mutex_);
  return jobs_;
}

void RayConnection::poll(ray::RayClient& client) {
  const SystemClock clock;
  MonoTime heard = clock.monoNow();
  MonoTime told = heard;
  for (int round = 0; waitUnless(quit_, options_.poll); ++round) {
    const bool with_nodes = round % kPollsPerNodes == 0;
    absl::Status status = pollOnce(client, with_nodes);
    if (local() && status.ok() && with_nodes) status = lookAfterLocal();
    if (quit_.cancelled()) return;
    if (local() && isTransient(status)) {
      const absl::Status there = lookAfterLocal();
      if (!there.ok()) status = there;
    }
    const MonoTime now = clock.monoNow();
    if (status.ok()) {
      heard = now;
    } else if (absl::IsFailedPrecondition(status) || now - heard > options_.patience) {
      return fail(unavailable("the Ray cluster is lost: {}", messageOf(status)));
    }
    if (!with_nodes || !status.ok()) continue;
    tellLoads(std::chrono::duration<double>(now - told).count());
    told = now;
  }
}

absl::Status RayConnection::pollOnce(ray::RayClient& client, bool with_nodes) {
  if (with_nodes) {
    const auto nodes = client.nodes(&quit_);
    if (!nodes.ok()) return nodes.status();
    const bool other = nodes_.update(*nodes);
    {
      const MutexLock lock(mutex_);
      names_ = nodes_.names();
    }
    if (other) say(ClusterState::kReady, fmt::format("Ray {}", client.version().ray), true);
  }
  for (auto& [id, job] : watched()) {
    Watched copy = job;
    const absl::Status status = pollJob(client, id, copy);
    const MutexLock lock(mutex_);
    const auto it = jobs_.find(id);
    if (it != jobs_.end() && it->second.submission == copy.submission) {
      it->second.ray_job = copy.ray_job;
      it->second.reasons = copy.reasons;
    }
    // The State API is a luxury: without it starts are told with the ends.
    if (isTransient(status)) return status;
  }
  return absl::OkStatus();
}

absl::Status RayConnection::pollJob(ray::RayClient& client, training::JobId id, Watched& job) {
  job.book->setHosts(nodes_.names());
  explain(id, job);
  if (job.ray_job.empty()) {
    const auto known = client.job(job.submission, &quit_);
    if (!known.ok() || known->job_id.empty())
      return absl::IsNotFound(known.status()) ? absl::OkStatus() : known.status();
    job.ray_job = known->job_id;
  }
  if (!job.to_cancel.empty()) sendCancels(client, id, job);
  const auto page = client.tasks(job.ray_job, "RUNNING", 10'000, &quit_);
  if (!page.ok()) return page.status();
  for (const ray::Task& task : page->tasks) job.book->runs(task.name, task.node_id, task.start_ms);
  return absl::OkStatus();
}

void RayConnection::sendCancels(ray::RayClient& client, training::JobId id, const Watched& job) {
  const absl::Status status = askToCancel(client, job.submission, job.to_cancel, quit_);
  if (!status.ok() && isTransient(status)) return;  // again at the next look
  if (!status.ok()) sink_.log(id, "tasks cannot be cancelled: " + messageOf(status));
  const MutexLock lock(mutex_);
  const auto it = jobs_.find(id);
  if (it == jobs_.end()) return;
  auto& left = it->second.to_cancel;
  left.erase(left.begin(),
             left.begin() + static_cast<std::ptrdiff_t>(std::min(left.size(), job.to_cancel.size())));
}

void RayConnection::explain(training::JobId id, Watched& job) const {
  std::map<std::string, training::Resources> held;
  for (const auto& [other, one] : watched()) {
    for (const auto& [host, part] : one.book->held()) {
      held[host].cpu_millis += part.cpu_millis;
      held[host].memory_bytes += part.memory_bytes;
    }
  }
  const std::int64_t now = nowMs();
  std::vector<training::PendingCount> reasons =
      reasonsOf(job.book->waits(now), job.max_in_flight, nodes_.hosts(), held, now);
  const bool same = std::equal(reasons.begin(), reasons.end(), job.reasons.begin(), job.reasons.end(),
                               [](const training::PendingCount& a, const training::PendingCount& b) {
                                 return a.reason == b.reason && a.tasks == b.tasks && a.text == b.text;
                               });
  if (same) return;
  job.reasons = reasons;
  sink_.pending(id, std::move(reasons));
}

void RayConnection::tellLoads(double seconds) {
  if (seconds <= 0) return;
  std::int64_t waiting = 0;
  std::map<std::string, SlotTime> fresh;
  for (const auto& [id, job] : watched()) {
    waiting += job.book->waiting();
    for (const auto& [host, time] : job.book->takeUse(nowMs())) fresh[host] += time;
  }
  std::map<std::string, HostUse> use;
  {
    const MutexLock lock(mutex_);
    for (const auto& [host, time] : fresh) owed_[host] += time;
    for (const training::HostSpec& host : nodes_.hosts()) {
      const auto it = owed_.find(host.name);
      if (it == owed_.end()) continue;
      if (host.ready)
        use[host.name] =
            spend(it->second, static_cast<double>(host.capacity.cpu_millis) / 1e3, seconds * 1e3);
      else
        owed_.erase(it);
    }
  }
  sink_.sampled(cluster_.name, nodes_.loads(use, waiting, nowMs(), seconds));
}

// Nodes of this machine that were killed are started again, a few times. FailedPrecondition: the head is
// gone, and with it all that Ray knew.
absl::Status RayConnection::lookAfterLocal() {
  const auto state = ray::readLocalCluster(stateFolder());
  if (!state.ok()) return failedPrecondition("{}", messageOf(state.status()));
  if (!state->nodes.front().alive)
    return failedPrecondition("its head on this machine has ended; see {}",
                              (stateFolder() / "host-1.log").string());
  const bool whole =
      std::all_of(state->nodes.begin(), state->nodes.end(), [](const ray::LocalNode& n) { return n.alive; });
  if (whole || restarts_ >= kMaxRestarts) return absl::OkStatus();
  ++restarts_;
  ray::LocalClusterOptions options;
  options.state = stateFolder();
  options.ray = options_.ray_home;
  options.hosts = static_cast<int>(state->nodes.size());
  options.cpus_per_host = state->cpus_per_host;
  options.memory_per_host = cluster_.spec.memory_per_host;
  options.programs = options_.programs;
  const auto restarted = ray::startLocalCluster(options, nullptr, &quit_);
  if (!restarted.ok() && !quit_.cancelled())
    say(ClusterState::kReady, "a node was lost: " + messageOf(restarted.status()), true);
  return absl::OkStatus();
}

void RayConnection::destroy() {
  quit_.cancel();
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
  destroy(cluster_, options_, sink_);
}

void RayConnection::destroy(const training::EngineCluster& cluster, const RayEngineOptions& options,
                            training::EngineSink& sink) {
  const bool local = cluster.spec.address.empty() && options.address.empty();
  const auto tell = [&](ClusterState state, const std::string& message) {
    sink.clusterState(cluster.name, state, message, kLimits, {});
  };
  tell(ClusterState::kStopping, local ? "stopping Ray" : "letting go of Ray");
  absl::Status stopped;
  if (local) stopped = ray::stopLocalCluster(options.clusters / cluster.name);
  if (!stopped.ok()) return tell(ClusterState::kFailed, messageOf(stopped));
  tell(ClusterState::kGone, "");
}

}  // namespace aerie::engines
