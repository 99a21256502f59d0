// When a job will be done and what it costs, from what it has done. Pure.
#pragma once

#include <cstdint>
#include <optional>

#include "core/training/states.h"

namespace aerie::training {

// Work is in milliseconds of one slot, by the last run's durations (a task that has none counts as their
// mean, or as one when there is none at all).
struct Progress {
  std::int64_t started_ms = 0;  // first start; 0 = none yet
  std::int64_t now_ms = 0;
  double work_total = 0;
  double work_done = 0;
  std::int64_t slots = 0;     // tasks at the same time; 0 = unknown
  bool work_in_time = false;  // work is really in milliseconds
};

// nullopt: nothing to tell from yet.
std::optional<std::int64_t> expectedEnd(const Progress& progress);

// Of `hosts` for this long; 0 without a price.
double costOf(double price_per_host_hour, int hosts, std::int64_t from_ms, std::int64_t to_ms);

}  // namespace aerie::training
