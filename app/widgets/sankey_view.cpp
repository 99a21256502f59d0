#include "app/widgets/sankey_view.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <numeric>

#include "app/widgets/tokens.h"

namespace aerie::widgets {
namespace {

constexpr double kNodeWidth = 10;
constexpr double kTop = 54;      // column titles and the first label
constexpr double kBottom = 24;   // the line about one band
constexpr double kNodeGap = 40;  // room for a label between nodes
constexpr double kMinBand = 1.5;
constexpr double kMinNode = 3;
constexpr double kMinLabel = 52;
constexpr double kMaxFlow = 240;  // a single thick band says no more than a thinner one
constexpr double kLabelRise = 33;
constexpr QPointF kRim[] = {{-2, 0}, {2, 0}, {0, -2}, {0, 2}, {-1, -1}, {1, -1}, {-1, 1}, {1, 1}};

QPainterPath bandPath(QPointF a, QPointF b, double width) {
  const double mid = (a.x() + b.x()) / 2;
  QPainterPath path(a);
  path.cubicTo({mid, a.y()}, {mid, b.y()}, b);
  path.lineTo(b.x(), b.y() + width);
  path.cubicTo({mid, b.y() + width}, {mid, a.y() + width}, {a.x(), a.y() + width});
  path.closeSubpath();
  return path;
}

QColor colorFor(models::Tone tone, int series) {
  if (tone != models::Tone::None) return colorOf(tone);
  return series < 0 ? colorOf(Role::Muted) : seriesColor(series);
}

// Text that stays readable where a band runs behind it: with a rim in the colour of the ground.
void drawOverBands(QPainter& painter, QPointF at, const QFont& font, const QColor& color, const QString& text,
                   Qt::TextElideMode elide, double room) {
  const QString shown = QFontMetrics(font).elidedText(text, elide, static_cast<int>(room));
  painter.setFont(font);
  painter.setPen(colorOf(Role::Surface));
  // Drawn text comes from the glyph cache; outlining the same words as a path takes ten times as long.
  for (const QPointF& aside : kRim) painter.drawText(at + aside, shown);
  painter.setPen(color);
  painter.drawText(at, shown);
}

// The width at which all of `wanted`, cut to it, fit into `room`: short ones stay whole.
double fairShare(std::vector<double> wanted, double room) {
  std::sort(wanted.begin(), wanted.end());
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const double share = room / static_cast<double>(wanted.size() - i);
    if (wanted[i] >= share) return share;
    room -= wanted[i];
  }
  return room;
}

}  // namespace

SankeyView::SankeyView(QWidget* parent) : QWidget(parent) {
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(tr("Flow of items"));
}

void SankeyView::setData(const QList<SankeyNode>& nodes, const QList<SankeyLink>& links,
                         const QStringList& columnTitles) {
  if (nodes == nodes_ && links == links_ && columnTitles == titles_) return;
  // Rates change ten times a second: what is chosen stays chosen as long as its ends exist.
  const auto idOf = [&](int link) { return link < 0 || link >= links_.size() ? SankeyLink() : links_[link]; };
  const SankeyLink chosen = idOf(chosen_);
  const SankeyLink hovered = idOf(hovered_);
  nodes_ = nodes;
  links_ = links;
  titles_ = columnTitles;
  const auto find = [&](const SankeyLink& old) {
    const auto it = std::find_if(links_.begin(), links_.end(), [&](const SankeyLink& l) {
      return l.from == old.from && l.to == old.to && l.series == old.series && !old.from.isEmpty();
    });
    return it == links_.end() ? -1 : static_cast<int>(it - links_.begin());
  };
  chosen_ = find(chosen);
  hovered_ = find(hovered);
  layOut();
  setAccessibleDescription(current() >= 0 ? currentText() : description());
  update();
}

QString SankeyView::description() const {
  QStringList out;
  for (const SankeyLink& link : links_) {
    if (!out.contains(link.toolTip)) out.append(link.toolTip);
  }
  return out.join(QLatin1String("; "));
}

QString SankeyView::currentText() const { return current() < 0 ? QString() : links_[current()].toolTip; }

const SankeyView::Box* SankeyView::boxOf(const QString& id) const {
  const auto it =
      std::find_if(boxes_.begin(), boxes_.end(), [&](const Box& b) { return nodes_[b.node].id == id; });
  return it == boxes_.end() ? nullptr : &*it;
}

// Each column gets the room that its labels want; when that is too much, the widest give way.
void SankeyView::layOutColumns() {
  columns_.clear();
  int count = 0;
  for (const SankeyNode& n : nodes_) count = std::max(count, n.column + 1);
  if (count == 0) return;
  columns_.resize(static_cast<std::size_t>(count));
  std::vector<double> wanted(columns_.size(), kMinLabel);
  const QFontMetrics strong(fontOf(Type::BodyStrong));
  const QFontMetrics caption(fontOf(Type::Caption));
  for (std::size_t c = 0; c < wanted.size() && c < static_cast<std::size_t>(titles_.size()); ++c) {
    wanted[c] =
        std::max(wanted[c],
                 static_cast<double>(caption.horizontalAdvance(titles_[static_cast<qsizetype>(c)]) + kGapM));
  }
  for (const SankeyNode& n : nodes_) {
    if (n.through) continue;
    double& w = wanted[static_cast<std::size_t>(n.column)];
    w = std::max({w, static_cast<double>(strong.horizontalAdvance(n.title) + kGapM),
                  static_cast<double>(caption.horizontalAdvance(n.caption) + kGapM)});
  }
  const double room = width() - 2 * kGapS - kNodeWidth;
  const double sum = std::accumulate(wanted.begin(), wanted.end(), 0.0);
  const double most = sum > room ? fairShare(wanted, room) : room;
  const double spare = std::max(0.0, room - sum) / std::max(1, count - 1);
  double x = kGapS;
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    const bool last = c + 1 == columns_.size();
    const double w = std::min(wanted[c], most) + (last ? 0 : spare);
    columns_[c] = {x, w - kGapS};
    x += w;
  }
}

void SankeyView::layOut() {
  boxes_.clear();
  bands_.clear();
  layOutColumns();
  if (columns_.empty()) return;
  QHash<QString, double> in;
  QHash<QString, double> out;
  for (const SankeyLink& l : links_) {
    out[l.from] += l.value;
    in[l.to] += l.value;
  }
  const auto valueOf = [&](const SankeyNode& n) { return std::max(in.value(n.id), out.value(n.id)); };
  std::vector<double> sums(columns_.size(), 0);
  std::vector<int> counts(columns_.size(), 0);
  for (const SankeyNode& n : nodes_) {
    sums[static_cast<std::size_t>(n.column)] += valueOf(n);
    ++counts[static_cast<std::size_t>(n.column)];
  }
  const double height = this->height() - kTop - kBottom;
  double scale = 1e300;
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    const double room = std::min(kMaxFlow, std::max(20.0, height - kNodeGap * (counts[c] - 1)));
    if (sums[c] > 0) scale = std::min(scale, room / sums[c]);
  }
  if (scale > 1e299) scale = 0;
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    double used = 0;
    for (const SankeyNode& n : nodes_) {
      if (n.column == static_cast<int>(c)) used += std::max(kMinNode, valueOf(n) * scale);
    }
    // What is left over goes between the nodes; a single node sits in the middle.
    const double rest = std::max(0.0, height - used);
    const double gap = counts[c] > 1 ? std::min(rest / (counts[c] - 1), 2.5 * kNodeGap) : 0;
    double y = kTop + (rest - gap * (counts[c] - 1)) / 2;
    for (int n = 0; n < nodes_.size(); ++n) {
      if (nodes_[n].column != static_cast<int>(c)) continue;
      const double h = std::max(kMinNode, valueOf(nodes_[n]) * scale);
      boxes_.append({n, QRectF(columns_[c].x, y, kNodeWidth, h)});
      y += h + gap;
    }
  }
  layOutBands(scale);
}

void SankeyView::layOutBands(double scale) {
  QHash<QString, double> leaving;
  QHash<QString, double> entering;
  for (int l = 0; l < links_.size(); ++l) {
    const SankeyLink& link = links_[l];
    const Box* from = boxOf(link.from);
    const Box* to = boxOf(link.to);
    if (!from || !to) continue;
    const double width = std::max(kMinBand, link.value * scale);
    // A band runs on through a place where it only passes.
    const double begin = nodes_[from->node].through ? from->rect.left() : from->rect.right();
    bands_.append({l, bandPath({begin, from->rect.y() + leaving[link.from]},
                               {to->rect.left(), to->rect.y() + entering[link.to]}, width)});
    leaving[link.from] += link.value * scale;
    entering[link.to] += link.value * scale;
  }
}

void SankeyView::paintLabel(QPainter& painter, const Box& box) const {
  const SankeyNode& node = nodes_[box.node];
  if (node.through) return;
  const Column& column = columns_[static_cast<std::size_t>(node.column)];
  const bool last = static_cast<std::size_t>(node.column) + 1 == columns_.size();
  // Beside the node in the last column, above the band elsewhere, so that no band runs through a word.
  const double y = last ? box.rect.center().y() - 16 : box.rect.y() - kLabelRise;
  const double x = last ? box.rect.right() + kGapS : box.rect.x();
  const double room = last ? width() - x : column.room;
  drawOverBands(painter, {x, y + 14}, fontOf(Type::BodyStrong), colorOf(Role::Text), node.title,
                Qt::ElideMiddle, room);
  drawOverBands(painter, {x, y + 28}, fontOf(Type::Caption), colorOf(Role::Muted), node.caption,
                Qt::ElideRight, room);
}

void SankeyView::paintBands(QPainter& painter) const {
  const int lit = current();
  const int way = lit < 0 ? -1 : links_[lit].path;
  painter.setPen(Qt::NoPen);
  for (const Band& band : bands_) {
    const SankeyLink& link = links_[band.link];
    QColor color = colorFor(link.tone, link.series);
    color.setAlphaF(lit < 0 ? 0.38F : link.path == way ? 0.62F : 0.18F);
    painter.setBrush(color);
    painter.drawPath(band.path);
  }
  if (hasFocus() && chosen_ >= 0) {
    for (const Band& band : bands_) {
      if (band.link != chosen_) continue;
      painter.setPen(QPen(colorOf(Role::Accent), 2));
      painter.setBrush(Qt::NoBrush);
      painter.drawPath(band.path);
    }
  }
}

QStringList SankeyView::cutTexts() const {
  QStringList out;
  const QFontMetrics metrics(fontOf(Type::Caption));
  for (std::size_t c = 0; c < columns_.size() && c < static_cast<std::size_t>(titles_.size()); ++c) {
    const QString& title = titles_[static_cast<qsizetype>(c)];
    if (metrics.horizontalAdvance(title) > static_cast<int>(columns_[c].room)) out.append(title);
  }
  if (metrics.horizontalAdvance(hintText()) > width() - 2 * kGapS) out.append(hintText());
  return out;
}

QString SankeyView::hintText() const {
  return tr("Hover or use the arrow keys: intended and actual share of a way");
}

void SankeyView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setFont(fontOf(Type::Caption));
  painter.setPen(colorOf(Role::Muted));
  for (std::size_t c = 0; c < columns_.size() && c < static_cast<std::size_t>(titles_.size()); ++c) {
    const QString title = painter.fontMetrics().elidedText(titles_[static_cast<qsizetype>(c)], Qt::ElideRight,
                                                           static_cast<int>(columns_[c].room));
    painter.drawText(QRectF(columns_[c].x, 0, columns_[c].room + kNodeWidth, 15), Qt::AlignLeft, title);
  }
  paintBands(painter);
  painter.setPen(Qt::NoPen);
  for (const Box& box : boxes_) {
    const SankeyNode& node = nodes_[box.node];
    if (node.through) continue;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colorFor(node.tone, node.series));
    painter.drawRoundedRect(box.rect, 3, 3);
  }
  for (const Box& box : boxes_) paintLabel(painter, box);
  painter.setFont(fontOf(Type::Caption));
  const QString text = currentText();
  painter.setPen(colorOf(text.isEmpty() ? Role::Muted : Role::Text));
  const QRect line(kGapS, height() - 18, width() - 2 * kGapS, 18);
  painter.drawText(
      line, Qt::AlignVCenter,
      painter.fontMetrics().elidedText(text.isEmpty() ? hintText() : text, Qt::ElideRight, line.width()));
}

void SankeyView::resizeEvent(QResizeEvent*) { layOut(); }

int SankeyView::bandAt(const QPointF& at) const {
  for (const Band& band : bands_) {
    if (band.path.contains(at)) return band.link;
  }
  return -1;
}

void SankeyView::choose(int link) {
  if (link < 0 || link >= links_.size()) return;
  chosen_ = link;
  hovered_ = -1;
  setAccessibleDescription(currentText());
  update();
}

// The next link of the same way, else any that begins (ends) where this one ends (begins).
int SankeyView::step(int link, int direction) const {
  int found = -1;
  for (int l = 0; l < links_.size(); ++l) {
    const bool joins = direction > 0 ? links_[l].from == links_[link].to : links_[l].to == links_[link].from;
    if (!joins) continue;
    if (links_[l].path == links_[link].path) return l;
    if (found < 0) found = l;
  }
  return found;
}

int SankeyView::beside(int link, int direction) const {
  const auto columnOf = [this](int l) {
    const Box* box = boxOf(links_[l].from);
    return box ? nodes_[box->node].column : -1;
  };
  for (int l = link + direction; l >= 0 && l < links_.size(); l += direction) {
    if (columnOf(l) == columnOf(link)) return l;
  }
  return -1;
}

void SankeyView::keyPressEvent(QKeyEvent* event) {
  const bool arrow = event->key() == Qt::Key_Right || event->key() == Qt::Key_Left ||
                     event->key() == Qt::Key_Down || event->key() == Qt::Key_Up;
  if (!arrow || links_.isEmpty()) {
    if (event->key() == Qt::Key_Escape && chosen_ >= 0) {
      chosen_ = -1;
      update();
      return;
    }
    QWidget::keyPressEvent(event);
    return;
  }
  if (chosen_ < 0) return choose(0);
  switch (event->key()) {
    case Qt::Key_Right: return choose(step(chosen_, 1));
    case Qt::Key_Left: return choose(step(chosen_, -1));
    case Qt::Key_Down: return choose(beside(chosen_, 1));
    default: return choose(beside(chosen_, -1));
  }
}

// The mark of the keyboard goes with it; another window in front is no reason.
void SankeyView::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  if (event->reason() == Qt::ActiveWindowFocusReason || event->reason() == Qt::PopupFocusReason) return;
  chosen_ = -1;
  update();
}

void SankeyView::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  if (chosen_ < 0 && event->reason() != Qt::MouseFocusReason) choose(0);
}

void SankeyView::mousePressEvent(QMouseEvent* event) { choose(bandAt(event->position())); }

void SankeyView::mouseMoveEvent(QMouseEvent* event) {
  const int now = bandAt(event->position());
  if (now == hovered_) return;
  hovered_ = now;
  update();
}

void SankeyView::leaveEvent(QEvent*) {
  hovered_ = -1;
  update();
}

bool SankeyView::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    QString text;
    if (const int link = bandAt(help->pos()); link >= 0) text = links_[link].toolTip;
    for (const Box& box : boxes_) {
      const SankeyNode& node = nodes_[box.node];
      const QRectF area = box.rect.adjusted(-2, -kLabelRise, 120, 2);
      if (!text.isEmpty() || node.through || !area.contains(help->pos())) continue;
      text = node.toolTip.isEmpty() ? node.title + QLatin1String(": ") + node.caption : node.toolTip;
    }
    QToolTip::showText(help->globalPos(), text, this);
    return true;
  }
  return QWidget::event(event);
}

}  // namespace aerie::widgets
