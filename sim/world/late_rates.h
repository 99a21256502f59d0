// Stored features of the demo: shares of late flights by route, origin, destination and origin-hour, from
// past flights.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/features/feature_store.h"
#include "core/frame/data_frame.h"
#include "sim/world/flights.h"

namespace aerie::sim {

// A table as the feature store takes it.
struct FeatureTable {
  features::TableSchema schema;
  frame::DataFrame rows;
};

// Counts of late flights, smoothed towards the overall share: (late + prior * share) / (flights + prior).
class LateRates final {
 public:
  static constexpr double kPrior = 20;

  // From the flights [begin, end) but those of fold `leave_out` (-1 = none left out); a flight's fold is
  // index % folds.
  LateRates(const Flights& flights, std::size_t begin, std::size_t end, int folds = 1, int leave_out = -1);

  double overall() const { return overall_.total == 0 ? 0.2 : overall_.late / overall_.total; }
  double route(std::uint16_t origin, std::uint16_t destination) const;
  double origin(std::uint16_t airport) const;
  double destination(std::uint16_t airport) const;
  double originHour(std::uint16_t airport, int hour) const;

  // Whether the period had such a flight; a key without one has no row in the tables.
  bool knowsRoute(std::uint16_t origin, std::uint16_t destination) const;
  bool knowsOrigin(std::uint16_t airport) const { return origins_[airport].total > 0; }
  bool knowsDestination(std::uint16_t airport) const { return destinations_[airport].total > 0; }
  bool knowsOriginHour(std::uint16_t airport, int hour) const;

  // route_stats(origin, destination), origin_stats(origin), destination_stats(destination),
  // origin_hour_stats(origin, hour), one row per key that was seen.
  std::vector<FeatureTable> tables() const;

 private:
  struct Count {
    double late = 0;
    double total = 0;
  };
  double smoothed(const Count& count) const {
    return (count.late + kPrior * overall()) / (count.total + kPrior);
  }

  const Flights& flights_;
  std::size_t airports_;
  Count overall_;
  std::vector<Count> routes_, origins_, destinations_, hours_;
};

// The frame that training sees: items() plus the stored features as columns. Rows of the training range get
// rates from which their own fold is left out, so that a flight's label does not reach its own features.
frame::DataFrame trainingFrame(const Flights& flights, std::span<const std::uint32_t> indexes,
                               std::size_t train_begin, std::size_t train_end);

}  // namespace aerie::sim
