// When the tasks of a group are submitted.
#pragma once

#include <cstdint>

#include "sim/cluster/draws.h"
#include "sim/cluster/scenario.h"

namespace aerie::sim::cluster {

class ArrivalProcess final {
 public:
  ArrivalProcess(const TaskGroup& group, std::uint64_t seed, std::uint64_t group_index);

  SimTime next() const { return next_; }  // kNever: all are there
  // How many tasks come at next(); moves on.
  std::int64_t take();
  bool exhausted() const { return next_ == kNever; }

 private:
  void drawNext();
  SimTime afterOpenTime(SimTime from, SimTime gap) const;

  Arrivals arrivals_;
  Draws draws_;
  std::int64_t left_;  // -1: no end
  SimTime next_;
};

}  // namespace aerie::sim::cluster
