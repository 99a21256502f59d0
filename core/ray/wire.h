// What Ray's dashboard says and hears, as values. Pure; takes any bytes.
#pragma once

#include <absl/status/statusor.h>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace aerie::ray {

struct Version {
  std::string jobs_api;  // "4"
  std::string ray;       // "2.55.1"
  std::string session;
  int major = 0;
  int minor = 0;
  bool atLeast(int want_major, int want_minor) const {
    return major > want_major || (major == want_major && minor >= want_minor);
  }
};

enum class JobStatus { kPending, kRunning, kStopped, kSucceeded, kFailed, kUnknown };
std::string_view toText(JobStatus status);
bool isTerminal(JobStatus status);

struct Job {
  std::string submission_id;  // "" for a driver that was not submitted
  std::string job_id;         // Ray's own, hex; "" before its driver has connected
  JobStatus status = JobStatus::kUnknown;
  std::string entrypoint;
  std::string message;
  std::string error_type;
  std::int64_t start_ms = 0;  // Unix; 0 = not yet
  std::int64_t end_ms = 0;
  std::optional<int> exit_code;
  std::map<std::string, std::string> metadata;
};

struct Node {
  std::string id;
  std::string host;
  std::string ip;
  std::string name;   // as the node was told; Ray makes it the address otherwise
  std::string state;  // ALIVE, DEAD
  bool head = false;
  double cpu_percent = 0;  // of all cores of the machine
  double cores = 0;        // of the machine
  double slots = 0;        // logical CPUs that Ray hands out
  double slots_used = 0;
  double load1 = 0;
  std::uint64_t memory_total = 0;
  std::uint64_t memory_used = 0;
  std::uint64_t memory_slots = 0;  // bytes that Ray hands out
};

struct Task {
  std::string id;
  int attempt = 0;
  std::string name;
  std::string state;  // an open set: RUNNING, FINISHED, FAILED, PENDING_NODE_ASSIGNMENT, ...
  std::string node_id;
  int worker_pid = 0;
  double cpus = 0;
  std::int64_t created_ms = 0;
  std::int64_t start_ms = 0;
  std::int64_t end_ms = 0;
  std::string error_type;
  std::string error_message;
};

struct TaskPage {
  std::vector<Task> tasks;
  std::int64_t total = 0;  // known to Ray; more than tasks.size() = cut off
  std::string warning;
};

// The command is an argument vector; it reaches Ray's shell quoted.
struct JobSpec {
  std::string submission_id;  // ours: submitting it twice starts it once
  std::vector<std::string> command;
  std::string working_dir;  // what RayClient::upload returned, or an https:// URI; "" = none
  std::map<std::string, std::string> variables;
  std::vector<std::string> pip;  // requirements that Ray installs for the job; empty = none
  std::map<std::string, std::string> metadata;
  double cpus = 0;  // of the driver; 0 = Ray's own choice (on the head)
  std::uint64_t memory = 0;
};

// One word of a POSIX shell. InvalidArgument for a NUL byte.
absl::StatusOr<std::string> shellQuoted(const std::vector<std::string>& command);

// InvalidArgument: no command, an id that is no name, a local path as working directory.
absl::StatusOr<std::string> submitBody(const JobSpec& spec, const Version& server);

// FailedPrecondition: it is not what Ray answers.
absl::StatusOr<Version> parseVersion(std::string_view json);
absl::StatusOr<Job> parseJob(std::string_view json);
absl::StatusOr<std::vector<Job>> parseJobs(std::string_view json);
absl::StatusOr<std::vector<Node>> parseNodes(std::string_view json);
absl::StatusOr<TaskPage> parseTasks(std::string_view json);
absl::StatusOr<bool> parseFlag(std::string_view json, const char* field);  // {"stopped": true}
absl::StatusOr<std::string> parseLogs(std::string_view json);              // {"logs": "..."}

}  // namespace aerie::ray
