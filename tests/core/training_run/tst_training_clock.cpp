#include <QtTest>
#include <atomic>

#include "core/training_run/clock_record.h"
#include "tests/core/training_run/coordinator_fixture.h"

using namespace aerie;
using namespace aerie::training;
using namespace std::chrono_literals;
using aerie::training::test::CoordinatorFixture;
using aerie::training::test::scriptJob;

namespace {

// The machine's clocks, of which the one on the wall can be put.
class PuttableClock final : public Clock {
 public:
  WallTime wallNow() const override { return clock_.wallNow() + std::chrono::milliseconds(put_ms.load()); }
  MonoTime monoNow() const override { return clock_.monoNow(); }
  std::int64_t nowMs() const { return unixMillis(wallNow()); }
  std::atomic<std::int64_t> put_ms{0};

 private:
  SystemClock clock_;
};

constexpr std::int64_t kMinute = 60'000, kHour = 3'600'000, kDay = 24 * kHour;

std::string waiting(const CoordinatorFixture& f, const std::string& then = "true") {
  return "echo $0 >> " + f.mark("ran") + "; until test -e " + f.mark("go") + "; do sleep 0.02; done; " + then;
}

QStringList linesOf(const std::string& file) {
  return QString::fromStdString(readFile(file).value_or("")).split('\n', Qt::SkipEmptyParts);
}

}  // namespace

// A wall clock that is put while work runs: durations, time limits and back-offs follow the monotonic one,
// and what is told fits the clock on the wall.
class TstTrainingClock : public QObject {
  Q_OBJECT
  PuttableClock clock_;
  void prepare(CoordinatorFixture& f) {
    clock_.put_ms = 0;
    f.options.clock = &clock_;
    f.options.housekeeping_every = 50ms;
  }
  void put(CoordinatorFixture& f, std::int64_t by) {
    clock_.put_ms += by;
    QTRY_COMPARE_WITH_TIMEOUT(std::abs(f->clockJump() - clock_.put_ms) < 3'000, true, kTryMs);
  }
  bool isToday(std::int64_t ms) const { return std::abs(ms - clock_.nowMs()) < 5 * kMinute; }
  static void rows() {
    QTest::addColumn<qint64>("by");
    QTest::newRow("an hour ahead") << qint64{kHour};
    QTest::newRow("a year ahead") << qint64{365 * kDay};
    QTest::newRow("an hour back") << qint64{-kHour};
    QTest::newRow("to the year before") << qint64{-365 * kDay};
  }

 private Q_SLOTS:
  void durationsOutlookAndTimelineStayTrue_data() { rows(); }
  void durationsOutlookAndTimelineStayTrue() {
    QFETCH(qint64, by);
    CoordinatorFixture f("jump");
    prepare(f);
    AERIE_VERIFY_OK(f.start());
    const auto job = f.submit(scriptJob("1..4", waiting(f, "echo $0 > $1/out"), "order: as_listed\n"));
    AERIE_VERIFY_OK(job);
    QTRY_COMPARE_WITH_TIMEOUT(linesOf(f.mark("ran")).size(), qsizetype{2}, kTryMs);
    put(f, by);

    // All on the clock of now, running and past.
    JobView view = *f->job(*job);
    QVERIFY(isToday(view.record.submitted_ms) && isToday(view.record.started_ms));
    QVERIFY(isToday(f.task(*job, 0).record.started_ms));
    const TimelineView timeline = *f->timeline({*job, "", 0, 0, 100});
    QCOMPARE(timeline.bars.size(), std::size_t{2});
    for (const auto& entry : timeline.bars)
      QVERIFY(isToday(entry.bar.started_ms) && isToday(entry.bar.queued_ms));
    QVERIFY(isToday(f->clusters(false)->front().record.created_ms));
    // Utilisation goes on without a hole, and can be asked for by what was told.
    const auto samples = [&] {
      const auto seen = f->utilisation(
          {"numbers-1", view.record.submitted_ms - kMinute, clock_.nowMs() + kMinute, 300, false});
      return seen.ok() ? seen->series.front().samples : std::vector<Sample>();
    };
    const std::size_t before = samples().size();
    QTRY_VERIFY_WITH_TIMEOUT(samples().size() > before, kTryMs);
    for (const Sample& sample : samples()) QVERIFY(isToday(sample.time_ms));

    f.touch("go");
    AERIE_TRY_STATE(f, *job, "done");
    view = *f->job(*job);
    QVERIFY(isToday(view.record.ended_ms));
    QVERIFY(view.record.ended_ms - view.record.started_ms < 2 * kMinute);
    QCOMPARE(linesOf(f.mark("ran")).size(), qsizetype{4});
    for (std::size_t i = 0; i < 4; ++i) {
      const TaskRecord task = f.task(*job, i).record;
      QVERIFY(task.ended_ms >= task.started_ms && task.ended_ms - task.started_ms < 2 * kMinute);
    }
    // What a later run would expect of it.
    AERIE_VERIFY_OK(f->deleteCluster("numbers-1", false));
    QTRY_COMPARE_WITH_TIMEOUT(f->clockJump(), std::int64_t{0}, kTryMs);
    const auto again = f.submit(scriptJob("1..4", "sleep 0.05"));
    AERIE_VERIFY_OK(again);
    for (std::size_t i = 0; i < 4; ++i) QVERIFY(f.task(*again, i).last_duration_ms < 2 * kMinute);
    QVERIFY(isToday(f->job(*again)->record.submitted_ms));
    AERIE_TRY_STATE(f, *again, "done");
    QVERIFY(f->job(*job)->record.ended_ms > 0);  // nothing was forgotten
  }

  void theOutlookIsOnTheClockOfNow_data() { rows(); }
  void theOutlookIsOnTheClockOfNow() {
    QFETCH(qint64, by);
    CoordinatorFixture f("outlook");
    prepare(f);
    AERIE_VERIFY_OK(f.start());
    const auto job =
        f.submit(scriptJob("1..3", "if test $0 != 1; then " + waiting(f) + "; fi", "order: as_listed\n"));
    AERIE_VERIFY_OK(job);
    QTRY_VERIFY_WITH_TIMEOUT(f.job(*job).counts.succeeded == 1, kTryMs);
    put(f, by);
    const JobView view = *f->job(*job);
    QVERIFY(isToday(view.expected_end_ms));
    QVERIFY(view.expected_end_ms >= clock_.nowMs() - 1'000);
    f.touch("go");
    AERIE_TRY_STATE(f, *job, "done");
  }

  void timeLimitsAndBackOffsDoNotSeeIt_data() { rows(); }
  void timeLimitsAndBackOffsDoNotSeeIt() {
    QFETCH(qint64, by);
    CoordinatorFixture f("limits");
    prepare(f);
    AERIE_VERIFY_OK(f.start());
    const auto slow = f.submit(scriptJob("[1]", waiting(f), "limits: {timeout: 10m, retries: 0}\n", "slow"));
    AERIE_VERIFY_OK(slow);
    const auto limited = f.submit(scriptJob("[1]", "touch " + f.mark("began") + "; sleep 60",
                                            "limits: {timeout: 1500ms, retries: 0}\n", "limited"));
    AERIE_VERIFY_OK(limited);
    QTRY_VERIFY_WITH_TIMEOUT(f.marked("began") && f.marked("ran"), kTryMs);
    put(f, by);
    AERIE_TRY_STATE(f, *limited, "failed");  // in its time, not before and not in an hour
    QVERIFY(f.task(*limited, 0).record.message.find("time") != std::string::npos);
    QCOMPARE(f.state(*slow), std::string("running"));

    // One that failed comes again after its back-off, whatever was done to the clock meanwhile.
    const auto failing = f.submit(
        scriptJob("[1]", "echo x >> " + f.mark("tried") + "; test $(wc -l < " + f.mark("tried") + ") = 2",
                  "limits: {retries: 1, backoff: 700ms}\n", "failing"));
    AERIE_VERIFY_OK(failing);
    QTRY_COMPARE_WITH_TIMEOUT(f.task(*failing, 0).record.failures, 1, kTryMs);
    put(f, -by);
    AERIE_TRY_STATE(f, *failing, "done");
    f.touch("go");
    AERIE_TRY_STATE(f, *slow, "done");
  }

  void idleClustersGoInTheirTime_data() { rows(); }
  void idleClustersGoInTheirTime() {
    QFETCH(qint64, by);
    CoordinatorFixture f("idle");
    prepare(f);
    AERIE_VERIFY_OK(f.start());
    const std::string later = scriptJob("[1]", "true", "", "later");
    std::string soon = scriptJob("[1]", "true", "", "soon");
    soon.replace(soon.find("1h"), 2, "2s");
    const auto one = f.submit(later), two = f.submit(soon);
    AERIE_TRY_STATE(f, *one, "done");
    AERIE_TRY_STATE(f, *two, "done");
    put(f, by);
    QTRY_COMPARE_WITH_TIMEOUT(f.cluster("soon-1"), std::string("gone"), kTryMs);
    QCOMPARE(f.cluster("later-1"), std::string("idle"));
    QVERIFY(std::abs(f->clusters(false)->front().record.since_ms - clock_.nowMs()) < 5 * kMinute);
  }

  // The clock is put, the daemon ends and another one goes on with the same work.
  void anotherDaemonGoesOnByTheSameClock_data() { rows(); }
  void anotherDaemonGoesOnByTheSameClock() {
    QFETCH(qint64, by);
    CoordinatorFixture f("restart");
    prepare(f);
    AERIE_VERIFY_OK(f.start());
    const auto job = f.submit(scriptJob("1..4", waiting(f, "echo $0 > $1/out"), "order: as_listed\n"));
    AERIE_VERIFY_OK(job);
    QTRY_COMPARE_WITH_TIMEOUT(linesOf(f.mark("ran")).size(), qsizetype{2}, kTryMs);
    f.stop();
    clock_.put_ms += by;
    AERIE_VERIFY_OK(f.start());
    QVERIFY(isToday(f->job(*job)->record.submitted_ms));
    f.touch("go");
    AERIE_TRY_STATE(f, *job, "done");
    const JobRecord done = f.job(*job);
    QVERIFY(isToday(done.ended_ms) && done.ended_ms - done.started_ms < 2 * kMinute);
    QCOMPARE(linesOf(f.mark("ran")).size(), qsizetype{4});  // none twice
  }

  void aClockThatIsWrongForAWhileCostsNoHistory() {
    CoordinatorFixture f("history");
    prepare(f);
    AERIE_VERIFY_OK(f.start());
    const auto job = f.submit(scriptJob("[1]", "true"), "once");
    AERIE_TRY_STATE(f, *job, "done");
    AERIE_VERIFY_OK(f->deleteCluster("numbers-1", false));
    const std::int64_t zero = readClockZero(f.options.state_dir).value_or(0);
    clock_.put_ms = 400 * kDay;
    // Nothing is open: it is followed.
    QTRY_VERIFY_WITH_TIMEOUT(readClockZero(f.options.state_dir).value_or(0) - zero > 399 * kDay, kTryMs);
    AERIE_VERIFY_OK(f->job(*job));
    QCOMPARE(*f.submit(scriptJob("[1]", "true"), "once"), *job);  // a repeated request is still known
    // A clock that stays is believed.
    f.options.believe_clock_after = 0ms;
    AERIE_VERIFY_OK(f.restart());
    QTRY_VERIFY_WITH_TIMEOUT(absl::IsNotFound(f->job(*job).status()), kTryMs);
  }
};

QTEST_GUILESS_MAIN(TstTrainingClock)
#include "tst_training_clock.moc"
