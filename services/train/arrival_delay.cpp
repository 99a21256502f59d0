#include "services/train/arrival_delay.h"

#include <algorithm>
#include <numeric>

#include "core/base/clock.h"
#include "core/base/files.h"
#include "core/base/status.h"
#include "core/bundle/bundle.h"
#include "core/features/location_config.h"
#include "core/frame/wire.h"
#include "core/inference/input_matrix.h"
#include "core/inference/xgboost_model.h"
#include "core/preprocess/config_yaml.h"
#include "core/preprocess/pipeline.h"
#include "services/train/reference_statistics.h"
#include "sim/world/delayed_labels.h"
#include "sim/world/late_rates.h"

namespace aerie::train {
namespace {

constexpr std::size_t kSelfTestRows = 20;

constexpr std::string_view kRequestFeatures = R"(features:
  - {name: hour, type: int64, from: item}
  - {name: weekday, type: int64, from: item}
  - {name: distance, type: double, from: item}
)";
constexpr std::string_view kStoredFeatures = R"(  - {name: origin, type: string, from: item}
  - {name: destination, type: string, from: item}
  - {name: route_late_rate, type: double, from: store, table: route_stats, key: [origin, destination], default: 0.2}
  - {name: origin_late_rate, type: double, from: store, table: origin_stats, key: [origin], default: 0.2}
  - {name: destination_late_rate, type: double, from: store, table: destination_stats, key: [destination], default: 0.2}
  - {name: origin_hour_late_rate, type: double, from: store, table: origin_hour_stats, key: [origin, hour], default: 0.2}
)";
constexpr std::string_view kRequestSteps = R"(steps:
  - {op: log1p, in: [distance], out: [log_distance]}
  - {op: standardize, in: [log_distance], out: [distance_z]}
outputs: [hour, weekday, distance_z]
)";
constexpr std::string_view kStoredSteps = R"(steps:
  - {op: log1p, in: [distance], out: [log_distance]}
  - {op: standardize, in: [log_distance], out: [distance_z]}
outputs: [hour, weekday, distance_z, route_late_rate, origin_late_rate, destination_late_rate, origin_hour_late_rate]
)";

struct Period {
  std::size_t begin = 0;
  std::size_t split = 0;
  std::size_t end = 0;
};

absl::StatusOr<std::vector<std::uint32_t>> rowsOf(const sim::Flights& flights, std::size_t begin,
                                                  std::size_t end, const std::string& zone) {
  std::vector<std::uint32_t> rows;
  for (std::size_t i = begin; i < end; ++i) {
    if (zone.empty() || flights.origin(i) == zone) rows.push_back(static_cast<std::uint32_t>(i));
  }
  if (rows.empty()) {
    return invalidArgument("no flight{} between the dates given: choose another zone or period",
                           zone.empty() ? std::string() : fmt::format(" from '{}'", zone));
  }
  return rows;
}

// The features that the config names, from a frame that holds them all.
absl::StatusOr<frame::DataFrame> featureColumns(const v1::FeatureLocationConfig& config,
                                                const frame::DataFrame& frame) {
  std::vector<std::string> names;
  for (const v1::FeatureLocation& feature : config.features()) names.push_back(feature.name());
  return frame.select(names);
}

absl::StatusOr<v1::SelfTest> selfTest(const frame::DataFrame& test, const v1::FeatureLocationConfig& config,
                                      const preprocess::Pipeline& pipeline,
                                      const inference::XgboostModel& model) {
  const frame::DataFrame rows = test.slice(0, std::min(kSelfTestRows, test.rows()));
  std::vector<std::string> request, stored;
  for (const v1::FeatureLocation& feature : config.features()) {
    (feature.source() == v1::STORE ? stored : request).push_back(feature.name());
  }
  v1::SelfTest result;
  AERIE_ASSIGN_OR_RETURN(const frame::DataFrame items, rows.select(request));
  frame::toWire(items, result.mutable_feature_data_frame());
  if (!stored.empty()) {
    AERIE_ASSIGN_OR_RETURN(const frame::DataFrame values, rows.select(stored));
    frame::toWire(values, result.mutable_stored_features());
  }
  AERIE_ASSIGN_OR_RETURN(const frame::DataFrame processed, pipeline.run(rows));
  AERIE_ASSIGN_OR_RETURN(const inference::InputMatrix matrix, inference::toMatrix(processed));
  AERIE_ASSIGN_OR_RETURN(std::vector<float> expected,
                         model.predict(matrix.values.data(), matrix.rows, matrix.columns));
  AERIE_ASSIGN_OR_RETURN(const frame::DataFrame outputs,
                         inference::toOutputs(std::move(expected), matrix.rows, {"probability"}));
  frame::toWire(outputs, result.mutable_expected_outputs());
  result.set_tolerance(1e-6);
  return result;
}

void describe(const ArrivalDelayOptions& options, const TrainingResult& result,
              v1::BundleManifest* manifest) {
  manifest->set_model(options.model);
  manifest->set_version(options.version);
  manifest->set_description(
      options.stored_features
          ? "Probability of arriving more than 15 minutes late; request features and stored late rates"
          : "Probability of arriving more than 15 minutes late; request features only");
  manifest->set_runtime("xgboost");
  manifest->set_model_file("model/model.ubj");
  manifest->add_output_names("probability");
  v1::Lineage* lineage = manifest->mutable_lineage();
  lineage->set_training_job("aerie-train-xgboost");
  lineage->set_data(fmt::format("{}, {} to {}{}", options.data_name, options.train_from, options.train_to,
                                options.zone.empty() ? std::string() : ", origin " + options.zone));
  lineage->set_data_digest(options.data_digest);
  lineage->set_code(options.code);
  (*lineage->mutable_metrics())["auc"] = result.test_auc;
  (*lineage->mutable_metrics())["log_loss"] = result.test_log_loss;
  (*lineage->mutable_metrics())["train_rows"] = static_cast<double>(result.train_rows);
  manifest->set_created_unix_ms(options.created_unix_ms != 0 ? options.created_unix_ms
                                                             : unixMillis(SystemClock().wallNow()));
}

absl::StatusOr<Period> periodOf(const sim::Flights& flights, const ArrivalDelayOptions& options) {
  Period period;
  AERIE_ASSIGN_OR_RETURN(period.begin, flights.firstAt(options.train_from));
  AERIE_ASSIGN_OR_RETURN(period.split, flights.firstAt(options.train_to));
  AERIE_ASSIGN_OR_RETURN(period.end, flights.firstAt(options.test_to));
  if (period.begin >= period.split || period.split >= period.end) {
    return invalidArgument("training from {} to {} and testing until {} leaves a period without flights",
                           options.train_from, options.train_to, options.test_to);
  }
  return period;
}

}  // namespace

absl::StatusOr<TrainingResult> trainArrivalDelay(const sim::Flights& flights,
                                                 const ArrivalDelayOptions& options, const SigningKey& key,
                                                 const std::filesystem::path& bundle) {
  AERIE_ASSIGN_OR_RETURN(const Period period, periodOf(flights, options));
  AERIE_ASSIGN_OR_RETURN(const auto train_rows, rowsOf(flights, period.begin, period.split, options.zone));
  AERIE_ASSIGN_OR_RETURN(const auto test_rows, rowsOf(flights, period.split, period.end, options.zone));

  bundle::BundleContents contents;
  const std::string locations = std::string(kRequestFeatures) +
                                (options.stored_features ? std::string(kStoredFeatures) : std::string());
  AERIE_ASSIGN_OR_RETURN(contents.features,
                         features::parseFeatureLocationConfig(locations, "arrival_delay features"));
  AERIE_ASSIGN_OR_RETURN(
      const v1::PreprocessorConfig unfitted,
      preprocess::parsePreprocessorConfig(options.stored_features ? kStoredSteps : kRequestSteps,
                                          "arrival_delay preprocessor"));

  const frame::DataFrame all_train = sim::trainingFrame(flights, train_rows, period.begin, period.split);
  AERIE_ASSIGN_OR_RETURN(const frame::DataFrame train, featureColumns(contents.features, all_train));
  AERIE_ASSIGN_OR_RETURN(contents.preprocessor, preprocess::fit(unfitted, train));
  AERIE_ASSIGN_OR_RETURN(const preprocess::Pipeline pipeline,
                         preprocess::Pipeline::compile(contents.preprocessor, preprocess::columnsOf(train)));
  AERIE_ASSIGN_OR_RETURN(const frame::DataFrame processed, pipeline.run(train));
  AERIE_ASSIGN_OR_RETURN(const inference::InputMatrix matrix, inference::toMatrix(processed));
  AERIE_ASSIGN_OR_RETURN(std::string model_bytes,
                         trainBooster(matrix, flights.labels(train_rows), options.booster));

  AERIE_ASSIGN_OR_RETURN(const TempDir temp, TempDir::create("aerie-train"));
  const std::filesystem::path model_file = temp.path() / "model.ubj";
  AERIE_RETURN_IF_ERROR(writeFileAtomic(model_file, model_bytes));
  AERIE_ASSIGN_OR_RETURN(const auto model, inference::XgboostModel::load(model_file));

  const frame::DataFrame all_test = sim::trainingFrame(flights, test_rows, period.begin, period.split);
  AERIE_ASSIGN_OR_RETURN(const frame::DataFrame test, featureColumns(contents.features, all_test));
  AERIE_ASSIGN_OR_RETURN(const frame::DataFrame test_processed, pipeline.run(test));
  AERIE_ASSIGN_OR_RETURN(const inference::InputMatrix test_matrix, inference::toMatrix(test_processed));
  AERIE_ASSIGN_OR_RETURN(const std::vector<float> predicted,
                         model->predict(test_matrix.values.data(), test_matrix.rows, test_matrix.columns));
  std::vector<std::uint8_t> labels;
  for (const float label : flights.labels(test_rows)) labels.push_back(label > 0.5F ? 1 : 0);
  const sim::Quality quality = sim::qualityOf(predicted, labels);

  TrainingResult result;
  result.train_rows = train_rows.size();
  result.test_rows = test_rows.size();
  result.test_auc = quality.auc;
  result.test_log_loss = quality.log_loss;
  describe(options, result, &contents.manifest);
  AERIE_ASSIGN_OR_RETURN(contents.self_test, selfTest(test, contents.features, pipeline, *model));
  contents.statistics = referenceStatistics(train);
  contents.model_files["model/model.ubj"] = bundle::ModelFile{{}, std::move(model_bytes)};
  AERIE_ASSIGN_OR_RETURN(const bundle::Packed packed, bundle::pack(contents, key, bundle));
  result.digest = packed.digest;
  result.size_bytes = packed.size_bytes;
  return result;
}

}  // namespace aerie::train
