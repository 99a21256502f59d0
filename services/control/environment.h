// What every service of the control plane shares, and the one way in which unary calls are answered: identify
// the caller, work on the executor, translate the status once.
#pragma once

#include <functional>
#include <grpcpp/grpcpp.h>
#include <string>

#include "core/artifacts/artifact_store.h"
#include "core/base/executor.h"
#include "core/deploy/controller.h"
#include "core/net/status.h"
#include "core/registry/registry.h"
#include "core/telemetry/metrics.h"
#include "services/common/auth.h"
#include "services/common/ticker.h"
#include "services/control/audit_log.h"
#include "services/control/config_store.h"
#include "services/control/request_memory.h"

namespace aerie::control {

using services::Ticker;

class World;

struct Environment {
  const Clock& clock;
  const services::Authenticator& authenticator;
  telemetry::Metrics& metrics;
  registry::Registry& registry;
  deploy::DeploymentController& deployments;
  deploy::Launcher& launcher;
  ConfigStore& configs;
  experiments::ExperimentRepository& experiments;
  ProxyTable& proxies;
  AuditLog& audit;
  RequestMemory& requests;
  World& world;
  Executor& executor;
  Ticker& ticker;
  Mutex change_mutex;  // held by every change that a person asked for: one at a time, in one order

  // Counts the call and answers its status.
  grpc::Status finished(const std::string& method, const absl::Status& status);
};

// `work` runs on the executor; request and response live until the reactor is finished.
grpc::ServerUnaryReactor* answer(Environment& environment, grpc::CallbackServerContext* context,
                                 const std::string& method, services::Role role,
                                 std::function<absl::Status(const services::Caller&)> work);

// A change: like answer(), under change_mutex, answered from memory when the request id was seen before,
// audited by `work` itself.
template <class Response>
grpc::ServerUnaryReactor* answerChange(Environment& environment, grpc::CallbackServerContext* context,
                                       const std::string& method, services::Role role,
                                       const std::string& request_id, Response* response,
                                       std::function<absl::Status(const services::Caller&)> work) {
  return answer(environment, context, method, role,
                [=, &environment](const services::Caller& caller) -> absl::Status {
                  MutexLock lock(environment.change_mutex);
                  if (!request_id.empty()) {
                    const auto known = environment.requests.find(request_id, method);
                    if (!known.ok()) return known.status();
                    if (known->has_value()) {
                      response->ParseFromString(**known);
                      return absl::OkStatus();
                    }
                  }
                  const absl::Status status = work(caller);
                  if (!status.ok() || request_id.empty()) return status;
                  return environment.requests.remember(request_id, method, response->SerializeAsString());
                });
}

}  // namespace aerie::control
