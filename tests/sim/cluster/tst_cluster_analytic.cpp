// Answers that are known without simulating.
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/cluster/draws.h"
#include "tests/sim/cluster/cluster_scenarios.h"
#include "tests/status_checks.h"

using namespace aerie;
using namespace aerie::sim::cluster;
using samples::drawn;
using samples::listed;

namespace {

// Mean wait of M/M/c: Erlang's C formula.
double erlangWait(int servers, double arrivals_per_second, double service_seconds) {
  const double load = arrivals_per_second * service_seconds;
  double blocking = 1;  // Erlang B, by its recursion
  for (int k = 1; k <= servers; ++k) blocking = load * blocking / (k + load * blocking);
  const double waits = servers * blocking / (servers - load * (1 - blocking));
  return waits / (servers / service_seconds - arrivals_per_second);
}

ClusterScenario arriving(int slots, double per_second, Distribution service, std::int64_t count) {
  ClusterScenario scenario = drawn(1, slots, count, std::move(service), 2'026);
  scenario.groups[0].arrivals.per_hour = per_second * 3'600;
  return scenario;
}

double makespan(const ClusterScenario& scenario) {
  const auto result = simulate(scenario);
  if (!result.ok()) qFatal("%s", toText(result.status()).c_str());
  return toSeconds(result->makespan);
}

bool near(double seen, double expected, double share) {
  return std::abs(seen - expected) <= share * expected;
}
QByteArray text(double seen, double expected) {
  return QStringLiteral("%1 instead of %2").arg(seen).arg(expected).toUtf8();
}

}  // namespace

class TstClusterAnalytic : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void equalTasksTakeWholeRounds_data() {
    QTest::addColumn<int>("tasks");
    QTest::addColumn<int>("slots");
    QTest::addColumn<double>("expected");
    QTest::newRow("fewer tasks than slots") << 7 << 10 << 56.0;
    QTest::newRow("one round") << 10 << 10 << 56.0;
    QTest::newRow("a last round of one") << 11 << 10 << 112.0;
    QTest::newRow("the article's numbers") << 1'500 << 70 << 22 * 56.0;
    QTest::newRow("one slot") << 9 << 1 << 9 * 56.0;
  }
  void equalTasksTakeWholeRounds() {
    QFETCH(int, tasks);
    QFETCH(int, slots);
    QFETCH(double, expected);
    QCOMPARE(makespan(drawn(1, slots, tasks, Distribution::constant(56))), expected);
    QCOMPARE(makespan(drawn(slots, 1, tasks, Distribution::constant(56))), expected);
  }

  void anyListOrderKeepsGrahamsBounds() {
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
      Draws draws(seed, DrawFor::kOrder);
      std::vector<double> tasks;
      for (int i = 0; i < 60; ++i) tasks.push_back(std::ceil(draws.lognormal(50, 1) * 1e6) / 1e6);
      const double work = std::accumulate(tasks.begin(), tasks.end(), 0.0);
      const double longest = *std::max_element(tasks.begin(), tasks.end());
      const int slots = 2 + static_cast<int>(seed % 9);
      for (const Order order : kOrders) {
        const double seen = makespan(listed(slots, tasks, order));
        QVERIFY(seen >= std::max(work / slots, longest) - 1e-4);
        QVERIFY(seen <= work / slots + (1 - 1.0 / slots) * longest + 1e-4);
      }
    }
  }

  void grahamsWorstListIsAsBadAsItCanBe() {
    // 4 slots: 12 tasks of 1, then one of 4. As listed 2 - 1/4 times the best; the longest first is the best.
    std::vector<double> tasks(12, 1.0);
    tasks.push_back(4);
    QCOMPARE(makespan(listed(4, tasks)), 7.0);
    QCOMPARE(makespan(listed(4, tasks, Order::kLongestFirst)), 4.0);
  }

  void longestFirstReachesItsWorstCase_data() {
    QTest::addColumn<int>("slots");
    for (const int slots : {2, 3, 4, 7, 10}) QTest::addRow("%d slots", slots) << slots;
  }
  void longestFirstReachesItsWorstCase() {
    // Two tasks each of 2m-1, ..., m+1 and three of m: the best is 3m, longest first takes 4m-1.
    QFETCH(int, slots);
    std::vector<double> tasks(3, slots);
    for (int length = slots + 1; length < 2 * slots; ++length) tasks.insert(tasks.end(), 2, length);
    QCOMPARE(makespan(listed(slots, tasks, Order::kLongestFirst)), 4.0 * slots - 1);
  }

  void longestFirstIsWithinFourThirdsOfTheBest() {
    // Each slot's time is cut at random into tasks: the best makespan is known.
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
      Draws draws(seed, DrawFor::kOrder, 1);
      const int slots = 2 + static_cast<int>(seed % 7);
      std::vector<double> tasks;
      for (int slot = 0; slot < slots; ++slot) {
        double left = 1'000;
        while (left > 0) {
          const double length = std::min(left, 1 + std::floor(draws.uniform() * 600));
          tasks.push_back(length);
          left -= length;
        }
      }
      const double seen = makespan(listed(slots, tasks, Order::kLongestFirst));
      QVERIFY(seen >= 1'000 && seen <= 1'000 * (4.0 / 3 - 1.0 / (3 * slots)));
    }
  }

  void waitsAreThoseOfAnMMcQueue_data() {
    QTest::addColumn<int>("servers");
    QTest::addColumn<double>("load");
    QTest::newRow("one server, half busy") << 1 << 0.5;
    QTest::newRow("one server, 80 % busy") << 1 << 0.8;
    QTest::newRow("ten servers, 70 % busy") << 10 << 0.7;
    QTest::newRow("ten servers, 90 % busy") << 10 << 0.9;
    QTest::newRow("20 servers, 80 % busy") << 20 << 0.8;
  }
  void waitsAreThoseOfAnMMcQueue() {
    QFETCH(int, servers);
    QFETCH(double, load);
    const double service = 10;
    const double rate = load * servers / service;
    const auto result = simulate(arriving(servers, rate, Distribution::exponential(service), 400'000),
                                 nullptr, {.series_points = 0, .timeline_bars = 0});
    AERIE_VERIFY_OK(result);
    const double expected = erlangWait(servers, rate, service);
    QVERIFY2(near(result->groups[0].wait.mean, expected, 0.08), text(result->groups[0].wait.mean, expected));
    QVERIFY(near(result->cpu_utilisation, load, 0.02));
  }

  void erlangsFormulaIsRight() {
    // Tabulated: M/M/1 at 0.5 waits one service time; C(10, 7) = 0.2217.
    QVERIFY(near(erlangWait(1, 0.05, 10), 10, 1e-12));
    QVERIFY(near(erlangWait(10, 0.7, 10) * 0.3, 0.2217, 1e-3));
  }

  void waitsAreThoseOfAnMG1Queue_data() {
    QTest::addColumn<double>("cv");
    QTest::newRow("constant") << 0.0;
    QTest::newRow("cv 0.5") << 0.5;
    QTest::newRow("cv 1") << 1.0;
  }
  void waitsAreThoseOfAnMG1Queue() {
    // Pollaczek-Khinchine: load x service x (1 + cv^2) / (2 (1 - load)).
    QFETCH(double, cv);
    const auto result = simulate(arriving(1, 0.06, Distribution::lognormal(10, cv), 400'000), nullptr,
                                 {.series_points = 0, .timeline_bars = 0});
    const double expected = 0.6 * 10 * (1 + cv * cv) / (2 * 0.4);
    QVERIFY2(near(result->groups[0].wait.mean, expected, 0.05), text(result->groups[0].wait.mean, expected));
  }

  void theQueueIsWhatTheWaitsAddUpTo() {
    // Little's law, exactly: both are the same area.
    const auto result = simulate(arriving(3, 0.28, Distribution::lognormal(10, 1), 5'000));
    const double waits = result->groups[0].wait.mean * 5'000;
    QVERIFY(near(result->mean_queue * toSeconds(result->end), waits, 1e-9));
  }

  void aBacklogDelaysByItsWork() {
    ClusterScenario scenario = drawn(10, 1, 100, Distribution::constant(10));
    scenario.queue.shared = true;
    TaskGroup backlog = scenario.groups[0];
    backlog.own = false;
    backlog.count = 1'000;
    scenario.groups.insert(scenario.groups.begin(), backlog);
    const auto result = simulate(scenario);
    AERIE_VERIFY_OK(result);
    QCOMPARE(result->wait_to_first, 1'000 * kSecond);
    QCOMPARE(result->makespan, 1'100 * kSecond);
  }

  void drawsHaveTheirMeanAndSpread_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<double>("cv");
    using Kind = Distribution::Kind;
    QTest::newRow("lognormal 0.5") << static_cast<int>(Kind::kLognormal) << 0.5;
    QTest::newRow("lognormal 1") << static_cast<int>(Kind::kLognormal) << 1.0;
    QTest::newRow("exponential") << static_cast<int>(Kind::kExponential) << 1.0;
    QTest::newRow("uniform") << static_cast<int>(Kind::kUniform) << 0.2886751346;
    QTest::newRow("empirical") << static_cast<int>(Kind::kEmpirical) << 0.5;
    QTest::newRow("constant") << static_cast<int>(Kind::kConstant) << 0.0;
  }
  void drawsHaveTheirMeanAndSpread() {
    QFETCH(int, kind);
    QFETCH(double, cv);
    Distribution distribution{static_cast<Distribution::Kind>(kind), 56, cv, 28, 84, {28, 84}};
    constexpr int kCount = 400'000;
    double sum = 0, squares = 0;
    for (int i = 0; i < kCount; ++i) {
      const double value = Draws(9, DrawFor::kDuration, static_cast<std::uint64_t>(i)).of(distribution);
      QVERIFY(value >= 0);
      sum += value;
      squares += value * value;
    }
    const double mean = sum / kCount;
    QVERIFY2(near(mean, 56, 0.01), text(mean, 56));
    QCOMPARE(distribution.expected(), 56.0);
    const double seen = std::sqrt(std::max(0.0, squares / kCount - mean * mean)) / mean;
    QVERIFY2(std::abs(seen - cv) < 0.02, text(seen, cv));
  }

  void aRoughEstimateStillHelps() {
    // Longest first by durations known to 30 %: between the list and the exact order, on average.
    double list = 0, rough = 0, exact = 0;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
      ClusterScenario scenario = drawn(10, 1, 100, Distribution::lognormal(60, 1), seed);
      list += makespan(scenario);
      scenario.groups[0].order = Order::kLongestFirst;
      exact += makespan(scenario);
      scenario.groups[0].estimate_cv = 0.3;
      rough += makespan(scenario);
    }
    QVERIFY(exact < rough && rough < list);
  }
};

QTEST_GUILESS_MAIN(TstClusterAnalytic)
#include "tst_cluster_analytic.moc"
