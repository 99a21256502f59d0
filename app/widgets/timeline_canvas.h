// The drawing area of a TimelineView: lanes, bars, axis, legend and the sentence about one bar. What is seen
// is painted into a picture once; hovering paints over it. See timeline_view.h for mouse and keys. GUI
// thread.
#pragma once

#include <QAbstractScrollArea>
#include <QPixmap>
#include <optional>
#include <vector>

#include "app/models/time_scale.h"
#include "app/models/timeline.h"

class QPainter;

namespace aerie::widgets {

class BarLook;

class TimelineCanvas final : public QAbstractScrollArea {
  Q_OBJECT
 public:
  explicit TimelineCanvas(QWidget* parent = nullptr);

  void setTimeline(models::Timeline timeline);
  const models::Timeline& timeline() const { return timeline_; }
  void setScale(const models::TimeScale& scale);
  // Stands in the middle while there are no bars.
  void setMessage(const QString& text);

  double from() const { return from_; }
  double to() const { return to_; }
  // Kept inside of what there is, and no shorter than a few milliseconds.
  void setWindow(double fromMs, double toMs);
  bool fits() const { return fits_; }  // everything is shown, and stays so while bars are added
  void fit();
  // Around a moment; a factor above 1 shows more detail.
  void zoom(double factor, double aroundMs);
  void zoomAtCentre(double factor);
  void follow(std::optional<double> atMs);

  int barAt(const QPointF& at) const;  // of the viewport; -1 = none
  int laneAt(double y) const;
  QRectF rectOf(int bar) const;
  QRectF plotRect() const;
  double xOf(double pixel) const;
  double pixelOf(double ms) const;
  int laneHeight() const { return laneHeight_; }
  int current() const { return hovered_ >= 0 ? hovered_ : cursor_; }
  int cursor() const { return cursor_; }
  // Scrolls and pans to it.
  void setCursorBar(int bar);
  QString describe(int bar) const;

  // All lanes and the whole window, however much is scrolled away; at most kLargestPicture high.
  QPixmap wholePicture(double scale) const;
  static constexpr int kLargestPicture = 16'000;

  // Of the last picture: rectangles and words painted, and bars looked at.
  qint64 primitives() const { return primitives_; }
  qint64 steps() const { return steps_; }
  int pictures() const { return pictures_; }  // painted so far

  QSize sizeHint() const override { return {640, 220}; }
  QSize minimumSizeHint() const override { return {260, 120}; }

 Q_SIGNALS:
  void barSelected(int bar);
  void barActivated(int bar);
  void windowChanged(double fromMs, double toMs);
  void crosshairMoved(double atMs);
  void crosshairLeft();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void changeEvent(QEvent* event) override;
  bool viewportEvent(QEvent* event) override;
  void scrollContentsBy(int dx, int dy) override;

 private:
  struct Layout {
    int laneHeight = 0;
    std::vector<int> tops;  // of lanes, from the plot's top
    int height = 0;         // of all lanes
  };
  Layout layoutFor(int height) const;
  void layOut();
  void repaintAll();
  void hover(int bar, const QPointF& at);
  bool moveCursor(int key);
  int nextUrgent(int from, int direction) const;
  void tell();
  void paintLanes(QPainter& painter, const Layout& layout, const QRectF& area, double top,
                  double bottom) const;
  void paintLane(QPainter& painter, const BarLook& look, const QRectF& lane, int index) const;
  void paintLabels(QPainter& painter, const Layout& layout, const QRectF& area, double scroll) const;
  void paintAxis(QPainter& painter, const QRectF& area) const;
  void paintLegend(QPainter& painter, double y) const;
  void paintOverlay(QPainter& painter) const;
  int labelWidth() const;

  models::Timeline timeline_;
  models::TimeScale scale_;
  QString message_;
  double from_ = 0;
  double to_ = 1;
  bool fits_ = true;
  Layout layout_;
  int laneHeight_ = 0;
  int labelPixels_ = 0;  // left of the bars
  int hovered_ = -1;
  int cursor_ = -1;
  std::optional<double> cross_;
  std::optional<QPointF> grip_;  // where a drag began
  double gripFrom_ = 0;
  int gripScroll_ = 0;
  bool dragged_ = false;
  QPixmap picture_;  // empty: to be painted anew
  int pictures_ = 0;
  mutable qint64 primitives_ = 0;
  mutable qint64 steps_ = 0;
};

}  // namespace aerie::widgets
