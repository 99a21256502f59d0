#include <QAbstractItemModelTester>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include "app/models/split.h"
#include "app/presenters/bucket_preview.h"
#include "app/presenters/engine.h"
#include "app/presenters/key_inspector.h"
#include "app/presenters/routing_presenter.h"
#include "core/assignment/reweight.h"
#include "core/base/status.h"
#include "tests/app/fakes/fake_control.h"
#include "tests/app/fakes/fake_traffic.h"

namespace aerie::presenters {
namespace {

// The fake with a world that follows it, as the connection would do it.
struct Bench {
  testing::FakeControl control;
  models::World world;
  Bench() {
    testing::fillDemo(control);
    sync();
  }
  void sync() {
    rpc::WorldUpdate update;
    update.complete = true;
    update.models = control.models;
    update.deployments = control.deployments;
    update.routings = control.routings;
    update.experiments = control.experiments;
    update.status = control.status;
    world.apply(update);
  }
  rpc::Experiment& experiment() { return control.experiments.front(); }
};

const QString kExperiment = QStringLiteral("arrival_delay_v1_vs_v2");
const QString kUseCase = QStringLiteral("arrival_delay");

std::vector<int> randomSplit(QRandomGenerator& random, std::size_t arms) {
  std::vector<double> weights(arms);
  for (double& w : weights) w = random.generateDouble() + 0.001;
  return models::toBasisPoints(weights);
}

}  // namespace

class TstTrafficPresenters final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void stagedSplitChangesNothingUntilItIsApplied();
  void whatEqualsTheRunningStateIsNoChange();
  void routingAndSplitsAreAppliedInOneGo();
  void aRefusalStopsThereAndTheRestStaysStaged();
  void ofSeveralChangesNoneIsMadeWhenOneWouldBeRefused();
  void aConflictKeepsTheChangeAndSaysSo();
  void restagedChangeIsAppliedToTheNewState();
  void editsCanBeUndoneAndRedone();
  void oneGestureIsOneUndoStep();
  void undoAfterApplyingStagesTheWayBack();
  void changesOfStoppedOrVanishedExperimentsDropOut();
  void unchangedWeightsKeepTheirDigits();
  void previewEqualsTheEngineForRandomHistories();
  void bordersAndNumbersAlwaysSumToAHundredPercent();
  void diffNamesEveryChange();
  void refusalsAreFoundAtTheirField_data();
  void refusalsAreFoundAtTheirField();
  void stagedConfigIsCheckedByTheControlPlane();
  void revertStagesAnOlderRevision();
  void inspectorEqualsTheKnownVectors();
  void inspectorSaysWhyNot();
  void inspectorShowsWhatTheStagedChangeMoves();
  void csvIsQuoted();
  void tableOfKeysIsAWellBehavedModel();
};

void TstTrafficPresenters::stagedSplitChangesNothingUntilItIsApplied() {
  Bench b;
  StagedChanges staged(b.control, b.control, b.world);
  QSignalSpy done(&staged, &StagedChanges::succeeded);
  staged.stageSplit(kExperiment, {4000, 6000}, 9000);
  QCOMPARE(staged.count(), 1);
  QVERIFY(b.control.calls.isEmpty());
  const QList<StagedChange> changes = staged.changes();
  QCOMPARE(changes.front().lines.size(), 2);
  QCOMPARE(changes.front().affected.value(), 900U);  // a tenth of the 9,000 that take part
  staged.apply();
  QVERIFY(staged.applying());
  QTRY_COMPARE(done.count(), 1);
  QCOMPARE(b.control.calls,
           QStringList{QStringLiteral("weights arrival_delay_v1_vs_v2 control=0.4 treatment=0.6")});
  QCOMPARE(staged.count(), 0);
  // Until the world tells, the page goes on showing what was applied.
  QCOMPARE(staged.weights(kExperiment), (std::vector<int>{4000, 6000}));
  b.sync();
  QCOMPARE(staged.weights(kExperiment), (std::vector<int>{4000, 6000}));
  QCOMPARE(b.experiment().arms[0].buckets, 3600U);
}

void TstTrafficPresenters::whatEqualsTheRunningStateIsNoChange() {
  Bench b;
  StagedChanges staged(b.control, b.control, b.world);
  staged.stageSplit(kExperiment, {4000, 6000}, 9000);
  staged.stageSplit(kExperiment, {5000, 5000}, 9000);
  QCOMPARE(staged.count(), 0);
  staged.stageSplit(kExperiment, {5000, 5000}, 10'000);
  QCOMPARE(staged.count(), 1);
  staged.discardAll();
  QCOMPARE(staged.count(), 0);
  QVERIFY(b.control.calls.isEmpty());
}

void TstTrafficPresenters::routingAndSplitsAreAppliedInOneGo() {
  Bench b;
  StagedChanges staged(b.control, b.control, b.world);
  QSignalSpy done(&staged, &StagedChanges::succeeded);
  rpc::Routing wanted = b.control.routings.front();
  wanted.onWorkerFailure = QStringLiteral("fail_rows");
  staged.stageRouting(wanted);
  staged.stageSplit(kExperiment, {5000, 5000}, 10'000);
  QCOMPARE(staged.count(), 2);
  staged.apply();
  QTRY_COMPARE(done.count(), 1);
  QCOMPARE(b.control.calls, (QStringList{QStringLiteral("validate arrival_delay"),
                                         QStringLiteral("preview arrival_delay_v1_vs_v2 coverage=1"),
                                         QStringLiteral("apply arrival_delay"),
                                         QStringLiteral("weights arrival_delay_v1_vs_v2 coverage=1")}));
  QCOMPARE(b.control.routings.front().revision, quint64{15});
  QCOMPARE(b.control.routings.front().onWorkerFailure, QStringLiteral("fail_rows"));
}

void TstTrafficPresenters::aRefusalStopsThereAndTheRestStaysStaged() {
  Bench b;
  StagedChanges staged(b.control, b.control, b.world);
  QSignalSpy failed(&staged, &StagedChanges::failed);
  rpc::Routing wanted = b.control.routings.front();
  wanted.defaultEndpoint = QStringLiteral("nowhere");
  staged.stageRouting(wanted);
  staged.stageSplit(kExperiment, {4000, 6000}, 9000);
  staged.apply();
  QTRY_COMPARE(failed.count(), 1);
  QVERIFY(failed.front().at(1).toString().contains(QLatin1String("nowhere")));
  QCOMPARE(staged.count(), 2);
  QVERIFY(b.control.calls.filter(QStringLiteral("weights")).isEmpty());
  QCOMPARE(b.control.routings.front().revision, quint64{14});
}

void TstTrafficPresenters::ofSeveralChangesNoneIsMadeWhenOneWouldBeRefused() {
  Bench b;
  StagedChanges staged(b.control, b.control, b.world);
  QSignalSpy failed(&staged, &StagedChanges::failed);
  rpc::Routing wanted = b.control.routings.front();
  wanted.onWorkerFailure = QStringLiteral("fail_rows");
  staged.stageRouting(wanted);
  staged.stageSplit(kExperiment, {4000, 6000}, 9000);
  b.experiment().revision = 8;  // somebody else; routings are sent first, and this one is good
  staged.apply();
  QTRY_COMPARE(failed.count(), 1);
  QVERIFY(failed.front().at(1).toString().startsWith(QLatin1String("Nothing was applied.")));
  QCOMPARE(b.control.routings.front().revision, quint64{14});
  QCOMPARE(staged.count(), 2);
  QVERIFY(!staged.applying());
}

void TstTrafficPresenters::aConflictKeepsTheChangeAndSaysSo() {
  Bench b;
  StagedChanges staged(b.control, b.control, b.world);
  QSignalSpy failed(&staged, &StagedChanges::failed);
  staged.stageSplit(kExperiment, {4000, 6000}, 9000);
  b.experiment().revision = 8;  // somebody else
  staged.apply();
  QTRY_COMPARE(failed.count(), 1);
  QVERIFY(failed.front().at(1).toString().contains(QLatin1String("Somebody")));
  QCOMPARE(staged.count(), 1);
  b.sync();
  QVERIFY(staged.splitOutdated(kExperiment));
  QVERIFY(staged.outdated());
  QCOMPARE(b.experiment().arms[0].weight, 0.5);
}

void TstTrafficPresenters::restagedChangeIsAppliedToTheNewState() {
  Bench b;
  StagedChanges staged(b.control, b.control, b.world);
  QSignalSpy done(&staged, &StagedChanges::succeeded);
  staged.stageSplit(kExperiment, {4000, 6000}, 9000);
  b.experiment().revision = 8;
  b.sync();
  staged.restage();
  QVERIFY(!staged.outdated());
  staged.apply();
  QTRY_COMPARE(done.count(), 1);
  QCOMPARE(b.experiment().arms[0].weight, 0.4);
}

void TstTrafficPresenters::editsCanBeUndoneAndRedone() {
  Bench b;
  StagedChanges staged(b.control, b.control, b.world);
  QVERIFY(!staged.canUndo());
  staged.stageSplit(kExperiment, {4000, 6000}, 9000);
  staged.endGesture();
  staged.stageSplit(kExperiment, {3000, 7000}, 9000);
  staged.endGesture();
  staged.undo();
  QCOMPARE(staged.weights(kExperiment), (std::vector<int>{4000, 6000}));
  staged.undo();
  QCOMPARE(staged.count(), 0);
  QVERIFY(!staged.canUndo());
  staged.redo();
  staged.redo();
  QCOMPARE(staged.weights(kExperiment), (std::vector<int>{3000, 7000}));
  staged.discardAll();
  staged.undo();  // a discarded change comes back, too
  QCOMPARE(staged.weights(kExperiment), (std::vector<int>{3000, 7000}));
}

void TstTrafficPresenters::oneGestureIsOneUndoStep() {
  Bench b;
  StagedChanges staged(b.control, b.control, b.world);
  for (int i = 1; i <= 50; ++i) staged.stageSplit(kExperiment, {5000 - i, 5000 + i}, 9000);
  staged.undo();
  QCOMPARE(staged.count(), 0);
}

void TstTrafficPresenters::undoAfterApplyingStagesTheWayBack() {
  Bench b;
  StagedChanges staged(b.control, b.control, b.world);
  QSignalSpy done(&staged, &StagedChanges::succeeded);
  staged.stageSplit(kExperiment, {4000, 6000}, 9000);
  staged.apply();
  QTRY_COMPARE(done.count(), 1);
  b.sync();
  QVERIFY(staged.undoesApplied());
  staged.undo();
  QCOMPARE(staged.count(), 1);  // staged, not applied: the keys move again, and the map shows which
  QCOMPARE(staged.weights(kExperiment), (std::vector<int>{5000, 5000}));
  staged.apply();
  QTRY_COMPARE(done.count(), 2);
  QCOMPARE(b.experiment().arms[0].weight, 0.5);
}

void TstTrafficPresenters::changesOfStoppedOrVanishedExperimentsDropOut() {
  Bench b;
  StagedChanges staged(b.control, b.control, b.world);
  staged.stageSplit(kExperiment, {4000, 6000}, 9000);
  b.experiment().state = QStringLiteral("stopped");
  b.sync();
  QCOMPARE(staged.count(), 0);
  staged.stageSplit(kExperiment, {4000, 6000}, 9000);
  QCOMPARE(staged.count(), 0);
}

void TstTrafficPresenters::unchangedWeightsKeepTheirDigits() {
  Bench b;
  b.experiment().arms = {{QStringLiteral("a"), 1.0 / 3, 0},
                         {QStringLiteral("b"), 1.0 / 3, 0},
                         {QStringLiteral("c"), 1.0 / 3, 0}};
  testing::allocate(b.experiment());
  b.sync();
  StagedChanges staged(b.control, b.control, b.world);
  QSignalSpy done(&staged, &StagedChanges::succeeded);
  staged.stageSplit(kExperiment, staged.weights(kExperiment), 5000);
  staged.apply();
  QTRY_COMPARE(done.count(), 1);
  QCOMPARE(b.control.calls.last(), QStringLiteral("weights arrival_delay_v1_vs_v2 coverage=0.5"));
  QCOMPARE(b.experiment().arms[0].weight, 1.0 / 3);
}

void TstTrafficPresenters::previewEqualsTheEngineForRandomHistories() {
  QRandomGenerator random(20260521);
  for (int round = 0; round < 40; ++round) {
    rpc::Experiment e;
    e.name = QStringLiteral("random");
    const auto arms = static_cast<std::size_t>(2 + random.bounded(4));
    for (std::size_t i = 0; i < arms; ++i) {
      e.arms.append({QStringLiteral("arm_%1").arg(i), 1.0 / static_cast<double>(arms), 0});
    }
    e.coverage = 0.05 * (1 + random.bounded(20));
    testing::allocate(e);
    for (int step = 0; step < 8; ++step) {
      const std::vector<int> weights = randomSplit(random, arms);
      const int coverage = 1 + random.bounded(10'000);
      const BucketPreview preview = previewOf(e, weights, coverage);
      rpc::WeightsChange change;
      change.experiment = e.name;
      const std::vector<double> exact = weightsOf(e, weights);
      for (std::size_t i = 0; i < arms; ++i)
        change.weights.insert(e.arms[static_cast<qsizetype>(i)].name, exact[i]);
      change.coverage = coverageOf(e, coverage);
      rpc::Experiment engine = e;
      const auto moved = testing::reweight(engine, change);
      QVERIFY2(moved.ok(), toText(moved.status()).c_str());
      QCOMPARE(preview.affected(), *moved);
      std::vector<qint16> owners(assignment::kBuckets, -1);
      for (qsizetype i = 0; i < engine.arms.size(); ++i) {
        for (const rpc::BucketRange& r : engine.arms[i].ranges) {
          for (quint32 bucket = r.start; bucket < r.end; ++bucket) owners[bucket] = static_cast<qint16>(i);
        }
      }
      QVERIFY(preview.after == owners);
      QVERIFY(changed(e, weights, coverage).arms == engine.arms);
      e = engine;
    }
  }
}

void TstTrafficPresenters::bordersAndNumbersAlwaysSumToAHundredPercent() {
  QRandomGenerator random(7);
  for (std::size_t arms = 2; arms <= 6; ++arms) {
    std::vector<int> parts = models::toBasisPoints(std::vector<double>(arms, 1));
    for (int i = 0; i < 2'000; ++i) {
      if (random.bounded(2) == 0) {
        const auto border = static_cast<std::size_t>(random.bounded(static_cast<int>(arms) - 1));
        const std::vector<int> before = parts;
        parts = models::moveBorder(parts, border, random.bounded(-500, 10'500));
        for (std::size_t k = 0; k < arms; ++k) {
          if (k != border && k != border + 1) QCOMPARE(parts[k], before[k]);
        }
      } else {
        parts = models::rebalance(parts, static_cast<std::size_t>(random.bounded(static_cast<int>(arms))),
                                  random.bounded(-500, 10'500));
      }
      QCOMPARE(std::accumulate(parts.begin(), parts.end(), 0), models::kWhole);
      QVERIFY(std::all_of(parts.begin(), parts.end(), [](int p) { return p >= 0; }));
    }
  }
}

void TstTrafficPresenters::diffNamesEveryChange() {
  Bench b;
  const rpc::Routing before = b.control.routings.front();
  QVERIFY(diffOf(before, before).isEmpty());
  rpc::Routing after = before;
  after.defaultEndpoint = QStringLiteral("arrival_delay_v2");
  after.experiments[0].arms[0].endpoint = QStringLiteral("arrival_delay_v3");
  after.shadows.append({QStringLiteral("arrival_delay_v3"), 0.1});
  const QList<DiffLine> lines = diffOf(before, after);
  QCOMPARE(lines.size(), 3);
  QCOMPARE(lines[0].after, QStringLiteral("arrival_delay_v2"));
  QCOMPARE(lines[1].before, QStringLiteral("arrival_delay_v1"));
  QVERIFY(lines[2].before.isEmpty());
  after.experiments.clear();
  QCOMPARE(diffOf(before, after).size(), 5);  // the key and two arms go
}

void TstTrafficPresenters::refusalsAreFoundAtTheirField_data() {
  QTest::addColumn<QString>("message");
  QTest::addColumn<QString>("field");
  QTest::addColumn<QString>("text");
  QTest::newRow("default endpoint")
      << "use case 'x': default_worker_endpoint: worker endpoint 'y' is not known: deploy it first"
      << "default_worker_endpoint"
      << "worker endpoint 'y' is not known: deploy it first";
  QTest::newRow("arm") << "use case 'x': experiments[0].arms[1].worker_endpoint: is not known"
                       << "experiments[0].arms[1].worker_endpoint"
                       << "is not known";
  QTest::newRow("key") << "use case 'x': experiments[2].experiment_traffic_splitting_key: is empty: name it"
                       << "experiments[2].experiment_traffic_splitting_key"
                       << "is empty: name it";
  QTest::newRow("shadow") << "use case 'x': shadows[0].sample: 2 is not in 0..1: give the share"
                          << "shadows[0].sample"
                          << "2 is not in 0..1: give the share";
  QTest::newRow("no field") << "routing of x names worker endpoint y, which is being deleted"
                            << ""
                            << "routing of x names worker endpoint y, which is being deleted";
}

void TstTrafficPresenters::refusalsAreFoundAtTheirField() {
  QFETCH(QString, message);
  QFETCH(QString, field);
  QFETCH(QString, text);
  const auto found = fieldOf(message);
  QCOMPARE(found.first, field);
  QCOMPARE(found.second, text);
}

void TstTrafficPresenters::stagedConfigIsCheckedByTheControlPlane() {
  Bench b;
  RoutingPresenter presenter(b.control, b.control, b.world);
  rpc::Routing wanted = b.control.routings.front();
  wanted.experiments[0].arms[1].endpoint = QStringLiteral("nowhere");
  presenter.staged().stageRouting(wanted);
  QVERIFY(presenter.validating());
  QTRY_VERIFY(!presenter.validating());
  QVERIFY(presenter.problems().contains(QStringLiteral("experiments[0].arms[1].worker_endpoint")));
  QVERIFY(b.control.calls.contains(QStringLiteral("validate arrival_delay")));
  wanted.experiments[0].arms[1].endpoint = QStringLiteral("arrival_delay_v3");
  presenter.staged().stageRouting(wanted);
  QTRY_VERIFY(!presenter.validating());
  QVERIFY(presenter.problems().isEmpty());
  QCOMPARE(b.control.routings.front().revision, quint64{14});
}

void TstTrafficPresenters::revertStagesAnOlderRevision() {
  Bench b;
  RoutingPresenter presenter(b.control, b.control, b.world);
  QAbstractItemModelTester tester(presenter.history());
  QTRY_COMPARE(presenter.history()->rowCount(), 3);
  const auto keyOf = [](int revision) {
    return QStringLiteral("%1").arg(revision, 12, 10, QLatin1Char('0'));
  };
  QVERIFY(!presenter.revertTo(keyOf(14)));
  QVERIFY(presenter.revertTo(keyOf(12)));
  QCOMPARE(presenter.staged().count(), 1);
  QVERIFY(presenter.staged().routing(kUseCase)->experiments.isEmpty());
  QSignalSpy done(&presenter, &RoutingPresenter::succeeded);
  presenter.apply();
  QTRY_COMPARE(done.count(), 1);
  QVERIFY(b.control.routings.front().experiments.isEmpty());
  QCOMPARE(b.control.routings.front().revision, quint64{15});
}

void TstTrafficPresenters::inspectorEqualsTheKnownVectors() {
  QFile file(QStringLiteral(AERIE_TEST_DATA "/assignment_vectors.json"));
  QVERIFY(file.open(QIODevice::ReadOnly));
  const QJsonArray vectors =
      QJsonDocument::fromJson(file.readAll()).object()[QStringLiteral("hash")].toArray();
  int checked = 0;
  for (const QJsonValue& v : vectors) {
    const QJsonArray row = v.toArray();
    if (row[2].toInt() != 2 || row[0].toString().isEmpty()) continue;
    Bench b;
    b.experiment().seed = row[0].toString();
    const KeyInspector inspector(b.control.routings.front(), b.control.experiments);
    QVERIFY2(inspector.problem().isEmpty(), qPrintable(inspector.problem()));
    const models::KeyTrace trace = inspector.trace(1, row[1].toString());
    QCOMPARE(trace.bucket, static_cast<int>(std::lround(row[3].toDouble() * 10'000)));
    QCOMPARE(trace.secondHash.toULongLong() % 10'000, static_cast<qulonglong>(trace.bucket));
    QCOMPARE(trace.hashInput, row[0].toString() + row[1].toString());
    ++checked;
  }
  QVERIFY(checked >= 6);
}

void TstTrafficPresenters::inspectorSaysWhyNot() {
  Bench b;
  b.experiment().state = QStringLiteral("draft");
  const KeyInspector draft(b.control.routings.front(), b.control.experiments);
  const models::KeyTrace trace = draft.trace(1, QStringLiteral("f1"));
  QVERIFY(trace.arm.isEmpty());
  QCOMPARE(trace.endpoint, QStringLiteral("arrival_delay_v1"));
  QVERIFY(trace.reason.contains(QLatin1String("draft")));
  b.experiment().state = QStringLiteral("running");
  const KeyInspector running(b.control.routings.front(), b.control.experiments);
  int without = 0;
  for (int i = 0; i < 200; ++i) {
    const models::KeyTrace t = running.trace(i, QStringLiteral("f%1").arg(i));
    if (!t.arm.isEmpty()) continue;
    ++without;
    QVERIFY2(t.reason.contains(QLatin1String("coverage is 90.0 %")), qPrintable(t.reason));
  }
  QVERIFY(without > 5 && without < 45);  // a tenth of the keys is not covered
}

void TstTrafficPresenters::inspectorShowsWhatTheStagedChangeMoves() {
  Bench b;
  RoutingPresenter presenter(b.control, b.control, b.world);
  QString keys;
  for (int i = 0; i < 400; ++i) keys += QStringLiteral("f%1\n").arg(i);
  presenter.inspect(keys);
  QTRY_COMPARE(presenter.traces()->rowCount(), 400);
  QVERIFY(presenter.traces()->rows().front().endpointAfter.isEmpty());
  presenter.setDraft({2500, 7500});
  QTRY_VERIFY(!presenter.traces()->rows().front().endpointAfter.isEmpty());
  const BucketPreview preview = presenter.preview();
  for (const models::KeyTrace& t : presenter.traces()->rows()) {
    const auto bucket = static_cast<std::size_t>(t.bucket);
    QCOMPARE(t.moves, preview.before[bucket] != preview.after[bucket]);
  }
}

void TstTrafficPresenters::csvIsQuoted() {
  models::KeyTrace t;
  t.key = QStringLiteral("a,\"b\"");
  t.bucket = 7;
  const QString csv = toCsv({t});
  QCOMPARE(csv.count(QLatin1String("\r\n")), 2);
  QVERIFY(csv.contains(QLatin1String("\"a,\"\"b\"\"\",")));
}

void TstTrafficPresenters::tableOfKeysIsAWellBehavedModel() {
  Bench b;
  RoutingPresenter presenter(b.control, b.control, b.world);
  QAbstractItemModelTester tester(presenter.traces());
  for (const int count : {30, 3, 12, 0}) {
    QString keys;
    for (int i = 0; i < count; ++i) keys += QStringLiteral("key %1\n\n").arg(i);
    presenter.inspect(keys);
    QTRY_COMPARE(presenter.traces()->rowCount(), count);
  }
}

}  // namespace aerie::presenters

QTEST_GUILESS_MAIN(aerie::presenters::TstTrafficPresenters)
#include "tst_traffic_presenters.moc"
