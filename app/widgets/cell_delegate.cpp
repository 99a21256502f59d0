#include "app/widgets/cell_delegate.h"

#include <QPainter>

#include "app/models/id_table_model.h"
#include "app/widgets/status_chip.h"
#include "app/widgets/tokens.h"

namespace aerie::widgets {
namespace {
constexpr int kSortMark = 12;
constexpr int kSwatch = 10;

int swatchWidth(const QModelIndex& index) { return index.data(SeriesRole).isValid() ? kSwatch + kGapS : 0; }

// Names share their beginnings and differ at their ends; sentences are read from the front.
Qt::TextElideMode elisionOf(const QString& text, Qt::Alignment align) {
  const bool name = !(align & Qt::AlignRight) && !text.contains(QLatin1Char(' '));
  return name ? Qt::ElideMiddle : Qt::ElideRight;
}
}  // namespace

QFont CellDelegate::fontAt(const QModelIndex& index) const {
  if (index.data(models::MonoRole).toBool()) return fontOf(Type::Mono);
  return fontOf(index.column() == strong_ ? Type::BodyStrong : Type::Body);
}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
  painter->save();
  const bool selected = option.state.testFlag(QStyle::State_Selected);
  const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
  if (selected) {
    painter->fillRect(option.rect, tint(colorOf(Role::Accent), isDark() ? 0.22 : 0.12));
  } else if (hovered) {
    painter->fillRect(option.rect, tint(colorOf(Role::Muted), isDark() ? 0.10 : 0.05));
  }
  painter->setPen(colorOf(Role::Border));
  painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
  if (selected && index.column() == 0)
    painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), colorOf(Role::Accent));

  const auto align = static_cast<Qt::Alignment>(index.data(Qt::TextAlignmentRole).toInt());
  // The header keeps room for its sort mark right of the title; numbers stand under the title.
  QRect cell = option.rect.adjusted(kGapS, 0, align & Qt::AlignRight ? -kGapS - kSortMark : -kGapS, 0);
  if (const int swatch = swatchWidth(index)) {
    painter->fillRect(QRect(cell.left(), cell.center().y() - kSwatch / 2, kSwatch, kSwatch),
                      seriesColor(index.data(SeriesRole).toInt()));
    cell.setLeft(cell.left() + swatch);
  }
  const QString text = index.data(Qt::DisplayRole).toString();
  const QVariant tone = index.data(models::ToneRole);
  if (tone.isValid() && tone.toInt() != static_cast<int>(models::Tone::None)) {
    StatusChip::paintChip(*painter, cell, static_cast<models::Tone>(tone.toInt()), text);
  } else {
    painter->setFont(fontAt(index));
    painter->setPen(colorOf(option.state.testFlag(QStyle::State_Enabled) ? Role::Text : Role::Muted));
    painter->drawText(cell, static_cast<int>(align),
                      painter->fontMetrics().elidedText(text, elisionOf(text, align), cell.width()));
  }
  // Where the keyboard is, beyond the selection: a thin frame of the cell.
  if (option.state.testFlag(QStyle::State_HasFocus)) {
    painter->setPen(QPen(colorOf(Role::Accent), 1));
    painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
  }
  painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
  const QString text = index.data(Qt::DisplayRole).toString();
  const QVariant tone = index.data(models::ToneRole);
  const bool chip = tone.isValid() && tone.toInt() != static_cast<int>(models::Tone::None);
  const int width = swatchWidth(index) +
                    (chip ? StatusChip::widthOf(text) : QFontMetrics(fontAt(index)).horizontalAdvance(text));
  const bool number = index.data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight;
  return {width + 2 * kGapS + kGap + (number ? kSortMark : 0), kRowHeight};
}

}  // namespace aerie::widgets
