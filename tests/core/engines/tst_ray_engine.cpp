// The Ray engine against a server that speaks Ray's dialect, and against servers that do not.
#include <QtTest>
#include <set>

#include "core/base/files.h"
#include "core/engines/ray_engine.h"
#include "tests/core/engines/recording_sink.h"
#include "tests/core/http/fake_server.h"
#include "tests/status_checks.h"

using namespace aerie;
using namespace std::chrono_literals;
using test::Connection;
using test::FakeServer;
using test::SeenRequest;
using training::ClusterState;
using training::Outcome;

namespace {

constexpr const char* kJson = "application/json";

std::string ended(int task, const char* outcome, int attempt = 1) {
  return fmt::format(
      R"(AERIE {{"event":"task","id":"t{}","attempt":{},"state":"{}","outcome":"{}","node":"n1","host":"h",)"
      R"("started":1000,"seconds":1,"error":""}})"
      "\n",
      task, attempt, outcome, outcome);
}
constexpr const char* kStarted = "AERIE {\"event\":\"started\",\"tasks\":2}\n";
constexpr const char* kFinished = "AERIE {\"event\":\"finished\",\"succeeded\":2}\n";

// A Ray that knows one job at most; its script says what the log is at each reading.
struct FakeRay {
  std::atomic<int> tails{0};
  std::atomic<int> submits{0};
  std::atomic<bool> stopped{false};
  std::atomic<bool> ended{false};
  std::string final_status = "SUCCEEDED";
  std::string message;
  double node_cpus = 4;
  std::function<void(int reading, Connection&)> log;
  std::function<bool(const SeenRequest&, Connection&)> before;  // true: it has answered
  FakeServer server{[this](const SeenRequest& r, Connection& c) { answer(r, c); }};

  void job(Connection& c) {
    const std::string status = stopped ? "STOPPED" : ended ? final_status : "RUNNING";
    c.reply(200, kJson,
            fmt::format(R"({{"submission_id":"x","job_id":"01","status":"{}","message":"{}"}})", status,
                        message));
  }
  void answer(const SeenRequest& r, Connection& c) {
    if (before && before(r, c)) return;
    if (r.path == "/api/version") return c.reply(200, kJson, R"({"version":"4","ray_version":"2.55.1"})");
    if (r.path == "/nodes?view=summary")
      return c.reply(
          200, kJson,
          fmt::format(R"({{"result":true,"data":{{"summary":[{{"hostname":"m","ip":"10.0.0.1","cpu":50.0,)"
                      R"("cpus":[8,4],"mem":[100,50,50,50],"raylet":{{"nodeId":"n1","state":"ALIVE",)"
                      R"("nodeName":"alpha","resourcesTotal":{{"CPU":{}}}}}}}]}}}})",
                      node_cpus));
    if (r.path.starts_with("/api/v0/tasks"))
      return c.reply(200, kJson, R"({"result":true,"data":{"result":{"result":[]}}})");
    if (r.path.starts_with("/api/packages/")) return c.reply(r.method == "PUT" ? 200 : 404, kJson, "{}");
    if (r.path == "/api/jobs/" && r.method == "POST") {
      ++submits;
      return c.reply(200, kJson, R"({"submission_id":"x"})");
    }
    if (r.path.ends_with("/logs/tail")) {
      c.upgrade(r);
      if (log) log(tails++, c);
      return;
    }
    if (r.path.ends_with("/stop")) {
      stopped = true;
      return c.reply(200, kJson, R"({"stopped":true})");
    }
    if (r.path.starts_with("/api/jobs/")) return job(c);
    c.reply(404, "text/plain", "no such thing");
  }
};

struct Scene {
  explicit Scene(std::string address, Duration patience = 2s) : dir(*TempDir::create("re")) {
    options.clusters = dir.path() / "clusters";
    options.poll = 20ms;
    options.first_wait = 10ms;
    options.request_timeout = 300ms;
    options.connect_patience = 100ms;
    options.patience = patience;
    run = test::jobRun(1, dir.path(), 2, {"x", "{n}"});
    for (std::size_t i = 0; i < run.tasks.size(); ++i) run.tasks[i].spec.id = "t" + std::to_string(i);
    run.cluster.name = "c";
    run.cluster.spec.address = std::move(address);
    engine = engines::makeRayEngine(options, sink);
  }
  TempDir dir;
  engines::RayEngineOptions options;
  training::JobRun run;
  test::RecordingSink sink;
  std::unique_ptr<training::JobEngine> engine;
};

}  // namespace

class TstRayEngine : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void aJobIsHandedOverAndItsReportsComeBack() {
    FakeRay ray;
    ray.log = [&](int, Connection& c) {
      c.text(kStarted + ended(0, "succeeded"));
      c.text(ended(1, "succeeded") + kFinished);
      ray.ended = true;
      c.closeFrame(1000);
    };
    Scene scene(ray.server.url());
    scene.engine->start(scene.run);
    QTRY_VERIFY(scene.sink.jobEnd().has_value());
    AERIE_VERIFY_OK(*scene.sink.jobEnd());
    QCOMPARE(scene.sink.ended(Outcome::kSucceeded), std::size_t{2});
    QCOMPARE(scene.sink.starts()[0].host, std::string("c-alpha"));
    QVERIFY(scene.sink.isReady());
    QCOMPARE(scene.sink.hosts().size(), std::size_t{1});
    QCOMPARE(scene.sink.hosts()[0].capacity.cpu_millis, std::int64_t{4'000});
    QTRY_VERIFY(!scene.sink.loads().empty());
    QCOMPARE(scene.sink.loads()[0].sample.busy, 4.0);  // half of the machine's eight cores
    QVERIFY(scene.sink.handle().starts_with("aerie-1-"));
  }

  void aSubmissionThatIsNotAnsweredIsGivenAgainUnderTheSameName() {
    FakeRay ray;
    Mutex mutex;
    std::set<std::string> names;
    ray.log = [&](int, Connection& c) {
      c.text(kStarted + ended(0, "succeeded") + ended(1, "succeeded") + kFinished);
      ray.ended = true;
      c.closeFrame(1000);
    };
    ray.before = [&](const SeenRequest& r, Connection& c) {
      if (r.path != "/api/jobs/" || r.method != "POST") return false;
      {
        const MutexLock lock(mutex);
        names.insert(r.body.substr(r.body.find("\"submission_id\""), 60));
      }
      if (ray.submits++ > 0) return c.reply(200, kJson, R"({"submission_id":"x"})"), true;
      c.waitForHangUp();
      c.close();
      return true;
    };
    Scene scene(ray.server.url());
    scene.engine->start(scene.run);
    QTRY_VERIFY(scene.sink.jobEnd().has_value());
    AERIE_VERIFY_FAILS(*scene.sink.jobEnd(), absl::StatusCode::kUnavailable, "did not answer");
    scene.sink.forgetJob();
    scene.engine->start(scene.run);
    QTRY_VERIFY(scene.sink.jobEnd().has_value());
    AERIE_VERIFY_OK(*scene.sink.jobEnd());
    QCOMPARE(scene.sink.ended(Outcome::kSucceeded), std::size_t{2});
    QCOMPARE(ray.submits.load(), 2);
    QCOMPARE(names.size(), std::size_t{1});
  }

  void aCutLogIsReadAgainAndNothingIsToldTwice() {
    FakeRay ray;
    ray.log = [&](int reading, Connection& c) {
      c.text("a line\n" + (kStarted + ended(0, "succeeded")));
      if (reading == 0) return c.close();  // in the middle
      c.text(ended(1, "succeeded") + kFinished);
      ray.ended = true;
      c.closeFrame(1000);
    };
    Scene scene(ray.server.url());
    scene.engine->start(scene.run);
    QTRY_VERIFY(scene.sink.jobEnd().has_value());
    AERIE_VERIFY_OK(*scene.sink.jobEnd());
    QVERIFY(ray.tails >= 2);
    QCOMPARE(scene.sink.ends().size(), std::size_t{2});
    QCOMPARE(QString::fromStdString(scene.sink.log()).count("a line"), 1);
  }

  void aRestartOfTheDaemonSubmitsNothingAgain() {
    FakeRay ray;
    std::atomic<bool> go_on{false};
    ray.log = [&](int, Connection& c) {
      c.text(kStarted + ended(0, "succeeded"));
      if (!go_on) return c.waitForHangUp();
      c.text(ended(1, "succeeded") + kFinished);
      ray.ended = true;
      c.closeFrame(1000);
    };
    Scene scene(ray.server.url());
    scene.engine->start(scene.run);
    QTRY_COMPARE(scene.sink.ends().size(), std::size_t{1});
    scene.engine = nullptr;
    scene.run.handle = scene.sink.handle();
    scene.sink.catchUp(scene.run.tasks);
    go_on = true;
    scene.engine = engines::makeRayEngine(scene.options, scene.sink);
    scene.engine->resume(scene.run);
    QTRY_VERIFY(scene.sink.jobEnd().has_value());
    AERIE_VERIFY_OK(*scene.sink.jobEnd());
    QCOMPARE(ray.submits.load(), 1);
    QCOMPARE(scene.sink.ends().size(), std::size_t{2});
  }

  void aJobThatRayForgotIsTriedAgain() {
    FakeRay ray;
    ray.before = [](const SeenRequest& r, Connection& c) {
      if (!r.path.starts_with("/api/jobs/")) return false;
      c.reply(404, "text/plain", "Job does not exist");
      return true;
    };
    Scene scene(ray.server.url());
    scene.run.handle = "aerie-1-gone";
    scene.run.tasks[0].attempt = 1;
    scene.run.tasks[0].running = true;
    scene.engine->resume(scene.run);
    QTRY_VERIFY(scene.sink.jobEnd().has_value());
    AERIE_VERIFY_FAILS(*scene.sink.jobEnd(), absl::StatusCode::kUnavailable, "does not know the job");
    QCOMPARE(scene.sink.ended(Outcome::kLost), std::size_t{1});
  }

  void cancelStopsTheRayJob() {
    FakeRay ray;
    ray.log = [&](int, Connection& c) {
      c.text(kStarted);
      if (!ray.stopped) return c.waitForHangUp();
      c.closeFrame(1000);
    };
    Scene scene(ray.server.url());
    scene.engine->start(scene.run);
    QTRY_VERIFY(ray.tails >= 1);
    scene.engine->cancel(1);
    QTRY_VERIFY(scene.sink.jobEnd().has_value());
    AERIE_VERIFY_OK(*scene.sink.jobEnd());
    QVERIFY(ray.stopped);
  }

  void aCancelRightAfterARestartStopsTheRayJob() {
    FakeRay ray;
    ray.log = [&](int, Connection& c) {
      c.text(kStarted);
      if (!ray.stopped) return c.waitForHangUp();
      c.closeFrame(1000);
    };
    Scene scene(ray.server.url());
    scene.run.handle = "aerie-1-before";
    scene.run.tasks[0].attempt = 1;
    scene.run.tasks[0].running = true;
    scene.engine->resume(scene.run);
    scene.engine->cancel(1);
    QTRY_VERIFY(scene.sink.jobEnd().has_value());
    AERIE_VERIFY_OK(*scene.sink.jobEnd());
    QVERIFY(ray.stopped);
    QCOMPARE(scene.sink.ended(Outcome::kCancelled), std::size_t{1});
    QVERIFY2(scene.sink.log().find("may still run") == std::string::npos, scene.sink.log().c_str());
  }

  void aStopThatIsCutOffIsAskedAgain() {
    FakeRay ray;
    std::atomic<int> asked{0};
    ray.before = [&](const SeenRequest& r, Connection& c) {
      if (!r.path.ends_with("/stop") || ++asked > 1) return false;
      c.close();
      return true;
    };
    ray.log = [&](int, Connection& c) {
      c.text(kStarted);
      if (!ray.stopped) return c.waitForHangUp();
      c.closeFrame(1000);
    };
    Scene scene(ray.server.url());
    scene.engine->start(scene.run);
    QTRY_VERIFY(ray.tails >= 1);
    scene.engine->cancel(1);
    QTRY_VERIFY(scene.sink.jobEnd().has_value());
    AERIE_VERIFY_OK(*scene.sink.jobEnd());
    QVERIFY(ray.stopped);
  }

  void aCancelWhileRayIsAwaySaysWhatMayStillRun() {
    Scene scene("http://127.0.0.1:1", 300ms);
    scene.run.handle = "aerie-1-before";
    scene.engine->resume(scene.run);
    scene.engine->cancel(1);
    QTRY_VERIFY(scene.sink.jobEnd().has_value());
    AERIE_VERIFY_OK(*scene.sink.jobEnd());
    QVERIFY2(
        scene.sink.log().find("Ray may still run tasks of this job (aerie-1-before)") != std::string::npos,
        scene.sink.log().c_str());
  }

  void singleTasksAreCancelledByASmallJob() {
    FakeRay ray;
    ray.log = [&](int, Connection& c) {
      c.text(kStarted);
      c.waitForHangUp();
    };
    Scene scene(ray.server.url());
    scene.engine->start(scene.run);
    QTRY_VERIFY(ray.tails >= 1);
    scene.engine->cancelTasks(1, {1});
    QTRY_COMPARE(ray.submits.load(), 2);
    const auto seen = ray.server.seen();
    const bool asked = std::any_of(seen.begin(), seen.end(), [](const SeenRequest& r) {
      return r.path == "/api/jobs/" && r.body.find("'--cancel'") != std::string::npos;
    });
    QVERIFY(asked);
  }

  void howADriverEndsDecidesWhatFollows_data() {
    QTest::addColumn<QString>("status");
    QTest::addColumn<bool>("started");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const char* status, bool started, absl::StatusCode code,
                        const char* text) { QTest::newRow(name) << status << started << int(code) << text; };
    row("never began", "FAILED", false, absl::StatusCode::kFailedPrecondition, "could not begin");
    row("died later", "FAILED", true, absl::StatusCode::kUnavailable, "ended early: pip failed");
    row("stopped by somebody", "STOPPED", true, absl::StatusCode::kFailedPrecondition, "somebody stopped");
  }
  void howADriverEndsDecidesWhatFollows() {
    QFETCH(QString, status);
    QFETCH(bool, started);
    QFETCH(int, code);
    QFETCH(QString, message);
    FakeRay ray;
    ray.final_status = status.toStdString();
    ray.message = "pip failed";
    ray.log = [&](int, Connection& c) {
      if (started) c.text(kStarted);
      ray.ended = true;
      c.closeFrame(1000);
    };
    Scene scene(ray.server.url());
    scene.engine->start(scene.run);
    QTRY_VERIFY(scene.sink.jobEnd().has_value());
    AERIE_VERIFY_FAILS(*scene.sink.jobEnd(), static_cast<absl::StatusCode>(code), message.toStdString());
  }

  void aServerThatIsNoGoodRayEndsTheJobWithTheRemedy_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("message");
    QTest::newRow("token missing") << 401 << ""
                                   << "asks for a token";
    QTest::newRow("token wrong") << 403 << ""
                                 << "Set the token of this cluster";
    QTest::newRow("method refused") << 405 << ""
                                    << "405";
    QTest::newRow("HTML error") << 500 << "<html><h1>Oops</h1></html>"
                                << "correct cluster.address";
    QTest::newRow("too old") << 200 << R"({"version":"2","ray_version":"1.13.0"})"
                             << "2.2 or newer is needed";
    QTest::newRow("another program") << 200 << "<html>"
                                     << "not what Ray";
  }
  void aServerThatIsNoGoodRayEndsTheJobWithTheRemedy() {
    QFETCH(int, status);
    QFETCH(QString, body);
    QFETCH(QString, message);
    FakeServer server(
        [&](const SeenRequest&, Connection& c) { c.reply(status, "text/html", body.toStdString()); });
    Scene scene(server.url());
    scene.engine->start(scene.run);
    QTRY_VERIFY(scene.sink.jobEnd().has_value());
    QVERIFY(!absl::IsUnavailable(*scene.sink.jobEnd()));
    QVERIFY2(messageOf(*scene.sink.jobEnd()).find(message.toStdString()) != std::string::npos,
             messageOf(*scene.sink.jobEnd()).c_str());
    QVERIFY(scene.sink.was(ClusterState::kFailed));
    QCOMPARE(scene.sink.lastMessage(), messageOf(*scene.sink.jobEnd()));
  }

  void nobodyThereAndSilenceEndTheSameWay_data() {
    QTest::addColumn<bool>("silent");
    QTest::newRow("no server") << false;
    QTest::newRow("a server that says nothing") << true;
  }
  void nobodyThereAndSilenceEndTheSameWay() {
    QFETCH(bool, silent);
    FakeServer server([](const SeenRequest&, Connection& c) { c.waitForHangUp(); });
    Scene scene(silent ? server.url() : "http://127.0.0.1:1");
    scene.engine->start(scene.run);
    QTRY_VERIFY(scene.sink.jobEnd().has_value());
    AERIE_VERIFY_FAILS(*scene.sink.jobEnd(), absl::StatusCode::kFailedPrecondition, "ray start --head");
  }

  void aRayThatFallsSilentLosesItsTasksAfterPatience() {
    FakeRay ray;
    std::atomic<bool> dead{false};
    ray.before = [&](const SeenRequest&, Connection& c) {
      if (!dead) return false;
      c.close();
      return true;
    };
    ray.log = [&](int, Connection& c) {
      c.text(kStarted);
      dead = true;
      c.close();
    };
    Scene scene(ray.server.url(), 300ms);
    scene.engine->start(scene.run);
    QTRY_VERIFY(scene.sink.jobEnd().has_value());
    AERIE_VERIFY_FAILS(*scene.sink.jobEnd(), absl::StatusCode::kUnavailable, "lost");
    QTRY_VERIFY(scene.sink.was(ClusterState::kFailed));
  }

  void aTaskThatFitsNowhereSaysWhy() {
    FakeRay ray;
    ray.node_cpus = 0.5;
    ray.log = [](int, Connection& c) { c.waitForHangUp(); };
    Scene scene(ray.server.url());
    scene.engine->start(scene.run);
    QTRY_COMPARE(scene.sink.pendingReasons().size(), std::size_t{1});
    QVERIFY(scene.sink.pendingReasons()[0].reason == training::PendingReason::kTooLarge);
    QVERIFY(scene.sink.pendingReasons()[0].text.find("ask for fewer") != std::string::npos);
  }

  void aWorkingDirectoryThatIsTooLargeNamesItsFiles() {
    FakeRay ray;
    Scene scene(ray.server.url());
    AERIE_VERIFY_OK(writeFileAtomic(scene.run.files.work() / "big.bin", "x"));
    std::filesystem::resize_file(scene.run.files.work() / "big.bin", std::uintmax_t{2} << 30);
    // Before it is accepted, and should it come later nevertheless.
    AERIE_VERIFY_FAILS(scene.engine->check(scene.run), absl::StatusCode::kResourceExhausted, "big.bin");
    scene.engine->start(scene.run);
    QTRY_VERIFY(scene.sink.jobEnd().has_value());
    AERIE_VERIFY_FAILS(*scene.sink.jobEnd(), absl::StatusCode::kResourceExhausted, "big.bin");
    QCOMPARE(ray.submits.load(), 0);
  }

  void aJobIsCheckedBeforeItIsAccepted() {
    Scene scene("http://127.0.0.1:1");
    scene.run.requirements = "numpy==1.0\n";
    AERIE_VERIFY_OK(scene.engine->check(scene.run));
    scene.run.requirements = "-r more.txt\n";
    AERIE_VERIFY_FAILS(scene.engine->check(scene.run), absl::StatusCode::kInvalidArgument, "-r more.txt");
  }

  void anExistingRayIsOnlyLetGo() {
    FakeRay ray;
    Scene scene(fmt::format("127.0.0.1:{}", ray.server.port()));
    scene.engine->resumeCluster(scene.run.cluster);
    QTRY_VERIFY(scene.sink.was(ClusterState::kReady));
    scene.engine->deleteCluster(scene.run.cluster);
    QTRY_VERIFY(scene.sink.was(ClusterState::kGone));
    for (const SeenRequest& seen : ray.server.seen()) QCOMPARE(seen.method, std::string("GET"));
  }

  void whereRayIsNotInstalledTheMessageSaysHow() {
    Scene scene("");
    scene.options.ray_home = scene.dir.path() / "nowhere";
    scene.engine = engines::makeRayEngine(scene.options, scene.sink);
    scene.run.cluster.spec.cpus_per_host = 2;
    scene.engine->start(scene.run);
    QTRY_VERIFY(scene.sink.jobEnd().has_value());
    AERIE_VERIFY_FAILS(*scene.sink.jobEnd(), absl::StatusCode::kNotFound, "packaging/bootstrap --ray");
  }
};

QTEST_GUILESS_MAIN(TstRayEngine)
#include "tst_ray_engine.moc"
