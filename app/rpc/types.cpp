#include "app/rpc/types.h"

#include <algorithm>
#include <utility>

namespace aerie::rpc {

int Deployment::readyReplicas() const {
  return static_cast<int>(std::count_if(replicas.begin(), replicas.end(),
                                        [](const Replica& r) { return r.phase == QLatin1String("ready"); }));
}

QString Deployment::previousVersion() const {
  for (const QString& version : versionHistory) {
    if (version != servingVersion) return version;
  }
  return {};
}

const RolloutStep* Deployment::failedStep() const {
  const auto it = std::find_if(rollout.begin(), rollout.end(),
                               [](const RolloutStep& s) { return s.state == QLatin1String("failed"); });
  return it == rollout.end() ? nullptr : &*it;
}

void WorldUpdate::merge(WorldUpdate later) {
  revision = later.revision;
  complete = complete || later.complete;
  if (later.models) models = std::move(later.models);
  if (later.deployments) deployments = std::move(later.deployments);
  if (later.routings) routings = std::move(later.routings);
  if (later.experiments) experiments = std::move(later.experiments);
  if (later.status) status = std::move(later.status);
}

}  // namespace aerie::rpc
