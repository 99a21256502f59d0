// Follows jobs through lost connections and restarts of the daemon.
#pragma once

#include <absl/status/statusor.h>
#include <chrono>
#include <functional>
#include <string>

#include "services/ctl/train_client.h"

namespace aerie::ctl {

struct FollowOptions {
  std::string job;                       // "" = all jobs and clusters
  bool tasks = false;                    // of `job`, too
  std::chrono::milliseconds timeout{0};  // 0 = none
  // A lost connection is tried again this long; one that never was there is an error at once.
  std::chrono::milliseconds reconnect = std::chrono::seconds(60);
  // On a stop signal (which the caller has blocked, see blockStopSignals()) the job is cancelled and followed
  // to its end; a second signal ends the following.
  bool cancel_on_signal = false;
};
struct FollowHooks {
  // The job as it is first, then what changes (job, tasks, clusters). false ends the following.
  std::function<bool(const v1::WatchTrainingResponse&)> update;
  std::function<void(const std::string&)> note;  // for people: a lost connection, a signal
};
enum class FollowEnd { kStopped, kTimedOut, kInterrupted };

// Blocks until `update` answers false, the time is over, or a second signal came. Errors: of the daemon
// (NotFound for a job), or Unavailable when it can't be reached.
absl::StatusOr<FollowEnd> follow(TrainClient& client, const FollowOptions& options, const FollowHooks& hooks);

}  // namespace aerie::ctl
