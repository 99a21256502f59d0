// Which task starts where.
#include <algorithm>
#include <cmath>

#include "sim/cluster/draws.h"
#include "sim/cluster/engine.h"

namespace aerie::sim::cluster {

void Engine::dispatch(std::size_t changed_host) {
  const bool prefetch = scenario_.queue.prefetch > 0;
  if (prefetch && changed_host != kAnyHost) startReserved(changed_host);
  if (queue_.empty()) {
    queue_grew_ = bound_held_ = false;
    return;
  }
  // What came new, or was held back by its bound only, may find room on any host.
  if (queue_grew_ || bound_held_) changed_host = kAnyHost;
  queue_grew_ = bound_held_ = false;
  if (prefetch) {
    deliverAhead(changed_host);
  } else {
    pullOnFreeSlot(changed_host);
  }
}

bool Engine::fits(const Host& host, const TaskClass& wanted) const {
  return rightSized() ? host.fits(wanted.cpus, wanted.memory) : host.fits(0, 0);
}

bool Engine::atBound(std::size_t group) const {
  const int bound = scenario_.groups[group].max_in_flight;
  return bound > 0 && tally_.group(group).running >= bound;
}

std::size_t Engine::hostFor(const TaskClass& wanted, std::size_t changed_host) const {
  if (changed_host != kAnyHost) return fits(hosts_[changed_host], wanted) ? changed_host : kAnyHost;
  const Placement placement = scenario_.queue.placement;
  std::size_t best = kAnyHost;
  int best_room = 0;
  for (std::size_t i = 0; i < hosts_.size(); ++i) {
    const Host& host = hosts_[i];
    if (!fits(host, wanted)) continue;
    if (placement == Placement::kFirstFit) return i;
    const int room = rightSized() ? host.cpusFree() : -host.running();
    const bool better = placement == Placement::kSpread ? room > best_room : room < best_room;
    if (best == kAnyHost || better) {
      best = i;
      best_room = room;
    }
  }
  return best;
}

bool Engine::startOldest(std::size_t changed_host) {
  std::uint64_t oldest = ~0ULL;
  std::uint16_t chosen = 0;
  std::size_t host = kAnyHost;
  for (std::uint16_t id = 0; id < queue_.classes(); ++id) {
    const auto& waiting = queue_.waiting(id);
    if (waiting.empty() || waiting.front().sequence >= oldest) continue;
    if (atBound(queue_.at(id).group)) {
      bound_held_ = true;
      continue;
    }
    const std::size_t found = hostFor(queue_.at(id), changed_host);
    if (found == kAnyHost) continue;
    oldest = waiting.front().sequence;
    chosen = id;
    host = found;
  }
  if (host == kAnyHost) return false;
  start(host, queue_.pop(chosen));
  return true;
}

void Engine::pullOnFreeSlot(std::size_t changed_host) {
  while (!queue_.empty() && startOldest(changed_host)) {
  }
}

std::uint16_t Engine::oldestClass() const {
  std::uint64_t oldest = ~0ULL;
  std::uint16_t chosen = 0;
  for (std::uint16_t id = 0; id < queue_.classes(); ++id) {
    const auto& waiting = queue_.waiting(id);
    if (waiting.empty() || waiting.front().sequence >= oldest) continue;
    oldest = waiting.front().sequence;
    chosen = id;
  }
  return chosen;
}

void Engine::startReserved(std::size_t host) {
  Host& entry = hosts_[host];
  while (!entry.reserved.empty() && entry.fits(0, 0)) {
    const std::uint32_t task = entry.reserved.front();
    entry.reserved.pop_front();
    start(host, task);
  }
}

// As a broker delivers to workers that reserve tasks: in turn, to each that has room, whether it is busy or
// not.
void Engine::deliverAhead(std::size_t changed_host) {
  const int room = scenario_.queue.concurrency_per_host * (1 + scenario_.queue.prefetch);
  const auto has_room = [&](const Host& host) {
    return host.state == Host::State::kReady &&
           host.running() + static_cast<int>(host.reserved.size()) < room;
  };
  while (!queue_.empty()) {
    std::size_t target = changed_host;
    if (changed_host == kAnyHost) {
      std::size_t asked = 0;
      while (asked < hosts_.size() && !has_room(hosts_[(next_host_ + asked) % hosts_.size()])) ++asked;
      if (asked == hosts_.size()) return;
      target = (next_host_ + asked) % hosts_.size();
      next_host_ = (target + 1) % hosts_.size();
    } else if (!has_room(hosts_[target])) {
      return;
    }
    const std::uint32_t task = queue_.pop(oldestClass());
    if (hosts_[target].fits(0, 0) && hosts_[target].reserved.empty()) {
      start(target, task);
    } else {
      hosts_[target].reserved.push_back(task);
    }
  }
}

Attempt Engine::attemptOf(const Host& host, const Task& task) const {
  const TaskGroup& spec = scenario_.groups[task.group];
  const TaskClass& wanted = queue_.at(task.task_class);
  const bool memory_matters = scenario_.cluster.memory_per_host > 0;
  Attempt attempt;
  attempt.cores = milli(spec.cores_busy);
  std::int64_t memory_limit = host.memoryFree();
  if (rightSized()) {
    attempt.cpus = wanted.cpus;
    attempt.cores = std::min(attempt.cores, wanted.cpus);
    attempt.memory = memory_limit = wanted.memory;
  } else if (memory_matters) {
    attempt.memory = std::min(task.memory, memory_limit);
  }
  double share = 1;
  const bool too_large = memory_matters && task.memory > memory_limit;
  if (spec.failure_rate > 0 || too_large) {
    Draws draws(scenario_.seed, DrawFor::kAttempt,
                (static_cast<std::uint64_t>(task.group) << 32) | task.index, task.attempts);
    const bool fails = draws.uniform() < spec.failure_rate;
    const double fails_at = draws.uniform();
    const double killed_at = draws.uniform();
    if (fails) {
      share = fails_at;
      attempt.ending = Ending::kFailed;
    }
    if (too_large && (!fails || killed_at < fails_at)) {
      share = killed_at;
      attempt.ending = Ending::kOutOfMemory;
    }
  }
  const double work = std::max(1.0, std::round(task.work * share));
  const auto overhead = static_cast<double>(scenario_.queue.dispatch_overhead);
  attempt.due = overhead > 0 ? overhead : work;
  attempt.work = overhead > 0 ? work : 0;
  return attempt;
}

void Engine::start(std::size_t host, std::uint32_t id) {
  Task& task = tasks_[id];
  ++task.attempts;
  touch(host);
  Attempt attempt = attemptOf(hosts_[host], task);
  attempt.sequence = next_attempt_++;
  attempt.task = id;
  attempt.started = now_;
  const int lane = hosts_[host].start(attempt);
  settle(host);
  tally_.started(task.group, now_ - task.submitted, task.attempts == 1);
  --level_.queued;
  ++level_.slots_used;
  if (scenario_.groups[task.group].own) ++level_.own_running;
  tell(TaskEvent::Kind::kStarted, id, static_cast<std::int32_t>(host), lane);
}

}  // namespace aerie::sim::cluster
