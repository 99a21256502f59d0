// Which of the 10,000 buckets a change of weights or coverage moves: computed with the engine's own function,
// so that the map on the screen is what happens on applying. Pure; any thread.
#pragma once

#include <vector>

#include "app/rpc/types.h"

namespace aerie::presenters {

struct BucketPreview {
  // Arm of each bucket as its index in the experiment, -1 = none. Both empty when the change is not possible.
  std::vector<qint16> before;
  std::vector<qint16> after;
  quint32 moved = 0;   // from one arm to another
  quint32 left = 0;    // from an arm to none
  quint32 joined = 0;  // from none to an arm
  // Keys already in that get something else; what the engine reports as moved.
  quint32 affected() const { return moved + left; }
};

// Weights and coverage in basis points, weights.size() == number of arms.
BucketPreview previewOf(const rpc::Experiment& experiment, const std::vector<int>& weights, int coverage);

// The experiment as it would be: weights, coverage and ranges after the change; as it is when that is not
// possible.
rpc::Experiment changed(const rpc::Experiment& experiment, const std::vector<int>& weights, int coverage);

}  // namespace aerie::presenters
