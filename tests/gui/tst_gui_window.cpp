#include <QAction>
#include <QComboBox>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include "app/pages/page.h"
#include "app/rpc/versions.h"
#include "app/shell/app_menu.h"
#include "app/shell/help_window.h"
#include "app/shell/log_dock.h"
#include "app/widgets/confirm_sheet.h"
#include "app/widgets/message_bar.h"
#include "core/base/status.h"
#include "tests/gui/gui_fixture.h"

namespace aerie {

using testing::GuiFixture;

namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

template <class T>
T* topLevel() {
  for (QWidget* w : QApplication::topLevelWidgets()) {
    if (auto* found = qobject_cast<T*>(w); found && found->isVisible()) return found;
  }
  return nullptr;
}

}  // namespace

class TstGuiWindow final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void firstRunOffersTheSimulation();
  void pagesAreMadeOneByOneWhileTheWindowIsIdle();
  void aPageThatIsMadeAfterTheDataShowsThem();
  void everySeatTellsWhatItsPageIs();
  void paletteFindsAVersionByItsLetters();
  void paletteShowsWhatWasUsedLastFirst();
  void menuHoldsEveryCommandOnce();
  void failuresAreKeptInTheList();
  void aNotificationLeadsToItsPage();
  void windowComesBackAsItWas();
  void logDockFollowsOnlyWhileShown();
  void helpOpensTheChapterOfThePage();
  void aMinimisedWindowWatchesNothing();
  void aboutNamesVersionsAndLicences();
  void keysAreChangedInSettings();
  void keysThatClashAreNamedInSettings();
  void aControlPlaneIsAddedAndRemoved();
  void tasksAreListedAndCancelled();
  void switchingAsksWhileTasksRun();
  void closingAsksWhileTasksRun();
  void productionAsksBeforeItActs();
  void settingsWorkWithoutAConnection();
  void stoppedSimulationOffersItself();
  void hostsAndAuditShowTheirData();
};

void TstGuiWindow::firstRunOffersTheSimulation() {
  GuiFixture f(false);
  f.connection->stop();
  f.desk->contexts.setActive(f.desk->profiles.profiles().front());
  auto* primary = f.find<QPushButton>("start.primary");
  QTRY_VERIFY(primary->isVisible());
  QCOMPARE(primary->text(), s("Start the local simulation"));
  QVERIFY(f.find<QPushButton>("start.secondary")->text().contains(s("control plane")));
  GuiFixture::keep(f.window.get(), "state-welcome");
  QTest::mouseClick(primary, Qt::LeftButton);
  // The fixture's program does not exist: the reason is told, and what to do.
  QTRY_COMPARE(f.desk->simulation.state(), rpc::SimulationHost::State::Failed);
  QTRY_COMPARE(primary->text(), s("Try again"));
  QVERIFY(!f.find<QLabel>("start.sentence")->text().isEmpty());
  GuiFixture::keep(f.window.get(), "state-simulation-failed");
}

// A window of its own, as the program makes it: only the page that is shown is there at first.
static void makeLate(GuiFixture& f) {
  f.window.reset();
  rpc::Connection::Options options;
  options.address = QStringLiteral("127.0.0.1:7700");
  options.updateInterval = std::chrono::milliseconds(5);
  f.connection = std::make_unique<rpc::Connection>(f.control, f.clock, options);
  QSettings().remove(QStringLiteral("window"));
  f.window = std::make_unique<shell::MainWindow>(*f.connection, f.control.apis(), *f.desk);
  f.window->resize(1280, 800);
  f.window->show();
  f.connection->start();
}

static int pagesOf(const GuiFixture& f) {
  return static_cast<int>(f.window->findChildren<pages::Page*>().size());
}

// What a page says, without its numbers.
static QStringList wordsOf(const GuiFixture& f, const QString& id) {
  static const QRegularExpression numbers(QStringLiteral("[0-9][0-9.,:]*|-"));
  QStringList out;
  for (const QLabel* label : f.window->page(id)->findChildren<QLabel*>()) {
    if (label->isVisible() && !label->text().isEmpty()) out.append(label->text().remove(numbers));
  }
  for (const QTableView* table : f.window->page(id)->findChildren<QTableView*>()) {
    if (table->isVisible() && table->model())
      out.append(QStringLiteral("%1: %2 rows").arg(table->objectName()).arg(table->model()->rowCount()));
  }
  out.sort();
  return out;
}

void TstGuiWindow::pagesAreMadeOneByOneWhileTheWindowIsIdle() {
  GuiFixture f;
  makeLate(f);
  QCOMPARE(pagesOf(f), 1);
  QVERIFY(!f.window->commands().find(s("deployments.deploy")));
  QTRY_COMPARE(pagesOf(f), static_cast<int>(f.window->pageIds().size()));
  QVERIFY(f.window->commands().find(s("deployments.deploy")));
}

void TstGuiWindow::aPageThatIsMadeAfterTheDataShowsThem() {
  QMap<QString, QStringList> early;
  GuiFixture f;
  QTRY_VERIFY(f.window->world().complete());
  for (const QString& id : f.window->pageIds()) {
    f.window->showPage(id);
    QTest::qWait(150);
    early[id] = wordsOf(f, id);
  }
  const QStringList ids = f.window->pageIds();
  for (const QString& id : ids) {
    makeLate(f);
    QTRY_VERIFY(f.window->world().complete());
    f.window->showPage(id);
    QTRY_COMPARE(wordsOf(f, id), early[id]);
  }
}

void TstGuiWindow::everySeatTellsWhatItsPageIs() {
  GuiFixture f;
  for (const QString& id : f.window->pageIds()) {
    const pages::Page* page = f.window->page(id);
    const QAction* go = f.window->commands().find(s("go.") + id);
    QVERIFY2(page && go, qPrintable(id));
    QCOMPARE(page->id(), id);
    QCOMPARE(go->text(), page->title());
    QCOMPARE(page->icon(), id);
  }
}

void TstGuiWindow::paletteFindsAVersionByItsLetters() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  QTest::mouseClick(f.find("openPalette"), Qt::LeftButton);
  auto* field = f.find<QLineEdit>("palette.field");
  QTest::keyClicks(field, s("@ardel@2"));
  auto* list = f.find<QListWidget>("palette.list");
  QVERIFY(list->count() > 0);
  QCOMPARE(list->item(0)->text(), s("arrival_delay@2"));
  QTest::keyClick(field, Qt::Key_Return);
  QTRY_COMPARE(f.window->currentPage(), s("registry"));
}

void TstGuiWindow::paletteShowsWhatWasUsedLastFirst() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  QTest::mouseClick(f.find("openPalette"), Qt::LeftButton);
  auto* field = f.find<QLineEdit>("palette.field");
  QTest::keyClicks(field, s(">Go to Audit"));
  QTest::keyClick(field, Qt::Key_Return);
  QTRY_COMPARE(f.window->currentPage(), s("audit"));
  QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
  QTest::mouseClick(f.find("openPalette"), Qt::LeftButton);
  QCOMPARE(f.find<QListWidget>("palette.list")->item(0)->text(), s("Audit"));
}

void TstGuiWindow::menuHoldsEveryCommandOnce() {
  GuiFixture f;
  auto* menu = f.find<shell::AppMenu>("appMenu");
  menu->fill();
  QList<QAction*> found;
  std::function<void(QMenu*)> collect = [&](QMenu* m) {
    for (QAction* action : m->actions()) {
      if (action->menu()) {
        collect(action->menu());
      } else {
        found.append(action);
      }
    }
  };
  collect(menu);
  const auto& actions = f.window->commands().actions();
  QCOMPARE(static_cast<std::size_t>(found.size()), actions.size());
  for (QAction* action : actions) QVERIFY2(found.contains(action), qPrintable(action->objectName()));
}

void TstGuiWindow::failuresAreKeptInTheList() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  f.desk->notifications.clear();
  f.window->page(s("registry"))->showFailure(s("It did not work"), s("Because of the reason"));
  QCOMPARE(f.desk->notifications.unseen(), 1);
  QCOMPARE(f.find<QToolButton>("bell")->text(), s("1"));
  f.control.reachable = false;
  f.control.dropWatch(unavailable("gone"));
  QTRY_COMPARE(f.desk->notifications.unseen(), 2);
}

void TstGuiWindow::aNotificationLeadsToItsPage() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  f.window->showPage(s("registry"));
  f.window->page(s("routing"))->showFailure(s("Nothing was applied"), s("The split has changed meanwhile."));
  QTest::mouseClick(f.find("bell"), Qt::LeftButton);
  auto* list = f.find<QListView>("notifications.list");
  QVERIFY(list);
  GuiFixture::keep(list->window(), "notifications");
  QCOMPARE(f.desk->notifications.unseen(), 0);
  QTest::keyClick(list, Qt::Key_Down);
  list->setCurrentIndex(list->model()->index(0, 0));
  Q_EMIT list->activated(list->currentIndex());
  QTRY_COMPARE(f.window->currentPage(), s("routing"));
}

void TstGuiWindow::windowComesBackAsItWas() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  f.window->resize(1200, 760);
  f.window->showPage(s("routing"));
  f.window->commands().find(s("view.logs"))->trigger();
  f.window->commands().find(s("view.rail"))->trigger();
  const int rail = f.find("rail")->width();
  f.window->close();
  f.makeWindow();
  f.window->show();
  QCOMPARE(f.window->size(), QSize(1200, 760));
  QCOMPARE(f.window->currentPage(), s("routing"));
  QCOMPARE(f.find("rail")->width(), rail);
  QVERIFY(!f.find("logDock")->isHidden());
}

void TstGuiWindow::logDockFollowsOnlyWhileShown() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  auto* lines = f.find<QListView>("logs.lines");
  QVERIFY(!lines->isVisible());
  QCOMPARE(lines->model()->rowCount(), 0);
  f.window->commands().find(s("view.logs"))->trigger();
  QTRY_VERIFY(lines->isVisible() && lines->model()->rowCount() > 0);
  QVERIFY(f.find<QComboBox>("logs.which")->count() > 3);
  GuiFixture::keep(f.window.get(), "log-dock");
  QTest::mouseClick(f.find("logs.close"), Qt::LeftButton);
  QVERIFY(!lines->isVisible());
  QCOMPARE(lines->model()->rowCount(), 0);
}

void TstGuiWindow::helpOpensTheChapterOfThePage() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  f.window->showPage(s("deployments"));
  f.window->commands().find(s("help.page"))->trigger();
  auto* help = topLevel<shell::HelpWindow>();
  QVERIFY(help);
  QCOMPARE(help->file(), s("deployments.md"));
  GuiFixture::keep(help, "help");
  help->findChild<QLineEdit*>(s("help.search"))->setText(s("rollback"));
  QVERIFY(help->findChild<QListWidget*>(s("help.contents"))->count() > 0);
  f.window->close();
  QVERIFY(!help->isVisible());
}

void TstGuiWindow::aMinimisedWindowWatchesNothing() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  f.window->showPage(s("training"));
  f.window->commands().find(s("view.logs"))->trigger();
  auto* lines = f.find<QListView>("logs.lines")->model();
  QTRY_VERIFY(f.control.training.watchers() > 0);
  QTRY_VERIFY(lines->rowCount() > 0);
  f.window->showMinimized();
  QTRY_COMPARE(f.control.training.watchers(), 0);
  QCOMPARE(lines->rowCount(), 0);
  f.window->showNormal();
  QTRY_VERIFY(f.control.training.watchers() > 0);
  QTRY_VERIFY(lines->rowCount() > 0);
}

void TstGuiWindow::aboutNamesVersionsAndLicences() {
  GuiFixture f;
  f.window->commands().find(s("help.about"))->trigger();
  auto* about = f.find<QDialog>("about");
  QVERIFY(about);
  GuiFixture::keep(about, "about");
  QString text;
  for (const QLabel* label : about->findChildren<QLabel*>()) text += label->text() + QLatin1Char('\n');
  for (const char* name : {"Qt",
                           "Qt Charts",
                           "gRPC",
                           "Protocol Buffers",
                           "Abseil",
                           "SQLite",
                           "libcurl",
                           "yaml-cpp",
                           "XGBoost",
                           "hiredis",
                           "libarchive",
                           "Zstandard",
                           "CLI11",
                           "spdlog",
                           "{fmt}",
                           "JSON for Modern C++",
                           "prometheus-cpp",
                           "RE2",
                           "OpenSSL",
                           "Apache-2.0",
                           "GPL-3.0",
                           qVersion()}) {
    QVERIFY2(text.contains(QLatin1String(name)), name);
  }
  for (const rpc::Library& library : rpc::libraries()) {
    QVERIFY2(!library.licence.isEmpty(), qPrintable(library.name));
    if (library.name != QLatin1String("RE2")) {
      QVERIFY2(QRegularExpression(s("^\\d+(\\.\\d+)+$")).match(library.version).hasMatch(),
               qPrintable(library.name + library.version));
    }
  }
}

void TstGuiWindow::keysAreChangedInSettings() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  f.window->commands().find(s("help.keys"))->trigger();
  QCOMPARE(f.window->currentPage(), s("settings"));
  f.find<QLineEdit>("settings.keys.search")->setText(s("Switch Theme"));
  auto* table = f.find<QTableView>("settings.keys.table");
  QTRY_COMPARE(table->model()->rowCount(), 1);
  table->selectRow(0);
  f.find<QKeySequenceEdit>("keys.edit")->setKeySequence(QKeySequence(Qt::CTRL | Qt::Key_Y));
  auto* set = f.find<QPushButton>("keys.set");
  QVERIFY(set->isEnabled());
  QTest::mouseClick(set, Qt::LeftButton);
  QCOMPARE(f.window->commands().find(s("view.theme"))->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_Y));
  GuiFixture::keep(f.window.get(), "settings-keys");
  QTest::mouseClick(f.find("keys.reset"), Qt::LeftButton);
  QVERIFY(!f.window->commands().hasOwnKeys(s("view.theme")));
}

void TstGuiWindow::keysThatClashAreNamedInSettings() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  f.window->commands().find(s("help.keys"))->trigger();
  f.find<QLineEdit>("settings.keys.search")->setText(s("Switch Theme"));
  auto* table = f.find<QTableView>("settings.keys.table");
  QTRY_COMPARE(table->model()->rowCount(), 1);
  table->selectRow(0);
  f.find<QKeySequenceEdit>("keys.edit")->setKeySequence(QKeySequence(Qt::CTRL | Qt::Key_K));
  QVERIFY(!f.find<QPushButton>("keys.set")->isEnabled());
  QVERIFY(f.find<QLabel>("keys.problem")->text().contains(s("Search or Run a Command")));
}

void TstGuiWindow::aControlPlaneIsAddedAndRemoved() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  QSignalSpy opened(&f.desk->contexts, &presenters::ContextsPresenter::openWanted);
  f.window->commands().find(s("context.add"))->trigger();
  auto* dialog = f.find<QDialog>("profileDialog");
  QVERIFY(dialog);
  auto* save = f.findIn<QPushButton>(dialog, "profile.save");
  QVERIFY(!save->isEnabled());
  f.findIn<QLineEdit>(dialog, "profile.name")->setText(s("Berlin"));
  f.findIn<QLineEdit>(dialog, "profile.address")->setText(s("ml.example.org:7700"));
  QVERIFY(!save->isEnabled());
  QVERIFY(f.findIn<QLabel>(dialog, "profile.problem")->text().contains(s("TLS")));
  GuiFixture::keep(dialog, "profile-dialog");
  f.findIn<QLineEdit>(dialog, "profile.ca")->setText(s("/etc/aerie/ca.pem"));
  QVERIFY(save->isEnabled());
  QWidget* test = f.findIn(dialog, "profile.test");
  test->setFocus();
  QTest::keyClick(test, Qt::Key_Space);
  QVERIFY(test->isEnabled());  // else the focus would go on, and the next Space would cancel
  QTRY_VERIFY(f.findIn<QLabel>(dialog, "profile.result")->text().contains(s("did not answer")));
  QTest::mouseClick(save, Qt::LeftButton);
  QTRY_COMPARE(opened.count(), 1);
  QCOMPARE(f.desk->profiles.profiles().size(), 2);
  auto* list = f.find<QListWidget>("settings.contexts");
  list->setCurrentRow(1);
  GuiFixture::keep(f.window.get(), "settings-contexts");
  QTest::mouseClick(f.find("contexts.remove"), Qt::LeftButton);
  auto* sheet = f.find<QDialog>("confirmSheet");
  QVERIFY(sheet);
  QTest::mouseClick(f.findIn(sheet, "verb"), Qt::LeftButton);
  QTRY_COMPARE(f.desk->profiles.profiles().size(), 1);
}

void TstGuiWindow::tasksAreListedAndCancelled() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  models::TaskList& tasks = f.window->tasks();
  int id = 0;
  id = tasks.begin(s("Register flights.aerie"), [&] { tasks.end(id, models::Task::State::Cancelled, {}); });
  const int other = tasks.begin(s("Download arrival_delay@2"), {});
  tasks.progress(id, 30, 100);
  f.window->commands().find(s("view.tasks"))->trigger();
  auto* cancel = f.find<QPushButton>("tasks.cancel");
  QVERIFY(cancel);
  tasks.end(other, models::Task::State::Done, s("Saved 1.2 MiB"));
  QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
  cancel = f.find<QPushButton>("tasks.cancel");  // the rows are new
  GuiFixture::keep(cancel->window(), "tasks");
  cancel->click();
  QCOMPARE(tasks.running(), 0);
  f.find<QPushButton>("tasks.clear")->click();
  QVERIFY(tasks.tasks().empty());
}

void TstGuiWindow::switchingAsksWhileTasksRun() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  rpc::Profile other = GuiFixture::profile();
  other.id.clear();
  other.name = s("Other");
  const QString id = f.desk->profiles.save(other);
  QSignalSpy opened(&f.desk->contexts, &presenters::ContextsPresenter::openWanted);
  const int task = f.window->tasks().begin(s("Register flights.aerie"), {});
  f.window->showPage(s("settings"));
  f.find<QTabWidget>("settings.tabs")->setCurrentIndex(1);
  f.find<QListWidget>("settings.contexts")->setCurrentRow(1);
  QTest::mouseClick(f.find("contexts.open"), Qt::LeftButton);
  auto* sheet = f.find<QDialog>("confirmSheet");
  QVERIFY(sheet);
  QCOMPARE(opened.count(), 0);
  QVERIFY(f.findIn<QLabel>(sheet, "victims")->text().contains(s("flights.aerie")));
  QTest::mouseClick(f.findIn(sheet, "verb"), Qt::LeftButton);
  QTRY_COMPARE(opened.count(), 1);
  QCOMPARE(f.desk->profiles.chosen(), id);
  f.window->tasks().end(task, models::Task::State::Done, {});
}

void TstGuiWindow::closingAsksWhileTasksRun() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  f.window->tasks().begin(s("Register flights.aerie"), {});
  f.window->close();
  QVERIFY(f.window->isVisible());
  auto* sheet = f.find<QDialog>("confirmSheet");
  QVERIFY(sheet);
  QTest::mouseClick(f.findIn(sheet, "verb"), Qt::LeftButton);
  QTRY_VERIFY(!f.window->isVisible());
}

void TstGuiWindow::productionAsksBeforeItActs() {
  GuiFixture f;
  rpc::Profile production = GuiFixture::profile(rpc::Profile::Kind::Production);
  production.name = s("Berlin");
  f.desk->contexts.setActive(production);
  QCOMPARE(widgets::ConfirmSheet::policy().production, s("Berlin"));
  f.desk->contexts.setActive(GuiFixture::profile());
  QVERIFY(widgets::ConfirmSheet::policy().production.isEmpty());
}

void TstGuiWindow::settingsWorkWithoutAConnection() {
  GuiFixture f(false);
  QTRY_COMPARE(f.connection->state(), rpc::Connection::State::Disconnected);
  f.window->showPage(s("settings"));
  auto* theme = f.find<QComboBox>("settings.theme");
  QVERIFY(theme->isVisible() && theme->isEnabled());
  QTest::keyClick(theme, Qt::Key_End);
  Q_EMIT theme->activated(theme->currentIndex());
  QCOMPARE(f.desk->preferences.look(), models::Preferences::Look::Dark);
  QCOMPARE(f.theme.choice(), widgets::ThemeChoice::Dark);
  GuiFixture::keep(f.window.get(), "settings-dark");
  f.window->showPage(s("registry"));
  QVERIFY(!theme->isVisible());
  QVERIFY(f.find("startPage")->isVisible());
}

void TstGuiWindow::stoppedSimulationOffersItself() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  f.desk->profiles.choose(models::ProfileStore::simulationId());
  rpc::Profile simulation = f.desk->profiles.profiles().front();
  simulation.address = s("127.0.0.1:7700");
  f.desk->contexts.setActive(simulation);
  f.control.reachable = false;
  f.control.dropWatch(unavailable("gone"));
  QTRY_VERIFY(f.find("startPage")->isVisible());
  QCOMPARE(f.find<QPushButton>("start.primary")->text(), s("Start the local simulation"));
  QVERIFY(!f.find("banner")->isVisible());
}

void TstGuiWindow::hostsAndAuditShowTheirData() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  f.window->showPage(s("hosts"));
  QTRY_VERIFY(f.find<QTableView>("hosts.processes.table")->model()->rowCount() > 0);
  GuiFixture::keep(f.window.get(), "hosts");
  f.window->showPage(s("audit"));
  QTRY_VERIFY(f.find<QTableView>("audit.entries.table")->model()->rowCount() > 0);
  QTRY_VERIFY(!f.find<QLabel>("audit.who")->text().isEmpty());
  GuiFixture::keep(f.window.get(), "audit");
}

}  // namespace aerie

QTEST_MAIN(aerie::TstGuiWindow)
#include "tst_gui_window.moc"
