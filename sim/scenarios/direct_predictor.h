// What a model version must answer for each flight, computed without any service: bundle, preprocessing and
// XGBoost in this process, stored features from the same tables that the feature store was loaded with.
#pragma once

#include <absl/status/statusor.h>
#include <filesystem>
#include <string>
#include <vector>

#include "core/bundle/trusted_keys.h"
#include "sim/world/flights.h"
#include "sim/world/late_rates.h"

namespace aerie::sim {

class DirectPredictor final {
 public:
  // Probabilities of the flights [begin, end).
  static absl::StatusOr<DirectPredictor> create(const std::filesystem::path& bundle,
                                                const bundle::TrustedKeys& trusted, const Flights& flights,
                                                std::size_t begin, std::size_t end, const LateRates& stored);
  // NaN for a flight outside the range.
  float probability(std::uint32_t flight) const;

 private:
  std::size_t begin_ = 0;
  std::vector<float> probabilities_;
};

}  // namespace aerie::sim
