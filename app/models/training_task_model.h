// The tasks of one job as a table, in the order of their numbers. Updates touch the rows that they name and
// no others, so that 100,000 tasks cost what changes. Never reset but for another job. GUI thread.
#pragma once

#include <QAbstractTableModel>
#include <QHash>
#include <QSortFilterProxyModel>
#include <functional>
#include <vector>

#include "app/rpc/training_types.h"

namespace aerie::models {

class TrainingTaskModel final : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { Task, State, Took, Host, Attempts, Cpu, Memory, LastTook, Message, ColumnCount };

  // `now` is asked for the time that a running task has taken so far.
  explicit TrainingTaskModel(std::function<qint64()> now, QObject* parent = nullptr);

  // Another job: no rows until its tasks come.
  void clear();
  // Whose hosts run them: their names are shown without it.
  void setCluster(const QString& name) { cluster_ = name; }
  // Tasks by their numbers, in any order; of several with one number the last one counts. Numbers that leave
  // a gap wait until it is filled.
  void merge(const QList<rpc::TrainingTask>& tasks);
  // The time of running tasks has gone on.
  void tick();

  const std::vector<rpc::TrainingTask>& tasks() const { return tasks_; }
  const rpc::TrainingTask* find(const QString& id) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  // Roles of id_table_model.h; only the id is searched.
  QVariant data(const QModelIndex& index, int role) const override;

 private:
  QString textOf(const rpc::TrainingTask& task, int column) const;
  QVariant sortKeyOf(const rpc::TrainingTask& task, int column) const;
  qint64 tookOf(const rpc::TrainingTask& task) const;

  const std::function<qint64()> now_;
  QString cluster_;
  std::vector<rpc::TrainingTask> tasks_;
  QHash<quint32, rpc::TrainingTask> early_;  // beyond a gap
  QHash<QString, int> rows_;                 // by id
};

// The tasks in one state, or all.
class TrainingTaskFilter final : public QSortFilterProxyModel {
  Q_OBJECT
 public:
  TrainingTaskFilter(TrainingTaskModel& tasks, QObject* parent = nullptr);
  // Unknown = all.
  void setState(rpc::TaskState state);
  rpc::TaskState state() const { return state_; }

 protected:
  bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

 private:
  const TrainingTaskModel& tasks_;
  rpc::TaskState state_ = rpc::TaskState::Unknown;
};

}  // namespace aerie::models
