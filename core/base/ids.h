// Random ids and names that are safe in paths, URLs and metric labels.
#pragma once

#include <absl/status/status.h>
#include <string>
#include <string_view>

namespace aerie {

// 128 random bits in hex, for request and operation ids. Thread-safe.
std::string randomId();

// Names of models, use cases, endpoints, experiments, stages: 1..128 of [A-Za-z0-9_.-], first a letter or
// digit. `what` names the thing in the error, e.g. "worker endpoint".
absl::Status validateName(std::string_view what, std::string_view name);

}  // namespace aerie
