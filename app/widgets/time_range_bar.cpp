#include "app/widgets/time_range_bar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QToolButton>

#include "app/widgets/icons.h"
#include "app/widgets/tokens.h"

namespace aerie::widgets {

using models::TimeRange;

TimeRangeBar::TimeRangeBar(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("timeRange"));
  setAccessibleName(tr("Time range"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(2);
  for (const qint64 length : TimeRange::kLengths) {
    auto* button = new QToolButton(this);
    button->setObjectName(QStringLiteral("timeRange.%1").arg(length / TimeRange::kMinute));
    button->setCheckable(true);
    button->setText(models::lengthText(length));
    button->setAccessibleName(tr("The last %1").arg(models::lengthText(length)));
    button->setToolTip(button->accessibleName());
    button->setFixedHeight(kControlHeight);
    button->setFocusPolicy(Qt::StrongFocus);
    button->installEventFilter(this);
    lengths_.append(button);
    row->addWidget(button);
    connect(button, &QToolButton::clicked, this, [this, length] {
      refresh();  // the range decides what is checked, not the click
      Q_EMIT lengthChosen(length);
    });
  }
  piece_ = new QToolButton(this);
  piece_->setObjectName(QStringLiteral("timeRange.piece"));
  piece_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  piece_->setIcon(iconOf(QStringLiteral("close"), Role::Muted));
  piece_->setLayoutDirection(Qt::RightToLeft);
  piece_->setFixedHeight(kControlHeight);
  piece_->setAccessibleName(tr("Go back to live"));
  row->addWidget(piece_);
  pause_ = new QToolButton(this);
  pause_->setObjectName(QStringLiteral("timeRange.pause"));
  pause_->setProperty("kind", QStringLiteral("button"));
  pause_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  pause_->setFixedHeight(kControlHeight);
  row->addSpacing(kGapS);
  row->addWidget(pause_);
  connect(piece_, &QToolButton::clicked, this, [this] { Q_EMIT pauseWanted(false); });
  connect(pause_, &QToolButton::clicked, this, [this] { Q_EMIT pauseWanted(range_.live()); });
  refresh();
}

void TimeRangeBar::setRange(const TimeRange& range) {
  range_ = range;
  refresh();
}

void TimeRangeBar::refresh() {
  for (qsizetype i = 0; i < lengths_.size(); ++i) {
    const qint64 length = TimeRange::kLengths[static_cast<std::size_t>(i)];
    lengths_[i]->setChecked(!range_.custom() && length == range_.lengthMs);
  }
  const bool custom = range_.custom();
  piece_->setVisible(custom);
  if (custom) {
    const QString span = models::spanText(range_.fromMs, range_.toMs);
    piece_->setText(span);
    piece_->setAccessibleName(tr("Shown: %1. Go back to live").arg(span));
    piece_->setToolTip(tr("The piece that was picked in a chart; click to go back to the last %1")
                           .arg(models::lengthText(range_.lengthMs)));
  }
  const bool live = range_.live();
  pause_->setText(live ? tr("Pause") : tr("Go live"));
  pause_->setIcon(iconOf(live ? QStringLiteral("pause") : QStringLiteral("play"), Role::Text));
  pause_->setAccessibleName(live ? tr("Pause the charts") : tr("Follow the clock again"));
  pause_->setToolTip(live ? tr("Hold the charts still (Ctrl+P)") : tr("Follow the clock again (Ctrl+P)"));
}

bool TimeRangeBar::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::KeyPress) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    const int step = key == Qt::Key_Left ? -1 : key == Qt::Key_Right ? 1 : 0;
    const auto here = lengths_.indexOf(static_cast<QToolButton*>(watched));
    const auto next = here + step;
    if (step != 0 && here >= 0 && next >= 0 && next < lengths_.size()) {
      lengths_[next]->setFocus(Qt::OtherFocusReason);
      lengths_[next]->click();
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace aerie::widgets
