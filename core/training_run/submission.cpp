#include "core/training_run/submission.h"

#include "core/base/ids.h"
#include "core/base/status.h"
#include "core/training/job_file.h"

namespace aerie::training {
namespace fs = std::filesystem;

namespace {

ReadFile readSent(const SubmitInput& input) {
  return [&input](const std::string& path) -> absl::StatusOr<std::string> {
    const auto found = input.files.find(fs::path(path).lexically_normal().string());
    if (found != input.files.end()) return found->second;
    return notFound("'{}' was not sent with the job file", path);
  };
}

absl::Status checkSent(const SubmitInput& input) {
  std::size_t bytes = input.job_file.size();
  for (const auto& [path, content] : input.files) {
    AERIE_RETURN_IF_ERROR(checkRelativePath(path));
    bytes += content.size();
  }
  if (bytes > kMaxListedBytes)
    return invalidArgument(
        "{}: the job file and the files that it names have {} bytes; at most {} MiB can be "
        "sent: put larger data into the working directory, or where tasks can reach it",
        input.job_file_name, bytes, kMaxListedBytes >> 20);
  if (!input.working_directory.empty() && !input.upload_digest.empty())
    return invalidArgument(
        "a job has one working directory: give its path on the daemon's machine, or the "
        "digest of an uploaded one");
  if (!input.working_directory.empty() && !input.working_directory.is_absolute())
    return invalidArgument("the working directory '{}' must be an absolute path on the daemon's machine",
                           input.working_directory.string());
  const bool hex = input.upload_digest.find_first_not_of("0123456789abcdef") == std::string::npos;
  if (!input.upload_digest.empty() && (!hex || input.upload_digest.size() != 64))
    return invalidArgument("the digest of an uploaded working directory has 64 hex digits");
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<Checked> checkSubmission(const SubmitInput& input, bool for_plan) {
  AERIE_RETURN_IF_ERROR(checkSent(input));
  Checked checked;
  Submission& submission = checked.submission;
  const std::string name = input.job_file_name.empty() ? "job file" : input.job_file_name;
  AERIE_ASSIGN_OR_RETURN(submission.spec, parseJobFile(input.job_file, name, readSent(input)));
  JobSpec& spec = submission.spec;
  if (input.priority) {
    if (*input.priority < kLowestPriority || *input.priority > kHighestPriority)
      return invalidArgument("priority {} must be from {} to {}", *input.priority, kLowestPriority,
                             kHighestPriority);
    spec.priority = *input.priority;
  }
  AERIE_ASSIGN_OR_RETURN(submission.tasks, expandTasks(spec));
  if (!spec.environment.requirements.empty()) {
    AERIE_ASSIGN_OR_RETURN(checked.requirements, readSent(input)(spec.environment.requirements));
  }
  const bool directory_sent = !input.working_directory.empty() || !input.upload_digest.empty();
  if (!for_plan && !spec.environment.working_dir.empty() && !directory_sent)
    return invalidArgument(
        "{}: environment.working_dir is '{}', but no working directory was sent with the "
        "job",
        name, spec.environment.working_dir);
  if (spec.cluster.engine == Engine::kSimulated) {
    if (spec.publish) checked.warnings.emplace_back("virtual hosts train nothing: nothing is published");
    spec.publish.reset();
    spec.tasks.outputs.clear();
  }
  submission.request_id = input.request_id.empty() ? randomId() : input.request_id;
  submission.job_file = input.job_file;
  submission.submitted_by = input.submitted_by;
  return checked;
}

absl::StatusOr<JobDirectories::Staged> stageSubmission(const SubmitInput& input, const Checked& checked,
                                                       JobDirectories& directories,
                                                       const taskrun::DirectoryLimits& limits) {
  const EnvironmentSpec& environment = checked.submission.spec.environment;
  AERIE_ASSIGN_OR_RETURN(const JobDirectories::Staged staged, directories.stage(input.job_file, input.files));
  const auto bring = [&]() -> absl::Status {
    if (!input.upload_digest.empty()) {
      const fs::path archive = directories.upload(input.upload_digest);
      if (!fs::exists(archive))
        return failedPrecondition("the working directory {} is not here (any more): upload it again",
                                  input.upload_digest.substr(0, 12));
      return JobDirectories::addWorkingDirectory(staged, archive, input.upload_digest, limits);
    }
    if (input.working_directory.empty()) return absl::OkStatus();
    AERIE_ASSIGN_OR_RETURN(const taskrun::DirectorySurvey survey,
                           taskrun::surveyDirectory(input.working_directory, limits, environment.exclude));
    const fs::path archive = staged.folder / "work.tar.zst";
    AERIE_ASSIGN_OR_RETURN(const taskrun::PackedDirectory packed, taskrun::packDirectory(survey, archive));
    const absl::Status unpacked = JobDirectories::addWorkingDirectory(staged, archive, packed.digest, limits);
    std::error_code ignored;
    fs::remove(archive, ignored);
    return unpacked;
  };
  const absl::Status status = bring();
  if (!status.ok()) {
    directories.drop(staged);
    return status;
  }
  return staged;
}

}  // namespace aerie::training
