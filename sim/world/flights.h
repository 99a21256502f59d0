// The world of the simulation: real flights (resources/demo/README.md names the source), in time order.
#pragma once

#include <absl/status/statusor.h>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/frame/data_frame.h"

namespace aerie::sim {

// A flight is late when it arrives more than this many minutes after its plan.
inline constexpr int kLateMinutes = 15;

struct Flight {
  std::int32_t minute = 0;   // local departure, minutes since 1970-01-01T00:00
  std::uint16_t origin = 0;  // index into Flights::airports()
  std::uint16_t destination = 0;
  std::uint16_t distance = 0;  // miles
  std::int16_t delay = 0;      // minutes late on arrival

  bool late() const { return delay > kLateMinutes; }
  int hour() const { return minute / 60 % 24; }
  int month() const;                                           // 1 = January
  int weekday() const { return (minute / 1440 + 3) % 7 + 1; }  // 1 = Monday; 1970-01-01 was a Thursday
};

// Immutable after loading; thread-safe.
class Flights final {
 public:
  // A CSV file with the columns time, origin, destination, distance, delay; compressed when it ends in .zst.
  // InvalidArgument names the line; FailedPrecondition when the flights are not in time order.
  static absl::StatusOr<Flights> load(const std::filesystem::path& path);
  static absl::StatusOr<Flights> parse(std::string_view csv, std::string_view source);

  const std::vector<Flight>& all() const { return flights_; }
  std::size_t size() const { return flights_.size(); }
  const Flight& operator[](std::size_t index) const { return flights_[index]; }
  const std::vector<std::string>& airports() const { return airports_; }
  const std::string& origin(std::size_t index) const { return airports_[flights_[index].origin]; }
  const std::string& destination(std::size_t index) const { return airports_[flights_[index].destination]; }
  // A stable key of one flight: "f123", its place in the record.
  std::string id(std::size_t index) const;

  // First flight that departs at or after "YYYY-MM-DD" (or "YYYY-MM-DDTHH:MM"); size() when there is none.
  absl::StatusOr<std::size_t> firstAt(std::string_view date) const;

  // What a client knows of flights: flight_id, month, hour, weekday, distance, origin, destination. One row
  // per index.
  frame::DataFrame items(std::span<const std::uint32_t> indexes) const;
  // 1 where late.
  std::vector<float> labels(std::span<const std::uint32_t> indexes) const;

 private:
  std::vector<Flight> flights_;
  std::vector<std::string> airports_;
};

}  // namespace aerie::sim
