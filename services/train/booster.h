// Training of gradient-boosted trees through libxgboost's C API.
#pragma once

#include <absl/status/statusor.h>
#include <cstdint>
#include <functional>
#include <span>
#include <string>

#include "core/inference/model_runtime.h"

namespace aerie::train {

struct BoosterOptions {
  int trees = 60;
  int depth = 6;
  double learning_rate = 0.1;
  double min_child_weight = 5;
  std::uint32_t seed = 1;
  int threads = 1;
  // Called after each tree with the number done; false stops the training (Cancelled).
  std::function<bool(int done)> progress;
};

// Binary classification (binary:logistic), histogram method: the same inputs, options and thread count give
// the same model. Answers the model in UBJSON, as XgboostModel::load reads it. labels: 0 or 1, one per row;
// weights: none (all rows count alike), or one per row.
absl::StatusOr<std::string> trainBooster(const inference::InputMatrix& inputs, std::span<const float> labels,
                                         const BoosterOptions& options, std::span<const float> weights = {});

}  // namespace aerie::train
