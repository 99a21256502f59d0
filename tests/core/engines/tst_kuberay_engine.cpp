// The KubeRay engine against a server that speaks exactly the part of the Kubernetes API that is used, and
// Ray's dashboard behind its proxy.
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QtTest>

#include "core/base/files.h"
#include "core/base/mutex.h"
#include "core/engines/kuberay_engine.h"
#include "core/kube/ray_manifest.h"
#include "tests/core/engines/recording_sink.h"
#include "tests/core/http/fake_server.h"
#include "tests/core/kube/guide_role.h"
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
constexpr const char* kJobs = "/apis/ray.io/v1/namespaces/ml/rayjobs";
constexpr const char* kProxy = "/api/v1/namespaces/ml/services/rc-head-svc:8265/proxy";

struct FakeKube {
  ~FakeKube() {
    note(stopping);  // before the server waits for its threads
  }
  Mutex mutex;
  CondVar changed;
  std::string manifest AERIE_GUARDED_BY(mutex);
  std::string name AERIE_GUARDED_BY(mutex);
  std::atomic<bool> deleted{false}, map_deleted{false};
  std::atomic<bool> ray_ended{false}, stopping{false};
  std::atomic<bool> over{true};  // false: its tasks go on
  bool proxy_works = true;
  std::string final_job = "SUCCEEDED", final_deployment = "Complete", message;
  std::string cluster = "rc", more;
  std::atomic<int> list_status{200};
  FakeServer server{[this](const SeenRequest& r, Connection& c) { answer(r, c); }};

  void note(std::atomic<bool>& fact) {
    {
      const MutexLock lock(mutex);
      fact = true;
    }
    changed.notify_all();
  }
  std::string object(const char* job, const std::string& deployment) {
    const MutexLock lock(mutex);
    return fmt::format(
        R"({{"kind":"RayJob","metadata":{{"name":"{}","uid":"u","resourceVersion":"5"}},"status":{{"jobStatus":"{}",)"
        R"("jobDeploymentStatus":"{}",{}"rayClusterName":"{}","dashboardURL":"rc-head-svc.ml.svc:8265","message":"{}"}}}})",
        name, job, deployment, more, cluster, message);
  }
  void answer(const SeenRequest& r, Connection& c) {
    if (r.path.starts_with(kProxy)) return dashboard(r, c);
    if (r.method == "PATCH") {
      const QJsonObject json = QJsonDocument::fromJson(QByteArray::fromStdString(r.body)).object();
      if (json["kind"] == "RayJob") {
        const MutexLock lock(mutex);
        manifest = r.body;
        name = json["metadata"].toObject()["name"].toString().toStdString();
      }
      return c.reply(200, kJson, R"({"metadata":{"name":"x","uid":"u","resourceVersion":"1"}})");
    }
    if (r.method == "DELETE") {
      note(r.path.find("configmaps") != std::string::npos ? map_deleted : deleted);
      return c.reply(200, kJson, "{}");
    }
    if (list_status != 200) return c.reply(list_status, kJson, R"({"kind":"Status","message":"no"})");
    if (r.path.find("watch=1") != std::string::npos) {
      c.beginChunks(kJson);
      c.sendChunk("{\"type\":\"MODIFIED\",\"object\":" + object("RUNNING", "Running") + "}\n");
      {
        const MutexLock lock(mutex);
        while (proxy_works && !ray_ended && !deleted && !stopping) changed.wait(mutex);
      }
      c.sendChunk("{\"type\":\"MODIFIED\",\"object\":" + object(final_job.c_str(), final_deployment) + "}\n");
      return c.waitForHangUp();
    }
    c.reply(200, kJson,
            R"({"metadata":{"resourceVersion":"1"},"items":[)" + object("", "Initializing") + "]}");
  }
  void dashboard(const SeenRequest& r, Connection& c) {
    if (!proxy_works)
      return c.reply(403, kJson, R"({"kind":"Status","message":"services/proxy is forbidden"})");
    const std::string path = r.path.substr(std::string(kProxy).size());
    if (r.method == "GET" && path.starts_with("/api/packages/")) return c.reply(404, kJson, "{}");
    if (path == "/api/version") return c.reply(200, kJson, R"({"version":"4","ray_version":"2.55.1"})");
    if (path == "/nodes?view=summary")
      return c.reply(
          200, kJson,
          R"({"result":true,"data":{"summary":[{"hostname":"pod","ip":"10.0.0.1","cpu":1,"cpus":[8,4],)"
          R"("raylet":{"nodeId":"n","state":"ALIVE","resourcesTotal":{"CPU":4}}}]}})");
    if (path.ends_with("/logs/tail")) {
      c.upgrade(r);
      c.text("AERIE {\"event\":\"started\"}\n");
      {
        const MutexLock lock(mutex);
        while (!over && !stopping) changed.wait(mutex);
      }
      for (int task = 0; task < 2; ++task)
        c.text(
            fmt::format("AERIE {{\"event\":\"task\",\"id\":\"t{}\",\"attempt\":1,\"state\":\"succeeded\","
                        "\"outcome\":\"succeeded\",\"node\":\"n\",\"started\":1,\"seconds\":1}}\n",
                        task));
      c.text("AERIE {\"event\":\"finished\"}\n");
      note(ray_ended);
      return c.closeFrame(1000);
    }
    if (path.starts_with("/api/jobs/"))
      return c.reply(200, kJson,
                     fmt::format(R"({{"submission_id":"x","job_id":"1","status":"{}"}})",
                                 ray_ended ? "SUCCEEDED" : "RUNNING"));
    c.reply(200, kJson, R"({"result":true,"data":{"result":{"result":[]}}})");
  }
};

struct Scene {
  explicit Scene(const FakeServer& server) : dir(*TempDir::create("ke")) {
    options.kubeconfig = dir.path() / "config";
    (void)writeFileAtomic(
        options.kubeconfig,
        fmt::format("apiVersion: v1\nkind: Config\ncurrent-context: a\n"
                    "clusters: [{{name: c, cluster: {{server: '{}'}}}}]\n"
                    "users: [{{name: u, user: {{token: t0}}}}]\n"
                    "contexts: [{{name: a, context: {{cluster: c, user: u, namespace: ml}}}}]\n",
                    server.url()),
        0600);
    options.request_timeout = 2s;
    options.first_wait = 5ms;
    options.poll = 20ms;
    options.log_patience = 3s;
    run = test::jobRun(1, dir.path(), 2, {"x", "{n}"});
    for (std::size_t i = 0; i < run.tasks.size(); ++i) run.tasks[i].spec.id = "t" + std::to_string(i);
    run.cluster.name = "c";
    run.cluster.spec.hosts = 3;
    run.cluster.spec.cpus_per_host = 4;
    engine = engines::makeKubeRayEngine(options, sink);
  }
  TempDir dir;
  engines::KubeRayEngineOptions options;
  training::JobRun run;
  test::RecordingSink sink;
  std::unique_ptr<training::JobEngine> engine;
};

}  // namespace

class TstKubeRayEngine : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void aRayJobIsAppliedFollowedReadAndDeleted() {
    FakeKube kube;
    Scene scene(kube.server);
    scene.engine->start(scene.run);
    QTRY_VERIFY(scene.sink.jobEnd().has_value());
    AERIE_VERIFY_OK(*scene.sink.jobEnd());
    QCOMPARE(scene.sink.ended(Outcome::kSucceeded), std::size_t{2});
    QVERIFY(scene.sink.isReady());
    QVERIFY(kube.deleted && kube.map_deleted);
    std::string manifest;
    {
      const MutexLock lock(kube.mutex);
      manifest = kube.manifest;
    }
    AERIE_VERIFY_OK(kube::checkManifest(manifest));
    const QJsonObject spec =
        QJsonDocument::fromJson(QByteArray::fromStdString(manifest)).object()["spec"].toObject();
    QCOMPARE(spec["jobId"].toString().toStdString(), scene.sink.handle());
    QVERIFY(spec["runtimeEnvYAML"].toString().contains("file:///aerie/package.zip"));
    const auto seen = kube.server.seen();
    const auto map = std::find_if(seen.begin(), seen.end(), [](const SeenRequest& r) {
      return r.method == "PATCH" && r.path.find("/configmaps/") != std::string::npos;
    });
    QVERIFY(map != seen.end());
    const QJsonObject data =
        QJsonDocument::fromJson(QByteArray::fromStdString(map->body)).object()["binaryData"].toObject();
    const QByteArray zip = QByteArray::fromBase64(data["package.zip"].toString().toLatin1());
    QVERIFY(zip.startsWith("PK") && zip.contains("aerie_driver.py"));
    for (const SeenRequest& r : seen) QCOMPARE(r.headers.at("authorization"), std::string("Bearer t0"));
  }

  void theRoleOfTheGuideIsEnoughAndNoMore() {
    test::Rights role = test::rightsOfTheGuide();
    std::erase_if(role, [](const std::string& right) { return right.starts_with("rayclusters"); });
    FakeKube kube;
    kube.over = false;
    Scene scene(kube.server);
    scene.engine->start(scene.run);
    const auto asked = [&](const char* method, const char* path) {
      const auto seen = kube.server.seen();
      return std::any_of(seen.begin(), seen.end(), [&](const SeenRequest& r) {
        return r.method == method && r.path.find(path) != std::string::npos;
      });
    };
    QTRY_VERIFY(asked("GET", "/logs/tail"));
    scene.engine->cancelTasks(1, {1});
    QTRY_VERIFY(asked("POST", "/proxy/api/jobs/"));
    kube.note(kube.over);
    QTRY_VERIFY(scene.sink.jobEnd().has_value());
    AERIE_VERIFY_OK(*scene.sink.jobEnd());
    QCOMPARE(test::text(test::rightsFor(kube.server.seen())), test::text(role));
  }

  void aHeadWhoseNameTheOperatorShortenedIsFound() {
    FakeKube kube;
    kube.cluster = "a-longer-name";  // the proxy knows the head as rc-head-svc alone
    kube.more = R"("rayClusterStatus":{"head":{"serviceName":"rc-head-svc"}},)";
    Scene scene(kube.server);
    scene.engine->start(scene.run);
    QTRY_VERIFY(scene.sink.jobEnd().has_value());
    AERIE_VERIFY_OK(*scene.sink.jobEnd());
    QVERIFY(scene.sink.log().find("is not reachable") == std::string::npos);
    QCOMPARE(scene.sink.ended(Outcome::kSucceeded), std::size_t{2});
  }

  void withoutTheDashboardTheStateOfTheWholeCounts() {
    FakeKube kube;
    kube.proxy_works = false;
    Scene scene(kube.server);
    scene.engine->start(scene.run);
    QTRY_VERIFY(scene.sink.jobEnd().has_value());
    AERIE_VERIFY_OK(*scene.sink.jobEnd());
    QCOMPARE(scene.sink.ended(Outcome::kSucceeded), std::size_t{2});
    QVERIFY(scene.sink.log().find("only the state of the whole job is known") != std::string::npos);
  }

  void withoutTheDashboardOutputsCannotCome() {
    FakeKube kube;
    kube.proxy_works = false;
    Scene scene(kube.server);
    auto spec = std::make_shared<training::JobSpec>(*scene.run.spec);
    spec->tasks.outputs = {"model"};
    scene.run.spec = spec;
    scene.engine->start(scene.run);
    QTRY_VERIFY(scene.sink.jobEnd().has_value());
    AERIE_VERIFY_FAILS(*scene.sink.jobEnd(), absl::StatusCode::kFailedPrecondition, "services/proxy");
    QVERIFY(kube.deleted);
  }

  void aRayJobThatFailsSaysWhy() {
    FakeKube kube;
    kube.proxy_works = false;
    kube.final_job = "";
    kube.final_deployment = "Failed";
    kube.message = "image cannot be pulled";
    Scene scene(kube.server);
    scene.engine->start(scene.run);
    QTRY_VERIFY(scene.sink.jobEnd().has_value());
    AERIE_VERIFY_FAILS(*scene.sink.jobEnd(), absl::StatusCode::kFailedPrecondition, "image cannot be pulled");
    QVERIFY(kube.deleted && kube.map_deleted);
  }

  void cancelDeletesTheRayJob() {
    FakeKube kube;
    kube.ray_ended = false;
    Scene scene(kube.server);
    scene.engine->start(scene.run);
    QTRY_VERIFY(!scene.sink.handle().empty());
    scene.engine->cancel(1);
    QTRY_VERIFY(scene.sink.jobEnd().has_value());
    AERIE_VERIFY_OK(*scene.sink.jobEnd());
    QVERIFY(kube.deleted && kube.map_deleted);
  }

  void aBadServerEndsTheJobWithTheRemedy_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("message");
    QTest::newRow("token expired") << 401 << "Set the token";
    QTest::newRow("no right") << 403 << "It says: no";
    QTest::newRow("method refused") << 405 << "another version, or a proxy";
    QTest::newRow("KubeRay is missing") << 404 << "install the KubeRay operator";
  }
  void aBadServerEndsTheJobWithTheRemedy() {
    QFETCH(int, status);
    QFETCH(QString, message);
    FakeKube kube;
    kube.list_status = status;
    Scene scene(kube.server);
    scene.engine->resumeCluster(scene.run.cluster);
    QTRY_VERIFY(scene.sink.was(ClusterState::kFailed));
    QVERIFY2(scene.sink.lastMessage().find(message.toStdString()) != std::string::npos,
             scene.sink.lastMessage().c_str());
    scene.engine->start(scene.run);
    QTRY_VERIFY(scene.sink.jobEnd().has_value());
    QVERIFY(!scene.sink.jobEnd()->ok());
  }

  void aWorkingDirectoryThatIsTooLargeSaysWhereElseItCouldBe() {
    FakeKube kube;
    Scene scene(kube.server);
    std::string noise(1 << 20, '\0');
    for (char& c : noise) c = static_cast<char>(QRandomGenerator::global()->generate());
    AERIE_VERIFY_OK(scene.engine->check(scene.run));
    AERIE_VERIFY_OK(writeFileAtomic(scene.run.files.work() / "big.bin", noise));
    AERIE_VERIFY_FAILS(scene.engine->check(scene.run), absl::StatusCode::kResourceExhausted,
                       "container image");
    scene.engine->start(scene.run);
    QTRY_VERIFY(scene.sink.jobEnd().has_value());
    AERIE_VERIFY_FAILS(*scene.sink.jobEnd(), absl::StatusCode::kResourceExhausted, "container image");
  }

  void withoutAKubeconfigTheMessageNamesIt() {
    FakeKube kube;
    Scene scene(kube.server);
    std::filesystem::remove(scene.options.kubeconfig);
    scene.engine->start(scene.run);
    QTRY_VERIFY(scene.sink.jobEnd().has_value());
    QVERIFY(messageOf(*scene.sink.jobEnd()).find("config") != std::string::npos);
  }

  // What the cancel of a daemon that was started again meets.
  void aCancelWithoutAKubeconfigSaysWhatMayBeLeft() {
    FakeKube kube;
    // The cancel may come after the job has ended by itself; then it is tried again.
    bool cancelled = false;
    for (int round = 0; round < 100 && !cancelled; ++round) {
      Scene scene(kube.server);
      std::filesystem::remove(scene.options.kubeconfig);
      scene.run.handle = "aerie-1-left";
      scene.run.tasks[0].attempt = 1;
      scene.run.tasks[0].running = true;
      scene.engine->resume(scene.run);
      scene.engine->cancel(1);
      QTRY_VERIFY(scene.sink.jobEnd().has_value());
      cancelled = scene.sink.jobEnd()->ok();
      if (!cancelled) continue;
      QCOMPARE(scene.sink.ended(Outcome::kCancelled), std::size_t{1});
      QVERIFY2(scene.sink.log().find("'aerie-1-left' may still run in Kubernetes") != std::string::npos,
               scene.sink.log().c_str());
    }
    QVERIFY(cancelled);
  }
};

QTEST_GUILESS_MAIN(TstKubeRayEngine)
#include "tst_kuberay_engine.moc"
