// The demo's training application: does a flight arrive more than 15 minutes late? Trains on real flights
// through core/preprocess, the library that serving uses, and packs a signed bundle.
#pragma once

#include <absl/status/statusor.h>
#include <filesystem>
#include <functional>
#include <string>

#include "core/base/crypto.h"
#include "services/train/booster.h"
#include "sim/world/flights.h"

namespace aerie::train {

struct ArrivalDelayOptions {
  // false: hour, weekday and distance from the request (v1). true: also late rates from the feature store
  // (v2).
  bool stored_features = false;
  std::string train_from = "2001-01-01";
  std::string train_to = "2001-05-01";  // exclusive; the test period begins here
  std::string test_to = "2001-07-01";   // exclusive
  std::string zone;                     // origin airport; empty = all
  std::string model = "arrival_delay";
  std::string version;    // empty: the registry numbers it
  std::string code;       // revision of the training code, for the lineage
  std::string data_name;  // what it was trained on, in words
  std::string data_digest;
  std::int64_t created_unix_ms =
      0;  // stamped into the bundle; 0 = now. The same stamp, data and options give the same bundle
  BoosterOptions booster;
};

struct TrainingResult {
  std::string digest;  // of the bundle
  std::uint64_t size_bytes = 0;
  std::uint64_t train_rows = 0;
  std::uint64_t test_rows = 0;
  double test_auc = 0.5;
  double test_log_loss = 0;
};

// InvalidArgument for an unknown zone or an empty period, naming it.
absl::StatusOr<TrainingResult> trainArrivalDelay(const sim::Flights& flights,
                                                 const ArrivalDelayOptions& options, const SigningKey& key,
                                                 const std::filesystem::path& bundle);

}  // namespace aerie::train
