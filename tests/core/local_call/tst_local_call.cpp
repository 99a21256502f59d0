#include <QtTest>
#include <future>
#include <sys/socket.h>
#include <thread>

#include "core/base/files.h"
#include "core/base/status.h"
#include "core/local_call/async_client.h"
#include "core/local_call/client.h"
#include "core/local_call/server.h"

using namespace aerie;
using namespace aerie::local_call;

namespace {

constexpr auto kNoDeadline = std::chrono::steady_clock::time_point::max();

// Answers by what the request says: "fail", "hold" (until release), anything else is echoed twice.
struct Echo {
  std::promise<void> held;
  std::promise<void> release;
  std::shared_future<void> gate = release.get_future().share();
  std::atomic<int> calls{0};
  std::atomic<bool> saw_cancel{false};

  void operator()(ServerCall& call) {
    ++calls;
    const std::string text(call.request());
    if (text == "hold") {
      held.set_value();
      gate.wait();
      saw_cancel = call.cancelled();
    }
    const absl::Status status = text == "fail" ? notFound("there is no such thing") : absl::OkStatus();
    call.answer(status, [&text](std::string* frame) { *frame += text + text; });
  }
};

struct Bench {
  Bench() {
    auto started = Server::start(path, [this](ServerCall& call) { echo(call); }, {});
    if (!started.ok()) qFatal("%s", toText(started.status()).c_str());
    server = *std::move(started);
  }
  TempDir directory = *TempDir::create("local");
  const std::string path = (directory.path() / "x.sock.local").string();
  Echo echo;
  std::unique_ptr<Server> server;
};

struct Answer {
  absl::Status status;
  std::string text;
};

std::optional<absl::Status> call(Client& client, const std::string& text, std::string* answer,
                                 std::chrono::steady_clock::time_point deadline = kNoDeadline) {
  return client.call(
      deadline, [&](std::string* frame) { *frame += text; },
      [&](std::string_view payload) {
        *answer = payload;
        return absl::OkStatus();
      });
}

AsyncRequest request(const std::string& text, std::shared_ptr<std::promise<Answer>> promise,
                     std::chrono::steady_clock::time_point deadline = kNoDeadline) {
  auto seen = std::make_shared<std::string>();
  return {deadline, [text](std::string* frame) { *frame += text; },
          [seen](std::string_view payload) {
            *seen = payload;
            return absl::OkStatus();
          },
          [seen, promise](absl::Status status) {
            promise->set_value({std::move(status), *seen});
          }};
}

std::future<Answer> start(AsyncClient& client, const std::string& text,
                          std::chrono::steady_clock::time_point deadline = kNoDeadline,
                          std::shared_ptr<AsyncCall>* started = nullptr) {
  auto promise = std::make_shared<std::promise<Answer>>();
  auto answer = promise->get_future();
  auto call = client.call(request(text, promise, deadline));
  if (!call.ok()) promise->set_value({call.status(), ""});
  if (call.ok() && started != nullptr) *started = *call;
  return answer;
}

}  // namespace

class TstLocalCall : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void socketsLieBesideTheServersOwn_data() {
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("path");
    QTest::newRow("unix socket") << "unix:/run/a.sock"
                                 << "/run/a.sock.local";
    QTest::newRow("relative unix socket") << "unix:run/a.sock"
                                          << "run/a.sock.local";
    QTest::newRow("three slashes") << "unix:///run/a.sock"
                                   << "/run/a.sock.local";
    QTest::newRow("another machine") << "10.0.0.1:7700"
                                     << "";
    QTest::newRow("loopback") << "127.0.0.1:7700"
                              << "";
  }
  void socketsLieBesideTheServersOwn() {
    QFETCH(QString, address);
    QTEST(QString::fromStdString(localSocketPath(address.toStdString())), "path");
  }

  void answersOfEverySizeComeWhole_data() {
    QTest::addColumn<int>("bytes");
    for (const int bytes : {0, 1, 15, 16, 17, 65'536, 1'000'000, 9'000'000})
      QTest::addRow("%d bytes", bytes) << bytes;
  }
  void answersOfEverySizeComeWhole() {
    QFETCH(int, bytes);
    Bench bench;
    std::string text(static_cast<std::size_t>(bytes), 'x');
    if (bytes > 2) text[1] = 'y';
    Client client(bench.path);
    std::string answer;
    const auto status = call(client, text, &answer);
    QVERIFY(status && status->ok());
    QVERIFY(answer == text + text);
    const auto loop = *AsyncLoop::start();
    AsyncClient async(bench.path, *loop);
    const Answer second = start(async, text).get();
    QVERIFY2(second.status.ok(), toText(second.status).c_str());
    QVERIFY(second.text == text + text);
  }

  void aServersErrorKeepsCodeAndMessage() {
    Bench bench;
    Client client(bench.path);
    std::string answer;
    const auto status = call(client, "fail", &answer);
    QVERIFY(status && absl::IsNotFound(*status));
    QCOMPARE(messageOf(*status), std::string("there is no such thing"));
    const auto loop = *AsyncLoop::start();
    AsyncClient async(bench.path, *loop);
    const Answer second = start(async, "fail").get();
    QVERIFY(absl::IsNotFound(second.status));
    // The connection serves on.
    QCOMPARE(start(async, "a").get().text, std::string("aa"));
    QVERIFY(call(client, "b", &answer)->ok());
    QCOMPARE(answer, std::string("bb"));
  }

  void whereNobodyListensNothingIsStarted() {
    const TempDir directory = *TempDir::create("local");
    const std::string path = (directory.path() / "none").string();
    Client client(path);
    std::string answer;
    QVERIFY(!call(client, "a", &answer));
    const auto loop = *AsyncLoop::start();
    AsyncClient async(path, *loop);
    QVERIFY(absl::IsNotFound(start(async, "a").get().status));
  }

  void deadlinesEndCallsAndReachTheServer() {
    Bench bench;
    Client client(bench.path);
    std::string answer;
    const auto soon = std::chrono::steady_clock::now() + std::chrono::milliseconds(20);
    const auto status = call(client, "hold", &answer, soon);
    QVERIFY(status && absl::IsDeadlineExceeded(*status));
    bench.echo.release.set_value();
    QTRY_VERIFY(bench.echo.saw_cancel.load());
    QVERIFY(call(client, "a", &answer)->ok());
  }

  void asynchronousDeadlinesEndCalls() {
    Bench bench;
    const auto loop = *AsyncLoop::start();
    AsyncClient client(bench.path, *loop);
    const auto now = std::chrono::steady_clock::now();
    auto far = start(client, "a", now + std::chrono::hours(1));
    auto late = start(client, "hold", now + std::chrono::milliseconds(20));
    QVERIFY(absl::IsDeadlineExceeded(late.get().status));
    QCOMPARE(far.get().text, std::string("aa"));
    bench.echo.release.set_value();
  }

  void aCancelledCallEndsOnceAndTheServerSeesIt() {
    Bench bench;
    const auto loop = *AsyncLoop::start();
    AsyncClient client(bench.path, *loop);
    std::shared_ptr<AsyncCall> handle;
    auto answer = start(client, "hold", kNoDeadline, &handle);
    bench.echo.held.get_future().wait();
    handle->cancel();
    handle->cancel();
    QVERIFY(absl::IsCancelled(answer.get().status));
    bench.echo.release.set_value();
    QTRY_VERIFY(bench.echo.saw_cancel.load());
    // A late cancel does not hit the next call.
    auto next = start(client, "b");
    handle->cancel();
    QCOMPARE(next.get().text, std::string("bb"));
  }

  void manyCallsAtOnceGetTheirOwnAnswers() {
    Bench bench;
    const auto loop = *AsyncLoop::start();
    AsyncClient client(bench.path, *loop);
    std::vector<std::thread> threads;
    std::atomic<int> wrong{0};
    for (int t = 0; t < 4; ++t) {
      threads.emplace_back([&, t] {
        for (int i = 0; i < 200; ++i) {
          const std::string text = std::to_string(t) + "-" + std::to_string(i);
          if (start(client, text).get().text != text + text) ++wrong;
        }
      });
    }
    for (std::thread& thread : threads) thread.join();
    QCOMPARE(wrong.load(), 0);
    QCOMPARE(bench.echo.calls.load(), 800);
  }

  void aServerThatStopsAnswersWhatItHas() {
    Bench bench;
    const auto loop = *AsyncLoop::start();
    AsyncClient client(bench.path, *loop);
    auto answer = start(client, "hold");
    bench.echo.held.get_future().wait();
    std::thread stopping([&] { bench.server->shutdown(); });
    bench.echo.release.set_value();
    QCOMPARE(answer.get().text, std::string("holdhold"));
    stopping.join();
    // Its connections are noticed to be gone: the next call says that nobody is there.
    QTRY_VERIFY(absl::IsNotFound(start(client, "a").get().status));
  }

  void aServerThatDiesMakesCallsUnavailable() {
    const TempDir directory = *TempDir::create("local");
    const std::string path = (directory.path() / "s").string();
    const Socket listener = *listenOn(path);
    const auto loop = *AsyncLoop::start();
    AsyncClient client(path, *loop);
    auto answer = start(client, "a");
    { const Socket accepted(::accept(listener.fd(), nullptr, nullptr)); }
    QVERIFY(absl::IsUnavailable(answer.get().status));
  }

  void shutdownOfTheLoopCancelsWhatIsUnderWay() {
    Bench bench;
    const auto loop = *AsyncLoop::start();
    AsyncClient client(bench.path, *loop);
    auto answer = start(client, "hold");
    bench.echo.held.get_future().wait();
    loop->shutdown();
    QVERIFY(absl::IsCancelled(answer.get().status));
    bench.echo.release.set_value();
  }

  void answersThatAreNoneAreRefused_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("text") << QByteArray("HTTP/1.1 200 OK\r\n\r\n");
    QTest::newRow("another magic") << QByteArray(16, '\0');
    std::string frame(kHeaderBytes, '\0');
    sealAnswer(&frame, absl::OkStatus());
    QTest::newRow("more than one answer") << QByteArray::fromStdString(frame + "x");
    frame[4] = frame[5] = frame[6] = frame[7] = '\x7f';
    QTest::newRow("too large") << QByteArray::fromStdString(frame);
  }
  void answersThatAreNoneAreRefused() {
    QFETCH(QByteArray, bytes);
    const TempDir directory = *TempDir::create("local");
    const std::string path = (directory.path() / "s").string();
    const Socket listener = *listenOn(path);
    const auto loop = *AsyncLoop::start();
    AsyncClient client(path, *loop);
    auto answer = start(client, "a");
    const Socket accepted(::accept(listener.fd(), nullptr, nullptr));
    QVERIFY(sendAll(accepted.fd(), bytes.toStdString(), kNoDeadline).ok());
    QVERIFY(absl::IsDataLoss(answer.get().status));
  }

  void requestsThatAreNoneCloseTheConnection() {
    Bench bench;
    for (const std::string& bytes :
         {std::string("GET / HTTP/1.1\r\n\r\n"), std::string(16, '\0'), std::string(64, '\xff')}) {
      const Socket socket = *connectTo(bench.path, false);
      QVERIFY(sendAll(socket.fd(), bytes, kNoDeadline).ok());
      Inbox inbox;
      const auto closed = inbox.receive(socket.fd(), 0);
      QVERIFY(absl::IsUnavailable(closed.status()));
    }
    QCOMPARE(bench.echo.calls.load(), 0);
    Client client(bench.path);
    std::string answer;
    QVERIFY(call(client, "a", &answer)->ok());
  }

  void connectionsBeyondTheLimitAreTurnedAway() {
    const TempDir directory = *TempDir::create("local");
    const std::string path = (directory.path() / "s").string();
    Echo echo;
    const auto server = *Server::start(path, [&](ServerCall& c) { echo(c); }, {.max_connections = 1});
    Client client(path);
    std::string answer;
    QVERIFY(call(client, "a", &answer)->ok());
    Client second(path);
    const auto status = call(second, "b", &answer);
    QVERIFY(status && (absl::IsResourceExhausted(*status) || absl::IsUnavailable(*status)));
  }
};

QTEST_GUILESS_MAIN(TstLocalCall)
#include "tst_local_call.moc"
