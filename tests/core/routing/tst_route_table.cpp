// Where items go, and why.
#include <QtTest>
#include <thread>

#include "core/base/status.h"

#include "routing_samples.h"

using namespace aerie;
using namespace aerie::routing;
using assignment::ExperimentState;

namespace {

std::shared_ptr<const RouteTable> compiled(RoutingInput input) {
  auto table = RouteTable::compile(std::move(input));
  if (!table.ok()) qFatal("%s", messageOf(table.status()).c_str());
  return *std::move(table);
}

// Two experiments on two keys; the first takes half of its layer.
RoutingInput twoExperiments() {
  RoutingInput input = samples::world();
  input.experiments[0].layer_ranges = {{0, 5000}};
  input.experiments.push_back(samples::experiment("by_origin", "origins"));
  input.experiments[1].coverage = 0.6;
  input.routings[0].experiments.push_back(samples::route("by_origin", "origin", "arrival_delay_v3"));
  return input;
}

std::vector<KeyValue> keys(KeyValue a, KeyValue b = {}) { return {a, b}; }

}  // namespace

class TstRouteTable final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void armFollowsTheEnginesHash() {
    const auto table = compiled(samples::world());
    const UseCase& use_case = *table->find("arrival_delay");
    for (std::int64_t key = 0; key < 2000; ++key) {
      const int arm = assignment::bucketV2("v1_vs_v2", key) < 5000 ? 0 : 1;
      const Decision decision = use_case.assign(keys(key));
      QCOMPARE(int{decision.arm}, arm);
      QCOMPARE(int{decision.experiment}, 0);
      QCOMPARE(table->endpoints()[static_cast<std::size_t>(decision.endpoint)].worker_endpoint,
               std::string(arm == 0 ? "arrival_delay_v1" : "arrival_delay_v2"));
      QCOMPARE(decision.propensity, 0.5);
      QVERIFY(decision.reason == Reason::kAssigned);
      QVERIFY(use_case.assign(keys(std::string_view(std::to_string(key)))) == decision);
    }
  }

  // The config may list arms in any order; indexes are the engine's.
  void orderOfRoutedArmsDoesNotMatter() {
    RoutingInput input = samples::world();
    std::swap(input.routings[0].experiments[0].arms[0], input.routings[0].experiments[0].arms[1]);
    const auto swapped = compiled(input);
    const auto plain = compiled(samples::world());
    for (std::int64_t key = 0; key < 500; ++key) {
      QVERIFY(swapped->find("arrival_delay")->assign(keys(key)) ==
              plain->find("arrival_delay")->assign(keys(key)));
    }
  }

  void itemsWithoutExperimentGoToTheDefault_data() {
    QTest::addColumn<QString>("world");
    QTest::addColumn<int>("reason");
    QTest::newRow("no experiment is routed") << "none" << static_cast<int>(Reason::kNoExperiment);
    QTest::newRow("the experiment is a draft") << "draft" << static_cast<int>(Reason::kNoExperiment);
    QTest::newRow("the experiment is stopped") << "stopped" << static_cast<int>(Reason::kNoExperiment);
    QTest::newRow("nobody is covered") << "uncovered" << static_cast<int>(Reason::kNotCovered);
    QTest::newRow("the key is absent") << "absent" << static_cast<int>(Reason::kWithoutKey);
    QTest::newRow("the key is empty") << "empty" << static_cast<int>(Reason::kWithoutKey);
    QTest::newRow("no key columns are given") << "no columns" << static_cast<int>(Reason::kWithoutKey);
  }
  void itemsWithoutExperimentGoToTheDefault() {
    QFETCH(QString, world);
    QFETCH(int, reason);
    RoutingInput input = samples::world();
    if (world == "none") input.routings[0].experiments.clear();
    if (world == "draft") input.experiments[0].state = ExperimentState::kDraft;
    if (world == "stopped") input.experiments[0].state = ExperimentState::kStopped;
    if (world == "uncovered") input.experiments[0].coverage = 0;
    input.routings[0].default_worker_endpoint = "arrival_delay_v3";
    const auto table = compiled(input);
    const UseCase& use_case = *table->find("arrival_delay");
    std::vector<KeyValue> key = {std::int64_t{42}};
    if (world == "absent") key = {KeyValue{}};
    if (world == "empty") key = {std::string_view()};
    if (world == "no columns") key.clear();
    const Decision decision = use_case.assign(key);
    QCOMPARE(static_cast<int>(decision.reason), reason);
    QCOMPARE(int{decision.experiment}, -1);
    QCOMPARE(int{decision.arm}, -1);
    QCOMPARE(decision.propensity, 1.0);
    QCOMPARE(decision.endpoint, table->endpointIndex("arrival_delay_v3"));
    const Explanation why = use_case.explain(key);
    QVERIFY(why.decision == decision);
    QVERIFY2(
        QString::fromStdString(why.reason).endsWith("The default endpoint arrival_delay_v3 serves the item."),
        why.reason.c_str());
    if (world == "draft" || world == "stopped")
      QVERIFY(why.reason.find("is " + world.toStdString()) != std::string::npos);
  }

  void firstExperimentThatCoversTakesTheItem() {
    const auto table = compiled(twoExperiments());
    const UseCase& use_case = *table->find("arrival_delay");
    int counts[3] = {};
    for (std::int64_t key = 0; key < 5000; ++key) {
      const std::string origin = "airport" + std::to_string(key % 997);
      const Decision decision = use_case.assign(keys(key, std::string_view(origin)));
      const bool first = assignment::bucketV2("layer:arrival_delay", key) < 5000;
      const bool second = !first && assignment::bucketV2("by_origin", origin) % 5000 < 3000;
      QCOMPARE(int{decision.experiment}, first ? 0 : second ? 1 : -1);
      ++counts[first ? 0 : second ? 1 : 2];
    }
    QVERIFY(counts[0] > 0 && counts[1] > 0 && counts[2] > 0);
  }

  void batchEqualsOneByOne() {
    const auto table = compiled(twoExperiments());
    const UseCase& use_case = *table->find("arrival_delay");
    std::vector<std::int64_t> flights;
    std::vector<std::string> names;
    for (std::int64_t i = 0; i < 3000; ++i) {
      flights.push_back(i * 31);
      names.push_back(i % 11 == 0 ? std::string() : "airport" + std::to_string(i % 997));
    }
    const std::vector<std::string_view> origins(names.begin(), names.end());
    std::vector<KeyColumn> columns(2);
    columns[0].values = std::span<const std::int64_t>(flights);
    columns[0].null_at = [](std::size_t row) { return row % 7 == 0; };
    columns[1].values = std::span<const std::string_view>(origins);
    Assignments result;
    use_case.assign(columns, flights.size(), result);
    std::array<std::uint64_t, kReasons> reasons{};
    for (std::size_t i = 0; i < flights.size(); ++i) {
      const Decision expected = use_case.assign(keys(columns[0].at(i), columns[1].at(i)));
      QCOMPARE(result.endpoint[i], expected.endpoint);
      QCOMPARE(result.experiment[i], expected.experiment);
      QCOMPARE(result.arm[i], expected.arm);
      QCOMPARE(use_case.propensity(result.experiment[i], result.arm[i]), expected.propensity);
      ++reasons[static_cast<std::size_t>(expected.reason)];
    }
    QCOMPARE(result.reasons, reasons);
    QVERIFY(reasons[static_cast<std::size_t>(Reason::kWithoutKey)] > 0);
    QVERIFY(reasons[static_cast<std::size_t>(Reason::kNotCovered)] > 0);
  }

  void batchReadsKeysOfQueriesAndSharedKeys() {
    const auto table = compiled(twoExperiments());
    const UseCase& use_case = *table->find("arrival_delay");
    const std::vector<std::int64_t> per_query = {5, 77, 1234};
    const std::vector<std::uint32_t> query_of_item = {0, 2, 2, 1, 9};  // 9 is no query
    const std::vector<std::string_view> shared = {"ATL"};
    std::vector<KeyColumn> columns(2);
    columns[0].values = std::span<const std::int64_t>(per_query);
    columns[0].rows = query_of_item;
    columns[1].values = std::span<const std::string_view>(shared);
    columns[1].repeat_first = true;
    Assignments result;
    use_case.assign(columns, query_of_item.size(), result);
    for (std::size_t i = 0; i < query_of_item.size(); ++i) {
      const KeyValue key =
          query_of_item[i] < per_query.size() ? KeyValue(per_query[query_of_item[i]]) : KeyValue();
      const Decision expected = use_case.assign(keys(key, std::string_view("ATL")));
      QVERIFY(columns[0].at(i) == key);
      QCOMPARE(result.endpoint[i], expected.endpoint);
      QCOMPARE(result.experiment[i], expected.experiment);
    }
  }

  void shortColumnsCountAsNoKey() {
    const auto table = compiled(samples::world());
    const std::vector<std::int64_t> two = {1, 2};
    std::vector<KeyColumn> columns(1);
    columns[0].values = std::span<const std::int64_t>(two);
    Assignments result;
    table->find("arrival_delay")->assign(columns, 5, result);
    QCOMPARE(result.reasons[static_cast<std::size_t>(Reason::kAssigned)], 2U);
    QCOMPARE(result.reasons[static_cast<std::size_t>(Reason::kWithoutKey)], 3U);
  }

  void explanationShowsEveryStep() {
    const auto table = compiled(twoExperiments());
    const UseCase& use_case = *table->find("arrival_delay");
    std::int64_t key = 0;
    while (assignment::bucketV2("layer:arrival_delay", key) < 5000) ++key;
    std::string origin = "a";
    while (assignment::bucketV2("by_origin", origin) >= 3000) origin += 'a';
    const Explanation why = use_case.explain(keys(key, std::string_view(origin)));
    QCOMPARE(why.steps.size(), std::size_t{2});
    QCOMPARE(why.steps[0].key_value, std::to_string(key));
    QCOMPARE(why.steps[0].layer_hash_input, "layer:arrival_delay" + std::to_string(key));
    QCOMPARE(why.steps[0].layer_bucket, int{assignment::bucketV2("layer:arrival_delay", key)});
    QCOMPARE(why.steps[0].bucket, -1);
    QVERIFY(why.steps[0].reason.find("is outside the share of experiment v1_vs_v2, [0,5000)") !=
            std::string::npos);
    QCOMPARE(why.steps[1].hash_input, "by_origin" + origin);
    QCOMPARE(why.steps[1].bucket, int{assignment::bucketV2("by_origin", origin)});
    QCOMPARE(why.steps[1].arm, std::string("control"));
    QCOMPARE(why.arm, std::string("control"));
    QCOMPARE(why.experiment, std::string("by_origin"));
    QCOMPARE(why.endpoint, std::string("arrival_delay_v1"));
    QCOMPARE(why.reason, why.steps[1].reason);
  }
  void explanationAgreesWithAssignment() {
    const auto table = compiled(twoExperiments());
    const UseCase& use_case = *table->find("arrival_delay");
    for (std::int64_t key = 0; key < 1000; ++key) {
      const std::string origin = key % 5 == 0 ? "" : std::to_string(key * 13);
      const auto item = keys(key % 3 == 0 ? KeyValue() : KeyValue(key), std::string_view(origin));
      const Explanation why = use_case.explain(item);
      QVERIFY(why.decision == use_case.assign(item));
      QVERIFY(!why.reason.empty());
    }
  }

  void forceChoosesAnArm() {
    RoutingInput input = samples::world();
    input.experiments[0].state = ExperimentState::kDraft;
    const auto table = compiled(input);
    const auto decision = table->find("arrival_delay")->force("v1_vs_v2:treatment");
    QVERIFY(decision.ok());
    QCOMPARE(decision->endpoint, table->endpointIndex("arrival_delay_v2"));
    QVERIFY(decision->reason == Reason::kForced);
    const auto refused = table->find("arrival_delay")->force("v1_vs_v2:treat");
    QVERIFY(absl::IsInvalidArgument(refused.status()));
    QVERIFY(messageOf(refused.status()).find("v1_vs_v2:control, v1_vs_v2:treatment") != std::string::npos);
    input.routings[0].experiments.clear();
    const auto nothing = compiled(input);
    QVERIFY(absl::IsInvalidArgument(nothing->find("arrival_delay")->force("x:y").status()));
  }

  void viewsNameWhatTheConfigSays() {
    const auto table = compiled(samples::world());
    const UseCase& use_case = *table->find("arrival_delay");
    QCOMPARE(use_case.shadows().size(), std::size_t{1});
    QCOMPARE(use_case.shadows()[0].endpoint, table->endpointIndex("arrival_delay_v3"));
    QCOMPARE(use_case.experiments()[0].arms[1].name, std::string("treatment"));
    QCOMPARE(table->useCaseNames(), std::vector<std::string>{"arrival_delay"});
    QVERIFY(table->find("departure_delay") == nullptr);
    QCOMPARE(table->endpointIndex("departure_delay"), -1);
  }

  void manyThreadsReadOneTable() {
    const auto table = compiled(twoExperiments());
    std::vector<std::int64_t> flights(1000);
    for (std::size_t i = 0; i < flights.size(); ++i) flights[i] = static_cast<std::int64_t>(i);
    std::vector<KeyColumn> columns(1);
    columns[0].values = std::span<const std::int64_t>(flights);
    std::vector<Assignments> results(4);
    std::vector<std::thread> threads;
    for (Assignments& result : results) {
      threads.emplace_back([&] { table->find("arrival_delay")->assign(columns, flights.size(), result); });
    }
    for (std::thread& thread : threads) thread.join();
    for (const Assignments& result : results) QCOMPARE(result.endpoint, results[0].endpoint);
  }
};

QTEST_GUILESS_MAIN(TstRouteTable)
#include "tst_route_table.moc"
