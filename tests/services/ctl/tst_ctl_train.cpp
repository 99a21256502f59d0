#include <QtTest>
#include <algorithm>
#include <atomic>
#include <csignal>
#include <nlohmann/json.hpp>

#include "aerie/v1/control.grpc.pb.h"
#include "core/base/files.h"
#include "core/taskrun/working_directory.h"
#include "tests/core/http/fake_server.h"
#include "tests/services/ctl/ctl_program.h"
#include "tests/services/ctl/fake_training.h"
#include "tests/status_checks.h"

using namespace aerie;
using aerie::test::CtlRun;
using nlohmann::json;

#define CTL_VERIFY(run, expected)                                                 \
  do {                                                                            \
    const CtlRun ctl_run_ = (run);                                                \
    QVERIFY2(ctl_run_.code == (expected),                                         \
             fmt::format("exit {}: {}", ctl_run_.code, ctl_run_.output).c_str()); \
  } while (false)
#define CTL_SAYS(run, text) QVERIFY2((run).contains(text), (run).output.c_str())

namespace {

v1::TrainingJob jobIn(v1::TrainingJobState state, std::uint32_t failed = 0) {
  v1::TrainingJob job;
  job.set_id("1");
  job.set_application("zones");
  job.set_engine("local");
  job.set_state(state);
  job.mutable_tasks()->set_succeeded(2 - failed);
  job.mutable_tasks()->set_failed(failed);
  return job;
}
v1::WatchTrainingResponse update(const v1::TrainingJob& job) {
  v1::WatchTrainingResponse message;
  *message.add_jobs() = job;
  return message;
}
v1::TrainingTask taskOf(const std::string& id, v1::TrainingTaskState state) {
  v1::TrainingTask task;
  task.set_id(id);
  task.set_state(state);
  task.set_cpu_millis(1'000);
  task.set_attempts(1);
  return task;
}

// The control plane, as far as it tells where the training daemon is.
class FakeControl final : public v1::SystemService::CallbackService {
 public:
  std::string training;
  grpc::ServerUnaryReactor* GetStatus(grpc::CallbackServerContext* context, const v1::StatusRequest*,
                                      v1::SystemStatus* status) override {
    status->set_training_address(training);
    grpc::ServerUnaryReactor* reactor = context->DefaultReactor();
    reactor->Finish(grpc::Status::OK);
    return reactor;
  }
};

std::vector<json> lines(const std::string& text) {
  std::vector<json> all;
  for (const QString& line : QString::fromStdString(text).split('\n', Qt::SkipEmptyParts))
    all.push_back(json::parse(line.toStdString(), nullptr, false));
  return all;
}

}  // namespace

class TstCtlTrain : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init() {
    folder_.emplace(*TempDir::create());
    fake_ = std::make_unique<test::FakeTraining>();
    serve("127.0.0.1:0");
    write("job.yaml", "application: zones\ntasks: {each: {zone: zones.csv}, command: [train, \"{zone}\"]}\n");
    write("zones.csv", "zone\nATL\n\"$(touch owned); `x` '\"\n");
  }
  void cleanup() {
    if (server_) server_->shutdown(std::chrono::milliseconds(100));
    server_.reset();
    fake_.reset();
    folder_.reset();
  }

  void aJobIsSubmittedWithItsFiles() {
    CTL_VERIFY(train({"submit", "job.yaml", "--priority", "3", "--request-id", "nightly"}), 0);
    const auto asked = fake_->asked<v1::SubmitTrainingRequest>();
    QCOMPARE(asked.size(), std::size_t{1});
    QCOMPARE(asked[0].request_id(), std::string("nightly"));
    QCOMPARE(asked[0].priority(), 3);
    QCOMPARE(asked[0].files_size(), 1);
    QCOMPARE(asked[0].files(0).content(), *readFile(folder_->path() / "zones.csv"));
    QVERIFY(!std::filesystem::exists(folder_->path() / "owned"));
  }

  void everySubmissionHasItsOwnRequestId() {
    CTL_VERIFY(train({"submit", "job.yaml"}), 0);
    CTL_VERIFY(train({"submit", "job.yaml"}), 0);
    const auto asked = fake_->asked<v1::SubmitTrainingRequest>();
    QVERIFY(!asked[0].request_id().empty() && asked[0].request_id() != asked[1].request_id());
  }

  void aWrongJobFileReachesNoDaemon() {
    write("job.yaml", "application: zones\ntasks:\n  command: [train, \"{zone}\"]\n");
    const CtlRun run = train({"submit", "job.yaml", "--wait"});
    CTL_VERIFY(run, 2);
    CTL_SAYS(run, "job.yaml: tasks.command (line 3)");
    CTL_SAYS(run, "{zone} is not known");
    QVERIFY(fake_->asked<v1::SubmitTrainingRequest>().empty());
  }

  void theExitCodeTellsHowTheJobEnded_data() {
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("failed");
    QTest::addColumn<int>("code");
    QTest::newRow("done") << int{v1::TRAINING_JOB_STATE_DONE} << 0 << 0;
    QTest::newRow("done with failed tasks") << int{v1::TRAINING_JOB_STATE_DONE} << 1 << 7;
    QTest::newRow("failed") << int{v1::TRAINING_JOB_STATE_FAILED} << 2 << 1;
    QTest::newRow("cancelled") << int{v1::TRAINING_JOB_STATE_CANCELLED} << 0 << 8;
  }
  void theExitCodeTellsHowTheJobEnded() {
    QFETCH(int, state);
    QFETCH(int, failed);
    QFETCH(int, code);
    const v1::TrainingJob last =
        jobIn(static_cast<v1::TrainingJobState>(state), static_cast<std::uint32_t>(failed));
    fake_->onWatch({{{update(jobIn(v1::TRAINING_JOB_STATE_RUNNING)), update(last)}, false, {}}});
    CTL_VERIFY(train({"submit", "job.yaml", "--wait"}), code);
    CTL_VERIFY(train({"wait", "1"}), code);  // of a job that is over
    QCOMPARE(fake_->asked<v1::WatchTrainingRequest>()[0].since_revision(), std::uint64_t{7});
    // Waiting needs no tasks.
    QCOMPARE(fake_->asked<v1::WatchTrainingRequest>()[0].job(), std::string());
  }

  void waitingEndsWhenItsTimeIsOverAndTheJobGoesOn() {
    fake_->put(jobIn(v1::TRAINING_JOB_STATE_RUNNING));
    const CtlRun run = train({"wait", "1", "--timeout", "0.3"});
    CTL_VERIFY(run, 9);
    CTL_SAYS(run, "job 1 goes on after 0.3 s; 'aeriectl train wait 1' waits again");
    QVERIFY(fake_->asked<v1::CancelTrainingRequest>().empty());
  }

  void waitingSurvivesALostConnection_data() {
    QTest::addColumn<int>("code");
    QTest::newRow("gone") << int{grpc::StatusCode::UNAVAILABLE};
    QTest::newRow("cancelled by a stopping daemon") << int{grpc::StatusCode::CANCELLED};
    QTest::newRow("too far behind") << int{grpc::StatusCode::OUT_OF_RANGE};
    QTest::newRow("ended in order") << int{grpc::StatusCode::OK};
  }
  void waitingSurvivesALostConnection() {
    QFETCH(int, code);
    fake_->put(jobIn(v1::TRAINING_JOB_STATE_RUNNING));
    const grpc::Status lost(static_cast<grpc::StatusCode>(code), "restarting");
    fake_->onWatch(
        {{{}, true, lost}, {{}, true, lost}, {{update(jobIn(v1::TRAINING_JOB_STATE_DONE))}, false, {}}});
    CTL_VERIFY(train({"wait", "1"}), 0);
    QCOMPARE(fake_->streamsBegun(), std::size_t{3});
  }

  void aRefusalEndsTheWaiting() {
    fake_->put(jobIn(v1::TRAINING_JOB_STATE_RUNNING));
    fake_->onWatch({{{}, true, {grpc::StatusCode::PERMISSION_DENIED, "viewers may not watch"}}});
    const CtlRun run = train({"wait", "1"});
    CTL_VERIFY(run, 6);
    CTL_SAYS(run, "viewers may not watch");
  }

  void aDaemonThatComesBackIsFoundAgain() {
    fake_->put(jobIn(v1::TRAINING_JOB_STATE_RUNNING));
    const std::string address = address_;
    const pid_t pid = spawn({"wait", "1"});
    QTRY_COMPARE_WITH_TIMEOUT(fake_->streamsBegun(), std::size_t{1}, 20'000);
    server_->shutdown(std::chrono::milliseconds(0));
    server_.reset();
    QTRY_VERIFY_WITH_TIMEOUT(said("trying again for 60 s"), 20'000);
    serve(address);
    QTRY_COMPARE_WITH_TIMEOUT(fake_->streamsBegun(), std::size_t{2}, 20'000);
    fake_->tell(jobIn(v1::TRAINING_JOB_STATE_DONE));
    QCOMPARE(exitOf(pid), 0);
  }

  void aDaemonThatStaysAwayIsGivenUp() {
    fake_->put(jobIn(v1::TRAINING_JOB_STATE_RUNNING));
    const pid_t pid = spawn({"wait", "1", "--reconnect", "0.5"});
    QTRY_COMPARE_WITH_TIMEOUT(fake_->streamsBegun(), std::size_t{1}, 20'000);
    server_->shutdown(std::chrono::milliseconds(0));
    server_.reset();
    QCOMPARE(exitOf(pid), 5);
    QVERIFY(said("is aerie-training running?"));
  }

  void aSignalCancelsTheJobWhenAsked() {
    fake_->put(jobIn(v1::TRAINING_JOB_STATE_RUNNING));
    fake_->after_cancel = v1::TRAINING_JOB_STATE_CANCELLING;
    const pid_t pid = spawn({"wait", "1", "--cancel-on-signal"});
    QTRY_COMPARE_WITH_TIMEOUT(fake_->streamsBegun(), std::size_t{1}, 20'000);
    AERIE_VERIFY_OK(signalChild(pid, SIGTERM));
    QTRY_COMPARE_WITH_TIMEOUT(fake_->asked<v1::CancelTrainingRequest>().size(), std::size_t{1}, 20'000);
    fake_->tell(jobIn(v1::TRAINING_JOB_STATE_CANCELLED));
    QCOMPARE(exitOf(pid), 8);
    QVERIFY(said("stopped by a signal: job 1 is being cancelled"));
  }

  void aSecondSignalEndsTheWaiting() {
    fake_->put(jobIn(v1::TRAINING_JOB_STATE_RUNNING));
    fake_->after_cancel = v1::TRAINING_JOB_STATE_CANCELLING;
    const pid_t pid = spawn({"wait", "1", "--cancel-on-signal"});
    QTRY_COMPARE_WITH_TIMEOUT(fake_->streamsBegun(), std::size_t{1}, 20'000);
    AERIE_VERIFY_OK(signalChild(pid, SIGINT));
    QTRY_COMPARE_WITH_TIMEOUT(fake_->asked<v1::CancelTrainingRequest>().size(), std::size_t{1}, 20'000);
    AERIE_VERIFY_OK(signalChild(pid, SIGINT));
    QCOMPARE(exitOf(pid), 130);
  }

  void aSignalAloneLeavesTheJobAlone() {
    fake_->put(jobIn(v1::TRAINING_JOB_STATE_RUNNING));
    const pid_t pid = spawn({"wait", "1"});
    QTRY_COMPARE_WITH_TIMEOUT(fake_->streamsBegun(), std::size_t{1}, 20'000);
    AERIE_VERIFY_OK(signalChild(pid, SIGTERM));
    QCOMPARE(exitOf(pid), -SIGTERM);
    QVERIFY(fake_->asked<v1::CancelTrainingRequest>().empty());
  }

  void theSameRequestGoesOnWhereItFailed() {
    CTL_VERIFY(train({"submit", "job.yaml", "--request-id", "n"}), 0);
    fake_->put(jobIn(v1::TRAINING_JOB_STATE_FAILED, 1));
    CTL_VERIFY(train({"submit", "job.yaml", "--request-id", "n", "--wait"}), 1);
    QVERIFY(fake_->asked<v1::RetryTrainingRequest>().empty());
    fake_->onWatch({{{update(jobIn(v1::TRAINING_JOB_STATE_DONE))}, false, {}}});
    const CtlRun run = train({"submit", "job.yaml", "--request-id", "n", "--resume", "--wait"});
    CTL_VERIFY(run, 0);
    CTL_SAYS(run, "accepted before, as job 1");
    QCOMPARE(fake_->asked<v1::RetryTrainingRequest>().size(), std::size_t{1});
    CTL_VERIFY(train({"submit", "job.yaml", "--resume"}), 2);
  }

  void tasksAreCancelledAndRetriedByName() {
    fake_->put(jobIn(v1::TRAINING_JOB_STATE_RUNNING));
    CTL_VERIFY(train({"retry", "1", "ATL.7", "it's"}), 0);
    QCOMPARE(fake_->asked<v1::RetryTrainingRequest>()[0].tasks(1), std::string("it's"));
    QVERIFY(!fake_->asked<v1::RetryTrainingRequest>()[0].request_id().empty());
    CTL_VERIFY(train({"cancel", "1", "ATL.7"}), 0);
    QCOMPARE(fake_->asked<v1::CancelTrainingRequest>()[0].tasks(0), std::string("ATL.7"));
    CTL_VERIFY(train({"cancel", "1", "--wait"}), 8);
    CTL_VERIFY(train({"cancel", "99"}), 3);
    CTL_VERIFY(train({"wait", "99"}), 3);
  }

  void jobsAreListedForPeopleAndForPrograms() {
    CtlRun run = train({"list"});
    CTL_VERIFY(run, 0);
    CTL_SAYS(run, "'aeriectl train submit FILE' starts one");
    fake_->put(jobIn(v1::TRAINING_JOB_STATE_RUNNING, 1));
    run = train({"list", "--state", "running,failed", "--application", "zones"});
    CTL_SAYS(run, "zones        local   running  2/2    0    1");
    const auto asked = fake_->asked<v1::ListTrainingJobsRequest>().back();
    QCOMPARE(asked.states_size(), 2);
    QCOMPARE(asked.states(1), v1::TRAINING_JOB_STATE_FAILED);
    QCOMPARE(asked.application(), std::string("zones"));
    v1::TrainingJob other = jobIn(v1::TRAINING_JOB_STATE_DONE);
    other.set_id("2");
    fake_->put(other);
    const std::vector<json> all = lines(train({"list", "-o", "json"}).output);
    QCOMPARE(all.size(), std::size_t{2});
    QCOMPARE(all[1]["state"], json("TRAINING_JOB_STATE_DONE"));
    CTL_VERIFY(train({"list", "--state", "sleeping"}), 2);
  }

  void aJobIsShownWithWhatWaitsAndWhatFailed() {
    v1::TrainingJob job = jobIn(v1::TRAINING_JOB_STATE_RUNNING, 1);
    job.set_job_file("application: zones\n");
    v1::TrainingPendingCount& reason = *job.add_pending();
    reason.set_tasks(40);
    reason.set_text("no CPU is free; 2 of 2 are in use");
    job.mutable_publication()->set_model("zones");
    fake_->put(job);
    v1::TrainingTask failed = taskOf("ATL.7", v1::TRAINING_TASK_STATE_FAILED);
    failed.set_message("exited with 2");
    fake_->put("1", {failed, taskOf("BOS.7", v1::TRAINING_TASK_STATE_RUNNING)});
    CtlRun run = train({"show", "1"});
    CTL_VERIFY(run, 0);
    CTL_SAYS(run, "40 tasks: no CPU is free; 2 of 2 are in use");
    CTL_SAYS(run, "ATL.7  failed");
    CTL_SAYS(run, "exited with 2");
    CTL_SAYS(run, "BOS.7  running");  // of the second page
    CTL_SAYS(run, "not yet: zones");
    QCOMPARE(fake_->asked<v1::ListTrainingTasksRequest>()[0].states_size(), 2);
    QCOMPARE(train({"show", "1", "--file"}).output, std::string("application: zones\n"));
    QCOMPARE(lines(train({"show", "1", "-o", "json"}).output).size(), std::size_t{1});
    const std::vector<json> all = lines(train({"show", "1", "--tasks", "-o", "json"}).output);
    QCOMPARE(all.size(), std::size_t{3});
    QCOMPARE(all[1]["id"], json("ATL.7"));
    CTL_VERIFY(train({"show", "99"}), 3);
  }

  void aLogComesAsItIs() {
    fake_->put(jobIn(v1::TRAINING_JOB_STATE_RUNNING));
    v1::TrainingLogsResponse first, second;
    first.set_data("one\ntw");
    first.set_truncated(true);
    first.set_attempt(2);
    second.set_data("o\x1b[31m\xff\n");
    second.set_offset(6);
    fake_->onLogs({first, second});
    const CtlRun run = train({"logs", "1", "--task", "ATL.7", "--attempt", "2", "--tail", "10", "--follow"});
    CTL_VERIFY(run, 0);
    CTL_SAYS(run, "one\ntwo\x1b[31m\xff\n");
    CTL_SAYS(run, "earlier lines are gone");
    const auto asked = fake_->asked<v1::TrainingLogsRequest>()[0];
    QVERIFY(asked.task() == "ATL.7" && asked.attempt() == 2 && asked.tail_lines() == 10 && asked.follow());
    const std::vector<json> all = lines(train({"logs", "1", "-o", "json"}).output);
    QCOMPARE(all.size(), std::size_t{2});
    QCOMPARE(all[0]["text"], json("one\ntw"));
    CTL_VERIFY(train({"logs", "99"}), 3);
  }

  void everyChangeIsWatchedUntilTheJobIsOver() {
    fake_->put(jobIn(v1::TRAINING_JOB_STATE_RUNNING));
    v1::WatchTrainingResponse news = update(jobIn(v1::TRAINING_JOB_STATE_RUNNING));
    *news.add_tasks() = taskOf("ATL.7", v1::TRAINING_TASK_STATE_SUCCEEDED);
    const std::vector<test::FakeTraining::Script> script = {
        {{news, update(jobIn(v1::TRAINING_JOB_STATE_DONE))}, false, {}}};
    fake_->onWatch(script);
    CtlRun run = train({"watch", "1"});
    CTL_VERIFY(run, 0);
    CTL_SAYS(run, "  ATL.7 succeeded");
    QCOMPARE(fake_->asked<v1::WatchTrainingRequest>()[0].job(), std::string("1"));
    fake_->put(jobIn(v1::TRAINING_JOB_STATE_RUNNING));
    fake_->onWatch(script);
    const std::vector<json> all = lines(train({"watch", "1", "-o", "json"}).output);
    QCOMPARE(all.size(), std::size_t{4});
    QVERIFY(all[1].contains("task") || all[2].contains("task"));
    CTL_VERIFY(train({"watch", "--timeout", "0.2"}), 0);
    CTL_VERIFY(train({"watch", "--cancel-on-signal"}), 2);
  }

  void aPlanIsShownAndSubmitsNothing() {
    fake_->plan.set_tasks(1500);
    fake_->plan.set_slots(2);
    fake_->plan.set_slots_bound_by("cpus");
    fake_->plan.set_cpu_millis(1'000);
    fake_->plan.set_expected_ms(750'000);
    fake_->plan.add_warnings("no task has a time limit");
    fake_->plan.add_first_commands("train '$(touch owned)'");
    const CtlRun run = train({"plan", "job.yaml", "--set", "limits.retries=0"});
    CTL_VERIFY(run, 0);
    CTL_SAYS(run, "1500, 2 at the same time (bound by cpus)");
    CTL_SAYS(run, "12 min 30 s");
    CTL_SAYS(run, "no task has a time limit");
    QVERIFY(fake_->asked<v1::SubmitTrainingRequest>().empty());
    QCOMPARE(lines(train({"plan", "job.yaml", "-o", "json"}).output).size(), std::size_t{1});
  }

  void clustersAreShownAndDeleted() {
    v1::TrainingCluster cluster;
    cluster.set_name("zones-1");
    cluster.set_application("zones");
    cluster.set_engine("local");
    cluster.set_state(v1::TRAINING_CLUSTER_STATE_READY);
    cluster.set_limits("cgroup v1");
    cluster.add_jobs("1");
    v1::TrainingHost& host = *cluster.add_hosts();
    host.set_name("this machine");
    host.set_ready(true);
    host.set_cpu_millis(2'000);
    host.set_cpu_millis_used(1'500);
    fake_->put(cluster);
    fake_->utilisation.mutable_summary()->set_busy_mean(0.25);
    fake_->utilisation.add_advice()->set_text("asks for 2 CPUs and uses 0.9: ask for 1");
    CTL_SAYS(train({"cluster", "list"}), "1.5 of 2");
    const CtlRun shown = train({"cluster", "show", "zones-1"});
    CTL_SAYS(shown, "asks for 2 CPUs and uses 0.9: ask for 1");
    CTL_SAYS(shown, "25.0 % of its CPUs busy");
    CTL_SAYS(shown, "cgroup v1");
    QCOMPARE(lines(train({"cluster", "show", "zones-1", "-o", "json"}).output).size(), std::size_t{1});
    CTL_VERIFY(train({"cluster", "show", "none"}), 3);
    const CtlRun refused = train({"cluster", "delete", "zones-1"});
    CTL_VERIFY(refused, 4);
    CTL_SAYS(refused, "job 1 needs it");
    CTL_VERIFY(train({"cluster", "delete", "zones-1", "--cancel-jobs", "--wait"}), 0);
    CTL_SAYS(train({"cluster", "list"}), "no clusters");
    CTL_SAYS(train({"cluster", "list", "--all"}), "gone");
  }

  void aDaemonThatIsNotThereExitsWithFive() {
    const CtlRun run = test::ctl({"train", "list", "--training", "127.0.0.1:1"});
    CTL_VERIFY(run, 5);
    CTL_SAYS(run, "the training daemon at 127.0.0.1:1 can't be reached");
    CTL_SAYS(run, "--training");
  }

  void anotherServerIsNamedAsSuch() {
    FakeControl control;
    services::RpcServerOptions options;
    options.listen = {"127.0.0.1:0"};
    const auto other = services::RpcServer::start(options, {&control});
    AERIE_VERIFY_OK(other);
    const CtlRun run = test::ctl({"train", "list", "--training", (*other)->addresses()[0]});
    CTL_VERIFY(run, 4);
    CTL_SAYS(run, "is no training daemon");
  }

  void theControlPlaneSaysWhereTheDaemonIs() {
    FakeControl control;
    control.training = address_;
    services::RpcServerOptions options;
    options.listen = {"127.0.0.1:0"};
    const auto other = services::RpcServer::start(options, {&control});
    AERIE_VERIFY_OK(other);
    fake_->put(jobIn(v1::TRAINING_JOB_STATE_DONE));
    CTL_VERIFY(test::runProgram({"env", "-u", "AERIE_TRAINING", test::ctlPath(), "train", "show", "1",
                                 "--control", (*other)->addresses()[0]}),
               0);
    CTL_VERIFY(test::runProgram({"env", "AERIE_TRAINING=127.0.0.1:1", test::ctlPath(), "train", "show", "1",
                                 "--control", (*other)->addresses()[0]}),
               5);
    CTL_VERIFY(test::runProgram({"env", "AERIE_TRAINING=127.0.0.1:1", test::ctlPath(), "train", "show", "1",
                                 "--training", address_}),
               0);
  }

  void aLocalRayThatWasNeverStartedIsNotThere() {
    const std::string state = (folder_->path() / "ray").string();
    CTL_VERIFY(test::ctl({"train", "cluster", "where", "--state", state}), 3);
    CTL_VERIFY(test::ctl({"train", "cluster", "down", "--state", state}), 0);
    CTL_VERIFY(test::ctl({"train", "cluster", "up", "--engine", "slurm", "--state", state}), 2);
    CTL_VERIFY(test::ctl({"train", "cluster", "up", "--ray", "/no/such", "--state", state}), 3);
  }

  void aRayInKubernetesIsBroughtUpFoundAndTakenDown() {
    const char* const type = "application/json";
    const std::string ready =
        R"({"kind":"RayCluster","metadata":{"name":"mine","uid":"u","resourceVersion":"5"},"status":{"state":"ready",)"
        R"("desiredWorkerReplicas":3,"readyWorkerReplicas":3,"head":{"serviceName":"mine-head-svc"}}})";
    std::atomic<bool> there{false};
    const test::FakeServer kube([&](const test::SeenRequest& r, test::Connection& c) {
      const bool one = r.path.find("/rayclusters/mine") != std::string::npos;
      if (r.method == "PATCH") there = true;
      if (r.method == "DELETE") there = false;
      if (one) return c.reply(there || r.method == "DELETE" ? 200 : 404, type, there ? ready : "{}");
      c.reply(200, type, R"({"metadata":{"resourceVersion":"1"},"items":[)" + (there ? ready : "") + "]}");
    });
    const std::string config = (folder_->path() / "kubeconfig").string();
    AERIE_VERIFY_OK(writeFileAtomic(
        config,
        fmt::format(
            "apiVersion: v1\nkind: Config\ncurrent-context: a\n"
            "clusters: [{{name: c, cluster: {{server: '{}'}}}}]\nusers: [{{name: u, user: {{token: t0}}}}]\n"
            "contexts: [{{name: a, context: {{cluster: c, user: u, namespace: ml}}}}]\n",
            kube.url()),
        0600));
    const auto run = [&](const char* what, std::vector<std::string> more = {}) {
      std::vector<std::string> words = {"train",  "cluster", what,           "--engine", "kuberay",
                                        "--name", "mine",    "--kubeconfig", config};
      words.insert(words.end(), more.begin(), more.end());
      return test::ctl(words);
    };
    CTL_VERIFY(run("where"), 3);
    const CtlRun up = run("up", {"--hosts", "3", "--cpus-per-host", "4", "--memory-per-host", "8GiB"});
    CTL_VERIFY(up, 0);
    CTL_SAYS(up, "ready, 3 of 3 workers");
    CTL_SAYS(up, "http://mine-head-svc.ml.svc:8265");
    const auto seen = kube.seen();
    const auto applied =
        std::find_if(seen.begin(), seen.end(), [](const auto& r) { return r.method == "PATCH"; });
    QVERIFY(applied != seen.end() && applied->body.find("\"replicas\":3") != std::string::npos);
    CTL_VERIFY(run("where"), 0);
    CTL_VERIFY(run("down"), 0);
    QVERIFY(!there);
  }

 private:
  CtlRun train(std::vector<std::string> words) const {
    words.insert(words.begin(), "train");
    words.insert(words.end(), {"--training", address_});
    return test::ctl(std::move(words), folder_->path().string());
  }
  pid_t spawn(std::vector<std::string> words) const {
    ChildOptions child;
    child.arguments = {test::ctlPath(), "train", "--training", address_};
    child.arguments.insert(child.arguments.end(), words.begin(), words.end());
    child.output = folder_->path() / "output";
    const auto pid = spawnChild(child);
    return pid.ok() ? *pid : -1;
  }
  bool said(const std::string& text) const {
    const auto output = readFile(folder_->path() / "output");
    return output.ok() && output->find(text) != std::string::npos;
  }
  // Its exit code, or the signal that ended it as a negative number.
  static int exitOf(pid_t pid) {
    std::optional<ExitState> state;
    if (!QTest::qWaitFor([&] { return (state = pollChild(pid)).has_value(); }, 30'000)) {
      static_cast<void>(signalChild(pid, SIGKILL));
      return -1000;
    }
    return state->signal != 0 ? -state->signal : state->code;
  }
  void serve(const std::string& address) {
    services::RpcServerOptions options;
    options.listen = {address};
    auto server = services::RpcServer::start(options, {fake_.get()});
    AERIE_VERIFY_OK(server);
    server_ = *std::move(server);
    address_ = server_->addresses()[0];
  }
  void write(const std::string& name, const std::string& text) const {
    AERIE_VERIFY_OK(writeFileAtomic(folder_->path() / name, text));
  }
  std::optional<TempDir> folder_;
  std::unique_ptr<test::FakeTraining> fake_;
  std::unique_ptr<services::RpcServer> server_;
  std::string address_;
};

QTEST_GUILESS_MAIN(TstCtlTrain)
#include "tst_ctl_train.moc"
