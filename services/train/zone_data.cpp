#include "services/train/zone_data.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <nlohmann/json.hpp>
#include <numeric>
#include <set>

#include "core/base/crypto.h"
#include "core/base/files.h"
#include "core/base/ids.h"
#include "core/base/status.h"
#include "core/base/sync.h"
#include "core/features/location_config.h"
#include "core/frame/wire.h"
#include "core/inference/input_matrix.h"
#include "core/inference/xgboost_model.h"
#include "core/preprocess/config_yaml.h"
#include "core/preprocess/pipeline.h"
#include "core/zones/part_file.h"
#include "services/train/reference_statistics.h"
#include "services/train/zone_files.h"

namespace aerie::train {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::string_view kFeatures = R"(features:
  - {name: origin, type: string, from: item}
  - {name: month, type: int64, from: item}
  - {name: hour, type: int64, from: item}
  - {name: weekday, type: int64, from: item}
  - {name: distance, type: double, from: item}
  - {name: destination, type: string, from: item}
)";
// origin_code and month choose the part; they are inputs of every part, too.
constexpr std::string_view kSteps = R"(steps:
  - {op: vocabulary, in: [origin], out: [origin_code], unknown: 0}
  - {op: vocabulary, in: [destination], out: [destination_code], unknown: 0}
  - {op: log1p, in: [distance], out: [log_distance]}
  - {op: standardize, in: [log_distance], out: [distance_z]}
outputs: [origin_code, month, hour, weekday, distance_z, destination_code]
)";

int dayOfMonth(const sim::Flight& flight) {
  const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(flight.minute / 1440))};
  return static_cast<int>(static_cast<unsigned>(date.day()));
}

// Origins make names of files.
absl::Status checkOrigin(const std::string& origin) {
  const bool plain =
      !origin.empty() && origin.size() <= 32 && std::all_of(origin.begin(), origin.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      });
  if (plain) return absl::OkStatus();
  return invalidArgument("origin '{}' can't name a file; use letters and digits only", origin);
}

// Everything that the steps of the preparation hand to each other.
class Preparation final {
 public:
  Preparation(const sim::Flights& flights, const PrepareOptions& options, fs::path directory)
      : flights_(flights), options_(options), directory_(std::move(directory)) {}

  absl::StatusOr<Prepared> run() {
    AERIE_RETURN_IF_ERROR(loadFeatures());
    AERIE_RETURN_IF_ERROR(writeShared());
    AERIE_RETURN_IF_ERROR(trainEverywhere());
    AERIE_RETURN_IF_ERROR(writeZones());
    AERIE_RETURN_IF_ERROR(writeNeighbours());
    AERIE_RETURN_IF_ERROR(writeLists());
    tell("done");
    return prepared_;
  }
  std::size_t steps() const { return 3 + by_origin_.size(); }

 private:
  void tell(std::string_view what) {
    if (options_.progress) options_.progress(done_++, steps(), what);
  }

  absl::Status loadFeatures() {
    tell("features");
    std::vector<std::uint32_t> rows(flights_.size());
    std::iota(rows.begin(), rows.end(), 0U);
    frame_ = flights_.items(rows);
    std::vector<std::uint8_t> late(rows.size()), test(rows.size());
    std::set<int> seen;
    std::map<std::uint16_t, std::vector<std::uint32_t>> by_origin;
    for (const std::uint32_t row : rows) {
      late[row] = flights_[row].late() ? 1 : 0;
      test[row] = dayOfMonth(flights_[row]) >= options_.test_from_day ? 1 : 0;
      if (test[row] == 0) train_.push_back(row);
      by_origin[flights_[row].origin].push_back(row);
      seen.insert(flights_[row].month());
    }
    if (train_.empty())
      return invalidArgument("no flight departs before day {} of a month", options_.test_from_day);
    AERIE_ASSIGN_OR_RETURN(features_, features::parseFeatureLocationConfig(kFeatures, "zone features"));
    std::vector<std::string> names;
    for (const v1::FeatureLocation& feature : features_.features()) names.push_back(feature.name());
    AERIE_ASSIGN_OR_RETURN(frame_, frame_.select(names));
    AERIE_RETURN_IF_ERROR(frame_.add(frame::Column::ofBools(std::string(kLate), std::move(late))));
    AERIE_RETURN_IF_ERROR(frame_.add(frame::Column::ofBools(std::string(kTest), std::move(test))));
    for (const int month : seen) prepared_.months.push_back(std::to_string(month));
    for (auto& [origin, of_origin] : by_origin) {
      AERIE_RETURN_IF_ERROR(checkOrigin(flights_.airports()[origin]));
      by_origin_.emplace_back(flights_.airports()[origin], std::move(of_origin));
    }
    std::sort(by_origin_.begin(), by_origin_.end(), [](const auto& a, const auto& b) {
      return a.second.size() != b.second.size() ? a.second.size() > b.second.size() : a.first < b.first;
    });
    return absl::OkStatus();
  }

  absl::Status writeShared() {
    tell("preprocessor");
    AERIE_ASSIGN_OR_RETURN(const v1::PreprocessorConfig unfitted,
                           preprocess::parsePreprocessorConfig(kSteps, "zone preprocessor"));
    AERIE_ASSIGN_OR_RETURN(preprocessor_, preprocess::fit(unfitted, frame_.gather(train_)));
    AERIE_ASSIGN_OR_RETURN(const frame::DataFrame learned, featuresOf(features_, frame_.gather(train_)));
    AERIE_ASSIGN_OR_RETURN(prepared_.features_digest,
                           writeMessage(directory_ / zones::kSharedFeatures, features_));
    AERIE_ASSIGN_OR_RETURN(prepared_.preprocessor_digest,
                           writeMessage(directory_ / zones::kSharedPreprocessor, preprocessor_));
    AERIE_ASSIGN_OR_RETURN(prepared_.statistics_digest,
                           writeMessage(directory_ / zones::kSharedStatistics, referenceStatistics(learned)));
    prepared_.data = options_.data_name;
    prepared_.data_digest = options_.data_digest;
    prepared_.code = options_.code;
    prepared_.test_from_day = options_.test_from_day;
    prepared_.flights = flights_.size();
    return absl::OkStatus();
  }

  absl::Status trainEverywhere() {
    tell("model of all zones");
    AERIE_ASSIGN_OR_RETURN(const inference::InputMatrix inputs, matrixOf(features_, preprocessor_, frame_));
    inference::InputMatrix train;
    train.columns = inputs.columns;
    train.rows = train_.size();
    std::vector<float> labels;
    for (const std::uint32_t row : train_) {
      const float* from = inputs.values.data() + row * inputs.columns;
      train.values.insert(train.values.end(), from, from + inputs.columns);
      labels.push_back(flights_[row].late() ? 1.0F : 0.0F);
    }
    AERIE_ASSIGN_OR_RETURN(const std::string bytes, trainBooster(train, labels, options_.booster));
    AERIE_ASSIGN_OR_RETURN(const auto model,
                           inference::XgboostModel::fromBytes(bytes, "the model of all zones"));
    AERIE_ASSIGN_OR_RETURN(std::vector<float> predicted,
                           model->predict(inputs.values.data(), inputs.rows, inputs.columns));
    AERIE_RETURN_IF_ERROR(
        frame_.add(frame::Column::ofFloats(std::string(kEverywhere), std::move(predicted))));
    AERIE_ASSIGN_OR_RETURN(const PartRows rows, splitRows(frame_));
    return writePart({directory_, prepared_, {"*", "*"}, features_, preprocessor_}, rows, *model, bytes,
                     directory_ / "everywhere")
        .status();
  }

  absl::Status writeZones() {
    for (const auto& [origin, rows] : by_origin_) {
      tell(origin);
      AERIE_RETURN_IF_ERROR(writeFrame(directory_ / "zones" / (origin + ".frame"), frame_.gather(rows)));
      prepared_.zones.push_back(origin);
    }
    return writeFrame(directory_ / "zones" / "all.frame", frame_);
  }

  // Evenly over the time: every zone and day has its share. Preprocessed: hundreds of tasks read each of
  // them.
  absl::Status writeNeighbours() {
    const auto write = [this](const std::string& name,
                              const std::vector<std::uint32_t>& rows) -> absl::Status {
      std::vector<std::uint32_t> sample;
      const std::size_t size = std::min(rows.size(), options_.neighbours);
      for (std::size_t i = 0; i < size; ++i) sample.push_back(rows[i * rows.size() / size]);
      AERIE_ASSIGN_OR_RETURN(inference::InputMatrix inputs,
                             matrixOf(features_, preprocessor_, frame_.gather(sample)));
      AERIE_ASSIGN_OR_RETURN(
          const frame::DataFrame ready,
          frame::DataFrame::create(
              {frame::Column::ofFloatVectors(std::string(kInputs), inputs.columns, std::move(inputs.values)),
               frame_.find(kLate)->gather(sample)}));
      return writeFrame(directory_ / "neighbours" / (name + ".frame"), ready);
    };
    const frame::Column* months = frame_.find("month");
    for (const std::string& month : prepared_.months) {
      std::vector<std::uint32_t> rows;
      for (const std::uint32_t row : train_) {
        if (months->textAt(row) == month) rows.push_back(row);
      }
      AERIE_RETURN_IF_ERROR(write(month, rows));
    }
    return write("all", train_);
  }

  absl::Status writeLists() {
    std::string list = "zone\n";
    for (const std::string& zone : prepared_.zones) list += zone + "\n";
    AERIE_RETURN_IF_ERROR(writeOutput(directory_ / "zones.csv", list + "*\n"));
    const json text = {{"data", prepared_.data},
                       {"data_digest", prepared_.data_digest},
                       {"code", prepared_.code},
                       {"test_from_day", prepared_.test_from_day},
                       {"zones", prepared_.zones},
                       {"months", prepared_.months},
                       {"features_digest", prepared_.features_digest},
                       {"preprocessor_digest", prepared_.preprocessor_digest},
                       {"statistics_digest", prepared_.statistics_digest},
                       {"flights", prepared_.flights}};
    return writeOutput(directory_ / "prepared.json", text.dump(1) + "\n");
  }

  const sim::Flights& flights_;
  const PrepareOptions& options_;
  const fs::path directory_;
  Prepared prepared_;
  frame::DataFrame frame_;
  std::vector<std::uint32_t> train_;
  std::vector<std::pair<std::string, std::vector<std::uint32_t>>> by_origin_;
  v1::FeatureLocationConfig features_;
  v1::PreprocessorConfig preprocessor_;
  std::size_t done_ = 0;
};

}  // namespace

absl::StatusOr<Prepared> prepareZones(const sim::Flights& flights, const PrepareOptions& options,
                                      const fs::path& directory) {
  std::error_code error;
  if (fs::exists(directory, error) && !fs::is_empty(directory, error)) {
    return failedPrecondition("{} is not empty; name a new directory, or remove it", directory.string());
  }
  fs::path beside = directory;
  if (!beside.has_filename()) beside = beside.parent_path();
  beside += "." + randomId().substr(0, 8) + ".tmp";
  auto prepared = Preparation(flights, options, beside).run();
  absl::Status status = prepared.status();
  if (status.ok()) status = syncFilesystem(beside);
  if (status.ok()) {
    fs::remove(directory, error);
    fs::rename(beside, directory, error);
    if (error)
      status = failedPrecondition("{} can't be put in place: {}", directory.string(), error.message());
  }
  if (status.ok()) return prepared;
  fs::remove_all(beside, error);
  return status;
}

absl::StatusOr<Prepared> readPrepared(const fs::path& directory) {
  const fs::path file = directory / "prepared.json";
  auto text = readFile(file);
  if (!text.ok()) {
    return failedPrecondition("{} is not a prepared directory ({}); make one: aerie-train-xgboost prepare",
                              directory.string(), messageOf(text.status()));
  }
  const json root = json::parse(*text, nullptr, false);
  Prepared prepared;
  try {
    prepared.data = root.at("data").get<std::string>();
    prepared.data_digest = root.at("data_digest").get<std::string>();
    prepared.code = root.at("code").get<std::string>();
    prepared.test_from_day = root.at("test_from_day").get<int>();
    prepared.zones = root.at("zones").get<std::vector<std::string>>();
    prepared.months = root.at("months").get<std::vector<std::string>>();
    prepared.features_digest = root.at("features_digest").get<std::string>();
    prepared.preprocessor_digest = root.at("preprocessor_digest").get<std::string>();
    prepared.statistics_digest = root.at("statistics_digest").get<std::string>();
    prepared.flights = root.at("flights").get<std::uint64_t>();
  } catch (const json::exception& e) {
    return invalidArgument("{}: {}; prepare the data again", file.string(), e.what());
  }
  return prepared;
}

absl::StatusOr<frame::DataFrame> readNeighbours(const fs::path& directory, const std::string& month) {
  return readFrame(directory / "neighbours" / ((month == zones::kAny ? "all" : month) + ".frame"));
}

absl::StatusOr<frame::DataFrame> readZone(const fs::path& directory, const Prepared& prepared,
                                          const std::string& zone) {
  if (zone == zones::kAny) return readFrame(directory / "zones" / "all.frame");
  const bool known = std::find(prepared.zones.begin(), prepared.zones.end(), zone) != prepared.zones.end();
  AERIE_RETURN_IF_ERROR(checkOrigin(zone));
  if (!known) {
    return invalidArgument("zone '{}' is not in {}; it has {} zones, {} among them", zone, directory.string(),
                           prepared.zones.size(), prepared.zones.empty() ? "none" : prepared.zones[0]);
  }
  return readFrame(directory / "zones" / (zone + ".frame"));
}

}  // namespace aerie::train
