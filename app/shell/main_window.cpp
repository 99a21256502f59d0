#include "app/shell/main_window.h"

#include <QAction>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "app/pages/deployments_page.h"
#include "app/pages/registry_page.h"
#include "app/pages/routing_page.h"
#include "app/shell/command_palette.h"
#include "app/shell/header.h"
#include "app/shell/nav_rail.h"
#include "app/widgets/card.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/message_bar.h"
#include "app/widgets/task_strip.h"
#include "app/widgets/toast.h"
#include "app/widgets/tokens.h"

namespace aerie::shell {

using namespace widgets;

namespace {
constexpr QSize kFirstSize{1280, 800};
constexpr QSize kMinimumSize{1040, 640};
constexpr int kStatusHeight = 32;
}  // namespace

MainWindow::MainWindow(rpc::Connection& connection, const rpc::Apis& apis, Theme& theme)
    : connection_(connection),
      theme_(theme),
      connectionPresenter_(connection),
      registryPresenter_(apis.registry, world_, tasks_),
      deploymentsPresenter_(apis.deployments, world_, tasks_),
      routingPresenter_(apis.routing, apis.experiments, world_) {
  setObjectName(QStringLiteral("window"));
  setWindowTitle(tr("Aerie"));
  setMinimumSize(kMinimumSize);
  resize(kFirstSize);
  rail_ = new NavRail(this);
  pageStack_ = new QStackedWidget(this);
  stack_ = new QStackedWidget(this);
  offline_ = new EmptyState(this);
  banner_ = new MessageBar(this);
  banner_->setObjectName(QStringLiteral("banner"));
  addCommands();
  addPages();
  stack_->addWidget(pageStack_);
  stack_->addWidget(offline_);

  auto* bannerRow = new QVBoxLayout();
  bannerRow->setContentsMargins(kGapL, kGapS, kGapL, 0);
  bannerRow->addWidget(banner_);
  auto* center = new QVBoxLayout();
  center->setContentsMargins(0, 0, 0, 0);
  center->setSpacing(0);
  center->addWidget(header_);
  center->addLayout(bannerRow);
  center->addWidget(stack_, 1);
  center->addWidget(buildStatusLine());
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  row->addWidget(rail_);
  row->addLayout(center, 1);
  toast_ = new Toast(this);

  connect(&connection_, &rpc::Connection::updated, &world_, &models::World::apply);
  connect(&world_, &models::World::statusChanged, this,
          [this] { header_->setContext(world_.status().environment, world_.status().version); });
  connect(&connectionPresenter_, &presenters::ConnectionPresenter::changed, this,
          &MainWindow::connectionChanged);
  connect(&connectionPresenter_, &presenters::ConnectionPresenter::ageChanged, this,
          [this] { age_->setText(connectionPresenter_.ageText()); });
  connect(banner_, &MessageBar::actionClicked, &connectionPresenter_,
          &presenters::ConnectionPresenter::retryNow);
  connect(offline_, &EmptyState::actionClicked, &connectionPresenter_,
          &presenters::ConnectionPresenter::retryNow);
  connect(&theme_, &Theme::changed, this, &MainWindow::applyThemeIcon);

  const QSettings settings;
  restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
  rail_->setCollapsed(settings.value(QStringLiteral("window/rail_collapsed"), false).toBool());
  if (!showPage(settings.value(QStringLiteral("window/page")).toString())) showIndex(0);
  applyThemeIcon();
  connectionChanged();
}

MainWindow::~MainWindow() = default;

void MainWindow::addCommands() {
  QAction* palette = commands_.add(
      {QStringLiteral("palette.open"), tr("Search or Run a Command"), tr("Find anything by name"),
       QStringLiteral("search"), QKeySequence(Qt::CTRL | Qt::Key_K), [this] { openPalette(); }},
      this);
  QAction* theme = commands_.add(
      {QStringLiteral("view.theme"), tr("Switch Theme"), tr("Light, dark, or as the system is"),
       QStringLiteral("moon"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T), [this] { nextTheme(); }},
      this);
  QAction* fold = commands_.add(
      {QStringLiteral("view.rail"), tr("Fold"), tr("Fold or unfold the navigation"),
       QStringLiteral("collapse"), QKeySequence(Qt::CTRL | Qt::Key_B), [this] { toggleRail(); }},
      this);
  commands_.add({QStringLiteral("view.search"), tr("Find on This Page"),
                 tr("Put the cursor into the page's search field"), QStringLiteral("search"),
                 QKeySequence(Qt::CTRL | Qt::Key_F), [this] { focusSearch(); }},
                this);
  commands_.add(
      {QStringLiteral("connection.retry"), tr("Retry the Connection"), tr("Connect now instead of waiting"),
       QStringLiteral("refresh"), QKeySequence(Qt::Key_F5), [this] { connectionPresenter_.retryNow(); }},
      this);
  rail_->addToggle(fold);
  header_ = new Header(connectionPresenter_, palette, theme, this);
  connect(header_->menu(), &QMenu::aboutToShow, this, &MainWindow::fillMenu);
}

void MainWindow::addPages() {
  pages_ = {new pages::RegistryPage(registryPresenter_, commands_, this),
            new pages::DeploymentsPage(deploymentsPresenter_, commands_, this),
            new pages::RoutingPage(routingPresenter_, world_, commands_, this)};
  for (std::size_t i = 0; i < pages_.size(); ++i) {
    pages::Page* page = pages_[i];
    const int index = static_cast<int>(i);
    rail_->addEntry(commands_.add(
        {QStringLiteral("go.") + page->id(), page->title(), tr("Go to %1").arg(page->title()), page->icon(),
         QKeySequence(static_cast<int>(Qt::CTRL) | (Qt::Key_1 + index)), [this, index] { showIndex(index); }},
        this));
    pageStack_->addWidget(page);
    connect(page, &pages::Page::wanted, this, [this, index] {
      if (pageStack_->currentIndex() != index) showIndex(index);
    });
    connect(page, &pages::Page::goodNews, this, [this](const QString& text) { toast_->showText(text); });
  }
}

QWidget* MainWindow::buildStatusLine() {
  auto* strip = new QWidget(this);
  strip->setObjectName(QStringLiteral("statusStrip"));
  strip->setAttribute(Qt::WA_StyledBackground);
  strip->setFixedHeight(kStatusHeight);
  auto* row = new QHBoxLayout(strip);
  row->setContentsMargins(kGapM, 1, kGapL, 0);
  row->addWidget(new TaskStrip(tasks_, strip));
  row->addStretch(1);
  row->addWidget(newLabel(tr("Ctrl+K finds everything"), "caption", strip));
  row->addSpacing(kGapL);
  age_ = newLabel(connectionPresenter_.ageText(), "caption", strip);
  age_->setObjectName(QStringLiteral("age"));
  row->addWidget(age_);
  return strip;
}

bool MainWindow::showPage(const QString& id) {
  for (std::size_t i = 0; i < pages_.size(); ++i) {
    if (pages_[i]->id() != id) continue;
    showIndex(static_cast<int>(i));
    return true;
  }
  return false;
}

QStringList MainWindow::pageIds() const {
  QStringList out;
  for (const pages::Page* page : pages_) out.append(page->id());
  return out;
}

pages::Page* MainWindow::page(const QString& id) const {
  const auto it =
      std::find_if(pages_.begin(), pages_.end(), [&](const pages::Page* p) { return p->id() == id; });
  return it == pages_.end() ? nullptr : *it;
}

void MainWindow::showIndex(int index) {
  for (std::size_t i = 0; i < pages_.size(); ++i) {
    pages_[i]->setShown(static_cast<int>(i) == index && connectionPresenter_.online());
  }
  pageStack_->setCurrentIndex(index);
  pages_[static_cast<std::size_t>(index)]->setFocus();
  rail_->setCurrent(index);
  setWindowTitle(tr("%1 - Aerie").arg(pages_[static_cast<std::size_t>(index)]->title()));
}

void MainWindow::connectionChanged() {
  const bool online = connectionPresenter_.online();
  for (pages::Page* page : pages_)
    page->setOnline(online || !connectionPresenter_.everOnline(), connectionPresenter_.whyDisabled());
  if (auto* shown = static_cast<pages::Page*>(pageStack_->currentWidget())) shown->setShown(online);
  if (const QString headline = connectionPresenter_.headline(); !headline.isEmpty()) {
    banner_->showMessage(models::Tone::Danger, headline,
                         connection_.reason().isEmpty()
                             ? connectionPresenter_.word()
                             : connectionPresenter_.word() + QLatin1String(". ") + connection_.reason(),
                         tr("Retry now"), false);
  } else {
    banner_->hide();
  }
  if (connectionPresenter_.everOnline()) {
    stack_->setCurrentIndex(0);
    return;
  }
  stack_->setCurrentIndex(1);
  if (connection_.state() == rpc::Connection::State::Connecting && connection_.reason().isEmpty()) {
    offline_->show(EmptyState::Kind::Loading, tr("Connecting to %1").arg(connection_.address()), {});
  } else {
    offline_->show(EmptyState::Kind::Failed, tr("No control plane answers at %1").arg(connection_.address()),
                   tr("Start the local simulation with ./run, or start this window with --control ADDRESS "
                      "for another control "
                      "plane. This window tries again by itself.\n\n%1")
                       .arg(connection_.reason()),
                   tr("Retry now"));
  }
}

void MainWindow::openPalette() {
  std::vector<PaletteObject> objects;
  for (const rpc::Model& m : world_.models()) {
    objects.push_back({m.name, tr("model"), QStringLiteral("registry"), [this, name = m.name] {
                         showPage(QStringLiteral("registry"));
                         registryPresenter_.selectModel(name);
                       }});
  }
  for (const rpc::Deployment& d : world_.deployments()) {
    objects.push_back(
        {d.spec.endpoint, tr("endpoint"), QStringLiteral("deployments"), [this, name = d.spec.endpoint] {
           showPage(QStringLiteral("deployments"));
           deploymentsPresenter_.select(name);
         }});
  }
  for (const QString& name : routingPresenter_.useCases()) {
    objects.push_back({name, tr("use case"), QStringLiteral("routing"), [this, name] {
                         showPage(QStringLiteral("routing"));
                         routingPresenter_.selectUseCase(name);
                       }});
  }
  auto* palette = new CommandPalette(commands_, std::move(objects), this);
  palette->move(mapToGlobal(QPoint((width() - palette->width()) / 2, 64)));
  palette->show();
}

void MainWindow::fillMenu() {
  QMenu* menu = header_->menu();
  menu->clear();
  QString group;
  for (QAction* action : commands_.actions()) {
    const QString now = action->objectName().section(QLatin1Char('.'), 0, 0);
    if (!group.isEmpty() && now != group) menu->addSeparator();
    group = now;
    menu->addAction(action);
  }
}

void MainWindow::nextTheme() {
  const ThemeChoice next = theme_.choice() == ThemeChoice::System  ? ThemeChoice::Light
                           : theme_.choice() == ThemeChoice::Light ? ThemeChoice::Dark
                                                                   : ThemeChoice::System;
  theme_.set(next);
  QSettings().setValue(QStringLiteral("window/theme"), static_cast<int>(next));
  toast_->showText(next == ThemeChoice::System  ? tr("Theme: as the system")
                   : next == ThemeChoice::Light ? tr("Theme: light")
                                                : tr("Theme: dark"));
}

void MainWindow::applyThemeIcon() {
  header_->setThemeIcon(theme_.choice() == ThemeChoice::System  ? QStringLiteral("system")
                        : theme_.choice() == ThemeChoice::Light ? QStringLiteral("sun")
                                                                : QStringLiteral("moon"));
}

void MainWindow::toggleRail() {
  rail_->setCollapsed(!rail_->collapsed());
  QSettings().setValue(QStringLiteral("window/rail_collapsed"), rail_->collapsed());
}

void MainWindow::focusSearch() {
  if (stack_->currentIndex() == 0)
    pages_[static_cast<std::size_t>(pageStack_->currentIndex())]->focusSearch();
}

void MainWindow::closeEvent(QCloseEvent* event) {
  QSettings settings;
  settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
  settings.setValue(QStringLiteral("window/page"),
                    pages_[static_cast<std::size_t>(pageStack_->currentIndex())]->id());
  QWidget::closeEvent(event);
}

}  // namespace aerie::shell
