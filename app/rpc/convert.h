// Protobuf to the desktop's values and back. Pure; any thread.
#pragma once

#include "aerie/v1/control.pb.h"
#include "app/rpc/types.h"

namespace aerie::rpc {

ModelVersion fromProto(const v1::ModelVersion& m);
Model fromProto(const v1::Model& m);
Deployment fromProto(const v1::Deployment& d);
Routing fromProto(const v1::RoutingRevision& r);
Experiment fromProto(const v1::Experiment& e);
SystemStatus fromProto(const v1::SystemStatus& s);
WorldUpdate fromProto(const v1::WorldUpdate& u);

v1::DeploymentSpec toProto(const DeploymentSpec& spec);
v1::RoutingConfig toProto(const Routing& routing);
v1::SetWeightsRequest toProto(const WeightsChange& change);

inline QString toQString(const std::string& s) { return QString::fromStdString(s); }

}  // namespace aerie::rpc
