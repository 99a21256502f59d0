#include "services/control/to_proto.h"

namespace aerie::control {

v1::ModelVersion toProto(const registry::ModelVersion& version) {
  v1::ModelVersion out;
  out.set_model(version.model);
  out.set_version(version.version);
  out.set_digest(version.digest);
  out.set_size_bytes(version.size_bytes);
  for (const std::string& stage : version.stages) out.add_stages(stage);
  out.set_archived(version.archived);
  out.set_signer(version.signer);
  *out.mutable_manifest() = version.manifest;
  if (version.features.ByteSizeLong() > 0) *out.mutable_features() = version.features;
  if (version.preprocessor.ByteSizeLong() > 0) *out.mutable_preprocessor() = version.preprocessor;
  out.set_registered_unix_ms(unixMillis(version.registered_at));
  out.set_registered_by(version.registered_by);
  out.set_self_test_rows(version.self_test_rows);
  return out;
}

v1::Model toProto(const registry::Model& model) {
  v1::Model out;
  out.set_name(model.name);
  for (const registry::ModelVersion& version : model.versions) *out.add_versions() = toProto(version);
  for (const auto& [stage, version] : model.stages) (*out.mutable_stages())[stage] = version;
  return out;
}

v1::Deployment toProto(const deploy::Deployment& d) {
  v1::Deployment out;
  v1::DeploymentSpec& spec = *out.mutable_spec();
  spec.set_endpoint(d.spec.endpoint);
  spec.set_model(d.spec.model);
  spec.set_version(d.spec.version);
  spec.set_stage(d.spec.stage);
  spec.set_replicas(d.spec.replicas);
  spec.set_target(d.spec.target);
  spec.mutable_resources()->set_cpus(d.spec.resources.cpus);
  spec.mutable_resources()->set_memory_bytes(d.spec.resources.memory_bytes);
  spec.set_batch_size(d.spec.batch_size);
  spec.set_timeout_ms(d.spec.timeout_ms);
  spec.set_runtime(d.spec.runtime);
  spec.set_hedge_after_ms(d.spec.hedge_after_ms);
  spec.set_max_in_flight(d.spec.max_in_flight);
  out.set_generation(d.generation);
  out.set_observed_generation(d.state.observed_generation);
  out.set_serving_version(d.state.serving.version);
  out.set_target_version(d.state.target.version);
  for (const deploy::Replica& r : d.state.replicas) {
    v1::ReplicaState& replica = *out.add_replicas();
    replica.set_id(r.id);
    replica.set_version(r.pattern.version);
    replica.set_url(r.url);
    replica.set_phase(std::string(deploy::phaseName(r.phase)));
    replica.set_message(r.message);
    replica.set_pid(r.pid);
    replica.set_started_unix_ms(r.started_ms);
    replica.set_restarts(r.restarts);
    replica.set_serving(r.serving);
    replica.set_log_path(r.log_path);
  }
  for (const deploy::Condition& c : d.state.conditions) {
    v1::Condition& condition = *out.add_conditions();
    condition.set_type(c.type);
    condition.set_status(c.status);
    condition.set_reason(c.reason);
    condition.set_message(c.message);
    condition.set_since_unix_ms(c.since_ms);
  }
  for (const deploy::RolloutStep& s : d.state.rollout) {
    v1::RolloutStep& step = *out.add_rollout();
    step.set_name(s.name);
    step.set_state(s.state);
    step.set_started_unix_ms(s.started_ms);
    step.set_ended_unix_ms(s.ended_ms);
    step.set_message(s.message);
  }
  for (const std::string& version : d.state.version_history) out.add_version_history(version);
  out.set_created_unix_ms(d.created_ms);
  out.set_version_skew_seconds(d.state.version_skew_seconds);
  out.set_deleting(d.deleting);
  return out;
}

deploy::DeploymentSpec fromProto(const v1::DeploymentSpec& spec) {
  deploy::DeploymentSpec out;
  out.endpoint = spec.endpoint();
  out.model = spec.model();
  out.version = spec.version();
  out.stage = spec.stage();
  out.replicas = spec.replicas();
  out.target = spec.target();
  out.resources = {spec.resources().cpus(), spec.resources().memory_bytes()};
  out.batch_size = spec.batch_size();
  out.timeout_ms = spec.timeout_ms();
  out.runtime = spec.runtime();
  out.hedge_after_ms = spec.hedge_after_ms();
  out.max_in_flight = spec.max_in_flight();
  return deploy::withDefaults(out);
}

v1::AuditEntry toProto(const AuditEntry& entry) {
  v1::AuditEntry out;
  out.set_sequence(entry.sequence);
  out.set_time_unix_ms(entry.time_ms);
  out.set_actor(entry.actor);
  out.set_action(entry.action);
  out.set_subject(entry.subject);
  out.set_detail(entry.detail);
  out.set_previous_hash(entry.previous_hash);
  out.set_hash(entry.hash);
  return out;
}

deploy::ReplicaPhase phaseOf(v1::WorkerStatus::Phase phase) {
  using deploy::ReplicaPhase;
  switch (phase) {
    case v1::WorkerStatus::LOADING: return ReplicaPhase::kLoading;
    case v1::WorkerStatus::SELF_TEST: return ReplicaPhase::kSelfTest;
    case v1::WorkerStatus::WARM_UP: return ReplicaPhase::kWarmUp;
    case v1::WorkerStatus::READY: return ReplicaPhase::kReady;
    case v1::WorkerStatus::DRAINING: return ReplicaPhase::kDraining;
    case v1::WorkerStatus::FAILED: return ReplicaPhase::kFailed;
    default: return ReplicaPhase::kStarting;
  }
}

}  // namespace aerie::control
