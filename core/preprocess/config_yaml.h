// The feature preprocessor config as YAML:
//
//   steps:
//     - {op: log1p, in: [distance], out: [log_distance]}
//     - {op: vocabulary, in: [origin], out: [origin_id], values: [ATL, SFO], unknown: 0}
//     - {op: standardize, in: [log_distance], out: [x0], mean: 6.3, stddev: 0.7}
//   outputs: [x0, hour, origin_id]
//
// A step's further fields are the parameters of its operator (operators.h). Learned ones may be left out
// until fit().
#pragma once

#include <absl/status/statusor.h>
#include <string>
#include <string_view>

#include "aerie/v1/bundle.pb.h"

namespace aerie::preprocess {

// Strict: InvalidArgument for an unknown field or operator (with the nearest name) or a value of the wrong
// kind; the message names `source`, the field and its line. What needs the input columns is checked by
// Pipeline::compile.
absl::StatusOr<v1::PreprocessorConfig> parsePreprocessorConfig(std::string_view yaml, std::string source);

// YAML that parses to the same config.
std::string toYaml(const v1::PreprocessorConfig& config);

}  // namespace aerie::preprocess
