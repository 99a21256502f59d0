#include <QtTest>

#include "core/http/client.h"
#include "core/http/websocket_frame.h"
#include "tests/core/http/fake_server.h"
#include "tests/status_checks.h"

using namespace aerie;
using namespace std::chrono_literals;
using http::FrameReader;
using http::Opcode;
using test::Connection;
using test::FakeServer;
using test::SeenRequest;

namespace {

// What the server sends: frames without a mask.
std::string frame(int first, std::string_view payload) {
  std::string out(1, static_cast<char>(first));
  if (payload.size() < 126) {
    out += static_cast<char>(payload.size());
  } else {
    out += '\x7e';
    out += static_cast<char>(payload.size() >> 8);
    out += static_cast<char>(payload.size() & 0xff);
  }
  return out + std::string(payload);
}

struct Followed {
  absl::Status status;
  std::string text;
};

Followed follow(const std::string& url, http::StreamOptions options = {},
                const http::Cancel* cancel = nullptr, const test::Identity* authority = nullptr) {
  http::ClientOptions client_options;
  client_options.subject = "the server";
  client_options.headers = {{"Authorization", "Bearer t"}};
  if (authority != nullptr) client_options.tls.authorities = authority->certificate;
  const auto client = http::Client::create(url, client_options);
  Followed out;
  if (!client.ok()) return {client.status(), ""};
  out.status = (*client)->webSocket(
      {.path = "/tail"}, options,
      [&](std::string_view text) {
        out.text += text;
        return text != "stop";
      },
      cancel);
  return out;
}

}  // namespace

class TstHttpWebsocket : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void messagesComeWholeByteByByte() {
    const std::string long_text(300, 'y');
    const std::string bytes = frame(0x01, "a") + frame(0x89, "ping") + frame(0x00, "b") + frame(0x80, "c") +
                              frame(0x81, long_text) + frame(0x88, "\x03\xe8");
    FrameReader reader(1000);
    std::vector<http::WebSocketMessage> got;
    for (const char byte : bytes) {
      reader.feed(std::string_view(&byte, 1));
      for (;;) {
        auto message = reader.next();
        AERIE_VERIFY_OK(message);
        if (!*message) break;
        got.push_back(**message);
      }
    }
    QVERIFY((got == std::vector<http::WebSocketMessage>{{Opcode::kPing, "ping"},
                                                        {Opcode::kText, "abc"},
                                                        {Opcode::kText, long_text},
                                                        {Opcode::kClose, "\x03\xe8"}}));
    QCOMPARE(http::closeCode(got.back().payload), 1000);
    QCOMPARE(http::closeCode(""), 1005);
  }

  void ourFramesAreMasked() {
    QCOMPARE(http::encodeFrame(Opcode::kText, "Hello", {0x37, 0xfa, 0x21, 0x3d}),
             std::string("\x81\x85\x37\xfa\x21\x3d\x7f\x9f\x4d\x51\x58"));
    QCOMPARE(http::encodeFrame(Opcode::kText, std::string(70000, 'x'), {}).size(), std::size_t{70014});
  }

  void forbiddenFramesAreRefused_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("problem");
    QTest::newRow("reserved bits") << QByteArray("\xc1\x00", 2) << "reserved bits";
    QTest::newRow("masked") << QByteArray("\x81\x80\x01\x02\x03\x04", 6) << "masked";
    QTest::newRow("unknown type") << QByteArray("\x83\x00", 2) << "unknown WebSocket frame type 3";
    QTest::newRow("long ping") << QByteArray("\x89\x7e\x00\x80", 4) << "too long";
    QTest::newRow("split ping") << QByteArray("\x09\x00", 2) << "split";
    QTest::newRow("continuation of nothing") << QByteArray("\x80\x01x", 3) << "split wrongly";
    QTest::newRow("text within text") << QByteArray("\x01\x01x\x81\x01x", 6) << "split wrongly";
    QTest::newRow("an exabyte") << QByteArray("\x81\x7f\x7f\xff\xff\xff\xff\xff\xff\xff", 10)
                                << "larger than 100";
    QTest::newRow("many small parts")
        << QByteArray("\x01\x50", 2) + QByteArray(0x50, 'x') + QByteArray("\x80\x50", 2) << "larger than 100";
  }
  void forbiddenFramesAreRefused() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, problem);
    FrameReader reader(100);
    reader.feed(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    for (int i = 0; i < 2; ++i) {
      const auto result = reader.next();
      QVERIFY(!result.ok());
      QVERIFY2(messageOf(result.status()).find(problem.toStdString()) != std::string::npos,
               messageOf(result.status()).c_str());
    }
  }

  void textIsFollowedToTheEnd() {
    FakeServer server([](const SeenRequest& r, Connection& c) {
      c.upgrade(r);
      c.text("one\n");
      c.write(std::string("\x89\x01p", 3));
      (void)c.readSome();  // the pong
      c.text(std::string(20000, 'x'));
      c.closeFrame(1000);
    });
    const Followed got = follow(server.url());
    AERIE_VERIFY_OK(got.status);
    QCOMPARE(got.text.size(), std::size_t{20004});
    QCOMPARE(server.seen().at(0).headers.at("authorization"), std::string("Bearer t"));
    QCOMPARE(server.seen().at(0).headers.at("sec-websocket-version"), std::string("13"));
  }

  void itWorksOverTls() {
    const test::Identity identity = test::makeIdentity("head");
    FakeServer server(
        [](const SeenRequest& r, Connection& c) {
          c.upgrade(r);
          c.text("secret");
          c.closeFrame(1000);
        },
        &identity);
    QVERIFY(absl::IsUnauthenticated(follow(server.url()).status));
    const Followed got = follow(server.url(), {}, nullptr, &identity);
    AERIE_VERIFY_OK(got.status);
    QCOMPARE(got.text, std::string("secret"));
  }

  void theEndHasItsReason_data() {
    QTest::addColumn<QString>("how");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* how, absl::StatusCode code, const char* text) {
      QTest::newRow(how) << how << static_cast<int>(code) << text;
    };
    row("cut", absl::StatusCode::kUnavailable, "in the middle of the stream");
    row("code 1011", absl::StatusCode::kUnavailable, "code 1011");
    row("unknown job", absl::StatusCode::kNotFound, "does not know this");
    row("no token", absl::StatusCode::kUnauthenticated, "Set the token");
    row("no upgrade", absl::StatusCode::kNotFound, "does not know this");
    row("wrong accept", absl::StatusCode::kFailedPrecondition, "does not speak WebSocket");
    row("no HTTP", absl::StatusCode::kFailedPrecondition, "not HTTP");
    row("garbage frame", absl::StatusCode::kInvalidArgument, "reserved bits");
    row("silent", absl::StatusCode::kDeadlineExceeded, "nothing for 0.2 s");
    row("silent before the upgrade", absl::StatusCode::kDeadlineExceeded, "nothing for 0.2 s");
    row("we stop", absl::StatusCode::kOk, "");
  }
  void theEndHasItsReason() {
    QFETCH(QString, how);
    QFETCH(int, code);
    QFETCH(QString, message);
    FakeServer server([&](const SeenRequest& r, Connection& c) {
      c.close();
      if (how == "unknown job") return c.reply(404, "text/plain", "no job");
      if (how == "no token") return c.reply(401, "text/plain", "");
      if (how == "no upgrade") return c.reply(200, "text/html", "<p>hello");
      if (how == "no HTTP") return c.write("220 mail ready and waiting\r\n");
      if (how == "silent before the upgrade") return c.waitForHangUp();
      if (how == "wrong accept")
        return c.write("HTTP/1.1 101 Go\r\nUpgrade: websocket\r\nSec-WebSocket-Accept: x\r\n\r\n");
      c.upgrade(r);
      c.text(how == "we stop" ? "stop" : "one");
      if (how == "code 1011") return c.closeFrame(1011);
      if (how == "garbage frame") return c.write("\xff\xff\xff");
      if (how == "silent" || how == "we stop") return c.waitForHangUp();
    });
    http::StreamOptions options;
    options.idle_timeout = 200ms;
    AERIE_VERIFY_FAILS(follow(server.url(), options).status, static_cast<absl::StatusCode>(code),
                       message.toStdString());
  }

  void cancelEndsATail() {
    http::Cancel cancel;
    FakeServer server([&](const SeenRequest& r, Connection& c) {
      c.upgrade(r);
      cancel.cancel();
      c.waitForHangUp();
    });
    QVERIFY(absl::IsCancelled(follow(server.url(), {}, &cancel).status));
  }
};

QTEST_GUILESS_MAIN(TstHttpWebsocket)
#include "tst_http_websocket.moc"
