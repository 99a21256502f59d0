// The running tasks in the status line: the newest with its progress and Cancel, all of them on click. GUI
// thread.
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace aerie::models {
class TaskList;
}

namespace aerie::widgets {

class TaskStrip final : public QWidget {
  Q_OBJECT
 public:
  explicit TaskStrip(models::TaskList& tasks, QWidget* parent = nullptr);

  void showAll();

 private:
  void refresh();

  models::TaskList& tasks_;
  QPushButton* all_;
  QLabel* title_;
  QProgressBar* bar_;
  QPushButton* cancel_;
  int shown_ = 0;
};

}  // namespace aerie::widgets
