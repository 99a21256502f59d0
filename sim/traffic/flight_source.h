// Requests made of real flights: consecutive flights in time order, 20 to 100 items each, the same for the
// same seed.
#pragma once

#include <cstdint>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "aerie/v1/serving.pb.h"
#include "sim/world/flights.h"

namespace aerie::sim {

struct FlightSourceOptions {
  std::string use_case = "arrival_delay";
  std::size_t begin = 0;  // flights [begin, end), then again from begin
  std::size_t end = 0;
  std::size_t min_items = 20;
  std::size_t max_items = 100;
  std::uint64_t seed = 1;
  // Where a request begins, in [begin, end), given a random number; empty = behind the request before.
  std::function<std::size_t(std::uint64_t random)> position = {};
  // Each item gets a key of its own ("f123-42" in request 42) instead of its flight's. Where the same flights
  // are asked for again and again, items are then still independent, as tests of the split take them to be.
  bool own_keys = false;
};

struct FlightRequest {
  v1::ProxyRequest message;
  std::vector<std::uint32_t> flights;  // per item
};

// Not thread-safe. std::mt19937_64 and own range reduction: the sequence is the same on every platform.
class FlightSource final {
 public:
  // `flights` must outlive the source. begin < end <= flights.size(), min_items <= max_items are checked.
  FlightSource(const Flights& flights, FlightSourceOptions options);
  FlightRequest next();
  std::uint64_t made() const { return made_; }

 private:
  const Flights& flights_;
  const FlightSourceOptions options_;
  std::mt19937_64 random_;
  std::size_t cursor_;
  std::uint64_t made_ = 0;
};

}  // namespace aerie::sim
