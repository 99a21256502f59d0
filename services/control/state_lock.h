// One control plane per state directory.
#pragma once

#include <absl/status/statusor.h>
#include <filesystem>
#include <memory>

namespace aerie::control {

// Held until destruction or the end of the process, however it ends.
class StateLock final {
 public:
  // Makes the directory. FailedPrecondition when another process holds it, with that process's pid.
  static absl::StatusOr<std::unique_ptr<StateLock>> acquire(const std::filesystem::path& state_dir);
  ~StateLock();

 private:
  explicit StateLock(int fd) : fd_(fd) {}
  int fd_;
};

}  // namespace aerie::control
