#include "services/sidecar/model_server.h"

#include <algorithm>
#include <chrono>
#include <cstring>

#include "core/base/status.h"
#include "core/inference/input_matrix.h"
#include "core/inference/oip_codec.h"
#include "core/net/status.h"
#include "services/common/settings.h"

namespace aerie::sidecar {
namespace {

using ::inference::ModelInferRequest;
using ::inference::ModelInferResponse;

grpc::ServerUnaryReactor* finish(grpc::CallbackServerContext* context, const absl::Status& status) {
  grpc::ServerUnaryReactor* reactor = context->DefaultReactor();
  reactor->Finish(net::toGrpc(status));
  return reactor;
}

// The floats of the usual request, one raw FP32 tensor [rows, features], where they arrived; nullptr for
// other forms.
const float* rawMatrix(const ModelInferRequest& request, std::size_t features, std::size_t* rows) {
  if (request.inputs_size() != 1 || request.raw_input_contents_size() != 1) return nullptr;
  const ModelInferRequest::InferInputTensor& tensor = request.inputs(0);
  if (tensor.datatype() != "FP32" || tensor.shape_size() != 2 || tensor.has_contents()) return nullptr;
  if (tensor.shape(0) < 0 || tensor.shape(1) != static_cast<std::int64_t>(features)) return nullptr;
  const std::string& bytes = request.raw_input_contents(0);
  const std::size_t row_bytes = features * sizeof(float);
  if (bytes.size() % row_bytes != 0 || bytes.size() / row_bytes != static_cast<std::size_t>(tensor.shape(0)))
    return nullptr;
  if (reinterpret_cast<std::uintptr_t>(bytes.data()) % alignof(float) != 0) return nullptr;
  *rows = static_cast<std::size_t>(tensor.shape(0));
  return reinterpret_cast<const float*>(bytes.data());
}

}  // namespace

ModelServer::ModelServer(ServedModel served, telemetry::Metrics& metrics)
    : served_(std::move(served)),
      requests_ok_(metrics.counter("aerie_sidecar_requests_total", "Inference requests", {{"code", "OK"}})),
      requests_failed_(
          metrics.counter("aerie_sidecar_requests_total", "Inference requests", {{"code", "ERROR"}})),
      rows_(metrics.counter("aerie_sidecar_rows_total", "Rows predicted")),
      seconds_(
          metrics.latency("aerie_sidecar_infer_seconds", "Time of one inference request in the sidecar")) {}

absl::StatusOr<std::unique_ptr<ModelServer>> ModelServer::create(ServedModel served,
                                                                 telemetry::Metrics& metrics) {
  if (served.name.empty()) return invalidArgument("the served model needs a name (--model-name)");
  const std::size_t names = served.output_names.size();
  if (names != 1 && names != served.model->outputsPerRow()) {
    return invalidArgument("model '{}' gives {} values per row, but {} output names are set (--output-names)",
                           served.name, served.model->outputsPerRow(), names);
  }
  return std::unique_ptr<ModelServer>(new ModelServer(std::move(served), metrics));
}

absl::Status ModelServer::checkModel(const std::string& name, const std::string& version) const {
  if (name != served_.name) {
    return notFound("model '{}' is not served here; this server has '{}'", name, served_.name);
  }
  if (!version.empty() && version != served_.version) {
    return notFound("version '{}' of model '{}' is not served here; this server has version '{}'", version,
                    name, served_.version);
  }
  return absl::OkStatus();
}

absl::Status ModelServer::checkOutputs(const ModelInferRequest& request) const {
  for (const auto& output : request.outputs()) {
    if (std::find(served_.output_names.begin(), served_.output_names.end(), output.name()) !=
        served_.output_names.end()) {
      continue;
    }
    return invalidArgument("model '{}' has no output '{}'; it has: {}", served_.name, output.name(),
                           fmt::join(served_.output_names, ", "));
  }
  return absl::OkStatus();
}

absl::StatusOr<std::vector<float>> ModelServer::predictConverted(const ModelInferRequest& request,
                                                                 std::size_t* rows) const {
  const std::size_t features = served_.model->features();
  if (request.inputs().empty()) {
    return invalidArgument("the request has no input tensors; send one of shape [rows, {}]", features);
  }
  AERIE_ASSIGN_OR_RETURN(frame::DataFrame frame, inference::decodeOipInputs(request));
  const std::vector<std::string>& names = served_.model->featureNames();
  if (frame.columns().size() > 1 && !names.empty()) {
    if (frame.columns().size() != names.size()) {
      return invalidArgument(
          "model '{}' takes {} features, the request has {} tensors; send one per feature: {}", served_.name,
          names.size(), frame.columns().size(), fmt::join(names, ", "));
    }
    AERIE_ASSIGN_OR_RETURN(frame, frame.select(names));
  }
  AERIE_ASSIGN_OR_RETURN(const inference::InputMatrix matrix, inference::toMatrix(frame));
  if (matrix.columns != features) {
    return invalidArgument(
        "model '{}' takes {} features, the request has {} values per row; send one tensor [rows, {}] or "
        "one tensor per feature",
        served_.name, features, matrix.columns, features);
  }
  *rows = matrix.rows;
  return served_.model->predict(matrix.values.data(), matrix.rows, matrix.columns);
}

absl::StatusOr<std::vector<float>> ModelServer::predict(const ModelInferRequest& request,
                                                        std::size_t* rows) const {
  const std::size_t features = served_.model->features();
  if (const float* values = rawMatrix(request, features, rows); values != nullptr) {
    return served_.model->predict(values, *rows, features);
  }
  auto result = predictConverted(request, rows);
  // A name that select() did not find is the caller's mistake here, not a missing thing.
  if (absl::IsNotFound(result.status())) return invalidArgument("{}", messageOf(result.status()));
  return result;
}

absl::Status ModelServer::infer(const ModelInferRequest& request, ModelInferResponse* response) const {
  AERIE_RETURN_IF_ERROR(checkModel(request.model_name(), request.model_version()));
  AERIE_RETURN_IF_ERROR(checkOutputs(request));
  std::size_t rows = 0;
  AERIE_ASSIGN_OR_RETURN(std::vector<float> values, predict(request, &rows));
  AERIE_ASSIGN_OR_RETURN(frame::DataFrame outputs,
                         inference::toOutputs(std::move(values), rows, served_.output_names));
  if (!request.outputs().empty()) {
    std::vector<std::string> wanted;
    for (const auto& output : request.outputs()) wanted.push_back(output.name());
    AERIE_ASSIGN_OR_RETURN(outputs, outputs.select(wanted));
  }
  AERIE_RETURN_IF_ERROR(
      inference::encodeOipOutputs(outputs, !request.raw_input_contents().empty(), response));
  response->set_model_name(served_.name);
  response->set_model_version(served_.version);
  response->set_id(request.id());
  rows_.Increment(static_cast<double>(rows));
  return absl::OkStatus();
}

absl::Status ModelServer::serve(const ModelInferRequest& request, ModelInferResponse* response) const {
  const auto begin = std::chrono::steady_clock::now();
  absl::Status status = infer(request, response);
  seconds_.Observe(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
  (status.ok() ? requests_ok_ : requests_failed_).Increment();
  return status;
}

grpc::ServerUnaryReactor* ModelServer::ModelInfer(grpc::CallbackServerContext* context,
                                                  const ModelInferRequest* request,
                                                  ModelInferResponse* response) {
  return finish(context, serve(*request, response));
}

grpc::ServerUnaryReactor* ModelServer::ServerLive(grpc::CallbackServerContext* context,
                                                  const ::inference::ServerLiveRequest*,
                                                  ::inference::ServerLiveResponse* response) {
  response->set_live(true);
  return finish(context, absl::OkStatus());
}

grpc::ServerUnaryReactor* ModelServer::ServerReady(grpc::CallbackServerContext* context,
                                                   const ::inference::ServerReadyRequest*,
                                                   ::inference::ServerReadyResponse* response) {
  response->set_ready(!draining_.load(std::memory_order_acquire));
  return finish(context, absl::OkStatus());
}

grpc::ServerUnaryReactor* ModelServer::ModelReady(grpc::CallbackServerContext* context,
                                                  const ::inference::ModelReadyRequest* request,
                                                  ::inference::ModelReadyResponse* response) {
  response->set_ready(!draining_.load(std::memory_order_acquire));
  return finish(context, checkModel(request->name(), request->version()));
}

grpc::ServerUnaryReactor* ModelServer::ServerMetadata(grpc::CallbackServerContext* context,
                                                      const ::inference::ServerMetadataRequest*,
                                                      ::inference::ServerMetadataResponse* response) {
  response->set_name("aerie-sidecar");
  response->set_version(std::string(services::version()));
  return finish(context, absl::OkStatus());
}

grpc::ServerUnaryReactor* ModelServer::ModelMetadata(grpc::CallbackServerContext* context,
                                                     const ::inference::ModelMetadataRequest* request,
                                                     ::inference::ModelMetadataResponse* response) {
  const absl::Status status = checkModel(request->name(), request->version());
  if (!status.ok()) return finish(context, status);
  response->set_name(served_.name);
  if (!served_.version.empty()) response->add_versions(served_.version);
  response->set_platform(served_.model->platform());
  auto* input = response->add_inputs();
  input->set_name("input");
  input->set_datatype("FP32");
  input->add_shape(-1);
  input->add_shape(static_cast<std::int64_t>(served_.model->features()));
  for (const std::string& name : served_.output_names) {
    auto* output = response->add_outputs();
    output->set_name(name);
    output->set_datatype("FP32");
    output->add_shape(-1);
    const bool vector = served_.output_names.size() == 1 && served_.model->outputsPerRow() > 1;
    if (vector) output->add_shape(static_cast<std::int64_t>(served_.model->outputsPerRow()));
  }
  return finish(context, absl::OkStatus());
}

}  // namespace aerie::sidecar
