#include "app/rpc/training_types.h"

#include <QHash>
#include <algorithm>
#include <utility>

namespace aerie::rpc {
namespace {

template <class T, class KeyOf>
void overlay(QList<T>& base, QList<T> later, KeyOf keyOf) {
  if (later.isEmpty()) return;
  if (base.isEmpty()) {
    base = std::move(later);
    return;
  }
  QHash<QString, qsizetype> places;
  places.reserve(base.size());
  for (qsizetype i = 0; i < base.size(); ++i) places.insert(keyOf(base[i]), i);
  for (T& value : later) {
    const QString key = keyOf(value);
    if (const auto it = places.constFind(key); it != places.constEnd()) {
      base[*it] = std::move(value);
    } else {
      places.insert(key, base.size());
      base.append(std::move(value));
    }
  }
}

}  // namespace

bool isOver(JobState state) {
  return state == JobState::Done || state == JobState::Failed || state == JobState::Cancelled;
}

void TrainingUpdate::merge(TrainingUpdate later) {
  for (const TrainingJob& job : std::as_const(later.jobs)) removedJobs.removeAll(job.id);
  overlay(jobs, std::move(later.jobs), [](const TrainingJob& j) { return j.id; });
  overlay(tasks, std::move(later.tasks), [](const TrainingTask& t) { return t.id; });
  overlay(clusters, std::move(later.clusters), [](const TrainingCluster& c) { return c.name; });
  for (const QString& id : std::as_const(later.removedJobs)) {
    jobs.removeIf([&](const TrainingJob& j) { return j.id == id; });
    if (!removedJobs.contains(id)) removedJobs.append(id);
  }
  revision = later.revision;
  complete = complete || later.complete;
}

const UtilisationSeries* Utilisation::of(const QString& host) const {
  const auto it =
      std::find_if(series.begin(), series.end(), [&](const UtilisationSeries& s) { return s.host == host; });
  return it == series.end() ? nullptr : &*it;
}

}  // namespace aerie::rpc
