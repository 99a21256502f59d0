#include "app/widgets/status_chip.h"

#include <QFontMetrics>
#include <QPainter>

#include "app/widgets/icons.h"
#include "app/widgets/tokens.h"

namespace aerie::widgets {
namespace {
constexpr int kHeight = 20;
constexpr int kIcon = 13;
constexpr int kPad = 6;
}  // namespace

StatusChip::StatusChip(QWidget* parent) : QAbstractButton(parent) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  setClickable(false);
}

void StatusChip::setClickable(bool clickable) {
  setFocusPolicy(clickable ? Qt::StrongFocus : Qt::NoFocus);
  setAttribute(Qt::WA_TransparentForMouseEvents, !clickable);
  if (clickable) setCursor(Qt::PointingHandCursor);
}

void StatusChip::setState(models::Tone tone, const QString& word) {
  if (tone == tone_ && word == text()) return;
  tone_ = tone;
  setText(word);
  if (focusPolicy() == Qt::NoFocus) setAccessibleName(word);
  updateGeometry();
  update();
}

int StatusChip::widthOf(const QString& word) {
  return QFontMetrics(fontOf(Type::Caption)).horizontalAdvance(word) + kIcon + kGap + 2 * kPad + 2;
}

QSize StatusChip::sizeHint() const { return {widthOf(text()), kHeight + 2}; }

void StatusChip::paintChip(QPainter& painter, const QRect& rect, models::Tone tone, const QString& word) {
  if (word.isEmpty()) return;
  const QColor color = colorOf(tone);
  const int width = std::min(rect.width(), widthOf(word));
  const QRectF body(rect.x(), rect.y() + (rect.height() - kHeight) / 2.0, width, kHeight);
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(tint(color, isDark() ? 0.18 : 0.11));
  painter.drawRoundedRect(body, kHeight / 2.0, kHeight / 2.0);
  paintIcon(painter, QRectF(body.x() + kPad, body.y() + (kHeight - kIcon) / 2.0, kIcon, kIcon),
            iconNameOf(tone), color);
  painter.setPen(color);
  painter.setFont(fontOf(Type::Caption));
  const QRectF text = body.adjusted(kPad + kIcon + kGap, 0, -kPad, 0);
  painter.drawText(
      text, Qt::AlignVCenter | Qt::AlignLeft,
      QFontMetrics(painter.font()).elidedText(word, Qt::ElideRight, static_cast<int>(text.width()) + 2));
  painter.restore();
}

void StatusChip::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintChip(painter, rect(), tone_, text());
  if (hasFocus()) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colorOf(Role::Accent), 2));
    painter.drawRoundedRect(rect().adjusted(1, 1, -1, -1), kHeight / 2.0, kHeight / 2.0);
  }
}

}  // namespace aerie::widgets
