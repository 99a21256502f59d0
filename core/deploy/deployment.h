// What a deployment is: the wanted state of one worker endpoint (spec) and what was seen and done about it
// (state). Plain values without behaviour; times are milliseconds since the Unix epoch, because they outlive
// the process.
#pragma once

#include <absl/status/status.h>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace aerie::deploy {

using UnixMs = std::int64_t;

// Per replica, worker and sidecar together.
struct Resources {
  double cpus = 0;                 // 0 = no limit
  std::uint64_t memory_bytes = 0;  // 0 = no limit
  bool operator==(const Resources&) const = default;
};

struct DeploymentSpec {
  std::string endpoint;
  std::string model;
  std::string version;  // exactly one of version and stage
  std::string stage;
  std::uint32_t replicas = 1;
  std::string target = "local";
  Resources resources;
  std::uint32_t batch_size = 128;
  std::uint32_t timeout_ms = 1000;
  std::string runtime = "sidecar";
  std::uint32_t hedge_after_ms = 0;
  std::uint32_t max_in_flight = 0;
  bool operator==(const DeploymentSpec&) const = default;
};

inline constexpr std::uint32_t kMaxReplicas = 64;
// Less than a worker needs before it has a model.
inline constexpr std::uint64_t kMinMemoryLimit = 32ULL << 20;

// Zero and empty become the defaults of the struct, except replicas, where 0 is a wish.
DeploymentSpec withDefaults(DeploymentSpec spec);
// InvalidArgument naming the endpoint, the field and the remedy.
absl::Status validate(const DeploymentSpec& spec);

// In order of progress. kPending: decided, no process. kFailed: crashed, or reports that it cannot serve.
enum class ReplicaPhase {
  kPending,
  kStarting,
  kLoading,
  kSelfTest,
  kWarmUp,
  kReady,
  kDraining,
  kStopped,
  kFailed
};
std::string_view phaseName(ReplicaPhase phase);

// What makes replicas interchangeable: replicas of different templates never serve together.
struct ReplicaTemplate {
  std::string version;
  std::uint64_t restart = 0;  // the deployment's restart count when it was wanted
  bool empty() const { return version.empty(); }
  bool operator==(const ReplicaTemplate&) const = default;
};

struct Replica {
  std::string id;  // <endpoint>-<ordinal>; ordinals are never used twice
  ReplicaTemplate pattern;
  std::string url;
  ReplicaPhase phase = ReplicaPhase::kPending;
  std::string message;
  std::int64_t pid = 0;  // 0 = no process
  std::uint64_t start_ticks = 0;
  UnixMs started_ms = 0;
  UnixMs ready_ms = 0;
  std::uint32_t restarts = 0;
  std::uint32_t crash_streak = 0;  // crashes without a minute of readiness between them
  UnixMs next_start_ms = 0;        // not launched before
  bool serving = false;            // its url is in the worker config
  bool retiring = false;           // no longer wanted: drain, stop, forget
  UnixMs drain_since_ms = 0;       // when a serving replica left the worker config
  UnixMs terminated_ms = 0;        // when it was asked to stop
  std::string log_path;
  bool operator==(const Replica&) const = default;
};

struct Condition {
  std::string type;  // Ready, Progressing, VersionSkew
  bool status = false;
  std::string reason;
  std::string message;
  UnixMs since_ms = 0;
  bool operator==(const Condition&) const = default;
};

struct RolloutStep {
  std::string name;   // start, load, self-test, warm-up, flip, drain
  std::string state;  // waiting, running, done, failed
  UnixMs started_ms = 0;
  UnixMs ended_ms = 0;
  std::string message;
  bool operator==(const RolloutStep&) const = default;
};

struct DeploymentState {
  std::uint64_t observed_generation = 0;
  ReplicaTemplate serving;  // what the worker config points at; empty = nothing yet
  ReplicaTemplate target;   // what is being rolled out; equals serving when settled
  std::vector<Replica> replicas;
  std::vector<Condition> conditions;
  std::vector<RolloutStep> rollout;
  bool rollout_active = false;
  std::vector<std::string> version_history;  // versions that served, newest first
  std::uint64_t next_ordinal = 0;
  std::uint32_t failed_attempts = 0;  // of the target
  UnixMs next_attempt_ms = 0;
  std::string failure;                // why the last attempt failed
  bool published = false;             // the endpoint has a worker config, perhaps without urls
  std::uint64_t config_revision = 0;  // of the proxy config that holds the last change of the urls
  UnixMs flipped_ms = 0;              // when the last change of the version was published
  bool skew_open = false;             // proxies may still send to the version before
  double version_skew_seconds = 0;
  bool operator==(const DeploymentState&) const = default;
};

struct Deployment {
  DeploymentSpec spec;
  std::uint64_t generation = 1;     // grows with each change of what is wanted
  std::uint64_t restart_count = 0;  // grows with each requested restart
  bool deleting = false;
  UnixMs created_ms = 0;
  DeploymentState state;
  bool operator==(const Deployment&) const = default;
};

const Replica* findReplica(const DeploymentState& state, std::string_view id);
Replica* findReplica(DeploymentState& state, std::string_view id);
const Condition* findCondition(const DeploymentState& state, std::string_view type);

}  // namespace aerie::deploy
