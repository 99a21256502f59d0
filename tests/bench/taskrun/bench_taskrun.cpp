// Starts of empty tasks per second, from start() to on_end, under each limiter of this machine: with limits
// and a log each, as a scheduler with a few slots does it.
#include <condition_variable>
#include <cstdlib>
#include <fmt/format.h>
#include <string>
#include <thread>
#include <vector>

#include "core/base/files.h"
#include "core/base/status.h"
#include "core/taskrun/environment.h"
#include "core/taskrun/task_runner.h"

namespace {

using namespace aerie;
using namespace aerie::taskrun;

struct Measured {
  double per_second = 0;
  int failed = 0;
  std::string error;
};

// `slots` tasks at a time; every end starts the next, on the runner's thread.
class Load {
 public:
  Load(std::shared_ptr<ResourceLimiter> limiter, bool with_log, int tasks, int slots)
      : with_log_(with_log), tasks_(tasks), slots_(slots) {
    TaskRunner::Options options;
    options.limiter = std::move(limiter);
    options.on_end = [this](const std::string&, const TaskEnd& end) {
      ended(end.outcome == TaskOutcome::kDone);
    };
    runner_ = std::move(TaskRunner::create(std::move(options)).value());
    environment_ = taskEnvironment({}).value();
  }
  Measured run() {
    const auto began = std::chrono::steady_clock::now();
    for (int i = 0; i < slots_; ++i) startNext();
    std::unique_lock lock(mutex_);
    done_.wait(lock, [this] { return ended_ == tasks_; });
    result_.per_second =
        tasks_ / std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    return result_;
  }

 private:
  void startNext() {
    int number = 0;
    {
      const std::lock_guard lock(mutex_);
      if (started_ == tasks_) return;
      number = ++started_;
    }
    TaskSpec spec;
    spec.id = std::to_string(number);
    spec.arguments = {"/bin/true"};
    spec.environment = environment_;
    if (with_log_) spec.log = folder_->path() / (spec.id + ".log");
    spec.limits = {1, 256ULL << 20};
    const auto started = runner_->start(spec);
    if (started.ok()) return;
    const std::lock_guard lock(mutex_);
    result_.error = toText(started.status());
    ++result_.failed;
    ++ended_;
    done_.notify_all();
  }
  void ended(bool well) {
    {
      const std::lock_guard lock(mutex_);
      ++ended_;
      if (!well) ++result_.failed;
      if (ended_ == tasks_) done_.notify_all();
    }
    startNext();
  }

  const bool with_log_;
  const int tasks_, slots_;
  absl::StatusOr<TempDir> folder_ = TempDir::create();
  std::vector<std::string> environment_;
  std::mutex mutex_;
  std::condition_variable done_;
  int started_ = 0, ended_ = 0;
  Measured result_;
  std::unique_ptr<TaskRunner> runner_;
};

}  // namespace

int main(int argc, char** argv) {
  bool json = false;
  int tasks = 5000;
  for (int i = 1; i < argc; ++i) {
    if (std::string_view(argv[i]) == "--json") {
      json = true;
    } else {
      tasks = std::max(1, std::atoi(argv[i]));
    }
  }
  std::string entries;
  if (!json) fmt::print("starts of empty tasks, {} each\n{:<36} {:>12}\n", tasks, "limiter", "per second");
  for (const LimiterKind kind : {LimiterKind::kCgroupV2, LimiterKind::kCgroupV1, LimiterKind::kAffinity}) {
    DetectOptions options;
    options.instance = "bench";
    options.wanted = kind;
    auto detected = detectLimiter(options);
    if (!detected.ok()) {
      if (!json) fmt::print("{:<36} {}\n", toText(kind), messageOf(detected.status()));
      continue;
    }
    const std::shared_ptr<ResourceLimiter> limiter = std::move(detected->limiter);
    for (const bool with_log : {false, true}) {
      const Measured measured = Load(limiter, with_log, tasks, 4).run();
      const std::string name = fmt::format("{}{}", toText(kind), with_log ? ", with a log" : "");
      entries += fmt::format(R"({}"{}":{{"per_second":{:.0f},"failed":{}}})", entries.empty() ? "" : ",",
                             name, measured.per_second, measured.failed);
      if (!json)
        fmt::print("{:<36} {:>12.0f}  {} failed {}\n", name, measured.per_second, measured.failed,
                   measured.error);
    }
  }
  if (json)
    fmt::print(R"({{"bench":"taskrun","results":{{{}}}}})"
               "\n",
               entries);
  return 0;
}
