// Domain types of registry, deployments and audit log as messages.
#pragma once

#include "aerie/v1/control.pb.h"
#include "core/deploy/deployment.h"
#include "core/registry/registry.h"
#include "services/control/audit_log.h"

namespace aerie::control {

v1::ModelVersion toProto(const registry::ModelVersion& version);
v1::Model toProto(const registry::Model& model);
v1::Deployment toProto(const deploy::Deployment& deployment);  // without memory and CPU
deploy::DeploymentSpec fromProto(const v1::DeploymentSpec& spec);
v1::AuditEntry toProto(const AuditEntry& entry);
deploy::ReplicaPhase phaseOf(v1::WorkerStatus::Phase phase);

}  // namespace aerie::control
