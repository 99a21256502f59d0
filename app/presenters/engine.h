// What the desktop knows, as the Traffic Assignment Engine and the routing know it. The functions of those
// rooms then decide here as they decide in the proxies. Pure; any thread.
#pragma once

#include <QString>
#include <vector>

#include "app/rpc/types.h"
#include "core/assignment/experiment.h"
#include "core/routing/config.h"

namespace aerie::presenters {

// Arms without ranges get those of a fresh experiment.
assignment::Experiment toEngine(const rpc::Experiment& experiment);
routing::RoutingConfig toEngine(const rpc::Routing& routing);

// The weights that `basisPoints` stand for. Unchanged ones keep all their digits: a third stays a third.
std::vector<double> weightsOf(const rpc::Experiment& experiment, const std::vector<int>& basisPoints);
double coverageOf(const rpc::Experiment& experiment, int basisPoints);
// The other way round: what runs, in basis points.
std::vector<int> weightPoints(const rpc::Experiment& experiment);
int coveragePoints(const rpc::Experiment& experiment);

}  // namespace aerie::presenters
