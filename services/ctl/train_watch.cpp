#include "core/base/clock.h"
#include "core/base/status.h"
#include "services/ctl/tool.h"
#include "services/ctl/train_tables.h"
#include "services/ctl/train_wait.h"

namespace aerie::ctl {
namespace {

struct TrainWatchArguments {
  std::string job;
  WaitArguments waiting;
};
using SharedTrainWatchArguments = std::shared_ptr<TrainWatchArguments>;

std::string timeOfDay() { return toIso8601(SystemClock().wallNow()).substr(11, 8); }

// What changed, for people: a line each.
void say(Tool& tool, const v1::WatchTrainingResponse& update, const std::string& job, bool first) {
  for (const v1::TrainingTask& task : update.tasks())
    tool.out().say(fmt::format("{}  {}", timeOfDay(), taskLine(task)));
  for (const v1::TrainingJob& j : update.jobs()) {
    if (!job.empty() && j.id() != job) continue;
    if (job.empty() && first && isOver(j.state())) continue;
    const JobProgress progress = progressOf(j, nowMs());
    if (!job.empty() && tool.out().interactive() && !isOver(j.state()))
      tool.out().progress(progress.text, progress.ended, progress.total);
    else
      tool.out().say(
          fmt::format("{}  {}{}", timeOfDay(), progress.text, j.message().empty() ? "" : ": " + j.message()));
  }
  for (const v1::TrainingCluster& c : update.clusters()) {
    tool.out().say(fmt::format("{}  cluster {} {}{}", timeOfDay(), c.name(), word(c.state()),
                               c.message().empty() ? "" : ": " + c.message()));
  }
  for (const std::string& removed : update.removed_jobs())
    tool.out().say(fmt::format("{}  job {} forgotten: its history is over its limit", timeOfDay(), removed));
}

void sayJson(Tool& tool, const v1::WatchTrainingResponse& update, const std::string& job) {
  for (const v1::TrainingTask& task : update.tasks()) tool.out().line({{"task", toJson(task)}});
  for (const v1::TrainingJob& j : update.jobs()) {
    if (job.empty() || j.id() == job) tool.out().line({{"job", toJson(j)}});
  }
  for (const v1::TrainingCluster& c : update.clusters()) tool.out().line({{"cluster", toJson(c)}});
  for (const std::string& removed : update.removed_jobs()) tool.out().line({{"removed_job", removed}});
}

}  // namespace

void addTrainWatch(Tool& tool, CLI::App* train) {
  const auto a = std::make_shared<TrainWatchArguments>();
  CLI::App* watch = train->add_subcommand(
      "watch",
      "Every change as it happens: of all jobs and clusters, or of one job with its tasks until it is over");
  watch->add_option("job", a->job, "Only this job, with its tasks")->type_name("JOB");
  addWaiting(watch, a->waiting, false);
  tool.onRun(watch, [&tool, a]() -> absl::Status {
    if (a->waiting.cancel_on_signal && a->job.empty())
      return invalidArgument("--cancel-on-signal needs a job");
    prepareSignals(a->waiting);
    AERIE_ASSIGN_OR_RETURN(TrainClient * client, tool.training());
    FollowOptions options = followOptions(a->waiting, a->job);
    options.tasks = !a->job.empty();
    v1::TrainingJob last;
    bool first = true;
    FollowHooks hooks;
    hooks.note = [&](const std::string& text) { tool.out().note(text); };
    hooks.update = [&](const v1::WatchTrainingResponse& update) {
      for (const v1::TrainingJob& job : update.jobs()) {
        if (job.id() == a->job) last = job;
      }
      if (tool.out().json())
        sayJson(tool, update, a->job);
      else
        say(tool, update, a->job, std::exchange(first, false));
      return a->job.empty() || !isOver(last.state());
    };
    AERIE_ASSIGN_OR_RETURN(const FollowEnd end, follow(*client, options, hooks));
    if (a->job.empty()) return absl::OkStatus();
    return endOfFollowing(tool, a->waiting, end, last);
  });
}

}  // namespace aerie::ctl
