// What proxies are told: routing configs with their history, worker configs, experiments, and one revision
// over all of it. Each change is checked as a whole snapshot before anything is stored.
#pragma once

#include <absl/status/statusor.h>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "aerie/v1/config.pb.h"
#include "aerie/v1/control.pb.h"
#include "core/base/clock.h"
#include "core/base/mutex.h"
#include "core/deploy/controller.h"
#include "core/experiments/experiment_repository.h"
#include "core/routing/route_table.h"
#include "core/storage/database.h"
#include "services/control/proxy_table.h"

namespace aerie::control {

// Thread-safe. Calls block on disk, except snapshot() and acknowledged().
class ConfigStore final : public deploy::EndpointPublisher {
 public:
  // All references outlive the store. Loads what the database holds.
  static absl::StatusOr<std::unique_ptr<ConfigStore>> open(const storage::Database& database,
                                                           const Clock& clock,
                                                           experiments::ExperimentRepository& experiments,
                                                           const ProxyTable& proxies,
                                                           std::string environment);

  // Aborted when expected_revision is neither 0 nor the newest; the refusals of RouteTable::compile
  // otherwise. An unchanged config keeps its revision.
  absl::StatusOr<v1::RoutingRevision> applyRouting(const v1::ApplyRoutingRequest& request,
                                                   const std::string& actor);
  absl::StatusOr<v1::RoutingRevision> routing(const std::string& use_case) const;
  std::vector<v1::RoutingRevision> routings() const;  // newest of each use case, by name
  absl::StatusOr<std::vector<v1::RoutingRevision>> history(
      const std::string& use_case) const;  // newest first
  // Use cases whose newest routing names the endpoint, anywhere.
  std::vector<std::string> usesOf(const std::string& endpoint) const;

  // Runs `change` (which alters experiments in the repository) and keeps it only when every routing still
  // compiles.
  absl::Status changeExperiments(const std::function<absl::Status()>& change);
  std::uint64_t experimentsRevision() const;

  // From now on routing may not name the endpoint. FailedPrecondition while one does, naming the use cases.
  absl::Status retire(const std::string& endpoint);

  absl::StatusOr<std::uint64_t> publish(const deploy::DeploymentSpec& spec,
                                        const std::vector<std::string>& urls) override;
  absl::StatusOr<std::uint64_t> remove(const std::string& endpoint) override;
  bool acknowledged(std::uint64_t revision) const override { return proxies_.acknowledged(revision); }

  std::shared_ptr<const v1::ProxyConfigSnapshot> snapshot() const;
  // Called after each new snapshot, on the thread that made it, outside locks.
  void onChange(std::function<void()> hook) { hook_ = std::move(hook); }

 private:
  ConfigStore(const storage::Database& database, const Clock& clock,
              experiments::ExperimentRepository& experiments, const ProxyTable& proxies,
              std::string environment);
  absl::Status load();
  routing::RoutingInput input() const AERIE_REQUIRES(mutex_);
  // Checks the input, and inside the caller's transaction writes the next revision.
  absl::StatusOr<std::uint64_t> nextRevision() AERIE_REQUIRES(mutex_);
  void install(routing::RoutingInput input, std::uint64_t revision) AERIE_REQUIRES(mutex_);
  absl::Status checkExpected(const v1::ApplyRoutingRequest& request) const AERIE_REQUIRES(mutex_);

  const storage::Database& database_;
  const Clock& clock_;
  experiments::ExperimentRepository& experiments_repository_;
  const ProxyTable& proxies_;
  const std::string environment_;
  std::function<void()> hook_;
  mutable Mutex mutex_;  // taken before the database's lock
  std::map<std::string, v1::RoutingRevision> routings_ AERIE_GUARDED_BY(mutex_);
  std::map<std::string, routing::WorkerConfig> workers_ AERIE_GUARDED_BY(mutex_);
  std::vector<assignment::Experiment> experiments_ AERIE_GUARDED_BY(mutex_);
  std::set<std::string> retired_ AERIE_GUARDED_BY(mutex_);
  std::uint64_t revision_ AERIE_GUARDED_BY(mutex_) = 0;
  std::shared_ptr<const v1::ProxyConfigSnapshot> snapshot_ AERIE_GUARDED_BY(mutex_);
};

}  // namespace aerie::control
