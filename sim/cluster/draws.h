// Random numbers that depend on their key alone: the task 17 of a group lasts equally long whatever ran
// before it, so that scenarios with the same seed are compared on the same work.
#pragma once

#include <cstdint>

#include "sim/cluster/scenario.h"

namespace aerie::sim::cluster {

enum class DrawFor : std::uint64_t {
  kDuration = 1,
  kMemory,
  kEstimate,
  kOrder,
  kAttempt,
  kArrival,
  kHostStart,
  kHostFailure
};

// One stream. Equal keys give equal streams, on every machine up to the last bit of its logarithm.
class Draws final {
 public:
  Draws(std::uint64_t seed, DrawFor purpose, std::uint64_t first = 0, std::uint64_t second = 0);

  std::uint64_t bits();
  double uniform();  // from 0 to below 1
  double exponential(double mean);
  double normal();
  double of(const Distribution& distribution);
  double lognormal(double mean, double cv);

 private:
  std::uint64_t state_;
};

}  // namespace aerie::sim::cluster
