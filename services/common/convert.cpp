#include "services/common/convert.h"

#include "core/base/ids.h"
#include "core/base/status.h"

namespace aerie::services {
namespace {

using assignment::ExperimentState;

void addRanges(const assignment::Ranges& ranges, google::protobuf::RepeatedPtrField<v1::BucketRange>& out) {
  for (const assignment::BucketRange& range : ranges) {
    v1::BucketRange* const added = out.Add();
    added->set_start(range.start);
    added->set_end(range.end);
  }
}

assignment::Ranges rangesFrom(const google::protobuf::RepeatedPtrField<v1::BucketRange>& ranges) {
  assignment::Ranges result;
  for (const v1::BucketRange& range : ranges) result.push_back({range.start(), range.end()});
  return result;
}

v1::Experiment::State toProto(ExperimentState state) {
  switch (state) {
    case ExperimentState::kDraft: return v1::Experiment::DRAFT;
    case ExperimentState::kRunning: return v1::Experiment::RUNNING;
    case ExperimentState::kStopped: return v1::Experiment::STOPPED;
  }
  return v1::Experiment::STATE_UNSPECIFIED;
}

absl::StatusOr<ExperimentState> stateFrom(const v1::Experiment& experiment) {
  switch (experiment.state()) {
    case v1::Experiment::DRAFT: return ExperimentState::kDraft;
    case v1::Experiment::RUNNING: return ExperimentState::kRunning;
    case v1::Experiment::STOPPED: return ExperimentState::kStopped;
    default: break;
  }
  return invalidArgument("experiment '{}': state: {} is not a state: send DRAFT, RUNNING or STOPPED",
                         experiment.name(), static_cast<int>(experiment.state()));
}

}  // namespace

v1::RoutingConfig toProto(const routing::RoutingConfig& config) {
  v1::RoutingConfig out;
  out.set_model_use_case(config.model_use_case);
  out.set_default_worker_endpoint(config.default_worker_endpoint);
  for (const routing::ExperimentRoute& route : config.experiments) {
    v1::ExperimentRoute* const added = out.add_experiments();
    added->set_name(route.name);
    added->set_experiment_traffic_splitting_key(route.experiment_traffic_splitting_key);
    for (const routing::ArmRoute& arm : route.arms) {
      v1::ArmRoute* const arm_route = added->add_arms();
      arm_route->set_arm(arm.arm);
      arm_route->set_worker_endpoint(arm.worker_endpoint);
    }
  }
  for (const routing::ShadowRoute& shadow : config.shadows) {
    v1::ShadowRoute* const added = out.add_shadows();
    added->set_worker_endpoint(shadow.worker_endpoint);
    added->set_sample(shadow.sample);
  }
  out.set_on_worker_failure(std::string(routing::name(config.on_worker_failure)));
  return out;
}

v1::WorkerConfig toProto(const routing::WorkerConfig& config) {
  v1::WorkerConfig out;
  out.set_worker_endpoint(config.worker_endpoint);
  out.set_environment(config.environment);
  for (const std::string& url : config.urls) out.add_urls(url);
  out.set_batch_size(config.batch_size);
  out.set_timeout_ms(config.timeout_ms);
  out.set_hedge_after_ms(config.hedge_after_ms);
  out.set_max_in_flight(config.max_in_flight);
  return out;
}

v1::Experiment toProto(const assignment::Experiment& experiment) {
  v1::Experiment out;
  out.set_name(experiment.name);
  out.set_layer(experiment.layer);
  out.set_coverage(experiment.coverage);
  for (const assignment::Arm& arm : experiment.arms) {
    v1::Arm* const added = out.add_arms();
    added->set_name(arm.name);
    added->set_weight(arm.weight);
    addRanges(arm.ranges, *added->mutable_ranges());
  }
  out.set_seed(experiment.seed);
  addRanges(experiment.layer_ranges, *out.mutable_layer_ranges());
  out.set_state(toProto(experiment.state));
  out.set_revision(experiment.revision);
  out.set_started_unix_ms(experiment.started_unix_ms);
  out.set_changed_unix_ms(experiment.changed_unix_ms);
  out.set_hash_version(experiment.hash_version);
  return out;
}

v1::SetWeightsResponse toProto(const experiments::WeightResult& result) {
  v1::SetWeightsResponse out;
  *out.mutable_experiment() = toProto(result.experiment);
  out.set_buckets_moved(result.buckets_moved);
  return out;
}

absl::StatusOr<routing::RoutingConfig> fromProto(const v1::RoutingConfig& config) {
  routing::RoutingConfig out;
  out.model_use_case = config.model_use_case();
  out.default_worker_endpoint = config.default_worker_endpoint();
  for (const v1::ExperimentRoute& route : config.experiments()) {
    routing::ExperimentRoute added{route.name(), route.experiment_traffic_splitting_key(), {}};
    for (const v1::ArmRoute& arm : route.arms()) added.arms.push_back({arm.arm(), arm.worker_endpoint()});
    out.experiments.push_back(std::move(added));
  }
  for (const v1::ShadowRoute& shadow : config.shadows()) {
    out.shadows.push_back({shadow.worker_endpoint(), shadow.sample()});
  }
  const absl::StatusOr<routing::OnWorkerFailure> policy =
      routing::parseOnWorkerFailure(config.on_worker_failure());
  if (!policy.ok()) {
    return withContext(policy.status(),
                       fmt::format("use case '{}': on_worker_failure", config.model_use_case()));
  }
  out.on_worker_failure = *policy;
  AERIE_RETURN_IF_ERROR(routing::validate(out));
  return out;
}

absl::StatusOr<routing::WorkerConfig> fromProto(const v1::WorkerConfig& config) {
  routing::WorkerConfig out;
  out.worker_endpoint = config.worker_endpoint();
  out.environment = config.environment();
  out.urls.assign(config.urls().begin(), config.urls().end());
  if (config.batch_size() != 0) out.batch_size = config.batch_size();
  if (config.timeout_ms() != 0) out.timeout_ms = config.timeout_ms();
  if (config.max_in_flight() != 0) out.max_in_flight = config.max_in_flight();
  out.hedge_after_ms = config.hedge_after_ms();
  AERIE_RETURN_IF_ERROR(routing::validate(out));
  return out;
}

absl::StatusOr<assignment::Experiment> fromProto(const v1::Experiment& experiment) {
  assignment::Experiment out;
  out.name = experiment.name();
  out.layer = experiment.layer();
  out.coverage = experiment.coverage();
  for (const v1::Arm& arm : experiment.arms())
    out.arms.push_back({arm.name(), arm.weight(), rangesFrom(arm.ranges())});
  out.seed = experiment.seed();
  out.layer_ranges = rangesFrom(experiment.layer_ranges());
  AERIE_ASSIGN_OR_RETURN(out.state, stateFrom(experiment));
  out.revision = experiment.revision();
  out.started_unix_ms = experiment.started_unix_ms();
  out.changed_unix_ms = experiment.changed_unix_ms();
  // Unset means 2; another version is kept so that whoever compiles the experiment can refuse it with its
  // reason.
  const std::uint32_t version = experiment.hash_version() == 0 ? 2 : experiment.hash_version();
  AERIE_RETURN_IF_ERROR(assignment::validate(out));
  out.hash_version = version;
  assignment::fillDefaults(out);
  return out;
}

absl::StatusOr<routing::RoutingInput> fromProto(const v1::ProxyConfigSnapshot& snapshot) {
  routing::RoutingInput out;
  for (const v1::RoutingConfig& config : snapshot.routings()) {
    AERIE_ASSIGN_OR_RETURN(routing::RoutingConfig routing, fromProto(config));
    out.routings.push_back(std::move(routing));
  }
  for (const v1::WorkerConfig& config : snapshot.workers()) {
    AERIE_ASSIGN_OR_RETURN(routing::WorkerConfig worker, fromProto(config));
    out.workers.push_back(std::move(worker));
  }
  for (const v1::Experiment& message : snapshot.experiments()) {
    AERIE_ASSIGN_OR_RETURN(assignment::Experiment experiment, fromProto(message));
    out.experiments.push_back(std::move(experiment));
  }
  return out;
}

absl::StatusOr<experiments::ExperimentSpec> fromProto(const v1::CreateExperimentRequest& request) {
  experiments::ExperimentSpec spec;
  spec.name = request.name();
  spec.layer = request.layer();
  spec.coverage = request.coverage();
  for (const v1::Arm& arm : request.arms()) {
    if (arm.ranges_size() > 0) {
      return invalidArgument(
          "experiment '{}': arm '{}': ranges: are chosen by the engine: send names and weights only",
          request.name(), arm.name());
    }
    spec.arms.push_back({arm.name(), arm.weight()});
  }
  spec.seed = request.seed();
  spec.layer_share = request.layer_share();
  spec.start = request.start();
  return spec;
}

absl::StatusOr<experiments::WeightChange> fromProto(const v1::SetWeightsRequest& request) {
  AERIE_RETURN_IF_ERROR(validateName("experiment", request.name()));
  experiments::WeightChange change;
  for (const auto& [arm, weight] : request.weights()) change.weights.emplace(arm, weight);
  if (request.has_coverage()) change.coverage = request.coverage();
  if (change.weights.empty() && !change.coverage.has_value()) {
    return invalidArgument("experiment '{}': neither weights nor coverage are given: send at least one",
                           request.name());
  }
  change.expected_revision = request.expected_revision();
  return change;
}

v1::ProxyConfigSnapshot toProto(const routing::RoutingInput& input) {
  v1::ProxyConfigSnapshot out;
  for (const routing::RoutingConfig& config : input.routings) *out.add_routings() = toProto(config);
  for (const routing::WorkerConfig& config : input.workers) *out.add_workers() = toProto(config);
  for (const assignment::Experiment& experiment : input.experiments)
    *out.add_experiments() = toProto(experiment);
  return out;
}

}  // namespace aerie::services
