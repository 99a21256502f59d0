// All tasks of a window as a list that drops up from the status line: progress, Cancel, results; finished
// ones can be cleared. Follows the list while open. GUI thread; the list must outlive it.
#pragma once

#include <QFrame>
#include <QHash>

class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace aerie::models {
struct Task;
class TaskList;
}  // namespace aerie::models

namespace aerie::widgets {

class TaskPanel final : public QFrame {
  Q_OBJECT
 public:
  TaskPanel(models::TaskList& tasks, QWidget* parent);
  // Above `anchor`, left edges in line.
  void openAt(const QWidget* anchor);

 private:
  void refresh();
  void rebuild();
  QWidget* newRow(const models::Task& task);

  models::TaskList& tasks_;
  QVBoxLayout* rows_;
  QPushButton* clear_;
  QString shape_;  // ids and states that the rows were made for
  QHash<int, QProgressBar*> bars_;
};

}  // namespace aerie::widgets
