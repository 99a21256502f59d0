// For the room's own sources: the order in which the steps of a config run.
#pragma once

#include <absl/status/statusor.h>
#include <span>
#include <vector>

#include "core/preprocess/pipeline.h"

namespace aerie::preprocess {

// Indexes of steps, each after those whose outputs it takes; among free ones config order. InvalidArgument
// names the step: an output that another step or an input column has already, an input that nothing gives
// (with the nearest name), a cycle.
absl::StatusOr<std::vector<std::size_t>> executionOrder(const v1::PreprocessorConfig& config,
                                                        std::span<const InputColumn> inputs);

}  // namespace aerie::preprocess
