#include "tests/core/training_run/coordinator_fixture.h"

using namespace aerie;
using namespace aerie::training;
using aerie::training::test::CoordinatorFixture;
using aerie::training::test::isAlive;
using aerie::training::test::scriptJob;

// A daemon that goes away in the middle, as by kill -9: everything is found again, once.
class TstTrainingRestart : public QObject {
  Q_OBJECT
  static std::string waiting(const CoordinatorFixture& f, const std::string& then) {
    return "echo $$ > " + f.path().string() + "/pid.$0; echo $0 >> " + f.mark("runs") + "; until test -e " +
           f.mark("go") + "; do sleep 0.02; done; " + then;
  }
  static QString runsOf(const CoordinatorFixture& f) {
    QStringList lines =
        QString::fromStdString(readFile(f.mark("runs")).value_or("")).split('\n', Qt::SkipEmptyParts);
    lines.sort();
    return lines.join(' ');
  }

 private Q_SLOTS:
  void runningTasksAreAdopted() {
    CoordinatorFixture f("adopt");
    AERIE_VERIFY_OK(f.start());
    const auto job = f.submit(scriptJob("[1, 2, 3]", waiting(f, "echo done > $1/out"), "order: as_listed\n"));
    AERIE_VERIFY_OK(job);
    QTRY_VERIFY_WITH_TIMEOUT(f.marked("pid.1") && f.marked("pid.2"), kTryMs);
    AERIE_VERIFY_OK(f.restart());
    QCOMPARE(f.job(*job).counts.running, std::int64_t{2});
    QVERIFY(isAlive(f.mark("pid.1")));
    f.touch("go");
    AERIE_TRY_STATE(f, *job, "done");
    QCOMPARE(runsOf(f), QString("1 2 3"));
    for (const char* task : {"1", "2", "3"}) QVERIFY(std::filesystem::exists(f.output(*job, task, "out")));
  }

  void whatEndedMeanwhileIsNotDoneAgainWhenItsOutputsAreThere() {
    CoordinatorFixture f("meanwhile");
    AERIE_VERIFY_OK(f.start());
    const auto job = f.submit(
        "application: numbers\ncluster: {engine: local, hosts: 1, cpus_per_host: 2}\ntasks:\n  each: {n: [1, "
        "2]}\n  command: [sh, -c, '" +
        waiting(f, "echo done > $1/out; rm " + f.path().string() + "/pid.$0") +
        "', \"{n}\", \"{output_dir}\"]\n  outputs: [out]\n");
    AERIE_VERIFY_OK(job);
    QTRY_VERIFY_WITH_TIMEOUT(f.marked("pid.1") && f.marked("pid.2"), kTryMs);
    const std::string first = f.mark("pid.1"), second = f.mark("pid.2");
    f.stop();
    f.touch("go");
    QTRY_VERIFY_WITH_TIMEOUT(!std::filesystem::exists(first) && !std::filesystem::exists(second), kTryMs);
    AERIE_VERIFY_OK(f.start());
    AERIE_TRY_STATE(f, *job, "done");
    QCOMPARE(runsOf(f), QString("1 2"));
    QCOMPARE(f.task(*job, 0).record.attempt, 1);
  }

  void whatWaitsAndWhatIsOverStay() {
    CoordinatorFixture f("queue");
    AERIE_VERIFY_OK(f.start());
    const auto over = f.submit(scriptJob("[a]", "true", "", "over"));
    AERIE_TRY_STATE(f, *over, "done");
    const auto job = f.submit(scriptJob("1..20", waiting(f, "true"), "order: as_listed\n"));
    QTRY_COMPARE_WITH_TIMEOUT(f.job(*job).counts.running, std::int64_t{2}, kTryMs);
    for (int i = 0; i < 3; ++i) AERIE_VERIFY_OK(f.restart());
    QCOMPARE(f.state(*over), std::string("done"));
    QCOMPARE(f.job(*job).counts.total(), std::int64_t{20});
    f.touch("go");
    AERIE_TRY_STATE(f, *job, "done");
    QCOMPARE(runsOf(f).split(' ').size(), qsizetype{20});
  }

  void aCancelGoesOn() {
    CoordinatorFixture f("cancelling");
    f.options.grace = std::chrono::seconds(600);
    AERIE_VERIFY_OK(f.start());
    const auto job = f.submit(scriptJob("[1, 2, 3]", "trap \"\" TERM; " + waiting(f, "true")));
    QTRY_VERIFY_WITH_TIMEOUT(f.marked("pid.1") && f.marked("pid.2"), kTryMs);
    AERIE_VERIFY_OK(f->cancel(*job, {}, ""));
    f.options.grace = std::chrono::milliseconds(100);
    AERIE_VERIFY_OK(f.restart());
    AERIE_TRY_STATE(f, *job, "cancelled");
    QTRY_VERIFY_WITH_TIMEOUT(!isAlive(f.mark("pid.1")) && !isAlive(f.mark("pid.2")), kTryMs);
  }

  void stopWithTasksEndsThemAndTheyComeBack() {
    CoordinatorFixture f("stop");
    AERIE_VERIFY_OK(f.start());
    const auto job = f.submit(scriptJob("[1, 2]", waiting(f, "true"), "limits: {retries: 0}\n"));
    QTRY_VERIFY_WITH_TIMEOUT(f.marked("pid.1") && f.marked("pid.2"), kTryMs);
    f->stopTasks();
    QVERIFY(!isAlive(f.mark("pid.1")) && !isAlive(f.mark("pid.2")));
    f.touch("go");
    AERIE_VERIFY_OK(f.restart());
    AERIE_TRY_STATE(f, *job, "done");
    QCOMPARE(f.task(*job, 0).record.lost, 1);
    QCOMPARE(f.task(*job, 0).record.failures, 0);
  }

  void filesOfJobsThatNobodyKnowsGo() {
    CoordinatorFixture f("orphans");
    AERIE_VERIFY_OK(f.start());
    f.stop();
    const auto orphan = f.options.state_dir / "jobs" / "99";
    const auto staged = f.options.state_dir / "jobs" / ".incoming" / "half";
    QVERIFY(writeFileAtomic(orphan / "job.yaml", "x").ok());
    QVERIFY(writeFileAtomic(staged / "job.yaml", "x").ok());
    AERIE_VERIFY_OK(f.start());
    QVERIFY(!std::filesystem::exists(orphan));
    QVERIFY(!std::filesystem::exists(staged));
  }
};

QTEST_GUILESS_MAIN(TstTrainingRestart)
#include "tst_training_restart.moc"
