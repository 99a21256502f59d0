// How every table cell looks: padding, chips for columns with a tone, monospace for ids, one row line. GUI
// thread.
#pragma once

#include <QStyledItemDelegate>

namespace aerie::widgets {

class CellDelegate final : public QStyledItemDelegate {
  Q_OBJECT
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace aerie::widgets
