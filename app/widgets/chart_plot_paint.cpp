// How a chart is painted around the lines of QtCharts.
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "app/models/elapsed.h"
#include "app/widgets/chart_plot.h"
#include "app/widgets/legend_bar.h"
#include "app/widgets/tokens.h"

namespace aerie::widgets {

using models::ChartMarker;
using models::ChartSeries;

namespace {
constexpr double kLineHeight = 16;
constexpr int kTickSpace = 84;  // pixels between two labels of x
constexpr int kListed = 8;      // rows of the crosshair's list
constexpr double kFill = 0.10;
constexpr double kDot = 2;  // of dotted lines; they are one pixel apart
}  // namespace

void ChartPlot::drawBackground(QPainter* painter, const QRectF&) {
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  paintGrid(*painter);
  if (options_.filled) paintFills(*painter);
  paintBands(*painter);
  paintMarkers(*painter);
  painter->restore();
}

void ChartPlot::paintGrid(QPainter& painter) const {
  painter.setFont(fontOf(Type::Caption));
  const QFontMetrics metrics = painter.fontMetrics();
  const QColor rule = colorOf(Role::Border);
  painter.setPen(colorOf(Role::Muted));
  for (const double tick : yTicks_) {
    const double y = std::round(pixelY(tick));
    if (y < area_.top() - 1) continue;
    // Whole pixels: a smoothed line costs many times as much.
    painter.fillRect(QRectF(area_.left(), y, area_.width(), 1), rule);
    painter.drawText(QRectF(0, y + 0.5 - kLineHeight / 2, area_.left() - kGap, kLineHeight),
                     Qt::AlignRight | Qt::AlignVCenter, models::axisText(options_.kind, tick));
  }
  const int most = std::max(1, static_cast<int>(area_.width()) / kTickSpace);
  const auto label = [&](double x, const QString& text) {
    const double at = std::round(pixelOf(x)) + 0.5;
    if (at < area_.left() - 1 || at > area_.right() + 1) return;
    painter.fillRect(QRectF(at - 0.5, area_.bottom(), 1, 3), rule);
    const double width = metrics.horizontalAdvance(text) + 2;
    const double left = std::clamp(at - width / 2, 0.0, viewport()->width() - width);
    painter.drawText(QRectF(left, area_.bottom() + 3, width, kAxisHeight - 3), Qt::AlignCenter, text);
  };
  if (options_.time) {
    const auto from = static_cast<qint64>(from_);
    const auto to = static_cast<qint64>(to_);
    for (const qint64 tick : scale_.ticks(from, to, most)) {
      label(static_cast<double>(tick), scale_.tickText(tick, to - from));
    }
  } else if (options_.elapsed) {
    for (const double tick : models::elapsedTicks(from_, to_, most))
      label(tick, models::elapsedAxisText(tick));
  } else {
    for (const double tick : models::roundTicks(from_, to_, std::min(most * 2, 10))) {
      if (options_.whole && std::abs(tick - std::round(tick)) > 1e-6) continue;
      label(tick, models::axisText(models::ValueKind::Count, tick));
    }
  }
}

void ChartPlot::paintFills(QPainter& painter) const {
  painter.setPen(Qt::NoPen);
  painter.setClipRect(area_);
  for (const ChartSeries& s : series_) {
    if (!shown(s)) continue;
    QColor color = s.color < 0 ? colorOf(Role::Muted) : seriesColor(s.color);
    color.setAlphaF(static_cast<float>(kFill));
    painter.setBrush(color);
    for (const auto& [first, last] : models::segmentsOf(s.points, gapAfter_)) {
      const QList<QPointF> points = drawnPoints(s.points.mid(first, last - first + 1));
      QPainterPath path(QPointF(pixelOf(points.front().x()), area_.bottom()));
      for (const QPointF& p : points) path.lineTo(pixelOf(p.x()), pixelY(p.y()));
      path.lineTo(pixelOf(points.back().x()), area_.bottom());
      painter.drawPath(path);
    }
  }
  painter.setClipping(false);
}

void ChartPlot::paintMarkers(QPainter& painter) const {
  const QColor color = colorOf(Role::Accent);
  painter.setPen(Qt::NoPen);
  painter.setBrush(color);
  for (const ChartMarker& m : markers_) {
    const double at = static_cast<double>(m.atMs);
    if (at < from_ || at > to_) continue;
    const double x = std::round(pixelOf(at)) + 0.5;
    for (double y = area_.top(); y < area_.bottom(); y += kDot + 1)
      painter.fillRect(QRectF(x - 0.5, y, 1, std::min(kDot, area_.bottom() - y)), color);
    painter.drawPolygon(
        QPolygonF({{x - 4, area_.top() - 5}, {x + 4, area_.top() - 5}, {x, area_.top() + 1}}));
  }
}

void ChartPlot::drawForeground(QPainter* painter, const QRectF&) {
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  paintBandLabels(*painter);
  if (!message_.isEmpty()) {
    painter->setFont(fontOf(Type::Body));
    const int flags = Qt::AlignCenter | Qt::TextWordWrap;
    const QRectF words = painter->boundingRect(area_, flags, message_).adjusted(-kGap, -kGap, kGap, kGap);
    painter->fillRect(words, colorOf(Role::Surface));  // grid and markers do not run through the words
    painter->setPen(colorOf(Role::Muted));
    painter->drawText(area_, flags, message_);
  }
  if (anchor_ && cross_) {
    QColor color = colorOf(Role::Accent);
    color.setAlphaF(0.16F);
    painter->fillRect(
        QRectF(QPointF(pixelOf(*anchor_), area_.top()), QPointF(pixelOf(*cross_), area_.bottom()))
            .normalized(),
        color);
  }
  if (cross_ && *cross_ >= from_ && *cross_ <= to_) {
    const double x = std::round(pixelOf(*cross_)) + 0.5;
    painter->setPen(QPen(colorOf(Role::Muted), 1));
    painter->drawLine(QPointF(x, area_.top()), QPointF(x, area_.bottom()));
    for (const CrosshairValue& v : valuesAt(*cross_)) {
      painter->setPen(QPen(colorOf(Role::Surface), 1.5));
      painter->setBrush(v.color < 0 ? colorOf(Role::Muted) : seriesColor(v.color));
      painter->drawEllipse(QPointF(pixelOf(v.sample.x()), pixelY(v.sample.y())), 3.5, 3.5);
    }
    if (mine_) paintValues(*painter);
  }
  if (hasFocus()) {
    painter->setPen(QPen(colorOf(Role::Accent), 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(viewport()->rect()).adjusted(1, 1, -1, -1), kRadius, kRadius);
  }
  painter->restore();
}

void ChartPlot::paintValues(QPainter& painter) const {
  QList<CrosshairValue> values = valuesAt(*cross_);
  std::stable_sort(values.begin(), values.end(), [](const CrosshairValue& a, const CrosshairValue& b) {
    return a.sample.y() > b.sample.y();
  });
  const auto more = static_cast<int>(values.size()) - kListed;
  if (more > 0) values.resize(kListed);
  QStringList notes;
  if (more > 0) notes.append(tr("and %n more", nullptr, more));
  for (const ChartMarker& m : markersAt(*cross_)) notes.append(m.text);
  if (values.isEmpty() && notes.isEmpty()) notes.append(tr("no data"));
  const QFontMetrics metrics(fontOf(Type::Caption));
  const QString head = xText(values.isEmpty() ? *cross_ : values.front().sample.x());
  int titles = 0;
  int numbers = 0;
  for (const CrosshairValue& v : values) {
    titles = std::max(titles, metrics.horizontalAdvance(v.title));
    numbers = std::max(numbers, metrics.horizontalAdvance(v.text));
  }
  int width = std::max(metrics.horizontalAdvance(head), kGapL + titles + kGapM + numbers);
  for (const QString& note : notes) width = std::max(width, metrics.horizontalAdvance(note));
  const QList<BandValue> bands = bandsAt(*cross_);
  for (const BandValue& b : bands)
    width = std::max(width, kGapL + metrics.horizontalAdvance(b.title + b.text) + kGapM);
  const auto rows = static_cast<double>(1 + values.size() + bands.size() + notes.size());
  QRectF box(0, 0, std::min<double>(width, viewport()->width() - 4 * kGapS) + 2 * kGapS,
             rows * kLineHeight + 2 * kGap);
  const double x = pixelOf(*cross_);
  box.moveLeft(x + kGapM + box.width() < viewport()->width() ? x + kGapM
                                                             : std::max(0.0, x - kGapM - box.width()));
  box.moveTop(std::max(0.0, std::min(area_.top() + kGap, viewport()->height() - box.height())));
  painter.setPen(QPen(colorOf(Role::Border), 1));
  painter.setBrush(colorOf(Role::Raised));
  painter.drawRoundedRect(box, kRadius, kRadius);
  painter.setFont(fontOf(Type::Caption));
  QRectF row = box.adjusted(kGapS, kGap, -kGapS, 0);
  row.setHeight(kLineHeight);
  painter.setPen(colorOf(Role::Muted));
  painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, head);
  for (const CrosshairValue& v : values) {
    row.translate(0, kLineHeight);
    painter.setPen(QPen(v.color < 0 ? colorOf(Role::Muted) : seriesColor(v.color), 3, penStyleOf(v.line)));
    painter.drawLine(row.topLeft() + QPointF(0, kLineHeight / 2),
                     row.topLeft() + QPointF(kGapS, kLineHeight / 2));
    painter.setPen(colorOf(Role::Text));
    painter.drawText(row.adjusted(kGapL, 0, -numbers - kGapS, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(v.title, Qt::ElideMiddle,
                                        static_cast<int>(row.width()) - numbers - kGapXl - kGap));
    painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, v.text);
  }
  for (const BandValue& b : bands) {
    row.translate(0, kLineHeight);
    painter.fillRect(QRectF(row.left(), row.top() + 4, kGapS, kLineHeight - 8), b.brush);
    painter.setPen(colorOf(Role::Text));
    painter.drawText(row.adjusted(kGapL, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, b.title);
    painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, b.text);
  }
  painter.setPen(colorOf(Role::Accent));
  for (const QString& note : notes) {
    row.translate(0, kLineHeight);
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(note, Qt::ElideRight, static_cast<int>(row.width())));
  }
}

}  // namespace aerie::widgets
