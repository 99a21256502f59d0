// aerie/v1/config.proto <-> domain types. Messages from elsewhere are checked here as strictly as YAML is: an
// error names the message's subject, the field and the remedy, and nothing half-converted is returned. Pure;
// thread-safe.
#pragma once

#include <absl/status/statusor.h>

#include "aerie/v1/config.pb.h"
#include "aerie/v1/control.pb.h"
#include "core/assignment/experiment.h"
#include "core/experiments/experiment_rules.h"
#include "core/routing/config.h"
#include "core/routing/route_table.h"

namespace aerie::services {

v1::RoutingConfig toProto(const routing::RoutingConfig& config);
v1::WorkerConfig toProto(const routing::WorkerConfig& config);
v1::Experiment toProto(const assignment::Experiment& experiment);
v1::SetWeightsResponse toProto(const experiments::WeightResult& result);

// Zero in WorkerConfig's batch_size, timeout_ms and max_in_flight means the default. RoutingConfig and
// WorkerConfig are validated by themselves; what needs the whole (known endpoints, the engine's arms) is
// RouteTable::compile's work.
absl::StatusOr<routing::RoutingConfig> fromProto(const v1::RoutingConfig& config);
absl::StatusOr<routing::WorkerConfig> fromProto(const v1::WorkerConfig& config);
// An experiment of another hash version is read, not refused: the caller may only want to show it.
absl::StatusOr<assignment::Experiment> fromProto(const v1::Experiment& experiment);
absl::StatusOr<routing::RoutingInput> fromProto(const v1::ProxyConfigSnapshot& snapshot);
absl::StatusOr<experiments::ExperimentSpec> fromProto(const v1::CreateExperimentRequest& request);
absl::StatusOr<experiments::WeightChange> fromProto(const v1::SetWeightsRequest& request);

// Without revision, which is the sender's.
v1::ProxyConfigSnapshot toProto(const routing::RoutingInput& input);

}  // namespace aerie::services
