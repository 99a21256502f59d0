#include "sim/cluster/engine.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/status.h"
#include "sim/cluster/draws.h"

namespace aerie::sim::cluster {
namespace {

constexpr double kLongestTask = 10.0 * 365 * 86'400 * 1e6;  // microseconds; what is drawn above it is cut

constexpr std::size_t kMaxTasks = 40'000'000;

std::uint64_t keyOf(std::size_t group, std::uint32_t index) {
  return (static_cast<std::uint64_t>(group) << 32) | index;
}

SimTime delayOf(double microseconds) {
  return std::llround(std::min(microseconds, static_cast<double>(kMaxTime) / 4));
}

Host::Size sizeOf(const ClusterScenario& scenario) {
  const ClusterSpec& cluster = scenario.cluster;
  return {milli(cluster.cpus_per_host), milli(cluster.cpus_per_host) - milli(cluster.reserved_cpus),
          cluster.memory_per_host, scenario.queue.concurrency_per_host, cluster.speed};
}

}  // namespace

Engine::Engine(ClusterScenario scenario, Observer* observer, const Recording& recording)
    : scenario_(std::move(scenario)),
      observer_(observer),
      recording_(recording),
      slots_per_host_(slotsPerHost(scenario_)),
      hosts_(static_cast<std::size_t>(scenario_.cluster.hosts), Host(sizeOf(scenario_))),
      host_events_(hosts_.size()),
      next_index_(scenario_.groups.size()),
      tally_(scenario_, recording) {
  for (std::size_t i = 0; i < hosts_.size(); ++i) {
    Draws draws(scenario_.seed, DrawFor::kHostStart, i);
    hosts_[i].lifecycle_at = delayOf(draws.of(scenario_.cluster.start_delay) * 1e6);
    host_events_.set(i, hosts_[i].lifecycle_at);
  }
  for (std::size_t i = 0; i < scenario_.groups.size(); ++i) {
    const TaskGroup& group = scenario_.groups[i];
    arrivals_.emplace_back(group, scenario_.seed, i);
    if (group.own)
      own_open_ += group.listed.empty() ? group.count : static_cast<std::int64_t>(group.listed.size());
  }
}

SimTime Engine::nextChange() const {
  SimTime next = host_events_.firstTime();
  if (!retries_.empty()) next = std::min(next, retries_.top().at);
  for (const ArrivalProcess& arrivals : arrivals_) next = std::min(next, arrivals.next());
  return next;
}

SimTime Engine::nextEvent() const {
  if (finished_) return kNever;
  const SimTime next = nextChange();
  return scenario_.horizon > 0 ? std::min(next, scenario_.horizon) : next;
}

void Engine::moveTo(SimTime now) {
  tally_.moveTo(now, level_);
  now_ = now;
}

absl::Status Engine::advanceTo(SimTime limit) {
  const SimTime horizon = scenario_.horizon > 0 ? scenario_.horizon : kNever;
  while (!finished_) {
    const SimTime next = nextChange();
    if (std::min(next, horizon) > limit) break;
    if (next > horizon) {
      moveTo(horizon);
      finished_ = true;
      break;
    }
    if (next > kMaxTime) {
      return resourceExhausted(
          "scenario {}: {} own tasks have no end within 285 years; give a horizon, more hosts or fewer "
          "failures",
          scenario_.name, own_open_);
    }
    if (++events_ > recording_.max_events) {
      return resourceExhausted(
          "scenario {}: more than {} events, and {} own tasks have not ended by hour {:.1f}; give a horizon, "
          "or fewer "
          "tasks of others",
          scenario_.name, recording_.max_events, own_open_, toSeconds(now_) / 3'600);
    }
    moveTo(next);
    handle();
    if (tasks_.size() > kMaxTasks) {
      return resourceExhausted(
          "scenario {}: more than {} tasks by hour {:.1f}; give a horizon, or fewer tasks of others",
          scenario_.name, kMaxTasks, toSeconds(now_) / 3'600);
    }
    finished_ = own_open_ == 0 && scenario_.horizon == 0;
  }
  if (!finished_ && limit > now_ && limit <= kMaxTime) moveTo(limit);
  return absl::OkStatus();
}

void Engine::handle() {
  if (host_events_.firstTime() == now_) return handleHost(host_events_.first());
  if (!retries_.empty() && retries_.top().at == now_) {
    enqueue(retries_.top().task);
    retries_.pop();
    return dispatch(kAnyHost);
  }
  for (std::size_t i = 0; i < arrivals_.size(); ++i) {
    if (arrivals_[i].next() == now_) submit(i, arrivals_[i].take());
  }
  dispatch(kAnyHost);
}

void Engine::touch(std::size_t host) {
  Host& entry = hosts_[host];
  entry.moveTo(now_);
  tally_.hostMovesTo(host, now_, entry.running(), entry.busy());
  level_.cores_busy -= entry.busy();
}

void Engine::settle(std::size_t host) {
  const Host& entry = hosts_[host];
  level_.cores_busy += entry.busy();
  host_events_.set(host, std::min(entry.nextDue(), entry.lifecycle_at));
}

void Engine::handleHost(std::size_t host) {
  Host& entry = hosts_[host];
  touch(host);
  if (entry.hasDue()) {
    while (entry.hasDue()) {
      if (const auto attempt = entry.takeDue()) endAttempt(host, *attempt, attempt->ending);
    }
  } else {
    handleLifecycle(host);
  }
  settle(host);
  dispatch(host);
}

void Engine::handleLifecycle(std::size_t host) {
  Host& entry = hosts_[host];
  HostEvent event{HostEvent::Kind::kReady, now_, static_cast<std::int32_t>(host)};
  if (entry.state == Host::State::kReady) {
    event.kind = HostEvent::Kind::kLost;
  } else if (entry.state == Host::State::kDown) {
    event.kind = HostEvent::Kind::kRepaired;
  }
  if (observer_ != nullptr) observer_->onHost(event);
  if (entry.state == Host::State::kReady) {
    hostIsLost(host);
  } else {
    hostIsReady(host);
  }
}

std::int64_t Engine::capacity() const {
  const std::int64_t slots = static_cast<std::int64_t>(hosts_ready_) * slots_per_host_;
  const int bound = ownTasks(scenario_).max_in_flight;
  return scenario_.queue.shared || bound == 0 ? slots : std::min<std::int64_t>(slots, bound);
}

void Engine::hostIsReady(std::size_t host) {
  Host& entry = hosts_[host];
  entry.state = Host::State::kReady;
  ++hosts_ready_;
  level_.capacity = capacity();
  level_.cores_ready += milli(scenario_.cluster.cpus_per_host);
  entry.lifecycle_at = kNever;
  if (scenario_.cluster.time_to_failure <= 0) return;
  Draws draws(scenario_.seed, DrawFor::kHostFailure, host, entry.lifecycle_changes++);
  entry.lifecycle_at =
      now_ + 1 + delayOf(draws.exponential(static_cast<double>(scenario_.cluster.time_to_failure)));
}

void Engine::hostIsLost(std::size_t host) {
  Host& entry = hosts_[host];
  entry.state = Host::State::kDown;
  --hosts_ready_;
  level_.capacity = capacity();
  level_.cores_ready -= milli(scenario_.cluster.cpus_per_host);
  entry.lifecycle_at = now_ + std::max<SimTime>(1, scenario_.cluster.repair_time);
  for (const Attempt& attempt : entry.loseAll()) endAttempt(host, attempt, Ending::kHostLost);
  for (; !entry.reserved.empty(); entry.reserved.pop_back()) {
    const std::uint32_t task = entry.reserved.back();
    queue_.pushFront(tasks_[task].task_class, task);
    queue_grew_ = true;
  }
}

void Engine::submit(std::size_t group, std::int64_t count) {
  const TaskGroup& spec = scenario_.groups[group];
  const std::uint16_t task_class =
      queue_.classOf({static_cast<std::uint16_t>(group), milli(spec.cpus), spec.memory_request});
  const double stretch = rightSized() ? std::max(1.0, spec.cores_busy / spec.cpus) : 1;
  std::vector<Task> fresh(static_cast<std::size_t>(count));
  for (Task& task : fresh) {
    task.submitted = now_;
    task.index = next_index_[group]++;
    task.group = static_cast<std::uint16_t>(group);
    task.task_class = task_class;
    const std::uint64_t key = keyOf(group, task.index);
    const double duration = spec.listed.empty()
                                ? Draws(scenario_.seed, DrawFor::kDuration, key).of(spec.duration)
                                : spec.listed[task.index];
    task.work = std::clamp(std::round(duration * stretch * 1e6), 1.0, kLongestTask);
    task.memory = static_cast<std::int64_t>(
        std::min(Draws(scenario_.seed, DrawFor::kMemory, key).of(spec.memory), 1e15));
  }
  tally_.submitted(group, count);
  level_.queued += count;
  // Tasks lie in memory as they queue: a million of them is walked from front to back.
  for (const std::uint32_t at : orderOf(spec, fresh)) {
    const auto id = static_cast<std::uint32_t>(tasks_.size());
    tasks_.push_back(fresh[at]);
    tell(TaskEvent::Kind::kSubmitted, id);
    enqueue(id);
  }
}

std::vector<std::uint32_t> Engine::orderOf(const TaskGroup& group, const std::vector<Task>& tasks) const {
  std::vector<std::uint32_t> result(tasks.size());
  std::iota(result.begin(), result.end(), 0U);
  if (group.order == Order::kAsListed) return result;
  std::vector<std::pair<double, std::uint32_t>> ranked;
  ranked.reserve(tasks.size());
  for (const std::uint32_t at : result) {
    const std::uint64_t key = keyOf(tasks[at].group, tasks[at].index);
    double rank = tasks[at].work;
    if (group.estimate_cv > 0)
      rank *= Draws(scenario_.seed, DrawFor::kEstimate, key).lognormal(1, group.estimate_cv);
    if (group.order == Order::kLongestFirst) rank = -rank;
    if (group.order == Order::kRandom) rank = Draws(scenario_.seed, DrawFor::kOrder, key).uniform();
    ranked.emplace_back(rank, at);
  }
  std::sort(ranked.begin(), ranked.end());
  std::transform(ranked.begin(), ranked.end(), result.begin(),
                 [](const auto& entry) { return entry.second; });
  return result;
}

void Engine::enqueue(std::uint32_t task) {
  queue_.push(tasks_[task].task_class, task);
  queue_grew_ = true;
}

void Engine::endAttempt(std::size_t host, const Attempt& attempt, Ending ending) {
  Task& task = tasks_[attempt.task];
  const TaskGroup& spec = scenario_.groups[task.group];
  GroupResult& seen = tally_.group(task.group);
  --seen.running;
  --level_.slots_used;
  if (spec.own) --level_.own_running;
  tally_.record({task.index, task.group, task.attempts, static_cast<std::int32_t>(host), attempt.lane, ending,
                 task.submitted, attempt.started, now_});
  tell(TaskEvent::Kind::kEnded, attempt.task, static_cast<std::int32_t>(host), attempt.lane, ending);
  if (ending == Ending::kFinished) {
    tally_.finished(task.group, now_ - task.submitted, task.work / scenario_.cluster.speed);
    return endForGood(task.group);
  }
  if (ending == Ending::kFailed) ++seen.failed_attempts;
  if (ending == Ending::kOutOfMemory) ++seen.out_of_memory;
  if (ending == Ending::kHostLost) ++seen.host_lost;
  if (task.attempts > spec.retries) {
    ++seen.failed;
    tell(TaskEvent::Kind::kGivenUp, attempt.task);
    return endForGood(task.group);
  }
  ++seen.retries;
  ++seen.queued;
  ++level_.queued;
  tell(TaskEvent::Kind::kRetried, attempt.task);
  if (ending == Ending::kOutOfMemory && rightSized() && spec.memory_growth > 1) {
    TaskClass larger = queue_.at(task.task_class);
    const double grown = static_cast<double>(larger.memory) * spec.memory_growth;
    larger.memory = std::min(scenario_.cluster.memory_per_host, static_cast<std::int64_t>(grown));
    task.task_class = queue_.classOf(larger);
  }
  if (spec.retry_delay > 0) {
    retries_.push({now_ + spec.retry_delay, next_retry_++, attempt.task});
  } else {
    enqueue(attempt.task);
  }
}

void Engine::endForGood(std::size_t group) {
  tally_.ended(group);
  if (scenario_.groups[group].own) --own_open_;
}

void Engine::tell(TaskEvent::Kind kind, std::uint32_t task, std::int32_t host, std::int32_t lane,
                  Ending ending) {
  if (observer_ == nullptr) return;
  const Task& entry = tasks_[task];
  observer_->onTask({kind, now_, entry.index, entry.group, entry.attempts, host, lane, ending});
}

}  // namespace aerie::sim::cluster
