// A model that is loaded in this process, whatever it is made of.
#pragma once

#include <absl/status/statusor.h>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace aerie::inference {

// Immutable after load; predict() runs in parallel from any number of threads without a lock.
class LocalModel {
 public:
  virtual ~LocalModel() = default;
  LocalModel(const LocalModel&) = delete;
  LocalModel& operator=(const LocalModel&) = delete;

  virtual std::size_t features() const = 0;
  virtual std::size_t outputsPerRow() const = 0;
  virtual const std::vector<std::string>& featureNames() const = 0;  // empty when the model has none
  // values: rows * columns floats, row-major, NaN = missing; not copied. Answers rows * outputsPerRow()
  // values. InvalidArgument when columns is not features(), and for a row that the model has no part for.
  virtual absl::StatusOr<std::vector<float>> predict(const float* values, std::size_t rows,
                                                     std::size_t columns) const = 0;
  // For logs and metadata: "xgboost", "xgboost_zones (1332 parts)".
  virtual std::string platform() const = 0;

 protected:
  LocalModel() = default;
};

// What the file holds decides: a zoned model (core/zones), else one of XGBoost.
absl::StatusOr<std::shared_ptr<const LocalModel>> loadModel(const std::filesystem::path& file);

}  // namespace aerie::inference
