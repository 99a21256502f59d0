#include <QtTest>

#include "core/base/files.h"
#include "core/training_run/anchored_clock.h"
#include "core/training_run/job_directory.h"
#include "core/training_run/load_meter.h"
#include "core/training_run/outlook.h"
#include "core/training_run/submission.h"
#include "tests/status_checks.h"

using namespace aerie;
using namespace aerie::training;

namespace {

// A wall clock that can be put, beside a monotonic one that cannot.
class PuttableClock final : public Clock {
 public:
  WallTime wallNow() const override { return clock.wallNow() + put; }
  MonoTime monoNow() const override { return clock.monoNow(); }
  ManualClock clock;
  Duration put{0};
};

}  // namespace

class TstTrainingRunParts : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void aWallClockThatIsPutChangesNoDuration() {
    PuttableClock clock;
    AnchoredClock time(clock);
    const std::int64_t before = time.now();
    clock.clock.advance(std::chrono::seconds(5));
    clock.put = -std::chrono::hours(1);
    QCOMPARE(time.now() - before, std::int64_t{5'000});
    QCOMPARE(time.drift(), std::int64_t{-3'600'000});
    time.anchor();
    QCOMPARE(time.drift(), std::int64_t{0});
    QCOMPARE(time.now() - before, std::int64_t{5'000 - 3'600'000});
  }

  void processorTimeCountsOnce() {
    LoadMeter meter;
    const AttemptKey a{1, 0, 1}, b{1, 1, 1};
    meter.running("c", a, 1.0, 100);
    meter.take(1);
    meter.running("c", a, 1.5, 100);  // half a second since
    meter.running("c", b, 0.25, 50);
    auto loads = meter.take(1);
    QCOMPARE(loads["c"].busy_cores, 0.75);
    QCOMPARE(loads["c"].memory_bytes, std::int64_t{150});
    meter.ended("c", a, 2.0);
    meter.ended("d", {2, 0, 1}, 3.0);  // never seen running
    loads = meter.take(2);
    QCOMPARE(loads["c"].busy_cores, 0.25);
    QCOMPARE(loads["d"].busy_cores, 1.5);
    meter.running("c", b, std::nullopt, 10);
    QVERIFY(!meter.take(1)["c"].known);
  }

  void theEndIsExpectedFromWhatWasDone() {
    Progress progress;
    progress.now_ms = 100'000;
    QVERIFY(!expectedEnd(progress).has_value());
    progress.work_total = 40'000;
    progress.work_in_time = true;
    progress.slots = 4;
    QCOMPARE(*expectedEnd(progress), std::int64_t{110'000});  // by the last run
    progress.started_ms = 80'000;
    progress.work_done = 10'000;  // a quarter in 20 s
    QCOMPARE(*expectedEnd(progress), std::int64_t{160'000});
    QCOMPARE(costOf(0.6, 2, 1'000, 3'601'000), 1.2);
    QCOMPARE(costOf(0, 2, 1'000, 3'601'000), 0.0);
    QCOMPARE(costOf(0.6, 2, 0, 3'601'000), 0.0);
  }

  void handlesOfProcessesSurviveTheStore() {
    const taskrun::TaskHandle handle{"17/4/2", 4'711, 123'456'789'012, "g-\"1\""};
    const auto read = taskHandleFrom(toText(handle));
    AERIE_VERIFY_OK(read);
    QCOMPARE(read->id, handle.id);
    QCOMPARE(read->pid, handle.pid);
    QCOMPARE(read->start_ticks, handle.start_ticks);
    QCOMPARE(read->group, handle.group);
    for (const char* bad : {"", "{", "[]", "{\"id\": 1}", "raysubmit_1"}) QVERIFY(!taskHandleFrom(bad).ok());
    QVERIFY(attemptKeyFrom("17/4/2") == AttemptKey({17, 4, 2}));
    for (const char* bad : {"", "17", "17/4", "a/b/c", "1/2/3/4", "1/-2/3"})
      QVERIFY(!attemptKeyFrom(bad).has_value());
  }

  void onlyWholeOutputsGetTheirName() {
    auto folder = *TempDir::create();
    JobDirectories directories(folder.path());
    AERIE_VERIFY_OK(directories.open());
    const auto staged = directories.stage("x", {});
    AERIE_VERIFY_OK(staged);
    AERIE_VERIFY_OK(directories.install(*staged, 7));
    const JobFiles files = directories.files(7);
    AERIE_VERIFY_OK(JobDirectories::prepareAttempt(files, "a", 1));
    QVERIFY(!JobDirectories::looksComplete(files, "a", 1, {"model"}));
    AERIE_VERIFY_FAILS(JobDirectories::acceptAttempt(files, "a", 1, {"model"}, true),
                       absl::StatusCode::kFailedPrecondition, "'model' is not there");
    QVERIFY(writeFileAtomic(files.attemptOutputs("a", 1) / "model", "").ok());
    AERIE_VERIFY_FAILS(JobDirectories::acceptAttempt(files, "a", 1, {"model"}, true),
                       absl::StatusCode::kFailedPrecondition, "'model' is empty");
    QVERIFY(writeFileAtomic(files.attemptOutputs("a", 1) / "model", "m").ok());
    QVERIFY(JobDirectories::looksComplete(files, "a", 1, {"model"}));
    QVERIFY(!JobDirectories::looksComplete(files, "a", 1, {}));  // nothing was declared: nobody can tell
    AERIE_VERIFY_OK(JobDirectories::acceptAttempt(files, "a", 1, {"model"}, true));
    QVERIFY(JobDirectories::looksComplete(files, "a", 1, {}));  // accepted before
    AERIE_VERIFY_OK(JobDirectories::acceptAttempt(files, "a", 1, {"model"}, true));
    // Another attempt replaces what an earlier one left.
    AERIE_VERIFY_OK(JobDirectories::prepareAttempt(files, "a", 2));
    QVERIFY(writeFileAtomic(files.attemptOutputs("a", 2) / "model", "newer").ok());
    AERIE_VERIFY_OK(JobDirectories::acceptAttempt(files, "a", 2, {"model"}, true));
    QCOMPARE(readFile(files.taskOutputs("a") / "model").value_or(""), std::string("newer"));
  }

  void whatIsSentIsChecked_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("directory");
    QTest::addColumn<QString>("digest");
    QTest::addColumn<QString>("message");
    QTest::newRow("leads out") << "../zones.csv"
                               << ""
                               << ""
                               << "";
    QTest::newRow("absolute") << "/etc/passwd"
                              << ""
                              << ""
                              << "";
    QTest::newRow("relative directory") << "zones.csv"
                                        << "here"
                                        << ""
                                        << "must be an absolute path";
    QTest::newRow("two directories") << "zones.csv"
                                     << "/tmp" << QString(64, 'a') << "one working directory";
    QTest::newRow("a digest that is a path") << "zones.csv"
                                             << ""
                                             << "../../x"
                                             << "64 hex digits";
  }
  void whatIsSentIsChecked() {
    QFETCH(QString, path);
    QFETCH(QString, directory);
    QFETCH(QString, digest);
    QFETCH(QString, message);
    SubmitInput input;
    input.job_file = "application: a\ntasks: {command: ['true']}\n";
    input.files = {{path.toStdString(), "x"}};
    input.working_directory = directory.toStdString();
    input.upload_digest = digest.toStdString();
    AERIE_VERIFY_FAILS(checkSubmission(input), absl::StatusCode::kInvalidArgument, message.toStdString());
  }

  void virtualHostsPublishNothing() {
    SubmitInput input;
    input.job_file =
        "application: a\ncluster: {engine: simulated, hosts: 2, cpus_per_host: 4}\ntasks: {command: "
        "['true'], outputs: "
        "[m]}\npublish: {model: m}\n";
    const auto checked = checkSubmission(input);
    AERIE_VERIFY_OK(checked);
    QVERIFY(!checked->submission.spec.publish.has_value());
    QCOMPARE(checked->warnings.size(), std::size_t{1});
    QVERIFY(!checked->submission.request_id.empty());
  }
};

QTEST_GUILESS_MAIN(TstTrainingRunParts)
#include "tst_training_run_parts.moc"
