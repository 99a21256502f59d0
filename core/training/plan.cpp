#include "core/training/plan.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <queue>

#include "core/base/status.h"
#include "core/training/quantity.h"

namespace aerie::training {
namespace {

constexpr JobId kPlanned = std::numeric_limits<JobId>::max();

void countSlots(const JobSpec& spec, const std::vector<HostSpec>& hosts, Plan& plan) {
  std::int64_t by_cpu = 0;
  for (const HostSpec& host : hosts) {
    plan.slots += slotsOf(spec.resources, host.capacity);
    by_cpu += host.capacity.cpu_millis / spec.resources.cpu_millis;
  }
  plan.slots_bound_by = plan.slots < by_cpu ? "memory" : "cpus";
  if (spec.limits.max_in_flight > 0 && spec.limits.max_in_flight < plan.slots) {
    plan.slots = spec.limits.max_in_flight;
    plan.slots_bound_by = "max_in_flight";
  }
  if (plan.tasks < plan.slots) {
    plan.slots = plan.tasks;
    plan.slots_bound_by = "tasks";
  }
}

void estimate(const JobSpec& spec, const std::vector<TaskSpec>& tasks, const LastDurations& last,
              Plan& plan) {
  std::vector<std::int64_t> durations;
  std::int64_t known_sum = 0;
  for (const TaskSpec& task : tasks) {
    const auto found = last.find(task.id);
    durations.push_back(found == last.end() ? -1 : found->second);
    if (found == last.end()) continue;
    ++plan.tasks_known;
    known_sum += found->second;
  }
  if (plan.tasks_known == 0) {
    plan.estimate_basis = "no task has run before: nothing to estimate from";
    return;
  }
  const std::int64_t mean = known_sum / plan.tasks_known;
  if (plan.tasks_known == plan.tasks) {
    plan.estimate_basis = "the last run's durations, on a free cluster";
  } else {
    plan.estimate_basis = fmt::format(
        "the last run's durations of {} of {} tasks, on a free cluster; the others "
        "as their mean of {}",
        plan.tasks_known, plan.tasks, durationText(mean));
  }
  if (plan.slots == 0) return;
  if (spec.order == Order::kLongestFirst) {  // unknown ones first, as the scheduler does
    std::stable_sort(durations.begin(), durations.end(),
                     [](std::int64_t a, std::int64_t b) { return (a < 0) != (b < 0) ? a < 0 : a > b; });
  }
  for (std::int64_t& duration : durations) duration = duration < 0 ? mean : duration;
  plan.expected_ms = makespan(durations, plan.slots);
  if (spec.cluster.price_per_host_hour > 0) {
    const auto paid = static_cast<double>(*plan.expected_ms + spec.cluster.idle_timeout_ms);
    plan.expected_cost = spec.cluster.price_per_host_hour * spec.cluster.hosts * paid / 3'600'000.0;
  }
}

void warn(const JobSpec& spec, const LastDurations& last, Plan& plan) {
  if (plan.slots == 0) {
    plan.warnings.push_back(fmt::format("no host has {}: nothing would run",
                                        spec.resources.memory_bytes > 0
                                            ? fmt::format("{} and {}", cpusText(spec.resources.cpu_millis),
                                                          bytesText(spec.resources.memory_bytes))
                                            : cpusText(spec.resources.cpu_millis)));
  }
  if (spec.limits.timeout_ms > 0) {
    std::int64_t longest = 0;
    for (const auto& [id, duration] : last) longest = std::max(longest, duration);
    if (longest * 10 > spec.limits.timeout_ms * 8) {
      plan.warnings.push_back(
          fmt::format("the longest task of the last run took {}, and limits.timeout is {}",
                      durationText(longest), durationText(spec.limits.timeout_ms)));
    }
  }
  if (spec.resources.memory_bytes == 0)
    plan.warnings.emplace_back("resources.memory is not given: a task may take the memory of all others");
  if (!spec.publish) plan.warnings.emplace_back("publish is not given: results stay in the job's directory");
}

// A job uses no more than its own cluster, also where clusters share a machine.
Resources quotaOf(const std::vector<HostSpec>& hosts) {
  Resources quota;
  bool memory_known = true;
  for (const HostSpec& host : hosts) {
    quota.cpu_millis += host.capacity.cpu_millis;
    quota.memory_bytes += host.capacity.memory_bytes;
    memory_known = memory_known && host.capacity.memory_bytes > 0;
  }
  if (!memory_known) quota.memory_bytes = 0;
  return quota;
}

void playOn(const JobSpec& spec, const std::vector<TaskSpec>& tasks, const LastDurations& last,
            const std::vector<HostSpec>& hosts, SchedulerState& cluster, Plan& plan) {
  const std::string pool = hosts.empty() ? std::string() : hosts.front().pool;
  for (const HostSpec& host : hosts) {
    if (!cluster.hosts().contains(host.name)) cluster.setHost(host);
  }
  JobEntry job;
  job.id = kPlanned;
  job.pool = pool;
  job.priority = spec.priority;
  job.order = spec.order;
  job.max_in_flight = spec.limits.max_in_flight;
  job.quota = quotaOf(hosts);
  job.submitted_ms = cluster.now();
  cluster.setJob(job);
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    const auto found = last.find(tasks[i].id);
    cluster.enqueue(kPlanned, {static_cast<TaskNumber>(i), spec.resources, 0, cluster.now(),
                               found == last.end() ? -1 : found->second});
  }
  const Decision decision = decide(cluster, tasks.size() + 100'000);
  for (const Start& start : decision.starts) {
    cluster.started(start);
    plan.would_start += start.job == kPlanned ? 1 : 0;
  }
  plan.pending = summarise(cluster, kPlanned, decision.holds);
}

}  // namespace

std::int64_t slotsOf(const Resources& request, const Resources& capacity) {
  AERIE_CHECK(request.cpu_millis > 0);
  const std::int64_t slots = capacity.cpu_millis / request.cpu_millis;
  if (request.memory_bytes == 0 || capacity.memory_bytes == 0) return slots;
  return std::min(slots, capacity.memory_bytes / request.memory_bytes);
}

std::int64_t makespan(const std::vector<std::int64_t>& durations_ms, std::int64_t slots) {
  AERIE_CHECK(slots > 0);
  std::priority_queue<std::int64_t, std::vector<std::int64_t>, std::greater<>> ends;
  std::int64_t last = 0;
  for (const std::int64_t duration : durations_ms) {
    std::int64_t begin = 0;
    if (static_cast<std::int64_t>(ends.size()) >= slots) {
      begin = ends.top();
      ends.pop();
    }
    ends.push(begin + duration);
    last = std::max(last, begin + duration);
  }
  return last;
}

std::vector<HostSpec> hostsOf(const ClusterSpec& cluster, const std::string& pool, const Resources& machine) {
  std::vector<HostSpec> hosts;
  for (int i = 1; i <= cluster.hosts; ++i) {
    HostSpec host;
    host.name =
        cluster.engine == Engine::kLocal ? std::string("localhost") : fmt::format("{}-host-{}", pool, i);
    host.pool = cluster.engine == Engine::kLocal ? std::string() : pool;
    host.capacity = {std::int64_t{cluster.cpus_per_host} * 1'000, cluster.memory_per_host};
    if (cluster.engine == Engine::kLocal) {
      if (host.capacity.cpu_millis == 0 || host.capacity.cpu_millis > machine.cpu_millis)
        host.capacity.cpu_millis = machine.cpu_millis;
      if (host.capacity.memory_bytes == 0 ||
          (machine.memory_bytes > 0 && host.capacity.memory_bytes > machine.memory_bytes))
        host.capacity.memory_bytes = machine.memory_bytes;
    }
    hosts.push_back(std::move(host));
  }
  return hosts;
}

std::string quotedForReading(const std::vector<std::string>& arguments) {
  constexpr std::string_view kPlain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./:=,@%+";
  std::string result;
  for (const std::string& argument : arguments) {
    if (!result.empty()) result += ' ';
    if (!argument.empty() && argument.find_first_not_of(kPlain) == std::string::npos) {
      result += argument;
      continue;
    }
    result += '\'';
    for (const char c : argument) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
    result += '\'';
  }
  return result;
}

Plan planJob(const JobSpec& spec, const std::vector<TaskSpec>& tasks, const LastDurations& last,
             const std::vector<HostSpec>& hosts, SchedulerState cluster) {
  Plan plan;
  plan.tasks = static_cast<std::int64_t>(tasks.size());
  plan.request = spec.resources;
  countSlots(spec, hosts, plan);
  estimate(spec, tasks, last, plan);
  playOn(spec, tasks, last, hosts, cluster, plan);
  warn(spec, last, plan);
  for (std::size_t i = 0; i < std::min<std::size_t>(3, tasks.size()); ++i)
    plan.first_commands.push_back(quotedForReading(commandOf(spec, tasks[i], "JOB", "OUTPUT_DIR").arguments));
  return plan;
}

}  // namespace aerie::training
