// Pure decisions about one deployment: what was seen is folded into the state (observe), and the next actions
// follow from spec and state alone (plan). Nothing here knows processes, databases or clocks.
//
// Rules that every plan keeps:
//  - the worker config names replicas of one template only, and is changed as a whole;
//  - once something serves, the config names at least one replica until the deployment is deleted or scaled
//  to zero;
//  - a replica that left the config is stopped only after the proxies have the new config (or a grace time
//  has passed);
//  - a version that does not become ready leaves the one before serving, is tried a bounded number of times,
//  then waits.
#pragma once

#include <absl/status/statusor.h>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/deploy/deployment.h"
#include "core/reconcile/backoff.h"

namespace aerie::deploy {

struct Policy {
  Duration start_timeout = std::chrono::seconds(60);  // from launch to ready
  Duration unresponsive =
      std::chrono::seconds(30);  // a ready replica that answers no probe for so long is replaced
  Duration min_drain = std::chrono::milliseconds(500);  // between leaving the config and the request to stop
  Duration drain_grace = std::chrono::seconds(15);   // the longest wait for proxies that do not acknowledge
  Duration kill_after = std::chrono::seconds(20);    // between the request to stop and the kill
  Duration stable_after = std::chrono::seconds(60);  // readiness of this length forgets earlier crashes
  std::uint32_t max_attempts = 3;                    // of one target before it is stuck
  reconcile::Backoff attempt_backoff{std::chrono::seconds(2), std::chrono::seconds(30), 0};
  reconcile::Backoff crash_backoff{std::chrono::milliseconds(250), std::chrono::seconds(30), 0};
};

// What the replica's own status call said last.
struct ProbeResult {
  ReplicaPhase phase = ReplicaPhase::kStarting;
  std::string message;
  std::string version;
  UnixMs answered_ms = 0;
  bool operator==(const ProbeResult&) const = default;
};
struct Observation {
  bool exited = false;
  std::string exit_text;  // "killed by signal 9 (SIGKILL)"
  std::optional<ProbeResult> probe;
};
using Observations = std::map<std::string, Observation>;  // by replica id

// Folds what was seen into the state: phases, crashes with their back-off, time-outs.
void observe(Deployment& deployment, const Observations& seen, UnixMs now, const Policy& policy);

struct Facts {
  UnixMs now = 0;
  absl::StatusOr<std::string> wanted_version;  // the spec's version, or the one its stage names now
  bool config_acknowledged = false;            // every proxy applied state.config_revision
};

struct Action {
  enum class Kind {
    kRetarget,     // pattern: the new target; earlier failures are forgotten
    kStart,        // make a new replica of pattern
    kLaunch,       // start the process of replica
    kPublish,      // make replicas (all of pattern) the worker config; the others leave it
    kPublishNone,  // the worker config without urls: at first, and at scale zero
    kUnpublish,    // take the endpoint out of the proxies' config
    kRetire,       // replica is no longer wanted
    kTerminate,    // ask replica's process to stop
    kKill,         // end replica's process
    kForget,       // drop replica's record; it has no process
    kFailAttempt,  // the target did not become ready: message
    kCloseSkew,    // the proxies have the new version
    kErase,        // the deployment is gone
  };
  Kind kind;
  ReplicaTemplate pattern{};
  std::string replica{};
  std::vector<std::string> replicas{};
  std::string message{};
};
std::string_view actionName(Action::Kind kind);

// The actions to take now, in order; empty when nothing is to be done until something changes or time passes.
std::vector<Action> plan(const Deployment& deployment, const Facts& facts, const Policy& policy);

// The state's change by an action, as far as it does not come from the outside: kStart, kLaunch and the
// publishing ones need a replica, a process and a revision, which the caller fills in.
void applyAction(Deployment& deployment, const Action& action, UnixMs now, const Policy& policy);

// A replica whose process could not be started, or ended by itself: failed, with the back-off of its crash
// streak.
void markCrashed(Replica& replica, std::string message, UnixMs now, const Policy& policy);

// True while time alone may bring new actions soon (waiting for ready, draining, back-off).
bool inTransition(const Deployment& deployment);

}  // namespace aerie::deploy
