// The faults of a scenario: each is struck while traffic flows, and says what was seen.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "sim/scenarios/report.h"
#include "sim/scenarios/scenario.h"
#include "sim/scenarios/stack.h"

namespace aerie::sim {

// What a fault needs of the run around it.
struct FaultContext {
  const Scenario& scenario;
  Stack& stack;
  std::string victim_endpoint;  // an endpoint that is not the default of its use case
  std::function<std::unique_ptr<LoadGenerator>(ArmTally&)> traffic;  // endless traffic into a tally
  std::function<std::unique_ptr<ArmTally>()> tally;
  std::function<FlightRequest()> good_request;
};

// `name` is one of kFaultNames. A fault that could not be struck is not survived, and `seen` says why.
FaultResult strikeFault(const std::string& name, const FaultContext& context);

}  // namespace aerie::sim
