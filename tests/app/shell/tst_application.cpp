#include <QPointer>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include "app/shell/application.h"
#include "core/base/clock.h"
#include "core/base/files.h"
#include "tests/status_checks.h"

namespace aerie {

// Which window stays, with a shell script in the simulation's place.
class TstApplication final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init();
  void theWindowMakesRoomForTheSimulations();
  void aSimulationThatDoesNotStartLeavesTheWindow();

 private:
  rpc::SimulationHost::Options simulation(const char* afterwards) const;

  std::unique_ptr<QTemporaryDir> folder_;
  QObject gui_;
  SystemClock clock_;
};

void TstApplication::init() {
  QStandardPaths::setTestModeEnabled(true);
  QCoreApplication::setOrganizationName(QStringLiteral("AerieTest"));
  QCoreApplication::setApplicationName(QStringLiteral("tst_application"));
  QSettings().clear();
  folder_ = std::make_unique<QTemporaryDir>();
}

rpc::SimulationHost::Options TstApplication::simulation(const char* afterwards) const {
  rpc::SimulationHost::Options options;
  options.program = folder_->filePath(QStringLiteral("aerie-sim"));
  options.stateDirectory = folder_->filePath(QStringLiteral("state"));
  options.lookMs = 20;
  const std::string script = std::string("#!/bin/bash\nstate=$3\n") + afterwards + "\n";
  if (!writeFileAtomic(options.program.toStdString(), script, 0755).ok()) options.program.clear();
  return options;
}

void TstApplication::theWindowMakesRoomForTheSimulations() {
  widgets::Theme theme(*qApp, widgets::ThemeChoice::Light);
  shell::Desk desk(
      theme,
      simulation("ticks=$(cut -d')' -f2 /proc/$$/stat | cut -d' ' -f21)\n"
                 "printf '{\"pid\": %d, \"start_ticks\": \"%s\", \"control\": \"127.0.0.1:1\", \"proxy\": "
                 "\"127.0.0.1:2\", \"simulation\": \"unix:/s\"}' $$ $ticks > $state/simulation.json\n"
                 "echo ready\nexec sleep 60"));
  desk.preferences.setAutoSimulation(true);
  desk.profiles.choose(models::ProfileStore::simulationId());
  shell::Application application(gui_, desk, clock_);
  AERIE_VERIFY_OK(application.openChosen());
  QVERIFY(!application.settled());
  const QPointer<shell::MainWindow> first = application.window();
  QVERIFY(first);
  QSignalSpy opened(&application, &shell::Application::opened);
  QTRY_VERIFY(application.settled());
  QTRY_COMPARE(opened.count(), 1);
  QVERIFY(!first);  // whoever kept it would hold nothing
  QVERIFY(application.window());
}

void TstApplication::aSimulationThatDoesNotStartLeavesTheWindow() {
  widgets::Theme theme(*qApp, widgets::ThemeChoice::Light);
  shell::Desk desk(theme, simulation("exit 2"));
  desk.preferences.setAutoSimulation(true);
  desk.profiles.choose(models::ProfileStore::simulationId());
  shell::Application application(gui_, desk, clock_);
  AERIE_VERIFY_OK(application.openChosen());
  const QPointer<shell::MainWindow> first = application.window();
  QTRY_VERIFY(application.settled());
  QCOMPARE(desk.simulation.state(), rpc::SimulationHost::State::Failed);
  QCOMPARE(application.window(), first.data());
}

}  // namespace aerie

QTEST_MAIN(aerie::TstApplication)
#include "tst_application.moc"
