// The local engine: attempts as processes of this machine, with handles that survive the daemon.
#pragma once

#include <absl/status/statusor.h>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/base/mutex.h"
#include "core/taskrun/task_runner.h"
#include "core/training/job_engine.h"

namespace aerie::training {

struct AttemptKey {
  JobId job = 0;
  TaskNumber task = 0;
  int attempt = 0;
  auto operator<=>(const AttemptKey&) const = default;
};

struct LocalStart {
  AttemptKey key;
  std::vector<std::string> arguments;
  std::vector<std::string> environment;
  std::filesystem::path working_directory;
  std::filesystem::path log;
  Resources limits;
  std::int64_t timeout_ms = 0;
};

struct LocalEnd {
  AttemptKey key;
  // Nothing of it is known but that it is over: it ended while no daemon watched, and the kernel does not
  // tell.
  bool unseen = false;
  Outcome outcome = Outcome::kFailed;
  std::string detail;
  double cpu_seconds = 0;
  std::int64_t memory_peak = 0;
};

// Thread-safe. The destructor stops watching; what runs goes on, to be adopted.
class LocalTasks final {
 public:
  struct Options {
    std::string instance = "default";
    std::optional<taskrun::LimiterKind> limiter;  // set: this one or an error
    std::chrono::milliseconds grace{10'000};      // from SIGTERM to SIGKILL
    std::function<void()> wake;                   // there is something for takeEnds(); any thread
  };
  static absl::StatusOr<std::unique_ptr<LocalTasks>> create(Options options);
  ~LocalTasks();

  const std::string& limits() const { return limits_; }  // how they are enforced, in words
  const std::string& limitsReason() const { return reason_; }

  // Answers the handle to store.
  absl::StatusOr<std::string> start(const LocalStart& start);
  // A process that an earlier daemon started. One that is over meanwhile is reported by takeEnds(), so every
  // attempt ends exactly once either way.
  void adopt(const LocalStart& start, const std::string& handle);
  // After all have been adopted: ends what was started but never stored. Blocks.
  absl::StatusOr<int> removeLeftovers();

  void cancel(const AttemptKey& key);
  void cancelAll();
  std::size_t running() const { return runner_->running(); }
  std::vector<LocalEnd> takeEnds();
  // Of those that run.
  std::optional<taskrun::GroupUsage> usage(const AttemptKey& key) const;

 private:
  LocalTasks() = default;
  void ended(const std::string& id, const taskrun::TaskEnd& end);
  void push(LocalEnd end);
  taskrun::TaskSpec specOf(const LocalStart& start) const;

  Options options_;
  std::string limits_, reason_;
  std::shared_ptr<taskrun::ResourceLimiter> limiter_;
  mutable Mutex mutex_;
  std::vector<LocalEnd> ends_ AERIE_GUARDED_BY(mutex_);
  std::unique_ptr<taskrun::TaskRunner> runner_;  // last: its thread uses the others
};

// "17/4/2", and back; nullopt for other text.
std::string toText(const AttemptKey& key);
std::optional<AttemptKey> attemptKeyFrom(std::string_view text);

// What stands in the store. The text also says of which start of the machine the process is.
std::string toText(const taskrun::TaskHandle& handle);
absl::StatusOr<taskrun::TaskHandle> taskHandleFrom(const std::string& text);
// The machine was started again since: how far the process had come when it stopped, nobody knows, nor what
// of its files had reached the disk.
bool ofEarlierBoot(const std::string& text);

}  // namespace aerie::training
