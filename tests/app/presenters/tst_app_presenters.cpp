#include <QSignalSpy>
#include <QTest>

#include "app/presenters/deployments_presenter.h"
#include "app/presenters/registry_presenter.h"
#include "app/presenters/routing_presenter.h"
#include "app/rpc/connection.h"
#include "core/base/status.h"
#include "tests/app/fakes/fake_control.h"

namespace aerie::presenters {

using models::Task;

namespace {

// A presenter's surroundings: the fake, a world that already has its data, a task list.
struct Bench {
  testing::FakeControl control;
  models::World world;
  models::TaskList tasks;
  Bench() {
    testing::fillDemo(control);
    rpc::WorldUpdate update;
    update.complete = true;
    update.models = control.models;
    update.deployments = control.deployments;
    update.routings = control.routings;
    update.experiments = control.experiments;
    update.status = control.status;
    world.apply(update);
  }
};

}  // namespace

class TstAppPresenters final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void everyChangeAnswersInOneSignal_data();
  void everyChangeAnswersInOneSignal();
  void cancelledTaskIsSilent();
  void onlyTheLastChoiceFillsTheDetails();
  void answersAfterThePresenterAreSilent();
  void pathsCarryIntendedAndActualShares();
  void refusedConfigIsSaid();
  void connectionRetriesWithBackOffAndComesBack();
  void updatesAreCoalesced();
};

void TstAppPresenters::everyChangeAnswersInOneSignal_data() {
  QTest::addColumn<QString>("action");
  QTest::addColumn<int>("code");
  for (const char* action : {"promote", "archive", "download", "create", "scale", "restart",
                             "rollback", "delete", "weights"}) {
    const QByteArray name(action);
    QTest::newRow(name + ", ok") << QString::fromLatin1(action) << int(absl::StatusCode::kOk);
    QTest::newRow(name + ", cancelled") << QString::fromLatin1(action) << int(absl::StatusCode::kCancelled);
    QTest::newRow(name + ", not found") << QString::fromLatin1(action) << int(absl::StatusCode::kNotFound);
    QTest::newRow(name + ", unavailable")
        << QString::fromLatin1(action) << int(absl::StatusCode::kUnavailable);
  }
}

void TstAppPresenters::everyChangeAnswersInOneSignal() {
  QFETCH(QString, action);
  QFETCH(int, code);
  Bench b;
  RegistryPresenter registry(b.control, b.world, b.tasks);
  DeploymentsPresenter deployments(b.control, b.world, b.tasks);
  RoutingPresenter routing(b.control, b.control, b.world);
  QStringList good;
  QStringList bad;
  const auto listen = [&](auto& presenter) {
    using P = std::remove_reference_t<decltype(presenter)>;
    connect(&presenter, &P::succeeded, this, [&](const QString& text) { good.append(text); });
    connect(&presenter, &P::failed, this,
            [&](const QString& headline, const QString& detail) { bad.append(headline + detail); });
  };
  listen(registry);
  listen(deployments);
  listen(routing);
  if (action == QLatin1String("weights")) routing.setDraft({7000, 3000});
  const auto status = static_cast<absl::StatusCode>(code);
  if (status != absl::StatusCode::kOk) b.control.failNext = absl::Status(status, "the reason");
  const QString model = QStringLiteral("arrival_delay");
  const QString endpoint = QStringLiteral("arrival_delay_v2");
  if (action == QLatin1String("promote"))
    registry.promote(model, QStringLiteral("3"), QStringLiteral("production"));
  if (action == QLatin1String("archive")) registry.setArchived(model, QStringLiteral("1"), true);
  if (action == QLatin1String("download"))
    registry.download(model, QStringLiteral("1"), QStringLiteral("/tmp/y"));
  if (action == QLatin1String("create")) {
    rpc::DeploymentSpec spec;
    spec.endpoint = QStringLiteral("new");
    spec.model = model;
    spec.version = QStringLiteral("1");
    deployments.create(spec);
  }
  if (action == QLatin1String("scale")) deployments.scale(endpoint, 4);
  if (action == QLatin1String("restart")) deployments.restart(endpoint);
  if (action == QLatin1String("rollback")) deployments.rollback(endpoint, {});
  if (action == QLatin1String("delete")) deployments.remove(endpoint);
  if (action == QLatin1String("weights")) routing.apply();
  QVERIFY(good.isEmpty() && bad.isEmpty());  // never inline
  QTRY_VERIFY(b.tasks.running() == 0 && !routing.applying());
  QCOMPARE(good.size(), status == absl::StatusCode::kOk ? 1 : 0);
  QCOMPARE(bad.size(), status == absl::StatusCode::kOk || status == absl::StatusCode::kCancelled ? 0 : 1);
  if (!bad.isEmpty()) QVERIFY2(bad.front().contains(QLatin1String("the reason")), qPrintable(bad.front()));
}

void TstAppPresenters::cancelledTaskIsSilent() {
  Bench b;
  RegistryPresenter presenter(b.control, b.world, b.tasks);
  QSignalSpy failed(&presenter, &RegistryPresenter::failed);
  b.control.hold = true;
  presenter.setArchived(QStringLiteral("arrival_delay"), QStringLiteral("1"), true);
  QCOMPARE(b.tasks.running(), 1);
  b.tasks.cancel(b.tasks.tasks().front().id);
  QTRY_COMPARE(b.tasks.tasks().front().state, Task::State::Cancelled);
  b.control.release();
  QCoreApplication::processEvents();
  QCOMPARE(failed.count(), 0);
  QVERIFY(!b.control.models.front().versions.back().archived);
}

void TstAppPresenters::onlyTheLastChoiceFillsTheDetails() {
  Bench b;
  RegistryPresenter presenter(b.control, b.world, b.tasks);
  QTRY_VERIFY(presenter.configsLoaded());
  b.control.hold = true;
  presenter.selectVersion(QStringLiteral("2"));
  QVERIFY(!presenter.configsLoaded());
  presenter.selectVersion(QStringLiteral("1"));
  b.control.release();
  QTRY_VERIFY(presenter.configsLoaded());
  QCOMPARE(presenter.details()->version, QStringLiteral("1"));
  QVERIFY(!presenter.details()->features.isEmpty());
}

void TstAppPresenters::answersAfterThePresenterAreSilent() {
  Bench b;
  auto presenter = std::make_unique<DeploymentsPresenter>(b.control, b.world, b.tasks);
  int answers = 0;
  connect(presenter.get(), &DeploymentsPresenter::succeeded, this, [&] { ++answers; });
  b.control.hold = true;
  presenter->restart(QStringLiteral("arrival_delay_v1"));
  presenter.reset();
  b.control.release();
  QCoreApplication::processEvents();
  QCOMPARE(answers, 0);
}

void TstAppPresenters::pathsCarryIntendedAndActualShares() {
  Bench b;
  RoutingPresenter presenter(b.control, b.control, b.world);
  b.control.status.nowMs += 1'000;
  b.control.status.proxies[0].traffic[0].itemsOk += 300;
  b.control.status.proxies[0].traffic[1].itemsOk += 700;
  b.control.status.proxies[0].traffic[2].itemsOk += 50;
  rpc::WorldUpdate update;
  update.status = b.control.status;
  b.world.apply(update);
  const std::vector<FlowPath> paths = presenter.paths();
  QCOMPARE(paths.size(), std::size_t{3});
  QCOMPARE(paths[0].arm, QStringLiteral("control"));
  QCOMPARE(paths[0].intended.value(), 0.5);
  QCOMPARE(paths[0].actual.value(), 0.3);
  QCOMPARE(paths[1].actual.value(), 0.7);
  QCOMPARE(paths[2].itemsPerSecond, 50.0);
  QVERIFY(!paths[2].intended);
}

void TstAppPresenters::refusedConfigIsSaid() {
  Bench b;
  RoutingPresenter presenter(b.control, b.control, b.world);
  QCOMPARE(presenter.configTone(), models::Tone::Ok);
  b.control.status.proxies[0].refusedReason = QStringLiteral("unknown endpoint nowhere");
  rpc::WorldUpdate update;
  update.status = b.control.status;
  b.world.apply(update);
  QCOMPARE(presenter.configTone(), models::Tone::Danger);
  QVERIFY(presenter.configSentence().contains(QLatin1String("unknown endpoint nowhere")));
}

void TstAppPresenters::connectionRetriesWithBackOffAndComesBack() {
  Bench b;
  ManualClock clock;
  b.control.reachable = false;
  rpc::Connection::Options options;
  options.firstBackoff = std::chrono::milliseconds(20);
  options.maxBackoff = std::chrono::milliseconds(40);
  rpc::Connection connection(b.control, clock, options);
  connection.start();
  QCOMPARE(connection.state(), rpc::Connection::State::Connecting);
  QTRY_VERIFY(b.control.calls.count(QStringLiteral("watch")) >= 3);  // it tries by itself
  QVERIFY(connection.reason().contains(QLatin1String("refused")));
  b.control.reachable = true;
  QTRY_COMPARE(connection.state(), rpc::Connection::State::Connected);
  clock.advance(std::chrono::milliseconds(400));
  QCOMPARE(connection.updateAge().value(), std::chrono::milliseconds(400));
  b.control.dropWatch(unavailable("it went away"));
  QTRY_COMPARE(connection.state(), rpc::Connection::State::Lost);
  QCOMPARE(connection.reason(), QStringLiteral("it went away"));
  QVERIFY(connection.retryIn().has_value());
  connection.retryNow();
  QTRY_COMPARE(connection.state(), rpc::Connection::State::Connected);
}

void TstAppPresenters::updatesAreCoalesced() {
  Bench b;
  ManualClock clock;
  rpc::Connection::Options options;
  options.updateInterval = std::chrono::milliseconds(60'000);  // so that no second batch comes by itself
  rpc::Connection connection(b.control, clock, options);
  int updates = 0;
  connect(&connection, &rpc::Connection::updated, this, [&] { ++updates; });
  connection.start();
  QTRY_COMPARE(updates, 1);
  for (int i = 0; i < 50; ++i) testing::advanceDemo(b.control, i);
  QCoreApplication::processEvents();
  QCOMPARE(updates, 1);
}

}  // namespace aerie::presenters

QTEST_GUILESS_MAIN(aerie::presenters::TstAppPresenters)
#include "tst_app_presenters.moc"
