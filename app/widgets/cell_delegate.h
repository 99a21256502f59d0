// How every table cell looks: padding, chips for columns with a tone, monospace for ids, one row line. GUI
// thread.
#pragma once

#include <QStyledItemDelegate>

namespace aerie::widgets {

// An item's role: index of a data series colour. A square of it stands before the text.
enum CellRole { SeriesRole = Qt::UserRole + 60 };

class CellDelegate final : public QStyledItemDelegate {
  Q_OBJECT
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  // The column that names the row, in bold; the first unless this is called.
  void setStrongColumn(int column) { strong_ = column; }

 private:
  QFont fontAt(const QModelIndex& index) const;

  int strong_ = 0;
};

}  // namespace aerie::widgets
