#include "core/training_run/load_meter.h"

#include <algorithm>

namespace aerie::training {

void LoadMeter::running(const std::string& cluster, const AttemptKey& key, std::optional<double> cpu_seconds,
                        std::int64_t memory_bytes) {
  Sum& sum = sums_[cluster];
  sum.memory_bytes += memory_bytes;
  if (!cpu_seconds) {
    sum.known = false;
    return;
  }
  double& before = counted_[key];
  sum.cpu_seconds += std::max(0.0, *cpu_seconds - before);
  before = std::max(before, *cpu_seconds);
}

void LoadMeter::ended(const std::string& cluster, const AttemptKey& key, double cpu_seconds) {
  const auto before = counted_.find(key);
  sums_[cluster].cpu_seconds += std::max(0.0, cpu_seconds - (before == counted_.end() ? 0 : before->second));
  if (before != counted_.end()) counted_.erase(before);
}

std::map<std::string, LoadMeter::Load> LoadMeter::take(double seconds) {
  std::map<std::string, Load> loads;
  for (const auto& [cluster, sum] : sums_) {
    Load& load = loads[cluster];
    load.busy_cores = seconds > 0 ? sum.cpu_seconds / seconds : 0;
    load.memory_bytes = sum.memory_bytes;
    load.known = sum.known;
  }
  sums_.clear();
  return loads;
}

}  // namespace aerie::training
