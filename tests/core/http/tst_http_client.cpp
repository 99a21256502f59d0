// Against a server that says what it should not, too late, or half.
#include <QtTest>
#include <thread>

#include "core/http/client.h"
#include "core/http/parallel_get.h"
#include "tests/core/http/fake_server.h"
#include "tests/status_checks.h"

using namespace aerie;
using namespace std::chrono_literals;
using test::Connection;
using test::FakeServer;
using test::SeenRequest;

namespace {

http::ClientOptions quick() {
  http::ClientOptions options;
  options.subject = "the server";
  options.timeout = 20s;
  options.first_wait = 1ms;
  return options;
}

std::unique_ptr<http::Client> clientOf(const std::string& url, http::ClientOptions options = quick()) {
  auto client = http::Client::create(url, std::move(options));
  return client.ok() ? *std::move(client) : nullptr;
}

absl::Status ask(http::Client& client, http::Request request = {.path = "/"}) {
  const auto answer = client.send(request);
  return answer.ok() ? http::statusOf(*answer, client.subject()) : answer.status();
}

}  // namespace

class TstHttpClient : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void addressesAreCheckedBeforeUse_data() {
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("problem");
    QTest::newRow("plaintext to another host") << "http://ray.example.org:8265"
                                               << "is not encrypted";
    QTest::newRow("a name that begins like loopback") << "http://127.0.0.1.example.org"
                                                      << "is not encrypted";
    QTest::newRow("no scheme") << "head:8265"
                               << "must begin with https://";
    QTest::newRow("another scheme") << "file:///etc/passwd"
                                    << "must begin with https://";
    QTest::newRow("password in the address") << "https://me:secret@head"
                                             << "must not contain a user";
    QTest::newRow("no host") << "https://:8265"
                             << "no usable host";
    QTest::newRow("port zero") << "https://head:0"
                               << "from 1 to 65535";
    QTest::newRow("port in words") << "https://head:http"
                                   << "from 1 to 65535";
    QTest::newRow("query") << "https://head/a?b"
                           << "no spaces, '?'";
    QTest::newRow("line break") << "https://head/a\r\nX: y"
                                << "no spaces, '?'";
    QTest::newRow("open bracket") << "https://[::1"
                                  << "']' is missing";
  }
  void addressesAreCheckedBeforeUse() {
    QFETCH(QString, url);
    QFETCH(QString, problem);
    AERIE_VERIFY_FAILS(http::parseBaseUrl(url.toStdString()), absl::StatusCode::kInvalidArgument,
                       problem.toStdString());
  }

  void addressesAreReadAsWritten() {
    const auto url = http::parseBaseUrl("https://k8s.example.org:6443/clusters/a/");
    AERIE_VERIFY_OK(url);
    QCOMPARE(url->text(), std::string("https://k8s.example.org:6443/clusters/a"));
    QCOMPARE(http::parseBaseUrl("http://[::1]:80")->text(), std::string("http://[::1]:80"));
    QCOMPARE(http::encodeSegment("a/b c?%"), std::string("a%2Fb%20c%3F%25"));
  }

  void theRequestIsWhatWasAskedFor() {
    FakeServer server([](const SeenRequest&, Connection& c) { c.reply(200, "text/plain", "fine"); });
    http::ClientOptions options = quick();
    options.headers = {{"Authorization", "Bearer t"}};
    const auto client = clientOf(server.url() + "/base", options);
    const auto answer =
        client->send({.method = "POST", .path = "/x", .body = "{}", .content_type = "application/json"});
    AERIE_VERIFY_OK(answer);
    QCOMPARE(answer->body, std::string("fine"));
    QCOMPARE(answer->content_type, std::string("text/plain"));
    const SeenRequest seen = server.seen().at(0);
    QCOMPARE(seen.path, std::string("/base/x"));
    QCOMPARE(seen.body, std::string("{}"));
    QCOMPARE(seen.headers.at("user-agent"), std::string("aerie/0.1"));
    QCOMPARE(seen.headers.at("authorization"), std::string("Bearer t"));
    QVERIFY(!seen.headers.contains("origin") && !seen.headers.contains("referer") &&
            !seen.headers.contains("expect"));
  }

  void aHeaderOrPathCannotSmuggleALine() {
    http::ClientOptions options = quick();
    options.headers = {{"Authorization", "Bearer a\r\nX: y"}};
    AERIE_VERIFY_FAILS(http::Client::create("http://127.0.0.1:1", options),
                       absl::StatusCode::kInvalidArgument, "line break");
    AERIE_VERIFY_FAILS(ask(*clientOf("http://127.0.0.1:1"), {.path = "/a\r\nb"}),
                       absl::StatusCode::kInvalidArgument, "no encoded path");
  }

  void anAnswerSaysWhatToDo_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("body");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, int status, const char* body, absl::StatusCode code,
                        const char* text) {
      QTest::newRow(name) << status << body << static_cast<int>(code) << text;
    };
    row("no token", 401, "", absl::StatusCode::kUnauthenticated, "Set the token");
    row("wrong token", 403, "nope", absl::StatusCode::kPermissionDenied, "It says: nope");
    row("unknown", 404, "", absl::StatusCode::kNotFound, "does not know this");
    row("wrong method", 405, "", absl::StatusCode::kFailedPrecondition, "Check the address");
    row("moved", 302, "", absl::StatusCode::kFailedPrecondition, "final address");
    row("HTML from a proxy", 500, "<html><style>b{}</style><h1>Bad &amp; sad</h1>\n<p>gateway</p></html>",
        absl::StatusCode::kUnavailable, "It says: Bad &amp; sad gateway");
    row("a traceback", 500, "Traceback (most recent call last):\n  File x\nValueError: no such thing\n",
        absl::StatusCode::kUnavailable, "It says: ValueError: no such thing");
    row("gone", 410, "", absl::StatusCode::kOutOfRange, "no longer has this");
    row("a conflict", 409, "", absl::StatusCode::kAborted, "conflict");
    row("too large", 413, "", absl::StatusCode::kResourceExhausted, "too large");
    row("an odd number", 199, "", absl::StatusCode::kFailedPrecondition, "unexpected");
  }
  void anAnswerSaysWhatToDo() {
    QFETCH(int, status);
    QFETCH(QString, body);
    QFETCH(int, code);
    QFETCH(QString, message);
    const absl::Status result = http::statusOf({status, "", body.toStdString()}, "the server");
    AERIE_VERIFY_FAILS(result, static_cast<absl::StatusCode>(code), message.toStdString());
    QVERIFY(messageOf(result).starts_with("the server "));
  }

  void hostileAnswersBecomeErrors_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const QByteArray& bytes, absl::StatusCode code, const char* text) {
      QTest::newRow(name) << bytes << static_cast<int>(code) << text;
    };
    row("nothing", "", absl::StatusCode::kUnavailable, "closed the connection");
    row("another protocol", "SSH-2.0-OpenSSH_9.2\r\n", absl::StatusCode::kFailedPrecondition,
        "does not speak HTTP");
    row("half a body", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf", absl::StatusCode::kUnavailable,
        "in the middle");
    row("half a chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\nhalf",
        absl::StatusCode::kUnavailable, "in the middle");
    row("too much", "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + QByteArray(5000, 'x'),
        absl::StatusCode::kResourceExhausted, "more than 1000 bytes");
    row("redirect to a file",
        "HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n",
        absl::StatusCode::kFailedPrecondition, "another address");
  }
  void hostileAnswersBecomeErrors() {
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    QFETCH(QString, message);
    FakeServer server([&](const SeenRequest&, Connection& c) {
      c.write(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
      c.close();
    });
    http::ClientOptions options = quick();
    options.max_answer = 1000;
    AERIE_VERIFY_FAILS(ask(*clientOf(server.url(), options)), static_cast<absl::StatusCode>(code),
                       message.toStdString());
  }

  void aSilentServerEndsAtTheDeadline() {
    FakeServer server([](const SeenRequest&, Connection& c) { c.waitForHangUp(); });
    AERIE_VERIFY_FAILS(ask(*clientOf(server.url()), {.path = "/", .timeout = 100ms}),
                       absl::StatusCode::kDeadlineExceeded, "within 0.1 s");
  }

  void nobodyThereIsSaidSo() {
    AERIE_VERIFY_FAILS(ask(*clientOf("http://127.0.0.1:1")), absl::StatusCode::kUnavailable,
                       "nothing answers there");
  }

  void cancelEndsAWaitingCall() {
    http::Cancel cancel;
    FakeServer server([&](const SeenRequest&, Connection& c) {
      cancel.cancel();
      c.waitForHangUp();
    });
    const auto client = clientOf(server.url());
    QVERIFY(absl::IsCancelled(client->send({.path = "/"}, &cancel).status()));
  }

  void onlyWhatIsSafeIsRepeated_data() {
    QTest::addColumn<QString>("method");
    QTest::addColumn<bool>("repeatable");
    QTest::addColumn<int>("times");
    QTest::newRow("GET") << "GET" << false << 3;
    QTest::newRow("PUT") << "PUT" << false << 3;
    QTest::newRow("POST") << "POST" << false << 1;
    QTest::newRow("POST with an id of ours") << "POST" << true << 3;
    QTest::newRow("DELETE") << "DELETE" << false << 1;
  }
  void onlyWhatIsSafeIsRepeated() {
    QFETCH(QString, method);
    QFETCH(bool, repeatable);
    QFETCH(int, times);
    FakeServer server([](const SeenRequest&, Connection& c) { c.reply(503, "text/plain", "busy"); });
    const auto answer =
        clientOf(server.url())->send({.method = method.toStdString(), .path = "/", .repeatable = repeatable});
    AERIE_VERIFY_OK(answer);
    QCOMPARE(answer->status, 503);
    QCOMPARE(static_cast<int>(server.seen().size()), times);
  }

  void aServerThatComesBackIsHeard() {
    std::atomic<int> count{0};
    FakeServer server([&](const SeenRequest&, Connection& c) {
      if (++count == 1) {
        c.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nha");
        return c.close();
      }
      c.reply(200, "text/plain", "fine");
    });
    const auto answer = clientOf(server.url())->send({.path = "/"});
    AERIE_VERIFY_OK(answer);
    QCOMPARE(answer->body, std::string("fine"));
  }

  void linesComeWhole() {
    FakeServer server([](const SeenRequest&, Connection& c) {
      c.beginChunks("application/json");
      for (const char* part : {"on", "e\ntwo\r", "\n\nthr", "ee"}) c.sendChunk(part);
      c.endChunks();
    });
    std::vector<std::string> lines;
    AERIE_VERIFY_OK(clientOf(server.url())->streamLines({.path = "/"}, {}, [&](std::string_view line) {
      lines.emplace_back(line);
      return true;
    }));
    QCOMPARE(lines, (std::vector<std::string>{"one", "two", "", "three"}));
  }

  void aStreamEndsForItsReason() {
    FakeServer server([](const SeenRequest& r, Connection& c) {
      if (r.path == "/no") return c.reply(403, "text/html", "<b>not you</b>");
      c.beginChunks("text/plain");
      c.sendChunk(r.path == "/long" ? std::string(5000, 'x') : "one\n");
      if (r.path == "/idle") return c.waitForHangUp();
      c.close();
    });
    http::StreamOptions options;
    options.idle_timeout = 200ms;
    options.max_line = 1000;
    const auto client = clientOf(server.url());
    const auto all = [](std::string_view) { return true; };
    const auto none = [](std::string_view) { return false; };
    AERIE_VERIFY_FAILS(client->streamLines({.path = "/no"}, options, all),
                       absl::StatusCode::kPermissionDenied, "not you");
    AERIE_VERIFY_FAILS(client->streamLines({.path = "/idle"}, options, all),
                       absl::StatusCode::kDeadlineExceeded, "nothing for 0.2 s");
    AERIE_VERIFY_FAILS(client->streamLines({.path = "/cut"}, options, all), absl::StatusCode::kUnavailable,
                       "in the middle");
    AERIE_VERIFY_FAILS(client->streamLines({.path = "/long"}, options, all),
                       absl::StatusCode::kResourceExhausted, "more than 1000 bytes");
    AERIE_VERIFY_OK(client->streamLines({.path = "/idle"}, options, none));
  }

  void connectionThatDoesNotComeAboutIsTriedAgainAndTold() {
    FakeServer plain([](const SeenRequest&, Connection& c) { c.waitForHangUp(); });  // knows nothing of TLS
    http::ClientOptions options = quick();
    options.connect_timeout = 50ms;
    const auto client = clientOf("https" + plain.url().substr(4), options);
    AERIE_VERIFY_FAILS(ask(*client), absl::StatusCode::kUnavailable, "no connection within 0.05 s");
  }

  void tlsIsVerified() {
    const test::Identity identity = test::makeIdentity("head");
    const test::Identity other = test::makeIdentity("other");
    FakeServer server([](const SeenRequest&, Connection& c) { c.reply(200, "text/plain", "safe"); },
                      &identity);
    http::ClientOptions options = quick();
    AERIE_VERIFY_FAILS(ask(*clientOf(server.url(), options)), absl::StatusCode::kUnauthenticated,
                       "not trusted");
    options.tls.authorities = other.certificate;
    AERIE_VERIFY_FAILS(ask(*clientOf(server.url(), options)), absl::StatusCode::kUnauthenticated,
                       "not trusted");
    options.tls.authorities = identity.certificate;
    AERIE_VERIFY_OK(ask(*clientOf(server.url(), options)));
    options.tls.server_name = "head";
    AERIE_VERIFY_OK(ask(*clientOf(server.url(), options)));
    options.tls.server_name = "elsewhere";
    AERIE_VERIFY_FAILS(ask(*clientOf(server.url(), options)), absl::StatusCode::kUnauthenticated,
                       "not trusted");
    options.tls = {};
    options.tls.authorities = "no certificate at all";
    QVERIFY(!ask(*clientOf(server.url(), options)).ok());
  }

  void aClientCertificateIsShown() {
    const test::Identity identity = test::makeIdentity("head");
    const test::Identity me = test::makeIdentity("me");
    FakeServer server([](const SeenRequest&, Connection& c) { c.reply(200, "text/plain", "safe"); },
                      &identity, me.certificate);
    http::ClientOptions options = quick();
    options.tls.authorities = identity.certificate;
    QVERIFY(!ask(*clientOf(server.url(), options)).ok());
    options.tls.certificate = me.certificate;
    AERIE_VERIFY_FAILS(http::Client::create(server.url(), options), absl::StatusCode::kInvalidArgument,
                       "belong together");
    options.tls.key = me.key;
    AERIE_VERIFY_OK(ask(*clientOf(server.url(), options)));
  }

  void manyThreadsShareAClient() {
    FakeServer server([](const SeenRequest& r, Connection& c) { c.reply(200, "text/plain", r.path); });
    const auto client = clientOf(server.url());
    std::atomic<int> right{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
      threads.emplace_back([&, t] {
        for (int i = 0; i < 20; ++i) {
          const std::string path = fmt::format("/{}/{}", t, i);
          const auto answer = client->send({.path = path});
          if (answer.ok() && answer->body == path) ++right;
        }
      });
    }
    for (std::thread& thread : threads) thread.join();
    QCOMPARE(right.load(), 80);
  }

  void pagesAreFetchedTogether() {
    FakeServer server([](const SeenRequest& r, Connection& c) {
      if (r.path == "/slow") return c.waitForHangUp();
      c.reply(r.path == "/bad" ? 500 : 200, "text/plain", r.path == "/big" ? std::string(2000, 'x') : "page");
    });
    http::ParallelGet pages(1000);
    std::vector<std::string> urls;
    for (const char* path : {"/a", "/bad", "/big", "/slow", "/a"}) urls.push_back(server.url() + path);
    const auto answers = pages.fetch(urls, 300ms);
    AERIE_VERIFY_OK(answers[0]);
    QCOMPARE(*answers[0], std::string("page"));
    for (std::size_t i = 1; i < answers.size(); ++i) QVERIFY(absl::IsUnavailable(answers[i].status()));
  }
};

QTEST_GUILESS_MAIN(TstHttpClient)
#include "tst_http_client.moc"
