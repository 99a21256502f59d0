// Replicas as processes of this machine: own process group, a log file each, found again after our own
// restart. A deployment's limits hold per replica, worker and sidecar together: CPUs by affinity (a fraction
// is rounded up), memory by poll(), which ends a replica that is resident with more than it may have.
#pragma once

#include <functional>
#include <map>
#include <memory>

#include "core/base/mutex.h"
#include "core/deploy/launcher.h"
#include "core/deploy/process_files.h"

namespace aerie::deploy {

// Thread-safe.
class LocalProcessLauncher final : public Launcher {
 public:
  struct Options {
    std::filesystem::path state_dir;  // records and logs
    std::filesystem::path run_dir;    // sockets; short, because a socket's path holds at most 107 bytes
    // The argument vector of a replica; may write files that the replica reads.
    std::function<absl::StatusOr<std::vector<std::string>>(const ReplicaSpec&)> command;
    std::uintmax_t log_limit =
        16ULL << 20;  // a larger log is put aside (one old one is kept) at the next start
  };
  // Makes the directories. FailedPrecondition when run_dir is too long for sockets.
  static absl::StatusOr<std::unique_ptr<LocalProcessLauncher>> create(Options options);

  absl::StatusOr<std::string> urlOf(const std::string& replica_id) const override;
  absl::StatusOr<LaunchedReplica> start(const ReplicaSpec& spec) override;
  std::optional<std::string> poll(const std::string& replica_id, const ProcessHandle& process) override;
  absl::Status stop(const std::string& replica_id, const ProcessHandle& process, bool force) override;
  absl::StatusOr<std::vector<LaunchedReplica>> list() override;
  std::optional<ProcessUsage> usage(const ProcessHandle& process) const override {
    return readUsage(process);
  }

  std::filesystem::path logOf(const std::string& replica_id) const;

 private:
  explicit LocalProcessLauncher(Options options);
  void rotateLog(const std::filesystem::path& log) const;
  // Ends the replica when it uses more memory than it may; poll() says so when it is gone.
  void checkMemory(const std::string& replica_id, const ProcessHandle& process);

  const Options options_;
  const ProcessFiles files_;
  Mutex mutex_;  // one start at a time, so that "runs already" stays true until the record is written
  std::map<std::string, std::string> over_limit_ AERIE_GUARDED_BY(mutex_);  // replica -> why it was ended
};

}  // namespace aerie::deploy
