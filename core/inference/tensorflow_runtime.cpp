#include "core/inference/tensorflow_runtime.h"

#include <grpcpp/grpcpp.h>
#include <map>
#include <optional>

#include "core/base/status.h"
#include "core/inference/calls_in_flight.h"
#include "core/inference/tensorflow_codec.h"
#include "core/net/status.h"
#include "tensorflow_serving/predict.grpc.pb.h"

namespace aerie::inference {
namespace {

namespace serving = tensorflow::serving;

class TensorflowRuntime final : public ModelRuntime {
 public:
  TensorflowRuntime(TensorflowOptions options, const std::shared_ptr<grpc::Channel>& channel)
      : target_(std::make_shared<Target>(std::move(options))),
        prediction_(serving::PredictionService::NewStub(channel)),
        model_(serving::ModelService::NewStub(channel)) {}
  ~TensorflowRuntime() override { calls_->cancelAndWait(); }

  void predict(std::shared_ptr<const InputMatrix> input, std::chrono::system_clock::time_point deadline,
               PredictAnswer answer) override {
    const TensorflowOptions& options = target_->options;
    const auto call = std::make_shared<Call>();
    call->context->set_deadline(deadline);
    setSpec(call->request.mutable_model_spec());
    call->request.mutable_model_spec()->set_signature_name(options.signature);
    for (const std::string& name : options.output_names) call->request.add_output_filter(name);
    auto& inputs = *call->request.mutable_inputs();
    if (options.tensor_per_column) {
      for (std::size_t i = 0; i < input->columns; ++i)
        inputs[input->column_names[i]] = encodeTensor(*input, i, 1);
    } else {
      inputs[options.input_name] = encodeTensor(*input, 0, input->columns);
    }
    calls_->add(&*call->context);
    prediction_->async()->Predict(&*call->context, &call->request, &call->response,
                                  [call, calls = calls_, target = target_, rows = input->rows,
                                   answer = std::move(answer)](const grpc::Status& status) {
                                    auto result = target->finish(status, call->response, rows);
                                    calls->remove(&*call->context);
                                    call->context.reset();
                                    calls->left();
                                    answer(std::move(result));
                                  });
  }

  absl::Status ready() override {
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + target_->options.ready_timeout);
    serving::GetModelStatusRequest request;
    setSpec(request.mutable_model_spec());
    serving::GetModelStatusResponse response;
    AERIE_RETURN_IF_ERROR(target_->named(model_->GetModelStatus(&context, request, &response)));
    std::string states;
    for (const serving::ModelVersionStatus& version : response.model_version_status()) {
      if (version.state() == serving::ModelVersionStatus::AVAILABLE) return absl::OkStatus();
      states +=
          fmt::format("{}version {} is {}{}{}", states.empty() ? "" : "; ", version.version(),
                      serving::ModelVersionStatus::State_Name(version.state()),
                      version.status().error_message().empty() ? "" : ": ", version.status().error_message());
    }
    return unavailable("{} is not ready: {}", target_->name(), states.empty() ? "it has no version" : states);
  }

  std::string description() const override { return "TensorFlow Serving at " + target_->options.address; }

 private:
  struct Call {
    std::optional<grpc::ClientContext> context{std::in_place};
    serving::PredictRequest request;
    serving::PredictResponse response;
  };

  // What answers need of the runtime: they may be passed on while it goes.
  struct Target {
    explicit Target(TensorflowOptions given) : options(std::move(given)) {}
    std::string name() const {
      return fmt::format("TensorFlow Serving {} (model '{}')", options.address, options.model);
    }
    absl::Status named(const grpc::Status& status) const {
      return withContext(net::fromGrpc(status), name());
    }

    absl::StatusOr<frame::DataFrame> finish(const grpc::Status& status,
                                            const serving::PredictResponse& response,
                                            std::size_t rows) const {
      if (!status.ok()) return named(status);
      std::vector<std::string> wanted = options.output_names;
      if (wanted.empty()) {  // a map has no order: names make one
        for (const auto& [output, tensor] : response.outputs()) wanted.push_back(output);
        std::sort(wanted.begin(), wanted.end());
      }
      if (wanted.empty()) return internalError("{} answered no outputs", name());
      std::vector<frame::Column> columns;
      for (const std::string& output : wanted) {
        const auto found = response.outputs().find(output);
        if (found == response.outputs().end())
          return internalError("{} did not answer the output '{}'", name(), output);
        auto column = decodeTensor(output, found->second);
        if (!column.ok()) return internalError("{} answered badly: {}", name(), messageOf(column.status()));
        if (column->rows() != rows) {
          return internalError("{} answered {} rows of output '{}' for {} rows", name(), column->rows(),
                               output, rows);
        }
        columns.push_back(std::move(*column));
      }
      return frame::DataFrame::create(std::move(columns));
    }
    const TensorflowOptions options;
  };

  void setSpec(serving::ModelSpec* spec) const {
    spec->set_name(target_->options.model);
    if (target_->options.version.has_value()) spec->mutable_version()->set_value(*target_->options.version);
  }

  const std::shared_ptr<const Target> target_;
  const std::shared_ptr<CallsInFlight> calls_ = std::make_shared<CallsInFlight>();
  const std::unique_ptr<serving::PredictionService::Stub> prediction_;
  const std::unique_ptr<serving::ModelService::Stub> model_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<ModelRuntime>> createTensorflowRuntime(TensorflowOptions options) {
  if (options.model.empty()) return invalidArgument("runtime tensorflow_serving needs the name of a model");
  AERIE_ASSIGN_OR_RETURN(const std::shared_ptr<grpc::Channel> channel,
                         net::connect(options.address, options.channel));
  return std::make_unique<TensorflowRuntime>(std::move(options), channel);
}

}  // namespace aerie::inference
