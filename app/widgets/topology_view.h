// A system as columns of nodes with edges between them: width = rate, colour and icon = health. Hovering
// shows what belongs together, a click or Enter goes to the thing; the arrow keys walk over the nodes.
// Painted anew when data changes, nothing moves by time. GUI thread.
#pragma once

#include <QList>
#include <QPainterPath>
#include <QString>
#include <QStringList>
#include <QWidget>

#include "app/models/id_table_model.h"

namespace aerie::widgets {

struct TopologyPart {  // a replica
  QString id;
  models::Tone tone = models::Tone::Ok;
  QString text;  // "arrival_delay_v1-0: ready, 34 % CPU"
  bool operator==(const TopologyPart&) const = default;
};
struct TopologyNode {
  QString id;
  int column = 0;
  QString icon;
  QString title;
  QString caption;  // the number that matters, with its unit
  models::Tone tone = models::Tone::Ok;
  QString state;      // in words; stands before the caption when the tone is not Ok
  QString partsText;  // "2 of 2 ready"; empty = no third line
  QList<TopologyPart> parts = {};
  bool operator==(const TopologyNode&) const = default;
};
struct TopologyEdge {
  QString from;
  QString to;
  double rate = 0;
  QString text;  // "5.6k/s"
  models::Tone tone = models::Tone::Ok;
  bool operator==(const TopologyEdge&) const = default;
};

class TopologyView final : public QWidget {
  Q_OBJECT
 public:
  explicit TopologyView(QWidget* parent = nullptr);
  // Edges whose ends are not among the nodes are left out. Selection and hover stay with their node.
  void setData(const QList<TopologyNode>& nodes, const QList<TopologyEdge>& edges,
               const QStringList& columnTitles);
  const QList<TopologyNode>& nodes() const { return nodes_; }
  const QList<TopologyEdge>& edges() const { return edges_; }
  // Ids; empty where there is nothing.
  QString nodeAt(const QPointF& at) const;
  QString partAt(const QPointF& at) const;
  QString current() const { return current_; }
  QRectF rectOf(const QString& node) const;
  QRectF rectOfPart(const QString& part) const;
  // Width of the band between two nodes in pixels; 0 when there is none.
  double edgeWidth(const QString& from, const QString& to) const;
  // What a screen reader hears of a node, and what its tool tip says.
  QString sentenceOf(const QString& node) const;
  QSize sizeHint() const override { return minimumSizeHint().expandedTo({640, 0}); }
  // As high as its nodes are when they stand close.
  QSize minimumSizeHint() const override;

 Q_SIGNALS:
  // `part` is empty for the node itself.
  void activated(const QString& node, const QString& part);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  bool event(QEvent* event) override;

 private:
  struct Band {
    int edge = 0;
    QPainterPath line;  // its middle
    double width = 0;
  };
  QList<QPair<double, double>> placeColumns() const;
  void layOut();
  void layOutEdges();
  int indexOf(const QString& node) const;
  void setCurrent(const QString& node);
  QString neighbour(int key) const;
  QString partAt(int node, const QPointF& at) const;
  QRectF partRect(int node, int part) const;
  int partsShown(int node) const;
  void paintBand(QPainter& painter, const Band& band) const;
  void paintNode(QPainter& painter, int node) const;
  void paintParts(QPainter& painter, int node) const;
  bool faded(const QString& a, const QString& b) const;

  QList<TopologyNode> nodes_;
  QList<TopologyEdge> edges_;
  QStringList titles_;
  QList<QRectF> rects_;  // as nodes_
  QList<Band> bands_;
  int columns_ = 0;
  QString current_;
  QString hovered_;
};

}  // namespace aerie::widgets
