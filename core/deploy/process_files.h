// What the local launcher remembers on disk about a process, and what /proc says about it.
#pragma once

#include <absl/status/statusor.h>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/deploy/launcher.h"

namespace aerie::deploy {

// <directory>/<id>.argv is written before the process is started, <id>.pid after. So a process of ours is
// found again also when we die between the two: by its arguments and by the mark in its environment.
class ProcessFiles final {
 public:
  explicit ProcessFiles(std::filesystem::path directory) : directory_(std::move(directory)) {}

  absl::Status writeArguments(const std::string& id, const std::vector<std::string>& arguments) const;
  absl::Status writeProcess(const std::string& id, const ProcessHandle& process) const;
  // In bytes; 0 = none. Kept beside the arguments, so that it holds after a restart of ours.
  absl::Status writeMemoryLimit(const std::string& id, std::uint64_t bytes) const;
  std::uint64_t memoryLimit(const std::string& id) const;
  void remove(const std::string& id) const;
  std::vector<std::string> ids() const;  // of which there are arguments
  // The process of this id that runs now; nullopt when none does.
  std::optional<ProcessHandle> running(const std::string& id) const;

  // Environment variable that marks the processes of this directory.
  static constexpr const char* kMark = "AERIE_LAUNCH_MARK";
  std::string mark(const std::string& id) const { return (directory_ / id).string(); }

 private:
  std::optional<ProcessHandle> search(const std::string& id) const;
  const std::filesystem::path directory_;
};

// True when this very process (not a later one with its pid) runs.
bool isRunning(const ProcessHandle& process);
// Memory and time of a process and its descendants; nullopt when it is gone.
std::optional<ProcessUsage> readUsage(const ProcessHandle& process);

}  // namespace aerie::deploy
