// The few operations that cgroups need from their file system, and where the groups of this process are.
#pragma once

#include <absl/status/statusor.h>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace aerie::taskrun {

// A tree of control groups. The kernel's files appear and vanish with their folder; tests derive a tree that
// does the same in plain folders. Thread-safe.
class CgroupFiles {
 public:
  virtual ~CgroupFiles() = default;
  // AlreadyExists when it is there; PermissionDenied, Unavailable... as the kernel says.
  virtual absl::Status makeGroup(const std::filesystem::path& group) const;
  // FailedPrecondition while processes or groups are in it; OK when it is gone already.
  virtual absl::Status removeGroup(const std::filesystem::path& group) const;
  virtual absl::Status write(const std::filesystem::path& file, std::string_view text) const;
  virtual absl::StatusOr<std::string> read(const std::filesystem::path& file) const;

  absl::StatusOr<std::uint64_t> readNumber(const std::filesystem::path& file) const;
  // The number behind `key` in a file of "key number" lines.
  absl::StatusOr<std::uint64_t> readKey(const std::filesystem::path& file, std::string_view key) const;
  std::vector<pid_t> processes(const std::filesystem::path& group) const;
};

// A mounted hierarchy and the folder in it that this process belongs to.
struct CgroupMount {
  std::filesystem::path root;
  std::filesystem::path own;
};
// The hierarchy of a v1 controller ("cpu"), or of v2 (""). nullopt when it isn't mounted or not visible.
std::optional<CgroupMount> findCgroupMount(const std::filesystem::path& proc, std::string_view controller);
// All folders of this name in a hierarchy: those of daemons that lived in another group, too.
std::vector<std::filesystem::path> findGroups(const std::filesystem::path& root, const std::string& name);

// cpu.max and cpu.cfs_*: microseconds of CPU per period, never under the kernel's least quota.
inline constexpr std::uint64_t kCpuPeriodMicros = 100'000;
std::uint64_t cpuQuotaMicros(double cpus);
// InvalidArgument for what is negative, not a number, or too small to start a program with.
absl::Status checkLimits(double cpus, std::uint64_t memory_bytes);

// Numbers of the groups of one instance: 1, 2... as folder names.
bool isGroupName(std::string_view name);

}  // namespace aerie::taskrun
