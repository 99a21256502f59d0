// The whole control plane over gRPC, with launched processes faked.
#include <QtTest>

#include "aerie/v1/config.grpc.pb.h"
#include "aerie/v1/control.grpc.pb.h"
#include "core/base/files.h"
#include "core/net/channel.h"
#include "core/net/status.h"
#include "services/control/control_plane.h"
#include "tests/core/bundle/sample_bundle.h"
#include "tests/core/deploy/fakes.h"

using namespace aerie;
using namespace aerie::control;

namespace {

// A proxy that follows the config stream and acknowledges what it gets.
class TestProxy final {
 public:
  explicit TestProxy(const std::shared_ptr<grpc::Channel>& channel)
      : stub_(v1::ProxyConfigService::NewStub(channel)) {
    stream_ = stub_->WatchProxyConfig(&context_);
    say(0);
    reader_ = std::thread([this] {
      v1::ProxyConfigSnapshot snapshot;
      while (stream_->Read(&snapshot)) {
        {
          const std::lock_guard lock(mutex_);
          snapshots_.push_back(snapshot);
        }
        say(snapshot.revision());
      }
    });
  }
  ~TestProxy() {
    context_.TryCancel();
    reader_.join();
    (void)stream_->Finish();
  }
  v1::ProxyConfigSnapshot newest() const {
    const std::lock_guard lock(mutex_);
    return snapshots_.empty() ? v1::ProxyConfigSnapshot() : snapshots_.back();
  }
  bool revisionsGrow() const {
    const std::lock_guard lock(mutex_);
    return std::is_sorted(snapshots_.begin(), snapshots_.end(),
                          [](const auto& a, const auto& b) { return a.revision() < b.revision(); });
  }

 private:
  void say(std::uint64_t revision) {
    v1::ProxyStatus status;
    status.set_proxy_id("proxy-1");
    status.set_config_revision(revision);
    stream_->Write(status);
  }
  std::unique_ptr<v1::ProxyConfigService::Stub> stub_;
  grpc::ClientContext context_;
  std::unique_ptr<grpc::ClientReaderWriter<v1::ProxyStatus, v1::ProxyConfigSnapshot>> stream_;
  mutable std::mutex mutex_;
  std::vector<v1::ProxyConfigSnapshot> snapshots_;
  std::thread reader_;
};

}  // namespace

class TstControlPlane final : public QObject {
  Q_OBJECT
  SystemClock clock_;
  SigningKey key_ = SigningKey::generate();
  std::optional<TempDir> dir_;
  std::unique_ptr<deploy::testing::FakeLauncher> launcher_;
  std::unique_ptr<ControlPlane> plane_;
  std::shared_ptr<grpc::Channel> channel_;

  ControlOptions options() const {
    ControlOptions options;
    options.state_dir = dir_->path().string();
    options.common.listen = "127.0.0.1:0";
    options.common.metrics_listen = "127.0.0.1:0";
    options.proxy_settle = Duration::zero();
    options.proxy_forget = std::chrono::milliseconds(100);
    options.policy.min_drain = std::chrono::milliseconds(20);
    return options;
  }
  void startPlane() {
    auto plane = ControlPlane::start(options(), {launcher_.get(), launcher_.get()});
    if (!plane.ok()) qFatal("%s", messageOf(plane.status()).c_str());
    plane_ = *std::move(plane);
    channel_ = net::connect(plane_->address()).value();
  }
  // Unary call: answers the status; `response` is filled on success.
  template <class Stub, class Request, class Response>
  absl::Status call(grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&, Response*),
                    const Request& request, Response* response, Stub& stub) {
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(20));
    return net::fromGrpc((stub.*method)(&context, request, response));
  }
  std::unique_ptr<v1::RegistryService::Stub> registry() { return v1::RegistryService::NewStub(channel_); }
  std::unique_ptr<v1::DeploymentService::Stub> deployments() {
    return v1::DeploymentService::NewStub(channel_);
  }
  std::unique_ptr<v1::RoutingService::Stub> routings() { return v1::RoutingService::NewStub(channel_); }
  std::unique_ptr<v1::ExperimentService::Stub> experimentsStub() {
    return v1::ExperimentService::NewStub(channel_);
  }
  std::unique_ptr<v1::SystemService::Stub> system() { return v1::SystemService::NewStub(channel_); }

  absl::Status upload(const std::string& version, std::size_t cut = 0, v1::ModelVersion* answer = nullptr) {
    const auto archive = dir_->path() / ("upload-" + version + ".aerie");
    auto packed = bundle::pack(test::sampleContents(version), key_, archive);
    if (!packed.ok()) return packed.status();
    std::string bytes = readFile(archive).value();
    bytes.resize(bytes.size() - cut);
    auto stub = registry();
    grpc::ClientContext context;
    v1::ModelVersion response;
    auto writer = stub->Register(&context, &response);
    v1::RegisterChunk chunk;
    chunk.mutable_header()->set_size_bytes(packed->size_bytes);
    chunk.mutable_header()->set_digest(packed->digest);
    writer->Write(chunk);
    for (std::size_t at = 0; at < bytes.size(); at += 1000) {
      chunk.set_data(bytes.substr(at, 1000));
      writer->Write(chunk);
    }
    writer->WritesDone();
    const absl::Status status = net::fromGrpc(writer->Finish());
    if (answer != nullptr) *answer = response;
    return status;
  }
  absl::Status promote(const std::string& version) {
    v1::PromoteRequest request;
    request.set_model("arrival_delay");
    request.set_version(version);
    request.set_stage("production");
    v1::ModelVersion response;
    auto stub = registry();
    return call(&v1::RegistryService::Stub::Promote, request, &response, *stub);
  }
  absl::Status deploy(const std::string& endpoint, v1::Deployment* answer = nullptr,
                      const std::string& request_id = "") {
    v1::CreateDeploymentRequest request;
    request.mutable_spec()->set_endpoint(endpoint);
    request.mutable_spec()->set_model("arrival_delay");
    request.mutable_spec()->set_stage("production");
    request.mutable_spec()->set_replicas(1);
    request.set_request_id(request_id);
    v1::Deployment response;
    auto stub = deployments();
    const absl::Status status =
        call(&v1::DeploymentService::Stub::Create, request, answer ? answer : &response, *stub);
    return status;
  }
  v1::Deployment get(const std::string& endpoint) {
    v1::DeploymentRequest request;
    request.set_endpoint(endpoint);
    v1::Deployment response;
    auto stub = deployments();
    (void)call(&v1::DeploymentService::Stub::Get, request, &response, *stub);
    return response;
  }
  bool settled(const std::string& endpoint, const std::string& version) {
    const v1::Deployment d = get(endpoint);
    bool ready = false, progressing = true;
    for (const v1::Condition& c : d.conditions()) {
      if (c.type() == "Ready") ready = c.status();
      if (c.type() == "Progressing") progressing = c.status();
    }
    return ready && !progressing && d.serving_version() == version &&
           d.generation() == d.observed_generation();
  }
  absl::Status applyRouting(const std::string& endpoint, std::uint64_t expected, v1::RoutingRevision* answer,
                            const std::string& experiment = "", bool validate_only = false) {
    v1::ApplyRoutingRequest request;
    request.mutable_config()->set_model_use_case("arrival_delay");
    request.mutable_config()->set_default_worker_endpoint(endpoint);
    if (!experiment.empty()) {
      v1::ExperimentRoute& route = *request.mutable_config()->add_experiments();
      route.set_name(experiment);
      route.set_experiment_traffic_splitting_key("flight_id");
      for (const char* arm : {"control", "treatment"}) {
        route.add_arms()->set_arm(arm);
        route.mutable_arms(route.arms_size() - 1)->set_worker_endpoint(endpoint);
      }
    }
    request.set_expected_revision(expected);
    request.set_validate_only(validate_only);
    v1::RoutingRevision response;
    auto stub = routings();
    return call(&v1::RoutingService::Stub::Apply, request, answer ? answer : &response, *stub);
  }
  absl::Status createExperiment(const std::string& name) {
    v1::CreateExperimentRequest request;
    request.set_name(name);
    request.set_coverage(1);
    request.set_start(true);
    for (const char* arm : {"control", "treatment"}) {
      request.add_arms()->set_name(arm);
      request.mutable_arms(request.arms_size() - 1)->set_weight(0.5);
    }
    v1::Experiment response;
    auto stub = experimentsStub();
    return call(&v1::ExperimentService::Stub::Create, request, &response, *stub);
  }

  // "replica text" for each line.
  std::vector<std::string> logsOf(const std::string& replica, absl::Status* status) {
    v1::LogsRequest request;
    request.set_endpoint("ep");
    request.set_replica(replica);
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(20));
    auto stub = deployments();
    const auto reader = stub->Logs(&context, request);
    std::vector<std::string> lines;
    for (v1::LogLine line; reader->Read(&line);) lines.push_back(line.replica() + " " + line.text());
    *status = net::fromGrpc(reader->Finish());
    return lines;
  }

 private Q_SLOTS:
  void init() {
    auto dir = TempDir::create();
    dir_.emplace(*std::move(dir));
    launcher_ = std::make_unique<deploy::testing::FakeLauncher>(clock_);
    for (const char* version : {"1", "2"}) launcher_->behaviour[version] = {30, false, false};
    QVERIFY(writeFileAtomic(dir_->path() / "trusted_keys", test::trusting(key_).text()).ok());
    startPlane();
  }
  void cleanup() {
    channel_.reset();
    plane_.reset();
    launcher_.reset();
    dir_.reset();
  }

  void registerDeployRouteAndFollowAPromotion() {
    TestProxy proxy(channel_);
    v1::ModelVersion version;
    QVERIFY(upload("1", 0, &version).ok());
    QCOMPARE(version.version(), std::string("1"));
    QVERIFY(upload("2").ok());
    QVERIFY(promote("1").ok());
    QVERIFY(deploy("ep").ok());
    QVERIFY(applyRouting("ep", 0, nullptr).ok());
    QTRY_VERIFY_WITH_TIMEOUT(settled("ep", "1"), 20'000);
    QTRY_COMPARE(proxy.newest().workers_size(), 1);
    const std::string before = proxy.newest().workers(0).urls(0);
    QVERIFY(promote("2").ok());
    QTRY_VERIFY_WITH_TIMEOUT(settled("ep", "2"), 20'000);
    QTRY_VERIFY(proxy.newest().workers(0).urls(0) != before);
    QCOMPARE(proxy.newest().routings(0).default_worker_endpoint(), std::string("ep"));
    QVERIFY(proxy.revisionsGrow());
    QVERIFY(std::filesystem::exists(dir_->path() / "rules" / "ep.yml"));
    // One click back: the stage follows, too.
    v1::RollbackRequest rollback;
    rollback.set_endpoint("ep");
    v1::Deployment response;
    auto stub = deployments();
    QVERIFY(call(&v1::DeploymentService::Stub::Rollback, rollback, &response, *stub).ok());
    QTRY_VERIFY_WITH_TIMEOUT(settled("ep", "1"), 20'000);
    QVERIFY(launcher_->violations.empty());
  }

  void whoAsksOnceIsToldMemoryAndCpuToo() {
    QVERIFY(upload("1").ok());
    QVERIFY(promote("1").ok());
    QVERIFY(deploy("ep").ok());
    QTRY_VERIFY_WITH_TIMEOUT(settled("ep", "1"), 20'000);
    auto stub = deployments();
    v1::DeploymentRequest request;
    request.set_endpoint("ep");
    v1::Deployment one;
    QVERIFY(call(&v1::DeploymentService::Stub::Get, request, &one, *stub).ok());
    QVERIFY(one.replicas_size() > 0);
    QCOMPARE(one.replicas(0).memory_bytes(), std::uint64_t{1} << 20);
    QVERIFY(one.replicas(0).cpu_percent() > 0 && one.replicas(0).cpu_percent() <= 50);
    v1::ListDeploymentsResponse all;
    QVERIFY(call(&v1::DeploymentService::Stub::List, v1::ListDeploymentsRequest(), &all, *stub).ok());
    QCOMPARE(all.deployments(0).replicas(0).memory_bytes(), std::uint64_t{1} << 20);
  }

  void truncatedUploadLeavesNothing() {
    QVERIFY(!upload("1", 10).ok());
    v1::ListModelsResponse models;
    auto stub = registry();
    QVERIFY(call(&v1::RegistryService::Stub::ListModels, v1::ListModelsRequest(), &models, *stub).ok());
    QCOMPARE(models.models_size(), 0);
    QVERIFY(std::filesystem::is_empty(dir_->path() / "artifacts" / "incoming"));
  }

  void downloadGivesTheArchiveBack() {
    QVERIFY(upload("1").ok());
    auto stub = registry();
    grpc::ClientContext context;
    v1::DownloadRequest request;
    request.set_model("arrival_delay");
    request.set_version("1");
    auto reader = stub->Download(&context, request);
    v1::DownloadChunk chunk;
    std::string bytes;
    while (reader->Read(&chunk)) bytes += chunk.data();
    QVERIFY(reader->Finish().ok());
    QCOMPARE(bytes, readFile(dir_->path() / "upload-1.aerie").value());
  }

  void aVersionIsAnsweredWithItsSelfTest() {
    QVERIFY(upload("1").ok());
    v1::GetModelVersionRequest request;
    request.set_model("arrival_delay");
    request.set_version("1");
    v1::ModelVersion version;
    auto stub = registry();
    QVERIFY(call(&v1::RegistryService::Stub::GetModelVersion, request, &version, *stub).ok());
    QVERIFY(version.has_self_test());
    QCOMPARE(version.self_test().SerializeAsString(),
             test::sampleContents("1").self_test.SerializeAsString());
    QCOMPARE(version.self_test_rows(), std::uint32_t(bundle::selfTestRows(version.self_test())));
    v1::ListModelsResponse models;
    QVERIFY(call(&v1::RegistryService::Stub::ListModels, v1::ListModelsRequest(), &models, *stub).ok());
    QVERIFY(!models.models(0).versions(0).has_self_test());
    // The archive is lost: what the database knows is answered.
    std::filesystem::remove_all(dir_->path() / "artifacts");
    QVERIFY(call(&v1::RegistryService::Stub::GetModelVersion, request, &version, *stub).ok());
    QVERIFY(!version.has_self_test());
    QVERIFY(version.has_features());
  }

  void aRuntimeWithoutItsServerIsRefusedAndNothingIsMade() {
    QVERIFY(upload("1").ok());
    QVERIFY(promote("1").ok());
    v1::CreateDeploymentRequest request;
    request.mutable_spec()->set_endpoint("remote");
    request.mutable_spec()->set_model("arrival_delay");
    request.mutable_spec()->set_stage("production");
    request.mutable_spec()->set_replicas(1);
    request.mutable_spec()->set_runtime("tensorflow_serving");
    v1::Deployment made;
    auto stub = deployments();
    const absl::Status status = call(&v1::DeploymentService::Stub::Create, request, &made, *stub);
    QVERIFY(absl::IsFailedPrecondition(status));
    QVERIFY2(messageOf(status).find("--runtime-url") != std::string::npos, messageOf(status).c_str());
    v1::ListDeploymentsResponse list;
    QVERIFY(call(&v1::DeploymentService::Stub::List, v1::ListDeploymentsRequest(), &list, *stub).ok());
    QCOMPARE(list.deployments_size(), 0);
  }

  void aReplicasLogHasItsSidecarsLines() {
    launcher_->log_path = (dir_->path() / "worker.log").string();
    QVERIFY(writeFileAtomic(launcher_->log_path, "loaded\n").ok());
    QVERIFY(upload("1").ok());
    QVERIFY(promote("1").ok());
    QVERIFY(deploy("ep").ok());
    QTRY_VERIFY_WITH_TIMEOUT(settled("ep", "1"), 20'000);
    const std::string id = get("ep").replicas(0).id();
    absl::Status status;
    QCOMPARE(logsOf("", &status), std::vector<std::string>{id + " loaded"});  // its sidecar wrote nothing yet
    QVERIFY(status.ok());
    (void)logsOf(id + "/sidecar", &status);
    QVERIFY(absl::IsNotFound(status));
    QVERIFY(writeFileAtomic(dir_->path() / "work" / id / id / "sidecar.log", "serving\nhalf a li").ok());
    QCOMPARE(logsOf("", &status), (std::vector<std::string>{id + " loaded", id + "/sidecar serving"}));
    QCOMPARE(logsOf(id, &status).size(), std::size_t{2});
    QCOMPARE(logsOf(id + "/sidecar", &status), std::vector<std::string>{id + "/sidecar serving"});
    QVERIFY(status.ok());
  }

  void requestIdMakesACreateRepeatable() {
    QVERIFY(upload("1").ok());
    QVERIFY(promote("1").ok());
    v1::Deployment first, second;
    QVERIFY(deploy("ep", &first, "r-1").ok());
    QVERIFY(deploy("ep", &second, "r-1").ok());
    QCOMPARE(first.SerializeAsString(), second.SerializeAsString());
    QVERIFY(absl::IsAlreadyExists(deploy("ep", nullptr, "r-2")));
  }

  void badRoutingIsRefusedAndNothingChanges() {
    QVERIFY(upload("1").ok());
    QVERIFY(promote("1").ok());
    QVERIFY(deploy("ep").ok());
    QVERIFY(!applyRouting("nowhere", 0, nullptr).ok());
    QVERIFY(!applyRouting("ep", 0, nullptr, "unknown_experiment").ok());
    v1::RoutingRevision revision;
    QVERIFY(applyRouting("ep", 0, &revision, "", true).ok());  // validated only
    QVERIFY(applyRouting("ep", 0, &revision).ok());
    QCOMPARE(revision.revision(), std::uint64_t(1));
    QVERIFY(createExperiment("x").ok());
    QVERIFY(absl::IsAborted(applyRouting("ep", 7, nullptr, "x")));
    QVERIFY(applyRouting("ep", 1, &revision, "x").ok());
    QCOMPARE(revision.revision(), std::uint64_t(2));
    v1::ListRoutingResponse history;
    v1::RoutingRequest request;
    request.set_model_use_case("arrival_delay");
    auto stub = routings();
    QVERIFY(call(&v1::RoutingService::Stub::History, request, &history, *stub).ok());
    QCOMPARE(history.routings_size(), 2);
  }

  void endpointInUseIsNotDeleted() {
    QVERIFY(upload("1").ok());
    QVERIFY(promote("1").ok());
    QVERIFY(deploy("ep").ok());
    QVERIFY(deploy("other").ok());
    QVERIFY(applyRouting("ep", 0, nullptr).ok());
    v1::DeploymentRequest request;
    request.set_endpoint("ep");
    v1::Deployment response;
    auto stub = deployments();
    const absl::Status refused = call(&v1::DeploymentService::Stub::Delete, request, &response, *stub);
    QVERIFY(absl::IsFailedPrecondition(refused));
    QVERIFY(messageOf(refused).find("arrival_delay") != std::string::npos);
    QVERIFY(applyRouting("other", 0, nullptr).ok());
    QVERIFY(call(&v1::DeploymentService::Stub::Delete, request, &response, *stub).ok());
    QVERIFY(absl::IsFailedPrecondition(applyRouting("ep", 0, nullptr)) ||
            !applyRouting("ep", 0, nullptr).ok());
    QTRY_VERIFY_WITH_TIMEOUT(get("ep").spec().endpoint().empty(), 20'000);
  }

  void restartedControlPlaneKeepsEverything() {
    QVERIFY(upload("1").ok());
    QVERIFY(promote("1").ok());
    QVERIFY(deploy("ep").ok());
    QVERIFY(applyRouting("ep", 0, nullptr).ok());
    QTRY_VERIFY_WITH_TIMEOUT(settled("ep", "1"), 20'000);
    const int starts = launcher_->starts;
    plane_.reset();
    startPlane();
    QTRY_VERIFY_WITH_TIMEOUT(settled("ep", "1"), 20'000);
    QCOMPARE(launcher_->starts, starts);
    TestProxy proxy(channel_);
    QTRY_COMPARE(proxy.newest().routings_size(), 1);
    QCOMPARE(proxy.newest().workers(0).urls_size(), 1);
    v1::ListAuditResponse audit;
    auto stub = system();
    QVERIFY(call(&v1::SystemService::Stub::ListAudit, v1::ListAuditRequest(), &audit, *stub).ok());
    QCOMPARE(audit.entries_size(), 4);
    QCOMPARE(audit.entries(3).action(), std::string("routing.apply"));
  }

  void watchBeginsCompleteAndThenSendsWhatChanged() {
    auto stub = system();
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(20));
    v1::WatchRequest request;
    request.set_max_updates_per_second(50);
    auto reader = stub->Watch(&context, request);
    v1::WorldUpdate update;
    QVERIFY(reader->Read(&update));
    QVERIFY(update.complete() && update.has_models() && update.has_deployments() && update.has_routings() &&
            update.has_experiments() && update.has_status());
    const std::uint64_t revision = update.revision();
    QVERIFY(createExperiment("x").ok());
    bool seen = false;
    while (!seen && reader->Read(&update)) {
      QVERIFY(!update.complete());
      QVERIFY(!update.has_models());
      seen = update.has_experiments() && update.experiments().experiments_size() == 1;
    }
    QVERIFY(seen);
    QVERIFY(update.revision() > revision);
    context.TryCancel();
    QVERIFY(!reader->Finish().ok());
  }

  void secondControlPlaneIsRefused() {
    const auto second = ControlPlane::start(options(), {launcher_.get(), launcher_.get()});
    QVERIFY(absl::IsFailedPrecondition(second.status()));
  }

  void portInUseIsNamed() {
    auto other = TempDir::create();
    ControlOptions taken = options();
    taken.state_dir = other->path().string();
    taken.common.listen = plane_->address();
    const auto second = ControlPlane::start(taken, {launcher_.get(), launcher_.get()});
    QVERIFY(!second.ok());
    QVERIFY2(messageOf(second.status()).find(plane_->address()) != std::string::npos,
             messageOf(second.status()).c_str());
  }
};

QTEST_GUILESS_MAIN(TstControlPlane)
#include "tst_control_plane.moc"
