// The 10,000 buckets of an experiment as a map of 100 x 100, row by row: colour says which arm owns a bucket
// after the change, a pattern says that it is another one than before (hatched: it moves to another arm;
// dotted: it joins; hatched the other way: it leaves). Hovering and the arrow keys tell one bucket. GUI
// thread.
#pragma once

#include <QList>
#include <QPixmap>
#include <QString>
#include <QWidget>
#include <vector>

#include "app/widgets/painted_text.h"

namespace aerie::widgets {

class BucketMap final : public QWidget, public PaintedText {
  Q_OBJECT
 public:
  struct Arm {
    QString name;
    int series = 0;
    bool operator==(const Arm&) const = default;
  };
  explicit BucketMap(QWidget* parent = nullptr);

  // Owner of each bucket as an index into `arms`, -1 = nobody. Both lists have 10,000 entries; others clear
  // the map.
  void setMap(const QList<Arm>& arms, const std::vector<qint16>& before, const std::vector<qint16>& after);

  // "Bucket 4711: control now, treatment after the change (moves)".
  QString describe(int bucket) const;
  // What is under the pointer, else what the keys chose; -1: nothing.
  int current() const { return hovered_ >= 0 ? hovered_ : cursor_; }
  void setCursorBucket(int bucket);
  // Buckets that change their owner.
  int changes() const { return moves_ + joins_ + leaves_; }
  QSize sizeHint() const override { return {320, 280}; }
  QStringList cutTexts() const override;
  QSize minimumSizeHint() const override { return {220, 150}; }

 Q_SIGNALS:
  void currentChanged(int bucket);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  enum class Change { None, Moves, Joins, Leaves };
  Change changeOf(int bucket) const;
  QRect mapRect() const;
  QRect cellRect(int bucket) const;
  int bucketAt(const QPoint& at) const;
  // The nearest bucket in that direction whose owners differ from its neighbour's.
  int nextBorder(int bucket, int direction) const;
  void renderMap();
  void paintPattern(QPainter& painter, const QRect& rect, Change change, int bucket) const;
  QString hintText() const;
  void paintLegend(QPainter& painter) const;
  QString nameOf(qint16 arm) const;
  void tell();

  QList<Arm> arms_;
  std::vector<qint16> before_;
  std::vector<qint16> after_;
  int moves_ = 0;
  int joins_ = 0;
  int leaves_ = 0;
  int hovered_ = -1;
  int cursor_ = -1;
  QPixmap picture_;  // empty: to be painted anew
};

}  // namespace aerie::widgets
