#include "services/proxy/prediction_service.h"

#include <grpcpp/support/message_allocator.h>

#include "core/net/status.h"
#include "services/proxy/grpc_worker_client.h"

namespace aerie::proxy {
namespace {

// Messages of one call. The request can be taken out, so that its frames travel on without a copy.
class Messages final : public grpc::MessageHolder<v1::ProxyRequest, v1::PredictResponse> {
 public:
  Messages() {
    set_request(&request_);
    set_response(&response_);
  }
  void Release() override { delete this; }
  std::shared_ptr<v1::ProxyRequest> takeRequest() {
    return std::make_shared<v1::ProxyRequest>(std::move(request_));
  }

 private:
  v1::ProxyRequest request_;
  v1::PredictResponse response_;
};

}  // namespace

class PredictionService::Allocator final
    : public grpc::MessageAllocator<v1::ProxyRequest, v1::PredictResponse> {
 public:
  grpc::MessageHolder<v1::ProxyRequest, v1::PredictResponse>* AllocateMessages() override {
    return new Messages();
  }
};

PredictReactor::PredictReactor(PredictionWorld& world, const grpc::CallbackServerContext& context,
                               std::shared_ptr<v1::ProxyRequest> request, v1::PredictResponse* response,
                               Translate translate)
    : translate_(std::move(translate)) {
  prediction_ = Prediction::start(world, std::move(request), toMonoTime(world.clock, context.deadline()),
                                  response, [this](absl::Status status) {
                                    if (translate_) status = translate_(std::move(status));
                                    Finish(net::toGrpc(status));
                                  });
}

void PredictReactor::OnCancel() { prediction_->cancel(); }

absl::Status mayPredict(const services::Authenticator& authenticator,
                        const grpc::CallbackServerContext& context) {
  if (authenticator.open()) return absl::OkStatus();
  return authenticator.require(context.client_metadata(), services::Role::kEngineer).status();
}

PredictionService::PredictionService(PredictionWorld& world, const services::Authenticator& authenticator,
                                     StatusSource status)
    : world_(world),
      authenticator_(authenticator),
      status_(std::move(status)),
      allocator_(std::make_unique<Allocator>()) {
  SetMessageAllocatorFor_Predict(allocator_.get());
}

PredictionService::~PredictionService() = default;

grpc::ServerUnaryReactor* PredictionService::Predict(grpc::CallbackServerContext* context,
                                                     const v1::ProxyRequest*, v1::PredictResponse* response) {
  if (const absl::Status allowed = mayPredict(authenticator_, *context); !allowed.ok()) {
    grpc::ServerUnaryReactor* reactor = context->DefaultReactor();
    reactor->Finish(net::toGrpc(allowed));
    return reactor;
  }
  auto* messages = static_cast<Messages*>(context->GetRpcAllocatorState());
  return new PredictReactor(world_, *context, messages->takeRequest(), response);
}

grpc::ServerUnaryReactor* PredictionService::GetProxyStatus(grpc::CallbackServerContext* context,
                                                            const v1::ProxyStatusRequest*,
                                                            v1::ProxyStatus* response) {
  grpc::ServerUnaryReactor* reactor = context->DefaultReactor();
  *response = status_();
  reactor->Finish(grpc::Status::OK);
  return reactor;
}

}  // namespace aerie::proxy
