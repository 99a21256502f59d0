// A snapshot is accepted or refused as a whole, with the use case or file, the field and the remedy.
#include <QtTest>
#include <cmath>
#include <functional>

#include "core/base/status.h"

#include "routing_samples.h"

using namespace aerie;
using namespace aerie::routing;

namespace {
using Change = std::function<void(RoutingInput&)>;
}
Q_DECLARE_METATYPE(Change)

class TstRouteTableRefusals final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void sampleWorldIsAccepted() {
    const auto table = RouteTable::compile(samples::world());
    QVERIFY2(table.ok(), messageOf(table.status()).c_str());
  }

  void badWorldsAreRefused_data() {
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("remedy");
    const auto row = [](const char* title, Change change, const char* field, const char* remedy) {
      QTest::newRow(title) << change << QString::fromUtf8(field) << QString::fromUtf8(remedy);
    };
    constexpr const char* kUseCase = "use case 'arrival_delay': ";
    const auto in_use_case = [kUseCase](const char* field) { return QByteArray(kUseCase) + field; };
    row(
        "unknown default endpoint",
        [](RoutingInput& w) { w.routings[0].default_worker_endpoint = "arrival_delay_v9"; },
        in_use_case("default_worker_endpoint: worker endpoint 'arrival_delay_v9' is not known").constData(),
        "deploy it first");
    row(
        "missing default", [](RoutingInput& w) { w.routings[0].default_worker_endpoint.clear(); },
        in_use_case("default_worker_endpoint: is missing").constData(), "name the endpoint");
    row(
        "unknown endpoint of an arm",
        [](RoutingInput& w) { w.routings[0].experiments[0].arms[1].worker_endpoint = "arrival_delay_w2"; },
        in_use_case("experiments[0].arms[1].worker_endpoint").constData(), "did you mean 'arrival_delay_v");
    row(
        "unknown endpoint of a shadow",
        [](RoutingInput& w) { w.routings[0].shadows[0].worker_endpoint = "elsewhere"; },
        in_use_case("shadows[0].worker_endpoint").constData(), "deploy it first");
    row(
        "no workers at all", [](RoutingInput& w) { w.workers.clear(); },
        in_use_case("default_worker_endpoint").constData(), "none is known yet");
    row(
        "an arm that the engine does not have",
        [](RoutingInput& w) { w.routings[0].experiments[0].arms[1].arm = "treat"; },
        in_use_case("experiments[0].arms[1].arm").constData(), "its arms are control, treatment");
    row(
        "an arm without route", [](RoutingInput& w) { w.routings[0].experiments[0].arms.pop_back(); },
        in_use_case("experiments[0].arms: arm treatment").constData(), "route every arm");
    row(
        "an arm too many",
        [](RoutingInput& w) {
          w.routings[0].experiments[0].arms.push_back({"third", "arrival_delay_v3"});
        },
        in_use_case("experiments[0].arms[2].arm").constData(), "route exactly these");
    row(
        "no arms", [](RoutingInput& w) { w.routings[0].experiments[0].arms.clear(); },
        in_use_case("experiments[0].arms").constData(), "give each arm");
    row(
        "unknown experiment", [](RoutingInput& w) { w.routings[0].experiments[0].name = "v1_vs_v3"; },
        in_use_case("experiments[0].name").constData(), "did you mean 'v1_vs_v2'?");
    row(
        "experiment twice in a use case",
        [](RoutingInput& w) { w.routings[0].experiments.push_back(w.routings[0].experiments[0]); },
        in_use_case("experiments[1].name").constData(), "keep one entry");
    row(
        "no splitting key",
        [](RoutingInput& w) { w.routings[0].experiments[0].experiment_traffic_splitting_key.clear(); },
        in_use_case("experiments[0].experiment_traffic_splitting_key").constData(), "name the column");
    row(
        "duplicate use case", [](RoutingInput& w) { w.routings.push_back(w.routings[0]); },
        in_use_case("model_use_case").constData(), "keep one");
    row(
        "shadow sample above one", [](RoutingInput& w) { w.routings[0].shadows[0].sample = 1.01; },
        in_use_case("shadows[0].sample").constData(), "give the share");
    row(
        "shadow sample not a number", [](RoutingInput& w) { w.routings[0].shadows[0].sample = std::nan(""); },
        in_use_case("shadows[0].sample").constData(), "give the share");
    row(
        "shadow twice", [](RoutingInput& w) { w.routings[0].shadows.push_back(w.routings[0].shadows[0]); },
        in_use_case("shadows[1].worker_endpoint").constData(), "keep one entry");
    row(
        "duplicate endpoint", [](RoutingInput& w) { w.workers.push_back(w.workers[1]); },
        "worker endpoint 'arrival_delay_v2': worker_endpoint", "keep one worker config");
    row(
        "bad worker config", [](RoutingInput& w) { w.workers[1].batch_size = 0; },
        "worker endpoint 'arrival_delay_v2': batch_size", "give a number in that range");
    row(
        "weights that don't sum to one", [](RoutingInput& w) { w.experiments[0].arms[0].weight = 0.4; },
        "experiment 'v1_vs_v2': arms", "so that they sum to 1");
    row(
        "hash version 1", [](RoutingInput& w) { w.experiments[0].hash_version = 1; },
        "experiment 'v1_vs_v2': hash_version", "create the experiment anew");
    row(
        "experiment twice in the engine", [](RoutingInput& w) { w.experiments.push_back(w.experiments[0]); },
        "experiment 'v1_vs_v2': name", "rename or remove one");
    row(
        "overlapping experiments in a layer",
        [](RoutingInput& w) {
          w.experiments.push_back(samples::experiment("other", "arrival_delay"));
          w.experiments[1].layer_ranges = {{9999, 10000}};
        },
        "experiment 'other': layer_ranges: overlaps experiment 'v1_vs_v2'", "disjoint layer_ranges");
  }
  void badWorldsAreRefused() {
    QFETCH(Change, change);
    QFETCH(QString, field);
    QFETCH(QString, remedy);
    RoutingInput input = samples::world();
    change(input);
    const auto table = RouteTable::compile(input);
    QVERIFY(!table.ok());
    QVERIFY(absl::IsInvalidArgument(table.status()) || absl::IsFailedPrecondition(table.status()));
    const QString text = QString::fromStdString(messageOf(table.status()));
    QVERIFY2(text.contains(field), qPrintable(text));
    QVERIFY2(text.contains(remedy), qPrintable(text));
  }

  void refusalNamesTheFileWhenThereIsOne() {
    RoutingInput input = samples::world();
    input.routings[0].source = "routing/arrival.yaml";
    input.routings[0].default_worker_endpoint = "nowhere";
    const auto table = RouteTable::compile(input);
    QVERIFY(QString::fromStdString(messageOf(table.status()))
                .startsWith("routing/arrival.yaml: use case 'arrival_delay': default_worker_endpoint:"));
  }

  void differentSplittingKeysAndLayersAreFine() {
    RoutingInput input = samples::world();
    input.experiments.push_back(samples::experiment("v1_vs_v3", "another_layer"));
    input.routings[0].experiments.push_back(samples::route("v1_vs_v3", "origin", "arrival_delay_v3"));
    const auto table = RouteTable::compile(input);
    QVERIFY2(table.ok(), messageOf(table.status()).c_str());
    QCOMPARE((*table)->find("arrival_delay")->keyColumns(),
             (std::vector<std::string>{"flight_id", "origin"}));
  }
  void stoppedExperimentFreesItsLayer() {
    RoutingInput input = samples::world();
    input.experiments.push_back(samples::experiment("old", "arrival_delay"));
    input.experiments[1].state = assignment::ExperimentState::kStopped;
    QVERIFY(RouteTable::compile(input).ok());
  }
  void emptyWorldIsFine() {
    const auto table = RouteTable::compile({});
    QVERIFY(table.ok());
    QVERIFY((*table)->find("arrival_delay") == nullptr);
    QVERIFY((*table)->useCaseNames().empty());
  }
};

QTEST_GUILESS_MAIN(TstRouteTableRefusals)
#include "tst_route_table_refusals.moc"
