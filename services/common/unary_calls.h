// The one way in which a daemon answers unary calls: identify the caller, work on the executor, translate the
// status once, count it.
#pragma once

#include <absl/status/status.h>
#include <functional>
#include <grpcpp/grpcpp.h>
#include <string>

#include "core/base/executor.h"
#include "core/telemetry/metrics.h"
#include "services/common/auth.h"

namespace aerie::services {

// Thread-safe; everything outlives the calls.
struct CallDesk {
  std::string daemon;  // in metrics and logs: aerie_<daemon>_rpcs_total
  std::string title;   // for people, behind "the": "control plane"
  const Authenticator& authenticator;
  telemetry::Metrics& metrics;
  Executor& executor;

  // Counts the call and answers its status; what is our own fault is logged.
  grpc::Status finished(const std::string& method, const absl::Status& status);
  // When the executor takes nothing.
  absl::Status overloaded() const;
};

// `work` runs on the executor; request and response live until the reactor is finished.
grpc::ServerUnaryReactor* answer(CallDesk& desk, grpc::CallbackServerContext* context,
                                 const std::string& method, Role role,
                                 std::function<absl::Status(const Caller&)> work);

}  // namespace aerie::services
