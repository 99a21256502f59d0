#include <QtTest>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/base/status.h"
#include "core/frame/wire.h"
#include "sim/scenarios/report.h"
#include "tests/sim/sample_flights.h"

using namespace aerie;
using sim::ArmTally;
using sim::Outcome;

namespace {

// An answer for these flights: probabilities, and arm 0 (control) or 1 (treatment) of each item.
Outcome answered(std::vector<std::uint32_t> flights, const std::vector<float>& probabilities,
                 const std::vector<std::uint32_t>& arms) {
  Outcome outcome;
  outcome.latency = std::chrono::milliseconds(10);
  outcome.flights = std::move(flights);
  for (const char* arm : {"control", "treatment"}) {
    v1::Assignment* assignment = outcome.answer.add_assignments();
    assignment->set_experiment("split");
    assignment->set_arm(arm);
  }
  outcome.answer.add_served_by()->set_version("1");
  for (const std::uint32_t arm : arms) outcome.answer.add_item_assignment(arm);
  const auto frame = frame::DataFrame::create({frame::Column::ofFloats("probability", probabilities)});
  frame::toWire(*frame, outcome.answer.mutable_outputs());
  return outcome;
}

const sim::ArmResult& arm(const sim::TallyResult& result, const std::string& name) {
  for (const sim::ArmResult& entry : result.arms) {
    if (entry.name == name) return entry;
  }
  qFatal("no arm '%s'", name.c_str());
}

}  // namespace

class TstArmTally : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void itemsAreCountedByArm() {
    ArmTally tally(flights_, truth_, {"split", "probability", 240, 1e-5});
    tally.add(answered({0, 1, 2, 3}, {.9F, .1F, .2F, .8F}, {0, 1, 1, 0}));
    tally.add(answered({4, 5}, {.1F, .1F}, {1, 1}));
    const sim::TallyResult result = tally.result();
    QCOMPARE(result.requests, std::uint64_t{2});
    QCOMPARE(result.items, std::uint64_t{6});
    QCOMPARE(arm(result, "control").items, std::uint64_t{2});
    QCOMPARE(arm(result, "treatment").items, std::uint64_t{4});
    QCOMPARE(result.items_by_version.at("1"), std::uint64_t{6});
    QCOMPARE(result.p50_ms, 10.0);
  }

  void qualityIsMeasuredAgainstTheTruth() {
    ArmTally tally(flights_, truth_, {"split", "probability", 240, 1e-5});
    // Flights 0 and 3 are late.
    tally.add(answered({0, 1, 2, 3}, {.75F, .25F, .25F, .75F}, {0, 0, 0, 0}));
    const sim::TallyResult result = tally.result();
    QCOMPARE(arm(result, "control").quality.auc, 1.0);
    QVERIFY(std::abs(arm(result, "control").quality.log_loss + std::log(.75)) < 1e-7);
    QCOMPARE(arm(result, "control").quality.items, std::uint64_t{4});
  }

  void itemsOutsideTheExperimentAreTheDefaultArm() {
    ArmTally tally(flights_, truth_, {"another", "probability", 240, 1e-5});
    tally.add(answered({0, 1}, {.5F, .5F}, {0, 1}));
    QCOMPARE(arm(tally.result(), "default").items, std::uint64_t{2});
  }

  void anAnswerThatNoVersionGivesIsWrong() {
    ArmTally tally(flights_, truth_, {"split", "probability", 240, 1e-5});
    tally.add(answered({0, 1}, {.5F, .5F}, {0, 1}));
    const sim::TallyResult result = tally.result();
    QCOMPARE(result.checked_answers, std::uint64_t{2});
    QCOMPARE(result.wrong_answers, std::uint64_t{2});
    const std::string told = result.first_failure + result.first_wrong;
    QVERIFY2(told.find("flight 0") != std::string::npos, told.c_str());
  }

  void answersOfAnotherShapeAreWrong_data() {
    QTest::addColumn<QString>("damage");
    for (const char* damage : {"no output", "too few rows", "texts"}) QTest::newRow(damage) << damage;
  }
  void answersOfAnotherShapeAreWrong() {
    QFETCH(QString, damage);
    ArmTally tally(flights_, truth_, {"split", "probability", 240, 1e-5});
    Outcome outcome = answered({0, 1}, {.5F, .5F}, {0, 1});
    if (damage == "no output") outcome.answer.clear_outputs();
    if (damage == "too few rows") outcome.flights.push_back(2);
    if (damage == "texts") {
      const auto frame = frame::DataFrame::create({frame::Column::ofStrings("probability", {"a", "b"})});
      frame::toWire(*frame, outcome.answer.mutable_outputs());
    }
    const std::uint64_t items = outcome.flights.size();
    tally.add(outcome);
    QCOMPARE(tally.result().wrong_answers, items);
  }

  void failuresAreCounted() {
    ArmTally tally(flights_, truth_, {"split", "probability", 240, 1e-5});
    Outcome failed;
    failed.status = unavailable("the proxy is away");
    failed.flights = {0, 1, 2};
    tally.add(failed);
    Outcome partly = answered({0, 1}, {.5F, .5F}, {0, 1});
    partly.answer.add_item_status(0);
    partly.answer.add_item_status(14);
    tally.add(partly);
    const sim::TallyResult result = tally.result();
    QCOMPARE(result.requests, std::uint64_t{2});
    QCOMPARE(result.items, std::uint64_t{5});
    QCOMPARE(result.failed_requests, std::uint64_t{1});
    QCOMPARE(result.failed_items, std::uint64_t{1});
    QVERIFY(result.first_failure.find("the proxy is away") != std::string::npos);
    // A failed item was assigned, so it counts for the split, not for the quality.
    QCOMPARE(arm(result, "treatment").items, std::uint64_t{1});
    QCOMPARE(arm(result, "treatment").quality.items, std::uint64_t{0});
  }

  void theReportHasTheFieldsThatProgramsRead() {
    sim::Report report;
    report.scenario = "s";
    report.total_requests = 7;
    report.traffic.arms.push_back({"control", 5, {5, .25, .75}});
    report.faults.push_back({"kill_worker", true, "seen", 3, 0, 0});
    report.promotion.seconds = 1.5;
    const auto json = nlohmann::json::parse(sim::toJson(report));
    for (const char* field : {"requests", "items", "failed_requests", "failed_items", "p50_ms", "p99_ms",
                              "arms", "sample_ratio_p_value", "promotion", "faults"}) {
      QVERIFY2(json.contains(field), field);
    }
    QCOMPARE(json["requests"].get<int>(), 7);
    QCOMPARE(json["arms"][0]["name"].get<std::string>(), std::string("control"));
    QCOMPARE(json["arms"][0]["items"].get<int>(), 5);
    QCOMPARE(json["arms"][0]["log_loss"].get<double>(), .25);
    QCOMPARE(json["arms"][0]["auc"].get<double>(), .75);
    QCOMPARE(json["promotion"]["seconds"].get<double>(), 1.5);
    QCOMPARE(json["promotion"]["failed_requests"].get<int>(), 0);
    QCOMPARE(json["faults"][0]["name"].get<std::string>(), std::string("kill_worker"));
    QVERIFY(json["faults"][0]["survived"].get<bool>() && json["passed"].get<bool>());
  }

  void oneFaultOrBrokenPromiseFailsTheReport() {
    sim::Report report;
    QVERIFY(report.passed());
    report.faults.push_back({"kill_worker", false, "", 0, 0, 0});
    QVERIFY(!report.passed());
    report.faults[0].survived = true;
    report.held.push_back({"no failed request", false, ""});
    QVERIFY(!report.passed());
    QVERIFY(sim::toReportText(report).find("NOT everything held") != std::string::npos);
  }

 private:
  const sim::Flights flights_ = test::sampleFlights();
  const std::map<std::string, sim::DirectPredictor> truth_;
};

QTEST_GUILESS_MAIN(TstArmTally)
#include "tst_arm_tally.moc"
