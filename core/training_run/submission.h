// From what a caller sends to a checked submission with its files staged.
#pragma once

#include <absl/status/statusor.h>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/taskrun/working_directory.h"
#include "core/training/training_repository.h"
#include "core/training_run/job_directory.h"

namespace aerie::training {

struct SubmitInput {
  std::string job_file;                      // YAML
  std::string job_file_name;                 // for messages
  std::map<std::string, std::string> files;  // that the job file names, by path relative to it
  std::filesystem::path working_directory;   // absolute, on this machine; "" = none, or uploaded
  std::string upload_digest;                 // of a working directory that was uploaded
  std::string request_id;                    // "" = one is made
  std::optional<int> priority;               // instead of the file's
  std::string submitted_by;
};

struct Checked {
  Submission submission;     // without its cluster
  std::string requirements;  // text of the lock file
  std::vector<std::string> warnings;
};

inline constexpr std::size_t kMaxListedBytes = 32U << 20;

// InvalidArgument names the file, the field and the remedy. Touches nothing. A plan needs no working
// directory.
absl::StatusOr<Checked> checkSubmission(const SubmitInput& input, bool for_plan = false);

// Writes the job's files, its working directory included (looked at, packed and unpacked, so that it is what
// a job on another machine would get).
absl::StatusOr<JobDirectories::Staged> stageSubmission(const SubmitInput& input, const Checked& checked,
                                                       JobDirectories& directories,
                                                       const taskrun::DirectoryLimits& limits);

}  // namespace aerie::training
