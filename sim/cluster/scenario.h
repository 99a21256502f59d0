// A cluster and its work, as assumptions to simulate: plain values. Files are sim/cluster/scenarios/*.yaml
// (scenario_file.h).
#pragma once

#include <absl/status/status.h>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace aerie::sim::cluster {

// Virtual time and intervals: microseconds, from the start of the simulation.
using SimTime = std::int64_t;
inline constexpr SimTime kSecond = 1'000'000;
inline constexpr SimTime kMinute = 60 * kSecond;
inline constexpr SimTime kHour = 60 * kMinute;
inline constexpr SimTime kDay = 24 * kHour;
inline constexpr SimTime kNever = std::numeric_limits<SimTime>::max();
// Times up to here (285 years) are exact in a double as well; no simulation goes further.
inline constexpr SimTime kMaxTime = 9'000'000'000'000'000;

constexpr double toSeconds(SimTime time) { return static_cast<double>(time) / 1e6; }

struct Distribution {
  enum class Kind { kConstant, kUniform, kExponential, kLognormal, kEmpirical };
  Kind kind = Kind::kConstant;
  double mean = 0;             // constant, exponential, lognormal; seconds or bytes, as the field says
  double cv = 0;               // lognormal: standard deviation / mean
  double low = 0, high = 0;    // uniform
  std::vector<double> values;  // empirical: drawn with replacement

  static Distribution constant(double value) { return {Kind::kConstant, value, 0, 0, 0, {}}; }
  static Distribution exponential(double mean) { return {Kind::kExponential, mean, 0, 0, 0, {}}; }
  static Distribution lognormal(double mean, double cv) { return {Kind::kLognormal, mean, cv, 0, 0, {}}; }
  double expected() const;
};

// The order in which tasks that are submitted together enter the queue.
enum class Order { kAsListed, kLongestFirst, kShortestFirst, kRandom };
// The host that a task goes to, of those that have room: the first, the fullest, the emptiest.
enum class Placement { kFirstFit, kBestFit, kSpread };

// Every day from `from` to `to` after midnight; time 0 is a midnight.
struct DailyWindow {
  SimTime from = 0;
  SimTime to = kDay;
};

// How tasks come: all at once, or as a Poisson process of batches while a window is open.
struct Arrivals {
  double per_hour = 0;              // tasks in an hour of an open window; 0: all at once
  std::int64_t batch = 1;           // tasks that come together
  std::vector<DailyWindow> active;  // in order, apart from each other; empty: always
};

struct TaskGroup {
  std::string name = "tasks";
  bool own = true;         // of the job that is asked about; others only share its queue and hosts
  std::int64_t count = 0;  // 0: no end, of arrivals
  SimTime submit_at = 0;
  Arrivals arrivals;
  Distribution duration;       // seconds, when `cores_busy` cores of speed 1 are there for it
  std::vector<double> listed;  // seconds of each task; instead of `count` and `duration`
  double cores_busy = 1;       // cores that a task really keeps busy
  double cpus = 1;      // CPUs asked for; right-sized slots enforce them: fewer than busy cores slow a task
  Distribution memory;  // bytes that a task really uses; 0: memory is not modelled
  std::int64_t memory_request = 0;  // bytes asked for; right-sized slots enforce them
  double memory_growth = 1;         // the request grows by this factor at each retry after out-of-memory
  Order order = Order::kAsListed;
  double estimate_cv = 0;   // the order goes by durations that are known up to this (0: exactly)
  double failure_rate = 0;  // share of attempts that fail by themselves, at a uniform point of their run
  int retries = 0;          // further attempts after a failure, out-of-memory, or the loss of the host
  SimTime retry_delay = 0;  // then to the end of the queue
  int max_in_flight = 0;    // 0: no bound
};

struct ClusterSpec {
  int hosts = 1;
  double cpus_per_host = 1;
  double reserved_cpus = 0;          // of each host, for the system: right-sized slots leave them alone
  std::int64_t memory_per_host = 0;  // bytes; 0: memory is not modelled
  double speed = 1;
  Distribution start_delay;  // seconds until a host takes its first task
  SimTime idle_timeout = 0;  // hosts are paid for this long after the end
  double price_per_host_hour = 0;
  SimTime time_to_failure = 0;  // mean, exponential, of each ready host; 0: hosts don't fail
  SimTime repair_time = 10 * kMinute;
};

struct QueueSpec {
  bool shared = false;           // with other applications; else the cluster is made for this job alone
  int concurrency_per_host = 0;  // a fixed number of tasks, whatever they ask for; 0: right-sized slots
  int prefetch = 0;              // a host reserves this many times its concurrency beyond what it runs
  Placement placement = Placement::kSpread;  // without prefetch
  SimTime dispatch_overhead = 0;             // of each attempt: it holds its slot and keeps no core busy
};

struct ClusterScenario {
  std::string name;
  std::string description;
  std::uint64_t seed = 1;
  int runs = 1;         // seeds seed, seed + 1, ...: reports give their mean
  SimTime horizon = 0;  // the end of the simulation; 0: the end of the last own task
  ClusterSpec cluster;
  QueueSpec queue;
  std::vector<TaskGroup> groups;  // groups that submit at the same time queue in this order
};

// What is wrong with a value, and the remedy. `section` is "", "cluster", "queue", "groups[2]", or one of
// these with the distribution's name: "cluster.start_delay", "groups[0].duration", "groups[0].memory",
// "groups[0].arrivals".
struct Problem {
  std::string section;
  std::string field;
  std::string text;
};
std::vector<Problem> problemsOf(const ClusterScenario& scenario);
// InvalidArgument with the first problem: "cluster.hosts: 0 must be from 1 to 100000".
absl::Status validate(const ClusterScenario& scenario);

// Slots of one host for the own tasks, and of the whole cluster (at most what may be in flight).
int slotsPerHost(const ClusterScenario& scenario);
std::int64_t slotsOf(const ClusterScenario& scenario);
// The first own group. The scenario must have one.
const TaskGroup& ownTasks(const ClusterScenario& scenario);

std::string_view nameOf(Order order);
std::string_view nameOf(Placement placement);
std::string_view nameOf(Distribution::Kind kind);
inline constexpr Order kOrders[] = {Order::kAsListed, Order::kLongestFirst, Order::kShortestFirst,
                                    Order::kRandom};
inline constexpr Placement kPlacements[] = {Placement::kFirstFit, Placement::kBestFit, Placement::kSpread};
inline constexpr Distribution::Kind kDistributionKinds[] = {
    Distribution::Kind::kConstant, Distribution::Kind::kUniform, Distribution::Kind::kExponential,
    Distribution::Kind::kLognormal, Distribution::Kind::kEmpirical};

// CPUs are reserved in thousandths, so that capacities add up exactly.
int milli(double cpus);

}  // namespace aerie::sim::cluster
