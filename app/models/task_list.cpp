#include "app/models/task_list.h"

#include <algorithm>
#include <utility>

namespace aerie::models {
namespace {
constexpr std::size_t kMaxTasks = 50;
}

int TaskList::begin(const QString& title, std::function<void()> cancel) {
  Task task;
  task.id = ++lastId_;
  task.title = title;
  task.cancel = std::move(cancel);
  tasks_.insert(tasks_.begin(), std::move(task));
  while (tasks_.size() > kMaxTasks && tasks_.back().state != Task::State::Running) tasks_.pop_back();
  Q_EMIT changed();
  return lastId_;
}

Task* TaskList::find(int id) {
  const auto it = std::find_if(tasks_.begin(), tasks_.end(), [id](const Task& t) { return t.id == id; });
  return it == tasks_.end() ? nullptr : &*it;
}

void TaskList::progress(int id, qint64 done, qint64 total) {
  Task* task = find(id);
  if (!task || task->state != Task::State::Running) return;
  task->done = done;
  task->total = total;
  Q_EMIT changed();
}

void TaskList::end(int id, Task::State state, const QString& result) {
  Task* task = find(id);
  if (!task || task->state != Task::State::Running) return;
  task->state = state;
  task->result = result;
  task->cancel = nullptr;
  const QString title = task->title;
  Q_EMIT changed();
  if (state != Task::State::Cancelled) Q_EMIT finished(title, result, state == Task::State::Done);
}

void TaskList::cancel(int id) {
  if (Task* task = find(id); task && task->cancel) {
    const auto cancel = task->cancel;  // it may end the task, and with it this function object
    cancel();
  }
}

void TaskList::clearFinished() {
  std::erase_if(tasks_, [](const Task& t) { return t.state != Task::State::Running; });
  Q_EMIT changed();
}

int TaskList::running() const {
  return static_cast<int>(std::count_if(tasks_.begin(), tasks_.end(),
                                        [](const Task& t) { return t.state == Task::State::Running; }));
}

}  // namespace aerie::models
