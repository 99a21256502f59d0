#include "app/widgets/effect_chart.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "app/models/series.h"
#include "app/models/when.h"
#include "app/widgets/tokens.h"

namespace aerie::widgets {
namespace {

constexpr double kAxisWidth = 56;
constexpr double kAxisHeight = 18;
constexpr double kLegendHeight = 20;
constexpr int kTickSpace = 110;
constexpr double kBand = 0.18;
// The first intervals are as wide as they are meaningless: the scale is that of the samples after them.
constexpr double kEarly = 0.2;

const EffectSample* nearest(const EffectLine& line, qint64 ms) {
  const EffectSample* best = nullptr;
  for (const EffectSample& s : line.samples) {
    if (!best || std::abs(s.ms - ms) < std::abs(best->ms - ms)) best = &s;
  }
  return best;
}

QString signedText(double value) {
  return (value > 0 ? QStringLiteral("+") : QString()) + QLocale().toString(value, 'g', 3);
}

}  // namespace

EffectChart::EffectChart(QWidget* parent) : QWidget(parent) {
  setAccessibleName(tr("Cumulative difference to the first arm"));
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void EffectChart::setLines(const QList<EffectLine>& lines) {
  if (lines == lines_) return;
  lines_ = lines;
  arrange();
  const QList<qint64> all = moments();
  setAccessibleDescription(all.isEmpty() ? message_ : sentenceAt(all.back()));
  update();
}

void EffectChart::setMessage(const QString& text) {
  if (text == message_) return;
  message_ = text;
  if (lines_.isEmpty()) setAccessibleDescription(text);
  update();
}

QList<qint64> EffectChart::moments() const {
  QList<qint64> out;
  for (const EffectLine& line : lines_) {
    for (const EffectSample& s : line.samples) out.append(s.ms);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

void EffectChart::arrange() {
  area_ = QRectF(kAxisWidth, kLegendHeight, std::max(1.0, width() - kAxisWidth - kGapS),
                 std::max(1.0, height() - kLegendHeight - kAxisHeight));
  const QList<qint64> all = moments();
  from_ = all.isEmpty() ? 0 : all.front();
  to_ = all.isEmpty() ? 1 : std::max(all.back(), from_ + 1);
  const auto early = from_ + static_cast<qint64>(kEarly * static_cast<double>(to_ - from_));
  double low = 0;
  double high = 0;
  for (const EffectLine& line : lines_) {
    for (const EffectSample& s : line.samples) {
      if (s.ms < early) continue;
      low = std::min(low, s.low);
      high = std::max(high, s.high);
    }
  }
  if (high - low <= 0) high = 1;
  ticks_ = models::roundTicks(low, high, std::clamp(static_cast<int>(area_.height()) / 30, 2, 6));
}

double EffectChart::xOf(qint64 ms) const {
  return area_.left() + area_.width() * static_cast<double>(ms - from_) / static_cast<double>(to_ - from_);
}

double EffectChart::yOf(double value) const {
  const double span = ticks_.back() - ticks_.front();
  return area_.bottom() - area_.height() * (value - ticks_.front()) / (span > 0 ? span : 1);
}

void EffectChart::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  if (lines_.isEmpty()) {
    painter.setPen(colorOf(Role::Muted));
    painter.setFont(fontOf(Type::Body));
    painter.drawText(rect().adjusted(kGapM, 0, -kGapM, 0), Qt::AlignCenter | Qt::TextWordWrap, message_);
  } else {
    paintAxes(painter);
    painter.save();
    painter.setClipRect(area_);
    for (const EffectLine& line : lines_) paintLine(painter, line);
    painter.restore();
    paintLegend(painter);
    if (cross_ > 0) paintCrosshair(painter);
  }
  if (!hasFocus()) return;
  painter.setPen(QPen(colorOf(Role::Accent), 2));
  painter.setBrush(Qt::NoBrush);
  painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), kRadius, kRadius);
}

void EffectChart::paintAxes(QPainter& painter) const {
  painter.setFont(fontOf(Type::Caption));
  const QFontMetrics metrics = painter.fontMetrics();
  for (const double tick : ticks_) {
    const double y = std::round(yOf(tick)) + 0.5;
    const bool zero = std::abs(tick) < 1e-12;
    painter.setPen(QPen(colorOf(zero ? Role::Muted : Role::Border), 1));
    painter.drawLine(QPointF(area_.left(), y), QPointF(area_.right(), y));
    painter.setPen(colorOf(Role::Muted));
    painter.drawText(QRectF(0, y - kLegendHeight / 2, area_.left() - kGap, kLegendHeight),
                     Qt::AlignRight | Qt::AlignVCenter, zero ? QLocale().toString(0) : signedText(tick));
  }
  const int most = std::max(1, static_cast<int>(area_.width()) / kTickSpace);
  for (const qint64 tick : models::timeTicks(from_, to_, most)) {
    const QString text = models::timeTickText(tick, to_ - from_);
    const double wide = metrics.horizontalAdvance(text) + 2;
    const double left = std::clamp(xOf(tick) - wide / 2, 0.0, width() - wide);
    painter.drawText(QRectF(left, area_.bottom() + 3, wide, kAxisHeight - 3), Qt::AlignCenter, text);
  }
}

void EffectChart::paintLine(QPainter& painter, const EffectLine& line) const {
  if (line.samples.isEmpty()) return;
  const QColor color = seriesColor(line.color);
  QPolygonF band;
  QPolygonF middle;
  for (const EffectSample& s : line.samples) {
    band.append({xOf(s.ms), yOf(s.high)});
    middle.append({xOf(s.ms), yOf(s.value)});
  }
  for (auto s = line.samples.rbegin(); s != line.samples.rend(); ++s) band.append({xOf(s->ms), yOf(s->low)});
  painter.setPen(Qt::NoPen);
  painter.setBrush(tint(color, kBand));
  painter.drawPolygon(band);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(color, 2));
  painter.drawPolyline(middle);
  painter.setBrush(color);
  painter.setPen(Qt::NoPen);
  painter.drawEllipse(middle.back(), 3, 3);
}

void EffectChart::paintLegend(QPainter& painter) const {
  painter.setFont(fontOf(Type::Caption));
  double x = area_.left();
  for (const EffectLine& line : lines_) {
    painter.setPen(QPen(seriesColor(line.color), 3));
    painter.drawLine(QPointF(x, kLegendHeight / 2), QPointF(x + kGapM, kLegendHeight / 2));
    x += kGapM + kGap;
    const int room = std::max(0, static_cast<int>(area_.right() - x));
    const QString text = painter.fontMetrics().elidedText(line.title, Qt::ElideMiddle, room);
    painter.setPen(colorOf(Role::Text));
    painter.drawText(QRectF(x, 0, room, kLegendHeight), Qt::AlignLeft | Qt::AlignVCenter, text);
    x += painter.fontMetrics().horizontalAdvance(text) + kGapM;
  }
}

void EffectChart::paintCrosshair(QPainter& painter) const {
  painter.setPen(QPen(colorOf(Role::Muted), 1, Qt::DashLine));
  painter.drawLine(QPointF(xOf(cross_), area_.top()), QPointF(xOf(cross_), area_.bottom()));
  painter.setPen(Qt::NoPen);
  for (const EffectLine& line : lines_) {
    const EffectSample* s = nearest(line, cross_);
    if (!s) continue;
    painter.setBrush(seriesColor(line.color));
    painter.drawEllipse(QPointF(xOf(s->ms), yOf(s->value)), 4, 4);
  }
}

QString EffectChart::sentenceAt(qint64 ms) const {
  QStringList parts;
  qint64 at = 0;
  for (const EffectLine& line : lines_) {
    const EffectSample* s = nearest(line, ms);
    if (!s) continue;
    at = s->ms;
    //: an arm, its difference, the interval, how many outcomes
    parts.append(tr("%1 %2 [%3, %4], %5 outcomes")
                     .arg(line.title, signedText(s->value), signedText(s->low), signedText(s->high),
                          QLocale().toString(s->count)));
  }
  if (parts.isEmpty()) return message_;
  return models::recentText(at, models::Fine::Seconds) + QLatin1String(": ") +
         parts.join(QLatin1String("; "));
}

void EffectChart::moveTo(qint64 ms) {
  if (lines_.isEmpty() || ms == cross_) return;
  cross_ = ms;
  if (ms > 0) {
    const QString text = sentenceAt(ms);
    setAccessibleDescription(text);
    QToolTip::showText(mapToGlobal(QPoint(static_cast<int>(xOf(ms)) + kGapM, 0)), text, this);
  } else {
    QToolTip::hideText();
  }
  update();
}

void EffectChart::mouseMoveEvent(QMouseEvent* event) {
  const QList<qint64> all = moments();
  if (all.isEmpty()) return;
  qint64 best = all.front();
  for (const qint64 ms : all) {
    if (std::abs(xOf(ms) - event->position().x()) < std::abs(xOf(best) - event->position().x())) best = ms;
  }
  moveTo(best);
}

void EffectChart::leaveEvent(QEvent* event) {
  if (!hasFocus()) moveTo(0);
  QWidget::leaveEvent(event);
}

void EffectChart::focusOutEvent(QFocusEvent* event) {
  moveTo(0);
  QWidget::focusOutEvent(event);
}

void EffectChart::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  arrange();
}

void EffectChart::keyPressEvent(QKeyEvent* event) {
  const QList<qint64> all = moments();
  const auto here = std::lower_bound(all.begin(), all.end(), cross_);
  if (all.isEmpty()) return QWidget::keyPressEvent(event);
  switch (event->key()) {
    case Qt::Key_Left:
      return moveTo(cross_ == 0 ? all.back() : here == all.begin() ? all.front() : *std::prev(here));
    case Qt::Key_Right:
      return moveTo(cross_ == 0                                         ? all.back()
                    : here == all.end() || std::next(here) == all.end() ? all.back()
                                                                        : *std::next(here));
    case Qt::Key_Home: return moveTo(all.front());
    case Qt::Key_End: return moveTo(all.back());
    case Qt::Key_Escape:
      if (cross_ > 0) return moveTo(0);
      break;
    default: break;
  }
  QWidget::keyPressEvent(event);
}

}  // namespace aerie::widgets
