#include "core/inference/oip_runtime.h"

#include <grpcpp/grpcpp.h>
#include <optional>

#include "core/base/status.h"
#include "core/inference/calls_in_flight.h"
#include "core/inference/oip_codec.h"
#include "core/local_call/client.h"
#include "core/net/status.h"
#include "inference/open_inference.grpc.pb.h"

namespace aerie::inference {
namespace {

using ::inference::GRPCInferenceService;

// Deadlines beyond are none: their sum with the time now might not fit.
constexpr std::chrono::hours kLongest(24);

class OipRuntime final : public ModelRuntime {
 public:
  OipRuntime(OipOptions options, const std::shared_ptr<grpc::Channel>& channel)
      : target_(std::make_shared<Target>(std::move(options))), stub_(GRPCInferenceService::NewStub(channel)) {
    const std::string path =
        target_->options.local_calls ? local_call::localSocketPath(target_->options.address) : "";
    if (!path.empty()) local_ = std::make_unique<local_call::Client>(path);
  }
  ~OipRuntime() override { calls_->cancelAndWait(); }

  void predict(std::shared_ptr<const InputMatrix> input, std::chrono::system_clock::time_point deadline,
               PredictAnswer answer) override {
    const auto call = std::make_shared<Call>();
    const OipOptions& options = target_->options;
    call->context->set_deadline(deadline);
    call->request.set_model_name(options.model);
    call->request.set_model_version(options.version);
    for (const std::string& name : options.output_names) call->request.add_outputs()->set_name(name);
    encodeOipMatrix(*input, options.input_name, &call->request);
    if (local_ != nullptr) {
      const std::optional<absl::Status> status = predictLocally(*call, deadline);
      if (status) return answer(target_->finish(*status, call->response, input->rows));
    }
    calls_->add(&*call->context);
    stub_->async()->ModelInfer(&*call->context, &call->request, &call->response,
                               [call, calls = calls_, target = target_, rows = input->rows,
                                answer = std::move(answer)](const grpc::Status& status) {
                                 auto result = target->finish(net::fromGrpc(status), call->response, rows);
                                 calls->remove(&*call->context);
                                 call->context.reset();
                                 calls->left();
                                 answer(std::move(result));
                               });
  }

  bool blocks() const override { return local_ != nullptr; }

  absl::Status ready() override {
    const OipOptions& options = target_->options;
    {
      grpc::ClientContext context;
      context.set_deadline(std::chrono::system_clock::now() + options.ready_timeout);
      ::inference::ServerReadyResponse response;
      AERIE_RETURN_IF_ERROR(target_->named(stub_->ServerReady(&context, {}, &response)));
      if (!response.ready()) return unavailable("{} is not ready", target_->name());
    }
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + options.ready_timeout);
    ::inference::ModelReadyRequest request;
    request.set_name(options.model);
    request.set_version(options.version);
    ::inference::ModelReadyResponse response;
    AERIE_RETURN_IF_ERROR(target_->named(stub_->ModelReady(&context, request, &response)));
    if (!response.ready()) return unavailable("{} has not loaded its model yet", target_->name());
    return absl::OkStatus();
  }

  std::string description() const override { return "oip v2 at " + target_->options.address; }

 private:
  struct Call {
    std::optional<grpc::ClientContext> context{std::in_place};
    ::inference::ModelInferRequest request;
    ::inference::ModelInferResponse response;
  };

  // Nothing when no local calls are offered: then it is for gRPC.
  std::optional<absl::Status> predictLocally(Call& call, std::chrono::system_clock::time_point deadline) {
    auto until = std::chrono::steady_clock::time_point::max();
    const auto left = deadline - std::chrono::system_clock::now();
    if (left < kLongest) until = std::chrono::steady_clock::now() + left;
    return local_->call(
        until, [&](std::string* frame) { call.request.AppendToString(frame); },
        [&](std::string_view payload) {
          if (call.response.ParseFromArray(payload.data(), static_cast<int>(payload.size())))
            return absl::OkStatus();
          return internalError("the answer is not a ModelInferResponse");
        });
  }

  // What answers need of the runtime: they may be passed on while it goes.
  struct Target {
    explicit Target(OipOptions given) : options(std::move(given)) {}
    std::string name() const {
      return fmt::format("model server {} (model '{}')", options.address, options.model);
    }
    absl::Status named(const grpc::Status& status) const {
      return withContext(net::fromGrpc(status), name());
    }

    absl::StatusOr<frame::DataFrame> finish(const absl::Status& status,
                                            const ::inference::ModelInferResponse& response,
                                            std::size_t rows) const {
      if (!status.ok()) return withContext(status, name());
      auto decoded = decodeOipOutputs(response);
      if (!decoded.ok()) return internalError("{} answered badly: {}", name(), messageOf(decoded.status()));
      if (decoded->columns().empty() || decoded->rows() != rows) {
        return internalError("{} answered {} outputs of {} rows for {} rows", name(),
                             decoded->columns().size(), decoded->rows(), rows);
      }
      if (options.output_names.empty()) return decoded;
      auto selected = decoded->select(options.output_names);
      if (!selected.ok())
        return internalError("{} did not answer all outputs: {}", name(), messageOf(selected.status()));
      return selected;
    }
    const OipOptions options;
  };

  const std::shared_ptr<const Target> target_;
  const std::shared_ptr<CallsInFlight> calls_ = std::make_shared<CallsInFlight>();
  const std::unique_ptr<GRPCInferenceService::Stub> stub_;
  std::unique_ptr<local_call::Client> local_;  // null when answers come by gRPC alone
};

}  // namespace

absl::StatusOr<std::unique_ptr<ModelRuntime>> createOipRuntime(OipOptions options) {
  if (options.model.empty()) return invalidArgument("runtime oip_v2 needs the name of a model");
  AERIE_ASSIGN_OR_RETURN(const std::shared_ptr<grpc::Channel> channel,
                         net::connect(options.address, options.channel));
  return std::make_unique<OipRuntime>(std::move(options), channel);
}

}  // namespace aerie::inference
