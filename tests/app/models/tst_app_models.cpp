#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>
#include <numeric>

#include "app/models/flow_meter.h"
#include "app/models/id_table_model.h"
#include "app/models/log_buffer.h"
#include "app/models/split.h"
#include "app/models/task_list.h"
#include "app/models/text.h"
#include "app/models/world.h"

namespace aerie::models {

namespace {

struct Row {
  QString id;
  int value = 0;
  bool operator==(const Row&) const = default;
};

std::unique_ptr<IdTableModel<Row>> newModel() {
  std::vector<Column<Row>> columns;
  columns.push_back(
      {QStringLiteral("id"), QStringLiteral("Id"), [](const Row& r) { return r.id; }, {}, {}, {}});
  columns.push_back({QStringLiteral("value"),
                     QStringLiteral("Value"),
                     [](const Row& r) { return QString::number(r.value); },
                     [](const Row& r) { return r.value; },
                     {},
                     {},
                     true});
  return std::make_unique<IdTableModel<Row>>([](const Row& r) { return r.id; }, std::move(columns));
}

rpc::ProxyStatus proxy(const char* id, qint64 started, quint64 control, quint64 treatment) {
  rpc::ProxyStatus p;
  p.id = QLatin1String(id);
  p.startedMs = started;
  const QString use = QStringLiteral("u");
  p.traffic = {{use, QStringLiteral("x"), QStringLiteral("control"), QStringLiteral("e1"), control, 0},
               {use, QStringLiteral("x"), QStringLiteral("treatment"), QStringLiteral("e2"), treatment, 0}};
  p.useCases = {{use, (control + treatment) / 10, control + treatment, 0, 0, 0, 1, 2}};
  return p;
}

double rateOf(const FlowMeter& meter, const char* arm) {
  double rate = 0;
  for (const FlowRate& f : meter.flows(QStringLiteral("u"))) {
    if (f.arm == QLatin1String(arm)) rate += f.itemsPerSecond;
  }
  return rate;
}

}  // namespace

class TstAppModels final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void randomHistoriesKeepTheModelValid();
  void unchangedRowsEmitNothing();
  void aChangedRowIsTheOnlyOneThatEmits();
  void persistentIndexFollowsItsRow();
  void ratesComeFromCounterDifferences();
  void whatAProxyCountedBeforeIsNoTraffic();
  void restartedProxyNeverGivesNegativeRates();
  void proxiesAddUp();
  void oldSampleIsIgnored();
  void ratesAreRightFromTheFirstReport_data();
  void ratesAreRightFromTheFirstReport();
  void ratesFallToNothingWhenTrafficStops();
  void splitsStayWhole_data();
  void splitsStayWhole();
  void randomEditsKeepTheSplitWhole();
  void logKeepsTheNewestLines();
  void countsHaveThreeDigits_data();
  void countsHaveThreeDigits();
  void endpointsKeepTheirColour();
  void finishedTaskStaysUntilCleared();
  void deploymentStateInOneWord_data();
  void deploymentStateInOneWord();
};

void TstAppModels::randomHistoriesKeepTheModelValid() {
  for (quint32 seed = 0; seed < 200; ++seed) {
    QRandomGenerator random(seed);
    auto model = newModel();
    QAbstractItemModelTester tester(model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (int step = 0; step < 10; ++step) {
      std::vector<Row> next;
      const int count = random.bounded(12);
      for (int i = 0; i < count; ++i)
        next.push_back({QString::number(random.bounded(15)), random.bounded(3)});
      QMap<QString, int> wanted;
      for (const Row& r : next) {
        if (!wanted.contains(r.id)) wanted[r.id] = r.value;
      }
      model->apply(next);
      QCOMPARE(model->rowCount(), static_cast<int>(wanted.size()));
      for (const Row& r : model->rows()) QCOMPARE(r.value, wanted.value(r.id, -1));
    }
  }
}

void TstAppModels::unchangedRowsEmitNothing() {
  auto model = newModel();
  const std::vector<Row> rows{{QStringLiteral("a"), 1}, {QStringLiteral("b"), 2}};
  model->apply(rows);
  QSignalSpy changed(model.get(), &QAbstractItemModel::dataChanged);
  QSignalSpy inserted(model.get(), &QAbstractItemModel::rowsInserted);
  QSignalSpy removed(model.get(), &QAbstractItemModel::rowsRemoved);
  QSignalSpy reset(model.get(), &QAbstractItemModel::modelReset);
  model->apply(rows);
  QCOMPARE(changed.count() + inserted.count() + removed.count() + reset.count(), 0);
}

void TstAppModels::aChangedRowIsTheOnlyOneThatEmits() {
  auto model = newModel();
  model->apply({{QStringLiteral("a"), 1}, {QStringLiteral("b"), 2}, {QStringLiteral("c"), 3}});
  QSignalSpy changed(model.get(), &QAbstractItemModel::dataChanged);
  model->apply({{QStringLiteral("a"), 1}, {QStringLiteral("b"), 9}, {QStringLiteral("c"), 3}});
  QCOMPARE(changed.count(), 1);
  QCOMPARE(changed.front().at(0).toModelIndex().row(), 1);
  QCOMPARE(changed.front().at(1).toModelIndex().row(), 1);
}

void TstAppModels::persistentIndexFollowsItsRow() {
  auto model = newModel();
  model->apply({{QStringLiteral("b"), 1}, {QStringLiteral("d"), 2}});
  const QPersistentModelIndex d(model->index(1, 0));
  model->apply({{QStringLiteral("a"), 0}, {QStringLiteral("c"), 0}, {QStringLiteral("d"), 2}});
  QVERIFY(d.isValid());
  QCOMPARE(d.data(KeyRole).toString(), QStringLiteral("d"));
}

void TstAppModels::ratesComeFromCounterDifferences() {
  FlowMeter meter;
  meter.add(1'000, {proxy("p", 1, 100, 100)});
  meter.add(3'000, {proxy("p", 1, 300, 700)});
  QCOMPARE(rateOf(meter, "control"), 100.0);
  QCOMPARE(rateOf(meter, "treatment"), 300.0);
  QCOMPARE(meter.useCase(QStringLiteral("u")).itemsPerSecond, 400.0);
}

void TstAppModels::whatAProxyCountedBeforeIsNoTraffic() {
  FlowMeter meter;
  meter.add(1'000, {proxy("p", 1, 1'000'000, 1'000'000)});
  meter.add(2'000, {proxy("p", 1, 1'000'010, 1'000'000)});
  QCOMPARE(rateOf(meter, "control"), 10.0);
}

void TstAppModels::restartedProxyNeverGivesNegativeRates() {
  FlowMeter meter;
  meter.add(1'000, {proxy("p", 1, 1'000, 1'000)});
  meter.add(2'000, {proxy("p", 2, 50, 60)});
  QCOMPARE(rateOf(meter, "control"), 50.0);
  QCOMPARE(rateOf(meter, "treatment"), 60.0);
}

void TstAppModels::proxiesAddUp() {
  FlowMeter meter;
  meter.add(1'000, {proxy("p", 1, 0, 0), proxy("q", 1, 0, 0)});
  meter.add(2'000, {proxy("p", 1, 10, 0), proxy("q", 1, 30, 0)});
  QCOMPARE(rateOf(meter, "control"), 40.0);
}

void TstAppModels::oldSampleIsIgnored() {
  FlowMeter meter;
  meter.add(2'000, {proxy("p", 1, 0, 0)});
  meter.add(3'000, {proxy("p", 1, 10, 0)});
  meter.add(2'500, {proxy("p", 1, 900, 0)});
  QCOMPARE(rateOf(meter, "control"), 10.0);
}

// Steady traffic, reports once a second, and the ages that a control plane's statuses have: each report makes
// one, and so does its own clock.
void TstAppModels::ratesAreRightFromTheFirstReport_data() {
  QTest::addColumn<int>("connected");  // ms after a report
  QTest::addColumn<int>("clock");      // the control plane's own statuses: ms after each report
  QTest::newRow("connected with a report") << 0 << 500;
  QTest::newRow("connected just before a report") << 950 << 500;
  QTest::newRow("connected in between") << 400 << 500;
  QTest::newRow("the status beside a report is nearly a second old") << 960 << 950;
  QTest::newRow("the status beside a report is new") << 300 << 20;
}

void TstAppModels::ratesAreRightFromTheFirstReport() {
  QFETCH(int, connected);
  QFETCH(int, clock);
  constexpr quint64 kPerSecond = 1'000;
  const auto reported = [](int report) {  // the counters of that report
    return proxy("p", 1, kPerSecond * static_cast<quint64>(100 + report), 0);
  };
  FlowMeter meter;
  meter.add(100'000 + connected, {reported(0)});
  QCOMPARE(rateOf(meter, "control"), 0.0);  // nothing is known yet
  for (int report = 1; report < 20; ++report) {
    meter.add(100'000 + 1'000 * report, {reported(report)});
    QCOMPARE(rateOf(meter, "control"), double{kPerSecond});
    meter.add(100'000 + 1'000 * report + clock, {reported(report)});
    QCOMPARE(rateOf(meter, "control"), double{kPerSecond});
    QCOMPARE(meter.useCase(QStringLiteral("u")).itemsPerSecond, double{kPerSecond});
  }
}

void TstAppModels::ratesFallToNothingWhenTrafficStops() {
  FlowMeter meter;
  for (int second = 1; second <= 10; ++second)
    meter.add(second * 1'000, {proxy("p", 1, static_cast<quint64>(second) * 100, 0)});
  QCOMPARE(rateOf(meter, "control"), 100.0);
  double last = 100;
  for (int second = 11; second <= 20; ++second) {
    meter.add(second * 1'000, {proxy("p", 1, 1'000, 0)});
    QVERIFY(rateOf(meter, "control") <= last);
    last = rateOf(meter, "control");
  }
  QCOMPARE(last, 0.0);
  meter.add(21'000, {});  // the proxy is gone
  QCOMPARE(rateOf(meter, "control"), 0.0);
}

void TstAppModels::splitsStayWhole_data() {
  using Parts = std::vector<int>;
  QTest::addColumn<Parts>("before");
  QTest::addColumn<int>("arm");
  QTest::addColumn<int>("value");
  QTest::addColumn<Parts>("after");
  QTest::newRow("two arms") << Parts{5000, 5000} << 0 << 7000 << Parts{7000, 3000};
  QTest::newRow("others keep their proportion") << Parts{5000, 4000, 1000} << 0 << 0 << Parts{0, 8000, 2000};
  QTest::newRow("others had nothing") << Parts{10000, 0, 0} << 0 << 4000 << Parts{4000, 3000, 3000};
  QTest::newRow("over the top") << Parts{5000, 5000} << 1 << 12000 << Parts{0, 10000};
  QTest::newRow("below zero") << Parts{5000, 5000} << 1 << -5 << Parts{10000, 0};
  QTest::newRow("a single arm has all") << Parts{10000} << 0 << 4000 << Parts{10000};
}

void TstAppModels::splitsStayWhole() {
  QFETCH(std::vector<int>, before);
  QFETCH(int, arm);
  QFETCH(int, value);
  QFETCH(std::vector<int>, after);
  QCOMPARE(rebalance(before, static_cast<std::size_t>(arm), value), after);
}

void TstAppModels::randomEditsKeepTheSplitWhole() {
  QRandomGenerator random(7);
  for (int round = 0; round < 500; ++round) {
    const int arms = random.bounded(1, 7);
    std::vector<double> weights;
    for (int i = 0; i < arms; ++i) weights.push_back(random.generateDouble());
    std::vector<int> parts = toBasisPoints(weights);
    for (int edit = 0; edit < 5; ++edit) {
      parts = rebalance(parts, static_cast<std::size_t>(random.bounded(arms)),
                        random.bounded(-100, kWhole + 100));
      QCOMPARE(std::accumulate(parts.begin(), parts.end(), 0), kWhole);
      for (const int part : parts) QVERIFY(part >= 0);
    }
  }
}

void TstAppModels::logKeepsTheNewestLines() {
  LogBuffer log(100);
  QAbstractItemModelTester tester(&log, QAbstractItemModelTester::FailureReportingMode::QtTest);
  for (int batch = 0; batch < 30; ++batch) {
    std::vector<rpc::LogLine> lines;
    for (int i = 0; i < 17; ++i) lines.push_back({{}, QString::number(batch * 17 + i)});
    log.append(lines);
  }
  QCOMPARE(log.rowCount(), 100);
  QCOMPARE(log.index(99, 0).data().toString(), QStringLiteral("509"));
  QCOMPARE(log.dropped(), qint64{410});
  log.append(std::vector<rpc::LogLine>(250, rpc::LogLine{{}, QStringLiteral("many")}));
  QCOMPARE(log.rowCount(), 100);
  const QString record = QStringLiteral(
      R"({"time":"2026-11-21T22:21:09.692157Z","level":"error","program":"w","room":"worker","message":"no store"})");
  log.append({rpc::LogLine{{}, record}, rpc::LogLine{{}, QStringLiteral("{not a record")}});
  QCOMPARE(log.index(98, 0).data().toString(), QStringLiteral("22:21:09.692 error worker: no store"));
  QCOMPARE(log.index(99, 0).data().toString(), QStringLiteral("{not a record"));
}

void TstAppModels::countsHaveThreeDigits_data() {
  QTest::addColumn<double>("value");
  QTest::addColumn<QString>("text");
  QTest::newRow("nothing") << 0.0 << "0";
  QTest::newRow("small") << 7.25 << "7.3";
  QTest::newRow("whole") << 42.0 << "42";
  QTest::newRow("hundreds") << 123.4 << "123";
  QTest::newRow("thousands are exact") << 5620.0 << "5,620";
  QTest::newRow("ten thousands") << 12'345.0 << "12.3k";
  QTest::newRow("millions") << 4'560'000.0 << "4.56M";
}

void TstAppModels::countsHaveThreeDigits() {
  QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
  QFETCH(double, value);
  QFETCH(QString, text);
  QCOMPARE(countText(value), text);
}

void TstAppModels::endpointsKeepTheirColour() {
  World world;
  rpc::WorldUpdate update;
  update.complete = true;
  rpc::Deployment b;
  b.spec.endpoint = QStringLiteral("b");
  update.deployments = QList<rpc::Deployment>{b};
  world.apply(update);
  const int before = world.seriesOf(QStringLiteral("b"));
  rpc::Deployment a;
  a.spec.endpoint = QStringLiteral("a");
  update.deployments = QList<rpc::Deployment>{a, b};
  world.apply(update);
  QCOMPARE(world.seriesOf(QStringLiteral("b")), before);
  QVERIFY(world.seriesOf(QStringLiteral("a")) != before);
}

void TstAppModels::finishedTaskStaysUntilCleared() {
  TaskList tasks;
  QSignalSpy finished(&tasks, &TaskList::finished);
  const int id = tasks.begin(QStringLiteral("Register"), {});
  QCOMPARE(tasks.running(), 1);
  tasks.end(id, Task::State::Failed, QStringLiteral("no"));
  tasks.end(id, Task::State::Done, QStringLiteral("late answer"));
  QCOMPARE(finished.count(), 1);
  QCOMPARE(tasks.tasks().front().result, QStringLiteral("no"));
  tasks.clearFinished();
  QVERIFY(tasks.tasks().empty());
}

void TstAppModels::deploymentStateInOneWord_data() {
  QTest::addColumn<int>("ready");
  QTest::addColumn<QString>("target");
  QTest::addColumn<bool>("failed");
  QTest::addColumn<int>("tone");
  QTest::newRow("all replicas ready") << 2 << "1" << false << int(Tone::Ok);
  QTest::newRow("one of two ready") << 1 << "1" << false << int(Tone::Warning);
  QTest::newRow("none ready") << 0 << "1" << false << int(Tone::Danger);
  QTest::newRow("another version on its way") << 2 << "2" << false << int(Tone::Info);
  QTest::newRow("rollout failed") << 2 << "2" << true << int(Tone::Danger);
}

void TstAppModels::deploymentStateInOneWord() {
  QFETCH(int, ready);
  QFETCH(QString, target);
  QFETCH(bool, failed);
  QFETCH(int, tone);
  rpc::Deployment d;
  d.spec.replicas = 2;
  d.servingVersion = QStringLiteral("1");
  d.targetVersion = target;
  for (int i = 0; i < ready; ++i) {
    rpc::Replica r;
    r.phase = QStringLiteral("ready");
    d.replicas.append(r);
  }
  if (failed) d.rollout.append({QStringLiteral("load"), QStringLiteral("failed"), 0, 0, {}});
  QCOMPARE(int(stateOf(d).tone), tone);
}

}  // namespace aerie::models

QTEST_GUILESS_MAIN(aerie::models::TstAppModels)
#include "tst_app_models.moc"
