// ModelRuntime: what a worker asks for predictions, wherever the model runs (in process, or in a sidecar).
#pragma once

#include <absl/status/statusor.h>
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/frame/data_frame.h"

namespace aerie::inference {

// A dense matrix of model inputs, row-major, NaN = missing: the form in which preprocessed features reach a
// model.
struct InputMatrix {
  std::vector<float> values;  // rows * columns
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::vector<std::string> column_names;  // in model input order; `columns` of them
};

// Answer: output columns with one row per input row.
using PredictAnswer = std::function<void(absl::StatusOr<frame::DataFrame>)>;

// Thread-safe; predictions run in parallel.
class ModelRuntime {
 public:
  virtual ~ModelRuntime() = default;
  // Answers exactly once, perhaps before returning, perhaps on another thread. DeadlineExceeded past
  // `deadline`.
  virtual void predict(std::shared_ptr<const InputMatrix> input,
                       std::chrono::system_clock::time_point deadline, PredictAnswer answer) = 0;
  // True when predict() waits for the answer on the calling thread.
  virtual bool blocks() const { return false; }
  // OK when the model is loaded and can answer. May block; not for the hot path.
  virtual absl::Status ready() = 0;
  // For logs: "xgboost in process", "oip v2 at unix:/...".
  virtual std::string description() const = 0;
};

}  // namespace aerie::inference
