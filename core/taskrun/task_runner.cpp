#include "core/taskrun/task_runner.h"

#include <fcntl.h>
#include <map>
#include <set>
#include <signal.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <thread>
#include <time.h>
#include <unordered_map>

#include "core/base/child_process.h"
#include "core/base/mutex.h"
#include "core/base/status.h"
#include "core/taskrun/event_loop.h"
#include "core/taskrun/pidfd.h"
#include "core/taskrun/spawn.h"

namespace aerie::taskrun {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds kLogPause(50);        // a chatty task's log is looked at no more often
constexpr milliseconds kDrainPause(50);      // for processes that can be seen but not waited for
constexpr milliseconds kReapPatience(2000);  // for init to reap a task that we adopted

enum class Stopped { kNo, kTimeout, kCancel };

struct Running {
  std::uint64_t serial = 0;
  std::string id;
  std::filesystem::path log;
  std::uint64_t log_limit = 0;
  milliseconds grace{0};
  pid_t pid = 0;
  std::uint64_t start_ticks = 0;
  OwnedFd pidfd;
  std::unique_ptr<LimitGroup> group;
  bool adopted = false;
  MonoPoint started;
  int log_watch = -1;
  std::optional<MonoPoint> deadline, kill_at, log_at, give_up_at, drain_at;
  Stopped stopped = Stopped::kNo;
  bool ended = false;  // the task itself; others of its group may still be ending
  double wall_seconds = 0;
  std::optional<ProcessEnd> end;
  std::map<int, OwnedFd> draining;
};

TaskEnd describeEnd(const Running& task, const GroupUsage& usage) {
  TaskEnd out;
  out.adopted = task.adopted;
  out.wall_seconds = task.wall_seconds;
  const ProcessEnd end = task.end.value_or(ProcessEnd());
  out.exit_code = end.code;
  out.signal = end.signal;
  out.cpu_seconds = usage.cpu_seconds.value_or(end.cpu_seconds);
  out.memory_peak_bytes = usage.memory_peak_bytes.value_or(end.peak_rss_bytes);
  out.throttled_seconds = usage.throttled_seconds.value_or(0);
  const bool clean = task.end && end.code == 0 && end.signal == 0;
  if (task.stopped == Stopped::kTimeout) {
    out.outcome = TaskOutcome::kTimedOut;
  } else if (task.stopped == Stopped::kCancel) {
    out.outcome = TaskOutcome::kCancelled;
  } else if (usage.oom_kills > 0 && !clean) {
    out.outcome = TaskOutcome::kOutOfMemory;
  } else if (!task.end) {
    out.outcome = TaskOutcome::kUnknown;
  } else if (clean) {
    out.outcome = TaskOutcome::kDone;
  } else {
    out.outcome = end.signal != 0 ? TaskOutcome::kSignalled : TaskOutcome::kFailed;
  }
  return out;
}

// When a process began, on the clock that never jumps.
MonoPoint startOf(std::uint64_t start_ticks) {
  timespec boot{};
  ::clock_gettime(CLOCK_BOOTTIME, &boot);
  const double now = static_cast<double>(boot.tv_sec) + static_cast<double>(boot.tv_nsec) * 1e-9;
  const double began = static_cast<double>(start_ticks) / static_cast<double>(::sysconf(_SC_CLK_TCK));
  return steady_clock::now() - std::chrono::duration_cast<steady_clock::duration>(
                                   std::chrono::duration<double>(std::max(0.0, now - began)));
}

}  // namespace

class TaskRunner::Impl final {
 public:
  Impl(Options options, std::unique_ptr<EventLoop> loop)
      : options_(std::move(options)), loop_(std::move(loop)), thread_([this] { run(); }) {}
  ~Impl() {
    {
      MutexLock lock(mutex_);
      closing_ = true;
    }
    loop_->wake();
    thread_.join();
  }

  absl::StatusOr<TaskHandle> start(const TaskSpec& spec) {
    AERIE_ASSIGN_OR_RETURN(const std::uint64_t serial, reserve(spec.id));
    auto handle = startReserved(spec, serial);
    if (!handle.ok()) release(spec.id, serial);
    return handle;
  }

  absl::Status adopt(const TaskSpec& spec, const TaskHandle& handle) {
    AERIE_ASSIGN_OR_RETURN(const std::uint64_t serial, reserve(spec.id));
    const absl::Status status = adoptReserved(spec, handle, serial);
    if (!status.ok()) release(spec.id, serial);
    return status;
  }

  absl::Status cancel(const std::string& id) {
    MutexLock lock(mutex_);
    const auto found = serials_.find(id);
    if (found == serials_.end()) return notFound("task '{}' is not running", id);
    const auto task = tasks_.find(found->second);
    if (task == tasks_.end()) {
      cancelled_early_.insert(found->second);  // it is being started right now
    } else if (!task->second->ended && task->second->stopped == Stopped::kNo) {
      stop(*task->second, Stopped::kCancel);
    }
    return absl::OkStatus();
  }

  void cancelAll() {
    MutexLock lock(mutex_);
    for (const auto& [id, serial] : serials_) {
      const auto task = tasks_.find(serial);
      if (task == tasks_.end()) {
        cancelled_early_.insert(serial);
      } else if (!task->second->ended && task->second->stopped == Stopped::kNo) {
        stop(*task->second, Stopped::kCancel);
      }
    }
  }

  absl::StatusOr<GroupUsage> usage(const std::string& id) const {
    MutexLock lock(mutex_);
    const auto found = serials_.find(id);
    const auto task = found == serials_.end() ? tasks_.end() : tasks_.find(found->second);
    if (task == tasks_.end()) return notFound("task '{}' is not running", id);
    return task->second->group->usage();
  }

  std::size_t running() const {
    MutexLock lock(mutex_);
    return serials_.size();
  }

 private:
  absl::StatusOr<std::uint64_t> reserve(const std::string& id) {
    MutexLock lock(mutex_);
    const std::uint64_t serial = ++last_serial_;
    if (!serials_.emplace(id, serial).second) return alreadyExists("task '{}' is running", id);
    return serial;
  }
  void release(const std::string& id, std::uint64_t serial) {
    MutexLock lock(mutex_);
    serials_.erase(id);
    cancelled_early_.erase(serial);
  }

  static std::unique_ptr<Running> fromSpec(const TaskSpec& spec, std::uint64_t serial) {
    auto task = std::make_unique<Running>();
    task->serial = serial;
    task->id = spec.id;
    task->log = spec.log;
    task->log_limit = spec.log_limit;
    task->grace = spec.grace;
    return task;
  }

  absl::StatusOr<TaskHandle> startReserved(const TaskSpec& spec, std::uint64_t serial) {
    OwnedFd log;
    if (!spec.log.empty()) {
      auto opened = openTaskLog(spec.log);
      AERIE_RETURN_IF_ERROR(opened.status());
      log = std::move(*opened);
    } else {
      log = OwnedFd(::open("/dev/null", O_WRONLY | O_CLOEXEC));
    }
    AERIE_ASSIGN_OR_RETURN(auto group, options_.limiter->make(spec.limits));
    const SpawnSpec launch{spec.arguments, spec.environment, spec.working_directory, log.get()};
    auto spawned = spawnLimited(launch, group->joinPlan());
    if (!spawned.ok()) {
      static_cast<void>(options_.limiter->remove(std::move(group)));
      return spawned.status();
    }
    auto task = fromSpec(spec, serial);
    task->pid = spawned->pid;
    task->pidfd = std::move(spawned->pidfd);
    task->group = std::move(group);
    task->started = steady_clock::now();
    // One that has ended already has no start time any more; nobody will look for it either.
    task->start_ticks = processStartTicks(task->pid).value_or(0);
    const TaskHandle handle{spec.id, task->pid, task->start_ticks, task->group->name()};
    AERIE_RETURN_IF_ERROR(watch(std::move(task), spec.timeout));
    return handle;
  }

  absl::Status adoptReserved(const TaskSpec& spec, const TaskHandle& handle, std::uint64_t serial) {
    auto task = fromSpec(spec, serial);
    if (handle.pid <= 1 || handle.pid > INT32_MAX) return notFound("task '{}' was not started", spec.id);
    task->pid = static_cast<pid_t>(handle.pid);
    task->start_ticks = handle.start_ticks;
    task->pidfd = OwnedFd(openPidfd(task->pid));
    // The descriptor is taken first: what it names can't change any more while the start time is compared.
    const auto ticks = processStartTicks(task->pid);
    if (!task->pidfd || !ticks.ok() || *ticks != handle.start_ticks)
      return notFound("task '{}' has ended while nobody watched it", spec.id);
    AERIE_ASSIGN_OR_RETURN(task->group, options_.limiter->adopt(handle.group));
    task->adopted = true;
    task->started = startOf(handle.start_ticks);
    return watch(std::move(task), spec.timeout);
  }

  absl::Status watch(std::unique_ptr<Running> owned, milliseconds timeout) {
    MutexLock lock(mutex_);
    Running& task = *owned;
    if (const absl::Status status = loop_->watchTask(task.pidfd.get(), task.serial); !status.ok()) {
      if (!task.adopted) {
        static_cast<void>(::kill(-task.pid, SIGKILL));
        while (::waitpid(task.pid, nullptr, 0) < 0 && errno == EINTR) {
        }
        static_cast<void>(options_.limiter->remove(std::move(task.group)));
      }
      return status;
    }
    tasks_.emplace(task.serial, std::move(owned));
    if (timeout.count() > 0) setTimer(task, task.deadline, task.started + timeout);
    watchLog(task);
    if (cancelled_early_.erase(task.serial) > 0) stop(task, Stopped::kCancel);
    return absl::OkStatus();
  }

  void run() {
    while (true) {
      const std::vector<LoopEvent> events = loop_->wait();
      std::vector<std::pair<std::string, TaskEnd>> finished;
      {
        MutexLock lock(mutex_);
        if (closing_) return;
        for (const LoopEvent& event : events) handle(event);
        finished.swap(finished_);
      }
      for (const auto& [id, end] : finished) {
        if (options_.on_end) options_.on_end(id, end);
      }
    }
  }

  void handle(const LoopEvent& event) AERIE_REQUIRES(mutex_) {
    std::uint64_t serial = event.serial;
    if (event.kind == LoopEvent::Kind::kLog) {
      const auto found = logs_.find(static_cast<int>(event.serial));
      if (found == logs_.end()) return;
      serial = found->second;
    }
    const auto found = tasks_.find(serial);
    if (found == tasks_.end()) return;
    Running& task = *found->second;
    switch (event.kind) {
      case LoopEvent::Kind::kTask:
        if (!task.ended) taskEnded(task, event.hung_up);
        break;
      case LoopEvent::Kind::kOther:
        loop_->forget(event.fd);
        task.draining.erase(event.fd);
        if (task.draining.empty()) drain(task);
        break;
      case LoopEvent::Kind::kLog: logChanged(task); break;
      case LoopEvent::Kind::kTimer: timersFired(task); break;
    }
  }

  void setTimer(Running& task, std::optional<MonoPoint>& slot, MonoPoint when) {
    if (slot) loop_->dropTimer(*slot, task.serial);
    slot = when;
    loop_->setTimer(when, task.serial);
  }

  void timersFired(Running& task) AERIE_REQUIRES(mutex_) {
    const MonoPoint now = steady_clock::now();
    const auto due = [&](std::optional<MonoPoint>& slot) {
      if (!slot || *slot > now) return false;
      slot.reset();
      return true;
    };
    if (due(task.deadline) && !task.ended && task.stopped == Stopped::kNo) stop(task, Stopped::kTimeout);
    if (due(task.kill_at) && !task.ended) {
      signalGroup(task, SIGKILL);
      task.group->killAll();
    }
    if (due(task.log_at)) watchLog(task);
    const bool give_up = due(task.give_up_at);
    if (due(task.drain_at)) {
      drain(task);  // may end the task's entry
    } else if (give_up && !task.ended) {
      finishProcess(task);
    }
  }

  void stop(Running& task, Stopped why) {
    task.stopped = why;
    if (task.grace.count() <= 0) {
      signalGroup(task, SIGKILL);
      task.group->killAll();
      return;
    }
    signalGroup(task, SIGTERM);
    signalGroup(task, SIGCONT);  // a stopped process hears SIGTERM only when it goes on
    setTimer(task, task.kill_at, steady_clock::now() + task.grace);
  }

  // The number of the group may only be used while its leader is known to be ours.
  static void signalGroup(const Running& task, int signal) {
    if (::syscall(SYS_pidfd_send_signal, task.pidfd.get(), 0, nullptr, 0) != 0 && errno == ESRCH) return;
    static_cast<void>(::kill(-task.pid, signal));
  }

  void taskEnded(Running& task, bool hung_up) AERIE_REQUIRES(mutex_) {
    // Ended but not yet reaped: its number is still its own, so what it left in its group is ended by it.
    signalGroup(task, SIGKILL);
    task.end = reap(task.pid);
    if (!task.end && errno == ECHILD) {
      task.end = endOfStranger(task.pidfd.get());
      if (!task.end && !hung_up && !task.give_up_at) {
        loop_->watchHangUp(task.pidfd.get(), task.serial);
        setTimer(task, task.give_up_at, steady_clock::now() + kReapPatience);
      }
      if (!task.end && !hung_up) return;
    }
    finishProcess(task);
  }

  void finishProcess(Running& task) AERIE_REQUIRES(mutex_) {
    task.ended = true;
    task.wall_seconds = std::chrono::duration<double>(steady_clock::now() - task.started).count();
    loop_->forget(task.pidfd.get());
    drain(task);
  }

  // Ends whatever else is in the group, and the entry when nobody is left in it.
  void drain(Running& task) AERIE_REQUIRES(mutex_) {
    const std::vector<pid_t> others = task.group->processes();
    if (others.empty()) return complete(task);
    for (const pid_t pid : others) {
      OwnedFd fd(openPidfd(pid));
      if (!fd || !loop_->watchOther(fd.get(), task.serial).ok()) continue;
      const int number = fd.get();
      task.draining.emplace(number, std::move(fd));
    }
    task.group->killAll();
    if (task.draining.empty()) setTimer(task, task.drain_at, steady_clock::now() + kDrainPause);
  }

  void complete(Running& task) AERIE_REQUIRES(mutex_) {
    const GroupUsage usage = task.group->usage().value_or(GroupUsage());
    // A group that can't be removed stays as a leftover, which the next start finds.
    static_cast<void>(options_.limiter->remove(std::move(task.group)));
    if (task.log_watch >= 0) {
      loop_->forgetLog(task.log_watch);
      logs_.erase(task.log_watch);
    }
    if (!task.log.empty()) static_cast<void>(boundTaskLog(task.log, task.log_limit));
    for (const auto& slot : {task.deadline, task.kill_at, task.log_at, task.give_up_at, task.drain_at}) {
      if (slot) loop_->dropTimer(*slot, task.serial);
    }
    finished_.emplace_back(task.id, describeEnd(task, usage));
    serials_.erase(task.id);
    tasks_.erase(task.serial);
  }

  void watchLog(Running& task) AERIE_REQUIRES(mutex_) {
    if (task.log.empty() || task.log_limit == 0) return;
    task.log_watch = loop_->watchLog(task.log.c_str());
    if (task.log_watch >= 0) logs_[task.log_watch] = task.serial;
    static_cast<void>(boundTaskLog(task.log, task.log_limit));  // for what came before the watch
  }
  void logChanged(Running& task) AERIE_REQUIRES(mutex_) {
    logs_.erase(task.log_watch);
    task.log_watch = -1;
    static_cast<void>(boundTaskLog(task.log, task.log_limit));
    setTimer(task, task.log_at, steady_clock::now() + kLogPause);
  }

  const Options options_;
  const std::unique_ptr<EventLoop> loop_;
  mutable Mutex mutex_;
  bool closing_ AERIE_GUARDED_BY(mutex_) = false;
  std::uint64_t last_serial_ AERIE_GUARDED_BY(mutex_) = 0;
  std::unordered_map<std::string, std::uint64_t> serials_
      AERIE_GUARDED_BY(mutex_);  // by id; reserved or running
  std::unordered_map<std::uint64_t, std::unique_ptr<Running>> tasks_ AERIE_GUARDED_BY(mutex_);
  std::set<std::uint64_t> cancelled_early_ AERIE_GUARDED_BY(mutex_);
  std::unordered_map<int, std::uint64_t> logs_ AERIE_GUARDED_BY(mutex_);  // inotify watch to serial
  std::vector<std::pair<std::string, TaskEnd>> finished_ AERIE_GUARDED_BY(mutex_);
  std::thread thread_;
};

std::string_view toText(TaskOutcome outcome) {
  switch (outcome) {
    case TaskOutcome::kDone: return "done";
    case TaskOutcome::kFailed: return "failed";
    case TaskOutcome::kSignalled: return "signalled";
    case TaskOutcome::kTimedOut: return "timed out";
    case TaskOutcome::kCancelled: return "cancelled";
    case TaskOutcome::kOutOfMemory: return "out of memory";
    case TaskOutcome::kUnknown: break;
  }
  return "unknown";
}

std::string TaskEnd::text() const {
  switch (outcome) {
    case TaskOutcome::kDone: return "done";
    case TaskOutcome::kFailed:
    case TaskOutcome::kSignalled: return ExitState{exit_code, signal}.text();
    case TaskOutcome::kTimedOut: return fmt::format("timed out after {:.1f} s", wall_seconds);
    case TaskOutcome::kCancelled: return "cancelled";
    case TaskOutcome::kOutOfMemory:
      return fmt::format("out of memory: killed at its limit, having used {} MiB; ask for more memory",
                         memory_peak_bytes >> 20);
    case TaskOutcome::kUnknown: break;
  }
  return "ended unseen: it outlived the daemon that had started it, and the kernel doesn't tell how it ended";
}

absl::StatusOr<std::unique_ptr<TaskRunner>> TaskRunner::create(Options options) {
  if (options.limiter == nullptr) return invalidArgument("a task runner needs a resource limiter");
  AERIE_ASSIGN_OR_RETURN(auto loop, EventLoop::create());
  return std::unique_ptr<TaskRunner>(
      new TaskRunner(std::make_unique<Impl>(std::move(options), std::move(loop))));
}

TaskRunner::TaskRunner(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
TaskRunner::~TaskRunner() = default;
absl::StatusOr<TaskHandle> TaskRunner::start(const TaskSpec& spec) { return impl_->start(spec); }
absl::Status TaskRunner::adopt(const TaskSpec& spec, const TaskHandle& handle) {
  return impl_->adopt(spec, handle);
}
absl::Status TaskRunner::cancel(const std::string& id) { return impl_->cancel(id); }
void TaskRunner::cancelAll() { impl_->cancelAll(); }
absl::StatusOr<GroupUsage> TaskRunner::usage(const std::string& id) const { return impl_->usage(id); }
std::size_t TaskRunner::running() const { return impl_->running(); }

}  // namespace aerie::taskrun
