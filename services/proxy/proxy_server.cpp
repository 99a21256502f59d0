#include "services/proxy/proxy_server.h"

#include <array>
#include <sstream>
#include <unistd.h>

#include "core/base/files.h"
#include "core/base/status.h"
#include "core/telemetry/log.h"
#include "services/common/metrics_server.h"
#include "services/common/rpc_server.h"
#include "services/common/stop_signal.h"
#include "services/proxy/config_stream.h"
#include "services/proxy/grpc_worker_client.h"
#include "services/proxy/last_good_file.h"
#include "services/proxy/local_worker_client.h"
#include "services/proxy/oip_service.h"
#include "services/proxy/prediction_service.h"

namespace aerie::proxy {
namespace {

std::vector<std::string> splitAddresses(const std::string& text) {
  std::vector<std::string> result;
  std::istringstream in(text);
  for (std::string address; std::getline(in, address, ',');) {
    if (!address.empty()) result.push_back(address);
  }
  return result;
}

std::string defaultProxyId() {
  std::array<char, 256> host{};
  if (::gethostname(host.data(), host.size() - 1) != 0) host = {'p', 'r', 'o', 'x', 'y'};
  return fmt::format("{}-{}", host.data(), ::getpid());
}

}  // namespace

void addProxySettings(services::Settings& settings, ProxyOptions& options) {
  services::addCommonSettings(settings, options.common);
  settings.text("control", &options.control,
                "Address of the control plane, which streams the routing config");
  settings.text("config-file", &options.config_file,
                "Static mode: routing, worker and experiment documents (YAML) instead of a control plane");
  settings.text("last-good", &options.last_good,
                "File that keeps the last good config, used when the control plane is away");
  settings.text("proxy-id", &options.proxy_id,
                "Name in the control plane's list; default: host name and process id");
  settings.integer("max-in-flight", &options.max_in_flight,
                   "Requests at once in this proxy; beyond: RESOURCE_EXHAUSTED", 1, 1'000'000);
  settings.integer("max-items", &options.max_items, "Most items of one request", 1, 10'000'000);
  settings.integer("max-shadows", &options.max_shadows, "Shadow calls at once; beyond they are dropped", 0,
                   1'000'000);
  settings.integer("connections-per-replica", &options.connections_per_replica,
                   "Transports to each worker replica", 1, 16);
  settings.integer("drain-ms", &options.drain_ms, "Longest wait for calls in flight when stopping", 0,
                   600'000);
}

// Members are in order of construction; shutdown() takes them apart in the other direction.
struct ProxyServer::Parts {
  Parts(const ProxyOptions& given, const Clock& the_clock)
      : options(given),
        clock(the_clock),
        stats(clock, metrics),
        config(clock, stats, [this](const std::string& url) { return createWorkerClient(url); },
               {{}, {}, options.last_good}),
        world{clock, timers, config, stats, worldOptions(given)} {}

  static PredictionWorld::Options worldOptions(const ProxyOptions& options) {
    PredictionWorld::Options result;
    result.max_in_flight = static_cast<std::uint32_t>(options.max_in_flight);
    result.max_shadows_in_flight = static_cast<std::uint32_t>(options.max_shadows);
    result.limits.max_rows = static_cast<std::size_t>(options.max_items);
    return result;
  }

  v1::ProxyStatus status() {
    v1::ProxyStatus status;
    status.set_proxy_id(options.proxy_id);
    {
      const MutexLock lock(mutex);
      status.set_address(address);
    }
    status.set_started_unix_ms(unixMillis(started));
    status.set_retries(world.counters.retries.load(std::memory_order_relaxed));
    status.set_hedges(world.counters.hedges.load(std::memory_order_relaxed));
    config.fill(&status);
    stats.fill(&status);
    exportGauges(status);
    return status;
  }

  // Numbers that are looked at rather than counted; refreshed with each status, which is every second.
  void exportGauges(const v1::ProxyStatus& status) {
    metrics.gauge("aerie_proxy_in_flight_requests", "Requests in flight")
        .Set(world.in_flight.load(std::memory_order_relaxed));
    metrics.gauge("aerie_proxy_config_revision", "Applied config revision")
        .Set(static_cast<double>(status.config_revision()));
    metrics.gauge("aerie_proxy_config_refused", "1 when the newest config was refused")
        .Set(status.refused_reason().empty() ? 0 : 1);
    const MutexLock lock(mutex);
    prometheus::Counter& retries =
        metrics.counter("aerie_proxy_retries_total", "Chunks sent again to another replica");
    retries.Increment(static_cast<double>(status.retries()) - retries.Value());
    prometheus::Counter& hedges =
        metrics.counter("aerie_proxy_hedges_total", "Chunks sent twice because the first was slow");
    hedges.Increment(static_cast<double>(status.hedges()) - hedges.Value());
    for (const v1::ReplicaHealth& replica : status.replicas()) {
      metrics
          .gauge("aerie_proxy_replica_healthy", "1 when the replica gets traffic",
                 {{"endpoint", replica.endpoint()}, {"url", replica.url()}})
          .Set(replica.healthy() ? 1 : 0);
    }
  }

  absl::StatusOr<std::unique_ptr<WorkerClient>> createWorkerClient(const std::string& url) {
    AERIE_ASSIGN_OR_RETURN(
        std::unique_ptr<WorkerClient> remote,
        GrpcWorkerClient::create(url, options.common.channelOptions(),
                                 static_cast<int>(options.connections_per_replica), clock, calls));
    const std::string path = local_call::localSocketPath(url);
    if (path.empty() || local_calls == nullptr) return remote;
    return std::make_unique<LocalWorkerClient>(path, *local_calls, std::move(remote));
  }

  absl::Status loadConfig();
  absl::Status serve();
  void shutdown();

  ProxyOptions options;
  const Clock& clock;
  const WallTime started = clock.wallNow();
  telemetry::Metrics metrics;
  TrafficStats stats;
  GrpcTimers timers;
  std::shared_ptr<CallRegistry> calls = std::make_shared<CallRegistry>();
  std::shared_ptr<local_call::AsyncLoop> local_calls;  // null before serve()
  ServingConfig config;
  PredictionWorld world;
  Mutex mutex;
  std::string address AERIE_GUARDED_BY(mutex);
  std::unique_ptr<services::Authenticator> authenticator;
  std::unique_ptr<PredictionService> predictions;
  std::unique_ptr<OipService> oip;
  std::unique_ptr<services::MetricsServer> metrics_server;
  std::unique_ptr<services::RpcServer> server;
  std::unique_ptr<ConfigStream> stream;
};

absl::Status ProxyServer::Parts::loadConfig() {
  if (!options.config_file.empty()) {
    AERIE_ASSIGN_OR_RETURN(const v1::ProxyConfigSnapshot snapshot, readConfigFile(options.config_file));
    const absl::Status applied = config.apply(snapshot, "config file");
    return applied.ok() ? applied
                        : withContext(absl::Status(absl::StatusCode::kInvalidArgument, applied.message()),
                                      options.config_file);
  }
  if (options.last_good.empty()) {
    log::get("proxy")->warn(
        "last_good_off reason=\"no last-good file is set: a restart without the control plane serves "
        "nothing\"");
  } else {
    (void)config.applyLastGood();  // logged and in ProxyStatus; the control plane may still help
  }
  return absl::OkStatus();
}

absl::Status ProxyServer::Parts::serve() {
  AERIE_ASSIGN_OR_RETURN(authenticator, services::Authenticator::load(options.common.token_file));
  AERIE_ASSIGN_OR_RETURN(local_calls, local_call::AsyncLoop::start());
  AERIE_RETURN_IF_ERROR(loadConfig());
  std::shared_ptr<grpc::Channel> control;
  if (options.config_file.empty()) {
    AERIE_ASSIGN_OR_RETURN(control, net::connect(options.control, options.common.channelOptions()));
  }
  predictions = std::make_unique<PredictionService>(world, *authenticator, [this] { return status(); });
  oip = std::make_unique<OipService>(world, *authenticator);
  services::RpcServerOptions server_options;
  server_options.listen = splitAddresses(options.common.listen);
  server_options.tls = options.common.tls();
  if (!authenticator->open()) server_options.authenticator = authenticator.get();
  AERIE_ASSIGN_OR_RETURN(metrics_server,
                         services::MetricsServer::start(options.common.metrics_listen, metrics,
                                                        options.common.metrics_allow_remote));
  AERIE_ASSIGN_OR_RETURN(server, services::RpcServer::start(server_options, {predictions.get(), oip.get()}));
  {
    const MutexLock lock(mutex);
    address = server->addresses().front();
  }
  server->setServing("aerie.v1.PredictionProxy", true);
  server->setServing("inference.GRPCInferenceService", true);
  if (control != nullptr) {
    ConfigStream::Options following;
    following.metrics_address = metrics_server->address();
    stream = std::make_unique<ConfigStream>(
        control, options.control, [this] { return status(); },
        [this](const v1::ProxyConfigSnapshot& snapshot) { (void)config.apply(snapshot, "control plane"); },
        std::move(following));
  }
  return absl::OkStatus();
}

void ProxyServer::Parts::shutdown() {
  stream.reset();
  if (server != nullptr) {
    server->setServing("", false);
    server->setServing("aerie.v1.PredictionProxy", false);
    server->setServing("inference.GRPCInferenceService", false);
    world.drain(std::chrono::milliseconds(options.drain_ms));
    // gRPC waits for idle clients to acknowledge its farewell, which they only read when they next call: a
    // short grace is enough for the last answers to be sent.
    server->shutdown(std::chrono::milliseconds(100));
  }
  if (local_calls != nullptr) local_calls->shutdown();
  calls->cancelAndWait();
  server.reset();
  metrics_server.reset();
}

ProxyServer::ProxyServer(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

ProxyServer::~ProxyServer() { shutdown(); }

absl::StatusOr<std::unique_ptr<ProxyServer>> ProxyServer::start(const ProxyOptions& options,
                                                                const Clock& clock) {
  auto parts = std::make_unique<Parts>(options, clock);
  if (parts->options.proxy_id.empty()) parts->options.proxy_id = defaultProxyId();
  const absl::Status status = parts->serve();
  std::unique_ptr<ProxyServer> server(new ProxyServer(std::move(parts)));
  if (!status.ok()) return status;
  return server;
}

const std::vector<std::string>& ProxyServer::addresses() const { return parts_->server->addresses(); }
const std::string& ProxyServer::metricsAddress() const { return parts_->metrics_server->address(); }
void ProxyServer::shutdown() { parts_->shutdown(); }

absl::Status runProxy(const ProxyOptions& options) {
  const SystemClock clock;
  AERIE_ASSIGN_OR_RETURN(const std::unique_ptr<ProxyServer> server, ProxyServer::start(options, clock));
  log::get("proxy")->info("serving address={} metrics={}", server->addresses().front(),
                          server->metricsAddress());
  if (!options.common.address_file.empty()) {
    AERIE_RETURN_IF_ERROR(writeFileAtomic(options.common.address_file, server->addresses().front()));
  }
  services::waitForStop();
  log::get("proxy")->info("stopping");
  server->shutdown();
  return absl::OkStatus();
}

}  // namespace aerie::proxy
