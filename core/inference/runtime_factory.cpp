#include "core/inference/runtime_factory.h"

#include <charconv>

#include "core/base/status.h"
#include "core/inference/oip_runtime.h"
#include "core/inference/tensorflow_runtime.h"
#include "core/inference/xgboost_model.h"

namespace aerie::inference {
namespace {

absl::StatusOr<std::unique_ptr<ModelRuntime>> createEmbedded(const RuntimeConfig& config) {
  if (config.model_file.empty()) return invalidArgument("runtime embedded needs a model file");
  LocalRuntimeOptions options;
  if (!config.output_names.empty()) options.output_names = config.output_names;
  options.executor = config.executor;
  options.expected_columns = config.expected_columns;
  return createLocalRuntime(config.model_file, std::move(options));
}

absl::StatusOr<std::unique_ptr<ModelRuntime>> createOip(const RuntimeConfig& config) {
  OipOptions options;
  options.address = config.url;
  options.model = config.model;
  options.version = config.version;
  options.input_name = config.input_name;
  options.output_names = config.output_names;
  options.channel = config.channel;
  return createOipRuntime(std::move(options));
}

absl::StatusOr<std::unique_ptr<ModelRuntime>> createTensorflow(const RuntimeConfig& config) {
  TensorflowOptions options;
  options.address = config.url;
  options.model = config.model;
  if (!config.version.empty()) {
    std::int64_t version = 0;
    const char* end = config.version.data() + config.version.size();
    const auto parsed = std::from_chars(config.version.data(), end, version);
    if (parsed.ec != std::errc() || parsed.ptr != end) {
      return invalidArgument("TensorFlow Serving numbers its versions: '{}' is not a number", config.version);
    }
    options.version = version;
  }
  options.input_name = config.input_name;
  options.tensor_per_column = config.tensor_per_column;
  options.output_names = config.output_names;
  options.channel = config.channel;
  return createTensorflowRuntime(std::move(options));
}

}  // namespace

absl::StatusOr<std::unique_ptr<ModelRuntime>> createRuntime(const RuntimeConfig& config) {
  if (config.runtime == "embedded") return createEmbedded(config);
  const bool known =
      config.runtime == "sidecar" || config.runtime == "oip_v2" || config.runtime == "tensorflow_serving";
  if (!known) {
    return invalidArgument("'{}' is not a runtime; use sidecar, embedded, oip_v2 or tensorflow_serving",
                           config.runtime);
  }
  if (config.url.empty())
    return invalidArgument("runtime {} needs the address of its server (runtime-url)", config.runtime);
  return config.runtime == "tensorflow_serving" ? createTensorflow(config) : createOip(config);
}

}  // namespace aerie::inference
