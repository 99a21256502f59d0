// Requests through a proxy over real gRPC: replicas that die or hang, deadlines, hedges, both protocols.
#include <QtTest>
#include <thread>

#include "core/net/channel.h"
#include "inference/open_inference.grpc.pb.h"
#include "tests/services/proxy/proxy_stack.h"

using namespace aerie;
using namespace aerie::proxy;
using namespace aerie::proxy::testing;

class TstProxyServer final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void parallelRequestsAreNeverMixedUp();
  void killedReplicaCostsNoRow();
  void killedEndpointFallsBackToTheDefault();
  void silentShadowDoesNotHoldTheAnswer();
  void clientsDeadlineEndsWorkerCalls();
  void hedgeAnswersForAStuckReplica();
  void oipClientsAreServed();
  void oipErrorsAreStatuses();
  void stoppingLetsRequestsInFlightEnd();
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

QTEST_GUILESS_MAIN(TstProxyServer)
#include "tst_proxy_server.moc"
