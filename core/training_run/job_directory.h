// The jobs' files on disk: staged beside the others, then renamed into place, so that a job that is known has
// all its files.
#pragma once

#include <absl/status/statusor.h>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "core/taskrun/working_directory.h"
#include "core/training/job_engine.h"

namespace aerie::training {

// Appends a line with its time to a job's log; makes the file. Thread-safe. A log that cannot be written is
// not an error of the job.
void appendJobLog(const JobFiles& files, std::int64_t now_ms, std::string_view text);

// Thread-safe but for names that two callers use at once.
class JobDirectories final {
 public:
  explicit JobDirectories(std::filesystem::path root) : root_(std::move(root)) {}
  absl::Status open();  // makes the folders, removes what was left half-staged

  JobFiles files(JobId job) const { return {root_ / std::to_string(job)}; }

  // ---- a job that is being submitted
  struct Staged {
    std::filesystem::path folder;
  };
  absl::StatusOr<Staged> stage(std::string_view job_file, const std::map<std::string, std::string>& listed);
  // `archive` as packDirectory() made it. ResourceExhausted over the limits.
  static absl::Status addWorkingDirectory(const Staged& staged, const std::filesystem::path& archive,
                                          std::string_view digest, const taskrun::DirectoryLimits& limits);
  // The job's directory has its name on the disk when this answers.
  absl::Status install(const Staged& staged, JobId job) const;
  void drop(const Staged& staged) const;

  // ---- attempts
  // A fresh directory for the attempt's files.
  static absl::StatusOr<std::filesystem::path> prepareAttempt(const JobFiles& files, const std::string& task,
                                                              int attempt);
  // Moves an attempt's files to the task's. FailedPrecondition names the declared output that is missing or
  // empty; nothing is moved then. With `needed` false an attempt without a directory is fine.
  static absl::Status acceptAttempt(const JobFiles& files, const std::string& task, int attempt,
                                    const std::vector<std::string>& outputs, bool needed);
  static void dropAttempt(const JobFiles& files, const std::string& task, int attempt);
  // True when every declared output of the attempt is there, or was accepted before.
  static bool looksComplete(const JobFiles& files, const std::string& task, int attempt,
                            const std::vector<std::string>& outputs);

  // Removes jobs that `known` does not know. Answers how many.
  int removeForgotten(const std::function<bool(JobId)>& known) const;

  // ---- working directories that were sent beforehand
  std::filesystem::path upload(const std::string& digest) const;
  absl::StatusOr<std::filesystem::path> newUpload() const;  // a file to write to
  // Refused when it is not the directory of that digest, or over the limits; blocks while it is read.
  absl::Status keepUpload(const std::filesystem::path& written, const std::string& digest,
                          const taskrun::DirectoryLimits& limits) const;
  void removeOldUploads(std::int64_t max_age_ms) const;

 private:
  std::filesystem::path incoming() const { return root_ / ".incoming"; }
  std::filesystem::path uploads() const { return root_ / ".uploads"; }
  const std::filesystem::path root_;
};

}  // namespace aerie::training
