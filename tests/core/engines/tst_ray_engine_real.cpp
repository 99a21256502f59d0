// Ray's client, the driver and the engine on one real Ray of two nodes, where packaging/bootstrap --ray has
// installed it. One cluster for all of them: starting Ray takes longer than most of what is tried on it.
#include <QtTest>
#include <csignal>
#include <set>

#include "core/base/files.h"
#include "core/engines/driver_text.h"
#include "core/engines/ray_engine.h"
#include "core/ray/client.h"
#include "core/ray/cluster_processes.h"
#include "core/ray/local_cluster.h"
#include "tests/core/engines/recording_sink.h"
#include "tests/status_checks.h"

using namespace aerie;
using namespace std::chrono_literals;
using training::ClusterState;
using training::Outcome;

namespace {

constexpr int kPatience = 120'000;  // ms; a loaded machine of two cores

constexpr const char* kTool =
    "#!/bin/sh\n"
    "echo \"zone $1 in $(cat note.txt)\"\n"
    "sleep \"$3\"\n"
    "printf '%s' \"$1\" > \"$2/model\"\n";

}  // namespace

class TstRayEngineReal : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() {
    const std::filesystem::path home = ray::defaultRayHome();
    if (!std::filesystem::exists(home / "bin/ray"))
      QSKIP(("Ray is not installed in " + home.string() + "; packaging/bootstrap --ray does that").c_str());
    auto dir = TempDir::create("ae");
    AERIE_VERIFY_OK(dir);
    dir_ = std::make_unique<TempDir>(*std::move(dir));
    qputenv("DATABASE_PASSWORD", "secret");  // of the daemon; no task may see it
    const std::filesystem::path tool = dir_->path() / "bin/aerie-test-tool";
    AERIE_VERIFY_OK(writeFileAtomic(tool, kTool, 0755));

    cluster_.name = "test";
    cluster_.spec.engine = training::Engine::kRay;
    cluster_.spec.hosts = 2;
    cluster_.spec.cpus_per_host = 2;
    makeEngine();
    engine_->resumeCluster(cluster_);
    QTRY_VERIFY2_WITH_TIMEOUT(sink_.was(ClusterState::kReady) || sink_.was(ClusterState::kFailed),
                              "Ray did not start", kPatience);
    QVERIFY2(sink_.was(ClusterState::kReady), sink_.lastMessage().c_str());
    const auto state = ray::readLocalCluster(dir_->path() / "clusters/test");
    AERIE_VERIFY_OK(state);
    ray::RayOptions options;
    AERIE_VERIFY_FAILS(ray::RayClient::connect(state->address, options), absl::StatusCode::kUnauthenticated,
                       "token");
    options.token = *ray::readToken(state->token_file);
    auto client = ray::RayClient::connect(state->address, options);
    AERIE_VERIFY_OK(client);
    client_ = *std::move(client);
  }

  void cleanupTestCase() {
    if (engine_ == nullptr) return;
    const auto state = ray::readLocalCluster(dir_->path() / "clusters/test");
    engine_->deleteCluster(cluster_);
    QTRY_VERIFY_WITH_TIMEOUT(sink_.was(ClusterState::kGone), 60'000);
    AERIE_VERIFY_OK(state);
    QVERIFY(ray::processesOf(state->folder, state->nodes).empty());
    QVERIFY(!std::filesystem::exists(state->folder));
    engine_ = nullptr;
  }

  void nodesSayWhatTheyHave() {
    const auto nodes = client_->nodes();
    AERIE_VERIFY_OK(nodes);
    QCOMPARE(nodes->size(), std::size_t{2});
    QCOMPARE(std::count_if(nodes->begin(), nodes->end(), [](const ray::Node& node) { return node.head; }), 1);
    for (const ray::Node& node : *nodes) QVERIFY(node.slots == 2 && node.memory_total > 0);
  }

  void aJobThatIsSubmittedTwiceRunsOnceAndTellsOfItsTasks() {
    ray::PackageOptions options;
    options.extra = {
        {"aerie_driver.py", std::string(engines::driverText())},
        {"aerie_plan.json", R"json({"max_in_flight": 2, "retries": 1, "backoff_seconds": 0.1, "tasks": [
                        {"id": "JFK; $(id)",
                         "command": ["sh", "-c", "echo of $ZONE$DATABASE_PASSWORD; echo hi > $0/model",
                         "{output_dir}"],
                         "variables": {"ZONE": "JFK"}, "cpus": 1},
                        {"id": "LAX", "command": ["sh", "-c", "exit 3"], "cpus": 0.5}]})json"}};
    const auto package = ray::makePackage({}, options);
    AERIE_VERIFY_OK(package);
    ray::JobSpec spec;
    spec.submission_id = "aerie-test-1";
    spec.command = {"python", "aerie_driver.py", "aerie_plan.json"};
    const auto uri = client_->upload(*package);
    AERIE_VERIFY_OK(uri);
    spec.working_dir = *uri;
    AERIE_VERIFY_OK(client_->submit(spec));
    AERIE_VERIFY_OK(client_->submit(spec));
    QStringList lines;
    AERIE_VERIFY_OK(client_->tail(spec.submission_id, [&](std::string_view line) {
      lines << QString::fromUtf8(line.data(), static_cast<qsizetype>(line.size()));
      return true;
    }));
    const QString all = lines.join('\n');
    for (const char* part :
         {R"("of JFK\n")", R"("event":"artifact")", R"("state":"retrying")", R"("exited with 3")"})
      QVERIFY2(all.contains(QString::fromUtf8(part)), qPrintable(QString::fromUtf8(part) + "\n" + all));
    QVERIFY2(all.contains(R"("succeeded":1,"failed":1,"cancelled":0)"), qPrintable(all));
    absl::StatusOr<ray::Job> job = client_->job(spec.submission_id);
    QTRY_VERIFY_WITH_TIMEOUT((job = client_->job(spec.submission_id)).ok() && ray::isTerminal(job->status),
                             30'000);
    QVERIFY(job->status == ray::JobStatus::kFailed && job->exit_code == 1);
    absl::StatusOr<ray::TaskPage> tasks = client_->tasks(job->job_id, "");
    QTRY_VERIFY_WITH_TIMEOUT((tasks = client_->tasks(job->job_id, "")).ok() && tasks->tasks.size() == 3,
                             30'000);
    for (const ray::Task& task : tasks->tasks) QCOMPARE(task.state, std::string("FINISHED"));
    AERIE_VERIFY_OK(client_->logs(spec.submission_id));
    AERIE_VERIFY_OK(client_->remove(spec.submission_id));
    QVERIFY(absl::IsNotFound(client_->job(spec.submission_id).status()));
  }

  void aJobOfManyTasksOutlivesARestartAndReturnsItsOutputs() {
    constexpr int kTasks = 30;
    training::JobRun run = newRun(1, kTasks, {"aerie-test-tool", "{n}", "{output_dir}", "0.1"});
    AERIE_VERIFY_OK(writeFileAtomic(run.files.work() / "note.txt", "the working directory"));
    engine_->start(run);
    QTRY_VERIFY2_WITH_TIMEOUT(sink_.ended(Outcome::kSucceeded) >= 4 || sink_.jobEnd(), "no task ended",
                              kPatience);
    engine_ = nullptr;  // the daemon goes down, Ray goes on
    run.handle = sink_.handle();
    sink_.catchUp(run.tasks);
    makeEngine();
    engine_->resumeCluster(cluster_);
    engine_->resume(run);
    QTRY_VERIFY_WITH_TIMEOUT(sink_.jobEnd().has_value(), kPatience);
    AERIE_VERIFY_OK(*sink_.jobEnd());
    std::set<std::pair<training::TaskNumber, int>> seen;
    for (const test::SeenEnd& end : sink_.ends()) {
      QVERIFY2(end.outcome == Outcome::kSucceeded, end.detail.c_str());
      QVERIFY2(seen.insert({end.task, end.attempt}).second, "an end was told twice");
      QVERIFY(end.cpu_ms >= 0 && end.memory_peak > 0);
    }
    QCOMPARE(seen.size(), std::size_t{kTasks});
    const training::JobRun all = newRun(1, kTasks, {});
    for (const training::OpenTask& task : all.tasks) {
      const auto model = readFile(all.files.attemptOutputs(task.spec.id, 1) / "model");
      AERIE_VERIFY_OK(model);
      QCOMPARE(*model, task.spec.values[0]);
      const auto log = readFile(all.files.taskLog(task.spec.id, 1));
      AERIE_VERIFY_OK(log);
      QCOMPARE(*log, "zone " + task.spec.values[0] + " in the working directory\n");
    }
    std::set<std::string> hosts;
    for (const test::SeenStart& start : sink_.starts()) hosts.insert(start.host);
    std::string names;
    for (const std::string& host : hosts) names += host + " ";
    QVERIFY2(hosts.contains("test-host-1") && hosts.size() <= 2, names.c_str());
    QTRY_VERIFY_WITH_TIMEOUT(!sink_.loads().empty(), 20'000);
    QCOMPARE(sink_.loads().back().host, std::string());
    QCOMPARE(sink_.loads().back().sample.capacity, 4.0);
  }

  void tasksAndJobsAreCancelledWithAllTheyStarted() {
    const std::string mark = "7" + std::to_string(QCoreApplication::applicationPid());
    training::JobRun run = newRun(2, 3, {"sh", "-c", "sleep " + mark + " & sleep " + mark});
    engine_->start(run);
    QTRY_VERIFY2_WITH_TIMEOUT(sink_.running().size() >= 2 || sink_.jobEnd(), "two tasks must run", kPatience);
    const training::TaskNumber first = sink_.running().front().task;
    engine_->cancelTasks(2, {first});
    QTRY_VERIFY_WITH_TIMEOUT(sink_.ended(Outcome::kCancelled) >= 1, kPatience);
    QCOMPARE(sink_.ends().front().task, first);
    QVERIFY(!sink_.jobEnd());
    engine_->cancel(2);
    QTRY_VERIFY_WITH_TIMEOUT(sink_.jobEnd().has_value(), kPatience);
    AERIE_VERIFY_OK(*sink_.jobEnd());
    QVERIFY(sink_.running().empty());
    QTRY_VERIFY_WITH_TIMEOUT(processesNamed(mark) == 0, 20'000);
    const auto job = client_->job(sink_.handle());
    AERIE_VERIFY_OK(job);
    QCOMPARE(job->status, ray::JobStatus::kStopped);
  }

  void aKilledNodeLosesNoTask() {
    training::JobRun run = newRun(3, 10, {"sh", "-c", "sleep 2; echo $0 > $1/model", "{n}", "{output_dir}"});
    engine_->start(run);
    const auto on_second = [&] {
      const auto running = sink_.running();
      return std::any_of(running.begin(), running.end(),
                         [](const test::SeenStart& start) { return start.host == "test-host-2"; });
    };
    QTRY_VERIFY2_WITH_TIMEOUT(on_second() || sink_.jobEnd(), "nothing ran on the second node", kPatience);
    QVERIFY(!sink_.jobEnd());
    const auto state = ray::readLocalCluster(dir_->path() / "clusters/test");
    AERIE_VERIFY_OK(state);
    QCOMPARE(::kill(-static_cast<pid_t>(state->nodes[1].pid), SIGKILL), 0);
    QTRY_VERIFY_WITH_TIMEOUT(sink_.jobEnd().has_value(), kPatience);
    AERIE_VERIFY_OK(*sink_.jobEnd());
    QCOMPARE(sink_.ended(Outcome::kSucceeded), std::size_t{10});
    QVERIFY(sink_.ended(Outcome::kLost) >= 1);
    for (const training::OpenTask& task : run.tasks) {
      const auto ends = sink_.ends();
      const auto good = std::find_if(ends.begin(), ends.end(), [&](const test::SeenEnd& end) {
        return end.task == task.number && end.outcome == Outcome::kSucceeded;
      });
      QVERIFY(std::filesystem::exists(run.files.attemptOutputs(task.spec.id, good->attempt) / "model"));
    }
  }

 private:
  void makeEngine() {
    engines::RayEngineOptions options;
    options.clusters = dir_->path() / "clusters";
    options.programs = {dir_->path() / "bin"};
    options.poll = 500ms;
    engine_ = engines::makeRayEngine(options, sink_);
  }

  training::JobRun newRun(training::JobId id, int count, std::vector<std::string> command) {
    if (!command.empty()) sink_.forgetJob();
    training::JobRun run = test::jobRun(id, dir_->path() / "jobs", count, std::move(command));
    run.cluster = cluster_;
    return run;
  }

  static int processesNamed(const std::string& argument) {
    int count = 0;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator("/proc", error)) {
      QFile file(QString::fromStdString((entry.path() / "cmdline").string()));
      if (!file.open(QIODevice::ReadOnly)) continue;
      const QByteArray line = file.readAll();
      if (line.startsWith("sleep") && line.contains(argument.c_str())) ++count;
    }
    return count;
  }

  std::unique_ptr<TempDir> dir_;
  test::RecordingSink sink_;
  training::EngineCluster cluster_;
  std::unique_ptr<training::JobEngine> engine_;
  std::unique_ptr<ray::RayClient> client_;
};

QTEST_GUILESS_MAIN(TstRayEngineReal)
#include "tst_ray_engine_real.moc"
