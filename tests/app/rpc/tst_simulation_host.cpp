#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <signal.h>
#include <unistd.h>

#include "app/rpc/simulation_host.h"
#include "core/base/child_process.h"
#include "core/base/files.h"

namespace aerie {

using rpc::SimulationHost;
using State = SimulationHost::State;

// The child process of the desktop, with a shell script in the simulation's place.
class TstSimulationHost final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init();
  void itStartsWithProgressAndSaysWhereItServes();
  void aProgramThatFailsShowsTheEndOfItsLog();
  void aMissingProgramIsNamedWithTheRemedy();
  void stopEndsTheChildAndTheStateIsAbsent();
  void aChildThatDoesNotStopIsKilled();
  void aChildThatDiesLaterIsReported();
  void aRunningSimulationIsAdoptedNotStartedAgain();
  void anAdoptedOneThatEndsIsReported();
  void aRecordOfADeadProcessIsNotAdopted();
  void theDestructorStopsWhatWasStarted();
  void theDestructorKeepsWhatItWasToldToKeep();
  void theDefaultDirectoryFollowsTheEnvironment();

 private:
  QString script(const QString& body) const;
  QString serving(const QString& afterwards) const;
  SimulationHost::Options options(const QString& program) const;
  void writeRecord(qint64 pid, quint64 ticks) const;
  pid_t childPid() const;

  std::unique_ptr<QTemporaryDir> folder_;
};

void TstSimulationHost::init() { folder_ = std::make_unique<QTemporaryDir>(); }

QString TstSimulationHost::script(const QString& body) const {
  const QString path = folder_->filePath(QStringLiteral("aerie-sim"));
  const QString text = QStringLiteral("#!/bin/bash\nstate=$3\n%1\n").arg(body);
  if (!writeFileAtomic(path.toStdString(), text.toStdString(), 0755).ok()) return {};
  return path;
}

// What aerie-sim does once it serves.
QString TstSimulationHost::serving(const QString& afterwards) const {
  return script(QStringLiteral(
                    "echo '==> Training'\necho '==> Starting'\n"
                    "ticks=$(cut -d')' -f2 /proc/$$/stat | cut -d' ' -f21)\n"
                    "printf '{\"pid\": %d, \"start_ticks\": \"%s\", \"control\": \"127.0.0.1:1\", \"proxy\": "
                    "\"127.0.0.1:2\", \"simulation\": \"unix:/s\"}' $$ $ticks > $state/simulation.json\n"
                    "echo ready\n%1")
                    .arg(afterwards));
}

SimulationHost::Options TstSimulationHost::options(const QString& program) const {
  SimulationHost::Options out;
  out.program = program;
  out.stateDirectory = folder_->filePath(QStringLiteral("state"));
  out.lookMs = 20;
  out.stopTimeoutMs = 5'000;
  return out;
}

void TstSimulationHost::writeRecord(qint64 pid, quint64 ticks) const {
  const QString json =
      QStringLiteral(
          "{\"pid\": %1, \"start_ticks\": \"%2\", \"control\": \"127.0.0.1:7\", \"proxy\": \"p\", "
          "\"simulation\": \"unix:/x\"}")
          .arg(pid)
          .arg(ticks);
  QVERIFY(writeFileAtomic(folder_->filePath(QStringLiteral("state/simulation.json")).toStdString(),
                          json.toStdString())
              .ok());
}

pid_t TstSimulationHost::childPid() const {
  const std::string text =
      readFile(folder_->filePath(QStringLiteral("state/simulation.json")).toStdString()).value_or("");
  return static_cast<pid_t>(std::atoi(text.substr(text.find(':') + 1).c_str()));
}

void TstSimulationHost::itStartsWithProgressAndSaysWhereItServes() {
  SimulationHost host(options(serving(QStringLiteral("exec sleep 60"))));
  QSignalSpy steps(&host, &SimulationHost::progressed);
  QCOMPARE(host.state(), State::Absent);
  host.start();
  QCOMPARE(host.state(), State::Starting);
  host.start();  // nothing: one is starting
  QTRY_COMPARE(host.state(), State::Running);
  QCOMPARE(host.progress(), (QStringList{QStringLiteral("Training"), QStringLiteral("Starting")}));
  QCOMPARE(steps.count(), 2);
  QCOMPARE(host.addresses().control, QStringLiteral("127.0.0.1:1"));
  QCOMPARE(host.addresses().simulation, QStringLiteral("unix:/s"));
  QVERIFY(host.startedHere());
  QVERIFY(host.startTookMs() > 0);
}

void TstSimulationHost::aProgramThatFailsShowsTheEndOfItsLog() {
  SimulationHost host(options(script(QStringLiteral("echo 'aerie-sim: the port is taken' >&2\nexit 2"))));
  host.start();
  QTRY_COMPARE(host.state(), State::Failed);
  QVERIFY2(host.problem().contains(QLatin1String("the port is taken")), qPrintable(host.problem()));
  QVERIFY2(host.problem().contains(QLatin1Char('2')), qPrintable(host.problem()));
}

void TstSimulationHost::aMissingProgramIsNamedWithTheRemedy() {
  SimulationHost host(options(QStringLiteral("/no/such/aerie-sim")));
  host.start();
  QCOMPARE(host.state(), State::Failed);
  QVERIFY(host.problem().contains(QLatin1String("/no/such/aerie-sim")));
}

void TstSimulationHost::stopEndsTheChildAndTheStateIsAbsent() {
  SimulationHost host(options(serving(QStringLiteral("exec sleep 60"))));
  host.start();
  QTRY_COMPARE(host.state(), State::Running);
  const pid_t pid = childPid();
  host.stop();
  QCOMPARE(host.state(), State::Stopping);
  QTRY_COMPARE(host.state(), State::Absent);
  QVERIFY(!processStartTicks(pid).ok());
  QVERIFY(host.problem().isEmpty());
}

void TstSimulationHost::aChildThatDoesNotStopIsKilled() {
  SimulationHost::Options given =
      options(serving(QStringLiteral("trap '' TERM\nwhile true; do sleep 0.05; done")));
  given.stopTimeoutMs = 100;
  SimulationHost host(given);
  host.start();
  QTRY_COMPARE(host.state(), State::Running);
  host.stop();
  QTRY_COMPARE(host.state(), State::Absent);
}

void TstSimulationHost::aChildThatDiesLaterIsReported() {
  SimulationHost host(
      options(serving(QStringLiteral("echo 'out of memory' >&2\nread -t 0.2 < /dev/zero\nexit 1"))));
  host.start();
  QTRY_COMPARE(host.state(), State::Failed);
  QVERIFY2(host.problem().contains(QLatin1String("out of memory")), qPrintable(host.problem()));
}

void TstSimulationHost::aRunningSimulationIsAdoptedNotStartedAgain() {
  writeRecord(::getpid(), *processStartTicks(::getpid()));
  SimulationHost host(options(script(QStringLiteral("touch $state/started"))));
  host.start();
  QCOMPARE(host.state(), State::Running);
  QCOMPARE(host.addresses().control, QStringLiteral("127.0.0.1:7"));
  QVERIFY(!host.startedHere());
  QVERIFY(!QFile::exists(folder_->filePath(QStringLiteral("state/started"))));
}

void TstSimulationHost::anAdoptedOneThatEndsIsReported() {
  ChildOptions child;
  child.arguments = {"sleep", "60"};
  const auto pid = spawnChild(child);
  QVERIFY(pid.ok());
  writeRecord(*pid, *processStartTicks(*pid));
  SimulationHost host(options(QStringLiteral("/no/such")));
  QVERIFY(host.adopt());
  QVERIFY(signalChild(*pid, SIGKILL).ok());
  QTRY_COMPARE(host.state(), State::Failed);
  QTRY_VERIFY(pollChild(*pid).has_value());
}

void TstSimulationHost::aRecordOfADeadProcessIsNotAdopted() {
  writeRecord(::getpid(), *processStartTicks(::getpid()) + 1);  // the pid lives, but as somebody else
  SimulationHost host(options(QStringLiteral("/no/such")));
  QVERIFY(!host.adopt());
  QCOMPARE(host.state(), State::Absent);
}

void TstSimulationHost::theDestructorStopsWhatWasStarted() {
  pid_t pid = 0;
  {
    SimulationHost host(options(serving(QStringLiteral("exec sleep 60"))));
    host.start();
    QTRY_COMPARE(host.state(), State::Running);
    pid = childPid();
  }
  QVERIFY(!processStartTicks(pid).ok());
}

void TstSimulationHost::theDestructorKeepsWhatItWasToldToKeep() {
  pid_t pid = 0;
  {
    SimulationHost host(options(serving(QStringLiteral("exec sleep 60"))));
    host.start();
    QTRY_COMPARE(host.state(), State::Running);
    host.keepOnExit(true);
    pid = childPid();
  }
  QVERIFY(processStartTicks(pid).ok());
  QCOMPARE(::kill(pid, SIGKILL), 0);
}

void TstSimulationHost::theDefaultDirectoryFollowsTheEnvironment() {
  qputenv("AERIE_HOME", "/srv/aerie");
  QCOMPARE(SimulationHost::defaultStateDirectory(), QStringLiteral("/srv/aerie/simulation"));
  qunsetenv("AERIE_HOME");
  qputenv("XDG_DATA_HOME", "/data");
  QCOMPARE(SimulationHost::defaultStateDirectory(), QStringLiteral("/data/aerie/simulation"));
}

}  // namespace aerie

QTEST_GUILESS_MAIN(aerie::TstSimulationHost)
#include "tst_simulation_host.moc"
