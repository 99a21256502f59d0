#include <QtTest>
#include <atomic>
#include <set>
#include <unistd.h>

#include "core/base/files.h"
#include "core/training_run/anchored_clock.h"
#include "core/training_run/clock_record.h"
#include "core/training_run/disk_sync.h"
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
    QVERIFY(time.lookForJump());
    QVERIFY(!time.lookForJump());
    QCOMPARE(time.jump(), std::int64_t{-3'600'000});
    clock.put += std::chrono::milliseconds(1'500);  // what clocks are corrected by is no jump
    QVERIFY(!time.lookForJump());
    clock.put = Duration(0);
    QVERIFY(time.lookForJump());
    QCOMPARE(time.jump(), std::int64_t{0});
    clock.put = -std::chrono::hours(1);
    time.anchor();
    QCOMPARE(time.drift(), std::int64_t{0});
    QCOMPARE(time.now() - before, std::int64_t{5'000 - 3'600'000});
  }

  void aLaterDaemonOfTheSameStartCountsOn() {
    auto folder = *TempDir::create();
    QVERIFY(!readClockZero(folder.path()));
    PuttableClock clock;
    AnchoredClock time(clock);
    keepClockZero(folder.path(), time.zero());
    const std::int64_t before = time.now();
    clock.clock.advance(std::chrono::seconds(7));
    clock.put = std::chrono::hours(24);
    AnchoredClock later(clock);
    later.follow(*readClockZero(folder.path()));
    QCOMPARE(later.now() - before, std::int64_t{7'000});
    QVERIFY(writeFileAtomic(folder.path() / "clock.json", R"({"boot":"another","zero_ms":5})").ok());
    QVERIFY(!readClockZero(folder.path()));
    for (const char* bad : {"", "[]", "{", R"({"boot":1,"zero_ms":5})", R"({"zero_ms":5})"}) {
      QVERIFY(writeFileAtomic(folder.path() / "clock.json", bad).ok());
      QVERIFY(!readClockZero(folder.path()));
    }
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

  void anAttemptFromBeforeARestartOfTheMachineIsMadeAgain() {
    const std::string now = toText(taskrun::TaskHandle{"17/4/2", 4'711, 1, "7"});
    QVERIFY(!ofEarlierBoot(now));
    QVERIFY(!ofEarlierBoot(R"({"id": "17/4/2", "pid": 4711, "start_ticks": 1, "group": "7"})"));
    const std::string before =
        R"({"id": "17/4/2", "pid": 4711, "start_ticks": 1, "group": "7", "boot": "an-earlier-one"})";
    QVERIFY(ofEarlierBoot(before));
    LocalTasks::Options options;
    options.instance = fmt::format("boot-{}", ::getpid());
    options.limiter = taskrun::LimiterKind::kAffinity;
    const auto tasks = LocalTasks::create(std::move(options));
    AERIE_VERIFY_OK(tasks);
    LocalStart start;
    start.key = {17, 4, 2};
    (*tasks)->adopt(start, before);
    const std::vector<LocalEnd> ends = (*tasks)->takeEnds();
    QCOMPARE(ends.size(), std::size_t{1});
    QCOMPARE(ends[0].outcome, Outcome::kLost);
    // Outputs that look complete do not count: nobody saw it end, and they may be half on the disk.
    QVERIFY(!ends[0].unseen);
  }

  void everyAttemptIsToldOnceWhenItsFilesAreOnDisk() {
    auto folder = *TempDir::create();
    std::atomic<int> wakes{0};
    DiskSync disk(folder.path(), [&] { ++wakes; });
    std::set<TaskNumber> told;
    for (TaskNumber task = 0; task < 50; ++task) disk.add({1, task, 1});
    const auto take = [&] {
      for (const auto& [key, status] : disk.take()) {
        if (!status.ok() || !told.insert(key.task).second) return std::size_t{999};
      }
      return told.size();
    };
    QTRY_COMPARE(take(), std::size_t{50});
    QVERIFY(wakes >= 1 && wakes <= 50);
    QVERIFY(disk.take().empty());
  }

  void filesThatCannotReachTheDiskAreNamed() {
    DiskSync disk("/nowhere/at/all", [] {});
    disk.add({1, 2, 3});
    std::vector<DiskSync::Done> done;
    const auto told = [&] {
      for (DiskSync::Done& one : disk.take()) done.push_back(std::move(one));
      return !done.empty();
    };
    QTRY_VERIFY(told());
    QCOMPARE(done[0].second.code(), absl::StatusCode::kNotFound);
    QVERIFY(done[0].second.message().find("/nowhere/at/all") != std::string_view::npos);
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

  void theLimitsOfAWorkingDirectoryAreThoseOfTheDaemon_data() {
    QTest::addColumn<bool>("uploaded");
    QTest::addColumn<quint64>("bytes");
    QTest::addColumn<quint64>("files");
    QTest::addColumn<bool>("good");
    for (const bool uploaded : {false, true}) {
      const auto row = [&](const char* name, quint64 bytes, quint64 files, bool good) {
        QTest::newRow(uploaded ? (std::string("uploaded, ") + name).c_str() : name)
            << uploaded << bytes << files << good;
      };
      row("fits", 3'000, 3, true);
      row("too many files", 3'000, 2, false);
      row("too large", 2'999, 3, false);
    }
  }
  void theLimitsOfAWorkingDirectoryAreThoseOfTheDaemon() {
    QFETCH(bool, uploaded);
    QFETCH(quint64, bytes);
    QFETCH(quint64, files);
    QFETCH(bool, good);
    const auto folder = TempDir::create("limits");
    const std::filesystem::path work = folder->path() / "work";
    for (const char* name : {"a", "b", "c"})
      QVERIFY(writeFileAtomic(work / name, std::string(1'000, 'x')).ok());
    JobDirectories directories(folder->path() / "jobs");
    AERIE_VERIFY_OK(directories.open());
    SubmitInput input;
    input.job_file = "application: a\nenvironment: {working_dir: work}\ntasks: {command: ['true']}\n";
    if (uploaded) {
      const auto packed =
          taskrun::packDirectory(*taskrun::surveyDirectory(work), folder->path() / "work.tar.zst");
      AERIE_VERIFY_OK(packed);
      input.upload_digest = packed->digest;
      std::filesystem::copy(folder->path() / "work.tar.zst", directories.upload(packed->digest));
    } else {
      input.working_directory = work;
    }
    const auto checked = checkSubmission(input);
    AERIE_VERIFY_OK(checked);
    const auto staged = stageSubmission(input, *checked, directories, {bytes, files});
    if (good) {
      AERIE_VERIFY_OK(staged);
      QVERIFY(std::filesystem::exists(JobFiles{staged->folder}.work() / "c"));
    } else {
      QCOMPARE(staged.status().code(), absl::StatusCode::kResourceExhausted);
      QVERIFY(std::filesystem::is_empty(folder->path() / "jobs" / ".incoming"));
    }
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
