// Protobuf to the desktop's values and back; the watch stream: world_reader.h. Pure; any thread.
#pragma once

#include "aerie/v1/control.pb.h"
#include "aerie/v1/monitoring.pb.h"
#include "app/rpc/monitoring_types.h"
#include "app/rpc/types.h"

namespace aerie::rpc {

ModelVersion fromProto(const v1::ModelVersion& m);
Model fromProto(const v1::Model& m);
Deployment fromProto(const v1::Deployment& d);
Routing fromProto(const v1::RoutingRevision& r);
Experiment fromProto(const v1::Experiment& e);
SystemStatus fromProto(const v1::SystemStatus& s);
MetricsAnswer fromProto(const v1::QueryMetricsResponse& r);
Alert fromProto(const v1::Alert& a);
Marker fromProto(const v1::Marker& m);
ScoreHistogram fromProto(const v1::ScoreHistogramResponse& r);
Host fromProto(const v1::Host& h);
AuditEntry fromProto(const v1::AuditEntry& e);
ExperimentResults fromProto(const v1::ExperimentResultsResponse& r);

v1::DeploymentSpec toProto(const DeploymentSpec& spec);
v1::RoutingConfig toProto(const Routing& routing);
v1::SetWeightsRequest toProto(const WeightsChange& change);
v1::CreateExperimentRequest toProto(const ExperimentDraft& draft);
v1::QueryMetricsRequest toProto(const MetricsQuery& query);

inline QString toQString(const std::string& s) { return QString::fromStdString(s); }

}  // namespace aerie::rpc
