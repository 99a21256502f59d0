#include <QtTest>
#include <nlohmann/json.hpp>

#include "sim/cluster/report.h"
#include "sim/cluster/what_if.h"
#include "tests/sim/cluster/cluster_scenarios.h"
#include "tests/status_checks.h"

using namespace aerie;
using namespace aerie::sim::cluster;
using samples::drawn;

namespace {

ClusterScenario base() {
  ClusterScenario scenario = drawn(2, 8, 100, Distribution::lognormal(30, 0.5));
  scenario.name = "base";
  scenario.runs = 3;
  scenario.cluster.price_per_host_hour = 1;
  scenario.groups[0].cpus = 2;
  scenario.groups[0].cores_busy = 1.8;
  return scenario;
}

}  // namespace

class TstClusterWhatIf : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void eachCombinationIsARow() {
    const auto rows =
        explore(base(), {{1, 4}, {1, 2, 4}, {Order::kAsListed, Order::kLongestFirst}, {0.5, 1, 2}});
    AERIE_VERIFY_OK(rows);
    QCOMPARE(rows->size(), std::size_t{36});
    const ClusterScenario& last = rows->back().scenario;
    QCOMPARE(last.cluster.hosts, 4);
    QCOMPARE(last.groups[0].cpus, 4.0);
    QVERIFY(last.groups[0].order == Order::kLongestFirst);
    QCOMPARE(last.cluster.price_per_host_hour, 2.0);
    QCOMPARE((*rows)[1].scenario.cluster.price_per_host_hour, 1.0);
  }

  void anEmptyGridIsTheScenario() {
    const auto rows = explore(base(), {});
    QCOMPARE(rows->size(), std::size_t{1});
    QCOMPARE((*rows)[0].makespan.mean, summarize(base())->makespan.mean);
    QVERIFY((*rows)[0].efficient);
  }

  void aPriceChangesTheCostAlone() {
    ClusterScenario dear = base();
    dear.cluster.price_per_host_hour = 3;
    const auto rows = explore(base(), {{}, {}, {}, {1, 3}});
    QCOMPARE((*rows)[0].makespan.mean, (*rows)[1].makespan.mean);
    QVERIFY(std::abs((*rows)[1].cost.mean - summarize(dear)->cost.mean) < 1e-9);
    QVERIFY(std::abs((*rows)[1].cost.high - 3 * (*rows)[0].cost.high) < 1e-9);
    QVERIFY((*rows)[0].efficient && !(*rows)[1].efficient);
  }

  void moreHostsAreFaster() {
    const auto rows = explore(base(), {{1, 2, 4}, {}, {}, {}});
    QVERIFY((*rows)[0].makespan.mean > (*rows)[1].makespan.mean);
    QVERIFY((*rows)[1].makespan.mean > (*rows)[2].makespan.mean);
    QCOMPARE((*rows)[2].slots, std::int64_t{16});
  }

  void rightSizeIsWhatATaskKeepsBusy() {
    // One CPU starves a task of 1.8 busy cores, four leave more than half of them idle.
    ClusterScenario scenario = base();
    scenario.groups[0].count = 2'000;
    const auto rows = explore(scenario, {{}, {1, 2, 4}, {}, {}});
    QVERIFY((*rows)[0].cpu.mean > 0.9 && (*rows)[2].cpu.mean < 0.5);
    QVERIFY((*rows)[1].makespan.mean < 0.6 * (*rows)[2].makespan.mean);
  }

  void runsAreSummarised() {
    ClusterScenario scenario = base();
    const auto all = summarize(scenario);
    AERIE_VERIFY_OK(all);
    scenario.runs = 1;
    double sum = 0;
    for (int run = 0; run < 3; ++run, ++scenario.seed) {
      const auto one = summarize(scenario);
      QVERIFY(one->makespan.mean >= all->makespan.low && one->makespan.mean <= all->makespan.high);
      sum += one->makespan.mean;
    }
    QVERIFY(std::abs(sum / 3 - all->makespan.mean) < 1e-9);
    QVERIFY(all->makespan.low < all->makespan.high);
  }

  void progressIsToldAndMayStop() {
    std::vector<std::size_t> seen;
    const WhatIf grid{{1, 2}, {}, {}, {1, 2, 3}};
    AERIE_VERIFY_OK(explore(base(), grid, [&](std::size_t done, std::size_t total) {
      seen.push_back(done);
      return total == 6;
    }));
    QCOMPARE(seen, (std::vector<std::size_t>{1, 2, 3, 4, 5, 6}));
    AERIE_VERIFY_FAILS(explore(base(), grid, [](std::size_t, std::size_t) { return false; }),
                       absl::StatusCode::kCancelled, "stopped");
  }

  void gridsThatMakeNoSenseAreRefused() {
    AERIE_VERIFY_FAILS(
        explore(base(), {{}, {2, 32}, {}, {}}), absl::StatusCode::kInvalidArgument,
        "what-if with 2 hosts, 32 CPUs per task, as_listed: groups[0].cpus: 32 fit on no host");
    AERIE_VERIFY_FAILS(explore(base(), {{0}, {}, {}, {}}), absl::StatusCode::kInvalidArgument,
                       "cluster.hosts: 0");
    AERIE_VERIFY_FAILS(explore(base(), {{}, {}, {}, {-1}}), absl::StatusCode::kInvalidArgument, "price -1");
    ClusterScenario fixed = base();
    fixed.queue.concurrency_per_host = 1;
    AERIE_VERIFY_FAILS(explore(fixed, {{}, {1, 2}, {}, {}}), absl::StatusCode::kInvalidArgument,
                       "queue.concurrency_per_host is fixed");
    AERIE_VERIFY_FAILS(explore(base(), {std::vector<int>(200, 1), {}, {}, std::vector<double>(100, 1)}),
                       absl::StatusCode::kInvalidArgument, "20000 rows; the limit is 10000");
  }

  void reportsHoldTheNumbers() {
    const auto rows = explore(base(), {{1, 2}, {}, {}, {}});
    const auto json = nlohmann::json::parse(toJson(*rows));
    QCOMPARE(json["rows"].size(), std::size_t{2});
    QCOMPARE(json["rows"][1]["hosts"].get<int>(), 2);
    QCOMPARE(json["rows"][1]["makespan_seconds"]["mean"].get<double>(), (*rows)[1].makespan.mean);
    QCOMPARE(json["rows"][0]["order"].get<std::string>(), std::string("as_listed"));
    const std::string csv = toCsv(*rows);
    QCOMPARE(std::count(csv.begin(), csv.end(), '\n'), std::ptrdiff_t{3});
    const std::string header = csv.substr(0, csv.find('\r'));
    const std::string line =
        csv.substr(csv.find('\n') + 1, csv.find('\r', csv.find('\n')) - csv.find('\n') - 1);
    QCOMPARE(std::count(header.begin(), header.end(), ','), std::count(line.begin(), line.end(), ','));
    QVERIFY(gridText(*rows).find("CPUs/task") != std::string::npos);
    QVERIFY(comparisonText(*rows).find("first start") != std::string::npos);
    QVERIFY(detailText((*rows)[0]).find("core hours") != std::string::npos);
    QVERIFY(beforeAfterText((*rows)[0], (*rows)[1]).find("times as fast") != std::string::npos);
  }

  void namesWithCommasStayOneField() {
    ClusterScenario scenario = base();
    scenario.name = "a, \"b\"";
    QVERIFY(toCsv({*summarize(scenario)}).find("\"a, \"\"b\"\"\",1,3") != std::string::npos);
  }

  void recordsAreWrittenAsCsv() {
    ClusterScenario scenario = base();
    scenario.groups[0].count = 3;
    scenario.groups[0].duration = Distribution::constant(2);
    const auto result = simulate(scenario);
    const std::string timeline = timelineCsv(*result);
    QVERIFY(timeline.find("tasks,0,1,0,0,finished,0.000000,0.000000,2.000000\r\n") != std::string::npos);
    QCOMPARE(std::count(timeline.begin(), timeline.end(), '\n'), std::ptrdiff_t{4});
    const std::string series = seriesCsv(*result);
    QVERIFY(series.find("0,1,8,3,16,5.4,3,0,3.6,1.8\r\n") != std::string::npos);
  }
};

QTEST_GUILESS_MAIN(TstClusterWhatIf)
#include "tst_cluster_what_if.moc"
