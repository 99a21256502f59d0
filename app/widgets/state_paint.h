// How the states of tasks and the ends of attempts look, everywhere: a colour and a sign each, so that they
// read without colour as well. GUI thread.
#pragma once

#include <QBrush>
#include <QColor>
#include <QRectF>
#include <array>

#include "app/models/task_cells.h"
#include "app/models/timeline.h"

class QPainter;

namespace aerie::widgets {

// The one of the theme's text and ground colours that is easier to read on `ground`.
QColor textOn(const QColor& ground);

// The bars of a timeline in the theme of this moment: made once for a picture of many.
class BarLook final {
 public:
  BarLook();
  // With the sign of its outcome where it is wide enough for one.
  void paint(QPainter& painter, const QRectF& rect, models::BarOutcome outcome) const;
  static bool hasSign(double width);
  // Of a bar without a sign.
  const QColor& fillOf(models::BarOutcome outcome) const { return look(outcome).fill; }
  // Of words on a bar.
  const QColor& textOf(models::BarOutcome outcome) const { return look(outcome).text; }

 private:
  struct Look {
    QColor fill;
    QColor text;
    QBrush sign = Qt::NoBrush;
  };
  const Look& look(models::BarOutcome outcome) const { return looks_[static_cast<std::size_t>(outcome)]; }

  std::array<Look, models::kBarOutcomes> looks_;
  QColor runs_;        // what runs is open to the right: this edge...
  QColor runsGround_;  // ...and this ground
};

// hollow: pending; with a dot: waits for a retry; filled from below: running; full with a tick: succeeded;
// full with a cross: failed; struck through: cancelled. `progress` negative = not known.
void paintCell(QPainter& painter, const QRectF& rect, models::CellState state, double progress);

}  // namespace aerie::widgets
