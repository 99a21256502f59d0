#include <QtTest>
#include <cmath>

#include "core/base/files.h"
#include "core/base/status.h"
#include "core/frame/wire.h"
#include "sim/live/live_labels.h"
#include "sim/live/state_record.h"
#include "sim/live/traffic_shape.h"
#include "sim/live/world_clock.h"
#include "tests/sim/sample_flights.h"
#include "tests/status_checks.h"

using namespace aerie;
using sim::LiveLabels;
using sim::WorldClock;

namespace {

constexpr double kHour = 60;

// An answer for these flights; every item in arm "control" of experiment "split".
sim::Outcome answered(std::vector<std::uint32_t> flights, const std::vector<float>& probabilities) {
  sim::Outcome outcome;
  outcome.flights = std::move(flights);
  v1::Assignment* assignment = outcome.answer.add_assignments();
  assignment->set_experiment("split");
  assignment->set_arm("control");
  const auto frame = frame::DataFrame::create({frame::Column::ofFloats("probability", probabilities)});
  frame::toWire(*frame, outcome.answer.mutable_outputs());
  return outcome;
}

}  // namespace

// The parts of a running simulation that need no daemons.
class TstLiveParts : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void theWorldStandsStillUntilItIsLetRun() {
    ManualClock clock;
    WorldClock world(clock, 1'000, 2'000, 60);
    clock.advance(std::chrono::hours(1));
    QCOMPARE(world.minute(), 1'000.0);
    world.setRunning(true);
    clock.advance(std::chrono::seconds(10));
    QCOMPARE(world.minute(), 1'010.0);  // 60 times: a minute of the world each second
    world.setRunning(false);
    clock.advance(std::chrono::seconds(10));
    QCOMPARE(world.minute(), 1'010.0);
  }

  void aNewSpeedCountsFromNowOn() {
    ManualClock clock;
    WorldClock world(clock, 0, 100'000, 60);
    world.setRunning(true);
    clock.advance(std::chrono::seconds(100));
    world.setSpeed(600);
    QCOMPARE(world.minute(), 100.0);
    clock.advance(std::chrono::seconds(100));
    QCOMPARE(world.minute(), 1'100.0);
  }

  void afterItsEndTheWorldBeginsAnew() {
    ManualClock clock;
    WorldClock world(clock, 500, 600, 60);
    world.setRunning(true);
    clock.advance(std::chrono::seconds(250));
    QCOMPARE(world.minute(), 550.0);
    QCOMPARE(world.lap(), 2);
  }

  void worldTimeIsReadable() {
    QCOMPARE(sim::worldTimeText(0), std::string("1970-01-01T00:00"));
    QCOMPARE(sim::worldTimeText(981'173'106.0 / 60), std::string("2001-02-03T04:05"));
  }

  void theDailyRateIsLowByNightAndFullByDay() {
    QCOMPARE(sim::rateFactor("daily", 3 * kHour, 0), 0.2);
    QVERIFY(std::abs(sim::rateFactor("daily", 14 * kHour, 0) - 1) < 1e-9);
    QCOMPARE(sim::rateFactor("daily", 27 * kHour, 0), 0.2);  // the next night
    QCOMPARE(sim::rateFactor("steady", 3 * kHour, 0), 1.0);
  }

  void burstsComeOnceAMinute() {
    QCOMPARE(sim::rateFactor("bursts", 0, 5), 4.0);
    QCOMPARE(sim::rateFactor("bursts", 0, 15), 1.0);
    QCOMPARE(sim::rateFactor("bursts", 0, 65), 4.0);
  }

  void aBadDayBringsFaultsAndThenBeginsAgain() {
    QVERIFY(!sim::plannedFault("bad_day", 0).has_value());
    QCOMPARE(sim::plannedFault("bad_day", 15.5).value_or(""), std::string_view("kill_worker"));
    QCOMPARE(sim::plannedFault("bad_day", 195.5).value_or(""), std::string_view("kill_worker"));
    QVERIFY(!sim::plannedFault("steady", 15.5).has_value());
  }

  void aLabelIsJoinedWhenItsFlightHasLanded() {
    LiveLabels labels(flights_, {"late", "split", "probability", 240});
    QCOMPARE(labels.add(answered({0, 1}, {.9F, .1F})), std::uint64_t{0});
    labels.join(flights_[0].minute + 239, 0);
    QCOMPARE(labels.joined(), std::uint64_t{0});
    QCOMPARE(labels.waiting(), std::uint64_t{2});
    labels.join(flights_[0].minute + 240, 0);
    QCOMPARE(labels.joined(), std::uint64_t{1});
    QCOMPARE(labels.arms().front().late, 1.0);  // flight 0 was late
    QVERIFY(std::abs(labels.arms().front().log_loss + std::log(.9)) < 1e-6);
  }

  void aFlightCountsOnceInEachLap() {
    LiveLabels labels(flights_, {"late", "split", "probability", 0});
    labels.add(answered({5}, {.5F}));
    labels.add(answered({5}, {.6F}));
    labels.join(1e9, 0);
    QCOMPARE(labels.joined(), std::uint64_t{1});
    labels.join(0, 1);
    labels.add(answered({5}, {.5F}));
    labels.join(1e9, 1);
    QCOMPARE(labels.joined(), std::uint64_t{2});
  }

  void outcomesAreSumsSinceTheLastReport() {
    LiveLabels labels(flights_, {"late", "split", "probability", 0});
    labels.add(answered({0, 1, 2}, {.9F, .1F, .2F}));
    labels.join(1e9, 0);
    const std::vector<v1::Outcome> first = labels.takeOutcomes();
    QCOMPARE(first.size(), std::size_t{2});
    QCOMPARE(first[0].metric(), std::string("log_loss"));
    QCOMPARE(first[0].count(), std::uint64_t{3});
    QVERIFY(std::abs(first[0].sum() + std::log(.9) + std::log(.9) + std::log(.8)) < 1e-5);
    QCOMPARE(first[1].metric(), std::string("delayed"));
    QCOMPARE(first[1].sum(), 1.0);
    QVERIFY(labels.takeOutcomes().empty());
  }

  void failedItemsAreCountedAndHaveNoLabel() {
    LiveLabels labels(flights_, {"late", "split", "probability", 0});
    sim::Outcome outcome = answered({0, 1}, {.5F, .5F});
    outcome.answer.add_item_status(0);
    outcome.answer.add_item_status(14);
    QCOMPARE(labels.add(outcome), std::uint64_t{1});
    labels.join(1e9, 0);
    QCOMPARE(labels.joined(), std::uint64_t{1});
  }

  void aStateDirectoryIsHeldOnce() {
    const TempDir folder = *TempDir::create();
    auto first = sim::StateRecord::claim(folder.path() / "s");
    AERIE_VERIFY_OK(first);
    const auto second = sim::StateRecord::claim(folder.path() / "s");
    QCOMPARE(second.status().code(), absl::StatusCode::kFailedPrecondition);
    first->reset();
    AERIE_VERIFY_OK(sim::StateRecord::claim(folder.path() / "s"));
  }

  void filesOfSomebodyElseAreLeftAlone() {
    const TempDir folder = *TempDir::create();
    AERIE_VERIFY_OK(writeFileAtomic(folder.path() / "control" / "thesis.txt", "ten years of work"));
    QCOMPARE(sim::StateRecord::claim(folder.path()).status().code(), absl::StatusCode::kFailedPrecondition);
    QVERIFY(std::filesystem::exists(folder.path() / "control" / "thesis.txt"));
  }

  void aNewStartForgetsTheLastOneButNotItsModels() {
    const TempDir folder = *TempDir::create();
    {
      const auto record = sim::StateRecord::claim(folder.path());
      AERIE_VERIFY_OK(record);
      AERIE_VERIFY_OK((*record)->publish("127.0.0.1:1", "127.0.0.1:2", (*record)->socket()));
      QVERIFY(std::filesystem::exists(folder.path() / "simulation.json"));
    }
    QVERIFY(!std::filesystem::exists(folder.path() / "simulation.json"));
    AERIE_VERIFY_OK(writeFileAtomic(folder.path() / "control" / "control.db", "old"));
    AERIE_VERIFY_OK(writeFileAtomic(folder.path() / "bundles" / "arrival_delay-1.aerie", "model"));
    AERIE_VERIFY_OK(sim::StateRecord::claim(folder.path()));
    QVERIFY(!std::filesystem::exists(folder.path() / "control"));
    QVERIFY(std::filesystem::exists(folder.path() / "bundles" / "arrival_delay-1.aerie"));
  }

 private:
  const sim::Flights flights_ = test::sampleFlights();
};

QTEST_GUILESS_MAIN(TstLiveParts)
#include "tst_live_parts.moc"
