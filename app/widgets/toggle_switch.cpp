#include "app/widgets/toggle_switch.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>
#include <algorithm>

#include "app/widgets/tokens.h"

namespace aerie::widgets {
namespace {
constexpr int kTrackWidth = 34;
constexpr int kTrackHeight = 18;
constexpr int kKnobMargin = 3;
constexpr double kTrackTint = 0.35;
}  // namespace

ToggleSwitch::ToggleSwitch(const QString& name, QWidget* parent) : QAbstractButton(parent) {
  setCheckable(true);
  setAccessibleName(name);
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::PointingHandCursor);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void ToggleSwitch::setBusy(bool busy) {
  busy_ = busy;
  update();
}

bool ToggleSwitch::hitButton(const QPoint& at) const { return !busy_ && QAbstractButton::hitButton(at); }

void ToggleSwitch::keyPressEvent(QKeyEvent* event) {
  if (busy_ && event->key() == Qt::Key_Space) return;
  QAbstractButton::keyPressEvent(event);
}

QString ToggleSwitch::word() const { return busy_ ? tr("...") : isChecked() ? tr("On") : tr("Off"); }

QSize ToggleSwitch::sizeHint() const {
  const QFontMetrics metrics(fontOf(Type::Body));
  const int words = std::max(metrics.horizontalAdvance(tr("On")), metrics.horizontalAdvance(tr("Off")));
  return {kTrackWidth + kGapS + words + kGap, kControlHeight};
}

void ToggleSwitch::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QRectF track(2, (height() - kTrackHeight) / 2.0, kTrackWidth, kTrackHeight);
  const double radius = kTrackHeight / 2.0;
  const bool on = isChecked() && !busy_;
  const QColor ground = on ? colorOf(Role::Accent) : tint(colorOf(Role::Muted), kTrackTint);
  painter.setPen(Qt::NoPen);
  painter.setBrush(isEnabled() || busy_ ? ground : colorOf(Role::Border));
  painter.drawRoundedRect(track, radius, radius);
  const double knob = kTrackHeight - 2 * kKnobMargin;
  const double left = busy_ ? track.center().x() - knob / 2
                      : on  ? track.right() - kKnobMargin - knob
                            : track.left() + kKnobMargin;
  painter.setBrush(colorOf(on ? Role::OnAccent : Role::Surface));
  painter.drawEllipse(QRectF(left, track.top() + kKnobMargin, knob, knob));
  if (hasFocus()) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colorOf(Role::Accent), 2));
    painter.drawRoundedRect(track.adjusted(-1, -1, 1, 1), radius + 1, radius + 1);
  }
  painter.setPen(colorOf(isEnabled() && !busy_ ? Role::Text : Role::Muted));
  painter.setFont(fontOf(Type::Body));
  painter.drawText(rect().adjusted(kTrackWidth + kGapS, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, word());
}

}  // namespace aerie::widgets
