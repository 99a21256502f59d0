// A RayCluster against a server that speaks the part of the Kubernetes API that is used.
#include <QtTest>
#include <nlohmann/json.hpp>

#include "core/kube/ray_cluster.h"
#include "tests/core/http/fake_server.h"
#include "tests/core/kube/guide_role.h"
#include "tests/status_checks.h"

using namespace aerie;
using namespace std::chrono_literals;
using nlohmann::json;
using test::Connection;
using test::FakeServer;
using test::SeenRequest;

namespace {

constexpr const char* kJson = "application/json";
constexpr const char* kClusters = "/apis/ray.io/v1/namespaces/ml/rayclusters";

std::string cluster(const char* state, int ready) {
  return fmt::format(
      R"({{"kind":"RayCluster","metadata":{{"name":"rc","uid":"u","resourceVersion":"5"}},"status":{{"state":"{}",)"
      R"("desiredWorkerReplicas":2,"readyWorkerReplicas":{},"head":{{"serviceName":"rc-head-svc"}}}}}})",
      state, ready);
}

// Has at most one cluster, which becomes ready in two steps unless `stuck`.
struct FakeKube {
  std::atomic<bool> there{false};
  bool stuck = false, installed = true;
  FakeServer server{[this](const SeenRequest& r, Connection& c) { answer(r, c); }};

  void answer(const SeenRequest& r, Connection& c) {
    if (!installed) return c.reply(404, "text/plain", "404 page not found");
    if (r.method == "PATCH") there = true;
    if (r.method == "PATCH") return c.reply(200, kJson, cluster("", 0));
    if (r.method == "DELETE") {
      const bool was = there.exchange(false);
      return c.reply(was ? 200 : 404, kJson, "{}");
    }
    if (r.path.find("watch=1") != std::string::npos) {
      c.beginChunks(kJson);
      if (!stuck) {
        c.sendChunk("{\"type\":\"MODIFIED\",\"object\":" + cluster("", 1) + "}\n");
        c.sendChunk("{\"type\":\"MODIFIED\",\"object\":" + cluster("ready", 2) + "}\n");
      }
      return c.waitForHangUp();
    }
    if (r.path == std::string(kClusters) + "/rc")
      return there ? c.reply(200, kJson, cluster("ready", 2)) : c.reply(404, kJson, "{}");
    c.reply(200, kJson,
            R"({"metadata":{"resourceVersion":"1"},"items":[)" + (there ? cluster("", 0) : "") + "]}");
  }
  std::unique_ptr<kube::KubeClient> client() const {
    kube::Access access;
    access.server = server.url();
    return *kube::KubeClient::create(access, 2s);
  }
};

kube::RayWorkload workload() {
  kube::RayWorkload w;
  w.name = "rc";
  w.name_space = "ml";
  w.image = "rayproject/ray:2.55.1";
  w.ray_version = "2.55.1";
  w.workers = 2;
  return w;
}

kube::RayClusterOptions quick(Duration patience = 20s) {
  kube::RayClusterOptions options;
  options.patience = patience;
  options.follow.first_wait = 1ms;
  return options;
}

}  // namespace

class TstRayCluster : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void itIsAppliedWatchedFoundAndDeleted() {
    FakeKube kube;
    const auto client = kube.client();
    kube::RayClusterOptions options = quick();
    QStringList said;
    options.progress = [&](const kube::RayClusterState& state) {
      said << QString::fromStdString(state.text());
    };
    const auto made = kube::startRayCluster(*client, workload(), options);
    AERIE_VERIFY_OK(made);
    QVERIFY(made->ready());
    QCOMPARE(made->head_service, std::string("rc-head-svc"));
    QCOMPARE(said,
             (QStringList{"waiting for the KubeRay operator, 0 of 2 workers",
                          "waiting for the KubeRay operator, 1 of 2 workers", "ready, 2 of 2 workers"}));
    const SeenRequest applied = kube.server.seen().front();
    QCOMPARE(applied.method, std::string("PATCH"));
    QVERIFY(applied.path.starts_with(std::string(kClusters) + "/rc?"));
    AERIE_VERIFY_OK(kube::checkManifest(applied.body));
    QVERIFY(json::parse(applied.body)["metadata"]["labels"]["aerie.io/cluster"] == "rc");
    QVERIFY(kube.server.seen().back().path.find("labelSelector=aerie.io%2Fcluster%3Drc") !=
            std::string::npos);
    const auto found = kube::findRayCluster(*client, "ml", "rc");
    AERIE_VERIFY_OK(found);
    QVERIFY(found->ready());
    AERIE_VERIFY_OK(kube::stopRayCluster(*client, "ml", "rc", quick()));
    QVERIFY(!kube.there);
    AERIE_VERIFY_OK(kube::stopRayCluster(*client, "ml", "rc", quick()));
    QVERIFY(absl::IsNotFound(kube::findRayCluster(*client, "ml", "rc").status()));
  }

  void theRoleOfTheGuideIsEnoughAndNoMore() {
    test::Rights role = test::rightsOfTheGuide();
    std::erase_if(role, [](const std::string& right) { return !right.starts_with("rayclusters"); });
    FakeKube kube;
    const auto client = kube.client();
    AERIE_VERIFY_OK(kube::startRayCluster(*client, workload(), quick()));
    AERIE_VERIFY_OK(kube::findRayCluster(*client, "ml", "rc"));
    AERIE_VERIFY_OK(kube::stopRayCluster(*client, "ml", "rc", quick()));
    QCOMPARE(test::text(test::rightsFor(kube.server.seen())), test::text(role));
  }

  void oneThatDoesNotBecomeReadySaysWhatItWaitsFor() {
    FakeKube kube;
    kube.stuck = true;
    AERIE_VERIFY_FAILS(kube::startRayCluster(*kube.client(), workload(), quick(200ms)),
                       absl::StatusCode::kDeadlineExceeded, "waiting for the KubeRay operator");
    QVERIFY(kube.there);
  }

  void aCancelEndsTheWait() {
    FakeKube kube;
    kube.stuck = true;
    http::Cancel cancel;
    kube::RayClusterOptions options = quick();
    options.progress = [&](const kube::RayClusterState&) { cancel.cancel(); };
    QVERIFY(absl::IsCancelled(kube::startRayCluster(*kube.client(), workload(), options, &cancel).status()));
  }

  void withoutTheOperatorTheRemedyIsNamed() {
    FakeKube kube;
    kube.installed = false;
    AERIE_VERIFY_FAILS(kube::startRayCluster(*kube.client(), workload(), quick()),
                       absl::StatusCode::kFailedPrecondition, "install the KubeRay operator");
  }

  void aBadDescriptionIsSentNowhere() {
    FakeKube kube;
    kube::RayWorkload w = workload();
    w.name = "Upper";
    AERIE_VERIFY_FAILS(kube::startRayCluster(*kube.client(), w, quick()), absl::StatusCode::kInvalidArgument,
                       "lower-case");
    QVERIFY(kube.server.seen().empty());
  }
};

QTEST_GUILESS_MAIN(TstRayCluster)
#include "tst_ray_cluster.moc"
