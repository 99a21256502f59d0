// The tasks of a job as cells of a matrix or a grid: where each stands and how it is going. Plain values and
// pure functions; GUI thread for the words.
#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>
#include <array>

#include "app/models/id_table_model.h"

namespace aerie::models {

enum class CellState { Pending, BackOff, Running, Succeeded, Failed, Cancelled };
inline constexpr int kCellStates = 6;
Tone toneOf(CellState state);
QString textOf(CellState state);  // translated: "Waits for a retry"

struct TaskCell {
  QString id;          // of the task
  QString title = {};  // for people; empty = the id
  QString row = {};    // its value in each of the two dimensions; both empty = it stands in a plain grid
  QString column = {};
  CellState state = CellState::Pending;
  double progress = -1;  // of its expected duration while it runs, 0 to 1; negative = not known
  QString detail = {};   // more of the sentence about it: "attempt 2 on host-3, 12 s"
  bool operator==(const TaskCell&) const = default;
};

// Counts by state, as CellState.
using CellCounts = std::array<int, kCellStates>;
CellCounts countsOf(const QList<TaskCell>& cells);

// Cells in rows and columns. A cell whose place is taken, or has none, makes the whole a plain grid.
struct CellTable {
  QStringList rows;  // natural order: 2 before 10
  QStringList columns;
  std::vector<int> at;  // row * columns + column: index of the cell, or -1
};
// Empty columns = the cells form no table.
CellTable tableOf(const QList<TaskCell>& cells);

}  // namespace aerie::models
