// Everything that a request needs to be routed, as one immutable value; and the place where it is swapped.
#pragma once

#include <absl/status/statusor.h>
#include <atomic>
#include <filesystem>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "aerie/v1/config.pb.h"
#include "core/base/mutex.h"
#include "core/routing/route_table.h"
#include "services/proxy/endpoint.h"
#include "services/proxy/traffic_stats.h"

namespace aerie::proxy {

// A use case with its counters looked up beforehand.
struct UseCaseRoute {
  const routing::UseCase* use_case = nullptr;
  UseCaseStats* stats = nullptr;
  ArmStats* default_arm = nullptr;
  std::vector<std::vector<ArmStats*>> arms;      // [experiment][arm]
  std::vector<std::shared_ptr<KeySample>> keys;  // [experiment]; null: it assigns nothing
};

struct ServingState {
  std::shared_ptr<const routing::RouteTable> table;
  std::vector<std::shared_ptr<Endpoint>> endpoints;  // beside table->endpoints()
  std::unordered_map<std::string, UseCaseRoute> routes;
  std::uint64_t revision = 0;
  std::string source;  // "control plane", "last good file", "config file", "none"

  // NotFound names the use cases that are near; Unavailable when there is no config at all.
  absl::StatusOr<const UseCaseRoute*> find(const std::string& use_case) const;
};

// Owns the current state. current() may be called from any thread and never waits for apply(). Requests keep
// the state that they began with, and with it the channels of endpoints that a newer config no longer has.
class ServingConfig final {
 public:
  struct Options {
    OutlierEjector::Options ejector;
    Endpoint::Budgets budgets;
    std::filesystem::path last_good_file;  // empty = not saved
  };
  ServingConfig(const Clock& clock, TrafficStats& stats, WorkerClientFactory clients, Options options);

  std::shared_ptr<const ServingState> current() const { return state_.load(std::memory_order_acquire); }

  // Validates the snapshot as a whole and swaps it in; what is refused changes nothing but the report below.
  // A snapshot from the control plane is saved as the last good one. Blocks for compiling and disk; not for
  // reactions.
  absl::Status apply(const v1::ProxyConfigSnapshot& snapshot, const std::string& source);
  // Where there is a last good file: applies it. NotFound when there is none, DataLoss when it is damaged.
  absl::Status applyLastGood();

  // config_revision, config_source, refused_*, replicas.
  void fill(v1::ProxyStatus* status) const;

 private:
  absl::StatusOr<std::shared_ptr<const ServingState>> build(const v1::ProxyConfigSnapshot& snapshot,
                                                            const std::string& source);
  absl::StatusOr<std::shared_ptr<Endpoint>> buildEndpoint(const routing::WorkerConfig& config,
                                                          const ServingState& old);

  const Clock& clock_;
  TrafficStats& stats_;
  const WorkerClientFactory clients_;
  const Options options_;
  std::atomic<std::shared_ptr<const ServingState>> state_;
  Mutex apply_mutex_;  // one apply at a time
  std::uint64_t seed_ AERIE_GUARDED_BY(apply_mutex_) = 0;
  mutable Mutex report_mutex_;
  std::string refused_reason_ AERIE_GUARDED_BY(report_mutex_);
  std::uint64_t refused_revision_ AERIE_GUARDED_BY(report_mutex_) = 0;
};

}  // namespace aerie::proxy
