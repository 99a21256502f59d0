// Flights for tests: small, made up, in time order.
#pragma once

#include <fmt/format.h>
#include <string>

#include "sim/world/flights.h"

namespace aerie::test {

inline constexpr char kFlightHeader[] = "time,origin,destination,distance,delay\n";

// `count` flights, one each half hour from 2001-01-01, between four airports; every third is late.
inline std::string flightsCsv(int count) {
  const char* airports[] = {"ATL", "SFO", "JFK", "ORD"};
  std::string text = kFlightHeader;
  for (int i = 0; i < count; ++i) {
    const int minute = i * 30;
    text += fmt::format("2001-01-{:02}T{:02}:{:02},{},{},{},{}\n", 1 + minute / 1440, minute / 60 % 24,
                        minute % 60, airports[i % 4], airports[(i + 1 + i / 4 % 3) % 4], 100 + i % 7 * 300,
                        i % 3 == 0 ? 16 : -5);
  }
  return text;
}

inline sim::Flights sampleFlights(int count = 600) {
  return sim::Flights::parse(flightsCsv(count), "sample").value();
}

}  // namespace aerie::test
