#include "services/control/routing_service.h"

#include "core/base/status.h"
#include "services/control/world.h"

namespace aerie::control {

using services::Caller;
using services::Role;

grpc::ServerUnaryReactor* RoutingService::Apply(grpc::CallbackServerContext* context,
                                                const v1::ApplyRoutingRequest* request,
                                                v1::RoutingRevision* response) {
  const auto apply = [=, this](const Caller& caller) -> absl::Status {
    const auto before = environment_.configs.routing(request->config().model_use_case());
    AERIE_ASSIGN_OR_RETURN(*response, environment_.configs.applyRouting(*request, caller.name));
    if (request->validate_only() || (before.ok() && before->revision() == response->revision()))
      return absl::OkStatus();
    environment_.world.touch(World::kRoutings);
    return environment_.audit.append(
        caller.name, "routing.apply", response->config().model_use_case(),
        fmt::format("revision {}, default endpoint {}, {} experiments{}", response->revision(),
                    response->config().default_worker_endpoint(), response->config().experiments_size(),
                    request->comment().empty() ? "" : ": " + request->comment()));
  };
  if (request->validate_only()) return answer(environment_, context, "ValidateRouting", Role::kViewer, apply);
  return answerChange(environment_, context, "ApplyRouting", Role::kEngineer, request->request_id(), response,
                      std::function<absl::Status(const Caller&)>(apply));
}

grpc::ServerUnaryReactor* RoutingService::Get(grpc::CallbackServerContext* context,
                                              const v1::RoutingRequest* request,
                                              v1::RoutingRevision* response) {
  return answer(environment_, context, "GetRouting", Role::kViewer, [=, this](const Caller&) -> absl::Status {
    AERIE_ASSIGN_OR_RETURN(*response, environment_.configs.routing(request->model_use_case()));
    return absl::OkStatus();
  });
}

grpc::ServerUnaryReactor* RoutingService::List(grpc::CallbackServerContext* context,
                                               const v1::RoutingRequest*, v1::ListRoutingResponse* response) {
  return answer(environment_, context, "ListRouting", Role::kViewer, [=, this](const Caller&) {
    for (v1::RoutingRevision& revision : environment_.configs.routings())
      *response->add_routings() = std::move(revision);
    return absl::OkStatus();
  });
}

grpc::ServerUnaryReactor* RoutingService::History(grpc::CallbackServerContext* context,
                                                  const v1::RoutingRequest* request,
                                                  v1::ListRoutingResponse* response) {
  return answer(environment_, context, "RoutingHistory", Role::kViewer,
                [=, this](const Caller&) -> absl::Status {
                  AERIE_ASSIGN_OR_RETURN(std::vector<v1::RoutingRevision> revisions,
                                         environment_.configs.history(request->model_use_case()));
                  for (v1::RoutingRevision& revision : revisions)
                    *response->add_routings() = std::move(revision);
                  return absl::OkStatus();
                });
}

}  // namespace aerie::control
