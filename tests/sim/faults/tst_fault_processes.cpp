#include <QtTest>
#include <unistd.h>

#include "core/base/child_process.h"
#include "core/base/files.h"
#include "sim/faults/processes.h"
#include "tests/status_checks.h"

using namespace aerie;

namespace {

absl::StatusOr<pid_t> spawnSleeper() {
  ChildOptions options;
  options.arguments = {"sleep", "100"};
  return spawnChild(options);
}

char stateOf(pid_t pid) {
  const auto stat = readFile(fmt::format("/proc/{}/stat", pid));
  const auto at = stat.ok() ? stat->rfind(") ") : std::string::npos;
  return at == std::string::npos ? '?' : (*stat)[at + 2];
}

}  // namespace

class TstFaultProcesses : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void childrenAreFoundByProgramName() {
    const auto pid = spawnSleeper();
    AERIE_VERIFY_OK(pid);
    const std::string program =
        std::filesystem::canonical(fmt::format("/proc/{}/exe", *pid)).filename().string();
    QTRY_COMPARE(sim::childrenNamed(::getpid(), program), std::vector<pid_t>{*pid});
    QVERIFY(sim::childrenNamed(::getpid(), "aerie-sidecar").empty());
    QVERIFY(sim::childrenNamed(*pid, program).empty());
    AERIE_VERIFY_OK(sim::killProcess(*pid));
    QTRY_VERIFY(pollChild(*pid).has_value());
  }

  void aPausedProcessStandsStillUntilResumed() {
    const auto pid = spawnSleeper();
    AERIE_VERIFY_OK(pid);
    AERIE_VERIFY_OK(sim::pauseProcess(*pid));
    QTRY_COMPARE(stateOf(*pid), 'T');
    QVERIFY(sim::processRuns(*pid));
    AERIE_VERIFY_OK(sim::resumeProcess(*pid));
    QTRY_COMPARE(stateOf(*pid), 'S');
    AERIE_VERIFY_OK(sim::killProcess(*pid));
    QTRY_VERIFY(!sim::processRuns(*pid));  // a zombie does not run
    QTRY_VERIFY(pollChild(*pid).has_value());
    AERIE_VERIFY_FAILS(sim::killProcess(*pid), absl::StatusCode::kNotFound, "is gone");
  }

  void twoFaultsNeverHaveTheSameProcess() {
    QCOMPARE(sim::firstBut({11, 12}, 0).value(), 11);
    QCOMPARE(sim::firstBut({11, 12}, 11).value(), 12);
    QCOMPARE(sim::firstBut({12, 11}, 11).value(), 12);
    AERIE_VERIFY_FAILS(sim::firstBut({11}, 11), absl::StatusCode::kFailedPrecondition, "switch that one off");
    AERIE_VERIFY_FAILS(sim::firstBut({}, 0), absl::StatusCode::kFailedPrecondition, "none runs");
  }

  void pidsThatMeanMoreThanOneProcessAreRefused() {
    for (const pid_t pid : {-1, 0, 1})
      AERIE_VERIFY_FAILS(sim::killProcess(pid), absl::StatusCode::kInvalidArgument,
                         "is not the pid of a daemon");
  }
};

QTEST_GUILESS_MAIN(TstFaultProcesses)
#include "tst_fault_processes.moc"
