// Starting and stopping replicas' processes, behind one interface: local processes today, other hosts later.
#pragma once

#include <absl/status/statusor.h>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/deploy/deployment.h"

namespace aerie::deploy {

struct ReplicaSpec {
  std::string replica_id;
  std::string model;
  std::string version;
  std::string url;
  std::filesystem::path bundle;
  DeploymentSpec deployment;
};

// Pid and start time: together they name a process across pid reuse and across our own restart.
struct ProcessHandle {
  std::int64_t pid = 0;
  std::uint64_t start_ticks = 0;
  bool operator==(const ProcessHandle&) const = default;
};
struct LaunchedReplica {
  std::string replica_id;
  ProcessHandle process;
  std::string log_path;
};
struct ProcessUsage {
  std::uint64_t memory_bytes = 0;  // resident, of the process and its descendants
  double cpu_seconds = 0;          // since their start
};

// Thread-safe. Calls take milliseconds and may block on disk.
class Launcher {
 public:
  virtual ~Launcher() = default;
  // Where a replica of this id will listen. A pure function of the id.
  virtual absl::StatusOr<std::string> urlOf(const std::string& replica_id) const = 0;
  // Starts the replica's process. When one of this id runs already, that one is answered: nothing starts
  // twice.
  virtual absl::StatusOr<LaunchedReplica> start(const ReplicaSpec& spec) = 0;
  // nullopt while it runs; else how it ended.
  virtual std::optional<std::string> poll(const std::string& replica_id, const ProcessHandle& process) = 0;
  // Asks the process to drain and stop (force: ends it). OK when it is gone already. Does not wait.
  virtual absl::Status stop(const std::string& replica_id, const ProcessHandle& process, bool force) = 0;
  // Everything that this launcher ever started (also before a restart of ours) and that still runs.
  virtual absl::StatusOr<std::vector<LaunchedReplica>> list() = 0;
  virtual std::optional<ProcessUsage> usage(const ProcessHandle& process) const = 0;
};

}  // namespace aerie::deploy
