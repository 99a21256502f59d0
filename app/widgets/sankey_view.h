// Flow between columns of nodes; the width of a band is its value. The line below tells about the band under
// the pointer or, by the arrow keys, about the chosen one, and its whole way is lit. Painted anew when data
// changes, nothing moves by time. GUI thread.
#pragma once

#include <QHash>
#include <QList>
#include <QPainterPath>
#include <QString>
#include <QWidget>
#include <vector>

#include "app/models/id_table_model.h"
#include "app/widgets/painted_text.h"

namespace aerie::widgets {

struct SankeyNode {
  QString id;
  int column = 0;
  QString title;
  QString caption;                         // second line: a rate, a share
  int series = -1;                         // -1: neutral
  models::Tone tone = models::Tone::None;  // not None: instead of the series
  bool through = false;                    // no node, only a place where a band passes this column
  QString toolTip = {};                    // empty: title and caption
  bool operator==(const SankeyNode&) const = default;
};
struct SankeyLink {
  QString from;
  QString to;
  double value = 0;  // >= 0; with nothing flowing anywhere all bands are hairlines
  int series = -1;
  int path = 0;  // links of one path are lit together
  QString toolTip;
  models::Tone tone = models::Tone::None;
  bool operator==(const SankeyLink&) const = default;
};

class SankeyView final : public QWidget, public PaintedText {
  Q_OBJECT
 public:
  explicit SankeyView(QWidget* parent = nullptr);
  // Links whose ends are not among the nodes are left out.
  void setData(const QList<SankeyNode>& nodes, const QList<SankeyLink>& links,
               const QStringList& columnTitles);
  // The tool tips of all links; what a screen reader hears.
  QString description() const;
  // What the line below says: the link under the pointer, else the one that the keys chose.
  QString currentText() const;
  QSize sizeHint() const override { return {560, 260}; }
  QStringList cutTexts() const override;
  QSize minimumSizeHint() const override { return {360, 160}; }

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
    int link = 0;
    QPainterPath path;
  };
  struct Box {
    int node = 0;
    QRectF rect;
  };
  struct Column {
    double x = 0;
    double room = 0;  // for its labels
  };
  QString hintText() const;
  void layOut();
  void layOutColumns();
  void layOutBands(double scale);
  const Box* boxOf(const QString& id) const;
  int bandAt(const QPointF& at) const;
  int current() const { return hovered_ >= 0 ? hovered_ : chosen_; }
  void choose(int link);
  int step(int link, int direction) const;
  int beside(int link, int direction) const;
  void paintBands(QPainter& painter) const;
  void paintLabel(QPainter& painter, const Box& box) const;

  QList<SankeyNode> nodes_;
  QList<SankeyLink> links_;
  QStringList titles_;
  std::vector<Column> columns_;
  QList<Box> boxes_;
  QList<Band> bands_;
  int hovered_ = -1;
  int chosen_ = -1;
};

}  // namespace aerie::widgets
