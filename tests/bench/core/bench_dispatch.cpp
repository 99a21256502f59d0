// Task starts per second without the process: decisions alone, and decisions with the queue on disk. A table,
// or one JSON line with --json.
#include <string>
#include <vector>

#include "core/base/files.h"
#include "core/base/status.h"
#include "core/storage/database.h"
#include "core/training/scheduler.h"
#include "core/training/task_expansion.h"
#include "core/training/training_repository.h"
#include "tests/bench/core/bench_table.h"

using namespace aerie;
using namespace aerie::training;

namespace {

JobSpec specOf(int tasks) {
  JobSpec spec;
  spec.application = "bench";
  spec.tasks.each = {{"n", {}, "list"}};
  for (int i = 0; i < tasks; ++i) spec.tasks.each[0].values.push_back(std::to_string(i));
  spec.tasks.command = {"true", "{n}"};
  spec.resources = {1'000, 0};
  return spec;
}

SchedulerState clusterOf(int hosts, int jobs, int tasks) {
  SchedulerState state;
  for (int h = 0; h < hosts; ++h)
    state.setHost({"h" + std::to_string(h), "", {16'000, 64LL << 30}, true, ""});
  for (JobId job = 1; job <= jobs; ++job) {
    JobEntry entry;
    entry.id = job;
    entry.order = Order::kLongestFirst;
    state.setJob(entry);
    for (int t = 0; t < tasks; ++t)
      state.enqueue(job, {static_cast<TaskNumber>(t), {1'000, 1LL << 30}, 0, 0, (t * 7919) % 100'000});
  }
  return state;
}

// One end, one look, one start, as often as there are units: a full cluster at work.
void churn(SchedulerState& state, std::vector<Start>& running, int units) {
  for (int i = 0; i < units; ++i) {
    const Start ended = running[static_cast<std::size_t>(i) % running.size()];
    AERIE_CHECK(state.ended(ended.job, ended.task));
    state.enqueue(ended.job, {ended.task, ended.request, 0, 0, (i * 7919) % 100'000});
    const Decision decision = decide(state, 16);
    AERIE_CHECK(decision.starts.size() == 1);
    state.started(decision.starts[0]);
    running[static_cast<std::size_t>(i) % running.size()] = decision.starts[0];
  }
}

void decisions(bench::Table& table, const std::string& name, int hosts, int jobs, int tasks) {
  SchedulerState state = clusterOf(hosts, jobs, tasks);
  std::vector<Start> running = decide(state, 100'000).starts;
  for (const Start& start : running) state.started(start);
  table.measure(name, 100, "starts", [&] { churn(state, running, 100); });
}

// Submits, starts and ends every task on disk, `batch` at a time.
void throughDisk(bench::Table& table, const std::string& name, int batch, bool durable) {
  constexpr int kTasks = 1'000;
  auto dir = TempDir::create();
  AERIE_CHECK(dir.ok());
  const storage::MigrationSet sets[] = {{"training", kTrainingMigrations}};
  storage::DatabaseOptions options;
  options.durable = durable;
  auto database = storage::Database::open(dir->path() / "t.db", sets, options);
  AERIE_CHECK(database.ok());
  TrainingRepository repository(*database);
  const JobSpec spec = specOf(kTasks);
  const auto tasks = expandTasks(spec);
  AERIE_CHECK(tasks.ok());
  int round = 0;
  table.measure(name, kTasks, "tasks", [&] {
    const auto job = repository.submit({std::to_string(round++), spec, *tasks, "", "", "c"}, 1);
    AERIE_CHECK(job.ok());
    AERIE_CHECK(repository.moveJob(job->job.id, JobState::kRunning, "", 1).ok());
    for (int from = 0; from < kTasks; from += batch) {
      std::vector<AttemptStart> starts;
      std::vector<AttemptEnd> ends;
      for (int t = from; t < std::min(from + batch, kTasks); ++t) {
        starts.push_back({job->job.id, static_cast<TaskNumber>(t), "h", 0});
        ends.push_back({job->job.id, static_cast<TaskNumber>(t), 1, Outcome::kSucceeded, "", 1, 1, 0, 0.5});
      }
      AERIE_CHECK(repository.startAttempts(starts, 2).ok());
      AERIE_CHECK(repository.endAttempts(ends, 3).ok());
    }
  });
}

}  // namespace

int main(int argc, char** argv) {
  bench::Table table("dispatch", argc, argv);
  decisions(table, "decide: 1 host, 1 job, 10,000 tasks", 1, 1, 10'000);
  decisions(table, "decide: 10 hosts, 10 jobs of 10,000 tasks", 10, 10, 10'000);
  decisions(table, "decide: 100 hosts, 20 jobs of 5,000 tasks", 100, 20, 5'000);
  throughDisk(table, "start and end on disk, 16 at a time", 16, true);
  throughDisk(table, "start and end on disk, one at a time", 1, true);
  return table.print();
}
