// What charts are made of: samples in fixed rings, series with a name and a colour, axes with round numbers,
// tables for export. Pure; x is Unix milliseconds or a plain number, always ascending.
#pragma once

#include <QList>
#include <QPointF>
#include <QString>
#include <QStringList>
#include <vector>

namespace aerie::models {

// How a value is written: 12.3k/s, 3.2 ms, 0.4 %, 88 MiB. Duration is in milliseconds too: 20.7 min.
enum class ValueKind { Count, Rate, Share, Millis, Bytes, Percent, Duration };
QString valueText(ValueKind kind, double value);
// For axes: as short as it goes.
QString axisText(ValueKind kind, double value);
// For the head of an exported column: "ms", "items/s"...; empty for plain numbers.
QString unitOf(ValueKind kind);

// The newest samples, at most `capacity`; the memory is taken once.
class SampleRing final {
 public:
  explicit SampleRing(int capacity);
  // A sample that is not later than the last one is ignored.
  void append(const QPointF& sample);
  // Everything from the first of these samples on is replaced by them: intervals that were still filling come
  // again with their final value.
  void merge(const QList<QPointF>& samples);
  void dropBefore(double x);
  void clear();
  int size() const { return size_; }
  int capacity() const { return static_cast<int>(samples_.size()); }
  // 0 = the oldest.
  const QPointF& at(int index) const;
  QList<QPointF> toList() const;

 private:
  std::vector<QPointF> samples_;
  int first_ = 0;
  int size_ = 0;
};

struct ChartSeries {
  enum class Line { Solid, Dashed, Dotted };
  QString id;       // stable while the thing is shown
  QString group;    // the thing that it is of: one legend entry, one colour
  QString title;    // the thing's name
  int color = -1;   // index of the data series colours; -1 = neutral
  QString variant;  // what tells series of one thing apart: "p99"; may be empty
  Line line = Line::Solid;
  QList<QPointF> points;
  bool operator==(const ChartSeries&) const = default;
  QString label() const;  // "arrival_delay_v1 p99"
};

struct ChartMarker {
  qint64 atMs = 0;
  QString kind;  // deploy, promotion, routing, experiment
  QString text;
  bool operator==(const ChartMarker&) const = default;
};

// Where a line must be interrupted: [first, last] index pairs. gapAfter 0 = never.
QList<std::pair<int, int>> segmentsOf(const QList<QPointF>& points, double gapAfter);
// At most four samples for each of `buckets` slices of x: first, lowest, highest, last; looks the same when a
// slice is one pixel.
QList<QPointF> thinned(const QList<QPointF>& points, int buckets);
// Index of the sample that is nearest to x; -1 without samples.
int nearestIndex(const QList<QPointF>& points, double x);

// At most `most` + 1 round numbers that cover [low, high]; the last one is at or above `high`.
QList<double> roundTicks(double low, double high, int most);
// Round moments of local time inside of [fromMs, toMs].
QList<qint64> timeTicks(qint64 fromMs, qint64 toMs, int most);
QString timeTickText(qint64 atMs, qint64 spanMs);

// RFC 4180, one row for each x, one column for each series, empty where a series has no sample. Times are
// ISO 8601 in UTC; numbers have a point and all of their digits.
QString csvOf(const QString& xTitle, bool time, ValueKind kind, const QList<ChartSeries>& series);

}  // namespace aerie::models
