#include "sim/cluster/scenario.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/status.h"

namespace aerie::sim::cluster {
namespace {

constexpr double kYear = 365.0 * 86'400;
constexpr double kMaxBytes = 1e15;
constexpr std::int64_t kMaxTasks = 20'000'000;

class Checker final {
 public:
  explicit Checker(std::vector<Problem>& problems) : problems_(problems) {}
  void in(std::string section) { section_ = std::move(section); }
  void fail(std::string field, std::string text) {
    problems_.push_back({section_, std::move(field), std::move(text)});
  }
  template <class Number>
  void within(const char* field, Number value, Number low, Number high) {
    if (!(value >= low && value <= high))
      fail(field, fmt::format("{} must be from {} to {}", value, low, high));
  }
  // In seconds, as files give them.
  void time(const char* field, SimTime value, double high) {
    if (value < 0 || toSeconds(value) > high)
      fail(field, fmt::format("{}s must be from 0s to {}s", toSeconds(value), high));
  }
  void distribution(const std::string& section, const Distribution& d, bool positive, double high);

 private:
  std::vector<Problem>& problems_;
  std::string section_;
};

void Checker::distribution(const std::string& section, const Distribution& d, bool positive, double high) {
  const std::string outer = section_;
  in(section);
  const auto value = [&](const char* field, double v) {
    if (!(v >= 0 && v <= high) || (positive && v == 0))
      fail(field, fmt::format("{} must be {} and at most {}", v, positive ? "above 0" : "0 or more", high));
  };
  using Kind = Distribution::Kind;
  if (d.kind == Kind::kConstant || d.kind == Kind::kExponential || d.kind == Kind::kLognormal)
    value("mean", d.mean);
  if (d.kind == Kind::kLognormal) within("cv", d.cv, 0.0, 100.0);
  if (d.kind == Kind::kUniform) {
    value("low", d.low);
    value("high", d.high);
    if (d.low > d.high) fail("low", fmt::format("{} is above high, {}; exchange them", d.low, d.high));
  }
  if (d.kind == Kind::kEmpirical) {
    if (d.values.empty()) fail("values", "is empty; give at least one value, or another distribution");
    for (const double v : d.values) value("values", v);
  }
  in(outer);
}

void checkArrivals(Checker& check, const TaskGroup& group, const std::string& section) {
  check.in(section + ".arrivals");
  check.within("per_hour", group.arrivals.per_hour, 0.0, 1e7);
  check.within("batch", group.arrivals.batch, std::int64_t{1}, std::int64_t{100'000});
  SimTime end = 0;
  for (const DailyWindow& window : group.arrivals.active) {
    if (window.from < end || window.to - window.from < kMinute || window.to > kDay) {
      check.fail("active",
                 "windows must lie within 00:00-24:00, in order and apart, such as "
                 "[\"08:00-12:00\", \"13:00-17:00\"]");
      break;
    }
    end = window.to;
  }
}

void checkGroup(Checker& check, const ClusterScenario& scenario, std::size_t index) {
  const TaskGroup& group = scenario.groups[index];
  const std::string section = fmt::format("groups[{}]", index);
  const bool at_once = group.arrivals.per_hour == 0;
  check.in(section);
  check.within("count", group.count, std::int64_t{0}, kMaxTasks);
  if (group.listed.size() > static_cast<std::size_t>(kMaxTasks))
    check.fail("listed", fmt::format("more than {} tasks", kMaxTasks));
  for (const double value : group.listed) {
    if (value > 0 && value <= kYear) continue;
    check.fail("listed", fmt::format("{} must be above 0 and at most {}", value, kYear));
    break;
  }
  if (group.count == 0 && group.listed.empty() && (at_once || group.own))
    check.fail("count", "is 0; give the number of tasks");
  check.time("submit_at", group.submit_at, 10 * kYear);
  check.within("cores_busy", group.cores_busy, 0.0, 10'000.0);
  check.within("cpus", group.cpus, 0.001, 10'000.0);
  check.within("memory_growth", group.memory_growth, 1.0, 100.0);
  check.within("estimate_cv", group.estimate_cv, 0.0, 100.0);
  check.within("failure_rate", group.failure_rate, 0.0, 1.0);
  check.within("retries", group.retries, 0, 1'000);
  check.within("max_in_flight", group.max_in_flight, 0, 10'000'000);
  check.time("retry_delay", group.retry_delay, kYear);
  if (!at_once && group.order != Order::kAsListed)
    check.fail("order",
               "orders tasks that are submitted together; leave it out where tasks arrive over time");
  if (!at_once && !group.listed.empty())
    check.fail("listed", "goes with tasks that are submitted together; remove arrivals.per_hour");
  if (group.max_in_flight > 0 && scenario.queue.prefetch > 0)
    check.fail("max_in_flight", "does not go with queue.prefetch; remove one of them");
  if (group.listed.empty()) check.distribution(section + ".duration", group.duration, true, kYear);
  check.distribution(section + ".memory", group.memory, false, kMaxBytes);
  checkArrivals(check, group, section);

  check.in(section);
  const ClusterSpec& cluster = scenario.cluster;
  const bool right_sized = scenario.queue.concurrency_per_host == 0;
  if (group.memory.expected() > 0 && cluster.memory_per_host == 0)
    check.fail("memory", "needs cluster.memory_per_host; give it, or remove memory");
  if (group.memory_request < 0) check.fail("memory_request", "must not be negative");
  if (right_sized && group.memory.expected() > 0 && group.memory_request == 0)
    check.fail("memory_request", "is missing; right-sized slots need the memory that a task asks for");
  if (right_sized && milli(group.cpus) > milli(cluster.cpus_per_host) - milli(cluster.reserved_cpus)) {
    check.fail("cpus",
               fmt::format("{} fit on no host, which has {} for tasks; ask for fewer, or make hosts larger",
                           group.cpus, cluster.cpus_per_host - cluster.reserved_cpus));
  }
  if (right_sized && cluster.memory_per_host > 0 && group.memory_request > cluster.memory_per_host)
    check.fail("memory_request", "fits on no host; ask for less, or raise cluster.memory_per_host");
  if (!group.own && !scenario.queue.shared)
    check.fail("name",
               "a dedicated cluster has no tasks of others; set queue.scope to shared, or remove them");
  if (!scenario.queue.shared && group.submit_at != 0)
    check.fail("submit_at",
               "a dedicated cluster is made on submission; remove it, or set queue.scope to shared");
}

void checkCluster(Checker& check, const ClusterScenario& scenario) {
  const ClusterSpec& cluster = scenario.cluster;
  check.in("cluster");
  check.within("hosts", cluster.hosts, 1, 100'000);
  check.within("cpus_per_host", cluster.cpus_per_host, 0.001, 10'000.0);
  if (!(cluster.reserved_cpus >= 0 && cluster.reserved_cpus < cluster.cpus_per_host)) {
    check.fail("reserved_cpus", fmt::format("{} must be 0 or more and below cpus_per_host, {}",
                                            cluster.reserved_cpus, cluster.cpus_per_host));
  }
  if (cluster.memory_per_host < 0 || static_cast<double>(cluster.memory_per_host) > kMaxBytes)
    check.fail("memory_per_host", "must be from 0 to 1e15 bytes");
  check.within("speed", cluster.speed, 0.1, 10.0);
  check.within("price_per_host_hour", cluster.price_per_host_hour, 0.0, 1e6);
  check.time("idle_timeout", cluster.idle_timeout, kYear);
  check.time("time_to_failure", cluster.time_to_failure, 100 * kYear);
  check.time("repair_time", cluster.repair_time, kYear);
  if (cluster.time_to_failure > 0 && cluster.time_to_failure < kSecond)
    check.fail("time_to_failure", "must be at least 1s; leave it out for hosts that don't fail");
  check.distribution("cluster.start_delay", cluster.start_delay, false, kYear);

  check.in("queue");
  check.within("concurrency_per_host", scenario.queue.concurrency_per_host, 0, 10'000);
  check.within("prefetch", scenario.queue.prefetch, 0, 1'000);
  if (scenario.queue.prefetch > 0 && scenario.queue.concurrency_per_host == 0)
    check.fail("prefetch", "needs concurrency_per_host; right-sized slots take a task when one is free");
  check.time("dispatch_overhead", scenario.queue.dispatch_overhead, 3'600);
}

}  // namespace

double Distribution::expected() const {
  if (kind == Kind::kUniform) return (low + high) / 2;
  if (kind != Kind::kEmpirical) return mean;
  return values.empty()
             ? 0
             : std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

std::vector<Problem> problemsOf(const ClusterScenario& scenario) {
  std::vector<Problem> problems;
  Checker check(problems);
  if (scenario.name.empty()) check.fail("name", "is missing; give it a text");
  check.within("runs", scenario.runs, 1, 10'000);
  check.time("horizon", scenario.horizon, 100 * kYear);
  checkCluster(check, scenario);
  for (std::size_t i = 0; i < scenario.groups.size(); ++i) checkGroup(check, scenario, i);
  check.in("");
  const bool own = std::any_of(scenario.groups.begin(), scenario.groups.end(),
                               [](const TaskGroup& group) { return group.own; });
  if (!own) check.fail("tasks", "is missing; describe the tasks of the job");
  if (scenario.groups.size() > 1'000) check.fail("others", "more than 1000 groups");
  return problems;
}

absl::Status validate(const ClusterScenario& scenario) {
  const std::vector<Problem> problems = problemsOf(scenario);
  if (problems.empty()) return absl::OkStatus();
  const Problem& first = problems.front();
  return invalidArgument("{}{}{}: {}", first.section, first.section.empty() ? "" : ".", first.field,
                         first.text);
}

const TaskGroup& ownTasks(const ClusterScenario& scenario) {
  const auto own = std::find_if(scenario.groups.begin(), scenario.groups.end(),
                                [](const TaskGroup& group) { return group.own; });
  AERIE_CHECK(own != scenario.groups.end());
  return *own;
}

int slotsPerHost(const ClusterScenario& scenario) {
  if (scenario.queue.concurrency_per_host > 0) return scenario.queue.concurrency_per_host;
  const TaskGroup& own = ownTasks(scenario);
  const ClusterSpec& cluster = scenario.cluster;
  const int cpus = milli(cluster.cpus_per_host) - milli(cluster.reserved_cpus);
  std::int64_t slots = cpus / milli(own.cpus);
  if (cluster.memory_per_host > 0 && own.memory_request > 0)
    slots = std::min(slots, cluster.memory_per_host / own.memory_request);
  return static_cast<int>(slots);
}

std::int64_t slotsOf(const ClusterScenario& scenario) {
  const std::int64_t all = static_cast<std::int64_t>(scenario.cluster.hosts) * slotsPerHost(scenario);
  const int bound = ownTasks(scenario).max_in_flight;
  return bound > 0 ? std::min<std::int64_t>(all, bound) : all;
}

std::string_view nameOf(Order order) {
  switch (order) {
    case Order::kAsListed: return "as_listed";
    case Order::kLongestFirst: return "longest_first";
    case Order::kShortestFirst: return "shortest_first";
    case Order::kRandom: return "random";
  }
  return {};
}

std::string_view nameOf(Placement placement) {
  switch (placement) {
    case Placement::kFirstFit: return "first_fit";
    case Placement::kBestFit: return "best_fit";
    case Placement::kSpread: return "spread";
  }
  return {};
}

std::string_view nameOf(Distribution::Kind kind) {
  switch (kind) {
    case Distribution::Kind::kConstant: return "constant";
    case Distribution::Kind::kUniform: return "uniform";
    case Distribution::Kind::kExponential: return "exponential";
    case Distribution::Kind::kLognormal: return "lognormal";
    case Distribution::Kind::kEmpirical: return "empirical";
  }
  return {};
}

int milli(double cpus) { return static_cast<int>(std::lround(cpus * 1'000)); }

}  // namespace aerie::sim::cluster
