#include "app/rpc/convert.h"

#include <algorithm>

#include "app/rpc/self_test_yaml.h"
#include "core/features/location_config.h"
#include "core/preprocess/config_yaml.h"

namespace aerie::rpc {

// Parts of the messages that convert.h names. Declared ahead for list().
static EndpointTraffic fromProto(const v1::EndpointTraffic& message);
static ReplicaHealth fromProto(const v1::ReplicaHealth& message);
static UseCaseTraffic fromProto(const v1::UseCaseTraffic& message);
static ProxyStatus fromProto(const v1::ProxyStatus& message);
static Component fromProto(const v1::ComponentStatus& message);
static Condition fromProto(const v1::Condition& message);
static Replica fromProto(const v1::ReplicaState& message);
static RolloutStep fromProto(const v1::RolloutStep& message);
static DeploymentSpec fromProto(const v1::DeploymentSpec& message);

namespace {

template <class Repeated>
QStringList strings(const Repeated& values) {
  QStringList out;
  for (const auto& v : values) out.append(toQString(v));
  return out;
}

template <class Repeated>
auto list(const Repeated& values) {
  QList<decltype(fromProto(*values.begin()))> out;
  out.reserve(values.size());
  for (const auto& v : values) out.append(fromProto(v));
  return out;
}

QString typeName(v1::FeatureType type) { return toQString(v1::FeatureType_Name(type)).toLower(); }
QString sourceName(v1::FeatureSource source) { return toQString(v1::FeatureSource_Name(source)).toLower(); }

QString valueText(const v1::FeatureValue& value) {
  switch (value.value_case()) {
    case v1::FeatureValue::kDoubleValue: return QString::number(value.double_value(), 'g', 6);
    case v1::FeatureValue::kInt64Value: return QString::number(value.int64_value());
    case v1::FeatureValue::kBoolValue:
      return value.bool_value() ? QStringLiteral("true") : QStringLiteral("false");
    case v1::FeatureValue::kStringValue: return toQString(value.string_value());
    case v1::FeatureValue::VALUE_NOT_SET: break;
  }
  return {};
}

QString parametersOf(const v1::PreprocessStep& step) {
  QStringList parts;
  for (const auto& [name, number] : step.numbers()) {
    parts.append(toQString(name) + QLatin1Char(' ') + QString::number(number, 'g', 5));
  }
  for (const auto& [name, text] : step.strings())
    parts.append(toQString(name) + QLatin1Char(' ') + toQString(text));
  parts.sort();
  if (step.values_size() > 0) parts.append(QStringLiteral("%1 values").arg(step.values_size()));
  if (step.boundaries_size() > 0) parts.append(QStringLiteral("%1 boundaries").arg(step.boundaries_size()));
  return parts.join(QStringLiteral(", "));
}

quint32 bucketsOf(const v1::Arm& arm) {
  quint32 sum = 0;
  for (const auto& range : arm.ranges()) sum += range.end() > range.start() ? range.end() - range.start() : 0;
  return sum;
}

template <class Repeated>
QList<BucketRange> rangesOf(const Repeated& ranges) {
  QList<BucketRange> out;
  for (const auto& range : ranges) out.append({range.start(), range.end()});
  return out;
}

}  // namespace

static EndpointTraffic fromProto(const v1::EndpointTraffic& t) {
  return {toQString(t.model_use_case()),
          toQString(t.experiment()),
          toQString(t.arm()),
          toQString(t.endpoint()),
          t.items_ok(),
          t.items_failed()};
}
static ReplicaHealth fromProto(const v1::ReplicaHealth& h) {
  return {toQString(h.endpoint()), toQString(h.url()), h.healthy(), toQString(h.reason())};
}
static UseCaseTraffic fromProto(const v1::UseCaseTraffic& u) {
  return {toQString(u.model_use_case()), u.requests(),          u.items(),  u.failed_items(),
          u.items_not_covered(),         u.items_without_key(), u.p50_ms(), u.p99_ms()};
}
static ProxyStatus fromProto(const v1::ProxyStatus& p) {
  return {toQString(p.proxy_id()),
          toQString(p.address()),
          p.config_revision(),
          toQString(p.config_source()),
          toQString(p.refused_reason()),
          p.refused_revision(),
          list(p.traffic()),
          list(p.replicas()),
          list(p.use_cases()),
          p.started_unix_ms()};
}
static Component fromProto(const v1::ComponentStatus& c) {
  return {toQString(c.kind()), toQString(c.name()), toQString(c.address()), c.healthy(),
          toQString(c.message())};
}
static Condition fromProto(const v1::Condition& c) {
  return {toQString(c.type()), c.status(), toQString(c.reason()), toQString(c.message()), c.since_unix_ms()};
}
static Replica fromProto(const v1::ReplicaState& r) {
  return {toQString(r.id()),
          toQString(r.version()),
          toQString(r.url()),
          toQString(r.phase()),
          toQString(r.message()),
          r.pid(),
          r.started_unix_ms(),
          r.restarts(),
          r.memory_bytes(),
          r.cpu_percent(),
          r.serving(),
          toQString(r.log_path())};
}
static RolloutStep fromProto(const v1::RolloutStep& s) {
  return {toQString(s.name()), toQString(s.state()), s.started_unix_ms(), s.ended_unix_ms(),
          toQString(s.message())};
}
static DeploymentSpec fromProto(const v1::DeploymentSpec& s) {
  return {toQString(s.endpoint()),
          toQString(s.model()),
          toQString(s.version()),
          toQString(s.stage()),
          s.replicas(),
          toQString(s.target()),
          s.resources().cpus(),
          s.resources().memory_bytes(),
          s.batch_size(),
          s.timeout_ms(),
          toQString(s.runtime()),
          s.hedge_after_ms(),
          s.max_in_flight()};
}

ModelVersion fromProto(const v1::ModelVersion& m) {
  ModelVersion out;
  out.model = toQString(m.model());
  out.version = toQString(m.version());
  out.digest = toQString(m.digest());
  out.sizeBytes = m.size_bytes();
  out.stages = strings(m.stages());
  out.stages.sort();
  out.archived = m.archived();
  out.signer = toQString(m.signer());
  const v1::BundleManifest& manifest = m.manifest();
  out.description = toQString(manifest.description());
  out.runtime = toQString(manifest.runtime());
  out.outputNames = strings(manifest.output_names());
  out.trainingJob = toQString(manifest.lineage().training_job());
  out.data = toQString(manifest.lineage().data());
  out.code = toQString(manifest.lineage().code());
  for (const auto& [name, value] : manifest.lineage().metrics()) out.metrics.append({toQString(name), value});
  std::sort(out.metrics.begin(), out.metrics.end(),
            [](const auto& a, const auto& b) { return a.name < b.name; });
  out.registeredMs = m.registered_unix_ms();
  out.registeredBy = toQString(m.registered_by());
  out.selfTestRows = m.self_test_rows();
  for (const auto& f : m.features().features()) {
    out.features.append({toQString(f.name()), typeName(f.type()), sourceName(f.source()),
                         toQString(f.table()), strings(f.key()),
                         f.has_default_value() ? valueText(f.default_value()) : QString()});
  }
  for (const auto& s : m.preprocessor().steps()) {
    out.preprocessor.append({toQString(s.op()), strings(s.inputs()), strings(s.outputs()), parametersOf(s)});
  }
  out.preprocessorOutputs = strings(m.preprocessor().outputs());
  if (m.has_features()) out.featuresYaml = toQString(features::toYaml(m.features()));
  if (m.has_preprocessor()) out.preprocessorYaml = toQString(preprocess::toYaml(m.preprocessor()));
  if (m.has_self_test()) out.selfTestYaml = selfTestYaml(m.self_test());
  return out;
}

Model fromProto(const v1::Model& m) {
  Model out;
  out.name = toQString(m.name());
  out.versions = list(m.versions());
  for (const auto& [stage, version] : m.stages()) out.stages.insert(toQString(stage), toQString(version));
  return out;
}

Deployment fromProto(const v1::Deployment& d) {
  Deployment out;
  out.spec = fromProto(d.spec());
  out.generation = d.generation();
  out.observedGeneration = d.observed_generation();
  out.servingVersion = toQString(d.serving_version());
  out.targetVersion = toQString(d.target_version());
  out.replicas = list(d.replicas());
  out.conditions = list(d.conditions());
  out.rollout = list(d.rollout());
  out.versionHistory = strings(d.version_history());
  out.createdMs = d.created_unix_ms();
  out.versionSkewSeconds = d.version_skew_seconds();
  out.deleting = d.deleting();
  return out;
}

Routing fromProto(const v1::RoutingRevision& r) {
  Routing out;
  out.useCase = toQString(r.config().model_use_case());
  out.defaultEndpoint = toQString(r.config().default_worker_endpoint());
  for (const auto& e : r.config().experiments()) {
    ExperimentRoute route{toQString(e.name()), toQString(e.experiment_traffic_splitting_key()), {}};
    for (const auto& a : e.arms()) route.arms.append({toQString(a.arm()), toQString(a.worker_endpoint())});
    out.experiments.append(route);
  }
  for (const auto& s : r.config().shadows()) out.shadows.append({toQString(s.worker_endpoint()), s.sample()});
  out.onWorkerFailure = toQString(r.config().on_worker_failure());
  out.revision = r.revision();
  out.appliedMs = r.applied_unix_ms();
  out.appliedBy = toQString(r.applied_by());
  out.comment = toQString(r.comment());
  return out;
}

Experiment fromProto(const v1::Experiment& e) {
  Experiment out;
  out.name = toQString(e.name());
  out.layer = toQString(e.layer());
  out.coverage = e.coverage();
  for (const auto& a : e.arms()) {
    out.arms.append({toQString(a.name()), a.weight(), bucketsOf(a), rangesOf(a.ranges())});
  }
  out.seed = toQString(e.seed());
  out.state = toQString(v1::Experiment::State_Name(e.state())).toLower();
  out.revision = e.revision();
  out.startedMs = e.started_unix_ms();
  out.changedMs = e.changed_unix_ms();
  out.layerRanges = rangesOf(e.layer_ranges());
  return out;
}

SystemStatus fromProto(const v1::SystemStatus& s) {
  return {toQString(s.environment()),
          toQString(s.version()),
          s.started_unix_ms(),
          s.now_unix_ms(),
          list(s.components()),
          list(s.proxies()),
          toQString(s.training_address())};
}

v1::DeploymentSpec toProto(const DeploymentSpec& spec) {
  v1::DeploymentSpec out;
  out.set_endpoint(spec.endpoint.toStdString());
  out.set_model(spec.model.toStdString());
  out.set_version(spec.version.toStdString());
  out.set_stage(spec.stage.toStdString());
  out.set_replicas(spec.replicas);
  out.set_target(spec.target.toStdString());
  if (spec.cpus > 0) out.mutable_resources()->set_cpus(spec.cpus);
  if (spec.memoryBytes > 0) out.mutable_resources()->set_memory_bytes(spec.memoryBytes);
  out.set_batch_size(spec.batchSize);
  out.set_timeout_ms(spec.timeoutMs);
  out.set_runtime(spec.runtime.toStdString());
  out.set_hedge_after_ms(spec.hedgeAfterMs);
  out.set_max_in_flight(spec.maxInFlight);
  return out;
}

v1::RoutingConfig toProto(const Routing& routing) {
  v1::RoutingConfig out;
  out.set_model_use_case(routing.useCase.toStdString());
  out.set_default_worker_endpoint(routing.defaultEndpoint.toStdString());
  for (const ExperimentRoute& e : routing.experiments) {
    v1::ExperimentRoute* route = out.add_experiments();
    route->set_name(e.name.toStdString());
    route->set_experiment_traffic_splitting_key(e.splittingKey.toStdString());
    for (const ArmRoute& a : e.arms) {
      v1::ArmRoute* arm = route->add_arms();
      arm->set_arm(a.arm.toStdString());
      arm->set_worker_endpoint(a.endpoint.toStdString());
    }
  }
  for (const ShadowRoute& s : routing.shadows) {
    v1::ShadowRoute* shadow = out.add_shadows();
    shadow->set_worker_endpoint(s.endpoint.toStdString());
    shadow->set_sample(s.sample);
  }
  out.set_on_worker_failure(routing.onWorkerFailure.toStdString());
  return out;
}

v1::SetWeightsRequest toProto(const WeightsChange& change) {
  v1::SetWeightsRequest out;
  out.set_name(change.experiment.toStdString());
  for (auto it = change.weights.begin(); it != change.weights.end(); ++it) {
    (*out.mutable_weights())[it.key().toStdString()] = it.value();
  }
  out.set_has_coverage(change.coverage.has_value());
  out.set_coverage(change.coverage.value_or(0));
  out.set_expected_revision(change.expectedRevision);
  out.set_dry_run(change.dryRun);
  return out;
}

}  // namespace aerie::rpc
