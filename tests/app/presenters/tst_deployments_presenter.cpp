#include <QAbstractItemModelTester>
#include <QTest>

#include "app/presenters/deployments_presenter.h"
#include "tests/app/fakes/fake_control.h"

namespace aerie::presenters {

namespace {

QString text(const char* utf8) { return QString::fromUtf8(utf8); }

struct Bench {
  testing::FakeControl control;
  models::World world;
  models::TaskList tasks;
  Bench() {
    testing::fillDemo(control);
    apply();
  }
  void apply() {
    rpc::WorldUpdate update;
    update.complete = true;
    update.models = control.models;
    update.deployments = control.deployments;
    update.routings = control.routings;
    update.status = control.status;
    world.apply(update);
  }
};

rpc::DeploymentSpec freshSpec() {
  rpc::DeploymentSpec spec;
  spec.endpoint = text("fresh");
  spec.model = text("arrival_delay");
  spec.version = text("1");
  return spec;
}

}  // namespace

class TstDeploymentsPresenter final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void everyProblemIsNamedAtItsField_data();
  void everyProblemIsNamedAtItsField();
  void previewSaysWhatWillBeMade();
  void victimsAreUseCasesExperimentsAndShadows();
  void rollbackOffersWhatServedFirst();
  void uptimeFollowsTheControlPlanesClock();
  void aReplicaThatAProxyHoldsBackSaysSo();
};

void TstDeploymentsPresenter::everyProblemIsNamedAtItsField_data() {
  QTest::addColumn<QString>("field");
  QTest::addColumn<QString>("says");
  QTest::newRow("fine") << QString() << QString();
  QTest::newRow("no name") << text("endpoint") << text("name");
  QTest::newRow("bad name") << text("endpoint") << text("worker endpoint");
  QTest::newRow("taken name") << text("endpoint") << text("exists");
  QTest::newRow("no version") << text("version") << text("version or a stage");
  QTest::newRow("no replicas") << text("replicas") << text("between 1 and 64");
  QTest::newRow("too many replicas") << text("replicas") << text("between 1 and 64");
  QTest::newRow("too many cpus") << text("cpus") << text("CPUs");
  QTest::newRow("too little memory") << text("memory") << text("No worker runs");
  QTest::newRow("too many rows") << text("batch") << text("rows");
  QTest::newRow("too long") << text("timeout") << text("timeout");
  QTest::newRow("hedge after the timeout") << text("hedge") << text("before the timeout of 50");
  QTest::newRow("hedge after the default timeout") << text("hedge") << text("before the timeout of 1000");
}

void TstDeploymentsPresenter::everyProblemIsNamedAtItsField() {
  QFETCH(QString, field);
  QFETCH(QString, says);
  Bench b;
  const DeploymentsPresenter presenter(b.control, b.world, b.tasks);
  rpc::DeploymentSpec spec = freshSpec();
  const QByteArray row = QTest::currentDataTag();
  if (row == "no name") spec.endpoint.clear();
  if (row == "bad name") spec.endpoint = text("a b");
  if (row == "taken name") spec.endpoint = text("arrival_delay_v1");
  if (row == "no version") spec.version.clear();
  if (row == "no replicas") spec.replicas = 0;
  if (row == "too many replicas") spec.replicas = 65;
  if (row == "too many cpus") spec.cpus = 2000;
  if (row == "too little memory") spec.memoryBytes = 1 << 20;
  if (row == "too many rows") spec.batchSize = 200'000;
  if (row == "too long") spec.timeoutMs = 700'000;
  if (row.startsWith("hedge")) spec.hedgeAfterMs = 1'000;
  if (row == "hedge after the timeout") spec.timeoutMs = 50;
  const QList<SpecProblem> problems = presenter.problemsOf(spec);
  QCOMPARE(problems.size(), field.isEmpty() ? 0 : 1);
  if (field.isEmpty()) return;
  QCOMPARE(problems.front().field, field);
  QVERIFY2(problems.front().message.contains(says), qPrintable(problems.front().message));
}

void TstDeploymentsPresenter::previewSaysWhatWillBeMade() {
  Bench b;
  const DeploymentsPresenter presenter(b.control, b.world, b.tasks);
  rpc::DeploymentSpec spec = freshSpec();
  spec.version.clear();
  spec.stage = text("production");
  spec.replicas = 3;
  spec.memoryBytes = 512ULL << 20;
  const QString preview = presenter.previewOf(spec).join(QLatin1Char('\n'));
  for (const char* part : {"arrival_delay@2", "512", "1.5 GiB", "128 rows", "1000 ms", "production"})
    QVERIFY2(preview.contains(text(part)), qPrintable(preview));
}

void TstDeploymentsPresenter::victimsAreUseCasesExperimentsAndShadows() {
  Bench b;
  b.control.routings[0].shadows = {{text("arrival_delay_v3"), 0.1}};
  b.apply();
  const DeploymentsPresenter presenter(b.control, b.world, b.tasks);
  const EndpointUsers v1 = presenter.usersOf(text("arrival_delay_v1"));
  QCOMPARE(v1.useCases, QStringList{text("arrival_delay")});
  QCOMPARE(v1.experiments, QStringList{text("arrival_delay_v1_vs_v2, arm control")});
  QCOMPARE(v1.sentences().size(), 2);
  QCOMPARE(presenter.usersOf(text("arrival_delay_v3")).shadows, QStringList{text("arrival_delay")});
  QVERIFY(presenter.usersOf(text("nowhere")).empty());
}

void TstDeploymentsPresenter::rollbackOffersWhatServedFirst() {
  Bench b;
  b.control.deployments[0].servingVersion = text("2");
  b.control.deployments[0].targetVersion = text("2");
  b.control.deployments[0].versionHistory = {text("2"), text("1")};
  b.apply();
  const DeploymentsPresenter presenter(b.control, b.world, b.tasks);
  const QList<RollbackChoice> settled = presenter.rollbackChoices(text("arrival_delay_v1"));
  QCOMPARE(settled.size(), 2);
  QCOMPARE(settled[0].version, text("1"));
  QVERIFY(settled[0].text.contains(text("served before")));
  QCOMPARE(settled[1].version, text("3"));
  // In the middle of a rollout to 3: back to what still serves.
  QCOMPARE(presenter.rollbackChoices(text("arrival_delay_v2")).front().version, text("2"));
}

void TstDeploymentsPresenter::uptimeFollowsTheControlPlanesClock() {
  Bench b;
  DeploymentsPresenter presenter(b.control, b.world, b.tasks);
  QAbstractItemModelTester tester(presenter.replicas());
  presenter.select(text("arrival_delay_v1"));
  b.control.status.nowMs = b.control.deployments[0].replicas[0].startedMs + 2 * 3'600'000 + 300'500;
  b.apply();
  QString uptime;
  for (int c = 0; c < presenter.replicas()->columnCount(); ++c) {
    if (presenter.replicas()->headerData(c, Qt::Horizontal, Qt::UserRole).toString() == text("uptime"))
      uptime = presenter.replicas()->index(0, c).data().toString();
  }
  QCOMPARE(uptime, text("2 h 5 min"));
}

void TstDeploymentsPresenter::aReplicaThatAProxyHoldsBackSaysSo() {
  Bench b;
  DeploymentsPresenter presenter(b.control, b.world, b.tasks);
  presenter.select(text("arrival_delay_v1"));
  const rpc::Replica& replica = b.control.deployments[0].replicas[1];
  b.control.status.proxies[0].replicas = {
      {text("arrival_delay_v1"), replica.url, false, text("connection refused")}};
  b.apply();
  const rpc::Replica* row = presenter.replicas()->find(replica.id);
  QVERIFY(row);
  QVERIFY2(row->proxyProblem.contains(text("connection refused")), qPrintable(row->proxyProblem));
  QVERIFY(presenter.replicas()->rows()[0].proxyProblem.isEmpty());
}

}  // namespace aerie::presenters

QTEST_GUILESS_MAIN(aerie::presenters::TstDeploymentsPresenter)
#include "tst_deployments_presenter.moc"
