// What the Training page knows and does: the daemon's jobs and clusters, which of them is chosen, and what
// may be done with them. The watch is open only while the page is seen, and once at first, so that the
// palette knows the jobs. No widgets; GUI thread.
#pragma once

#include <QObject>
#include <QTimer>
#include <functional>

#include "app/models/task_list.h"
#include "app/models/training_world.h"
#include "app/models/world.h"
#include "app/rpc/api.h"

namespace aerie::presenters {

class TrainingPresenter final : public QObject {
  Q_OBJECT
 public:
  enum class Situation {
    NoDaemon,  // the control plane knows of none
    Loading,
    Failed,  // it never answered: problem()
    Empty,   // it answers and has no job
    Ready,
    Lost,  // it does not answer any more; what was seen stays
  };
  Q_ENUM(Situation)

  TrainingPresenter(rpc::TrainingApi& api, models::World& world, models::TaskList& tasks,
                    QObject* parent = nullptr);
  ~TrainingPresenter() override;

  void setShown(bool shown);
  bool shown() const { return shown_; }
  Situation situation() const;
  // Failed and Lost only: why, and what to do.
  const QString& problem() const { return problem_; }
  QString address() const { return api_.address(); }
  void retryNow();
  const models::TrainingWorld& training() const { return training_; }
  // "2 jobs running, 912 of 1,374 tasks done"
  QString summary() const;

  // The daemon's clock, as far as it is known here.
  qint64 nowMs() const;

  // ---- choice: a job, or a cluster, never both
  void selectJob(const QString& id);
  void selectCluster(const QString& name);
  const rpc::TrainingJob* job() const { return training_.job(jobId_); }
  const rpc::TrainingCluster* cluster() const { return training_.cluster(clusterName_); }
  const QString& jobId() const { return jobId_; }
  const QString& clusterName() const { return clusterName_; }

  // ---- what may be done; why not, or empty
  QString whyNotCancel() const;
  QString whyNotRetry() const;
  QString whyNotDelete() const;
  // Who is hurt when the cluster goes: jobs that are not over.
  QStringList jobsOf(const QString& cluster) const;
  // No tasks: the whole job; for retry all that failed or were cancelled.
  void cancel(const QString& job, const QStringList& tasks);
  void retry(const QString& job, const QStringList& tasks);
  void deleteCluster(const QString& name, bool cancelJobs);

 Q_SIGNALS:
  void changed();  // jobs, clusters, situation
  void selectionChanged();
  void succeeded(const QString& message);
  void failed(const QString& headline, const QString& detail);

 private:
  bool wanted() const { return shown_ || !training_.complete(); }
  void addressMoved();
  void open();
  void close();
  void take(const rpc::TrainingUpdate& update);
  void ended(const absl::Status& status);
  void chooseFirst();
  template <class T>
  void change(const QString& title, const QString& headline, const QString& success,
              const std::function<rpc::Ticket(rpc::Answer<T>)>& start,
              const std::function<void(const T&)>& then);

  rpc::TrainingApi& api_;
  models::World& world_;
  models::TaskList& tasks_;
  models::TrainingWorld training_;
  QString knownAddress_;
  QString jobId_;
  QString clusterName_;
  bool chosen_ = false;  // somebody chose; otherwise the newest job is shown
  bool shown_ = false;
  bool open_ = false;
  QString problem_;
  quint64 attempt_ = 0;  // answers of older watches are ignored
  rpc::Ticket watch_;
  QTimer retry_;
  qint64 clockOffsetMs_ = 0;
};

}  // namespace aerie::presenters
