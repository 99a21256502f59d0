// Layers: experiments of one layer own disjoint ranges of the layer hash, so that a key is in at most one of
// them. Experiments of different layers are independent, because each layer has its own seed. All functions
// are pure.
#pragma once

#include <absl/status/statusor.h>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/assignment/experiment.h"
#include "core/assignment/ranges.h"

namespace aerie::assignment {

// Stopped experiments have left their layer; draft ones hold their share, so that starting never fails for
// space.
bool holdsLayerSpace(const Experiment& experiment);

// The lowest free ranges of the layer that make up `share` (0..1] of it, rounded to buckets.
// ResourceExhausted lists who takes the space and what is left; InvalidArgument for a share outside (0,1].
absl::StatusOr<Ranges> freeLayerRanges(std::string_view layer, double share,
                                       std::span<const Experiment> experiments);

// InvalidArgument for the first two experiments that hold the same buckets of one layer; names both and the
// buckets.
absl::Status checkLayers(std::span<const Experiment> experiments);

}  // namespace aerie::assignment
