#include "app/widgets/diff_view.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>

#include "app/widgets/tokens.h"

namespace aerie::widgets {
namespace {

using Kind = DiffRow::Kind;

constexpr int kSignWidth = 16;
constexpr int kContext = 3;  // rows above a difference that is gone to

QColor groundOf(Kind kind, bool strong) {
  const Role role = kind == Kind::Removed ? Role::Danger : kind == Kind::Added ? Role::Ok : Role::Warning;
  return tint(colorOf(role), strong ? (isDark() ? 0.45 : 0.35) : (isDark() ? 0.18 : 0.12));
}

}  // namespace

DiffView::DiffView(const QString& id, QWidget* parent) : QAbstractScrollArea(parent) {
  setObjectName(id);
  setFrameShape(QFrame::NoFrame);
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(tr("Differences"));
}

void DiffView::setTexts(const QString& leftTitle, const QString& left, const QString& rightTitle,
                        const QString& right) {
  titles_[0] = leftTitle;
  titles_[1] = rightTitle;
  rows_ = diffLines(left, right);
  current_ = -1;
  longest_ = 0;
  for (const DiffRow& row : rows_)
    longest_ = std::max({longest_, static_cast<int>(row.left.size()), static_cast<int>(row.right.size())});
  setAccessibleDescription(differences() == 0 ? tr("%1 and %2 are the same").arg(leftTitle, rightTitle)
                                              : tr("%n difference(s)", nullptr, differences()));
  updateScrollBars();
  viewport()->update();
}

int DiffView::differences() const {
  int blocks = 0;
  Kind before = Kind::Same;
  for (const DiffRow& row : rows_) {
    blocks += row.kind != Kind::Same && before == Kind::Same;
    before = row.kind;
  }
  return blocks;
}

bool DiffView::goToDifference(bool forward) {
  QList<int> begins;
  for (int i = 0; i < rows_.size(); ++i) {
    if (rows_[i].kind != Kind::Same && (i == 0 || rows_[i - 1].kind == Kind::Same)) begins.append(i);
  }
  if (begins.isEmpty()) return false;
  int target = forward ? begins.front() : begins.back();
  if (forward) {
    for (auto it = begins.rbegin(); it != begins.rend(); ++it) target = *it > current_ ? *it : target;
  } else {
    for (const int begin : std::as_const(begins)) target = current_ < 0 || begin < current_ ? begin : target;
    if (current_ >= 0 && begins.front() >= current_) target = begins.back();
  }
  showRow(target);
  return true;
}

void DiffView::showRow(int row) {
  current_ = row;
  verticalScrollBar()->setValue(std::max(0, row - kContext));
  const DiffRow& r = rows_[row];
  const int character = QFontMetrics(fontOf(Type::Mono)).horizontalAdvance(QLatin1Char('x'));
  horizontalScrollBar()->setValue(std::max(0, (r.prefix - 10) * character));
  viewport()->update();
}

int DiffView::rowHeight() const { return QFontMetrics(fontOf(Type::Mono)).height() + kGap; }

int DiffView::gutter() const {
  const QFontMetrics metrics(fontOf(Type::Mono));
  const auto digits = static_cast<int>(QString::number(rows_.size()).size());
  return kGapS + metrics.horizontalAdvance(QLatin1Char('9')) * std::max(2, digits) + kSignWidth + kGap;
}

void DiffView::updateScrollBars() {
  const QFontMetrics metrics(fontOf(Type::Mono));
  const int visible = std::max(1, viewport()->height() / rowHeight() - 1);  // one row is the titles
  verticalScrollBar()->setPageStep(visible);
  verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(rows_.size()) - visible));
  const int room = std::max(1, viewport()->width() / 2 - gutter() - kGapS);
  const int wide = longest_ * metrics.horizontalAdvance(QLatin1Char('x')) + kGapS;
  horizontalScrollBar()->setPageStep(room);
  horizontalScrollBar()->setSingleStep(kGapXl);
  horizontalScrollBar()->setRange(0, std::max(0, wide - room));
}

void DiffView::resizeEvent(QResizeEvent*) { updateScrollBars(); }

void DiffView::paintSide(QPainter& painter, const QRect& area, const DiffRow& row, bool left) const {
  const int line = left ? row.leftLine : row.rightLine;
  const Kind kind = row.kind;
  if (line == 0) {
    painter.fillRect(area, tint(colorOf(Role::Muted), 0.08));
    return;
  }
  if (kind != Kind::Same) painter.fillRect(area, groundOf(kind, false));
  const int numbers = gutter() - kSignWidth - kGap;
  painter.setPen(colorOf(Role::Muted));
  painter.drawText(QRect(area.left(), area.top(), numbers, area.height()), Qt::AlignRight | Qt::AlignVCenter,
                   QString::number(line));
  const char* sign = kind == Kind::Removed   ? "-"
                     : kind == Kind::Added   ? "+"
                     : kind == Kind::Changed ? "~"
                                             : "";
  painter.setPen(colorOf(Role::Text));
  painter.drawText(QRect(area.left() + numbers, area.top(), kSignWidth, area.height()), Qt::AlignCenter,
                   QLatin1String(sign));
  const QRect text = area.adjusted(gutter(), 0, -kGap, 0);
  painter.save();
  painter.setClipRect(text);
  const int begin = text.left() - horizontalScrollBar()->value();
  const QString& words = left ? row.left : row.right;
  if (kind == Kind::Changed) {
    const QFontMetrics metrics = painter.fontMetrics();
    const auto length = words.size() - row.prefix - row.suffix;
    const int from = metrics.horizontalAdvance(words.left(row.prefix));
    const int width = metrics.horizontalAdvance(words.mid(row.prefix, length));
    painter.fillRect(QRect(begin + from, text.top() + 1, std::max(width, 2), text.height() - 2),
                     groundOf(kind, true));
  }
  painter.drawText(QRect(begin, text.top(), 1 << 20, text.height()), Qt::AlignLeft | Qt::AlignVCenter, words);
  painter.restore();
}

void DiffView::paintEvent(QPaintEvent*) {
  QPainter painter(viewport());
  const int height = rowHeight();
  const int half = viewport()->width() / 2;
  painter.setFont(fontOf(Type::Caption));
  painter.setPen(colorOf(Role::Muted));
  for (const int side : {0, 1}) {
    painter.drawText(QRect(side * half + kGapS, 0, half - kGapS, height), Qt::AlignLeft | Qt::AlignVCenter,
                     titles_[side]);
  }
  painter.setFont(fontOf(Type::Mono));
  int y = height;
  for (int i = verticalScrollBar()->value(); i < rows_.size() && y < viewport()->height(); ++i, y += height) {
    paintSide(painter, QRect(0, y, half - 1, height), rows_[i], true);
    paintSide(painter, QRect(half + 1, y, viewport()->width() - half - 1, height), rows_[i], false);
    if (i == current_) painter.fillRect(QRect(0, y, 3, height), colorOf(Role::Accent));
  }
  painter.setPen(colorOf(Role::Border));
  painter.drawLine(half, 0, half, viewport()->height());
  painter.drawLine(0, height - 1, viewport()->width(), height - 1);
  if (hasFocus()) {
    painter.setPen(QPen(colorOf(Role::Accent), 1));
    painter.drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
  }
}

void DiffView::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_F8: goToDifference(!(event->modifiers() & Qt::ShiftModifier)); return;
    case Qt::Key_Home: verticalScrollBar()->setValue(0); return;
    case Qt::Key_End: verticalScrollBar()->setValue(verticalScrollBar()->maximum()); return;
    default: QAbstractScrollArea::keyPressEvent(event);
  }
}

void DiffView::focusInEvent(QFocusEvent* event) {
  viewport()->update();
  QAbstractScrollArea::focusInEvent(event);
}

void DiffView::focusOutEvent(QFocusEvent* event) {
  viewport()->update();
  QAbstractScrollArea::focusOutEvent(event);
}

}  // namespace aerie::widgets
