// The window of one context: rail, header, pages, log, status line. It joins presenters, pages and commands;
// it decides nothing about the domain. Another context gets another window. GUI thread; everything handed
// over must outlive it.
#pragma once

#include <QPointer>
#include <QTimer>
#include <QWidget>
#include <memory>

#include "app/presenters/connection_presenter.h"
#include "app/presenters/log_presenter.h"
#include "app/rpc/api.h"
#include "app/rpc/connection.h"
#include "app/shell/desk.h"
#include "app/shell/workspace.h"
#include "app/widgets/command_registry.h"

class QLabel;
class QSplitter;
class QStackedWidget;

namespace aerie::pages {
class SettingsPage;
}
namespace aerie::widgets {
class MessageBar;
class TaskStrip;
class Toast;
}  // namespace aerie::widgets

namespace aerie::shell {

class Header;
class HelpWindow;
class LogDock;
class NavRail;
class StartPage;

class MainWindow final : public QWidget {
  Q_OBJECT
 public:
  MainWindow(rpc::Connection& connection, const rpc::Apis& apis, Desk& desk);
  ~MainWindow() override;

  // False for an unknown id.
  bool showPage(const QString& id);
  QStringList pageIds() const { return workspace_->pageIds(); }
  QString currentPage() const;
  pages::Page* page(const QString& id) const;
  // Those of pages come with their page.
  const widgets::CommandRegistry& commands() const { return commands_; }
  widgets::CommandRegistry& commands() { return commands_; }
  // Pages are made one after the other while the window is idle. Who needs all of them, or all commands, asks
  // for them now.
  void makeAllPages();
  const models::World& world() const { return workspace_->world(); }
  const models::TrainingWorld& training() const { return workspace_->training(); }
  models::TaskList& tasks() { return workspace_->tasks(); }
  // Goes to a thing; kinds as in Page::openObject.
  void openObject(const QString& kind, const QString& name);
  // Bad news that belongs to no page: above them all, and in the list.
  void showProblem(const QString& headline, const QString& detail);
  // Geometry, page, log: what the next window begins with.
  void saveState() const;

 protected:
  void changeEvent(QEvent* event) override;
  void closeEvent(QCloseEvent* event) override;
  bool focusNextPrevChild(bool next) override;

 private:
  void addWindowCommands();
  void addEditCommands();
  void addHelpCommands();
  QAction* command(const char* id, const QString& text, const QString& what, const char* icon,
                   const QKeySequence& keys, std::function<void()> run);
  void addSeats();
  void dress(int index);
  pages::SettingsPage& settings();
  void layOut();
  QWidget* buildStatusLine();
  void connectParts();
  void restoreState();
  void showIndex(int index);
  void orderParts(QWidget* page);
  int currentIndex() const;
  void connectionChanged();
  void applyConnection();
  void applyShown();
  bool simulationDown() const;
  void tell(models::Tone tone, const QString& headline, const QString& detail, const QString& page);
  QStringList runningTasks() const;
  void chooseProfile(const QString& id);
  void openPalette();
  void openHelp(const QString& file);
  void openNotifications();
  void showSettings(const QString& tab);
  void nextTheme();
  void applyThemeIcon();
  void toggleRail();
  void showLogs(bool shown);
  void focusSearch();
  void copySelection();

  rpc::Connection& connection_;
  Desk& desk_;
  presenters::ConnectionPresenter connectionPresenter_;
  widgets::CommandRegistry commands_;
  std::unique_ptr<Workspace> workspace_;
  std::unique_ptr<presenters::LogPresenter> logs_;
  int settings_ = -1;  // index of its page
  NavRail* rail_ = nullptr;
  Header* header_ = nullptr;
  widgets::MessageBar* banner_ = nullptr;
  widgets::MessageBar* problem_ = nullptr;
  QStackedWidget* stack_ = nullptr;  // 0 = the pages, 1 = the start page
  QStackedWidget* pageStack_ = nullptr;
  QSplitter* splitter_ = nullptr;
  LogDock* dock_ = nullptr;
  QLabel* age_ = nullptr;
  widgets::TaskStrip* taskStrip_ = nullptr;
  widgets::Toast* toast_ = nullptr;
  QPointer<HelpWindow> help_;
  QTimer idle_;  // one page at a time
  bool wasOnline_ = false;
  bool closing_ = false;                 // confirmed although tasks run
  bool startNeedsNoConnection_ = false;  // a page that works offline was asked for on the start page
};

}  // namespace aerie::shell
