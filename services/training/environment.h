// What the services of this daemon share.
#pragma once

#include "core/training_run/coordinator.h"
#include "services/common/ticker.h"
#include "services/common/unary_calls.h"

namespace aerie::training_service {

struct Environment : services::CallDesk {
  training::Coordinator& coordinator;
  services::Ticker& ticker;
};

}  // namespace aerie::training_service
