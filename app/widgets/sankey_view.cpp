#include "app/widgets/sankey_view.h"

#include <QHash>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

#include "app/widgets/tokens.h"

namespace aerie::widgets {
namespace {

constexpr double kNodeWidth = 10;
constexpr double kTop = 58;      // column titles and the first label
constexpr double kNodeGap = 40;  // room for a label between nodes
constexpr double kMinBand = 1.5;
constexpr double kLabelWidth = 168;  // right of the last column
constexpr double kMaxFlow = 260;     // a single thick band says no more than a thinner one

QPainterPath bandPath(QPointF a, QPointF b, double width) {
  const double mid = (a.x() + b.x()) / 2;
  QPainterPath path(a);
  path.cubicTo({mid, a.y()}, {mid, b.y()}, b);
  path.lineTo(b.x(), b.y() + width);
  path.cubicTo({mid, b.y() + width}, {mid, a.y() + width}, {a.x(), a.y() + width});
  path.closeSubpath();
  return path;
}

}  // namespace

SankeyView::SankeyView(QWidget* parent) : QWidget(parent) {
  setMouseTracking(true);
  setAccessibleName(tr("Flow of items"));
}

void SankeyView::setData(const QList<SankeyNode>& nodes, const QList<SankeyLink>& links,
                         const QStringList& columnTitles) {
  if (nodes == nodes_ && links == links_ && columnTitles == titles_) return;
  nodes_ = nodes;
  links_ = links;
  titles_ = columnTitles;
  hovered_ = -1;
  setAccessibleDescription(description());
  layOut();
  update();
}

QString SankeyView::description() const {
  QStringList out;
  for (const SankeyLink& link : links_) out.append(link.toolTip);
  return out.join(QLatin1String("; "));
}

const SankeyView::Box* SankeyView::boxOf(const QString& id) const {
  const auto it =
      std::find_if(boxes_.begin(), boxes_.end(), [&](const Box& b) { return nodes_[b.node].id == id; });
  return it == boxes_.end() ? nullptr : &*it;
}

void SankeyView::layOut() {
  boxes_.clear();
  bands_.clear();
  columns_ = 0;
  for (const SankeyNode& n : nodes_) columns_ = std::max(columns_, n.column + 1);
  if (columns_ == 0) return;
  QHash<QString, double> in;
  QHash<QString, double> out;
  for (const SankeyLink& l : links_) {
    out[l.from] += l.value;
    in[l.to] += l.value;
  }
  const auto valueOf = [&](const SankeyNode& n) { return std::max(in.value(n.id), out.value(n.id)); };
  double scale = 1e300;
  double columnMax = 0;
  std::vector<double> sums(static_cast<std::size_t>(columns_), 0);
  std::vector<int> counts(static_cast<std::size_t>(columns_), 0);
  for (const SankeyNode& n : nodes_) {
    sums[static_cast<std::size_t>(n.column)] += valueOf(n);
    ++counts[static_cast<std::size_t>(n.column)];
  }
  const double height = this->height() - kTop - kGapM;
  for (int c = 0; c < columns_; ++c) {
    const auto i = static_cast<std::size_t>(c);
    columnMax = std::max(columnMax, sums[i]);
    const double room = std::min(kMaxFlow, std::max(20.0, height - kNodeGap * counts[i]));
    if (sums[i] > 0) scale = std::min(scale, room / sums[i]);
  }
  if (columnMax <= 0) scale = 0;
  const double step = columns_ > 1 ? (width() - kLabelWidth - kNodeWidth - 2 * kGapS) / (columns_ - 1) : 0;
  for (int c = 0; c < columns_; ++c) {
    const auto i = static_cast<std::size_t>(c);
    // A column's nodes share the height evenly around their own sizes.
    const double used = sums[i] * scale;
    const double gap = (height - used) / std::max(1, counts[i]);
    double y = kTop + gap / 2;
    for (int n = 0; n < nodes_.size(); ++n) {
      if (nodes_[n].column != c) continue;
      const double h = std::max(3.0, valueOf(nodes_[n]) * scale);
      boxes_.append({n, QRectF(kGapS + c * step, y, kNodeWidth, h)});
      y += h + gap;
    }
  }
  QHash<QString, double> leaving;
  QHash<QString, double> entering;
  for (int l = 0; l < links_.size(); ++l) {
    const SankeyLink& link = links_[l];
    const Box* from = boxOf(link.from);
    const Box* to = boxOf(link.to);
    if (!from || !to) continue;
    const double width = std::max(kMinBand, link.value * scale);
    bands_.append({l, bandPath({from->rect.right(), from->rect.y() + leaving[link.from]},
                               {to->rect.left(), to->rect.y() + entering[link.to]}, width)});
    leaving[link.from] += link.value * scale;
    entering[link.to] += link.value * scale;
  }
}

void SankeyView::paintLabel(QPainter& painter, const Box& box) const {
  const SankeyNode& node = nodes_[box.node];
  const bool last = node.column == columns_ - 1;
  const double step =
      columns_ > 1 ? (width() - kLabelWidth - kNodeWidth - 2 * kGapS) / (columns_ - 1) : kLabelWidth;
  const double room = (last ? kLabelWidth : step - kNodeWidth) - kGapM;
  // Beside the node in the last column, above the band elsewhere, so that no band runs through a word.
  const double y = last ? box.rect.center().y() - 16 : box.rect.y() - 34;
  const double x = last ? box.rect.right() + kGapS : box.rect.x();
  painter.setFont(fontOf(Type::BodyStrong));
  painter.setPen(colorOf(Role::Text));
  painter.drawText(QRectF(x, y, room, 17), Qt::AlignLeft | Qt::AlignVCenter,
                   painter.fontMetrics().elidedText(node.title, Qt::ElideMiddle, static_cast<int>(room)));
  painter.setFont(fontOf(Type::Caption));
  painter.setPen(colorOf(Role::Muted));
  painter.drawText(QRectF(x, y + 16, room, 15), Qt::AlignLeft | Qt::AlignVCenter,
                   painter.fontMetrics().elidedText(node.caption, Qt::ElideRight, static_cast<int>(room)));
}

void SankeyView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const double step = columns_ > 1 ? (width() - kLabelWidth - kNodeWidth - 2 * kGapS) / (columns_ - 1) : 0;
  painter.setFont(fontOf(Type::Caption));
  painter.setPen(colorOf(Role::Muted));
  for (int c = 0; c < std::min<int>(columns_, static_cast<int>(titles_.size())); ++c) {
    painter.drawText(QRectF(kGapS + c * step, 2, kLabelWidth, 16), Qt::AlignLeft | Qt::AlignVCenter,
                     titles_[c]);
  }
  painter.setPen(Qt::NoPen);
  for (const Band& band : bands_) {
    const int series = links_[band.link].series;
    QColor color = series < 0 ? colorOf(Role::Muted) : seriesColor(series);
    color.setAlphaF(band.link == hovered_ ? 0.62F : hovered_ >= 0 ? 0.20F : 0.38F);
    painter.setBrush(color);
    painter.drawPath(band.path);
  }
  for (const Box& box : boxes_) {
    const int series = nodes_[box.node].series;
    painter.setPen(Qt::NoPen);
    painter.setBrush(series < 0 ? colorOf(Role::Muted) : seriesColor(series));
    painter.drawRoundedRect(box.rect, 3, 3);
  }
  for (const Box& box : boxes_) paintLabel(painter, box);
}

void SankeyView::resizeEvent(QResizeEvent*) { layOut(); }

int SankeyView::bandAt(const QPointF& at) const {
  for (const Band& band : bands_) {
    if (band.path.contains(at)) return band.link;
  }
  return -1;
}

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
    const int link = bandAt(help->pos());
    QToolTip::showText(help->globalPos(), link < 0 ? QString() : links_[link].toolTip, this);
    return true;
  }
  return QWidget::event(event);
}

}  // namespace aerie::widgets
