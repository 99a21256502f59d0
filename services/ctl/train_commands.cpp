#include <chrono>

#include "core/base/files.h"
#include "core/base/ids.h"
#include "core/base/status.h"
#include "services/ctl/tool.h"
#include "services/ctl/train_submission.h"
#include "services/ctl/train_tables.h"
#include "services/ctl/train_wait.h"

namespace aerie::ctl {
namespace {

using Stub = TrainClient::Stub;

struct TrainArguments {
  std::string file, job, request_id;
  std::vector<std::string> tasks, set;
  std::optional<std::int32_t> priority;
  bool resume = false;
  WaitArguments waiting;
};
using SharedTrainArguments = std::shared_ptr<TrainArguments>;

absl::StatusOr<Submission> prepare(TrainClient& client, const TrainArguments& a) {
  return prepareSubmission(a.file, a.set, client.address());
}

void addFile(CLI::App* command, const SharedTrainArguments& a) {
  command->add_option("file", a->file, "Job file (YAML); - = standard input")->required()->type_name("FILE");
  command
      ->add_option(
          "--set", a->set,
          "Replace a field: limits.retries=3, tasks.each.month=1..3, cluster.engine=ray; the value is "
          "YAML, an empty one removes the field")
      ->type_name("FIELD=VALUE")
      ->allow_extra_args(false);
  command->add_option("--priority", a->priority, "Instead of the file's, -10 to 10; higher goes first")
      ->check(CLI::Range(-10, 10));
}

// A job that ended badly goes on with its failed and cancelled tasks.
absl::Status resume(Tool& tool, TrainClient& client, v1::TrainingJob& job) {
  if (job.state() != v1::TRAINING_JOB_STATE_FAILED && job.state() != v1::TRAINING_JOB_STATE_CANCELLED)
    return absl::OkStatus();
  tool.out().note(fmt::format("job {} is {}; what did not succeed runs again", job.id(), word(job.state())));
  v1::RetryTrainingRequest request;
  request.set_job(job.id());
  request.set_request_id(randomId());
  AERIE_ASSIGN_OR_RETURN(job, client.call(&Stub::Retry, request));
  return absl::OkStatus();
}

absl::Status upload(Tool& tool, TrainClient& client, Submission& submission) {
  AERIE_ASSIGN_OR_RETURN(const TempDir folder, TempDir::create("aeriectl"));
  const std::filesystem::path archive = folder.path() / "working_dir.tar.zst";
  AERIE_ASSIGN_OR_RETURN(const taskrun::PackedDirectory packed,
                         taskrun::packDirectory(*submission.working_dir, archive));
  submission.request.set_working_dir_digest(packed.digest);
  return client.upload(archive, packed.digest, [&](std::uint64_t done, std::uint64_t total) {
    tool.out().progress("working directory", done, total);
  });
}

absl::Status submit(Tool& tool, const TrainArguments& a) {
  prepareSignals(a.waiting);
  if (a.resume && a.request_id.empty())
    return invalidArgument("--resume needs --request-id: which earlier submission shall go on?");
  AERIE_ASSIGN_OR_RETURN(TrainClient * client, tool.training());
  AERIE_ASSIGN_OR_RETURN(Submission submission, prepare(*client, a));
  v1::SubmitTrainingRequest& request = submission.request;
  request.set_request_id(a.request_id.empty() ? randomId() : a.request_id);
  if (a.priority) request.set_priority(*a.priority);
  if (submission.working_dir) tool.out().note("working directory: " + submission.working_dir->sizeText());
  if (submission.upload) AERIE_RETURN_IF_ERROR(upload(tool, *client, submission));
  const auto answer = client->call(&Stub::Submit, request, std::chrono::minutes(5));
  if (absl::IsDeadlineExceeded(answer.status())) {
    return withContext(
        answer.status(),
        fmt::format("whether the job was accepted is not known; repeat with --request-id {}, which "
                    "never makes a second one",
                    request.request_id()));
  }
  if (!answer.ok()) return answer.status();
  v1::TrainingJob job = answer->job();
  if (answer->existed()) {
    tool.out().note(fmt::format("this request was accepted before, as job {}", job.id()));
    if (a.resume) AERIE_RETURN_IF_ERROR(resume(tool, *client, job));
  }
  if (a.waiting.wait && !tool.out().interactive())
    tool.out().note(fmt::format("job {}: {} tasks", job.id(), progressOf(job, 0).total));
  return finishJob(tool, *client, a.waiting, job);
}

void addSubmit(Tool& tool, CLI::App* train, const SharedTrainArguments& a) {
  CLI::App* command = train->add_subcommand(
      "submit",
      "Submit a job: a cluster is made for it, its tasks run, results are published, the cluster goes away");
  addFile(command, a);
  command->add_option(
      "--request-id", a->request_id,
      "Name of this submission: the same one never makes a second job, it answers with the first");
  command->add_flag(
      "--resume", a->resume,
      "With --request-id: when that job has failed or was cancelled, run what did not succeed again");
  addWaiting(command, a->waiting, true);
  command->footer(
      std::string(kTrainExitCodes) +
      "\nExamples:\n"
      "  aeriectl train submit zones.yaml --wait\n"
      "  aeriectl train submit zones.yaml --set limits.max_in_flight=4 --set tasks.each.month=1..3\n"
      "  aeriectl train submit zones.yaml --wait --timeout 7200 --request-id nightly-2026-11-22 --resume "
      "--cancel-on-signal");
  tool.onRun(command, [&tool, a] { return submit(tool, *a); });

  CLI::App* plan = train->add_subcommand(
      "plan",
      "What a submission would do: tasks, slots, time and cost by the last run, what would wait and why");
  addFile(plan, a);
  plan->footer(
      "Changes nothing. Exit 2 when the job file is wrong: the message names the field, its line and the "
      "remedy.");
  tool.onRun(plan, [&tool, a]() -> absl::Status {
    AERIE_ASSIGN_OR_RETURN(TrainClient * client, tool.training());
    AERIE_ASSIGN_OR_RETURN(const Submission submission, prepare(*client, *a));
    v1::PlanTrainingRequest request;
    *request.mutable_submit() = submission.request;
    if (a->priority) request.mutable_submit()->set_priority(*a->priority);
    AERIE_ASSIGN_OR_RETURN(const v1::TrainingPlan answer, client->call(&Stub::Plan, request));
    if (tool.out().json())
      tool.out().line(toJson(answer));
    else
      tool.out().show(nullptr,
                      planTable(answer, submission.working_dir ? submission.working_dir->sizeText() : ""));
    return absl::OkStatus();
  });
}

template <class Request>
absl::Status change(Tool& tool, const TrainArguments& a,
                    grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&, v1::TrainingJob*)) {
  prepareSignals(a.waiting);
  AERIE_ASSIGN_OR_RETURN(TrainClient * client, tool.training());
  Request request;
  request.set_job(a.job);
  for (const std::string& task : a.tasks) request.add_tasks(task);
  request.set_request_id(randomId());
  AERIE_ASSIGN_OR_RETURN(const v1::TrainingJob job, client->call(method, request));
  return finishJob(tool, *client, a.waiting, job);
}

void addJob(CLI::App* command, const SharedTrainArguments& a) {
  command->add_option("job", a->job, "Job, as 'train list' names it")->required()->type_name("JOB");
}

void addChanging(Tool& tool, CLI::App* train, const SharedTrainArguments& a) {
  CLI::App* cancel =
      train->add_subcommand("cancel", "Cancel a job, or some of its tasks: everything they started ends");
  CLI::App* retry = train->add_subcommand(
      "retry", "Run what failed or was cancelled again, with all its retries, or the named tasks");
  for (CLI::App* command : {cancel, retry}) {
    addJob(command, a);
    command->add_option("tasks", a->tasks, "Tasks by id; left out: all of the job")->type_name("TASK");
    addWaiting(command, a->waiting, true);
  }
  cancel->footer("With --wait: exit 8 when it is cancelled. A job that is over can't be cancelled: exit 4.");
  tool.onRun(cancel, [&tool, a] { return change(tool, *a, &Stub::Cancel); });
  tool.onRun(retry, [&tool, a] { return change(tool, *a, &Stub::Retry); });
  CLI::App* wait = train->add_subcommand("wait", "Wait until a job is over; the exit code says how it ended");
  addJob(wait, a);
  addWaiting(wait, a->waiting, false);
  tool.onRun(wait, [&tool, a]() -> absl::Status {
    prepareSignals(a->waiting);
    AERIE_ASSIGN_OR_RETURN(TrainClient * client, tool.training());
    return waitForJob(tool, *client, a->waiting, a->job);
  });
}

}  // namespace

void addTrainCommands(Tool& tool) {
  CLI::App* train = tool.app().add_subcommand(
      "train", "Training jobs: many tasks on a cluster of their own, local, Ray, KubeRay or simulated");
  train->require_subcommand(1);
  train->footer(
      "The training daemon: --training ADDRESS or AERIE_TRAINING, else the one that the control plane names, "
      "else\n"
      "127.0.0.1:7720. With --output json each object is one line.");
  const auto arguments = std::make_shared<TrainArguments>();
  addSubmit(tool, train, arguments);
  addChanging(tool, train, arguments);
  addTrainWatch(tool, train);
  addTrainReading(tool, train);
  addTrainClusters(tool, train);
}

}  // namespace aerie::ctl
