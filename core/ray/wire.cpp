#include "core/ray/wire.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "core/base/ids.h"
#include "core/base/status.h"

namespace aerie::ray {
namespace {

using Json = nlohmann::json;

absl::Status notRay() {
  return failedPrecondition(
      "the answer is not what Ray's dashboard says. Check the address and Ray's version.");
}

Json parse(std::string_view text) { return Json::parse(text.begin(), text.end(), nullptr, false); }

const Json& at(const Json& object, const char* field) {
  static const Json none;
  if (!object.is_object()) return none;
  const auto it = object.find(field);
  return it == object.end() ? none : *it;
}

std::string textAt(const Json& object, const char* field) {
  const Json& value = at(object, field);
  return value.is_string() ? value.get<std::string>() : std::string();
}

double asNumber(const Json& value) {
  const double number = value.is_number() ? value.get<double>() : 0;
  return std::isfinite(number) ? number : 0;
}

double numberAt(const Json& object, const char* field) { return asNumber(at(object, field)); }

std::int64_t asInteger(double number) {
  constexpr double kMost = 9e15;  // exact in a double
  return static_cast<std::int64_t>(std::clamp(number, -kMost, kMost));
}

std::int64_t integerAt(const Json& object, const char* field) { return asInteger(numberAt(object, field)); }

JobStatus statusFrom(std::string_view text) {
  for (const JobStatus status : {JobStatus::kPending, JobStatus::kRunning, JobStatus::kStopped,
                                 JobStatus::kSucceeded, JobStatus::kFailed}) {
    if (toText(status) == text) return status;
  }
  return JobStatus::kUnknown;
}

Job jobFrom(const Json& json) {
  Job job;
  job.submission_id = textAt(json, "submission_id");
  job.job_id = textAt(json, "job_id");
  job.status = statusFrom(textAt(json, "status"));
  job.entrypoint = textAt(json, "entrypoint");
  job.message = textAt(json, "message");
  job.error_type = textAt(json, "error_type");
  job.start_ms = integerAt(json, "start_time");
  job.end_ms = integerAt(json, "end_time");
  if (at(json, "driver_exit_code").is_number_integer())
    job.exit_code =
        static_cast<int>(std::clamp<std::int64_t>(integerAt(json, "driver_exit_code"), -1000, 1000));
  const Json& metadata = at(json, "metadata");
  if (metadata.is_object()) {
    for (const auto& [name, value] : metadata.items()) {
      if (value.is_string()) job.metadata[name] = value.get<std::string>();
    }
  }
  return job;
}

bool isJob(const Json& json) { return json.is_object() && at(json, "status").is_string(); }

// "0.5/2.0 CPU\n..." of one node.
double usedSlots(const std::string& text) {
  std::size_t at_line = 0;
  while (at_line < text.size()) {
    const std::size_t end = std::min(text.find('\n', at_line), text.size());
    double used = 0;
    double total = 0;
    int consumed = 0;
    const std::string line = text.substr(at_line, end - at_line);
    if (std::sscanf(line.c_str(), "%lf/%lf CPU%n", &used, &total, &consumed) == 2 && consumed > 0)
      return std::isfinite(used) ? used : 0;
    at_line = end + 1;
  }
  return 0;
}

Node nodeFrom(const Json& json, const Json& logical) {
  Node node;
  const Json& raylet = at(json, "raylet");
  node.id = textAt(raylet, "nodeId");
  node.host = textAt(json, "hostname");
  node.ip = textAt(json, "ip");
  node.name = textAt(raylet, "nodeName");
  node.state = textAt(raylet, "state");
  node.head = at(raylet, "isHeadNode").is_boolean() && at(raylet, "isHeadNode").get<bool>();
  node.cpu_percent = numberAt(json, "cpu");
  const Json& cores = at(json, "cpus");
  if (cores.is_array() && !cores.empty()) node.cores = std::clamp(asNumber(cores[0]), 0.0, 1e6);
  node.slots = numberAt(at(raylet, "resourcesTotal"), "CPU");
  node.slots_used = usedSlots(textAt(logical, node.id.c_str()));
  node.memory_slots = static_cast<std::uint64_t>(
      std::max<std::int64_t>(0, integerAt(at(raylet, "resourcesTotal"), "memory")));
  const Json& load = at(json, "loadAvg");
  if (load.is_array() && !load.empty() && load[0].is_array() && !load[0].empty())
    node.load1 = asNumber(load[0][0]);
  const Json& memory = at(json, "mem");
  if (memory.is_array() && memory.size() >= 4) {
    node.memory_total = static_cast<std::uint64_t>(std::max<std::int64_t>(0, asInteger(asNumber(memory[0]))));
    node.memory_used = static_cast<std::uint64_t>(std::max<std::int64_t>(0, asInteger(asNumber(memory[3]))));
  }
  return node;
}

Task taskFrom(const Json& json) {
  Task task;
  task.id = textAt(json, "task_id");
  task.attempt = static_cast<int>(std::clamp<std::int64_t>(integerAt(json, "attempt_number"), 0, 1'000'000));
  task.name = textAt(json, "name");
  task.state = textAt(json, "state");
  task.node_id = textAt(json, "node_id");
  task.worker_pid = static_cast<int>(std::clamp<std::int64_t>(integerAt(json, "worker_pid"), 0, 1 << 30));
  task.cpus = numberAt(at(json, "required_resources"), "CPU");
  task.created_ms = integerAt(json, "creation_time_ms");
  task.start_ms = integerAt(json, "start_time_ms");
  task.end_ms = integerAt(json, "end_time_ms");
  task.error_type = textAt(json, "error_type");
  task.error_message = textAt(json, "error_message").substr(0, 20'000);
  return task;
}

// The data of an envelope {"result": true, "msg": "", "data": {...}}.
absl::StatusOr<Json> dataOf(std::string_view text) {
  Json json = parse(text);
  const Json& result = at(json, "result");
  if (!result.is_boolean()) return notRay();
  if (!result.get<bool>()) return unavailable("Ray could not say: {}", textAt(json, "msg").substr(0, 300));
  const Json& data = at(json, "data");
  if (!data.is_object()) return notRay();
  return data;
}

}  // namespace

std::string_view toText(JobStatus status) {
  switch (status) {
    case JobStatus::kPending: return "PENDING";
    case JobStatus::kRunning: return "RUNNING";
    case JobStatus::kStopped: return "STOPPED";
    case JobStatus::kSucceeded: return "SUCCEEDED";
    case JobStatus::kFailed: return "FAILED";
    case JobStatus::kUnknown: break;
  }
  return "UNKNOWN";
}

bool isTerminal(JobStatus status) {
  return status == JobStatus::kStopped || status == JobStatus::kSucceeded || status == JobStatus::kFailed;
}

absl::StatusOr<std::string> shellQuoted(const std::vector<std::string>& command) {
  std::string out;
  for (const std::string& word : command) {
    if (word.find('\0') != std::string::npos) return invalidArgument("an argument contains a NUL byte");
    if (!out.empty()) out += ' ';
    out += '\'';
    for (const char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    out += '\'';
  }
  return out;
}

absl::StatusOr<std::string> submitBody(const JobSpec& spec, const Version& server) {
  AERIE_RETURN_IF_ERROR(validateName("submission id", spec.submission_id));
  if (spec.command.empty() || spec.command[0].empty()) return invalidArgument("the job has no command");
  AERIE_ASSIGN_OR_RETURN(const std::string entrypoint, shellQuoted(spec.command));
  Json body = {{"submission_id", spec.submission_id}, {"entrypoint", entrypoint}};
  Json environment = Json::object();
  if (!spec.working_dir.empty()) {
    if (spec.working_dir.find("://") == std::string::npos || spec.working_dir.starts_with("file://"))
      return invalidArgument("working directory '{}' is a local path, which Ray cannot see: upload it first",
                             spec.working_dir);
    environment["working_dir"] = spec.working_dir;
  }
  if (!spec.variables.empty()) environment["env_vars"] = spec.variables;
  if (!spec.pip.empty()) environment["pip"] = spec.pip;
  if (!environment.empty()) body["runtime_env"] = environment;
  if (!spec.metadata.empty()) body["metadata"] = spec.metadata;
  if (spec.cpus > 0) {
    if (!server.atLeast(2, 2))
      return failedPrecondition("Ray {} cannot reserve CPUs for a driver; 2.2 or newer can", server.ray);
    body["entrypoint_num_cpus"] = spec.cpus;
  }
  if (spec.memory > 0) {
    if (!server.atLeast(2, 8))
      return failedPrecondition("Ray {} cannot reserve memory for a driver; 2.8 or newer can", server.ray);
    body["entrypoint_memory"] = spec.memory;
  }
  return body.dump(-1, ' ', false, Json::error_handler_t::replace);
}

absl::StatusOr<Version> parseVersion(std::string_view text) {
  const Json json = parse(text);
  Version out;
  out.jobs_api = textAt(json, "version");
  out.ray = textAt(json, "ray_version");
  out.session = textAt(json, "session_name");
  const char* const end = out.ray.data() + out.ray.size();
  const auto major = std::from_chars(out.ray.data(), end, out.major);
  if (major.ec != std::errc() || major.ptr == end || *major.ptr != '.') return notRay();
  const auto minor = std::from_chars(major.ptr + 1, end, out.minor);
  if (minor.ec != std::errc()) return notRay();
  return out;
}

absl::StatusOr<Job> parseJob(std::string_view text) {
  const Json json = parse(text);
  if (!isJob(json)) return notRay();
  return jobFrom(json);
}

absl::StatusOr<std::vector<Job>> parseJobs(std::string_view text) {
  const Json json = parse(text);
  if (!json.is_array()) return notRay();
  std::vector<Job> out;
  for (const Json& job : json) {
    if (!isJob(job)) return notRay();
    out.push_back(jobFrom(job));
  }
  return out;
}

absl::StatusOr<std::vector<Node>> parseNodes(std::string_view text) {
  AERIE_ASSIGN_OR_RETURN(const Json data, dataOf(text));
  const Json& summary = at(data, "summary");
  if (!summary.is_array()) return notRay();
  std::vector<Node> out;
  for (const Json& node : summary) {
    if (!at(node, "raylet").is_object()) continue;  // a node that has not reported yet
    out.push_back(nodeFrom(node, at(data, "nodeLogicalResources")));
  }
  return out;
}

absl::StatusOr<TaskPage> parseTasks(std::string_view text) {
  AERIE_ASSIGN_OR_RETURN(const Json data, dataOf(text));
  const Json& result = at(data, "result");
  const Json& list = at(result, "result");
  if (!list.is_array()) return notRay();
  TaskPage out;
  for (const Json& task : list) {
    if (!task.is_object()) return notRay();
    out.tasks.push_back(taskFrom(task));
  }
  out.total = std::max(integerAt(result, "total"), static_cast<std::int64_t>(out.tasks.size()));
  out.warning = textAt(result, "partial_failure_warning");
  return out;
}

absl::StatusOr<bool> parseFlag(std::string_view text, const char* field) {
  const Json json = parse(text);
  if (!at(json, field).is_boolean()) return notRay();
  return at(json, field).get<bool>();
}

absl::StatusOr<std::string> parseLogs(std::string_view text) {
  const Json json = parse(text);
  if (!at(json, "logs").is_string()) return notRay();
  return textAt(json, "logs");
}

}  // namespace aerie::ray
