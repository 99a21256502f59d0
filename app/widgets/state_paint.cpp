#include "app/widgets/state_paint.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/widgets/tokens.h"

namespace aerie::widgets {

using models::BarOutcome;
using models::CellState;

namespace {

constexpr double kSolid = 0.78;      // of a state's colour over the surface
constexpr double kPatternWidth = 6;  // narrower bars have no room for a sign
constexpr double kTickSide = 13;     // smaller cells are full or hollow only
constexpr double kRoundSide = 12;

// Relative luminance, as WCAG 2 defines it.
double luminance(const QColor& color) {
  const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
  return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor& a, const QColor& b) {
  const double x = luminance(a);
  const double y = luminance(b);
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

void paintTick(QPainter& painter, const QRectF& r) {
  const auto at = [&](double x, double y) { return QPointF(r.x() + x * r.width(), r.y() + y * r.height()); };
  painter.drawPolyline(QPolygonF({at(0.26, 0.54), at(0.43, 0.71), at(0.75, 0.32)}));
}

void paintCross(QPainter& painter, const QRectF& r) {
  const double m = r.width() * 0.27;
  const QRectF box = r.adjusted(m, m, -m, -m);
  painter.drawLine(box.topLeft(), box.bottomRight());
  painter.drawLine(box.bottomLeft(), box.topRight());
}

void paintProgress(QPainter& painter, const QRectF& rect, double progress, const QColor& color) {
  if (progress < 0) {
    painter.fillRect(rect, QBrush(color, Qt::BDiagPattern));
    return;
  }
  const double height = rect.height() * std::clamp(progress, 0.08, 1.0);  // a start is seen
  painter.fillRect(QRectF(rect.left(), rect.bottom() - height, rect.width(), height), tint(color, kSolid));
}

}  // namespace

QColor textOn(const QColor& ground) {
  const QColor text = colorOf(Role::Text);
  const QColor surface = colorOf(Role::Surface);
  return contrast(text, ground) >= contrast(surface, ground) ? text : surface;
}

BarLook::BarLook() {
  static constexpr std::array<Qt::BrushStyle, models::kBarOutcomes> kSigns{
      Qt::NoBrush,    Qt::BDiagPattern,  Qt::FDiagPattern,    Qt::VerPattern,
      Qt::HorPattern, Qt::Dense5Pattern, Qt::DiagCrossPattern};
  runs_ = colorOf(models::Tone::Info);
  runsGround_ = tint(runs_, 0.30);
  for (int i = 0; i < models::kBarOutcomes; ++i) {
    const auto outcome = static_cast<BarOutcome>(i);
    const auto at = static_cast<std::size_t>(i);
    Look& look = looks_[at];
    look.fill = tint(colorOf(models::toneOf(outcome)), kSolid);
    look.text = textOn(look.fill);
    QColor sign = look.text;
    sign.setAlphaF(0.55F);
    look.sign = QBrush(sign, kSigns[at]);
  }
  Look& running = looks_[static_cast<std::size_t>(BarOutcome::Running)];
  running.text = textOn(colorOf(Role::Surface));
  running.sign = QBrush(runs_, Qt::BDiagPattern);
}

bool BarLook::hasSign(double width) { return width >= kPatternWidth; }

void BarLook::paint(QPainter& painter, const QRectF& rect, BarOutcome outcome) const {
  const bool open = hasSign(rect.width()) && outcome == BarOutcome::Running;
  painter.fillRect(rect, open ? runsGround_ : fillOf(outcome));
  if (!hasSign(rect.width()) || outcome == BarOutcome::Succeeded) return;
  painter.fillRect(rect, look(outcome).sign);
  if (open) painter.fillRect(QRectF(rect.left(), rect.top(), 2, rect.height()), runs_);
}

void paintCell(QPainter& painter, const QRectF& rect, CellState state, double progress) {
  const QColor color = colorOf(models::toneOf(state));
  const double round = rect.width() >= kRoundSide ? 2 : 0;
  const QRectF inner = rect.adjusted(0.5, 0.5, -0.5, -0.5);
  const auto box = [&](const QColor& border, const QBrush& fill) {
    painter.setPen(QPen(border, 1));
    painter.setBrush(fill);
    painter.drawRoundedRect(inner, round, round);
  };
  painter.save();
  const double stroke = std::clamp(rect.width() / 9, 1.1, 2.2);
  switch (state) {
    case CellState::Pending: box(tint(color, 0.55), colorOf(Role::Surface)); break;
    case CellState::BackOff: {
      box(color, colorOf(Role::Surface));
      painter.setPen(Qt::NoPen);
      painter.setBrush(color);
      const double radius = std::max(1.2, rect.width() * 0.2);
      painter.drawEllipse(rect.center(), radius, radius);
      break;
    }
    case CellState::Running:
      box(color, colorOf(Role::Surface));
      paintProgress(painter, inner.adjusted(0.5, 0.5, -0.5, -0.5), progress, color);
      break;
    case CellState::Succeeded:
    case CellState::Failed: {
      const QColor fill = tint(color, kSolid);
      box(fill, fill);
      painter.setPen(QPen(textOn(fill), stroke, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
      painter.setBrush(Qt::NoBrush);
      if (state == CellState::Failed) {
        paintCross(painter, rect);
      } else if (rect.width() >= kTickSide) {
        paintTick(painter, rect);
      }
      break;
    }
    case CellState::Cancelled:
      box(tint(color, 0.55), tint(color, 0.22));
      painter.setPen(QPen(color, stroke));
      painter.drawLine(inner.bottomLeft(), inner.topRight());
      break;
  }
  painter.restore();
}

}  // namespace aerie::widgets
