// What experiments add up to, and how their arms compare.
#include <QtTest>
#include <cmath>

#include "core/base/files.h"
#include "core/base/status.h"
#include "core/monitoring/effects.h"
#include "core/monitoring/experiment_results.h"
#include "core/monitoring/history.h"
#include "core/monitoring/measures.h"

using namespace aerie;
using namespace aerie::monitoring;

class TstLedger : public QObject {
  Q_OBJECT
  std::optional<TempDir> dir_;
  std::optional<storage::Database> database_;

  void open() {
    database_.reset();
    const storage::MigrationSet sets[] = {{"monitoring", kMonitoringMigrations}};
    database_.emplace(storage::Database::open(dir_->path() / "history.db", sets, {.durable = false}).value());
  }

 private Q_SLOTS:
  void init() {
    dir_.emplace(TempDir::create("ledger").value());
    open();
  }
  void cleanup() {
    database_.reset();
    dir_.reset();
  }

  void whatIsAddedAddsUpAndStays() {
    const std::vector<ArmItems> items = {{"x", 1, "a", 10, 1}, {"x", 2, "a", 5, 0}, {"y", 1, "a", 99, 0}};
    const std::vector<ArmOutcome> outcomes = {{"x", "a", "late", {10, 4, 4}}};
    Ledger ledger(*database_);
    for (int i = 0; i < 2; ++i) {
      QVERIFY(ledger.add(items).ok());
      QVERIFY(ledger.add(outcomes).ok());
    }
    open();
    const auto kept = Ledger(*database_).items("x");
    QCOMPARE(kept->size(), std::size_t{2});
    QCOMPARE(kept->at(0).items, 20.0);
    QCOMPARE(kept->at(0).failed, 2.0);
    QCOMPARE(kept->at(1).revision, std::uint64_t{2});
    QCOMPARE(Ledger(*database_).outcomes("x")->at(0).sums, (stats::Sums{20, 8, 8}));
  }

  void effectsOverAnyTimeAreFewHundredPoints() {
    EffectBook book(*database_);
    const std::vector<ArmPlan> plan = {{"a", 1}, {"b", 1}};
    constexpr std::int64_t start = 1'700'000'000'000;
    std::uint64_t n = 100;
    std::int64_t now = start;
    for (int i = 0; i < 3'000; ++i, n += 10, now += 10'000) {
      const std::vector<ArmOutcome> outcomes = {{"x", "a", "late", {n, 50, 50}},
                                                {"x", "b", "late", {n, 40, 40}}};
      QVERIFY(book.add("x", now, compareArms(plan, 1, {}, {}, outcomes)).ok());
    }
    const auto effects = book.list("x").value();
    QVERIFY(effects.size() <= static_cast<std::size_t>(EffectBook::kMostSteps) + 1);
    QVERIFY(effects.size() >= static_cast<std::size_t>(EffectBook::kMostSteps) / 3);
    QCOMPARE(effects.back().unix_ms, now - 10'000);  // the newest is always there
    QVERIFY(effects.front().unix_ms < start + 400'000);
    QCOMPARE(effects.back().arm, std::string("b"));
    QVERIFY(effects.back().difference < 0 && effects.back().interval.low < effects.back().difference);
    for (std::size_t i = 1; i < effects.size(); ++i) QVERIFY(effects[i - 1].unix_ms < effects[i].unix_ms);
  }

  void anEffectIsNotedOnlyWhenThereIsANewOutcome() {
    EffectBook book(*database_);
    const std::vector<ArmPlan> plan = {{"a", 1}, {"b", 1}};
    const std::vector<ArmOutcome> outcomes = {{"x", "a", "late", {10, 5, 5}}, {"x", "b", "late", {10, 4, 4}}};
    QVERIFY(book.add("x", 60'000, compareArms(plan, 1, {}, {}, outcomes)).ok());
    QVERIFY(book.add("x", 120'000, compareArms(plan, 1, {}, {}, outcomes)).ok());
    QVERIFY(book.add("x", 180'000, compareArms(plan, 1, {}, {}, {})).ok());
    QCOMPARE(book.list("x")->size(), std::size_t{1});
    QVERIFY(book.list("y")->empty());
  }

  void sharesAreThoseOfTheCurrentWeights() {
    const std::vector<ArmPlan> plan = {{"a", 3}, {"b", 1}};
    const std::vector<ArmItems> items = {
        {"x", 1, "a", 500, 5}, {"x", 1, "b", 500, 0}, {"x", 2, "a", 760, 0}, {"x", 2, "b", 240, 2}};
    const std::vector<ArmKeys> keys = {
        {"x", 1, "a", 10}, {"x", 1, "b", 90}, {"x", 2, "a", 760}, {"x", 2, "b", 240}};
    const Comparison c = compareArms(plan, 2, items, keys, {});
    QCOMPARE(c.arms[0].items, 1260.0);
    QCOMPARE(c.arms[0].failed, 5.0);
    QCOMPARE(c.arms[0].share, 0.76);
    QCOMPARE(c.arms[0].intended_share, 0.75);
    QCOMPARE(c.ratio_keys, std::uint64_t{1000});
    QVERIFY(std::abs(c.ratio->chi_squared - (100.0 / 750 + 100.0 / 250)) < 1e-12);
    QVERIFY(c.ratio->p_value > 0.4);
  }

  void aWrongSplitIsFound() {
    const std::vector<ArmPlan> plan = {{"a", 0.5}, {"b", 0.5}};
    const std::vector<ArmKeys> keys = {{"x", 1, "a", 6000}, {"x", 1, "b", 4000}};
    QVERIFY(compareArms(plan, 1, {}, keys, {}).ratio->p_value < stats::kSampleRatioAlarm);
  }

  // A product that is asked for all day always has the same arm.
  void manyItemsOfFewKeysAreNoEvidenceAgainstTheSplit() {
    const std::vector<ArmPlan> plan = {{"a", 0.5}, {"b", 0.5}};
    const std::vector<ArmItems> items = {{"x", 1, "a", 600'000, 0}, {"x", 1, "b", 400'000, 0}};
    const std::vector<ArmKeys> keys = {{"x", 1, "a", 21}, {"x", 1, "b", 19}};
    const Comparison c = compareArms(plan, 1, items, keys, {});
    QCOMPARE(c.arms[0].share, 0.6);
    QVERIFY(c.ratio->p_value > 0.5);
    QVERIFY(!compareArms(plan, 1, items, {}, {}).ratio.has_value());
  }

  void keysOfSeveralProxiesAreTheirMeanAndNotKept() {
    const auto level = [](const char* metric, Labels labels, double value) {
      return Reading{metric, std::move(labels), {}, {value * 2, 2, {}}};
    };
    const auto keys = [&](const char* proxy, const char* arm, double value) {
      return level(series::kArmKeys, {{"experiment", "x"}, {"use_case", "u"}, {"proxy", proxy}, {"arm", arm}},
                   value);
    };
    const auto revision = [&](const char* proxy, double value) {
      return level(series::kArmKeysRevision, {{"experiment", "x"}, {"use_case", "u"}, {"proxy", proxy}},
                   value);
    };
    std::vector<Reading> readings = {
        keys("p1", "a", 30), keys("p1", "b", 10),
        revision("p1", 7),   level(series::kItems, {{"experiment", "x"}}, 5),
        keys("p2", "a", 50), keys("p2", "b", 20),
        revision("p2", 7),   keys("p3", "a", 900),
        keys("p3", "b", 1),  revision("p3", 6),  // it does not know of the change yet
        keys("p4", "a", 0),  keys("p4", "b", 0),
        revision("p4", 7),  // it has just begun
    };
    const std::vector<ArmKeys> taken = takeArmKeys(readings);
    QCOMPARE(taken.size(), std::size_t{2});
    QCOMPARE(taken[0].arm, std::string("a"));
    QCOMPARE(taken[0].revision, std::uint64_t{7});
    QCOMPARE(taken[0].keys, 40.0);
    QCOMPARE(taken[1].keys, 15.0);
    QCOMPARE(readings.size(), std::size_t{1});
    QCOMPARE(readings[0].metric, std::string(series::kItems));
  }

  void proportionsAndMeasurementsAreComparedByTheirOwnTests() {
    const std::vector<ArmPlan> plan = {{"a", 1}, {"b", 1}};
    const std::vector<ArmOutcome> outcomes = {{"x", "a", "late", {80, 48, 48}},
                                              {"x", "a", "minutes", {10, 100, 1090}},
                                              {"x", "b", "late", {70, 56, 56}},
                                              {"x", "b", "minutes", {10, 110, 1300}}};
    const Comparison c = compareArms(plan, 1, {}, {}, outcomes);
    QVERIFY(!c.ratio.has_value());
    QVERIFY(!c.arms[0].outcomes[0].difference.has_value());  // it is what the others are compared to
    const auto& late = c.arms[1].outcomes[0];
    QVERIFY(std::abs(late.difference->interval.low - .052431) < 1e-6);  // Newcombe's published answer
    QVERIFY(std::abs(late.difference->interval.high - .333873) < 1e-6);
    const auto& minutes = c.arms[1].outcomes[1];
    QCOMPARE(minutes.difference->value, 1.0);
    QVERIFY(minutes.mean->low < 11 && minutes.mean->high > 11);
  }

  void oneValueHasNoInterval() {
    const std::vector<ArmPlan> plan = {{"a", 1}, {"b", 1}};
    const std::vector<ArmOutcome> outcomes = {{"x", "a", "minutes", {1, 2.5, 6.25}}};
    QVERIFY(!compareArms(plan, 1, {}, {}, outcomes).arms[0].outcomes[0].mean.has_value());
  }
};

QTEST_GUILESS_MAIN(TstLedger)
#include "tst_ledger.moc"
