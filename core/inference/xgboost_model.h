// XGBoost models in process: libxgboost behind a small thread-safe type, and the ModelRuntime on top of it.
#pragma once

#include <absl/status/statusor.h>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/base/executor.h"
#include "core/inference/model_runtime.h"

namespace aerie::inference {

// A loaded model (.ubj or .json). Immutable after load; predict() runs in parallel from any number of threads
// without a lock (XGBoost's in-place prediction; one thread per call).
class XgboostModel final {
 public:
  // InvalidArgument for a file that is not a model or whose booster can't predict in place (gblinear).
  static absl::StatusOr<std::shared_ptr<const XgboostModel>> load(const std::filesystem::path& file);
  ~XgboostModel();
  XgboostModel(const XgboostModel&) = delete;
  XgboostModel& operator=(const XgboostModel&) = delete;

  std::size_t features() const { return features_; }
  std::size_t outputsPerRow() const { return outputs_per_row_; }
  const std::vector<std::string>& featureNames() const {
    return feature_names_;
  }  // empty when the model has none
  // values: rows * columns floats, row-major, NaN = missing; not copied. Answers rows * outputsPerRow()
  // values. InvalidArgument when columns is not features().
  absl::StatusOr<std::vector<float>> predict(const float* values, std::size_t rows,
                                             std::size_t columns) const;

 private:
  XgboostModel() = default;
  void* booster_ = nullptr;
  std::size_t features_ = 0;
  std::size_t outputs_per_row_ = 1;
  std::vector<std::string> feature_names_;
};

struct XgboostOptions {
  std::vector<std::string> output_names = {
      "prediction"};                 // one (a vector column when the model has more), or one per output
  Executor* executor = nullptr;      // null: predict() runs in the caller's thread
  std::size_t expected_columns = 0;  // 0 = whatever the model says; else checked at load
};
absl::StatusOr<std::unique_ptr<ModelRuntime>> createXgboostRuntime(const std::filesystem::path& model_file,
                                                                   XgboostOptions options = {});

}  // namespace aerie::inference
