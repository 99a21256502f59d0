// A runner with a chosen limiter, and the ends of its tasks.
#pragma once

#include <QtTest>
#include <map>
#include <memory>
#include <unistd.h>

#include "core/base/files.h"
#include "core/base/mutex.h"
#include "core/taskrun/environment.h"
#include "core/taskrun/task_runner.h"
#include "tests/status_checks.h"

namespace aerie::taskrun {

// Groups of two tests that run at once must not meet.
inline std::string testInstance(const std::string& name) { return name + "-" + std::to_string(::getpid()); }

// nullptr with the reason where this machine doesn't have that kind.
inline std::shared_ptr<ResourceLimiter> limiterFor(LimiterKind kind, const std::string& name,
                                                   std::string* why) {
  DetectOptions options;
  options.instance = testInstance(name);
  options.wanted = kind;
  auto detected = detectLimiter(options);
  if (detected.ok()) return std::shared_ptr<ResourceLimiter>(std::move(detected->limiter));
  *why = messageOf(detected.status());
  return nullptr;
}

class TaskFixture final {
 public:
  explicit TaskFixture(std::shared_ptr<ResourceLimiter> limiter) : limiter_(std::move(limiter)) { restart(); }
  ~TaskFixture() { runner_.reset(); }

  // As a daemon that ends and starts again; the tasks go on.
  void restart(std::shared_ptr<ResourceLimiter> limiter = nullptr) {
    runner_.reset();
    if (limiter) limiter_ = std::move(limiter);
    TaskRunner::Options options;
    options.limiter = limiter_;
    options.on_end = [this](const std::string& id, const TaskEnd& end) {
      MutexLock lock(mutex_);
      ends_[id] = end;
    };
    runner_ = std::move(TaskRunner::create(std::move(options)).value());
  }
  TaskRunner& runner() { return *runner_; }
  void stop() { runner_.reset(); }

  TaskSpec task(const std::string& id, std::vector<std::string> arguments) {
    TaskSpec spec;
    spec.id = id;
    spec.arguments = std::move(arguments);
    spec.environment = taskEnvironment({}).value();
    spec.log = folder_->path() / "logs" / (safeFileName(id) + ".log");
    return spec;
  }
  TaskSpec shell(const std::string& id, const std::string& script) { return task(id, {"sh", "-c", script}); }

  std::optional<TaskEnd> end(const std::string& id) {
    MutexLock lock(mutex_);
    const auto found = ends_.find(id);
    return found == ends_.end() ? std::nullopt : std::optional(found->second);
  }
  std::string outcome(const std::string& id) {
    const auto found = end(id);
    return found ? std::string(toText(found->outcome)) : "runs";
  }
  std::string log(const TaskSpec& spec) { return readFile(spec.log).value_or(""); }
  const std::filesystem::path& folder() const { return folder_->path(); }

 private:
  absl::StatusOr<TempDir> folder_ = TempDir::create();
  std::shared_ptr<ResourceLimiter> limiter_;
  Mutex mutex_;
  std::map<std::string, TaskEnd> ends_;
  std::unique_ptr<TaskRunner> runner_;
};

inline bool isAlive(pid_t pid) {
  const auto stat = readFile("/proc/" + std::to_string(pid) + "/stat");
  const auto at = stat.value_or("").rfind(") ");
  return stat.ok() && at != std::string::npos && (*stat)[at + 2] != 'Z';
}

}  // namespace aerie::taskrun

#define AERIE_TASK_ENDS(fixture, id, expected) \
  QTRY_COMPARE_WITH_TIMEOUT((fixture).outcome(id), std::string(expected), 20'000)
