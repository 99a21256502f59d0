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

QColor fillOf(BarOutcome outcome) { return tint(colorOf(models::toneOf(outcome)), kSolid); }

void paintBar(QPainter& painter, const QRectF& rect, BarOutcome outcome) {
  const QColor fill = fillOf(outcome);
  painter.fillRect(rect, fill);
  if (rect.width() < kPatternWidth || outcome == BarOutcome::Succeeded) return;
  const QColor sign = textOn(fill);
  const auto pattern = [&](Qt::BrushStyle style) {
    QColor faint = sign;
    faint.setAlphaF(0.55F);
    painter.fillRect(rect, QBrush(faint, style));
  };
  switch (outcome) {
    case BarOutcome::Running: {
      // Open to the right: it goes on.
      painter.fillRect(rect, tint(colorOf(models::Tone::Info), 0.30));
      painter.fillRect(rect, QBrush(colorOf(models::Tone::Info), Qt::BDiagPattern));
      painter.fillRect(QRectF(rect.left(), rect.top(), 2, rect.height()), colorOf(models::Tone::Info));
      break;
    }
    case BarOutcome::Cancelled: pattern(Qt::FDiagPattern); break;
    case BarOutcome::Lost: pattern(Qt::VerPattern); break;
    case BarOutcome::TimedOut: pattern(Qt::HorPattern); break;
    case BarOutcome::OutOfMemory: pattern(Qt::Dense5Pattern); break;
    case BarOutcome::Failed: pattern(Qt::DiagCrossPattern); break;
    case BarOutcome::Succeeded: break;
  }
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
