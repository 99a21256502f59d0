// Waiting for a training job: what the commands that wait share.
#pragma once

#include <CLI/CLI.hpp>
#include <absl/status/status.h>
#include <cstdint>
#include <string>

#include "services/ctl/tool.h"
#include "services/ctl/train_follow.h"

namespace aerie::ctl {

struct WaitArguments {
  bool wait = false, cancel_on_signal = false;
  double timeout_seconds = 0, reconnect_seconds = 60;
};

inline constexpr char kTrainExitCodes[] =
    "Exit codes: 0 done, 1 failed, 7 done although some tasks failed, 8 cancelled, 9 --timeout passed and "
    "the job\n"
    "            goes on, 5 the daemon can't be reached, 2 the job file or an argument is wrong, 3 no such "
    "job.";

// --timeout, --reconnect, --cancel-on-signal, and --wait where the command does something else first. `a`
// outlives the command.
void addWaiting(CLI::App* command, WaitArguments& a, bool with_flag);
// First thing of a command: threads inherit which signals are blocked.
void prepareSignals(const WaitArguments& a);

FollowOptions followOptions(const WaitArguments& a, const std::string& job);
// Sets the exit code.
absl::Status endOfFollowing(Tool& tool, const WaitArguments& a, FollowEnd end, const v1::TrainingJob& last);
// Waits, shows what the job became, sets the exit code.
absl::Status waitForJob(Tool& tool, TrainClient& client, const WaitArguments& a, const std::string& id);
// The job after a change, or, with --wait, what it became.
absl::Status finishJob(Tool& tool, TrainClient& client, const WaitArguments& a, const v1::TrainingJob& job);

std::int64_t nowMs();

}  // namespace aerie::ctl
