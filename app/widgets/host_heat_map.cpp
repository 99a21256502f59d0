#include "app/widgets/host_heat_map.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "app/models/series.h"
#include "app/models/text.h"
#include "app/widgets/tokens.h"

namespace aerie::widgets {

using models::HostLoad;
using models::HostSample;

namespace {

constexpr int kLine = 18;  // axis, legend, sentence
constexpr int kTop = 2;
constexpr int kLeastRow = 12;
constexpr int kMostRow = 30;
constexpr int kCoreRow = 10;
constexpr int kArrow = 12;
constexpr int kWidestLabel = 130;
constexpr int kLabelPart = 4;  // of the width, where that is more
constexpr int kSteps = 6;      // of the legend
constexpr int kSwatch = 14;
constexpr int kLeastCell = 3;  // pixels
constexpr int kJump = 10;

}  // namespace

HostHeatMap::HostHeatMap(QWidget* parent) : QAbstractScrollArea(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setFrameShape(QFrame::NoFrame);
  viewport()->setMouseTracking(true);
  viewport()->setAutoFillBackground(false);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setAccessibleName(tr("Busy cores by host"));
  tell();
}

void HostHeatMap::setHosts(const QList<HostLoad>& hosts) {
  if (hosts == hosts_) return;
  const QString kept = currentHost();
  const int core = cursorRow_ >= 0 ? rows_[static_cast<std::size_t>(cursorRow_)].core : -1;
  hosts_ = hosts;
  hoverRow_ = cursorRow_ = -1;
  measure();
  layOut();
  for (std::size_t i = 0; i < rows_.size() && !kept.isEmpty(); ++i) {
    const bool same = hosts_[rows_[i].host].name == kept;
    if (same && (rows_[i].core == core || cursorRow_ < 0)) cursorRow_ = static_cast<int>(i);
  }
  if (cursorRow_ < 0) cursorColumn_ = -1;
  tell();
}

void HostHeatMap::setWindow(qint64 fromMs, qint64 toMs) {
  if ((fromMs == fromMs_ && toMs == toMs_) || toMs <= fromMs) return;
  fromMs_ = fromMs;
  toMs_ = toMs;
  layOut();
  tell();
}

void HostHeatMap::setScale(const models::TimeScale& scale) {
  if (scale == scale_) return;
  scale_ = scale;
  tell();
}

void HostHeatMap::setLoading(bool loading) {
  loading_ = loading;
  tell();
}

void HostHeatMap::setEmptyText(const QString& text) {
  emptyText_ = text;
  tell();
}

void HostHeatMap::setOpen(const QString& host, bool open) {
  if (open == open_.contains(host)) return;
  const Row kept = cursorRow_ >= 0 ? rows_[static_cast<std::size_t>(cursorRow_)] : Row{-1, -1};
  if (open) {
    open_.insert(host);
  } else {
    open_.remove(host);
  }
  layOut();
  hoverRow_ = -1;
  cursorRow_ = -1;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (rows_[i] == kept || rows_[i] == Row{kept.host, -1}) cursorRow_ = static_cast<int>(i);
    if (rows_[i] == kept) break;
  }
  tell();
}

void HostHeatMap::follow(std::optional<double> atMs) {
  if (atMs == cross_) return;
  cross_ = atMs;
  viewport()->update();
}

QString HostHeatMap::currentHost() const {
  return cursorRow_ < 0 ? QString() : hosts_[rows_[static_cast<std::size_t>(cursorRow_)].host].name;
}

// ---------------------------------------------------------------- places

void HostHeatMap::measure() {
  const QFontMetrics metrics(fontOf(Type::Caption));
  widestName_ = 0;
  for (const HostLoad& host : hosts_)
    widestName_ = std::max(widestName_, metrics.horizontalAdvance(host.name) + 2);  // of the rounding
}

void HostHeatMap::layOut() {
  rows_.clear();
  for (int h = 0; h < static_cast<int>(hosts_.size()); ++h) {
    rows_.push_back({h, -1});
    if (!open_.contains(hosts_[h].name)) continue;
    for (int core = 0; core < coresOf(hosts_[h]); ++core) rows_.push_back({h, core});
  }
  // Names are cut where they would take a part of the picture that the data needs.
  const int widest = std::max(kWidestLabel, viewport()->width() / kLabelPart);
  labelWidth_ = kArrow + std::min(widestName_, widest) + kGapS;
  legendLines_ = legendWidth() > viewport()->width() - labelWidth_ ? 2 : 1;
  const int room = axisTop() - kTop;
  const auto hosts = static_cast<int>(hosts_.size());
  const int cores = (static_cast<int>(rows_.size()) - hosts) * kCoreRow;
  rowHeight_ = hosts == 0 ? kLeastRow : std::clamp((room - cores) / hosts, kLeastRow, kMostRow);
  tops_.clear();
  int y = kTop;
  for (const Row& row : rows_) {
    tops_.push_back(y);
    y += row.core < 0 ? rowHeight_ : kCoreRow;
  }
  tops_.push_back(y);
  const int width = std::max(1, viewport()->width() - labelWidth_ - kGapS);
  qint64 step = 0;
  for (const HostLoad& host : hosts_) step = step == 0 ? host.stepMs : std::min(step, host.stepMs);
  // No finer than what was measured, no narrower than can be pointed at.
  const qint64 measured = step > 0 ? (toMs_ - fromMs_ + step - 1) / step : 1;
  columns_ = static_cast<int>(std::clamp<qint64>(measured, 1, std::max(1, width / kLeastCell)));
  cursorColumn_ = std::min(cursorColumn_, columns_ - 1);
  shares_.assign(rows_.size(), {});
  verticalScrollBar()->setPageStep(room);
  verticalScrollBar()->setSingleStep(rowHeight_);
  verticalScrollBar()->setRange(0, std::max(0, y - kTop - room));
  viewport()->update();
}

int HostHeatMap::axisTop() const {
  return std::max(kTop + kLeastRow, viewport()->height() - (2 + legendLines_) * kLine);
}

int HostHeatMap::rowTop(int row) const {
  return tops_[static_cast<std::size_t>(row)] - verticalScrollBar()->value();
}

QRect HostHeatMap::cellRect(int row, int column) const {
  if (row < 0 || row >= static_cast<int>(rows_.size()) || column < 0 || column >= columns_) return {};
  const int width = std::max(1, viewport()->width() - labelWidth_ - kGapS);
  const int left = labelWidth_ + column * width / columns_;
  const int right = labelWidth_ + (column + 1) * width / columns_;
  const int height = tops_[static_cast<std::size_t>(row) + 1] - tops_[static_cast<std::size_t>(row)];
  const QRect rect(left, rowTop(row), right - left, height - 1);
  return rect.top() >= axisTop() || rect.bottom() < kTop ? QRect() : rect;
}

int HostHeatMap::rowAt(const QPoint& at) const {
  if (at.y() < kTop || at.y() >= axisTop() || rows_.empty()) return -1;
  const int y = at.y() + verticalScrollBar()->value();
  const auto it = std::upper_bound(tops_.begin(), tops_.end(), y);
  return it == tops_.begin() || it == tops_.end() ? -1 : static_cast<int>(it - tops_.begin()) - 1;
}

int HostHeatMap::columnAt(const QPoint& at) const {
  const int width = std::max(1, viewport()->width() - labelWidth_ - kGapS);
  const int x = at.x() - labelWidth_;
  if (x < 0 || x >= width) return -1;
  return std::min(columns_ - 1, ((x + 1) * columns_ - 1) / width);
}

qint64 HostHeatMap::columnStart(int column) const {
  return fromMs_ + static_cast<qint64>(static_cast<double>(toMs_ - fromMs_) * column / columns_);
}

const std::vector<float>& HostHeatMap::sharesOf(int row) const {
  std::vector<float>& shares = shares_[static_cast<std::size_t>(row)];
  const Row& r = rows_[static_cast<std::size_t>(row)];
  if (shares.empty()) shares = busyColumns(hosts_[r.host], r.core, fromMs_, toMs_, columns_);
  return shares;
}

float HostHeatMap::shareAt(int row, int column) const {
  const bool known = row >= 0 && row < static_cast<int>(rows_.size()) && column >= 0 && column < columns_;
  return known ? sharesOf(row)[static_cast<std::size_t>(column)] : -1.0F;
}

QString HostHeatMap::describe(int row, int column) const {
  if (row < 0 || row >= static_cast<int>(rows_.size()) || column < 0 || column >= columns_) return {};
  const Row& r = rows_[static_cast<std::size_t>(row)];
  const HostLoad& host = hosts_[r.host];
  const qint64 from = columnStart(column);
  const qint64 to = columnStart(column + 1);
  const QString who = r.core < 0 ? host.name : tr("%1, core %2").arg(host.name, QLocale().toString(r.core));
  const QString head =
      tr("%1, %2 to %3")
          .arg(who, scale_.clock(from, models::Fine::Seconds), scale_.clock(to, models::Fine::Seconds));
  const float share = shareAt(row, column);
  if (share < 0) return tr("%1: not ready, or not measured").arg(head);
  const QString busy = models::percentText(static_cast<double>(share));
  if (r.core >= 0) return tr("%1: %2 busy").arg(head, busy);
  double capacity = 0;
  double used = 0;
  int count = 0;
  for (const HostSample& s : host.samples) {
    if (s.atMs + host.stepMs <= from || s.atMs >= to || s.capacity <= 0) continue;
    capacity += s.capacity;
    used += s.slots;
    ++count;
  }
  if (count == 0) return tr("%1: %2 busy").arg(head, busy);
  const QLocale locale;
  return tr("%1: %2 busy, %3 of %4 cores, %5 in slots")
      .arg(head, busy, locale.toString(static_cast<double>(share) * capacity / count, 'f', 1),
           models::countText(capacity / count), models::countText(used / count));
}

void HostHeatMap::tell() {
  const bool hover = hoverRow_ >= 0;
  QString text = describe(hover ? hoverRow_ : cursorRow_, hover ? hoverColumn_ : cursorColumn_);
  if (text.isEmpty()) {
    text = !hosts_.isEmpty()      ? tr("%n host(s)", nullptr, static_cast<int>(hosts_.size()))
           : loading_             ? tr("Loading")
           : emptyText_.isEmpty() ? tr("No host was measured in this time")
                                  : emptyText_;
  }
  setAccessibleDescription(text);
  viewport()->update();
}

// ---------------------------------------------------------------- painting

// One hue from the ground to the accent: more is stronger, in both themes.
QColor HostHeatMap::colorFor(float share) const {
  return tint(seriesColor(0), 0.12 + 0.88 * std::clamp(static_cast<double>(share), 0.0, 1.0));
}

void HostHeatMap::paintRow(QPainter& painter, int row) const {
  const std::vector<float>& shares = sharesOf(row);
  for (int column = 0; column < columns_;) {
    const float share = shares[static_cast<std::size_t>(column)];
    int end = column + 1;
    // Neighbours that look the same are one rectangle.
    while (end < columns_ && (share < 0 ? shares[static_cast<std::size_t>(end)] < 0
                                        : shares[static_cast<std::size_t>(end)] == share))
      ++end;
    const QRect rect = cellRect(row, column) | cellRect(row, end - 1);
    if (share < 0) {
      painter.fillRect(rect, QBrush(tint(colorOf(Role::Muted), 0.45), Qt::BDiagPattern));
    } else {
      painter.fillRect(rect, colorFor(share));
    }
    column = end;
  }
  const Row& r = rows_[static_cast<std::size_t>(row)];
  const int top = rowTop(row);
  const int height = tops_[static_cast<std::size_t>(row) + 1] - tops_[static_cast<std::size_t>(row)];
  painter.setPen(colorOf(row == cursorRow_ ? Role::Text : Role::Muted));
  const QRect room(kArrow, top, labelWidth_ - kArrow - kGapS, height - 1);
  const QFontMetrics metrics = painter.fontMetrics();
  if (r.core >= 0) {
    if (r.core % 2 == 0)
      painter.drawText(room.adjusted(0, -3, 0, 3), Qt::AlignRight | Qt::AlignVCenter,
                       QLocale().toString(r.core));
    return;
  }
  painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                   metrics.elidedText(hosts_[r.host].name, Qt::ElideMiddle, room.width()));
  if (coresOf(hosts_[r.host]) == 0) return;
  painter.setPen(Qt::NoPen);
  painter.setBrush(colorOf(Role::Muted));
  const QPointF c(kArrow / 2.0 - 1, top + height / 2.0);
  painter.drawPolygon(open_.contains(hosts_[r.host].name)
                          ? QPolygonF({{c.x() - 4, c.y() - 2}, {c.x() + 4, c.y() - 2}, {c.x(), c.y() + 3}})
                          : QPolygonF({{c.x() - 2, c.y() - 4}, {c.x() - 2, c.y() + 4}, {c.x() + 3, c.y()}}));
}

void HostHeatMap::paintAxis(QPainter& painter) const {
  const QFontMetrics metrics = painter.fontMetrics();
  const double width = std::max(1, viewport()->width() - labelWidth_ - kGapS);
  constexpr int kTickSpace = 84;
  for (const qint64 tick : scale_.ticks(fromMs_, toMs_, std::max(1, static_cast<int>(width) / kTickSpace))) {
    const double x =
        labelWidth_ + static_cast<double>(tick - fromMs_) / static_cast<double>(toMs_ - fromMs_) * width;
    painter.setPen(colorOf(Role::Border));
    painter.drawLine(QPointF(x, axisTop()), QPointF(x, axisTop() + 3));
    const QString text = scale_.tickText(tick, toMs_ - fromMs_);
    const double room = metrics.horizontalAdvance(text) + 2;
    const double left = std::clamp(x - room / 2, 0.0, std::max(0.0, viewport()->width() - room));
    painter.setPen(colorOf(Role::Muted));
    painter.drawText(QRectF(left, axisTop() + 3, room, kLine - 3), Qt::AlignCenter, text);
  }
}

int HostHeatMap::legendWidth() const {
  const QFontMetrics metrics(fontOf(Type::Caption));
  int width = (kSteps + 1) * kSwatch + 5 * kGap + kGapM;
  for (const QString& text : {models::axisText(models::ValueKind::Share, 0), busyText(), tr("not ready")})
    width += metrics.horizontalAdvance(text) + 2;
  return width;
}

QStringList HostHeatMap::cutTexts() const {
  QStringList out;
  if (hosts_.isEmpty()) return out;
  const QFontMetrics metrics(fontOf(Type::Caption));
  const int line = viewport()->width() - kArrow;
  if (const QString hint = hintText(); metrics.horizontalAdvance(hint) > line) out.append(hint);
  if (legendLines_ > 1 && metrics.horizontalAdvance(busyText()) > line - (kSteps + 2) * kSwatch)
    out.append(busyText());
  return out;
}

QString HostHeatMap::hintText() const { return tr("Arrow keys move; Space opens a host into its cores."); }

QString HostHeatMap::busyText() const {
  return tr("%1 of the cores busy").arg(models::axisText(models::ValueKind::Share, 1));
}

void HostHeatMap::paintLegend(QPainter& painter) const {
  int y = axisTop() + kLine;
  int x = legendLines_ == 1 ? labelWidth_ : kArrow;
  const auto words = [&](const QString& text) {
    const int room = painter.fontMetrics().horizontalAdvance(text) + 1;
    painter.setPen(colorOf(Role::Text));
    painter.drawText(QRect(x, y, room, kLine), Qt::AlignVCenter, text);
    x += room + kGap;
  };
  words(models::axisText(models::ValueKind::Share, 0));
  for (int i = 0; i < kSteps; ++i, x += kSwatch)
    painter.fillRect(x, y + 3, kSwatch, kLine - 6, colorFor(static_cast<float>(i) / (kSteps - 1)));
  x += kGap;
  words(busyText());
  x += kGapM;
  if (legendLines_ > 1) {
    x = kArrow;
    y += kLine;
  }
  painter.fillRect(x, y + 3, kSwatch, kLine - 6, QBrush(tint(colorOf(Role::Muted), 0.45), Qt::BDiagPattern));
  x += kSwatch + kGap;
  words(tr("not ready"));
}

void HostHeatMap::paintEvent(QPaintEvent*) {
  QPainter painter(viewport());
  painter.setRenderHint(QPainter::Antialiasing);
  if (hosts_.isEmpty() || toMs_ <= fromMs_) {
    painter.setFont(fontOf(Type::Body));
    painter.setPen(colorOf(Role::Muted));
    painter.drawText(viewport()->rect().adjusted(kGapL, 0, -kGapL, 0), Qt::AlignCenter | Qt::TextWordWrap,
                     accessibleDescription());
  } else {
    painter.setFont(fontOf(Type::Caption));
    painter.save();
    painter.setClipRect(0, kTop, viewport()->width(), axisTop() - kTop);
    for (int row = std::max(0, rowAt({0, kTop})); row < static_cast<int>(rows_.size()); ++row) {
      if (rowTop(row) >= axisTop()) break;
      paintRow(painter, row);
    }
    paintMarks(painter);
    painter.restore();
    paintAxis(painter);
    paintLegend(painter);
    const bool hover = hoverRow_ >= 0;
    QString sentence = describe(hover ? hoverRow_ : cursorRow_, hover ? hoverColumn_ : cursorColumn_);
    painter.setPen(colorOf(sentence.isEmpty() ? Role::Muted : Role::Text));
    if (sentence.isEmpty()) sentence = hintText();
    const QRect line(kArrow, axisTop() + (1 + legendLines_) * kLine, viewport()->width() - kArrow, kLine);
    painter.drawText(line, Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(sentence, Qt::ElideRight, line.width()));
  }
  if (!hasFocus()) return;
  painter.setPen(QPen(colorOf(Role::Accent), 2));
  painter.setBrush(Qt::NoBrush);
  painter.drawRoundedRect(QRectF(viewport()->rect()).adjusted(1, 1, -1, -1), kRadius, kRadius);
}

void HostHeatMap::paintMarks(QPainter& painter) const {
  const auto frame = [&](int row, int column, const QColor& color) {
    const QRectF rect = QRectF(cellRect(row, column)).adjusted(-1, -0.5, 1, 0.5);
    if (cellRect(row, column).isNull()) return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colorOf(Role::Surface), 4));
    painter.drawRect(rect);
    painter.setPen(QPen(color, 2));
    painter.drawRect(rect);
  };
  if (cross_ && *cross_ >= static_cast<double>(fromMs_) && *cross_ <= static_cast<double>(toMs_)) {
    const double width = std::max(1, viewport()->width() - labelWidth_ - kGapS);
    const double x =
        labelWidth_ + (*cross_ - static_cast<double>(fromMs_)) / static_cast<double>(toMs_ - fromMs_) * width;
    painter.setPen(QPen(colorOf(Role::Text), 1));
    painter.drawLine(QPointF(x, kTop), QPointF(x, axisTop()));
  }
  frame(cursorRow_, cursorColumn_, colorOf(Role::Accent));
  if (hoverRow_ != cursorRow_ || hoverColumn_ != cursorColumn_)
    frame(hoverRow_, hoverColumn_, colorOf(Role::Text));
}

// ---------------------------------------------------------------- mouse and keys

void HostHeatMap::mouseMoveEvent(QMouseEvent* event) {
  const QPoint at = event->position().toPoint();
  const int column = columnAt(at);
  const int row = column < 0 ? -1 : rowAt(at);
  if (row == hoverRow_ && column == hoverColumn_) return;
  hoverRow_ = row;
  hoverColumn_ = column;
  tell();
  if (row >= 0) {
    QToolTip::showText(event->globalPosition().toPoint(), describe(row, column), viewport(),
                       cellRect(row, column));
    Q_EMIT crosshairMoved(static_cast<double>(columnStart(column) + columnStart(column + 1)) / 2);
  } else {
    QToolTip::hideText();
    Q_EMIT crosshairLeft();
  }
}

void HostHeatMap::mousePressEvent(QMouseEvent* event) {
  setFocus(Qt::MouseFocusReason);
  const QPoint at = event->position().toPoint();
  const int row = rowAt(at);
  if (row < 0) return;
  if (at.x() < kArrow) return toggle(row);
  setCursorCell(row, columnAt(at) < 0 ? std::max(0, cursorColumn_) : columnAt(at));
}

void HostHeatMap::mouseDoubleClickEvent(QMouseEvent* event) {
  if (const int row = rowAt(event->position().toPoint()); row >= 0) toggle(row);
}

void HostHeatMap::toggle(int row) {
  const QString& name = hosts_[rows_[static_cast<std::size_t>(row)].host].name;
  setOpen(name, !open_.contains(name));
}

bool HostHeatMap::viewportEvent(QEvent* event) {
  if (event->type() == QEvent::Leave && hoverRow_ >= 0) {
    hoverRow_ = -1;
    tell();
    Q_EMIT crosshairLeft();
  }
  return QAbstractScrollArea::viewportEvent(event);
}

void HostHeatMap::setCursorCell(int row, int column) {
  if (rows_.empty()) return;
  const QString before = currentHost();
  cursorRow_ = std::clamp(row, 0, static_cast<int>(rows_.size()) - 1);
  cursorColumn_ = std::clamp(column, 0, columns_ - 1);
  hoverRow_ = -1;
  QScrollBar* bar = verticalScrollBar();
  const int top = rowTop(cursorRow_);
  const int bottom =
      top + tops_[static_cast<std::size_t>(cursorRow_) + 1] - tops_[static_cast<std::size_t>(cursorRow_)];
  if (top < kTop) bar->setValue(bar->value() + top - kTop);
  if (bottom > axisTop()) bar->setValue(bar->value() + bottom - axisTop());
  tell();
  Q_EMIT crosshairMoved(static_cast<double>(columnStart(cursorColumn_) + columnStart(cursorColumn_ + 1)) / 2);
  if (currentHost() != before) Q_EMIT currentHostChanged(currentHost());
}

void HostHeatMap::keyPressEvent(QKeyEvent* event) {
  if (rows_.empty()) return event->ignore();
  const bool all = event->modifiers() & Qt::ControlModifier;
  const int row = std::max(0, cursorRow_);
  const int column = cursorColumn_ < 0 ? columns_ - 1 : cursorColumn_;
  const auto last = static_cast<int>(rows_.size()) - 1;
  const int begin = cursorRow_ < 0 ? 0 : 1;  // the first key only shows where the cursor is
  switch (event->key()) {
    case Qt::Key_Right: return setCursorCell(row, column + begin * (all ? kJump : 1));
    case Qt::Key_Left: return setCursorCell(row, column - begin * (all ? kJump : 1));
    case Qt::Key_Down: return setCursorCell(row + begin, column);
    case Qt::Key_Up: return setCursorCell(row - begin, column);
    case Qt::Key_PageDown: return setCursorCell(row + kJump, column);
    case Qt::Key_PageUp: return setCursorCell(row - kJump, column);
    case Qt::Key_Home: return setCursorCell(all ? 0 : row, 0);
    case Qt::Key_End: return setCursorCell(all ? last : row, columns_ - 1);
    default: break;
  }
  if (cursorRow_ < 0) return event->ignore();
  switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_BracketRight: return setOpen(currentHost(), true);
    case Qt::Key_Minus:
    case Qt::Key_BracketLeft: return setOpen(currentHost(), false);
    case Qt::Key_Space: return toggle(cursorRow_);
    case Qt::Key_Return:
    case Qt::Key_Enter: Q_EMIT hostActivated(currentHost()); return;
    default: event->ignore();
  }
}

void HostHeatMap::focusInEvent(QFocusEvent* event) {
  QAbstractScrollArea::focusInEvent(event);
  viewport()->update();
}

void HostHeatMap::focusOutEvent(QFocusEvent* event) {
  QAbstractScrollArea::focusOutEvent(event);
  viewport()->update();
}

void HostHeatMap::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
    measure();
    layOut();
  }
  QAbstractScrollArea::changeEvent(event);
}

void HostHeatMap::resizeEvent(QResizeEvent* event) {
  QAbstractScrollArea::resizeEvent(event);
  layOut();
}

void HostHeatMap::scrollContentsBy(int, int) { viewport()->update(); }

}  // namespace aerie::widgets
