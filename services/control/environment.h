// What every service of the control plane shares, and how changes are answered.
#pragma once

#include <functional>
#include <string>

#include "core/artifacts/artifact_store.h"
#include "core/deploy/controller.h"
#include "core/registry/registry.h"
#include "services/common/ticker.h"
#include "services/common/unary_calls.h"
#include "services/control/audit_log.h"
#include "services/control/config_store.h"
#include "services/control/request_memory.h"

namespace aerie::control {

using services::Ticker;

class World;

struct Environment : services::CallDesk {
  const Clock& clock;
  registry::Registry& registry;
  deploy::DeploymentController& deployments;
  deploy::Launcher& launcher;
  ConfigStore& configs;
  experiments::ExperimentRepository& experiments;
  ProxyTable& proxies;
  AuditLog& audit;
  RequestMemory& requests;
  World& world;
  Ticker& ticker;
  Mutex change_mutex;  // held by every change that a person asked for: one at a time, in one order
};

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
