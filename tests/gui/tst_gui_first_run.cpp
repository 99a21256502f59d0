#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include "app/pages/page.h"
#include "app/rpc/grpc_backend.h"
#include "app/shell/application.h"
#include "app/widgets/english_plurals.h"
#include "core/base/status.h"

namespace aerie {

// The first run with the real simulation: one click, then live data.
class TstGuiFirstRun final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void oneClickLeadsToLiveData();
};

void TstGuiFirstRun::oneClickLeadsToLiveData() {
  QStandardPaths::setTestModeEnabled(true);
  QCoreApplication::setOrganizationName(QStringLiteral("AerieTest"));
  QCoreApplication::setApplicationName(QStringLiteral("tst_gui_first_run"));
  QSettings().clear();
  const QTemporaryDir state;
  widgets::EnglishPlurals plurals;
  QCoreApplication::installTranslator(&plurals);
  QObject gui;
  const SystemClock clock;
  widgets::Theme theme(*qApp, widgets::ThemeChoice::Light);
  rpc::SimulationHost::Options options;
  options.program = QStringLiteral(AERIE_BIN_DIR "/aerie-sim");
  options.stateDirectory = state.path();
  shell::Desk desk(theme, options);
  shell::Application application(gui, desk, clock);
  QVERIFY(application.openChosen().ok());
  application.window()->show();
  auto* primary = application.window()->findChild<QPushButton*>(QStringLiteral("start.primary"));
  QVERIFY(primary->isVisible());
  QTest::mouseClick(primary, Qt::LeftButton);

  // The window is another one when the simulation serves.
  QTRY_COMPARE_WITH_TIMEOUT(desk.simulation.state(), rpc::SimulationHost::State::Running, 90'000);
  QTRY_VERIFY_WITH_TIMEOUT(application.window()->world().complete(), 20'000);
  const auto rate = [&application] {
    return application.window()->world().flow().useCase(QStringLiteral("arrival_delay")).itemsPerSecond;
  };
  QTRY_VERIFY_WITH_TIMEOUT(rate() > 0, 20'000);
  qInfo("the simulation served after %lld ms", static_cast<long long>(desk.simulation.startTookMs()));
  QVERIFY(!application.window()->findChild<QWidget*>(QStringLiteral("startPage"))->isVisible());
  QVERIFY(application.window()->isVisible());

  application.window()->showPage(QStringLiteral("audit"));
  auto* chain = application.window()->findChild<QAbstractButton*>(QStringLiteral("audit.chain"));
  QTRY_VERIFY_WITH_TIMEOUT(chain->text().contains(QLatin1String("intact")), 10'000);
  application.window()->showPage(QStringLiteral("hosts"));
  auto* hosts = application.window()->findChild<QTableView*>(QStringLiteral("hosts.processes.table"));
  QTRY_VERIFY_WITH_TIMEOUT(hosts->model()->rowCount() > 2, 10'000);
  if (const QString directory = qEnvironmentVariable("AERIE_TEST_SCREENSHOTS"); !directory.isEmpty()) {
    application.window()->commands().find(QStringLiteral("view.logs"))->trigger();
    for (const char* page : {"overview", "hosts", "audit"}) {
      application.window()->showPage(QLatin1String(page));
      QTest::qWait(3'000);
      application.window()->grab().save(
          QStringLiteral("%1/first-run-%2.png").arg(directory, QLatin1String(page)));
    }
  }

  desk.contexts.stopSimulation();
  QTRY_COMPARE_WITH_TIMEOUT(desk.simulation.state(), rpc::SimulationHost::State::Absent, 40'000);
  auto* start = application.window()->findChild<QWidget*>(QStringLiteral("startPage"));
  QTRY_VERIFY(start->isVisible());
  QCOMPARE(application.window()->findChild<QPushButton*>(QStringLiteral("start.primary"))->text(),
           QStringLiteral("Start the local simulation"));
}

}  // namespace aerie

QTEST_MAIN(aerie::TstGuiFirstRun)
#include "tst_gui_first_run.moc"
