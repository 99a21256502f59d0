// A small model's configs, requests for it, and a runtime that does what a test says.
#pragma once

#include <QtTest>
#include <map>

#include "aerie/v1/bundle.pb.h"
#include "aerie/v1/serving.pb.h"
#include "core/base/mutex.h"
#include "core/base/status.h"
#include "core/features/location_config.h"
#include "core/frame/wire.h"
#include "core/inference/model_runtime.h"
#include "core/preprocess/config_yaml.h"
#include "tests/core/features/store_fixtures.h"

namespace aerie::testing {

inline constexpr const char* kFeaturesYaml = R"(features:
  - {name: hour, type: int64, from: shared}
  - {name: distance, type: double, from: item}
  - {name: origin, type: string, from: item, default: ATL}
  - {name: age, type: int64, from: query, default: 30}
  - {name: late_rate, type: double, from: store, table: origins, key: [origin], default: 0.25}
)";
inline constexpr const char* kPreprocessorYaml = R"(steps:
  - {op: arithmetic, in: [distance], out: [scaled], operator: multiply, constant: 0.5}
outputs: [scaled, hour, age, late_rate]
)";

inline v1::FeatureLocationConfig testFeatures() {
  return *features::parseFeatureLocationConfig(kFeaturesYaml, "features.yaml");
}
inline v1::PreprocessorConfig testPreprocessor() {
  return *preprocess::parsePreprocessorConfig(kPreprocessorYaml, "preprocessor.yaml");
}

// Rates of ATL (0.5) and SFO (0.125); other origins take the default 0.25.
inline absl::Status fillOrigins(features::FeatureStore& store) {
  using frame::Column;
  const features::TableSchema schema{"origins", {"origin"}, {{"late_rate", frame::DataType::kDouble, 1}}};
  return store.put(schema, *frame::DataFrame::create({Column::ofStrings("origin", {"ATL", "SFO"}),
                                                      Column::ofDoubles("late_rate", {0.5, 0.125})}));
}

// hour = 7 for all, one query of age 40, the given distances, origins ATL, SFO and XXX in turn.
inline v1::WorkerRequest testRequest(std::vector<double> distances, frame::NullMask nulls = {}) {
  using frame::Column;
  v1::WorkerRequest request;
  request.set_request_id("request-1");
  std::vector<std::string> origins;
  for (std::size_t i = 0; i < distances.size(); ++i)
    origins.push_back(i % 3 == 0 ? "ATL" : i % 3 == 1 ? "SFO" : "XXX");
  frame::toWire(*frame::DataFrame::create({Column::ofInt64s("hour", {7})}),
                request.mutable_shared_features());
  frame::toWire(*frame::DataFrame::create({Column::ofInt64s("age", {40})}),
                request.mutable_query_data_frame());
  frame::toWire(
      *frame::DataFrame::create({Column::ofDoubles("distance", std::move(distances), std::move(nulls)),
                                 Column::ofStrings("origin", std::move(origins))}),
      request.mutable_feature_data_frame());
  return request;
}

// What FakeRuntime answers for a row of testRequest: scaled + hour + age + late_rate.
inline float expectedSum(double distance, std::size_t row) {
  const double rate = row % 3 == 0 ? 0.5 : row % 3 == 1 ? 0.125 : 0.25;
  return static_cast<float>(distance * 0.5 + 7 + 40 + rate);
}

// Answers "score" = the sum of a row's inputs, at once, or when release() says so.
class FakeRuntime final : public inference::ModelRuntime {
 public:
  void predict(std::shared_ptr<const inference::InputMatrix> input, std::chrono::system_clock::time_point,
               inference::PredictAnswer answer) override {
    {
      const MutexLock lock(mutex_);
      ++calls_;
      last_ = input;
      if (hold_) {
        held_.push_back([this, input, answer] { answer(compute(*input)); });
        arrived_.notify_all();
        return;
      }
    }
    answer(compute(*input));
  }
  absl::Status ready() override { return absl::OkStatus(); }
  std::string description() const override { return "fake runtime"; }

  void failWith(absl::Status status) {
    const MutexLock lock(mutex_);
    failure_ = std::move(status);
  }
  void answerRows(std::size_t rows) {
    const MutexLock lock(mutex_);
    rows_ = rows;
  }
  void hold() {
    const MutexLock lock(mutex_);
    hold_ = true;
  }
  // Blocks until `calls` predictions are held.
  void waitHeld(std::size_t calls) {
    const MutexLock lock(mutex_);
    while (held_.size() < calls) arrived_.wait(mutex_);
  }
  void release() {
    std::vector<std::function<void()>> held;
    {
      const MutexLock lock(mutex_);
      hold_ = false;
      held.swap(held_);
    }
    for (const auto& answer : held) answer();
  }
  int calls() const {
    const MutexLock lock(mutex_);
    return calls_;
  }
  std::shared_ptr<const inference::InputMatrix> last() const {
    const MutexLock lock(mutex_);
    return last_;
  }

 private:
  absl::StatusOr<frame::DataFrame> compute(const inference::InputMatrix& input) const {
    const MutexLock lock(mutex_);
    if (!failure_.ok()) return failure_;
    std::vector<float> sums(rows_ == 0 ? input.rows : rows_, 0.0F);
    for (std::size_t i = 0; i < input.rows * input.columns; ++i) {
      if (i / input.columns < sums.size()) sums[i / input.columns] += input.values[i];
    }
    return frame::DataFrame::create({frame::Column::ofFloats("score", std::move(sums))});
  }

  mutable Mutex mutex_;
  CondVar arrived_;
  absl::Status failure_;
  std::size_t rows_ = 0;  // 0 = as asked
  bool hold_ = false;
  int calls_ = 0;
  std::vector<std::function<void()>> held_;
  std::shared_ptr<const inference::InputMatrix> last_;
};

}  // namespace aerie::testing
