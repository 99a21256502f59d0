// This machine and the Aerie processes on it, as /proc tells. Linux only. Not thread-safe.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace aerie::monitoring {

struct ProcessReading {
  std::string kind;  // control, proxy, worker, sidecar, sim...: the program's name after "aerie-"
  std::string name;  // what it was called by the caller, or on its command line; else the program's name
  std::int64_t pid = 0;
  std::int64_t parent = 0;
  double cpu_percent = 0;  // of one core, since the read before; 0 at first
  std::uint64_t rss_bytes = 0;
  std::int64_t started_ms = 0;
  std::uint32_t threads = 0;
};
struct HostReading {
  std::string name;
  double cpu_percent = 0;  // of all cores, since the read before; 0 at first
  std::uint32_t cores = 0;
  double load = 0;
  std::uint64_t memory_used = 0, memory_total = 0;
  std::uint64_t disk_used = 0, disk_total = 0;
  std::vector<ProcessReading> processes;  // by kind, then name
};

class HostProbe final {
 public:
  // `disk`: any path on the file system to report. `proc` is replaced by tests.
  explicit HostProbe(std::filesystem::path disk, std::filesystem::path proc = "/proc");
  // `seconds`: now, on a clock that never goes back. `names`: what processes are called, by pid; the children
  // of a named process share its name. What can't be read is left at zero.
  HostReading read(double seconds, const std::map<std::int64_t, std::string>& names);

 private:
  void readMachine(HostReading& out);
  void readProcesses(double seconds, const std::map<std::int64_t, std::string>& names, HostReading& out);

  struct Times {
    double busy = 0, all = 0;
  };
  struct Before {
    std::uint64_t start_ticks = 0;
    double cpu_seconds = 0;
  };
  const std::filesystem::path disk_, proc_;
  Times machine_;
  std::int64_t boot_ms_ = 0;
  double seconds_ = 0;
  std::map<std::int64_t, Before> before_;  // by pid
};

}  // namespace aerie::monitoring
