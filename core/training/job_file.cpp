#include "core/training/job_file.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <set>

#include "core/base/files.h"
#include "core/base/ids.h"
#include "core/base/status.h"
#include "core/base/yaml_reader.h"
#include "core/frame/csv.h"
#include "core/training/placeholders.h"
#include "core/training/quantity.h"
#include "core/training/task_expansion.h"

namespace aerie::training {
namespace {

constexpr std::size_t kMaxValueBytes = 256;
constexpr std::size_t kMaxArguments = 256;
constexpr std::size_t kMaxArgumentBytes = 4'096;
constexpr std::uintmax_t kMaxListBytes = 32ULL << 20;
constexpr std::size_t kMaxDimensions = 8;
constexpr std::int64_t kDayMs = 86'400'000;

bool hasControlCharacter(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

// Complete UTF-8 sequences; overlong ones and surrogates are not looked for.
bool isUtf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i++]);
    int rest = lead < 0x80 ? 0 : lead >= 0xC2 && lead < 0xE0 ? 1 : lead >= 0xE0 && lead < 0xF0 ? 2 : 3;
    if (lead >= 0x80 && (lead < 0xC2 || lead > 0xF4)) return false;
    for (; rest > 0; --rest, ++i) {
      if (i >= text.size() || (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) return false;
    }
  }
  return true;
}

// One of the names of an enumeration.
template <class T, std::size_t kCount>
T choice(YamlNode& node, std::string_view field, T fallback, const T (&all)[kCount]) {
  const std::string text = node.optionalString(field, std::string(nameOf(fallback)));
  std::vector<std::string> names;
  for (const T value : all) {
    if (nameOf(value) == text) return value;
    names.emplace_back(nameOf(value));
  }
  node.fail(field, fmt::format("'{}' is not known; use one of: {}", text, fmt::join(names, ", ")));
  return fallback;
}

// A quantity with a unit; `parse` explains what is wrong.
template <class Parse>
std::int64_t quantity(YamlNode& node, std::string_view field, std::int64_t fallback, std::int64_t low,
                      std::int64_t high, Parse parse, std::string (*show)(std::int64_t)) {
  if (!node.has(field)) {
    node.use(field);
    return fallback;
  }
  const absl::StatusOr<std::int64_t> value = parse(node.requiredString(field));
  if (!value.ok()) {
    node.fail(field, messageOf(value.status()));
    return fallback;
  }
  if (*value < low || *value > high)
    node.fail(field, fmt::format("must be from {} to {}", show(low), show(high)));
  return *value;
}

std::int64_t integer(YamlNode& node, std::string_view field, std::int64_t fallback, std::int64_t low,
                     std::int64_t high) {
  const std::int64_t value = node.optionalInteger(field, fallback);
  if (value < low || value > high)
    node.fail(field, fmt::format("{} must be from {} to {}", value, low, high));
  return value;
}

void failWith(YamlNode& node, std::string_view field, const absl::Status& status) {
  if (!status.ok()) node.fail(field, messageOf(status));
}

std::string path(YamlNode& node, std::string_view field) {
  const std::string text = node.optionalString(field);
  if (node.has(field)) failWith(node, field, checkRelativePath(text));
  return text;
}

constexpr std::int64_t kTiB = 1LL << 40;

ClusterSpec clusterOf(YamlNode node) {
  constexpr Engine kEngines[] = {Engine::kLocal, Engine::kRay, Engine::kKubeRay, Engine::kSimulated};
  ClusterSpec spec;
  spec.engine = choice(node, "engine", Engine::kLocal, kEngines);
  spec.hosts = static_cast<int>(integer(node, "hosts", 1, 1, 10'000));
  if (spec.engine == Engine::kLocal && spec.hosts != 1)
    node.fail("hosts", "the local engine has one host; write 1, or choose engine ray, kuberay or simulated");
  spec.cpus_per_host = static_cast<int>(integer(node, "cpus_per_host", 0, 0, 1'024));
  if (spec.engine != Engine::kLocal && spec.cpus_per_host == 0)
    node.fail("cpus_per_host",
              fmt::format("is missing; engine {} needs the CPUs of each host", nameOf(spec.engine)));
  spec.memory_per_host = quantity(node, "memory_per_host", 0, 64LL << 20, 64 * kTiB, parseBytes, bytesText);
  spec.idle_timeout_ms = quantity(node, "idle_timeout", 60'000, 0, 7 * kDayMs, parseDuration, durationText);
  spec.address = node.optionalString("address");
  if (!spec.address.empty() && (spec.engine == Engine::kLocal || spec.engine == Engine::kSimulated))
    node.fail("address", fmt::format("engine {} has no address; leave it out", nameOf(spec.engine)));
  if (hasControlCharacter(spec.address)) node.fail("address", "holds a control character");
  spec.price_per_host_hour = node.optionalNumber("price_per_host_hour", 0);
  if (!(spec.price_per_host_hour >= 0 && spec.price_per_host_hour <= 1e6))
    node.fail("price_per_host_hour", "must be from 0 to 1000000");
  return spec;
}

bool isVariableName(std::string_view name) {
  const auto letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_'; };
  return !name.empty() && name.size() <= 128 && letter(name[0]) &&
         std::all_of(name.begin(), name.end(), [&](char c) { return letter(c) || (c >= '0' && c <= '9'); });
}

EnvironmentSpec environmentOf(YamlNode node) {
  EnvironmentSpec spec;
  YamlNode variables = node.child("variables");
  for (const std::string& name : variables.fields()) {
    if (!isVariableName(name)) variables.fail(name, "is no name of a variable; use letters, digits and _");
    if (name.starts_with("AERIE_") || name.starts_with("LD_"))
      variables.fail(name, "is set by Aerie or the system; choose another name");
    const std::string value = variables.optionalString(name);
    if (value.size() > 32'768 || value.find('\0') != std::string::npos)
      variables.fail(name, "must be at most 32768 bytes without a zero byte");
    spec.variables.emplace(name, value);
  }
  YamlNode python = node.child("python");
  spec.requirements = path(python, "requirements");
  if (node.has("python") && spec.requirements.empty())
    python.fail("requirements", "is missing; name the file of pinned packages, or leave python out");
  spec.working_dir = path(node, "working_dir");
  spec.exclude = node.strings("exclude");
  for (const std::string& glob : spec.exclude) {
    if (glob.empty() || glob.size() > kMaxValueBytes || hasControlCharacter(glob))
      node.fail("exclude", "holds an empty, overlong or unprintable pattern");
  }
  return spec;
}

// "1..12" as its numbers, both ends included; nullopt when it is no range at all.
std::optional<absl::StatusOr<std::vector<std::string>>> rangeOf(std::string_view text) {
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos) return std::nullopt;
  const auto number = [](std::string_view part) -> std::optional<std::int64_t> {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
    if (error != std::errc() || end != part.data() + part.size()) return std::nullopt;
    return value;
  };
  const auto first = number(text.substr(0, dots));
  const auto last = number(text.substr(dots + 2));
  if (!first || !last) return std::nullopt;
  constexpr std::int64_t kFar = 1LL << 53;
  if (*first > *last || *first < -kFar || *last > kFar)
    return invalidArgument("range '{}' must go from a lower to a higher number", text);
  if (*last - *first >= kMaxTasks)
    return invalidArgument("range '{}' has {} values; at most {} are allowed", text, *last - *first + 1,
                           kMaxTasks);
  std::vector<std::string> values;
  for (std::int64_t i = *first; i <= *last; ++i) values.push_back(std::to_string(i));
  return values;
}

absl::StatusOr<std::vector<std::string>> columnOf(const std::string& file, const std::string& column,
                                                  const ReadFile& read) {
  AERIE_RETURN_IF_ERROR(checkRelativePath(file));
  AERIE_ASSIGN_OR_RETURN(const std::string text, read(file));
  if (text.size() > kMaxListBytes)
    return invalidArgument("'{}' is {}; lists may have at most {}", file,
                           bytesText(static_cast<std::int64_t>(text.size())),
                           bytesText(static_cast<std::int64_t>(kMaxListBytes)));
  // The header alone, for a message that names the remedy.
  const absl::StatusOr<frame::DataFrame> header =
      frame::readCsvText(std::string_view(text).substr(0, text.find('\n')));
  if (header.ok() && header->find(column) == nullptr) {
    std::vector<std::string> names;
    for (const frame::Column& c : header->columns()) names.push_back(c.name());
    return invalidArgument("'{}' has no column '{}', only: {}; rename the column or the placeholder", file,
                           column, fmt::join(names, ", "));
  }
  frame::CsvOptions options;
  options.types[column] = frame::DataType::kString;
  options.max_rows = static_cast<std::size_t>(kMaxTasks);
  const absl::StatusOr<frame::DataFrame> table = frame::readCsvText(text, options);
  if (!table.ok()) return withContext(table.status(), file);
  const frame::Column* values = table->find(column);
  AERIE_CHECK(values != nullptr);
  std::vector<std::string> result;
  for (std::size_t row = 0; row < values->rows(); ++row) {
    if (values->isNull(row))
      return invalidArgument("'{}' has no '{}' in data row {}; fill it or remove the row", file, column,
                             row + 1);
    result.emplace_back(values->strings()[row]);
  }
  return result;
}

// A single entry is a file or a range; otherwise the entries are the values.
absl::StatusOr<Dimension> dimensionOf(const std::string& name, std::vector<std::string> entries,
                                      const ReadFile& read) {
  Dimension dimension{name, {}, "list"};
  if (entries.empty()) return invalidArgument("is empty; give a CSV file, a range as 1..12, or a list");
  if (entries.size() == 1) {
    if (auto range = rangeOf(entries[0])) {
      if (!range->ok()) return range->status();
      dimension.source = entries[0];
      dimension.values = **std::move(range);
    } else if (entries[0].ends_with(".csv")) {
      dimension.source = entries[0];
      AERIE_ASSIGN_OR_RETURN(dimension.values, columnOf(entries[0], name, read));
      if (dimension.values.empty())
        return invalidArgument("'{}' has no rows; add one for each task", entries[0]);
    }
  }
  if (dimension.values.empty()) dimension.values = std::move(entries);
  std::set<std::string_view> seen;
  for (const std::string& value : dimension.values) {
    if (value.empty()) return invalidArgument("holds an empty value; remove it");
    if (value.size() > kMaxValueBytes)
      return invalidArgument("holds a value of {} bytes; at most {} are allowed", value.size(),
                             kMaxValueBytes);
    if (hasControlCharacter(value))
      return invalidArgument("holds a value with a control character (tab, line break or zero byte)");
    if (!isUtf8(value)) return invalidArgument("holds a value that is not UTF-8; convert the file");
    if (!seen.insert(value).second) return invalidArgument("holds '{}' twice; keep one", value);
  }
  return dimension;
}

void readDimensions(YamlNode& tasks, TaskTemplate& result, const ReadFile& read) {
  YamlNode each = tasks.child("each");
  const std::vector<std::string> names = each.fields();
  if (names.size() > kMaxDimensions)
    tasks.fail("each", fmt::format("has {} lists; at most {} are allowed", names.size(), kMaxDimensions));
  std::int64_t count = 1;
  for (const std::string& name : names) {
    if (!isVariableName(name))
      each.fail(name, "is no name for a placeholder; use letters, digits and _, first a letter");
    if (std::find(std::begin(kBuiltInPlaceholders), std::end(kBuiltInPlaceholders), name) !=
        std::end(kBuiltInPlaceholders))
      each.fail(name, "is filled in by Aerie; choose another name");
    absl::StatusOr<Dimension> dimension = dimensionOf(name, each.strings(name), read);
    if (!dimension.ok()) {
      each.fail(name, messageOf(dimension.status()));
      continue;
    }
    const auto size = static_cast<std::int64_t>(dimension->values.size());
    if (count > kMaxTasks / size) {
      each.fail(name, fmt::format("makes more than {} tasks together with the lists before it; split the job",
                                  kMaxTasks));
      return;
    }
    count *= size;
    result.each.push_back(*std::move(dimension));
  }
}

void checkPlaceholders(YamlNode& tasks, std::string_view field, const std::string& text,
                       const TaskTemplate& each, bool dimensions_only) {
  const absl::StatusOr<PlaceholderText> parsed = PlaceholderText::parse(text);
  if (!parsed.ok()) {
    tasks.fail(field, messageOf(parsed.status()));
    return;
  }
  std::vector<std::string> known;
  for (const Dimension& dimension : each.each) known.push_back(dimension.name);
  if (!dimensions_only)
    known.insert(known.end(), std::begin(kBuiltInPlaceholders), std::end(kBuiltInPlaceholders));
  for (const std::string& name : parsed->names()) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    const std::string near = nearestName(name, known);
    tasks.fail(field, fmt::format("placeholder {{{}}} is not known; {}", name,
                                  near.empty() ? fmt::format("known are: {}", fmt::join(known, ", "))
                                               : fmt::format("did you mean {{{}}}?", near)));
  }
}

TaskTemplate tasksOf(YamlNode node, const ReadFile& read) {
  TaskTemplate result;
  readDimensions(node, result, read);
  result.command = node.strings("command");
  if (result.command.empty() || result.command[0].empty())
    node.fail("command", "is missing; list the program and its arguments: [program, --zone, \"{zone}\"]");
  if (result.command.size() == 1 && result.command[0].find(' ') != std::string::npos)
    node.fail("command", "is one text; list the program and each argument: no shell splits it");
  if (result.command.size() > kMaxArguments)
    node.fail("command", fmt::format("has more than {} arguments; put them into a file", kMaxArguments));
  for (const std::string& argument : result.command) {
    if (argument.size() > kMaxArgumentBytes || argument.find('\0') != std::string::npos)
      node.fail("command",
                fmt::format("holds an argument over {} bytes or with a zero byte", kMaxArgumentBytes));
    checkPlaceholders(node, "command", argument, result, false);
  }
  if (!result.command.empty() && result.command[0].find_first_of("{}") != std::string::npos)
    node.fail("command", "the program itself must not hold a placeholder: lists are data, not programs");
  result.outputs = node.strings("outputs");
  for (const std::string& output : result.outputs) {
    failWith(node, "outputs", checkRelativePath(output));
    if (output == "." || output.ends_with("/")) node.fail("outputs", "names a directory; name a file");
    checkPlaceholders(node, "outputs", output, result, true);
  }
  return result;
}

void checkFits(YamlNode& resources, const JobSpec& spec) {
  const std::int64_t cpus = std::int64_t{spec.cluster.cpus_per_host} * 1'000;
  if (cpus > 0 && spec.resources.cpu_millis > cpus)
    resources.fail("cpus", fmt::format("{} fit no host of {}; lower it or raise cluster.cpus_per_host",
                                       cpusText(spec.resources.cpu_millis), cpusText(cpus)));
  if (spec.cluster.memory_per_host > 0 && spec.resources.memory_bytes > spec.cluster.memory_per_host)
    resources.fail("memory", fmt::format("{} fit no host of {}; lower it or raise cluster.memory_per_host",
                                         bytesText(spec.resources.memory_bytes),
                                         bytesText(spec.cluster.memory_per_host)));
}

Limits limitsOf(YamlNode node, const Resources& resources) {
  Limits limits;
  limits.max_in_flight = static_cast<int>(integer(node, "max_in_flight", 0, 0, kMaxTasks));
  limits.timeout_ms = quantity(node, "timeout", 0, 1'000, 30 * kDayMs, parseDuration, durationText);
  limits.retries = static_cast<int>(integer(node, "retries", 2, 0, 100));
  limits.backoff_ms = quantity(node, "backoff", 1'000, 0, kDayMs, parseDuration, durationText);
  limits.backoff_limit_ms = quantity(node, "backoff_limit", std::max<std::int64_t>(60'000, limits.backoff_ms),
                                     limits.backoff_ms, kDayMs, parseDuration, durationText);
  limits.memory_growth = node.optionalNumber("memory_growth", 1);
  if (!(limits.memory_growth >= 1 && limits.memory_growth <= 8))
    node.fail("memory_growth", "must be from 1 (the same again) to 8");
  if (limits.memory_growth > 1 && resources.memory_bytes == 0)
    node.fail("memory_growth", "needs resources.memory to grow from; give it, or leave memory_growth out");
  limits.memory_limit = quantity(node, "memory_limit", 0, std::max<std::int64_t>(1, resources.memory_bytes),
                                 64 * kTiB, parseBytes, bytesText);
  return limits;
}

std::optional<PublishSpec> publishOf(YamlNode& root) {
  YamlNode node = root.child("publish");
  if (!root.has("publish")) return std::nullopt;
  constexpr PublishWhen kWhen[] = {PublishWhen::kAllSucceeded, PublishWhen::kAnySucceeded};
  constexpr PublishAs kAs[] = {PublishAs::kOneVersion, PublishAs::kVersionPerTask};
  PublishSpec spec;
  spec.model = node.requiredString("model");
  failWith(node, "model", validateName("model", spec.model));
  spec.stage = node.optionalString("stage", spec.stage);
  failWith(node, "stage", validateName("stage", spec.stage));
  spec.when = choice(node, "when", spec.when, kWhen);
  spec.as = choice(node, "as", spec.as, kAs);
  return spec;
}

}  // namespace

absl::Status checkRelativePath(std::string_view path) {
  if (path.empty()) return invalidArgument("is an empty path; name a file of the job's directory");
  if (path.size() > 1'024 || hasControlCharacter(path))
    return invalidArgument("is a path with control characters or of more than 1024 bytes");
  if (path[0] == '/' || path[0] == '~')
    return invalidArgument("'{}' must be relative to the job file: put the file below its directory", path);
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    if (path.substr(begin, end - begin) == "..")
      return invalidArgument("'{}' leaves the job's directory: put the file below it", path);
    begin = end + 1;
  }
  return absl::OkStatus();
}

ReadFile readFilesOf(std::string directory) {
  return [directory = std::move(directory)](const std::string& path) -> absl::StatusOr<std::string> {
    std::error_code error;
    const std::filesystem::path root = std::filesystem::weakly_canonical(directory, error);
    const std::filesystem::path file = std::filesystem::weakly_canonical(root / path, error);
    const std::string inside = file.lexically_relative(root).generic_string();
    if (error || inside.empty() || inside == ".." || inside.starts_with("../"))
      return invalidArgument("'{}' leads out of {}; copy the file into the job's directory", path,
                             root.string());
    return aerie::readFile(file, kMaxListBytes);
  };
}

absl::StatusOr<JobSpec> parseJobFile(std::string_view yaml, const std::string& source, const ReadFile& read) {
  AERIE_ASSIGN_OR_RETURN(YamlNode root, YamlNode::parse(yaml, source));
  if (!root.isMap()) return invalidArgument("{}: must be a map of fields, first application:", source);
  JobSpec spec;
  spec.application = root.requiredString("application");
  failWith(root, "application", validateName("application", spec.application));
  spec.cluster = clusterOf(root.child("cluster"));
  spec.environment = environmentOf(root.child("environment"));
  spec.tasks = tasksOf(root.child("tasks"), read);
  YamlNode resources = root.child("resources");
  spec.resources.cpu_millis = quantity(resources, "cpus", 1'000, 100, 1'024'000, parseCpus, cpusText);
  spec.resources.memory_bytes = quantity(resources, "memory", 0, 1LL << 20, 64 * kTiB, parseBytes, bytesText);
  checkFits(resources, spec);
  spec.limits = limitsOf(root.child("limits"), spec.resources);
  constexpr Order kOrders[] = {Order::kAsListed, Order::kLongestFirst};
  spec.order = choice(root, "order", Order::kLongestFirst, kOrders);
  spec.priority = static_cast<int>(integer(root, "priority", 0, kLowestPriority, kHighestPriority));
  spec.publish = publishOf(root);
  AERIE_RETURN_IF_ERROR(root.finish());
  // What depends on the values: ids that clash, outputs that leave their directory.
  if (const absl::Status status = expandTasks(spec).status(); !status.ok()) {
    return withContext(status, source + ": tasks");
  }
  return spec;
}

}  // namespace aerie::training
