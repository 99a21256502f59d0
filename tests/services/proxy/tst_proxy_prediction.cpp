// A whole prediction over fake workers: assignment, fallback, overload, shadows, deadlines, explain.
#include <QtTest>
#include <random>

#include "core/base/status.h"
#include "services/proxy/prediction.h"
#include "services/proxy/shadow.h"
#include "tests/services/proxy/fakes.h"

using namespace aerie;
using namespace aerie::proxy;
using namespace aerie::proxy::testing;
using std::chrono::milliseconds;

namespace {

struct Proxy {
  explicit Proxy(const SnapshotOptions& options = {}, PredictionWorld::Options world_options = {})
      : world{clock, timers, config, stats, world_options} {
    applied = config.apply(snapshot(options), "control plane");
    fleet["unix:/v2"].behave = FakeWorker::serves("2");
    fleet["unix:/v3"].behave = FakeWorker::serves("3");
  }
  struct Answer {
    int times = 0;
    absl::Status status;
    v1::PredictResponse response;
    std::shared_ptr<Prediction> prediction;
  };
  std::shared_ptr<Answer> predict(std::shared_ptr<v1::ProxyRequest> request,
                                  MonoTime deadline = MonoTime::max()) {
    auto answer = std::make_shared<Answer>();
    answer->prediction = Prediction::start(world, std::move(request), deadline, &answer->response,
                                           [answer](absl::Status status) {
                                             ++answer->times;
                                             answer->status = std::move(status);
                                           });
    return answer;
  }
  v1::ProxyStatus status() {
    v1::ProxyStatus result;
    config.fill(&result);
    stats.fill(&result);
    return result;
  }
  ManualClock clock;
  telemetry::Metrics metrics;
  TrafficStats stats{clock, metrics};
  ManualTimers timers;
  FakeFleet fleet;
  ServingConfig config{clock, stats, fleet.factory(), {}};
  PredictionWorld world;
  absl::Status applied;
};

std::string endpointOf(const v1::PredictResponse& response, int item) {
  const std::uint32_t index = response.item_served_by().empty() ? 0 : response.item_served_by(item);
  return response.served_by(static_cast<int>(index)).endpoint();
}

std::string armOf(const v1::PredictResponse& response, int item) {
  const std::uint32_t index = response.item_assignment().empty() ? 0 : response.item_assignment(item);
  return response.assignments(static_cast<int>(index)).arm();
}

int failedItems(const v1::PredictResponse& response) {
  return static_cast<int>(std::count_if(response.item_status().begin(), response.item_status().end(),
                                        [](int code) { return code != 0; }));
}

}  // namespace

class TstProxyPrediction final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void everyRowIsAnsweredByItsArm_data();
  void everyRowIsAnsweredByItsArm();
  void unknownUseCaseNamesTheNearest();
  void withoutConfigIsUnavailable();
  void noItemsIsAnEmptyAnswer();
  void nullAndAbsentKeysGoToTheDefaultAndAreCounted();
  void failedArmFallsBackToTheDefaultEndpoint();
  void failedDefaultEndpointFailsRows();
  void failRowsPolicyDoesNotFallBack();
  void badRequestDoesNotFallBack();
  void rolloutUnderARequestIsFollowed();
  void drainingRefusesNewRequests();
  void fallbackStaysWithinTheClientsDeadline();
  void workerDeadlineIsTheSmallerOne_data();
  void workerDeadlineIsTheSmallerOne();
  void fullEndpointRefusesAtOnce();
  void fullEndpointOfOneArmFailsItsRowsOnly();
  void fullProxyRefusesAtOnce();
  void shadowNeverDelaysTheAnswer();
  void failingShadowChangesNothing();
  void shadowsAreDroppedFirst();
  void shadowSampleIsDeterministicAndFair();
  void forceArmSendsEveryItemThere();
  void unknownForcedArmIsRefused();
  void explainGivesAReasonPerItem();
  void cancelEndsWorkerCalls();
  void trafficIsCountedPerArm();
  void scoresOfOneRequestInSixteenAreKept();
  void eachKeyCountsOnceForTheSplit();
  void keysAreCountedAnewWithOtherWeights();
};

void TstProxyPrediction::everyRowIsAnsweredByItsArm_data() {
  QTest::addColumn<unsigned>("seed");
  for (unsigned seed = 1; seed <= 40; ++seed) QTest::addRow("seed %u", seed) << seed;
}

void TstProxyPrediction::everyRowIsAnsweredByItsArm() {
  QFETCH(unsigned, seed);
  std::mt19937 random(seed);
  SnapshotOptions options;
  options.batch_size = static_cast<std::uint32_t>(1 + random() % 100);
  const std::size_t items = 1 + random() % 250;
  const std::size_t queries = random() % 2 == 0 ? 0 : 1 + random() % 30;
  const bool shared = random() % 2 == 0;
  Proxy proxy(options);
  QVERIFY2(proxy.applied.ok(), messageOf(proxy.applied).c_str());
  const auto answer = proxy.predict(modelRequest(items, queries, shared));
  QCOMPARE(answer->times, 1);
  QVERIFY2(answer->status.ok(), messageOf(answer->status).c_str());
  QCOMPARE(wrongRow(answer->response, items, queries, shared), std::string());
  QVERIFY(!answer->response.request_id().empty());
  const routing::UseCase* use_case = proxy.config.current()->table->find("delay");
  for (std::size_t i = 0; i < items; ++i) {
    const std::string key = "key-" + std::to_string(i);
    const routing::KeyValue keys[] = {std::string_view(key)};
    const bool treatment = use_case->assign(keys).arm == 1;
    QCOMPARE(armOf(answer->response, static_cast<int>(i)), std::string(treatment ? "treatment" : "control"));
    QCOMPARE(endpointOf(answer->response, static_cast<int>(i)), std::string(treatment ? "v2" : "v1"));
  }
  QCOMPARE(proxy.world.in_flight.load(), 0U);
}

void TstProxyPrediction::unknownUseCaseNamesTheNearest() {
  Proxy proxy;
  const auto request = modelRequest(3);
  request->set_model_use_case_name("delya");
  const auto answer = proxy.predict(request);
  QCOMPARE(answer->status.code(), absl::StatusCode::kNotFound);
  QVERIFY(messageOf(answer->status).find("'delay'") != std::string::npos);
}

void TstProxyPrediction::withoutConfigIsUnavailable() {
  Proxy proxy;
  ServingConfig empty(proxy.clock, proxy.stats, proxy.fleet.factory(), {});
  PredictionWorld world{proxy.clock, proxy.timers, empty, proxy.stats, {}};
  v1::PredictResponse response;
  absl::Status status;
  Prediction::start(world, modelRequest(1), MonoTime::max(), &response,
                    [&](absl::Status s) { status = std::move(s); });
  QCOMPARE(status.code(), absl::StatusCode::kUnavailable);
}

void TstProxyPrediction::noItemsIsAnEmptyAnswer() {
  Proxy proxy;
  auto request = std::make_shared<v1::ProxyRequest>();
  request->set_model_use_case_name("delay");
  const auto answer = proxy.predict(request);
  QVERIFY(answer->status.ok());
  QCOMPARE(answer->response.outputs().row_count(), 0U);
  QVERIFY(proxy.fleet["unix:/v1"].calls.empty());
}

void TstProxyPrediction::nullAndAbsentKeysGoToTheDefaultAndAreCounted() {
  Proxy proxy;
  const auto request = modelRequest(8);
  request->mutable_feature_data_frame()->mutable_columns(2)->set_null_bitmap(std::string(1, '\xff'));
  const auto answer = proxy.predict(request);
  QVERIFY(answer->status.ok());
  for (int i = 0; i < 8; ++i) {
    QCOMPARE(endpointOf(answer->response, i), std::string("v1"));
    QCOMPARE(armOf(answer->response, i), std::string());
  }
  QCOMPARE(failedItems(answer->response), 0);
  QCOMPARE(proxy.status().use_cases(0).items_without_key(), 8U);
}

void TstProxyPrediction::failedArmFallsBackToTheDefaultEndpoint() {
  Proxy proxy;
  proxy.fleet["unix:/v2"].behave = FakeWorker::fails(unavailable("connection refused"));
  const auto answer = proxy.predict(modelRequest(50));
  QVERIFY(answer->status.ok());
  QCOMPARE(failedItems(answer->response), 0);
  QCOMPARE(wrongRow(answer->response, 50), std::string());
  int treated = 0;
  for (int i = 0; i < 50; ++i) {
    QCOMPARE(endpointOf(answer->response, i), std::string("v1"));
    if (armOf(answer->response, i) == "treatment") ++treated;
  }
  QVERIFY(treated > 0);  // the assignment stays what it was
  bool seen = false;
  const v1::ProxyStatus status = proxy.status();
  for (const v1::EndpointTraffic& traffic : status.traffic()) {
    if (traffic.arm() == "treatment" && traffic.endpoint() == "v1") {
      seen = true;
      QCOMPARE(static_cast<int>(traffic.items_ok()), treated);
    }
  }
  QVERIFY(seen);
}

void TstProxyPrediction::failedDefaultEndpointFailsRows() {
  Proxy proxy;
  proxy.fleet["unix:/v1"].behave = FakeWorker::fails(unavailable("connection refused"));
  const auto answer = proxy.predict(modelRequest(50));
  QVERIFY(answer->status.ok());
  QVERIFY(failedItems(answer->response) > 0 && failedItems(answer->response) < 50);
  QCOMPARE(wrongRow(answer->response, 50), std::string());
  for (int i = 0; i < 50; ++i)
    QCOMPARE(answer->response.item_status(i), armOf(answer->response, i) == "control" ? 14 : 0);
  QCOMPARE(static_cast<int>(proxy.status().use_cases(0).failed_items()), failedItems(answer->response));
}

void TstProxyPrediction::failRowsPolicyDoesNotFallBack() {
  SnapshotOptions options;
  options.on_worker_failure = "fail_rows";
  Proxy proxy(options);
  proxy.fleet["unix:/v2"].behave = FakeWorker::fails(unavailable("connection refused"));
  const auto answer = proxy.predict(modelRequest(50));
  QVERIFY(answer->status.ok());
  for (int i = 0; i < 50; ++i) {
    const bool treated = armOf(answer->response, i) == "treatment";
    QCOMPARE(answer->response.item_status(i), treated ? 14 : 0);
    QCOMPARE(endpointOf(answer->response, i), std::string(treated ? "v2" : "v1"));
  }
  QCOMPARE(wrongRow(answer->response, 50), std::string());
}

void TstProxyPrediction::badRequestDoesNotFallBack() {
  Proxy proxy;
  proxy.fleet["unix:/v2"].behave = FakeWorker::fails(invalidArgument("feature distance is missing"));
  const auto answer = proxy.predict(modelRequest(50));
  QVERIFY(answer->status.ok());
  QVERIFY(failedItems(answer->response) > 0);
  QCOMPARE(proxy.fleet["unix:/v1"].calls.size(), 1U);
  QVERIFY(answer->response.errors(1).find("feature distance is missing") != std::string::npos);
}

void TstProxyPrediction::rolloutUnderARequestIsFollowed() {
  SnapshotOptions options;
  options.experiment = false;
  Proxy proxy(options);
  proxy.fleet["unix:/v1"].behave = nullptr;
  const auto answer = proxy.predict(modelRequest(20, 2, true));
  options.urls["v1"] = {"unix:/v1-new"};
  QVERIFY(proxy.config.apply(snapshot(options, 2), "control plane").ok());
  proxy.fleet["unix:/v1"].calls.at(0)->answer(
      {unavailable("connection refused"), {}});  // the old replica has gone
  QCOMPARE(answer->times, 1);
  QCOMPARE(failedItems(answer->response), 0);
  QCOMPARE(wrongRow(answer->response, 20, 2, true), std::string());
  QCOMPARE(answer->response.served_by(0).replica(), std::string("unix:/v1-new"));
}

void TstProxyPrediction::drainingRefusesNewRequests() {
  Proxy proxy;
  QVERIFY(proxy.predict(modelRequest(5))->status.ok());
  proxy.world.drain(milliseconds(0));
  QCOMPARE(proxy.predict(modelRequest(5))->status.code(), absl::StatusCode::kUnavailable);
  QCOMPARE(proxy.world.in_flight.load(), 0U);
}

void TstProxyPrediction::fallbackStaysWithinTheClientsDeadline() {
  Proxy proxy;
  proxy.fleet["unix:/v2"].behave = [&](const v1::WorkerRequest&) {
    proxy.clock.advance(milliseconds(50));
    return WorkerAnswer{deadlineExceeded("too slow"), {}};
  };
  const auto answer = proxy.predict(modelRequest(50), proxy.clock.monoNow() + milliseconds(40));
  QVERIFY(answer->status.ok());
  QVERIFY(failedItems(answer->response) > 0);
  QCOMPARE(proxy.fleet["unix:/v1"].calls.size(), 1U);
}

void TstProxyPrediction::workerDeadlineIsTheSmallerOne_data() {
  QTest::addColumn<int>("client_ms");
  QTest::addColumn<int>("expected_ms");
  QTest::newRow("the client's is shorter") << 30 << 30;
  QTest::newRow("the endpoint's timeout is shorter") << 5'000 << 100;
  QTest::newRow("the client has none") << 0 << 100;
}

void TstProxyPrediction::workerDeadlineIsTheSmallerOne() {
  QFETCH(int, client_ms);
  QFETCH(int, expected_ms);
  SnapshotOptions options;
  options.timeout_ms = 100;
  Proxy proxy(options);
  const MonoTime now = proxy.clock.monoNow();
  proxy.predict(modelRequest(50), client_ms == 0 ? MonoTime::max() : now + milliseconds(client_ms));
  QVERIFY(proxy.fleet["unix:/v1"].calls.at(0)->deadline == now + milliseconds(expected_ms));
  QVERIFY(proxy.fleet["unix:/v2"].calls.at(0)->deadline == now + milliseconds(expected_ms));
}

void TstProxyPrediction::fullEndpointRefusesAtOnce() {
  SnapshotOptions options;
  options.experiment = false;
  options.max_in_flight = 2;
  Proxy proxy(options);
  proxy.fleet["unix:/v1"].behave = nullptr;
  const auto first = proxy.predict(modelRequest(5));
  const auto second = proxy.predict(modelRequest(5));
  const auto third = proxy.predict(modelRequest(5));
  QCOMPARE(first->times + second->times, 0);
  QCOMPARE(third->times, 1);
  QCOMPARE(third->status.code(), absl::StatusCode::kResourceExhausted);
  QVERIFY(messageOf(third->status).find("worker endpoint v1") != std::string::npos);
  const auto calls = proxy.fleet["unix:/v1"].calls;
  for (const auto& call : calls) call->answer({absl::OkStatus(), modelAnswer(*call->request, "1")});
  QVERIFY(first->status.ok() && second->status.ok());
  QCOMPARE(first->times + second->times, 2);
}

void TstProxyPrediction::fullEndpointOfOneArmFailsItsRowsOnly() {
  SnapshotOptions options;
  options.max_in_flight = 1;
  Proxy proxy(options);
  proxy.fleet["unix:/v2"].behave = nullptr;
  const auto stuck = proxy.predict(modelRequest(50));
  QCOMPARE(stuck->times, 0);
  const auto answer = proxy.predict(modelRequest(50));
  QVERIFY(answer->status.ok());
  for (int i = 0; i < 50; ++i)
    QCOMPARE(answer->response.item_status(i), armOf(answer->response, i) == "treatment" ? 8 : 0);
  const auto calls = proxy.fleet["unix:/v2"].calls;
  for (const auto& call : calls) call->answer({absl::OkStatus(), modelAnswer(*call->request, "2")});
  QCOMPARE(wrongRow(stuck->response, 50), std::string());
}

void TstProxyPrediction::fullProxyRefusesAtOnce() {
  PredictionWorld::Options bounds;
  bounds.max_in_flight = 1;
  Proxy proxy({}, bounds);
  proxy.fleet["unix:/v1"].behave = nullptr;
  const auto stuck = proxy.predict(modelRequest(50));
  const auto refused = proxy.predict(modelRequest(50));
  QCOMPARE(refused->status.code(), absl::StatusCode::kResourceExhausted);
  const auto calls = proxy.fleet["unix:/v1"].calls;
  for (const auto& call : calls) call->answer({absl::OkStatus(), modelAnswer(*call->request, "1")});
  QCOMPARE(stuck->times, 1);
  QVERIFY(proxy.predict(modelRequest(0))->status.ok());
}

void TstProxyPrediction::shadowNeverDelaysTheAnswer() {
  SnapshotOptions options;
  options.shadow = "v3";
  options.batch_size = 30;
  Proxy proxy(options);
  proxy.fleet["unix:/v3"].behave = nullptr;  // never answers
  const auto answer = proxy.predict(modelRequest(50));
  QCOMPARE(answer->times, 1);
  QCOMPARE(wrongRow(answer->response, 50), std::string());
  QCOMPARE(proxy.fleet["unix:/v3"].calls.size(), 2U);
  QCOMPARE(proxy.fleet["unix:/v3"].calls[0]->request->feature_data_frame().row_count(), 25U);
  QVERIFY(proxy.fleet["unix:/v3"].calls[0]->request->attribution().shadow());
  QCOMPARE(proxy.status().shadow_sent(), 2U);
  const auto calls = proxy.fleet["unix:/v3"].calls;
  for (const auto& call : calls) call->answer({absl::OkStatus(), {}});
  QCOMPARE(proxy.world.shadows_in_flight.load(), 0U);
}

void TstProxyPrediction::failingShadowChangesNothing() {
  SnapshotOptions options;
  options.shadow = "v3";
  options.experiment = false;  // the single-chunk path, where the frames move into the live request
  Proxy proxy(options);
  proxy.fleet["unix:/v3"].behave = FakeWorker::fails(internalError("broken"));
  const auto answer = proxy.predict(modelRequest(20, 3, true));
  QVERIFY(answer->status.ok());
  QCOMPARE(failedItems(answer->response), 0);
  QCOMPARE(wrongRow(answer->response, 20, 3, true), std::string());
  const v1::WorkerRequest& live = *proxy.fleet["unix:/v1"].calls.at(0)->request;
  const v1::WorkerRequest& copy = *proxy.fleet["unix:/v3"].calls.at(0)->request;
  QCOMPARE(modelAnswer(copy, "1").outputs().SerializeAsString(),
           modelAnswer(live, "1").outputs().SerializeAsString());
}

void TstProxyPrediction::shadowsAreDroppedFirst() {
  SnapshotOptions options;
  options.shadow = "v3";
  options.experiment = false;
  options.max_in_flight = 4;
  Proxy proxy(options);
  proxy.fleet["unix:/v3"].behave = nullptr;
  for (int i = 0; i < 5; ++i) QVERIFY(proxy.predict(modelRequest(10))->status.ok());
  QCOMPARE(proxy.fleet["unix:/v3"].calls.size(), 2U);  // half of the endpoint stays free for live traffic
  QCOMPARE(proxy.status().shadow_sent(), 2U);
  QCOMPARE(proxy.status().shadow_dropped(), 3U);
  // Shadows that end give their places back.
  const auto held = proxy.fleet["unix:/v3"].calls;
  for (const auto& call : held) call->answer({absl::OkStatus(), modelAnswer(*call->request, "1")});
  QVERIFY(proxy.predict(modelRequest(10))->status.ok());
  QCOMPARE(proxy.status().shadow_sent(), 3U);
  const auto last = proxy.fleet["unix:/v3"].calls.back();
  last->answer({absl::OkStatus(), modelAnswer(*last->request, "1")});
}

void TstProxyPrediction::shadowSampleIsDeterministicAndFair() {
  int sampled = 0;
  for (int i = 0; i < 10'000; ++i) {
    const std::string id = "request-" + std::to_string(i);
    const bool first = shadowSampled(id, "v3", 0.1);
    QCOMPARE(shadowSampled(id, "v3", 0.1), first);
    QVERIFY(!shadowSampled(id, "v3", 0));
    QVERIFY(shadowSampled(id, "v3", 1));
    sampled += first ? 1 : 0;
  }
  QVERIFY2(sampled > 850 && sampled < 1150, qPrintable(QString::number(sampled)));
}

void TstProxyPrediction::forceArmSendsEveryItemThere() {
  Proxy proxy;
  const auto request = modelRequest(30);
  request->mutable_options()->set_force_arm("v1_vs_v2:treatment");
  const auto answer = proxy.predict(request);
  QVERIFY(answer->status.ok());
  for (int i = 0; i < 30; ++i) {
    QCOMPARE(endpointOf(answer->response, i), std::string("v2"));
    QCOMPARE(armOf(answer->response, i), std::string("treatment"));
  }
  QVERIFY(proxy.fleet["unix:/v1"].calls.empty());
}

void TstProxyPrediction::unknownForcedArmIsRefused() {
  Proxy proxy;
  const auto request = modelRequest(3);
  request->mutable_options()->set_force_arm("v1_vs_v2:placebo");
  const auto answer = proxy.predict(request);
  QCOMPARE(answer->status.code(), absl::StatusCode::kInvalidArgument);
  QVERIFY(messageOf(answer->status).find("treatment") != std::string::npos);
}

void TstProxyPrediction::explainGivesAReasonPerItem() {
  Proxy proxy;
  const auto request = modelRequest(10);
  request->mutable_options()->set_explain(true);
  const auto answer = proxy.predict(request);
  QVERIFY(answer->status.ok());
  QCOMPARE(answer->response.explanations_size(), 10);
  for (int i = 0; i < 10; ++i) {
    const v1::ItemExplanation& why = answer->response.explanations(i);
    QCOMPARE(static_cast<int>(why.item()), i);
    QCOMPARE(why.splitting_key(), std::string("key"));
    QCOMPARE(why.key_value(), "key-" + std::to_string(i));
    QVERIFY(why.bucket() >= 0 && why.bucket() < 10'000);
    QCOMPARE(why.arm(), armOf(answer->response, i));
    QCOMPARE(why.endpoint(), endpointOf(answer->response, i));
    QVERIFY(!why.reason().empty());
  }
}

void TstProxyPrediction::cancelEndsWorkerCalls() {
  Proxy proxy;
  proxy.fleet["unix:/v2"].behave = nullptr;
  const auto answer = proxy.predict(modelRequest(50));
  QCOMPARE(answer->times, 0);
  answer->prediction->cancel();
  const auto call = proxy.fleet["unix:/v2"].calls.at(0);
  QVERIFY(call->cancelled);
  call->answer({absl::CancelledError("cancelled"), {}});
  QCOMPARE(answer->times, 1);
  QVERIFY(absl::IsCancelled(answer->status));
  QCOMPARE(proxy.world.in_flight.load(), 0U);
}

void TstProxyPrediction::trafficIsCountedPerArm() {
  Proxy proxy;
  for (int i = 0; i < 3; ++i) proxy.predict(modelRequest(50));
  std::uint64_t items = 0;
  const v1::ProxyStatus status = proxy.status();
  for (const v1::EndpointTraffic& traffic : status.traffic()) {
    items += traffic.items_ok();
    QCOMPARE(traffic.items_failed(), 0U);
    QCOMPARE(traffic.endpoint(), std::string(traffic.arm() == "treatment" ? "v2" : "v1"));
  }
  QCOMPARE(items, 150U);
  QCOMPARE(status.use_cases(0).requests(), 3U);
  QVERIFY(proxy.metrics.text().find("aerie_proxy_items_total{") != std::string::npos);
}

void TstProxyPrediction::scoresOfOneRequestInSixteenAreKept() {
  Proxy proxy;
  for (int i = 0; i < 32; ++i) proxy.predict(modelRequest(50));
  std::uint64_t scores = 0;
  std::set<std::string> arms;
  for (const prometheus::MetricFamily& family : proxy.metrics.registry()->Collect()) {
    if (family.name != "aerie_proxy_scores") continue;
    for (const prometheus::ClientMetric& metric : family.metric) {
      scores += metric.histogram.sample_count;
      QCOMPARE(metric.histogram.bucket.size(), ScoreBins::kBins + 2);
      for (const auto& label : metric.label) {
        QVERIFY(label.name != "endpoint");
        if (label.name == "arm" && metric.histogram.sample_count > 0) arms.insert(label.value);
      }
    }
  }
  QCOMPARE(scores, std::uint64_t{100});
  QCOMPARE(arms, (std::set<std::string>{"control", "treatment"}));
}

// By arm, as /metrics tells.
std::map<std::string, double> sampledKeys(const telemetry::Metrics& metrics) {
  std::map<std::string, double> keys;
  for (const prometheus::MetricFamily& family : metrics.registry()->Collect()) {
    for (const prometheus::ClientMetric& metric : family.metric) {
      if (family.name == "aerie_proxy_arm_keys_revision") keys["revision"] = metric.gauge.value;
      if (family.name != "aerie_proxy_arm_keys") continue;
      for (const auto& label : metric.label) {
        if (label.name == "arm") keys[label.value] = metric.gauge.value;
      }
    }
  }
  return keys;
}

void TstProxyPrediction::eachKeyCountsOnceForTheSplit() {
  Proxy proxy;
  proxy.predict(modelRequest(200));
  const std::map<std::string, double> once = sampledKeys(proxy.metrics);
  QVERIFY(once.at("control") > 0 && once.at("treatment") > 0);
  // Two keys have the same place now and then.
  QVERIFY(once.at("control") + once.at("treatment") <= 200);
  QVERIFY(once.at("control") + once.at("treatment") >= 195);
  for (int i = 0; i < 50; ++i) proxy.predict(modelRequest(200));
  QCOMPARE(sampledKeys(proxy.metrics), once);
}

void TstProxyPrediction::keysAreCountedAnewWithOtherWeights() {
  Proxy proxy;
  proxy.predict(modelRequest(200));
  const std::map<std::string, double> before = sampledKeys(proxy.metrics);
  v1::ProxyConfigSnapshot same = snapshot({}, 2);
  QVERIFY(proxy.config.apply(same, "control plane").ok());
  QCOMPARE(sampledKeys(proxy.metrics), before);
  v1::ProxyConfigSnapshot other = snapshot({}, 3);
  other.mutable_experiments(0)->set_revision(other.experiments(0).revision() + 1);
  QVERIFY(proxy.config.apply(other, "control plane").ok());
  const std::map<std::string, double> after = sampledKeys(proxy.metrics);
  QCOMPARE(after.at("control") + after.at("treatment"), 0.0);
  QCOMPARE(after.at("revision"), before.at("revision") + 1);
  proxy.predict(modelRequest(200));
  QCOMPARE(sampledKeys(proxy.metrics).at("control"), before.at("control"));
}

QTEST_GUILESS_MAIN(TstProxyPrediction)
#include "tst_proxy_prediction.moc"
