#include "app/widgets/bucket_map.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <utility>

#include "app/widgets/tokens.h"

namespace aerie::widgets {
namespace {

constexpr int kSide = 100;
constexpr int kBuckets = kSide * kSide;
constexpr int kLine = 18;               // a line of the text below the map
constexpr int kTextHeight = 2 * kLine;  // legend and the sentence about one bucket
constexpr int kSwatch = 12;
constexpr int kGrid = 10;
constexpr int kCursor = 9;  // smallest frame around one bucket

}  // namespace

BucketMap::BucketMap(QWidget* parent) : QWidget(parent) {
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  setAccessibleName(tr("Bucket map"));
}

void BucketMap::setMap(const QList<Arm>& arms, const std::vector<qint16>& before,
                       const std::vector<qint16>& after) {
  if (arms == arms_ && before == before_ && after == after_) return;
  arms_ = arms;
  const bool usable = before.size() == kBuckets && after.size() == kBuckets;
  before_ = usable ? before : std::vector<qint16>();
  after_ = usable ? after : std::vector<qint16>();
  moves_ = joins_ = leaves_ = 0;
  for (int b = 0; usable && b < kBuckets; ++b) {
    switch (changeOf(b)) {
      case Change::Moves: ++moves_; break;
      case Change::Joins: ++joins_; break;
      case Change::Leaves: ++leaves_; break;
      case Change::None: break;
    }
  }
  if (!usable) hovered_ = cursor_ = -1;
  picture_ = {};
  tell();
  update();
}

BucketMap::Change BucketMap::changeOf(int bucket) const {
  const auto b = static_cast<std::size_t>(bucket);
  if (before_[b] == after_[b]) return Change::None;
  return before_[b] < 0 ? Change::Joins : after_[b] < 0 ? Change::Leaves : Change::Moves;
}

QString BucketMap::nameOf(qint16 arm) const {
  return arm >= 0 && arm < arms_.size() ? arms_[arm].name : tr("no arm");
}

QString BucketMap::describe(int bucket) const {
  if (bucket < 0 || bucket >= kBuckets || before_.empty()) return {};
  const auto b = static_cast<std::size_t>(bucket);
  const QString number = QLocale().toString(bucket);
  const QString before = nameOf(before_[b]);
  const QString after = nameOf(after_[b]);
  switch (changeOf(bucket)) {
    case Change::Moves: return tr("Bucket %1: %2 now, %3 after (moves)").arg(number, before, after);
    case Change::Joins: return tr("Bucket %1: %2 now, %3 after (joins)").arg(number, before, after);
    case Change::Leaves: return tr("Bucket %1: %2 now, %3 after (leaves)").arg(number, before, after);
    case Change::None: break;
  }
  return tr("Bucket %1: %2, stays").arg(number, before);
}

void BucketMap::setCursorBucket(int bucket) {
  if (before_.empty()) return;
  cursor_ = std::clamp(bucket, 0, kBuckets - 1);
  hovered_ = -1;
  tell();
  update();
}

void BucketMap::tell() {
  const QString text = describe(current());
  setAccessibleDescription(text.isEmpty() ? tr("%n bucket(s) change", nullptr, changes()) : text);
  Q_EMIT currentChanged(current());
}

QRect BucketMap::mapRect() const { return {0, 0, width(), std::max(kSide, height() - kTextHeight)}; }

// Cells share the space to the pixel, so the map has neither gaps nor a rest at its border.
QRect BucketMap::cellRect(int bucket) const {
  const QRect map = mapRect();
  const int column = bucket % kSide;
  const int row = bucket / kSide;
  const int left = column * map.width() / kSide;
  const int top = row * map.height() / kSide;
  return {left, top, (column + 1) * map.width() / kSide - left, (row + 1) * map.height() / kSide - top};
}

int BucketMap::bucketAt(const QPoint& at) const {
  const QRect map = mapRect();
  if (before_.empty() || !map.contains(at)) return -1;
  // The inverse of cellRect's floor: the last cell that begins at or before the pixel.
  const int column = std::min(kSide - 1, ((at.x() + 1) * kSide - 1) / map.width());
  const int row = std::min(kSide - 1, ((at.y() + 1) * kSide - 1) / map.height());
  return row * kSide + column;
}

void BucketMap::paintPattern(QPainter& painter, const QRect& rect, Change change, int bucket) const {
  const auto series = [&](qint16 arm) {
    return arm >= 0 && arm < arms_.size() ? seriesColor(arms_[arm].series) : colorOf(Role::Border);
  };
  const auto b = static_cast<std::size_t>(bucket);
  painter.fillRect(rect, series(after_[b]));
  if (change == Change::Moves) painter.fillRect(rect, QBrush(colorOf(Role::Surface), Qt::BDiagPattern));
  if (change == Change::Joins) painter.fillRect(rect, QBrush(colorOf(Role::Surface), Qt::Dense6Pattern));
  if (change == Change::Leaves) painter.fillRect(rect, QBrush(series(before_[b]), Qt::FDiagPattern));
}

void BucketMap::renderMap() {
  picture_ = QPixmap(mapRect().size() * devicePixelRatioF());
  picture_.setDevicePixelRatio(devicePixelRatioF());
  picture_.fill(colorOf(Role::Surface));
  QPainter painter(&picture_);
  // Buckets beside each other that look the same are one rectangle: a few hundred instead of 10,000.
  for (int first = 0; first < kBuckets;) {
    const auto f = static_cast<std::size_t>(first);
    int end = first + 1;
    while (end % kSide != 0 && before_[static_cast<std::size_t>(end)] == before_[f] &&
           after_[static_cast<std::size_t>(end)] == after_[f]) {
      ++end;
    }
    paintPattern(painter, cellRect(first) | cellRect(end - 1), changeOf(first), first);
    first = end;
  }
  // A line every ten buckets, to count by.
  QColor line = colorOf(Role::Surface);
  line.setAlphaF(0.35F);
  painter.setPen(line);
  for (int i = kGrid; i < kSide; i += kGrid) {
    const QRect cell = cellRect(i * kSide + i);
    painter.drawLine(cell.left(), 0, cell.left(), mapRect().bottom());
    painter.drawLine(0, cell.top(), mapRect().right(), cell.top());
  }
}

void BucketMap::paintLegend(QPainter& painter) const {
  const QRect map = mapRect();
  int x = 0;
  const int y = map.bottom() + 1 + kGap;
  painter.setFont(fontOf(Type::Caption));
  const QColor muted = colorOf(Role::Muted);
  const auto entry = [&](const QString& text, const QBrush& pattern, bool shown) {
    if (!shown) return;
    const QRect swatch(x, y + (kLine - kGap - kSwatch) / 2, kSwatch, kSwatch);
    painter.fillRect(swatch, tint(muted, 0.35));
    painter.fillRect(swatch, pattern);
    const int room = painter.fontMetrics().horizontalAdvance(text);
    painter.setPen(colorOf(Role::Text));
    painter.drawText(QRect(x + kSwatch + kGap, y, room + 1, kLine - kGap), Qt::AlignVCenter, text);
    x += kSwatch + kGap + room + kGapM;
  };
  const QLocale locale;
  const QColor surface = colorOf(Role::Surface);
  entry(tr("%1 move").arg(locale.toString(moves_)), QBrush(surface, Qt::BDiagPattern), moves_ > 0);
  entry(tr("%1 join").arg(locale.toString(joins_)), QBrush(surface, Qt::Dense6Pattern), joins_ > 0);
  entry(tr("%1 leave").arg(locale.toString(leaves_)), QBrush(colorOf(Role::Text), Qt::FDiagPattern),
        leaves_ > 0);
  const auto free = std::count(after_.begin(), after_.end(), qint16{-1});
  entry(tr("%1 in no arm").arg(locale.toString(static_cast<qlonglong>(free))), QBrush(colorOf(Role::Border)),
        free > 0);
}

QString BucketMap::hintText() const {
  return changes() == 0 ? tr("No bucket changes. Hover or use the arrow keys.")
                        : tr("Hover or use the arrow keys to ask for a bucket.");
}

QStringList BucketMap::cutTexts() const {
  const bool fits = QFontMetrics(fontOf(Type::Caption)).horizontalAdvance(hintText()) <= width();
  return before_.empty() || fits ? QStringList() : QStringList{hintText()};
}

void BucketMap::paintEvent(QPaintEvent*) {
  if (before_.empty()) return;
  if (picture_.isNull()) renderMap();
  QPainter painter(this);
  painter.drawPixmap(0, 0, picture_);
  paintLegend(painter);
  if (hasFocus()) {
    painter.setPen(QPen(colorOf(Role::Accent), 2));
    painter.drawRect(mapRect().adjusted(1, 1, -1, -1));
  }
  const int shown = current();
  const QRect text(0, mapRect().bottom() + 1 + kLine, width(), kLine);
  QString sentence = describe(shown);
  if (sentence.isEmpty()) sentence = hintText();
  painter.setPen(colorOf(shown < 0 ? Role::Muted : Role::Text));
  painter.setFont(fontOf(Type::Caption));
  painter.drawText(text, Qt::AlignVCenter,
                   painter.fontMetrics().elidedText(sentence, Qt::ElideRight, text.width()));
  if (shown < 0) return;
  QRect cell = cellRect(shown);
  const int grow = std::max(0, (kCursor - std::min(cell.width(), cell.height()) + 1) / 2);
  cell.adjust(-grow, -grow, grow, grow);
  cell = cell & mapRect().adjusted(0, 0, -1, -1);
  painter.setPen(QPen(colorOf(Role::Surface), 4));
  painter.drawRect(cell);
  painter.setPen(QPen(colorOf(Role::Text), 2));
  painter.drawRect(cell);
}

void BucketMap::resizeEvent(QResizeEvent*) { picture_ = {}; }

void BucketMap::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) picture_ = {};
  QWidget::changeEvent(event);
}

void BucketMap::mouseMoveEvent(QMouseEvent* event) {
  const int now = bucketAt(event->position().toPoint());
  if (now == hovered_) return;
  hovered_ = now;
  tell();
  update();
  if (now >= 0) {
    QToolTip::showText(event->globalPosition().toPoint(), describe(now), this, cellRect(now));
  } else {
    QToolTip::hideText();
  }
}

void BucketMap::mousePressEvent(QMouseEvent* event) {
  if (const int at = bucketAt(event->position().toPoint()); at >= 0) cursor_ = at;
  update();
}

void BucketMap::leaveEvent(QEvent*) {
  hovered_ = -1;
  tell();
  update();
}

// The mark of the keyboard goes with it; another window in front is no reason.
void BucketMap::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  if (event->reason() == Qt::ActiveWindowFocusReason || event->reason() == Qt::PopupFocusReason) return;
  cursor_ = -1;
  tell();
  update();
}

void BucketMap::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  if (cursor_ < 0) setCursorBucket(changes() > 0 && changeOf(0) == Change::None ? nextBorder(0, 1) : 0);
}

int BucketMap::nextBorder(int bucket, int direction) const {
  const auto pair = [this](int b) {
    const auto i = static_cast<std::size_t>(b);
    return std::pair(before_[i], after_[i]);
  };
  for (int b = bucket + direction; b > 0 && b < kBuckets; b += direction) {
    if (pair(b) != pair(b - 1)) return b;
  }
  return direction > 0 ? kBuckets - 1 : 0;
}

void BucketMap::keyPressEvent(QKeyEvent* event) {
  const int from = std::max(0, cursor_);
  const bool far = event->modifiers() & Qt::ControlModifier;
  if (before_.empty()) return QWidget::keyPressEvent(event);
  switch (event->key()) {
    case Qt::Key_Right: return setCursorBucket(far ? nextBorder(from, 1) : from + 1);
    case Qt::Key_Left: return setCursorBucket(far ? nextBorder(from, -1) : from - 1);
    case Qt::Key_Down: return setCursorBucket(from + kSide < kBuckets ? from + kSide : from);
    case Qt::Key_Up: return setCursorBucket(from >= kSide ? from - kSide : from);
    case Qt::Key_PageDown: return setCursorBucket(from + 10 * kSide);
    case Qt::Key_PageUp: return setCursorBucket(from - 10 * kSide);
    case Qt::Key_Home: return setCursorBucket(far ? 0 : from - from % kSide);
    case Qt::Key_End: return setCursorBucket(far ? kBuckets - 1 : from - from % kSide + kSide - 1);
    default: QWidget::keyPressEvent(event);
  }
}

}  // namespace aerie::widgets
