// The seam between presenters and the training daemon; part of api.h, whose rules hold. GUI thread only.
#pragma once

#include <QObject>
#include <functional>

#include "app/rpc/ticket.h"
#include "app/rpc/training_types.h"

namespace aerie::rpc {

// Every call fails as Unavailable while no address is known.
class TrainingApi {
 public:
  virtual ~TrainingApi() = default;
  // Where the daemon is asked; empty: this environment has none, as far as is known.
  virtual QString address() const = 0;

  // Answers when the job is on disk; InvalidArgument names the field, its line and the remedy.
  virtual Ticket submit(const TrainingSubmission& submission, QObject* context,
                        Answer<TrainingSubmitted> answer) = 0;
  // A packed working directory for a daemon on another machine; its digest is then good for a submission
  // within a day. DataLoss when the archive is not of that digest.
  virtual Ticket uploadDirectory(const QString& archive, const QString& digest, QObject* context,
                                 Progress progress, Answer<Done> answer) = 0;
  // Submits nothing.
  virtual Ticket plan(const TrainingSubmission& submission, QObject* context,
                      Answer<TrainingPlan> answer) = 0;
  // With its job file.
  virtual Ticket getJob(const QString& id, QObject* context, Answer<TrainingJob> answer) = 0;
  // No tasks: the whole job. Answers at once; the watch tells when it is done.
  virtual Ticket cancel(const QString& job, const QStringList& tasks, QObject* context,
                        Answer<TrainingJob> answer) = 0;
  // No tasks: all that failed or were cancelled.
  virtual Ticket retry(const QString& job, const QStringList& tasks, QObject* context,
                       Answer<TrainingJob> answer) = 0;
  // FailedPrecondition while jobs need it, unless they are to be cancelled.
  virtual Ticket deleteCluster(const QString& name, bool cancelJobs, QObject* context,
                               Answer<TrainingCluster> answer) = 0;
  // An empty job: all jobs and clusters, without tasks. Everything after `sinceRevision` first, then what
  // changes; updates that the GUI thread had no time for are merged. `ended` comes once; OutOfRange: begin
  // anew from 0.
  virtual Ticket watch(const QString& job, quint64 sinceRevision, QObject* context,
                       std::function<void(const TrainingUpdate&)> update, Answer<Done> ended) = 0;
  // What is there, then what follows until the attempt ends or it is cancelled. When the GUI thread lags, the
  // oldest pieces that wait are dropped.
  virtual Ticket followLog(const TrainingLogQuery& query, QObject* context,
                           std::function<void(const QList<TrainingLogPiece>&)> pieces,
                           Answer<Done> ended) = 0;
  virtual Ticket utilisation(const UtilisationQuery& query, QObject* context, Answer<Utilisation> answer) = 0;
  virtual Ticket timeline(const TimelineQuery& query, QObject* context, Answer<Timeline> answer) = 0;
};

}  // namespace aerie::rpc
