#include "sim/cluster/scenario_file.h"

#include <charconv>
#include <cmath>
#include <map>
#include <span>

#include "core/base/status.h"
#include "core/base/yaml_reader.h"

namespace aerie::sim::cluster {
namespace {

struct Unit {
  std::string_view name;
  double factor;
};
constexpr Unit kTimeUnits[] = {{"us", 1},     {"ms", 1e3},    {"s", 1e6},     {"m", 60e6},
                               {"min", 60e6}, {"h", 3'600e6}, {"d", 86'400e6}};
constexpr Unit kSizeUnits[] = {{"B", 1},
                               {"KB", 1e3},
                               {"MB", 1e6},
                               {"GB", 1e9},
                               {"TB", 1e12},
                               {"KiB", 1024.0},
                               {"MiB", 1024.0 * 1024},
                               {"GiB", 1024.0 * 1024 * 1024},
                               {"TiB", 1024.0 * 1024 * 1024 * 1024}};

// A number and its unit; negative when the text is not that.
double measure(std::string_view text, std::span<const Unit> units) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || !std::isfinite(value) || value < 0) return -1;
  std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
  while (!unit.empty() && unit.front() == ' ') unit.remove_prefix(1);
  for (const Unit& known : units) {
    if (known.name == unit) return value * known.factor;
  }
  return value == 0 && unit.empty() ? 0 : -1;
}

// "08:00" as time after midnight; negative when it is not that.
SimTime clockTime(std::string_view text) {
  int hour = 0;
  int minute = 0;
  if (text.size() != 5 || text[2] != ':') return -1;
  const auto two_digits = [&](std::size_t at, int& value) {
    const auto [end, error] = std::from_chars(text.data() + at, text.data() + at + 2, value);
    return error == std::errc() && end == text.data() + at + 2 && value >= 0;
  };
  if (!two_digits(0, hour) || !two_digits(3, minute) || hour > 24 || minute > 59) return -1;
  return hour * kHour + minute * kMinute;
}

template <class Value, std::size_t kCount>
Value oneOf(YamlNode& node, std::string_view field, const Value (&values)[kCount], Value fallback) {
  const std::string text = node.optionalString(field, std::string(nameOf(fallback)));
  std::string known;
  for (const Value value : values) {
    if (nameOf(value) == text) return value;
    known += fmt::format("{}{}", known.empty() ? "" : ", ", nameOf(value));
  }
  node.fail(field, fmt::format("'{}' is not known; use one of {}", text, known));
  return fallback;
}

class Reader final {
 public:
  explicit Reader(YamlNode root) : root_(std::move(root)) { nodes_.emplace("", root_); }

  absl::StatusOr<ClusterScenario> read();

 private:
  using Parse = absl::StatusOr<double> (*)(std::string_view);

  static SimTime time(YamlNode& node, std::string_view field, SimTime fallback = 0) {
    return static_cast<SimTime>(
        std::llround(amount(node, field, microseconds, static_cast<double>(fallback))));
  }
  static double amount(YamlNode& node, std::string_view field, Parse parse, double fallback) {
    const std::string text = node.optionalString(field);
    if (text.empty()) return fallback;
    const auto value = parse(text);
    if (value.ok()) return *value;
    node.fail(field, messageOf(value.status()));
    return fallback;
  }
  static absl::StatusOr<double> microseconds(std::string_view text) {
    AERIE_ASSIGN_OR_RETURN(const SimTime time, parseTime(text));
    return static_cast<double>(time);
  }
  static absl::StatusOr<double> secondsOf(std::string_view text) {
    AERIE_ASSIGN_OR_RETURN(const SimTime time, parseTime(text));
    return toSeconds(time);
  }
  // Checked later; only what doesn't fit the type is refused here.
  static int integer(YamlNode& node, std::string_view field, int fallback) {
    const std::int64_t value = node.optionalInteger(field, fallback);
    if (value >= -1'000'000'000 && value <= 1'000'000'000) return static_cast<int>(value);
    node.fail(field, fmt::format("{} is too large", value));
    return fallback;
  }

  Distribution distribution(YamlNode& parent, const std::string& section, const std::string& field,
                            Parse parse);
  Arrivals arrivals(YamlNode& parent, const std::string& section);
  TaskGroup group(YamlNode& node, const std::string& section);
  void cluster(ClusterSpec& spec);
  void queue(QueueSpec& spec);

  YamlNode root_;
  std::map<std::string, YamlNode> nodes_;  // by Problem::section
};

Distribution Reader::distribution(YamlNode& parent, const std::string& section, const std::string& field,
                                  Parse parse) {
  YamlNode node = parent.child(field);
  nodes_.emplace(section + "." + field, node);
  Distribution result;
  result.kind = oneOf(node, "distribution", kDistributionKinds, Distribution::Kind::kConstant);
  switch (result.kind) {
    case Distribution::Kind::kUniform:
      result.low = amount(node, "low", parse, 0);
      result.high = amount(node, "high", parse, 0);
      break;
    case Distribution::Kind::kEmpirical:
      for (const std::string& text : node.strings("values")) {
        const auto value = parse(text);
        if (value.ok()) {
          result.values.push_back(*value);
        } else {
          node.fail("values", messageOf(value.status()));
        }
      }
      break;
    case Distribution::Kind::kLognormal: result.cv = node.requiredNumber("cv"); [[fallthrough]];
    case Distribution::Kind::kConstant:
    case Distribution::Kind::kExponential: result.mean = amount(node, "mean", parse, 0); break;
  }
  return result;
}

Arrivals Reader::arrivals(YamlNode& parent, const std::string& section) {
  YamlNode node = parent.child("arrivals");
  nodes_.emplace(section + ".arrivals", node);
  Arrivals result;
  if (!parent.has("arrivals")) return result;
  result.per_hour = node.requiredNumber("per_hour");
  if (result.per_hour == 0)
    node.fail("per_hour", "0 must be above 0; remove arrivals for tasks that come all at once");
  result.batch = node.optionalInteger("batch", 1);
  for (const std::string& text : node.strings("active")) {
    const std::size_t dash = std::min(text.find('-'), text.size());
    const SimTime from = clockTime(std::string_view(text).substr(0, dash));
    const SimTime to = dash < text.size() ? clockTime(std::string_view(text).substr(dash + 1)) : -1;
    if (from < 0 || to < 0)
      node.fail("active", fmt::format("'{}' is not a window; write it as 08:00-14:30", text));
    result.active.push_back({from, to});
  }
  return result;
}

TaskGroup Reader::group(YamlNode& node, const std::string& section) {
  nodes_.emplace(section, node);
  TaskGroup group;
  group.count = node.optionalInteger("count", 0);
  group.submit_at = time(node, "submit_at");
  group.arrivals = arrivals(node, section);
  group.duration = distribution(node, section, "duration", secondsOf);
  group.cores_busy = node.optionalNumber("cores_busy", 1);
  group.cpus = node.optionalNumber("cpus", 1);
  group.memory = distribution(node, section, "memory", parseSize);
  group.memory_request = std::llround(amount(node, "memory_request", parseSize, 0));
  group.memory_growth = node.optionalNumber("memory_growth", 1);
  group.order = oneOf(node, "order", kOrders, Order::kAsListed);
  group.estimate_cv = node.optionalNumber("estimate_cv", 0);
  group.failure_rate = node.optionalNumber("failure_rate", 0);
  group.retries = integer(node, "retries", 0);
  group.retry_delay = time(node, "retry_delay");
  group.max_in_flight = integer(node, "max_in_flight", 0);
  return group;
}

void Reader::cluster(ClusterSpec& spec) {
  YamlNode node = root_.child("cluster");
  nodes_.emplace("cluster", node);
  spec.hosts = integer(node, "hosts", 1);
  spec.cpus_per_host = node.optionalNumber("cpus_per_host", 1);
  spec.reserved_cpus = node.optionalNumber("reserved_cpus", 0);
  spec.memory_per_host = std::llround(amount(node, "memory_per_host", parseSize, 0));
  spec.speed = node.optionalNumber("speed", 1);
  spec.start_delay = distribution(node, "cluster", "start_delay", secondsOf);
  spec.idle_timeout = time(node, "idle_timeout");
  spec.price_per_host_hour = node.optionalNumber("price_per_host_hour", 0);
  spec.time_to_failure = time(node, "time_to_failure");
  spec.repair_time = time(node, "repair_time", spec.repair_time);
}

void Reader::queue(QueueSpec& spec) {
  YamlNode node = root_.child("queue");
  nodes_.emplace("queue", node);
  const std::string scope = node.optionalString("scope", "dedicated");
  spec.shared = scope == "shared";
  if (scope != "shared" && scope != "dedicated")
    node.fail("scope", fmt::format("'{}' is not known; use shared or dedicated", scope));
  spec.concurrency_per_host = integer(node, "concurrency_per_host", 0);
  if (node.has("concurrency_per_host") && spec.concurrency_per_host == 0)
    node.fail("concurrency_per_host", "0 must be 1 or more; leave it out for right-sized slots");
  spec.prefetch = integer(node, "prefetch", 0);
  spec.placement = oneOf(node, "placement", kPlacements, Placement::kSpread);
  spec.dispatch_overhead = time(node, "dispatch_overhead");
}

absl::StatusOr<ClusterScenario> Reader::read() {
  ClusterScenario scenario;
  scenario.name = root_.requiredString("name");
  scenario.description = root_.optionalString("description");
  const std::int64_t seed = root_.optionalInteger("seed", 1);
  if (seed < 0) root_.fail("seed", fmt::format("{} must be 0 or more", seed));
  scenario.seed = static_cast<std::uint64_t>(seed);
  scenario.runs = integer(root_, "runs", 1);
  scenario.horizon = time(root_, "horizon");
  cluster(scenario.cluster);
  queue(scenario.queue);
  // Who is there already queues first.
  for (YamlNode& node : root_.list("others")) {
    TaskGroup other = group(node, fmt::format("groups[{}]", scenario.groups.size()));
    other.own = false;
    other.name = node.requiredString("name");
    scenario.groups.push_back(std::move(other));
  }
  if (root_.has("tasks")) {
    YamlNode node = root_.child("tasks");
    TaskGroup own = group(node, fmt::format("groups[{}]", scenario.groups.size()));
    own.name = node.optionalString("name", "tasks");
    scenario.groups.push_back(std::move(own));
  } else {
    root_.use("tasks");
  }
  AERIE_RETURN_IF_ERROR(root_.finish());
  for (const Problem& problem : problemsOf(scenario)) {
    const auto node = nodes_.find(problem.section);
    (node == nodes_.end() ? root_ : node->second).fail(problem.field, problem.text);
  }
  AERIE_RETURN_IF_ERROR(root_.finish());
  return scenario;
}

}  // namespace

absl::StatusOr<SimTime> parseTime(std::string_view text) {
  const double value = measure(text, kTimeUnits);
  if (value < 0 || value > static_cast<double>(kMaxTime)) {
    return invalidArgument(
        "'{}' is not a time; use a number with a unit (us, ms, s, m, h, d), such as 56s or 1.5h", text);
  }
  return std::llround(value);
}

absl::StatusOr<double> parseSize(std::string_view text) {
  const double value = measure(text, kSizeUnits);
  if (value < 0 || value > 1e15) {
    return invalidArgument(
        "'{}' is not a size; use a number with a unit (MB, GB, MiB, GiB, ...), such as 4GiB", text);
  }
  return value;
}

absl::StatusOr<Order> parseOrder(std::string_view text) {
  std::string known;
  for (const Order order : kOrders) {
    if (nameOf(order) == text) return order;
    known += fmt::format("{}{}", known.empty() ? "" : ", ", nameOf(order));
  }
  return invalidArgument("'{}' is no order; use one of {}", text, known);
}

absl::StatusOr<ClusterScenario> parseClusterScenario(std::string_view yaml, const std::string& source) {
  AERIE_ASSIGN_OR_RETURN(YamlNode root, YamlNode::parse(yaml, source));
  return Reader(std::move(root)).read();
}

}  // namespace aerie::sim::cluster
