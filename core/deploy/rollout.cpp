#include "core/deploy/rollout.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/base/status.h"

namespace aerie::deploy {
namespace {

constexpr std::array<std::string_view, 6> kSteps = {"start", "load", "self-test", "warm-up", "flip", "drain"};
constexpr std::size_t kFlip = 4, kDrain = 5, kDone = 6;

void setCondition(Deployment& d, std::string type, bool status, std::string reason, std::string message,
                  UnixMs now) {
  for (Condition& c : d.state.conditions) {
    if (c.type != type) continue;
    if (c.status != status || c.reason != reason) c.since_ms = now;
    c.status = status;
    c.reason = std::move(reason);
    c.message = std::move(message);
    return;
  }
  d.state.conditions.push_back({std::move(type), status, std::move(reason), std::move(message), now});
}

std::size_t stepOf(ReplicaPhase phase) {
  switch (phase) {
    case ReplicaPhase::kLoading: return 1;
    case ReplicaPhase::kSelfTest: return 2;
    case ReplicaPhase::kWarmUp: return 3;
    case ReplicaPhase::kReady: return kFlip;
    default: return 0;
  }
}

std::size_t currentStep(const Deployment& d) {
  if (d.state.target == d.state.serving) {
    const bool draining = std::any_of(d.state.replicas.begin(), d.state.replicas.end(),
                                      [](const Replica& r) { return r.retiring; });
    return draining || d.state.skew_open ? kDrain : kDone;
  }
  std::size_t step = kFlip, count = 0;
  for (const Replica& r : d.state.replicas) {
    if (r.retiring || r.pattern != d.state.target) continue;
    step = std::min(step, stepOf(r.phase));
    ++count;
  }
  return count < d.spec.replicas || count == 0 ? 0 : step;
}

void describeRollout(Deployment& d, UnixMs now) {
  DeploymentState& state = d.state;
  if (!state.rollout_active || state.rollout.size() != kSteps.size()) return;
  const bool failed =
      state.target != state.serving && state.failed_attempts > 0 && now < state.next_attempt_ms;
  const std::size_t at = currentStep(d);
  if (failed) {
    // The step that ran when the attempt failed keeps the reason until the next attempt begins.
    for (RolloutStep& step : state.rollout) {
      if (step.state != "running") continue;
      step.state = "failed";
      step.ended_ms = now;
      step.message = state.failure;
    }
    return;
  }
  for (std::size_t i = 0; i < kSteps.size(); ++i) {
    RolloutStep& step = state.rollout[i];
    if (i < at) {
      if (step.state != "done") {
        if (step.started_ms == 0) step.started_ms = now;
        step.ended_ms = now;
      }
      step.state = "done";
    } else if (i == at) {
      if (step.state != "running") {
        step.started_ms = now;
        step.ended_ms = 0;
      }
      step.state = "running";
    } else {
      step = {step.name, "waiting", 0, 0, ""};
    }
    step.message = i < at || state.failure.empty()
                       ? ""
                       : fmt::format("attempt {}; before: {}", state.failed_attempts + 1, state.failure);
  }
  if (at == kDone) state.rollout_active = false;
}

void describeReady(Deployment& d, UnixMs now) {
  std::uint32_t ready = 0;
  std::string trouble;
  for (const Replica& r : d.state.replicas) {
    if (r.serving && r.phase == ReplicaPhase::kReady) ++ready;
    if (!r.retiring && r.phase == ReplicaPhase::kFailed && !d.state.serving.empty() &&
        r.pattern == d.state.serving) {
      trouble = fmt::format("; replica {} is being restarted: {}", r.id, r.message);
    }
  }
  const std::uint32_t want = d.spec.replicas;
  const std::string count = fmt::format("{} of {} replicas ready{}", ready, want, trouble);
  if (d.deleting) {
    setCondition(d, "Ready", false, "Deleting", "it is being deleted", now);
  } else if (want == 0) {
    setCondition(d, "Ready", true, "ScaledToZero", "no replica is wanted", now);
  } else if (d.state.serving.empty()) {
    setCondition(d, "Ready", false, "NothingServes", "no version has become ready yet", now);
  } else if (ready >= want) {
    setCondition(d, "Ready", true, "ReplicasReady", count, now);
  } else {
    setCondition(d, "Ready", false, trouble.empty() ? "ReplicasMissing" : "ReplicasCrashed", count, now);
  }
}

void describeProgress(Deployment& d, const Facts& facts, const Policy& policy) {
  const DeploymentState& s = d.state;
  const UnixMs now = facts.now;
  const bool rolling = s.target != s.serving;
  const std::string keeps =
      s.serving.empty() ? "nothing serves yet" : fmt::format("version {} keeps serving", s.serving.version);
  if (d.deleting) {
    setCondition(d, "Progressing", true, "Deleting", "its replicas are drained and stopped", now);
  } else if (!facts.wanted_version.ok()) {
    setCondition(d, "Progressing", false, "VersionUnknown",
                 fmt::format("{}; {}", messageOf(facts.wanted_version.status()), keeps), now);
  } else if (rolling && s.failed_attempts >= policy.max_attempts) {
    setCondition(d, "Progressing", false, "Stuck",
                 fmt::format("version {} did not become ready in {} attempts: {}; {}. Restart the deployment "
                             "to try again, or roll "
                             "back",
                             s.target.version, s.failed_attempts, s.failure, keeps),
                 now);
  } else if (rolling && d.spec.replicas == 0) {
    setCondition(d, "Progressing", false, "ScaledToZero", "nothing to do until it is scaled up", now);
  } else if (rolling && s.failed_attempts > 0) {
    setCondition(d, "Progressing", true, "RetryAfterFailure",
                 fmt::format("attempt {} of {} to start version {}; the one before failed: {}; {}",
                             s.failed_attempts + 1, policy.max_attempts, s.target.version, s.failure, keeps),
                 now);
  } else if (rolling) {
    setCondition(d, "Progressing", true, "RollingOut",
                 fmt::format("starting version {}; {}", s.target.version, keeps), now);
  } else if (s.rollout_active) {
    setCondition(d, "Progressing", true, "Draining",
                 fmt::format("version {} serves; the replicas before it are drained", s.serving.version),
                 now);
  } else {
    const auto serving = std::count_if(s.replicas.begin(), s.replicas.end(), [](const Replica& r) {
      return r.serving && r.phase == ReplicaPhase::kReady;
    });
    const bool settled =
        static_cast<std::uint32_t>(serving) == d.spec.replicas &&
        std::none_of(s.replicas.begin(), s.replicas.end(), [](const Replica& r) { return r.retiring; });
    if (settled)
      setCondition(d, "Progressing", false, "Settled", fmt::format("version {} serves", s.serving.version),
                   now);
    if (!settled)
      setCondition(d, "Progressing", true, "Scaling", "replicas are being started or stopped", now);
  }
}

// What each replica may use, in words; only for deployments that have a limit.
void describeLimits(Deployment& d, UnixMs now) {
  const Resources& limits = d.spec.resources;
  std::vector<std::string> parts;
  if (limits.cpus > 0) {
    const double whole = std::ceil(limits.cpus);
    parts.push_back(whole == limits.cpus ? fmt::format("{:.0f} CPUs", whole)
                                         : fmt::format("{:.0f} CPUs ({} rounded up)", whole, limits.cpus));
  }
  if (limits.memory_bytes > 0) {
    parts.push_back(fmt::format("{} MiB of memory, beyond which it is ended and started anew",
                                limits.memory_bytes >> 20));
  }
  if (parts.empty()) return;
  setCondition(d, "Limited", true, "LimitsEnforced",
               fmt::format("each replica may use {}", fmt::join(parts, " and ")), now);
}

}  // namespace

std::vector<RolloutStep> freshRollout() {
  std::vector<RolloutStep> steps;
  for (const std::string_view name : kSteps) steps.push_back({std::string(name), "waiting", 0, 0, ""});
  return steps;
}

void describe(Deployment& d, const Facts& facts, const Policy& policy) {
  describeRollout(d, facts.now);
  describeReady(d, facts.now);
  describeProgress(d, facts, policy);
  describeLimits(d, facts.now);
  const bool skew = d.state.skew_open;
  setCondition(
      d, "VersionSkew", skew, skew ? "ProxiesSwitching" : "OneVersion",
      skew ? "proxies that have not applied the new config may still send to the version before"
           : (d.state.flipped_ms != 0 ? fmt::format("the last change of version took proxies {:.1f} s",
                                                    d.state.version_skew_seconds)
                                      : ""),
      facts.now);
}

}  // namespace aerie::deploy
