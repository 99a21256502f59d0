#include "app/models/task_cells.h"

#include <QCoreApplication>
#include <QHash>
#include <algorithm>

#include "app/models/natural_order.h"

namespace aerie::models {
namespace {

// Where each value stands: in natural order, without repetition.
QHash<QString, int> placesOf(const QList<TaskCell>& cells, QString TaskCell::*value, QStringList& order) {
  QHash<QString, int> places;
  for (const TaskCell& cell : cells) places.insert(cell.*value, 0);
  order = places.keys();
  std::sort(order.begin(), order.end(), [](const QString& a, const QString& b) { return naturalLess(a, b); });
  for (qsizetype i = 0; i < order.size(); ++i) places[order[i]] = static_cast<int>(i);
  return places;
}

}  // namespace

Tone toneOf(CellState state) {
  switch (state) {
    case CellState::Pending: return Tone::Muted;
    case CellState::BackOff: return Tone::Warning;
    case CellState::Running: return Tone::Info;
    case CellState::Succeeded: return Tone::Ok;
    case CellState::Failed: return Tone::Danger;
    case CellState::Cancelled: break;
  }
  return Tone::Muted;
}

QString textOf(CellState state) {
  const auto translated = [](const char* text) { return QCoreApplication::translate("tasks", text); };
  switch (state) {
    case CellState::Pending: return translated("Waiting");
    case CellState::BackOff: return translated("Waits for a retry");
    case CellState::Running: return translated("Running");
    case CellState::Succeeded: return translated("Succeeded");
    case CellState::Failed: return translated("Failed");
    case CellState::Cancelled: break;
  }
  return translated("Cancelled");
}

CellCounts countsOf(const QList<TaskCell>& cells) {
  CellCounts out{};
  for (const TaskCell& cell : cells) ++out[static_cast<std::size_t>(cell.state)];
  return out;
}

CellTable tableOf(const QList<TaskCell>& cells) {
  CellTable out;
  for (const TaskCell& cell : cells) {
    if (cell.row.isEmpty() || cell.column.isEmpty()) return {};
  }
  if (cells.isEmpty()) return {};
  const QHash<QString, int> rows = placesOf(cells, &TaskCell::row, out.rows);
  const QHash<QString, int> columns = placesOf(cells, &TaskCell::column, out.columns);
  // A table that is mostly holes says less than a grid, and could be as large as the square of the tasks.
  constexpr qsizetype kMostHoles = 8;
  if (out.rows.size() * out.columns.size() > kMostHoles * cells.size()) return {};
  out.at.assign(static_cast<std::size_t>(out.rows.size() * out.columns.size()), -1);
  for (qsizetype i = 0; i < cells.size(); ++i) {
    const auto at =
        static_cast<std::size_t>(rows[cells[i].row] * out.columns.size() + columns[cells[i].column]);
    if (out.at[at] >= 0) return {};
    out.at[at] = static_cast<int>(i);
  }
  return out;
}

}  // namespace aerie::models
