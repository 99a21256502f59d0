// The stored form of a job. Fields are only added.
#pragma once

#include <absl/status/statusor.h>
#include <string>
#include <string_view>

#include "core/training/job_spec.h"

namespace aerie::training {

std::string toJson(const JobSpec& spec);
// DataLoss names what is damaged.
absl::StatusOr<JobSpec> jobSpecFromJson(std::string_view text);

}  // namespace aerie::training
