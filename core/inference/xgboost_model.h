// XGBoost models in process: libxgboost behind a small thread-safe type, and the ModelRuntime on top of local
// models.
#pragma once

#include <absl/status/statusor.h>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/base/executor.h"
#include "core/inference/local_model.h"
#include "core/inference/model_runtime.h"

namespace aerie::inference {

// A model of XGBoost (.ubj or .json): its in-place prediction, one thread per call.
class XgboostModel final : public LocalModel {
 public:
  // InvalidArgument for a file that is not a model or whose booster can't predict in place (gblinear).
  static absl::StatusOr<std::shared_ptr<const XgboostModel>> load(const std::filesystem::path& file);
  // `name` begins every message.
  static absl::StatusOr<std::shared_ptr<const XgboostModel>> fromBytes(std::string_view bytes,
                                                                       const std::string& name);
  ~XgboostModel() override;

  std::size_t features() const override { return features_; }
  std::size_t outputsPerRow() const override { return outputs_per_row_; }
  const std::vector<std::string>& featureNames() const override { return feature_names_; }
  absl::StatusOr<std::vector<float>> predict(const float* values, std::size_t rows,
                                             std::size_t columns) const override;
  std::string platform() const override { return "xgboost"; }

 private:
  XgboostModel() = default;
  void* booster_ = nullptr;
  std::size_t features_ = 0;
  std::size_t outputs_per_row_ = 1;
  std::vector<std::string> feature_names_;
};

struct LocalRuntimeOptions {
  std::vector<std::string> output_names = {
      "prediction"};                 // one (a vector column when the model has more), or one per output
  Executor* executor = nullptr;      // null: predict() runs in the caller's thread
  std::size_t expected_columns = 0;  // 0 = whatever the model says; else checked at load
};
// The file is one of loadModel().
absl::StatusOr<std::unique_ptr<ModelRuntime>> createLocalRuntime(const std::filesystem::path& model_file,
                                                                 LocalRuntimeOptions options = {});

}  // namespace aerie::inference
