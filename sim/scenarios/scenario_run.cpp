#include "sim/scenarios/scenario_run.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <thread>

#include "core/base/child_process.h"
#include "core/base/crypto.h"
#include "core/base/files.h"
#include "core/base/status.h"
#include "core/features/feature_store.h"

namespace aerie::sim {
namespace {

constexpr std::chrono::seconds kDeployTimeout{60};
constexpr const char* kVersions[] = {"1", "2"};

// What the bundles in the state directory were made from, and how good they are.
std::filesystem::path trainingRecord(const Stack& stack) {
  return stack.stateDirectory() / "bundles" / "training.json";
}

std::filesystem::path bundlePath(const Stack& stack, const std::string& version) {
  return stack.stateDirectory() / "bundles" / fmt::format("{}-{}.aerie", ScenarioRun::kModel, version);
}

}  // namespace

ScenarioRun::ScenarioRun(RunOptions options, Flights flights)
    : options_(std::move(options)), flights_(std::move(flights)) {}

void ScenarioRun::say(const std::string& step) const {
  if (options_.progress) options_.progress(step);
}

absl::StatusOr<std::unique_ptr<ScenarioRun>> ScenarioRun::create(RunOptions options) {
  AERIE_ASSIGN_OR_RETURN(Flights flights, Flights::load(options.flights));
  std::unique_ptr<ScenarioRun> run(new ScenarioRun(std::move(options), std::move(flights)));
  const Scenario& scenario = run->options_.scenario;
  AERIE_ASSIGN_OR_RETURN(run->train_begin_, run->flights_.firstAt(scenario.train_from));
  AERIE_ASSIGN_OR_RETURN(run->train_end_, run->flights_.firstAt(scenario.train_to));
  AERIE_ASSIGN_OR_RETURN(run->traffic_begin_, run->flights_.firstAt(scenario.traffic_start));
  AERIE_ASSIGN_OR_RETURN(run->traffic_end_, run->flights_.firstAt(scenario.test_to));
  if (run->train_begin_ >= run->train_end_ || run->traffic_begin_ >= run->traffic_end_) {
    return invalidArgument("{}: the periods of the scenario hold no flights", scenario.name);
  }
  run->rates_ = std::make_unique<LateRates>(run->flights_, run->train_begin_, run->train_end_);
  StackOptions stack;
  stack.bin_directory = run->options_.bin_directory;
  stack.state_directory = run->options_.state_directory;
  stack.feature_store = run->options_.feature_store;
  stack.control_listen = run->options_.control_listen;
  stack.proxy_listen = run->options_.proxy_listen;
  stack.training = run->options_.training;
  AERIE_ASSIGN_OR_RETURN(run->stack_, Stack::create(std::move(stack)));
  return run;
}

absl::Status ScenarioRun::prepare() {
  AERIE_RETURN_IF_ERROR(train());
  say("Starting control plane and proxy");
  AERIE_RETURN_IF_ERROR(stack_->startControl());
  AERIE_RETURN_IF_ERROR(stack_->startProxy());
  if (options_.training) AERIE_RETURN_IF_ERROR(stack_->startTraining());
  AERIE_RETURN_IF_ERROR(loadFeatures());
  AERIE_RETURN_IF_ERROR(registerModels());
  const auto start = std::chrono::steady_clock::now();
  AERIE_RETURN_IF_ERROR(deploy());
  AERIE_RETURN_IF_ERROR(route());
  AERIE_RETURN_IF_ERROR(waitForAnswers());
  deploy_seconds_ = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return absl::OkStatus();
}

absl::StatusOr<RunResult> ScenarioRun::trainVersion(int index) const {
  const Scenario& scenario = options_.scenario;
  ChildOptions child;
  child.arguments = {(options_.bin_directory / "aerie-train-xgboost").string(),
                     "--data",
                     options_.flights.string(),
                     "--out",
                     bundlePath(*stack_, kVersions[index]).string(),
                     "--signing-key",
                     stack_->signingKey().string(),
                     "--train-from",
                     scenario.train_from,
                     "--train-to",
                     scenario.train_to,
                     "--test-to",
                     scenario.test_to,
                     "--trees",
                     fmt::format("{}", scenario.trees),
                     "--depth",
                     fmt::format("{}", scenario.depth),
                     "--seed",
                     fmt::format("{}", scenario.seed),
                     "--model",
                     kModel,
                     "--model-version",
                     kVersions[index]};
  if (index == 1) child.arguments.push_back("--stored-features");
  return runToEnd(child);
}

// Everything that decides what training gives: the data, the trainer, its parameters and the key that signs.
absl::StatusOr<std::string> ScenarioRun::trainingKey() const {
  const Scenario& s = options_.scenario;
  AERIE_ASSIGN_OR_RETURN(const std::string data, sha256HexOfFile(options_.flights));
  AERIE_ASSIGN_OR_RETURN(const std::string code,
                         sha256HexOfFile(options_.bin_directory / "aerie-train-xgboost"));
  AERIE_ASSIGN_OR_RETURN(const std::string trusted, readFile(stack_->trustedKeys()));
  return sha256Hex(fmt::format("{} {} {} {} {} {} {} {} {}", data, code, trusted, s.train_from, s.train_to,
                               s.test_to, s.trees, s.depth, s.seed));
}

bool ScenarioRun::trainedBefore(const std::string& key) {
  const auto record = nlohmann::json::parse(readFile(trainingRecord(*stack_)).value_or(""), nullptr, false);
  if (!record.is_object() || record.value("key", "") != key) return false;
  for (const char* version : kVersions) {
    if (!record.contains(version) || !std::filesystem::exists(bundlePath(*stack_, version))) return false;
    held_out_auc_[version] = record[version].get<double>();
  }
  return true;
}

absl::Status ScenarioRun::train() {
  std::string key;
  if (options_.reuse_bundles) {
    AERIE_ASSIGN_OR_RETURN(key, trainingKey());
    if (trainedBefore(key)) {
      say("Taking versions 1 and 2 as trained before");
      return absl::OkStatus();
    }
  }
  say("Training versions 1 and 2 on real flights");
  absl::StatusOr<RunResult> results[2] = {absl::UnknownError(""), absl::UnknownError("")};
  std::thread first([&] { results[0] = trainVersion(0); });
  results[1] = trainVersion(1);
  first.join();
  nlohmann::json record = {{"key", key}};
  for (int index = 0; index < 2; ++index) {
    if (!results[index].ok()) return results[index].status();
    const RunResult& result = *results[index];
    if (!result.exit.clean())
      return failedPrecondition("aerie-train-xgboost {}: {}", result.exit.text(), result.output);
    const auto at = result.output.rfind("{\"");
    const auto report =
        nlohmann::json::parse(at == std::string::npos ? "" : result.output.substr(at), nullptr, false);
    if (!report.is_object() || !report.contains("test_auc"))
      return internalError("training printed no result: {}", result.output);
    held_out_auc_[kVersions[index]] = report["test_auc"].get<double>();
    record[kVersions[index]] = held_out_auc_[kVersions[index]];
  }
  return options_.reuse_bundles ? writeFileAtomic(trainingRecord(*stack_), record.dump(2)) : absl::OkStatus();
}

absl::Status ScenarioRun::loadTruth() {
  AERIE_ASSIGN_OR_RETURN(const auto trusted, bundle::TrustedKeys::load(stack_->trustedKeys()));
  for (const char* version : kVersions) {
    AERIE_ASSIGN_OR_RETURN(DirectPredictor predictor,
                           DirectPredictor::create(bundlePath(*stack_, version), trusted, flights_,
                                                   traffic_begin_, traffic_end_, *rates_));
    truth_.emplace(version, std::move(predictor));
  }
  return absl::OkStatus();
}

absl::Status ScenarioRun::loadFeatures() {
  say("Loading late rates into the feature store");
  AERIE_ASSIGN_OR_RETURN(const auto store, features::openFeatureStore(stack_->featureStore()));
  for (const FeatureTable& table : rates_->tables())
    AERIE_RETURN_IF_ERROR(store->put(table.schema, table.rows));
  return absl::OkStatus();
}

absl::Status ScenarioRun::registerModels() {
  say("Registering both versions");
  for (const auto& [version, stage] : {std::pair{"1", "production"}, std::pair{"2", "candidate"}}) {
    AERIE_RETURN_IF_ERROR(stack_->control().registerBundle(bundlePath(*stack_, version), kModel).status());
    v1::PromoteRequest promote;
    promote.set_model(kModel);
    promote.set_version(version);
    promote.set_stage(stage);
    AERIE_RETURN_IF_ERROR(stack_->control().call(&v1::RegistryService::Stub::Promote, promote).status());
  }
  return absl::OkStatus();
}

absl::Status ScenarioRun::deploy() {
  say("Deploying both");
  for (const auto& [endpoint, stage] :
       {std::pair{kDefaultEndpoint, "production"}, std::pair{kCandidateEndpoint, "candidate"}}) {
    v1::CreateDeploymentRequest request;
    v1::DeploymentSpec* spec = request.mutable_spec();
    spec->set_endpoint(endpoint);
    spec->set_model(kModel);
    spec->set_stage(stage);
    spec->set_replicas(static_cast<std::uint32_t>(options_.scenario.replicas));
    spec->set_target("local");
    spec->set_batch_size(128);
    spec->set_timeout_ms(static_cast<std::uint32_t>(std::max(50, options_.scenario.deadline_ms / 4)));
    AERIE_RETURN_IF_ERROR(stack_->control().call(&v1::DeploymentService::Stub::Create, request).status());
  }
  for (const char* endpoint : {kDefaultEndpoint, kCandidateEndpoint}) {
    AERIE_RETURN_IF_ERROR(stack_->control().waitUntilServing(endpoint, kDeployTimeout).status());
  }
  return absl::OkStatus();
}

absl::Status ScenarioRun::route() {
  say("Splitting traffic");
  const Scenario& scenario = options_.scenario;
  v1::CreateExperimentRequest experiment;
  experiment.set_name(scenario.experiment);
  experiment.set_layer(kModel);
  experiment.set_coverage(1);
  for (const auto& [arm, weight] : {std::pair{"control", 1 - scenario.treatment_weight},
                                    std::pair{"treatment", scenario.treatment_weight}}) {
    v1::Arm* added = experiment.add_arms();
    added->set_name(arm);
    added->set_weight(weight);
  }
  experiment.set_start(true);
  AERIE_RETURN_IF_ERROR(stack_->control().call(&v1::ExperimentService::Stub::Create, experiment).status());

  v1::ApplyRoutingRequest apply;
  v1::RoutingConfig* config = apply.mutable_config();
  config->set_model_use_case(kModel);
  config->set_default_worker_endpoint(kDefaultEndpoint);
  config->set_on_worker_failure("default_endpoint");
  v1::ExperimentRoute* routed = config->add_experiments();
  routed->set_name(scenario.experiment);
  routed->set_experiment_traffic_splitting_key(scenario.splitting_key);
  for (const auto& [arm, endpoint] :
       {std::pair{"control", kDefaultEndpoint}, std::pair{"treatment", kCandidateEndpoint}}) {
    v1::ArmRoute* added = routed->add_arms();
    added->set_arm(arm);
    added->set_worker_endpoint(endpoint);
  }
  apply.set_comment("simulation");
  return stack_->control().call(&v1::RoutingService::Stub::Apply, apply).status();
}

absl::Status ScenarioRun::waitForAnswers() {
  auto stub = v1::PredictionProxy::NewStub(stack_->proxyChannel());
  absl::Status last;
  FlightSource requests = source(0);
  const absl::Status waited = waitFor("the first answer through the proxy", std::chrono::seconds(30), [&] {
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(2));
    v1::PredictResponse answer;
    const grpc::Status status = stub->Predict(&context, requests.next().message, &answer);
    last = net::fromGrpc(status);
    return status.ok() && answer.item_status().empty() && answer.assignments_size() > 1;
  });
  return waited.ok() ? waited : withContext(waited, toText(last));
}

FlightSource ScenarioRun::source(std::uint64_t salt) const {
  const Scenario& scenario = options_.scenario;
  return FlightSource(flights_, {kModel, traffic_begin_, traffic_end_, scenario.min_items, scenario.max_items,
                                 scenario.seed + salt});
}

std::unique_ptr<ArmTally> ScenarioRun::makeTally() const {
  return std::make_unique<ArmTally>(
      flights_, truth_,
      TallyOptions{options_.scenario.experiment, "probability", options_.scenario.label_delay_minutes, 1e-5});
}

std::unique_ptr<LoadGenerator> ScenarioRun::makeTraffic(ArmTally& tally, std::uint64_t requests,
                                                        std::uint64_t salt) const {
  LoadOptions load;
  load.requests_per_second = options_.scenario.requests_per_second;
  load.deadline = std::chrono::milliseconds(options_.scenario.deadline_ms);
  load.requests = requests;
  return std::make_unique<LoadGenerator>(stack_->proxyChannel(), source(salt), load,
                                         [&tally](const Outcome& outcome) { tally.add(outcome); });
}

absl::Status ScenarioRun::promote(const std::string& version, Report* report) {
  say(fmt::format("Promoting version {} under load", version));
  const auto tally = makeTally();
  const auto traffic = makeTraffic(*tally, 0, 1);
  traffic->start();
  const auto start = std::chrono::steady_clock::now();
  v1::PromoteRequest request;
  request.set_model(kModel);
  request.set_version(version);
  request.set_stage("production");
  absl::Status status = stack_->control().call(&v1::RegistryService::Stub::Promote, request).status();
  absl::StatusOr<v1::Deployment> deployment = absl::UnknownError("the stage was not moved");
  if (status.ok()) {
    deployment = stack_->control().waitUntilServing(kDefaultEndpoint, kDeployTimeout);
    status = deployment.status();
    if (status.ok() && deployment->serving_version() != version) {
      status = internalError("{} serves version {} after the promotion of {}", kDefaultEndpoint,
                             deployment->serving_version(), version);
    }
  }
  report->promotion.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  waitFor("", std::chrono::seconds(1), [] { return false; }).IgnoreError();  // the old replicas' last answers
  traffic->stop();
  traffic->wait();
  AERIE_RETURN_IF_ERROR(status);
  const TallyResult seen = tally->result();
  report->promotion.version = version;
  report->promotion.requests = seen.requests;
  report->promotion.failed_requests = seen.failed_requests;
  report->promotion.failed_items = seen.failed_items;
  report->promotion.wrong_answers = seen.wrong_answers;
  report->promotion.version_skew_seconds = deployment->version_skew_seconds();
  report->total_requests += seen.requests;
  report->total_items += seen.items;
  report->total_failed_requests += seen.failed_requests;
  report->total_failed_items += seen.failed_items;
  return absl::OkStatus();
}

absl::StatusOr<Report> ScenarioRun::play() {
  const auto start = std::chrono::steady_clock::now();
  const Scenario& scenario = options_.scenario;
  AERIE_RETURN_IF_ERROR(loadTruth());
  Report report;
  report.scenario = scenario.name;
  report.seed = scenario.seed;
  report.deploy_seconds = deploy_seconds_;
  report.train_auc_v1 = held_out_auc_["1"];
  report.train_auc_v2 = held_out_auc_["2"];

  say(fmt::format("Sending {} requests", scenario.experiment_requests));
  const auto tally = makeTally();
  const auto traffic = makeTraffic(*tally, scenario.experiment_requests, 0);
  traffic->start();
  traffic->wait();
  report.traffic = tally->result();
  report.total_requests = report.traffic.requests;
  report.total_items = report.traffic.items;
  report.total_failed_requests = report.traffic.failed_requests;
  report.total_failed_items = report.traffic.failed_items;
  std::vector<std::uint64_t> observed(2);
  double auc[2] = {0, 0};
  for (const ArmResult& arm : report.traffic.arms) {
    if (arm.name != "control" && arm.name != "treatment") continue;
    const std::size_t index = arm.name == "treatment" ? 1 : 0;
    observed[index] = arm.items;
    auc[index] = arm.quality.auc;
  }
  report.sample_ratio_p_value =
      sampleRatioPValue(observed, {1 - scenario.treatment_weight, scenario.treatment_weight});
  AERIE_RETURN_IF_ERROR(promote(auc[1] > auc[0] ? "2" : "1", &report));

  std::uint64_t salt = 2;
  const FaultContext context{scenario,
                             *stack_,
                             kCandidateEndpoint,
                             [&](ArmTally& counted) { return makeTraffic(counted, 0, salt++); },
                             [&] { return makeTally(); },
                             [&] { return source(salt++).next(); }};
  for (const std::string& fault : scenario.faults) {
    say("Fault: " + fault);
    report.faults.push_back(strikeFault(fault, context));
    if (fault == "malformed_requests") continue;  // these fail on purpose
    report.total_requests += report.faults.back().requests;
    report.total_items += report.faults.back().items;
    report.total_failed_requests += report.faults.back().failed_requests;
    report.total_failed_items += report.faults.back().failed_items;
  }
  judge(&report);
  report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return report;
}

void ScenarioRun::judge(Report* report) const {
  const Scenario& scenario = options_.scenario;
  const auto hold = [&](std::string name, bool held, std::string seen) {
    report->held.push_back({std::move(name), held, std::move(seen)});
  };
  const TallyResult& traffic = report->traffic;
  hold("no failed request", traffic.failed_requests <= scenario.max_failed_requests,
       fmt::format("{} failed{}", traffic.failed_requests,
                   traffic.first_failure.empty() ? "" : "; first: " + traffic.first_failure));
  hold("no failed item", traffic.failed_items <= scenario.max_failed_items,
       fmt::format("{} failed", traffic.failed_items));
  hold("every answer is right", traffic.wrong_answers == 0 && traffic.checked_answers > 0,
       fmt::format("{} of {} wrong{}", traffic.wrong_answers, traffic.checked_answers,
                   traffic.first_wrong.empty() ? "" : "; first: " + traffic.first_wrong));
  double control = 0, treatment = 0;
  for (const ArmResult& arm : traffic.arms) {
    if (arm.name == "control") control = arm.quality.auc;
    if (arm.name == "treatment") treatment = arm.quality.auc;
  }
  hold("the experiment finds the better model", treatment - control >= scenario.min_auc_gain,
       fmt::format("AUC {:.4f} against {:.4f}", treatment, control));
  hold("the split is as intended", report->sample_ratio_p_value > 0.001,
       fmt::format("p = {:.3f}", report->sample_ratio_p_value));
  hold("the promotion lost nothing",
       report->promotion.failed_requests == 0 && report->promotion.failed_items == 0 &&
           report->promotion.wrong_answers == 0,
       fmt::format("{} requests, {} failed, {} items failed, {} wrong", report->promotion.requests,
                   report->promotion.failed_requests, report->promotion.failed_items,
                   report->promotion.wrong_answers));
}

}  // namespace aerie::sim
