#include "core/training_run/local_tasks.h"

#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/base/boot_id.h"
#include "core/base/status.h"

namespace aerie::training {
namespace {

template <class T>
bool number(std::string_view text, T& value) {
  const auto [end, parsed] = std::from_chars(text.data(), text.data() + text.size(), value);
  return parsed == std::errc() && end == text.data() + text.size();
}

Outcome outcomeOf(taskrun::TaskOutcome outcome) {
  switch (outcome) {
    case taskrun::TaskOutcome::kDone: return Outcome::kSucceeded;
    case taskrun::TaskOutcome::kTimedOut: return Outcome::kTimedOut;
    case taskrun::TaskOutcome::kCancelled: return Outcome::kCancelled;
    case taskrun::TaskOutcome::kOutOfMemory: return Outcome::kOutOfMemory;
    case taskrun::TaskOutcome::kUnknown: return Outcome::kLost;
    case taskrun::TaskOutcome::kFailed:
    case taskrun::TaskOutcome::kSignalled: break;
  }
  return Outcome::kFailed;
}

constexpr const char* kUnseen = "it ended while no daemon watched it, and how is not known";

}  // namespace

std::string toText(const AttemptKey& key) { return fmt::format("{}/{}/{}", key.job, key.task, key.attempt); }

std::optional<AttemptKey> attemptKeyFrom(std::string_view text) {
  const std::size_t first = text.find('/'), second = text.find('/', first + 1);
  if (first == std::string_view::npos || second == std::string_view::npos) return std::nullopt;
  AttemptKey key;
  if (!number(text.substr(0, first), key.job) ||
      !number(text.substr(first + 1, second - first - 1), key.task) ||
      !number(text.substr(second + 1), key.attempt))
    return std::nullopt;
  return key;
}

std::string toText(const taskrun::TaskHandle& handle) {
  const nlohmann::json json = {{"id", handle.id},
                               {"pid", handle.pid},
                               {"start_ticks", handle.start_ticks},
                               {"group", handle.group},
                               {"boot", bootId()}};
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

absl::StatusOr<taskrun::TaskHandle> taskHandleFrom(const std::string& text) {
  const nlohmann::json json = nlohmann::json::parse(text, nullptr, false);
  taskrun::TaskHandle handle;
  const bool fine = json.is_object() && json.contains("id") && json["id"].is_string() &&
                    json.contains("pid") && json["pid"].is_number_integer() && json.contains("start_ticks") &&
                    json["start_ticks"].is_number_unsigned() && json.contains("group") &&
                    json["group"].is_string();
  if (!fine) return dataLoss("'{}' is no handle of a process", text.substr(0, 100));
  handle.id = json["id"].get<std::string>();
  handle.pid = json["pid"].get<std::int64_t>();
  handle.start_ticks = json["start_ticks"].get<std::uint64_t>();
  handle.group = json["group"].get<std::string>();
  return handle;
}

bool ofEarlierBoot(const std::string& text) {
  const nlohmann::json json = nlohmann::json::parse(text, nullptr, false);
  if (!json.is_object() || !json.contains("boot") || !json["boot"].is_string()) return false;
  const auto boot = json["boot"].get<std::string>();
  return !boot.empty() && !bootId().empty() && boot != bootId();
}

absl::StatusOr<std::unique_ptr<LocalTasks>> LocalTasks::create(Options options) {
  std::unique_ptr<LocalTasks> tasks(new LocalTasks());
  tasks->options_ = std::move(options);
  taskrun::DetectOptions detect;
  detect.instance = tasks->options_.instance;
  detect.wanted = tasks->options_.limiter;
  AERIE_ASSIGN_OR_RETURN(taskrun::DetectedLimiter found, taskrun::detectLimiter(detect));
  tasks->limiter_ = std::move(found.limiter);
  tasks->limits_ = std::string(taskrun::toText(tasks->limiter_->kind()));
  tasks->reason_ = found.reason;
  taskrun::TaskRunner::Options runner;
  runner.limiter = tasks->limiter_;
  runner.on_end = [raw = tasks.get()](const std::string& id, const taskrun::TaskEnd& end) {
    raw->ended(id, end);
  };
  AERIE_ASSIGN_OR_RETURN(tasks->runner_, taskrun::TaskRunner::create(std::move(runner)));
  return tasks;
}

LocalTasks::~LocalTasks() { runner_.reset(); }

taskrun::TaskSpec LocalTasks::specOf(const LocalStart& start) const {
  taskrun::TaskSpec spec;
  spec.id = toText(start.key);
  spec.arguments = start.arguments;
  spec.environment = start.environment;
  spec.working_directory = start.working_directory;
  spec.log = start.log;
  spec.limits.cpus = static_cast<double>(start.limits.cpu_millis) / 1'000;
  spec.limits.memory_bytes = static_cast<std::uint64_t>(std::max<std::int64_t>(0, start.limits.memory_bytes));
  spec.timeout = std::chrono::milliseconds(start.timeout_ms);
  spec.grace = options_.grace;
  return spec;
}

absl::StatusOr<std::string> LocalTasks::start(const LocalStart& start) {
  AERIE_ASSIGN_OR_RETURN(const taskrun::TaskHandle handle, runner_->start(specOf(start)));
  return toText(handle);
}

void LocalTasks::adopt(const LocalStart& start, const std::string& text) {
  LocalEnd end;
  end.key = start.key;
  end.outcome = Outcome::kLost;
  if (text.empty()) {
    end.detail = "the daemon ended while it was being started";
    return push(std::move(end));
  }
  if (ofEarlierBoot(text)) {
    end.detail = "the machine was started again while it ran";
    return push(std::move(end));
  }
  const auto handle = taskHandleFrom(text);
  absl::Status adopted = handle.status();
  if (handle.ok()) adopted = runner_->adopt(specOf(start), *handle);
  if (adopted.ok()) return;
  end.detail = messageOf(adopted);
  end.unseen = absl::IsNotFound(adopted);
  // The group remembers whether the kernel ended it for its memory.
  auto group = handle.ok() ? limiter_->adopt(handle->group) : handle.status();
  if (group.ok()) {
    const auto usage = (*group)->usage();
    if (usage.ok() && usage->oom_kills > 0) {
      end.outcome = Outcome::kOutOfMemory;
      end.unseen = false;
      end.detail = "killed at its memory limit while no daemon watched it";
    }
    if (usage.ok()) {
      end.cpu_seconds = usage->cpu_seconds.value_or(0);
      end.memory_peak = static_cast<std::int64_t>(usage->memory_peak_bytes.value_or(0));
    }
    // What it left in its group goes with it.
    (*group)->killAll();
    static_cast<void>(limiter_->remove(std::move(*group)));
  }
  push(std::move(end));
}

absl::StatusOr<int> LocalTasks::removeLeftovers() { return taskrun::removeLeftovers(*limiter_); }

void LocalTasks::cancel(const AttemptKey& key) { static_cast<void>(runner_->cancel(toText(key))); }
void LocalTasks::cancelAll() { runner_->cancelAll(); }

void LocalTasks::ended(const std::string& id, const taskrun::TaskEnd& task) {
  const auto key = attemptKeyFrom(id);
  if (!key) return;
  LocalEnd end;
  end.key = *key;
  end.unseen = task.outcome == taskrun::TaskOutcome::kUnknown;
  end.outcome = outcomeOf(task.outcome);
  end.detail = end.unseen ? std::string(kUnseen) : task.text();
  end.cpu_seconds = task.cpu_seconds;
  end.memory_peak = static_cast<std::int64_t>(task.memory_peak_bytes);
  push(std::move(end));
}

void LocalTasks::push(LocalEnd end) {
  {
    MutexLock lock(mutex_);
    ends_.push_back(std::move(end));
  }
  if (options_.wake) options_.wake();
}

std::vector<LocalEnd> LocalTasks::takeEnds() {
  std::vector<LocalEnd> result;
  MutexLock lock(mutex_);
  result.swap(ends_);
  return result;
}

std::optional<taskrun::GroupUsage> LocalTasks::usage(const AttemptKey& key) const {
  auto usage = runner_->usage(toText(key));
  if (!usage.ok()) return std::nullopt;
  return *std::move(usage);
}

}  // namespace aerie::training
