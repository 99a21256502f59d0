#include "services/control/fleet_view.h"

#include <unistd.h>

#include "services/control/worker_command.h"

namespace aerie::control {

void FleetView::look(MonoTime now) {
  jobs_.clear();
  fleet_ = {};
  names_.clear();
  labels_.clear();
  names_[::getpid()] = "aerie-control";
  for (const ProxyTable::Entry& entry : proxies_.list()) {
    const std::string& id = entry.status.proxy_id();
    monitoring::ProxyView view;
    view.id = id;
    view.connected = entry.streams > 0;
    view.has_config = entry.status.config_source() != "none";
    view.refused = entry.status.refused_reason();
    fleet_.proxies.push_back(std::move(view));
    labels_[id] = {{"proxy", id}};
    if (entry.streams > 0 && !entry.metrics_address.empty())
      addJob("proxy", id, labels_[id], entry.metrics_address, 0);
  }
  for (const v1::RoutingRevision& routing : configs_.routings())
    fleet_.use_cases.push_back(routing.config().model_use_case());
  for (const deploy::Deployment& deployment : deployments_.list()) lookAt(deployment, now);
  const auto gone = [this](const auto& item) { return !labels_.contains(item.first); };
  std::erase_if(addresses_, gone);
  std::erase_if(restarts_, gone);
}

void FleetView::addJob(const std::string& kind, const std::string& name, const monitoring::Labels& labels,
                       const std::string& address, double batch_size) {
  ScrapeJob& job = jobs_.emplace_back();
  job.target.id = kind + "/" + name;
  job.target.labels = labels;
  job.target.batch_size = batch_size;
  job.daemon = kind + " " + name;
  job.address = address;
}

void FleetView::lookAt(const deploy::Deployment& deployment, MonoTime now) {
  const deploy::DeploymentSpec& spec = deployment.spec;
  monitoring::EndpointView view;
  view.endpoint = spec.endpoint;
  view.timeout_ms = spec.timeout_ms;
  view.failure = deployment.state.failure;
  for (const deploy::Replica& r : deployment.state.replicas) {
    const monitoring::Labels labels = {{"endpoint", spec.endpoint}, {"replica", r.id}};
    labels_[r.id] = labels;
    if (r.pid != 0) {
      names_[r.pid] = r.id;
      const std::string address = metricsAddress(r);
      const bool answers =
          r.phase != deploy::ReplicaPhase::kStarting && r.phase != deploy::ReplicaPhase::kPending;
      if (!address.empty() && answers) addJob("worker", r.id, labels, address, spec.batch_size);
    }
    if (r.retiring) continue;
    monitoring::ReplicaView replica;
    replica.id = r.id;
    replica.version = r.pattern.version;
    replica.serving = r.serving;
    replica.ready = r.phase == deploy::ReplicaPhase::kReady;
    // One that crashed is down until its successor is ready.
    replica.down = r.phase == deploy::ReplicaPhase::kFailed || (r.crash_streak > 0 && !replica.ready);
    replica.crashed = crashedLately(r, now);
    replica.message = r.message;
    view.replicas.push_back(std::move(replica));
  }
  if (!deployment.deleting) fleet_.endpoints.push_back(std::move(view));
}

bool FleetView::crashedLately(const deploy::Replica& replica, MonoTime now) {
  const auto [it, first] = restarts_.try_emplace(replica.id, Restarts{replica.restarts, {}});
  Restarts& known = it->second;
  if (replica.restarts > known.count) known = {replica.restarts, now + kCrashShown};
  return now < known.shown_until;
}

std::string FleetView::metricsAddress(const deploy::Replica& replica) {
  Known& known = addresses_[replica.id];
  if (known.pid != replica.pid || known.address.empty())
    known = {replica.pid, metricsAddresses(options_, replica.id).worker};
  return known.address;
}

}  // namespace aerie::control
