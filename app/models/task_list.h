// Long actions in progress and their results, newest first. A result stays until somebody has seen it. GUI
// thread.
#pragma once

#include <QObject>
#include <QString>
#include <functional>
#include <vector>

namespace aerie::models {

struct Task {
  enum class State { Running, Done, Failed, Cancelled };
  int id = 0;
  QString title;
  State state = State::Running;
  qint64 done = 0;
  qint64 total = 0;  // 0: not known
  QString result;    // a sentence, when it is over
  std::function<void()> cancel;
};

class TaskList final : public QObject {
  Q_OBJECT
 public:
  using QObject::QObject;
  // `cancel` may be empty.
  int begin(const QString& title, std::function<void()> cancel);
  void progress(int id, qint64 done, qint64 total);
  void end(int id, Task::State state, const QString& result);
  void cancel(int id);
  // Forgets the tasks that are over.
  void clearFinished();

  const std::vector<Task>& tasks() const { return tasks_; }
  int running() const;

 Q_SIGNALS:
  void changed();
  void finished(const QString& title, const QString& result, bool ok);

 private:
  Task* find(int id);
  std::vector<Task> tasks_;
  int lastId_ = 0;
};

}  // namespace aerie::models
