// part.json: what a training task says about the part that it made. The other files of its output directory
// are named in core/training_publish/assemble.h.
//
//   {"format": 1,
//    "keys": [{"feature": "origin", "column": "origin_code", "value": "ATL"},
//             {"feature": "month", "column": "month", "value": "3"}],        value "*" = every value
//    "outputs": ["probability"],
//    "features_digest": "<sha256>", "preprocessor_digest": ..., "statistics_digest": ...,
//    "train_rows": 812, "test_rows": 270, "metrics": {"auc": 0.64, "log_loss": 0.51},
//    "data": "flights-2001.csv.zst", "data_digest": "<sha256>", "code": "...",
//    "left_out": "3 flights to learn from; 10 are needed"}
//
// value "*": every value. Digests: of the files in shared/. data, data_digest, code: for the lineage.
// left_out: absent, or there is no model.ubj.
#pragma once

#include <absl/status/statusor.h>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/zones/zone_index.h"

namespace aerie::zones {

inline constexpr std::string_view kPartFile = "part.json";
inline constexpr std::string_view kPartModel = "model.ubj";
inline constexpr std::string_view kPartSelfTest = "self_test.pb";
inline constexpr std::string_view kSharedFeatures = "shared/features.pb";
inline constexpr std::string_view kSharedPreprocessor = "shared/preprocessor.pb";
inline constexpr std::string_view kSharedStatistics = "shared/statistics.pb";

struct PartDescription {
  std::vector<ZoneKey> keys;
  std::vector<std::string> values;  // for each key
  std::vector<std::string> outputs;
  std::string features_digest, preprocessor_digest, statistics_digest;
  std::uint64_t train_rows = 0;
  std::uint64_t test_rows = 0;
  std::map<std::string, double> metrics;
  std::string data, data_digest, code;
  std::string left_out;
};

std::string toJson(const PartDescription& part);
// InvalidArgument names `source`, the field and the remedy.
absl::StatusOr<PartDescription> parsePart(std::string_view json, const std::string& source);

}  // namespace aerie::zones
