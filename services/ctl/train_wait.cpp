#include "services/ctl/train_wait.h"

#include <chrono>

#include "core/base/clock.h"
#include "core/base/status.h"
#include "services/common/stop_signal.h"
#include "services/ctl/train_tables.h"

namespace aerie::ctl {
namespace {

void showJob(Tool& tool, const v1::TrainingJob& job) {
  if (tool.out().json())
    tool.out().line(toJson(job));
  else
    tool.out().show(nullptr, jobDetails(job, nowMs()));
}

// A bar on a terminal; elsewhere a line for each new state and now and then.
class WaitReport {
 public:
  explicit WaitReport(Tool& tool) : tool_(tool) {}
  void see(const v1::TrainingJob& job) {
    const JobProgress progress = progressOf(job, nowMs());
    tool_.out().progress(progress.text, progress.ended, progress.total);
    if (tool_.out().interactive()) return;
    const auto now = std::chrono::steady_clock::now();
    if (job.state() == state_ && now - said_ < std::chrono::seconds(30)) return;
    state_ = job.state();
    said_ = now;
    tool_.out().note(progress.text);
  }

 private:
  Tool& tool_;
  v1::TrainingJobState state_ = v1::TRAINING_JOB_STATE_UNSPECIFIED;
  std::chrono::steady_clock::time_point said_;
};

}  // namespace

std::int64_t nowMs() { return unixMillis(SystemClock().wallNow()); }

FollowOptions followOptions(const WaitArguments& a, const std::string& job) {
  FollowOptions options;
  options.job = job;
  options.timeout = std::chrono::milliseconds(static_cast<std::int64_t>(a.timeout_seconds * 1e3));
  options.reconnect = std::chrono::milliseconds(static_cast<std::int64_t>(a.reconnect_seconds * 1e3));
  options.cancel_on_signal = a.cancel_on_signal;
  return options;
}

absl::Status endOfFollowing(Tool& tool, const WaitArguments& a, FollowEnd end, const v1::TrainingJob& last) {
  if (end == FollowEnd::kInterrupted) {
    tool.finishWith(Exit::kInterrupted);
  } else if (end == FollowEnd::kTimedOut) {
    tool.out().note(fmt::format("job {} goes on after {:g} s; 'aeriectl train wait {}' waits again",
                                last.id(), a.timeout_seconds, last.id()));
    tool.finishWith(Exit::kNotOver);
  } else {
    tool.finishWith(exitOf(last));
  }
  return absl::OkStatus();
}

absl::Status waitForJob(Tool& tool, TrainClient& client, const WaitArguments& a, const std::string& id) {
  v1::TrainingJob last;
  WaitReport report(tool);
  FollowHooks hooks;
  hooks.note = [&](const std::string& text) { tool.out().note(text); };
  hooks.update = [&](const v1::WatchTrainingResponse& update) {
    for (const v1::TrainingJob& job : update.jobs()) {
      if (job.id() != id) continue;
      last = job;
      report.see(job);
    }
    return !isOver(last.state());
  };
  AERIE_ASSIGN_OR_RETURN(const FollowEnd end, follow(client, followOptions(a, id), hooks));
  if (end != FollowEnd::kInterrupted) {
    // What the last step left behind, e.g. the version that was published.
    if (auto now = client.job(id); now.ok()) last = *std::move(now);
    showJob(tool, last);
  }
  return endOfFollowing(tool, a, end, last);
}

absl::Status finishJob(Tool& tool, TrainClient& client, const WaitArguments& a, const v1::TrainingJob& job) {
  if (a.wait) return waitForJob(tool, client, a, job.id());
  showJob(tool, job);
  return absl::OkStatus();
}

void addWaiting(CLI::App* command, WaitArguments& a, bool with_flag) {
  if (with_flag)
    command->add_flag("--wait", a.wait, "Wait until the job is over; the exit code says how it ended");
  command
      ->add_option("--timeout", a.timeout_seconds,
                   "Seconds to wait at most; the job goes on (exit 9); 0 = no limit")
      ->check(CLI::Range(0.0, 1e9));
  command
      ->add_option("--reconnect", a.reconnect_seconds,
                   "Seconds to go on trying when the daemon goes away meanwhile; then exit 5")
      ->check(CLI::Range(0.0, 1e9))
      ->capture_default_str();
  command->add_flag("--cancel-on-signal", a.cancel_on_signal,
                    "Ctrl+C or SIGTERM cancels the job and waits for its end (exit 8); else the job goes on");
  command->footer(kTrainExitCodes);
}

void prepareSignals(const WaitArguments& a) {
  if (a.cancel_on_signal) services::blockStopSignals();
}

}  // namespace aerie::ctl
