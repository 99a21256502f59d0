#include "core/deploy/deployment.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/base/ids.h"
#include "core/base/status.h"

namespace aerie::deploy {

DeploymentSpec withDefaults(DeploymentSpec spec) {
  const DeploymentSpec defaults;
  if (spec.target.empty()) spec.target = defaults.target;
  if (spec.batch_size == 0) spec.batch_size = defaults.batch_size;
  if (spec.timeout_ms == 0) spec.timeout_ms = defaults.timeout_ms;
  if (spec.runtime.empty()) spec.runtime = defaults.runtime;
  return spec;
}

absl::Status validate(const DeploymentSpec& spec) {
  AERIE_RETURN_IF_ERROR(validateName("worker endpoint", spec.endpoint));
  const auto refuse = [&](std::string_view problem) {
    return invalidArgument("deployment {}: {}", spec.endpoint, problem);
  };
  AERIE_RETURN_IF_ERROR(withContext(validateName("model", spec.model), "deployment " + spec.endpoint));
  if (spec.version.empty() && spec.stage.empty())
    return refuse("it names neither a version nor a stage; give one of them");
  if (!spec.version.empty() && !spec.stage.empty()) {
    return refuse(fmt::format("it names both version {} and stage {}; give exactly one of them", spec.version,
                              spec.stage));
  }
  const std::string_view what = spec.version.empty() ? "stage" : "version";
  AERIE_RETURN_IF_ERROR(withContext(validateName(what, spec.version.empty() ? spec.stage : spec.version),
                                    "deployment " + spec.endpoint));
  if (spec.replicas > kMaxReplicas) {
    return refuse(fmt::format("{} replicas are too many; the most is {}", spec.replicas, kMaxReplicas));
  }
  if (spec.target != "local") {
    return refuse(
        fmt::format("target '{}' is not known; this control plane launches on 'local'", spec.target));
  }
  static constexpr std::array<std::string_view, 4> kRuntimes = {"sidecar", "embedded", "oip_v2",
                                                                "tensorflow_serving"};
  if (std::find(kRuntimes.begin(), kRuntimes.end(), spec.runtime) == kRuntimes.end()) {
    return refuse(fmt::format(
        "runtime '{}' is not known; use sidecar, embedded, oip_v2 or tensorflow_serving", spec.runtime));
  }
  if (spec.batch_size < 1 || spec.batch_size > 100'000) {
    return refuse(fmt::format("batch_size {} is outside 1..100000", spec.batch_size));
  }
  if (spec.timeout_ms < 1 || spec.timeout_ms > 600'000) {
    return refuse(fmt::format("timeout_ms {} is outside 1..600000", spec.timeout_ms));
  }
  if (spec.hedge_after_ms >= spec.timeout_ms) {
    return refuse(
        fmt::format("hedge_after_ms {} is not below timeout_ms {}", spec.hedge_after_ms, spec.timeout_ms));
  }
  if (!std::isfinite(spec.resources.cpus) || spec.resources.cpus < 0 || spec.resources.cpus > 1024) {
    return refuse("resources.cpus is outside 0..1024");
  }
  if (spec.resources.memory_bytes != 0 && spec.resources.memory_bytes < kMinMemoryLimit) {
    return refuse(
        fmt::format("a memory limit of {} bytes is less than any worker needs; give at least {} MiB, "
                    "or 0 for none",
                    spec.resources.memory_bytes, kMinMemoryLimit >> 20));
  }
  return absl::OkStatus();
}

std::string_view phaseName(ReplicaPhase phase) {
  switch (phase) {
    case ReplicaPhase::kPending: return "waiting";
    case ReplicaPhase::kStarting: return "starting";
    case ReplicaPhase::kLoading: return "loading";
    case ReplicaPhase::kSelfTest: return "self-test";
    case ReplicaPhase::kWarmUp: return "warm-up";
    case ReplicaPhase::kReady: return "ready";
    case ReplicaPhase::kDraining: return "draining";
    case ReplicaPhase::kStopped: return "stopped";
    case ReplicaPhase::kFailed: return "failed";
  }
  return "unknown";
}

const Replica* findReplica(const DeploymentState& state, std::string_view id) {
  const auto it = std::find_if(state.replicas.begin(), state.replicas.end(),
                               [&](const Replica& r) { return r.id == id; });
  return it == state.replicas.end() ? nullptr : &*it;
}

Replica* findReplica(DeploymentState& state, std::string_view id) {
  return const_cast<Replica*>(findReplica(static_cast<const DeploymentState&>(state), id));
}

const Condition* findCondition(const DeploymentState& state, std::string_view type) {
  for (const Condition& condition : state.conditions) {
    if (condition.type == type) return &condition;
  }
  return nullptr;
}

}  // namespace aerie::deploy
