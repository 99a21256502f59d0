#include "services/proxy/serving_state.h"

#include <algorithm>
#include <functional>

#include "core/base/status.h"
#include "core/base/yaml_reader.h"
#include "core/telemetry/log.h"
#include "services/common/convert.h"
#include "services/proxy/last_good_file.h"

namespace aerie::proxy {
namespace {

EndpointConfig endpointConfig(const routing::WorkerConfig& config) {
  EndpointConfig result;
  result.name = config.worker_endpoint;
  result.urls = config.urls;
  result.batch_size = config.batch_size;
  result.timeout = std::chrono::milliseconds(config.timeout_ms);
  result.hedge_after = std::chrono::milliseconds(config.hedge_after_ms);
  result.max_in_flight = config.max_in_flight;
  return result;
}

UseCaseRoute routeOf(const routing::RouteTable& table, const routing::UseCase& use_case,
                     TrafficStats& stats) {
  const auto endpoint = [&](std::int32_t index) {
    return table.endpoints()[static_cast<std::size_t>(index)].worker_endpoint;
  };
  UseCaseRoute route;
  route.use_case = &use_case;
  route.stats = &stats.useCase(use_case.name());
  route.default_arm = &stats.arm(use_case.name(), "", "", endpoint(use_case.defaultEndpoint()));
  for (const routing::UseCase::ExperimentView& experiment : use_case.experiments()) {
    std::vector<ArmStats*>& arms = route.arms.emplace_back();
    for (const routing::UseCase::ArmView& arm : experiment.arms) {
      arms.push_back(&stats.arm(use_case.name(), experiment.name, arm.name, endpoint(arm.endpoint)));
    }
    const bool runs = experiment.state == assignment::ExperimentState::kRunning;
    route.keys.push_back(runs ? stats.keys(use_case.name(), experiment) : nullptr);
  }
  return route;
}

}  // namespace

absl::StatusOr<const UseCaseRoute*> ServingState::find(const std::string& use_case) const {
  const auto found = routes.find(use_case);
  if (found != routes.end()) return &found->second;
  if (table == nullptr) {
    return unavailable(
        "the proxy has no routing config yet: start the control plane, or give it a last good file or a "
        "config file");
  }
  const std::vector<std::string> names = table->useCaseNames();
  if (names.empty())
    return notFound("model use case '{}' is not known, nor is any other: apply a routing config", use_case);
  const std::string nearest = nearestName(use_case, names);
  if (!nearest.empty())
    return notFound("model use case '{}' is not known: did you mean '{}'?", use_case, nearest);
  std::string list;
  for (std::size_t i = 0; i < names.size() && i < 10; ++i) list += (i == 0 ? "" : ", ") + names[i];
  return notFound("model use case '{}' is not known: known are {}{}", use_case, list,
                  names.size() > 10 ? ", ..." : "");
}

ServingConfig::ServingConfig(const Clock& clock, TrafficStats& stats, WorkerClientFactory clients,
                             Options options)
    : clock_(clock), stats_(stats), clients_(std::move(clients)), options_(std::move(options)) {
  auto none = std::make_shared<ServingState>();
  none->source = "none";
  state_.store(std::move(none));
}

absl::StatusOr<std::shared_ptr<Endpoint>> ServingConfig::buildEndpoint(const routing::WorkerConfig& config,
                                                                       const ServingState& old) {
  EndpointConfig wanted = endpointConfig(config);
  std::shared_ptr<Endpoint> before;
  for (const std::shared_ptr<Endpoint>& endpoint : old.endpoints) {
    if (endpoint->name() == wanted.name) before = endpoint;
  }
  if (before != nullptr && before->config() == wanted) return before;
  std::vector<std::shared_ptr<Replica>> replicas;
  for (const std::string& url : wanted.urls) {
    std::shared_ptr<Replica> replica;
    if (before != nullptr) {
      const auto& known = before->replicas().replicas();
      const auto same = std::find_if(known.begin(), known.end(),
                                     [&](const auto& candidate) { return candidate->url() == url; });
      if (same != known.end()) replica = *same;
    }
    if (replica == nullptr) {
      absl::StatusOr<std::unique_ptr<WorkerClient>> client = clients_(url);
      if (!client.ok()) {
        return withContext(client.status(), fmt::format("worker config {}: url '{}'", wanted.name, url));
      }
      replica = std::make_shared<Replica>(url, std::move(*client), options_.ejector,
                                          std::hash<std::string>{}(url) + ++seed_);
    }
    replicas.push_back(std::move(replica));
  }
  return std::make_shared<Endpoint>(std::move(wanted), std::move(replicas), clock_, options_.budgets);
}

absl::StatusOr<std::shared_ptr<const ServingState>> ServingConfig::build(
    const v1::ProxyConfigSnapshot& snapshot, const std::string& source) {
  AERIE_ASSIGN_OR_RETURN(routing::RoutingInput input, services::fromProto(snapshot));
  auto state = std::make_shared<ServingState>();
  AERIE_ASSIGN_OR_RETURN(state->table, routing::RouteTable::compile(std::move(input)));
  const std::shared_ptr<const ServingState> old = current();
  for (const routing::WorkerConfig& config : state->table->endpoints()) {
    AERIE_ASSIGN_OR_RETURN(std::shared_ptr<Endpoint> endpoint, buildEndpoint(config, *old));
    state->endpoints.push_back(std::move(endpoint));
  }
  for (const auto& use_case : state->table->useCases()) {
    state->routes.emplace(use_case->name(), routeOf(*state->table, *use_case, stats_));
  }
  state->revision = snapshot.revision();
  state->source = source;
  return std::shared_ptr<const ServingState>(std::move(state));
}

absl::Status ServingConfig::apply(const v1::ProxyConfigSnapshot& snapshot, const std::string& source) {
  const MutexLock lock(apply_mutex_);
  absl::StatusOr<std::shared_ptr<const ServingState>> built = build(snapshot, source);
  if (!built.ok()) {
    log::get("proxy")->error("snapshot_refused revision={} source=\"{}\" keeps={} reason=\"{}\"",
                             snapshot.revision(), source, current()->revision, messageOf(built.status()));
    const MutexLock report_lock(report_mutex_);
    refused_reason_ = messageOf(built.status());
    refused_revision_ = snapshot.revision();
    return built.status();
  }
  state_.store(*built, std::memory_order_release);
  {
    const MutexLock report_lock(report_mutex_);
    refused_reason_.clear();
    refused_revision_ = 0;
  }
  log::get("proxy")->info("snapshot_applied revision={} source=\"{}\" use_cases={} endpoints={}",
                          snapshot.revision(), source, (*built)->routes.size(), (*built)->endpoints.size());
  if (source == "control plane" && !options_.last_good_file.empty()) {
    if (const absl::Status saved = saveLastGood(options_.last_good_file, snapshot); !saved.ok()) {
      log::get("proxy")->warn("last_good_not_saved revision={} reason=\"{}\"", snapshot.revision(),
                              messageOf(saved));
    }
  }
  return absl::OkStatus();
}

absl::Status ServingConfig::applyLastGood() {
  absl::StatusOr<v1::ProxyConfigSnapshot> snapshot = loadLastGood(options_.last_good_file);
  if (snapshot.ok()) return apply(*snapshot, "last good file");
  if (absl::IsNotFound(snapshot.status())) {
    log::get("proxy")->info("last_good_absent file={}", options_.last_good_file.string());
  } else {
    log::get("proxy")->warn("last_good_ignored reason=\"{}\"", messageOf(snapshot.status()));
    const MutexLock report_lock(report_mutex_);
    refused_reason_ = messageOf(snapshot.status());
  }
  return snapshot.status();
}

void ServingConfig::fill(v1::ProxyStatus* status) const {
  const std::shared_ptr<const ServingState> state = current();
  status->set_config_revision(state->revision);
  status->set_config_source(state->source);
  for (const std::shared_ptr<Endpoint>& endpoint : state->endpoints) {
    for (const std::shared_ptr<Replica>& replica : endpoint->replicas().replicas()) {
      v1::ReplicaHealth* health = status->add_replicas();
      health->set_endpoint(endpoint->name());
      health->set_url(replica->url());
      health->set_healthy(replica->ejector().healthy());
      health->set_reason(replica->ejector().reason());
      health->set_outstanding(replica->outstanding());
    }
  }
  const MutexLock lock(report_mutex_);
  status->set_refused_reason(refused_reason_);
  status->set_refused_revision(refused_revision_);
}

}  // namespace aerie::proxy
