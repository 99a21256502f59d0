// The feature location config: where each feature of a model comes from. YAML for people,
// v1::FeatureLocationConfig in bundles.
//
//   features:
//     - {name: hour, type: int64, from: shared}
//     - {name: distance, type: double, from: item, default: 500}
//     - {name: user_age, type: int64, from: query}
//     - {name: embedding, type: float_vector, dimension: 8, from: store, table: users, key: [user_id]}
#pragma once

#include <absl/status/statusor.h>
#include <string>
#include <string_view>

#include "aerie/v1/bundle.pb.h"
#include "core/frame/data_frame.h"

namespace aerie::features {

// Parses and validates. `source` names the file in messages.
absl::StatusOr<v1::FeatureLocationConfig> parseFeatureLocationConfig(std::string_view yaml,
                                                                     const std::string& source);

// For configs that did not come through YAML (bundles): names, types, dimensions, defaults of the right type,
// tables and keys of stored features only, and keys that are features from shared, item or query (a stored
// feature can't be a key: every table is read in one round). InvalidArgument names the feature, the problem
// and the remedy.
absl::Status validate(const v1::FeatureLocationConfig& config);

// The YAML form; parsing it gives the same config.
std::string toYaml(const v1::FeatureLocationConfig& config);

frame::DataType toDataType(v1::FeatureType type);  // of a validated config
v1::FeatureType toFeatureType(frame::DataType type);

}  // namespace aerie::features
