// The chosen job in depth: its tasks as a table and as cells, its headline numbers, and the log of one of
// them. The watch of its tasks is open only while the page is seen. No widgets; GUI thread.
#pragma once

#include <QObject>
#include <QSet>
#include <QTimer>

#include "app/models/log_buffer.h"
#include "app/models/task_cells.h"
#include "app/models/time_scale.h"
#include "app/models/training_task_model.h"
#include "app/presenters/training_presenter.h"

namespace aerie::presenters {

class TrainingJobPresenter final : public QObject {
  Q_OBJECT
 public:
  // What a headline tile says.
  struct TileData {
    QString value;
    QString note;
    models::Tone tone = models::Tone::None;
    QString label = {};  // empty = the tile's usual one
    bool operator==(const TileData&) const = default;
  };

  TrainingJobPresenter(rpc::TrainingApi& api, TrainingPresenter& training, QObject* parent = nullptr);
  ~TrainingJobPresenter() override;

  void setShown(bool shown);
  const rpc::TrainingJob* job() const { return training_.job(); }
  // The moment that the job has reached: that of its end, else now; of a job in simulated time the last one
  // that was told.
  qint64 jobNowMs() const;
  // How its moments are told.
  models::TimeScale scale() const;

  // ---- tasks
  models::TrainingTaskModel* tasks() { return &model_; }
  // False until all tasks of the job have come.
  bool tasksComplete() const { return complete_; }
  // Why no tasks come; empty while they do.
  const QString& problem() const { return problem_; }
  const QList<models::TaskCell>& cells() const { return cells_; }
  // Names of the two dimensions that make rows and columns; empty = the cells are a plain grid.
  const QString& rowDimension() const { return rowDimension_; }
  const QString& columnDimension() const { return columnDimension_; }
  const rpc::TrainingTask* task() const { return model_.find(task_); }
  const QString& taskId() const { return task_; }
  void selectTask(const QString& id);
  // What a person reads about a task: values, attempts, host, times, resources, why it waits or failed.
  QStringList factsOf(const rpc::TrainingTask& task) const;
  // Ids of tasks that failed or were cancelled.
  QStringList failedTasks() const;
  // The selected task, when it may be cancelled or tried again; why not, or empty.
  QString whyNotCancelTask() const;
  QString whyNotRetryTask() const;

  // ---- headline
  TileData done() const;
  TileData throughput() const;
  TileData remaining() const;  // ETA, or how long it took
  TileData cost() const;
  // Why tasks wait, most frequent first; ready to be read.
  QStringList pending() const;

  // ---- log: of the selected task, or of the job itself
  models::LogBuffer* lines() { return &lines_; }
  void followLog(bool follow);
  // 0 = the latest.
  void selectAttempt(quint32 attempt);
  quint32 attempt() const { return attempt_; }
  // The log of the job (cluster, environment, publication) instead of the task's.
  void showJobLog(bool show);
  bool jobLog() const { return jobLog_ || task_.isEmpty(); }
  const QString& logState() const { return logState_; }

 Q_SIGNALS:
  void tasksChanged();  // rows, cells, completeness
  void headlineChanged();
  void taskChanged();  // the selected one, or another is selected
  void logStateChanged();

 private:
  void selectionMoved();
  void open(quint64 since);
  void close();
  void take(const rpc::TrainingUpdate& update);
  void ended(const absl::Status& status);
  void findDimensions();
  void refreshCells(const QList<rpc::TrainingTask>& changed);
  QString hostOf(const rpc::TrainingTask& task) const;
  models::TaskCell cellOf(const rpc::TrainingTask& task) const;
  void tick();
  void restartLog();
  void appendLog(const QList<rpc::TrainingLogPiece>& pieces);
  void setLogState(const QString& state);

  rpc::TrainingApi& api_;
  TrainingPresenter& training_;
  models::TrainingTaskModel model_;
  QString jobId_;
  bool shown_ = false;
  bool open_ = false;
  bool complete_ = false;
  QString problem_;
  quint64 revision_ = 0;
  quint64 attemptNumber_ = 0;  // of the watch; answers of older ones are ignored
  rpc::Ticket watch_;
  QTimer retry_;
  QTimer ticker_;
  QList<rpc::TrainingTask> early_;  // before the first complete update
  QList<rpc::TrainingTask> late_;   // of many cells: those to be drawn anew with the next tick
  QList<models::TaskCell> cells_;
  QString rowDimension_;
  QString columnDimension_;
  qint64 latestMs_ = 0;  // that any task told
  QString task_;

  models::LogBuffer lines_;
  bool following_ = false;
  bool jobLog_ = false;
  quint32 attempt_ = 0;
  QString logState_;
  quint64 logNumber_ = 0;
  rpc::Ticket logTicket_;
  QTimer logRetry_;
  QByteArray logRest_;       // the begun line at the end
  quint64 logEnd_ = 0;       // offset behind what has come
  quint32 logAttempts_ = 0;  // that the task had made when its log was opened
};

}  // namespace aerie::presenters
