#include "services/control/config_store.h"

#include <algorithm>

#include "core/base/status.h"
#include "core/base/yaml_reader.h"
#include "services/common/convert.h"

namespace aerie::control {
namespace {

using storage::Statement;

std::string joinNames(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

bool names(const v1::RoutingConfig& config, const std::string& endpoint) {
  if (config.default_worker_endpoint() == endpoint) return true;
  for (const v1::ExperimentRoute& experiment : config.experiments()) {
    for (const v1::ArmRoute& arm : experiment.arms()) {
      if (arm.worker_endpoint() == endpoint) return true;
    }
  }
  return std::any_of(config.shadows().begin(), config.shadows().end(),
                     [&](const v1::ShadowRoute& shadow) { return shadow.worker_endpoint() == endpoint; });
}

absl::StatusOr<v1::RoutingRevision> readRevision(const Statement& row) {
  v1::RoutingRevision result;
  const std::string_view blob = row.blob(0);
  if (!result.mutable_config()->ParseFromArray(blob.data(), static_cast<int>(blob.size()))) {
    return dataLoss("a stored routing config cannot be read; restore the database from a backup");
  }
  result.set_revision(static_cast<std::uint64_t>(row.int64(1)));
  result.set_applied_unix_ms(row.int64(2));
  result.set_applied_by(row.string(3));
  result.set_comment(row.string(4));
  return result;
}

constexpr std::string_view kNewest =
    "SELECT config, revision, applied_ms, applied_by, comment FROM control_routing AS r WHERE revision ="
    " (SELECT max(revision) FROM control_routing WHERE use_case = r.use_case)";

}  // namespace

ConfigStore::ConfigStore(const storage::Database& database, const Clock& clock,
                         experiments::ExperimentRepository& experiments, const ProxyTable& proxies,
                         std::string environment)
    : database_(database),
      clock_(clock),
      experiments_repository_(experiments),
      proxies_(proxies),
      environment_(std::move(environment)) {}

absl::StatusOr<std::unique_ptr<ConfigStore>> ConfigStore::open(const storage::Database& database,
                                                               const Clock& clock,
                                                               experiments::ExperimentRepository& experiments,
                                                               const ProxyTable& proxies,
                                                               std::string environment) {
  std::unique_ptr<ConfigStore> store(
      new ConfigStore(database, clock, experiments, proxies, std::move(environment)));
  AERIE_RETURN_IF_ERROR(store->load());
  return store;
}

absl::Status ConfigStore::load() {
  MutexLock lock(mutex_);
  {
    AERIE_ASSIGN_OR_RETURN(Statement rows, database_.prepare(kNewest));
    for (;;) {
      AERIE_ASSIGN_OR_RETURN(const bool row, rows.step());
      if (!row) break;
      AERIE_ASSIGN_OR_RETURN(v1::RoutingRevision revision, readRevision(rows));
      routings_[revision.config().model_use_case()] = std::move(revision);
    }
  }
  {
    AERIE_ASSIGN_OR_RETURN(Statement rows, database_.prepare("SELECT config FROM control_worker"));
    for (;;) {
      AERIE_ASSIGN_OR_RETURN(const bool row, rows.step());
      if (!row) break;
      v1::WorkerConfig stored;
      const std::string_view blob = rows.blob(0);
      if (!stored.ParseFromArray(blob.data(), static_cast<int>(blob.size()))) {
        return dataLoss("a stored worker config cannot be read; restore the database from a backup");
      }
      AERIE_ASSIGN_OR_RETURN(routing::WorkerConfig worker, services::fromProto(stored));
      workers_[worker.worker_endpoint] = std::move(worker);
    }
  }
  {
    AERIE_ASSIGN_OR_RETURN(Statement row, database_.prepare("SELECT revision FROM control_revision"));
    AERIE_ASSIGN_OR_RETURN(const bool there, row.step());
    revision_ = there ? static_cast<std::uint64_t>(row.int64(0)) : 0;
  }
  AERIE_ASSIGN_OR_RETURN(experiments_, experiments_repository_.list());
  install(input(), revision_);
  return absl::OkStatus();
}

routing::RoutingInput ConfigStore::input() const {
  routing::RoutingInput result;
  for (const auto& [use_case, revision] : routings_) {
    auto config = services::fromProto(revision.config());
    if (config.ok()) result.routings.push_back(*std::move(config));
  }
  for (const auto& [endpoint, worker] : workers_) result.workers.push_back(worker);
  result.experiments = experiments_;
  return result;
}

absl::StatusOr<std::uint64_t> ConfigStore::nextRevision() {
  AERIE_RETURN_IF_ERROR(database_.run("UPDATE control_revision SET revision = revision + 1").status());
  return revision_ + 1;
}

void ConfigStore::install(routing::RoutingInput next, std::uint64_t revision) {
  auto snapshot = std::make_shared<v1::ProxyConfigSnapshot>(services::toProto(next));
  snapshot->set_revision(revision);
  snapshot->set_environment(environment_);
  revision_ = revision;
  snapshot_ = std::move(snapshot);
}

absl::Status ConfigStore::checkExpected(const v1::ApplyRoutingRequest& request) const {
  if (request.expected_revision() == 0) return absl::OkStatus();
  const auto it = routings_.find(request.config().model_use_case());
  const std::uint64_t have = it == routings_.end() ? 0 : it->second.revision();
  if (have == request.expected_revision()) return absl::OkStatus();
  return aborted("routing of {} has revision {}, not {}: somebody changed it; read it again and retry",
                 request.config().model_use_case(), have, request.expected_revision());
}

absl::StatusOr<v1::RoutingRevision> ConfigStore::applyRouting(const v1::ApplyRoutingRequest& request,
                                                              const std::string& actor) {
  AERIE_ASSIGN_OR_RETURN(const routing::RoutingConfig config, services::fromProto(request.config()));
  v1::RoutingRevision result;
  {
    MutexLock lock(mutex_);
    AERIE_RETURN_IF_ERROR(checkExpected(request));
    for (const std::string& endpoint : retired_) {
      if (names(request.config(), endpoint)) {
        return failedPrecondition("routing of {} names worker endpoint {}, which is being deleted",
                                  config.model_use_case, endpoint);
      }
    }
    routing::RoutingInput next = input();
    std::erase_if(next.routings,
                  [&](const routing::RoutingConfig& r) { return r.model_use_case == config.model_use_case; });
    next.routings.push_back(config);
    AERIE_RETURN_IF_ERROR(routing::RouteTable::compile(next).status());
    const auto known = routings_.find(config.model_use_case);
    *result.mutable_config() = services::toProto(config);
    result.set_applied_unix_ms(unixMillis(clock_.wallNow()));
    result.set_applied_by(actor);
    result.set_comment(request.comment());
    if (known != routings_.end()) {
      const auto before = services::fromProto(known->second.config());
      if (before.ok() && *before == config) return known->second;
      result.set_revision(known->second.revision());
    }
    if (request.validate_only()) return result;
    result.set_revision(result.revision() + 1);
    AERIE_ASSIGN_OR_RETURN(storage::Transaction transaction, database_.begin());
    {
      AERIE_ASSIGN_OR_RETURN(Statement insert,
                             database_.prepare("INSERT INTO control_routing VALUES(?,?,?,?,?,?)"));
      insert.bind(1, config.model_use_case)
          .bind(2, result.revision())
          .bindBlob(3, result.config().SerializeAsString());
      insert.bind(4, result.applied_unix_ms()).bind(5, actor).bind(6, request.comment());
      AERIE_RETURN_IF_ERROR(insert.run());
    }
    AERIE_ASSIGN_OR_RETURN(const std::uint64_t revision, nextRevision());
    AERIE_RETURN_IF_ERROR(transaction.commit());
    routings_[config.model_use_case] = result;
    install(std::move(next), revision);
  }
  if (hook_) hook_();
  return result;
}

absl::StatusOr<v1::RoutingRevision> ConfigStore::routing(const std::string& use_case) const {
  MutexLock lock(mutex_);
  const auto it = routings_.find(use_case);
  if (it != routings_.end()) return it->second;
  std::vector<std::string> known;
  for (const auto& [name, revision] : routings_) known.push_back(name);
  const std::string near = nearestName(use_case, known);
  return notFound("model use case {} has no routing{}", use_case,
                  near.empty() ? "; apply one first" : "; did you mean " + near + "?");
}

std::vector<v1::RoutingRevision> ConfigStore::routings() const {
  MutexLock lock(mutex_);
  std::vector<v1::RoutingRevision> result;
  for (const auto& [use_case, revision] : routings_) result.push_back(revision);
  return result;
}

absl::StatusOr<std::vector<v1::RoutingRevision>> ConfigStore::history(const std::string& use_case) const {
  AERIE_RETURN_IF_ERROR(routing(use_case).status());
  AERIE_ASSIGN_OR_RETURN(
      Statement rows,
      database_.prepare("SELECT config, revision, applied_ms, applied_by, comment FROM control_routing"
                        " WHERE use_case = ? ORDER BY revision DESC LIMIT 1000"));
  rows.bindAll(use_case);
  std::vector<v1::RoutingRevision> result;
  for (;;) {
    AERIE_ASSIGN_OR_RETURN(const bool row, rows.step());
    if (!row) return result;
    AERIE_ASSIGN_OR_RETURN(v1::RoutingRevision revision, readRevision(rows));
    result.push_back(std::move(revision));
  }
}

std::vector<std::string> ConfigStore::usesOf(const std::string& endpoint) const {
  MutexLock lock(mutex_);
  std::vector<std::string> result;
  for (const auto& [use_case, revision] : routings_) {
    if (names(revision.config(), endpoint)) result.push_back(use_case);
  }
  return result;
}

absl::Status ConfigStore::changeExperiments(const std::function<absl::Status()>& change) {
  {
    MutexLock lock(mutex_);
    AERIE_ASSIGN_OR_RETURN(storage::Transaction transaction, database_.begin());
    AERIE_RETURN_IF_ERROR(change());
    AERIE_ASSIGN_OR_RETURN(std::vector<assignment::Experiment> experiments, experiments_repository_.list());
    if (experiments == experiments_) return transaction.commit();
    routing::RoutingInput next = input();
    next.experiments = experiments;
    AERIE_RETURN_IF_ERROR(
        withContext(routing::RouteTable::compile(next).status(), "the change would break routing"));
    AERIE_ASSIGN_OR_RETURN(const std::uint64_t revision, nextRevision());
    AERIE_RETURN_IF_ERROR(transaction.commit());
    experiments_ = std::move(experiments);
    install(std::move(next), revision);
  }
  if (hook_) hook_();
  return absl::OkStatus();
}

absl::Status ConfigStore::retire(const std::string& endpoint) {
  const std::vector<std::string> uses = usesOf(endpoint);
  if (!uses.empty()) {
    return failedPrecondition(
        "worker endpoint {} is used by the routing of {}; apply a routing without it first", endpoint,
        joinNames(uses));
  }
  MutexLock lock(mutex_);
  retired_.insert(endpoint);
  return absl::OkStatus();
}

absl::StatusOr<std::uint64_t> ConfigStore::publish(const deploy::DeploymentSpec& spec,
                                                   const std::vector<std::string>& urls) {
  routing::WorkerConfig worker;
  worker.worker_endpoint = spec.endpoint;
  worker.environment = environment_;
  worker.urls = urls;
  worker.batch_size = spec.batch_size;
  worker.timeout_ms = spec.timeout_ms;
  worker.hedge_after_ms = spec.hedge_after_ms;
  if (spec.max_in_flight != 0) worker.max_in_flight = spec.max_in_flight;
  std::uint64_t revision = 0;
  {
    MutexLock lock(mutex_);
    const auto known = workers_.find(spec.endpoint);
    if (known != workers_.end() && known->second == worker) return revision_;
    routing::RoutingInput next = input();
    std::erase_if(next.workers,
                  [&](const routing::WorkerConfig& w) { return w.worker_endpoint == spec.endpoint; });
    next.workers.push_back(worker);
    AERIE_RETURN_IF_ERROR(routing::RouteTable::compile(next).status());
    AERIE_ASSIGN_OR_RETURN(storage::Transaction transaction, database_.begin());
    {
      AERIE_ASSIGN_OR_RETURN(Statement insert,
                             database_.prepare("INSERT OR REPLACE INTO control_worker VALUES(?,?)"));
      insert.bind(1, spec.endpoint).bindBlob(2, services::toProto(worker).SerializeAsString());
      AERIE_RETURN_IF_ERROR(insert.run());
    }
    AERIE_ASSIGN_OR_RETURN(revision, nextRevision());
    AERIE_RETURN_IF_ERROR(transaction.commit());
    workers_[spec.endpoint] = worker;
    if (urls.empty()) retired_.erase(spec.endpoint);
    install(std::move(next), revision);
  }
  if (hook_) hook_();
  return revision;
}

absl::StatusOr<std::uint64_t> ConfigStore::remove(const std::string& endpoint) {
  const std::vector<std::string> uses = usesOf(endpoint);
  if (!uses.empty())
    return failedPrecondition("worker endpoint {} is used by the routing of {}", endpoint, joinNames(uses));
  std::uint64_t revision = 0;
  {
    MutexLock lock(mutex_);
    retired_.erase(endpoint);
    if (!workers_.contains(endpoint)) return revision_;
    routing::RoutingInput next = input();
    std::erase_if(next.workers,
                  [&](const routing::WorkerConfig& w) { return w.worker_endpoint == endpoint; });
    AERIE_RETURN_IF_ERROR(routing::RouteTable::compile(next).status());
    AERIE_ASSIGN_OR_RETURN(storage::Transaction transaction, database_.begin());
    AERIE_RETURN_IF_ERROR(database_.run("DELETE FROM control_worker WHERE endpoint = ?", endpoint).status());
    AERIE_ASSIGN_OR_RETURN(revision, nextRevision());
    AERIE_RETURN_IF_ERROR(transaction.commit());
    workers_.erase(endpoint);
    install(std::move(next), revision);
  }
  if (hook_) hook_();
  return revision;
}

std::shared_ptr<const v1::ProxyConfigSnapshot> ConfigStore::snapshot() const {
  MutexLock lock(mutex_);
  return snapshot_;
}

std::uint64_t ConfigStore::experimentsRevision() const {
  return experiments_repository_.revision().value_or(0);
}

}  // namespace aerie::control
