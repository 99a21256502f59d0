// The Open Inference Protocol v2 for one model. Predictions run in the thread of the call: a batch of
// a small model takes less time than a change of threads, and raw FP32 inputs are read where they arrived.
#pragma once

#include <absl/status/statusor.h>
#include <atomic>
#include <grpcpp/grpcpp.h>
#include <memory>
#include <string>
#include <vector>

#include "core/inference/local_model.h"
#include "core/telemetry/metrics.h"
#include "inference/open_inference.grpc.pb.h"

namespace aerie::sidecar {

struct ServedModel {
  std::string name;
  std::string version;
  std::vector<std::string>
      output_names;  // one (a vector when the model has several outputs), or one per output
  std::shared_ptr<const inference::LocalModel> model;
};

// Thread-safe. Accepts one tensor [rows, features] of any name, or one tensor [rows] or [rows, 1] per
// feature: by the model's feature names when it knows them, else in their order. Numbers of any datatype, raw
// or typed; NaN = missing. Answers in the form of the request, FP32. Errors: NOT_FOUND for another model or
// version, INVALID_ARGUMENT for inputs and outputs that do not fit.
class ModelServer final : public ::inference::GRPCInferenceService::CallbackService {
 public:
  // InvalidArgument when the output names do not fit the model. `metrics` outlives the server.
  static absl::StatusOr<std::unique_ptr<ModelServer>> create(ServedModel served, telemetry::Metrics& metrics);

  // Readiness answers say no from here on; inference goes on.
  void drain() { draining_.store(true, std::memory_order_release); }

  grpc::ServerUnaryReactor* ServerLive(grpc::CallbackServerContext* context,
                                       const ::inference::ServerLiveRequest* request,
                                       ::inference::ServerLiveResponse* response) override;
  grpc::ServerUnaryReactor* ServerReady(grpc::CallbackServerContext* context,
                                        const ::inference::ServerReadyRequest* request,
                                        ::inference::ServerReadyResponse* response) override;
  grpc::ServerUnaryReactor* ModelReady(grpc::CallbackServerContext* context,
                                       const ::inference::ModelReadyRequest* request,
                                       ::inference::ModelReadyResponse* response) override;
  grpc::ServerUnaryReactor* ServerMetadata(grpc::CallbackServerContext* context,
                                           const ::inference::ServerMetadataRequest* request,
                                           ::inference::ServerMetadataResponse* response) override;
  grpc::ServerUnaryReactor* ModelMetadata(grpc::CallbackServerContext* context,
                                          const ::inference::ModelMetadataRequest* request,
                                          ::inference::ModelMetadataResponse* response) override;
  grpc::ServerUnaryReactor* ModelInfer(grpc::CallbackServerContext* context,
                                       const ::inference::ModelInferRequest* request,
                                       ::inference::ModelInferResponse* response) override;

  // What ModelInfer does, for both transports: timed and counted.
  absl::Status serve(const ::inference::ModelInferRequest& request,
                     ::inference::ModelInferResponse* response) const;
  // Without the counting.
  absl::Status infer(const ::inference::ModelInferRequest& request,
                     ::inference::ModelInferResponse* response) const;

 private:
  ModelServer(ServedModel served, telemetry::Metrics& metrics);
  absl::Status checkModel(const std::string& name, const std::string& version) const;
  absl::StatusOr<std::vector<float>> predict(const ::inference::ModelInferRequest& request,
                                             std::size_t* rows) const;
  // From tensors that need conversion.
  absl::StatusOr<std::vector<float>> predictConverted(const ::inference::ModelInferRequest& request,
                                                      std::size_t* rows) const;
  absl::Status checkOutputs(const ::inference::ModelInferRequest& request) const;

  const ServedModel served_;
  std::atomic<bool> draining_{false};
  prometheus::Counter& requests_ok_;
  prometheus::Counter& requests_failed_;
  prometheus::Counter& rows_;
  prometheus::Histogram& seconds_;
};

}  // namespace aerie::sidecar
