// The window's own commands; those of pages are made by the pages.
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QSettings>
#include <QStackedWidget>
#include <algorithm>

#include "app/pages/page.h"
#include "app/pages/settings_page.h"
#include "app/shell/about_dialog.h"
#include "app/shell/app_menu.h"
#include "app/shell/command_palette.h"
#include "app/shell/header.h"
#include "app/shell/help_window.h"
#include "app/shell/log_dock.h"
#include "app/shell/main_window.h"
#include "app/shell/nav_rail.h"
#include "app/shell/notification_panel.h"
#include "app/shell/palette_objects.h"
#include "app/widgets/task_strip.h"
#include "app/widgets/toast.h"

namespace aerie::shell {

using namespace widgets;

namespace {
constexpr int kPaletteTop = 64;
}

void MainWindow::addWindowCommands() {
  Header::Actions actions{};
  actions.palette = command("view:palette.open", tr("Search or Run a Command"), tr("Find anything by name"),
                            "search", QKeySequence(Qt::CTRL | Qt::Key_K), [this] { openPalette(); });
  actions.theme = command("view:view.theme", tr("Switch Theme"), tr("Light, dark, or as the system is"),
                          "moon", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T), [this] { nextTheme(); });
  QAction* fold = command("view:view.rail", tr("Fold"), tr("Fold or unfold the navigation"), "collapse",
                          QKeySequence(Qt::CTRL | Qt::Key_B), [this] { toggleRail(); });
  command("view:view.logs", tr("Logs"), tr("Show or hide the log at the foot of the window"), "logs",
          QKeySequence(Qt::CTRL | Qt::Key_J), [this] {
            showLogs(dock_->isHidden());
            if (!dock_->isHidden()) dock_->focusFind();
          });
  command("view:view.tasks", tr("Tasks"), tr("What is being done, with Cancel, and what was done"),
          "progress", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K), [this] { taskStrip_->showAll(); });
  actions.notifications =
      command("view:view.notifications", tr("Notifications"), tr("What succeeded and what failed so far"),
              "bell", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N), [this] { openNotifications(); });
  actions.menu = command("view:view.menu", tr("Menu"), tr("All commands, by subject"), "menu",
                         QKeySequence(Qt::Key_F10), [this] { header_->openMenu(); });
  command("file:context.switch", tr("Switch Context..."), tr("Choose what this window shows and controls"),
          "context", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O), [this] { header_->openContexts(); });
  command("file:context.add", tr("Add a Control Plane..."), tr("Name another control plane to connect to"),
          "plus", {}, [this] {
            showSettings(QStringLiteral("contexts"));
            settings().addProfile();
          });
  actions.contexts =
      command("file:context.manage", tr("Manage Contexts"), tr("Add, edit and remove contexts"), "settings",
              {}, [this] { showSettings(QStringLiteral("contexts")); });
  command("file:simulation.start", tr("Start the Local Simulation"),
          tr("Run the whole system on this machine and show it"), "play", {},
          [this] { chooseProfile(models::ProfileStore::simulationId()); });
  command("file:simulation.stop", tr("Stop the Local Simulation"), tr("End its daemons; its state is kept"),
          "stop", {}, [this] { desk_.contexts.stopSimulation(); });
  command("file:connection.retry", tr("Retry the Connection"), tr("Connect now instead of waiting"),
          "refresh", QKeySequence(Qt::Key_F5), [this] { connectionPresenter_.retryNow(); });
  command("file:file.quit", tr("Quit"), tr("Close the window and end what it started"), "quit",
          QKeySequence(Qt::CTRL | Qt::Key_Q), [this] { close(); });
  rail_->addToggle(fold);
  auto* menu = new AppMenu(
      commands_,
      [this](const QString& id) {
        const int index = workspace_->indexOf(id);
        return index < 0 ? QString() : workspace_->seats()[static_cast<std::size_t>(index)].title;
      },
      [this] { makeAllPages(); }, this);
  header_ = new Header(connectionPresenter_, desk_.contexts, desk_.notifications, actions, menu, this);
}

void MainWindow::addEditCommands() {
  command("edit:edit.copy", tr("Copy"), tr("Copy the selected text or rows"), "copy", {},
          [this] { copySelection(); });
  command("edit:view.search", tr("Find on This Page"), tr("Put the cursor into the page's search field"),
          "search", QKeySequence(Qt::CTRL | Qt::Key_F), [this] { focusSearch(); });
  command("edit:logs.find", tr("Find in the Log"),
          tr("Show the log and put the cursor into its search field"), "search",
          QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_J), [this] {
            showLogs(true);
            dock_->focusFind();
          });
  command("edit:logs.next", tr("Find Next in the Log"), tr("Go to the next line that has the text"), "down",
          QKeySequence(Qt::Key_F3), [this] { dock_->find(true); });
  command("edit:logs.previous", tr("Find Previous in the Log"), tr("Go to the line before that has the text"),
          "up", QKeySequence(Qt::SHIFT | Qt::Key_F3), [this] { dock_->find(false); });
}

void MainWindow::addHelpCommands() {
  command("help:help.page", tr("Help on This Page"), tr("Open the chapter about what is shown"), "help",
          QKeySequence(Qt::Key_F1), [this] { openHelp(helpFileOf(currentPage())); });
  command("help:help.guide", tr("Guide"), tr("Open the guide at its contents"), "help",
          QKeySequence(Qt::SHIFT | Qt::Key_F1), [this] { openHelp(QStringLiteral("index.md")); });
  command("help:help.keys", tr("Keyboard Shortcuts"), tr("See and change the keys of all commands"),
          "keyboard", {}, [this] { showSettings(QStringLiteral("keys")); });
  command("help:help.about", tr("About Aerie..."), tr("Versions and licences"), "info", {},
          [this] { (new AboutDialog(this))->open(); });
}

void MainWindow::openPalette() {
  makeAllPages();
  auto* palette = new CommandPalette(
      commands_,
      paletteObjects(world(), workspace_->training(),
                     [this](const QString& kind, const QString& name) { openObject(kind, name); }),
      this);
  palette->move(mapToGlobal(QPoint((width() - palette->width()) / 2, kPaletteTop)));
  palette->show();
}

void MainWindow::openHelp(const QString& file) {
  if (!help_) help_ = new HelpWindow(nullptr);
  help_->open(file);
  help_->show();
  help_->raise();
  help_->activateWindow();
}

void MainWindow::openNotifications() {
  auto* panel = new NotificationPanel(desk_.notifications, this);
  connect(panel, &NotificationPanel::pageWanted, this, &MainWindow::showPage);
  panel->openAt(header_->bell());
}

void MainWindow::showSettings(const QString& tab) {
  makeAllPages();  // the list of keys is of all commands
  showIndex(settings_);
  settings().showTab(tab);
}

void MainWindow::nextTheme() {
  using Look = models::Preferences::Look;
  const Look now = desk_.preferences.look();
  const Look next = now == Look::System ? Look::Light : now == Look::Light ? Look::Dark : Look::System;
  desk_.preferences.setLook(next);
  toast_->showText(next == Look::System  ? tr("Theme: as the system")
                   : next == Look::Light ? tr("Theme: light")
                                         : tr("Theme: dark"));
}

void MainWindow::applyThemeIcon() {
  const ThemeChoice choice = desk_.theme.choice();
  header_->setThemeIcon(choice == ThemeChoice::System  ? QStringLiteral("system")
                        : choice == ThemeChoice::Light ? QStringLiteral("sun")
                                                       : QStringLiteral("moon"));
}

void MainWindow::toggleRail() {
  rail_->setCollapsed(!rail_->collapsed());
  QSettings().setValue(QStringLiteral("window/rail_collapsed"), rail_->collapsed());
}

void MainWindow::showLogs(bool shown) {
  dock_->setVisible(shown);
  applyShown();
}

void MainWindow::focusSearch() {
  if (stack_->currentIndex() == 0) page(currentPage())->focusSearch();
}

void MainWindow::copySelection() {
  QWidget* focus = QApplication::focusWidget();
  const auto* view = qobject_cast<QAbstractItemView*>(focus);
  if (!view) {
    if (focus) QMetaObject::invokeMethod(focus, "copy");
    return;
  }
  QModelIndexList rows = view->selectionModel()->selectedIndexes();
  std::sort(rows.begin(), rows.end());
  QString text;
  for (qsizetype i = 0; i < rows.size(); ++i) {
    if (i > 0) text += rows[i].row() == rows[i - 1].row() ? QLatin1Char('\t') : QLatin1Char('\n');
    text += rows[i].data().toString();
  }
  if (!text.isEmpty()) QApplication::clipboard()->setText(text);
}

}  // namespace aerie::shell
