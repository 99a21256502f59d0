#include "core/training/scheduler.h"

#include <algorithm>
#include <limits>

#include "core/base/status.h"

namespace aerie::training {
namespace {

bool fits(const Resources& request, const Resources& capacity, const Resources& used) {
  return used.cpu_millis + request.cpu_millis <= capacity.cpu_millis &&
         (capacity.memory_bytes == 0 || used.memory_bytes + request.memory_bytes <= capacity.memory_bytes);
}

bool withinQuota(const Resources& request, const Resources& quota, const Resources& used) {
  return (quota.cpu_millis == 0 || used.cpu_millis + request.cpu_millis <= quota.cpu_millis) &&
         (quota.memory_bytes == 0 || used.memory_bytes + request.memory_bytes <= quota.memory_bytes);
}

void add(Resources& to, const Resources& what, std::int64_t sign = 1) {
  to.cpu_millis += sign * what.cpu_millis;
  to.memory_bytes += sign * what.memory_bytes;
}

// One round of decide(): copies of what changes while tasks are placed.
class Round final {
 public:
  explicit Round(const SchedulerState& state) : now_(state.now()) {
    for (const auto& [name, host] : state.hosts()) {
      if (host.spec.ready) hosts_.push_back({&host, host.used, false});
    }
    for (const auto& [id, job] : state.jobs()) {
      if (!job.entry.open || job.queue.ready().empty()) continue;
      Candidate candidate{
          &job, job.used, job.running, std::max(job.last_start_ms, job.entry.submitted_ms), {}};
      for (const auto& [request, keys] : job.queue.ready())
        candidate.classes.push_back({&request, keys.begin(), keys.end()});
      jobs_.push_back(std::move(candidate));
    }
    for (Candidate& job : jobs_) {
      for (const Spot& spot : hosts_) {
        if (mayUse(job, spot)) add(job.room, spot.host->spec.capacity);
      }
    }
  }

  Decision run(std::size_t max_starts) {
    Decision decision;
    while (decision.starts.size() < max_starts) {
      Candidate* job = nextJob();
      if (job == nullptr) break;
      step(*job, decision);
    }
    return decision;
  }

 private:
  struct Class {
    const Resources* request;
    std::set<TaskQueue::Key>::const_iterator next, end;
  };
  struct Candidate {
    const SchedulerState::Job* job;
    Resources used;
    int running;
    std::int64_t waits_since;
    std::vector<Class> classes;  // those that may still start something
    Resources room{};            // of all hosts that it may use
    bool holds = false;
  };
  struct Spot {
    const SchedulerState::Host* host;
    Resources used;
    bool held;
  };

  static bool mayUse(const Candidate& job, const Spot& spot) {
    return spot.host->spec.pool.empty() || spot.host->spec.pool == job.job->entry.pool;
  }
  double shareOf(const Candidate& job) const {
    const auto part = [](std::int64_t used, std::int64_t of) {
      return of > 0 ? static_cast<double>(used) / static_cast<double>(of) : 0.0;
    };
    return std::max(part(job.used.cpu_millis, job.room.cpu_millis),
                    part(job.used.memory_bytes, job.room.memory_bytes));
  }
  std::int64_t rankOf(const Candidate& job) const {
    return job.job->entry.priority + std::max<std::int64_t>(0, now_ - job.waits_since) / kAgingMs;
  }
  bool goesBefore(const Candidate& a, const Candidate& b) const {
    const std::int64_t rank_a = rankOf(a);
    const std::int64_t rank_b = rankOf(b);
    if (rank_a != rank_b) return rank_a > rank_b;
    const double share_a = shareOf(a);
    const double share_b = shareOf(b);
    if (share_a != share_b) return share_a < share_b;
    // Also what lets a large task onto a host that has just become empty for it.
    if (a.waits_since != b.waits_since) return a.waits_since < b.waits_since;
    if (a.job->entry.submitted_ms != b.job->entry.submitted_ms)
      return a.job->entry.submitted_ms < b.job->entry.submitted_ms;
    return a.job->entry.id < b.job->entry.id;
  }
  Candidate* nextJob() {
    Candidate* best = nullptr;
    for (Candidate& job : jobs_) {
      if (job.classes.empty()) continue;
      if (best == nullptr || goesBefore(job, *best)) best = &job;
    }
    return best;
  }
  // The fullest host that still takes it, so that large gaps stay for large tasks.
  Spot* hostFor(const Candidate& job, const Resources& request) {
    Spot* best = nullptr;
    std::int64_t best_left = std::numeric_limits<std::int64_t>::max();
    for (Spot& spot : hosts_) {
      if (spot.held || !mayUse(job, spot) || !fits(request, spot.host->spec.capacity, spot.used)) continue;
      const std::int64_t left = spot.host->spec.capacity.cpu_millis - spot.used.cpu_millis;
      if (left < best_left) {
        best = &spot;
        best_left = left;
      }
    }
    return best;
  }
  // The host that misses least, of those that would take it when empty.
  Spot* hostToHold(const Candidate& job, const Resources& request) {
    Spot* best = nullptr;
    std::int64_t best_free = -1;
    for (Spot& spot : hosts_) {
      if (spot.held || !mayUse(job, spot) || !fits(request, spot.host->spec.capacity, {})) continue;
      const std::int64_t free = spot.host->spec.capacity.cpu_millis - spot.used.cpu_millis;
      if (free > best_free) {
        best = &spot;
        best_free = free;
      }
    }
    return best;
  }
  // Starts the job's next task, or finds out that one kind of its tasks cannot start now.
  void step(Candidate& job, Decision& decision) {
    const JobEntry& entry = job.job->entry;
    if (entry.max_in_flight > 0 && job.running >= entry.max_in_flight) {
      job.classes.clear();
      return;
    }
    const auto first = std::min_element(job.classes.begin(), job.classes.end(),
                                        [](const Class& a, const Class& b) { return *a.next < *b.next; });
    const Resources& request = *first->request;
    const TaskNumber number = first->next->number;
    if (!withinQuota(request, entry.quota, job.used)) {
      job.classes.erase(first);
      return;
    }
    if (Spot* const spot = hostFor(job, request)) {
      decision.starts.push_back({entry.id, number, spot->host->spec.name, request});
      add(spot->used, request);
      add(job.used, request);
      ++job.running;
      job.waits_since = now_;
      if (++first->next == first->end) job.classes.erase(first);
      return;
    }
    if (!job.holds && now_ - job.job->queue.find(number)->ready_ms >= kPatienceMs) {
      if (Spot* const spot = hostToHold(job, request)) {
        spot->held = true;
        job.holds = true;
        decision.holds.push_back({spot->host->spec.name, entry.id, number});
      }
    }
    job.classes.erase(first);
  }

  const std::int64_t now_;
  std::vector<Spot> hosts_;
  std::vector<Candidate> jobs_;
};

}  // namespace

TaskQueue::Key TaskQueue::keyOf(const QueuedTask& task) const {
  std::int64_t weight = 0;
  if (order_ == Order::kLongestFirst)
    weight = task.expected_ms < 0 ? std::numeric_limits<std::int64_t>::min() : -task.expected_ms;
  return {task.attempts > 0 ? 0 : 1, weight, task.number};
}

void TaskQueue::add(const QueuedTask& task, std::int64_t now_ms) {
  remove(task.number);
  tasks_.emplace(task.number, task);
  if (task.ready_ms > now_ms) {
    waiting_.emplace(task.ready_ms, task.number);
  } else {
    ready_[task.request].insert(keyOf(task));
  }
}

bool TaskQueue::remove(TaskNumber number) {
  const auto found = tasks_.find(number);
  if (found == tasks_.end()) return false;
  if (waiting_.erase({found->second.ready_ms, number}) == 0) {
    const auto same = ready_.find(found->second.request);
    AERIE_CHECK(same != ready_.end());
    same->second.erase(keyOf(found->second));
    if (same->second.empty()) ready_.erase(same);
  }
  tasks_.erase(found);
  return true;
}

void TaskQueue::advanceTo(std::int64_t now_ms) {
  while (!waiting_.empty() && waiting_.begin()->first <= now_ms) {
    const QueuedTask& task = tasks_.at(waiting_.begin()->second);
    ready_[task.request].insert(keyOf(task));
    waiting_.erase(waiting_.begin());
  }
}

const QueuedTask* TaskQueue::find(TaskNumber number) const {
  const auto found = tasks_.find(number);
  return found == tasks_.end() ? nullptr : &found->second;
}

void SchedulerState::advanceTo(std::int64_t now_ms) {
  now_ms_ = std::max(now_ms_, now_ms);
  for (auto& [id, job] : jobs_) job.queue.advanceTo(now_ms_);
}

void SchedulerState::setHost(const HostSpec& host) {
  const auto [found, added] = hosts_.try_emplace(host.name);
  found->second.spec = host;
  if (!added) return;
  // A host that comes back while its tasks still run.
  for (const auto& [key, running] : running_) {
    if (running.host != host.name) continue;
    add(found->second.used, running.request);
    ++found->second.running;
  }
}

void SchedulerState::removeHost(std::string_view name) {
  if (const auto found = hosts_.find(name); found != hosts_.end()) hosts_.erase(found);
}

void SchedulerState::setJob(const JobEntry& job) {
  const auto [found, added] = jobs_.try_emplace(job.id);
  if (added) found->second.queue = TaskQueue(job.order);
  found->second.entry = job;
  if (!added) return;
  for (const auto& [key, running] : running_) {
    if (key.first != job.id) continue;
    add(found->second.used, running.request);
    ++found->second.running;
  }
}

void SchedulerState::removeJob(JobId job) { jobs_.erase(job); }

void SchedulerState::enqueue(JobId job, const QueuedTask& task) {
  const auto found = jobs_.find(job);
  AERIE_CHECK(found != jobs_.end());
  AERIE_CHECK(!running_.contains({job, task.number}));
  found->second.queue.add(task, now_ms_);
}

bool SchedulerState::dequeue(JobId job, TaskNumber task) {
  const auto found = jobs_.find(job);
  return found != jobs_.end() && found->second.queue.remove(task);
}

void SchedulerState::started(const Start& start) {
  const bool added =
      running_.emplace(std::pair(start.job, start.task), Running{start.host, start.request}).second;
  AERIE_CHECK(added);
  if (const auto job = jobs_.find(start.job); job != jobs_.end()) {
    job->second.queue.remove(start.task);
    add(job->second.used, start.request);
    ++job->second.running;
    job->second.last_start_ms = now_ms_;
  }
  if (const auto host = hosts_.find(start.host); host != hosts_.end()) {
    add(host->second.used, start.request);
    ++host->second.running;
  }
}

bool SchedulerState::ended(JobId job, TaskNumber task) {
  const auto found = running_.find({job, task});
  if (found == running_.end()) return false;
  if (const auto owner = jobs_.find(job); owner != jobs_.end()) {
    add(owner->second.used, found->second.request, -1);
    --owner->second.running;
  }
  if (const auto host = hosts_.find(found->second.host); host != hosts_.end()) {
    add(host->second.used, found->second.request, -1);
    --host->second.running;
  }
  running_.erase(found);
  return true;
}

std::optional<std::int64_t> SchedulerState::nextLook() const {
  std::optional<std::int64_t> next;
  const auto consider = [&](std::int64_t at) {
    if (at > now_ms_ && (!next || at < *next)) next = at;
  };
  for (const auto& [id, job] : jobs_) {
    if (!job.entry.open) continue;
    if (!job.queue.waiting().empty()) consider(job.queue.waiting().begin()->first);
    for (const auto& [request, keys] : job.queue.ready())
      consider(job.queue.find(keys.begin()->number)->ready_ms + kPatienceMs);
  }
  return next;
}

Decision decide(const SchedulerState& state, std::size_t max_starts) { return Round(state).run(max_starts); }

}  // namespace aerie::training
