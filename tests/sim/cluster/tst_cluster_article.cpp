// The published before and after, from the scenarios that we ship, and the cases around them that were
// computed once by an independent program (mean of 20 seeds).
#include <QtTest>

#include "core/base/files.h"
#include "sim/cluster/scenario_file.h"
#include "sim/cluster/what_if.h"
#include "tests/status_checks.h"

using namespace aerie;
using namespace aerie::sim::cluster;

namespace {

ClusterScenario shipped(const std::string& name) {
  const std::string path = AERIE_SOURCE_DIR "/sim/cluster/scenarios/" + name + ".yaml";
  const auto yaml = readFile(path);
  if (!yaml.ok()) qFatal("%s", toText(yaml.status()).c_str());
  auto scenario = parseClusterScenario(*yaml, path);
  if (!scenario.ok()) qFatal("%s", toText(scenario.status()).c_str());
  return *std::move(scenario);
}

bool within(double seen, double expected, double tolerance) { return std::abs(seen - expected) <= tolerance; }

#define WITHIN(seen, expected, tolerance)     \
  QVERIFY2(within(seen, expected, tolerance), \
           qPrintable(QStringLiteral("%1 instead of %2").arg(seen).arg(static_cast<double>(expected))))

}  // namespace

class TstClusterArticle : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void beforeTookFourHoursAtElevenPercent() {
    const auto before = summarize(shipped("shared_queue"));
    AERIE_VERIFY_OK(before);
    WITHIN(before->makespan.mean / 60, 240, 4);
    WITHIN(before->cpu.mean * 100, 11.4, 0.3);
    WITHIN(before->concurrency.mean, 10, 0.2);
    WITHIN(before->wait_to_first.mean / 60, 99.1, 3);
    QCOMPARE(before->slots, std::int64_t{10});
  }

  void afterTakesTwentyMinutesAtEightyPercent() {
    const auto after = summarize(shipped("right_sized"));
    AERIE_VERIFY_OK(after);
    WITHIN(after->makespan.mean / 60, 20.1, 0.4);
    WITHIN(after->cpu.mean * 100, 79.5, 1);
    WITHIN(after->concurrency.mean, 69.5, 0.7);
    QCOMPARE(after->slots, std::int64_t{70});
    QCOMPARE(after->failed.mean + after->unfinished.mean, 0.0);
  }

  void theCasesAroundThemAgree_data() {
    QTest::addColumn<QString>("base");
    QTest::addColumn<double>("mean");
    QTest::addColumn<double>("cv");
    QTest::addColumn<double>("reserved");
    QTest::addColumn<double>("start");
    QTest::addColumn<bool>("longest_first");
    QTest::addColumn<double>("minutes");
    QTest::addColumn<double>("concurrency");
    QTest::addColumn<double>("cpu");
    const QString shared = QStringLiteral("shared_queue");
    const QString sized = QStringLiteral("right_sized");
    QTest::newRow("shared, no backlog") << shared << 56. << .5 << 0. << 0. << false << 140.4 << 9.9 << 11.4;
    QTest::newRow("shared, no backlog, 96 s")
        << shared << 96. << .5 << 0. << 0. << false << 240.7 << 9.9 << 11.4;
    QTest::newRow("70 slots, as listed") << sized << 56. << .5 << 2. << 0. << false << 21.7 << 64.4 << 73.6;
    QTest::newRow("80 slots, as listed") << sized << 56. << .5 << 0. << 0. << false << 19.2 << 72.5 << 82.9;
    QTest::newRow("cv 0.25, as listed") << sized << 56. << .25 << 2. << 0. << false << 20.9 << 66.9 << 76.6;
    QTest::newRow("cv 0.25, longest first")
        << sized << 56. << .25 << 2. << 0. << true << 20.3 << 69.0 << 78.9;
    QTest::newRow("cv 1, as listed") << sized << 56. << 1. << 2. << 0. << false << 26.0 << 53.9 << 61.7;
    QTest::newRow("cv 1, longest first") << sized << 56. << 1. << 2. << 0. << true << 20.0 << 69.6 << 79.6;
    QTest::newRow("90 s to start") << sized << 56. << .5 << 2. << 90. << false << 23.2 << 64.4 << 73.6;
    QTest::newRow("96 s tasks") << sized << 96. << .5 << 2. << 0. << false << 37.1 << 64.4 << 73.6;
  }
  void theCasesAroundThemAgree() {
    QFETCH(QString, base);
    QFETCH(double, mean);
    QFETCH(double, cv);
    QFETCH(double, reserved);
    QFETCH(double, start);
    QFETCH(bool, longest_first);
    QFETCH(double, minutes);
    QFETCH(double, concurrency);
    QFETCH(double, cpu);
    ClusterScenario scenario = shipped(base.toStdString());
    std::erase_if(scenario.groups, [](const TaskGroup& group) { return !group.own; });
    scenario.groups[0].duration = Distribution::lognormal(mean, cv);
    scenario.groups[0].order = longest_first ? Order::kLongestFirst : Order::kAsListed;
    scenario.cluster.reserved_cpus = reserved;
    scenario.cluster.start_delay = Distribution::constant(start);
    const auto seen = summarize(scenario);
    AERIE_VERIFY_OK(seen);
    // Means of 20 draws each: the longer the tail, the wider they scatter.
    const double tolerance = cv > 0.5 ? 0.08 : 0.03;
    WITHIN(seen->makespan.mean / 60, minutes, minutes * tolerance);
    WITHIN(seen->concurrency.mean, concurrency, concurrency * tolerance);
    WITHIN(seen->cpu.mean * 100, cpu, cpu * tolerance);
    WITHIN(seen->wait_to_first.mean, start, 0.001);
  }

  void theMissingFactorIsTheBacklog() {
    // Ten slots to seventy is a factor of 7; the queue of others makes it 12.
    const auto before = summarize(shipped("shared_queue"));
    const auto after = summarize(shipped("right_sized"));
    WITHIN(before->makespan.mean / after->makespan.mean, 12, 0.4);
  }

  void overheadPerTaskHardlyMatters() {
    ClusterScenario scenario = shipped("right_sized");
    const auto without = summarize(scenario);
    scenario.queue.dispatch_overhead = kSecond / 10;
    const auto with = summarize(scenario);
    QVERIFY(with->makespan.mean > without->makespan.mean);
    QVERIFY(with->makespan.mean < without->makespan.mean * 1.005);
  }

  void theQuietDayIsMostlyIdle() {
    const auto day = summarize(shipped("idle_day"));
    AERIE_VERIFY_OK(day);
    QVERIFY2(day->idle.mean > 0.6 && day->idle.mean < 0.9, qPrintable(QString::number(day->idle.mean)));
    QCOMPARE(day->unfinished.mean, 0.0);
    QVERIFY(std::abs(day->cost.mean - 10 * 24 * 0.80) < 1e-9);
  }

  void theHardDayStillEnds() {
    const auto day = summarize(shipped("hard_day"));
    AERIE_VERIFY_OK(day);
    QVERIFY(day->retries.mean > 30 && day->out_of_memory.mean > 5);
    QVERIFY(day->makespan.mean > 1.05 * summarize(shipped("right_sized"))->makespan.mean);
    QCOMPARE(day->unfinished.mean, 0.0);
    QVERIFY(day->failed.mean < 1);
  }
};

QTEST_GUILESS_MAIN(TstClusterArticle)
#include "tst_cluster_article.moc"
