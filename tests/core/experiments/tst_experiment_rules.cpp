// The life of an experiment, without a database.
#include <QtTest>

#include "core/base/status.h"
#include "core/experiments/experiment_json.h"
#include "core/experiments/experiment_rules.h"

using namespace aerie;
using namespace aerie::experiments;
using assignment::Experiment;
using assignment::ExperimentState;

namespace {

ExperimentSpec spec(const std::string& name = "v1_vs_v2") {
  ExperimentSpec s;
  s.name = name;
  s.layer = "arrival_delay";
  s.arms = {{"control", 0.5}, {"treatment", 0.5}};
  return s;
}

Experiment made(const ExperimentSpec& s = spec()) {
  auto experiment = makeExperiment(s, {}, 1000);
  if (!experiment.ok()) qFatal("%s", messageOf(experiment.status()).c_str());
  return *std::move(experiment);
}

WeightChange weights(double control, double treatment, std::uint64_t expected = 0) {
  WeightChange change;
  change.weights = {{"control", control}, {"treatment", treatment}};
  change.expected_revision = expected;
  return change;
}

}  // namespace

class TstExperimentRules final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void newExperimentIsADraftWithRanges() {
    const Experiment e = made();
    QVERIFY(e.state == ExperimentState::kDraft);
    QCOMPARE(e.revision, std::uint64_t{1});
    QCOMPARE(e.seed, std::string("v1_vs_v2"));
    QCOMPARE(e.hash_version, 2U);
    QCOMPARE(e.changed_unix_ms, std::int64_t{1000});
    QCOMPARE(e.started_unix_ms, std::int64_t{0});
    QVERIFY((e.layer_ranges == assignment::Ranges{{0, 10000}}));
    QVERIFY((e.arms[1].ranges == assignment::Ranges{{5000, 10000}}));
  }
  void layerAndSeedDefaultToTheName() {
    ExperimentSpec s = spec();
    s.layer.clear();
    const Experiment e = made(s);
    QCOMPARE(e.layer, std::string("v1_vs_v2"));
  }
  void startAtCreation() {
    ExperimentSpec s = spec();
    s.start = true;
    const Experiment e = made(s);
    QVERIFY(e.state == ExperimentState::kRunning);
    QCOMPARE(e.started_unix_ms, std::int64_t{1000});
  }

  void secondExperimentTakesFreeLayerSpace() {
    ExperimentSpec first = spec("first");
    first.layer_share = 0.6;
    const std::vector<Experiment> others = {made(first)};
    ExperimentSpec second = spec("second");
    second.layer_share = 0.4;
    const auto e = makeExperiment(second, others, 1);
    QVERIFY(e.ok());
    QVERIFY((e->layer_ranges == assignment::Ranges{{6000, 10000}}));
    second.layer_share = 0.5;
    const auto refused = makeExperiment(second, others, 1);
    QVERIFY(absl::IsResourceExhausted(refused.status()));
    QVERIFY(messageOf(refused.status()).find("'first' (draft) holds 60.00 %") != std::string::npos);
  }

  void badSpecsAreRefused_data() {
    QTest::addColumn<QString>("bad");
    QTest::addColumn<int>("code");
    const int invalid = static_cast<int>(absl::StatusCode::kInvalidArgument);
    QTest::newRow("a taken name") << "taken" << static_cast<int>(absl::StatusCode::kAlreadyExists);
    QTest::newRow("no name") << "name" << invalid;
    QTest::newRow("one arm") << "arms" << invalid;
    QTest::newRow("weights that don't sum to one") << "weights" << invalid;
    QTest::newRow("a share above one") << "share" << invalid;
    QTest::newRow("a negative coverage") << "coverage" << invalid;
  }
  void badSpecsAreRefused() {
    QFETCH(QString, bad);
    QFETCH(int, code);
    ExperimentSpec s = spec();
    const std::vector<Experiment> others = {made(spec("taken"))};
    if (bad == "taken") s.name = "taken";
    if (bad == "name") s.name.clear();
    if (bad == "arms") s.arms.pop_back();
    if (bad == "weights") s.arms[0].weight = 0.7;
    if (bad == "share") s.layer_share = 1.5;
    if (bad == "coverage") s.coverage = -0.1;
    QCOMPARE(static_cast<int>(makeExperiment(s, others, 1).status().code()), code);
  }

  void lifeGoesOneWay() {
    const auto running = started(made(), 2000);
    QVERIFY(running.ok());
    QVERIFY(running->state == ExperimentState::kRunning);
    QCOMPARE(running->revision, std::uint64_t{2});
    QCOMPARE(running->started_unix_ms, std::int64_t{2000});
    QVERIFY(*started(*running, 3000) == *running);
    const auto ended = stopped(*running, 4000);
    QVERIFY(ended->state == ExperimentState::kStopped);
    QVERIFY(*stopped(*ended, 5000) == *ended);
    const auto again = started(*ended, 6000);
    QVERIFY(absl::IsFailedPrecondition(again.status()));
    QVERIFY(messageOf(again.status()).find("create a new experiment") != std::string::npos);
    QVERIFY(absl::IsFailedPrecondition(reweighted(*ended, weights(0.1, 0.9), 1).status()));
  }

  void newWeightsMoveTheFewest() {
    const Experiment before = made();
    const auto result = reweighted(before, weights(0.9, 0.1), 2000);
    QVERIFY(result.ok());
    QCOMPARE(result->buckets_moved, 4000U);
    QCOMPARE(result->experiment.arms[0].weight, 0.9);
    QCOMPARE(assignment::bucketCount(result->experiment.arms[1].ranges), 1000U);
    QCOMPARE(result->experiment.revision, before.revision + 1);
    QVERIFY(assignment::validate(result->experiment).ok());
  }
  void moreCoverageMovesNobody() {
    ExperimentSpec s = spec();
    s.coverage = 0.1;
    WeightChange change;
    change.coverage = 0.5;
    const auto result = reweighted(made(s), change, 2000);
    QVERIFY(result.ok());
    QCOMPARE(result->buckets_moved, 0U);
    QCOMPARE(result->movement.joined, 4000U);
    QCOMPARE(result->experiment.coverage, 0.5);
  }
  void sameWeightsChangeNothing() {
    const Experiment before = made();
    const auto result = reweighted(before, weights(0.5, 0.5), 2000);
    QVERIFY(result.ok());
    QVERIFY(result->experiment == before);
  }
  void staleRevisionIsAborted() {
    const auto result = reweighted(made(), weights(0.1, 0.9, 7), 1);
    QVERIFY(absl::IsAborted(result.status()));
    QVERIFY(messageOf(result.status()).find("read it again") != std::string::npos);
    QVERIFY(reweighted(made(), weights(0.1, 0.9, 1), 1).ok());
  }
  void badWeightsNameTheArm() {
    WeightChange unknown = weights(0.5, 0.5);
    unknown.weights["third"] = 0;
    QVERIFY(messageOf(reweighted(made(), unknown, 1).status()).find("no arm 'third'") != std::string::npos);
    WeightChange missing;
    missing.weights = {{"control", 1.0}};
    QVERIFY(messageOf(reweighted(made(), missing, 1).status()).find("arm 'treatment' has none") !=
            std::string::npos);
    QVERIFY(absl::IsInvalidArgument(reweighted(made(), weights(0.5, 0.6), 1).status()));
    QVERIFY(absl::IsInvalidArgument(reweighted(made(), weights(-0.5, 1.5), 1).status()));
    WeightChange coverage;
    coverage.coverage = 1.5;
    QVERIFY(absl::IsInvalidArgument(reweighted(made(), coverage, 1).status()));
  }

  void storedFormReadsBackEqual() {
    Experiment e = *started(made(), 5);
    e.arms[0].weight = 1.0 / 3;
    e.arms[1].weight = 2.0 / 3;
    const auto again = experimentFromJson(toJson(e));
    QVERIFY2(again.ok(), messageOf(again.status()).c_str());
    QVERIFY(*again == e);
  }
  void damagedStoredFormIsDataLoss_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("not JSON") << QByteArray("{");
    QTest::newRow("a list") << QByteArray("[1]");
    QTest::newRow("a missing field") << QByteArray("{\"name\": \"x\"}");
    QByteArray text = QByteArray::fromStdString(toJson(made()));
    QTest::newRow("a broken rule") << QByteArray(text).replace("\"coverage\":1.0", "\"coverage\":7.0");
    QTest::newRow("a wrong type") << QByteArray(text).replace("\"seed\":\"v1_vs_v2\"", "\"seed\":7");
  }
  void damagedStoredFormIsDataLoss() {
    QFETCH(QByteArray, json);
    QVERIFY(absl::IsDataLoss(experimentFromJson(json.toStdString()).status()));
  }
};

QTEST_GUILESS_MAIN(TstExperimentRules)
#include "tst_experiment_rules.moc"
