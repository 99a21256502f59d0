// The jobs and clusters of one training daemon as they were last told, with the tables over them. Only the
// watch's updates write it. GUI thread.
#pragma once

#include <QMap>
#include <QObject>
#include <QSet>

#include "app/models/training_tables.h"

namespace aerie::models {

class TrainingWorld final : public QObject {
  Q_OBJECT
 public:
  explicit TrainingWorld(QObject* parent = nullptr);

  // A watch from revision 0 begins: what it does not name until it is complete is gone.
  void beginAnew();
  void apply(const rpc::TrainingUpdate& update);
  // Nothing is known any more: another daemon.
  void forget();

  // False before the first complete update: "nothing there" and "not known yet" are different things.
  bool complete() const { return complete_; }
  quint64 revision() const { return revision_; }
  const QMap<QString, rpc::TrainingJob>& jobs() const { return jobs_; }
  const QMap<QString, rpc::TrainingCluster>& clusters() const { return clusters_; }
  const rpc::TrainingJob* job(const QString& id) const;
  const rpc::TrainingCluster* cluster(const QString& name) const;
  // Newest first.
  QList<rpc::TrainingJob> jobsBySubmission() const;

  JobTable* jobTable() const { return jobTable_; }
  ClusterTable* clusterTable() const { return clusterTable_; }

 Q_SIGNALS:
  void changed();

 private:
  void showTables();

  bool complete_ = false;
  bool anew_ = false;
  quint64 revision_ = 0;
  QSet<QString> seenJobs_;  // since beginAnew
  QSet<QString> seenClusters_;
  QMap<QString, rpc::TrainingJob> jobs_;
  QMap<QString, rpc::TrainingCluster> clusters_;
  JobTable* jobTable_;
  ClusterTable* clusterTable_;
};

}  // namespace aerie::models
