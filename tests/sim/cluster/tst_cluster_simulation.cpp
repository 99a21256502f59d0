#include <QtTest>

#include "tests/sim/cluster/cluster_scenarios.h"
#include "tests/status_checks.h"

using namespace aerie;
using namespace aerie::sim::cluster;
using samples::drawn;
using samples::listed;
using samples::Log;

namespace {

constexpr std::int64_t kGiB = 1LL << 30;

// Failures, lost hosts, memory, arrivals of others: everything that draws random numbers.
ClusterScenario eventful(std::uint64_t seed) {
  ClusterScenario scenario = drawn(4, 3, 200, Distribution::lognormal(30, 0.8), seed);
  scenario.queue.shared = true;
  scenario.queue.dispatch_overhead = kSecond / 10;
  scenario.cluster.memory_per_host = 16 * kGiB;
  scenario.cluster.start_delay = Distribution::exponential(20);
  scenario.cluster.time_to_failure = 10 * kMinute;
  scenario.cluster.repair_time = kMinute;
  TaskGroup& own = scenario.groups[0];
  own.memory = Distribution::lognormal(2.0 * kGiB, 0.5);
  own.memory_request = 3 * kGiB;
  own.memory_growth = 2;
  own.failure_rate = 0.1;
  own.retries = 4;
  own.retry_delay = 5 * kSecond;
  own.order = Order::kRandom;
  TaskGroup other;
  other.name = "other";
  other.own = false;
  other.arrivals.per_hour = 300;
  other.duration = Distribution::exponential(20);
  other.memory_request = kGiB;
  scenario.groups.push_back(other);
  return scenario;
}

std::vector<std::string> eventsOf(const ClusterScenario& scenario) {
  Log log;
  const auto result = simulate(scenario, &log);
  if (!result.ok()) qFatal("%s", toText(result.status()).c_str());
  return log.lines;
}

}  // namespace

class TstClusterSimulation : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void theSameSeedGivesTheSameEvents() {
    const std::vector<std::string> first = eventsOf(eventful(7));
    QVERIFY(first.size() > 800);
    QVERIFY(first == eventsOf(eventful(7)));
    QVERIFY(first != eventsOf(eventful(8)));
  }

  void stepsChangeNothing() {
    Log whole;
    AERIE_VERIFY_OK(simulate(eventful(3), &whole));
    Log stepped;
    auto simulation = ClusterSimulation::create(eventful(3), &stepped);
    AERIE_VERIFY_OK(simulation);
    SimTime time = 0;
    while (!simulation->finished()) {
      time += 777'777;
      AERIE_VERIFY_OK(simulation->advanceTo(time));
      QVERIFY(simulation->finished() ? simulation->now() <= time : simulation->now() == time);
    }
    QVERIFY(whole.lines == stepped.lines);
  }

  void durationsDoNotDependOnWhatElseRuns() {
    // The same task lasts equally long on few hosts and on many: what-ifs compare the same work.
    const auto durations = [](int hosts) {
      const auto result = simulate(drawn(hosts, 1, 50, Distribution::lognormal(30, 1)));
      std::vector<SimTime> times(50);
      for (const TimelineBar& bar : result->timeline) times[bar.task] = bar.ended - bar.started;
      return times;
    };
    QVERIFY(durations(1) == durations(20));
  }

  void aSnapshotShowsTheMoment() {
    auto simulation = ClusterSimulation::create(listed(2, {10, 20, 30}));
    AERIE_VERIFY_OK(simulation);
    QCOMPARE(simulation->nextEvent(), SimTime{0});
    AERIE_VERIFY_OK(simulation->advanceTo(15 * kSecond));
    const Snapshot seen = simulation->snapshot();
    QCOMPARE(seen.now, 15 * kSecond);
    QCOMPARE(seen.capacity, std::int64_t{2});
    QCOMPARE(seen.slots_used, std::int64_t{2});
    QCOMPARE(seen.cores_busy, 2.0);
    QCOMPARE(seen.groups[0].finished, std::int64_t{1});
    QCOMPARE(seen.hosts.size(), std::size_t{2});
    QVERIFY(seen.hosts[0].state == HostSnapshot::State::kReady && seen.hosts[0].running == 1);
    QCOMPARE(simulation->nextEvent(), 20 * kSecond);
    QVERIFY(!simulation->result().complete);
    AERIE_VERIFY_OK(simulation->runToEnd());
    QVERIFY(simulation->finished() && simulation->result().complete);
    QCOMPARE(simulation->now(), 40 * kSecond);
    QCOMPARE(simulation->nextEvent(), kNever);
    AERIE_VERIFY_OK(simulation->advanceTo(kHour));
    QCOMPARE(simulation->now(), 40 * kSecond);
  }

  void theSeriesAddsUpToTheWork() {
    const auto result =
        simulate(drawn(5, 4, 3'000, Distribution::lognormal(40, 1)), nullptr, {.series_points = 100});
    AERIE_VERIFY_OK(result);
    QVERIFY(result->series.size() <= 100 && result->series.size() > 40);
    double busy = 0;
    SimTime expected_begin = 0;
    for (std::size_t i = 0; i < result->series.size(); ++i) {
      const UtilisationSample& sample = result->series[i];
      QCOMPARE(sample.begin, expected_begin);
      expected_begin = sample.end;
      busy += sample.cores_busy * toSeconds(sample.end - sample.begin);
      double hosts = 0;
      for (const auto& host : result->host_series) hosts += host[i].cores_busy;
      QVERIFY(std::abs(hosts - sample.cores_busy) < 1e-6);
    }
    QCOMPARE(expected_begin, result->end);
    double work = 0;
    for (const TimelineBar& bar : result->timeline) work += toSeconds(bar.ended - bar.started);
    QVERIFY(std::abs(busy - work) < 1e-6 * work);
    QVERIFY(std::abs(result->core_hours_used - work / 3'600) < 1e-6);
  }

  void aFullTimelineSaysSo() {
    const auto result = simulate(drawn(2, 1, 50, Distribution::constant(1)), nullptr, {.timeline_bars = 20});
    QCOMPARE(result->timeline.size(), std::size_t{20});
    QCOMPARE(result->bars_dropped, std::uint64_t{30});
  }

  void failedAttemptsAreRetriedAndGivenUp() {
    ClusterScenario scenario = drawn(1, 1, 10, Distribution::constant(10));
    scenario.groups[0].failure_rate = 1;
    scenario.groups[0].retries = 2;
    const auto result = simulate(scenario);
    AERIE_VERIFY_OK(result);
    QCOMPARE(result->groups[0].failed, std::int64_t{10});
    QCOMPARE(result->groups[0].finished, std::int64_t{0});
    QCOMPARE(result->groups[0].attempts, std::int64_t{30});
    QCOMPARE(result->groups[0].retries, std::int64_t{20});
  }

  void outOfMemoryIsCuredByMoreMemory_data() {
    QTest::addColumn<double>("growth");
    QTest::addColumn<qint64>("finished");
    QTest::newRow("the same memory at each retry never suffices") << 1.0 << qint64{0};
    QTest::newRow("twice as much does at the second retry") << 2.0 << qint64{6};
  }
  void outOfMemoryIsCuredByMoreMemory() {
    QFETCH(double, growth);
    QFETCH(qint64, finished);
    ClusterScenario scenario = drawn(1, 4, 6, Distribution::constant(10));
    scenario.cluster.memory_per_host = 8 * kGiB;
    TaskGroup& own = scenario.groups[0];
    own.memory = Distribution::constant(3.5 * kGiB);
    own.memory_request = kGiB;
    own.memory_growth = growth;
    own.retries = 3;
    const auto result = simulate(scenario);
    AERIE_VERIFY_OK(result);
    QCOMPARE(qint64{result->groups[0].finished}, finished);
    QCOMPARE(result->groups[0].out_of_memory, std::int64_t{finished > 0 ? 12 : 24});
  }

  void aFixedNumberOfTasksSharesMemoryWithoutLimit() {
    // Two tasks of 5 GiB on an 8 GiB host: the second finds too little and is killed.
    ClusterScenario scenario = drawn(1, 4, 2, Distribution::constant(10));
    scenario.queue.concurrency_per_host = 2;
    scenario.cluster.memory_per_host = 8 * kGiB;
    scenario.groups[0].memory = Distribution::constant(5.0 * kGiB);
    scenario.groups[0].retries = 5;
    const auto result = simulate(scenario);
    AERIE_VERIFY_OK(result);
    QVERIFY(result->groups[0].out_of_memory >= 1);
    QCOMPARE(result->groups[0].finished + result->groups[0].failed, std::int64_t{2});
  }

  void tasksShareTheCoresThatThereAre() {
    // Four tasks of two busy cores each on four cores take twice as long.
    ClusterScenario scenario = drawn(1, 4, 4, Distribution::constant(100));
    scenario.queue.concurrency_per_host = 4;
    scenario.groups[0].cores_busy = 2;
    auto result = simulate(scenario);
    AERIE_VERIFY_OK(result);
    QCOMPARE(result->makespan, 200 * kSecond);
    QCOMPARE(result->cpu_utilisation, 1.0);
    scenario.cluster.speed = 2;
    QCOMPARE(simulate(scenario)->makespan, 100 * kSecond);
  }

  void enforcedCpusSlowATaskThatWantsMore() {
    ClusterScenario scenario = drawn(1, 4, 4, Distribution::constant(100));
    scenario.groups[0].cores_busy = 2;
    const auto result = simulate(scenario);  // asks for one CPU each
    QCOMPARE(result->makespan, 200 * kSecond);
    QCOMPARE(result->cpu_utilisation, 1.0);
  }

  void reservedTasksWaitBehindALongOneWhileOthersIdle() {
    // Celery's prefetch: host 0 reserves the third and the fifth task behind its long first one.
    ClusterScenario scenario = listed(2, {100, 1, 1, 1, 1, 1});
    scenario.queue.concurrency_per_host = 1;
    QCOMPARE(simulate(scenario)->makespan, 100 * kSecond);
    scenario.queue.prefetch = 4;
    const auto result = simulate(scenario);
    QCOMPARE(result->makespan, 102 * kSecond);
    QCOMPARE(result->groups[0].finished, std::int64_t{6});
  }

  void aLostHostGivesItsTasksBack() {
    ClusterScenario scenario = drawn(2, 2, 40, Distribution::constant(60), 5);
    scenario.queue.concurrency_per_host = 2;
    scenario.queue.prefetch = 2;
    scenario.cluster.time_to_failure = 5 * kMinute;
    scenario.groups[0].retries = 100;
    Log log;
    const auto result = simulate(scenario, &log);
    AERIE_VERIFY_OK(result);
    QVERIFY(result->groups[0].host_lost > 0);
    QCOMPARE(result->groups[0].finished, std::int64_t{40});
    QVERIFY(std::any_of(log.hosts.begin(), log.hosts.end(),
                        [](const HostEvent& e) { return e.kind == HostEvent::Kind::kRepaired; }));
  }

  void aBoundHoldsTasksInFlight() {
    ClusterScenario scenario = drawn(2, 8, 60, Distribution::lognormal(10, 0.5));
    scenario.groups[0].max_in_flight = 3;
    const auto result = simulate(scenario);
    QCOMPARE(result->peak_concurrency, std::int64_t{3});
    QCOMPARE(result->groups[0].finished, std::int64_t{60});
    QCOMPARE(result->series[0].capacity, 3.0);
  }

  void placementChoosesTheHost_data() {
    QTest::addColumn<int>("placement");
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("second");
    QTest::newRow("spread uses the emptiest") << static_cast<int>(Placement::kSpread) << 0 << 1;
    QTest::newRow("best fit fills a host") << static_cast<int>(Placement::kBestFit) << 0 << 0;
    QTest::newRow("first fit takes the first") << static_cast<int>(Placement::kFirstFit) << 0 << 0;
  }
  void placementChoosesTheHost() {
    QFETCH(int, placement);
    QFETCH(int, first);
    QFETCH(int, second);
    ClusterScenario scenario = drawn(3, 2, 2, Distribution::constant(10));
    scenario.queue.placement = static_cast<Placement>(placement);
    const auto result = simulate(scenario);
    QCOMPARE(result->timeline[0].host + result->timeline[1].host, first + second);
  }

  void smallTasksPassALargeOneThatFitsNowhere() {
    // 4 CPUs: a task of 3 runs, one of 2 waits, one of 1 fits beside the first.
    ClusterScenario scenario = drawn(1, 4, 1, Distribution::constant(10));
    scenario.queue.shared = true;
    scenario.groups[0].cpus = 3;
    for (const double cpus : {2.0, 1.0}) {
      TaskGroup group = scenario.groups[0];
      group.cpus = cpus;
      scenario.groups.push_back(group);
    }
    const auto result = simulate(scenario);
    AERIE_VERIFY_OK(result);
    QCOMPARE(result->groups[0].wait.max, 0.0);
    QCOMPARE(result->groups[1].wait.max, 10.0);
    QCOMPARE(result->groups[2].wait.max, 0.0);
  }

  void theHorizonEndsTheSimulation() {
    ClusterScenario scenario = drawn(1, 1, 10, Distribution::constant(60));
    scenario.horizon = 150 * kSecond;
    scenario.cluster.price_per_host_hour = 24;
    auto result = simulate(scenario);
    AERIE_VERIFY_OK(result);
    QVERIFY(result->complete);
    QCOMPARE(result->end, 150 * kSecond);
    const GroupResult& own = result->groups[0];
    QCOMPARE(own.finished, std::int64_t{2});
    QCOMPARE(own.running, std::int64_t{1});
    QCOMPARE(own.queued, std::int64_t{7});
    QCOMPARE(result->cost, 1.0);
    scenario.horizon = 20 * kMinute;
    result = simulate(scenario);
    QCOMPARE(result->end, 20 * kMinute);
    QCOMPARE(result->idle_share, 0.5);
  }

  void windowsLetNobodyInOutsideThem() {
    ClusterScenario scenario = drawn(1, 1, 1, Distribution::constant(1));
    scenario.queue.shared = true;
    scenario.horizon = 3 * kDay;
    TaskGroup other;
    other.own = false;
    other.arrivals = {20, 3, {{8 * kHour, 12 * kHour}, {14 * kHour, 15 * kHour}}};
    other.duration = Distribution::constant(1);
    scenario.groups.push_back(other);
    Log log;
    AERIE_VERIFY_OK(simulate(scenario, &log));
    int arrived = 0;
    for (const TaskEvent& event : log.tasks) {
      if (event.group != 1 || event.kind != TaskEvent::Kind::kSubmitted) continue;
      ++arrived;
      const SimTime time = event.time % kDay;
      QVERIFY((time >= 8 * kHour && time <= 12 * kHour) || (time >= 14 * kHour && time <= 15 * kHour));
    }
    QVERIFY(arrived > 200 && arrived < 400);  // 300 expected
  }

  void theIdleTimeoutIsPaid() {
    ClusterScenario scenario = listed(3, {1'800});
    scenario.cluster.price_per_host_hour = 2;
    scenario.cluster.idle_timeout = 30 * kMinute;
    const auto result = simulate(scenario);
    QCOMPARE(result->hours_paid, 1.0);
    QCOMPARE(result->cost, 6.0);
  }

  void whatNeverEndsIsRefused() {
    ClusterScenario scenario = drawn(1, 1, 10, Distribution::constant(3'600));
    scenario.cluster.time_to_failure = kMinute;
    scenario.groups[0].retries = 1'000;
    AERIE_VERIFY_FAILS(simulate(scenario, nullptr, {.max_events = 500}), absl::StatusCode::kResourceExhausted,
                       "give a horizon");
    AERIE_VERIFY_FAILS(simulate(listed(0, {1})), absl::StatusCode::kInvalidArgument,
                       "cluster.hosts: 0 must be from 1 to 100000");
  }
};

QTEST_GUILESS_MAIN(TstClusterSimulation)
#include "tst_cluster_simulation.moc"
