#include "services/train/booster.h"

#include <cmath>
#include <limits>
#include <memory>
#include <utility>
#include <vector>
#include <xgboost/c_api.h>

#include "core/base/status.h"

namespace aerie::train {
namespace {

absl::Status check(int code, std::string_view what) {
  if (code == 0) return absl::OkStatus();
  return internalError("XGBoost: {}: {}", what, XGBGetLastError());
}

struct MatrixCloser {
  void operator()(void* handle) const { XGDMatrixFree(handle); }
};
struct BoosterCloser {
  void operator()(void* handle) const { XGBoosterFree(handle); }
};

}  // namespace

absl::StatusOr<std::string> trainBooster(const inference::InputMatrix& inputs, std::span<const float> labels,
                                         const BoosterOptions& options, std::span<const float> weights) {
  if (inputs.rows == 0 || inputs.rows != labels.size()) {
    return invalidArgument(
        "training needs as many labels as rows, at least one; there are {} rows and {} labels", inputs.rows,
        labels.size());
  }
  DMatrixHandle raw_matrix = nullptr;
  AERIE_RETURN_IF_ERROR(check(XGDMatrixCreateFromMat(inputs.values.data(), inputs.rows, inputs.columns,
                                                     std::numeric_limits<float>::quiet_NaN(), &raw_matrix),
                              "data"));
  const std::unique_ptr<void, MatrixCloser> matrix(raw_matrix);
  AERIE_RETURN_IF_ERROR(
      check(XGDMatrixSetFloatInfo(raw_matrix, "label", labels.data(), labels.size()), "labels"));
  if (!weights.empty()) {
    AERIE_CHECK(weights.size() == inputs.rows);
    AERIE_RETURN_IF_ERROR(
        check(XGDMatrixSetFloatInfo(raw_matrix, "weight", weights.data(), weights.size()), "weights"));
  }
  BoosterHandle raw_booster = nullptr;
  AERIE_RETURN_IF_ERROR(check(XGBoosterCreate(&raw_matrix, 1, &raw_booster), "booster"));
  const std::unique_ptr<void, BoosterCloser> booster(raw_booster);
  const std::pair<const char*, std::string> parameters[] = {
      {"objective", "binary:logistic"},
      {"tree_method", "hist"},
      {"max_depth", fmt::format("{}", options.depth)},
      {"eta", fmt::format("{}", options.learning_rate)},
      {"min_child_weight", fmt::format("{}", options.min_child_weight)},
      {"seed", fmt::format("{}", options.seed)},
      {"nthread", fmt::format("{}", options.threads)},
  };
  for (const auto& [key, value] : parameters) {
    AERIE_RETURN_IF_ERROR(check(XGBoosterSetParam(raw_booster, key, value.c_str()), key));
  }
  for (int tree = 0; tree < options.trees; ++tree) {
    AERIE_RETURN_IF_ERROR(check(XGBoosterUpdateOneIter(raw_booster, tree, raw_matrix), "training"));
    if (options.progress && !options.progress(tree + 1))
      return absl::CancelledError("training was cancelled");
  }
  bst_ulong size = 0;
  const char* bytes = nullptr;
  AERIE_RETURN_IF_ERROR(
      check(XGBoosterSaveModelToBuffer(raw_booster, R"({"format": "ubj"})", &size, &bytes), "saving"));
  return std::string(bytes, size);
}

}  // namespace aerie::train
