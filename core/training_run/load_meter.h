// What each cluster of this machine used: processor time of running tasks and of those that ended since,
// counted once. Pure.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <unordered_map>

#include "core/training_run/local_tasks.h"

namespace aerie::training {

// Not thread-safe.
class LoadMeter final {
 public:
  struct Load {
    double busy_cores = 0;
    std::int64_t memory_bytes = 0;
    // False when the limits in force cannot tell what running tasks use; busy_cores is then of ended ones
    // only.
    bool known = true;
  };

  // A running task has used this much so far.
  void running(const std::string& cluster, const AttemptKey& key, std::optional<double> cpu_seconds,
               std::int64_t memory_bytes);
  // A task ended, having used this much in all; 0 = not known.
  void ended(const std::string& cluster, const AttemptKey& key, double cpu_seconds);
  // Loads since the call before, `seconds` ago; at first 0.
  std::map<std::string, Load> take(double seconds);

 private:
  struct Sum {
    double cpu_seconds = 0;
    std::int64_t memory_bytes = 0;
    bool known = true;
  };
  std::map<AttemptKey, double> counted_;
  std::map<std::string, Sum> sums_;
};

}  // namespace aerie::training
