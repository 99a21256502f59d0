// Inside the room: every part's own rows, predicted again by the assembled model.
#pragma once

#include <absl/status/statusor.h>

#include "core/inference/zoned_model.h"
#include "core/training_publish/parts.h"

namespace aerie::training_publish {

// Checks that each part gives the values that its task saw, and answers the bundle's self-test: rows of parts
// from everywhere in the list, those of them that serving sends to that very part.
absl::StatusOr<v1::SelfTest> checkSelfTests(const Parts& parts, const inference::ZonedModel& model);

}  // namespace aerie::training_publish
