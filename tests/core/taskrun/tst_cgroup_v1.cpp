#include <cmath>

#include "core/base/child_process.h"
#include "core/base/files.h"
#include "core/taskrun/cgroup_files.h"
#include "tests/core/taskrun/task_fixture.h"

using namespace aerie;
using namespace aerie::taskrun;

// Really throttles and really kills: needs the cpu and memory controllers of cgroup v1, mounted writable.
class TstCgroupV1 : public QObject {
  Q_OBJECT
  std::shared_ptr<ResourceLimiter> limiter_;

 private Q_SLOTS:
  void init() {
    std::string why;
    limiter_ = limiterFor(LimiterKind::kCgroupV1, "v1test", &why);
    if (!limiter_) QSKIP(("no cgroup v1 on this machine: " + why).c_str());
  }
  void cleanup() {
    if (limiter_) QVERIFY(removeLeftovers(*limiter_).ok());
    limiter_.reset();
  }

  void aTaskGetsNoMoreThanItsShareOfTheCpu() {
    TaskFixture f(limiter_);
    TaskSpec spec = f.shell("a",
                            "end=$(($(date +%s%N) + 1500000000)); while [ $(date +%s%N) -lt $end ]; do "
                            "i=0; while [ $i -lt 2000 ]; do i=$((i+1)); done; done");
    spec.limits.cpus = 0.5;
    AERIE_VERIFY_OK(f.runner().start(spec));
    AERIE_TASK_ENDS(f, "a", "done");
    const TaskEnd end = *f.end("a");
    QVERIFY2(end.cpu_seconds > 0.05 && end.cpu_seconds < 0.75 * end.wall_seconds + 0.1,
             fmt::format("{} of {} s", end.cpu_seconds, end.wall_seconds).c_str());
  }

  void aTaskOverItsMemoryIsKilledAndRecognised_data() {
    QTest::addColumn<QString>("script");
    QTest::newRow("the task itself") << "head -c 400000000 /dev/zero | tail -c 399999999 > /dev/null";
    QTest::newRow("a child whose parent tells of it")
        << "head -c 400000000 /dev/zero | tail -c 399999999 > /dev/null; exit 3";
  }
  void aTaskOverItsMemoryIsKilledAndRecognised() {
    QFETCH(QString, script);
    TaskFixture f(limiter_);
    TaskSpec spec = f.task("a", {"bash", "-c", "set -o pipefail; " + script.toStdString()});
    spec.limits.memory_bytes = 32ULL << 20;
    AERIE_VERIFY_OK(f.runner().start(spec));
    AERIE_TASK_ENDS(f, "a", "out of memory");
    QVERIFY(f.end("a")->memory_peak_bytes <= 33ULL << 20);
    QVERIFY(f.end("a")->memory_peak_bytes > 16ULL << 20);
  }

  void theNextTaskPaysNothingForTheOneBefore() {
    TaskFixture f(limiter_);
    TaskSpec heavy =
        f.task("heavy", {"sh", "-c", "head -c 60000000 /dev/zero | tail -c 59999999 > /dev/null"});
    heavy.limits = {1, 256ULL << 20};
    AERIE_VERIFY_OK(f.runner().start(heavy));
    AERIE_TASK_ENDS(f, "heavy", "done");
    QVERIFY(f.end("heavy")->memory_peak_bytes > 30ULL << 20);
    QVERIFY(f.end("heavy")->cpu_seconds > 0);
    AERIE_VERIFY_OK(f.runner().start(f.task("light", {"true"})));
    AERIE_TASK_ENDS(f, "light", "done");
    QVERIFY(f.end("light")->memory_peak_bytes < 20ULL << 20);
  }

  void aGrandchildThatLeftTheProcessGroupIsEnded() {
    TaskFixture f(limiter_);
    const TaskSpec spec = f.shell("a", "setsid sleep 1000 & echo $!; exit 0");
    AERIE_VERIFY_OK(f.runner().start(spec));
    AERIE_TASK_ENDS(f, "a", "done");
    const pid_t grandchild = std::atoi(f.log(spec).c_str());
    QVERIFY(grandchild > 1);
    QVERIFY(!isAlive(grandchild));
  }

  void aTaskNeverRunsOutsideItsGroup() {
    TaskFixture f(limiter_);
    TaskSpec spec = f.shell("a", "cat /proc/self/cgroup");
    spec.limits = {0.5, 64ULL << 20};
    const auto handle = f.runner().start(spec);
    AERIE_VERIFY_OK(handle);
    AERIE_TASK_ENDS(f, "a", "done");
    const std::string group = "/aerie-taskrun-" + testInstance("v1test") + "/" + handle->group + "\n";
    const std::string log = f.log(spec);
    std::size_t found = 0;
    for (auto at = log.find(group); at != std::string::npos; at = log.find(group, at + 1)) ++found;
    QVERIFY2(found >= 2, log.c_str());
  }

  void besideOtherWorkEachTaskWeighsAsAPlainProcess() {
    const auto mount = findCgroupMount("/proc", "cpu");
    QVERIFY(mount.has_value());
    const auto file = mount->own / ("aerie-taskrun-" + testInstance("v1test")) / "cpu.shares";
    TaskFixture f(limiter_);
    TaskSpec one = f.shell("a", "while :; do sleep 1; done");
    TaskSpec two = f.shell("b", "while :; do sleep 1; done");
    two.limits.cpus = 2;
    AERIE_VERIFY_OK(f.runner().start(one));
    AERIE_VERIFY_OK(f.runner().start(two));
    const auto shares = readFile(file);
    f.runner().cancelAll();
    AERIE_TASK_ENDS(f, "a", "cancelled");
    AERIE_TASK_ENDS(f, "b", "cancelled");
    AERIE_VERIFY_OK(shares);
    QCOMPARE(*shares, std::string("3072\n"));
  }

  void usageIsReadWhileItRuns() {
    TaskFixture f(limiter_);
    const TaskSpec spec = f.shell("a", "echo x; while :; do :; done");
    AERIE_VERIFY_OK(f.runner().start(spec));
    QTRY_VERIFY(f.runner().usage("a")->cpu_seconds.value_or(0) > 0.05);
    QVERIFY(f.runner().usage("a")->memory_bytes.value_or(0) > 0);
    AERIE_VERIFY_OK(f.runner().cancel("a"));
    AERIE_TASK_ENDS(f, "a", "cancelled");
  }

  void anAdoptedTaskKeepsItsLimitsAndItsOutOfMemoryIsRecognised() {
    TaskFixture f(limiter_);
    TaskSpec spec = f.shell(
        "a", "while [ ! -e go ]; do sleep 0.05; done; head -c 400000000 /dev/zero | tail -c 399999999");
    spec.working_directory = f.folder();
    spec.limits.memory_bytes = 32ULL << 20;
    const auto handle = f.runner().start(spec);
    AERIE_VERIFY_OK(handle);
    std::string why;
    auto second = limiterFor(LimiterKind::kCgroupV1, "v1test", &why);
    QVERIFY2(second != nullptr, why.c_str());
    QCOMPARE(second->leftovers(), std::vector<std::string>{handle->group});
    f.restart(second);
    AERIE_VERIFY_OK(f.runner().adopt(spec, *handle));
    QVERIFY(second->leftovers().empty());
    AERIE_VERIFY_OK(writeFileAtomic(f.folder() / "go", ""));
    AERIE_TASK_ENDS(f, "a", "out of memory");
  }

  void leftoversOfACrashedDaemonAreFoundAndRemoved() {
    std::string why;
    TaskFixture f(limiter_);
    const auto handle = f.runner().start(f.shell("a", "setsid sleep 1000 & sleep 1000"));
    AERIE_VERIFY_OK(handle);
    f.stop();
    auto second = limiterFor(LimiterKind::kCgroupV1, "v1test", &why);
    const auto removed = removeLeftovers(*second);
    AERIE_VERIFY_OK(removed);
    QCOMPARE(*removed, 1);
    QVERIFY(second->leftovers().empty());
    QVERIFY(!isAlive(static_cast<pid_t>(handle->pid)));
    static_cast<void>(pollChild(static_cast<pid_t>(handle->pid)));
  }

  void limitsThatMakeNoSenseAreRefused_data() {
    QTest::addColumn<double>("cpus");
    QTest::addColumn<qulonglong>("memory");
    QTest::newRow("negative CPUs") << -1.0 << 0ULL;
    QTest::newRow("no number of CPUs") << std::nan("") << 0ULL;
    QTest::newRow("a CPU too thin") << 0.0001 << 0ULL;
    QTest::newRow("memory for no program") << 1.0 << 1000ULL;
  }
  void limitsThatMakeNoSenseAreRefused() {
    QFETCH(double, cpus);
    QFETCH(qulonglong, memory);
    QCOMPARE(limiter_->make({cpus, memory}).status().code(), absl::StatusCode::kInvalidArgument);
  }

  void namesOfGroupsAreNumbers() {
    for (const char* name : {"", "..", "../1", "1/../..", "1 ", "probe"})
      QCOMPARE(limiter_->adopt(name).status().code(), absl::StatusCode::kInvalidArgument);
    QCOMPARE(limiter_->adopt("123456").status().code(), absl::StatusCode::kNotFound);
  }
};

QTEST_GUILESS_MAIN(TstCgroupV1)
#include "tst_cgroup_v1.moc"
