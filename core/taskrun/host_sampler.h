// What this host has, and what of it is really busy: as a whole, core by core, and by running task.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/monitoring/host_probe.h"
#include "core/taskrun/resource_limiter.h"

namespace aerie::taskrun {

struct TaskSample {
  std::string id;
  double busy_cores = 0;  // since the sample before; 0 at first, and where the limiter can't tell
  std::uint64_t memory_bytes = 0;
  double throttled_share = 0;  // of the time, waiting for its own CPU limit
};
struct HostSample {
  std::string host;
  double capacity_cores = 0;
  double busy_cores = 0;          // since the sample before; 0 at first
  std::vector<double> core_busy;  // 0..1 each, in the order of the kernel
  std::uint64_t memory_used = 0, memory_total = 0;
  double load = 0;
  std::vector<TaskSample> tasks;  // by id
};

// Meant to be read once a second. Not thread-safe; has no clock of its own.
class HostSampler final {
 public:
  // `disk` and `proc` as for monitoring::HostProbe.
  explicit HostSampler(std::filesystem::path disk = "/", std::filesystem::path proc = "/proc");
  // `seconds`: now, on a clock that never goes back. `usages`: of the tasks that run, as TaskRunner::usage()
  // tells.
  HostSample sample(double seconds, const std::map<std::string, GroupUsage>& usages = {});

 private:
  struct Ticks {
    double busy = 0, all = 0;
  };
  struct Before {
    double cpu_seconds = 0, throttled_seconds = 0;
  };
  void sampleCores(HostSample& out);

  const std::filesystem::path proc_;
  monitoring::HostProbe probe_;
  double seconds_ = 0;
  bool first_ = true;
  std::vector<Ticks> cores_;
  std::map<std::string, Before> tasks_;
};

}  // namespace aerie::taskrun
