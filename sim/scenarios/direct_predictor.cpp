#include "sim/scenarios/direct_predictor.h"

#include <cmath>
#include <limits>
#include <numeric>

#include "core/base/files.h"
#include "core/base/status.h"
#include "core/bundle/bundle.h"
#include "core/inference/input_matrix.h"
#include "core/inference/xgboost_model.h"
#include "core/preprocess/pipeline.h"

namespace aerie::sim {
namespace {

// items() with the stored features that serving reads from the feature store: rates over the whole training
// period.
absl::StatusOr<frame::DataFrame> servedFeatures(const Flights& flights,
                                                const std::vector<std::uint32_t>& rows,
                                                const LateRates& stored) {
  std::vector<double> route, origin, destination, origin_hour;
  for (const std::uint32_t row : rows) {
    const Flight& flight = flights[row];
    // A key that the training period did not see has no stored row: the declared default of the bundle
    // answers.
    const auto known = [](double rate, bool seen) { return seen ? rate : 0.2; };
    route.push_back(known(stored.route(flight.origin, flight.destination),
                          stored.knowsRoute(flight.origin, flight.destination)));
    origin.push_back(known(stored.origin(flight.origin), stored.knowsOrigin(flight.origin)));
    destination.push_back(
        known(stored.destination(flight.destination), stored.knowsDestination(flight.destination)));
    origin_hour.push_back(known(stored.originHour(flight.origin, flight.hour()),
                                stored.knowsOriginHour(flight.origin, flight.hour())));
  }
  frame::DataFrame frame = flights.items(rows);
  AERIE_RETURN_IF_ERROR(frame.add(frame::Column::ofDoubles("route_late_rate", std::move(route))));
  AERIE_RETURN_IF_ERROR(frame.add(frame::Column::ofDoubles("origin_late_rate", std::move(origin))));
  AERIE_RETURN_IF_ERROR(frame.add(frame::Column::ofDoubles("destination_late_rate", std::move(destination))));
  AERIE_RETURN_IF_ERROR(frame.add(frame::Column::ofDoubles("origin_hour_late_rate", std::move(origin_hour))));
  return frame;
}

}  // namespace

absl::StatusOr<DirectPredictor> DirectPredictor::create(const std::filesystem::path& bundle,
                                                        const bundle::TrustedKeys& trusted,
                                                        const Flights& flights, std::size_t begin,
                                                        std::size_t end, const LateRates& stored) {
  AERIE_ASSIGN_OR_RETURN(const TempDir temp, TempDir::create("aerie-direct"));
  AERIE_ASSIGN_OR_RETURN(const bundle::OpenBundle opened,
                         bundle::open(bundle, trusted, temp.path() / "bundle"));
  AERIE_ASSIGN_OR_RETURN(const auto model, inference::loadModel(opened.model_path));
  std::vector<std::uint32_t> rows(end - begin);
  std::iota(rows.begin(), rows.end(), static_cast<std::uint32_t>(begin));
  AERIE_ASSIGN_OR_RETURN(const frame::DataFrame features, servedFeatures(flights, rows, stored));
  AERIE_ASSIGN_OR_RETURN(const preprocess::Pipeline pipeline,
                         preprocess::Pipeline::compile(opened.preprocessor, preprocess::columnsOf(features)));
  AERIE_ASSIGN_OR_RETURN(const frame::DataFrame processed, pipeline.run(features));
  AERIE_ASSIGN_OR_RETURN(const inference::InputMatrix matrix, inference::toMatrix(processed));
  DirectPredictor result;
  result.begin_ = begin;
  AERIE_ASSIGN_OR_RETURN(result.probabilities_,
                         model->predict(matrix.values.data(), matrix.rows, matrix.columns));
  return result;
}

float DirectPredictor::probability(std::uint32_t flight) const {
  if (flight < begin_ || flight - begin_ >= probabilities_.size())
    return std::numeric_limits<float>::quiet_NaN();
  return probabilities_[flight - begin_];
}

}  // namespace aerie::sim
