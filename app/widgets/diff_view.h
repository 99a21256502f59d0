// Two texts side by side, line against line: removed (-), added (+) and changed (~) lines are marked in sign
// and ground, within a changed line the part that changed. Down and Up scroll, F8 and Shift+F8 go to the next
// and the one before. GUI thread.
#pragma once

#include <QAbstractScrollArea>

#include "app/widgets/text_diff.h"

class QPainter;

namespace aerie::widgets {

class DiffView final : public QAbstractScrollArea {
  Q_OBJECT
 public:
  explicit DiffView(const QString& id, QWidget* parent = nullptr);
  void setTexts(const QString& leftTitle, const QString& left, const QString& rightTitle,
                const QString& right);
  const QList<DiffRow>& rows() const { return rows_; }
  int differences() const;  // blocks of rows that are not the same
  // Round again at the end; false when both are the same.
  bool goToDifference(bool forward);
  int currentRow() const { return current_; }
  QSize sizeHint() const override { return {640, 300}; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  int rowHeight() const;
  int gutter() const;
  void paintSide(QPainter& painter, const QRect& area, const DiffRow& row, bool left) const;
  void updateScrollBars();
  void showRow(int row);

  QString titles_[2];
  QList<DiffRow> rows_;
  int longest_ = 0;  // characters of the longest line
  int current_ = -1;
};

}  // namespace aerie::widgets
