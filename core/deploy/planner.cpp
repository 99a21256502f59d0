#include "core/deploy/planner.h"

#include <algorithm>

#include "core/base/status.h"
#include "core/deploy/rollout.h"

namespace aerie::deploy {
namespace {

using Kind = Action::Kind;

UnixMs ms(Duration duration) {
  return std::chrono::duration_cast<std::chrono::milliseconds>(duration).count();
}

void observeExit(Replica& replica, const Observation& seen, UnixMs now, const Policy& policy) {
  replica.pid = 0;
  replica.start_ticks = 0;
  if (replica.retiring) {
    replica.phase = ReplicaPhase::kStopped;
    replica.message = seen.exit_text;
  } else if (replica.phase == ReplicaPhase::kFailed && replica.terminated_ms != 0) {
    replica.next_start_ms = std::max(replica.next_start_ms, now);  // it was failed already: keep that reason
  } else {
    const std::string reported = replica.phase == ReplicaPhase::kFailed ? replica.message + "; " : "";
    markCrashed(replica, fmt::format("{}{}; see its log", reported, seen.exit_text), now, policy);
  }
  replica.terminated_ms = 0;
}

void observeProbe(Replica& replica, const ProbeResult& probe, UnixMs now, const Policy& policy) {
  if (probe.phase == ReplicaPhase::kFailed) {
    markCrashed(replica, probe.message.empty() ? "the worker reports that it failed" : probe.message, now,
                policy);
    return;
  }
  if (probe.phase == ReplicaPhase::kReady && !probe.version.empty() &&
      probe.version != replica.pattern.version) {
    markCrashed(replica,
                fmt::format("it answers as version {}, not {}", probe.version, replica.pattern.version), now,
                policy);
    return;
  }
  if (probe.phase == ReplicaPhase::kReady && replica.phase != ReplicaPhase::kReady) replica.ready_ms = now;
  if (probe.phase == ReplicaPhase::kDraining && replica.phase != ReplicaPhase::kReady) return;
  replica.phase = probe.phase;
  replica.message = probe.message;
}

// What the planner looks at: the replicas by their role.
struct View {
  View(const Deployment& d, const ReplicaTemplate& wanted) : deployment(d) {
    for (const Replica& r : d.state.replicas) {
      if (r.retiring) {
        retiring.push_back(&r);
      } else if (!d.state.serving.empty() && r.pattern == d.state.serving) {
        current.push_back(&r);
      } else if (r.pattern == wanted) {
        next.push_back(&r);
      } else {
        strays.push_back(&r);
      }
    }
  }
  const Deployment& deployment;
  std::vector<const Replica*> current, next, retiring, strays;
};

bool ready(const Replica* replica) { return replica->phase == ReplicaPhase::kReady; }

void planRetirement(const View& view, const Facts& facts, const Policy& policy, std::vector<Action>& out) {
  for (const Replica* r : view.strays) out.push_back({Kind::kRetire, {}, r->id});
  for (const Replica* r : view.retiring) {
    if (r->pid == 0) {
      out.push_back({Kind::kForget, {}, r->id});
      continue;
    }
    if (r->terminated_ms != 0) {
      if (facts.now - r->terminated_ms >= ms(policy.kill_after)) out.push_back({Kind::kKill, {}, r->id});
      continue;
    }
    const UnixMs drained_for = facts.now - r->drain_since_ms;
    const bool drained = r->drain_since_ms == 0 || drained_for >= ms(policy.drain_grace) ||
                         (facts.config_acknowledged && drained_for >= ms(policy.min_drain));
    if (drained) out.push_back({Kind::kTerminate, {}, r->id});
  }
}

// A process that failed without ending is ended first; one without a process is launched when its time has
// come.
void planProcess(const Replica* r, bool may_launch, const Facts& facts, const Policy& policy,
                 std::vector<Action>& out) {
  if (r->pid != 0 && r->phase == ReplicaPhase::kFailed) {
    if (r->terminated_ms == 0) {
      out.push_back({Kind::kTerminate, {}, r->id});
    } else if (facts.now - r->terminated_ms >= ms(policy.kill_after)) {
      out.push_back({Kind::kKill, {}, r->id});
    }
  } else if (r->pid == 0 && may_launch && facts.now >= r->next_start_ms) {
    out.push_back({Kind::kLaunch, {}, r->id});
  }
}

void planStarts(const std::vector<const Replica*>& have, std::uint32_t want, const ReplicaTemplate& pattern,
                std::vector<Action>& out) {
  for (std::size_t i = have.size(); i < want; ++i) out.push_back({Kind::kStart, pattern});
}

// The surplus that hurts least: what is not ready first, then the youngest.
std::vector<const Replica*> surplus(std::vector<const Replica*> have, std::size_t want) {
  if (have.size() <= want) return {};
  std::stable_sort(have.begin(), have.end(),
                   [](const Replica* a, const Replica* b) { return ready(a) > ready(b); });
  return {have.begin() + static_cast<std::ptrdiff_t>(want), have.end()};
}

std::vector<std::string> ids(const std::vector<const Replica*>& replicas) {
  std::vector<std::string> result;
  for (const Replica* r : replicas) result.push_back(r->id);
  return result;
}

// Keeps the serving template at its size and its urls right. `may_grow`: no rollout is about to replace it.
void planCurrent(const View& view, bool may_grow, const Facts& facts, const Policy& policy,
                 std::vector<Action>& out) {
  const Deployment& d = view.deployment;
  const std::uint32_t want = d.spec.replicas;
  const std::vector<const Replica*> extra = surplus(view.current, want);
  std::vector<const Replica*> keep, urls;
  bool changed = false;
  for (const Replica* r : view.current) {
    if (std::find(extra.begin(), extra.end(), r) != extra.end()) continue;
    keep.push_back(r);
    if (ready(r)) urls.push_back(r);
  }
  for (const Replica* r : view.current) {
    const bool listed = std::find(urls.begin(), urls.end(), r) != urls.end();
    if (listed != r->serving) changed = true;
  }
  if (!urls.empty() && changed) out.push_back({Kind::kPublish, d.state.serving, {}, ids(urls)});
  if (want == 0 && changed) out.push_back({Kind::kPublishNone});
  // While nothing else is ready, a surplus replica that the config still names stays.
  for (const Replica* r : extra) {
    if (want == 0 || !urls.empty() || !r->serving) out.push_back({Kind::kRetire, {}, r->id});
  }
  if (may_grow) planStarts(keep, want, d.state.serving, out);
  for (const Replica* r : keep) planProcess(r, true, facts, policy, out);
}

void planRollout(const View& view, const ReplicaTemplate& target, const Facts& facts, const Policy& policy,
                 std::vector<Action>& out) {
  const DeploymentState& state = view.deployment.state;
  const std::uint32_t want = view.deployment.spec.replicas;
  for (const Replica* r : view.next) {
    if (r->phase != ReplicaPhase::kFailed) continue;
    out.push_back({Kind::kFailAttempt, target, {}, {}, fmt::format("replica {}: {}", r->id, r->message)});
    return;
  }
  if (state.failed_attempts >= policy.max_attempts || facts.now < state.next_attempt_ms) {
    for (const Replica* r : view.next) out.push_back({Kind::kRetire, {}, r->id});
    return;
  }
  const std::vector<const Replica*> extra = surplus(view.next, want);
  for (const Replica* r : extra) out.push_back({Kind::kRetire, {}, r->id});
  if (!extra.empty()) return;
  planStarts(view.next, want, target, out);
  for (const Replica* r : view.next) planProcess(r, true, facts, policy, out);
  const bool all_ready = view.next.size() == want && std::all_of(view.next.begin(), view.next.end(), ready);
  if (all_ready) out.push_back({Kind::kPublish, target, {}, ids(view.next)});
}

}  // namespace

void markCrashed(Replica& replica, std::string message, UnixMs now, const Policy& policy) {
  const bool was_stable = replica.ready_ms != 0 && now - replica.ready_ms >= ms(policy.stable_after);
  replica.crash_streak = was_stable ? 1 : replica.crash_streak + 1;
  replica.next_start_ms = now + ms(policy.crash_backoff.nominal(replica.crash_streak));
  replica.phase = ReplicaPhase::kFailed;
  replica.message = std::move(message);
  replica.ready_ms = 0;
}

void observe(Deployment& deployment, const Observations& seen, UnixMs now, const Policy& policy) {
  for (Replica& replica : deployment.state.replicas) {
    const auto it = seen.find(replica.id);
    if (it == seen.end() || replica.pid == 0) continue;
    if (it->second.exited) {
      observeExit(replica, it->second, now, policy);
      continue;
    }
    if (replica.retiring || replica.phase == ReplicaPhase::kFailed) continue;
    const std::optional<ProbeResult>& probe = it->second.probe;
    if (probe && probe->answered_ms >= replica.started_ms) observeProbe(replica, *probe, now, policy);
    if (replica.phase < ReplicaPhase::kReady && now - replica.started_ms >= ms(policy.start_timeout)) {
      markCrashed(replica,
                  fmt::format("not ready {} s after its start (it was in phase {}{}{})",
                              ms(policy.start_timeout) / 1000, phaseName(replica.phase),
                              replica.message.empty() ? "" : ": ", replica.message),
                  now, policy);
    } else if (replica.phase == ReplicaPhase::kReady) {
      const UnixMs last = std::max(replica.ready_ms, probe ? probe->answered_ms : 0);
      if (now - last >= ms(policy.unresponsive)) {
        markCrashed(replica, fmt::format("it has not answered for {} s", (now - last) / 1000), now, policy);
      }
    }
  }
}

std::string_view actionName(Kind kind) {
  switch (kind) {
    case Kind::kRetarget: return "retarget";
    case Kind::kStart: return "start";
    case Kind::kLaunch: return "launch";
    case Kind::kPublish: return "publish";
    case Kind::kPublishNone: return "publish-none";
    case Kind::kUnpublish: return "unpublish";
    case Kind::kRetire: return "retire";
    case Kind::kTerminate: return "terminate";
    case Kind::kKill: return "kill";
    case Kind::kForget: return "forget";
    case Kind::kFailAttempt: return "fail-attempt";
    case Kind::kCloseSkew: return "close-skew";
    case Kind::kErase: return "erase";
  }
  return "?";
}

std::vector<Action> plan(const Deployment& d, const Facts& facts, const Policy& policy) {
  std::vector<Action> out;
  if (d.state.skew_open && facts.config_acknowledged) out.push_back({Kind::kCloseSkew});
  if (d.deleting) {
    if (d.state.published) {
      out.push_back({Kind::kUnpublish});
      return out;
    }
    const View view(d, {});
    for (const Replica* r : view.current) out.push_back({Kind::kRetire, {}, r->id});
    planRetirement(view, facts, policy, out);
    if (d.state.replicas.empty()) out.push_back({Kind::kErase});
    return out;
  }

  if (!d.state.published) out.push_back({Kind::kPublishNone});
  const ReplicaTemplate target = d.state.target;
  if (facts.wanted_version.ok()) {
    const ReplicaTemplate wanted{*facts.wanted_version, d.restart_count};
    if (wanted != target) {
      out.push_back({Kind::kRetarget, wanted});
      return out;
    }
  }
  const View view(d, target);
  planRetirement(view, facts, policy, out);
  const bool rolling = !target.empty() && target != d.state.serving;
  const bool paused = d.state.failed_attempts >= policy.max_attempts || facts.now < d.state.next_attempt_ms;
  if (!d.state.serving.empty()) planCurrent(view, !rolling || paused, facts, policy, out);
  if (!rolling) return out;
  if (d.spec.replicas == 0) {
    for (const Replica* r : view.next) out.push_back({Kind::kRetire, {}, r->id});
    return out;
  }
  planRollout(view, target, facts, policy, out);
  return out;
}

void applyAction(Deployment& d, const Action& action, UnixMs now, const Policy& policy) {
  DeploymentState& state = d.state;
  Replica* replica = action.replica.empty() ? nullptr : findReplica(state, action.replica);
  const auto retire = [&](Replica& r) {
    r.retiring = true;
    if (r.pid != 0) r.phase = ReplicaPhase::kDraining;
  };
  const auto unlist = [&](Replica& r) {
    if (!r.serving) return;
    r.serving = false;
    r.drain_since_ms = now;
  };
  switch (action.kind) {
    case Kind::kRetarget:
      state.target = action.pattern;
      state.failed_attempts = 0;
      state.next_attempt_ms = 0;
      state.failure.clear();
      state.rollout_active = state.target != state.serving;
      if (state.rollout_active) state.rollout = freshRollout();
      break;
    case Kind::kPublish: {
      const bool flip = action.pattern != state.serving;
      const std::string before = state.serving.version;
      for (Replica& r : state.replicas) {
        const bool listed =
            std::find(action.replicas.begin(), action.replicas.end(), r.id) != action.replicas.end();
        if (!listed) {
          unlist(r);
          if (flip && !r.retiring) retire(r);
        } else {
          r.serving = true;
          r.drain_since_ms = 0;
        }
      }
      if (!flip) break;
      state.serving = action.pattern;
      state.failed_attempts = 0;
      state.failure.clear();
      state.flipped_ms = now;
      state.version_skew_seconds = 0;
      state.skew_open = !before.empty() && before != action.pattern.version;
      auto& history = state.version_history;
      history.erase(std::remove(history.begin(), history.end(), action.pattern.version), history.end());
      history.insert(history.begin(), action.pattern.version);
      if (history.size() > 20) history.resize(20);
      break;
    }
    case Kind::kPublishNone:
    case Kind::kUnpublish:
      state.published = action.kind == Kind::kPublishNone;
      for (Replica& r : state.replicas) unlist(r);
      break;
    case Kind::kRetire:
      if (replica != nullptr) {
        unlist(*replica);
        retire(*replica);
      }
      break;
    case Kind::kTerminate:
    case Kind::kKill:
      if (replica != nullptr) replica->terminated_ms = now;
      break;
    case Kind::kForget:
      std::erase_if(state.replicas, [&](const Replica& r) { return r.id == action.replica; });
      break;
    case Kind::kFailAttempt:
      ++state.failed_attempts;
      state.next_attempt_ms = now + ms(policy.attempt_backoff.nominal(state.failed_attempts));
      state.failure = action.message;
      for (Replica& r : state.replicas) {
        if (r.pattern == action.pattern && !r.retiring) retire(r);
      }
      break;
    case Kind::kCloseSkew:
      state.skew_open = false;
      state.version_skew_seconds = static_cast<double>(now - state.flipped_ms) / 1000.0;
      break;
    case Kind::kStart:
    case Kind::kLaunch:
    case Kind::kErase: break;
  }
}

bool inTransition(const Deployment& d) {
  if (d.deleting || d.state.skew_open || d.state.rollout_active) return true;
  return std::any_of(d.state.replicas.begin(), d.state.replicas.end(),
                     [](const Replica& r) { return r.retiring || r.phase != ReplicaPhase::kReady; });
}

}  // namespace aerie::deploy
