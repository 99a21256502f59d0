// ModelRuntime on TensorFlow Serving (PredictionService.Predict, ModelService.GetModelStatus).
#pragma once

#include <absl/status/statusor.h>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/inference/model_runtime.h"
#include "core/net/channel.h"

namespace aerie::inference {

struct TensorflowOptions {
  std::string address;  // "host:port" (TF Serving's default port is 8500) or "unix:/path"
  std::string model;
  std::optional<std::int64_t> version;
  std::string signature = "serving_default";
  bool tensor_per_column =
      false;  // false: one DT_FLOAT tensor [rows, columns]; true: one [rows, 1] per column, by its name
  std::string input_name = "input";       // of the one tensor
  std::vector<std::string> output_names;  // empty = all, ordered by name
  std::chrono::milliseconds ready_timeout{2'000};
  net::ChannelOptions channel;
};

// As createOipRuntime, in the other dialect.
absl::StatusOr<std::unique_ptr<ModelRuntime>> createTensorflowRuntime(TensorflowOptions options);

}  // namespace aerie::inference
