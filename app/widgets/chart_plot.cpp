#include "app/widgets/chart_plot.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QLineSeries>
#include <QMouseEvent>
#include <QPen>
#include <QValueAxis>
#include <algorithm>
#include <cmath>
#include <utility>

#include "app/models/elapsed.h"
#include "app/widgets/legend_bar.h"
#include "app/widgets/tokens.h"

namespace aerie::widgets {

using models::ChartMarker;
using models::ChartSeries;

namespace {
constexpr int kTickSpaceY = 30;
constexpr int kBigStep = 10;
constexpr double kMarkerReach = 6;  // pixels
constexpr double kDragSlop = 5;
}  // namespace

ChartPlot::ChartPlot(const ChartOptions& options, QWidget* parent)
    : QChartView(new QChart(), parent),
      options_(options),
      xAxis_(new QValueAxis(this)),
      yAxis_(new QValueAxis(this)) {
  // The chart itself takes the keys. In this order: a viewport hands its policy on to its view.
  viewport()->setFocusPolicy(Qt::NoFocus);
  setFocusPolicy(Qt::StrongFocus);
  setFrameShape(QFrame::NoFrame);
  setRenderHint(QPainter::Antialiasing);
  setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
  setBackgroundBrush(Qt::NoBrush);
  setAlignment(Qt::AlignLeft | Qt::AlignTop);
  setMouseTracking(true);
  viewport()->setMouseTracking(true);
  viewport()->setAutoFillBackground(false);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  QChart* c = chart();
  c->setBackgroundVisible(false);
  c->setMargins({});
  c->layout()->setContentsMargins(0, 0, 0, 0);
  c->legend()->hide();
  c->setAnimationOptions(QChart::NoAnimation);
  // The grid and the labels are painted here: round numbers, few words, nothing that moves while data does.
  for (QValueAxis* axis : {xAxis_, yAxis_}) axis->setVisible(false);
  c->addAxis(xAxis_, Qt::AlignBottom);
  c->addAxis(yAxis_, Qt::AlignLeft);
  arrange();
}

ChartPlot::~ChartPlot() = default;

bool ChartPlot::shown(const ChartSeries& series) const {
  return !hiddenGroups_.contains(series.group) &&
         (series.variant.isEmpty() || !hiddenVariants_.contains(series.variant));
}

QList<ChartSeries> ChartPlot::visibleSeries() const {
  QList<ChartSeries> out;
  for (const ChartSeries& s : series_) {
    if (shown(s)) out.append(s);
  }
  return out;
}

void ChartPlot::setWindow(double from, double to) {
  if ((from == from_ && to == to_) || !(to > from)) return;
  from_ = from;
  to_ = to;
  arrange();
}

void ChartPlot::setScale(const models::TimeScale& scale) {
  if (scale == scale_) return;
  scale_ = scale;
  viewport()->update();
}

void ChartPlot::setSeries(const QList<ChartSeries>& series, double gapAfter) {
  if (series == series_ && gapAfter == gapAfter_) return;
  series_ = series;
  gapAfter_ = gapAfter;
  arrange();
  if (cross_ && mine_) setAccessibleDescription(sentenceAt(*cross_));
}

void ChartPlot::setHidden(const QSet<QString>& groups, const QSet<QString>& variants) {
  if (groups == hiddenGroups_ && variants == hiddenVariants_) return;
  hiddenGroups_ = groups;
  hiddenVariants_ = variants;
  arrange();
}

void ChartPlot::setMarkers(const QList<ChartMarker>& markers) {
  if (markers == markers_) return;
  markers_ = markers;
  viewport()->update();
}

void ChartPlot::setMessage(const QString& text) {
  if (text == message_) return;
  message_ = text;
  viewport()->update();
}

void ChartPlot::arrange() {
  double high = options_.smallestTop;
  for (const ChartSeries& s : series_) {
    if (!shown(s)) continue;
    for (const QPointF& p : s.points) {
      if (p.x() >= from_ && p.x() <= to_ && std::isfinite(p.y())) high = std::max(high, p.y());
    }
  }
  const double height = viewport()->height() - kAxisHeight - kGap;
  const int most = std::max(1, static_cast<int>(height) / kTickSpaceY);
  // Sizes are counted in powers of two: 256 MiB is round, 300,000,000 bytes are not.
  double unit = 1;
  while (options_.kind == models::ValueKind::Bytes && high / unit >= 1024) unit *= 1024;
  yTicks_ = models::roundTicks(0, (options_.fixedTop > 0 ? options_.fixedTop : high) / unit, most);
  for (double& tick : yTicks_) tick *= unit;
  if (options_.kind == models::ValueKind::Duration) yTicks_ = models::elapsedCover(high, most);
  top_ = options_.fixedTop > 0 ? options_.fixedTop : yTicks_.back();
  const QFontMetrics metrics(fontOf(Type::Caption));
  int left = 0;
  for (const double tick : yTicks_) {
    left = std::max(left, metrics.horizontalAdvance(models::axisText(options_.kind, tick)));
  }
  area_ = QRectF(left + kGapS, kGapS, std::max(8, viewport()->width() - left - kGapS - kGapS),
                 std::max(8.0, viewport()->height() - kAxisHeight - kGapS));
  feedLater();
}

void ChartPlot::feedLater() {
  viewport()->update();
  if (!std::exchange(due_, true) && isVisible()) postFeed();
}

// Posted events come before painting; what is painted earlier all the same is fed then.
void ChartPlot::postFeed() {
  QMetaObject::invokeMethod(
      this,
      [this] {
        if (isVisible()) feed();  // else when it is shown
      },
      Qt::QueuedConnection);
}

// QtCharts outlines a line anew at each change of its samples, a range or the area; one without samples costs
// nothing. So all that changes is changed while the lines are empty.
void ChartPlot::feed() {
  if (!std::exchange(due_, false)) return;
  // A little more than the highest line, so that its upper half is not cut off.
  const double least = -top_ / area_.height();
  const double most = top_ * (1 + 1 / area_.height());
  if (chart()->size() != viewport()->size() || chart()->plotArea() != area_ || xAxis_->min() != from_ ||
      xAxis_->max() != to_ || yAxis_->min() != least || yAxis_->max() != most) {
    for (const QList<QLineSeries*>& lines : std::as_const(lines_)) {
      for (QLineSeries* line : lines) line->clear();
    }
    chart()->resize(viewport()->size());
    chart()->setPlotArea(area_);
    xAxis_->setRange(from_, to_);
    yAxis_->setRange(least, most);
  }
  redraw();
}

QList<QPointF> ChartPlot::drawnPoints(const QList<QPointF>& points) const {
  if (!options_.steps) return models::thinned(points, static_cast<int>(area_.width()));
  QList<QPointF> out;
  out.reserve(points.size() * 2);
  for (qsizetype i = 0; i < points.size(); ++i) {
    if (i > 0) out.append({points[i].x(), points[i - 1].y()});
    out.append(points[i]);
  }
  return out;
}

QLineSeries* ChartPlot::newLine() {
  auto* line = new QLineSeries(chart());
  chart()->addSeries(line);
  line->attachAxis(xAxis_);
  line->attachAxis(yAxis_);
  line->setPointsVisible(options_.dots);
  return line;
}

void ChartPlot::redraw() {
  QSet<QString> alive;
  for (const ChartSeries& s : series_) {
    alive.insert(s.id);
    QList<QLineSeries*>& lines = lines_[s.id];
    const QPen pen = penOf(s);
    qsizetype used = 0;
    if (shown(s)) {
      for (const auto& [first, last] : models::segmentsOf(s.points, gapAfter_)) {
        if (used == lines.size()) lines.append(newLine());
        QLineSeries* line = lines[used++];
        if (line->pen() != pen) line->setPen(pen);
        QList<QPointF> piece = s.points.mid(first, last - first + 1);
        // A single sample between two gaps would be a line of no length.
        if (piece.size() == 1) piece.append(piece.front() + QPointF((to_ - from_) / area_.width(), 0));
        line->replace(drawnPoints(piece));
      }
    }
    for (qsizetype i = used; i < lines.size(); ++i) lines[i]->clear();
  }
  for (auto it = lines_.begin(); it != lines_.end();) {
    if (alive.contains(it.key())) {
      ++it;
      continue;
    }
    for (QLineSeries* line : *it) {
      chart()->removeSeries(line);
      delete line;
    }
    it = lines_.erase(it);
  }
}

QPen ChartPlot::penOf(const ChartSeries& series) {
  QColor color = series.color < 0 ? colorOf(Role::Muted) : seriesColor(series.color);
  const bool solid = series.line == ChartSeries::Line::Solid;
  if (!solid) color.setAlphaF(0.85F);
  return {color, solid ? 1.8 : 1.3, penStyleOf(series.line), Qt::FlatCap, Qt::RoundJoin};
}

double ChartPlot::pixelOf(double x) const { return area_.x() + (x - from_) / (to_ - from_) * area_.width(); }
double ChartPlot::xOf(double pixel) const {
  return from_ + (pixel - area_.x()) / area_.width() * (to_ - from_);
}
double ChartPlot::pixelY(double value) const { return area_.bottom() - value / top_ * area_.height(); }

// ---------------------------------------------------------------- the crosshair

std::optional<double> ChartPlot::snapped(double x) const {
  std::optional<double> best;
  for (const ChartSeries& s : series_) {
    if (!shown(s)) continue;
    const int i = models::nearestIndex(s.points, x);
    if (i < 0) continue;
    const double at = s.points[i].x();
    if (at < from_ || at > to_) continue;
    if (!best || std::abs(at - x) < std::abs(*best - x)) best = at;
  }
  return best;
}

QList<CrosshairValue> ChartPlot::valuesAt(double x) const {
  QList<CrosshairValue> out;
  const double reach = gapAfter_ > 0 ? gapAfter_ / 2 : (to_ - from_) / 20;
  for (const ChartSeries& s : series_) {
    if (!shown(s)) continue;
    const int i = models::nearestIndex(s.points, x);
    if (i < 0 || !std::isfinite(s.points[i].y())) continue;
    const QPointF& p = s.points[i];
    if (std::abs(p.x() - x) > reach || p.x() < from_ || p.x() > to_) continue;
    out.append({s.label(), s.color, s.line, p, models::valueText(options_.kind, p.y())});
  }
  return out;
}

QList<ChartMarker> ChartPlot::markersAt(double x) const {
  QList<ChartMarker> out;
  for (const ChartMarker& m : markers_) {
    const double at = static_cast<double>(m.atMs);
    if (at >= from_ && at <= to_ && std::abs(pixelOf(at) - pixelOf(x)) <= kMarkerReach) out.append(m);
  }
  return out;
}

QString ChartPlot::xText(double x) const {
  if (options_.elapsed) return models::lengthOfTimeText(x);
  if (!options_.time) return options_.whole ? QLocale().toString(x, 'g', 6) : QLocale().toString(x, 'f', 2);
  return scale_.text(static_cast<qint64>(x), models::Fine::Seconds);
}

QString ChartPlot::sentenceAt(double x) const {
  QStringList parts;
  for (const CrosshairValue& v : valuesAt(x)) parts.append(v.title + QLatin1Char(' ') + v.text);
  for (const BandValue& b : bandsAt(x)) parts.append(b.title + QLatin1Char(' ') + b.text);
  for (const ChartMarker& m : markersAt(x)) parts.append(m.text);
  return xText(x) + QLatin1String(": ") + (parts.isEmpty() ? tr("no data") : parts.join(QLatin1String(", ")));
}

void ChartPlot::moveCrosshair(std::optional<double> x, bool mine) {
  if (x == cross_ && mine == mine_) return;
  cross_ = x;
  mine_ = mine && x.has_value();
  if (mine_) {
    setAccessibleDescription(sentenceAt(*x));
    Q_EMIT crosshairMoved(*x);
  } else if (mine) {
    Q_EMIT crosshairLeft();
  }
  viewport()->update();
}

void ChartPlot::follow(std::optional<double> x) {
  if (x && mine_) return;  // it is this chart that moves it
  if (!x && hasFocus() && mine_) return;
  moveCrosshair(x, false);
}

void ChartPlot::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  setFocus(Qt::MouseFocusReason);
  anchor_ = std::clamp(xOf(event->position().x()), from_, to_);
  event->accept();
}

void ChartPlot::mouseMoveEvent(QMouseEvent* event) {
  const double x = std::clamp(xOf(event->position().x()), from_, to_);
  const bool dragging = event->buttons().testFlag(Qt::LeftButton) && anchor_;
  moveCrosshair(dragging ? std::optional(x) : snapped(x), true);
  viewport()->update();
  event->accept();
}

void ChartPlot::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || !anchor_) return;
  const double from = *anchor_;
  anchor_.reset();
  const double to = std::clamp(xOf(event->position().x()), from_, to_);
  viewport()->update();
  if (std::abs(pixelOf(from) - pixelOf(to)) > kDragSlop) {
    Q_EMIT piecePicked(std::min(from, to), std::max(from, to));
  }
}

void ChartPlot::wheelEvent(QWheelEvent* event) { event->ignore(); }  // the page scrolls, charts don't

void ChartPlot::leaveEvent(QEvent* event) {
  QChartView::leaveEvent(event);
  if (!anchor_) moveCrosshair(std::nullopt, true);
}

bool ChartPlot::step(QKeyEvent* event) {
  // All moments that a visible series has a sample for, in order.
  QList<double> moments;
  for (const ChartSeries& s : series_) {
    if (!shown(s)) continue;
    for (const QPointF& p : s.points) {
      if (p.x() >= from_ && p.x() <= to_) moments.append(p.x());
    }
  }
  std::sort(moments.begin(), moments.end());
  moments.erase(std::unique(moments.begin(), moments.end()), moments.end());
  if (moments.isEmpty()) return false;
  const auto last = moments.size() - 1;
  const auto here = std::lower_bound(moments.begin(), moments.end(), cross_.value_or(to_)) - moments.begin();
  const qsizetype by = event->modifiers().testFlag(Qt::ControlModifier) ? kBigStep : 1;
  qsizetype next = std::min<qsizetype>(here, last);
  if (event->key() == Qt::Key_Home) next = 0;
  if (event->key() == Qt::Key_End) next = last;
  if (event->key() == Qt::Key_Left && cross_) next -= by;
  if (event->key() == Qt::Key_Right && cross_) next += by;
  next = std::clamp<qsizetype>(next, 0, last);
  if (!event->modifiers().testFlag(Qt::ShiftModifier)) {
    anchor_.reset();
  } else if (!anchor_) {
    anchor_ = cross_.value_or(moments[next]);
  }
  moveCrosshair(moments[next], true);
  viewport()->update();
  return true;
}

void ChartPlot::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
      if (step(event)) return;
      break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (anchor_ && cross_ && *anchor_ != *cross_) {
        const double a = *anchor_;
        anchor_.reset();
        Q_EMIT piecePicked(std::min(a, *cross_), std::max(a, *cross_));
        return;
      }
      break;
    case Qt::Key_Escape:
      if (cross_ || anchor_) {
        anchor_.reset();
        moveCrosshair(std::nullopt, true);
        return;
      }
      break;
    default: break;
  }
  event->ignore();  // not the scrolling of a graphics view
}

void ChartPlot::focusInEvent(QFocusEvent* event) {
  QChartView::focusInEvent(event);
  viewport()->update();
}

void ChartPlot::focusOutEvent(QFocusEvent* event) {
  QChartView::focusOutEvent(event);
  anchor_.reset();
  if (event->reason() != Qt::PopupFocusReason && !underMouse()) moveCrosshair(std::nullopt, true);
  viewport()->update();
}

void ChartPlot::changeEvent(QEvent* event) {
  QChartView::changeEvent(event);
  if (event->type() != QEvent::PaletteChange) return;
  for (const ChartSeries& s : std::as_const(series_)) {
    const QPen pen = penOf(s);
    for (QLineSeries* line : lines_.value(s.id)) {
      if (line->pen() != pen) line->setPen(pen);
    }
  }
}

void ChartPlot::showEvent(QShowEvent* event) {
  QChartView::showEvent(event);
  if (due_) postFeed();
}

// Activation means nothing to a chart. Told of it, a scene changes, and one that changes while pages come and
// go has the whole window painted before its layout is done.
bool ChartPlot::viewportEvent(QEvent* event) {
  switch (event->type()) {
    case QEvent::Show:
    case QEvent::Hide:
    case QEvent::WindowActivate:
    case QEvent::WindowDeactivate: return QAbstractScrollArea::viewportEvent(event);
    default: return QChartView::viewportEvent(event);
  }
}

void ChartPlot::paintEvent(QPaintEvent* event) {
  feed();
  QChartView::paintEvent(event);
}

// Not QChartView's: the chart follows in feed(), with all else.
void ChartPlot::resizeEvent(QResizeEvent* event) {
  QGraphicsView::resizeEvent(event);
  setSceneRect(viewport()->rect());  // one scene unit is one pixel, whatever the lines' bounds are
  arrange();
}

}  // namespace aerie::widgets
