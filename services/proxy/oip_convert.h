// Between the Open Inference Protocol v2 and the proxy's own messages, so that existing clients work
// unchanged.
//
// Request: model_name = use case, model_version empty (routing chooses versions), id = request id, and one
// input tensor per feature column, shape [n] or [n, 1] (one value per item), or FP32 [n, d] for a float
// vector; typed contents or raw_input_contents. BYTES are strings. Request parameters: "shared.<name>" is a
// shared feature (bool, int64, string, double or uint64), "force_arm" is PredictOptions.force_arm. Per-query
// frames have no form in this protocol: repeat the values per item.
//
// Answer: one output tensor per output column in item order (doubles FP64, floats FP32, int64s INT64, bools
// BOOL, strings BYTES, float vectors FP32 [n, d]); raw when the request was raw, else typed. Nulls are NaN in
// FP tensors and zero or "" in others. When some item failed, the INT32 tensor "aerie_status" holds each
// item's google.rpc.Code and the response parameter "aerie_error" the first reason; when all did, the call
// fails with the first item's status, because OIP clients look nowhere else.
#pragma once

#include <absl/status/statusor.h>

#include "aerie/v1/serving.pb.h"
#include "inference/open_inference.pb.h"

namespace aerie::proxy {

inline constexpr const char* kOipStatusTensor = "aerie_status";

// InvalidArgument names the tensor and what is wrong with it.
absl::StatusOr<v1::ProxyRequest> fromOip(const inference::ModelInferRequest& request);
absl::Status toOip(const inference::ModelInferRequest& request, const v1::PredictResponse& answer,
                   inference::ModelInferResponse* response);

}  // namespace aerie::proxy
