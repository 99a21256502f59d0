// Where a proxy's config comes from while the control plane comes and goes, and the program itself.
#include <QtTest>
#include <csignal>

#include "core/base/child_process.h"
#include "core/base/files.h"
#include "services/proxy/last_good_file.h"
#include "tests/services/proxy/proxy_stack.h"

using namespace aerie;
using namespace aerie::proxy;
using namespace aerie::proxy::testing;

class TstProxyLife final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void snapshotsOfTheControlPlaneAreApplied();
  void refusedSnapshotIsReportedAndLastGoodServes();
  void servesOnWhenTheControlPlaneGoes();
  void restartsWithoutAControlPlane();
  void addressInUseIsNamed();
  void programServesAConfigFileAndStopsOnTerm();
  void programEndsWithOneWhenTheAddressIsInUse();
};

void TstProxyLife::snapshotsOfTheControlPlaneAreApplied() {
  Stack stack;
  Control control(stack.options.control);
  Worker v1(stack.address("v1"), "1");
  Worker v2(stack.address("v2"), "2");
  QVERIFY(stack.start().ok());
  v1::PredictResponse none;
  QCOMPARE(stack.predict(*modelRequest(5), &none).error_code(), grpc::StatusCode::UNAVAILABLE);
  control.service.publish(stack.config({}, 5));
  QTRY_COMPARE_WITH_TIMEOUT(control.service.status().config_revision(), std::uint64_t{5}, 20'000);
  QCOMPARE(control.service.status().config_source(), std::string("control plane"));
  QVERIFY(!control.service.status().proxy_id().empty());
  v1::PredictResponse response;
  QVERIFY(stack.predict(*modelRequest(50), &response).ok());
  QCOMPARE(response.served_by_size(), 2);
  const int before = control.service.statuses();
  QTRY_VERIFY_WITH_TIMEOUT(control.service.statuses() > before, 20'000);  // the status of each second
  SnapshotOptions without;
  without.experiment = false;
  control.service.publish(stack.config(without, 6));
  QTRY_COMPARE_WITH_TIMEOUT(control.service.status().config_revision(), std::uint64_t{6}, 20'000);
  v1::PredictResponse later;
  QVERIFY(stack.predict(*modelRequest(50), &later).ok());
  QCOMPARE(later.served_by_size(), 1);
}

void TstProxyLife::refusedSnapshotIsReportedAndLastGoodServes() {
  Stack stack;
  Control control(stack.options.control);
  Worker v1(stack.address("v1"), "1");
  Worker v2(stack.address("v2"), "2");
  control.service.publish(stack.config({}, 1));
  QVERIFY(stack.start().ok());
  QTRY_COMPARE_WITH_TIMEOUT(control.service.status().config_revision(), std::uint64_t{1}, 20'000);
  v1::ProxyConfigSnapshot bad = stack.config({}, 2);
  bad.mutable_routings(0)->set_default_worker_endpoint("v9");
  control.service.publish(bad);
  QTRY_COMPARE_WITH_TIMEOUT(control.service.status().refused_revision(), std::uint64_t{2}, 20'000);
  QCOMPARE(control.service.status().config_revision(), std::uint64_t{1});
  QVERIFY(control.service.status().refused_reason().find("v9") != std::string::npos);
  v1::PredictResponse response;
  QVERIFY(stack.predict(*modelRequest(50), &response).ok());
  QCOMPARE(wrongRow(response, 50), std::string());
  QCOMPARE(loadLastGood(stack.options.last_good)->revision(), std::uint64_t{1});
}

void TstProxyLife::servesOnWhenTheControlPlaneGoes() {
  Stack stack;
  auto control = std::make_unique<Control>(stack.options.control);
  Worker v1(stack.address("v1"), "1");
  Worker v2(stack.address("v2"), "2");
  control->service.publish(stack.config({}, 1));
  QVERIFY(stack.start().ok());
  QTRY_COMPARE_WITH_TIMEOUT(control->service.status().config_revision(), std::uint64_t{1}, 20'000);
  control.reset();
  v1::PredictResponse response;
  QVERIFY(stack.predict(*modelRequest(50), &response).ok());
  QCOMPARE(wrongRow(response, 50), std::string());
  control = std::make_unique<Control>(stack.options.control);  // and it comes back by itself
  control->service.publish(stack.config({}, 9));
  QTRY_COMPARE_WITH_TIMEOUT(control->service.status().config_revision(), std::uint64_t{9}, 30'000);
}

void TstProxyLife::restartsWithoutAControlPlane() {
  Stack stack;
  Worker v1(stack.address("v1"), "1");
  Worker v2(stack.address("v2"), "2");
  {
    Control control(stack.options.control);
    control.service.publish(stack.config({}, 3));
    QVERIFY(stack.start().ok());
    QTRY_COMPARE_WITH_TIMEOUT(control.service.status().config_revision(), std::uint64_t{3}, 20'000);
    stack.proxy.reset();
  }
  QVERIFY(stack.start().ok());
  v1::PredictResponse response;
  QVERIFY(stack.predict(*modelRequest(50), &response).ok());
  QCOMPARE(wrongRow(response, 50), std::string());
  QCOMPARE(stack.status().config_source(), std::string("last good file"));
  QCOMPARE(stack.status().config_revision(), std::uint64_t{3});
}

void TstProxyLife::addressInUseIsNamed() {
  Stack stack;
  QVERIFY(stack.startWith(stack.config()).ok());
  const auto second = ProxyServer::start(stack.options, stack.clock);
  QVERIFY(!second.ok());
  QVERIFY(messageOf(second.status()).find(stack.options.common.listen) != std::string::npos);
  QVERIFY(messageOf(second.status()).find("--listen") != std::string::npos);
}

void TstProxyLife::programServesAConfigFileAndStopsOnTerm() {
  Stack stack;
  Worker v1(stack.address("v1"), "1");
  const auto config = stack.dir.path() / "config.yaml";
  const auto address_file = stack.dir.path() / "address";
  QVERIFY(
      writeFileAtomic(
          config, fmt::format("model_use_case: delay\ndefault_worker_endpoint: v1\n---\nworker_endpoint: v1\n"
                              "environment: local\nurls: [\"{}\"]\n",
                              stack.address("v1")))
          .ok());
  ChildOptions child;
  child.arguments = {std::string(AERIE_BIN_DIR) + "/aerie-proxy",
                     "--listen",
                     "127.0.0.1:0",
                     "--metrics-listen",
                     "127.0.0.1:0",
                     "--config-file",
                     config.string(),
                     "--address-file",
                     address_file.string(),
                     "--log-level",
                     "warning"};
  const auto pid = spawnChild(child);
  QVERIFY2(pid.ok(), messageOf(pid.status()).c_str());
  QTRY_VERIFY_WITH_TIMEOUT(std::filesystem::exists(address_file), 20'000);
  const auto channel = net::connect(readFile(address_file).value());
  QVERIFY(channel.ok());
  stack.stub = v1::PredictionProxy::NewStub(*channel);
  v1::PredictResponse response;
  const grpc::Status status = stack.predict(*modelRequest(50), &response);
  QVERIFY2(status.ok(), status.error_message().c_str());
  QCOMPARE(wrongRow(response, 50), std::string());
  QVERIFY(signalChild(*pid, SIGTERM).ok());
  std::optional<ExitState> exit;
  const auto ended = [&] {
    if (!exit.has_value()) exit = pollChild(*pid);
    return exit.has_value();
  };
  QTRY_VERIFY_WITH_TIMEOUT(ended(), 20'000);
  QVERIFY2(exit->clean(), exit->text().c_str());
}

void TstProxyLife::programEndsWithOneWhenTheAddressIsInUse() {
  Stack stack;
  QVERIFY(stack.startWith(stack.config()).ok());
  ChildOptions child;
  child.arguments = {std::string(AERIE_BIN_DIR) + "/aerie-proxy", "--listen", stack.options.common.listen,
                     "--metrics-listen", "127.0.0.1:0"};
  const auto run = runToEnd(child);
  QVERIFY(run.ok());
  QCOMPARE(run->exit.code, 1);
  QVERIFY2(run->output.find(stack.options.common.listen) != std::string::npos, run->output.c_str());
}

QTEST_GUILESS_MAIN(TstProxyLife)
#include "tst_proxy_life.moc"
