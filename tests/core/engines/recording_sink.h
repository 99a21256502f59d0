// An EngineSink that remembers what it was told, and does the books as the training daemon does.
#pragma once

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/files.h"
#include "core/base/mutex.h"
#include "core/training/job_engine.h"

namespace aerie::test {

struct SeenEnd {
  training::TaskNumber task = 0;
  int attempt = 0;
  training::Outcome outcome = training::Outcome::kRunning;
  std::string detail;
  std::int64_t cpu_ms = 0, memory_peak = 0;
};
struct SeenStart {
  training::TaskNumber task = 0;
  int attempt = 0;
  std::string host;
  int lane = 0;
  std::int64_t at_ms = 0;
};

class RecordingSink final : public training::EngineSink {
 public:
  void clusterState(const std::string&, training::ClusterState state, const std::string& message,
                    const std::string& limits, std::vector<training::HostSpec> hosts) override {
    const MutexLock lock(mutex_);
    states_.push_back(state);
    messages_.push_back(message);
    limits_ = limits;
    if (!hosts.empty()) hosts_ = std::move(hosts);
  }
  void clusterHandle(const std::string&, const std::string& handle) override {
    const MutexLock lock(mutex_);
    cluster_handle_ = handle;
  }
  void sampled(const std::string&, std::vector<training::HostLoad> loads) override {
    const MutexLock lock(mutex_);
    for (auto& load : loads) loads_.push_back(std::move(load));
  }
  void jobHandle(training::JobId, const std::string& handle) override {
    const MutexLock lock(mutex_);
    handle_ = handle;
  }
  void jobReady(training::JobId) override {
    const MutexLock lock(mutex_);
    ready_ = true;
  }
  void log(training::JobId, const std::string& text) override {
    const MutexLock lock(mutex_);
    log_ += text + "\n";
  }
  void pending(training::JobId, std::vector<training::PendingCount> reasons) override {
    const MutexLock lock(mutex_);
    pending_ = std::move(reasons);
  }
  void attemptStarted(const training::EngineAttempt& attempt, const std::string& host, int lane,
                      std::int64_t at_ms) override {
    const MutexLock lock(mutex_);
    starts_.push_back({attempt.task, attempt.attempt, host, lane, at_ms});
  }
  void attemptEnded(const training::EngineAttempt& attempt, training::Outcome outcome,
                    const std::string& detail, std::int64_t cpu_ms, std::int64_t memory_peak,
                    std::int64_t) override {
    const MutexLock lock(mutex_);
    ends_.push_back({attempt.task, attempt.attempt, outcome, detail, cpu_ms, memory_peak});
  }
  void jobEnded(training::JobId, const absl::Status& status) override {
    const MutexLock lock(mutex_);
    job_ended_ = status;
  }

  void forgetJob() {
    const MutexLock lock(mutex_);
    starts_.clear();
    ends_.clear();
    job_ended_.reset();
    log_.clear();
    handle_.clear();
    ready_ = false;
    pending_.clear();
  }
  std::vector<training::ClusterState> states() const { return copy(states_); }
  std::string lastMessage() const {
    const MutexLock lock(mutex_);
    return messages_.empty() ? "" : messages_.back();
  }
  bool was(training::ClusterState state) const {
    const MutexLock lock(mutex_);
    return std::find(states_.begin(), states_.end(), state) != states_.end();
  }
  std::vector<training::HostSpec> hosts() const { return copy(hosts_); }
  std::vector<training::HostLoad> loads() const { return copy(loads_); }
  std::vector<SeenStart> starts() const { return copy(starts_); }
  std::vector<SeenEnd> ends() const { return copy(ends_); }
  std::string log() const { return copy(log_); }
  std::string handle() const { return copy(handle_); }
  std::vector<training::PendingCount> pendingReasons() const { return copy(pending_); }
  bool isReady() const { return copy(ready_); }
  std::optional<absl::Status> jobEnd() const { return copy(job_ended_); }
  std::size_t ended(training::Outcome outcome) const {
    const MutexLock lock(mutex_);
    return static_cast<std::size_t>(std::count_if(
        ends_.begin(), ends_.end(), [&](const SeenEnd& end) { return end.outcome == outcome; }));
  }
  // Started and not ended.
  std::vector<SeenStart> running() const {
    const MutexLock lock(mutex_);
    std::vector<SeenStart> out;
    for (const SeenStart& start : starts_) {
      const bool over = std::any_of(ends_.begin(), ends_.end(), [&](const SeenEnd& end) {
        return end.task == start.task && end.attempt == start.attempt;
      });
      if (!over) out.push_back(start);
    }
    return out;
  }
  // Puts into the tasks what the daemon would know of them now, for resume().
  void catchUp(std::vector<training::OpenTask>& tasks) const {
    const std::vector<SeenStart> runs = running();
    const MutexLock lock(mutex_);
    for (const SeenEnd& end : ends_) {
      for (training::OpenTask& task : tasks) {
        if (task.number == end.task) task.attempt = std::max(task.attempt, end.attempt);
      }
    }
    for (const SeenStart& start : runs) {
      for (training::OpenTask& task : tasks) {
        if (task.number == start.task) {
          task.attempt = start.attempt;
          task.running = true;
        }
      }
    }
    std::erase_if(tasks, [&](const training::OpenTask& task) {
      return std::any_of(ends_.begin(), ends_.end(), [&](const SeenEnd& end) {
        return end.task == task.number && end.outcome == training::Outcome::kSucceeded;
      });
    });
  }

 private:
  template <class T>
  T copy(const T& value) const {
    const MutexLock lock(mutex_);
    return value;
  }
  mutable Mutex mutex_;
  std::vector<training::ClusterState> states_;
  std::vector<std::string> messages_;
  std::string limits_, cluster_handle_, handle_, log_;
  std::vector<training::HostSpec> hosts_;
  std::vector<training::HostLoad> loads_;
  std::vector<SeenStart> starts_;
  std::vector<SeenEnd> ends_;
  std::vector<training::PendingCount> pending_;
  bool ready_ = false;
  std::optional<absl::Status> job_ended_;
};

// A job of `count` tasks t.0, t.1, ... with {n} in the command; its folder below `root`.
inline training::JobRun jobRun(training::JobId id, const std::filesystem::path& root, int count,
                               std::vector<std::string> command) {
  auto spec = std::make_shared<training::JobSpec>();
  spec->application = "app";
  spec->tasks.command = std::move(command);
  training::Dimension dimension{"n", {}, "list"};
  for (int i = 0; i < count; ++i) dimension.values.push_back(std::to_string(i));
  spec->tasks.each = {dimension};
  spec->limits.backoff_ms = 10;
  training::JobRun run;
  run.job = id;
  run.spec = spec;
  run.files.root = root / std::to_string(id);
  run.submitted_ms = 1'000'000 + id;
  (void)makeDirectories(run.files.work());
  for (int i = 0; i < count; ++i) {
    training::OpenTask task;
    task.number = static_cast<training::TaskNumber>(i);
    task.spec = {training::taskId(spec->tasks.each, {std::to_string(i)}), {std::to_string(i)}};
    task.request = spec->resources;
    run.tasks.push_back(std::move(task));
  }
  return run;
}

}  // namespace aerie::test
