#include "app/models/training_task_model.h"

#include <QLocale>
#include <algorithm>

#include "app/models/id_table_model.h"
#include "app/models/text.h"
#include "app/models/training_words.h"

namespace aerie::models {

using rpc::TaskState;
using rpc::TrainingTask;

TrainingTaskModel::TrainingTaskModel(std::function<qint64()> now, QObject* parent)
    : QAbstractTableModel(parent), now_(std::move(now)) {}

void TrainingTaskModel::clear() {
  early_.clear();
  if (tasks_.empty()) return;
  beginRemoveRows({}, 0, static_cast<int>(tasks_.size()) - 1);
  tasks_.clear();
  rows_.clear();
  endRemoveRows();
}

void TrainingTaskModel::merge(const QList<TrainingTask>& tasks) {
  std::vector<int> touched;
  for (const TrainingTask& task : tasks) {
    if (task.number >= tasks_.size()) {
      early_.insert(task.number, task);
      continue;
    }
    TrainingTask& row = tasks_[task.number];
    if (row == task) continue;
    row = task;
    touched.push_back(static_cast<int>(task.number));
  }
  std::sort(touched.begin(), touched.end());
  for (std::size_t i = 0; i < touched.size();) {
    std::size_t end = i + 1;
    while (end < touched.size() && touched[end] <= touched[end - 1] + 1) ++end;
    Q_EMIT dataChanged(index(touched[i], 0), index(touched[end - 1], ColumnCount - 1));
    i = end;
  }
  int added = 0;
  while (early_.contains(static_cast<quint32>(tasks_.size()) + static_cast<quint32>(added))) ++added;
  if (added == 0) return;
  const int first = static_cast<int>(tasks_.size());
  beginInsertRows({}, first, first + added - 1);
  tasks_.reserve(tasks_.size() + static_cast<std::size_t>(added));
  for (int row = first; row < first + added; ++row) {
    tasks_.push_back(early_.take(static_cast<quint32>(row)));
    rows_.insert(tasks_.back().id, row);
  }
  endInsertRows();
}

void TrainingTaskModel::tick() {
  for (std::size_t i = 0; i < tasks_.size();) {
    std::size_t end = i;
    while (end < tasks_.size() && tasks_[end].state == TaskState::Running) ++end;
    if (end > i)
      Q_EMIT dataChanged(index(static_cast<int>(i), Took), index(static_cast<int>(end) - 1, Took),
                         {Qt::DisplayRole});
    i = end + 1;
  }
}

const TrainingTask* TrainingTaskModel::find(const QString& id) const {
  const auto it = rows_.constFind(id);
  return it == rows_.constEnd() ? nullptr : &tasks_[static_cast<std::size_t>(*it)];
}

int TrainingTaskModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(tasks_.size());
}

int TrainingTaskModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QVariant TrainingTaskModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) return {};
  if (role == Qt::TextAlignmentRole) {
    const bool number =
        section == Took || section == Attempts || section == Cpu || section == Memory || section == LastTook;
    return int(Qt::AlignVCenter) | int(number ? Qt::AlignRight : Qt::AlignLeft);
  }
  if (role != Qt::DisplayRole) return {};
  switch (section) {
    case Task: return tr("Task");
    case State: return tr("State");
    case Took: return tr("Took");
    case Host: return tr("Host");
    case Attempts: return tr("Attempts");
    case Cpu: return tr("CPUs used");
    case Memory: return tr("Memory peak");
    case LastTook: return tr("Last run");
    default: return tr("Message");
  }
}

qint64 TrainingTaskModel::tookOf(const TrainingTask& task) const {
  if (task.startedMs <= 0) return 0;
  if (task.state == TaskState::Running) return std::max<qint64>(0, now_() - task.startedMs);
  return task.endedMs > 0 ? task.endedMs - task.startedMs : 0;
}

QString TrainingTaskModel::textOf(const TrainingTask& task, int column) const {
  switch (column) {
    case Task: return task.id;
    case State: return wordOf(task.state);
    case Took: {
      const qint64 took = tookOf(task);
      return took > 0 ? (took < 10'000 ? millisText(static_cast<double>(took)) : durationText(took))
                      : QString();
    }
    case Host: return shortHost(task.host, cluster_);
    case Attempts: return task.attempts == 0 ? QString() : QLocale().toString(task.attempts);
    case Cpu:
      if (task.cpuUsedMillis == 0) return {};
      //: cores that were used of those that were asked for
      return tr("%1 of %2")
          .arg(QLocale().toString(task.cpuUsedMillis / 1000.0, 'f', 2),
               QLocale().toString(task.cpuMillis / 1000.0, 'g', 3));
    case Memory: return task.memoryPeakBytes == 0 ? QString() : sizeText(task.memoryPeakBytes);
    case LastTook: return task.lastDurationMs == 0 ? QString() : durationText(task.lastDurationMs);
    default:
      return task.state == TaskState::Pending && task.message.isEmpty() ? task.pendingText : task.message;
  }
}

QVariant TrainingTaskModel::sortKeyOf(const TrainingTask& task, int column) const {
  switch (column) {
    case Task: return task.number;
    case State: return static_cast<int>(task.state);
    case Took: return tookOf(task);
    case Attempts: return task.attempts;
    case Cpu: return task.cpuUsedMillis;
    case Memory: return task.memoryPeakBytes;
    case LastTook: return task.lastDurationMs;
    default: return textOf(task, column);
  }
}

QVariant TrainingTaskModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const TrainingTask& task = tasks_[static_cast<std::size_t>(index.row())];
  const int column = index.column();
  switch (role) {
    case Qt::DisplayRole: return textOf(task, column);
    case SortRole: return sortKeyOf(task, column);
    case FilterRole: return column == Task ? QVariant(task.id) : QVariant();
    case ToneRole: return column == State ? QVariant(static_cast<int>(toneOf(task.state))) : QVariant();
    case KeyRole: return task.id;
    case MonoRole: return column == Task;
    case Qt::ToolTipRole:
      if (column == State && task.state == TaskState::Pending) return task.pendingText;
      return column == Message ? QVariant(textOf(task, column)) : QVariant();
    case Qt::AccessibleTextRole:
      return QString(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString() + QLatin1String(": ") +
                     textOf(task, column));
    case Qt::TextAlignmentRole: return headerData(column, Qt::Horizontal, role);
    default: return {};
  }
}

TrainingTaskFilter::TrainingTaskFilter(TrainingTaskModel& tasks, QObject* parent)
    : QSortFilterProxyModel(parent), tasks_(tasks) {
  setSourceModel(&tasks);
}

void TrainingTaskFilter::setState(rpc::TaskState state) {
  if (state == state_) return;
  state_ = state;
  invalidateFilter();
}

bool TrainingTaskFilter::filterAcceptsRow(int row, const QModelIndex&) const {
  return state_ == TaskState::Unknown || tasks_.tasks()[static_cast<std::size_t>(row)].state == state_;
}

}  // namespace aerie::models
