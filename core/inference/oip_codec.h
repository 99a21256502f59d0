// Tensors of the Open Inference Protocol v2 to and from frames; raw and typed forms.
//
// A tensor of shape [n] or [n, 1] is a plain column, [n, d] of numbers a float vector column of dimension d.
// FP32 -> float, FP64 -> double, all integers -> int64, BOOL -> bool, BYTES -> string; FP16 and BF16 (raw
// only) -> float.
#pragma once

#include <absl/status/statusor.h>
#include <string>

#include "core/frame/data_frame.h"
#include "core/inference/model_runtime.h"
#include "inference/open_inference.pb.h"

namespace aerie::inference {

// One column per tensor. InvalidArgument names the tensor: unknown datatype, shape against the number of
// elements or bytes, values too large for int64, raw and typed contents mixed, ragged tensors, a tensor
// without batch dimension.
absl::StatusOr<frame::DataFrame> decodeOipInputs(const ::inference::ModelInferRequest& request);
absl::StatusOr<frame::DataFrame> decodeOipOutputs(const ::inference::ModelInferResponse& response);

// Columns as tensors. Null numbers are NaN; a null in another column is InvalidArgument.
absl::Status encodeOipInputs(const frame::DataFrame& frame, bool raw,
                             ::inference::ModelInferRequest* request);
absl::Status encodeOipOutputs(const frame::DataFrame& frame, bool raw,
                              ::inference::ModelInferResponse* response);

// One raw FP32 tensor [rows, columns].
void encodeOipMatrix(const InputMatrix& matrix, const std::string& name,
                     ::inference::ModelInferRequest* request);

}  // namespace aerie::inference
