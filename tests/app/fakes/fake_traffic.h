// What the fake control plane does to routing and splits: the rules of the real one, as far as the desktop
// sees them. Pure.
#pragma once

#include <QList>
#include <absl/status/status.h>
#include <absl/status/statusor.h>

#include "app/rpc/types.h"

namespace aerie::testing {

// InvalidArgument with the field, as the real control plane says it.
absl::Status checkRouting(const rpc::Routing& routing, const QList<rpc::Deployment>& deployments,
                          const QList<rpc::Experiment>& experiments);

// Gives every arm its buckets: the engine's own reweighting. Answers how many keys got another arm.
absl::StatusOr<quint32> reweight(rpc::Experiment& experiment, const rpc::WeightsChange& change);

// Fills the ranges of a fresh experiment.
void allocate(rpc::Experiment& experiment);

}  // namespace aerie::testing
