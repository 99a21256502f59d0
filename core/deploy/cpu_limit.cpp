#include "core/deploy/cpu_limit.h"

#include <cmath>
#include <functional>
#include <vector>

namespace aerie::deploy {

CpuLimitScope::CpuLimitScope(double cpus, std::string_view key) {
  if (!(cpus > 0) || ::sched_getaffinity(0, sizeof before_, &before_) != 0) return;
  std::vector<int> usable;
  for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu) {
    if (CPU_ISSET(cpu, &before_)) usable.push_back(cpu);
  }
  const auto wanted = static_cast<std::size_t>(std::ceil(cpus));
  if (wanted >= usable.size()) return;
  cpu_set_t chosen;
  CPU_ZERO(&chosen);
  const std::size_t first = std::hash<std::string_view>()(key);
  for (std::size_t i = 0; i < wanted; ++i) CPU_SET(usable[(first + i) % usable.size()], &chosen);
  changed_ = ::sched_setaffinity(0, sizeof chosen, &chosen) == 0;
}

CpuLimitScope::~CpuLimitScope() {
  if (changed_) static_cast<void>(::sched_setaffinity(0, sizeof before_, &before_));
}

}  // namespace aerie::deploy
