#include <QtTest>
#include <cstdlib>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include "core/base/child_process.h"
#include "core/base/files.h"
#include "tests/status_checks.h"

using namespace aerie;

namespace {

ChildOptions child(std::vector<std::string> arguments) {
  ChildOptions options;
  options.arguments = std::move(arguments);
  return options;
}

std::string outputOf(std::vector<std::string> arguments) {
  const auto result = runToEnd(child(std::move(arguments)));
  return result.ok() ? result->output : toText(result.status());
}

}  // namespace

class TstChildProcess : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void argumentsReachTheProgramUntouched_data() {
    QTest::addColumn<QString>("argument");
    QTest::newRow("empty") << "";
    QTest::newRow("spaces") << " a  b ";
    QTest::newRow("shell characters") << "$(id); `id` | & > < * ? ~ \\ \" '";
    QTest::newRow("non-ASCII") << "Zürich ✈";
    QTest::newRow("newline") << "a\nb";
  }
  void argumentsReachTheProgramUntouched() {
    QFETCH(QString, argument);
    QCOMPARE(outputOf({"printf", "<%s>", argument.toStdString()}), "<" + argument.toStdString() + ">");
  }

  void exitStatesAreTold_data() {
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("clean");
    QTest::newRow("done") << "exit 0"
                          << "exited with 0" << true;
    QTest::newRow("failed") << "exit 7"
                            << "exited with 7" << false;
    QTest::newRow("killed") << "kill -9 $$"
                            << "killed by signal 9 (KILL)" << false;
    QTest::newRow("terminated") << "kill -15 $$"
                                << "killed by signal 15 (TERM)" << false;
  }
  void exitStatesAreTold() {
    QFETCH(QString, script);
    QFETCH(QString, text);
    QFETCH(bool, clean);
    const auto result = runToEnd(child({"sh", "-c", script.toStdString()}));
    AERIE_VERIFY_OK(result);
    QCOMPARE(result->exit.text(), text.toStdString());
    QCOMPARE(result->exit.clean(), clean);
  }

  void aProgramThatIsNotThereSaysSo() {
    AERIE_VERIFY_FAILS(runToEnd(child({"/no/such/program"})), absl::StatusCode::kFailedPrecondition,
                       "/no/such/program: cannot be started");
    AERIE_VERIFY_FAILS(spawnChild(child({})), absl::StatusCode::kInvalidArgument, "needs a program");
    AERIE_VERIFY_FAILS(runToEnd(child({})), absl::StatusCode::kInvalidArgument, "needs a program");
  }

  void environmentAndFolderAreTheChilds() {
    const auto folder = TempDir::create();
    ::setenv("AERIE_TEST_INHERITED", "old", 1);
    ::setenv("AERIE_DROPPED_ONE", "secret", 1);
    ChildOptions options =
        child({"sh", "-c", "echo $AERIE_TEST_NEW $AERIE_TEST_INHERITED $AERIE_DROPPED_ONE; pwd"});
    options.environment = {{"AERIE_TEST_NEW", "a"}, {"AERIE_TEST_INHERITED", "b"}};
    options.dropped_prefix = "AERIE_DROPPED_";
    options.working_directory = folder->path();
    const auto result = runToEnd(options);
    AERIE_VERIFY_OK(result);
    QCOMPARE(result->output, "a b\n" + std::filesystem::canonical(folder->path()).string() + "\n");
  }

  void outputIsAppendedToTheFile() {
    const auto folder = TempDir::create();
    const auto log = folder->path() / "logs" / "child.log";
    for (int i = 0; i < 2; ++i) {
      ChildOptions options = child({"sh", "-c", "echo out; echo err >&2"});
      options.output = log;
      const auto pid = spawnChild(options);
      AERIE_VERIFY_OK(pid);
      QTRY_VERIFY(pollChild(*pid).has_value());
    }
    QCOMPARE(*readFile(log), std::string("out\nerr\nout\nerr\n"));
  }

  void longOutputIsCutAndTheChildStillEnds() {
    const auto result = runToEnd(child({"sh", "-c", "head -c 3000000 /dev/zero; exit 3"}));
    AERIE_VERIFY_OK(result);
    QCOMPARE(result->output.size(), std::size_t{1} << 20);
    QCOMPARE(result->exit.code, 3);
  }

  void aChildHasOnlyItsThreeDescriptors() {
    const int leaked = ::open("/dev/null", O_RDONLY);  // without close-on-exec
    QVERIFY(leaked > 2);
    QCOMPARE(outputOf({"sh", "-c", fmt::format("test -e /proc/self/fd/{} && echo leaked", leaked)}),
             std::string());
    ::close(leaked);
  }

  void signalsReachTheWholeGroup() {
    const auto folder = TempDir::create();
    const auto log = folder->path() / "log";
    ChildOptions options = child({"sh", "-c", "sleep 100 & echo $!; wait"});
    options.output = log;
    const auto pid = spawnChild(options);
    AERIE_VERIFY_OK(pid);
    QTRY_VERIFY(readFile(log).value_or("").ends_with("\n"));
    const pid_t grandchild = std::stoi(*readFile(log));
    QVERIFY(processStartTicks(grandchild).ok());
    QVERIFY(!pollChild(*pid).has_value());
    AERIE_VERIFY_OK(signalChild(*pid, SIGTERM));
    std::optional<ExitState> exit;
    QTRY_VERIFY((exit = pollChild(*pid)).has_value());
    QVERIFY2(!exit->clean(),
             exit->text().c_str());  // the shell may see its child's end before its own signal
    QTRY_VERIFY(!processStartTicks(grandchild).ok());
  }

  void aChildThatWasReapedIsGone() {
    const auto pid = spawnChild(child({"true"}));
    AERIE_VERIFY_OK(pid);
    QTRY_VERIFY(pollChild(*pid).has_value());
    AERIE_VERIFY_FAILS(signalChild(*pid, SIGTERM), absl::StatusCode::kNotFound, "is gone");
  }

  void signallingIsRefusedForPidsThatAreNoChilds_data() {
    QTest::addColumn<int>("pid");
    QTest::newRow("none") << 0;
    QTest::newRow("init") << 1;
    QTest::newRow("everybody") << -1;
  }
  void signallingIsRefusedForPidsThatAreNoChilds() {
    QFETCH(int, pid);
    AERIE_VERIFY_FAILS(signalChild(pid, 0), absl::StatusCode::kInvalidArgument, "is not a child's pid");
  }

  void startTicksTellProcessesApart() {
    const auto own = processStartTicks(::getpid());
    AERIE_VERIFY_OK(own);
    QVERIFY(*own > 0);
    QCOMPARE(*processStartTicks(::getpid()), *own);
    const auto pid = spawnChild(child({"sleep", "100"}));
    AERIE_VERIFY_OK(pid);
    const auto child = processStartTicks(*pid);
    AERIE_VERIFY_OK(child);
    QVERIFY(*child >= *own);
    // A zombie has ended, though its pid still exists.
    AERIE_VERIFY_OK(signalChild(*pid, SIGKILL));
    QTRY_VERIFY(absl::IsNotFound(processStartTicks(*pid).status()));
    QCOMPARE(pollChild(*pid)->signal, SIGKILL);
    QVERIFY(absl::IsNotFound(processStartTicks(*pid).status()));
  }

  void aProcessThatIsNotOursEndsUnknown() {
    QVERIFY(!pollChild(::getppid()).has_value());
    const auto pid = spawnChild(child({"true"}));
    QTRY_VERIFY(pollChild(*pid).has_value());
    QCOMPARE(pollChild(*pid)->code, -1);
  }

  void theExecutablesFolderHoldsThisTest() {
    QVERIFY(std::filesystem::exists(executableDirectory() / "tst_child_process"));
  }
};

QTEST_GUILESS_MAIN(TstChildProcess)
#include "tst_child_process.moc"
