#include "app/models/world.h"

#include <QThreadPool>
#include <algorithm>
#include <utility>

namespace aerie::models {
namespace {

constexpr qsizetype kMany = 1'000;

// To free the texts of thousands takes longer than all else of an update: another thread does it.
template <class T>
void discard(QList<T> old) {
  if (old.size() < kMany) return;
  QThreadPool::globalInstance()->start([old = std::move(old)]() mutable { old = {}; });
}

template <class T, class F>
const T* findBy(const QList<T>& list, F matches) {
  const auto it = std::find_if(list.begin(), list.end(), matches);
  return it == list.end() ? nullptr : &*it;
}

}  // namespace

World::World(QObject* parent)
    : QObject(parent), modelTable_(newModelTable(this)), deploymentTable_(newDeploymentTable(this)) {}

void World::apply(const rpc::WorldUpdate& update) {
  const bool first = !complete_ && update.complete;
  complete_ = complete_ || update.complete;
  // All parts are in place before anybody is told, so that no listener sees half of an update.
  if (update.models) models_ = *update.models;
  if (update.deployments) discard(std::exchange(deployments_, *update.deployments));
  if (update.routings) routings_ = *update.routings;
  if (update.experiments) experiments_ = *update.experiments;
  if (update.status) {
    status_ = *update.status;
    flow_.add(status_.nowMs, status_.proxies);
  }
  if (update.deployments) {
    QStringList fresh;
    for (const rpc::Deployment& d : std::as_const(deployments_)) {
      if (!series_.contains(d.spec.endpoint)) fresh.append(d.spec.endpoint);
    }
    fresh.sort();
    for (const QString& name : fresh) seriesOf(name);
    // The list is shared with the update: to ask it for a begin that could be written to would copy it.
    deploymentTable_->apply({deployments_.cbegin(), deployments_.cend()});
  }
  if (update.models) modelTable_->apply({models_.cbegin(), models_.cend()});
  if (update.models || first) Q_EMIT modelsChanged();
  if (update.deployments || first) Q_EMIT deploymentsChanged();
  if (update.routings || update.experiments || first) Q_EMIT routingsChanged();
  if (update.status || first) Q_EMIT statusChanged();
}

const rpc::Model* World::model(const QString& name) const {
  return findBy(models_, [&](const rpc::Model& m) { return m.name == name; });
}

const rpc::ModelVersion* World::version(const QString& modelName, const QString& versionName) const {
  const rpc::Model* found = model(modelName);
  if (!found) return nullptr;
  return findBy(found->versions, [&](const rpc::ModelVersion& v) { return v.version == versionName; });
}

const rpc::Deployment* World::deployment(const QString& endpoint) const {
  return findBy(deployments_, [&](const rpc::Deployment& d) { return d.spec.endpoint == endpoint; });
}

const rpc::Routing* World::routing(const QString& useCase) const {
  return findBy(routings_, [&](const rpc::Routing& r) { return r.useCase == useCase; });
}

const rpc::Experiment* World::experiment(const QString& name) const {
  return findBy(experiments_, [&](const rpc::Experiment& e) { return e.name == name; });
}

int World::seriesOf(const QString& endpoint) {
  const auto it = series_.constFind(endpoint);
  if (it != series_.constEnd()) return *it;
  const int next = static_cast<int>(series_.size());
  series_.insert(endpoint, next);
  return next;
}

}  // namespace aerie::models
