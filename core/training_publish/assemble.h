// From the outputs of a training job to what the registry takes: one bundle with a part per zone, or a bundle
// per task. Files in, files out.
//
// Output directory of a task, for one version (core/zones/part_file.h has the fields):
//   part.json            key values, rows, metrics, digests; or why the part was left out
//   model.ubj            the part's model (none when it was left out)
//   self_test.pb         v1::SelfTest: some rows of this part with the values that the task itself predicted
//   shared/features.pb, shared/preprocessor.pb, shared/statistics.pb    the same in every task of a job
// For a version per task: exactly one *.aerie, a complete bundle.
//
// Threads: free functions without shared state; they block, for seconds with thousands of parts.
// Errors: InvalidArgument or FailedPrecondition name the task, the file and the remedy; nothing is left
// behind.
#pragma once

#include <absl/status/statusor.h>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "core/base/crypto.h"

namespace aerie::training_publish {

// A task that succeeded.
struct TaskOutput {
  std::string task;                           // id
  std::map<std::string, std::string> values;  // dimension -> value, for messages
  std::filesystem::path directory;
};

// What goes into the manifest.
struct Publication {
  std::string model;
  std::string job;  // id of the training job
  std::string application;
  std::string code;                  // revision of the training code; may be empty
  std::int64_t created_unix_ms = 0;  // part of the bundle's bytes: give the same when publishing again
  // Called now and then with tasks done of all; false stops (Cancelled). May be empty.
  std::function<bool(std::size_t done, std::size_t all)> progress;
};

struct LeftOut {
  std::string task;
  std::string reason;  // the task's own words
};

struct ZonedBundle {
  std::filesystem::path bundle;
  std::string digest;
  std::uint64_t size_bytes = 0;
  std::size_t parts = 0;                  // with a model, wildcards included
  std::vector<LeftOut> left_out;          // served by a wildcard part
  bool has_fallback = false;              // a part for every zone that has none of its own
  std::map<std::string, double> metrics;  // as in the lineage
};
// Writes `bundle` (atomically), signed with `key`. Refused: parts of different preprocessors or feature
// configs, two parts of one zone, a zone that the preprocessor does not know, no part at all, a part that
// predicts its own self-test rows differently in the bundle.
absl::StatusOr<ZonedBundle> assembleOneVersion(std::span<const TaskOutput> tasks,
                                               const Publication& publication, const SigningKey& key,
                                               const std::filesystem::path& bundle);

struct TaskBundle {
  std::string task;
  std::filesystem::path bundle;
  std::string version;  // empty: the registry numbers it
  std::string digest;
  std::uint64_t size_bytes = 0;
};
// Checks each task's bundle and writes it, with this job in its lineage and signed with `key`, as
// <directory>/<task>.aerie. In the order of `tasks`. Refused: none or several bundles in an output, one of
// another model, two with the same version.
absl::StatusOr<std::vector<TaskBundle>> collectTaskBundles(std::span<const TaskOutput> tasks,
                                                           const Publication& publication,
                                                           const SigningKey& key,
                                                           const std::filesystem::path& directory);

}  // namespace aerie::training_publish
