#include <QtTest>
#include <csignal>
#include <fstream>
#include <thread>

#include "core/base/child_process.h"
#include "core/base/files.h"
#include "services/common/auth.h"
#include "services/training/training_server.h"
#include "tests/services/training/training_client.h"
#include "tests/status_checks.h"

using namespace aerie;
using test::Client;
using test::kTryMs;
using test::script;
using training_service::TrainingOptions;
using training_service::TrainingServer;

// The daemon's API over real connections, and the program killed in the middle of a job.
class TstTrainingService : public QObject {
  Q_OBJECT
  std::optional<TempDir> folder_;
  std::unique_ptr<TrainingServer> server_;
  TrainingOptions options() const {
    TrainingOptions options;
    options.common.listen = "127.0.0.1:0";
    options.common.metrics_listen = "127.0.0.1:0";
    options.state_dir = (folder_->path() / "state").string();
    options.stop_tasks = true;
    return options;
  }
  std::string mark(const std::string& name) const { return (folder_->path() / name).string(); }

 private Q_SLOTS:
  void init() {
    folder_.emplace(*TempDir::create("aerie-ts"));
    auto started = TrainingServer::start(options());
    QVERIFY2(started.ok(), toText(started.status()).c_str());
    server_ = std::move(*started);
  }
  void cleanup() {
    server_.reset();
    folder_.reset();
  }

  void aJobIsSubmittedListedAndRead() {
    Client client(server_->address());
    const auto job = client.submit(script("[a, b]", "echo did $0"));
    AERIE_VERIFY_OK(job);
    QTRY_COMPARE_WITH_TIMEOUT(client.get(job->id()).state(), v1::TRAINING_JOB_STATE_DONE, kTryMs);
    QVERIFY(client.get(job->id()).job_file().find("application: numbers") == 0);
    v1::ListTrainingJobsResponse jobs;
    AERIE_VERIFY_OK(client.call(&v1::TrainingService::Stub::List, v1::ListTrainingJobsRequest(), &jobs));
    QCOMPARE(jobs.jobs_size(), 1);
    v1::ListTrainingTasksRequest request;
    request.set_job(job->id());
    request.set_page_size(1);
    v1::ListTrainingTasksResponse tasks;
    AERIE_VERIFY_OK(client.call(&v1::TrainingService::Stub::ListTasks, request, &tasks));
    QCOMPARE(tasks.tasks(0).values().at("n"), std::string("a"));
    request.set_page_token(tasks.next_page_token());
    AERIE_VERIFY_OK(client.call(&v1::TrainingService::Stub::ListTasks, request, &tasks));
    QCOMPARE(tasks.tasks(0).id(), std::string("b"));
    v1::TrainingLogsRequest logs;
    logs.set_job(job->id());
    logs.set_task("b");
    QCOMPARE(client.logs(logs).value_or(""), std::string("did b\n"));
    logs.clear_task();
    QVERIFY(client.logs(logs).value_or("").find("all 2 tasks succeeded") != std::string::npos);
  }

  void aFollowedLogEndsWithItsAttempt() {
    Client client(server_->address());
    const auto job = client.submit(script("[a]", "for i in 1 2 3 4 5; do echo line $i; sleep 0.1; done"));
    AERIE_VERIFY_OK(job);
    v1::TrainingLogsRequest logs;
    logs.set_job(job->id());
    logs.set_task("a");
    logs.set_follow(true);
    QCOMPARE(client.logs(logs).value_or(""), std::string("line 1\nline 2\nline 3\nline 4\nline 5\n"));
    logs.set_follow(false);
    logs.set_tail_lines(2);
    QCOMPARE(client.logs(logs).value_or(""), std::string("line 4\nline 5\n"));
    logs.set_tail_lines(0);
    logs.set_offset(28);
    QCOMPARE(client.logs(logs).value_or(""), std::string("line 5\n"));
  }

  void aWatcherSeesEveryTaskEnd() {
    Client client(server_->address());
    const auto job = client.submit(script("1..20", "true"));
    AERIE_VERIFY_OK(job);
    std::map<std::string, v1::TrainingTaskState> states;
    bool complete = false, cluster = false;
    v1::WatchTrainingRequest request;
    request.set_job(job->id());
    std::uint64_t revision = 0;
    AERIE_VERIFY_OK(client.watch(request, [&](const v1::WatchTrainingResponse& message) {
      for (const v1::TrainingTask& task : message.tasks()) states[task.id()] = task.state();
      complete = complete || message.complete();
      cluster = cluster || message.clusters_size() > 0;
      revision = message.revision();
      return std::any_of(message.jobs().begin(), message.jobs().end(),
                         [](const auto& one) { return one.state() == v1::TRAINING_JOB_STATE_DONE; });
    }));
    QVERIFY(complete && cluster);
    QCOMPARE(states.size(), std::size_t{20});
    for (const auto& [id, state] : states) QCOMPARE(state, v1::TRAINING_TASK_STATE_SUCCEEDED);
    request.set_since_revision(revision + 1'000);
    AERIE_VERIFY_FAILS(client.watch(request, [](const auto&) { return true; }), absl::StatusCode::kOutOfRange,
                       "list again");
    request.clear_job();
    request.set_since_revision(0);
    AERIE_VERIFY_OK(client.watch(request, [](const auto& message) { return message.jobs_size() == 1; }));
  }

  void anEmptyDaemonAnswersAWatchAtOnce() {
    Client client(server_->address());
    AERIE_VERIFY_OK(client.watch({}, [](const auto& message) { return message.complete(); }));
  }

  void aPlanChangesNothing() {
    Client client(server_->address());
    v1::PlanTrainingRequest request;
    request.mutable_submit()->set_job_file(script("1..50", "true"));
    v1::TrainingPlan plan;
    AERIE_VERIFY_OK(client.call(&v1::TrainingService::Stub::Plan, request, &plan));
    QCOMPARE(plan.tasks(), 50U);
    QVERIFY(plan.slots() > 0 && plan.first_commands_size() == 3);
    v1::ListTrainingJobsResponse jobs;
    AERIE_VERIFY_OK(client.call(&v1::TrainingService::Stub::List, v1::ListTrainingJobsRequest(), &jobs));
    QCOMPARE(jobs.jobs_size(), 0);
  }

  // A job on virtual hosts tells its end and its cost in their time while it runs, and is right about both.
  void aSimulatedJobTellsItsEndAndItsCost() {
    server_.reset();
    TrainingOptions fast = options();
    fast.simulation_speed = 150;
    auto started = TrainingServer::start(fast);
    AERIE_VERIFY_OK(started);
    server_ = std::move(*started);
    Client client(server_->address());
    const auto job = client.submit(
        "application: virtual\ncluster: {engine: simulated, hosts: 4, cpus_per_host: 8, memory_per_host: "
        "32GiB, "
        "price_per_host_hour: 0.5, idle_timeout: 1h}\ntasks: {each: {n: 1..400}, command: [\"true\", "
        "\"{n}\"]}\n"
        "resources: {cpus: 1, memory: 1GiB}\n");
    AERIE_VERIFY_OK(job);
    double cost = 0, expected = 0;
    std::int64_t end = 0;
    bool fell = false;
    const auto half = [&] {
      const v1::TrainingJob now = client.get(job->id());
      if (now.state() == v1::TRAINING_JOB_STATE_RUNNING) {
        fell = fell || now.cost() < cost;
        cost = now.cost();
        expected = now.expected_cost();
        end = now.expected_end_unix_ms();
      }
      return now.tasks().succeeded() >= 200;
    };
    QTRY_VERIFY_WITH_TIMEOUT(half(), kTryMs);
    QVERIFY(cost > 0 && end > 0 && expected > cost && !fell);
    QTRY_COMPARE_WITH_TIMEOUT(client.get(job->id()).state(), v1::TRAINING_JOB_STATE_DONE, 2 * kTryMs);
    const v1::TrainingJob done = client.get(job->id());
    QVERIFY2(done.cost() >= cost, qPrintable(QString::number(done.cost())));
    const double length = static_cast<double>(done.ended_unix_ms() - done.started_unix_ms());
    QVERIFY2(
        std::abs(static_cast<double>(end - done.ended_unix_ms())) < 0.25 * length,
        qPrintable(
            QStringLiteral("expected %1, was %2, of %3").arg(end).arg(done.ended_unix_ms()).arg(length)));
    QVERIFY2(std::abs(expected - done.cost()) < 0.25 * done.cost(),
             qPrintable(QStringLiteral("expected %1, was %2").arg(expected).arg(done.cost())));
  }

  void hostileRequestsGetAClearAnswer_data() {
    QTest::addColumn<QString>("id");
    QTest::addColumn<int>("code");
    for (const char* id : {"", "0", "-1", "1; rm", "../1", "99999999999999999999"})
      QTest::newRow(id) << id << static_cast<int>(absl::StatusCode::kInvalidArgument);
    QTest::newRow("unknown") << "12345" << static_cast<int>(absl::StatusCode::kNotFound);
  }
  void hostileRequestsGetAClearAnswer() {
    QFETCH(QString, id);
    QFETCH(int, code);
    Client client(server_->address());
    v1::GetTrainingJobRequest request;
    request.set_id(id.toStdString());
    v1::TrainingJob job;
    const absl::Status status = client.call(&v1::TrainingService::Stub::Get, request, &job);
    QCOMPARE(static_cast<int>(status.code()), code);
    v1::TrainingLogsRequest logs;
    logs.set_job(id.toStdString());
    logs.set_task("../../../etc/passwd");
    QCOMPARE(static_cast<int>(client.logs(logs).status().code()), code);
    v1::CancelTrainingRequest cancel;
    cancel.set_job(id.toStdString());
    QCOMPARE(static_cast<int>(client.call(&v1::TrainingService::Stub::Cancel, cancel, &job).code()), code);
  }

  void onlyEngineersSubmit() {
    server_.reset();
    std::ofstream(mark("tokens")) << services::tokenFileLine("eve", services::Role::kViewer, "look") << "\n"
                                  << services::tokenFileLine("ann", services::Role::kEngineer, "work")
                                  << "\n";
    TrainingOptions guarded = options();
    guarded.common.token_file = mark("tokens");
    auto started = TrainingServer::start(guarded);
    AERIE_VERIFY_OK(started);
    server_ = std::move(*started);
    Client nobody(server_->address()), viewer(server_->address(), "look"),
        engineer(server_->address(), "work");
    AERIE_VERIFY_FAILS(nobody.submit(script("[a]", "true")), absl::StatusCode::kUnauthenticated, "");
    AERIE_VERIFY_FAILS(viewer.submit(script("[a]", "true")), absl::StatusCode::kPermissionDenied, "engineer");
    const auto job = engineer.submit(script("[a]", "true"));
    AERIE_VERIFY_OK(job);
    QCOMPARE(job->submitted_by(), std::string("ann"));
    QVERIFY(!viewer.get(job->id()).id().empty());
  }

  void oneDaemonForAStateDirectory() {
    AERIE_VERIFY_FAILS(TrainingServer::start(options()), absl::StatusCode::kFailedPrecondition,
                       "another training daemon");
  }

  // Nothing is lost, nothing done twice.
  void theProgramIsKilledInTheMiddleOfAJob() {
    server_.reset();
    ChildOptions child;
    child.arguments = {AERIE_BIN_DIR "/aerie-training",
                       "--state-dir",
                       mark("program"),
                       "--listen",
                       "unix:" + mark("socket"),
                       "--metrics-listen",
                       "127.0.0.1:0",
                       "--address-file",
                       mark("address")};
    child.output = mark("log");
    const auto start = [&](pid_t* pid) {
      std::filesystem::remove(mark("address"));
      const auto spawned = spawnChild(child);
      QVERIFY2(spawned.ok(), toText(spawned.status()).c_str());
      *pid = *spawned;
      QTRY_VERIFY_WITH_TIMEOUT(std::filesystem::exists(mark("address")), kTryMs);
    };
    pid_t pid = 0;
    start(&pid);
    Client client("unix:" + mark("socket"));
    const auto job = client.submit(script("1..40", "echo $0 >> " + mark("ran") + "; sleep 0.1; echo $0 >> " +
                                                       mark("ended") + "; echo x > $1/out"),
                                   "once");
    AERIE_VERIFY_OK(job);
    for (int round = 0; round < 3; ++round) {
      const std::uint32_t before = client.get(job->id()).tasks().succeeded();
      QTRY_VERIFY_WITH_TIMEOUT(client.get(job->id()).tasks().succeeded() > before + 4, kTryMs);
      QVERIFY(signalChild(pid, SIGKILL).ok());
      QTRY_VERIFY_WITH_TIMEOUT(pollChild(pid).has_value(), kTryMs);
      start(&pid);
      QTRY_VERIFY_WITH_TIMEOUT(!client.get(job->id()).id().empty(), kTryMs);
      QCOMPARE(client
                   .submit(script("1..40", "echo $0 >> " + mark("ran") + "; sleep 0.1; echo $0 >> " +
                                               mark("ended") + "; echo x > $1/out"),
                           "once")
                   .value_or(v1::TrainingJob())
                   .id(),
               job->id());
    }
    QTRY_COMPARE_WITH_TIMEOUT(client.get(job->id()).state(), v1::TRAINING_JOB_STATE_DONE, kTryMs);
    QCOMPARE(client.get(job->id()).tasks().succeeded(), 40U);
    QStringList ended = QString::fromStdString(*readFile(mark("ended"))).split('\n', Qt::SkipEmptyParts);
    QCOMPARE(QSet<QString>(ended.begin(), ended.end()).size(), qsizetype{40});
    // Made again at most: what ended in the instant in which nobody watched, where the kernel doesn't tell.
    QVERIFY2(ended.size() <= 46, ended.join(' ').toUtf8());
    QVERIFY(signalChild(pid, SIGTERM).ok());
    QTRY_VERIFY_WITH_TIMEOUT(pollChild(pid).has_value(), kTryMs);
  }
};

QTEST_GUILESS_MAIN(TstTrainingService)
#include "tst_training_service.moc"
