// Reference histograms of the training data, frozen into the bundle, against which drift is measured later.
#pragma once

#include "aerie/v1/bundle.pb.h"
#include "core/frame/data_frame.h"

namespace aerie::train {

// Numeric columns: up to 10 quantile bins (equal boundaries merged), tails open. String columns: the 50 most
// frequent values, the rest counted as unseen. Float vectors are left out.
v1::ReferenceStatistics referenceStatistics(const frame::DataFrame& frame);

}  // namespace aerie::train
