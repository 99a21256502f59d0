// How the difference of each arm to the first one went on: a line with its 95 % interval as a band, around
// the line of "no difference". GUI thread.
//
// Mouse: moving shows the values of a moment. Keys: Left and Right step from sample to sample, Home and End,
// Escape hides the values.
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

namespace aerie::widgets {

struct EffectSample {
  qint64 ms = 0;
  double value = 0;
  double low = 0;
  double high = 0;
  quint64 count = 0;
  bool operator==(const EffectSample&) const = default;
};
struct EffectLine {
  QString title;
  int color = -1;               // index of the data series colours
  QList<EffectSample> samples;  // ascending
  bool operator==(const EffectLine&) const = default;
};

class EffectChart final : public QWidget {
  Q_OBJECT
 public:
  explicit EffectChart(QWidget* parent = nullptr);
  void setLines(const QList<EffectLine>& lines);
  // Stands in the middle while there is no line.
  void setMessage(const QString& text);
  const QList<EffectLine>& lines() const { return lines_; }
  // "14:05: treatment -0.012 [-0.020, -0.004], 12,345 outcomes"; of the samples nearest to the moment.
  QString sentenceAt(qint64 ms) const;
  qint64 crosshair() const { return cross_; }  // 0 = none
  QSize sizeHint() const override { return {360, 160}; }
  QSize minimumSizeHint() const override { return {200, 110}; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  void arrange();
  void moveTo(qint64 ms);
  QList<qint64> moments() const;
  double xOf(qint64 ms) const;
  double yOf(double value) const;
  void paintAxes(QPainter& painter) const;
  void paintLine(QPainter& painter, const EffectLine& line) const;
  void paintLegend(QPainter& painter) const;
  void paintCrosshair(QPainter& painter) const;

  QList<EffectLine> lines_;
  QString message_;
  QRectF area_;
  qint64 from_ = 0;
  qint64 to_ = 1;
  QList<double> ticks_{0, 1};
  qint64 cross_ = 0;
};

}  // namespace aerie::widgets
