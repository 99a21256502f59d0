// Inside the room: the outputs of a job's tasks, read and found to belong together.
#pragma once

#include <absl/status/statusor.h>
#include <span>
#include <string>
#include <vector>

#include "aerie/v1/bundle.pb.h"
#include "core/training_publish/assemble.h"
#include "core/zones/part_file.h"

namespace aerie::training_publish {

struct Part {
  const TaskOutput* task = nullptr;
  zones::PartDescription description;
  std::uint64_t model_size = 0;
  v1::SelfTest self_test;
};

struct Parts {
  std::vector<Part> parts;  // those with a model
  std::vector<LeftOut> left_out;
  // Of all parts.
  zones::PartDescription common;
  v1::FeatureLocationConfig features;
  v1::PreprocessorConfig preprocessor;
  v1::ReferenceStatistics statistics;
};

// Errors begin with the task and the file.
absl::StatusOr<Parts> readParts(std::span<const TaskOutput> tasks, const Publication& publication);

// The parts' columns, keys and codes; sizes and offsets are left to the file's writer. A zone's codes are
// what the preprocessor makes of its key values: training, assembly and serving have one numbering.
absl::StatusOr<zones::ZoneIndex> indexOf(const Parts& parts);

// "job 17 of arrival_delay_zones"; what the caller gave when there is no application.
std::string jobText(const Publication& publication);
// "task ATL.3 (month=3, zone=ATL)".
std::string taskText(const TaskOutput& task);

}  // namespace aerie::training_publish
