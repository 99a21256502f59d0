#include "core/training_run/outlook.h"

#include <algorithm>
#include <cmath>

namespace aerie::training {

std::optional<std::int64_t> expectedEnd(const Progress& progress) {
  const double left = std::max(0.0, progress.work_total - progress.work_done);
  if (progress.started_ms > 0 && progress.work_done > 0 && progress.now_ms > progress.started_ms) {
    const double rate = progress.work_done / static_cast<double>(progress.now_ms - progress.started_ms);
    return progress.now_ms + std::llround(left / rate);
  }
  if (!progress.work_in_time || progress.slots <= 0) return std::nullopt;
  const std::int64_t begin = progress.started_ms > 0 ? progress.started_ms : progress.now_ms;
  return std::max(progress.now_ms, begin + static_cast<std::int64_t>(std::llround(
                                               progress.work_total / static_cast<double>(progress.slots))));
}

double costOf(double price_per_host_hour, int hosts, std::int64_t from_ms, std::int64_t to_ms) {
  if (price_per_host_hour <= 0 || from_ms <= 0 || to_ms <= from_ms) return 0;
  return price_per_host_hour * hosts * static_cast<double>(to_ms - from_ms) / 3'600'000.0;
}

}  // namespace aerie::training
