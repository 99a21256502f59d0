// From a job to its tasks.
#pragma once

#include <absl/status/statusor.h>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "core/training/job_spec.h"

namespace aerie::training {

struct TaskSpec {
  // Stable: the same values have the same id in every run, whatever else the lists hold and in whatever
  // order. Safe as a file name; readable where the values allow it: "ATL.7". "all" for a job without lists.
  std::string id;
  std::vector<std::string> values;  // one for each dimension
};

// What an attempt at one task is started with.
struct TaskCommand {
  std::vector<std::string> arguments;
  std::vector<std::string> outputs;  // relative to the output directory
};

// All tasks, as listed. InvalidArgument for more than kMaxTasks, for two tasks with one id, and for an output
// whose value would leave the output directory; the message names the value.
absl::StatusOr<std::vector<TaskSpec>> expandTasks(const JobSpec& spec);

std::string taskId(const std::vector<Dimension>& each, const std::vector<std::string>& values);

// `spec` and `task` come from parseJobFile() and expandTasks(). `job` is the job's id.
TaskCommand commandOf(const JobSpec& spec, const TaskSpec& task, const std::string& job,
                      const std::string& output_dir);

}  // namespace aerie::training
