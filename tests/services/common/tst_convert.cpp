// config.proto <-> domain: nothing is lost on the way, and foreign messages are checked.
#include <QtTest>
#include <cmath>
#include <functional>

#include "core/base/status.h"
#include "services/common/convert.h"

using namespace aerie;
using namespace aerie::services;

namespace {

routing::RoutingInput world() {
  routing::RoutingInput input;
  for (const char* endpoint : {"v1", "v2"}) {
    routing::WorkerConfig worker;
    worker.worker_endpoint = endpoint;
    worker.environment = "local";
    worker.urls = {std::string("unix:run/") + endpoint + ".sock", "127.0.0.1:7720"};
    worker.batch_size = 64;
    worker.timeout_ms = 250;
    worker.hedge_after_ms = 30;
    worker.max_in_flight = 9;
    input.workers.push_back(worker);
  }
  assignment::Experiment experiment;
  experiment.name = "v1_vs_v2";
  experiment.layer = "delay";
  experiment.coverage = 0.9;
  experiment.arms = {{"control", 0.6, {{0, 5000}, {9000, 9400}}}, {"treatment", 0.4, {{5000, 8600}}}};
  experiment.seed = "seed";
  experiment.layer_ranges = {{0, 2000}, {5000, 10000}};
  experiment.state = assignment::ExperimentState::kRunning;
  experiment.revision = 12;
  experiment.started_unix_ms = 1'700'000'000'000;
  experiment.changed_unix_ms = 1'700'000'000'001;
  input.experiments = {experiment};
  routing::RoutingConfig config;
  config.model_use_case = "delay";
  config.default_worker_endpoint = "v1";
  config.experiments = {{"v1_vs_v2", "flight_id", {{"control", "v1"}, {"treatment", "v2"}}}};
  config.shadows = {{"v2", 0.25}};
  config.on_worker_failure = routing::OnWorkerFailure::kFailRows;
  input.routings = {config};
  return input;
}

using Change = std::function<void(v1::ProxyConfigSnapshot&)>;

}  // namespace
Q_DECLARE_METATYPE(Change)

class TstConvert final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void snapshotGoesThereAndBackUnchanged() {
    const routing::RoutingInput before = world();
    v1::ProxyConfigSnapshot received;
    QVERIFY(received.ParseFromString(toProto(before).SerializeAsString()));
    const auto after = fromProto(received);
    QVERIFY2(after.ok(), messageOf(after.status()).c_str());
    QVERIFY(after->routings == before.routings);
    QVERIFY(after->workers == before.workers);
    QVERIFY(after->experiments == before.experiments);
    QVERIFY(routing::RouteTable::compile(*after).ok());
  }

  void zerosOfWorkerConfigAreDefaults() {
    v1::WorkerConfig message;
    message.set_worker_endpoint("v1");
    const auto config = fromProto(message);
    QVERIFY(config.ok());
    QCOMPARE(config->batch_size, 128U);
    QCOMPARE(config->timeout_ms, 1000U);
    QCOMPARE(config->max_in_flight, 64U);
    QCOMPARE(config->hedge_after_ms, 0U);
  }
  void experimentWithoutRangesGetsThem() {
    v1::Experiment message = toProto(world().experiments[0]);
    message.clear_layer_ranges();
    for (v1::Arm& arm : *message.mutable_arms()) arm.clear_ranges();
    message.set_hash_version(0);
    const auto experiment = fromProto(message);
    QVERIFY(experiment.ok());
    QCOMPARE(experiment->hash_version, 2U);
    QVERIFY((experiment->layer_ranges == assignment::Ranges{{0, 10000}}));
    QVERIFY((experiment->arms[0].ranges == assignment::Ranges{{0, 5400}}));
  }
  // It can be shown, but the table refuses it with its reason.
  void hashVersionOneIsReadButNeverAssigns() {
    v1::ProxyConfigSnapshot message = toProto(world());
    message.mutable_experiments(0)->set_hash_version(1);
    const auto input = fromProto(message);
    QVERIFY(input.ok());
    QCOMPARE(input->experiments[0].hash_version, 1U);
    const auto table = routing::RouteTable::compile(*input);
    QVERIFY(absl::IsFailedPrecondition(table.status()));
    QVERIFY(messageOf(table.status()).find("hash_version") != std::string::npos);
  }

  void foreignMessagesAreChecked_data() {
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("field");
    const auto row = [](const char* title, Change change, const char* field) {
      QTest::newRow(title) << change << QString::fromUtf8(field);
    };
    row(
        "unknown failure policy", [](auto& m) { m.mutable_routings(0)->set_on_worker_failure("retry"); },
        "use case 'delay': on_worker_failure: 'retry' is not a policy");
    row(
        "no default endpoint", [](auto& m) { m.mutable_routings(0)->clear_default_worker_endpoint(); },
        "default_worker_endpoint");
    row(
        "use case with a slash", [](auto& m) { m.mutable_routings(0)->set_model_use_case("a/b"); },
        "model_use_case");
    row(
        "sample not a number",
        [](auto& m) { m.mutable_routings(0)->mutable_shadows(0)->set_sample(std::nan("")); },
        "shadows[0].sample");
    row(
        "a bad address", [](auto& m) { m.mutable_workers(0)->set_urls(0, "http://x"); },
        "worker endpoint 'v1': urls[0]");
    row(
        "huge batch", [](auto& m) { m.mutable_workers(1)->set_batch_size(4'000'000'000U); },
        "worker endpoint 'v2': batch_size");
    row(
        "no state", [](auto& m) { m.mutable_experiments(0)->clear_state(); }, "experiment 'v1_vs_v2': state");
    row(
        "unknown state",
        [](auto& m) { m.mutable_experiments(0)->set_state(static_cast<v1::Experiment::State>(9)); },
        "experiment 'v1_vs_v2': state: 9");
    row(
        "a range behind the end",
        [](auto& m) { m.mutable_experiments(0)->mutable_arms(0)->mutable_ranges(0)->set_end(70'000); },
        "experiment 'v1_vs_v2': arms[0].ranges");
    row(
        "weights that don't sum to one",
        [](auto& m) { m.mutable_experiments(0)->mutable_arms(0)->set_weight(0.5); },
        "experiment 'v1_vs_v2': arms");
  }
  void foreignMessagesAreChecked() {
    QFETCH(Change, change);
    QFETCH(QString, field);
    v1::ProxyConfigSnapshot message = toProto(world());
    change(message);
    const auto input = fromProto(message);
    QVERIFY(absl::IsInvalidArgument(input.status()));
    const QString text = QString::fromStdString(messageOf(input.status()));
    QVERIFY2(text.contains(field), qPrintable(text));
  }

  void createRequestBecomesASpec() {
    v1::CreateExperimentRequest request;
    request.set_name("a");
    request.set_layer("l");
    request.set_coverage(0.5);
    request.set_layer_share(0.25);
    request.set_start(true);
    for (const char* name : {"x", "y"}) {
      v1::Arm* const arm = request.add_arms();
      arm->set_name(name);
      arm->set_weight(0.5);
    }
    const auto spec = fromProto(request);
    QVERIFY(spec.ok());
    QCOMPARE(spec->layer_share, 0.25);
    QCOMPARE(spec->arms.size(), std::size_t{2});
    QVERIFY(spec->start);
    request.mutable_arms(0)->add_ranges()->set_end(10);
    QVERIFY(absl::IsInvalidArgument(fromProto(request).status()));
  }
  void weightsRequestBecomesAChange() {
    v1::SetWeightsRequest request;
    request.set_name("a");
    QVERIFY(absl::IsInvalidArgument(fromProto(request).status()));
    (*request.mutable_weights())["x"] = 0.75;
    request.set_coverage(0.5);
    request.set_expected_revision(3);
    auto change = fromProto(request);
    QVERIFY(change.ok());
    QVERIFY(!change->coverage.has_value());
    request.set_has_coverage(true);
    change = fromProto(request);
    QCOMPARE(change->coverage.value_or(-1), 0.5);
    QCOMPARE(change->weights.at("x"), 0.75);
    QCOMPARE(change->expected_revision, std::uint64_t{3});
  }
};

QTEST_GUILESS_MAIN(TstConvert)
#include "tst_convert.moc"
