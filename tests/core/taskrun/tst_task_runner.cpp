#include <signal.h>

#include "core/base/child_process.h"
#include "tests/core/taskrun/task_fixture.h"

using namespace aerie;
using namespace aerie::taskrun;
using std::chrono::milliseconds;

namespace {

pid_t pidIn(const std::string& log) { return log.empty() ? 0 : static_cast<pid_t>(std::atoi(log.c_str())); }

// A task that ends and leaves a process of nobody behind, as a daemon finds it after a crash.
TaskSpec leaver(TaskFixture& f, const std::string& script) {
  TaskSpec spec = f.shell("starter", "setsid sh -c 'touch left; " + script +
                                         "' & echo $!; while [ ! -e left ]; do sleep 0.05; done");
  spec.working_directory = f.folder();
  return spec;
}

}  // namespace

// What holds under every limiter is tested under the one that every machine has.
class TstTaskRunner : public QObject {
  Q_OBJECT
  std::string why_;
  std::shared_ptr<ResourceLimiter> plain(const std::string& name) {
    return limiterFor(LimiterKind::kAffinity, name, &why_);
  }

 private Q_SLOTS:
  void endsAreToldApart_data() {
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QString>("text");
    QTest::newRow("done") << "exit 0"
                          << "done"
                          << "done";
    QTest::newRow("failed") << "exit 7"
                            << "failed"
                            << "exited with 7";
    QTest::newRow("killed by itself") << "kill -SEGV $$"
                                      << "signalled"
                                      << "killed by signal 11 (SEGV)";
    QTest::newRow("killed from outside is not out of memory") << "kill -9 $$"
                                                              << "signalled"
                                                              << "killed by signal 9 (KILL)";
  }
  void endsAreToldApart() {
    QFETCH(QString, script);
    QFETCH(QString, outcome);
    QFETCH(QString, text);
    TaskFixture f(plain("ends"));
    AERIE_VERIFY_OK(f.runner().start(f.shell("a", script.toStdString())));
    AERIE_TASK_ENDS(f, "a", outcome.toStdString());
    QCOMPARE(f.end("a")->text(), text.toStdString());
    QCOMPARE(f.runner().running(), std::size_t{0});
  }

  void argumentsReachTheProgramUntouched() {
    TaskFixture f(plain("arguments"));
    const std::string hostile = "../../$(touch x); `id` | & > \\ \" '\n* Zürich";
    const TaskSpec spec = f.task("../" + hostile, {"printf", "%s", hostile});
    AERIE_VERIFY_OK(f.runner().start(spec));
    AERIE_TASK_ENDS(f, spec.id, "done");
    QCOMPARE(f.log(spec), hostile);
    QCOMPARE(spec.log.parent_path(), f.folder() / "logs");
  }

  void environmentAndFolderAreTheTasks() {
    ::setenv("AERIE_SECRET_OF_THE_DAEMON", "secret", 1);
    TaskFixture f(plain("environment"));
    TaskSpec spec =
        f.shell("a", "echo $ZONE $AERIE_SECRET_OF_THE_DAEMON; pwd; cat; ls /proc/self/fd | wc -l");
    spec.environment = *taskEnvironment({{"ZONE", "KSFO"}});
    spec.working_directory = f.folder();
    AERIE_VERIFY_OK(f.runner().start(spec));
    AERIE_TASK_ENDS(f, "a", "done");
    // Three descriptors, and the one with which ls reads the folder.
    QCOMPARE(f.log(spec), "KSFO\n" + std::filesystem::canonical(f.folder()).string() + "\n4\n");
  }

  void aStartThatIsRefusedSaysWhy_data() {
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("text");
    QTest::newRow("no such program") << "no-such-program"
                                     << "no-such-program: is not there";
    QTest::newRow("no such path") << "/no/such/program"
                                  << "is not there";
    QTest::newRow("a folder") << "/tmp"
                              << "may not be run";
    QTest::newRow("nothing") << ""
                             << "needs a program";
  }
  void aStartThatIsRefusedSaysWhy() {
#ifdef __SANITIZE_THREAD__
    QSKIP("the thread sanitizer makes a fork of vfork: a child cannot tell its parent why it did not start");
#endif
    QFETCH(QString, program);
    QFETCH(QString, text);
    TaskFixture f(plain("refused"));
    const auto started = f.runner().start(f.task("a", {program.toStdString()}));
    QVERIFY(!started.ok());
    QVERIFY2(messageOf(started.status()).find(text.toStdString()) != std::string::npos,
             toText(started.status()).c_str());
    QCOMPARE(f.runner().running(), std::size_t{0});
    TaskSpec lost = f.shell("a", "true");
    lost.working_directory = "/no/such/folder";
    AERIE_VERIFY_FAILS(f.runner().start(lost), absl::StatusCode::kFailedPrecondition, "/no/such/folder");
    AERIE_VERIFY_FAILS(f.runner().start(f.task("a", {"true", std::string("a\0b", 3)})),
                       absl::StatusCode::kInvalidArgument, "NUL");
  }

  void anIdRunsOnce() {
    TaskFixture f(plain("once"));
    AERIE_VERIFY_OK(f.runner().start(f.shell("a", "sleep 100")));
    AERIE_VERIFY_FAILS(f.runner().start(f.shell("a", "true")), absl::StatusCode::kAlreadyExists,
                       "'a' is running");
    AERIE_VERIFY_OK(f.runner().cancel("a"));
    AERIE_TASK_ENDS(f, "a", "cancelled");
    AERIE_VERIFY_FAILS(f.runner().cancel("a"), absl::StatusCode::kNotFound, "not running");
  }

  void aTaskOverItsTimeIsEnded() {
    TaskFixture f(plain("timeout"));
    TaskSpec spec = f.shell("a", "sleep 100");
    spec.timeout = milliseconds(50);
    AERIE_VERIFY_OK(f.runner().start(spec));
    AERIE_TASK_ENDS(f, "a", "timed out");
    QVERIFY(f.end("a")->wall_seconds < 50);
  }

  void aTaskThatIgnoresSigtermIsKilledAfterItsGrace() {
    TaskFixture f(plain("grace"));
    TaskSpec spec = f.shell("a", "trap '' TERM; echo ready; while :; do sleep 1; done");
    spec.grace = milliseconds(100);
    AERIE_VERIFY_OK(f.runner().start(spec));
    QTRY_COMPARE(f.log(spec), std::string("ready\n"));
    AERIE_VERIFY_OK(f.runner().cancel("a"));
    AERIE_TASK_ENDS(f, "a", "cancelled");
    QCOMPARE(f.end("a")->signal, SIGKILL);
  }

  void aStoppedTaskHearsThatItIsCancelled() {
    TaskFixture f(plain("stopped"));
    const TaskSpec spec = f.shell("a", "kill -STOP $$; sleep 100");
    AERIE_VERIFY_OK(f.runner().start(spec));
    AERIE_VERIFY_OK(f.runner().cancel("a"));
    AERIE_TASK_ENDS(f, "a", "cancelled");
  }

  void noGrandchildOutlivesItsTask_data() {
    QTest::addColumn<bool>("cancelled");
    QTest::newRow("cancelled") << true;
    QTest::newRow("ended by itself") << false;
  }
  void noGrandchildOutlivesItsTask() {
    QFETCH(bool, cancelled);
    TaskFixture f(plain("grandchild"));
    const TaskSpec spec =
        f.shell("a", std::string("(trap '' TERM; sleep 1000) & echo $!; ") + (cancelled ? "wait" : "exit 0"));
    AERIE_VERIFY_OK(f.runner().start(spec));
    QTRY_VERIFY(f.log(spec).ends_with("\n"));
    const pid_t grandchild = pidIn(f.log(spec));
    if (cancelled) AERIE_VERIFY_OK(f.runner().cancel("a"));
    AERIE_TASK_ENDS(f, "a", cancelled ? "cancelled" : "done");
    QTRY_VERIFY(!isAlive(grandchild));
  }

  void aLogIsBoundedAndSaysSo() {
    TaskFixture f(plain("log"));
    TaskSpec spec = f.shell("a",
                            "i=0; while [ $i -lt 30 ]; do head -c 20000 /dev/zero | tr '\\0' x; echo; "
                            "i=$((i+1)); sleep 0.02; done; echo the end");
    spec.log_limit = 100'000;
    AERIE_VERIFY_OK(f.runner().start(spec));
    AERIE_TASK_ENDS(f, "a", "done");
    const std::string log = f.log(spec);
    const std::string older = readFile(spec.log.string() + ".1").value_or("");
    QVERIFY2(log.size() <= 200'000, std::to_string(log.size()).c_str());
    QVERIFY(older.size() <= 50'000);
    QVERIFY(log.find("[aerie: the log was over 100000 bytes") != std::string::npos);
    QVERIFY(log.ends_with("the end\n") || older.ends_with("the end\n"));
  }

  void aLinkIsNoLog() {
    TaskFixture f(plain("link"));
    TaskSpec spec = f.shell("a", "echo x");
    std::filesystem::create_directories(spec.log.parent_path());
    std::filesystem::create_symlink(f.folder() / "elsewhere", spec.log);
    AERIE_VERIFY_FAILS(f.runner().start(spec), absl::StatusCode::kPermissionDenied, "log cannot be opened");
    QVERIFY(!std::filesystem::exists(f.folder() / "elsewhere"));
  }

  void aTaskOutlivesItsRunnerAndIsAdopted() {
    TaskFixture f(plain("adopt"));
    const TaskSpec spec = f.shell("a", "while [ ! -e go ]; do sleep 0.05; done; exit 5");
    TaskSpec placed = spec;
    placed.working_directory = f.folder();
    const auto handle = f.runner().start(placed);
    AERIE_VERIFY_OK(handle);
    f.restart(plain("adopt"));
    QVERIFY(isAlive(static_cast<pid_t>(handle->pid)));
    TaskHandle other = *handle;
    ++other.start_ticks;
    AERIE_VERIFY_FAILS(f.runner().adopt(placed, other), absl::StatusCode::kNotFound, "has ended");
    TaskHandle again = *handle;
    again.group = "../1";
    AERIE_VERIFY_FAILS(f.runner().adopt(placed, again), absl::StatusCode::kInvalidArgument,
                       "no name of a group");
    AERIE_VERIFY_OK(f.runner().adopt(placed, *handle));
    AERIE_VERIFY_OK(writeFileAtomic(f.folder() / "go", ""));
    AERIE_TASK_ENDS(f, "a", "failed");
    QCOMPARE(f.end("a")->exit_code, 5);
    QVERIFY(f.end("a")->adopted);
    AERIE_VERIFY_FAILS(f.runner().adopt(placed, *handle), absl::StatusCode::kNotFound, "has ended");
  }

  void anAdoptedOrphansEndIsToldOrCalledUnknown() {
    const auto limiter = plain("orphan");
    TaskFixture f(limiter);
    const TaskSpec starter = leaver(f, "while [ ! -e go ]; do sleep 0.05; done; exit 5");
    const auto started = f.runner().start(starter);
    AERIE_VERIFY_OK(started);
    AERIE_TASK_ENDS(f, "starter", "done");
    const pid_t pid = pidIn(f.log(starter));
    QTRY_VERIFY(isAlive(pid));
    TaskHandle handle{"a", pid, *processStartTicks(pid), started->group};
    TaskSpec spec = f.shell("a", "");
    AERIE_VERIFY_OK(f.runner().adopt(spec, handle));
    AERIE_VERIFY_OK(writeFileAtomic(f.folder() / "go", ""));
    QTRY_VERIFY_WITH_TIMEOUT(f.end("a").has_value(), 20'000);
    const TaskEnd end = *f.end("a");
    QVERIFY(end.adopted);
    QVERIFY2(
        end.outcome == TaskOutcome::kUnknown || (end.outcome == TaskOutcome::kFailed && end.exit_code == 5),
        end.text().c_str());
  }

  void aTimeOutRunsFromTheStartOfAnAdoptedTask() {
    const auto limiter = plain("late");
    TaskFixture f(limiter);
    const TaskSpec starter = leaver(f, "exec sleep 1000");
    const auto started = f.runner().start(starter);
    AERIE_VERIFY_OK(started);
    AERIE_TASK_ENDS(f, "starter", "done");
    const pid_t pid = pidIn(f.log(starter));
    QTRY_VERIFY(isAlive(pid));
    TaskSpec spec = f.shell("a", "");
    spec.timeout = milliseconds(1);  // over by the time that it is adopted
    AERIE_VERIFY_OK(f.runner().adopt(spec, {"a", pid, *processStartTicks(pid), started->group}));
    AERIE_TASK_ENDS(f, "a", "timed out");
    QVERIFY(!isAlive(pid));
  }

  void leftoversOfACrashedDaemonAreEnded() {
    const auto first = plain("crash");
    auto group = first->make({});
    AERIE_VERIFY_OK(group);
    TaskFixture f(first);
    TaskSpec spec = f.shell("a", "sleep 1000");
    const auto handle = f.runner().start(spec);
    AERIE_VERIFY_OK(handle);
    f.stop();
    const auto second = plain("crash");
    QCOMPARE(second->leftovers(), std::vector<std::string>{handle->group});
    const auto removed = removeLeftovers(*second);
    AERIE_VERIFY_OK(removed);
    QCOMPARE(*removed, 1);
    QVERIFY(!isAlive(static_cast<pid_t>(handle->pid)));
    static_cast<void>(pollChild(static_cast<pid_t>(handle->pid)));
  }

  void manyTasksAtOnceAllEnd() {
    TaskFixture f(plain("many"));
    for (int i = 0; i < 200; ++i) {
      TaskSpec spec = f.task(std::to_string(i), {"true"});
      spec.log.clear();
      AERIE_VERIFY_OK(f.runner().start(spec));
    }
    for (int i = 0; i < 200; ++i) AERIE_TASK_ENDS(f, std::to_string(i), "done");
  }
};

QTEST_GUILESS_MAIN(TstTaskRunner)
#include "tst_task_runner.moc"
