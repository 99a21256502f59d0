#include "core/deploy/controller.h"

#include <algorithm>

#include "core/base/status.h"
#include "core/base/yaml_reader.h"
#include "core/deploy/rollout.h"

namespace aerie::deploy {
namespace {

using Kind = Action::Kind;
// A pass that still finds work after so many rounds would be a planner that contradicts itself.
constexpr int kMaxRounds = 64;

// The wish comes from `wanted`, everything else from `seen`.
Deployment merged(const Deployment& wanted, const Deployment& seen) {
  Deployment result = wanted;
  result.state = seen.state;
  return result;
}

}  // namespace

absl::StatusOr<std::unique_ptr<DeploymentController>> DeploymentController::create(
    ControllerOptions options) {
  if (options.clock == nullptr || options.repository == nullptr || options.launcher == nullptr ||
      options.probe == nullptr || options.publisher == nullptr || options.versions == nullptr) {
    return invalidArgument(
        "a deployment controller needs clock, repository, launcher, probe, publisher and versions");
  }
  std::unique_ptr<DeploymentController> result(new DeploymentController(std::move(options)));
  AERIE_ASSIGN_OR_RETURN(std::vector<Deployment> known, result->options_.repository->loadAll());
  MutexLock lock(result->mutex_);
  for (Deployment& deployment : known) {
    result->saved_[deployment.spec.endpoint] = deployment;
    result->deployments_[deployment.spec.endpoint] = std::move(deployment);
  }
  return result;
}

absl::StatusOr<DeploymentController::Adoption> DeploymentController::adopt() {
  AERIE_ASSIGN_OR_RETURN(const std::vector<LaunchedReplica> running, options_.launcher->list());
  Adoption result;
  std::vector<LaunchedReplica> orphans;
  {
    MutexLock lock(mutex_);
    for (const LaunchedReplica& process : running) {
      Replica* replica = nullptr;
      Deployment* owner = nullptr;
      for (auto& [endpoint, deployment] : deployments_) {
        if (Replica* found = findReplica(deployment.state, process.replica_id)) {
          replica = found;
          owner = &deployment;
        }
      }
      if (replica == nullptr) {
        orphans.push_back(process);
        continue;
      }
      // A process that was started just before we were killed is not in the record yet.
      if (replica->pid == 0) {
        replica->started_ms = now();
        replica->phase = replica->retiring ? ReplicaPhase::kDraining : ReplicaPhase::kStarting;
      }
      replica->pid = process.process.pid;
      replica->start_ticks = process.process.start_ticks;
      replica->log_path = process.log_path;
      // Probes have to speak first before silence counts as an answer.
      if (replica->phase == ReplicaPhase::kReady) replica->ready_ms = now();
      options_.probe->watch(owner->spec.endpoint, replica->id, replica->url);
      ++result.adopted;
    }
  }
  for (const LaunchedReplica& orphan : orphans) {
    AERIE_RETURN_IF_ERROR(options_.launcher->stop(orphan.replica_id, orphan.process, true));
    ++result.orphans;
  }
  return result;
}

absl::StatusOr<Deployment> DeploymentController::createDeployment(DeploymentSpec spec) {
  spec = withDefaults(std::move(spec));
  AERIE_RETURN_IF_ERROR(validate(spec));
  const std::string& wanted = spec.version.empty() ? spec.stage : spec.version;
  AERIE_RETURN_IF_ERROR(
      withContext(options_.versions->resolve(spec.model, wanted).status(), "deployment " + spec.endpoint));
  Deployment deployment;
  deployment.spec = spec;
  deployment.created_ms = now();
  {
    MutexLock lock(mutex_);
    const auto known = deployments_.find(spec.endpoint);
    if (known != deployments_.end()) {
      return alreadyExists("worker endpoint {} is deployed already{}", spec.endpoint,
                           known->second.deleting
                               ? " and is being deleted; try again when it is gone"
                               : "; scale, promote or roll it back, or choose another endpoint name");
    }
    AERIE_RETURN_IF_ERROR(options_.repository->save(deployment));
    deployments_[spec.endpoint] = saved_[spec.endpoint] = deployment;
    ++revision_;
  }
  // The worker config exists from now on, so that routing can name the endpoint. Should this fail,
  // reconciling does it.
  const auto revision = options_.publisher->publish(spec, {});
  if (revision.ok()) {
    MutexLock lock(mutex_);
    const auto it = deployments_.find(spec.endpoint);
    if (it != deployments_.end() && !it->second.state.published) {
      it->second.state.published = true;
      it->second.state.config_revision = *revision;
      deployment = it->second;
    }
  }
  notify(options_.wanted_changed, spec.endpoint);
  return deployment;
}

absl::StatusOr<Deployment> DeploymentController::change(const std::string& endpoint, const Change& change) {
  Deployment result;
  {
    MutexLock lock(mutex_);
    const auto it = deployments_.find(endpoint);
    if (it == deployments_.end()) {
      std::vector<std::string> names;
      for (const auto& [name, deployment] : deployments_) names.push_back(name);
      const std::string near = nearestName(endpoint, names);
      return notFound("worker endpoint {} is not deployed{}", endpoint,
                      near.empty() ? "" : "; did you mean " + near + "?");
    }
    if (it->second.deleting) return failedPrecondition("worker endpoint {} is being deleted", endpoint);
    Deployment next = it->second;
    AERIE_RETURN_IF_ERROR(change(next));
    ++next.generation;
    AERIE_RETURN_IF_ERROR(options_.repository->save(next));
    it->second = saved_[endpoint] = next;
    ++revision_;
    result = next;
  }
  notify(options_.wanted_changed, endpoint);
  return result;
}

absl::StatusOr<Deployment> DeploymentController::scale(const std::string& endpoint, std::uint32_t replicas,
                                                       std::uint64_t expected_generation) {
  return change(endpoint, [&](Deployment& d) -> absl::Status {
    if (expected_generation != 0 && expected_generation != d.generation) {
      return aborted("deployment {} has generation {}, not {}: somebody changed it; read it again and retry",
                     endpoint, d.generation, expected_generation);
    }
    d.spec.replicas = replicas;
    return validate(d.spec);
  });
}

absl::StatusOr<Deployment> DeploymentController::restart(const std::string& endpoint) {
  return change(endpoint, [](Deployment& d) -> absl::Status {
    ++d.restart_count;
    return absl::OkStatus();
  });
}

absl::StatusOr<Deployment> DeploymentController::setVersion(const std::string& endpoint,
                                                            const std::string& version) {
  AERIE_ASSIGN_OR_RETURN(const Deployment known, get(endpoint));
  AERIE_ASSIGN_OR_RETURN(const std::string resolved, options_.versions->resolve(known.spec.model, version));
  return change(endpoint, [&](Deployment& d) -> absl::Status {
    if (!d.spec.stage.empty()) {
      return failedPrecondition("deployment {} follows stage {}; move the stage instead", endpoint,
                                d.spec.stage);
    }
    d.spec.version = resolved;
    return absl::OkStatus();
  });
}

absl::StatusOr<Deployment> DeploymentController::remove(const std::string& endpoint) {
  return change(endpoint, [](Deployment& d) -> absl::Status {
    d.deleting = true;
    return absl::OkStatus();
  });
}

absl::StatusOr<std::vector<std::string>> DeploymentController::stageMoved(const std::string& model,
                                                                          const std::string& stage) {
  std::vector<std::string> followers;
  for (const Deployment& d : list()) {
    if (d.spec.model == model && d.spec.stage == stage && !d.deleting) followers.push_back(d.spec.endpoint);
  }
  for (const std::string& endpoint : followers) {
    const auto changed = change(endpoint, [](Deployment&) { return absl::OkStatus(); });
    if (!changed.ok() && !absl::IsNotFound(changed.status())) return changed.status();
  }
  return followers;
}

absl::StatusOr<std::string> DeploymentController::rollbackVersion(const std::string& endpoint,
                                                                  const std::string& requested) const {
  AERIE_ASSIGN_OR_RETURN(const Deployment d, get(endpoint));
  if (!requested.empty()) return options_.versions->resolve(d.spec.model, requested);
  const DeploymentState& s = d.state;
  if (!s.serving.empty() && s.target.version != s.serving.version) return s.serving.version;
  if (s.version_history.size() < 2) {
    return failedPrecondition(
        "deployment {} has no version to go back to: {}", endpoint,
        s.serving.empty() ? "nothing has served yet" : "only version " + s.serving.version + " has served");
  }
  return s.version_history[1];
}

absl::StatusOr<Deployment> DeploymentController::get(const std::string& endpoint) const {
  MutexLock lock(mutex_);
  const auto it = deployments_.find(endpoint);
  if (it == deployments_.end()) return notFound("worker endpoint {} is not deployed", endpoint);
  return it->second;
}

std::vector<Deployment> DeploymentController::list() const {
  MutexLock lock(mutex_);
  std::vector<Deployment> result;
  for (const auto& [endpoint, deployment] : deployments_) result.push_back(deployment);
  return result;
}

std::vector<std::string> DeploymentController::endpoints() const {
  MutexLock lock(mutex_);
  std::vector<std::string> result;
  for (const auto& [endpoint, deployment] : deployments_) result.push_back(endpoint);
  return result;
}

std::uint64_t DeploymentController::revision() const {
  MutexLock lock(mutex_);
  return revision_;
}

Observations DeploymentController::look(const Deployment& deployment) const {
  Observations seen;
  for (const Replica& replica : deployment.state.replicas) {
    if (replica.pid == 0) continue;
    Observation& observation = seen[replica.id];
    const auto ended = options_.launcher->poll(replica.id, {replica.pid, replica.start_ticks});
    observation.exited = ended.has_value();
    observation.exit_text = ended.value_or("");
    observation.probe = options_.probe->latest(replica.id);
  }
  return seen;
}

absl::StatusOr<std::string> DeploymentController::wantedVersion(const Deployment& d) const {
  return options_.versions->resolve(d.spec.model, d.spec.version.empty() ? d.spec.stage : d.spec.version);
}

absl::StatusOr<reconcile::Result> DeploymentController::reconcile(const std::string& endpoint) {
  auto known = get(endpoint);
  if (!known.ok()) return reconcile::Result{};  // gone
  Deployment work = *std::move(known);
  const Observations seen = look(work);
  observe(work, seen, now(), options_.policy);

  absl::Status status;
  bool erased = false;
  Facts facts{now(), wantedVersion(work), false};
  for (int round = 0; status.ok() && !erased; ++round) {
    if (round == kMaxRounds) {
      status = internalError("deployment {} does not come to rest", endpoint);
      break;
    }
    facts.now = now();
    facts.config_acknowledged = options_.publisher->acknowledged(work.state.config_revision);
    const std::vector<Action> actions = plan(work, facts, options_.policy);
    if (actions.empty()) break;
    for (const Action& action : actions) {
      status = perform(work, action);
      if (!status.ok()) break;
      if (options_.acted) options_.acted(endpoint, action);
      erased = action.kind == Kind::kErase;
    }
  }
  describe(work, facts, options_.policy);
  if (status.ok()) work.state.observed_generation = work.generation;
  const absl::Status stored = store(work, erased);
  if (!status.ok()) return status;
  if (!stored.ok()) return stored;
  if (erased) return reconcile::Result{};
  return reconcile::Result{inTransition(work) ? options_.fast_look : options_.slow_look};
}

absl::Status DeploymentController::store(const Deployment& work, bool erased) {
  const std::string& endpoint = work.spec.endpoint;
  absl::Status status;
  bool changed = false;
  {
    MutexLock lock(mutex_);
    const auto it = deployments_.find(endpoint);
    AERIE_CHECK(it != deployments_.end());
    if (erased) {
      AERIE_RETURN_IF_ERROR(options_.repository->erase(endpoint));
      deployments_.erase(it);
      saved_.erase(endpoint);
      changed = true;
    } else {
      const Deployment next = merged(it->second, work);
      changed = !(next == it->second);
      it->second = next;
      if (!(saved_[endpoint] == next)) {
        status = options_.repository->save(next);
        if (status.ok()) saved_[endpoint] = next;
      }
    }
    if (changed) ++revision_;
  }
  if (changed) notify(options_.state_changed, endpoint);
  return status;
}

absl::Status DeploymentController::perform(Deployment& work, const Action& action) {
  const Replica* replica = findReplica(static_cast<const DeploymentState&>(work.state), action.replica);
  switch (action.kind) {
    case Kind::kStart: {
      Replica fresh;
      fresh.id = fmt::format("{}-{}", work.spec.endpoint, work.state.next_ordinal);
      fresh.pattern = action.pattern;
      AERIE_ASSIGN_OR_RETURN(fresh.url, options_.launcher->urlOf(fresh.id));
      ++work.state.next_ordinal;
      work.state.replicas.push_back(std::move(fresh));
      return absl::OkStatus();
    }
    case Kind::kLaunch: return launch(work, action);
    case Kind::kPublish:
    case Kind::kPublishNone:
    case Kind::kUnpublish: return publish(work, action);
    case Kind::kTerminate:
    case Kind::kKill:
      if (replica == nullptr || replica->pid == 0) return absl::OkStatus();
      AERIE_RETURN_IF_ERROR(options_.launcher->stop(replica->id, {replica->pid, replica->start_ticks},
                                                    action.kind == Kind::kKill));
      break;
    case Kind::kForget: options_.probe->forget(action.replica); break;
    case Kind::kRetarget:
    case Kind::kRetire:
    case Kind::kFailAttempt:
    case Kind::kCloseSkew:
    case Kind::kErase: break;
  }
  applyAction(work, action, now(), options_.policy);
  return absl::OkStatus();
}

absl::Status DeploymentController::launch(Deployment& work, const Action& action) {
  Replica* replica = findReplica(work.state, action.replica);
  if (replica == nullptr) return absl::OkStatus();
  // The record comes first: a process that we start is known to whoever starts after us.
  AERIE_RETURN_IF_ERROR(store(work, false));
  const auto bundle = options_.versions->bundle(work.spec.model, replica->pattern.version);
  absl::StatusOr<LaunchedReplica> launched = LaunchedReplica{};
  if (!bundle.ok()) {
    launched = bundle.status();
  } else {
    launched = options_.launcher->start(
        {replica->id, work.spec.model, replica->pattern.version, replica->url, *bundle, work.spec});
  }
  if (!launched.ok()) {
    markCrashed(*replica, messageOf(launched.status()), now(), options_.policy);
    return absl::OkStatus();
  }
  if (replica->started_ms != 0) ++replica->restarts;
  replica->pid = launched->process.pid;
  replica->start_ticks = launched->process.start_ticks;
  replica->log_path = launched->log_path;
  replica->started_ms = now();
  replica->ready_ms = 0;
  replica->phase = ReplicaPhase::kStarting;
  replica->message.clear();
  options_.probe->forget(replica->id);
  options_.probe->watch(work.spec.endpoint, replica->id, replica->url);
  return store(work, false);
}

absl::Status DeploymentController::publish(Deployment& work, const Action& action) {
  absl::StatusOr<std::uint64_t> revision = std::uint64_t{0};
  if (action.kind == Kind::kUnpublish) {
    revision = options_.publisher->remove(work.spec.endpoint);
  } else {
    std::vector<std::string> urls;
    for (const std::string& id : action.replicas) {
      if (const Replica* replica = findReplica(static_cast<const DeploymentState&>(work.state), id))
        urls.push_back(replica->url);
    }
    revision = options_.publisher->publish(work.spec, urls);
  }
  if (!revision.ok()) return revision.status();
  applyAction(work, action, now(), options_.policy);
  work.state.config_revision = *revision;
  return absl::OkStatus();
}

void DeploymentController::notify(const std::function<void(const std::string&)>& hook,
                                  const std::string& endpoint) const {
  if (hook) hook(endpoint);
}

}  // namespace aerie::deploy
