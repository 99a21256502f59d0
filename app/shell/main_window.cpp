#include "app/shell/main_window.h"

#include <QAction>
#include <QCloseEvent>
#include <QDateTime>
#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "app/pages/page.h"
#include "app/pages/settings_page.h"
#include "app/pages/tab_order.h"
#include "app/shell/header.h"
#include "app/shell/help_window.h"
#include "app/shell/languages.h"
#include "app/shell/log_dock.h"
#include "app/shell/nav_rail.h"
#include "app/shell/pane.h"
#include "app/shell/start_page.h"
#include "app/widgets/card.h"
#include "app/widgets/confirm_sheet.h"
#include "app/widgets/message_bar.h"
#include "app/widgets/task_strip.h"
#include "app/widgets/toast.h"
#include "app/widgets/tokens.h"

namespace aerie::shell {

using namespace widgets;

namespace {

constexpr QSize kFirstSize{1280, 800};
constexpr QSize kMinimumSize{1040, 640};
constexpr QSize kLeastPage{480, 240};
constexpr int kStatusHeight = 32;
constexpr int kDockHeight = 220;
constexpr int kMinDockHeight = 120;
constexpr int kBetweenPages = 30;  // ms, for everything else

QString logDirectoryOf(const Desk& desk, const rpc::Profile& profile) {
  return profile.simulation ? QDir(desk.simulation.stateDirectory()).filePath(QStringLiteral("logs"))
                            : QString();
}

}  // namespace

MainWindow::MainWindow(rpc::Connection& connection, const rpc::Apis& apis, Desk& desk)
    : connection_(connection), desk_(desk), connectionPresenter_(connection) {
  setObjectName(QStringLiteral("window"));
  setWindowTitle(tr("Aerie"));
  setMinimumSize(kMinimumSize);
  resize(kFirstSize);
  rail_ = new NavRail(this);
  pageStack_ = new QStackedWidget(this);
  workspace_ = std::make_unique<Workspace>(connection_, apis, commands_, desk_.contexts, desk_.whatIf);
  logs_ = std::make_unique<presenters::LogPresenter>(apis.deployments, workspace_->world(),
                                                     logDirectoryOf(desk, desk.contexts.active()));
  logs_->setCapacity(desk_.preferences.logLines());
  workspace_->addSeat({QStringLiteral("settings"), pages::SettingsPage::tr("Settings"),
                       QStringLiteral("settings"), [this](QWidget* parent) {
                         return new pages::SettingsPage(desk_.preferences, desk_.contexts,
                                                        availableLanguages(), commands_, parent);
                       }});
  addSeats();
  addWindowCommands();
  addEditCommands();
  addHelpCommands();
  layOut();
  connectParts();
  restoreState();
  applyThemeIcon();
  connectionChanged();
  connect(&idle_, &QTimer::timeout, this, [this] {
    if (!workspace_->makeNext()) idle_.stop();
  });
  idle_.start(kBetweenPages);
}

MainWindow::~MainWindow() {
  delete help_;
  delete dock_;  // before the presenter that it shows
}

QAction* MainWindow::command(const char* id, const QString& text, const QString& what, const char* icon,
                             const QKeySequence& keys, std::function<void()> run) {
  const QString whole = QLatin1String(id);  // "view:view.rail": menu, then id
  return commands_.add({whole.section(QLatin1Char(':'), 1), text, what, QLatin1String(icon), keys,
                        std::move(run), whole.section(QLatin1Char(':'), 0, 0)},
                       this);
}

void MainWindow::addSeats() {
  const QStringList foot{QStringLiteral("hosts"), QStringLiteral("audit"), QStringLiteral("settings")};
  const auto& seats = workspace_->seats();
  settings_ = static_cast<int>(seats.size()) - 1;
  for (int i = 0; i <= settings_; ++i) {
    const PageSeat& seat = seats[static_cast<std::size_t>(i)];
    const QKeySequence keys = i == settings_ ? QKeySequence(Qt::CTRL | Qt::Key_Comma)
                              : i < 9        ? QKeySequence(static_cast<int>(Qt::CTRL) | (Qt::Key_1 + i))
                              : i == 9       ? QKeySequence(Qt::CTRL | Qt::Key_0)
                                             : QKeySequence();
    rail_->addEntry(
        commands_.add({QStringLiteral("go.") + seat.id, seat.title, tr("Go to %1").arg(seat.title), seat.icon,
                       keys, [this, i] { showIndex(i); }, QStringLiteral("go")},
                      this),
        foot.contains(seat.id));
    auto* place = new Pane(kLeastPage, pageStack_);
    pageStack_->addWidget(place);
    workspace_->setPlace(i, place);
  }
  connect(workspace_.get(), &Workspace::pageMade, this, &MainWindow::dress);
}

void MainWindow::dress(int index) {
  pages::Page* page = workspace_->page(index);
  static_cast<Pane*>(pageStack_->widget(index))->setContent(page);
  page->setOnline(connectionPresenter_.online() || !connectionPresenter_.everOnline(),
                  connectionPresenter_.whyDisabled());
  connect(page, &pages::Page::wanted, this, [this, index] {
    if (currentIndex() != index) showIndex(index);
  });
  connect(page, &pages::Page::goodNews, this, [this, id = page->id()](const QString& text) {
    toast_->showText(text);
    tell(models::Tone::Ok, text, {}, id);
  });
  connect(page, &pages::Page::badNews, this,
          [this, id = page->id()](const QString& headline, const QString& detail) {
            tell(models::Tone::Danger, headline, detail, id);
          });
  connect(page, &pages::Page::objectWanted, this, &MainWindow::openObject);
  connect(page, &pages::Page::helpWanted, this, [this, page] { openHelp(helpFileOf(page->id())); });
  if (index == settings_)
    connect(&settings(), &pages::SettingsPage::profileChosen, this, &MainWindow::chooseProfile);
}

pages::SettingsPage& MainWindow::settings() {
  return *static_cast<pages::SettingsPage*>(workspace_->page(settings_));
}

void MainWindow::makeAllPages() {
  while (workspace_->makeNext()) {
  }
}

void MainWindow::layOut() {
  stack_ = new QStackedWidget(this);
  auto* start = new StartPage(connection_, connectionPresenter_, desk_.contexts, this);
  connect(start, &StartPage::addProfileWanted, this, [this] {
    showSettings(QStringLiteral("contexts"));
    settings().addProfile();
  });
  stack_->addWidget(pageStack_);
  stack_->addWidget(new Pane(start, kLeastPage, stack_));
  banner_ = new MessageBar(this);
  banner_->setObjectName(QStringLiteral("banner"));
  problem_ = new MessageBar(this);
  problem_->setObjectName(QStringLiteral("problem"));
  auto* bars = new QVBoxLayout();
  bars->setContentsMargins(kGapL, kGapS, kGapL, 0);
  bars->addWidget(banner_);
  bars->addWidget(problem_);
  dock_ = new LogDock(*logs_, this);
  dock_->setMinimumHeight(kMinDockHeight);
  dock_->hide();
  splitter_ = new QSplitter(Qt::Vertical, this);
  splitter_->setObjectName(QStringLiteral("splitter"));
  splitter_->setChildrenCollapsible(false);
  splitter_->addWidget(stack_);
  splitter_->addWidget(dock_);
  splitter_->setStretchFactor(0, 1);
  auto* center = new QVBoxLayout();
  center->setContentsMargins(0, 0, 0, 0);
  center->setSpacing(0);
  auto* header = new Pane(header_, {0, header_->height()}, this);
  header->setFixedHeight(header_->height());
  center->addWidget(header);
  center->addLayout(bars);
  center->addWidget(splitter_, 1);
  auto* status = new Pane(buildStatusLine(), {0, kStatusHeight}, this);
  status->setFixedHeight(kStatusHeight);
  center->addWidget(status);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  row->addWidget(rail_);
  row->addLayout(center, 1);
  toast_ = new Toast(this);
}

QWidget* MainWindow::buildStatusLine() {
  auto* strip = new QWidget(this);
  strip->setObjectName(QStringLiteral("statusStrip"));
  strip->setAttribute(Qt::WA_StyledBackground);
  strip->setFixedHeight(kStatusHeight);
  auto* row = new QHBoxLayout(strip);
  row->setContentsMargins(kGapS, 1, kGapL, 0);
  QAction* logs = commands_.find(QStringLiteral("view.logs"));
  QPushButton* toggle = CommandRegistry::buttonFor(logs, "flat", strip);
  row->addWidget(toggle);
  taskStrip_ = new TaskStrip(workspace_->tasks(), strip);
  row->addWidget(taskStrip_);
  row->addStretch(1);
  QLabel* hint = newLabel({}, "caption", strip);
  const auto keysOf = [this](const char* id) {
    return commands_.find(QLatin1String(id))->shortcut().toString(QKeySequence::NativeText);
  };
  const auto showHint = [hint, keysOf] {
    const QString find = keysOf("palette.open");
    const QString help = keysOf("help.page");
    //: %1 and %2 are keys
    hint->setText(find.isEmpty() || help.isEmpty() ? QString()
                                                   : tr("%1 finds everything, %2 helps").arg(find, help));
  };
  showHint();
  connect(&commands_, &CommandRegistry::keysChanged, hint, showHint);
  row->addWidget(hint);
  row->addSpacing(kGapL);
  age_ = newLabel(connectionPresenter_.ageText(), "caption", strip);
  age_->setObjectName(QStringLiteral("age"));
  row->addWidget(age_);
  return strip;
}

void MainWindow::connectParts() {
  using presenters::ConnectionPresenter;
  connect(&workspace_->world(), &models::World::statusChanged, this, [this] {
    const rpc::SystemStatus& status = world().status();
    header_->setEnvironment(status.environment, status.version);
  });
  connect(&connectionPresenter_, &ConnectionPresenter::changed, this, &MainWindow::connectionChanged);
  connect(&connectionPresenter_, &ConnectionPresenter::ageChanged, this,
          [this] { age_->setText(connectionPresenter_.ageText()); });
  connect(&desk_.contexts, &presenters::ContextsPresenter::simulationChanged, this,
          &MainWindow::connectionChanged);
  connect(banner_, &MessageBar::actionClicked, &connectionPresenter_, &ConnectionPresenter::retryNow);
  connect(dock_, &LogDock::closeWanted, this, [this] { showLogs(false); });
  connect(header_, &Header::profileChosen, this, &MainWindow::chooseProfile);
  connect(header_, &Header::addProfileWanted, this, [this] {
    showSettings(QStringLiteral("contexts"));
    settings().addProfile();
  });
  connect(&desk_.theme, &Theme::changed, this, &MainWindow::applyThemeIcon);
  connect(&desk_.preferences, &models::Preferences::changed, this,
          [this] { logs_->setCapacity(desk_.preferences.logLines()); });
}

bool MainWindow::showPage(const QString& id) {
  const int index = workspace_->indexOf(id);
  if (index >= 0) showIndex(index);
  return index >= 0;
}

int MainWindow::currentIndex() const { return pageStack_->currentIndex(); }

QString MainWindow::currentPage() const {
  return workspace_->seats()[static_cast<std::size_t>(currentIndex())].id;
}

pages::Page* MainWindow::page(const QString& id) const {
  const int index = workspace_->indexOf(id);
  return index < 0 ? nullptr : workspace_->page(index);
}

void MainWindow::openObject(const QString& kind, const QString& name) {
  if (const int index = workspace_->open(kind, name); index >= 0) showIndex(index);
}

void MainWindow::showIndex(int index) {
  pages::Page* shown = workspace_->page(index);
  pageStack_->setCurrentIndex(index);
  applyShown();
  startNeedsNoConnection_ = index == settings_;
  applyConnection();
  orderParts(shown);
  shown->setFocus();
  rail_->setCurrent(index);
  setWindowTitle(desk_.contexts.active().name.isEmpty()
                     ? tr("%1 - Aerie").arg(shown->title())
                     : tr("%1 - %2 - Aerie").arg(shown->title(), desk_.contexts.active().name));
}

// What nobody sees is not watched: other pages, and all of them while the window is minimised or offline.
void MainWindow::applyShown() {
  const bool seen = connectionPresenter_.online() && !isMinimized();
  int index = 0;
  for (const PageSeat& seat : workspace_->seats()) {
    if (seat.page) seat.page->setShown(index == currentIndex() && seen);
    ++index;
  }
  logs_->setShown(!dock_->isHidden() && !isMinimized());
}

void MainWindow::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::WindowStateChange && dock_) applyShown();
}

// Pages are made after everything else of the window; Tab comes to them where they are seen.
void MainWindow::orderParts(QWidget* page) {
  pages::orderTabs({rail_, header_, banner_, problem_, stack_->widget(1), page, dock_,
                    findChild<QWidget*>(QStringLiteral("statusStrip"))});
}

bool MainWindow::focusNextPrevChild(bool next) {
  orderParts(workspace_->page(currentIndex()));
  return QWidget::focusNextPrevChild(next);
}

bool MainWindow::simulationDown() const {
  const rpc::Profile& active = desk_.contexts.active();
  return active.simulation && desk_.simulation.state() != rpc::SimulationHost::State::Running;
}

void MainWindow::connectionChanged() {
  const bool online = connectionPresenter_.online();
  if (online != wasOnline_ && connectionPresenter_.everOnline()) {
    wasOnline_ = online;
    const QString name = connection_.address();
    if (online) {
      tell(models::Tone::Ok, tr("Connected to %1").arg(name), {}, {});
    } else {
      tell(models::Tone::Danger, tr("The connection to %1 was lost").arg(name), connection_.reason(), {});
    }
  }
  for (const PageSeat& seat : workspace_->seats()) {
    if (seat.page)
      seat.page->setOnline(online || !connectionPresenter_.everOnline(), connectionPresenter_.whyDisabled());
  }
  applyShown();
  const QString headline = simulationDown() ? QString() : connectionPresenter_.headline();
  if (headline.isEmpty()) {
    banner_->hide();
  } else {
    const QString word = connectionPresenter_.word();
    banner_->showMessage(
        models::Tone::Danger, headline,
        connection_.reason().isEmpty() ? word : word + QLatin1String(". ") + connection_.reason(),
        tr("Retry now"), false);
  }
  applyConnection();
}

void MainWindow::applyConnection() {
  const bool shown = connectionPresenter_.everOnline() && !simulationDown();
  stack_->setCurrentIndex(shown || startNeedsNoConnection_ ? 0 : 1);
}

void MainWindow::tell(models::Tone tone, const QString& headline, const QString& detail,
                      const QString& page) {
  desk_.notifications.add({QDateTime::currentMSecsSinceEpoch(), tone, headline, detail, page});
}

void MainWindow::showProblem(const QString& headline, const QString& detail) {
  problem_->showMessage(models::Tone::Danger, headline, detail);
  tell(models::Tone::Danger, headline, detail, {});
}

void MainWindow::chooseProfile(const QString& id) {
  if (id.isEmpty() || (id == desk_.contexts.active().id && connectionPresenter_.online())) return;
  const QStringList running = runningTasks();
  if (running.isEmpty()) {
    desk_.contexts.choose(id);
    return;
  }
  const rpc::Profile* profile = desk_.profiles.find(id);
  ConfirmSheet::ask(
      this,
      {tr("Switch to \"%1\" now?").arg(profile ? profile->name : id),
       tr("%n task(s) of this window end unfinished.", nullptr, static_cast<int>(running.size())), running,
       tr("Switch"), true},
      [this, id] { desk_.contexts.choose(id); });
}

QStringList MainWindow::runningTasks() const {
  QStringList names;
  for (const models::Task& t : workspace_->tasks().tasks()) {
    if (t.state == models::Task::State::Running) names.append(t.title);
  }
  return names;
}

void MainWindow::saveState() const {
  QSettings settings;
  settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
  settings.setValue(QStringLiteral("window/page"), currentPage());
  settings.setValue(QStringLiteral("window/logs_shown"), !dock_->isHidden());
  if (!dock_->isHidden()) settings.setValue(QStringLiteral("window/split"), splitter_->saveState());
}

void MainWindow::restoreState() {
  const QSettings settings;
  restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
  rail_->setCollapsed(settings.value(QStringLiteral("window/rail_collapsed"), false).toBool());
  if (!splitter_->restoreState(settings.value(QStringLiteral("window/split")).toByteArray())) {
    splitter_->setSizes({height() - kDockHeight, kDockHeight});
  }
  showLogs(settings.value(QStringLiteral("window/logs_shown"), false).toBool());
  const QString page = settings.value(QStringLiteral("window/page")).toString();
  // Settings would hide that nothing is connected.
  if (page == QLatin1String("settings") || !showPage(page)) showIndex(0);
}

void MainWindow::closeEvent(QCloseEvent* event) {
  if (const QStringList running = runningTasks(); !running.isEmpty() && !closing_) {
    event->ignore();
    ConfirmSheet::ask(this,
                      {tr("Close the window now?"),
                       tr("%n task(s) end unfinished.", nullptr, static_cast<int>(running.size())), running,
                       tr("Close"), true},
                      [this] {
                        closing_ = true;
                        close();
                      });
    return;
  }
  saveState();
  if (help_) help_->close();
  QWidget::closeEvent(event);
}

}  // namespace aerie::shell
