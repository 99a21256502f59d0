#include "services/training/training_server.h"

#include <cstdlib>
#include <signal.h>
#include <sstream>

#include "core/base/child_process.h"
#include "core/base/crypto.h"
#include "core/base/files.h"
#include "core/base/status.h"
#include "core/telemetry/log.h"
#include "services/common/metrics_server.h"
#include "services/common/rpc_server.h"
#include "services/common/state_lock.h"
#include "services/common/stop_signal.h"
#include "services/training/engines.h"
#include "services/training/registry_publisher.h"
#include "services/training/training_service.h"

namespace aerie::training_service {
namespace {

constexpr std::chrono::milliseconds kGrace{500};
constexpr auto kGauges = std::chrono::seconds(1);

std::vector<std::string> splitAddresses(const std::string& text) {
  std::vector<std::string> result;
  std::istringstream in(text);
  for (std::string address; std::getline(in, address, ',');) {
    if (!address.empty()) result.push_back(address);
  }
  return result;
}

// Tasks find our own programs (aerie-train-xgboost) without a path.
void putOurselvesIntoPath() {
  const std::string ours = executableDirectory().string();
  const char* before = std::getenv("PATH");  // NOLINT(concurrency-mt-unsafe): before any thread
  const std::string path = before == nullptr || *before == '\0' ? "/usr/local/bin:/usr/bin:/bin" : before;
  if ((":" + path + ":").find(":" + ours + ":") != std::string::npos) return;
  ::setenv("PATH", (path + ":" + ours).c_str(), 1);  // NOLINT(concurrency-mt-unsafe): before any thread
}

}  // namespace

// In order of construction; shutdown() takes them apart in the other direction.
struct TrainingServer::Parts {
  explicit Parts(TrainingOptions given) : options(std::move(given)) {}

  TrainingOptions options;
  SystemClock clock;
  telemetry::Metrics metrics;
  std::unique_ptr<services::StateLock> lock;
  std::unique_ptr<services::Authenticator> authenticator;
  std::unique_ptr<RegistryPublisher> publisher;
  std::unique_ptr<training::Coordinator> coordinator;
  std::optional<Executor> executor;
  std::optional<services::Ticker> ticker;
  std::optional<Environment> environment;
  std::optional<TrainingService> service;
  std::unique_ptr<services::MetricsServer> metrics_server;
  std::unique_ptr<services::RpcServer> server;

  absl::Status open();
  absl::Status serve();
  void exportGauges();
  void shutdown();
};

absl::Status TrainingServer::Parts::open() {
  AERIE_RETURN_IF_ERROR(completeOptions(options));
  AERIE_ASSIGN_OR_RETURN(lock, services::StateLock::acquire(options.state_dir, "training daemon"));
  AERIE_ASSIGN_OR_RETURN(authenticator, services::Authenticator::load(options.common.token_file));
  if (!options.control.empty()) {
    AERIE_ASSIGN_OR_RETURN(const SigningKey key, SigningKey::loadOrCreate(options.signing_key));
    log::get("training")
        ->info("signs_with public_key={} file={}", toHex(key.publicKey()), options.signing_key);
    publisher = std::make_unique<RegistryPublisher>(
        RegistryPublisher::Options{options.control, options.common.channelOptions(), options.code}, key);
  }
  AERIE_ASSIGN_OR_RETURN(training::CoordinatorOptions wanted, coordinatorOptions(options));
  AERIE_ASSIGN_OR_RETURN(wanted.engines, engineFactories(options));
  wanted.publisher = publisher.get();
  wanted.clock = &clock;
  AERIE_ASSIGN_OR_RETURN(coordinator, training::Coordinator::start(std::move(wanted)));
  const training::Coordinator::Stats stats = coordinator->stats();
  log::get("training")
      ->info("limits kind=\"{}\" reason=\"{}\" jobs_open={} tasks_running={}", stats.limits,
             stats.limits_reason, stats.jobs_open, stats.tasks_running);
  return absl::OkStatus();
}

absl::Status TrainingServer::Parts::serve() {
  executor.emplace(Executor::Options{4, 10'000});
  ticker.emplace();
  environment.emplace(Environment{
      {"training", "training daemon", *authenticator, metrics, *executor}, *coordinator, *ticker});
  service.emplace(*environment);
  if (!options.common.metrics_listen.empty()) {
    AERIE_ASSIGN_OR_RETURN(metrics_server,
                           services::MetricsServer::start(options.common.metrics_listen, metrics,
                                                          options.common.metrics_allow_remote));
  }
  services::RpcServerOptions rpc;
  rpc.listen = splitAddresses(options.common.listen);
  rpc.tls = options.common.tls();
  rpc.authenticator = authenticator.get();
  AERIE_ASSIGN_OR_RETURN(server, services::RpcServer::start(rpc, {&*service}));
  server->setServing("aerie.v1.TrainingService", true);
  exportGauges();
  ticker->every(kGauges, [this] { exportGauges(); });
  return absl::OkStatus();
}

void TrainingServer::Parts::exportGauges() {
  const training::Coordinator::Stats stats = coordinator->stats();
  const auto gauge = [&](const char* name, const char* help, std::int64_t value) {
    metrics.gauge(name, help).Set(static_cast<double>(value));
  };
  gauge("aerie_training_jobs_open", "Jobs that are not over", stats.jobs_open);
  gauge("aerie_training_tasks_waiting", "Tasks that wait", stats.tasks_waiting);
  gauge("aerie_training_tasks_running", "Tasks that run", stats.tasks_running);
  gauge("aerie_training_clusters", "Clusters that are not gone", stats.clusters);
  gauge("aerie_training_store_failing", "1 while the state directory cannot be written",
        stats.trouble.empty() ? 0 : 1);
  const auto counter = [&](const char* name, const char* help, std::int64_t value) {
    prometheus::Counter& one = metrics.counter(name, help);
    one.Increment(static_cast<double>(value) - one.Value());
  };
  counter("aerie_training_attempts_started_total", "Attempts started", stats.started_total);
  counter("aerie_training_tasks_succeeded_total", "Tasks that succeeded", stats.succeeded_total);
  counter("aerie_training_tasks_failed_total", "Tasks that failed for good", stats.failed_total);
  counter("aerie_training_attempts_lost_total", "Attempts lost by no fault of the task", stats.lost_total);
}

void TrainingServer::Parts::shutdown() {
  if (server != nullptr) {
    server->setServing("", false);
    server->setServing("aerie.v1.TrainingService", false);
    server->shutdown(kGrace);
    server.reset();
  }
  if (ticker) ticker->stop();
  if (executor) executor->drain();
  if (coordinator != nullptr && options.stop_tasks) coordinator->stopTasks();
  service.reset();
  environment.reset();
  coordinator.reset();
  metrics_server.reset();
}

TrainingServer::TrainingServer(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
TrainingServer::~TrainingServer() { shutdown(); }
const std::string& TrainingServer::address() const { return parts_->server->addresses().front(); }
std::string TrainingServer::metricsAddress() const {
  return parts_->metrics_server ? parts_->metrics_server->address() : "";
}
void TrainingServer::shutdown() { parts_->shutdown(); }

absl::StatusOr<std::unique_ptr<TrainingServer>> TrainingServer::start(TrainingOptions options) {
  auto parts = std::make_unique<Parts>(std::move(options));
  Parts& p = *parts;
  // From here on the destructor stops whatever has been started.
  std::unique_ptr<TrainingServer> server(new TrainingServer(std::move(parts)));
  AERIE_RETURN_IF_ERROR(p.open());
  AERIE_RETURN_IF_ERROR(p.serve());
  return server;
}

absl::Status runTraining(const TrainingOptions& options) {
  // Parents and terminals may go away while we write logs.
  ::signal(SIGPIPE, SIG_IGN);
  // A file that may not grow any more is an error of the write, as a full disk is.
  ::signal(SIGXFSZ, SIG_IGN);
  putOurselvesIntoPath();
  AERIE_ASSIGN_OR_RETURN(const std::unique_ptr<TrainingServer> server, TrainingServer::start(options));
  if (!options.common.address_file.empty())
    AERIE_RETURN_IF_ERROR(writeFileAtomic(options.common.address_file, server->address()));
  log::get("training")
      ->info("serving address={} metrics={} state_dir={}", server->address(), server->metricsAddress(),
             options.state_dir);
  services::waitForStop();
  log::get("training")->info("stopping tasks={}", options.stop_tasks ? "ended" : "go_on");
  server->shutdown();
  return absl::OkStatus();
}

}  // namespace aerie::training_service
