// How a timeline is laid out and painted: by pixels, so that its cost does not grow with the number of bars.
#include <QLocale>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>
#include <cmath>

#include "app/models/series.h"
#include "app/widgets/state_paint.h"
#include "app/widgets/timeline_canvas.h"
#include "app/widgets/tokens.h"

namespace aerie::widgets {

using models::BarOutcome;
using models::Timeline;

namespace {

constexpr int kLine = 18;  // axis, legend, sentence: a line of text each
constexpr int kTop = 4;
constexpr int kLeastLane = 6;
constexpr int kMostLane = 22;
constexpr int kHostGap = 4;
constexpr int kWidestLabel = 150;
constexpr int kLabelSpace = 13;  // between two names
constexpr int kTickSpace = 90;
constexpr double kTextWidth = 44;
constexpr int kTextLane = 14;
constexpr int kSwatch = 12;
constexpr double kUrgentWidth = 2;  // one failure among thousands is seen

}  // namespace

int TimelineCanvas::labelWidth() const {
  const QFontMetrics metrics(fontOf(Type::Caption));
  int widest = 0;
  const QString* last = nullptr;
  for (const Timeline::Lane& lane : timeline_.lanes()) {
    if (last && *last == lane.host) continue;
    last = &lane.host;
    widest = std::max(widest, metrics.horizontalAdvance(lane.host));
  }
  return widest == 0 ? 0 : std::min(widest, kWidestLabel) + kGapS + kGap;
}

QRectF TimelineCanvas::plotRect() const {
  const QRect all = viewport()->rect();
  const int left = timeline_.empty() ? kGapS : labelPixels_;
  return {static_cast<double>(left), kTop, std::max(1.0, all.width() - left - 1.0 * kGapS),
          std::max(1.0, all.height() - kTop - 3.0 * kLine)};
}

TimelineCanvas::Layout TimelineCanvas::layoutFor(int height) const {
  Layout out;
  const std::vector<Timeline::Lane>& lanes = timeline_.lanes();
  if (lanes.empty()) return out;
  int hosts = 1;
  for (std::size_t i = 1; i < lanes.size(); ++i) hosts += lanes[i].host != lanes[i - 1].host;
  const auto count = static_cast<int>(lanes.size());
  out.laneHeight = std::clamp((height - (hosts - 1) * kHostGap) / count, kLeastLane, kMostLane);
  out.tops.reserve(lanes.size());
  int y = 0;
  for (std::size_t i = 0; i < lanes.size(); ++i) {
    if (i > 0 && lanes[i].host != lanes[i - 1].host) y += kHostGap;
    out.tops.push_back(y);
    y += out.laneHeight;
  }
  out.height = y;
  return out;
}

void TimelineCanvas::layOut() {
  labelPixels_ = labelWidth();
  const auto page = static_cast<int>(plotRect().height());
  layout_ = layoutFor(page);
  laneHeight_ = layout_.laneHeight;
  verticalScrollBar()->setPageStep(page);
  verticalScrollBar()->setSingleStep(std::max(1, laneHeight_));
  verticalScrollBar()->setRange(0, std::max(0, layout_.height - page));
}

void TimelineCanvas::paintLane(QPainter& painter, const BarLook& look, const QRectF& lane, int index) const {
  const double msPerPixel = (to_ - from_) / lane.width();
  const double gap = 1;
  const double dots = painter.device()->devicePixelRatioF();
  const auto snapped = [dots](double x) { return std::round(x * dots) / dots; };
  // Narrow bars that touch and look the same are one rectangle.
  struct {
    double left = 0;
    double right = -1;
    BarOutcome outcome = BarOutcome::Succeeded;
  } run;
  const auto paintRun = [&] {
    if (run.right < run.left) return;
    painter.fillRect(QRectF(run.left, lane.top(), run.right - run.left, lane.height() - gap),
                     look.fillOf(run.outcome));
    ++primitives_;
    run.right = run.left - 1;
  };
  for (const Timeline::Piece& piece :
       timeline_.pieces(index, static_cast<qint64>(std::floor(from_)), static_cast<qint64>(std::ceil(to_)),
                        msPerPixel, &steps_)) {
    const auto pixel = [&](qint64 ms) {
      return lane.left() + (static_cast<double>(ms) - from_) / msPerPixel;
    };
    const double left = std::max(lane.left(), pixel(piece.fromMs));
    double right = std::min(lane.right(), pixel(piece.toMs));
    if (right - left >= 4) right -= 1;  // neighbours stay apart
    const double least = piece.outcome >= BarOutcome::Lost ? kUrgentWidth : 1;
    const QRectF bar(left, lane.top(), std::max(least, right - left), lane.height() - gap);
    if (!BarLook::hasSign(bar.width())) {
      const double begin = snapped(bar.left());
      const double end = std::max(begin + 1 / dots, snapped(bar.right()));
      if (run.right < begin || run.outcome != piece.outcome) {
        paintRun();
        run = {begin, end, piece.outcome};
      }
      run.right = std::max(run.right, end);
      continue;
    }
    paintRun();
    look.paint(painter, bar, piece.outcome);
    ++primitives_;
    if (piece.count > 1 || bar.width() < kTextWidth || lane.height() < kTextLane) continue;
    painter.setPen(look.textOf(piece.outcome));
    painter.drawText(bar.adjusted(kGap, 0, -kGap, 0), Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(timeline_.bars()[piece.bar].task, Qt::ElideRight,
                                                      static_cast<int>(bar.width()) - 2 * kGap));
    ++primitives_;
  }
  paintRun();
}

void TimelineCanvas::paintLanes(QPainter& painter, const Layout& layout, const QRectF& area, double top,
                                double bottom) const {
  painter.setFont(fontOf(Type::Caption));
  const QColor ground = tint(colorOf(Role::Muted), 0.07);
  const BarLook look;
  for (std::size_t i = 0; i < layout.tops.size(); ++i) {
    const double y = layout.tops[i];
    if (y + layout.laneHeight <= top || y >= bottom) continue;
    const QRectF lane(area.left(), area.top() + y - top, area.width(), layout.laneHeight);
    painter.fillRect(lane.adjusted(0, 0, 0, -1), ground);
    ++primitives_;
    paintLane(painter, look, lane, static_cast<int>(i));
  }
}

void TimelineCanvas::paintLabels(QPainter& painter, const Layout& layout, const QRectF& area,
                                 double scroll) const {
  painter.setFont(fontOf(Type::Caption));
  painter.setPen(colorOf(Role::Muted));
  double free = -kLabelSpace;
  const std::vector<Timeline::Lane>& lanes = timeline_.lanes();
  for (std::size_t i = 0; i < lanes.size();) {
    std::size_t end = i + 1;
    while (end < lanes.size() && lanes[end].host == lanes[i].host) ++end;
    // The name stands beside what is seen of its lanes.
    const double top = std::max(0.0, layout.tops[i] - scroll);
    const double bottom = std::min(area.height(), layout.tops[end - 1] + layout.laneHeight - scroll);
    const double middle = (top + bottom) / 2;
    if (bottom > top && middle - free >= kLabelSpace) {
      const QRectF room(0, area.top() + middle - kLine / 2.0, area.left() - kGapS, kLine);
      painter.drawText(
          room, Qt::AlignRight | Qt::AlignVCenter,
          painter.fontMetrics().elidedText(lanes[i].host, Qt::ElideMiddle, static_cast<int>(room.width())));
      ++primitives_;
      free = middle;
    }
    i = end;
  }
}

void TimelineCanvas::paintAxis(QPainter& painter, const QRectF& area) const {
  painter.setFont(fontOf(Type::Caption));
  const QFontMetrics metrics = painter.fontMetrics();
  const auto from = static_cast<qint64>(from_);
  const auto to = static_cast<qint64>(to_);
  const int most = std::max(1, static_cast<int>(area.width()) / kTickSpace);
  for (const qint64 tick : scale_.ticks(from, to, most)) {
    const double x =
        std::round(area.left() + (static_cast<double>(tick) - from_) / (to_ - from_) * area.width()) + 0.5;
    painter.setPen(QPen(colorOf(Role::Border), 1));
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom() + 3));
    const QString text = scale_.tickText(tick, to - from);
    const double width = metrics.horizontalAdvance(text) + 2;
    const double left = std::clamp(x - width / 2, 0.0, std::max(0.0, area.right() + kGapS - width));
    painter.setPen(colorOf(Role::Muted));
    painter.drawText(QRectF(left, area.bottom() + 2, width, kLine), Qt::AlignCenter, text);
    primitives_ += 2;
  }
}

void TimelineCanvas::paintLegend(QPainter& painter, double y) const {
  painter.setFont(fontOf(Type::Caption));
  const QFontMetrics metrics = painter.fontMetrics();
  const BarLook look;
  double x = plotRect().left();
  for (int o = 0; o < models::kBarOutcomes; ++o) {
    const auto outcome = static_cast<BarOutcome>(o);
    const int count = timeline_.countOf(outcome);
    if (count == 0) continue;
    const QString text = QStringLiteral("%1 %2").arg(models::textOf(outcome), QLocale().toString(count));
    look.paint(painter, QRectF(x, y + (kLine - kSwatch) / 2.0, kSwatch, kSwatch), outcome);
    painter.setPen(colorOf(Role::Text));
    const double room = metrics.horizontalAdvance(text) + 1;
    painter.drawText(QRectF(x + kSwatch + kGap, y, room, kLine), Qt::AlignVCenter, text);
    x += kSwatch + kGap + room + kGapM;
  }
}

void TimelineCanvas::paintOverlay(QPainter& painter) const {
  const QRectF area = plotRect();
  painter.save();
  painter.setClipRect(area.adjusted(-2, -2, 2, 2));
  if (cross_ && *cross_ >= from_ && *cross_ <= to_) {
    const double x = std::round(pixelOf(*cross_)) + 0.5;
    painter.setPen(QPen(colorOf(Role::Muted), 1));
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
  }
  for (const int bar : {cursor_, hovered_}) {
    if (bar < 0) continue;
    const QRectF rect = rectOf(bar).adjusted(-1, -1, 1, 0);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colorOf(Role::Surface), 4));
    painter.drawRect(rect);
    painter.setPen(QPen(colorOf(bar == cursor_ ? Role::Accent : Role::Text), 2));
    painter.drawRect(rect);
  }
  painter.restore();
  QString sentence = describe(current());
  const bool hint = sentence.isEmpty();
  if (hint)
    sentence = tr("Point at a bar, or use the arrow keys. The wheel, + and - zoom, 0 shows everything.");
  painter.setFont(fontOf(Type::Caption));
  painter.setPen(colorOf(hint ? Role::Muted : Role::Text));
  const QRectF line(area.left(), area.bottom() + 2 * kLine, area.width(), kLine);
  painter.drawText(
      line, Qt::AlignVCenter,
      painter.fontMetrics().elidedText(sentence, Qt::ElideRight, static_cast<int>(line.width())));
}

void TimelineCanvas::paintEvent(QPaintEvent*) {
  QPainter screen(viewport());
  screen.setRenderHint(QPainter::Antialiasing);
  const QRectF area = plotRect();
  if (timeline_.empty()) {
    screen.setFont(fontOf(Type::Body));
    screen.setPen(colorOf(Role::Muted));
    screen.drawText(viewport()->rect().adjusted(kGapL, 0, -kGapL, 0), Qt::AlignCenter | Qt::TextWordWrap,
                    message_);
  } else {
    if (picture_.isNull()) {
      picture_ = QPixmap(viewport()->size() * devicePixelRatioF());
      picture_.setDevicePixelRatio(devicePixelRatioF());
      picture_.fill(Qt::transparent);
      primitives_ = steps_ = 0;
      ++pictures_;
      QPainter painter(&picture_);
      paintAxis(painter, area);
      painter.setClipRect(QRectF(0, area.top(), viewport()->width(), area.height()));
      paintLanes(painter, layout_, area, verticalScrollBar()->value(),
                 verticalScrollBar()->value() + area.height());
      paintLabels(painter, layout_, area, verticalScrollBar()->value());
      painter.setClipping(false);
      paintLegend(painter, area.bottom() + kLine);
    }
    screen.drawPixmap(0, 0, picture_);
    paintOverlay(screen);
  }
  if (!hasFocus()) return;
  screen.setPen(QPen(colorOf(Role::Accent), 2));
  screen.setBrush(Qt::NoBrush);
  screen.drawRoundedRect(QRectF(viewport()->rect()).adjusted(1, 1, -1, -1), kRadius, kRadius);
}

QPixmap TimelineCanvas::wholePicture(double scale) const {
  const QRectF seen = plotRect();
  Layout layout = layoutFor(static_cast<int>(seen.height()));
  const int most = kLargestPicture - 3 * kLine - kTop;
  const double height = std::min<double>(most, std::max<double>(layout.height, seen.height()));
  const QSizeF size(viewport()->width(), height + kTop + 3.0 * kLine);
  const double factor = std::min(scale, kLargestPicture / size.height());
  QPixmap picture((size * factor).toSize());
  picture.setDevicePixelRatio(factor);
  picture.fill(colorOf(Role::Surface));
  QPainter painter(&picture);
  painter.setRenderHint(QPainter::Antialiasing);
  const QRectF area(seen.left(), seen.top(), seen.width(), height);
  paintAxis(painter, area);
  paintLanes(painter, layout, area, 0, height);
  paintLabels(painter, layout, area, 0);
  paintLegend(painter, area.bottom() + kLine);
  return picture;
}

}  // namespace aerie::widgets
