#include <QtTest>
#include <nlohmann/json.hpp>

#include "core/kube/ray_manifest.h"
#include "tests/status_checks.h"

using namespace aerie;
using nlohmann::json;

namespace {

kube::RayWorkload workload() {
  kube::RayWorkload w;
  w.name = "zones";
  w.name_space = "ml";
  w.image = "rayproject/ray:2.55.1";
  w.ray_version = "2.55.1";
  w.workers = 10;
  w.cpus_per_worker = 16;
  w.command = {"python", "aerie_driver.py", "it's"};
  return w;
}

}  // namespace

class TstRayManifest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void aJobIsWhatKubeRayExpects() {
    kube::RayWorkload w = workload();
    w.variables = {{"A", "x: \"y\""}};
    w.working_dir = "https://host/app.zip";
    w.retries = 2;
    w.deadline_seconds = 7200;
    w.token_secret = "ray-token";
    const auto text = kube::rayJobManifest(w);
    AERIE_VERIFY_OK(text);
    const json spec = json::parse(*text)["spec"];
    QCOMPARE(spec["entrypoint"].get<std::string>(), std::string("'python' 'aerie_driver.py' 'it'\\''s'"));
    QCOMPARE(json::parse(spec["runtimeEnvYAML"].get<std::string>())["env_vars"]["A"].get<std::string>(),
             std::string("x: \"y\""));
    QVERIFY(spec["submissionMode"] == "HTTPMode" && spec["backoffLimit"] == 2 &&
            spec["activeDeadlineSeconds"] == 7200);
    const json cluster = spec["rayClusterSpec"];
    QVERIFY(cluster["headGroupSpec"]["rayStartParams"]["num-cpus"] == "0");
    QVERIFY(cluster["workerGroupSpecs"][0]["replicas"] == 10);
    QVERIFY(
        cluster["workerGroupSpecs"][0]["template"]["spec"]["containers"][0]["resources"]["limits"]["cpu"] ==
        "16000m");
    AERIE_VERIFY_OK(kube::rayClusterManifest(w));
  }

  void wrongDescriptionsAreRefused() {
    const auto refused = [](auto change, const char* problem) {
      kube::RayWorkload w = workload();
      change(w);
      AERIE_VERIFY_FAILS(kube::rayJobManifest(w), absl::StatusCode::kInvalidArgument, problem);
    };
    refused([](auto& w) { w.name = "Zones"; }, "lower-case");
    refused([](auto& w) { w.name = std::string(48, 'a'); }, "longer than 47");
    refused([](auto& w) { w.cpus_per_worker = std::nan(""); }, "cpus must be");
    refused([](auto& w) { w.image.clear(); }, "image");
    refused([](auto& w) { w.command.clear(); }, "command");
    refused([](auto& w) { w.workers = -1; }, "workers");
    refused([](auto& w) { w.ray_version = "2.51.0", w.token_secret = "s"; }, "2.52.0 or newer");
  }

  void kubeRaysRulesHold_data() {
    QTest::addColumn<QString>("patch");
    QTest::addColumn<QString>("problem");
    QTest::newRow("a typing error") << R"({"spec":{"ttlSecondAfterFinished":1}})"
                                    << "did you mean 'ttlSecondsAfterFinished'";
    QTest::newRow("time to live without shutdown") << R"({"spec":{"shutdownAfterJobFinishes":false}})"
                                                   << "needs shutdownAfterJobFinishes";
    QTest::newRow("no cluster") << R"({"spec":{"rayClusterSpec":null}})"
                                << "give rayClusterSpec or clusterSelector";
    QTest::newRow("an empty choice of a cluster")
        << R"({"spec":{"rayClusterSpec":null,"clusterSelector":{}}})"
        << "give rayClusterSpec or clusterSelector";
    QTest::newRow("a chosen cluster without a name") << R"({"spec":{"clusterSelector":{"app":"x"}}})"
                                                     << "name the cluster as ray.io/cluster";
    QTest::newRow("retries with a chosen cluster")
        << R"({"spec":{"rayClusterSpec":null,"clusterSelector":{"ray.io/cluster":"c"},"backoffLimit":1}})"
        << "excludes suspend";
    QTest::newRow("interactive with retries")
        << R"({"spec":{"submissionMode":"InteractiveMode","backoffLimit":1}})"
        << "InteractiveMode";
    QTest::newRow("an unknown mode") << R"({"spec":{"submissionMode":"Fast"}})"
                                     << "unknown";
    QTest::newRow("rules and shutdown") << R"({"spec":{"deletionStrategy":{"deletionRules":[{}]}}})"
                                        << "excludes";
    QTest::newRow("no rules at all") << R"({"spec":{"deletionStrategy":{"deletionRules":[]}}})"
                                     << "at least one rule";
    QTest::newRow("half of the old rules") << R"({"spec":{"deletionStrategy":{"onSuccess":{}}}})"
                                           << "both onSuccess and onFailure";
    QTest::newRow("no time at all") << R"({"spec":{"activeDeadlineSeconds":0}})"
                                    << "at least 1";
    QTest::newRow("a field that the head has not")
        << R"({"spec":{"rayClusterSpec":{"headGroupSpec":{"replicas":1}}}})"
        << "no field 'replicas'";
    QTest::newRow("CPUs given twice")
        << R"({"spec":{"rayClusterSpec":{"headGroupSpec":{"resources":{"CPU":"1"}}}}})"
        << "rayStartParams.num-cpus, one of them";
    QTest::newRow("labels among the start parameters")
        << R"({"spec":{"rayClusterSpec":{"headGroupSpec":{"rayStartParams":{"labels":"a=b"}}}}})"
        << "use the group's labels";
    QTest::newRow("a way to sign in that is unknown")
        << R"({"spec":{"rayClusterSpec":{"authOptions":{"mode":"basic"}}}})"
        << "token or disabled";
    QTest::newRow("signing in through Kubernetes")
        << R"({"spec":{"rayClusterSpec":{"authOptions":{"enableK8sTokenAuth":true}}}})"
        << "takes no enableK8sTokenAuth";
    QTest::newRow("a negative limit") << R"({"spec":{"backoffLimit":-1}})"
                                      << "at least 0";
    QTest::newRow("another version") << R"({"apiVersion":"ray.io/v2"})"
                                     << "ray.io/v1";
    QTest::newRow("another kind") << R"({"kind":"Pod"})"
                                  << "not RayJob";
    QTest::newRow("numbers as start parameters")
        << R"({"spec":{"rayClusterSpec":{"headGroupSpec":{"rayStartParams":{"num-cpus":0}}}}})"
        << "must be a string";
  }
  void kubeRaysRulesHold() {
    QFETCH(QString, patch);
    QFETCH(QString, problem);
    json manifest = json::parse(*kube::rayJobManifest(workload()));
    manifest.merge_patch(json::parse(patch.toStdString()));
    AERIE_VERIFY_FAILS(kube::checkManifest(manifest.dump()), absl::StatusCode::kInvalidArgument,
                       problem.toStdString());
  }

  void aStateIsReadBack() {
    const auto state = kube::readRayJob(
        R"({"kind":"RayJob","status":{"jobStatus":"SUCCEEDED","jobDeploymentStatus":"Complete","rayClusterName":"c"}})");
    AERIE_VERIFY_OK(state);
    QVERIFY(state->ended() && state->succeeded() && state->cluster == "c" && state->head_service.empty());
    QCOMPARE(
        kube::readRayJob(R"({"kind":"RayJob","status":{"rayClusterStatus":{"head":{"serviceName":"s"}}}})")
            ->head_service,
        std::string("s"));
    QVERIFY(kube::readRayJob(R"({"kind":"RayJob","status":{"rayClusterStatus":{"head":[]}}})").ok());
    QVERIFY(!kube::readRayJob(R"({"kind":"RayJob"})")->ended());
    QVERIFY(!kube::readRayJob(R"({"kind":"RayJob","status":{"jobStatus":7}})")->succeeded());
    AERIE_VERIFY_FAILS(kube::readRayJob("[1]"), absl::StatusCode::kFailedPrecondition, "no RayJob");
    AERIE_VERIFY_FAILS(kube::checkManifest("{"), absl::StatusCode::kInvalidArgument, "ray.io/v1");
  }
};

QTEST_GUILESS_MAIN(TstRayManifest)
#include "tst_ray_manifest.moc"
