// Python virtual environments, built once per lock file and kept for the next job.
#pragma once

#include <absl/status/statusor.h>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/taskrun/owned_fd.h"

namespace aerie::taskrun {

// A finished environment. While this lives, the cache doesn't remove it; tasks that outlive the daemon need
// their job to be prepared again before the cache is trimmed.
struct PythonEnvironment {
  std::filesystem::path path;  // .../bin/python is in it
  std::string digest;
  bool built = false;  // by this call; false = found
  OwnedFd use;         // a shared lock
};

// Thread-safe, also between processes that share the folder.
class PythonEnvironments final {
 public:
  struct Options {
    std::filesystem::path folder;
    // Always the distribution's own: an environment made with another Python breaks when that one goes.
    std::filesystem::path python = "/usr/bin/python3";
    std::size_t max_environments = 8;
    std::chrono::seconds build_timeout{900};
    std::vector<std::string> pip_arguments = {};  // such as --find-links; part of the digest
  };
  explicit PythonEnvironments(Options options) : options_(std::move(options)) {}

  // A line of what is being done, as pip says it. On the calling thread.
  using Progress = std::function<void(std::string_view line)>;
  // Blocks: seconds to minutes where it must be built; a second builder of the same lock file waits for the
  // first. `name` is what messages call the lock file. FailedPrecondition with pip's own words when it
  // fails, DeadlineExceeded after build_timeout; nothing half-built is ever used. Unavailable and
  // ResourceExhausted: another try may succeed. `cancelled`, set by any thread, ends the build with all that
  // it started: Cancelled. A build ends with its daemon, too, and the next one begins when all of it is gone.
  absl::StatusOr<PythonEnvironment> prepare(std::string_view name, std::string_view requirements,
                                            const Progress& progress = nullptr,
                                            const std::atomic<bool>* cancelled = nullptr) const;
  // Removes those that were used longest ago and that nobody uses now. Answers how many.
  int trim() const;

 private:
  std::filesystem::path folderOf(const std::string& digest) const { return options_.folder / digest; }
  struct Build;
  absl::Status build(const Build& wanted) const;
  const Options options_;
};

}  // namespace aerie::taskrun
