#include "app/shell/header.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "app/models/notifications.h"
#include "app/pages/context_dot.h"
#include "app/presenters/connection_presenter.h"
#include "app/presenters/contexts_presenter.h"
#include "app/widgets/card.h"
#include "app/widgets/icons.h"
#include "app/widgets/status_chip.h"
#include "app/widgets/tokens.h"

namespace aerie::shell {

using namespace widgets;

namespace {

constexpr int kHeight = 51;
constexpr int kStrip = 3;
constexpr int kPaletteWidth = 300;
constexpr int kIcon = 18;
constexpr int kReasonsWidth = 340;
constexpr int kContextWidth = 240;

class Logo final : public QWidget {
 public:
  explicit Logo(QWidget* parent) : QWidget(parent) { setFixedSize(24, 24); }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    paintIcon(painter, QRectF(rect()), QStringLiteral("aerie"), colorOf(Role::Accent));
  }
};

}  // namespace

Header::Header(presenters::ConnectionPresenter& connection, presenters::ContextsPresenter& contexts,
               models::Notifications& notifications, const Actions& actions, QMenu* menu, QWidget* parent)
    : QWidget(parent),
      connection_(connection),
      contexts_(contexts),
      notifications_(notifications),
      manage_(actions.contexts),
      menu_(menu) {
  setObjectName(QStringLiteral("header"));
  setAttribute(Qt::WA_StyledBackground);
  setFixedHeight(kHeight);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(kGapL, kStrip, kGapM, 0);
  row->setSpacing(kGapS);
  row->addWidget(new Logo(this));
  addContext(row);
  row->addStretch(1);

  auto* search = new QPushButton(iconOf(QStringLiteral("search"), Role::Muted), {}, this);
  search->setObjectName(QStringLiteral("openPalette"));
  search->setProperty("kind", QStringLiteral("search"));
  search->setAccessibleName(actions.palette->text());
  const auto hint = [search, palette = actions.palette] {
    search->setText(tr("Search or run a command") + QStringLiteral("   ") +
                    palette->shortcut().toString(QKeySequence::NativeText));
    search->setToolTip(palette->toolTip());
    search->setFixedWidth(std::max(kPaletteWidth, search->sizeHint().width()));
  };
  hint();
  connect(actions.palette, &QAction::changed, search, hint);
  connect(search, &QPushButton::clicked, actions.palette, &QAction::trigger);
  row->addWidget(search);
  bell_ = newTool(actions.notifications, QStringLiteral("bell"));
  theme_ = newTool(actions.theme, QStringLiteral("theme"));
  menuButton_ = newTool(actions.menu, QStringLiteral("menu"));
  for (QToolButton* button : {bell_, theme_, menuButton_}) row->addWidget(button);

  connect(chip_, &QAbstractButton::clicked, this, &Header::showReasons);
  connect(&connection_, &presenters::ConnectionPresenter::changed, this, &Header::refresh);
  connect(&contexts_, &presenters::ContextsPresenter::activeChanged, this, &Header::refresh);
  connect(&notifications_, &models::Notifications::unseenChanged, this, &Header::refreshBell);
  refresh();
  refreshBell();
}

void Header::addContext(QHBoxLayout* row) {
  context_ = new QToolButton(this);
  context_->setObjectName(QStringLiteral("context"));
  context_->setProperty("kind", QStringLiteral("context"));
  context_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  context_->setIconSize({kIcon, kIcon});
  context_->setMinimumHeight(kControlHeight);
  context_->setMaximumWidth(kContextWidth);
  connect(context_, &QToolButton::clicked, this, &Header::openContexts);
  contextMenu_ = new QMenu(this);
  contextMenu_->setObjectName(QStringLiteral("contextMenu"));
  contextMenu_->setToolTipsVisible(true);
  connect(contextMenu_, &QMenu::aboutToShow, this, &Header::fillContexts);
  row->addWidget(context_);
  detail_ = newLabel({}, "muted", this);
  row->addWidget(detail_);
  row->addSpacing(kGapS);
  chip_ = new StatusChip(this);
  chip_->setObjectName(QStringLiteral("connection"));
  chip_->setClickable(true);
  row->addWidget(chip_);
}

QToolButton* Header::newTool(QAction* action, const QString& name) {
  auto* button = new QToolButton(this);
  button->setObjectName(name);
  button->setIconSize({kIcon, kIcon});
  button->setMinimumSize(kControlHeight, kControlHeight);
  const auto sync = [button, action] {
    button->setIcon(iconOf(action->property("icon_name").toString(), Role::Muted));
    button->setAccessibleName(action->text());
    button->setToolTip(action->toolTip());
  };
  sync();
  connect(action, &QAction::changed, button, sync);
  connect(button, &QToolButton::clicked, action, &QAction::trigger);
  return button;
}

void Header::openMenu() {
  menu_->popup(menuButton_->mapToGlobal(
      QPoint(menuButton_->width() - menu_->sizeHint().width(), menuButton_->height())));
}

void Header::openContexts() { contextMenu_->popup(context_->mapToGlobal(QPoint(0, context_->height() + 2))); }

QWidget* Header::bell() const { return bell_; }

void Header::fillContexts() {
  contextMenu_->clear();
  const rpc::Profile& active = contexts_.active();
  QList<rpc::Profile> shown = contexts_.store().profiles();
  if (!active.id.isEmpty() && !contexts_.store().find(active.id)) shown.append(active);
  for (const rpc::Profile& p : shown) {
    const QString note = p.simulation ? contexts_.simulationWord() : pages::contextKind(p.kind);
    QAction* action =
        contextMenu_->addAction(pages::contextDot(p), QStringLiteral("%1  (%2)").arg(p.name, note));
    action->setCheckable(true);
    action->setChecked(p.id == active.id);
    action->setToolTip(p.address);
    connect(action, &QAction::triggered, this, [this, id = p.id] { Q_EMIT profileChosen(id); });
  }
  contextMenu_->addSeparator();
  using State = rpc::SimulationHost::State;
  const State state = contexts_.simulation().state();
  if (state == State::Running || state == State::Starting) {
    connect(contextMenu_->addAction(iconOf(QStringLiteral("stop")), tr("Stop the Local Simulation")),
            &QAction::triggered, &contexts_, &presenters::ContextsPresenter::stopSimulation);
  } else {
    QAction* start =
        contextMenu_->addAction(iconOf(QStringLiteral("play")), tr("Start the Local Simulation"));
    start->setEnabled(state != State::Stopping);
    connect(start, &QAction::triggered, this,
            [this] { Q_EMIT profileChosen(models::ProfileStore::simulationId()); });
  }
  connect(contextMenu_->addAction(iconOf(QStringLiteral("plus")), tr("Add a Control Plane...")),
          &QAction::triggered, this, &Header::addProfileWanted);
  contextMenu_->addAction(manage_);
}

void Header::setEnvironment(const QString& environment, const QString& version) {
  // The environment's own name matters where it differs from what the context is called here.
  const bool same = environment.compare(contexts_.active().name, Qt::CaseInsensitive) == 0;
  detail_->setText(environment.isEmpty() || same ? QString() : environment);
  detail_->setToolTip(version.isEmpty() ? QString() : tr("Control plane of Aerie %1").arg(version));
}

void Header::setThemeIcon(const QString& icon) { theme_->setIcon(iconOf(icon, Role::Muted)); }

void Header::refresh() {
  const rpc::Profile& active = contexts_.active();
  const QString name = active.name.isEmpty() ? tr("No context") : active.name;
  const QString arrow = QStringLiteral("  \u25BE");
  context_->setIcon(pages::contextDot(active));
  context_->setText(arrow);
  const int room = kContextWidth - context_->sizeHint().width();
  const QString shown = context_->fontMetrics().elidedText(name, Qt::ElideRight, room);
  context_->setText(shown + arrow);
  //: %1 is the name of a context, %2 local, staging or production
  context_->setAccessibleName(tr("Context: %1, %2").arg(name, pages::contextKind(active.kind)));
  const QString what = tr("Choose what this window shows and controls");
  context_->setToolTip(shown == name ? what : name + QLatin1Char('\n') + what);
  chip_->setState(connection_.tone(), connection_.word());
  chip_->setAccessibleName(tr("Connection: %1").arg(connection_.word()));
  chip_->setToolTip(connection_.explanation());
  update();
}

void Header::refreshBell() {
  const int unseen = notifications_.unseen();
  bell_->setText(unseen == 0 ? QString() : QLocale().toString(unseen));
  bell_->setToolButtonStyle(unseen == 0 ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
  bell_->setAccessibleName(unseen == 0 ? tr("Notifications") : tr("Notifications, %n new", nullptr, unseen));
}

void Header::showReasons() {
  auto* popup = new QFrame(this, Qt::Popup);
  popup->setObjectName(QStringLiteral("palette"));
  popup->setAttribute(Qt::WA_DeleteOnClose);
  auto* column = new QVBoxLayout(popup);
  column->setContentsMargins(kGapL, kGapM, kGapL, kGapM);
  auto* text = new QLabel(connection_.explanation(), popup);
  text->setObjectName(QStringLiteral("reasons"));
  text->setWordWrap(true);
  text->setMinimumWidth(kReasonsWidth);
  text->setTextInteractionFlags(Qt::TextSelectableByMouse);
  column->addWidget(text);
  if (!connection_.online()) {
    auto* retry = new QPushButton(tr("Retry now"), popup);
    retry->setObjectName(QStringLiteral("retryNow"));
    retry->setAccessibleName(tr("Retry now"));
    retry->setProperty("kind", QStringLiteral("primary"));
    column->addWidget(retry, 0, Qt::AlignLeft);
    connect(retry, &QPushButton::clicked, this, [this, popup] {
      popup->close();
      connection_.retryNow();
    });
    retry->setFocus();
  }
  popup->move(chip_->mapToGlobal(QPoint(0, chip_->height() + kGap)));
  popup->show();
}

void Header::paintEvent(QPaintEvent* event) {
  QWidget::paintEvent(event);
  QPainter painter(this);
  painter.fillRect(QRect(0, 0, width(), kStrip), pages::contextColor(contexts_.active()));
}

}  // namespace aerie::shell
