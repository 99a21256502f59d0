#include "sim/world/late_rates.h"

#include "core/base/status.h"

namespace aerie::sim {
namespace {

constexpr int kFolds = 5;

features::TableSchema schemaOf(std::string table, std::vector<std::string> key, std::string rate) {
  return {std::move(table), std::move(key), {{std::move(rate), frame::DataType::kDouble, 1}}};
}

FeatureTable makeTable(features::TableSchema schema, std::vector<frame::Column> columns) {
  auto frame = frame::DataFrame::create(std::move(columns));
  AERIE_CHECK(frame.ok());
  return {std::move(schema), std::move(frame).value()};
}

}  // namespace

LateRates::LateRates(const Flights& flights, std::size_t begin, std::size_t end, int folds, int leave_out)
    : flights_(flights),
      airports_(flights.airports().size()),
      routes_(airports_ * airports_),
      origins_(airports_),
      destinations_(airports_),
      hours_(airports_ * 24) {
  for (std::size_t i = begin; i < end; ++i) {
    if (leave_out >= 0 && static_cast<int>(i % static_cast<std::size_t>(folds)) == leave_out) continue;
    const Flight& flight = flights[i];
    const double late = flight.late() ? 1 : 0;
    const auto add = [late](Count& count) {
      count.late += late;
      count.total += 1;
    };
    add(overall_);
    add(routes_[flight.origin * airports_ + flight.destination]);
    add(origins_[flight.origin]);
    add(destinations_[flight.destination]);
    add(hours_[flight.origin * 24U + static_cast<std::size_t>(flight.hour())]);
  }
}

double LateRates::route(std::uint16_t origin, std::uint16_t destination) const {
  return smoothed(routes_[origin * airports_ + destination]);
}
double LateRates::origin(std::uint16_t airport) const { return smoothed(origins_[airport]); }
double LateRates::destination(std::uint16_t airport) const { return smoothed(destinations_[airport]); }
double LateRates::originHour(std::uint16_t airport, int hour) const {
  return smoothed(hours_[airport * 24U + static_cast<std::size_t>(hour)]);
}

bool LateRates::knowsRoute(std::uint16_t origin, std::uint16_t destination) const {
  return routes_[origin * airports_ + destination].total > 0;
}
bool LateRates::knowsOriginHour(std::uint16_t airport, int hour) const {
  return hours_[airport * 24U + static_cast<std::size_t>(hour)].total > 0;
}

std::vector<FeatureTable> LateRates::tables() const {
  const std::vector<std::string>& names = flights_.airports();
  std::vector<FeatureTable> result;
  std::vector<std::string> first, second;
  std::vector<double> rates;
  const auto clear = [&] {
    first.clear();
    second.clear();
    rates.clear();
  };
  for (std::size_t o = 0; o < airports_; ++o) {
    for (std::size_t d = 0; d < airports_; ++d) {
      if (routes_[o * airports_ + d].total == 0) continue;
      first.push_back(names[o]);
      second.push_back(names[d]);
      rates.push_back(smoothed(routes_[o * airports_ + d]));
    }
  }
  result.push_back(
      makeTable(schemaOf("route_stats", {"origin", "destination"}, "route_late_rate"),
                {frame::Column::ofStrings("origin", first), frame::Column::ofStrings("destination", second),
                 frame::Column::ofDoubles("route_late_rate", rates)}));
  const auto byAirport = [&](const std::vector<Count>& counts, const std::string& key,
                             const std::string& table) {
    clear();
    for (std::size_t a = 0; a < airports_; ++a) {
      if (counts[a].total == 0) continue;
      first.push_back(names[a]);
      rates.push_back(smoothed(counts[a]));
    }
    result.push_back(makeTable(
        schemaOf(table, {key}, key + "_late_rate"),
        {frame::Column::ofStrings(key, first), frame::Column::ofDoubles(key + "_late_rate", rates)}));
  };
  byAirport(origins_, "origin", "origin_stats");
  byAirport(destinations_, "destination", "destination_stats");
  clear();
  std::vector<std::int64_t> hours;
  for (std::size_t o = 0; o < airports_; ++o) {
    for (std::size_t h = 0; h < 24; ++h) {
      if (hours_[o * 24 + h].total == 0) continue;
      first.push_back(names[o]);
      hours.push_back(static_cast<std::int64_t>(h));
      rates.push_back(smoothed(hours_[o * 24 + h]));
    }
  }
  result.push_back(
      makeTable(schemaOf("origin_hour_stats", {"origin", "hour"}, "origin_hour_late_rate"),
                {frame::Column::ofStrings("origin", first), frame::Column::ofInt64s("hour", std::move(hours)),
                 frame::Column::ofDoubles("origin_hour_late_rate", rates)}));
  return result;
}

frame::DataFrame trainingFrame(const Flights& flights, std::span<const std::uint32_t> indexes,
                               std::size_t train_begin, std::size_t train_end) {
  std::vector<LateRates> folds;
  folds.reserve(kFolds + 1);
  for (int fold = 0; fold < kFolds; ++fold) folds.emplace_back(flights, train_begin, train_end, kFolds, fold);
  folds.emplace_back(flights, train_begin, train_end);
  const std::size_t n = indexes.size();
  std::vector<double> route(n), origin(n), destination(n), origin_hour(n);
  for (std::size_t i = 0; i < n; ++i) {
    const std::uint32_t index = indexes[i];
    const bool trained_on = index >= train_begin && index < train_end;
    const LateRates& rates = folds[trained_on ? index % kFolds : kFolds];
    const Flight& flight = flights[index];
    route[i] = rates.route(flight.origin, flight.destination);
    origin[i] = rates.origin(flight.origin);
    destination[i] = rates.destination(flight.destination);
    origin_hour[i] = rates.originHour(flight.origin, flight.hour());
  }
  frame::DataFrame frame = flights.items(indexes);
  for (auto& [name, values] :
       {std::pair{"route_late_rate", &route}, std::pair{"origin_late_rate", &origin},
        std::pair{"destination_late_rate", &destination}, std::pair{"origin_hour_late_rate", &origin_hour}}) {
    AERIE_CHECK(frame.add(frame::Column::ofDoubles(name, std::move(*values))).ok());
  }
  return frame;
}

}  // namespace aerie::sim
