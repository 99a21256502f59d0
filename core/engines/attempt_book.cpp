#include "core/engines/attempt_book.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "core/base/files.h"
#include "core/base/status.h"

namespace aerie::engines {
namespace {

using training::Outcome;

constexpr std::string_view kTextMark = "driver | ";
constexpr std::int64_t kMaxTexts = 5'000;
constexpr std::size_t kMaxTextBytes = 2'000;

// After a restart of the daemon the log is read from its start again; what is in the job's log stays single.
std::int64_t textsIn(const std::filesystem::path& log) {
  const auto text = readFile(log);
  if (!text.ok()) return 0;
  std::int64_t count = 0;
  for (auto at = text->find(kTextMark); at != std::string::npos; at = text->find(kTextMark, at + 1)) ++count;
  return count;
}

std::string printable(std::string_view line) {
  std::string out;
  for (std::size_t i = 0; i < line.size() && out.size() < kMaxTextBytes; ++i) {
    if (line[i] == '\x1b') {  // colours
      const auto end = line.find('m', i);
      if (end == std::string_view::npos) break;
      i = end;
    } else if (static_cast<unsigned char>(line[i]) >= 0x20 || line[i] == '\t') {
      out += line[i];
    }
  }
  return out;
}

}  // namespace

AttemptBook::AttemptBook(const training::JobRun& run, bool resumed, training::EngineSink& sink)
    : job_(run.job),
      files_(run.files),
      spec_(run.spec),
      resumed_(resumed),
      sink_(sink),
      inbox_(run.files.root / "incoming") {
  for (const training::OpenTask& task : run.tasks) {
    const bool running = resumed && task.running;
    Task entry;
    entry.number = task.number;
    entry.cpus = static_cast<double>(task.request.cpu_millis) / 1e3;
    entry.request = task.request;
    entry.failures = task.failures;
    entry.started = task.attempt;
    entry.ended = running ? task.attempt - 1 : task.attempt;
    tasks_[task.spec.id] = entry;
  }
  if (resumed) texts_told_ = textsIn(files_.jobLog());
}

void AttemptBook::setHosts(std::map<std::string, std::string> names) {
  const MutexLock lock(mutex_);
  names_ = std::move(names);
}

std::string AttemptBook::hostOf(const std::string& node, const std::string& fallback) const {
  const auto it = names_.find(node);
  if (it != names_.end()) return it->second;
  return fallback.empty() ? "unknown" : fallback;
}

void AttemptBook::take(std::string_view line) {
  const MutexLock lock(mutex_);
  const auto event = parseDriverLine(line);
  if (!event) return takeText(line);
  switch (event->kind) {
    case DriverEvent::Kind::kStarted: started_ = true; break;
    case DriverEvent::Kind::kFinished: finished_ = true; break;
    case DriverEvent::Kind::kSubmitted: {
      const auto it = tasks_.find(event->task);
      if (it != tasks_.end()) it->second.submitted = std::max(it->second.submitted, event->attempt);
      break;
    }
    case DriverEvent::Kind::kEnded: takeEnd(*event); break;
    case DriverEvent::Kind::kLog: takeLog(*event); break;
    case DriverEvent::Kind::kArtifact: {
      const auto it = tasks_.find(event->task);
      if (it != tasks_.end() && event->attempt > it->second.ended) inbox_.add(*event);
      break;
    }
  }
}

void AttemptBook::rewind() {
  const MutexLock lock(mutex_);
  texts_ = 0;
}

void AttemptBook::takeText(std::string_view line) {
  if (++texts_ <= texts_told_ || texts_ > kMaxTexts) return;
  texts_told_ = texts_;
  sink_.log(job_, std::string(kTextMark) + printable(line));
}

void AttemptBook::takeLog(const DriverEvent& event) {
  const auto it = tasks_.find(event.task);
  if (it == tasks_.end() || event.attempt <= it->second.ended) return;
  const absl::Status status = writeFileAtomic(files_.taskLog(event.task, event.attempt), event.text);
  if (!status.ok()) sink_.log(job_, "the log of " + event.task + " is lost: " + messageOf(status));
}

void AttemptBook::takeEnd(const DriverEvent& event) {
  const auto it = tasks_.find(event.task);
  if (it == tasks_.end() || event.attempt <= it->second.ended) return;
  Outcome outcome = event.outcome;
  std::string detail = event.error;
  if (outcome == Outcome::kSucceeded) {
    const std::filesystem::path outputs = files_.attemptOutputs(event.task, event.attempt);
    const absl::Status delivered = inbox_.deliver(event.task, event.attempt, outputs);
    if (!delivered.ok() && !broughtBefore(event.task, outputs)) {
      outcome = Outcome::kFailed;
      detail = messageOf(delivered);
    }
  }
  inbox_.forget(event.task);
  end(it->second, event.attempt, outcome, detail, &event);
  if (event.again) foresee(it->second, outcome, event.ended_ms);
}

// An archive in a shared directory goes once the job is over for us. A daemon that ended right then, before
// the success was in the books, has left the files: whole, since that is how they get a name.
bool AttemptBook::broughtBefore(const std::string& task, const std::filesystem::path& outputs) const {
  std::error_code error;
  return resumed_ && (std::filesystem::exists(outputs, error) ||
                      std::filesystem::exists(files_.taskOutputs(task), error));
}

// What the driver does next, by the same rules.
void AttemptBook::foresee(Task& task, Outcome outcome, std::int64_t ended_ms) {
  if (outcome == Outcome::kLost) return;
  const training::Limits& limits = spec_->limits;
  const std::int64_t longest = limits.backoff_limit_ms;
  std::int64_t wait = std::min(limits.backoff_ms, longest);
  for (int i = 0; i < task.failures && wait < longest; ++i) wait = std::min(wait * 2, longest);
  ++task.failures;
  task.retry_ms = ended_ms + wait;
  if (outcome != Outcome::kOutOfMemory || limits.memory_growth <= 1) return;
  const auto wanted =
      static_cast<std::int64_t>(static_cast<double>(task.request.memory_bytes) * limits.memory_growth);
  const std::int64_t most = limits.memory_limit > 0 ? limits.memory_limit : spec_->cluster.memory_per_host;
  task.request.memory_bytes = std::max(task.request.memory_bytes, most > 0 ? std::min(wanted, most) : wanted);
}

void AttemptBook::runs(std::string_view name, const std::string& node, std::int64_t start_ms) {
  const auto mark = name.rfind('#');
  if (mark == std::string_view::npos) return;
  int attempt = 0;
  const std::string_view digits = name.substr(mark + 1);
  if (std::from_chars(digits.data(), digits.data() + digits.size(), attempt).ec != std::errc()) return;
  const MutexLock lock(mutex_);
  const auto it = tasks_.find(std::string(name.substr(0, mark)));
  if (it == tasks_.end() || attempt <= it->second.ended || attempt <= it->second.started) return;
  if (!names_.contains(node)) return;  // Ray says so before it says where; the next look knows
  begin(it->second, attempt, hostOf(node, {}), start_ms);
}

void AttemptBook::begin(Task& task, int attempt, const std::string& host, std::int64_t at_ms) {
  std::vector<Lane>& lanes = lanes_[host];
  auto lane = std::find_if(lanes.begin(), lanes.end(),
                           [&](const Lane& l) { return !l.open && (at_ms == 0 || l.free_ms <= at_ms); });
  if (lane == lanes.end()) lane = lanes.insert(lanes.end(), Lane{});
  lane->open = true;
  task.started = attempt;
  task.host = host;
  task.counted_ms = at_ms;
  task.lane = static_cast<int>(lane - lanes.begin());
  sink_.attemptStarted({job_, task.number, attempt}, host, task.lane, at_ms);
}

void AttemptBook::end(Task& task, int attempt, Outcome outcome, const std::string& detail,
                      const DriverEvent* event) {
  if (task.started < attempt) {
    // One that was cancelled before it ran has nothing to tell.
    if (event == nullptr || (event->started_ms == 0 && outcome == Outcome::kCancelled)) return;
    begin(task, attempt, hostOf(event->node, event->host), event->started_ms);
  }
  if (event != nullptr && event->ended_ms > 0) count(task, event->ended_ms);
  const auto lanes = lanes_.find(task.host);
  if (lanes != lanes_.end() && static_cast<std::size_t>(task.lane) < lanes->second.size())
    lanes->second[static_cast<std::size_t>(task.lane)] = {false, event != nullptr ? event->ended_ms : 0};
  task.ended = attempt;
  task.over = event != nullptr && !event->again;
  sink_.attemptEnded({job_, task.number, attempt}, outcome, detail, event != nullptr ? event->cpu_ms : 0,
                     event != nullptr ? event->memory_peak : 0, event != nullptr ? event->ended_ms : 0);
}

void AttemptBook::endRunning(Outcome outcome, const std::string& detail) {
  const MutexLock lock(mutex_);
  for (auto& [id, task] : tasks_) {
    if (task.started > task.ended) end(task, task.started, outcome, detail, nullptr);
  }
}

void AttemptBook::endOpen(Outcome outcome, const std::string& detail) {
  const MutexLock lock(mutex_);
  for (auto& [id, task] : tasks_) {
    if (task.over || (task.started <= task.ended && outcome != Outcome::kSucceeded)) continue;
    const int attempt = std::max(task.started, task.ended + 1);
    if (task.started < attempt) begin(task, attempt, "unknown", 0);
    Outcome as = outcome;
    if (outcome == Outcome::kSucceeded && !unpackArtifact({}, files_.attemptOutputs(id, attempt)).ok())
      as = Outcome::kFailed;
    end(task, attempt, as, detail, nullptr);
    task.over = true;
  }
}

bool AttemptBook::started() const {
  const MutexLock lock(mutex_);
  return started_;
}

bool AttemptBook::finished() const {
  const MutexLock lock(mutex_);
  return finished_;
}

std::int64_t AttemptBook::running() const {
  const MutexLock lock(mutex_);
  return std::count_if(tasks_.begin(), tasks_.end(),
                       [](const auto& entry) { return entry.second.started > entry.second.ended; });
}

std::int64_t AttemptBook::waiting() const {
  const MutexLock lock(mutex_);
  return std::count_if(tasks_.begin(), tasks_.end(), [](const auto& entry) {
    return entry.second.started <= entry.second.ended && !entry.second.over;
  });
}

void AttemptBook::count(Task& task, std::int64_t until_ms) {
  if (task.counted_ms > 0 && !task.host.empty()) {
    const double ms = static_cast<double>(until_ms - task.counted_ms);
    use_[task.host] += {task.cpus * ms, ms};
  }
  task.counted_ms = until_ms;
}

std::map<std::string, SlotTime> AttemptBook::takeUse(std::int64_t now_ms) {
  const MutexLock lock(mutex_);
  for (auto& [id, task] : tasks_) {
    // A host whose clock is ahead is counted once its time has come.
    if (task.started > task.ended && task.counted_ms < now_ms) count(task, now_ms);
  }
  return std::exchange(use_, {});
}

WaitingTasks AttemptBook::waits(std::int64_t now_ms) const {
  const MutexLock lock(mutex_);
  WaitingTasks out;
  for (const auto& [id, task] : tasks_) {
    if (task.over) continue;
    if (task.submitted > task.ended || task.started > task.ended) ++out.in_flight;
    if (task.started > task.ended) continue;
    if (task.submitted <= task.ended && task.retry_ms > now_ms) {
      ++out.backing_off;
      out.next_ms = out.next_ms == 0 ? task.retry_ms : std::min(out.next_ms, task.retry_ms);
      continue;
    }
    ++out.queued;
    out.request.cpu_millis = std::max(out.request.cpu_millis, task.request.cpu_millis);
    out.request.memory_bytes = std::max(out.request.memory_bytes, task.request.memory_bytes);
  }
  return out;
}

std::map<std::string, training::Resources> AttemptBook::held() const {
  const MutexLock lock(mutex_);
  std::map<std::string, training::Resources> out;
  for (const auto& [id, task] : tasks_) {
    if (task.started <= task.ended) continue;
    out[task.host].cpu_millis += task.request.cpu_millis;
    out[task.host].memory_bytes += task.request.memory_bytes;
  }
  return out;
}

std::vector<std::string> AttemptBook::idsOf(const std::vector<training::TaskNumber>& numbers) const {
  const std::set<training::TaskNumber> wanted(numbers.begin(), numbers.end());
  const MutexLock lock(mutex_);
  std::vector<std::string> ids;
  for (const auto& [id, task] : tasks_) {
    if (wanted.contains(task.number)) ids.push_back(id);
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

}  // namespace aerie::engines
