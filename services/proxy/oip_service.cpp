#include "services/proxy/oip_service.h"

#include <algorithm>

#include "core/net/status.h"
#include "services/common/settings.h"
#include "services/proxy/oip_convert.h"
#include "services/proxy/prediction_service.h"

namespace aerie::proxy {
namespace {

grpc::ServerUnaryReactor* finish(grpc::CallbackServerContext* context, const absl::Status& status) {
  grpc::ServerUnaryReactor* reactor = context->DefaultReactor();
  reactor->Finish(net::toGrpc(status));
  return reactor;
}

}  // namespace

grpc::ServerUnaryReactor* OipService::ServerLive(grpc::CallbackServerContext* context,
                                                 const inference::ServerLiveRequest*,
                                                 inference::ServerLiveResponse* response) {
  response->set_live(true);
  return finish(context, absl::OkStatus());
}

grpc::ServerUnaryReactor* OipService::ServerReady(grpc::CallbackServerContext* context,
                                                  const inference::ServerReadyRequest*,
                                                  inference::ServerReadyResponse* response) {
  response->set_ready(world_.config.current()->table != nullptr);
  return finish(context, absl::OkStatus());
}

grpc::ServerUnaryReactor* OipService::ModelReady(grpc::CallbackServerContext* context,
                                                 const inference::ModelReadyRequest* request,
                                                 inference::ModelReadyResponse* response) {
  const std::shared_ptr<const ServingState> state = world_.config.current();
  const absl::StatusOr<const UseCaseRoute*> route = state->find(request->name());
  if (!route.ok()) return finish(context, route.status());
  const auto& endpoint = state->endpoints[static_cast<std::size_t>((*route)->use_case->defaultEndpoint())];
  const auto& replicas = endpoint->replicas().replicas();
  response->set_ready(std::any_of(replicas.begin(), replicas.end(),
                                  [](const auto& replica) { return replica->ejector().healthy(); }));
  return finish(context, absl::OkStatus());
}

grpc::ServerUnaryReactor* OipService::ServerMetadata(grpc::CallbackServerContext* context,
                                                     const inference::ServerMetadataRequest*,
                                                     inference::ServerMetadataResponse* response) {
  response->set_name("aerie-proxy");
  response->set_version(std::string(services::version()));
  return finish(context, absl::OkStatus());
}

grpc::ServerUnaryReactor* OipService::ModelMetadata(grpc::CallbackServerContext* context,
                                                    const inference::ModelMetadataRequest* request,
                                                    inference::ModelMetadataResponse* response) {
  const std::shared_ptr<const ServingState> state = world_.config.current();
  if (const auto route = state->find(request->name()); !route.ok()) return finish(context, route.status());
  response->set_name(request->name());
  response->set_platform("aerie");
  return finish(context, absl::OkStatus());
}

grpc::ServerUnaryReactor* OipService::ModelInfer(grpc::CallbackServerContext* context,
                                                 const inference::ModelInferRequest* request,
                                                 inference::ModelInferResponse* response) {
  if (const absl::Status allowed = mayPredict(authenticator_, *context); !allowed.ok())
    return finish(context, allowed);
  absl::StatusOr<v1::ProxyRequest> converted = fromOip(*request);
  if (!converted.ok()) return finish(context, converted.status());
  auto answer = std::make_shared<v1::PredictResponse>();
  v1::PredictResponse* const answer_message = answer.get();
  return new PredictReactor(world_, *context, std::make_shared<v1::ProxyRequest>(std::move(*converted)),
                            answer_message, [request, response, answer](absl::Status status) {
                              return status.ok() ? toOip(*request, *answer, response) : status;
                            });
}

}  // namespace aerie::proxy
