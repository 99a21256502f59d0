// Small XGBoost models for tests, trained on the spot with a fixed seed.
#pragma once

#include <absl/status/statusor.h>
#include <filesystem>
#include <random>
#include <string>
#include <vector>
#include <xgboost/c_api.h>

#include "core/base/status.h"

namespace aerie::testing {

struct TinyModelOptions {
  int features = 4;
  int rows = 400;
  int trees = 20;
  int depth = 4;
  int classes = 1;  // 1: binary:logistic; more: multi:softprob
  std::string booster = "gbtree";
  std::vector<std::string> feature_names;
  unsigned seed = 7;
};

// Uniform values in [-1, 1), row-major.
inline std::vector<float> tinyRows(int rows, int features, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<float> values;
  for (int i = 0; i < rows * features; ++i) {
    values.push_back(static_cast<float>(random() % 20'000) / 10'000.0F - 1.0F);
  }
  return values;
}

// Trains on a rule over the first two features and saves to `file` (.ubj or .json).
inline absl::Status trainTinyModel(const std::filesystem::path& file, const TinyModelOptions& options = {}) {
  const std::vector<float> values = tinyRows(options.rows, options.features, options.seed);
  std::vector<float> labels;
  for (int row = 0; row < options.rows; ++row) {
    const float* x = values.data() + row * options.features;
    const float score = x[0] * 2.0F - (options.features > 1 ? x[1] : 0.0F);
    labels.push_back(options.classes > 1 ? static_cast<float>(row % options.classes)
                                         : (score > 0 ? 1.0F : 0.0F));
  }
  XGBSetGlobalConfig(R"({"verbosity": 0})");
  DMatrixHandle data = nullptr;
  BoosterHandle booster = nullptr;
  const auto check = [](int code) {
    return code == 0 ? absl::OkStatus() : internalError("{}", XGBGetLastError());
  };
  AERIE_RETURN_IF_ERROR(check(XGDMatrixCreateFromMat(values.data(), static_cast<bst_ulong>(options.rows),
                                                     static_cast<bst_ulong>(options.features), NAN, &data)));
  AERIE_RETURN_IF_ERROR(check(XGDMatrixSetFloatInfo(data, "label", labels.data(), labels.size())));
  AERIE_RETURN_IF_ERROR(check(XGBoosterCreate(&data, 1, &booster)));
  std::vector<std::pair<std::string, std::string>> parameters = {{"booster", options.booster},
                                                                 {"objective", "binary:logistic"},
                                                                 {"max_depth", std::to_string(options.depth)},
                                                                 {"nthread", "1"},
                                                                 {"seed", "1"}};
  if (options.classes > 1) {
    parameters[1].second = "multi:softprob";
    parameters.emplace_back("num_class", std::to_string(options.classes));
  }
  for (const auto& [name, value] : parameters) {
    AERIE_RETURN_IF_ERROR(check(XGBoosterSetParam(booster, name.c_str(), value.c_str())));
  }
  for (int i = 0; i < options.trees; ++i)
    AERIE_RETURN_IF_ERROR(check(XGBoosterUpdateOneIter(booster, i, data)));
  if (!options.feature_names.empty()) {
    std::vector<const char*> names;
    for (const std::string& name : options.feature_names) names.push_back(name.c_str());
    AERIE_RETURN_IF_ERROR(
        check(XGBoosterSetStrFeatureInfo(booster, "feature_name", names.data(), names.size())));
  }
  AERIE_RETURN_IF_ERROR(check(XGBoosterSaveModel(booster, file.c_str())));
  XGBoosterFree(booster);
  XGDMatrixFree(data);
  return absl::OkStatus();
}

}  // namespace aerie::testing
