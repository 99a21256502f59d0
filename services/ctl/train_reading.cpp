#include <algorithm>
#include <cstdio>

#include "core/base/status.h"
#include "services/ctl/tool.h"
#include "services/ctl/train_tables.h"
#include "services/ctl/train_wait.h"

namespace aerie::ctl {
namespace {

using Stub = TrainClient::Stub;

constexpr std::uint32_t kTasksShown = 20;  // of a job, without --tasks

struct TrainReadingArguments {
  std::string job, task, application, search;
  std::vector<std::string> job_states, task_states;
  std::uint32_t limit = 20, attempt = 0, tail = 0;
  bool tasks = false, follow = false, file = false;
};
using SharedTrainReadingArguments = std::shared_ptr<TrainReadingArguments>;

// Values of an enumeration by their words; the zero value is none.
template <class State>
std::vector<std::string> words(int count) {
  std::vector<std::string> all;
  for (int i = 1; i <= count; ++i) all.push_back(word(static_cast<State>(i)));
  return all;
}
template <class State, class Field>
void addStates(const std::vector<std::string>& given, int count, Field* field) {
  const std::vector<std::string> all = words<State>(count);
  for (const std::string& name : given) {
    const auto found = std::find(all.begin(), all.end(), name);
    if (found != all.end()) field->Add(static_cast<int>(found - all.begin()) + 1);
  }
}
constexpr int kJobStates = v1::TRAINING_JOB_STATE_CANCELLED;
constexpr int kTaskStates = v1::TRAINING_TASK_STATE_CANCELLED;

absl::Status list(Tool& tool, const TrainReadingArguments& a) {
  AERIE_ASSIGN_OR_RETURN(TrainClient * client, tool.training());
  v1::ListTrainingJobsRequest request;
  request.set_application(a.application);
  addStates<v1::TrainingJobState>(a.job_states, kJobStates, request.mutable_states());
  std::vector<v1::TrainingJob> jobs;
  do {
    request.set_page_size(std::min<std::uint32_t>(1'000, a.limit - static_cast<std::uint32_t>(jobs.size())));
    AERIE_ASSIGN_OR_RETURN(const v1::ListTrainingJobsResponse page, client->call(&Stub::List, request));
    jobs.insert(jobs.end(), page.jobs().begin(), page.jobs().end());
    request.set_page_token(page.next_page_token());
  } while (!request.page_token().empty() && jobs.size() < a.limit);
  if (!tool.out().json()) {
    tool.out().show(nullptr, jobTable(jobs, nowMs()));
    return absl::OkStatus();
  }
  for (const v1::TrainingJob& job : jobs) tool.out().line(toJson(job));
  return absl::OkStatus();
}

// All pages, up to `limit` tasks; `more` says that there would be others.
absl::StatusOr<std::vector<v1::TrainingTask>> tasksOf(TrainClient& client, const TrainReadingArguments& a,
                                                      std::size_t limit, bool* more) {
  v1::ListTrainingTasksRequest request;
  request.set_job(a.job);
  request.set_search(a.search);
  addStates<v1::TrainingTaskState>(a.task_states, kTaskStates, request.mutable_states());
  std::vector<v1::TrainingTask> tasks;
  do {
    request.set_page_size(static_cast<std::uint32_t>(std::min<std::size_t>(10'000, limit - tasks.size())));
    AERIE_ASSIGN_OR_RETURN(const v1::ListTrainingTasksResponse page, client.call(&Stub::ListTasks, request));
    tasks.insert(tasks.end(), page.tasks().begin(), page.tasks().end());
    request.set_page_token(page.next_page_token());
  } while (!request.page_token().empty() && tasks.size() < limit);
  *more = !request.page_token().empty();
  return tasks;
}

absl::Status show(Tool& tool, const TrainReadingArguments& a) {
  AERIE_ASSIGN_OR_RETURN(TrainClient * client, tool.training());
  AERIE_ASSIGN_OR_RETURN(const v1::TrainingJob job, client->job(a.job));
  if (a.file) {
    std::fwrite(job.job_file().data(), 1, job.job_file().size(), stdout);
    return absl::OkStatus();
  }
  const bool all = a.tasks || !a.search.empty() || !a.task_states.empty();
  bool more = false;
  std::vector<v1::TrainingTask> tasks;
  if (all) {
    AERIE_ASSIGN_OR_RETURN(tasks, tasksOf(*client, a, 100'000, &more));
  } else if (!tool.out().json()) {
    // What most want to see: what failed, and what runs.
    TrainReadingArguments some = a;
    some.task_states = {"running", "failed"};
    AERIE_ASSIGN_OR_RETURN(tasks, tasksOf(*client, some, kTasksShown, &more));
  }
  if (tool.out().json()) {
    tool.out().line(toJson(job));
    for (const v1::TrainingTask& task : tasks) tool.out().line(toJson(task));
    return absl::OkStatus();
  }
  tool.out().show(nullptr, jobDetails(job, nowMs()));
  if (tasks.empty() && !all) return absl::OkStatus();
  tool.out().say("");
  tool.out().show(nullptr, taskTable(tasks, nowMs()));
  if (more) tool.out().say("... and more; --tasks shows all, --search and --state some of them");
  return absl::OkStatus();
}

absl::Status logs(Tool& tool, const TrainReadingArguments& a) {
  AERIE_ASSIGN_OR_RETURN(TrainClient * client, tool.training());
  v1::TrainingLogsRequest request;
  request.set_job(a.job);
  request.set_task(a.task);
  request.set_attempt(a.attempt);
  request.set_tail_lines(a.tail);
  request.set_follow(a.follow);
  bool first = true;
  return client->logs(request, [&](const v1::TrainingLogsResponse& piece) {
    if (tool.out().json()) {
      tool.out().line({{"attempt", piece.attempt()},
                       {"offset", piece.offset()},
                       {"truncated", piece.truncated()},
                       {"text", piece.data()}});
      return true;
    }
    if (std::exchange(first, false) && piece.truncated())
      tool.out().note("... earlier lines are gone: the log is bounded");
    std::fwrite(piece.data().data(), 1, piece.data().size(), stdout);
    std::fflush(stdout);
    return std::ferror(stdout) == 0;
  });
}

void addJob(CLI::App* command, const SharedTrainReadingArguments& a) {
  command->add_option("job", a->job, "Job, as 'train list' names it")->required()->type_name("JOB");
}

}  // namespace

void addTrainReading(Tool& tool, CLI::App* train) {
  const auto a = std::make_shared<TrainReadingArguments>();
  CLI::App* lists = train->add_subcommand("list", "Jobs, newest first");
  lists->add_option("--application", a->application, "Only this application's");
  lists->add_option("--state", a->job_states, "Only these states")
      ->check(CLI::IsMember(words<v1::TrainingJobState>(kJobStates)))
      ->delimiter(',');
  lists->add_option("--limit", a->limit, "At most so many")
      ->check(CLI::Range(1, 1'000'000))
      ->capture_default_str();
  tool.onRun(lists, [&tool, a] { return list(tool, *a); });

  CLI::App* shows = train->add_subcommand("show", "A job: state, why tasks wait, what was published, tasks");
  addJob(shows, a);
  shows->add_flag("--tasks", a->tasks, "All tasks, not only those that run or failed");
  shows->add_option("--state", a->task_states, "Only tasks in these states")
      ->check(CLI::IsMember(words<v1::TrainingTaskState>(kTaskStates)))
      ->delimiter(',');
  shows->add_option("--search", a->search, "Only tasks whose id holds this text");
  shows->add_flag("--file", a->file, "Nothing but the job file, as it was submitted");
  shows->footer(
      "With --output json: the job on the first line, then a line for each task that was asked for.");
  tool.onRun(shows, [&tool, a] { return show(tool, *a); });

  CLI::App* log =
      train->add_subcommand("logs", "The log of a job (cluster, environment, publication), or of a task");
  addJob(log, a);
  log->add_option("--task", a->task, "Task by id, as 'train show' names it");
  log->add_option("--attempt", a->attempt, "Attempt, from 1; 0 = the latest")->capture_default_str();
  log->add_option("--tail", a->tail, "Only the last lines; 0 = all")->capture_default_str();
  log->add_flag("-f,--follow", a->follow, "Go on as lines come, until the attempt ends; stop with Ctrl+C");
  tool.onRun(log, [&tool, a] { return logs(tool, *a); });
}

}  // namespace aerie::ctl
