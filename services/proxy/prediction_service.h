// gRPC shell of aerie.v1.PredictionProxy: decodes, starts a Prediction, finishes the call with its status.
#pragma once

#include <functional>
#include <grpcpp/grpcpp.h>
#include <memory>

#include "aerie/v1/serving.grpc.pb.h"
#include "services/common/auth.h"
#include "services/proxy/prediction.h"

namespace aerie::proxy {

using StatusSource = std::function<v1::ProxyStatus()>;

class PredictionService final : public v1::PredictionProxy::CallbackService {
 public:
  // Everything must outlive the server. Without tokens every caller may predict; with them an engineer may.
  PredictionService(PredictionWorld& world, const services::Authenticator& authenticator,
                    StatusSource status);
  ~PredictionService() override;

  grpc::ServerUnaryReactor* Predict(grpc::CallbackServerContext* context, const v1::ProxyRequest* request,
                                    v1::PredictResponse* response) override;
  grpc::ServerUnaryReactor* GetProxyStatus(grpc::CallbackServerContext* context,
                                           const v1::ProxyStatusRequest* request,
                                           v1::ProxyStatus* response) override;

 private:
  class Allocator;
  PredictionWorld& world_;
  const services::Authenticator& authenticator_;
  const StatusSource status_;
  const std::unique_ptr<Allocator> allocator_;
};

// Runs one prediction for a unary call; `translate` turns its status into the call's. Deletes itself.
class PredictReactor final : public grpc::ServerUnaryReactor {
 public:
  using Translate = std::function<absl::Status(absl::Status)>;
  PredictReactor(PredictionWorld& world, const grpc::CallbackServerContext& context,
                 std::shared_ptr<v1::ProxyRequest> request, v1::PredictResponse* response,
                 Translate translate = nullptr);
  void OnCancel() override;
  void OnDone() override { delete this; }

 private:
  // Both reactions are short and never block: gRPC may run them where it is instead of waking its executor's
  // thread, which costs more than they do.
  bool InternalInlineable() override { return true; }

  Translate translate_;
  std::shared_ptr<Prediction> prediction_;
};

// Refuses callers that may not predict.
absl::Status mayPredict(const services::Authenticator& authenticator,
                        const grpc::CallbackServerContext& context);

}  // namespace aerie::proxy
