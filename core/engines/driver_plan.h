// What aerie_driver.py is told: a job as its plan and package. Pure but for reading the working directory.
#pragma once

#include <absl/status/statusor.h>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/ray/package.h"
#include "core/training/job_engine.h"

namespace aerie::engines {

inline constexpr const char* kDriverFile = "aerie_driver.py";
inline constexpr const char* kPlanFile = "aerie_plan.json";
inline constexpr const char* kCancelFile = "aerie_cancel.json";

struct PlanOptions {
  std::string submission;  // submissionId()
  // Folders with programs that tasks call by name, on hosts that have them; searched after PATH.
  std::vector<std::filesystem::path> programs;
  std::string shared;  // the job's folder as the hosts see it, when they may see it; "" = never
};

// The same job with the same open tasks and attempts has the same id, in any run of the daemon; another
// daemon's job has another one.
std::string submissionId(const training::JobRun& run);

// A file in the job's folder that says: this host sees the same folder.
std::string probeName(const std::string& submission);
// Makes the folders that hosts write to, and the probe.
absl::Status prepareShared(const training::JobFiles& files, const std::string& submission);
std::filesystem::path incomingFolder(const training::JobFiles& files);

std::string planJson(const training::JobRun& run, const PlanOptions& options);
std::string cancelJson(const std::string& submission, const std::vector<std::string>& tasks);

// The working directory with the driver and `plan`. ResourceExhausted names what is too large.
absl::StatusOr<ray::Package> packageOf(const training::JobRun& run, const std::string& plan);
// Before a job is accepted: its lock file and its package, which is made only where it may be over `limit`.
// nullopt: it is small enough.
absl::StatusOr<std::optional<ray::Package>> checkRun(const training::JobRun& run, std::uint64_t limit);
// The lines of a lock file as Ray hands them to pip on its hosts: without comments, continued lines joined.
// Options go along. InvalidArgument names a line that cannot mean the same there: files beside the lock file,
// and options that pip does not take in such a file.
absl::StatusOr<std::vector<std::string>> requirementLines(const std::string& requirements);

}  // namespace aerie::engines
