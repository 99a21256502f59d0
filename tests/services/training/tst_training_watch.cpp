#include <QtTest>
#include <latch>

#include "services/common/rpc_server.h"
#include "services/training/training_service.h"
#include "tests/core/training_run/coordinator_fixture.h"
#include "tests/services/training/training_client.h"

using namespace aerie;
using namespace std::chrono_literals;
using test::Client;
using training::test::CoordinatorFixture;

namespace {

// The service as the daemon has it, but for an executor that a test can fill.
struct SmallService {
  explicit SmallService(CoordinatorFixture& f)
      : environment{{"training", "training daemon", *authenticator, metrics, executor}, *f, ticker} {
    services::RpcServerOptions options;
    options.listen = {"127.0.0.1:0"};
    options.authenticator = authenticator.get();
    server = services::RpcServer::start(options, {&service}).value_or(nullptr);
  }
  ~SmallService() {
    ticker.stop();
    if (server != nullptr) server->shutdown(0ms);
  }
  bool ended(const std::string& code) const {
    return metrics.text().find("aerie_training_rpcs_total{code=\"" + code + "\",method=\"Watch\"} 1") !=
           std::string::npos;
  }

  std::unique_ptr<services::Authenticator> authenticator =
      services::Authenticator::load("").value_or(nullptr);
  telemetry::Metrics metrics;
  Executor executor{{1, 1}};
  services::Ticker ticker;
  training_service::Environment environment;
  training_service::TrainingService service{environment};
  std::unique_ptr<services::RpcServer> server;
};

}  // namespace

class TstTrainingWatch : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  // Cancelled while it waits for its next step, which then finds no place on the executor.
  void aWatchThatIsCancelledWhileTheExecutorIsFullEnds() {
    CoordinatorFixture f("watch-full");
    AERIE_VERIFY_OK(f.start());
    SmallService small(f);
    QVERIFY(small.server != nullptr);
    Client client(small.server->addresses().front());
    grpc::ClientContext context;
    v1::WatchTrainingRequest request;
    request.set_max_updates_per_second(1);
    const auto reader = client.stub().Watch(&context, request);
    v1::WatchTrainingResponse first;
    QVERIFY(reader->Read(&first));

    std::latch running(1), full(1);
    QVERIFY(small.executor.submit([&] {
      running.count_down();
      full.wait();
    }));
    running.wait();
    QVERIFY(small.executor.submit([] {}));
    context.TryCancel();
    // The same ticker wakes the watch, no later than after its interval.
    small.ticker.after(1'200ms, [&] { full.count_down(); });
    QTRY_VERIFY_WITH_TIMEOUT(small.ended("CANCELLED"), kTryMs);
    while (reader->Read(&first)) {
    }
    QVERIFY(!reader->Finish().ok());
  }
};

QTEST_GUILESS_MAIN(TstTrainingWatch)
#include "tst_training_watch.moc"
