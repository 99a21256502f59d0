#include <QDir>
#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <functional>
#include <memory>

#include "app/models/training_words.h"
#include "app/presenters/training_room.h"
#include "core/base/status.h"
#include "tests/app/fakes/fake_training.h"

namespace aerie {

using presenters::SubmissionPresenter;
using presenters::TrainingPresenter;
using presenters::TrainingRoom;
using rpc::JobState;
using rpc::TaskState;
using Situation = TrainingPresenter::Situation;
using testing::FakeTraining;

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
  void twoRunsAreCompared();
  // ---- submission
  void aJobFileIsCheckedPlannedAndSubmitted();
  void aProblemNamesItsLine();
  void filesOfTheJobAreSentWithIt();
  void theWorkingDirectoryIsSentToADaemonElsewhere();
  void aCancelledUploadSubmitsNothing();
  void anUploadThatIsRefusedIsTold();
  void aDirectoryThatCannotTravelIsAProblem();
  void aCopyOfAJobIsEdited();
  void theDaemonsRefusalStandsAtItsLine();

 private:
  // What the daemon has is there before anybody asks.
  enum class With { Nothing, Demo, Silence, NoDaemon };
  struct Bench {
    FakeTraining fake;
    models::World world;
    models::TaskList tasks;
    std::unique_ptr<TrainingRoom> made;
    TrainingRoom& room;
    explicit Bench(With with = With::Demo, const std::function<void(FakeTraining&)>& prepare = {})
        : made((begin(with, prepare), std::make_unique<TrainingRoom>(fake, world, tasks))), room(*made) {}
    Situation situation() { return room.training().situation(); }
    const rpc::TrainingJob* job() { return room.training().job(); }

   private:
    void begin(With with, const std::function<void(FakeTraining&)>& prepare) {
      if (with == With::Demo) testing::fillTrainingDemo(fake, fake.nowMs);
      if (with == With::Silence) fake.reachable = false;
      if (with == With::NoDaemon) fake.daemonAddress.clear();
      if (prepare) prepare(fake);
    }
  };
  // A job that brings a directory of its own, and a daemon on another machine.
  struct FarAway {
    FarAway() {
      bench.fake.daemonAddress = QStringLiteral("gpu.example.org:7720");
      write("job.yaml",
            "application: zones\nenvironment: {working_dir: work, exclude: [\"*.bin\"]}\n"
            "tasks: {each: {zone: [a, b]}, command: [\"true\", \"{zone}\"]}\n");
      QDir(folder.path()).mkdir(QStringLiteral("work"));
      write("work/train.py", "print('hello')\n");
      write("work/data.bin", QByteArray(100'000, 'x'));
    }
    void write(const char* name, const QByteArray& text) {
      QFile file(folder.filePath(QLatin1String(name)));
      if (file.open(QIODevice::WriteOnly)) file.write(text);
    }
    SubmissionPresenter& open() {
      SubmissionPresenter& s = bench.room.submission();
      s.openFile(folder.filePath(QStringLiteral("job.yaml")));
      return s;
    }
    QTemporaryDir folder;
    Bench bench{With::Nothing};
  };
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

void TstTrainingPresenters::aJobFileIsCheckedPlannedAndSubmitted() {
  Bench b(With::Nothing);
  b.room.setShown(true);
  SubmissionPresenter& s = b.room.submission();
  QSignalSpy submitted(&s, &SubmissionPresenter::submitted);
  s.openNew();
  QVERIFY(!s.whyNotSubmit().isEmpty());
  QTRY_VERIFY2(s.whyNotSubmit().isEmpty(), qPrintable(s.whyNotSubmit()));
  QCOMPARE(s.check().tasks, 20);
  QCOMPARE(s.planLines().front().value, QLocale().toString(1'374));
  s.submit();
  s.submit();  // twice is once
  QTRY_COMPARE(submitted.size(), 1);
  QCOMPARE(b.fake.calls.filter(QStringLiteral("submit")).size(), 1);
  QTRY_VERIFY(b.job());
  QCOMPARE(b.job()->application, QStringLiteral("hello"));
}

void TstTrainingPresenters::aProblemNamesItsLine() {
  Bench b(With::Nothing);
  SubmissionPresenter& s = b.room.submission();
  s.openNew();
  QTRY_VERIFY(!s.checking());
  QString text = s.text();
  s.setText(text.replace(QLatin1String("resources: {cpus: 1"), QLatin1String("resources: {cpu: 1")));
  QVERIFY(s.checking());
  QTRY_COMPARE(s.problems().size(), 1);
  QCOMPARE(s.problems().front().line, 6);
  QVERIFY(!s.problems().front().message.contains(QLatin1String("(line")));
  QVERIFY(!s.whyNotSubmit().isEmpty());
  QVERIFY(!s.plan());
}

void TstTrainingPresenters::filesOfTheJobAreSentWithIt() {
  QTemporaryDir folder;
  const auto write = [&](const char* name, const QByteArray& text) {
    QFile file(folder.filePath(QLatin1String(name)));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
  };
  write("zones.csv", "zone\nATL\nNew York\n");
  write("requirements.txt", "numpy==1.24.2\n");
  QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("work")));
  write("job.yaml",
        "application: zones\nenvironment: {python: {requirements: requirements.txt}, working_dir: work}\n"
        "tasks:\n  each: {zone: zones.csv}\n  command: [\"true\", \"{zone}\"]\n");
  const bundles::JobCheck check = bundles::checkJob(
      QStringLiteral(
          "application: zones\ntasks: {each: {zone: zones.csv}, command: [\"true\", \"{zone}\"]}\n"),
      QStringLiteral("job.yaml"), {});
  QVERIFY(!check.good());
  QVERIFY(check.problems.front().message.contains(QLatin1String("choose the folder")));
  Bench b(With::Nothing);
  SubmissionPresenter& s = b.room.submission();
  s.openFile(folder.filePath(QStringLiteral("job.yaml")));
  QTRY_VERIFY2(s.whyNotSubmit().isEmpty(), qPrintable(s.whyNotSubmit()));
  QCOMPARE(s.check().tasks, 2);
  QCOMPARE(s.check().files.size(), 2);
  QCOMPARE(s.check().workingDirectory, QDir(folder.path()).filePath(QStringLiteral("work")));
  QVERIFY(!s.folderSize());  // a daemon on this machine takes it from where it is
  s.submit();
  QTRY_VERIFY(!s.submitting());
  QCOMPARE(b.fake.lastSubmission.workingDirectory, s.check().workingDirectory);
  QVERIFY(b.fake.calls.filter(QStringLiteral("upload")).isEmpty());
}

void TstTrainingPresenters::theWorkingDirectoryIsSentToADaemonElsewhere() {
  FarAway far;
  SubmissionPresenter& s = far.open();
  QTRY_VERIFY2(s.whyNotSubmit().isEmpty(), qPrintable(s.whyNotSubmit()));
  QVERIFY(s.folderSize());
  QCOMPARE(s.folderSize()->files, qint64{1});  // what is excluded stays here
  QCOMPARE(s.folderSize()->bytes, qint64{15});
  QVERIFY(s.planLines().back().note.contains(QLatin1Char('1')));
  QSignalSpy submitted(&s, &SubmissionPresenter::submitted);
  bool seen = false;
  connect(&s, &SubmissionPresenter::changed, this,
          [&] { seen = seen || (s.upload() && !s.upload()->packing && s.upload()->done > 0); });
  s.submit();
  QVERIFY(s.upload() && s.upload()->packing);
  QTRY_COMPARE(submitted.size(), 1);
  QVERIFY(seen && !s.upload());
  const QStringList sent = far.bench.fake.calls.filter(QStringLiteral("upload "));
  QCOMPARE(sent.size(), 1);
  const QString digest = sent.front().mid(7);
  QCOMPARE(digest.size(), 64);
  QCOMPARE(far.bench.fake.lastSubmission.workingDirectoryDigest, digest);
  QVERIFY(far.bench.fake.lastSubmission.workingDirectory.isEmpty());
}

void TstTrainingPresenters::aCancelledUploadSubmitsNothing() {
  FarAway far;
  far.bench.fake.holdUploads = true;
  SubmissionPresenter& s = far.open();
  QTRY_VERIFY2(s.whyNotSubmit().isEmpty(), qPrintable(s.whyNotSubmit()));
  QSignalSpy failed(&s, &SubmissionPresenter::failed);
  s.submit();
  QTRY_VERIFY(s.upload() && s.upload()->done > 0);
  s.cancelUpload();
  QVERIFY(!s.upload() && !s.submitting());
  QCOMPARE(failed.size(), 0);  // the one who cancels need not be told
  QVERIFY(far.bench.fake.calls.filter(QStringLiteral("submit")).isEmpty());
  // Also while it is being packed, and from the list of tasks.
  s.submit();
  QVERIFY(s.upload() && s.upload()->packing);
  s.cancelUpload();
  QVERIFY(s.whyNotSubmit().isEmpty());
  far.bench.fake.holdUploads = false;
  s.submit();
  QTRY_COMPARE(far.bench.fake.calls.filter(QStringLiteral("submit")).size(), 1);
}

void TstTrainingPresenters::anUploadThatIsRefusedIsTold() {
  FarAway far;
  SubmissionPresenter& s = far.open();
  QTRY_VERIFY2(s.whyNotSubmit().isEmpty(), qPrintable(s.whyNotSubmit()));
  QSignalSpy failed(&s, &SubmissionPresenter::failed);
  far.bench.fake.failNext = resourceExhausted("the disk of the training daemon is full");
  s.submit();
  QTRY_COMPARE(failed.size(), 1);
  QVERIFY(failed[0][1].toString().contains(QLatin1String("disk")));
  QVERIFY(!s.submitting() && far.bench.fake.calls.filter(QStringLiteral("submit")).isEmpty());
}

void TstTrainingPresenters::aDirectoryThatCannotTravelIsAProblem() {
  FarAway far;
  QFile::link(QStringLiteral("/etc/passwd"), far.folder.filePath(QStringLiteral("work/out")));
  SubmissionPresenter& s = far.open();
  QTRY_COMPARE(s.problems().size(), 1);
  QVERIFY(s.problems().front().message.contains(QLatin1String(".aerieignore")));
  QVERIFY(!s.whyNotSubmit().isEmpty());
}

void TstTrainingPresenters::aCopyOfAJobIsEdited() {
  Bench b;
  b.room.setShown(true);
  QTRY_VERIFY(b.job());
  SubmissionPresenter& s = b.room.submission();
  s.openJob(QStringLiteral("job-02"));
  QVERIFY(s.loading() && s.text().isEmpty());
  QTRY_VERIFY(!s.loading());
  QVERIFY(s.text().startsWith(QLatin1String("application: taxi_out_time")));
  QCOMPARE(s.copyOf(), QStringLiteral("job-02"));
  QTRY_VERIFY2(s.whyNotSubmit().isEmpty(), qPrintable(s.whyNotSubmit()));
  s.submit();
  QTRY_COMPARE(b.room.training().training().jobs().size(), 4);
  QTRY_COMPARE(b.job()->application, QStringLiteral("taxi_out_time"));
}

void TstTrainingPresenters::theDaemonsRefusalStandsAtItsLine() {
  Bench b(With::Nothing);
  SubmissionPresenter& s = b.room.submission();
  b.fake.failNext = invalidArgument("job.yaml: cluster.engine (line 2): ray is not set up here");
  s.openNew();
  QTRY_COMPARE(s.problems().size(), 1);
  QCOMPARE(s.problems().front().line, 2);
  b.fake.failNext = unavailable("connection refused");
  s.openNew();
  QTRY_VERIFY(!s.planProblem().isEmpty());
  QVERIFY(s.problems().isEmpty());
  QVERIFY(!s.whyNotSubmit().isEmpty());
}

}  // namespace aerie

QTEST_MAIN(aerie::TstTrainingPresenters)
#include "tst_training_presenters.moc"
