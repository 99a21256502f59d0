// A training job as wanted: plain values, checked by parseJobFile(). Times are milliseconds, CPUs thousandths
// of a core so that capacities add up exactly.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace aerie::training {

enum class Engine { kLocal, kRay, kKubeRay, kSimulated };
enum class Order { kAsListed, kLongestFirst };
enum class PublishWhen { kAllSucceeded, kAnySucceeded };
enum class PublishAs { kOneVersion, kVersionPerTask };

// CPUs and memory that a task asks for, or that a host has. Memory 0 = not limited.
struct Resources {
  std::int64_t cpu_millis = 0;
  std::int64_t memory_bytes = 0;
  friend bool operator==(const Resources&, const Resources&) = default;
};

struct ClusterSpec {
  Engine engine = Engine::kLocal;
  int hosts = 1;
  int cpus_per_host = 0;             // 0 = what the host has; known for every engine but local
  std::int64_t memory_per_host = 0;  // bytes; 0 = what the host has
  std::int64_t idle_timeout_ms = 60'000;
  std::string address;             // ray: an existing cluster; kuberay: a namespace; empty = one is made
  double price_per_host_hour = 0;  // 0 = not known
};

struct EnvironmentSpec {
  std::map<std::string, std::string> variables;
  std::string requirements;          // path relative to the job file; empty = no Python
  std::string working_dir;           // path relative to the job file; empty = an empty directory
  std::vector<std::string> exclude;  // globs, beside the usual ones
};

// One placeholder of the command and the values that it takes.
struct Dimension {
  std::string name;
  std::vector<std::string> values;
  std::string source;  // "zones.csv", "list", "1..12"; for messages
  friend bool operator==(const Dimension&, const Dimension&) = default;
};

// The tasks are the cross product of the dimensions, the last one fastest.
struct TaskTemplate {
  std::vector<Dimension> each;
  std::vector<std::string> command;  // an argument vector with {placeholders}; never a shell line
  std::vector<std::string> outputs;  // files below {output_dir} that a success must leave
};

struct Limits {
  int max_in_flight = 0;        // 0 = as many as fit
  std::int64_t timeout_ms = 0;  // of one attempt; 0 = none
  int retries = 2;              // beside the first attempt
  std::int64_t backoff_ms = 1'000;
  std::int64_t backoff_limit_ms = 60'000;
  double memory_growth = 1;       // factor on the memory after out-of-memory; 1 = ask for the same
  std::int64_t memory_limit = 0;  // bytes that growth stops at; 0 = what the largest host has
};

struct PublishSpec {
  std::string model;
  std::string stage = "candidate";
  PublishWhen when = PublishWhen::kAllSucceeded;
  PublishAs as = PublishAs::kOneVersion;
};

struct JobSpec {
  std::string application;
  ClusterSpec cluster;
  EnvironmentSpec environment;
  TaskTemplate tasks;
  Resources resources{1'000, 0};
  Limits limits;
  Order order = Order::kLongestFirst;
  int priority = 0;  // kLowestPriority..kHighestPriority; higher first
  std::optional<PublishSpec> publish;
};

inline constexpr int kLowestPriority = -10;
inline constexpr int kHighestPriority = 10;
inline constexpr std::int64_t kMaxTasks = 100'000;

std::string_view nameOf(Engine engine);
std::string_view nameOf(Order order);
std::string_view nameOf(PublishWhen when);
std::string_view nameOf(PublishAs as);

}  // namespace aerie::training
