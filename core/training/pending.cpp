// Why tasks wait: the same questions as decide(), answered in words.
#include <algorithm>
#include <map>

#include "core/base/status.h"
#include "core/training/quantity.h"
#include "core/training/scheduler.h"

namespace aerie::training {
namespace {

using Host = SchedulerState::Host;

bool fits(const Resources& request, const Resources& capacity, const Resources& used) {
  return used.cpu_millis + request.cpu_millis <= capacity.cpu_millis &&
         (capacity.memory_bytes == 0 || used.memory_bytes + request.memory_bytes <= capacity.memory_bytes);
}

std::string needs(const Resources& request) {
  if (request.memory_bytes == 0) return cpusText(request.cpu_millis);
  return fmt::format("{} and {}", cpusText(request.cpu_millis), bytesText(request.memory_bytes));
}

// What the hosts of a job's cluster say to one kind of request.
Pending byHosts(const SchedulerState& state, const JobEntry& job, const Resources& request,
                std::span<const Hold> holds) {
  std::size_t known = 0;
  std::string why_not;
  std::vector<const Host*> ready;
  for (const auto& [name, host] : state.hosts()) {
    if (!host.spec.pool.empty() && host.spec.pool != job.pool) continue;
    ++known;
    if (host.spec.ready) {
      ready.push_back(&host);
    } else {
      why_not = fmt::format("; {}: {}", name, host.spec.why_not.empty() ? "not ready" : host.spec.why_not);
    }
  }
  if (ready.empty()) {
    return {PendingReason::kNoHost,
            fmt::format("none of the {} hosts of its cluster is ready{}", known, why_not)};
  }
  const Host* largest = nullptr;
  const Host* freest = nullptr;  // of those that it would fit on when empty
  const auto free = [](const Host& host) { return host.spec.capacity.cpu_millis - host.used.cpu_millis; };
  for (const Host* host : ready) {
    if (largest == nullptr || host->spec.capacity.cpu_millis > largest->spec.capacity.cpu_millis)
      largest = host;
    if (!fits(request, host->spec.capacity, {})) continue;
    if (fits(request, host->spec.capacity, host->used)) {
      const auto held =
          std::find_if(holds.begin(), holds.end(), [&](const Hold& h) { return h.host == host->spec.name; });
      if (held == holds.end()) return {PendingReason::kNext, "starts at the next look"};
      return {PendingReason::kHostHeld,
              fmt::format("host {} is kept free for a larger task (job {}) that waited too long", held->host,
                          held->job)};
    }
    if (freest == nullptr || free(*host) > free(*freest)) freest = host;
  }
  if (freest == nullptr) {
    return {PendingReason::kTooLarge,
            fmt::format("needs {}; the largest host has {}: lower resources, or use larger hosts",
                        needs(request), needs(largest->spec.capacity))};
  }
  if (free(*freest) < request.cpu_millis) {
    return {PendingReason::kNoCpu,
            fmt::format("needs {}; {} has {} of {} free", cpusText(request.cpu_millis), freest->spec.name,
                        cpusText(free(*freest)), cpusText(freest->spec.capacity.cpu_millis))};
  }
  return {PendingReason::kNoMemory,
          fmt::format("needs {} of memory; {} has {} of {} free", bytesText(request.memory_bytes),
                      freest->spec.name,
                      bytesText(freest->spec.capacity.memory_bytes - freest->used.memory_bytes),
                      bytesText(freest->spec.capacity.memory_bytes))};
}

// The answer for every ready task of this request.
Pending byRequest(const SchedulerState& state, const SchedulerState::Job& job, const Resources& request,
                  std::span<const Hold> holds) {
  const JobEntry& entry = job.entry;
  if (!entry.open)
    return {PendingReason::kJobNotReady, entry.why_not.empty() ? "its cluster is being made" : entry.why_not};
  Pending hosts = byHosts(state, entry, request, holds);
  if (hosts.reason == PendingReason::kTooLarge || hosts.reason == PendingReason::kNoHost) return hosts;
  if (entry.max_in_flight > 0 && job.running >= entry.max_in_flight) {
    return {PendingReason::kMaxInFlight,
            fmt::format("{} tasks of the job run, and limits.max_in_flight is {}", job.running,
                        entry.max_in_flight)};
  }
  const auto over = [](std::int64_t quota, std::int64_t used, std::int64_t more) {
    return quota > 0 && used + more > quota;
  };
  if (over(entry.quota.cpu_millis, job.used.cpu_millis, request.cpu_millis)) {
    return {PendingReason::kClusterFull,
            fmt::format("the job's tasks use {} of the {} of its cluster", cpusText(job.used.cpu_millis),
                        cpusText(entry.quota.cpu_millis))};
  }
  if (over(entry.quota.memory_bytes, job.used.memory_bytes, request.memory_bytes)) {
    return {PendingReason::kClusterFull,
            fmt::format("the job's tasks use {} of the {} of its cluster", bytesText(job.used.memory_bytes),
                        bytesText(entry.quota.memory_bytes))};
  }
  return hosts;
}

Pending backOff(const SchedulerState& state, const SchedulerState::Job& job, const QueuedTask& task) {
  if (!job.entry.open) return byRequest(state, job, task.request, {});
  return {PendingReason::kBackOff, fmt::format("attempt {} failed; the next one starts in {}", task.attempts,
                                               durationText(task.ready_ms - state.now()))};
}

}  // namespace

std::string_view nameOf(PendingReason reason) {
  switch (reason) {
    case PendingReason::kNext: return "next";
    case PendingReason::kJobNotReady: return "job_not_ready";
    case PendingReason::kBackOff: return "back_off";
    case PendingReason::kMaxInFlight: return "max_in_flight";
    case PendingReason::kClusterFull: return "cluster_full";
    case PendingReason::kNoHost: return "no_host";
    case PendingReason::kTooLarge: return "too_large";
    case PendingReason::kNoCpu: return "no_cpu";
    case PendingReason::kNoMemory: return "no_memory";
    case PendingReason::kHostHeld: return "host_held";
  }
  AERIE_CHECK(false);
}

std::optional<Pending> explain(const SchedulerState& state, JobId job, TaskNumber task,
                               std::span<const Hold> holds) {
  const auto found = state.jobs().find(job);
  if (found == state.jobs().end()) return std::nullopt;
  const TaskQueue& queue = found->second.queue;
  const QueuedTask* const queued = queue.find(task);
  if (queued == nullptr) return std::nullopt;
  if (queued->ready_ms > state.now()) return backOff(state, found->second, *queued);
  Pending result = byRequest(state, found->second, queued->request, holds);
  // Its place among those that ask for the same.
  const auto& same = queue.ready().at(queued->request);
  const auto before =
      std::find_if(same.begin(), same.end(), [&](const auto& key) { return key.number == task; });
  if (const auto count = std::distance(same.begin(), before); count > 0)
    result.text += fmt::format("; {} tasks of its job go first", count);
  return result;
}

std::vector<PendingCount> summarise(const SchedulerState& state, JobId job, std::span<const Hold> holds) {
  const auto found = state.jobs().find(job);
  if (found == state.jobs().end()) return {};
  std::map<PendingReason, PendingCount> counts;
  const auto count = [&](const Pending& pending, std::int64_t tasks) {
    PendingCount& entry = counts[pending.reason];
    if (entry.tasks == 0) entry.text = pending.text;
    entry.reason = pending.reason;
    entry.tasks += tasks;
  };
  const TaskQueue& queue = found->second.queue;
  for (const auto& [request, keys] : queue.ready())
    count(byRequest(state, found->second, request, holds), static_cast<std::int64_t>(keys.size()));
  if (!queue.waiting().empty()) {
    const QueuedTask* const first = queue.find(queue.waiting().begin()->second);
    count(backOff(state, found->second, *first), static_cast<std::int64_t>(queue.waiting().size()));
  }
  std::vector<PendingCount> result;
  for (auto& [reason, entry] : counts) result.push_back(std::move(entry));
  std::stable_sort(result.begin(), result.end(),
                   [](const PendingCount& a, const PendingCount& b) { return a.tasks > b.tasks; });
  return result;
}

}  // namespace aerie::training
