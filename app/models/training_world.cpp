#include "app/models/training_world.h"

#include <algorithm>

namespace aerie::models {

TrainingWorld::TrainingWorld(QObject* parent)
    : QObject(parent), jobTable_(newJobTable(this)), clusterTable_(newClusterTable(this)) {}

void TrainingWorld::beginAnew() {
  anew_ = true;
  seenJobs_.clear();
  seenClusters_.clear();
}

void TrainingWorld::apply(const rpc::TrainingUpdate& update) {
  const bool first = update.complete && !complete_;
  for (const rpc::TrainingJob& job : update.jobs) {
    // The answer of a call may come after newer news of the watch.
    if (const auto known = jobs_.constFind(job.id);
        !anew_ && known != jobs_.constEnd() && known->revision > job.revision)
      continue;
    jobs_[job.id] = job;
    if (anew_) seenJobs_.insert(job.id);
  }
  for (const rpc::TrainingCluster& cluster : update.clusters) {
    clusters_[cluster.name] = cluster;
    if (anew_) seenClusters_.insert(cluster.name);
  }
  for (const QString& id : update.removedJobs) jobs_.remove(id);
  bool dropped = false;
  if (update.complete && anew_) {
    anew_ = false;
    const auto goneJob = [this](std::pair<const QString&, rpc::TrainingJob&> entry) {
      return !seenJobs_.contains(entry.first);
    };
    const auto goneCluster = [this](std::pair<const QString&, rpc::TrainingCluster&> entry) {
      return !seenClusters_.contains(entry.first);
    };
    dropped = jobs_.removeIf(goneJob) > 0;
    dropped = clusters_.removeIf(goneCluster) > 0 || dropped;
  }
  complete_ = complete_ || update.complete;
  revision_ = update.revision;
  if (!first && !dropped && update.jobs.isEmpty() && update.clusters.isEmpty() &&
      update.removedJobs.isEmpty())
    return;
  // Pieces of the first answer are shown together, so that nothing flickers through.
  if (complete_) showTables();
  Q_EMIT changed();
}

void TrainingWorld::forget() {
  complete_ = false;
  anew_ = false;
  revision_ = 0;
  jobs_.clear();
  clusters_.clear();
  showTables();
  Q_EMIT changed();
}

void TrainingWorld::showTables() {
  jobTable_->apply({jobs_.begin(), jobs_.end()});
  clusterTable_->apply({clusters_.begin(), clusters_.end()});
}

const rpc::TrainingJob* TrainingWorld::job(const QString& id) const {
  const auto it = jobs_.constFind(id);
  return it == jobs_.constEnd() ? nullptr : &*it;
}

const rpc::TrainingCluster* TrainingWorld::cluster(const QString& name) const {
  const auto it = clusters_.constFind(name);
  return it == clusters_.constEnd() ? nullptr : &*it;
}

QList<rpc::TrainingJob> TrainingWorld::jobsBySubmission() const {
  QList<rpc::TrainingJob> out(jobs_.begin(), jobs_.end());
  std::sort(out.begin(), out.end(), [](const rpc::TrainingJob& a, const rpc::TrainingJob& b) {
    return a.submittedMs != b.submittedMs ? a.submittedMs > b.submittedMs : a.id > b.id;
  });
  return out;
}

}  // namespace aerie::models
