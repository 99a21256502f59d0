// Plans: slots, time, cost and what would wait, before anything is submitted.
#include <QtTest>

#include "core/training/plan.h"
#include "tests/core/training/training_samples.h"
#include "tests/status_checks.h"

using namespace aerie;
using namespace aerie::training;
using namespace aerie::training::test;

namespace {

constexpr std::int64_t kGiB = 1LL << 30;

Plan planOf(const JobSpec& spec, const LastDurations& last, const Resources& machine = {4'000, 8 * kGiB},
            const SchedulerState& cluster = {}) {
  const auto tasks = expandTasks(spec);
  if (!tasks.ok()) qFatal("%s", messageOf(tasks.status()).c_str());
  return planJob(spec, *tasks, last, hostsOf(spec.cluster, "numbers", machine), cluster);
}

bool warns(const Plan& plan, const std::string& text) {
  for (const std::string& warning : plan.warnings) {
    if (warning.find(text) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

class TstTrainingPlan final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void slotsAndWhatBindsThem_data() {
    QTest::addColumn<int>("tasks");
    QTest::addColumn<int>("memory_mib");
    QTest::addColumn<int>("in_flight");
    QTest::addColumn<int>("slots");
    QTest::addColumn<QString>("bound");
    QTest::newRow("cpus") << 100 << 256 << 0 << 4 << "cpus";
    QTest::newRow("memory") << 100 << 3'000 << 0 << 2 << "memory";
    QTest::newRow("max in flight") << 100 << 256 << 3 << 3 << "max_in_flight";
    QTest::newRow("few tasks") << 2 << 256 << 0 << 2 << "tasks";
  }
  void slotsAndWhatBindsThem() {
    QFETCH(int, tasks);
    QFETCH(int, memory_mib);
    QFETCH(int, in_flight);
    QFETCH(int, slots);
    QFETCH(QString, bound);
    JobSpec spec = numbered(tasks);
    spec.resources.memory_bytes = std::int64_t{memory_mib} << 20;
    spec.limits.max_in_flight = in_flight;
    const Plan plan = planOf(spec, {});
    QCOMPARE(plan.slots, slots);
    QCOMPARE(QString::fromStdString(plan.slots_bound_by), bound);
    QCOMPARE(plan.would_start, slots);
    QVERIFY(!plan.expected_ms);
  }
  void timeAndCostFromTheLastRun() {
    JobSpec spec = numbered(8);
    spec.cluster.price_per_host_hour = 3.6;
    spec.cluster.idle_timeout_ms = 0;
    LastDurations last;
    for (int i = 0; i < 8; ++i) last[std::to_string(i)] = 10'000;
    const Plan plan = planOf(spec, last);
    QCOMPARE(plan.tasks_known, 8);
    QCOMPARE(plan.expected_ms, std::optional<std::int64_t>(20'000));
    QVERIFY(qFuzzyCompare(*plan.expected_cost, 0.02));
  }
  void unknownTasksCountAsTheMean() {
    const Plan plan = planOf(numbered(8), {{"0", 10'000}, {"1", 30'000}});
    QCOMPARE(plan.tasks_known, 2);
    QVERIFY(plan.estimate_basis.find("2 of 8 tasks") != std::string::npos);
    QCOMPARE(plan.expected_ms, std::optional<std::int64_t>(50'000));  // as listed: 10+20+..., 30+20
  }
  void longestFirstShortensTheTail() {
    JobSpec spec = numbered(5);
    LastDurations last{{"0", 10'000}, {"1", 10'000}, {"2", 10'000}, {"3", 10'000}, {"4", 40'000}};
    const Plan listed = planOf(spec, last);
    spec.order = Order::kLongestFirst;
    const Plan longest = planOf(spec, last);
    QCOMPARE(listed.expected_ms, std::optional<std::int64_t>(50'000));
    QCOMPARE(longest.expected_ms, std::optional<std::int64_t>(40'000));
  }
  void makespanStaysWithinItsBounds() {
    // The article's case: 1,500 equal tasks of 56 s on 70 slots.
    QCOMPARE(makespan(std::vector<std::int64_t>(1'500, 56'000), 70), 22 * 56'000);
    QCOMPARE(makespan({}, 3), 0);
  }
  void saysWhatWouldWaitAndWhy() {
    const Plan plan = planOf(numbered(100), {});
    QCOMPARE(plan.pending.size(), std::size_t{1});
    QCOMPARE(plan.pending[0].reason, PendingReason::kClusterFull);
    QCOMPARE(plan.pending[0].tasks, 96);
  }
  void countsWhatRunsAlready() {
    SchedulerState now;
    now.setHost({"localhost", "", {4'000, 8 * kGiB}, true, ""});
    JobEntry other;
    other.id = 1;
    now.setJob(other);
    now.started({1, 0, "localhost", {3'000, 0}});
    const Plan plan = planOf(numbered(10), {}, {4'000, 8 * kGiB}, now);
    QCOMPARE(plan.would_start, 1);
    QCOMPARE(plan.pending[0].reason, PendingReason::kNoCpu);
  }
  void impossibleRequestsAreSaid() {
    JobSpec spec = numbered(3);
    spec.resources.cpu_millis = 16'000;
    const Plan plan = planOf(spec, {{"0", 1'000}});
    QCOMPARE(plan.slots, 0);
    QVERIFY(!plan.expected_ms);
    QCOMPARE(plan.pending[0].reason, PendingReason::kTooLarge);
    QVERIFY(warns(plan, "nothing would run"));
  }
  void warnsOfTimeoutsNearTheLastRun() {
    JobSpec spec = numbered(3);
    spec.limits.timeout_ms = 60'000;
    QVERIFY(warns(planOf(spec, {{"0", 55'000}}), "limits.timeout is 1 min"));
    QVERIFY(!warns(planOf(spec, {{"0", 5'000}}), "limits.timeout"));
  }
  void commandsAreQuotedForReading() {
    QCOMPARE(quotedForReading({"train", "--zone", "New York", "it's", ""}),
             std::string("train --zone 'New York' 'it'\\''s' ''"));
    QCOMPARE(planOf(numbered(1), {}).first_commands, (std::vector<std::string>{"true 0"}));
  }
  void virtualHostsHaveTheirOwnPool() {
    ClusterSpec cluster;
    cluster.engine = Engine::kSimulated;
    cluster.hosts = 10;
    cluster.cpus_per_host = 16;
    const auto hosts = hostsOf(cluster, "zones", {2'000, 0});
    QCOMPARE(hosts.size(), std::size_t{10});
    QCOMPARE(hosts[9].name, std::string("zones-host-10"));
    QCOMPARE(hosts[9].capacity.cpu_millis, 16'000);
    QCOMPARE(hosts[9].pool, std::string("zones"));
  }
};

QTEST_APPLESS_MAIN(TstTrainingPlan)
#include "tst_training_plan.moc"
