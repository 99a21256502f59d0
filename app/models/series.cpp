#include "app/models/series.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QMap>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "app/models/elapsed.h"
#include "app/models/text.h"
#include "core/base/status.h"

namespace aerie::models {
namespace {

QString translated(const char* text) { return QCoreApplication::translate("series", text); }

QString trimmedNumber(double value, int decimals) {
  QString text = QLocale().toString(value, 'f', decimals);
  const QString point = QLocale().decimalPoint();
  if (!text.contains(point)) return text;
  while (text.endsWith(QLocale().zeroDigit())) text.chop(1);
  if (text.endsWith(point)) text.chop(point.size());
  return text;
}

QString shortCount(double value) {
  const double a = std::abs(value);
  if (a >= 1e9) return trimmedNumber(value / 1e9, 1) + QLatin1Char('G');
  if (a >= 1e6) return trimmedNumber(value / 1e6, 1) + QLatin1Char('M');
  if (a >= 1e3) return trimmedNumber(value / 1e3, 1) + QLatin1Char('k');
  return trimmedNumber(value, 2);
}

QString quoted(QString text) {
  if (!text.contains(QLatin1Char(',')) && !text.contains(QLatin1Char('"')) &&
      !text.contains(QLatin1Char('\n'))) {
    return text;
  }
  return QLatin1Char('"') + text.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

constexpr qint64 kSecond = 1'000;
constexpr qint64 kMinute = 60 * kSecond;
constexpr qint64 kHour = 60 * kMinute;
constexpr std::array<qint64, 20> kTimeSteps{
    kSecond,     2 * kSecond, 5 * kSecond,  10 * kSecond, 15 * kSecond, 30 * kSecond, kMinute,
    2 * kMinute, 5 * kMinute, 10 * kMinute, 15 * kMinute, 30 * kMinute, kHour,        2 * kHour,
    3 * kHour,   6 * kHour,   12 * kHour,   24 * kHour,   48 * kHour,   168 * kHour};

}  // namespace

QString valueText(ValueKind kind, double value) {
  switch (kind) {
    case ValueKind::Count: return countText(value);
    case ValueKind::Rate: return rateText(value);
    case ValueKind::Share:
      // Error shares are small: 0.0 % would hide them.
      if (value > 0 && value < 0.0005) return translated("< 0.1 %");
      return percentText(value);
    case ValueKind::Millis: return millisText(value);
    case ValueKind::Bytes: return sizeText(static_cast<quint64>(std::max(0.0, value)));
    case ValueKind::Percent: return percentText(value / 100);
    case ValueKind::Duration: return lengthOfTimeText(value);
  }
  return {};
}

QString axisText(ValueKind kind, double value) {
  switch (kind) {
    case ValueKind::Count: return shortCount(value);
    case ValueKind::Rate: return shortCount(value);
    case ValueKind::Share: return translated("%1 %").arg(trimmedNumber(value * 100, 2));
    case ValueKind::Millis: return translated("%1 ms").arg(trimmedNumber(value, 2));
    case ValueKind::Bytes: return QLocale().formattedDataSize(static_cast<qint64>(value), 0);
    case ValueKind::Percent: return translated("%1 %").arg(trimmedNumber(value, 1));
    case ValueKind::Duration: return elapsedAxisText(value);
  }
  return {};
}

QString unitOf(ValueKind kind) {
  switch (kind) {
    case ValueKind::Count: return {};
    case ValueKind::Rate: return QStringLiteral("per second");
    case ValueKind::Share: return QStringLiteral("share");
    case ValueKind::Millis: return QStringLiteral("ms");
    case ValueKind::Bytes: return QStringLiteral("bytes");
    case ValueKind::Percent: return QStringLiteral("%");
    case ValueKind::Duration: return QStringLiteral("ms");
  }
  return {};
}

SampleRing::SampleRing(int capacity) : samples_(static_cast<std::size_t>(std::max(1, capacity))) {}

const QPointF& SampleRing::at(int index) const {
  AERIE_CHECK(index >= 0 && index < size_);
  return samples_[static_cast<std::size_t>((first_ + index) % capacity())];
}

void SampleRing::append(const QPointF& sample) {
  if (size_ > 0 && sample.x() <= at(size_ - 1).x()) return;
  samples_[static_cast<std::size_t>((first_ + size_) % capacity())] = sample;
  if (size_ < capacity()) {
    ++size_;
  } else {
    first_ = (first_ + 1) % capacity();
  }
}

void SampleRing::merge(const QList<QPointF>& samples) {
  if (samples.isEmpty()) return;
  while (size_ > 0 && at(size_ - 1).x() >= samples.front().x()) --size_;
  for (const QPointF& sample : samples) append(sample);
}

void SampleRing::dropBefore(double x) {
  while (size_ > 0 && at(0).x() < x) {
    first_ = (first_ + 1) % capacity();
    --size_;
  }
}

void SampleRing::clear() { first_ = size_ = 0; }

QList<QPointF> SampleRing::toList() const {
  QList<QPointF> out;
  out.reserve(size_);
  for (int i = 0; i < size_; ++i) out.append(at(i));
  return out;
}

QString ChartSeries::label() const {
  return variant.isEmpty() ? title : title.isEmpty() ? variant : title + QLatin1Char(' ') + variant;
}

QList<std::pair<int, int>> segmentsOf(const QList<QPointF>& points, double gapAfter) {
  QList<std::pair<int, int>> out;
  int first = -1;
  const auto count = static_cast<int>(points.size());
  for (int i = 0; i < count; ++i) {
    const bool there = std::isfinite(points[i].y());
    const bool far = first >= 0 && gapAfter > 0 && points[i].x() - points[i - 1].x() > gapAfter;
    if (first >= 0 && (!there || far)) {
      out.append({first, i - 1});
      first = -1;
    }
    if (there && first < 0) first = i;
  }
  if (first >= 0) out.append({first, count - 1});
  return out;
}

QList<QPointF> thinned(const QList<QPointF>& points, int buckets) {
  if (buckets < 1 || points.size() <= 4LL * buckets) return points;
  const double from = points.front().x();
  const double width = (points.back().x() - from) / buckets;
  QList<QPointF> out;
  out.reserve(4LL * buckets);
  qsizetype i = 0;
  for (int b = 0; b < buckets && i < points.size(); ++b) {
    const double end = b + 1 == buckets ? std::numeric_limits<double>::infinity() : from + width * (b + 1);
    const qsizetype begin = i;
    qsizetype low = i;
    qsizetype high = i;
    for (; i < points.size() && points[i].x() < end; ++i) {
      if (points[i].y() < points[low].y()) low = i;
      if (points[i].y() > points[high].y()) high = i;
    }
    if (i == begin) continue;
    std::array<qsizetype, 4> chosen{begin, std::min(low, high), std::max(low, high), i - 1};
    for (std::size_t c = 0; c < chosen.size(); ++c) {
      if (c == 0 || chosen[c] > chosen[c - 1]) out.append(points[chosen[c]]);
    }
  }
  return out;
}

int nearestIndex(const QList<QPointF>& points, double x) {
  if (points.isEmpty()) return -1;
  const auto it = std::lower_bound(points.begin(), points.end(), x,
                                   [](const QPointF& p, double value) { return p.x() < value; });
  if (it == points.begin()) return 0;
  if (it == points.end()) return static_cast<int>(points.size()) - 1;
  const auto right = static_cast<int>(it - points.begin());
  return x - points[right - 1].x() <= it->x() - x ? right - 1 : right;
}

QList<double> roundTicks(double low, double high, int most) {
  if (!(high > low)) high = low + 1;
  const double rough = (high - low) / std::max(1, most);
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  double step = 10 * power;
  for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
    if (factor * power >= rough * (1 - 1e-9)) {
      step = factor * power;
      break;
    }
  }
  QList<double> out;
  const double begin = std::floor(low / step + 1e-9);
  for (int i = 0; out.isEmpty() || out.back() < high - step * 1e-6; ++i) out.append((begin + i) * step);
  return out;
}

QList<qint64> timeTicks(qint64 fromMs, qint64 toMs, int most) {
  QList<qint64> out;
  if (toMs <= fromMs || most < 1) return out;
  qint64 step = kTimeSteps.back();
  for (const qint64 candidate : kTimeSteps) {
    if ((toMs - fromMs) / candidate <= most) {
      step = candidate;
      break;
    }
  }
  // Whole hours and days of the wall clock, not of UTC.
  const qint64 offset = 1'000LL * QDateTime::fromMSecsSinceEpoch(fromMs).offsetFromUtc();
  for (qint64 at = (fromMs + offset + step - 1) / step * step - offset; at <= toMs; at += step)
    out.append(at);
  return out;
}

QString timeTickText(qint64 atMs, qint64 spanMs) {
  if (spanMs <= 4 * kMinute) return clockText(atMs, Fine::Seconds);
  if (spanMs <= 36 * kHour) return clockText(atMs);
  return dayClockText(atMs, Fine::Minutes);
}

QString csvOf(const QString& xTitle, bool time, ValueKind kind, const QList<ChartSeries>& series) {
  QStringList head{quoted(xTitle)};
  QMap<double, QStringList> rows;
  const QString unit = unitOf(kind);
  for (qsizetype s = 0; s < series.size(); ++s) {
    const QString label = series[s].label();
    head.append(quoted(unit.isEmpty() ? label : QStringLiteral("%1 [%2]").arg(label, unit)));
    for (const QPointF& p : series[s].points) {
      if (!std::isfinite(p.y())) continue;
      QStringList& row = rows[p.x()];
      row.resize(series.size());
      row[s] = QString::number(p.y(), 'g', 12);
    }
  }
  QString out = head.join(QLatin1Char(',')) + QLatin1String("\r\n");
  for (auto it = rows.begin(); it != rows.end(); ++it) {
    const QString x = time ? QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(it.key()), Qt::UTC)
                                 .toString(Qt::ISODateWithMs)
                           : QString::number(it.key(), 'g', 12);
    out += x + QLatin1Char(',') + it->join(QLatin1Char(',')) + QLatin1String("\r\n");
  }
  return out;
}

}  // namespace aerie::models
