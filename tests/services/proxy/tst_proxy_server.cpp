// The proxy over real gRPC: fake worker servers on unix sockets, a fake control plane, and the program
// itself.
#include <QtTest>
#include <csignal>
#include <thread>

#include "aerie/v1/config.grpc.pb.h"
#include "aerie/v1/serving.grpc.pb.h"
#include "core/base/child_process.h"
#include "core/base/files.h"
#include "core/base/status.h"
#include "core/net/channel.h"
#include "inference/open_inference.grpc.pb.h"
#include "services/common/rpc_server.h"
#include "services/proxy/last_good_file.h"
#include "services/proxy/proxy_server.h"
#include "tests/services/proxy/fakes.h"

using namespace aerie;
using namespace aerie::proxy;
using namespace aerie::proxy::testing;

namespace {

// A worker that serves the model, or keeps calls until it is told to let them go.
class WorkerService final : public v1::Worker::CallbackService {
 public:
  explicit WorkerService(std::string version) : version_(std::move(version)) {}
  grpc::ServerUnaryReactor* Predict(grpc::CallbackServerContext* context, const v1::WorkerRequest* request,
                                    v1::PredictResponse* response) override {
    struct Held final : grpc::ServerUnaryReactor {
      explicit Held(WorkerService& owner) : owner_(owner) {}
      void OnCancel() override {
        ++owner_.cancelled;
        Finish(grpc::Status::CANCELLED);
      }
      void OnDone() override { delete this; }
      WorkerService& owner_;
    };
    ++requests;
    if (hold) return new Held(*this);
    *response = modelAnswer(*request, version_);
    grpc::ServerUnaryReactor* reactor = context->DefaultReactor();
    reactor->Finish(grpc::Status::OK);
    return reactor;
  }
  std::atomic<int> requests{0};
  std::atomic<int> cancelled{0};
  std::atomic<bool> hold{false};

 private:
  const std::string version_;
};

struct Worker {
  Worker(const std::string& address, const std::string& version) : service(version) {
    services::RpcServerOptions options;
    options.listen = {address};
    server = services::RpcServer::start(options, {&service}).value();
  }
  ~Worker() { server->shutdown(std::chrono::milliseconds(0)); }
  WorkerService service;
  std::unique_ptr<services::RpcServer> server;
};

// Streams what it is given to the proxy that watches, and remembers the proxy's last status.
class ControlService final : public v1::ProxyConfigService::CallbackService {
 public:
  class Watch final : public grpc::ServerBidiReactor<v1::ProxyStatus, v1::ProxyConfigSnapshot> {
   public:
    explicit Watch(ControlService& owner) : owner_(owner) {
      StartRead(&status_);
      const MutexLock lock(owner_.mutex_);
      owner_.watch_ = this;
      sendLocked();
    }
    void OnReadDone(bool ok) override {
      if (!ok) {
        finish();
        return;
      }
      {
        const MutexLock lock(owner_.mutex_);
        owner_.status_ = status_;
        ++owner_.statuses_;
      }
      StartRead(&status_);
    }
    void OnWriteDone(bool) override {
      const MutexLock lock(owner_.mutex_);
      writing_ = false;
      sendLocked();
    }
    void OnCancel() override { finish(); }
    void OnDone() override {
      {
        const MutexLock lock(owner_.mutex_);
        if (owner_.watch_ == this) owner_.watch_ = nullptr;
      }
      delete this;
    }
    void sendLocked() {
      if (writing_ || finished_ || sent_ == owner_.snapshot_.revision()) return;
      writing_ = true;
      outgoing_ = owner_.snapshot_;
      sent_ = outgoing_.revision();
      StartWrite(&outgoing_);
    }

   private:
    void finish() {
      const MutexLock lock(owner_.mutex_);
      if (finished_) return;
      finished_ = true;
      Finish(grpc::Status::OK);
    }
    ControlService& owner_;
    v1::ProxyStatus status_;
    v1::ProxyConfigSnapshot outgoing_;
    std::uint64_t sent_ = 0;
    bool writing_ = false;
    bool finished_ = false;
  };
  grpc::ServerBidiReactor<v1::ProxyStatus, v1::ProxyConfigSnapshot>* WatchProxyConfig(
      grpc::CallbackServerContext*) override {
    return new Watch(*this);
  }
  void publish(v1::ProxyConfigSnapshot next) {
    const MutexLock lock(mutex_);
    snapshot_ = std::move(next);
    if (watch_ != nullptr) watch_->sendLocked();
  }
  v1::ProxyStatus status() {
    const MutexLock lock(mutex_);
    return status_;
  }
  int statuses() {
    const MutexLock lock(mutex_);
    return statuses_;
  }

 private:
  Mutex mutex_;
  Watch* watch_ = nullptr;
  v1::ProxyConfigSnapshot snapshot_;
  v1::ProxyStatus status_;
  int statuses_ = 0;
};

struct Control {
  explicit Control(const std::string& address) {
    services::RpcServerOptions options;
    options.listen = {address};
    server = services::RpcServer::start(options, {&service}).value();
  }
  ~Control() { server->shutdown(std::chrono::milliseconds(0)); }
  ControlService service;
  std::unique_ptr<services::RpcServer> server;
};

// A proxy in this process, on a unix socket, and its client.
struct Stack {
  Stack() : dir(TempDir::create().value()) {
    options.common.listen = "unix:" + (dir.path() / "proxy").string();
    options.common.metrics_listen = "127.0.0.1:0";
    options.control = "unix:" + (dir.path() / "control").string();
    options.last_good = dir.path() / "last_good";
    options.drain_ms = 2'000;
  }
  std::string address(const std::string& name) const { return "unix:" + (dir.path() / name).string(); }
  v1::ProxyConfigSnapshot config(SnapshotOptions snapshot_options = {}, std::uint64_t revision = 1) const {
    for (const char* name : {"v1", "v2", "v3"})
      snapshot_options.urls.emplace(name, std::vector<std::string>{address(name)});
    return snapshot(snapshot_options, revision);
  }
  // Starts from the last good file, with no control plane.
  absl::Status startWith(const v1::ProxyConfigSnapshot& config) {
    AERIE_RETURN_IF_ERROR(saveLastGood(options.last_good, config));
    return start();
  }
  absl::Status start() {
    AERIE_ASSIGN_OR_RETURN(proxy, ProxyServer::start(options, clock));
    AERIE_ASSIGN_OR_RETURN(channel, net::connect(proxy->addresses().front()));
    stub = v1::PredictionProxy::NewStub(channel);
    return absl::OkStatus();
  }
  grpc::Status predict(const v1::ProxyRequest& request, v1::PredictResponse* response,
                       int deadline_ms = 20'000) const {
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + std::chrono::milliseconds(deadline_ms));
    return stub->Predict(&context, request, response);
  }
  v1::ProxyStatus status() const {
    grpc::ClientContext context;
    v1::ProxyStatus result;
    (void)stub->GetProxyStatus(&context, {}, &result);
    return result;
  }
  TempDir dir;
  SystemClock clock;
  ProxyOptions options;
  std::unique_ptr<ProxyServer> proxy;
  std::shared_ptr<grpc::Channel> channel;
  std::unique_ptr<v1::PredictionProxy::Stub> stub;
};

}  // namespace

class TstProxyServer final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void parallelRequestsAreNeverMixedUp();
  void killedReplicaCostsNoRow();
  void killedEndpointFallsBackToTheDefault();
  void silentShadowDoesNotHoldTheAnswer();
  void clientsDeadlineEndsWorkerCalls();
  void hedgeAnswersForAStuckReplica();
  void snapshotsOfTheControlPlaneAreApplied();
  void refusedSnapshotIsReportedAndLastGoodServes();
  void servesOnWhenTheControlPlaneGoes();
  void restartsWithoutAControlPlane();
  void oipClientsAreServed();
  void oipErrorsAreStatuses();
  void stoppingLetsRequestsInFlightEnd();
  void addressInUseIsNamed();
  void programServesAConfigFileAndStopsOnTerm();
  void programEndsWithOneWhenTheAddressIsInUse();
};

void TstProxyServer::parallelRequestsAreNeverMixedUp() {
  Stack stack;
  Worker v1(stack.address("v1"), "1");
  Worker v2(stack.address("v2"), "2");
  SnapshotOptions options;
  options.batch_size = 20;
  options.timeout_ms = 20'000;
  QVERIFY(stack.startWith(stack.config(options)).ok());
  std::atomic<int> wrong{0};
  std::vector<std::thread> threads;
  for (unsigned t = 0; t < 4; ++t) {
    threads.emplace_back([&stack, &wrong, t] {
      for (std::size_t i = 0; i < 50; ++i) {
        const std::size_t items = 1 + (t * 37 + i * 13) % 120;
        const std::size_t queries = i % 3 == 0 ? 0 : 1 + i % 9;
        v1::PredictResponse response;
        const grpc::Status status = stack.predict(*modelRequest(items, queries, i % 2 == 0), &response);
        if (!status.ok() || !response.item_status().empty() ||
            !wrongRow(response, items, queries, i % 2 == 0).empty())
          ++wrong;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  QCOMPARE(wrong.load(), 0);
  QCOMPARE(stack.status().use_cases(0).requests(), 200U);
  QVERIFY(v1.service.requests > 0 && v2.service.requests > 0);
}

void TstProxyServer::killedReplicaCostsNoRow() {
  Stack stack;
  Worker v1(stack.address("v1"), "1");
  auto a = std::make_unique<Worker>(stack.address("a"), "2");
  Worker b(stack.address("b"), "2");
  SnapshotOptions options;
  options.on_worker_failure = "fail_rows";
  options.timeout_ms = 20'000;
  options.urls["v2"] = {stack.address("a"), stack.address("b")};
  QVERIFY(stack.startWith(stack.config(options)).ok());
  v1::PredictResponse warm;
  for (int i = 0; i < 20; ++i) QVERIFY(stack.predict(*modelRequest(50), &warm).ok());
  QVERIFY(a->service.requests > 0);
  a.reset();
  for (int i = 0; i < 60; ++i) {
    v1::PredictResponse response;
    QVERIFY(stack.predict(*modelRequest(50), &response).ok());
    QVERIFY2(response.item_status().empty(), response.errors_size() > 1 ? response.errors(1).c_str() : "");
    QCOMPARE(wrongRow(response, 50), std::string());
  }
  const v1::ProxyStatus status = stack.status();
  QVERIFY(status.retries() > 0);
  bool ejected = false;
  for (const v1::ReplicaHealth& replica : status.replicas()) {
    if (replica.url() == stack.address("a")) ejected = !replica.healthy() && !replica.reason().empty();
  }
  QVERIFY(ejected);
}

void TstProxyServer::killedEndpointFallsBackToTheDefault() {
  Stack stack;
  Worker v1(stack.address("v1"), "1");
  SnapshotOptions options;
  options.timeout_ms = 20'000;
  QVERIFY(stack.startWith(stack.config(options)).ok());
  v1::PredictResponse response;
  QVERIFY(stack.predict(*modelRequest(50), &response).ok());
  QVERIFY(response.item_status().empty());
  QCOMPARE(wrongRow(response, 50), std::string());
  for (const v1::ServedBy& served : response.served_by()) QCOMPARE(served.endpoint(), std::string("v1"));
}

void TstProxyServer::silentShadowDoesNotHoldTheAnswer() {
  Stack stack;
  Worker v1(stack.address("v1"), "1");
  Worker v2(stack.address("v2"), "2");
  Worker v3(stack.address("v3"), "3");
  v3.service.hold = true;
  SnapshotOptions options;
  options.shadow = "v3";
  options.timeout_ms = 600'000;  // the shadow would hold an answer for ten minutes
  QVERIFY(stack.startWith(stack.config(options)).ok());
  v1::PredictResponse response;
  QVERIFY(stack.predict(*modelRequest(50), &response).ok());
  QCOMPARE(wrongRow(response, 50), std::string());
  QTRY_COMPARE(v3.service.requests.load(), 1);
  stack.proxy->shutdown();  // ends the shadow call that is still under way
  QTRY_COMPARE(v3.service.cancelled.load(), 1);
}

void TstProxyServer::clientsDeadlineEndsWorkerCalls() {
  Stack stack;
  Worker v1(stack.address("v1"), "1");
  v1.service.hold = true;
  SnapshotOptions options;
  options.timeout_ms = 600'000;
  options.experiment = false;
  QVERIFY(stack.startWith(stack.config(options)).ok());
  v1::PredictResponse response;
  QCOMPARE(stack.predict(*modelRequest(5), &response, 300).error_code(), grpc::StatusCode::DEADLINE_EXCEEDED);
  QTRY_COMPARE(v1.service.cancelled.load(), 1);
}

void TstProxyServer::hedgeAnswersForAStuckReplica() {
  Stack stack;
  Worker a(stack.address("a"), "1");
  Worker b(stack.address("b"), "1");
  a.service.hold = true;
  SnapshotOptions options;
  options.experiment = false;
  options.hedge_after_ms = 5;
  options.timeout_ms = 600'000;
  options.urls["v1"] = {stack.address("a"), stack.address("b")};
  QVERIFY(stack.startWith(stack.config(options)).ok());
  // Each request answers although half of the first choices get stuck; a stuck call is cancelled once its
  // hedge has answered.
  for (int i = 0; i < 40 && a.service.cancelled == 0; ++i) {
    v1::PredictResponse response;
    QVERIFY(stack.predict(*modelRequest(10), &response).ok());
    QCOMPARE(wrongRow(response, 10), std::string());
  }
  QTRY_VERIFY(a.service.cancelled > 0);
  QVERIFY(stack.status().hedges() > 0);
}

void TstProxyServer::snapshotsOfTheControlPlaneAreApplied() {
  Stack stack;
  Control control(stack.options.control);
  Worker v1(stack.address("v1"), "1");
  Worker v2(stack.address("v2"), "2");
  QVERIFY(stack.start().ok());
  v1::PredictResponse none;
  QCOMPARE(stack.predict(*modelRequest(5), &none).error_code(), grpc::StatusCode::UNAVAILABLE);
  control.service.publish(stack.config({}, 5));
  QTRY_COMPARE_WITH_TIMEOUT(control.service.status().config_revision(), std::uint64_t{5}, 20'000);
  QCOMPARE(control.service.status().config_source(), std::string("control plane"));
  QVERIFY(!control.service.status().proxy_id().empty());
  v1::PredictResponse response;
  QVERIFY(stack.predict(*modelRequest(50), &response).ok());
  QCOMPARE(response.served_by_size(), 2);
  const int before = control.service.statuses();
  QTRY_VERIFY_WITH_TIMEOUT(control.service.statuses() > before, 20'000);  // the status of each second
  SnapshotOptions without;
  without.experiment = false;
  control.service.publish(stack.config(without, 6));
  QTRY_COMPARE_WITH_TIMEOUT(control.service.status().config_revision(), std::uint64_t{6}, 20'000);
  v1::PredictResponse later;
  QVERIFY(stack.predict(*modelRequest(50), &later).ok());
  QCOMPARE(later.served_by_size(), 1);
}

void TstProxyServer::refusedSnapshotIsReportedAndLastGoodServes() {
  Stack stack;
  Control control(stack.options.control);
  Worker v1(stack.address("v1"), "1");
  Worker v2(stack.address("v2"), "2");
  control.service.publish(stack.config({}, 1));
  QVERIFY(stack.start().ok());
  QTRY_COMPARE_WITH_TIMEOUT(control.service.status().config_revision(), std::uint64_t{1}, 20'000);
  v1::ProxyConfigSnapshot bad = stack.config({}, 2);
  bad.mutable_routings(0)->set_default_worker_endpoint("v9");
  control.service.publish(bad);
  QTRY_COMPARE_WITH_TIMEOUT(control.service.status().refused_revision(), std::uint64_t{2}, 20'000);
  QCOMPARE(control.service.status().config_revision(), std::uint64_t{1});
  QVERIFY(control.service.status().refused_reason().find("v9") != std::string::npos);
  v1::PredictResponse response;
  QVERIFY(stack.predict(*modelRequest(50), &response).ok());
  QCOMPARE(wrongRow(response, 50), std::string());
  QCOMPARE(loadLastGood(stack.options.last_good)->revision(), std::uint64_t{1});
}

void TstProxyServer::servesOnWhenTheControlPlaneGoes() {
  Stack stack;
  auto control = std::make_unique<Control>(stack.options.control);
  Worker v1(stack.address("v1"), "1");
  Worker v2(stack.address("v2"), "2");
  control->service.publish(stack.config({}, 1));
  QVERIFY(stack.start().ok());
  QTRY_COMPARE_WITH_TIMEOUT(control->service.status().config_revision(), std::uint64_t{1}, 20'000);
  control.reset();
  v1::PredictResponse response;
  QVERIFY(stack.predict(*modelRequest(50), &response).ok());
  QCOMPARE(wrongRow(response, 50), std::string());
  control = std::make_unique<Control>(stack.options.control);  // and it comes back by itself
  control->service.publish(stack.config({}, 9));
  QTRY_COMPARE_WITH_TIMEOUT(control->service.status().config_revision(), std::uint64_t{9}, 30'000);
}

void TstProxyServer::restartsWithoutAControlPlane() {
  Stack stack;
  Worker v1(stack.address("v1"), "1");
  Worker v2(stack.address("v2"), "2");
  {
    Control control(stack.options.control);
    control.service.publish(stack.config({}, 3));
    QVERIFY(stack.start().ok());
    QTRY_COMPARE_WITH_TIMEOUT(control.service.status().config_revision(), std::uint64_t{3}, 20'000);
    stack.proxy.reset();
  }
  QVERIFY(stack.start().ok());
  v1::PredictResponse response;
  QVERIFY(stack.predict(*modelRequest(50), &response).ok());
  QCOMPARE(wrongRow(response, 50), std::string());
  QCOMPARE(stack.status().config_source(), std::string("last good file"));
  QCOMPARE(stack.status().config_revision(), std::uint64_t{3});
}

void TstProxyServer::oipClientsAreServed() {
  Stack stack;
  Worker v1(stack.address("v1"), "1");
  Worker v2(stack.address("v2"), "2");
  QVERIFY(stack.startWith(stack.config()).ok());
  const auto stub = inference::GRPCInferenceService::NewStub(stack.channel);
  inference::ModelInferRequest request;
  request.set_model_name("delay");
  const auto add = [&](const char* name, const char* type) {
    auto* tensor = request.add_inputs();
    tensor->set_name(name);
    tensor->set_datatype(type);
    tensor->add_shape(40);
    return tensor->mutable_contents();
  };
  auto* x = add("x", "FP64");
  auto* id = add("id", "INT64");
  auto* key = add("key", "BYTES");
  for (int i = 0; i < 40; ++i) {
    x->add_fp64_contents(i);
    id->add_int64_contents(i);
    key->add_bytes_contents("key-" + std::to_string(i));
  }
  (*request.mutable_parameters())["shared.s"].set_double_param(0.5);
  inference::ModelInferResponse response;
  grpc::ClientContext context;
  const grpc::Status status = stub->ModelInfer(&context, request, &response);
  QVERIFY2(status.ok(), status.error_message().c_str());
  QCOMPARE(response.outputs_size(), 3);
  for (int i = 0; i < 40; ++i) {
    QCOMPARE(response.outputs(0).contents().fp64_contents(i), model(i, 0, 0.5));
    QCOMPARE(response.outputs(1).contents().int64_contents(i), std::int64_t{i});
  }
  grpc::ClientContext ready_context;
  inference::ModelReadyRequest ready_request;
  ready_request.set_name("delay");
  inference::ModelReadyResponse ready;
  QVERIFY(stub->ModelReady(&ready_context, ready_request, &ready).ok());
  QVERIFY(ready.ready());
  grpc::ClientContext server_context;
  inference::ServerReadyResponse server_ready;
  QVERIFY(stub->ServerReady(&server_context, {}, &server_ready).ok());
  QVERIFY(server_ready.ready());
  grpc::ClientContext metadata_context;
  inference::ServerMetadataResponse metadata;
  QVERIFY(stub->ServerMetadata(&metadata_context, {}, &metadata).ok());
  QCOMPARE(metadata.name(), std::string("aerie-proxy"));
}

void TstProxyServer::oipErrorsAreStatuses() {
  Stack stack;
  QVERIFY(stack.startWith(stack.config()).ok());
  const auto stub = inference::GRPCInferenceService::NewStub(stack.channel);
  inference::ModelInferRequest request;
  request.set_model_name("nothing");
  inference::ModelInferResponse response;
  grpc::ClientContext bad_context;
  QCOMPARE(stub->ModelInfer(&bad_context, request, &response).error_code(),
           grpc::StatusCode::INVALID_ARGUMENT);
  auto* tensor = request.add_inputs();
  tensor->set_name("x");
  tensor->set_datatype("FP64");
  tensor->add_shape(1);
  tensor->mutable_contents()->add_fp64_contents(1);
  grpc::ClientContext unknown_context;
  QCOMPARE(stub->ModelInfer(&unknown_context, request, &response).error_code(), grpc::StatusCode::NOT_FOUND);
  grpc::ClientContext metadata_context;
  inference::ModelMetadataRequest metadata_request;
  metadata_request.set_name("nothing");
  inference::ModelMetadataResponse metadata;
  QCOMPARE(stub->ModelMetadata(&metadata_context, metadata_request, &metadata).error_code(),
           grpc::StatusCode::NOT_FOUND);
}

void TstProxyServer::stoppingLetsRequestsInFlightEnd() {
  Stack stack;
  Worker v1(stack.address("v1"), "1");
  Worker v2(stack.address("v2"), "2");
  stack.options.drain_ms = 60'000;
  SnapshotOptions options;
  options.timeout_ms = 20'000;
  QVERIFY(stack.startWith(stack.config(options)).ok());
  std::atomic<int> wrong{0};
  std::atomic<int> right{0};
  std::vector<std::thread> threads;
  for (int t = 0; t < 3; ++t) {
    threads.emplace_back([&] {
      while (true) {
        v1::PredictResponse response;
        const grpc::Status status = stack.predict(*modelRequest(50), &response);
        if (status.error_code() == grpc::StatusCode::UNAVAILABLE) return;  // stopped: safe to send elsewhere
        if (!status.ok() || !response.item_status().empty() || !wrongRow(response, 50).empty()) {
          ++wrong;
          return;
        }
        ++right;
      }
    });
  }
  [&] { QTRY_VERIFY_WITH_TIMEOUT(right > 50, 20'000); }();
  stack.proxy->shutdown();
  for (std::thread& thread : threads) thread.join();
  QCOMPARE(wrong.load(), 0);
}

void TstProxyServer::addressInUseIsNamed() {
  Stack stack;
  QVERIFY(stack.startWith(stack.config()).ok());
  const auto second = ProxyServer::start(stack.options, stack.clock);
  QVERIFY(!second.ok());
  QVERIFY(messageOf(second.status()).find(stack.options.common.listen) != std::string::npos);
  QVERIFY(messageOf(second.status()).find("--listen") != std::string::npos);
}

void TstProxyServer::programServesAConfigFileAndStopsOnTerm() {
  Stack stack;
  Worker v1(stack.address("v1"), "1");
  const auto config = stack.dir.path() / "config.yaml";
  const auto address_file = stack.dir.path() / "address";
  QVERIFY(
      writeFileAtomic(
          config, fmt::format("model_use_case: delay\ndefault_worker_endpoint: v1\n---\nworker_endpoint: v1\n"
                              "environment: local\nurls: [\"{}\"]\n",
                              stack.address("v1")))
          .ok());
  ChildOptions child;
  child.arguments = {std::string(AERIE_BIN_DIR) + "/aerie-proxy",
                     "--listen",
                     "127.0.0.1:0",
                     "--metrics-listen",
                     "127.0.0.1:0",
                     "--config-file",
                     config.string(),
                     "--address-file",
                     address_file.string(),
                     "--log-level",
                     "warning"};
  const auto pid = spawnChild(child);
  QVERIFY2(pid.ok(), messageOf(pid.status()).c_str());
  QTRY_VERIFY_WITH_TIMEOUT(std::filesystem::exists(address_file), 20'000);
  const auto channel = net::connect(readFile(address_file).value());
  QVERIFY(channel.ok());
  stack.stub = v1::PredictionProxy::NewStub(*channel);
  v1::PredictResponse response;
  const grpc::Status status = stack.predict(*modelRequest(50), &response);
  QVERIFY2(status.ok(), status.error_message().c_str());
  QCOMPARE(wrongRow(response, 50), std::string());
  QVERIFY(signalChild(*pid, SIGTERM).ok());
  std::optional<ExitState> exit;
  const auto ended = [&] {
    if (!exit.has_value()) exit = pollChild(*pid);
    return exit.has_value();
  };
  QTRY_VERIFY_WITH_TIMEOUT(ended(), 20'000);
  QVERIFY2(exit->clean(), exit->text().c_str());
}

void TstProxyServer::programEndsWithOneWhenTheAddressIsInUse() {
  Stack stack;
  QVERIFY(stack.startWith(stack.config()).ok());
  ChildOptions child;
  child.arguments = {std::string(AERIE_BIN_DIR) + "/aerie-proxy", "--listen", stack.options.common.listen,
                     "--metrics-listen", "127.0.0.1:0"};
  const auto run = runToEnd(child);
  QVERIFY(run.ok());
  QCOMPARE(run->exit.code, 1);
  QVERIFY2(run->output.find(stack.options.common.listen) != std::string::npos, run->output.c_str());
}

QTEST_GUILESS_MAIN(TstProxyServer)
#include "tst_proxy_server.moc"
