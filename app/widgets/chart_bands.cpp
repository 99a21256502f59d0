// The space between two lines of a chart: shaded, and named where the name has room.
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "app/widgets/chart_plot.h"
#include "app/widgets/tokens.h"

namespace aerie::widgets {

using models::ChartSeries;

namespace {

constexpr double kLabelHeight = 16;
constexpr double kAreaStrength = 0.30;
constexpr double kPatternStrength = 0.75;

const ChartSeries* seriesOf(const QList<ChartSeries>& all, const QString& id) {
  const auto it = std::find_if(all.begin(), all.end(), [&](const ChartSeries& s) { return s.id == id; });
  return it == all.end() ? nullptr : &*it;
}

}  // namespace

QBrush ChartBand::brush() const {
  QColor color = series < 0 ? colorOf(role) : seriesColor(series);
  color.setAlphaF(static_cast<float>(pattern == Qt::SolidPattern ? kAreaStrength : kPatternStrength));
  return {color, pattern};
}

std::optional<ChartPlot::BandEdges> ChartPlot::edgesOf(const ChartBand& band) const {
  const ChartSeries* upper = seriesOf(series_, band.upper);
  if (!upper || !shown(*upper)) return std::nullopt;
  BandEdges out{upper, {}};
  for (const QString& id : band.lower) {
    const ChartSeries* lower = seriesOf(series_, id);
    if (!lower || !shown(*lower) || lower->points.size() != upper->points.size()) return std::nullopt;
    out.lower.append(lower);
  }
  return out;
}

double ChartPlot::lowerValue(const BandEdges& edges, qsizetype i) const {
  double value = 0;
  for (const ChartSeries* lower : edges.lower) value = std::max(value, lower->points[i].y());
  return std::min(value, edges.upper->points[i].y());
}

void ChartPlot::paintBands(QPainter& painter) const {
  painter.save();
  painter.setClipRect(area_);
  painter.setPen(Qt::NoPen);
  // Patterns stay where they are while the lines move.
  painter.setBrushOrigin(0, 0);
  for (const ChartBand& band : options_.bands) {
    const auto edges = edgesOf(band);
    if (!edges) continue;
    painter.setBrush(band.brush());
    for (const auto& [first, last] : models::segmentsOf(edges->upper->points, gapAfter_)) {
      const QList<QPointF> upper = drawnPoints(edges->upper->points.mid(first, last - first + 1));
      QList<QPointF> below;
      for (qsizetype i = first; i <= last; ++i)
        below.append({edges->upper->points[i].x(), lowerValue(*edges, i)});
      below = drawnPoints(below);
      QPolygonF shape;
      shape.reserve(upper.size() + below.size());
      for (const QPointF& p : upper) shape.append({pixelOf(p.x()), pixelY(p.y())});
      for (auto it = below.crbegin(); it != below.crend(); ++it)
        shape.append({pixelOf(it->x()), pixelY(it->y())});
      painter.drawPolygon(shape);
    }
  }
  painter.restore();
}

std::optional<QRectF> ChartPlot::bandLabel(const ChartBand& band, double width) const {
  const auto edges = edgesOf(band);
  if (!edges) return std::nullopt;
  const QList<QPointF>& points = edges->upper->points;
  std::optional<QRectF> best;
  // From window to window of the label's width: the place where the band is highest.
  for (double left = area_.left() + kGap; left + width <= area_.right() - kGap; left += width / 2) {
    const double from = xOf(left);
    const double to = xOf(left + width);
    auto it = std::lower_bound(points.begin(), points.end(), from,
                               [](const QPointF& p, double x) { return p.x() < x; });
    if (it != points.begin()) --it;  // the one that holds at the window's left side
    double top = area_.top();
    double bottom = area_.bottom();
    bool there = false;
    for (; it != points.end() && it->x() <= to; ++it) {
      if (!std::isfinite(it->y())) {
        there = false;
        break;
      }
      there = true;
      top = std::max(top, pixelY(it->y()));
      bottom = std::min(bottom, pixelY(lowerValue(*edges, it - points.begin())));
    }
    if (!there || it == points.end() || bottom - top < kLabelHeight) continue;
    if (best && bottom - top <= best->height()) continue;
    best = QRectF(left, top, width, bottom - top);
  }
  if (!best) return std::nullopt;
  const QPointF middle = best->center();
  return QRectF(middle.x() - width / 2, middle.y() - kLabelHeight / 2, width, kLabelHeight);
}

void ChartPlot::paintBandLabels(QPainter& painter) const {
  painter.setFont(fontOf(Type::Caption));
  const QFontMetrics metrics = painter.fontMetrics();
  for (const ChartBand& band : options_.bands) {
    if (band.title.isEmpty()) continue;
    const auto spot = bandLabel(band, metrics.horizontalAdvance(band.title) + 2 * kGap);
    if (!spot) continue;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colorOf(Role::Surface));  // words stay readable over a pattern
    painter.drawRoundedRect(*spot, kGap, kGap);
    painter.setPen(colorOf(Role::Text));
    painter.drawText(*spot, Qt::AlignCenter, band.title);
  }
}

QList<BandValue> ChartPlot::bandsAt(double x) const {
  QList<BandValue> out;
  const double reach = gapAfter_ > 0 ? gapAfter_ / 2 : (to_ - from_) / 20;
  for (const ChartBand& band : options_.bands) {
    if (band.lower.isEmpty()) continue;  // that is the line's own value
    const auto edges = edgesOf(band);
    const int i = edges ? models::nearestIndex(edges->upper->points, x) : -1;
    if (i < 0 || std::abs(edges->upper->points[i].x() - x) > reach) continue;
    const double value = edges->upper->points[i].y() - lowerValue(*edges, i);
    if (std::isfinite(value)) out.append({band.title, models::valueText(options_.kind, value), band.brush()});
  }
  return out;
}

}  // namespace aerie::widgets
