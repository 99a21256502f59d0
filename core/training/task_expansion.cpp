#include "core/training/task_expansion.h"

#include <algorithm>
#include <unordered_set>

#include "core/base/crypto.h"
#include "core/base/status.h"
#include "core/training/placeholders.h"

namespace aerie::training {
namespace {

constexpr std::size_t kMaxPlainId = 64;
constexpr std::size_t kReadablePart = 40;
constexpr std::size_t kHashDigits = 16;

bool isPlain(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

std::map<std::string, std::string, std::less<>> valuesOf(const JobSpec& spec, const TaskSpec& task) {
  std::map<std::string, std::string, std::less<>> values;
  for (std::size_t i = 0; i < spec.tasks.each.size(); ++i) values[spec.tasks.each[i].name] = task.values[i];
  return values;
}

// A value inside a path is one piece of one name.
absl::Status checkOutputs(const std::vector<PlaceholderText>& outputs, const JobSpec& spec) {
  for (const PlaceholderText& output : outputs) {
    for (const std::string& name : output.names()) {
      const auto dimension = std::find_if(spec.tasks.each.begin(), spec.tasks.each.end(),
                                          [&](const Dimension& d) { return d.name == name; });
      AERIE_CHECK(dimension != spec.tasks.each.end());
      for (const std::string& value : dimension->values) {
        if (value.find('/') == std::string::npos && value != "." && value != "..") continue;
        return invalidArgument(
            "outputs use {{{}}}, but its value '{}' cannot be part of a file name; use a fixed "
            "name, each task has its own directory",
            name, value);
      }
    }
  }
  return absl::OkStatus();
}

std::vector<PlaceholderText> parsed(const std::vector<std::string>& texts) {
  std::vector<PlaceholderText> result;
  for (const std::string& text : texts) {
    absl::StatusOr<PlaceholderText> one = PlaceholderText::parse(text);
    AERIE_CHECK(one.ok());
    result.push_back(*std::move(one));
  }
  return result;
}

}  // namespace

std::string taskId(const std::vector<Dimension>& each, const std::vector<std::string>& values) {
  AERIE_CHECK(each.size() == values.size());
  if (values.empty()) return "all";
  bool plain = true;
  std::string readable;
  std::string exact;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) readable += '.';
    for (const char c : values[i]) {
      plain = plain && isPlain(c);
      readable += isPlain(c) ? c : '_';
    }
    plain = plain && !values[i].empty();
    exact += fmt::format("{}={}:{};", each[i].name, values[i].size(), values[i]);
  }
  // A leading '-' would look like an option to tools that get the id as an argument.
  if (plain && readable.size() <= kMaxPlainId && readable[0] != '-') return readable;
  if (readable[0] == '-') readable[0] = '_';
  return fmt::format("{}~{}", readable.substr(0, kReadablePart), sha256Hex(exact).substr(0, kHashDigits));
}

absl::StatusOr<std::vector<TaskSpec>> expandTasks(const JobSpec& spec) {
  std::int64_t count = 1;
  for (const Dimension& dimension : spec.tasks.each) {
    const auto size = static_cast<std::int64_t>(dimension.values.size());
    if (size == 0) return invalidArgument("list '{}' is empty; give it a value", dimension.name);
    if (count > kMaxTasks / size)
      return invalidArgument("there are more than {} tasks; split the job", kMaxTasks);
    count *= size;
  }
  AERIE_RETURN_IF_ERROR(checkOutputs(parsed(spec.tasks.outputs), spec));
  std::vector<TaskSpec> tasks;
  tasks.reserve(static_cast<std::size_t>(count));
  std::unordered_set<std::string> ids;
  std::vector<std::size_t> at(spec.tasks.each.size(), 0);
  for (std::int64_t n = 0; n < count; ++n) {
    TaskSpec task;
    for (std::size_t d = 0; d < at.size(); ++d) task.values.push_back(spec.tasks.each[d].values[at[d]]);
    task.id = taskId(spec.tasks.each, task.values);
    if (!ids.insert(task.id).second)
      return invalidArgument("two tasks have the id '{}'; remove one of their values", task.id);
    tasks.push_back(std::move(task));
    for (std::size_t d = at.size(); d-- > 0;) {
      if (++at[d] < spec.tasks.each[d].values.size()) break;
      at[d] = 0;
    }
  }
  return tasks;
}

TaskCommand commandOf(const JobSpec& spec, const TaskSpec& task, const std::string& job,
                      const std::string& output_dir) {
  auto values = valuesOf(spec, task);
  TaskCommand result;
  for (const PlaceholderText& output : parsed(spec.tasks.outputs))
    result.outputs.push_back(output.fill(values));
  values["output_dir"] = output_dir;
  values["task"] = task.id;
  values["job"] = job;
  values["application"] = spec.application;
  for (const PlaceholderText& part : parsed(spec.tasks.command))
    result.arguments.push_back(part.fill(values));
  return result;
}

}  // namespace aerie::training
