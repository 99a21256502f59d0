// The stored form of an experiment: one JSON object. Fields are only ever added; unknown ones are ignored, so
// that an older program reads what a newer one wrote.
#pragma once

#include <absl/status/statusor.h>
#include <string>
#include <string_view>

#include "core/assignment/experiment.h"

namespace aerie::experiments {

std::string toJson(const assignment::Experiment& experiment);
// DataLoss when the text is not what toJson wrote.
absl::StatusOr<assignment::Experiment> experimentFromJson(std::string_view json);

}  // namespace aerie::experiments
