// Makes deployments so: holds what is wanted and seen, and performs the planner's actions through its
// collaborators.
#pragma once

#include <absl/status/statusor.h>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/mutex.h"
#include "core/deploy/deployment_repository.h"
#include "core/deploy/launcher.h"
#include "core/deploy/planner.h"
#include "core/reconcile/reconciler.h"

namespace aerie::deploy {

// What a replica says about itself, gathered in the background. Thread-safe; never blocks.
class ReplicaProbe {
 public:
  virtual ~ReplicaProbe() = default;
  virtual void watch(const std::string& endpoint, const std::string& replica_id, const std::string& url) = 0;
  virtual void forget(const std::string& replica_id) = 0;
  // The last answer; nullopt before the first one.
  virtual std::optional<ProbeResult> latest(const std::string& replica_id) const = 0;
};

// The worker configs that proxies get. Thread-safe. Each change is durable and whole when the call returns; a
// call that changes nothing answers the revision that holds it already.
class EndpointPublisher {
 public:
  virtual ~EndpointPublisher() = default;
  virtual absl::StatusOr<std::uint64_t> publish(const DeploymentSpec& spec,
                                                const std::vector<std::string>& urls) = 0;
  // FailedPrecondition while a routing config uses the endpoint, naming the use cases. NotFound is success.
  virtual absl::StatusOr<std::uint64_t> remove(const std::string& endpoint) = 0;
  // True when every known proxy applied this revision or a later one.
  virtual bool acknowledged(std::uint64_t revision) const = 0;
};

// The registry, as deployments see it. Thread-safe.
class VersionSource {
 public:
  virtual ~VersionSource() = default;
  // `version_or_stage` resolved to a version that may be started: NotFound, FailedPrecondition when archived.
  virtual absl::StatusOr<std::string> resolve(const std::string& model,
                                              const std::string& version_or_stage) const = 0;
  virtual absl::StatusOr<std::filesystem::path> bundle(const std::string& model,
                                                       const std::string& version) const = 0;
};

struct ControllerOptions {
  const Clock* clock = nullptr;  // all required but the hooks; all outlive the controller
  DeploymentRepository* repository = nullptr;
  Launcher* launcher = nullptr;
  ReplicaProbe* probe = nullptr;
  EndpointPublisher* publisher = nullptr;
  VersionSource* versions = nullptr;
  Policy policy;
  Duration fast_look = std::chrono::milliseconds(100);  // between looks while something is under way
  Duration slow_look = std::chrono::milliseconds(500);  // and when settled: how soon a crash is noticed
  std::function<void(const std::string& endpoint)> wanted_changed;  // reconcile it soon
  std::function<void(const std::string& endpoint)> state_changed;   // something that people see changed
  std::function<void(const std::string& endpoint, const Action& action)> acted;
};

// Thread-safe, except that reconcile() is called once at a time for one endpoint. Calls may block on disk.
class DeploymentController final {
 public:
  // Loads what the repository holds.
  static absl::StatusOr<std::unique_ptr<DeploymentController>> create(ControllerOptions options);

  // Once after creation, before the first reconcile: takes over the processes that still run, ends those that
  // nobody wants, and answers how many of each.
  struct Adoption {
    int adopted = 0;
    int orphans = 0;
  };
  absl::StatusOr<Adoption> adopt();

  // Changes of what is wanted. They return when the wish is durable; reconciling follows.
  absl::StatusOr<Deployment> createDeployment(DeploymentSpec spec);
  // expected_generation 0 = whatever is there; else Aborted when it is stale.
  absl::StatusOr<Deployment> scale(const std::string& endpoint, std::uint32_t replicas,
                                   std::uint64_t expected_generation);
  absl::StatusOr<Deployment> restart(const std::string& endpoint);
  // Only for deployments that name a version; one that follows a stage changes by moving the stage.
  absl::StatusOr<Deployment> setVersion(const std::string& endpoint, const std::string& version);
  absl::StatusOr<Deployment> remove(const std::string& endpoint);
  // The stage names another version now: every deployment that follows it gets a new generation. Answers
  // them.
  absl::StatusOr<std::vector<std::string>> stageMoved(const std::string& model, const std::string& stage);

  // Where a rollback leads: `requested`, or when empty the version that serves while a rollout is under way,
  // else the one that served before. FailedPrecondition when there is none.
  absl::StatusOr<std::string> rollbackVersion(const std::string& endpoint,
                                              const std::string& requested) const;

  absl::StatusOr<Deployment> get(const std::string& endpoint) const;
  std::vector<Deployment> list() const;  // by endpoint
  std::vector<std::string> endpoints() const;
  std::uint64_t revision() const;  // grows with each visible change; starts again with the process

  absl::StatusOr<reconcile::Result> reconcile(const std::string& endpoint);

 private:
  explicit DeploymentController(ControllerOptions options) : options_(std::move(options)) {}
  UnixMs now() const { return unixMillis(options_.clock->wallNow()); }
  using Change = std::function<absl::Status(Deployment&)>;
  absl::StatusOr<Deployment> change(const std::string& endpoint, const Change& change);
  Observations look(const Deployment& deployment) const;
  absl::StatusOr<std::string> wantedVersion(const Deployment& deployment) const;
  absl::Status perform(Deployment& work, const Action& action);
  absl::Status launch(Deployment& work, const Action& action);
  absl::Status publish(Deployment& work, const Action& action);
  absl::Status store(const Deployment& work, bool erased);
  void notify(const std::function<void(const std::string&)>& hook, const std::string& endpoint) const;

  const ControllerOptions options_;
  mutable Mutex mutex_;
  std::map<std::string, Deployment> deployments_ AERIE_GUARDED_BY(mutex_);
  std::map<std::string, Deployment> saved_ AERIE_GUARDED_BY(mutex_);  // as the repository has them
  std::uint64_t revision_ AERIE_GUARDED_BY(mutex_) = 1;
};

}  // namespace aerie::deploy
