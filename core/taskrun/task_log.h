// The log file of one task: written by the task itself, so that it outlives the daemon, and bounded from
// outside.
#pragma once

#include <absl/status/statusor.h>
#include <cstdint>
#include <filesystem>

#include "core/taskrun/owned_fd.h"

namespace aerie::taskrun {

inline constexpr std::uint64_t kDefaultLogLimit = 8ULL << 20;

// Opens (and makes) a log for appending; folders are made. PermissionDenied for a link or what is no file.
absl::StatusOr<OwnedFd> openTaskLog(const std::filesystem::path& path);

// When the file is over `limit` bytes: its end moves to "<path>.1" (replacing it), and the file begins anew
// with a line that says so. Both together stay near the limit; what a task writes in the instant of the cut
// may be lost. Answers whether it was cut.
absl::StatusOr<bool> boundTaskLog(const std::filesystem::path& path, std::uint64_t limit);

}  // namespace aerie::taskrun
