#include "app/shell/header.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/presenters/connection_presenter.h"
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

QColor contextColor(const QString& environment) {
  if (environment.startsWith(QLatin1String("prod"))) return colorOf(Role::Danger);
  if (environment.startsWith(QLatin1String("stag"))) return colorOf(Role::Warning);
  return colorOf(Role::Muted);
}

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

Header::Header(presenters::ConnectionPresenter& connection, QAction* palette, QAction* theme, QWidget* parent)
    : QWidget(parent), connection_(connection) {
  setObjectName(QStringLiteral("header"));
  setAttribute(Qt::WA_StyledBackground);
  setFixedHeight(kHeight);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(kGapL, kStrip, kGapM, 0);
  row->setSpacing(kGapS);
  row->addWidget(new Logo(this));
  name_ = newLabel(tr("Aerie"), "strong", this);
  name_->setObjectName(QStringLiteral("context"));
  detail_ = newLabel({}, "muted", this);
  row->addWidget(name_);
  row->addWidget(detail_);
  row->addSpacing(kGapS);
  chip_ = new StatusChip(this);
  chip_->setObjectName(QStringLiteral("connection"));
  chip_->setClickable(true);
  row->addWidget(chip_);
  row->addStretch(1);

  auto* search = new QPushButton(iconOf(QStringLiteral("search"), Role::Muted), palette->text(), this);
  search->setObjectName(QStringLiteral("openPalette"));
  search->setProperty("kind", QStringLiteral("search"));
  search->setText(tr("Search or run a command") + QStringLiteral("   ") +
                  palette->shortcut().toString(QKeySequence::NativeText));
  search->setAccessibleName(palette->text());
  search->setFixedWidth(kPaletteWidth);
  connect(search, &QPushButton::clicked, palette, &QAction::trigger);
  row->addWidget(search);
  theme_ = new QToolButton(this);
  theme_->setObjectName(QStringLiteral("theme"));
  theme_->setAccessibleName(theme->text());
  theme_->setToolTip(theme->toolTip());
  connect(theme_, &QToolButton::clicked, theme, &QAction::trigger);
  auto* menuButton = new QToolButton(this);
  menuButton->setObjectName(QStringLiteral("menu"));
  menuButton->setIcon(iconOf(QStringLiteral("command"), Role::Muted));
  menuButton->setAccessibleName(tr("All commands"));
  menuButton->setToolTip(tr("All commands"));
  menu_ = new QMenu(this);
  connect(menuButton, &QToolButton::clicked, this, [this, menuButton] {
    menu_->popup(menuButton->mapToGlobal(
        QPoint(menuButton->width() - menu_->sizeHint().width(), menuButton->height())));
  });
  for (QToolButton* button : {theme_, menuButton}) {
    button->setIconSize({18, 18});
    button->setFixedSize(kControlHeight, kControlHeight);
    row->addWidget(button);
  }
  connect(chip_, &QAbstractButton::clicked, this, &Header::showReasons);
  connect(&connection_, &presenters::ConnectionPresenter::changed, this, &Header::refresh);
  refresh();
}

void Header::setContext(const QString& environment, const QString& version) {
  environment_ = environment;
  name_->setText(environment.isEmpty() ? tr("Aerie") : environment);
  detail_->setText(version.isEmpty() ? QString() : tr("Aerie %1").arg(version));
  update();
}

void Header::setThemeIcon(const QString& icon) { theme_->setIcon(iconOf(icon, Role::Muted)); }

void Header::refresh() {
  chip_->setState(connection_.tone(), connection_.word());
  chip_->setAccessibleName(tr("Connection: %1").arg(connection_.word()));
  chip_->setToolTip(connection_.explanation());
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
  text->setMinimumWidth(320);
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
  }
  popup->move(chip_->mapToGlobal(QPoint(0, chip_->height() + kGap)));
  popup->show();
}

void Header::paintEvent(QPaintEvent* event) {
  QWidget::paintEvent(event);
  QPainter painter(this);
  painter.fillRect(QRect(0, 0, width(), kStrip), contextColor(environment_));
}

}  // namespace aerie::shell
