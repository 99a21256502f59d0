// What the services of this daemon share, and the one way in which unary calls are answered: identify the
// caller, work on the executor, translate the status once.
#pragma once

#include <functional>
#include <grpcpp/grpcpp.h>
#include <string>

#include "core/base/executor.h"
#include "core/telemetry/metrics.h"
#include "core/training_run/coordinator.h"
#include "services/common/auth.h"
#include "services/common/ticker.h"

namespace aerie::training_service {

struct Environment {
  const services::Authenticator& authenticator;
  telemetry::Metrics& metrics;
  training::Coordinator& coordinator;
  Executor& executor;
  services::Ticker& ticker;

  // Counts the call and answers its status.
  grpc::Status finished(const std::string& method, const absl::Status& status);
};

// `work` runs on the executor; request and response live until the reactor is finished.
grpc::ServerUnaryReactor* answer(Environment& environment, grpc::CallbackServerContext* context,
                                 const std::string& method, services::Role role,
                                 std::function<absl::Status(const services::Caller&)> work);

inline absl::Status overloaded() {
  return absl::ResourceExhaustedError("the training daemon is overloaded or stopping; try again later");
}

}  // namespace aerie::training_service
