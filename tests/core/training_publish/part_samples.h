// Outputs of training tasks as assemble.h wants them, made on the spot: origin and month choose the part.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "aerie/v1/bundle.pb.h"
#include "core/base/crypto.h"
#include "core/base/files.h"
#include "core/base/status.h"
#include "core/features/location_config.h"
#include "core/frame/wire.h"
#include "core/inference/input_matrix.h"
#include "core/inference/xgboost_model.h"
#include "core/preprocess/config_yaml.h"
#include "core/preprocess/pipeline.h"
#include "core/training_publish/assemble.h"
#include "core/zones/part_file.h"
#include "tests/core/inference/tiny_model.h"

namespace aerie::test {

class PartSamples final {
 public:
  explicit PartSamples(std::filesystem::path root, const std::string& origins = "ATL, ORD, DEN")
      : root_(std::move(root)) {
    features_ = *features::parseFeatureLocationConfig(R"(features:
  - {name: origin, type: string, from: item}
  - {name: month, type: int64, from: item}
  - {name: x, type: double, from: item}
)",
                                                      "features");
    preprocessor_ = *preprocess::parsePreprocessorConfig(
        "steps:\n  - {op: vocabulary, in: [origin], out: [origin_code], unknown: 0, values: [" + origins +
            "]}\noutputs: [origin_code, month, x]\n",
        "preprocessor");
    statistics_.set_rows(10);
  }

  // The output of the task for a zone; values "*" as they are.
  absl::StatusOr<training_publish::TaskOutput> add(const std::string& origin, const std::string& month,
                                                   unsigned seed = 1) {
    training_publish::TaskOutput task;
    task.task = (origin == "*" ? "any" : origin) + "." + (month == "*" ? "any" : month);
    task.values = {{"zone", origin}, {"month", month}};
    task.directory = root_ / task.task;
    zones::PartDescription part = describe(origin, month);
    testing::TinyModelOptions options;
    options.features = 3;
    options.seed = seed;
    const std::filesystem::path model = task.directory / zones::kPartModel;
    AERIE_RETURN_IF_ERROR(makeDirectories(task.directory));
    AERIE_RETURN_IF_ERROR(testing::trainTinyModel(model, options));
    AERIE_ASSIGN_OR_RETURN(const v1::SelfTest test, selfTest(model, origin, month));
    AERIE_RETURN_IF_ERROR(writeFileAtomic(task.directory / zones::kPartSelfTest, test.SerializeAsString()));
    AERIE_RETURN_IF_ERROR(writeShared(task.directory, part));
    AERIE_RETURN_IF_ERROR(writeFileAtomic(task.directory / zones::kPartFile, zones::toJson(part)));
    return task;
  }
  absl::StatusOr<training_publish::TaskOutput> addLeftOut(const std::string& origin,
                                                          const std::string& month) {
    training_publish::TaskOutput task{origin + "." + month, {{"zone", origin}, {"month", month}}, {}};
    task.directory = root_ / task.task;
    zones::PartDescription part = describe(origin, month);
    part.left_out = "31 flights to learn from; 50 are needed";
    AERIE_RETURN_IF_ERROR(writeShared(task.directory, part));
    AERIE_RETURN_IF_ERROR(writeFileAtomic(task.directory / zones::kPartFile, zones::toJson(part)));
    return task;
  }

  // What the model file of a task predicts for one item.
  absl::StatusOr<float> direct(const training_publish::TaskOutput& task, const std::string& origin,
                               std::int64_t month, double x) const {
    AERIE_ASSIGN_OR_RETURN(const auto model,
                           inference::XgboostModel::load(task.directory / zones::kPartModel));
    AERIE_ASSIGN_OR_RETURN(const inference::InputMatrix inputs, matrixOf({origin}, {month}, {x}));
    AERIE_ASSIGN_OR_RETURN(const std::vector<float> values, model->predict(inputs.values.data(), 1, 3));
    return values[0];
  }

  absl::StatusOr<inference::InputMatrix> matrixOf(std::vector<std::string> origins,
                                                  std::vector<std::int64_t> months,
                                                  std::vector<double> x) const {
    AERIE_ASSIGN_OR_RETURN(const frame::DataFrame frame,
                           frameOf(std::move(origins), std::move(months), std::move(x)));
    AERIE_ASSIGN_OR_RETURN(const auto pipeline,
                           preprocess::Pipeline::compile(preprocessor_, preprocess::columnsOf(frame)));
    AERIE_ASSIGN_OR_RETURN(const frame::DataFrame processed, pipeline.run(frame));
    return inference::toMatrix(processed);
  }

 private:
  static absl::StatusOr<frame::DataFrame> frameOf(std::vector<std::string> origins,
                                                  std::vector<std::int64_t> months, std::vector<double> x) {
    return frame::DataFrame::create({frame::Column::ofStrings("origin", std::move(origins)),
                                     frame::Column::ofInt64s("month", std::move(months)),
                                     frame::Column::ofDoubles("x", std::move(x))});
  }

  zones::PartDescription describe(const std::string& origin, const std::string& month) const {
    zones::PartDescription part;
    part.keys = {{"origin", "origin_code"}, {"month", "month"}};
    part.values = {origin, month};
    part.outputs = {"probability"};
    part.train_rows = 100;
    part.test_rows = 50;
    part.metrics = {{"auc", month == "3" ? 0.7 : 0.6}};
    part.data = "tiny rows";
    return part;
  }

  absl::Status writeShared(const std::filesystem::path& directory, zones::PartDescription& part) const {
    const auto write = [&](std::string_view file, const auto& message, std::string& digest) {
      const std::string bytes = message.SerializeAsString();
      digest = sha256Hex(bytes);
      return writeFileAtomic(directory / file, bytes);
    };
    AERIE_RETURN_IF_ERROR(write(zones::kSharedFeatures, features_, part.features_digest));
    AERIE_RETURN_IF_ERROR(write(zones::kSharedPreprocessor, preprocessor_, part.preprocessor_digest));
    return write(zones::kSharedStatistics, statistics_, part.statistics_digest);
  }

  absl::StatusOr<v1::SelfTest> selfTest(const std::filesystem::path& file, const std::string& origin,
                                        const std::string& month) const {
    const std::string from = origin == "*" ? "XXX" : origin;
    const std::int64_t when = month == "*" ? 99 : std::stoll(month);
    AERIE_ASSIGN_OR_RETURN(const frame::DataFrame items, frameOf({from, from}, {when, when}, {0.25, -0.75}));
    AERIE_ASSIGN_OR_RETURN(const inference::InputMatrix inputs,
                           matrixOf({from, from}, {when, when}, {0.25, -0.75}));
    AERIE_ASSIGN_OR_RETURN(const auto model, inference::XgboostModel::load(file));
    AERIE_ASSIGN_OR_RETURN(std::vector<float> values, model->predict(inputs.values.data(), 2, 3));
    AERIE_ASSIGN_OR_RETURN(const frame::DataFrame expected,
                           inference::toOutputs(std::move(values), 2, {"probability"}));
    v1::SelfTest test;
    frame::toWire(items, test.mutable_feature_data_frame());
    frame::toWire(expected, test.mutable_expected_outputs());
    test.set_tolerance(1e-6);
    return test;
  }

  std::filesystem::path root_;
  v1::FeatureLocationConfig features_;
  v1::PreprocessorConfig preprocessor_;
  v1::ReferenceStatistics statistics_;
};

}  // namespace aerie::test
