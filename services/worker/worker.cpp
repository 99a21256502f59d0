#include "services/worker/worker.h"

#include <csignal>

#include "core/base/files.h"
#include "core/base/status.h"
#include "core/telemetry/log.h"
#include "services/common/stop_signal.h"
#include "services/worker/bundle_download.h"

namespace aerie::worker {
namespace {

constexpr const char* kHealthName = "aerie.v1.Worker";
constexpr std::size_t kMiB = 1ULL << 20;

}  // namespace

Worker::Worker(WorkerOptions options, Clock& clock)
    : options_(std::move(options)),
      clock_(clock),
      worker_metrics_(metrics_, clock, options_.endpoint),
      state_(options_.endpoint, worker_metrics_, clock),
      service_(state_, authenticator_) {}

absl::StatusOr<std::unique_ptr<Worker>> Worker::start(WorkerOptions options, Clock& clock) {
  AERIE_RETURN_IF_ERROR(checkOptions(options));
  std::unique_ptr<Worker> worker(new Worker(std::move(options), clock));
  AERIE_RETURN_IF_ERROR(worker->serve());
  worker->loading_ = std::thread([raw = worker.get()] { raw->loadAndReport(); });
  return worker;
}

Worker::~Worker() { (void)stop(); }

absl::Status Worker::serve() {
  AERIE_ASSIGN_OR_RETURN(authenticator_, services::Authenticator::load(options_.common.token_file));
  AERIE_ASSIGN_OR_RETURN(metrics_server_,
                         services::MetricsServer::start(options_.common.metrics_listen, metrics_,
                                                        options_.common.metrics_allow_remote));
  services::RpcServerOptions rpc;
  rpc.listen = {options_.common.listen};
  rpc.tls = options_.common.tls();
  if (!authenticator_->open()) rpc.authenticator = authenticator_.get();
  AERIE_ASSIGN_OR_RETURN(server_, services::RpcServer::start(rpc, {&service_}));
  if (const std::string path = local_call::localSocketPath(options_.common.listen);
      !path.empty() && authenticator_->open()) {
    local_call::Server::Options local;
    local.max_connections = static_cast<std::size_t>(options_.max_in_flight);
    AERIE_ASSIGN_OR_RETURN(
        local_server_,
        local_call::Server::start(
            path, [this](local_call::ServerCall& call) { service_.predictLocally(call); }, local));
  }
  setServing(false);
  log::get("worker")->info("listening address={} metrics={} endpoint={} replica={}", address(),
                           metricsAddress(), options_.endpoint, options_.replica);
  if (options_.common.address_file.empty()) return absl::OkStatus();
  return writeFileAtomic(options_.common.address_file, address() + "\n");
}

void Worker::setServing(bool serving) {
  server_->setServing("", serving);
  server_->setServing(kHealthName, serving);
  worker_metrics_.setReady(serving);
}

void Worker::loadAndReport() {
  const absl::Status status = load();
  if (status.ok() || stopping_) return;
  log::get("worker")->error("load_failed {}", toText(status));
  state_.setPhase(v1::WorkerStatus::FAILED, toText(status));
  const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(options_.failed_linger_ms);
  {
    const MutexLock lock(mutex_);
    failure_ = status;
    while (!stopping_ && stop_wake_.wait_until(mutex_, end) != std::cv_status::timeout) {
    }
  }
  if (!stopping_) services::requestStop();
}

absl::Status Worker::load() {
  std::filesystem::path archive = options_.bundle;
  if (!options_.registry.empty()) {
    state_.setPhase(v1::WorkerStatus::LOADING, fmt::format("downloading {}@{} from {}", options_.model,
                                                           options_.version, options_.registry));
    archive = options_.directory() / "download.aerie";
    DownloadOptions download;
    download.registry = options_.registry;
    download.model = options_.model;
    download.version = options_.version;
    download.channel = options_.common.channelOptions();
    AERIE_RETURN_IF_ERROR(downloadBundle(download, archive, stopping_));
  }
  state_.setPhase(v1::WorkerStatus::LOADING, "loading the bundle");
  ModelHost::Callbacks callbacks;
  callbacks.on_runtime_change = [this](bool up, const std::string& why) { onRuntimeChange(up, why); };
  callbacks.stopping = [this] { return stopping_.load(); };
  AERIE_ASSIGN_OR_RETURN(host_, ModelHost::load(options_, archive, clock_, std::move(callbacks)));
  const v1::BundleManifest& manifest = host_->bundle().manifest;
  state_.setModel(manifest.model(), host_->version(), host_->bundle().digest);
  worker_metrics_.setInfo(manifest.model(), host_->version(), options_.replica, host_->bundle().digest);
  state_.setPhase(v1::WorkerStatus::SELF_TEST,
                  fmt::format("{} rows", bundle::selfTestRows(host_->bundle().self_test)));
  AERIE_RETURN_IF_ERROR(host_->selfTest());
  if (stopping_) return absl::CancelledError("stopping");
  state_.setPhase(v1::WorkerStatus::WARM_UP, fmt::format("{} predictions", options_.warm_up));
  AERIE_RETURN_IF_ERROR(host_->warmUp(options_.warm_up));
  AERIE_RETURN_IF_ERROR(openFeatureLog());
  Executor::Options threads;
  threads.threads = static_cast<int>(options_.threads);
  threads.queue_limit = static_cast<std::size_t>(options_.max_in_flight);
  executor_ = std::make_unique<Executor>(threads);
  PipelineOptions pipeline;
  pipeline.identity = {manifest.model(), host_->version(), options_.endpoint, options_.replica};
  pipeline.max_rows = static_cast<std::size_t>(options_.max_rows);
  pipeline.max_in_flight = static_cast<std::size_t>(options_.max_in_flight);
  pipeline.request_timeout = std::chrono::milliseconds(options_.request_timeout_ms);
  pipeline_ = std::make_unique<WorkerPipeline>(
      PipelineParts{&host_->loader(), &host_->preprocessor(), &host_->runtime(), log_.get(), &worker_metrics_,
                    executor_.get(), &clock_, host_->cache(), host_->zones()},
      pipeline);
  state_.setPipeline(pipeline_.get());
  const MutexLock lock(mutex_);
  // An outside runtime has no supervisor that would tell.
  if (options_.runtime != "sidecar") runtime_up_ = true;
  if (stopping_) return absl::OkStatus();
  if (!runtime_up_) {
    state_.setPhase(v1::WorkerStatus::LOADING, "the sidecar is being restarted");
    return absl::OkStatus();
  }
  state_.setPhase(v1::WorkerStatus::READY, "");
  setServing(true);
  return absl::OkStatus();
}

absl::Status Worker::openFeatureLog() {
  if (options_.feature_log.empty()) return absl::OkStatus();
  telemetry::FeatureLogOptions log;
  log.directory = options_.feature_log;
  log.prefix = options_.replica;
  log.clock = &clock_;
  log.queue_bytes = static_cast<std::size_t>(options_.feature_log_queue_mb) * kMiB;
  log.segment_bytes = static_cast<std::size_t>(options_.feature_log_segment_mb) * kMiB;
  log.segment_age = std::chrono::seconds(options_.feature_log_segment_seconds);
  log.retention_bytes = static_cast<std::uintmax_t>(options_.feature_log_retention_mb) * kMiB;
  log.retry_after = std::chrono::seconds(options_.feature_log_retry_seconds);
  log.flush_interval = std::chrono::milliseconds(options_.feature_log_flush_ms);
  log.on_drop = [this](telemetry::DropReason reason, std::size_t records) {
    worker_metrics_.countLogDrop(reason, records);
  };
  AERIE_ASSIGN_OR_RETURN(log_, telemetry::FeatureLog::open(std::move(log)));
  return absl::OkStatus();
}

void Worker::onRuntimeChange(bool up, const std::string& why) {
  const MutexLock lock(mutex_);
  const bool came_back = up && !runtime_up_ && state_.pipeline() != nullptr;
  runtime_up_ = up;
  if (!up) {
    worker_metrics_.countSidecarRestart();
    if (state_.changePhase(v1::WorkerStatus::READY, v1::WorkerStatus::LOADING, why)) {
      setServing(false);
    } else if (state_.pipeline() != nullptr) {  // another attempt that failed: the newest reason counts
      state_.changePhase(v1::WorkerStatus::LOADING, v1::WorkerStatus::LOADING, why);
    }
  } else if (came_back && !stopping_) {
    if (state_.changePhase(v1::WorkerStatus::LOADING, v1::WorkerStatus::READY, "")) setServing(true);
  }
}

absl::Status Worker::stop() {
  {
    const MutexLock lock(mutex_);
    if (stopped_) return failure_;
    stopped_ = true;
    stopping_ = true;
    if (failure_.ok()) state_.setPhase(v1::WorkerStatus::DRAINING, "finishing the requests under way");
    if (server_ != nullptr) setServing(false);
    stop_wake_.notify_all();
  }
  if (loading_.joinable()) loading_.join();
  const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(options_.drain_timeout_ms);
  if (pipeline_ != nullptr && !pipeline_->waitIdle(std::chrono::milliseconds(options_.drain_timeout_ms))) {
    log::get("worker")->warn("drain_timeout {} requests are cut off after {} ms", pipeline_->inFlight(),
                             options_.drain_timeout_ms);
    host_->stopSidecar();
  }
  const auto left =
      std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
  if (local_server_ != nullptr) local_server_->shutdown();
  // Requests that came meanwhile get at least a second.
  if (server_ != nullptr) server_->shutdown(std::max(left, std::chrono::milliseconds(1'000)));
  state_.setPipeline(nullptr);
  if (pipeline_ != nullptr) {
    executor_.reset();
    // The server has seen every answer; what is left of a call is a few instructions.
    while (!pipeline_->waitIdle(std::chrono::seconds(1))) {
    }
    pipeline_.reset();
  }
  if (log_ != nullptr) log_->close();
  host_.reset();
  removeFiles();
  log::get("worker")->info("stopped requests={} rows={}", worker_metrics_.requests(), worker_metrics_.rows());
  const MutexLock lock(mutex_);
  return failure_;
}

void Worker::removeFiles() {
  std::error_code error;
  std::filesystem::remove_all(options_.directory() / "bundle", error);
  std::filesystem::remove(options_.directory() / "download.aerie", error);
}

int runWorker(int argc, char** argv) {
  // A full disk, or a file size limit, is an error of write() and not the end of the process.
  std::signal(SIGXFSZ, SIG_IGN);
  WorkerOptions options;
  services::Settings settings("aerie-worker",
                              "Serves one model version: features, preprocessing, prediction, feature log.");
  addWorkerSettings(settings, options);
  bool load_failed = false;
  const int code = services::runProgram(argc, argv, settings, options.common, [&]() -> absl::Status {
    SystemClock clock;
    AERIE_ASSIGN_OR_RETURN(const std::unique_ptr<Worker> worker, Worker::start(options, clock));
    services::waitForStop();
    const absl::Status status = worker->stop();
    load_failed = !status.ok();
    return status;
  });
  return load_failed ? 3 : code;
}

}  // namespace aerie::worker
