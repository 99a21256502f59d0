// Against a server that speaks Ray's dialect, and against servers that do not.
#include <QtTest>

#include "core/ray/client.h"
#include "tests/core/http/fake_server.h"
#include "tests/status_checks.h"

using namespace aerie;
using namespace std::chrono_literals;
using test::Connection;
using test::FakeServer;
using test::SeenRequest;

namespace {

constexpr const char* kVersion =
    R"({"version":"4","ray_version":"2.55.1","ray_commit":"x","session_name":"s"})";
constexpr const char* kJson = "application/json";

// Ray with one job "a" that is known already.
void rayAnswers(const SeenRequest& r, Connection& c) {
  if (r.headers.contains("user-agent") && r.headers.at("user-agent").starts_with("Mozilla"))
    return c.reply(405, "text/plain", "");
  if (r.path == "/api/version") return c.reply(200, kJson, kVersion);
  if (r.path == "/api/jobs/" && r.method == "POST") {
    if (r.body.find("\"submission_id\":\"a\"") != std::string::npos)
      return c.reply(
          500, "text/plain",
          "Traceback (most recent call last):\nValueError: Job with submission_id a already exists. Please "
          "use a different submission_id.\n");
    return c.reply(200, kJson, R"({"job_id":"b","submission_id":"b"})");
  }
  if (r.path == "/api/jobs/") return c.reply(200, kJson, R"([{"submission_id":"a","status":"RUNNING"}])");
  if (r.path == "/api/jobs/a" && r.method == "GET")
    return c.reply(200, kJson, R"({"submission_id":"a","status":"RUNNING","entrypoint":"'python' 'x'"})");
  if (r.path == "/api/jobs/a" && r.method == "DELETE") return c.reply(200, kJson, R"({"deleted":true})");
  if (r.path == "/api/jobs/a/stop") return c.reply(200, kJson, R"({"stopped":true})");
  if (r.path == "/api/jobs/a/logs") return c.reply(200, kJson, R"({"logs":"one\ntwo\n"})");
  if (r.path == "/api/jobs/a/logs/tail") {
    c.upgrade(r);
    for (const char* part : {"on", "e\ntwo\nthr", "ee"}) c.text(part);
    return c.closeFrame(1000);
  }
  if (r.path.starts_with("/api/packages/gcs/") && r.method == "PUT") return c.reply(200, kJson, "{}");
  if (r.path == "/api/packages/gcs/_ray_pkg_there.zip") return c.reply(200, kJson, "{}");
  c.reply(404, "text/plain", "no such thing");
}

absl::StatusOr<std::unique_ptr<ray::RayClient>> connectTo(const FakeServer& server, std::string token = {},
                                                          Duration timeout = 10s) {
  ray::RayOptions options;
  options.token = std::move(token);
  options.timeout = timeout;
  options.log_idle_timeout = 300ms;
  return ray::RayClient::connect(server.url(), options);
}

}  // namespace

class TstRayClient : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void oneJobsWholeLife() {
    FakeServer server(rayAnswers);
    const auto client = connectTo(server);
    AERIE_VERIFY_OK(client);
    QCOMPARE((*client)->version().ray, std::string("2.55.1"));
    ray::JobSpec spec;
    spec.submission_id = "b";
    spec.command = {"python", "x"};
    QCOMPARE(*(*client)->submit(spec), std::string("b"));
    AERIE_VERIFY_OK((*client)->jobs());
    QCOMPARE(*(*client)->logs("a"), std::string("one\ntwo\n"));
    std::vector<std::string> lines;
    AERIE_VERIFY_OK((*client)->tail("a", [&](std::string_view line) {
      lines.emplace_back(line);
      return true;
    }));
    QCOMPARE(lines, (std::vector<std::string>{"one", "two", "three"}));
    QCOMPARE(*(*client)->stop("a"), true);
    AERIE_VERIFY_OK((*client)->remove("a"));
    AERIE_VERIFY_OK((*client)->remove("gone"));
    AERIE_VERIFY_FAILS((*client)->job("../../x"), absl::StatusCode::kNotFound, "does not know this");
    QCOMPARE(server.seen().back().path, std::string("/api/jobs/..%2F..%2Fx"));
  }

  void submittingTwiceStartsOnce() {
    FakeServer server(rayAnswers);
    const auto client = connectTo(server);
    AERIE_VERIFY_OK(client);
    ray::JobSpec spec;
    spec.submission_id = "a";
    spec.command = {"python", "x"};
    QCOMPARE(*(*client)->submit(spec), std::string("a"));
    spec.command = {"python", "y"};
    AERIE_VERIFY_FAILS((*client)->submit(spec), absl::StatusCode::kAlreadyExists, "another command");
  }

  void aPackageTravelsOnce() {
    FakeServer server(rayAnswers);
    const auto client = connectTo(server);
    AERIE_VERIFY_OK(client);
    QCOMPARE(*(*client)->upload({"_ray_pkg_there.zip", "PK"}), std::string("gcs://_ray_pkg_there.zip"));
    QCOMPARE(server.seen().back().method, std::string("GET"));
    AERIE_VERIFY_OK((*client)->upload({"_ray_pkg_new.zip", std::string("PK\0z", 4)}));
    QCOMPARE(server.seen().back().body, std::string("PK\0z", 4));
  }

  void theTokenIsSentAlsoToTheLogTail() {
    FakeServer server(rayAnswers);
    const auto client = connectTo(server, "secret");
    AERIE_VERIFY_OK(client);
    AERIE_VERIFY_OK((*client)->tail("a", [](std::string_view) { return true; }));
    for (const SeenRequest& seen : server.seen()) {
      QCOMPARE(seen.headers.at("authorization"), std::string("Bearer secret"));
      QCOMPARE(seen.headers.at("x-ray-authorization"), std::string("Bearer secret"));
      QVERIFY(seen.headers.at("user-agent").starts_with("aerie/"));
    }
  }

  void whatIsNoRaySaysSo_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("token");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, int status, const char* body, const char* token,
                        absl::StatusCode code, const char* text) {
      QTest::newRow(name) << status << body << token << static_cast<int>(code) << text;
    };
    row("too old for jobs", 404, "", "", absl::StatusCode::kFailedPrecondition, "older than 2.2");
    row("an old version", 200, R"({"version":"2","ray_version":"1.13.0"})", "",
        absl::StatusCode::kFailedPrecondition, "runs Ray 1.13.0");
    row("another program", 200, "<html>hello</html>", "", absl::StatusCode::kFailedPrecondition,
        "not what Ray");
    row("token missing", 401, "", "", absl::StatusCode::kUnauthenticated, "asks for a token");
    row("token wrong", 403, "", "bad", absl::StatusCode::kPermissionDenied, "refuses our token");
    row("method refused", 405, "", "", absl::StatusCode::kFailedPrecondition, "405");
    row("HTML error", 500, "<html><h1>Oops</h1></html>", "", absl::StatusCode::kUnavailable, "It says: Oops");
  }
  void whatIsNoRaySaysSo() {
    QFETCH(int, status);
    QFETCH(QString, body);
    QFETCH(QString, token);
    QFETCH(int, code);
    QFETCH(QString, message);
    FakeServer server(
        [&](const SeenRequest&, Connection& c) { c.reply(status, "text/html", body.toStdString()); });
    AERIE_VERIFY_FAILS(connectTo(server, token.toStdString()), static_cast<absl::StatusCode>(code),
                       message.toStdString());
  }

  void aSlowRayEndsAtTheDeadline() {
    FakeServer server([](const SeenRequest&, Connection& c) { c.waitForHangUp(); });
    AERIE_VERIFY_FAILS(connectTo(server, "", 100ms), absl::StatusCode::kDeadlineExceeded, "within 0.1 s");
  }

  void aTailThatIsCutSaysSo() {
    FakeServer server([](const SeenRequest& r, Connection& c) {
      if (r.path == "/api/version") return c.reply(200, kJson, kVersion);
      c.upgrade(r);
      c.text("half a line");
    });
    const auto client = connectTo(server);
    AERIE_VERIFY_OK(client);
    std::string got;
    AERIE_VERIFY_FAILS((*client)->tail("a",
                                       [&](std::string_view line) {
                                         got += line;
                                         return true;
                                       }),
                       absl::StatusCode::kUnavailable, "in the middle of the stream");
    QCOMPARE(got, std::string("half a line"));
  }

  void aPackageThatRayFindsTooLargeSaysWhatToDo() {
    FakeServer server([](const SeenRequest& r, Connection& c) {
      if (r.path == "/api/version") return c.reply(200, kJson, kVersion);
      if (r.method == "GET") return c.reply(404, "text/plain", "");
      c.reply(500, "text/plain",
              "Traceback (most recent call last):\naiohttp.web_exceptions.HTTPRequestEntityTooLarge");
    });
    const auto client = connectTo(server);
    AERIE_VERIFY_OK(client);
    AERIE_VERIFY_FAILS((*client)->upload({"_ray_pkg_x.zip", "PK"}), absl::StatusCode::kResourceExhausted,
                       "exclude large files");
  }
};

QTEST_GUILESS_MAIN(TstRayClient)
#include "tst_ray_client.moc"
