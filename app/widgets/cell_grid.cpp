#include "app/widgets/cell_grid.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>
#include <array>
#include <cmath>

#include "app/models/text.h"
#include "app/widgets/state_paint.h"
#include "app/widgets/tokens.h"

namespace aerie::widgets {

using models::CellState;
using models::TaskCell;

namespace {

// From the largest that looks good to the smallest that can be pointed at.
constexpr std::array<int, 12> kSides{24, 22, 20, 18, 16, 14, 12, 11, 10, 9, 8, 7};
constexpr int kScrollSide = 9;  // of those that do not fit at any size
constexpr int kSpace = 2;       // between cells
constexpr int kHeadHeight = 16;
constexpr int kWidestLabel = 96;
constexpr float kDimmed = 0.18F;

}  // namespace

CellGrid::CellGrid(QWidget* parent) : QAbstractScrollArea(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setFrameShape(QFrame::NoFrame);
  viewport()->setMouseTracking(true);
  viewport()->setAutoFillBackground(false);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setAccessibleName(tr("Tasks"));
}

void CellGrid::setDimensions(const QString& rows, const QString& columns) {
  if (rows == rowsTitle_ && columns == columnsTitle_) return;
  rowsTitle_ = rows;
  columnsTitle_ = columns;
  layOut();
}

void CellGrid::setCells(const QList<TaskCell>& cells) {
  if (cells == cells_) return;
  const bool samePlaces =
      cells.size() == cells_.size() &&
      std::equal(cells.begin(), cells.end(), cells_.begin(), [](const TaskCell& a, const TaskCell& b) {
        return a.id == b.id && a.row == b.row && a.column == b.column;
      });
  if (samePlaces) {
    for (qsizetype i = 0; i < cells.size(); ++i) {
      if (cells[i] == cells_[i]) continue;
      cells_[i] = cells[i];
      updateCell(static_cast<int>(i));
    }
    tell();
    return;
  }
  const QString kept = cursor_ >= 0 ? cells_[cursor_].id : QString();
  cells_ = cells;
  dimmed_.clear();
  hovered_ = cursor_ = -1;
  for (qsizetype i = 0; i < cells_.size() && !kept.isEmpty(); ++i) {
    if (cells_[i].id == kept) cursor_ = static_cast<int>(i);
  }
  table_ = models::tableOf(cells_);
  slots_.assign(static_cast<std::size_t>(cells_.size()), 0);
  for (std::size_t at = 0; at < table_.at.size(); ++at) {
    if (table_.at[at] >= 0) slots_[static_cast<std::size_t>(table_.at[at])] = static_cast<int>(at);
  }
  measure();
  layOut();
  tell();
}

void CellGrid::setDimmed(const std::vector<bool>& dimmed) {
  if (dimmed == dimmed_) return;
  dimmed_ = dimmed;
  viewport()->update();
}

// ---------------------------------------------------------------- places

bool CellGrid::fitTable(int side, int height) {
  const int pitch = side + kSpace;
  const auto columns = static_cast<int>(table_.columns.size());
  const auto rows = static_cast<int>(table_.rows.size());
  labelWidth_ = std::min(widestRow_ + 2, kWidestLabel) + kGap;  // advances are rounded
  blockWidth_ = labelWidth_ + columns * pitch + kGapM;
  headHeight_ = kHeadHeight;
  const int room = viewport()->width() + kGapM;
  const int most = std::clamp(room / blockWidth_, 1, rows);
  // No more blocks than the height asks for: one long table reads best.
  const int fitting = std::max(1, (height - headHeight_) / pitch);
  blocks_ = std::min(most, (rows + fitting - 1) / fitting);
  perBlock_ = (rows + blocks_ - 1) / blocks_;
  blocks_ = (rows + perBlock_ - 1) / perBlock_;
  contentHeight_ = headHeight_ + perBlock_ * pitch;
  return contentHeight_ <= height && blockWidth_ <= room;
}

bool CellGrid::fitGrid(int side, int height) {
  const int pitch = side + kSpace;
  const auto count = static_cast<int>(cells_.size());
  blocks_ = 1;
  labelWidth_ = headHeight_ = 0;
  gridColumns_ = std::max(1, viewport()->width() / pitch);
  perBlock_ = (count + gridColumns_ - 1) / gridColumns_;
  blockWidth_ = viewport()->width();
  contentHeight_ = perBlock_ * pitch;
  return contentHeight_ <= height;
}

void CellGrid::measure() {
  const QFontMetrics metrics(fontOf(Type::Caption));
  widestRow_ = 0;
  for (const QString& row : table_.rows) widestRow_ = std::max(widestRow_, metrics.horizontalAdvance(row));
}

void CellGrid::layOut() {
  const int height = viewport()->height();
  const auto fit = [&](int side) {
    side_ = side;
    return table() ? fitTable(side, height) : fitGrid(side, height);
  };
  if (std::none_of(kSides.begin(), kSides.end(), fit)) fit(kScrollSide);
  QScrollBar* bar = verticalScrollBar();
  bar->setPageStep(viewport()->height());
  bar->setSingleStep(side_ + kSpace);
  bar->setRange(0, std::max(0, contentHeight_ - viewport()->height()));
  viewport()->update();
}

QPoint CellGrid::placeOf(int slot) const {
  const int pitch = side_ + kSpace;
  if (!table()) return {slot % gridColumns_ * pitch, slot / gridColumns_ * pitch};
  const auto columns = static_cast<int>(table_.columns.size());
  const int row = slot / columns;
  return {row / perBlock_ * blockWidth_ + labelWidth_ + slot % columns * pitch,
          headHeight_ + row % perBlock_ * pitch};
}

QRect CellGrid::cellRect(int cell) const {
  if (cell < 0 || cell >= static_cast<int>(cells_.size())) return {};
  const int slot = table() ? slots_[static_cast<std::size_t>(cell)] : cell;
  return {placeOf(slot) - QPoint(0, verticalScrollBar()->value()), QSize(side_, side_)};
}

int CellGrid::slotAt(const QPoint& content) const {
  const int pitch = side_ + kSpace;
  if (pitch <= kSpace || content.x() < 0 || content.y() < headHeight_) return -1;
  if (!table()) {
    const int column = content.x() / pitch;
    return column < gridColumns_ ? content.y() / pitch * gridColumns_ + column : -1;
  }
  const int block = content.x() / blockWidth_;
  const int x = content.x() % blockWidth_ - labelWidth_;
  const auto columns = static_cast<int>(table_.columns.size());
  const int row = (content.y() - headHeight_) / pitch;
  if (block >= blocks_ || x < 0 || x / pitch >= columns || row >= perBlock_) return -1;
  return (block * perBlock_ + row) * columns + x / pitch;
}

int CellGrid::cellAt(const QPoint& at) const {
  const int slot = slotAt(at + QPoint(0, verticalScrollBar()->value()));
  if (slot < 0) return -1;
  if (!table()) return slot < static_cast<int>(cells_.size()) ? slot : -1;
  return slot < static_cast<int>(table_.at.size()) ? table_.at[static_cast<std::size_t>(slot)] : -1;
}

QString CellGrid::describe(int cell) const {
  if (cell < 0 || cell >= static_cast<int>(cells_.size())) return {};
  const TaskCell& c = cells_[cell];
  QString name = c.title.isEmpty() ? c.id : c.title;
  if (table()) {
    const auto labelled = [](const QString& title, const QString& value) {
      return title.isEmpty() ? value : title + QLatin1Char(' ') + value;
    };
    name = labelled(rowsTitle_, c.row) + QLatin1String(", ") + labelled(columnsTitle_, c.column);
  }
  QString text = tr("%1: %2").arg(name, models::textOf(c.state));
  if (c.state == CellState::Running && c.progress >= 0)
    text += QLatin1Char(' ') + tr("(%1 of its expected time)").arg(models::percentText(c.progress));
  if (!c.detail.isEmpty()) text += QLatin1String(", ") + c.detail;
  return text;
}

void CellGrid::tell() {
  const QString text = describe(current());
  setAccessibleDescription(text.isEmpty() ? tr("%Ln task(s)", nullptr, static_cast<int>(cells_.size()))
                                          : text);
  Q_EMIT currentChanged(current());
}

void CellGrid::updateCell(int cell) { viewport()->update(cellRect(cell).adjusted(-3, -3, 3, 3)); }

void CellGrid::setCursorCell(int cell) {
  if (cell < 0 || cell >= static_cast<int>(cells_.size())) return;
  updateCell(cursor_);
  cursor_ = cell;
  hovered_ = -1;
  QScrollBar* bar = verticalScrollBar();
  const QRect rect = cellRect(cell);
  if (rect.top() < headHeight_) bar->setValue(bar->value() + rect.top() - headHeight_);
  if (rect.bottom() > viewport()->height())
    bar->setValue(bar->value() + rect.bottom() - viewport()->height());
  updateCell(cursor_);
  tell();
  Q_EMIT cursorChanged(cursor_);
}

void CellGrid::clearCursor() {
  if (cursor_ < 0) return;
  updateCell(cursor_);
  cursor_ = -1;
  tell();
  Q_EMIT cursorChanged(-1);
}

// ---------------------------------------------------------------- painting

void CellGrid::paintHeads(QPainter& painter, const QRect& region) const {
  if (!table()) return;
  painter.setFont(fontOf(Type::Caption));
  const QFontMetrics metrics = painter.fontMetrics();
  painter.setPen(colorOf(Role::Muted));
  const int pitch = side_ + kSpace;
  const int scroll = verticalScrollBar()->value();
  int widest = 0;
  for (const QString& column : table_.columns) widest = std::max(widest, metrics.horizontalAdvance(column));
  // Every name where they have room, else every so many; the last part of long ones is what differs.
  const int every = std::max(1, (std::min(widest, 3 * pitch) + kGap + pitch - 1) / pitch);
  for (int block = 0; block < blocks_; ++block) {
    const int left = block * blockWidth_;
    for (int c = 0; c < static_cast<int>(table_.columns.size()); c += every) {
      const QRect room(left + labelWidth_ + c * pitch, -scroll, every * pitch - kSpace, headHeight_);
      if (room.intersects(region)) {
        painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(table_.columns[c], Qt::ElideLeft, room.width()));
      }
    }
    for (int r = 0; r < perBlock_; ++r) {
      const int row = block * perBlock_ + r;
      const QRect room(left, headHeight_ + r * pitch - scroll, labelWidth_ - kGap, side_);
      if (row >= static_cast<int>(table_.rows.size()) || !room.intersects(region)) continue;
      if (pitch < metrics.height() - 2 && r % 2 == 1) continue;  // too close to each other
      painter.drawText(room.adjusted(0, -2, 0, 2), Qt::AlignRight | Qt::AlignVCenter,
                       metrics.elidedText(table_.rows[row], Qt::ElideMiddle, room.width()));
    }
  }
}

void CellGrid::paintFrame(QPainter& painter, int cell, const QColor& color) const {
  const QRectF rect = QRectF(cellRect(cell)).adjusted(-0.5, -0.5, 0.5, 0.5);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(colorOf(Role::Surface), 4));
  painter.drawRect(rect);
  painter.setPen(QPen(color, 2));
  painter.drawRect(rect);
}

void CellGrid::paintEvent(QPaintEvent* event) {
  QPainter painter(viewport());
  const QRect region = event->rect();
  paintHeads(painter, region);
  painter.setRenderHint(QPainter::Antialiasing);
  for (int i = 0; i < static_cast<int>(cells_.size()); ++i) {
    const QRect rect = cellRect(i);
    if (!event->region().intersects(rect)) continue;
    const bool dim = static_cast<std::size_t>(i) < dimmed_.size() && dimmed_[static_cast<std::size_t>(i)];
    painter.setOpacity(dim ? kDimmed : 1);
    paintCell(painter, rect, cells_[i].state, cells_[i].progress);
    ++painted_;
  }
  painter.setOpacity(1);
  if (cursor_ >= 0) paintFrame(painter, cursor_, colorOf(Role::Accent));
  if (hovered_ >= 0 && hovered_ != cursor_) paintFrame(painter, hovered_, colorOf(Role::Text));
  if (!hasFocus() || cells_.isEmpty()) return;
  painter.setPen(QPen(colorOf(Role::Accent), 2));
  painter.setBrush(Qt::NoBrush);
  painter.drawRoundedRect(QRectF(viewport()->rect()).adjusted(1, 1, -1, -1), kRadius, kRadius);
}

// ---------------------------------------------------------------- mouse and keys

void CellGrid::mouseMoveEvent(QMouseEvent* event) {
  const int cell = cellAt(event->position().toPoint());
  if (cell == hovered_) return;
  updateCell(hovered_);
  hovered_ = cell;
  updateCell(hovered_);
  tell();
  if (cell >= 0) {
    QToolTip::showText(event->globalPosition().toPoint(), describe(cell), viewport(), cellRect(cell));
  } else {
    QToolTip::hideText();
  }
}

void CellGrid::mousePressEvent(QMouseEvent* event) {
  setFocus(Qt::MouseFocusReason);
  const int cell = cellAt(event->position().toPoint());
  if (cell >= 0) {
    setCursorCell(cell);
  } else {
    clearCursor();
  }
}

void CellGrid::mouseDoubleClickEvent(QMouseEvent* event) {
  if (const int cell = cellAt(event->position().toPoint()); cell >= 0) Q_EMIT activated(cell);
}

bool CellGrid::viewportEvent(QEvent* event) {
  if (event->type() == QEvent::Leave && hovered_ >= 0) {
    updateCell(hovered_);
    hovered_ = -1;
    tell();
  }
  return QAbstractScrollArea::viewportEvent(event);
}

int CellGrid::nextFailed(int direction) const {
  for (int i = cursor_ + direction; i >= 0 && i < static_cast<int>(cells_.size()); i += direction) {
    if (cells_[i].state == CellState::Failed) return i;
  }
  return cursor_;
}

// Keys that move the cursor; without one, each of them goes to the first task.
static bool walks(int key) {
  switch (key) {
    case Qt::Key_Right:
    case Qt::Key_Left:
    case Qt::Key_Down:
    case Qt::Key_Up:
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
    case Qt::Key_Home:
    case Qt::Key_End: return true;
    default: return false;
  }
}

// There is a cursor.
int CellGrid::step(int key) const {
  const int pitch = side_ + kSpace;
  const int page = std::max(1, viewport()->height() / pitch - 1);
  const auto last = static_cast<int>(cells_.size()) - 1;
  if (!table()) {
    const auto clamped = [&](int cell) { return cell >= 0 && cell <= last ? cell : cursor_; };
    switch (key) {
      case Qt::Key_Right: return clamped(cursor_ + 1);
      case Qt::Key_Left: return clamped(cursor_ - 1);
      case Qt::Key_Down: return clamped(cursor_ + gridColumns_);
      case Qt::Key_Up: return clamped(cursor_ - gridColumns_);
      case Qt::Key_PageDown: return std::min(last, cursor_ + page * gridColumns_);
      case Qt::Key_PageUp: return std::max(0, cursor_ - page * gridColumns_);
      case Qt::Key_Home: return 0;
      case Qt::Key_End: return last;
      default: return -1;
    }
  }
  const auto columns = static_cast<int>(table_.columns.size());
  const auto slots = static_cast<int>(table_.at.size());
  int by = 0;
  int slot = slots_[static_cast<std::size_t>(cursor_)];
  int count = 1;
  switch (key) {
    case Qt::Key_Right: by = 1; break;
    case Qt::Key_Left: by = -1; break;
    case Qt::Key_Down: by = columns; break;
    case Qt::Key_Up: by = -columns; break;
    case Qt::Key_PageDown: by = columns, count = page; break;
    case Qt::Key_PageUp: by = -columns, count = page; break;
    case Qt::Key_Home: slot = -1, by = 1; break;
    case Qt::Key_End: slot = slots, by = -1; break;
    default: return -1;
  }
  // Over holes to the next task of that direction.
  int found = cursor_;
  for (slot += by; slot >= 0 && slot < slots; slot += by) {
    const int cell = table_.at[static_cast<std::size_t>(slot)];
    if (cell < 0) continue;
    found = cell;
    if (--count == 0) break;
  }
  return found;
}

void CellGrid::keyPressEvent(QKeyEvent* event) {
  if (cells_.isEmpty()) return event->ignore();
  const int key = event->key();
  if (cursor_ < 0) {
    if (!walks(key) && key != Qt::Key_Return && key != Qt::Key_Enter) return event->ignore();
    const int first =
        table() ? *std::find_if(table_.at.begin(), table_.at.end(), [](int c) { return c >= 0; }) : 0;
    return setCursorCell(first);
  }
  if (event->modifiers() & Qt::ControlModifier) {
    if (key == Qt::Key_Right || key == Qt::Key_Down) return setCursorCell(nextFailed(1));
    if (key == Qt::Key_Left || key == Qt::Key_Up) return setCursorCell(nextFailed(-1));
  }
  if (key == Qt::Key_Return || key == Qt::Key_Enter) {
    Q_EMIT activated(cursor_);
  } else if (key == Qt::Key_Escape) {
    clearCursor();
  } else if (const int next = step(key); next >= 0) {
    setCursorCell(next);
  } else {
    event->ignore();
  }
}

void CellGrid::focusInEvent(QFocusEvent* event) {
  QAbstractScrollArea::focusInEvent(event);
  viewport()->update();
}

void CellGrid::focusOutEvent(QFocusEvent* event) {
  QAbstractScrollArea::focusOutEvent(event);
  viewport()->update();
}

void CellGrid::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
    measure();
    layOut();
  }
  QAbstractScrollArea::changeEvent(event);
}

void CellGrid::resizeEvent(QResizeEvent* event) {
  QAbstractScrollArea::resizeEvent(event);
  layOut();
}

void CellGrid::scrollContentsBy(int, int) { viewport()->update(); }

}  // namespace aerie::widgets
