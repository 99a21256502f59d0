// The cells of a ZoneMatrix: laid out as a table in blocks, or wrapped as a grid; painted, pointed at, walked
// over. Knows nothing of filters and legends; see zone_matrix.h for the keys. GUI thread.
#pragma once

#include <QAbstractScrollArea>
#include <QHash>
#include <QList>
#include <vector>

#include "app/models/task_cells.h"

namespace aerie::widgets {

class CellGrid final : public QAbstractScrollArea {
  Q_OBJECT
 public:
  explicit CellGrid(QWidget* parent = nullptr);

  void setDimensions(const QString& rows, const QString& columns);
  void setCells(const QList<models::TaskCell>& cells);
  const QList<models::TaskCell>& cells() const { return cells_; }
  // As cells; true = dimmed.
  void setDimmed(const std::vector<bool>& dimmed);

  bool table() const { return !table_.columns.isEmpty(); }
  int blocks() const { return blocks_; }  // beside each other; a grid has one
  int side() const { return side_; }      // pixels of a cell, without the space around it
  QRect cellRect(int cell) const;         // of the viewport
  int cellAt(const QPoint& at) const;     // -1 = none
  int current() const { return hovered_ >= 0 ? hovered_ : cursor_; }
  int cursor() const { return cursor_; }
  void setCursorCell(int cell);
  void clearCursor();
  QString describe(int cell) const;
  // Cells painted since the beginning.
  qint64 painted() const { return painted_; }
  QSize sizeHint() const override { return {420, 240}; }
  QSize minimumSizeHint() const override { return {180, 90}; }

 Q_SIGNALS:
  void currentChanged(int cell);
  void cursorChanged(int cell);
  void activated(int cell);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void changeEvent(QEvent* event) override;
  bool viewportEvent(QEvent* event) override;
  void scrollContentsBy(int dx, int dy) override;

 private:
  void measure();
  void layOut();
  bool fitTable(int side, int height);
  bool fitGrid(int side, int height);
  QPoint placeOf(int slot) const;  // content coordinates of the cell's corner
  int slotAt(const QPoint& content) const;
  int step(int key) const;
  int nextFailed(int direction) const;
  void tell();
  void updateCell(int cell);
  void paintHeads(QPainter& painter, const QRect& region) const;
  void paintFrame(QPainter& painter, int cell, const QColor& color) const;

  QList<models::TaskCell> cells_;
  QString rowsTitle_;
  QString columnsTitle_;
  models::CellTable table_;
  std::vector<bool> dimmed_;
  std::vector<int> slots_;  // of the table: where a cell stands, row * columns + column
  int side_ = 0;
  int blocks_ = 1;
  int perBlock_ = 1;     // rows of a block
  int gridColumns_ = 1;  // of the wrapped grid
  int widestRow_ = 0;    // name of a row, pixels
  int labelWidth_ = 0;   // names of rows
  int blockWidth_ = 0;
  int headHeight_ = 0;
  int contentHeight_ = 0;
  int hovered_ = -1;
  int cursor_ = -1;
  qint64 painted_ = 0;
};

}  // namespace aerie::widgets
