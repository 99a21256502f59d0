// One daemon per state directory.
#pragma once

#include <absl/status/statusor.h>
#include <filesystem>
#include <memory>
#include <string_view>

namespace aerie::services {

// Held until destruction or the end of the process, however it ends.
class StateLock final {
 public:
  // Makes the directory. FailedPrecondition when another process holds it, with that process's pid. `daemon`
  // is what messages call such a daemon.
  static absl::StatusOr<std::unique_ptr<StateLock>> acquire(const std::filesystem::path& state_dir,
                                                            std::string_view daemon = "control plane");
  ~StateLock();

 private:
  explicit StateLock(int fd) : fd_(fd) {}
  int fd_;
};

}  // namespace aerie::services
