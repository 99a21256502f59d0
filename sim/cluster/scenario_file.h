// Scenario files: YAML, strict. The fields are listed in resources/guide/cluster-simulator.md.
#pragma once

#include <absl/status/statusor.h>
#include <string>
#include <string_view>

#include "sim/cluster/scenario.h"

namespace aerie::sim::cluster {

// InvalidArgument names the source, the field with its line, and the remedy. What it returns is valid.
absl::StatusOr<ClusterScenario> parseClusterScenario(std::string_view yaml, const std::string& source);

// "56s", "1.5h", "250ms"; units us, ms, s, m, h, d. InvalidArgument says what is expected.
absl::StatusOr<SimTime> parseTime(std::string_view text);
// "512MiB", "4GB"; units B, KB, MB, GB, TB, KiB, MiB, GiB, TiB.
absl::StatusOr<double> parseSize(std::string_view text);
// One of "as_listed", ...; InvalidArgument lists them.
absl::StatusOr<Order> parseOrder(std::string_view text);

}  // namespace aerie::sim::cluster
