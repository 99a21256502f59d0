#include "core/engines/kuberay_job.h"

#include "core/base/status.h"
#include "core/engines/driver_plan.h"

namespace aerie::engines {
namespace {

using training::Outcome;

constexpr const char* kPackageFile = "package.zip";
constexpr const char* kLabel = "aerie.io/job";

RayEngineOptions rayOptions(const KubeRayEngineOptions& options) {
  RayEngineOptions out;
  out.request_timeout = options.request_timeout;
  out.poll = options.poll;
  out.first_wait = options.first_wait;
  out.address = "through Kubernetes";
  return out;
}

std::string stateText(const kube::RayJobState& state) {
  std::string text =
      state.deployment_status.empty() ? "waiting for the KubeRay operator" : state.deployment_status;
  if (!state.job_status.empty()) text += ", job " + state.job_status;
  if (!state.reason.empty()) text += " (" + state.reason + ")";
  return text;
}

}  // namespace

kube::Collection rayJobs(const training::EngineCluster& cluster, const kube::Access& access) {
  return {"ray.io/v1", "rayjobs", cluster.spec.address.empty() ? access.name_space : cluster.spec.address};
}

absl::Status checkSize(const ray::Package& package) {
  if (package.zip.size() <= kube::kMaxConfigMapFile) return absl::OkStatus();
  return resourceExhausted(
      "the packed working directory has {} KiB and Kubernetes takes {} KiB: exclude what the tasks do not "
      "need, "
      "or put it into the container image",
      package.zip.size() / 1024, kube::kMaxConfigMapFile / 1024);
}

KubeRayJob::KubeRayJob(training::JobRun run, bool resumed, const KubeRayEngineOptions& options,
                       training::EngineSink& sink)
    : run_(std::move(run)),
      resumed_(resumed && !run_.handle.empty()),
      options_(options),
      ray_options_(rayOptions(options)),
      sink_(sink),
      book_(std::make_shared<AttemptBook>(run_, resumed_, sink)),
      submission_(resumed_ ? run_.handle : submissionId(run_)) {
  thread_ = std::thread([this] { this->run(); });
}

KubeRayJob::~KubeRayJob() {
  quit_.cancel();
  interrupt_.cancel();
  log_over_.cancel();
  if (thread_.joinable()) thread_.join();
  if (log_thread_.joinable()) log_thread_.join();
}

void KubeRayJob::cancel() {
  cancelled_ = true;
  interrupt_.cancel();
}

void KubeRayJob::cancelTasks(const std::vector<training::TaskNumber>& tasks) {
  const MutexLock lock(mutex_);
  if (connection_ != nullptr && log_known_) return connection_->cancelTasks(run_.job, tasks);
  sink_.log(run_.job,
            "single tasks cannot be cancelled while Ray's dashboard is not reachable; cancel the job");
}

void KubeRayJob::run() {
  absl::Status status = prepare();
  if (status.ok() && !resumed_ && !cancelled_) status = submit();
  // What never answered is a wrong address rather than a cut: the job ends and says so.
  if (absl::IsUnavailable(status) || absl::IsDeadlineExceeded(status))
    status = failedPrecondition("{} Check the server of the kubeconfig's context.", messageOf(status));
  if (quit_.cancelled()) return;
  if (status.ok() && !cancelled_) {
    kube::Collection jobs = rayJobs(run_.cluster, access_);
    jobs.selector = fmt::format("{}={}", kLabel, submission_);
    kube::FollowOptions follow;
    follow.first_wait = options_.first_wait;
    bool gone = false;
    status = client_->follow(
        jobs, follow,
        [&](const kube::ObjectList& all) {
          gone = all.items.empty();
          return !gone && take(all.items.front().json);
        },
        [&](const kube::Event& event) {
          gone = event.kind == kube::Event::Kind::kDeleted;
          return !gone && take(event.object.json);
        },
        &interrupt_);
    if (status.ok() && gone) status = unavailable("the RayJob {} was deleted by somebody else", submission_);
  }
  if (quit_.cancelled()) return;
  if (cancelled_) {
    log_over_.cancel();
    if (client_ != nullptr) {
      clear();
    } else if (resumed_) {
      sink_.log(run_.job, fmt::format("'{}' may still run in Kubernetes; delete it by hand: {}", submission_,
                                      messageOf(status)));
    }
    book_->endRunning(Outcome::kCancelled, "cancelled");
    return end(absl::OkStatus());
  }
  if (status.ok()) {
    waitForLog();
    if (quit_.cancelled()) return;
    status = outcome();
  }
  log_over_.cancel();
  if (client_ != nullptr) clear();
  end(status);
}

absl::Status KubeRayJob::prepare() {
  AERIE_ASSIGN_OR_RETURN(access_, kube::loadKubeconfig(options_.kubeconfig, options_.context));
  AERIE_ASSIGN_OR_RETURN(client_, kube::KubeClient::create(access_, options_.request_timeout));
  return absl::OkStatus();
}

kube::Collection KubeRayJob::configMaps() const {
  return {"v1", "configmaps", rayJobs(run_.cluster, access_).name_space};
}

kube::RayWorkload KubeRayJob::workload() const {
  kube::RayWorkload w;
  w.name = submission_;
  w.name_space = configMaps().name_space;
  w.image = options_.image;
  w.ray_version = options_.ray_version;
  w.workers = run_.cluster.spec.hosts;
  w.cpus_per_worker = run_.cluster.spec.cpus_per_host;
  if (run_.cluster.spec.memory_per_host > 0)
    w.memory_per_worker = static_cast<std::uint64_t>(run_.cluster.spec.memory_per_host);
  w.labels = {{kLabel, submission_}, {"app.kubernetes.io/managed-by", "aerie"}};
  w.token_secret = options_.token_secret;
  w.files = submission_;
  w.job_id = submission_;
  w.command = {"python", kDriverFile, kPlanFile};
  w.working_dir = fmt::format("file://{}/{}", kube::kFilesFolder, kPackageFile);
  w.retries = options_.retries;
  return w;
}

absl::Status KubeRayJob::submit() {
  PlanOptions plan;
  plan.submission = submission_;
  AERIE_ASSIGN_OR_RETURN(const ray::Package package, packageOf(run_, planJson(run_, plan)));
  AERIE_RETURN_IF_ERROR(checkSize(package));
  kube::RayWorkload w = workload();
  AERIE_ASSIGN_OR_RETURN(w.pip, requirementLines(run_.requirements));
  AERIE_ASSIGN_OR_RETURN(const std::string manifest, kube::rayJobManifest(w));
  sink_.jobHandle(run_.job, submission_);
  AERIE_RETURN_IF_ERROR(
      client_
          ->apply(configMaps(), w.files, kube::configMapManifest(w, kPackageFile, package.zip), &interrupt_)
          .status());
  AERIE_RETURN_IF_ERROR(
      client_->apply(rayJobs(run_.cluster, access_), w.name, manifest, &interrupt_).status());
  sink_.log(run_.job, fmt::format("handed {} tasks to KubeRay as RayJob {} in namespace {}",
                                  run_.tasks.size(), submission_, w.name_space));
  return absl::OkStatus();
}

bool KubeRayJob::take(const std::string& json) {
  const auto state = kube::readRayJob(json);
  if (!state.ok()) return true;
  state_ = *state;
  if (const std::string text = stateText(state_); text != told_) {
    told_ = text;
    sink_.log(run_.job, "RayJob: " + text);
  }
  const bool runs = state_.job_status == "RUNNING" || state_.ended();
  if (runs && !log_thread_.joinable()) {
    sink_.jobReady(run_.job);
    // As the operator calls it unless it says otherwise: it shortens long names.
    const std::string service =
        state_.head_service.empty() ? state_.cluster + "-head-svc" : state_.head_service;
    log_thread_ = std::thread([this, url = state_.dashboard_url, service] { readLog(url, service); });
  }
  return !state_.ended();
}

absl::StatusOr<std::unique_ptr<ray::RayClient>> KubeRayJob::openDashboard(const std::string& url,
                                                                          const std::string& service,
                                                                          const http::Cancel& cancel) const {
  ray::RayOptions options;
  options.token = options_.token;
  options.timeout = options_.request_timeout;
  const std::string direct = url.empty() || url.find("://") != std::string::npos ? url : "http://" + url;
  if (const auto parsed = http::parseBaseUrl(direct); parsed.ok()) {
    auto client = ray::RayClient::connect(direct, options, &cancel);
    if (client.ok()) return client;
  }
  options.tls = access_.tls;
  options.proxy_token = access_.token;
  const std::string proxy =
      fmt::format("{}/api/v1/namespaces/{}/services/{}:8265/proxy", access_.server,
                  http::encodeSegment(configMaps().name_space), http::encodeSegment(service));
  Duration wait = options_.first_wait;
  for (int attempt = 1;; ++attempt, wait *= 2) {
    auto client = ray::RayClient::connect(proxy, options, &cancel);
    if (client.ok() || !absl::IsUnavailable(client.status()) || attempt == 4 || !waitUnless(cancel, wait))
      return client;
  }
}

void KubeRayJob::readLog(std::string dashboard, std::string service) {
  const auto connection = std::make_shared<RayConnection>(
      run_.cluster, ray_options_, sink_, [this, dashboard, service](const http::Cancel& cancel) {
        return openDashboard(dashboard, service, cancel);
      });
  {
    const MutexLock lock(mutex_);
    connection_ = connection;
  }
  const auto client = connection->client(log_over_);
  if (client.ok()) {
    log_known_ = true;
    connection->watch(run_.job, submission_, book_, run_.spec->limits.max_in_flight);
    FollowOptions follow;
    follow.first_wait = options_.first_wait;
    follow.patience = std::chrono::minutes(10);  // the RayJob's own state says when it is over
    (void)followJob(**client, submission_, *book_, follow, log_over_);
    connection->unwatch(run_.job);
  } else if (!log_over_.cancelled()) {
    sink_.log(
        run_.job,
        "Ray's dashboard is not reachable, so only the state of the whole job is known. Give this user the "
        "right to 'services/proxy' in the namespace. " +
            messageOf(client.status()));
  }
  {
    const MutexLock lock(mutex_);
    connection_ = nullptr;
  }
  log_ended_ = true;
}

void KubeRayJob::waitForLog() {
  const SystemClock clock;
  const MonoTime end = clock.monoNow() + options_.log_patience;
  while (log_thread_.joinable() && !log_ended_ && clock.monoNow() < end) {
    if (!waitUnless(interrupt_, std::chrono::milliseconds(50))) return;
  }
  log_over_.cancel();
  if (log_thread_.joinable()) log_thread_.join();
}

absl::Status KubeRayJob::outcome() {
  if (book_->finished()) return absl::OkStatus();
  const std::string why = state_.message.empty() ? stateText(state_) : state_.message;
  if (!state_.succeeded()) {
    if (book_->started()) return unavailable("the RayJob {} ended early: {}", submission_, why);
    return failedPrecondition("the RayJob {} failed: {}", submission_, why);
  }
  // The driver says success only when all tasks succeeded.
  if (run_.spec->tasks.outputs.empty() && !run_.spec->publish) {
    book_->endOpen(Outcome::kSucceeded, "");
    return absl::OkStatus();
  }
  return failedPrecondition(
      "the RayJob {} succeeded, but its outputs cannot be fetched because Ray's dashboard is not reachable: "
      "give this "
      "user the right to 'services/proxy' in the namespace",
      submission_);
}

void KubeRayJob::clear() {
  const absl::Status job = client_->remove(rayJobs(run_.cluster, access_), submission_, &quit_);
  const absl::Status files = client_->remove(configMaps(), submission_, &quit_);
  if (quit_.cancelled()) return;
  for (const absl::Status& status : {job, files}) {
    if (!status.ok())
      sink_.log(run_.job, fmt::format("'{}' remains in Kubernetes; delete it by hand: {}", submission_,
                                      messageOf(status)));
  }
}

void KubeRayJob::end(const absl::Status& status) {
  book_->endRunning(Outcome::kLost, status.ok() ? "Ray did not say what became of it" : messageOf(status));
  done_ = true;
  sink_.jobEnded(run_.job, status);
}

}  // namespace aerie::engines
