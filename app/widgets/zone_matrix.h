// The tasks of a job, one cell each, without a card: colour and sign say the state, a filling the progress.
// Where tasks have two dimensions the cells stand in rows and columns, in as many blocks beside each other as
// fit; otherwise they wrap. Above: states as toggles with their counts, and a filter; below: the sentence of
// one cell. Updates repaint only the cells that changed. GUI thread.
//
// Keys in the cells: arrows move, with Ctrl to the next failed one; Page Up and Down, Home and End; Enter
// tells activated.
#pragma once

#include <QList>
#include <QSet>
#include <QWidget>

#include "app/models/task_cells.h"

class QLineEdit;
class QStackedLayout;
class QToolButton;

namespace aerie::widgets {

class CellGrid;
class ElidedLabel;
class EmptyState;

class ZoneMatrix final : public QWidget {
  Q_OBJECT
 public:
  // `id` is its object name, and the beginning of those of its parts.
  explicit ZoneMatrix(const QString& id, QWidget* parent = nullptr);

  // Names of the two dimensions ("Origin", "Month"); empty for a grid.
  void setDimensions(const QString& rows, const QString& columns);
  // By task id: the cursor and the selection stay with their task.
  void setCells(const QList<models::TaskCell>& cells);
  const QList<models::TaskCell>& cells() const { return cells_; }
  // Until it is false, no cells mean that they are loading.
  void setLoading(bool loading);
  void setEmptyText(const QString& headline, const QString& sentence);
  // Cells that do not match are dimmed. All words must be found in title, row, column or state.
  void setFilter(const QString& text);
  void setHiddenStates(const QSet<models::CellState>& states);
  int matching() const { return matching_; }  // cells that are not dimmed

  QString current() const;  // under the pointer, else of the cursor; empty = none
  QString selected() const;
  void setSelected(const QString& id);
  // "JFK, 2001-03: failed, attempt 3 on host-2, exited with 2"
  QString describe(const QString& id) const;
  CellGrid* grid() const { return grid_; }
  void focusSearch();

 Q_SIGNALS:
  void currentChanged(const QString& id);
  void selectedChanged(const QString& id);
  void activated(const QString& id);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void applyFilter();
  void showState();
  QWidget* buildLegend();
  void showIcons();  // of the theme
  void showLegend();
  void showSentence();

  QList<models::TaskCell> cells_;
  QSet<models::CellState> hidden_;
  int matching_ = 0;
  bool loading_ = true;
  QString emptyHeadline_;
  QString emptySentence_;
  QLineEdit* search_;
  ElidedLabel* sentence_;
  QList<QToolButton*> toggles_;  // as CellState
  QWidget* content_;
  QStackedLayout* stack_;
  CellGrid* grid_;
  EmptyState* empty_;
};

}  // namespace aerie::widgets
