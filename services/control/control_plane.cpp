#include "services/control/control_plane.h"

#include <signal.h>

#include "core/artifacts/directory_artifact_store.h"
#include "core/base/files.h"
#include "core/base/status.h"
#include "core/deploy/local_process_launcher.h"
#include "core/telemetry/log.h"
#include "services/common/state_lock.h"
#include "services/common/stop_signal.h"
#include "services/control/alert_rules.h"
#include "services/control/deployment_service.h"
#include "services/control/experiment_service.h"
#include "services/control/monitor.h"
#include "services/control/monitoring_service.h"
#include "services/control/proxy_config_service.h"
#include "services/control/registry_service.h"
#include "services/control/routing_service.h"
#include "services/control/system_service.h"
#include "services/control/to_proto.h"
#include "services/control/version_source.h"
#include "services/control/worker_command.h"
#include "services/control/worker_probe.h"
#include "services/control/world.h"

namespace aerie::control {

// In order of construction; destroyed in reverse by stop() and the destructor.
struct ControlPlane::Parts {
  explicit Parts(ControlOptions o)
      : options(std::move(o)), proxies(clock, options.proxy_settle, options.proxy_forget) {}

  ControlOptions options;
  SystemClock clock;
  telemetry::Metrics metrics;
  std::int64_t started_ms = 0;
  std::atomic<bool> files_due{false};  // writeMonitoringFiles() is queued
  std::unique_ptr<services::StateLock> lock;
  std::unique_ptr<services::Authenticator> authenticator;
  std::optional<storage::Database> database;
  std::optional<storage::Database> history_database;
  std::unique_ptr<monitoring::History> history;
  std::optional<monitoring::Ledger> ledger;
  std::optional<monitoring::AlertStore> stored_alerts;
  std::optional<monitoring::EffectBook> effects;
  std::unique_ptr<artifacts::DirectoryArtifactStore> artifacts;
  std::optional<registry::Registry> registry;
  std::optional<RegistryVersions> versions;
  std::optional<experiments::ExperimentRepository> experiments;
  ProxyTable proxies;
  std::unique_ptr<ConfigStore> configs;
  std::optional<AuditLog> audit;
  std::optional<RequestMemory> requests;
  std::optional<deploy::DeploymentRepository> repository;
  std::unique_ptr<deploy::LocalProcessLauncher> own_launcher;
  std::unique_ptr<WorkerProbe> own_probe;
  deploy::Launcher* launcher = nullptr;
  deploy::ReplicaProbe* probe = nullptr;
  std::unique_ptr<deploy::DeploymentController> deployments;
  std::unique_ptr<reconcile::Reconciler> reconciler;
  std::optional<UsageTable> usage;
  std::optional<Executor> executor;
  std::optional<Ticker> ticker;
  std::optional<World> world;
  std::optional<Monitor> monitor;
  std::optional<Environment> environment;
  std::optional<RegistryService> registry_service;
  std::optional<DeploymentService> deployment_service;
  std::optional<RoutingService> routing_service;
  std::optional<ExperimentService> experiment_service;
  std::optional<SystemService> system_service;
  std::optional<MonitoringService> monitoring_service;
  std::optional<ProxyConfigService> proxy_service;
  std::unique_ptr<services::MetricsServer> metrics_server;
  std::unique_ptr<services::RpcServer> server;

  absl::Status openState();
  absl::Status openMonitoring();
  absl::Status openDeployments(Seams seams);
  void openServices();
  absl::Status serve();
  void stop();
  void stopWorkers();

  void fillStatus(v1::SystemStatus& status) const;
  void fillPart(World::Part part, v1::WorldUpdate& update);
  void deploymentChanged(const std::string& endpoint);
  void writeMonitoringFiles();
  std::filesystem::path state() const { return options.state_dir; }
};

absl::Status ControlPlane::Parts::openState() {
  AERIE_RETURN_IF_ERROR(completeOptions(options));
  started_ms = unixMillis(clock.wallNow());
  AERIE_ASSIGN_OR_RETURN(lock, services::StateLock::acquire(state()));
  AERIE_ASSIGN_OR_RETURN(authenticator, services::Authenticator::load(options.common.token_file));
  const storage::MigrationSet sets[] = {{"registry", registry::kRegistryMigrations},
                                        {"experiments", experiments::kExperimentMigrations},
                                        {"deploy", deploy::kDeployMigrations},
                                        {"control", kControlMigrations}};
  auto opened = storage::Database::open(state() / "control.db", sets);
  if (!opened.ok()) return opened.status();
  database.emplace(*std::move(opened));
  audit.emplace(*database, clock);
  AERIE_RETURN_IF_ERROR(audit->verify());
  requests.emplace(*database);
  AERIE_ASSIGN_OR_RETURN(artifacts, artifacts::DirectoryArtifactStore::open(state() / "artifacts"));
  bundle::TrustedKeys trusted;
  if (std::filesystem::exists(options.trusted_keys)) {
    AERIE_ASSIGN_OR_RETURN(trusted, bundle::TrustedKeys::load(options.trusted_keys));
  } else {
    log::get("control")->warn(
        "no_trusted_keys file={} every bundle will be refused; put the public keys of your signers there",
        options.trusted_keys);
  }
  registry.emplace(*database, *artifacts, std::move(trusted), clock);
  versions.emplace(*registry);
  experiments.emplace(*database, clock);
  AERIE_ASSIGN_OR_RETURN(configs,
                         ConfigStore::open(*database, clock, *experiments, proxies, options.environment));
  repository.emplace(*database);
  return absl::OkStatus();
}

absl::Status ControlPlane::Parts::openDeployments(Seams seams) {
  executor.emplace(Executor::Options{4, 10'000});
  ticker.emplace();
  world.emplace(*executor, *ticker);
  launcher = seams.launcher;
  probe = seams.probe;
  if (launcher == nullptr) {
    deploy::LocalProcessLauncher::Options local;
    local.state_dir = state();
    local.run_dir = options.run_dir;
    local.command = [this](const deploy::ReplicaSpec& spec) { return workerCommand(options, spec); };
    AERIE_ASSIGN_OR_RETURN(own_launcher, deploy::LocalProcessLauncher::create(std::move(local)));
    own_probe = std::make_unique<WorkerProbe>(clock, *ticker, [this](const std::string& endpoint) {
      if (reconciler) reconciler->touch(endpoint);
    });
    launcher = own_launcher.get();
    probe = own_probe.get();
  }
  usage.emplace(*launcher, clock);

  deploy::ControllerOptions controller;
  controller.clock = &clock;
  controller.repository = &*repository;
  controller.launcher = launcher;
  controller.probe = probe;
  controller.publisher = configs.get();
  controller.versions = &*versions;
  controller.policy = options.policy;
  controller.wanted_changed = [this](const std::string& endpoint) {
    if (reconciler) reconciler->touch(endpoint);
    deploymentChanged(endpoint);
  };
  controller.state_changed = [this](const std::string& endpoint) { deploymentChanged(endpoint); };
  controller.acted = [](const std::string& endpoint, const deploy::Action& action) {
    std::string subject = action.replica.empty() ? action.pattern.version : action.replica;
    for (const std::string& id : action.replicas) subject += " " + id;
    log::get("deploy")->info("{} endpoint={} subject=\"{}\" {}", deploy::actionName(action.kind), endpoint,
                             subject, action.message);
  };
  AERIE_ASSIGN_OR_RETURN(deployments, deploy::DeploymentController::create(std::move(controller)));
  for (const deploy::Deployment& d : deployments->list()) {
    if (d.deleting) static_cast<void>(configs->retire(d.spec.endpoint));
  }

  reconcile::ReconcilerOptions loop;
  loop.clock = &clock;
  loop.workers = 2;
  loop.seed = static_cast<std::uint64_t>(started_ms);
  loop.list = [this] { return deployments->endpoints(); };
  loop.observer = [this](const std::string& key, Duration took, const absl::Status& status) {
    metrics.latency("aerie_control_reconcile_seconds", "Time of one look at one deployment")
        .Observe(std::chrono::duration<double>(took).count());
    if (status.ok()) return;
    metrics
        .counter("aerie_control_reconcile_errors_total", "Looks that failed and are repeated",
                 {{"endpoint", key}})
        .Increment();
    log::get("deploy")->warn("reconcile_failed endpoint={} {}", key, toText(status));
  };
  // Created before anything is touched, started by the touches in serve().
  AERIE_ASSIGN_OR_RETURN(reconciler,
                         reconcile::Reconciler::create(std::move(loop), [this](const std::string& endpoint) {
                           return deployments->reconcile(endpoint);
                         }));
  return absl::OkStatus();
}

// The history has a file of its own: it is large, need not survive a power cut, and may be deleted. One that
// can't be read is put aside, because nobody should be without a control plane for want of its charts.
absl::Status ControlPlane::Parts::openMonitoring() {
  const storage::MigrationSet sets[] = {{"monitoring", monitoring::kMonitoringMigrations}};
  storage::DatabaseOptions relaxed;
  relaxed.durable = false;
  const std::filesystem::path file = state() / "history.db";
  auto opened = storage::Database::open(file, sets, relaxed);
  if (absl::IsDataLoss(opened.status())) {
    const std::filesystem::path aside = state() / "history.db.broken";
    log::get("control")->warn("history_put_aside file={} {}", aside.string(), toText(opened.status()));
    std::error_code ignored;
    std::filesystem::rename(file, aside, ignored);
    for (const char* suffix : {"-wal", "-shm"}) std::filesystem::remove(file.string() + suffix, ignored);
    opened = storage::Database::open(file, sets, relaxed);
  }
  if (!opened.ok()) return opened.status();
  history_database.emplace(*std::move(opened));
  AERIE_ASSIGN_OR_RETURN(history, monitoring::History::open(*history_database));
  ledger.emplace(*history_database);
  stored_alerts.emplace(*history_database);
  effects.emplace(*history_database);
  monitor.emplace(clock, metrics, *history, *ledger, *stored_alerts, *effects, *experiments,
                  FleetView(options, *deployments, proxies, *configs),
                  Monitor::Options{options.scrape_interval, state()});
  return absl::OkStatus();
}

void ControlPlane::Parts::openServices() {
  environment.emplace(services::CallDesk{"control", "control plane", *authenticator, metrics, *executor},
                      clock, *registry, *deployments, *launcher, *configs, *experiments, proxies, *audit,
                      *requests, *world, *ticker);
  registry_service.emplace(*environment);
  deployment_service.emplace(*environment, options, *usage);
  routing_service.emplace(*environment);
  experiment_service.emplace(*environment);
  monitoring_service.emplace(*environment, *monitor, *history, *ledger, *effects);
  system_service.emplace(*environment, [this](v1::SystemStatus& status) { fillStatus(status); });
  proxy_service.emplace(*environment);
  configs->onChange([this] {
    proxy_service->changed();
    world->touch(World::kRoutings);
  });
}

absl::Status ControlPlane::Parts::serve() {
  services::RpcServerOptions rpc;
  rpc.listen = {options.common.listen};
  rpc.tls = options.common.tls();
  rpc.authenticator = authenticator.get();
  if (!options.common.metrics_listen.empty()) {
    AERIE_ASSIGN_OR_RETURN(metrics_server,
                           services::MetricsServer::start(options.common.metrics_listen, metrics,
                                                          options.common.metrics_allow_remote));
  }
  AERIE_ASSIGN_OR_RETURN(const deploy::DeploymentController::Adoption adoption, deployments->adopt());
  if (adoption.adopted + adoption.orphans > 0) {
    log::get("deploy")->info("processes_found adopted={} orphans_ended={}", adoption.adopted,
                             adoption.orphans);
  }
  AERIE_ASSIGN_OR_RETURN(
      server, services::RpcServer::start(
                  rpc, {&*registry_service, &*deployment_service, &*routing_service, &*experiment_service,
                        &*system_service, &*monitoring_service, &*proxy_service}));
  world->start([this](World::Part part, v1::WorldUpdate& update) { fillPart(part, update); });
  writeMonitoringFiles();
  ticker->every(std::chrono::seconds(1), [this] { world->touch(World::kStatus); });
  ticker->every(std::chrono::seconds(2), [this] { world->touch(World::kDeployments); });
  for (const std::string& endpoint : deployments->endpoints()) reconciler->touch(endpoint);
  monitor->start();
  return absl::OkStatus();
}

void ControlPlane::Parts::stop() {
  if (server) server->shutdown(std::chrono::milliseconds(500));
  if (monitor) monitor->stop();
  if (reconciler) reconciler->stop();
  if (options.stop_workers && deployments) stopWorkers();
  if (world) world->stop();
  if (ticker) ticker->stop();
  if (executor) executor->drain();
  own_probe.reset();  // its last calls may still touch the reconciler
}

void ControlPlane::Parts::stopWorkers() {
  std::vector<deploy::LaunchedReplica> running;
  for (const deploy::Deployment& d : deployments->list()) {
    for (const deploy::Replica& r : d.state.replicas) {
      if (r.pid != 0) running.push_back({r.id, {r.pid, r.start_ticks}, ""});
    }
  }
  for (const deploy::LaunchedReplica& r : running)
    static_cast<void>(launcher->stop(r.replica_id, r.process, false));
  const MonoTime end = clock.monoNow() + options.policy.kill_after;
  const auto gone = [&](const deploy::LaunchedReplica& r) {
    return launcher->poll(r.replica_id, r.process).has_value();
  };
  while (std::erase_if(running, gone), !running.empty() && clock.monoNow() < end) {
    services::waitForStop(std::chrono::milliseconds(50));
  }
  for (const deploy::LaunchedReplica& r : running)
    static_cast<void>(launcher->stop(r.replica_id, r.process, true));
}

void ControlPlane::Parts::deploymentChanged(const std::string&) {
  if (world) world->touch(World::kDeployments);
  if (!executor || files_due.exchange(true)) return;
  if (!executor->submit([this] { writeMonitoringFiles(); })) files_due = false;
}

void ControlPlane::Parts::writeMonitoringFiles() {
  files_due = false;
  std::vector<deploy::DeploymentSpec> specs;
  std::vector<ScrapeTarget> targets;
  if (metrics_server) targets.push_back({metrics_server->address(), {{"job", "aerie-control"}}});
  std::map<std::string, int> phases;
  for (const deploy::Deployment& d : deployments->list()) {
    if (!d.deleting) specs.push_back(d.spec);
    const deploy::Condition* ready = deploy::findCondition(d.state, "Ready");
    metrics
        .gauge("aerie_control_deployment_ready", "1 when all wanted replicas are ready",
               {{"endpoint", d.spec.endpoint}})
        .Set(ready != nullptr && ready->status ? 1 : 0);
    for (const deploy::Replica& r : d.state.replicas) {
      ++phases[std::string(deploy::phaseName(r.phase))];
      if (r.pid == 0) continue;
      const MetricsAddresses addresses = metricsAddresses(options, r.id);
      const auto target = [&](const std::string& address, const char* job) {
        if (address.empty()) return;
        targets.push_back({address, {{"job", job}, {"endpoint", d.spec.endpoint}, {"replica", r.id}}});
      };
      target(addresses.worker, "aerie-worker");
      target(addresses.sidecar, "aerie-sidecar");
    }
  }
  metrics.gauge("aerie_control_deployments", "Deployments that are wanted")
      .Set(static_cast<double>(specs.size()));
  for (const char* phase :
       {"waiting", "starting", "loading", "self-test", "warm-up", "ready", "draining", "stopped", "failed"}) {
    metrics.gauge("aerie_control_replicas", "Replicas by phase", {{"phase", phase}}).Set(phases[phase]);
  }
  absl::Status status = syncRuleFiles(state() / "rules", specs, options.environment);
  const std::string text = scrapeTargets(targets);
  if (status.ok() && readFile(state() / "targets.json").value_or("") != text)
    status = writeFileAtomic(state() / "targets.json", text);
  if (!status.ok()) log::get("control")->warn("monitoring_files_not_written {}", toText(status));
}

void ControlPlane::Parts::fillStatus(v1::SystemStatus& status) const {
  status.set_environment(options.environment);
  status.set_version(std::string(services::version()));
  status.set_started_unix_ms(started_ms);
  status.set_now_unix_ms(unixMillis(clock.wallNow()));
  if (metrics_server) status.set_metrics_address(metrics_server->address());
  status.set_training_address(options.training);
  const auto add = [&](const char* kind, const std::string& name, const std::string& address, bool healthy,
                       const std::string& message, std::int64_t since) {
    v1::ComponentStatus& component = *status.add_components();
    component.set_kind(kind);
    component.set_name(name);
    component.set_address(address);
    component.set_healthy(healthy);
    component.set_message(message);
    component.set_started_unix_ms(since);
  };
  add("control", "aerie-control", server ? server->addresses().front() : options.common.listen, true, "",
      started_ms);
  for (const ProxyTable::Entry& proxy : proxies.list()) {
    *status.add_proxies() = proxy.status;
    const std::string& refused = proxy.status.refused_reason();
    add("proxy", proxy.status.proxy_id(), proxy.status.address(), proxy.streams > 0 && refused.empty(),
        proxy.streams == 0 ? "not connected" : refused, proxy.status.started_unix_ms());
  }
  for (const deploy::Deployment& d : deployments->list()) {
    for (const deploy::Replica& r : d.state.replicas) {
      add("worker", r.id, r.url, r.phase == deploy::ReplicaPhase::kReady,
          r.message.empty() ? std::string(deploy::phaseName(r.phase)) : r.message, r.started_ms);
    }
  }
}

void ControlPlane::Parts::fillPart(World::Part part, v1::WorldUpdate& update) {
  absl::Status status;
  switch (part) {
    case World::kModels: status = listModels(*registry, "", true, *update.mutable_models()); break;
    case World::kDeployments:
      for (const deploy::Deployment& d : deployments->list()) {
        v1::Deployment& out = *update.mutable_deployments()->add_deployments();
        out = toProto(d);
        usage->fill(d, out);
      }
      update.mutable_deployments()->set_revision(deployments->revision());
      break;
    case World::kRoutings:
      update.mutable_routings();
      for (v1::RoutingRevision& revision : configs->routings())
        *update.mutable_routings()->add_routings() = std::move(revision);
      break;
    case World::kExperiments: status = listExperiments(*experiments, *update.mutable_experiments()); break;
    case World::kStatus: fillStatus(*update.mutable_status()); break;
    case World::kParts: break;
  }
  if (!status.ok())
    log::get("control")->error("world_part_failed part={} {}", static_cast<int>(part), toText(status));
}

ControlPlane::ControlPlane(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
ControlPlane::~ControlPlane() { parts_->stop(); }
const std::string& ControlPlane::address() const { return parts_->server->addresses().front(); }
std::string ControlPlane::metricsAddress() const {
  return parts_->metrics_server ? parts_->metrics_server->address() : "";
}

absl::StatusOr<std::unique_ptr<ControlPlane>> ControlPlane::start(ControlOptions options, Seams seams) {
  auto parts = std::make_unique<Parts>(std::move(options));
  Parts& p = *parts;
  // From here on the destructor stops whatever has been started.
  std::unique_ptr<ControlPlane> result(new ControlPlane(std::move(parts)));
  AERIE_RETURN_IF_ERROR(p.openState());
  AERIE_RETURN_IF_ERROR(p.openDeployments(seams));
  AERIE_RETURN_IF_ERROR(p.openMonitoring());
  p.openServices();
  AERIE_RETURN_IF_ERROR(p.serve());
  return result;
}

absl::Status runControl(const ControlOptions& options) {
  // Parents and terminals may go away while we write logs.
  ::signal(SIGPIPE, SIG_IGN);
  AERIE_ASSIGN_OR_RETURN(const std::unique_ptr<ControlPlane> plane, ControlPlane::start(options));
  if (!options.common.address_file.empty())
    AERIE_RETURN_IF_ERROR(writeFileAtomic(options.common.address_file, plane->address()));
  log::get("control")->info("serving address={} metrics={} state_dir={} environment={}", plane->address(),
                            plane->metricsAddress(), options.state_dir, options.environment);
  services::waitForStop();
  log::get("control")->info("stopping");
  return absl::OkStatus();
}

}  // namespace aerie::control
