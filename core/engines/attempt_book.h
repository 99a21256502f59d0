// One job on Ray: what its driver reports becomes what an EngineSink is told, each thing once, however often
// the log is read. Thread-safe.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/mutex.h"
#include "core/engines/artifacts.h"
#include "core/engines/driver_events.h"
#include "core/engines/waiting_reasons.h"
#include "core/training/job_engine.h"

namespace aerie::engines {

// What tasks took of a host over some time.
struct SlotTime {
  double core_ms = 0;  // asked for
  double task_ms = 0;

  SlotTime& operator+=(const SlotTime& more) {
    core_ms += more.core_ms;
    task_ms += more.task_ms;
    return *this;
  }
};

class AttemptBook final {
 public:
  // `resumed`: OpenTask::running tells what was reported before.
  AttemptBook(const training::JobRun& run, bool resumed, training::EngineSink& sink);

  // Names of nodes by Ray's id; those that are not known keep what the driver calls their host.
  void setHosts(std::map<std::string, std::string> names);
  // A line of the job's log, from its first line on; again from the first after rewind().
  void take(std::string_view line);
  void rewind();
  // What Ray's state says: "<task>#<attempt>" runs on this node.
  void runs(std::string_view name, const std::string& node, std::int64_t start_ms);
  // Everything that was reported as running ends so.
  void endRunning(training::Outcome outcome, const std::string& detail);

  // What is not over ends so, as one further attempt each: for an engine that knows no more than the whole.
  void endOpen(training::Outcome outcome, const std::string& detail);

  bool started() const;   // the driver has begun
  bool finished() const;  // and said that it is done
  std::int64_t running() const;
  std::int64_t waiting() const;  // tasks that are neither running nor over
  WaitingTasks waits(std::int64_t now_ms) const;
  std::map<std::string, training::Resources> held() const;  // what running tasks asked for, by host
  // What ran since the last call, by host; of a task whose start and end came together, all of it. Negative
  // where a task had ended before it was last counted.
  std::map<std::string, SlotTime> takeUse(std::int64_t now_ms);
  std::vector<std::string> idsOf(const std::vector<training::TaskNumber>& numbers) const;

 private:
  struct Task {
    training::TaskNumber number = 0;
    double cpus = 0;
    training::Resources request;  // of the next attempt, as far as it is known
    int submitted = 0;            // the latest attempt that Ray was given
    int failures = 0;
    std::int64_t retry_ms = 0;  // before then no further attempt is made
    int started = 0;            // the latest attempt that was reported
    int ended = 0;
    bool over = false;
    std::string host;
    int lane = 0;
    std::int64_t counted_ms = 0;  // up to here it is in use_; 0 = from now on
  };
  struct Lane {
    bool open = false;
    std::int64_t free_ms = 0;
  };
  std::string hostOf(const std::string& node, const std::string& fallback) const AERIE_REQUIRES(mutex_);
  void begin(Task& task, int attempt, const std::string& host, std::int64_t at_ms) AERIE_REQUIRES(mutex_);
  void end(Task& task, int attempt, training::Outcome outcome, const std::string& detail,
           const DriverEvent* event) AERIE_REQUIRES(mutex_);
  void count(Task& task, std::int64_t until_ms) AERIE_REQUIRES(mutex_);
  void takeEnd(const DriverEvent& event) AERIE_REQUIRES(mutex_);
  bool broughtBefore(const std::string& task, const std::filesystem::path& outputs) const;
  void foresee(Task& task, training::Outcome outcome, std::int64_t ended_ms) AERIE_REQUIRES(mutex_);
  void takeLog(const DriverEvent& event) AERIE_REQUIRES(mutex_);
  void takeText(std::string_view line) AERIE_REQUIRES(mutex_);

  const training::JobId job_;
  const training::JobFiles files_;
  const std::shared_ptr<const training::JobSpec> spec_;
  const bool resumed_;
  training::EngineSink& sink_;

  mutable Mutex mutex_;
  ArtifactInbox inbox_ AERIE_GUARDED_BY(mutex_);
  std::unordered_map<std::string, Task> tasks_ AERIE_GUARDED_BY(mutex_);
  std::map<std::string, std::string> names_ AERIE_GUARDED_BY(mutex_);
  std::map<std::string, std::vector<Lane>> lanes_ AERIE_GUARDED_BY(mutex_);  // by host
  std::map<std::string, SlotTime> use_ AERIE_GUARDED_BY(mutex_);             // by host, since takeUse()
  bool started_ AERIE_GUARDED_BY(mutex_) = false;
  bool finished_ AERIE_GUARDED_BY(mutex_) = false;
  std::int64_t texts_ AERIE_GUARDED_BY(mutex_) = 0;       // lines for people, of this reading
  std::int64_t texts_told_ AERIE_GUARDED_BY(mutex_) = 0;  // of them, those that are in the job's log
};

}  // namespace aerie::engines
