#include "app/widgets/cell_delegate.h"

#include <QPainter>

#include "app/models/id_table_model.h"
#include "app/widgets/status_chip.h"
#include "app/widgets/tokens.h"

namespace aerie::widgets {
namespace {
constexpr int kSortMark = 12;
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
  const QRect cell = option.rect.adjusted(kGapS, 0, align & Qt::AlignRight ? -kGapS - kSortMark : -kGapS, 0);
  const QString text = index.data(Qt::DisplayRole).toString();
  const QVariant tone = index.data(models::ToneRole);
  if (tone.isValid() && tone.toInt() != static_cast<int>(models::Tone::None)) {
    StatusChip::paintChip(*painter, cell, static_cast<models::Tone>(tone.toInt()), text);
  } else {
    const bool mono = index.data(models::MonoRole).toBool();
    painter->setFont(fontOf(mono ? Type::Mono : index.column() == 0 ? Type::BodyStrong : Type::Body));
    painter->setPen(colorOf(option.state.testFlag(QStyle::State_Enabled) ? Role::Text : Role::Muted));
    painter->drawText(cell, static_cast<int>(align),
                      painter->fontMetrics().elidedText(text, Qt::ElideRight, cell.width()));
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
  const QFont font = fontOf(index.data(models::MonoRole).toBool() ? Type::Mono
                            : index.column() == 0                 ? Type::BodyStrong
                                                                  : Type::Body);
  const int width = chip ? StatusChip::widthOf(text) : QFontMetrics(font).horizontalAdvance(text);
  const bool number = index.data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight;
  return {width + 2 * kGapS + kGap + (number ? kSortMark : 0), kRowHeight};
}

}  // namespace aerie::widgets
