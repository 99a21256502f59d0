#include "app/widgets/timeline_canvas.h"

#include <QFocusEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QScrollBar>
#include <QThreadPool>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

#include "app/models/elapsed.h"
#include "app/widgets/tokens.h"

namespace aerie::widgets {

using models::BarOutcome;
using models::Timeline;
using models::TimelineBar;

namespace {

constexpr double kShortestWindow = 20;  // milliseconds
constexpr double kWheelStep = 1.25;     // for each notch
constexpr double kKeyStep = 1.5;
constexpr double kPanShare = 0.25;
constexpr double kMargin = 0.01;  // of the whole, at both ends
constexpr double kDragSlop = 5;
constexpr qsizetype kManyBars = 5'000;
constexpr double kReach = 3;  // pixels: a bar of one pixel can be pointed at

// To let go of a hundred thousand bars takes its time: another thread does it.
void discard(Timeline old) {
  if (old.bars().size() < kManyBars) return;
  auto shared = std::make_shared<Timeline>(std::move(old));
  QThreadPool::globalInstance()->start([shared = std::move(shared)]() mutable { shared.reset(); });
}

}  // namespace

TimelineCanvas::TimelineCanvas(QWidget* parent) : QAbstractScrollArea(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setFrameShape(QFrame::NoFrame);
  viewport()->setMouseTracking(true);
  viewport()->setAutoFillBackground(false);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setAccessibleName(tr("Timeline of tasks"));
  layOut();
}

void TimelineCanvas::setTimeline(Timeline timeline) {
  // The cursor stays with its attempt, not with its number.
  const std::optional<TimelineBar> kept =
      cursor_ >= 0 ? std::optional(timeline_.bars()[cursor_]) : std::nullopt;
  discard(std::exchange(timeline_, std::move(timeline)));
  hovered_ = -1;
  cursor_ = -1;
  if (kept) {
    for (int lane = 0; lane < static_cast<int>(timeline_.lanes().size()); ++lane) {
      const Timeline::Lane& l = timeline_.lanes()[static_cast<std::size_t>(lane)];
      if (l.host != kept->host || l.slot != kept->lane) continue;
      const int bar = timeline_.nearest(lane, kept->startedMs);
      if (bar >= 0 && timeline_.bars()[bar].startedMs == kept->startedMs) cursor_ = bar;
    }
  }
  layOut();
  if (fits_) {
    fit();
  } else {
    setWindow(from_, to_);
  }
  repaintAll();
  tell();
}

void TimelineCanvas::setScale(const models::TimeScale& scale) {
  if (scale == scale_) return;
  scale_ = scale;
  repaintAll();
  tell();
}

void TimelineCanvas::setMessage(const QString& text) {
  if (text == message_) return;
  message_ = text;
  tell();
  repaintAll();
}

void TimelineCanvas::fit() {
  fits_ = true;
  const auto low = static_cast<double>(timeline_.fromMs());
  const auto high = static_cast<double>(timeline_.toMs());
  const double span = std::max(kShortestWindow, high - low);
  const double from = low - span * kMargin;
  const double to = low + span * (1 + kMargin);
  if (from == from_ && to == to_) return;
  from_ = from;
  to_ = to;
  repaintAll();
  Q_EMIT windowChanged(from_, to_);
}

void TimelineCanvas::setWindow(double fromMs, double toMs) {
  if (timeline_.empty() || !(toMs > fromMs)) return;
  const auto low = static_cast<double>(timeline_.fromMs());
  const double whole = std::max(kShortestWindow, static_cast<double>(timeline_.toMs()) - low);
  const double least = low - whole * kMargin;
  const double most = low + whole * (1 + kMargin);
  const double span = std::clamp(toMs - fromMs, kShortestWindow, most - least);
  // What is too short grows to both sides.
  double from = fromMs + (toMs - fromMs - span) / 2;
  from = std::clamp(from, least, most - span);
  fits_ = span >= (most - least) * (1 - 1e-9);
  if (from == from_ && from + span == to_) return;
  from_ = from;
  to_ = from + span;
  repaintAll();
  Q_EMIT windowChanged(from_, to_);
}

void TimelineCanvas::zoom(double factor, double aroundMs) {
  const double around = std::clamp(aroundMs, from_, to_);
  setWindow(around - (around - from_) / factor, around + (to_ - around) / factor);
}

void TimelineCanvas::zoomAtCentre(double factor) { zoom(factor, (from_ + to_) / 2); }

void TimelineCanvas::follow(std::optional<double> atMs) {
  if (atMs == cross_) return;
  cross_ = atMs;
  viewport()->update();
}

void TimelineCanvas::repaintAll() {
  picture_ = {};
  viewport()->update();
}

// ---------------------------------------------------------------- places

double TimelineCanvas::pixelOf(double ms) const {
  const QRectF area = plotRect();
  return area.left() + (ms - from_) / (to_ - from_) * area.width();
}

double TimelineCanvas::xOf(double pixel) const {
  const QRectF area = plotRect();
  return from_ + (pixel - area.left()) / area.width() * (to_ - from_);
}

int TimelineCanvas::laneAt(double y) const {
  const QRectF area = plotRect();
  if (y < area.top() || y >= area.bottom()) return -1;
  const double inside = y - area.top() + verticalScrollBar()->value();
  const auto it =
      std::upper_bound(layout_.tops.begin(), layout_.tops.end(), static_cast<int>(std::floor(inside)));
  const auto lane = static_cast<int>(it - layout_.tops.begin()) - 1;
  return lane >= 0 && inside < layout_.tops[static_cast<std::size_t>(lane)] + laneHeight_ ? lane : -1;
}

int TimelineCanvas::barAt(const QPointF& at) const {
  if (at.x() < plotRect().left() || at.x() > plotRect().right()) return -1;
  const int lane = laneAt(at.y());
  if (lane < 0) return -1;
  const auto moment = [&](double aside) { return static_cast<qint64>(std::llround(xOf(at.x() + aside))); };
  for (const double aside : {0.0, -1.0, 1.0, -kReach, kReach}) {
    if (const int bar = timeline_.barAt(lane, moment(aside)); bar >= 0) return bar;
  }
  return -1;
}

QRectF TimelineCanvas::rectOf(int bar) const {
  if (bar < 0 || bar >= static_cast<int>(timeline_.bars().size())) return {};
  const auto lane = static_cast<std::size_t>(timeline_.laneOf(bar));
  const double left = pixelOf(static_cast<double>(timeline_.bars()[bar].startedMs));
  const double right = pixelOf(static_cast<double>(timeline_.endOf(bar)));
  return {left, plotRect().top() + layout_.tops[lane] - verticalScrollBar()->value(),
          std::max(1.0, right - left), static_cast<double>(laneHeight_)};
}

QString TimelineCanvas::describe(int bar) const {
  if (bar < 0 || bar >= static_cast<int>(timeline_.bars().size())) return {};
  const TimelineBar& b = timeline_.bars()[bar];
  const QLocale locale;
  const auto length = static_cast<double>(timeline_.endOf(bar) - b.startedMs);
  const QString who = b.merged > 1 ? tr("%1 and %n more", nullptr, b.merged - 1).arg(b.task) : b.task;
  QString text = tr("%1: %2, %3 from %4, attempt %5, %6 slot %7")
                     .arg(who, models::textOf(b.outcome), models::lengthOfTimeText(length),
                          scale_.clock(b.startedMs, models::Fine::Seconds), locale.toString(b.attempt),
                          b.host, locale.toString(b.lane));
  if (b.queuedMs > 0 && b.startedMs > b.queuedMs) {
    text += QLatin1String(", ") +
            tr("waited %1").arg(models::lengthOfTimeText(static_cast<double>(b.startedMs - b.queuedMs)));
  }
  return text;
}

void TimelineCanvas::tell() {
  const QString text = describe(current());
  if (!text.isEmpty()) {
    setAccessibleDescription(text);
  } else if (timeline_.empty()) {
    setAccessibleDescription(message_);
  } else {
    setAccessibleDescription(tr("%Ln attempt(s)", nullptr, static_cast<int>(timeline_.bars().size())));
  }
  viewport()->update();
}

void TimelineCanvas::setCursorBar(int bar) {
  if (bar < 0 || bar >= static_cast<int>(timeline_.bars().size())) return;
  cursor_ = bar;
  hovered_ = -1;
  const auto start = static_cast<double>(timeline_.bars()[bar].startedMs);
  const auto end = static_cast<double>(timeline_.endOf(bar));
  const double span = to_ - from_;
  if (start < from_ || end > to_) {
    // The whole bar if it fits, its beginning otherwise.
    const double middle = end - start < span ? (start + end) / 2 : start + span * 0.4;
    setWindow(middle - span / 2, middle + span / 2);
  }
  const auto lane = static_cast<std::size_t>(timeline_.laneOf(bar));
  const int top = layout_.tops[lane];
  QScrollBar* scroll = verticalScrollBar();
  const auto page = static_cast<int>(plotRect().height());
  if (top < scroll->value()) scroll->setValue(top);
  if (top + laneHeight_ > scroll->value() + page) scroll->setValue(top + laneHeight_ - page);
  tell();
  Q_EMIT barSelected(bar);
}

// ---------------------------------------------------------------- mouse

void TimelineCanvas::hover(int bar, const QPointF& at) {
  if (bar == hovered_) return;
  hovered_ = bar;
  tell();
  if (bar >= 0) {
    QToolTip::showText(viewport()->mapToGlobal(at.toPoint()), describe(bar), viewport());
  } else {
    QToolTip::hideText();
  }
}

void TimelineCanvas::wheelEvent(QWheelEvent* event) {
  const QPoint delta = event->angleDelta();
  if (timeline_.empty()) {
    event->ignore();
  } else if (event->modifiers() & Qt::ShiftModifier) {
    verticalScrollBar()->setValue(verticalScrollBar()->value() -
                                  (delta.y() != 0 ? delta.y() : delta.x()) / 2);
    event->accept();
  } else {
    zoom(std::pow(kWheelStep, delta.y() / 120.0), xOf(event->position().x()));
    event->accept();
  }
}

void TimelineCanvas::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  setFocus(Qt::MouseFocusReason);
  grip_ = event->position();
  gripFrom_ = from_;
  gripScroll_ = verticalScrollBar()->value();
  dragged_ = false;
}

void TimelineCanvas::mouseMoveEvent(QMouseEvent* event) {
  if (grip_ && event->buttons().testFlag(Qt::LeftButton)) {
    const QPointF moved = event->position() - *grip_;
    if (!dragged_ && moved.manhattanLength() < kDragSlop) return;
    dragged_ = true;
    const double span = to_ - from_;
    const double from = gripFrom_ - moved.x() / plotRect().width() * span;
    if (!fits_) setWindow(from, from + span);
    verticalScrollBar()->setValue(gripScroll_ - static_cast<int>(moved.y()));
    return;
  }
  const bool inside = plotRect().contains(event->position());
  const auto at = inside ? std::optional(xOf(event->position().x())) : std::nullopt;
  if (at != cross_) {
    cross_ = at;
    viewport()->update();
    if (at) {
      Q_EMIT crosshairMoved(*at);
    } else {
      Q_EMIT crosshairLeft();
    }
  }
  hover(barAt(event->position()), event->position());
}

void TimelineCanvas::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  const bool click = grip_ && !dragged_;
  grip_.reset();
  if (!click) return;
  if (const int bar = barAt(event->position()); bar >= 0) {
    setCursorBar(bar);
  } else if (cursor_ >= 0) {
    cursor_ = -1;
    tell();
  }
}

void TimelineCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
  if (const int bar = barAt(event->position()); bar >= 0) Q_EMIT barActivated(bar);
}

bool TimelineCanvas::viewportEvent(QEvent* event) {
  if (event->type() == QEvent::Leave) {
    hovered_ = -1;
    if (cross_) {
      cross_.reset();
      Q_EMIT crosshairLeft();
    }
    tell();
  }
  return QAbstractScrollArea::viewportEvent(event);
}

// ---------------------------------------------------------------- keys

int TimelineCanvas::nextUrgent(int from, int direction) const {
  const auto count = static_cast<int>(timeline_.bars().size());
  for (int i = from + direction; i >= 0 && i < count; i += direction) {
    if (timeline_.bars()[i].outcome >= BarOutcome::Lost) return i;
  }
  return from;
}

bool TimelineCanvas::moveCursor(int key) {
  if (timeline_.empty()) return false;
  if (cursor_ < 0) {
    const int lane = std::max(0, laneAt(plotRect().top() + 1));
    setCursorBar(timeline_.nearest(lane, static_cast<qint64>(from_)));
    return true;
  }
  const int lane = timeline_.laneOf(cursor_);
  const Timeline::Lane& l = timeline_.lanes()[static_cast<std::size_t>(lane)];
  const auto lanes = static_cast<int>(timeline_.lanes().size());
  const auto beside = [&](int other) {
    if (other < 0 || other >= lanes) return cursor_;
    const qint64 middle = (timeline_.bars()[cursor_].startedMs + timeline_.endOf(cursor_)) / 2;
    return timeline_.nearest(other, middle);
  };
  switch (key) {
    case Qt::Key_Right: setCursorBar(std::min(l.end - 1, cursor_ + 1)); return true;
    case Qt::Key_Left: setCursorBar(std::max(l.first, cursor_ - 1)); return true;
    case Qt::Key_Down: setCursorBar(beside(lane + 1)); return true;
    case Qt::Key_Up: setCursorBar(beside(lane - 1)); return true;
    case Qt::Key_Home: setCursorBar(l.first); return true;
    case Qt::Key_End: setCursorBar(l.end - 1); return true;
    default: return false;
  }
}

void TimelineCanvas::keyPressEvent(QKeyEvent* event) {
  const int key = event->key();
  const bool shift = event->modifiers() & Qt::ShiftModifier;
  const bool control = event->modifiers() & Qt::ControlModifier;
  const double step = (to_ - from_) * kPanShare;
  if (control && cursor_ >= 0 && (key == Qt::Key_Right || key == Qt::Key_Left)) {
    return setCursorBar(nextUrgent(cursor_, key == Qt::Key_Right ? 1 : -1));
  }
  if (shift && key == Qt::Key_Right) return setWindow(from_ + step, to_ + step);
  if (shift && key == Qt::Key_Left) return setWindow(from_ - step, to_ - step);
  if (shift && (key == Qt::Key_Up || key == Qt::Key_Down)) {
    QScrollBar* bar = verticalScrollBar();
    return bar->setValue(bar->value() + (key == Qt::Key_Down ? 1 : -1) * bar->pageStep() / 2);
  }
  const double centre =
      cursor_ >= 0 ? static_cast<double>(timeline_.bars()[cursor_].startedMs) : (from_ + to_) / 2;
  switch (key) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: return zoom(kKeyStep, centre);
    case Qt::Key_Minus: return zoom(1 / kKeyStep, centre);
    case Qt::Key_0: return fit();
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (cursor_ < 0) break;
      Q_EMIT barActivated(cursor_);
      return;
    case Qt::Key_Escape:
      if (cursor_ < 0) break;
      cursor_ = -1;
      return tell();
    case Qt::Key_PageDown:
    case Qt::Key_PageUp: {
      QScrollBar* bar = verticalScrollBar();
      return bar->setValue(bar->value() + (key == Qt::Key_PageDown ? 1 : -1) * bar->pageStep());
    }
    default:
      if (moveCursor(key)) return;
      break;
  }
  event->ignore();
}

void TimelineCanvas::focusInEvent(QFocusEvent* event) {
  QAbstractScrollArea::focusInEvent(event);
  viewport()->update();
}

void TimelineCanvas::focusOutEvent(QFocusEvent* event) {
  QAbstractScrollArea::focusOutEvent(event);
  viewport()->update();
}

void TimelineCanvas::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange ||
      event->type() == QEvent::FontChange) {
    layOut();
    repaintAll();
  }
  QAbstractScrollArea::changeEvent(event);
}

void TimelineCanvas::resizeEvent(QResizeEvent* event) {
  QAbstractScrollArea::resizeEvent(event);
  layOut();
  repaintAll();
}

void TimelineCanvas::scrollContentsBy(int, int) { repaintAll(); }

}  // namespace aerie::widgets
