// Validation, compiled lookup and layers.
#include <QtTest>
#include <cmath>
#include <functional>

#include "core/assignment/experiment.h"
#include "core/assignment/layer.h"
#include "core/base/status.h"

using namespace aerie;
using namespace aerie::assignment;

namespace {

Experiment sample(const std::string& name = "v1_vs_v2") {
  Experiment e;
  e.name = name;
  e.layer = "arrival_delay";
  e.seed = name;
  e.arms = {{"control", 0.5, {}}, {"treatment", 0.5, {}}};
  e.state = ExperimentState::kRunning;
  return e;
}

Experiment inLayer(const std::string& name, Ranges ranges,
                   ExperimentState state = ExperimentState::kRunning) {
  Experiment e = sample(name);
  e.layer_ranges = std::move(ranges);
  e.state = state;
  return e;
}

using Change = std::function<void(Experiment&)>;

}  // namespace
Q_DECLARE_METATYPE(Change)

class TstAssignmentExperiment final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void refusalNamesFieldAndRemedy_data() {
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("remedy");
    const auto row = [](const char* title, Change change, const char* field, const char* remedy) {
      QTest::newRow(title) << change << QString::fromUtf8(field) << QString::fromUtf8(remedy);
    };
    row(
        "no name", [](Experiment& e) { e.name.clear(); }, "name", "give it one");
    row(
        "a name with a slash", [](Experiment& e) { e.name = "a/b"; }, "name", "use letters");
    row(
        "a bad layer", [](Experiment& e) { e.layer = "a b"; }, "layer", "use letters");
    row(
        "one arm", [](Experiment& e) { e.arms.pop_back(); }, "arms", "give 2 to 100");
    row(
        "an arm without name", [](Experiment& e) { e.arms[1].name.clear(); }, "arms[1].name", "give it one");
    row(
        "the same arm twice", [](Experiment& e) { e.arms[1].name = "control"; }, "arms[1].name",
        "rename or remove one");
    row(
        "a negative weight", [](Experiment& e) { e.arms[0].weight = -0.5; }, "arms[0].weight",
        "give its share");
    row(
        "a weight that is no number", [](Experiment& e) { e.arms[0].weight = std::nan(""); },
        "arms[0].weight", "give its share");
    row(
        "weights above one", [](Experiment& e) { e.arms[0].weight = 0.6; }, "arms", "so that they sum to 1");
    row(
        "weights that GrowthBook would tolerate", [](Experiment& e) { e.arms[0].weight = 0.4999; }, "arms",
        "so that they sum to 1");
    row(
        "coverage above one", [](Experiment& e) { e.coverage = 1.5; }, "coverage", "give the share");
    row(
        "coverage that is no number", [](Experiment& e) { e.coverage = std::nan(""); }, "coverage",
        "give the share");
    row(
        "a range behind the end",
        [](Experiment& e) {
          e.arms[0].ranges = {{0, 10'001}};
        },
        "arms[0].ranges", "start < end");
    row(
        "arms that share buckets",
        [](Experiment& e) {
          e.arms[0].ranges = {{0, 10}};
          e.arms[1].ranges = {{9, 20}};
        },
        "arms[1].ranges", "give each bucket to one arm");
    row(
        "unsorted layer ranges",
        [](Experiment& e) {
          e.layer_ranges = {{5, 9}, {0, 3}};
        },
        "layer_ranges", "sort the ranges");
    row(
        "the layer's seed", [](Experiment& e) { e.seed = "layer:arrival_delay"; }, "seed",
        "give another seed");
    row(
        "an endless seed", [](Experiment& e) { e.seed = std::string(300, 'x'); }, "seed", "use at most");
    row(
        "hash version 1", [](Experiment& e) { e.hash_version = 1; }, "hash_version",
        "create the experiment anew");
    row(
        "an unknown hash version", [](Experiment& e) { e.hash_version = 3; }, "hash_version",
        "create the experiment anew");
  }
  void refusalNamesFieldAndRemedy() {
    QFETCH(Change, change);
    QFETCH(QString, field);
    QFETCH(QString, remedy);
    Experiment experiment = sample();
    experiment.source = "experiments.yaml";
    change(experiment);
    const auto result = CompiledExperiment::compile(experiment);
    QVERIFY(!result.ok());
    const QString text = QString::fromStdString(messageOf(result.status()));
    QVERIFY2(text.startsWith("experiments.yaml: experiment '"), qPrintable(text));
    QVERIFY2(text.contains(": " + field + ":"), qPrintable(text));
    QVERIFY2(text.contains(remedy), qPrintable(text));
    QCOMPARE(result.status().code(), experiment.hash_version == 2 ? absl::StatusCode::kInvalidArgument
                                                                  : absl::StatusCode::kFailedPrecondition);
  }

  void armFollowsTheBucket() {
    Experiment experiment = sample();
    experiment.coverage = 0.5;
    const auto compiled = CompiledExperiment::compile(experiment);
    QVERIFY(compiled.ok());
    int outside = 0;
    for (std::int64_t key = 0; key < 5000; ++key) {
      const Bucket bucket = bucketV2("v1_vs_v2", key);
      const int expected = bucket < 2500 ? 0 : bucket >= 5000 && bucket < 7500 ? 1 : -1;
      QCOMPARE(compiled->arm(key), expected);
      QCOMPARE(compiled->arm(std::to_string(key)), expected);
      if (expected < 0) ++outside;
    }
    QVERIFY(outside > 2000 && outside < 3000);
  }

  void givenRangesWinOverWeights() {
    Experiment experiment = sample();
    experiment.arms[0].ranges = {{0, 4000}, {9000, 10000}};
    experiment.arms[1].ranges = {{4000, 9000}};
    const auto compiled = CompiledExperiment::compile(experiment);
    QVERIFY(compiled.ok());
    QCOMPARE(int{compiled->armOfBucket(9500)}, 0);
    QCOMPARE(int{compiled->armOfBucket(8999)}, 1);
  }

  void propensityIsTheArmsShareOfTheCoveredBuckets() {
    Experiment experiment = sample();
    experiment.arms[0].ranges = {{0, 4000}, {9000, 9500}};
    experiment.arms[1].ranges = {{5000, 5500}};
    const auto compiled = CompiledExperiment::compile(experiment);
    QVERIFY(compiled.ok());
    QCOMPARE(compiled->propensity(0), 0.9);
    QCOMPARE(compiled->propensity(1), 0.1);
  }

  void zeroCoverageAssignsNobody() {
    Experiment experiment = sample();
    experiment.coverage = 0;
    const auto compiled = CompiledExperiment::compile(experiment);
    QVERIFY(compiled.ok());
    for (std::int64_t key = 0; key < 1000; ++key) QCOMPARE(compiled->arm(key), -1);
    QCOMPARE(compiled->propensity(0), 0.0);
  }

  void bulkEqualsOneByOne() {
    Experiment experiment = sample();
    experiment.layer_ranges = {{1000, 6000}};
    const auto compiled = CompiledExperiment::compile(experiment);
    QVERIFY(compiled.ok());
    std::vector<std::int64_t> numbers;
    std::vector<std::string> texts;
    for (std::int64_t i = -500; i < 500; ++i) {
      numbers.push_back(i * 7919);
      texts.push_back(std::to_string(i * 7919));
    }
    const std::vector<std::string_view> views(texts.begin(), texts.end());
    std::vector<std::int16_t> from_numbers(numbers.size());
    std::vector<std::int16_t> from_texts(numbers.size());
    compiled->assign(numbers, from_numbers);
    compiled->assign(views, from_texts);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      QCOMPARE(int{from_numbers[i]}, compiled->arm(numbers[i]));
      QCOMPARE(int{from_texts[i]}, compiled->arm(numbers[i]));
    }
  }

  void experimentsOfALayerShareNoKey() {
    const auto a = CompiledExperiment::compile(inLayer("a", {{0, 3000}}));
    const auto b = CompiledExperiment::compile(inLayer("b", {{3000, 10000}}));
    QVERIFY(a.ok() && b.ok());
    for (std::int64_t key = 0; key < 20'000; ++key) QVERIFY((a->arm(key) >= 0) != (b->arm(key) >= 0));
  }

  void freeSpaceIsTheLowestThatFits() {
    const std::vector<Experiment> others = {inLayer("a", {{0, 2000}}), inLayer("b", {{3000, 5000}}),
                                            inLayer("gone", {{5000, 10000}}, ExperimentState::kStopped)};
    const auto ranges = freeLayerRanges("arrival_delay", 0.3, others);
    QVERIFY(ranges.ok());
    QVERIFY((*ranges == Ranges{{2000, 3000}, {5000, 7000}}));
    const auto elsewhere = freeLayerRanges("another", 1, others);
    QVERIFY(elsewhere.ok());
    QVERIFY((*elsewhere == Ranges{{0, 10000}}));
  }

  void fullLayerNamesWhoTakesIt() {
    const std::vector<Experiment> others = {inLayer("running_one", {{0, 6000}}),
                                            inLayer("draft_one", {{6000, 9000}}, ExperimentState::kDraft)};
    const auto refused = freeLayerRanges("arrival_delay", 0.2, others);
    QVERIFY(absl::IsResourceExhausted(refused.status()));
    const QString text = QString::fromStdString(messageOf(refused.status()));
    for (const char* part :
         {"'arrival_delay'", "10.00 %", "20.00 %", "'running_one' (running) holds 60.00 %: [0,6000)",
          "'draft_one' (draft) holds 30.00 %", "stop one of them"}) {
      QVERIFY2(text.contains(part), qPrintable(text));
    }
  }

  void shareOutsideOfZeroToOneIsRefused() {
    for (const double share : {0.0, -0.1, 1.01, std::nan("")}) {
      QVERIFY(absl::IsInvalidArgument(freeLayerRanges("l", share, {}).status()));
    }
  }

  void overlapInALayerIsFound_data() {
    QTest::addColumn<QString>("case_name");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("disjoint") << "disjoint" << true;
    QTest::newRow("sharing one bucket") << "one" << false;
    QTest::newRow("the other is stopped") << "stopped" << true;
    QTest::newRow("the other is a draft") << "draft" << false;
    QTest::newRow("another layer") << "layer" << true;
    QTest::newRow("no ranges means the whole layer") << "whole" << false;
  }
  void overlapInALayerIsFound() {
    QFETCH(QString, case_name);
    QFETCH(bool, accepted);
    std::vector<Experiment> all = {inLayer("a", {{0, 5000}}), inLayer("b", {{5000, 10000}})};
    if (case_name != "disjoint") all[1].layer_ranges = {{4999, 10000}};
    if (case_name == "stopped") all[1].state = ExperimentState::kStopped;
    if (case_name == "draft") all[1].state = ExperimentState::kDraft;
    if (case_name == "layer") all[1].layer = "another";
    if (case_name == "whole") all[1].layer_ranges.clear();
    const absl::Status status = checkLayers(all);
    QCOMPARE(status.ok(), accepted);
    if (accepted) return;
    const QString text = QString::fromStdString(messageOf(status));
    QVERIFY2(text.contains("experiment 'b': layer_ranges: overlaps experiment 'a' in layer 'arrival_delay'"),
             qPrintable(text));
    QVERIFY2(text.contains("give the two disjoint layer_ranges"), qPrintable(text));
  }
};

QTEST_GUILESS_MAIN(TstAssignmentExperiment)
#include "tst_assignment_experiment.moc"
