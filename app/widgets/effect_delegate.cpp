#include "app/widgets/effect_delegate.h"

#include <QPainter>
#include <algorithm>

#include "app/widgets/tokens.h"

namespace aerie::widgets {
namespace {

constexpr double kMostText = 0.82;  // of the cell, left of the bar
constexpr double kBarHeight = 8;
constexpr double kPoint = 3.5;

// The bars of all rows begin at one place: behind the longest words.
double wordsWidth(const QFontMetrics& metrics, const QModelIndex& index) {
  int out = 0;
  for (int row = 0; row < index.model()->rowCount(index.parent()); ++row) {
    const QModelIndex other = index.siblingAtRow(row);
    if (other.data(EffectValueRole).isValid())
      out = std::max(out, metrics.horizontalAdvance(other.data(Qt::DisplayRole).toString()));
  }
  return out + kGapS;
}

}  // namespace

void EffectDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const {
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  if (option.state & QStyle::State_Selected)
    painter->fillRect(option.rect, tint(colorOf(Role::Accent), 0.14));
  painter->setPen(colorOf(Role::Border));
  painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
  const QVariant value = index.data(EffectValueRole);
  const QRectF area = QRectF(option.rect).adjusted(kGapS, 0, -kGapS, 0);
  const QString text = index.data(Qt::DisplayRole).toString();
  painter->setFont(fontOf(Type::Caption));
  if (!value.isValid()) {
    painter->setPen(colorOf(Role::Muted));
    painter->drawText(area, Qt::AlignVCenter | Qt::AlignLeft, text);
    painter->restore();
    return;
  }
  const double low = index.data(EffectLowRole).toDouble();
  const double high = index.data(EffectHighRole).toDouble();
  const double scale = std::max(1e-12, index.data(EffectScaleRole).toDouble());
  const QRectF words(area.left(), area.top(),
                     std::min(area.width() * kMostText, wordsWidth(painter->fontMetrics(), index)),
                     area.height());
  painter->setPen(colorOf(Role::Text));
  painter->drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                    painter->fontMetrics().elidedText(text, Qt::ElideRight, static_cast<int>(words.width())));
  const QRectF room(words.right() + kGap, area.top(), area.width() - words.width() - kGap, area.height());
  const auto at = [&](double v) {
    return room.center().x() + std::clamp(v / scale, -1.0, 1.0) * room.width() / 2;
  };
  painter->setPen(QPen(colorOf(Role::Muted), 1));
  painter->drawLine(QPointF(room.center().x(), room.top() + kGap),
                    QPointF(room.center().x(), room.bottom() - kGap));
  // Away from zero the bar is full, across it pale: the words beside it say the same.
  const bool clear = low > 0 || high < 0;
  const QColor color = colorOf(clear ? Role::Accent : Role::Muted);
  painter->setPen(Qt::NoPen);
  painter->setBrush(tint(color, clear ? 0.55 : 0.35));
  painter->drawRoundedRect(
      QRectF(QPointF(at(low), room.center().y() - kBarHeight / 2),
             QPointF(std::max(at(high), at(low) + 1), room.center().y() + kBarHeight / 2)),
      2, 2);
  painter->setBrush(color);
  painter->drawEllipse(QPointF(at(value.toDouble()), room.center().y()), kPoint, kPoint);
  painter->restore();
}

}  // namespace aerie::widgets
