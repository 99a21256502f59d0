// Job files: YAML, strict. Every refusal names the file, the field with its line, and the remedy; what is
// returned is valid and complete, with the values of the files that it names.
//
//   application: arrival_delay_zones
//   cluster: {engine: local, hosts: 1, cpus_per_host: 2, memory_per_host: 8GiB, idle_timeout: 60s}
//   environment: {variables: {OMP_NUM_THREADS: "1"}, python: {requirements: requirements.txt}, working_dir:
//   .,
//                 exclude: ["*.parquet"]}
//   tasks:
//     each: {zone: zones.csv, month: 1..12, kind: [departure, arrival]}
//     command: [aerie-train-xgboost, --zone, "{zone}", --out, "{output_dir}"]
//     outputs: ["model-{zone}.ubj"]
//   resources: {cpus: 1, memory: 512MiB}
//   limits: {max_in_flight: 100, timeout: 10m, retries: 2, backoff: 1s, backoff_limit: 1m, memory_growth: 2,
//            memory_limit: 4GiB}
//   order: longest_first
//   priority: 0
//   publish: {model: arrival_delay_zones, stage: candidate, when: all_succeeded, as: one_version}
//
// Placeholders beside the dimensions: {output_dir}, {task}, {job}, {application}.
#pragma once

#include <absl/status/statusor.h>
#include <functional>
#include <string>
#include <string_view>

#include "core/training/job_spec.h"

namespace aerie::training {

// The text of a file that the job file names by a path relative to itself. The path has been checked: it is
// relative and does not leave the directory.
using ReadFile = std::function<absl::StatusOr<std::string>(const std::string& path)>;

// Reads files below `directory`; refuses symbolic links that lead out of it.
ReadFile readFilesOf(std::string directory);

// InvalidArgument as said above; the reader's errors with the field before them.
absl::StatusOr<JobSpec> parseJobFile(std::string_view yaml, const std::string& source, const ReadFile& read);

// Names that a command may use beside its dimensions.
inline constexpr std::string_view kBuiltInPlaceholders[] = {"output_dir", "task", "job", "application"};

// A relative path that stays below its root: no "..", no leading '/', no control characters. "." is allowed.
absl::Status checkRelativePath(std::string_view path);

}  // namespace aerie::training
