// Against a server that speaks exactly the part of the Kubernetes API that is used.
#include <QtTest>

#include "core/kube/client.h"
#include "tests/core/http/fake_server.h"
#include "tests/status_checks.h"

using namespace aerie;
using namespace std::chrono_literals;
using test::Connection;
using test::FakeServer;
using test::SeenRequest;

namespace {

constexpr const char* kJson = "application/json";
const kube::Collection kJobs{"ray.io/v1", "rayjobs", "ml", "app=aerie"};
const std::string kPath = "/apis/ray.io/v1/namespaces/ml/rayjobs";

std::string object(const std::string& name, int version) {
  return fmt::format(R"({{"kind":"RayJob","metadata":{{"name":"{}","uid":"u","resourceVersion":"{}"}}}})",
                     name, version);
}
std::string change(const char* type, const std::string& name, int version) {
  return fmt::format("{{\"type\":\"{}\",\"object\":{}}}\n", type, object(name, version));
}
std::string list(int version, const std::string& items, const std::string& more = "") {
  return fmt::format(R"({{"metadata":{{"resourceVersion":"{}","continue":"{}"}},"items":[{}]}})", version,
                     more, items);
}

std::unique_ptr<kube::KubeClient> clientOf(const FakeServer& server, Duration timeout = 5s) {
  kube::Access access;
  access.server = server.url();
  access.token = "t0";
  auto client = kube::KubeClient::create(access, timeout);
  return client.ok() ? *std::move(client) : nullptr;
}

kube::FollowOptions quick() {
  kube::FollowOptions options;
  options.first_wait = 1ms;
  options.idle_timeout = 5s;
  options.max_failures = 3;
  return options;
}

}  // namespace

class TstKubeClient : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void applyGetListRemove() {
    FakeServer server([](const SeenRequest& r, Connection& c) {
      if (r.method == "DELETE")
        return c.reply(r.path.find("/gone") != std::string::npos ? 404 : 200, kJson, "{}");
      if (r.path.find("continue=two%2F2") != std::string::npos)
        return c.reply(200, kJson, list(9, object("b", 2)));
      if (r.path.find("limit=") != std::string::npos)
        return c.reply(200, kJson, list(9, object("a", 1), "two/2"));
      c.reply(200, kJson, object("a", 7));
    });
    const auto client = clientOf(server);
    const auto applied = client->apply(kJobs, "a", "{}");
    AERIE_VERIFY_OK(applied);
    QCOMPARE(applied->resource_version, std::string("7"));
    SeenRequest seen = server.seen().back();
    QCOMPARE(seen.method, std::string("PATCH"));
    QCOMPARE(seen.path, kPath + "/a?fieldManager=aerie&force=true");
    QCOMPARE(seen.headers.at("content-type"), std::string("application/apply-patch+yaml"));
    QCOMPARE(seen.headers.at("authorization"), std::string("Bearer t0"));
    AERIE_VERIFY_OK(client->get(kJobs, "a"));
    const auto all = client->list(kJobs);
    AERIE_VERIFY_OK(all);
    QCOMPARE(all->items.size(), std::size_t{2});
    AERIE_VERIFY_OK(client->remove(kJobs, "a"));
    AERIE_VERIFY_OK(client->remove(kJobs, "gone"));
    AERIE_VERIFY_OK(client->get({"v1", "pods", "a/b"}, "p"));
    QCOMPARE(server.seen().back().path, std::string("/api/v1/namespaces/a%2Fb/pods/p"));
  }

  void followResumesAfterACutAndListsAgainAfterGone() {
    std::atomic<int> lists{0};
    FakeServer server([&](const SeenRequest& r, Connection& c) {
      const auto from = [&](int version) {
        return r.path.find(fmt::format("resourceVersion={}&", version)) != std::string::npos;
      };
      if (r.path.find("watch=1") == std::string::npos)
        return c.reply(200, kJson, ++lists == 1 ? list(10, object("a", 1)) : list(50, object("z", 5)));
      c.beginChunks(kJson);
      if (from(10)) {
        c.sendChunk(change("ADDED", "b", 11) + change("BOOKMARK", "", 20));
        return c.close();  // in the middle of the answer
      }
      if (from(20)) {
        c.sendChunk(
            "{\"type\":\"ERROR\",\"object\":{\"kind\":\"Status\",\"code\":410,\"message\":\"too old\"}}\n");
        return c.endChunks();
      }
      if (from(50)) c.sendChunk(change("DELETED", "z", 51));
      c.waitForHangUp();
    });
    QStringList said;
    AERIE_VERIFY_OK(clientOf(server)->follow(
        kJobs, quick(),
        [&](const kube::ObjectList& all) {
          said << "list " + QString::fromStdString(all.items.at(0).name);
          return true;
        },
        [&](const kube::Event& e) {
          said << "event " + QString::fromStdString(e.object.name);
          return e.kind != kube::Event::Kind::kDeleted;
        }));
    QCOMPARE(said, (QStringList{"list a", "event b", "list z", "event z"}));
    QVERIFY(server.seen().back().path.find("labelSelector=app%3Daerie") != std::string::npos);
  }

  void aWatchThatIsGoneByStatusListsAgain() {
    int lists = 0;
    FakeServer server([](const SeenRequest& r, Connection& c) {
      if (r.path.find("watch=1") == std::string::npos) return c.reply(200, kJson, list(10, ""));
      c.reply(410, kJson, R"({"kind":"Status","message":"too old resource version"})");
    });
    AERIE_VERIFY_OK(clientOf(server)->follow(
        kJobs, quick(), [&](const kube::ObjectList&) { return ++lists < 2; },
        [](const kube::Event&) { return true; }));
    QCOMPARE(lists, 2);
  }

  void followEndsForItsReason_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("body");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, int status, const char* body, absl::StatusCode code,
                        const char* text) {
      QTest::newRow(name) << status << body << static_cast<int>(code) << text;
    };
    row("token expired", 401, "", absl::StatusCode::kUnauthenticated, "Set the token");
    row("no right", 403, R"({"kind":"Status","message":"rayjobs is forbidden"})",
        absl::StatusCode::kPermissionDenied, "It says: rayjobs is forbidden");
    row("KubeRay is missing", 404, "404 page not found", absl::StatusCode::kNotFound, "404 page not found");
    row("method refused", 405, R"({"kind":"Status","message":"the server does not allow this method"})",
        absl::StatusCode::kFailedPrecondition, "does not allow this method");
    row("another program", 200, "<html>", absl::StatusCode::kFailedPrecondition,
        "does not answer as Kubernetes");
    row("inner types", 200, R"({"metadata":{"resourceVersion":"1"},"items":[7]})",
        absl::StatusCode::kFailedPrecondition, "does not answer as Kubernetes");
    row("endless pages", 200, R"({"metadata":{"resourceVersion":"1","continue":"x"},"items":[]})",
        absl::StatusCode::kFailedPrecondition, "does not answer as Kubernetes");
    row("a definition without the field", 500,
        R"({"kind":"Status","code":500,"message":"failed to create typed patch object (ml/a; ray.io/v1, )"
        R"(Kind=RayJob): .spec.x: field not declared in schema"})",
        absl::StatusCode::kFailedPrecondition, "update the operator");
    row("always failing", 500, "<h1>no</h1>", absl::StatusCode::kUnavailable, "It says: no");
  }
  void followEndsForItsReason() {
    QFETCH(int, status);
    QFETCH(QString, body);
    QFETCH(int, code);
    QFETCH(QString, message);
    FakeServer server([&](const SeenRequest&, Connection& c) { c.reply(status, kJson, body.toStdString()); });
    AERIE_VERIFY_FAILS(clientOf(server)->follow(
                           kJobs, quick(), [](const kube::ObjectList&) { return true; },
                           [](const kube::Event&) { return true; }),
                       static_cast<absl::StatusCode>(code), message.toStdString());
  }

  void aBadAnswerToOneCallIsToldAsItIs_data() {
    QTest::addColumn<QString>("how");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("message");
    QTest::newRow("method refused") << "405" << int(absl::StatusCode::kFailedPrecondition)
                                    << "It says: no PATCH here";
    QTest::newRow("slow") << "slow" << int(absl::StatusCode::kDeadlineExceeded) << "Kubernetes at";
    QTest::newRow("closed before the answer")
        << "closed" << int(absl::StatusCode::kUnavailable) << "Kubernetes at";
    QTest::newRow("closed in the middle")
        << "cut" << int(absl::StatusCode::kUnavailable) << "in the middle of its answer";
    QTest::newRow("half a document") << "half" << int(absl::StatusCode::kFailedPrecondition)
                                     << "does not answer as Kubernetes";
  }
  void aBadAnswerToOneCallIsToldAsItIs() {
    QFETCH(QString, how);
    QFETCH(int, code);
    QFETCH(QString, message);
    FakeServer server([&](const SeenRequest&, Connection& c) {
      if (how == "405") return c.reply(405, kJson, R"({"kind":"Status","message":"no PATCH here"})");
      if (how == "slow") return c.waitForHangUp();
      if (how == "half") return c.reply(200, kJson, R"({"metadata":{"name":"a")");
      if (how == "cut") {
        c.beginChunks(kJson);
        c.sendChunk(R"({"metadata":{"resourceVersion":"1"},"items":[)");
      }
      c.close();
    });
    const auto client = clientOf(server, how == "slow" ? 200ms : 5s);
    const auto expected = static_cast<absl::StatusCode>(code);
    AERIE_VERIFY_FAILS(client->list(kJobs), expected, message.toStdString());
    AERIE_VERIFY_FAILS(client->apply(kJobs, "a", "{}"), expected, message.toStdString());
    AERIE_VERIFY_FAILS(client->get(kJobs, "a"), expected, message.toStdString());
    if (how == "half") return;  // of what a removal answers nothing is read
    AERIE_VERIFY_FAILS(client->remove(kJobs, "a"), expected, message.toStdString());
  }

  void cancelEndsAWatch() {
    http::Cancel cancel;
    FakeServer server([&](const SeenRequest& r, Connection& c) {
      if (r.path.find("watch=1") == std::string::npos) return c.reply(200, kJson, list(10, ""));
      c.beginChunks(kJson);
      cancel.cancel();
      c.waitForHangUp();
    });
    QVERIFY(absl::IsCancelled(clientOf(server)->follow(
        kJobs, quick(), [](const kube::ObjectList&) { return true; }, [](const kube::Event&) { return true; },
        &cancel)));
  }
};

QTEST_GUILESS_MAIN(TstKubeClient)
#include "tst_kube_client.moc"
