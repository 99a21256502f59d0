// tensorflow.TensorProto to and from columns: tensor_content and typed values, and one typed value for the
// whole tensor.
#pragma once

#include <absl/status/statusor.h>
#include <string>

#include "core/frame/data_frame.h"
#include "core/inference/model_runtime.h"
#include "tensorflow_serving/tensor.pb.h"

namespace aerie::inference {

// [n] or [n, 1] is a plain column, [n, d] of numbers a float vector. DT_FLOAT, DT_HALF and DT_BFLOAT16 ->
// float, DT_DOUBLE -> double, integers -> int64, DT_BOOL -> bool, DT_STRING -> string. InvalidArgument names
// the tensor `name`.
absl::StatusOr<frame::Column> decodeTensor(const std::string& name, const tensorflow::TensorProto& tensor);

// Columns [begin, begin + count) of the matrix as DT_FLOAT [rows, count] in tensor_content.
tensorflow::TensorProto encodeTensor(const InputMatrix& matrix, std::size_t begin, std::size_t count);

}  // namespace aerie::inference
