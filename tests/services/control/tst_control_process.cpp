// Real processes: aerie-control launches aerie-worker, is killed, comes back, and takes over what it had
// started.
#include <QtTest>

#include "aerie/v1/control.grpc.pb.h"
#include "core/deploy/deployment_repository.h"
#include "core/experiments/experiment_repository.h"
#include "core/features/feature_store.h"
#include "core/registry/registry_repository.h"
#include "services/control/audit_log.h"
#include "tests/core/bundle/sample_bundle.h"
#include "tests/services/worker/worker_process.h"

using namespace aerie;
using namespace aerie::testing;

class TstControlProcess final : public QObject {
  Q_OBJECT
  SigningKey key_ = SigningKey::generate();
  std::optional<TempDir> dir_;
  pid_t pid_ = 0;
  std::shared_ptr<grpc::Channel> channel_;

  void startControl(std::vector<std::string> more = {}) {
    const auto address = dir_->path() / "address";
    std::filesystem::remove(address);
    ChildOptions child;
    child.arguments = {AERIE_BIN_DIR "/aerie-control",
                       "--listen",
                       "127.0.0.1:0",
                       "--metrics-listen",
                       "127.0.0.1:0",
                       "--state-dir",
                       (dir_->path() / "state").string(),
                       "--address-file",
                       address.string(),
                       "--trusted-keys",
                       (dir_->path() / "trusted_keys").string(),
                       "--feature-store",
                       "sqlite:" + (dir_->path() / "features.db").string(),
                       "--log-format",
                       "text"};
    child.arguments.insert(child.arguments.end(), more.begin(), more.end());
    child.output = dir_->path() / "control.log";
    pid_ = spawnChild(child).value();
    QTRY_VERIFY_WITH_TIMEOUT(std::filesystem::exists(address), 20'000);
    net::ChannelOptions options;
    options.own_connection = true;
    channel_ = net::connect(readFile(address).value(), options).value();
  }
  std::string log() const { return readFile(dir_->path() / "control.log").value_or(""); }
  absl::Status registerVersion(const std::string& version,
                               const std::function<void(bundle::BundleContents&)>& change = {}) {
    const auto archive = dir_->path() / (version + ".aerie");
    AERIE_RETURN_IF_ERROR(
        packTestBundle(dir_->path() / "model.ubj", key_, archive, [&](bundle::BundleContents& contents) {
          contents.manifest.set_version(version);
          if (change) change(contents);
        }));
    auto stub = v1::RegistryService::NewStub(channel_);
    grpc::ClientContext context;
    v1::ModelVersion response;
    auto writer = stub->Register(&context, &response);
    v1::RegisterChunk chunk;
    chunk.mutable_header();
    writer->Write(chunk);
    chunk.set_data(readFile(archive).value());
    writer->Write(chunk);
    writer->WritesDone();
    return net::fromGrpc(writer->Finish());
  }
  absl::Status promote(const std::string& version) {
    grpc::ClientContext context;
    v1::PromoteRequest request;
    request.set_model("tiny");
    request.set_version(version);
    request.set_stage("production");
    v1::ModelVersion response;
    return net::fromGrpc(v1::RegistryService::NewStub(channel_)->Promote(&context, request, &response));
  }
  v1::Deployment get() {
    grpc::ClientContext context;
    v1::DeploymentRequest request;
    request.set_endpoint("tiny_live");
    v1::Deployment response;
    (void)v1::DeploymentService::NewStub(channel_)->Get(&context, request, &response);
    return response;
  }
  std::string condition(const std::string& type) {
    const v1::Deployment deployment = get();
    for (const v1::Condition& c : deployment.conditions()) {
      if (c.type() == type) return (c.status() ? "true " : "false ") + c.reason() + ": " + c.message();
    }
    return "";
  }
  bool settled(const std::string& version) {
    return get().serving_version() == version && condition("Ready").rfind("true", 0) == 0 &&
           condition("Progressing").rfind("false Settled", 0) == 0;
  }
  static bool alive(std::int64_t pid) { return processStartTicks(static_cast<pid_t>(pid)).ok(); }

 private Q_SLOTS:
  void init() {
    auto dir = TempDir::create();
    dir_.emplace(*std::move(dir));
    QVERIFY(writeFileAtomic(dir_->path() / "trusted_keys", test::trusting(key_).text()).ok());
    QVERIFY(trainTinyModel(dir_->path() / "model.ubj").ok());
    auto store = features::openFeatureStore("sqlite:" + (dir_->path() / "features.db").string());
    QVERIFY(store.ok());
    QVERIFY(fillOrigins(**store).ok());
    startControl();
  }
  void cleanup() {
    std::vector<std::int64_t> workers;
    const v1::Deployment deployment = get();
    for (const v1::ReplicaState& r : deployment.replicas()) workers.push_back(r.pid());
    channel_.reset();
    if (pid_ != 0) {
      (void)signalChild(pid_, SIGKILL);
      QTRY_VERIFY_WITH_TIMEOUT(pollChild(pid_).has_value(), 10'000);
    }
    for (const std::int64_t worker : workers) {
      if (worker > 1) (void)signalChild(static_cast<pid_t>(worker), SIGKILL);
    }
    if (QTest::currentTestFailed()) qWarning("%s", log().c_str());
    dir_.reset();
  }

  void killedControlPlaneTakesItsWorkersBackAndRollsOn() {
    QVERIFY(registerVersion("1").ok());
    QVERIFY(registerVersion("2").ok());
    QVERIFY(promote("1").ok());
    {
      grpc::ClientContext context;
      v1::CreateDeploymentRequest request;
      request.mutable_spec()->set_endpoint("tiny_live");
      request.mutable_spec()->set_model("tiny");
      request.mutable_spec()->set_stage("production");
      request.mutable_spec()->set_replicas(1);
      v1::Deployment response;
      const grpc::Status status =
          v1::DeploymentService::NewStub(channel_)->Create(&context, request, &response);
      QVERIFY2(status.ok(), status.error_message().c_str());
    }
    QTRY_VERIFY2_WITH_TIMEOUT(settled("1"), condition("Progressing").c_str(), 60'000);
    const std::int64_t worker = get().replicas(0).pid();

    QVERIFY(signalChild(pid_, SIGKILL).ok());
    QTRY_VERIFY(pollChild(pid_).has_value());
    QVERIFY(alive(worker));
    startControl();
    QTRY_VERIFY_WITH_TIMEOUT(settled("1"), 30'000);
    QCOMPARE(get().replicas(0).pid(), worker);
    QCOMPARE(get().replicas(0).restarts(), 0U);

    // A bundle whose self-test does not hold leaves the version before serving.
    QVERIFY(registerVersion("wrong", [](bundle::BundleContents& contents) {
              frame::toWire(*frame::DataFrame::create({frame::Column::ofFloats("probability", {9, 9, 9})}),
                            contents.self_test.mutable_expected_outputs());
            }).ok());
    QVERIFY(promote("wrong").ok());
    QTRY_VERIFY2_WITH_TIMEOUT(condition("Progressing").find("RetryAfterFailure") != std::string::npos,
                              condition("Progressing").c_str(), 60'000);
    QCOMPARE(get().serving_version(), std::string("1"));
    QVERIFY(alive(worker));

    QVERIFY(promote("2").ok());
    QTRY_VERIFY2_WITH_TIMEOUT(settled("2"), condition("Progressing").c_str(), 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(!alive(worker), 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(get().replicas_size(), 1, 20'000);
  }

  void termEndsItCleanlyAndWorkersStay() {
    QVERIFY(signalChild(pid_, SIGTERM).ok());
    std::optional<ExitState> exit;
    QTRY_VERIFY_WITH_TIMEOUT(exit.has_value() || (exit = pollChild(pid_)).has_value(), 20'000);
    pid_ = 0;
    QVERIFY2(exit->clean(), exit->text().c_str());
  }

  void newerDatabaseIsRefusedWithAReason() {
    QVERIFY(signalChild(pid_, SIGTERM).ok());
    QTRY_VERIFY_WITH_TIMEOUT(pollChild(pid_).has_value(), 20'000);
    pid_ = 0;
    const std::filesystem::path db = dir_->path() / "state" / "control.db";
    {
      const storage::MigrationSet sets[] = {{"registry", registry::kRegistryMigrations},
                                            {"experiments", experiments::kExperimentMigrations},
                                            {"deploy", deploy::kDeployMigrations},
                                            {"control", control::kControlMigrations}};
      auto opened = storage::Database::open(db, sets);
      QVERIFY(opened.ok());
      QVERIFY(opened->execute("UPDATE schema_version SET version = version + 1 WHERE room = 'control'").ok());
    }
    const auto result =
        runToEnd({.arguments = {AERIE_BIN_DIR "/aerie-control", "--listen", "127.0.0.1:0", "--metrics-listen",
                                "127.0.0.1:0", "--state-dir", (dir_->path() / "state").string()},
                  .environment = {},
                  .working_directory = {},
                  .output = {}});
    QVERIFY(result.ok());
    QCOMPARE(result->exit.code, 1);
    QVERIFY2(result->output.find("control.db") != std::string::npos &&
                 result->output.find("newer") != std::string::npos,
             result->output.c_str());
  }
};

QTEST_GUILESS_MAIN(TstControlProcess)
#include "tst_control_process.moc"
