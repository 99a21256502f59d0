#include "services/train/zone_part.h"

#include <algorithm>
#include <map>

#include "core/base/clock.h"
#include "core/base/status.h"
#include "core/bundle/bundle.h"
#include "core/inference/input_matrix.h"
#include "core/inference/xgboost_model.h"
#include "core/inference/zoned_model.h"
#include "core/zones/part_file.h"
#include "services/train/reference_statistics.h"
#include "services/train/zone_files.h"
#include "sim/world/delayed_labels.h"

namespace aerie::train {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kMinOfEach = 5;  // late flights, and flights on time
constexpr std::size_t kBundleSelfTestRows = 20;

// A few hundred flights don't carry deep trees: the fewer there are, the smaller and the more careful the
// model.
BoosterOptions boosterFor(std::size_t rows, const PartOptions& options) {
  BoosterOptions booster;
  booster.seed = options.seed;
  booster.threads = options.threads;
  if (rows < 300) {
    booster.trees = 20;
    booster.depth = 2;
    booster.min_child_weight = 10;
  } else if (rows < 4'000) {
    booster.trees = 50;
    booster.depth = 3;
    booster.min_child_weight = 10;
  } else if (rows < 10'000) {
    booster.trees = 60;
    booster.depth = 4;
  } else {
    booster.trees = 80;
    booster.depth = 6;
  }
  if (options.trees > 0) booster.trees = options.trees;
  if (options.depth > 0) booster.depth = options.depth;
  return booster;
}

// A zone's rows and all that its part needs.
struct Zone {
  Prepared prepared;
  v1::FeatureLocationConfig features;
  v1::PreprocessorConfig preprocessor;
  PartRows rows;
  frame::DataFrame neighbours;  // no rows: not used
};

absl::StatusOr<frame::DataFrame> ofMonth(const frame::DataFrame& frame, const std::string& month) {
  if (month == zones::kAny) return frame;
  AERIE_ASSIGN_OR_RETURN(const frame::Column* months, frame.get("month"));
  const double wanted = std::strtod(month.c_str(), nullptr);
  std::vector<std::uint32_t> rows;
  for (std::uint32_t row = 0; row < frame.rows(); ++row) {
    if (months->numberAt(row) == wanted) rows.push_back(row);
  }
  return frame.gather(rows);
}

absl::StatusOr<Zone> readZoneOf(const fs::path& directory, const PartOptions& options) {
  Zone zone;
  AERIE_ASSIGN_OR_RETURN(zone.prepared, readPrepared(directory));
  const std::vector<std::string>& months = zone.prepared.months;
  if (options.month != zones::kAny &&
      std::find(months.begin(), months.end(), options.month) == months.end()) {
    return invalidArgument("month '{}' is not in {}; it has {}, or write '*' for all of them", options.month,
                           directory.string(), fmt::join(months, ", "));
  }
  AERIE_RETURN_IF_ERROR(readMessage(directory / zones::kSharedFeatures, zone.features));
  AERIE_RETURN_IF_ERROR(readMessage(directory / zones::kSharedPreprocessor, zone.preprocessor));
  AERIE_ASSIGN_OR_RETURN(const frame::DataFrame all, readZone(directory, zone.prepared, options.zone));
  AERIE_ASSIGN_OR_RETURN(const frame::DataFrame frame, ofMonth(all, options.month));
  AERIE_ASSIGN_OR_RETURN(zone.rows, splitRows(frame));
  if (options.neighbours > 0 && options.zone != zones::kAny) {
    AERIE_ASSIGN_OR_RETURN(zone.neighbours, readNeighbours(directory, options.month));
  }
  return zone;
}

// Why there is too little to learn from; "" = there is enough.
std::string tooFew(const Zone& zone, const PartOptions& options) {
  const std::size_t rows = zone.rows.train.rows();
  if (rows < options.min_rows)
    return fmt::format("{} flights to learn from; {} are needed", rows, options.min_rows);
  if (zone.neighbours.rows() > 0) return {};
  const std::vector<std::uint8_t> late = lateOf(zone.rows.train);
  const auto late_rows = std::count(late.begin(), late.end(), 1);
  const auto rest = static_cast<std::int64_t>(rows) - late_rows;
  if (std::min(late_rows, rest) >= kMinOfEach) return {};
  return fmt::format("{} late flights and {} on time to learn from; {} of each are needed", late_rows, rest,
                     kMinOfEach);
}

absl::StatusOr<std::string> trainOn(const Zone& zone, const PartOptions& options) {
  AERIE_ASSIGN_OR_RETURN(inference::InputMatrix inputs,
                         matrixOf(zone.features, zone.preprocessor, zone.rows.train));
  std::vector<float> labels, weights;
  for (const std::uint8_t late : lateOf(zone.rows.train)) labels.push_back(static_cast<float>(late));
  const std::size_t own = inputs.rows;
  if (zone.neighbours.rows() > 0) {
    AERIE_ASSIGN_OR_RETURN(const frame::DataFrame ready,
                           zone.neighbours.select(std::vector{std::string(kInputs)}));
    AERIE_ASSIGN_OR_RETURN(const inference::InputMatrix more, inference::toMatrix(ready));
    if (more.columns != inputs.columns)
      return invalidArgument("the neighbours have {} inputs and the zone {}; prepare the data again",
                             more.columns, inputs.columns);
    inputs.values.insert(inputs.values.end(), more.values.begin(), more.values.end());
    inputs.rows += more.rows;
    for (const std::uint8_t late : lateOf(zone.neighbours)) labels.push_back(static_cast<float>(late));
    weights.assign(own, 1.0F);
    weights.resize(inputs.rows, static_cast<float>(options.neighbours / static_cast<double>(more.rows)));
  }
  const std::size_t counted = own + (weights.empty() ? 0 : static_cast<std::size_t>(options.neighbours));
  return trainBooster(inputs, labels, boosterFor(counted, options), weights);
}

std::string zoneName(const PartOptions& options) {
  return fmt::format("{}, month {}", options.zone, options.month);
}

}  // namespace

absl::StatusOr<PartResult> trainPart(const fs::path& prepared, const PartOptions& options,
                                     const fs::path& out) {
  if (options.zone == zones::kAny && options.month == zones::kAny) {
    // Trained when the data was prepared: every task compares itself with it.
    std::error_code error;
    AERIE_RETURN_IF_ERROR(makeDirectories(out));
    fs::copy(prepared / "everywhere", out, fs::copy_options::recursive | fs::copy_options::overwrite_existing,
             error);
    if (error) return failedPrecondition("{} can't be written: {}", out.string(), error.message());
    AERIE_ASSIGN_OR_RETURN(const std::string text, readFile(out / zones::kPartFile));
    AERIE_ASSIGN_OR_RETURN(const zones::PartDescription part,
                           zones::parsePart(text, (out / zones::kPartFile).string()));
    return PartResult{{}, part.train_rows, part.test_rows, part.metrics};
  }
  AERIE_ASSIGN_OR_RETURN(const Zone zone, readZoneOf(prepared, options));
  const PartSource source{
      prepared, zone.prepared, {options.zone, options.month}, zone.features, zone.preprocessor};
  if (PartResult result; !(result.left_out = tooFew(zone, options)).empty()) {
    result.train_rows = zone.rows.train.rows();
    result.test_rows = zone.rows.test.rows();
    AERIE_RETURN_IF_ERROR(writeLeftOut(source, result, out));
    return result;
  }
  AERIE_ASSIGN_OR_RETURN(const std::string bytes, trainOn(zone, options));
  AERIE_ASSIGN_OR_RETURN(const auto model, inference::XgboostModel::fromBytes(bytes, zoneName(options)));
  return writePart(source, zone.rows, *model, bytes, out);
}

absl::StatusOr<PartResult> trainPartBundle(const fs::path& prepared, const PartOptions& options,
                                           const std::string& model_name, const SigningKey& key,
                                           const fs::path& out) {
  AERIE_ASSIGN_OR_RETURN(const Zone zone, readZoneOf(prepared, options));
  if (const std::string why = tooFew(zone, options); !why.empty())
    return failedPrecondition("{}: {}; join it with another zone, or train on '*'", zoneName(options), why);
  const PartSource source{
      prepared, zone.prepared, {options.zone, options.month}, zone.features, zone.preprocessor};
  AERIE_ASSIGN_OR_RETURN(std::string bytes, trainOn(zone, options));
  AERIE_ASSIGN_OR_RETURN(const auto model, inference::XgboostModel::fromBytes(bytes, zoneName(options)));
  AERIE_ASSIGN_OR_RETURN(const PartResult result, measure(source, zone.rows, *model));
  bundle::BundleContents contents;
  contents.features = zone.features;
  contents.preprocessor = zone.preprocessor;
  AERIE_ASSIGN_OR_RETURN(contents.self_test, selfTestOf(source, zone.rows, *model, kBundleSelfTestRows));
  AERIE_ASSIGN_OR_RETURN(const frame::DataFrame learned, featuresOf(zone.features, zone.rows.train));
  contents.statistics = referenceStatistics(learned);
  v1::BundleManifest& manifest = contents.manifest;
  manifest.set_model(model_name);
  manifest.set_description("Probability of arriving more than 15 minutes late, from " + zoneName(options));
  manifest.set_runtime("xgboost");
  manifest.set_model_file("model/model.ubj");
  manifest.add_output_names("probability");
  manifest.set_created_unix_ms(unixMillis(SystemClock().wallNow()));
  v1::Lineage* lineage = manifest.mutable_lineage();
  lineage->set_data(fmt::format("{}, {}", zone.prepared.data, zoneName(options)));
  lineage->set_data_digest(zone.prepared.data_digest);
  lineage->set_code(zone.prepared.code);
  for (const auto& [name, value] : result.metrics) (*lineage->mutable_metrics())[name] = value;
  (*lineage->mutable_metrics())["train_rows"] = static_cast<double>(result.train_rows);
  contents.model_files["model/model.ubj"] = bundle::ModelFile{{}, std::move(bytes)};
  AERIE_RETURN_IF_ERROR(makeDirectories(out));
  AERIE_RETURN_IF_ERROR(
      bundle::pack(contents, key, out / fmt::format("part{}", bundle::kExtension)).status());
  return result;
}

absl::StatusOr<ZoneQuality> evaluateZones(const fs::path& directory, const fs::path& file) {
  AERIE_ASSIGN_OR_RETURN(const Zone zone, readZoneOf(directory, {.zone = "*", .month = "*"}));
  const frame::DataFrame& test = zone.rows.test;
  AERIE_ASSIGN_OR_RETURN(const auto model, inference::ZonedModel::load(file));
  AERIE_ASSIGN_OR_RETURN(const inference::InputMatrix inputs,
                         matrixOf(zone.features, zone.preprocessor, test));
  AERIE_ASSIGN_OR_RETURN(const std::vector<float> zoned,
                         model->predict(inputs.values.data(), inputs.rows, inputs.columns));
  AERIE_ASSIGN_OR_RETURN(const frame::Column* column, test.get(kEverywhere));
  const std::span<const float> everywhere = column->floats();
  const std::vector<std::uint8_t> late = lateOf(test);

  ZoneQuality result;
  result.rows = test.rows();
  const sim::Quality all = sim::qualityOf(zoned, late);
  const sim::Quality all_everywhere = sim::qualityOf(everywhere, late);
  result.auc = all.auc;
  result.log_loss = all.log_loss;
  result.auc_everywhere = all_everywhere.auc;
  result.log_loss_everywhere = all_everywhere.log_loss;
  struct Group {
    std::vector<float> zoned, everywhere;
    std::vector<std::uint8_t> late;
  };
  std::map<std::pair<float, float>, Group> groups;  // origin_code and month, the first two columns
  for (std::size_t row = 0; row < inputs.rows; ++row) {
    const float* values = inputs.values.data() + row * inputs.columns;
    Group& group = groups[{values[0], values[1]}];
    group.zoned.push_back(zoned[row]);
    group.everywhere.push_back(everywhere[row]);
    group.late.push_back(late[row]);
    const auto part = model->table().find(values);
    const std::vector<std::int32_t>& codes = model->index().parts[*part].codes;
    if (std::find(codes.begin(), codes.end(), zones::kAnyCode) == codes.end()) ++result.own_part_rows;
  }
  double weight = 0;
  double sum = 0;
  double sum_everywhere = 0;
  for (const auto& [zone_key, group] : groups) {
    const auto late_rows = std::count(group.late.begin(), group.late.end(), 1);
    if (late_rows == 0 || late_rows == static_cast<std::ptrdiff_t>(group.late.size())) continue;
    const auto rows = static_cast<double>(group.late.size());
    const sim::Quality here = sim::qualityOf(group.zoned, group.late);
    const sim::Quality here_everywhere = sim::qualityOf(group.everywhere, group.late);
    sum += rows * here.auc;
    sum_everywhere += rows * here_everywhere.auc;
    weight += rows;
    ++result.zones;
    if (here.log_loss < here_everywhere.log_loss) ++result.zones_better;
  }
  if (weight > 0) {
    result.auc_in_zones = sum / weight;
    result.auc_in_zones_everywhere = sum_everywhere / weight;
  }
  return result;
}

}  // namespace aerie::train
