// Which task starts next, and where. Pure: the state is a value that its owner keeps up to date, decide() and
// explain() only read it; time comes with advanceTo(). Not thread-safe.
//
//   state.advanceTo(now);
//   const Decision decision = decide(state, 100);
//   for (const Start& start : decision.starts) { ...launch...; state.started(start); }
//   ...
//   state.ended(job, number);                     // whatever came of it
//   state.enqueue(job, task);                     // a retry, with its back-off in ready_ms
//
// Order between jobs: the higher priority first, where every five minutes without a start count as one more;
// then the smaller share of the hosts that it may use; then the longer wait. Within a job: retries first,
// then as listed or the longest first by the last run's durations, unknown ones before all others. A task
// that fits nowhere lets others pass for half a minute; then a host is held for it.
//
// So capacities are never exceeded, no job waits for ever, and no task for ever behind smaller ones.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/training/job_spec.h"

namespace aerie::training {

using JobId = std::int64_t;
using TaskNumber = std::uint32_t;

inline constexpr std::int64_t kAgingMs = 5 * 60'000;
inline constexpr std::int64_t kPatienceMs = 30'000;

struct QueuedTask {
  TaskNumber number = 0;
  Resources request;
  int attempts = 0;               // made before
  std::int64_t ready_ms = 0;      // not before; since then it waits
  std::int64_t expected_ms = -1;  // last run's duration; -1 = unknown
};

// The tasks of one job that wait.
class TaskQueue final {
 public:
  struct Key {
    int rank = 0;  // 0: a retry
    std::int64_t weight = 0;
    TaskNumber number = 0;
    auto operator<=>(const Key&) const = default;
  };
  struct ByRequest {
    bool operator()(const Resources& a, const Resources& b) const {
      return a.cpu_millis != b.cpu_millis ? a.cpu_millis < b.cpu_millis : a.memory_bytes < b.memory_bytes;
    }
  };
  using Ready = std::map<Resources, std::set<Key>, ByRequest>;

  explicit TaskQueue(Order order = Order::kAsListed) : order_(order) {}
  void add(const QueuedTask& task, std::int64_t now_ms);  // replaces one of the same number
  bool remove(TaskNumber number);
  void advanceTo(std::int64_t now_ms);
  const QueuedTask* find(TaskNumber number) const;
  const Ready& ready() const { return ready_; }  // no empty classes
  std::size_t readyCount() const { return tasks_.size() - waiting_.size(); }
  std::size_t size() const { return tasks_.size(); }
  // Those that back off, the earliest first.
  const std::set<std::pair<std::int64_t, TaskNumber>>& waiting() const { return waiting_; }

 private:
  Key keyOf(const QueuedTask& task) const;
  Order order_;
  Ready ready_;
  std::set<std::pair<std::int64_t, TaskNumber>> waiting_;
  std::unordered_map<TaskNumber, QueuedTask> tasks_;
};

struct HostSpec {
  std::string name;
  std::string pool;    // cluster that it belongs to; "" = every cluster of this engine may use it
  Resources capacity;  // memory 0 = unknown, not limited
  bool ready = true;
  std::string why_not;  // when not ready
};
struct JobEntry {
  JobId id = 0;
  std::string pool;  // its cluster
  int priority = 0;
  Order order = Order::kAsListed;
  int max_in_flight = 0;  // 0 = no limit
  Resources quota;        // of all its running tasks together; 0 = no limit
  std::int64_t submitted_ms = 0;
  bool open = true;     // cluster and environment are ready
  std::string why_not;  // when not open
};

struct Start {
  JobId job = 0;
  TaskNumber task = 0;
  std::string host;
  Resources request;
};
// A host that is kept free for a task that waited too long.
struct Hold {
  std::string host;
  JobId job = 0;
  TaskNumber task = 0;
};
struct Decision {
  std::vector<Start> starts;
  std::vector<Hold> holds;
};

class SchedulerState final {
 public:
  struct Host {
    HostSpec spec;
    Resources used;
    int running = 0;
  };
  struct Job {
    JobEntry entry;
    TaskQueue queue;
    Resources used;
    int running = 0;
    std::int64_t last_start_ms = 0;  // 0 = none yet
  };

  // Never goes back.
  void advanceTo(std::int64_t now_ms);
  std::int64_t now() const { return now_ms_; }

  // What runs on a host that is changed or removed keeps running until ended().
  void setHost(const HostSpec& host);
  void removeHost(std::string_view name);
  void setJob(const JobEntry& job);  // added, or changed but for its order
  void removeJob(JobId job);         // with what it has queued; its running tasks still need ended()

  void enqueue(JobId job, const QueuedTask& task);
  bool dequeue(JobId job, TaskNumber task);  // cancelled while it waited
  // A start of decide(), or a task that was found running after a restart.
  void started(const Start& start);
  bool ended(JobId job, TaskNumber task);  // false when it did not run

  const std::map<std::string, Host, std::less<>>& hosts() const { return hosts_; }
  const std::map<JobId, Job>& jobs() const { return jobs_; }
  std::size_t running() const { return running_.size(); }
  // When something changes by time alone: a back-off or someone's patience ends. nullopt: never.
  std::optional<std::int64_t> nextLook() const;

 private:
  struct Running {
    std::string host;
    Resources request;
  };
  std::int64_t now_ms_ = 0;
  std::map<std::string, Host, std::less<>> hosts_;
  std::map<JobId, Job> jobs_;
  std::map<std::pair<JobId, TaskNumber>, Running> running_;
};

Decision decide(const SchedulerState& state, std::size_t max_starts);

enum class PendingReason {
  kNext,         // starts at the next look
  kJobNotReady,  // cluster or environment are being made
  kBackOff,
  kMaxInFlight,
  kClusterFull,  // the job's quota is in use
  kNoHost,       // none of its hosts is ready
  kTooLarge,     // fits no host, even an empty one
  kNoCpu,
  kNoMemory,
  kHostHeld
};
std::string_view nameOf(PendingReason reason);

struct Pending {
  PendingReason reason = PendingReason::kNext;
  std::string text;  // what is missing and, where something helps, what
};
// Why this task waits; nullopt when it does not wait. `holds` are those of the last decision.
std::optional<Pending> explain(const SchedulerState& state, JobId job, TaskNumber task,
                               std::span<const Hold> holds = {});

struct PendingCount {
  PendingReason reason = PendingReason::kNext;
  std::int64_t tasks = 0;
  std::string text;  // of the first task
};
// All tasks of a job that wait, by reason, the most frequent first. Its cost grows with the kinds of
// requests, not with the tasks.
std::vector<PendingCount> summarise(const SchedulerState& state, JobId job, std::span<const Hold> holds = {});

}  // namespace aerie::training
