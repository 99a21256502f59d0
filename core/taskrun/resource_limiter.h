// Limits of CPU and memory around one task, behind one interface: cgroup v2, cgroup v1, or CPU affinity with
// resource limits. A group is made before its task, joined by the child between its birth and its program
// (JoinPlan), read while it runs and after, and removed.
#pragma once

#include <absl/status/statusor.h>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <sched.h>
#include <string>
#include <sys/types.h>
#include <vector>

namespace aerie::taskrun {

// What one task may use; 0 = no limit.
struct Limits {
  double cpus = 0;  // cores, fractions allowed
  std::uint64_t memory_bytes = 0;
};

enum class LimiterKind { kCgroupV2, kCgroupV1, kAffinity };
std::string_view toText(LimiterKind kind);  // "cgroup v2", "cgroup v1", "affinity and rlimit"

// Since the group was made; what this kind of limiter can't tell is empty.
struct GroupUsage {
  std::optional<double> cpu_seconds;
  std::optional<std::uint64_t> memory_bytes;
  std::optional<std::uint64_t> memory_peak_bytes;
  std::optional<double> throttled_seconds;
  std::uint64_t oom_kills = 0;  // processes that the kernel killed at the group's own memory limit
};

// What the child does before its program begins, with system calls only. Borrowed from the group: valid while
// it lives.
struct JoinPlan {
  std::vector<int> join_files;  // open for writing; "0" moves the writer
  std::optional<cpu_set_t> affinity;
  std::uint64_t data_limit = 0;  // RLIMIT_DATA in bytes; 0 = none
  std::string mark;              // "NAME=value" to add to the environment; empty = none
};

// The group of one task. Not thread-safe. Destroying it leaves the group in the kernel, so that a task
// outlives its daemon.
class LimitGroup {
 public:
  virtual ~LimitGroup() = default;
  // Chosen by the limiter, safe in paths; with it adopt() finds the group again.
  virtual const std::string& name() const = 0;
  virtual JoinPlan joinPlan() const = 0;
  virtual absl::StatusOr<GroupUsage> usage() const = 0;
  // Who is in it. Empty where the limiter keeps no books (affinity).
  virtual std::vector<pid_t> processes() const = 0;
  // SIGKILL to all of them; they end a moment later.
  virtual void killAll() = 0;
};

// Thread-safe.
class ResourceLimiter {
 public:
  virtual ~ResourceLimiter() = default;
  virtual LimiterKind kind() const = 0;
  // InvalidArgument for limits that make no sense; ResourceExhausted or Internal with the file that refused.
  virtual absl::StatusOr<std::unique_ptr<LimitGroup>> make(const Limits& limits) = 0;
  // A group that an earlier daemon made. NotFound when it is gone.
  virtual absl::StatusOr<std::unique_ptr<LimitGroup>> adopt(const std::string& name) = 0;
  // Ends an empty group, or keeps it for the next task. FailedPrecondition while processes are in it.
  virtual absl::Status remove(std::unique_ptr<LimitGroup> group) = 0;
  // Groups of this instance that are neither made nor adopted by this object: a crashed daemon's.
  virtual std::vector<std::string> leftovers() const = 0;
};

// Kills what runs in leftovers, waits for its end (at most `patience_ms` each) and removes them. Call it
// after every running task has been adopted. Answers how many it removed; blocks.
absl::StatusOr<int> removeLeftovers(ResourceLimiter& limiter, int patience_ms = 5000);

struct DetectOptions {
  // Two daemons of one machine need two: groups are named after it. A validated name.
  std::string instance = "default";
  std::filesystem::path proc = "/proc";              // replaced by tests
  std::optional<LimiterKind> wanted = std::nullopt;  // set: this one or an error
};
struct DetectedLimiter {
  std::unique_ptr<ResourceLimiter> limiter;
  std::string reason;  // for people: which is in force, and why the better ones are not
};
// The best limiter that this machine lets us use: cgroup v2, else v1, else affinity.
absl::StatusOr<DetectedLimiter> detectLimiter(const DetectOptions& options);

}  // namespace aerie::taskrun
