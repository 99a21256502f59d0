// gRPC shell of inference.GRPCInferenceService in front of the proxy; see oip_convert.h for what maps to
// what.
#pragma once

#include <grpcpp/grpcpp.h>

#include "inference/open_inference.grpc.pb.h"
#include "services/common/auth.h"
#include "services/proxy/prediction.h"

namespace aerie::proxy {

class OipService final : public inference::GRPCInferenceService::CallbackService {
 public:
  // Both must outlive the server.
  OipService(PredictionWorld& world, const services::Authenticator& authenticator)
      : world_(world), authenticator_(authenticator) {}

  grpc::ServerUnaryReactor* ServerLive(grpc::CallbackServerContext*, const inference::ServerLiveRequest*,
                                       inference::ServerLiveResponse*) override;
  // Ready with a config.
  grpc::ServerUnaryReactor* ServerReady(grpc::CallbackServerContext*, const inference::ServerReadyRequest*,
                                        inference::ServerReadyResponse*) override;
  // Ready when the use case is known and its default endpoint has a healthy replica.
  grpc::ServerUnaryReactor* ModelReady(grpc::CallbackServerContext*, const inference::ModelReadyRequest*,
                                       inference::ModelReadyResponse*) override;
  grpc::ServerUnaryReactor* ServerMetadata(grpc::CallbackServerContext*,
                                           const inference::ServerMetadataRequest*,
                                           inference::ServerMetadataResponse*) override;
  // Without inputs and outputs: they are the model versions', not the use case's.
  grpc::ServerUnaryReactor* ModelMetadata(grpc::CallbackServerContext*,
                                          const inference::ModelMetadataRequest*,
                                          inference::ModelMetadataResponse*) override;
  grpc::ServerUnaryReactor* ModelInfer(grpc::CallbackServerContext*, const inference::ModelInferRequest*,
                                       inference::ModelInferResponse*) override;

 private:
  PredictionWorld& world_;
  const services::Authenticator& authenticator_;
};

}  // namespace aerie::proxy
