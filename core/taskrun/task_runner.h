// Runs tasks of this machine: starts them inside their limits, watches them, ends them, and tells how they
// ended. One thread waits for everything (pidfd, inotify, timers); nothing is asked for again and again.
#pragma once

#include <absl/status/statusor.h>
#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/taskrun/resource_limiter.h"
#include "core/taskrun/task_log.h"

namespace aerie::taskrun {

struct TaskSpec {
  std::string id;                        // any text, unique among the running; never part of a path
  std::vector<std::string> arguments;    // never a shell line
  std::vector<std::string> environment;  // "NAME=value", complete: see taskEnvironment()
  std::filesystem::path working_directory;
  std::filesystem::path log;  // stdout and stderr; of this task alone. Empty = dropped
  std::uint64_t log_limit = kDefaultLogLimit;
  Limits limits;
  std::chrono::milliseconds timeout{0};     // 0 = none
  std::chrono::milliseconds grace{10'000};  // from SIGTERM to SIGKILL
};

// With this a running task is found again after a restart of the daemon; keep it before anything else.
struct TaskHandle {
  std::string id;
  std::int64_t pid = 0;
  std::uint64_t start_ticks = 0;  // with the pid it names the process, also when the pid is used again
  std::string group;              // of the limiter
};

enum class TaskOutcome {
  kDone,         // exited with 0
  kFailed,       // exited with another code
  kSignalled,    // by somebody else's signal, or its own fault
  kTimedOut,     // ended by us at its time-out
  kCancelled,    // ended by us on request
  kOutOfMemory,  // the kernel killed in its group, at its own limit
  kUnknown,      // adopted, and the kernel doesn't tell how it ended
};
std::string_view toText(TaskOutcome outcome);

struct TaskEnd {
  TaskOutcome outcome = TaskOutcome::kUnknown;
  int exit_code = 0;
  int signal = 0;
  bool adopted = false;
  double wall_seconds = 0;
  double cpu_seconds = 0;               // 0 when unknown
  std::uint64_t memory_peak_bytes = 0;  // of the group where the limiter counts, else of the largest process
  double throttled_seconds = 0;
  std::string text() const;  // "exited with 2", "timed out", "out of memory: the limit is ..."
};

// Thread-safe. The process may have no other code that reaps children it didn't start (no SIGCHLD handler
// that waits for any, no SIG_IGN).
class TaskRunner final {
 public:
  struct Options {
    std::shared_ptr<ResourceLimiter> limiter;
    // On the runner's thread, once for each task that start() or adopt() answered for. It may start the next
    // one, but must not block nor destroy the runner.
    std::function<void(const std::string& id, const TaskEnd& end)> on_end;
  };
  static absl::StatusOr<std::unique_ptr<TaskRunner>> create(Options options);
  // Stops watching. Tasks keep running, to be adopted; no callback comes after it.
  ~TaskRunner();
  TaskRunner(const TaskRunner&) = delete;
  TaskRunner& operator=(const TaskRunner&) = delete;

  // Returns when the program has begun. AlreadyExists for an id that runs; else what refused the start, by
  // name. on_end may come before this returns.
  absl::StatusOr<TaskHandle> start(const TaskSpec& spec);
  // Watches a task that an earlier runner started. Of `spec` the id, the log and the times count; its
  // time-out runs from the start of the process. NotFound when it has ended meanwhile.
  absl::Status adopt(const TaskSpec& spec, const TaskHandle& handle);
  // SIGTERM to its process group; SIGKILL to all that it started, after the grace of its spec. OK when it is
  // being ended already; NotFound when it isn't running.
  absl::Status cancel(const std::string& id);
  void cancelAll();

  // Of a running task; NotFound when it isn't running.
  absl::StatusOr<GroupUsage> usage(const std::string& id) const;
  std::size_t running() const;

 private:
  class Impl;
  explicit TaskRunner(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace aerie::taskrun
