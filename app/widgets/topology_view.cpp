#include "app/widgets/topology_view.h"

#include <QAccessible>
#include <QHash>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "app/widgets/icons.h"
#include "app/widgets/tokens.h"

namespace aerie::widgets {
namespace {
constexpr double kTop = 22;  // column titles
constexpr double kWidest = 260;
constexpr double kNarrowest = 150;
constexpr double kEdgeRoom = 72;  // at least, between two columns
constexpr double kTall = 64;      // title, caption, replicas
constexpr double kShort = 48;
constexpr double kNodeGap = 12;
constexpr double kClosest = 2;
constexpr int kLeastWidth = 420;
constexpr int kLeastHeight = 160;
constexpr double kThinnest = 1.5;
constexpr double kThickest = 16;
constexpr double kIcon = 16;
constexpr double kPip = 11;
constexpr double kPipStep = 15;
constexpr int kLabelled = 14;  // with more edges, numbers on them would be noise

QString secondLine(const TopologyNode& n) {
  if (n.tone == models::Tone::Ok || n.state.isEmpty()) return n.caption;
  return n.caption.isEmpty() ? n.state : n.state + QLatin1String(", ") + n.caption;
}
}  // namespace

TopologyView::TopologyView(QWidget* parent) : QWidget(parent) {
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(tr("Topology"));
}

void TopologyView::setData(const QList<TopologyNode>& nodes, const QList<TopologyEdge>& edges,
                           const QStringList& columnTitles) {
  if (nodes == nodes_ && edges == edges_ && columnTitles == titles_) return;
  const int least = minimumSizeHint().height();
  nodes_ = nodes;
  edges_ = edges;
  titles_ = columnTitles;
  if (minimumSizeHint().height() != least) updateGeometry();
  if (indexOf(current_) < 0) current_.clear();
  if (indexOf(hovered_) < 0) hovered_.clear();
  layOut();
  setAccessibleDescription(sentenceOf(current_));
  update();
}

QSize TopologyView::minimumSizeHint() const {
  QHash<int, double> heights;
  for (const TopologyNode& n : nodes_)
    heights[n.column] += (n.partsText.isEmpty() ? kShort : kTall) + kClosest;
  double most = 0;
  for (const double height : heights) most = std::max(most, height);
  return QSize(kLeastWidth, kLeastHeight).expandedTo({0, static_cast<int>(kTop + most)});
}

int TopologyView::indexOf(const QString& node) const {
  const auto it =
      std::find_if(nodes_.begin(), nodes_.end(), [&](const TopologyNode& n) { return n.id == node; });
  return it == nodes_.end() ? -1 : static_cast<int>(it - nodes_.begin());
}

// Left and width of each column: as wide as its words, narrower together where there is no room, the rest is
// for the edges.
QList<QPair<double, double>> TopologyView::placeColumns() const {
  QList<double> widths(columns_, kNarrowest);
  const QFontMetrics strong(fontOf(Type::BodyStrong));
  const QFontMetrics small(fontOf(Type::Caption));
  for (const TopologyNode& n : nodes_) {
    const double words = std::max(
        {strong.horizontalAdvance(n.title) + kIcon + kGap, 1.0 * small.horizontalAdvance(secondLine(n)),
         small.horizontalAdvance(n.partsText) + kPipStep * (static_cast<double>(n.parts.size()) + 1)});
    const double wanted = kGapS + kIcon + kGapS + words + kGapM;
    widths[n.column] = std::max(widths[n.column], std::min(wanted, kWidest));
  }
  const double sum = std::accumulate(widths.begin(), widths.end(), 0.0);
  const double room = width() - 2 - kEdgeRoom * (columns_ - 1);
  const double scale = sum > room ? std::max(0.3, room / sum) : 1;
  const double gap = columns_ > 1 ? (width() - 2 - sum * scale) / (columns_ - 1) : 0;
  QList<QPair<double, double>> out;
  double x = 1;
  for (const double w : widths) {
    out.append({x, w * scale});
    x += w * scale + gap;
  }
  return out;
}

void TopologyView::layOut() {
  rects_.clear();
  columns_ = 0;
  for (const TopologyNode& n : nodes_) columns_ = std::max(columns_, n.column + 1);
  if (columns_ == 0) {
    bands_.clear();
    return;
  }
  const QList<QPair<double, double>> places = placeColumns();
  QHash<int, double> heights;
  QHash<int, int> counts;
  const auto tall = [](const TopologyNode& n) { return n.partsText.isEmpty() ? kShort : kTall; };
  for (const TopologyNode& n : nodes_) {
    heights[n.column] += tall(n);
    ++counts[n.column];
  }
  const double room = height() - kTop;
  QHash<int, double> y;
  QHash<int, double> gap;
  for (int c = 0; c < columns_; ++c) {
    // Nodes stand in the middle of their column, closer together than the space would allow.
    const int between = std::max(0, counts.value(c) - 1);
    const double free = room - heights.value(c);
    gap[c] = between == 0 ? 0 : std::clamp(free / (between + 1), kClosest, kNodeGap * 3);
    y[c] = kTop + std::max(0.0, (free - gap[c] * between) / 2);
  }
  for (const TopologyNode& n : nodes_) {
    const QRectF rect(places[n.column].first, std::round(y[n.column]), places[n.column].second, tall(n));
    rects_.append(rect);
    y[n.column] += rect.height() + gap[n.column];
  }
  layOutEdges();
}

void TopologyView::layOutEdges() {
  bands_.clear();
  double most = 0;
  QHash<QString, int> index;
  QHash<QString, double> leaving;  // how much of a node's side is taken
  QHash<QString, double> entering;
  for (int i = 0; i < nodes_.size(); ++i) index.insert(nodes_[i].id, i);
  for (const TopologyEdge& e : edges_) most = std::max(most, e.rate);
  const auto widthOf = [&](const TopologyEdge& e) {
    return most <= 0 ? kThinnest : kThinnest + (kThickest - kThinnest) * std::max(0.0, e.rate) / most;
  };
  constexpr double kBetween = 3;
  for (const TopologyEdge& e : edges_) {
    if (!index.contains(e.from) || !index.contains(e.to)) continue;
    leaving[e.from] += widthOf(e) + kBetween;
    entering[e.to] += widthOf(e) + kBetween;
  }
  QHash<QString, double> out;
  QHash<QString, double> in;
  for (int i = 0; i < edges_.size(); ++i) {
    const TopologyEdge& e = edges_[i];
    if (!index.contains(e.from) || !index.contains(e.to)) continue;
    const QRectF& a = rects_[index.value(e.from)];
    const QRectF& b = rects_[index.value(e.to)];
    const double w = widthOf(e);
    const auto at = [&](const QRectF& r, double total, double& used) {
      const double begin = std::min(total, r.height()) / -2;
      const double place = r.center().y() + begin + std::min(used, r.height()) + (w + kBetween) / 2;
      used += w + kBetween;
      return std::min(place, r.bottom() - kGap);
    };
    const QPointF from(a.right(), at(a, leaving[e.from], out[e.from]));
    const QPointF to(b.left(), at(b, entering[e.to], in[e.to]));
    const double middle = (from.x() + to.x()) / 2;
    QPainterPath line(from);
    line.cubicTo({middle, from.y()}, {middle, to.y()}, to);
    bands_.append({i, line, w});
  }
}

double TopologyView::edgeWidth(const QString& from, const QString& to) const {
  for (const Band& band : bands_) {
    if (edges_[band.edge].from == from && edges_[band.edge].to == to) return band.width;
  }
  return 0;
}

// ---------------------------------------------------------------- finding

QString TopologyView::nodeAt(const QPointF& at) const {
  for (int i = 0; i < rects_.size(); ++i) {
    if (rects_[i].contains(at)) return nodes_[i].id;
  }
  return {};
}

QString TopologyView::partAt(const QPointF& at) const {
  const int node = indexOf(nodeAt(at));
  return node < 0 ? QString() : partAt(node, at);
}

QString TopologyView::partAt(int node, const QPointF& at) const {
  for (int p = 0; p < partsShown(node); ++p) {
    if (partRect(node, p).adjusted(-2, -2, 2, 2).contains(at)) return nodes_[node].parts[p].id;
  }
  return {};
}

QRectF TopologyView::rectOf(const QString& node) const {
  const int i = indexOf(node);
  return i < 0 ? QRectF() : rects_[i];
}

QRectF TopologyView::rectOfPart(const QString& part) const {
  for (int n = 0; n < nodes_.size(); ++n) {
    for (int p = 0; p < partsShown(n); ++p) {
      if (nodes_[n].parts[p].id == part) return partRect(n, p);
    }
  }
  return {};
}

QRectF TopologyView::partRect(int node, int part) const {
  const QRectF& r = rects_[node];
  return {r.x() + kGapS + kIcon + kGapS + part * kPipStep, r.bottom() - kGapS - kPip, kPip, kPip};
}

int TopologyView::partsShown(int node) const {
  const double words = QFontMetrics(fontOf(Type::Caption)).horizontalAdvance(nodes_[node].partsText);
  const double room = rects_[node].width() - (kGapS + kIcon + kGapS) - words - kGap - kGapS;
  return std::clamp(static_cast<int>(room / kPipStep), 0, static_cast<int>(nodes_[node].parts.size()));
}

QString TopologyView::sentenceOf(const QString& node) const {
  const int i = indexOf(node);
  if (i < 0) {
    QStringList all;
    for (const TopologyNode& n : nodes_.mid(0, 20)) all.append(n.title + QLatin1Char(' ') + n.caption);
    return all.join(QLatin1String("; "));
  }
  const TopologyNode& n = nodes_[i];
  QStringList lines{n.title};
  for (const QString& text : {n.state, n.caption, n.partsText}) {
    if (!text.isEmpty()) lines.append(text);
  }
  for (const TopologyPart& part : n.parts.mid(0, 12)) lines.append(part.text);
  return lines.join(QLatin1Char('\n'));
}

// ---------------------------------------------------------------- mouse and keys

void TopologyView::setCurrent(const QString& node) {
  if (node == current_) return;
  current_ = node;
  setAccessibleDescription(sentenceOf(node));
  QAccessibleEvent event(this, QAccessible::DescriptionChanged);
  QAccessible::updateAccessibility(&event);
  update();
}

void TopologyView::mouseMoveEvent(QMouseEvent* event) {
  const QString now = nodeAt(event->position());
  setCursor(now.isEmpty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
  if (now == hovered_) return;
  hovered_ = now;
  update();
}

void TopologyView::mousePressEvent(QMouseEvent* event) {
  const QString node = nodeAt(event->position());
  if (event->button() != Qt::LeftButton || node.isEmpty()) return;
  setCurrent(node);
  Q_EMIT activated(node, partAt(event->position()));
}

void TopologyView::leaveEvent(QEvent*) {
  hovered_.clear();
  update();
}

QString TopologyView::neighbour(int key) const {
  const int here = indexOf(current_);
  if (here < 0) return nodes_.isEmpty() ? QString() : nodes_.front().id;
  const bool sideways = key == Qt::Key_Left || key == Qt::Key_Right;
  const int direction = key == Qt::Key_Left || key == Qt::Key_Up ? -1 : 1;
  int best = -1;
  double distance = 0;
  for (int i = 0; i < nodes_.size(); ++i) {
    const double dy = rects_[i].center().y() - rects_[here].center().y();
    const int columns = (nodes_[i].column - nodes_[here].column) * direction;
    if (sideways ? columns <= 0 : (columns != 0 || dy * direction <= 0)) continue;
    // The nearest column that has nodes at all, and there the nearest node.
    const double far = sideways ? columns * 1e6 + std::abs(dy) : std::abs(dy);
    if (best < 0 || far < distance) {
      best = i;
      distance = far;
    }
  }
  return best < 0 ? current_ : nodes_[best].id;
}

void TopologyView::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down: setCurrent(neighbour(event->key())); return;
    case Qt::Key_Home:
      if (!nodes_.isEmpty()) setCurrent(nodes_.front().id);
      return;
    case Qt::Key_End:
      if (!nodes_.isEmpty()) setCurrent(nodes_.back().id);
      return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
      if (!current_.isEmpty()) Q_EMIT activated(current_, {});
      return;
    default: QWidget::keyPressEvent(event);
  }
}

void TopologyView::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  if (current_.isEmpty() && !nodes_.isEmpty() && event->reason() != Qt::MouseFocusReason) {
    setCurrent(nodes_.front().id);
  }
  update();
}

void TopologyView::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  update();
}

bool TopologyView::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QWidget::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  const int node = indexOf(nodeAt(help->pos()));
  QString text;
  if (node >= 0) {
    const QString part = partAt(node, help->pos());
    text = sentenceOf(nodes_[node].id);
    for (const TopologyPart& p : nodes_[node].parts) {
      if (!part.isEmpty() && p.id == part) text = p.text;
    }
  }
  QToolTip::showText(help->globalPos(), text, this);
  return true;
}

void TopologyView::resizeEvent(QResizeEvent*) { layOut(); }

// ---------------------------------------------------------------- painting

bool TopologyView::faded(const QString& a, const QString& b) const {
  if (hovered_.isEmpty() || a == hovered_ || b == hovered_) return false;
  if (!b.isEmpty()) return true;
  return std::none_of(edges_.begin(), edges_.end(), [&](const TopologyEdge& e) {
    return (e.from == hovered_ && e.to == a) || (e.to == hovered_ && e.from == a);
  });
}

void TopologyView::paintEvent(QPaintEvent* event) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setFont(fontOf(Type::Caption));
  painter.setPen(colorOf(Role::Muted));
  for (int c = 0; c < titles_.size(); ++c) {
    for (int n = 0; n < nodes_.size(); ++n) {
      if (nodes_[n].column != c) continue;
      painter.drawText(QRectF(rects_[n].x(), 0, rects_[n].width(), kTop - kGap),
                       Qt::AlignLeft | Qt::AlignVCenter, titles_[c]);
      break;
    }
  }
  const QRectF seen(event->rect());
  for (const Band& band : bands_) {
    if (band.line.boundingRect().adjusted(-kThickest, -kThickest, kThickest, kThickest).intersects(seen)) {
      paintBand(painter, band);
    }
  }
  for (int n = 0; n < nodes_.size(); ++n) {
    if (rects_[n].intersects(seen)) paintNode(painter, n);
  }
}

void TopologyView::paintBand(QPainter& painter, const Band& band) const {
  const TopologyEdge& edge = edges_[band.edge];
  const bool quiet = faded(edge.from, edge.to);
  QColor color = edge.rate <= 0 && edge.tone == models::Tone::Ok ? colorOf(Role::Muted) : colorOf(edge.tone);
  color.setAlphaF(quiet ? 0.12F : 0.42F);
  QPen pen(color, band.width, edge.rate > 0 ? Qt::SolidLine : Qt::DotLine, Qt::FlatCap);
  painter.setPen(pen);
  painter.setBrush(Qt::NoBrush);
  painter.drawPath(band.line);
  if (quiet || edge.text.isEmpty() || (bands_.size() > kLabelled && hovered_.isEmpty())) return;
  painter.setFont(fontOf(Type::Caption));
  const QPointF middle = band.line.pointAtPercent(0.5);
  const double width = painter.fontMetrics().horizontalAdvance(edge.text) + 2 * kGap;
  const QRectF label(middle.x() - width / 2, middle.y() - 8, width, 16);
  painter.setPen(Qt::NoPen);
  painter.setBrush(colorOf(Role::Surface));
  painter.drawRoundedRect(label, 8, 8);
  painter.setPen(colorOf(Role::Text));
  painter.drawText(label, Qt::AlignCenter, edge.text);
}

void TopologyView::paintNode(QPainter& painter, int node) const {
  const TopologyNode& n = nodes_[node];
  const QRectF r = rects_[node].adjusted(0.5, 0.5, -0.5, -0.5);
  const bool bad = n.tone == models::Tone::Warning || n.tone == models::Tone::Danger;
  painter.save();
  if (faded(n.id, {})) painter.setOpacity(0.4);
  const bool focused = hasFocus() && n.id == current_;
  painter.setPen(focused ? QPen(colorOf(Role::Accent), 2)
                         : QPen(bad ? colorOf(n.tone) : colorOf(Role::Border), 1));
  painter.setBrush(bad                ? tint(colorOf(n.tone), isDark() ? 0.14 : 0.07)
                   : n.id == hovered_ ? tint(colorOf(Role::Muted), 0.10)
                                      : colorOf(Role::Background));
  painter.drawRoundedRect(r, kRadius, kRadius);
  paintIcon(painter, QRectF(r.x() + kGapS, r.y() + kGapS, kIcon, kIcon), n.icon, colorOf(Role::Muted));
  const double left = r.x() + kGapS + kIcon + kGapS;
  const double room = r.right() - left - kGapS - kIcon - kGap;
  paintIcon(painter, QRectF(r.right() - kGapS - kIcon, r.y() + kGapS, kIcon, kIcon), iconNameOf(n.tone),
            colorOf(n.tone));
  painter.setFont(fontOf(Type::BodyStrong));
  painter.setPen(colorOf(Role::Text));
  painter.drawText(QRectF(left, r.y() + kGap, room, 20), Qt::AlignLeft | Qt::AlignVCenter,
                   painter.fontMetrics().elidedText(n.title, Qt::ElideMiddle, static_cast<int>(room)));
  painter.setFont(fontOf(Type::Caption));
  const double wide = r.right() - left - kGapS;
  const QString second = secondLine(n);
  painter.setPen(bad ? colorOf(n.tone) : colorOf(Role::Muted));
  painter.drawText(QRectF(left, r.y() + kGap + 19, wide, 16), Qt::AlignLeft | Qt::AlignVCenter,
                   painter.fontMetrics().elidedText(second, Qt::ElideRight, static_cast<int>(wide)));
  paintParts(painter, node);
  painter.restore();
}

void TopologyView::paintParts(QPainter& painter, int node) const {
  const TopologyNode& n = nodes_[node];
  if (n.partsText.isEmpty()) return;
  const int count = partsShown(node);
  for (int p = 0; p < count; ++p) {
    const QRectF pip = partRect(node, p);
    const models::Tone tone = n.parts[p].tone;
    const QColor color = colorOf(tone);
    if (tone == models::Tone::Ok) {
      painter.setPen(Qt::NoPen);
      painter.setBrush(color);
      painter.drawRoundedRect(pip, 3, 3);
    } else {
      // Anything but ready is hollow and carries its sign: legible without colour.
      paintIcon(painter, pip.adjusted(-1, -1, 1, 1), iconNameOf(tone), color);
    }
  }
  const QRectF row = partRect(node, count);
  painter.setFont(fontOf(Type::Caption));
  painter.setPen(colorOf(Role::Muted));
  painter.drawText(
      QRectF(row.x() + (count > 0 ? kGap : 0), row.y() - 3, rects_[node].right() - row.x() - kGapS, 17),
      Qt::AlignLeft | Qt::AlignVCenter, n.partsText);
}

}  // namespace aerie::widgets
