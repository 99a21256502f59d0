// How a deployment looks to people: its conditions and the steps of its rollout, derived from spec and state.
#pragma once

#include "core/deploy/planner.h"

namespace aerie::deploy {

// Rewrites conditions and rollout steps; `since` and step times change only when what they describe does.
void describe(Deployment& deployment, const Facts& facts, const Policy& policy);
// All steps waiting, for a rollout that begins now.
std::vector<RolloutStep> freshRollout();

}  // namespace aerie::deploy
