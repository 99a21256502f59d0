#include "sim/cluster/arrivals.h"

#include <algorithm>
#include <cmath>

namespace aerie::sim::cluster {

ArrivalProcess::ArrivalProcess(const TaskGroup& group, std::uint64_t seed, std::uint64_t group_index)
    : arrivals_(group.arrivals),
      draws_(seed, DrawFor::kArrival, group_index),
      left_(group.listed.empty() ? group.count : static_cast<std::int64_t>(group.listed.size())),
      next_(group.submit_at) {
  if (arrivals_.per_hour <= 0) return;
  if (left_ == 0) left_ = -1;
  drawNext();
}

std::int64_t ArrivalProcess::take() {
  const std::int64_t wanted = arrivals_.per_hour > 0 ? arrivals_.batch : left_;
  const std::int64_t coming = left_ < 0 ? wanted : std::min(left_, wanted);
  if (left_ > 0) left_ -= coming;
  if (left_ == 0) {
    next_ = kNever;
  } else {
    drawNext();
  }
  return coming;
}

void ArrivalProcess::drawNext() {
  const double mean_hours = static_cast<double>(arrivals_.batch) / arrivals_.per_hour;
  const double gap = std::min(draws_.exponential(mean_hours * static_cast<double>(kHour)),
                              static_cast<double>(kMaxTime) / 4);
  next_ = afterOpenTime(next_, std::llround(gap));
}

SimTime ArrivalProcess::afterOpenTime(SimTime from, SimTime gap) const {
  if (arrivals_.active.empty()) return from + gap;
  SimTime open_a_day = 0;
  for (const DailyWindow& window : arrivals_.active) open_a_day += window.to - window.from;
  // Whole days at once, but never the last one.
  const SimTime days = std::max<SimTime>(0, gap / open_a_day - 1);
  gap -= days * open_a_day;
  from += days * kDay;
  while (true) {
    const SimTime midnight = from / kDay * kDay;
    for (const DailyWindow& window : arrivals_.active) {
      const SimTime begin = std::max(from, midnight + window.from);
      const SimTime end = midnight + window.to;
      if (begin >= end) continue;
      if (gap <= end - begin) return begin + gap;
      gap -= end - begin;
    }
    from = midnight + kDay;
  }
}

}  // namespace aerie::sim::cluster
