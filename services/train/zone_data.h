// What thousands of zone tasks share, made once: flights split by origin airport, the fitted preprocessor,
// the model of all zones. A task then reads its own zone's few rows instead of every flight.
//
// A prepared directory:
//
//   prepared.json              data and its digest, zones, months, first test day, digests of shared/
//
//   shared/                    features.pb, preprocessor.pb, statistics.pb: the same files go into every part
//
//   zones/<origin>.frame       its rows: features, late, test, everywhere (what the model of all zones says)
//
//   zones/all.frame            the rows of all
//
//   neighbours/<month>.frame   a sample of all zones' rows to learn from, preprocessed: inputs, late;
//   all.frame: of
//                              all months
//
//   everywhere/                the part for every zone and month, complete
//
//   zones.csv                  column zone: the origins, most flights first, then "*"
#pragma once

#include <absl/status/statusor.h>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/frame/data_frame.h"
#include "services/train/booster.h"
#include "sim/world/flights.h"

namespace aerie::train {

struct PrepareOptions {
  int test_from_day = 24;           // days of each month from this on are kept from training
  std::size_t neighbours = 20'000;  // rows of each sample
  std::string code;                 // revision of the training code, for the lineage
  std::string data_name;            // in words
  std::string data_digest;
  BoosterOptions booster;  // of the model of all zones
  // Steps done of all, and what is being done.
  std::function<void(std::size_t done, std::size_t all, std::string_view what)> progress;
};

struct Prepared {
  std::string data, data_digest, code;
  int test_from_day = 0;
  std::vector<std::string> zones;   // origins, most flights first
  std::vector<std::string> months;  // "1", "2", ...
  std::string features_digest, preprocessor_digest, statistics_digest;
  std::uint64_t flights = 0;
};

// Columns of a frame beside the features.
inline constexpr std::string_view kLate = "late";              // bool: the label
inline constexpr std::string_view kTest = "test";              // bool: kept from training
inline constexpr std::string_view kEverywhere = "everywhere";  // float: probability by the model of all zones

// Column of the neighbours beside the label.
inline constexpr std::string_view kInputs = "inputs";  // float vector: what the model takes

// Writes the directory, which must not exist or be empty; after an error nothing is left. FailedPrecondition
// says what is in the way.
absl::StatusOr<Prepared> prepareZones(const sim::Flights& flights, const PrepareOptions& options,
                                      const std::filesystem::path& directory);

// InvalidArgument for a directory that prepareZones() did not write.
absl::StatusOr<Prepared> readPrepared(const std::filesystem::path& directory);
// A sample of the rows of all zones in a month, or in all ("*"), without those kept for the test: inputs,
// late.
absl::StatusOr<frame::DataFrame> readNeighbours(const std::filesystem::path& directory,
                                                const std::string& month);
// The rows of one origin, or of all ("*"). InvalidArgument names the zones that are there.
absl::StatusOr<frame::DataFrame> readZone(const std::filesystem::path& directory, const Prepared& prepared,
                                          const std::string& zone);

}  // namespace aerie::train
