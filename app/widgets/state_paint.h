// How the states of tasks and the ends of attempts look, everywhere: a colour and a sign each, so that they
// read without colour as well. GUI thread.
#pragma once

#include <QColor>
#include <QRectF>

#include "app/models/task_cells.h"
#include "app/models/timeline.h"

class QPainter;

namespace aerie::widgets {

// The one of the theme's text and ground colours that is easier to read on `ground`.
QColor textOn(const QColor& ground);
QColor fillOf(models::BarOutcome outcome);
// A bar with the sign of its outcome where it is wide enough for one.
void paintBar(QPainter& painter, const QRectF& rect, models::BarOutcome outcome);
// hollow: pending; with a dot: waits for a retry; filled from below: running; full with a tick: succeeded;
// full with a cross: failed; struck through: cancelled. `progress` negative = not known.
void paintCell(QPainter& painter, const QRectF& rect, models::CellState state, double progress);

}  // namespace aerie::widgets
