#include "app/widgets/dag_view.h"

#include <QHBoxLayout>
#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QRegularExpression>
#include <QScrollBar>
#include <QToolButton>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "app/widgets/icons.h"
#include "app/widgets/tokens.h"

namespace aerie::widgets {
namespace {

constexpr double kNodeWidth = 146;
constexpr double kNodeHeight = 42;
constexpr double kColumnPitch = 178;
constexpr double kRowPitch = 52;
constexpr double kMinZoom = 0.25;
constexpr double kMaxZoom = 2;
constexpr double kMinFit = 0.6;  // smaller than this nobody can read: scroll instead
constexpr double kZoomStep = 1.2;
constexpr double kMark = 4;  // the bar at a node's left that tells its kind
constexpr double kIcon = 14;
constexpr double kArrow = 5;

}  // namespace

DagView::DagView(QWidget* parent) : QAbstractScrollArea(parent), emptyText_(tr("Nothing to draw")) {
  setFrameShape(QFrame::NoFrame);
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(tr("Graph"));
  viewport()->setMouseTracking(true);
  tools_ = new QWidget(this);
  auto* row = new QHBoxLayout(tools_);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  QToolButton* closer =
      newTool(QStringLiteral("plus"), QStringLiteral("dag.closer"), tr("Zoom in"), QStringLiteral("+"));
  QToolButton* farther =
      newTool(QStringLiteral("minus"), QStringLiteral("dag.farther"), tr("Zoom out"), QStringLiteral("-"));
  QToolButton* whole =
      newTool(QStringLiteral("fit"), QStringLiteral("dag.fit"), tr("Fit the graph"), QStringLiteral("0"));
  for (QToolButton* button : {closer, farther, whole}) row->addWidget(button);
  connect(closer, &QToolButton::clicked, this, [this] { setZoom(zoom_ * kZoomStep); });
  connect(farther, &QToolButton::clicked, this, [this] { setZoom(zoom_ / kZoomStep); });
  connect(whole, &QToolButton::clicked, this, &DagView::fit);
}

QToolButton* DagView::newTool(const QString& icon, const QString& name, const QString& text,
                              const QString& key) {
  auto* button = new QToolButton(tools_);
  button->setObjectName(name);
  button->setIcon(iconOf(icon, Role::Muted));
  button->setAccessibleName(text);
  button->setToolTip(QStringLiteral("%1 (%2)").arg(text, key));
  button->setAutoRaise(true);
  return button;
}

void DagView::setNodes(const QList<DagNode>& nodes) {
  if (nodes == nodes_) return;
  const QString before = selected();
  nodes_ = nodes;
  layout_ = layoutDag(nodes_);
  current_ = -1;
  select(before);
  if (fitted_) fit();
  updateScrollBars();
  int problems = 0;
  for (const DagNode& n : nodes_) problems += !n.problem.isEmpty();
  QStringList words{tr("%n node(s)", nullptr, static_cast<int>(nodes_.size()))};
  if (layout_.hasCycle()) words.append(tr("with a cycle"));
  if (problems > 0) words.append(tr("%n problem(s)", nullptr, problems));
  setAccessibleDescription(words.join(QStringLiteral(", ")));
  viewport()->update();
}

void DagView::setEmptyText(const QString& text) {
  emptyText_ = text;
  viewport()->update();
}

QString DagView::selected() const { return current_ < 0 ? QString() : nodes_[current_].id; }

void DagView::select(const QString& id) {
  int found = -1;
  for (int i = 0; i < nodes_.size(); ++i) {
    if (nodes_[i].id == id) found = i;
  }
  setCurrent(found, false);
}

void DagView::setCurrent(int node, bool tell) {
  if (node == current_) return;
  current_ = node;
  if (node >= 0) {
    const DagNode& n = nodes_[node];
    setAccessibleDescription(QStringList{n.title, n.detail, n.problem}
                                 .filter(QRegularExpression(QStringLiteral(".")))
                                 .join(QStringLiteral(", ")));
    const QRect shown = nodeRect(n.id);
    if (!viewport()->rect().contains(shown)) {
      const auto follow = [](QScrollBar* bar, int low, int high, int room) {
        if (low < 0) bar->setValue(bar->value() + low - kGapM);
        if (high > room) bar->setValue(bar->value() + high - room + kGapM);
      };
      follow(horizontalScrollBar(), shown.left(), shown.right(), viewport()->width());
      follow(verticalScrollBar(), shown.top(), shown.bottom(), viewport()->height());
    }
  }
  viewport()->update();
  if (tell) Q_EMIT selectionChanged(selected());
}

// Above the nodes there must be room for what leads back.
double DagView::top() const { return layout_.hasCycle() ? kRowPitch : kGapM; }

QRectF DagView::cell(int column, int row) const {
  const double spare = layout_.rows() - layout_.rowsOf[static_cast<std::size_t>(column)];
  return {kGapM + column * kColumnPitch, top() + (row + spare / 2) * kRowPitch, kNodeWidth, kNodeHeight};
}

QRectF DagView::box(int node) const {
  const auto i = static_cast<std::size_t>(node);
  return cell(layout_.column[i], layout_.row[i]);
}

QSizeF DagView::graphSize() const {
  if (nodes_.isEmpty()) return {};
  const auto columns = static_cast<double>(layout_.columns.size());
  return {2 * kGapM + (columns - 1) * kColumnPitch + kNodeWidth,
          kGapM + top() + (layout_.rows() - 1) * kRowPitch + kNodeHeight};
}

QPointF DagView::origin() const {
  const QSizeF size = graphSize() * zoom_;
  return {std::max(0.0, (viewport()->width() - size.width()) / 2) - horizontalScrollBar()->value(),
          std::max(0.0, (viewport()->height() - size.height()) / 2) - verticalScrollBar()->value()};
}

QRect DagView::nodeRect(const QString& id) const {
  for (int i = 0; i < nodes_.size(); ++i) {
    if (nodes_[i].id != id) continue;
    const QRectF b = box(i);
    return QRectF(origin() + b.topLeft() * zoom_, b.size() * zoom_).toAlignedRect();
  }
  return {};
}

int DagView::nodeAt(const QPoint& position) const {
  const QPointF p = (QPointF(position) - origin()) / zoom_;
  for (int i = 0; i < nodes_.size(); ++i) {
    if (box(i).contains(p)) return i;
  }
  return -1;
}

void DagView::setZoom(double zoom) {
  fitted_ = false;
  zoom_ = std::clamp(zoom, kMinZoom, kMaxZoom);
  updateScrollBars();
  viewport()->update();
}

void DagView::fit() {
  const QSizeF size = graphSize();
  zoom_ = 1;
  if (!size.isEmpty()) {
    const double wide = viewport()->width() / size.width();
    const double high = viewport()->height() / size.height();
    zoom_ = std::clamp(std::min(wide, high), kMinFit, 1.0);
  }
  fitted_ = true;
  updateScrollBars();
  viewport()->update();
}

void DagView::updateScrollBars() {
  const QSizeF size = graphSize() * zoom_;
  const auto set = [](QScrollBar* bar, double whole, int room) {
    bar->setPageStep(room);
    bar->setSingleStep(static_cast<int>(kRowPitch / 2));
    bar->setRange(0, std::max(0, static_cast<int>(std::ceil(whole)) - room));
  };
  set(horizontalScrollBar(), size.width(), viewport()->width());
  set(verticalScrollBar(), size.height(), viewport()->height());
}

void DagView::placeTools() {
  tools_->adjustSize();
  tools_->move(width() - tools_->width() - kGapS, kGap);
  tools_->raise();
}

void DagView::resizeEvent(QResizeEvent*) {
  if (fitted_) fit();
  updateScrollBars();
  placeTools();
}

// From node to node through the free places between them. What leads back (in a cycle) goes over the top.
QPainterPath DagView::pathOf(const DagEdge& edge) const {
  const QRectF a = box(edge.from);
  const QRectF b = box(edge.to);
  int column = layout_.column[static_cast<std::size_t>(edge.from)];
  if (layout_.column[static_cast<std::size_t>(edge.to)] <= column) {
    const double spread = edge.from == edge.to ? kNodeWidth / 4 : 0;
    const QPointF start(a.center().x() + spread, a.top());
    const QPointF end(b.center().x() - spread, b.top());
    const double top = std::min(a.top(), b.top()) - kRowPitch * 0.8;
    QPainterPath path(start);
    path.cubicTo(QPointF(start.x(), top), QPointF(end.x(), top), end);
    return path;
  }
  QPainterPath path(QPointF(a.right(), a.center().y()));
  const auto to = [&path](const QPointF& target) {
    const QPointF from = path.currentPosition();
    const double bend = (target.x() - from.x()) / 2;
    path.cubicTo(from + QPointF(bend, 0), target - QPointF(bend, 0), target);
  };
  for (const int row : edge.via) {
    const QRectF free = cell(++column, row);
    to(QPointF(free.left(), free.center().y()));
    path.lineTo(free.right(), free.center().y());
  }
  to(QPointF(b.left(), b.center().y()));
  return path;
}

void DagView::paintEdge(QPainter& painter, const DagEdge& edge) const {
  const bool own = current_ == edge.from || current_ == edge.to;
  QColor color = own ? colorOf(Role::Accent) : tint(colorOf(Role::Muted), 0.6);
  QPen pen(color, own ? 2 : 1.25);
  if (edge.inCycle) {
    color = colorOf(Role::Danger);
    pen = QPen(color, 2, Qt::DashLine);
  }
  const QPainterPath path = pathOf(edge);
  painter.setPen(pen);
  painter.setBrush(Qt::NoBrush);
  painter.drawPath(path);
  const QPointF tip = path.pointAtPercent(1);
  const bool down = layout_.column[static_cast<std::size_t>(edge.to)] <=
                    layout_.column[static_cast<std::size_t>(edge.from)];
  const QPointF back = down ? QPointF(0, kArrow) : QPointF(kArrow, 0);
  const QPointF side = down ? QPointF(kArrow * 0.7, 0) : QPointF(0, kArrow * 0.7);
  painter.setPen(Qt::NoPen);
  painter.setBrush(color);
  painter.drawPolygon(QPolygonF({tip, tip - back - side, tip - back + side}));
}

void DagView::paintNode(QPainter& painter, int node) const {
  const DagNode& n = nodes_[node];
  const QRectF b = box(node);
  const bool bad = !n.problem.isEmpty();
  const bool current = node == current_;
  const QColor border = bad ? colorOf(Role::Danger) : current ? colorOf(Role::Accent) : colorOf(Role::Border);
  painter.setPen(QPen(border, bad || current ? 2 : 1));
  painter.setBrush(current ? tint(colorOf(Role::Accent), isDark() ? 0.22 : 0.10) : colorOf(Role::Surface));
  painter.drawRoundedRect(b, kRadius, kRadius);
  const Role kind = n.kind == DagNode::Kind::Source ? Role::Info
                    : n.kind == DagNode::Kind::Sink ? Role::Ok
                                                    : Role::Accent;
  painter.setPen(Qt::NoPen);
  painter.setBrush(colorOf(kind));
  painter.drawRoundedRect(QRectF(b.left() + 4, b.top() + 6, kMark, b.height() - 12), 2, 2);
  QRectF text = b.adjusted(kMark + kGapM, 4, -kGapS, -4);
  if (bad) {
    paintIcon(painter, QRectF(b.right() - kIcon - 6, b.top() + 5, kIcon, kIcon), QStringLiteral("danger"),
              colorOf(Role::Danger));
    text.setRight(text.right() - kIcon);
  }
  painter.setFont(fontOf(Type::BodyStrong));
  painter.setPen(colorOf(Role::Text));
  const int width = static_cast<int>(text.width());
  const double titleHeight = n.detail.isEmpty() ? text.height() : 18;
  painter.drawText(QRectF(text.left(), text.top(), text.width(), titleHeight), Qt::AlignVCenter,
                   painter.fontMetrics().elidedText(n.title, Qt::ElideRight, width));
  painter.setFont(fontOf(Type::Caption));
  painter.setPen(colorOf(Role::Muted));
  painter.drawText(QRectF(text.left(), text.top() + 18, text.width(), 16), Qt::AlignVCenter,
                   painter.fontMetrics().elidedText(n.detail, Qt::ElideRight, width));
}

void DagView::paintEvent(QPaintEvent*) {
  QPainter painter(viewport());
  painter.setRenderHint(QPainter::Antialiasing);
  if (nodes_.isEmpty()) {
    painter.setPen(colorOf(Role::Muted));
    painter.drawText(viewport()->rect(), Qt::AlignCenter, emptyText_);
    return;
  }
  painter.translate(origin());
  painter.scale(zoom_, zoom_);
  for (const DagEdge& edge : layout_.edges) paintEdge(painter, edge);
  for (int i = 0; i < nodes_.size(); ++i) paintNode(painter, i);
  if (hasFocus()) {
    painter.resetTransform();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colorOf(Role::Accent), 1));
    painter.drawRoundedRect(QRectF(viewport()->rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
  }
}

void DagView::moveSelection(int key) {
  if (nodes_.isEmpty()) return;
  if (current_ < 0) {
    setCurrent(layout_.columns.front().front(), true);
    return;
  }
  const auto i = static_cast<std::size_t>(current_);
  const std::vector<int>& column = layout_.columns[static_cast<std::size_t>(layout_.column[i])];
  const auto place = std::find(column.begin(), column.end(), current_);
  int next = current_;
  if (key == Qt::Key_Up && place != column.begin()) next = *std::prev(place);
  if (key == Qt::Key_Down && std::next(place) != column.end()) next = *std::next(place);
  // Along a line, to the neighbour that is the nearest.
  double nearest = 0;
  for (const DagEdge& edge : layout_.edges) {
    const int other = key == Qt::Key_Right && edge.from == current_ ? edge.to
                      : key == Qt::Key_Left && edge.to == current_  ? edge.from
                                                                    : -1;
    if (other < 0 || other == current_) continue;
    const QPointF way = box(other).center() - box(current_).center();
    const double distance = 10 * std::abs(way.x()) + std::abs(way.y());  // the next column comes first
    if (next != current_ && distance >= nearest) continue;
    next = other;
    nearest = distance;
  }
  if (key == Qt::Key_Home) next = layout_.columns.front().front();
  if (key == Qt::Key_End) next = layout_.columns.back().front();
  setCurrent(next, true);
}

void DagView::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End: moveSelection(event->key()); return;
    case Qt::Key_Plus:
    case Qt::Key_Equal: setZoom(zoom_ * kZoomStep); return;
    case Qt::Key_Minus: setZoom(zoom_ / kZoomStep); return;
    case Qt::Key_0: fit(); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (current_ >= 0) {
        Q_EMIT activated(selected());
        return;
      }
      break;
    default: break;
  }
  QAbstractScrollArea::keyPressEvent(event);
}

void DagView::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) setCurrent(nodeAt(event->pos()), true);
}

void DagView::mouseDoubleClickEvent(QMouseEvent* event) {
  if (const int node = nodeAt(event->pos()); node >= 0) Q_EMIT activated(nodes_[node].id);
}

void DagView::wheelEvent(QWheelEvent* event) {
  if (event->modifiers() & Qt::ControlModifier) {
    setZoom(zoom_ * std::pow(kZoomStep, event->angleDelta().y() / 120.0));
    event->accept();
    return;
  }
  QAbstractScrollArea::wheelEvent(event);
}

void DagView::focusInEvent(QFocusEvent* event) {
  viewport()->update();
  QAbstractScrollArea::focusInEvent(event);
}

void DagView::focusOutEvent(QFocusEvent* event) {
  viewport()->update();
  QAbstractScrollArea::focusOutEvent(event);
}

bool DagView::viewportEvent(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    const int node = nodeAt(help->pos());
    if (node < 0) {
      QToolTip::hideText();
    } else {
      const DagNode& n = nodes_[node];
      QStringList lines{n.title};
      if (!n.detail.isEmpty()) lines.append(n.detail);
      if (!n.problem.isEmpty()) lines.append(n.problem);
      QToolTip::showText(help->globalPos(), lines.join(QLatin1Char('\n')), this);
    }
    return true;
  }
  return QAbstractScrollArea::viewportEvent(event);
}

}  // namespace aerie::widgets
