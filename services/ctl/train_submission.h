// From a job file on this machine to a request: checked, with the files that it names.
#pragma once

#include <absl/status/statusor.h>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aerie/v1/training.pb.h"
#include "core/taskrun/working_directory.h"
#include "core/training/job_spec.h"

namespace aerie::ctl {

struct Submission {
  v1::SubmitTrainingRequest request;  // without request id, priority and an uploaded directory's digest
  training::JobSpec spec;
  std::optional<taskrun::DirectorySurvey> working_dir;  // what would travel
  bool upload = false;  // the daemon runs elsewhere: it must be uploaded first
};

// `file`: a path, or "-" for standard input (paths in it are then relative to the current directory).
// `settings`: "limits.retries=3", see withSettings(). `daemon`: the address of the training daemon.
// InvalidArgument names the file, the field, its line and the remedy.
absl::StatusOr<Submission> prepareSubmission(const std::string& file,
                                             const std::vector<std::string>& settings,
                                             const std::string& daemon);

// The YAML with fields replaced: "a.b=VALUE", where VALUE is YAML (3, text, [1, 2], {x: 1}); an empty one
// removes the field.
absl::StatusOr<std::string> withSettings(std::string_view yaml, const std::vector<std::string>& settings);

}  // namespace aerie::ctl
