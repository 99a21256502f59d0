// From preprocessed features to the dense matrix that models take.
#pragma once

#include <absl/status/statusor.h>

#include "core/frame/data_frame.h"
#include "core/inference/model_runtime.h"

namespace aerie::inference {

// Columns in frame order as float32, nulls as NaN. A float vector of dimension d becomes d columns
// "name[0]".."name[d-1]". Integers and doubles are rounded to the nearest float. InvalidArgument for a string
// column: preprocess it first.
absl::StatusOr<InputMatrix> toMatrix(const frame::DataFrame& frame);

// Row-major outputs (rows x names.size()) as float columns. names.size() == 1 with several values per row
// makes one float vector column. InvalidArgument when the numbers don't fit.
absl::StatusOr<frame::DataFrame> toOutputs(std::vector<float> values, std::size_t rows,
                                           const std::vector<std::string>& names);

}  // namespace aerie::inference
