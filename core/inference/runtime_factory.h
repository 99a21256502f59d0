// Runtimes by name, as configured for a worker.
#pragma once

#include <absl/status/statusor.h>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/base/executor.h"
#include "core/inference/model_runtime.h"
#include "core/net/channel.h"

namespace aerie::inference {

struct RuntimeConfig {
  std::string runtime;               // sidecar | embedded | oip_v2 | tensorflow_serving
  std::filesystem::path model_file;  // embedded
  std::string url;                   // the others
  std::string model;                 // name on the server
  std::string version;               // empty = the server chooses; a number for tensorflow_serving
  std::string input_name = "input";
  std::vector<std::string> output_names;
  bool tensor_per_column = false;    // tensorflow_serving
  std::size_t expected_columns = 0;  // embedded: checked against the model
  Executor* executor = nullptr;      // embedded
  net::ChannelOptions channel;
};

// InvalidArgument for an unknown runtime (names the known ones) or a missing setting.
absl::StatusOr<std::unique_ptr<ModelRuntime>> createRuntime(const RuntimeConfig& config);

}  // namespace aerie::inference
