#include "app/shell/nav_rail.h"

#include <QAction>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "app/widgets/icons.h"
#include "app/widgets/tokens.h"

namespace aerie::shell {

using namespace widgets;

namespace {
constexpr int kWide = 168;
constexpr int kNarrow = 52;
constexpr int kEntryHeight = 36;
constexpr int kIcon = 18;
}  // namespace

NavRail::NavRail(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("rail"));
  setAttribute(Qt::WA_StyledBackground);
  column_ = new QVBoxLayout(this);
  column_->setContentsMargins(kGapS, kGapM, kGapS, kGapS);
  column_->setSpacing(kGap);
  column_->addStretch(1);
  setFixedWidth(kWide);
}

QToolButton* NavRail::newButton(QAction* action) {
  auto* button = new QToolButton(this);
  button->setObjectName(action->objectName() + QStringLiteral(".rail"));
  button->setProperty("kind", QStringLiteral("rail"));
  button->setText(QLatin1String("  ") + action->text());  // air between icon and word
  button->setIcon(iconOf(action->property("icon_name").toString(), Role::Muted));
  button->setIconSize({kIcon, kIcon});
  button->setAccessibleName(action->text());
  button->setToolTip(action->toolTip());
  connect(action, &QAction::changed, button, [button, action] { button->setToolTip(action->toolTip()); });
  button->setFixedHeight(kEntryHeight);
  button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  connect(button, &QToolButton::clicked, action, &QAction::trigger);
  restyle(button);
  return button;
}

void NavRail::restyle(QToolButton* button) {
  button->setToolButtonStyle(collapsed_ ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
}

// The longest word decides, in every language.
int NavRail::wide() const {
  const QMargins margins = column_->contentsMargins();
  int wanted = kWide;
  const QFontMetrics strong(fontOf(Type::BodyStrong));  // the current entry's
  for (const QToolButton* button : entries_) {
    const int grows =
        strong.horizontalAdvance(button->text()) - button->fontMetrics().horizontalAdvance(button->text());
    wanted =
        std::max(wanted, button->sizeHint().width() + std::max(0, grows) + margins.left() + margins.right());
  }
  return wanted;
}

void NavRail::addEntry(QAction* action, bool atFoot) {
  QToolButton* button = newButton(action);
  button->setCheckable(true);
  button->setAutoExclusive(true);
  entries_.push_back(button);
  if (atFoot) {
    column_->addWidget(button);
  } else {
    column_->insertWidget(above_++, button);
  }
  if (!collapsed_) setFixedWidth(wide());
}

void NavRail::addToggle(QAction* action) {
  toggle_ = newButton(action);
  column_->addWidget(toggle_);
}

void NavRail::setCurrent(int entry) {
  if (entry >= 0 && entry < static_cast<int>(entries_.size()))
    entries_[static_cast<std::size_t>(entry)]->setChecked(true);
}

void NavRail::setCollapsed(bool collapsed) {
  collapsed_ = collapsed;
  for (QToolButton* button : entries_) restyle(button);
  setFixedWidth(collapsed ? kNarrow : wide());
  if (toggle_) {
    restyle(toggle_);
    toggle_->setIcon(iconOf(collapsed ? QStringLiteral("expand") : QStringLiteral("collapse"), Role::Muted));
    toggle_->setAccessibleName(collapsed ? tr("Unfold the navigation") : tr("Fold the navigation"));
  }
}

}  // namespace aerie::shell
