#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "app/presenters/experiments_presenter.h"
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

}  // namespace

class TstExperimentsPresenter final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void createdExperimentIsChosen();
  void draftProblemsAreNamed_data();
  void draftProblemsAreNamed();
  void freeShareLeavesOutStoppedExperiments();
  void startAndStopNameWhatHappensToTraffic();
  void rampIsStaged();
  void resultsAreAskedForWhileActive();
  void sampleRatioIsJudged_data();
  void sampleRatioIsJudged();
  void failedResultsKeepWhatIsKnown();
};

void TstExperimentsPresenter::createdExperimentIsChosen() {
  Bench b;
  StagedChanges staged(b.control, b.control, b.world);
  ExperimentsPresenter presenter(b.control, staged, b.world);
  QAbstractItemModelTester tester(presenter.table());
  QCOMPARE(presenter.selected(), kExperiment);
  QSignalSpy created(&presenter, &ExperimentsPresenter::created);
  rpc::ExperimentDraft draft;
  draft.name = QStringLiteral("v2_vs_v3");
  draft.arms = {{QStringLiteral("control"), 0.5}, {QStringLiteral("treatment"), 0.5}};
  QVERIFY(presenter.problemsOf(draft).isEmpty());
  presenter.create(draft);
  QVERIFY(presenter.busy());
  QTRY_COMPARE(created.count(), 1);
  b.sync();
  QCOMPARE(presenter.selected(), draft.name);
  QCOMPARE(presenter.table()->rowCount(), 2);
  presenter.start();
  QTRY_VERIFY(!presenter.busy());
  b.sync();
  QCOMPARE(presenter.experiment()->state, QStringLiteral("running"));
  QVERIFY(!presenter.whyNotStart().isEmpty());
}

void TstExperimentsPresenter::draftProblemsAreNamed_data() {
  QTest::addColumn<QString>("name");
  QTest::addColumn<QString>("layer");
  QTest::addColumn<double>("share");
  QTest::addColumn<double>("second");
  QTest::addColumn<QString>("field");
  QTest::newRow("fine") << "fresh"
                        << "" << 1.0 << 0.5 << "";
  QTest::newRow("no name") << ""
                           << "" << 1.0 << 0.5 << "name";
  QTest::newRow("bad name") << "a b"
                            << "" << 1.0 << 0.5 << "name";
  QTest::newRow("taken") << kExperiment << "" << 1.0 << 0.5 << "name";
  QTest::newRow("layer is full") << "fresh"
                                 << "arrival_delay" << 0.5 << 0.5 << "share";
  QTest::newRow("no share") << "fresh"
                            << "" << 0.0 << 0.5 << "share";
  QTest::newRow("weights do not add up") << "fresh"
                                         << "" << 1.0 << 0.4 << "arms";
}

void TstExperimentsPresenter::draftProblemsAreNamed() {
  QFETCH(QString, name);
  QFETCH(QString, layer);
  QFETCH(double, share);
  QFETCH(double, second);
  QFETCH(QString, field);
  Bench b;
  StagedChanges staged(b.control, b.control, b.world);
  ExperimentsPresenter presenter(b.control, staged, b.world);
  rpc::ExperimentDraft draft;
  draft.name = name;
  draft.layer = layer;
  draft.layerShare = share;
  draft.arms = {{QStringLiteral("control"), 0.5}, {QStringLiteral("treatment"), second}};
  const QMap<QString, QString> problems = presenter.problemsOf(draft);
  QCOMPARE(problems.keys(), field.isEmpty() ? QStringList() : QStringList{field});
}

void TstExperimentsPresenter::freeShareLeavesOutStoppedExperiments() {
  Bench b;
  b.experiment().layerRanges = {{0, 4'000}};
  b.sync();
  StagedChanges staged(b.control, b.control, b.world);
  ExperimentsPresenter presenter(b.control, staged, b.world);
  QCOMPARE(presenter.freeShare(QStringLiteral("arrival_delay")), 0.6);
  QCOMPARE(presenter.freeShare(QStringLiteral("another")), 1.0);
  b.experiment().state = QStringLiteral("stopped");
  b.sync();
  QCOMPARE(presenter.freeShare(QStringLiteral("arrival_delay")), 1.0);
}

void TstExperimentsPresenter::startAndStopNameWhatHappensToTraffic() {
  Bench b;
  StagedChanges staged(b.control, b.control, b.world);
  ExperimentsPresenter presenter(b.control, staged, b.world);
  QVERIFY(presenter.stopEffect().contains(QLatin1String("arrival_delay_v1")));
  QVERIFY(presenter.stopEffect().contains(QLatin1String("does not start again")));
  QSignalSpy failed(&presenter, &ExperimentsPresenter::failed);
  b.control.failNext = permissionDenied("viewer");
  presenter.stop();
  QTRY_COMPARE(failed.count(), 1);
  presenter.stop();
  QTRY_COMPARE(b.experiment().state, QStringLiteral("stopped"));
  QTRY_VERIFY(!presenter.busy());
  b.sync();
  QVERIFY(!presenter.whyNotStop().isEmpty());
  QVERIFY(!presenter.whyNotStart().isEmpty());
  QVERIFY(!presenter.whyNotEdit().isEmpty());
}

void TstExperimentsPresenter::rampIsStaged() {
  Bench b;
  b.experiment().coverage = 0.05;
  testing::allocate(b.experiment());
  b.sync();
  StagedChanges staged(b.control, b.control, b.world);
  ExperimentsPresenter presenter(b.control, staged, b.world);
  QCOMPARE(presenter.nextStep(), 2'000);
  presenter.stageCoverage(presenter.nextStep());
  QCOMPARE(presenter.preview().affected(), 0U);  // who is in stays where he is
  QCOMPARE(presenter.preview().joined, 1'500U);
  QCOMPARE(presenter.nextStep(), 5'000);
  QVERIFY(b.control.calls.isEmpty());
  QCOMPARE(staged.count(), 1);
}

void TstExperimentsPresenter::resultsAreAskedForWhileActive() {
  Bench b;
  StagedChanges staged(b.control, b.control, b.world);
  ExperimentsPresenter presenter(b.control, staged, b.world);
  QVERIFY(!presenter.results());
  QVERIFY(!presenter.arms().empty());  // what is intended is known without them
  presenter.setActive(true);
  QTRY_VERIFY(presenter.results().has_value());
  const std::vector<ArmOutcome> arms = presenter.arms();
  QCOMPARE(arms.size(), std::size_t{2});
  QVERIFY(arms[0].actual.has_value());
  QVERIFY(!arms[0].difference);
  QVERIFY(arms[1].difference.has_value());
  presenter.setActive(false);
}

void TstExperimentsPresenter::sampleRatioIsJudged_data() {
  QTest::addColumn<double>("p");
  QTest::addColumn<int>("items");
  QTest::addColumn<int>("tone");
  QTest::newRow("as intended") << 0.4 << 1000 << int(models::Tone::Ok);
  QTest::newRow("suspect") << 0.005 << 1000 << int(models::Tone::Warning);
  QTest::newRow("broken") << 0.0001 << 1000 << int(models::Tone::Danger);
  QTest::newRow("too few") << 1.0 << 0 << int(models::Tone::Muted);
}

void TstExperimentsPresenter::sampleRatioIsJudged() {
  QFETCH(double, p);
  QFETCH(int, items);
  QFETCH(int, tone);
  Bench b;
  b.control.experimentResults[kExperiment].ratioPValue = p;
  b.control.experimentResults[kExperiment].ratioKeys = static_cast<quint64>(items);
  StagedChanges staged(b.control, b.control, b.world);
  ExperimentsPresenter presenter(b.control, staged, b.world);
  presenter.setActive(true);
  QTRY_VERIFY(presenter.results().has_value());
  QCOMPARE(int(presenter.ratioTone()), tone);
  QCOMPARE(presenter.ratioNumbers().isEmpty(), items == 0);
}

void TstExperimentsPresenter::failedResultsKeepWhatIsKnown() {
  Bench b;
  StagedChanges staged(b.control, b.control, b.world);
  ExperimentsPresenter presenter(b.control, staged, b.world);
  presenter.setActive(true);
  QTRY_VERIFY(presenter.results().has_value());
  b.control.experimentResults.clear();
  presenter.setActive(false);
  presenter.setActive(true);
  QTRY_VERIFY(!presenter.resultsProblem().isEmpty());
  QVERIFY(presenter.results().has_value());
}

}  // namespace aerie::presenters

QTEST_GUILESS_MAIN(aerie::presenters::TstExperimentsPresenter)
#include "tst_experiments_presenter.moc"
