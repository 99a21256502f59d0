// The tasks of the chosen job as a table, and the chosen one in depth: facts, cancel, retry, its log by
// attempt, or the log of the job. GUI thread.
#pragma once

#include <QList>
#include <QWidget>
#include <utility>

class QAction;
class QComboBox;
class QLabel;

namespace aerie::models {
class TrainingTaskFilter;
}
namespace aerie::presenters {
class TrainingJobPresenter;
}
namespace aerie::widgets {
class FilterTable;
class LogView;
class StatusChip;
}  // namespace aerie::widgets

namespace aerie::pages {

class TrainingTasksView final : public QWidget {
  Q_OBJECT
 public:
  // The actions on the chosen task get their buttons here.
  TrainingTasksView(presenters::TrainingJobPresenter& job, QAction* cancelTask, QAction* retryTask,
                    QWidget* parent);
  void focusSearch();

 private:
  QWidget* buildTable();
  QWidget* buildDetails(QAction* cancelTask, QAction* retryTask);
  void refreshTasks();
  void refreshTask();
  void showSources();

  presenters::TrainingJobPresenter& job_;
  models::TrainingTaskFilter* filter_;
  QComboBox* state_;
  widgets::FilterTable* table_;
  QLabel* name_;
  widgets::StatusChip* chip_;
  QLabel* facts_;
  QLabel* why_;
  QComboBox* source_;  // whose log: attempts of the task, or the job
  widgets::LogView* log_;
  QList<std::pair<QString, int>> sources_;  // as in source_
};

}  // namespace aerie::pages
