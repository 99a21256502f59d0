// A difference with its interval as a bar around zero, for one column of a table: all rows share one scale,
// the line in the middle is "no difference". GUI thread.
#pragma once

#include <QStyledItemDelegate>

namespace aerie::widgets {

// What a cell holds; without EffectValueRole the cell's text is shown, muted.
enum EffectRole { EffectValueRole = Qt::UserRole + 40, EffectLowRole, EffectHighRole, EffectScaleRole };

class EffectDelegate final : public QStyledItemDelegate {
  Q_OBJECT
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace aerie::widgets
