// aerie.v1.RoutingService over the config store.
#pragma once

#include "aerie/v1/control.grpc.pb.h"
#include "services/control/environment.h"

namespace aerie::control {

class RoutingService final : public v1::RoutingService::CallbackService {
 public:
  explicit RoutingService(Environment& environment) : environment_(environment) {}
  grpc::ServerUnaryReactor* Apply(grpc::CallbackServerContext* context,
                                  const v1::ApplyRoutingRequest* request,
                                  v1::RoutingRevision* response) override;
  grpc::ServerUnaryReactor* Get(grpc::CallbackServerContext* context, const v1::RoutingRequest* request,
                                v1::RoutingRevision* response) override;
  grpc::ServerUnaryReactor* List(grpc::CallbackServerContext* context, const v1::RoutingRequest* request,
                                 v1::ListRoutingResponse* response) override;
  grpc::ServerUnaryReactor* History(grpc::CallbackServerContext* context, const v1::RoutingRequest* request,
                                    v1::ListRoutingResponse* response) override;

 private:
  Environment& environment_;
};

}  // namespace aerie::control
