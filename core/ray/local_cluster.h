// A real Ray of several nodes on this machine: a head and workers, each a `ray start --block` in a process
// group of its own, with its own ports, below one short folder in /tmp. It outlives the program that started
// it; its state file is what finds and ends it again.
#pragma once

#include <absl/status/statusor.h>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/http/client.h"

namespace aerie::ray {

struct LocalClusterOptions {
  std::filesystem::path state;  // folder of the state file and the nodes' logs; made. One cluster each.
  std::filesystem::path ray;    // virtual environment; empty = defaultRayHome()
  int hosts = 2;
  int cpus_per_host = 2;             // what Ray hands out; may be more than the machine has
  std::int64_t memory_per_host = 0;  // bytes that Ray hands out; 0 = a share of the machine's
  // Folders with programs that tasks call by name, such as the one of aerie-train-xgboost; after Ray's own in
  // PATH.
  std::vector<std::filesystem::path> programs;
  int dashboard_port = 0;  // 0 = a free one
  Duration patience = std::chrono::minutes(3);
};

struct LocalNode {
  std::string name;  // host-1 is the head
  std::int64_t pid = 0;
  std::uint64_t start_ticks = 0;  // with the pid it names the process
  bool alive = false;             // its `ray start` runs
};

struct LocalCluster {
  std::string address;  // http://127.0.0.1:<port>, for RayClient and for cluster.address of job files
  std::filesystem::path token_file;  // it asks for this token; readable by its owner alone
  std::filesystem::path folder;      // Ray's own files
  int cpus_per_host = 0;
  std::vector<LocalNode> nodes;
};

// $AERIE_RAY, else $XDG_DATA_HOME/aerie/ray, else ~/.local/share/aerie/ray: where packaging/bootstrap --ray
// installs.
std::filesystem::path defaultRayHome();

// Where `aeriectl train cluster up` keeps the state of this user's Ray: $XDG_STATE_HOME/aerie/ray-cluster,
// else
// ~/.local/state/aerie/ray-cluster.
std::filesystem::path defaultClusterState();

// A line of what is being done, on the calling thread.
using Progress = std::function<void(std::string_view)>;

// Blocks until all nodes are alive, about ten seconds for each; of a cluster that runs already in this state
// folder, the nodes that have ended are started again. After an error or a cancel nothing of a new one runs.
// NotFound: Ray is not installed. FailedPrecondition: it runs with other hosts or CPUs, or a node ended (with
// the last lines of its log). DeadlineExceeded.
absl::StatusOr<LocalCluster> startLocalCluster(const LocalClusterOptions& options,
                                               const Progress& progress = nullptr,
                                               const http::Cancel* cancel = nullptr);
// NotFound: none was started there, or it was stopped.
absl::StatusOr<LocalCluster> readLocalCluster(const std::filesystem::path& state);
// Ends every process that belongs to it, also what a killed node left behind, and removes its files but for
// the nodes' logs. OK when there is none. Blocks up to about 15 s.
absl::Status stopLocalCluster(const std::filesystem::path& state);

// The text of a token file without white space around it. FailedPrecondition: empty, or readable by others.
absl::StatusOr<std::string> readToken(const std::filesystem::path& file);

}  // namespace aerie::ray
