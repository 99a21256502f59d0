// Flow between columns of nodes; the width of a band is its value. Painted anew when data changes, nothing
// moves by time. GUI thread.
#pragma once

#include <QList>
#include <QPainterPath>
#include <QString>
#include <QWidget>

namespace aerie::widgets {

struct SankeyNode {
  QString id;
  int column = 0;
  QString title;
  QString caption;  // second line: a rate, a share
  int series = -1;  // -1: neutral
  bool operator==(const SankeyNode&) const = default;
};
struct SankeyLink {
  QString from;
  QString to;
  double value = 0;  // >= 0; with nothing flowing anywhere all bands are hairlines
  int series = -1;
  QString toolTip;
  bool operator==(const SankeyLink&) const = default;
};

class SankeyView final : public QWidget {
  Q_OBJECT
 public:
  explicit SankeyView(QWidget* parent = nullptr);
  // Links whose ends are not among the nodes are left out.
  void setData(const QList<SankeyNode>& nodes, const QList<SankeyLink>& links,
               const QStringList& columnTitles);
  // "a to b: tool tip" for each link; what a screen reader hears.
  QString description() const;
  QSize sizeHint() const override { return {560, 320}; }
  QSize minimumSizeHint() const override { return {360, 200}; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  bool event(QEvent* event) override;

 private:
  struct Band {
    int link = 0;
    QPainterPath path;
  };
  struct Box {
    int node = 0;
    QRectF rect;
  };
  void layOut();
  const Box* boxOf(const QString& id) const;
  int bandAt(const QPointF& at) const;
  void paintLabel(QPainter& painter, const Box& box) const;

  QList<SankeyNode> nodes_;
  QList<SankeyLink> links_;
  QStringList titles_;
  QList<Box> boxes_;
  QList<Band> bands_;
  int columns_ = 0;
  int hovered_ = -1;
};

}  // namespace aerie::widgets
