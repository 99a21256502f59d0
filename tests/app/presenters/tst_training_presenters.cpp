#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

#include "app/models/training_words.h"
#include "core/base/status.h"
#include "tests/app/presenters/training_bench.h"

namespace aerie {

using presenters::TrainingPresenter;
using presenters::TrainingRoom;
using rpc::JobState;
using rpc::TaskState;
using Situation = TrainingPresenter::Situation;
using testing::FakeTraining;
using testing::With;
using Bench = testing::TrainingBench;

// The Training page without widgets, over a daemon in memory.
class TstTrainingPresenters final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase();
  // ---- situation
  void withoutADaemonNothingIsAsked();
  void aDaemonThatAppearsIsWatched();
  void emptyLoadingFailedAndLostAreTold();
  void theWatchIsOpenOnlyWhileThePageIsSeen();
  void anotherDaemonForgetsTheJobs();
  // ---- jobs
  void theRunningJobIsChosenFirst();
  void anEventIsShownWithoutAnotherQuestion();
  void headlineNumbersFollowTheJob();
  void simulatedMomentsAreNoTimesOfTheClock();
  void simulatedTimeThatRunsAheadIsTheJobsTime();
  void pendingReasonsAreTold();
  void cancelRetryAndDeleteAreSentAndShown();
  void aRefusedChangeIsTold();
  void whatMakesNoSenseSaysWhy();
  void aPublicationThatFailedIsTriedAgain();
  // ---- tasks
  void theTwoListsMakeRowsAndColumns();
  void tasksOfAnotherJobReplaceThem();
  void aRetryGivesTheLogOfTheNewAttempt();
  void logsAreMadePlain();
  // ---- load
  void loadIsAskedWhileItGoesOnAndOnceAfterwards();
  void theTimelineGrowsByWhatChanged();
  void thousandsOfAttemptsAreLaidOverByAnotherThread();
  void twoRunsAreCompared();
  // ---- submission
};

void TstTrainingPresenters::initTestCase() {
  QStandardPaths::setTestModeEnabled(true);
  QSettings().clear();
}

void TstTrainingPresenters::withoutADaemonNothingIsAsked() {
  Bench b(With::NoDaemon);
  rpc::WorldUpdate update;
  update.status = rpc::SystemStatus();
  b.world.apply(update);
  b.room.setShown(true);
  QCOMPARE(b.situation(), Situation::NoDaemon);
  QCoreApplication::processEvents();
  QCOMPARE(b.fake.watchers(), 0);
}

void TstTrainingPresenters::aDaemonThatAppearsIsWatched() {
  Bench b(With::Demo, [](FakeTraining& fake) { fake.daemonAddress.clear(); });
  rpc::WorldUpdate update;
  update.status = rpc::SystemStatus();
  b.world.apply(update);
  b.room.setShown(true);
  QCOMPARE(b.situation(), Situation::NoDaemon);
  b.fake.daemonAddress = QStringLiteral("127.0.0.1:7720");
  b.world.apply(update);
  QTRY_COMPARE(b.situation(), Situation::Ready);
  QCOMPARE(b.room.training().training().jobs().size(), 3);
}

void TstTrainingPresenters::emptyLoadingFailedAndLostAreTold() {
  Bench b(With::Silence);
  b.room.setShown(true);
  QCOMPARE(b.situation(), Situation::Loading);
  QTRY_COMPARE(b.situation(), Situation::Failed);
  QVERIFY(b.room.training().problem().contains(QLatin1String("does not answer")));
  b.fake.reachable = true;
  b.room.training().retryNow();
  QTRY_COMPARE(b.situation(), Situation::Empty);
  b.fake.play(QStringLiteral("zones"), {}, b.fake.nowMs);
  b.fake.advance(0);
  QTRY_COMPARE(b.situation(), Situation::Ready);
  b.fake.dropWatches(unavailable("connection reset"));
  QTRY_COMPARE(b.situation(), Situation::Lost);
  QCOMPARE(b.room.training().training().jobs().size(), 1);  // what was seen stays
  b.room.training().retryNow();
  QTRY_COMPARE(b.situation(), Situation::Ready);
}

void TstTrainingPresenters::theWatchIsOpenOnlyWhileThePageIsSeen() {
  Bench b;
  QTRY_VERIFY(b.room.training().training().complete());  // once, for the palette
  QTRY_COMPARE(b.fake.watchers(), 0);
  b.room.setShown(true);
  QTRY_COMPARE(b.fake.watchers(), 2);  // all jobs, and the chosen one's tasks
  b.room.setView(TrainingRoom::View::Timeline);
  QTRY_VERIFY(b.room.load().timelineLoaded());
  b.room.setShown(false);
  QCOMPARE(b.fake.watchers(), 0);
  const int asked = b.fake.questions;
  b.fake.advance(5'000);
  QTest::qWait(30);  // NOLINT: nothing may happen
  QCOMPARE(b.fake.questions, asked);
}

void TstTrainingPresenters::anotherDaemonForgetsTheJobs() {
  Bench b;
  b.room.setShown(true);
  QTRY_COMPARE(b.situation(), Situation::Ready);
  b.fake.daemonAddress = QStringLiteral("127.0.0.1:9");
  b.fake.reachable = false;
  rpc::WorldUpdate update;
  update.status = rpc::SystemStatus();
  b.world.apply(update);
  QVERIFY(b.room.training().training().jobs().isEmpty());
  QVERIFY(b.room.training().jobId().isEmpty());
  QTRY_COMPARE(b.situation(), Situation::Failed);
}

void TstTrainingPresenters::theRunningJobIsChosenFirst() {
  Bench b;
  b.room.setShown(true);
  QTRY_VERIFY(b.job());
  QCOMPARE(b.job()->state, JobState::Running);
  b.room.training().selectJob(QStringLiteral("job-01"));
  b.fake.play(QStringLiteral("zones"), {}, b.fake.nowMs);
  b.fake.advance(1'000);
  QTRY_COMPARE(b.room.training().training().jobs().size(), 4);
  QCOMPARE(b.job()->id, QStringLiteral("job-01"));  // what somebody looks at does not change by itself
}

void TstTrainingPresenters::anEventIsShownWithoutAnotherQuestion() {
  Bench b;
  b.room.setShown(true);
  QTRY_VERIFY(b.room.job().tasksComplete());
  const quint32 before = b.job()->tasks.succeeded;
  b.fake.advance(30'000);
  QCoreApplication::processEvents();  // one turn of the loop: no timer, no poll
  QVERIFY(b.job()->tasks.succeeded > before);
  const auto& tasks = b.room.job().tasks()->tasks();
  const auto done = std::count_if(tasks.begin(), tasks.end(),
                                  [](const rpc::TrainingTask& t) { return t.state == TaskState::Succeeded; });
  QCOMPARE(static_cast<quint32>(done), b.job()->tasks.succeeded);
}

void TstTrainingPresenters::headlineNumbersFollowTheJob() {
  Bench b;
  rpc::WorldUpdate update;
  update.status = rpc::SystemStatus();
  update.status->nowMs = b.fake.nowMs;
  b.world.apply(update);
  b.room.setShown(true);
  QTRY_VERIFY(b.room.job().tasksComplete() && b.room.load().loaded());
  QVERIFY(b.room.job().done().value.startsWith(QLocale().toString(b.job()->tasks.succeeded)));
  QVERIFY(b.room.job().throughput().value != QLatin1String("-"));
  QVERIFY(b.room.job().remaining().label.isEmpty() && !b.room.job().remaining().note.isEmpty());
  QVERIFY(b.room.cpuUsed().value.endsWith(QLatin1String(" %")));
  QVERIFY(b.room.slotsUsed().value.contains(QLatin1String("/ 160")));
  QVERIFY(b.room.job().cost().note.startsWith(QLatin1String("of ")));
  // To its end.
  for (int i = 0; i < 200 && !rpc::isOver(b.fake.job(b.job()->id)->state); ++i) b.fake.advance(60'000);
  QTRY_VERIFY(rpc::isOver(b.job()->state));
  QVERIFY(b.room.job().remaining().label == QLatin1String("Took"));
}

void TstTrainingPresenters::simulatedMomentsAreNoTimesOfTheClock() {
  Bench b(With::Nothing, [](FakeTraining& fake) { fake.play(QStringLiteral("zones"), {}, fake.nowMs); });
  rpc::WorldUpdate update;
  update.status = rpc::SystemStatus();
  update.status->nowMs = b.fake.nowMs;
  b.world.apply(update);
  b.room.setShown(true);
  QTRY_VERIFY(b.room.job().tasksComplete());
  for (int i = 0; i < 200 && b.job()->tasks.succeeded == 0; ++i) {
    b.fake.advance(1'000);
    QCoreApplication::processEvents();
  }
  QVERIFY(b.room.job().remaining().note.startsWith(QLatin1Char('+')));
  QVERIFY(b.room.load().target().scale.isVirtual());
  for (int i = 0; i < 200 && !rpc::isOver(b.fake.job(b.job()->id)->state); ++i) b.fake.advance(60'000);
  QTRY_VERIFY(rpc::isOver(b.job()->state));
  QCOMPARE(b.room.job().remaining().note, QStringLiteral("simulated"));
  QVERIFY(b.room.job()
              .factsOf(b.room.job().tasks()->tasks().front())
              .join(QLatin1Char('\n'))
              .contains(QLatin1String("started +")));
}

void TstTrainingPresenters::simulatedTimeThatRunsAheadIsTheJobsTime() {
  QString id;
  Bench b(With::Nothing, [&](FakeTraining& fake) {
    FakeTraining::Play play;
    play.meanSeconds = 60;
    play.tasks = 100;
    fake.nowMs = QDateTime::currentMSecsSinceEpoch();
    id = fake.play(QStringLiteral("zones"), play, fake.nowMs);
  });
  b.room.setShown(true);
  QTRY_VERIFY(b.room.job().tasksComplete());
  b.fake.advance(10 * 60'000);  // ten minutes in no time
  QCoreApplication::processEvents();
  qint64 newest = 0;
  for (const rpc::TrainingTask& t : b.fake.tasksOf(id)) newest = std::max({newest, t.startedMs, t.endedMs});
  QVERIFY(b.room.job().jobNowMs() >= newest);
}

void TstTrainingPresenters::pendingReasonsAreTold() {
  Bench b;
  b.room.setShown(true);
  QTRY_VERIFY(b.job());
  QCOMPARE(b.room.job().pending().size(), 1);
  QVERIFY(b.room.job().pending().front().contains(QLatin1String("no CPU is free")));
}

void TstTrainingPresenters::cancelRetryAndDeleteAreSentAndShown() {
  Bench b;
  b.room.setShown(true);
  QTRY_VERIFY(b.room.job().tasksComplete());
  QSignalSpy good(&b.room.training(), &TrainingPresenter::succeeded);
  const QString id = b.job()->id;
  b.room.training().cancel(id, {});
  QTRY_COMPARE(b.job()->state, JobState::Cancelled);
  QVERIFY(b.fake.calls.contains(QLatin1String("cancel ") + id));
  QTRY_COMPARE(good.size(), 1);
  QVERIFY(b.room.training().whyNotRetry().isEmpty());
  b.room.training().retry(id, {});
  QTRY_COMPARE(b.job()->state, JobState::Running);
  QTRY_COMPARE(good.size(), 2);
  const QString cluster = b.job()->cluster;
  b.room.training().selectCluster(cluster);
  QCOMPARE(b.room.training().jobsOf(cluster).size(), 1);
  b.room.training().deleteCluster(cluster, true);
  QTRY_COMPARE(b.room.training().cluster()->state, rpc::ClusterState::Gone);
  QCOMPARE(b.tasks.running(), 0);
}

void TstTrainingPresenters::aRefusedChangeIsTold() {
  Bench b;
  b.room.setShown(true);
  QTRY_VERIFY(b.job());
  QSignalSpy bad(&b.room.training(), &TrainingPresenter::failed);
  b.fake.failNext = failedPrecondition("the job is being published");
  b.room.training().cancel(b.job()->id, {});
  QTRY_COMPARE(bad.size(), 1);
  QVERIFY(bad[0][1].toString().contains(QLatin1String("being published")));
}

void TstTrainingPresenters::whatMakesNoSenseSaysWhy() {
  Bench b;
  QVERIFY(!b.room.training().whyNotCancel().isEmpty());
  QVERIFY(!b.room.training().whyNotDelete().isEmpty());
  b.room.setShown(true);
  QTRY_VERIFY(b.job());
  b.room.training().selectJob(QStringLiteral("job-01"));
  QCOMPARE(b.job()->state, JobState::Done);
  QVERIFY(!b.room.training().whyNotCancel().isEmpty());
  QVERIFY(!b.room.training().whyNotRetry().isEmpty());
  b.room.training().selectJob(QStringLiteral("job-02"));
  QCOMPARE(b.job()->state, JobState::Failed);
  QVERIFY(b.room.training().whyNotRetry().isEmpty());
}

void TstTrainingPresenters::aPublicationThatFailedIsTriedAgain() {
  const QString id = QStringLiteral("job-01");
  Bench b(With::Demo, [&](FakeTraining& fake) {
    fake.job(id)->state = JobState::Failed;
    fake.job(id)->publication = {QStringLiteral("zones"), QStringLiteral("candidate"), {}, {}};
  });
  b.room.setShown(true);
  QTRY_VERIFY(b.job());
  b.room.training().selectJob(id);
  QCOMPARE(b.job()->tasks.failed + b.job()->tasks.cancelled, quint32(0));
  QVERIFY(b.room.training().whyNotRetry().isEmpty());
  QSignalSpy good(&b.room.training(), &TrainingPresenter::succeeded);
  b.room.training().retry(id, {});
  QTRY_COMPARE(good.size(), 1);
  QVERIFY(b.fake.calls.contains(QLatin1String("retry ") + id));
  QVERIFY2(good[0][0].toString().contains(QLatin1String("published again")),
           qPrintable(good[0][0].toString()));
}

void TstTrainingPresenters::theTwoListsMakeRowsAndColumns() {
  Bench b;
  b.room.setShown(true);
  QTRY_COMPARE(b.room.job().cells().size(), 1'380);
  QCOMPARE(b.room.job().rowDimension(), QStringLiteral("origin"));
  QCOMPARE(b.room.job().columnDimension(), QStringLiteral("month"));
  QCOMPARE(b.room.job().cells().front().row, QStringLiteral("ATL"));
  b.fake.advance(20'000);
  QCoreApplication::processEvents();
  for (const rpc::TrainingTask& t : b.room.job().tasks()->tasks())
    QCOMPARE(b.room.job().cells()[t.number].state, models::cellStateOf(t));
}

void TstTrainingPresenters::tasksOfAnotherJobReplaceThem() {
  Bench b;
  b.room.setShown(true);
  QTRY_COMPARE(b.room.job().cells().size(), 1'380);
  b.room.job().selectTask(QStringLiteral("ATL.1"));
  b.room.training().selectJob(QStringLiteral("job-02"));
  QCOMPARE(b.room.job().cells().size(), 0);
  QVERIFY(b.room.job().taskId().isEmpty());
  QTRY_COMPARE(b.room.job().tasks()->rowCount(), 24);
  QVERIFY(b.room.job().rowDimension().isEmpty());
  QVERIFY(!b.room.job().failedTasks().isEmpty());
  b.room.training().selectCluster(QStringLiteral("taxi_out_time-job-02"));
  QCOMPARE(b.room.job().tasks()->rowCount(), 0);
}

void TstTrainingPresenters::aRetryGivesTheLogOfTheNewAttempt() {
  Bench b;
  b.room.setShown(true);
  b.room.setView(TrainingRoom::View::Tasks);
  QTRY_VERIFY(b.job());
  b.room.training().selectJob(QStringLiteral("job-02"));
  QTRY_VERIFY(b.room.job().tasksComplete());
  const QString failed = b.room.job().failedTasks().front();
  b.room.job().selectTask(failed);
  QTRY_VERIFY(b.room.job().lines()->allText().contains(QLatin1String("only one class")));
  QTRY_COMPARE(b.room.job().logState(), QStringLiteral("The log has ended."));
  const auto logs = b.fake.calls.filter(QStringLiteral("log ")).size();
  b.room.training().retry(QStringLiteral("job-02"), {failed});
  QTRY_COMPARE(b.fake.calls.filter(QStringLiteral("log ")).size(), logs + 1);
  b.room.job().showJobLog(true);
  QTRY_VERIFY(b.room.job().lines()->allText().contains(QLatin1String("environment is ready")));
  b.room.setView(TrainingRoom::View::Load);
  QCOMPARE(b.room.job().lines()->rowCount(), 0);  // not seen, not followed
}

void TstTrainingPresenters::logsAreMadePlain() {
  Bench b;
  b.fake.logText = "plain\n\x1b[31mred\x1b[0m text\rover\nbell\x07 here\nfollows\ttab\nhalf a line";
  b.room.setShown(true);
  b.room.setView(TrainingRoom::View::Tasks);
  QTRY_COMPARE(b.room.job().lines()->rowCount(), 5);
  const auto line = [&](int row) { return b.room.job().lines()->index(row).data().toString().trimmed(); };
  QCOMPARE(line(0), QStringLiteral("plain"));
  QCOMPARE(line(1), QStringLiteral("over"));
  QVERIFY(!line(2).contains(QChar(0x07)));
  QCOMPARE(line(4), QStringLiteral("half a line"));
}

void TstTrainingPresenters::loadIsAskedWhileItGoesOnAndOnceAfterwards() {
  Bench b;
  b.room.setShown(true);
  QTRY_VERIFY(b.room.load().loaded());
  QCOMPARE(b.room.load().hosts().size(), 10);
  QVERIFY(b.room.load().load().samples.size() > 100);
  b.room.training().selectJob(QStringLiteral("job-01"));
  QVERIFY(!b.room.load().loaded());
  QTRY_VERIFY(b.room.load().loaded());
  QVERIFY(b.room.load().summary().busyMean > 0.05 && b.room.load().summary().busyMean < 0.2);
  const int asked = b.fake.questions;
  b.room.load().setShown(true, false);
  b.room.load().setShown(true, false);
  QCOMPARE(b.fake.questions, asked);  // it is over: the answer will not change
}

void TstTrainingPresenters::theTimelineGrowsByWhatChanged() {
  Bench b;
  b.room.setShown(true);
  b.room.setView(TrainingRoom::View::Timeline);
  QTRY_VERIFY(b.room.load().timelineLoaded());
  b.fake.advance(30'000);
  b.room.load().setShown(true, true);  // asks at once
  QSignalSpy changes(&b.room.load(), &presenters::TrainingLoadPresenter::timelineChanged);
  QTRY_VERIFY(!changes.isEmpty());
  // The same as everything asked at once.
  QList<models::TimelineBar> bars = b.room.load().bars();
  presenters::TrainingLoadPresenter fresh(b.fake);
  fresh.setTarget(b.room.load().target());
  fresh.setShown(false, true);
  QTRY_VERIFY(fresh.timelineLoaded());
  QCOMPARE(bars.size(), fresh.bars().size());
  const auto order = [](const models::TimelineBar& x, const models::TimelineBar& y) {
    return std::tie(x.task, x.attempt) < std::tie(y.task, y.attempt);
  };
  QList<models::TimelineBar> expected = fresh.bars();
  std::sort(bars.begin(), bars.end(), order);
  std::sort(expected.begin(), expected.end(), order);
  QCOMPARE(bars, expected);
}

void TstTrainingPresenters::thousandsOfAttemptsAreLaidOverByAnotherThread() {
  Bench b;
  testing::FakeTraining::Play play;
  play.tasks = 20'000;
  play.hosts = 20;
  play.cpusPerHost = 16;
  play.meanSeconds = 5;
  const QString id = b.fake.play(QStringLiteral("many"), play, b.fake.nowMs - 150'000);
  presenters::TrainingLoadPresenter grown(b.fake);
  grown.setTarget({b.fake.job(id)->cluster, id, b.fake.nowMs - 150'000, 0});
  grown.setShown(false, true);
  QTRY_VERIFY(grown.timelineLoaded());
  const qsizetype before = grown.bars().size();
  QVERIFY2(before > 5'000, qPrintable(QString::number(before)));
  b.fake.advance(5'000);
  grown.setShown(false, true);  // asks at once for what may have changed
  QTRY_VERIFY(grown.bars().size() > before);
  presenters::TrainingLoadPresenter fresh(b.fake);
  fresh.setTarget(grown.target());
  fresh.setShown(false, true);
  QTRY_VERIFY(fresh.timelineLoaded());
  QCOMPARE(grown.bars().size(), fresh.bars().size());
  const auto order = [](const models::TimelineBar& x, const models::TimelineBar& y) {
    return std::tie(x.task, x.attempt) < std::tie(y.task, y.attempt);
  };
  QList<models::TimelineBar> bars = grown.bars();
  QList<models::TimelineBar> expected = fresh.bars();
  std::sort(bars.begin(), bars.end(), order);
  std::sort(expected.begin(), expected.end(), order);
  QVERIFY(bars == expected);
}

void TstTrainingPresenters::twoRunsAreCompared() {
  Bench b;
  b.room.setShown(true);
  b.room.setView(TrainingRoom::View::Compare);
  QTRY_VERIFY(b.room.compare().afterRun() && b.room.compare().beforeRun());
  QCOMPARE(b.room.compare().before(), QStringLiteral("job-01"));  // of the same application
  QCOMPARE(b.room.compare().choices().size(), 2);
  const auto& before = *b.room.compare().beforeRun();
  QVERIFY(before.makespanMs > 200 * 60'000.0 && before.makespanMs < 300 * 60'000.0);
  QVERIFY(b.room.compare().afterRun()->busyShare > 4 * before.busyShare);
  b.room.compare().setBefore(QStringLiteral("job-02"));
  QTRY_VERIFY(b.room.compare().beforeRun() && b.room.compare().beforeRun()->tasks == 24);
}

}  // namespace aerie

QTEST_MAIN(aerie::TstTrainingPresenters)
#include "tst_training_presenters.moc"
