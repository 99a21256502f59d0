// A graph drawn from left to right. Mouse: click selects, double click activates, Ctrl+wheel zooms, the wheel
// scrolls. Keys: arrows go along lines and columns, Return activates, + and - zoom, 0 fits. A node with a
// problem and the lines of a cycle are marked in form and colour. GUI thread.
#pragma once

#include <QAbstractScrollArea>

#include "app/widgets/dag_layout.h"

class QPainter;
class QPainterPath;
class QToolButton;

namespace aerie::widgets {

class DagView final : public QAbstractScrollArea {
  Q_OBJECT
 public:
  explicit DagView(QWidget* parent = nullptr);
  // Keeps selection and zoom when the selected node is still there.
  void setNodes(const QList<DagNode>& nodes);
  // What stands there when there is no node.
  void setEmptyText(const QString& text);
  const DagLayout& layoutOfNodes() const { return layout_; }
  QString selected() const;
  void select(const QString& id);  // unknown: nothing selected
  double zoom() const { return zoom_; }
  void setZoom(double zoom);
  void fit();
  QRect nodeRect(const QString& id) const;  // in the viewport; null when unknown
  QSize sizeHint() const override { return {420, 260}; }

 Q_SIGNALS:
  void selectionChanged(const QString& id);
  void activated(const QString& id);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  bool viewportEvent(QEvent* event) override;

 private:
  double top() const;
  QRectF cell(int column, int row) const;  // unscaled, from the graph's top left
  QRectF box(int node) const;
  QSizeF graphSize() const;
  QPointF origin() const;  // of the graph in the viewport
  int nodeAt(const QPoint& position) const;
  void setCurrent(int node, bool tell);
  void moveSelection(int key);
  QPainterPath pathOf(const DagEdge& edge) const;
  void paintNode(QPainter& painter, int node) const;
  void paintEdge(QPainter& painter, const DagEdge& edge) const;
  void updateScrollBars();
  void placeTools();
  QToolButton* newTool(const QString& icon, const QString& name, const QString& text, const QString& key);

  QList<DagNode> nodes_;
  DagLayout layout_;
  int current_ = -1;
  double zoom_ = 1;
  bool fitted_ = true;  // nobody chose a zoom yet: every change fits anew
  QString emptyText_;
  QWidget* tools_;
};

}  // namespace aerie::widgets
