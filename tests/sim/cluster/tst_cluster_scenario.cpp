#include <QtTest>

#include "sim/cluster/scenario_file.h"
#include "tests/status_checks.h"

using namespace aerie;
using namespace aerie::sim::cluster;

namespace {

// A valid scenario with further lines.
std::string with(const std::string& lines, const std::string& tasks = "count: 10, duration: {mean: 5s}") {
  return "name: n\ntasks: {" + tasks + "}\n" + lines;
}

}  // namespace

class TstClusterScenario : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void aNameAndTasksAreEnough() {
    const auto scenario = parseClusterScenario(with(""), "c.yaml");
    AERIE_VERIFY_OK(scenario);
    QCOMPARE(scenario->seed, std::uint64_t{1});
    QCOMPARE(scenario->cluster.hosts, 1);
    QVERIFY(!scenario->queue.shared);
    QCOMPARE(scenario->groups.size(), std::size_t{1});
    QCOMPARE(scenario->groups[0].duration.mean, 5.0);
    QCOMPARE(slotsOf(*scenario), std::int64_t{1});
  }

  void everyFieldIsRead() {
    const auto scenario = parseClusterScenario(
        "name: n\ndescription: d\nseed: 7\nruns: 3\nhorizon: 36h\n"
        "cluster: {hosts: 4, cpus_per_host: 16, reserved_cpus: 0.5, memory_per_host: 64GiB, speed: 1.5,\n"
        "  start_delay: {distribution: uniform, low: 30s, high: 2m}, idle_timeout: 60s, price_per_host_hour: "
        "0.8,\n"
        "  time_to_failure: 30d, repair_time: 20m}\n"
        "queue: {scope: shared, concurrency_per_host: 8, prefetch: 4, placement: best_fit, "
        "dispatch_overhead: 10ms}\n"
        "tasks: {name: zones, count: 1500, submit_at: 9h, duration: {distribution: lognormal, mean: 56s, cv: "
        "0.5},\n"
        "  cores_busy: 1.83, cpus: 2, memory: {mean: 2GiB}, memory_request: 3GB, memory_growth: 1.5,\n"
        "  order: longest_first, estimate_cv: 0.2, failure_rate: 0.01, retries: 2, retry_delay: 5s}\n"
        "others:\n  - {name: batch, arrivals: {per_hour: 60, batch: 5, active: [\"08:00-12:30\", "
        "14:00-24:00]},\n"
        "     duration: {distribution: empirical, values: [1s, 1.5m]}}\n",
        "c.yaml");
    AERIE_VERIFY_OK(scenario);
    QCOMPARE(scenario->seed + static_cast<std::uint64_t>(scenario->runs), std::uint64_t{10});
    QCOMPARE(scenario->horizon, 36 * kHour);
    const ClusterSpec& cluster = scenario->cluster;
    QCOMPARE(cluster.hosts, 4);
    QCOMPARE(cluster.memory_per_host, 64LL << 30);
    QCOMPARE(cluster.speed + cluster.reserved_cpus, 2.0);
    QVERIFY(cluster.start_delay.kind == Distribution::Kind::kUniform && cluster.start_delay.high == 120);
    QCOMPARE(cluster.idle_timeout, kMinute);
    QCOMPARE(cluster.time_to_failure, 30 * kDay);
    QCOMPARE(cluster.repair_time, 20 * kMinute);
    QVERIFY(scenario->queue.shared && scenario->queue.placement == Placement::kBestFit);
    QCOMPARE(scenario->queue.concurrency_per_host * scenario->queue.prefetch, 32);
    QCOMPARE(scenario->queue.dispatch_overhead, kSecond / 100);
    const TaskGroup& other = scenario->groups[0];
    QVERIFY(!other.own && other.name == "batch" && other.arrivals.batch == 5);
    QCOMPARE(other.arrivals.active.size(), std::size_t{2});
    QCOMPARE(other.arrivals.active[0].to, 12 * kHour + 30 * kMinute);
    QCOMPARE(other.arrivals.active[1].to, kDay);
    QCOMPARE(other.duration.values[1], 90.0);
    const TaskGroup& own = scenario->groups[1];
    QVERIFY(own.own && own.name == "zones" && own.order == Order::kLongestFirst);
    QCOMPARE(own.submit_at, 9 * kHour);
    QCOMPARE(own.duration.cv + own.estimate_cv, 0.7);
    QCOMPARE(own.memory.mean, 2.0 * (1LL << 30));
    QCOMPARE(own.memory_request, 3'000'000'000LL);
    QCOMPARE(own.retries, 2);
    QCOMPARE(own.retry_delay, 5 * kSecond);
    QCOMPARE(own.cores_busy * own.cpus, 3.66);
    QCOMPARE(own.failure_rate * own.memory_growth, 0.015);
  }

  void mistakesAreNamed_data() {
    QTest::addColumn<QString>("yaml");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const std::string& yaml, const char* message) {
      QTest::newRow(name) << QString::fromStdString(yaml) << QString::fromLatin1(message);
    };
    row("empty", "", "c.yaml: is empty");
    row("no name", "seed: 1", "c.yaml: name (line 1): is missing");
    row("no tasks", "name: n", "tasks");
    row("unknown field", with("host: 3"), "host (line 3): unknown field");
    row("unknown field of the cluster", with("cluster: {host: 3}"),
        "cluster.host (line 3): unknown field; did you mean 'hosts'?");
    row("no hosts", with("cluster: {hosts: 0}"), "cluster.hosts (line 3): 0 must be from 1 to 100000");
    row("too many hosts", with("cluster: {hosts: 9999999999}"), "9999999999 is too large");
    row("no unit", with("horizon: 24"), "horizon (line 3): '24' is not a time; use a number with a unit");
    row("an unknown unit", with("horizon: 24weeks"), "'24weeks' is not a time");
    row("a negative time", with("horizon: -1h"), "'-1h' is not a time");
    row("a size without unit", with("cluster: {memory_per_host: 64}"),
        "'64' is not a size; use a number with a unit");
    row("an unknown order", with("", "count: 1, duration: {mean: 1s}, order: fifo"),
        "tasks.order (line 2): 'fifo' is not known; use one of as_listed, longest_first, shortest_first, "
        "random");
    row("an unknown distribution", with("", "count: 1, duration: {distribution: normal, mean: 1s}"),
        "'normal' is not known; use one of constant, uniform, exponential, lognormal, empirical");
    row("a field of another distribution", with("", "count: 1, duration: {mean: 1s, cv: 1}"),
        "tasks.duration.cv (line 2): unknown field");
    row("lognormal without cv", with("", "count: 1, duration: {distribution: lognormal, mean: 1s}"),
        "tasks.duration.cv (line 2): is missing");
    row("no duration", with("", "count: 1"), "tasks.duration.mean");
    row("a duration that is no map", with("", "count: 1, duration: 5s"),
        "tasks.duration (line 2): must be a map");
    row("no count", with("", "duration: {mean: 1s}"), "tasks.count (line 2): is 0; give the number of tasks");
    row("low above high", with("", "count: 1, duration: {distribution: uniform, low: 3s, high: 2s}"),
        "exchange them");
    row("no values", with("", "count: 1, duration: {distribution: empirical}"), "tasks.duration.values");
    row("a task larger than a host", with("", "count: 1, cpus: 2, duration: {mean: 1s}"),
        "tasks.cpus (line 2): 2 fit on no host, which has 1 for tasks");
    row("more reserved than there is", with("cluster: {cpus_per_host: 2, reserved_cpus: 2}"),
        "cluster.reserved_cpus (line 3): 2 must be 0 or more and below cpus_per_host");
    row("memory without a host's", with("", "count: 1, duration: {mean: 1s}, memory: {mean: 1GiB}"),
        "needs cluster.memory_per_host");
    row("memory without a request",
        with("cluster: {memory_per_host: 4GiB}", "count: 1, duration: {mean: 1s}, memory: {mean: 1GiB}"),
        "tasks.memory_request (line 2): is missing");
    row("others on a dedicated cluster", with("others: [{name: o, count: 1, duration: {mean: 1s}}]"),
        "others[0].name (line 3): a dedicated cluster has no tasks of others; set queue.scope to shared");
    row("a nameless other", with("queue: {scope: shared}\nothers: [{count: 1, duration: {mean: 1s}}]"),
        "others[0].name");
    row("an unknown scope", with("queue: {scope: public}"), "'public' is not known; use shared or dedicated");
    row("prefetch without concurrency", with("queue: {prefetch: 4}"),
        "queue.prefetch (line 3): needs concurrency_per_host");
    row("concurrency of none", with("queue: {concurrency_per_host: 0}"),
        "leave it out for right-sized slots");
    row("a bound with prefetch",
        with("queue: {concurrency_per_host: 1, prefetch: 1}",
             "count: 1, duration: {mean: 1s}, max_in_flight: 3"),
        "max_in_flight (line 2): does not go with queue.prefetch");
    row("an order of arrivals",
        with("", "count: 1, duration: {mean: 1s}, order: random, arrivals: {per_hour: 5}"),
        "tasks.order (line 2): orders tasks that are submitted together");
    row("no rate", with("", "count: 1, duration: {mean: 1s}, arrivals: {per_hour: 0}"), "0 must be above 0");
    row("a window that is none",
        with("", "count: 1, duration: {mean: 1s}, arrivals: {per_hour: 5, active: [8-9]}"),
        "'8-9' is not a window; write it as 08:00-14:30");
    row("windows that overlap",
        with("",
             "count: 1, duration: {mean: 1s}, arrivals: {per_hour: 5, active: [\"08:00-10:00\", "
             "\"09:00-11:00\"]}"),
        "in order and apart");
    row("a failure rate above one", with("", "count: 1, duration: {mean: 1s}, failure_rate: 1.5"),
        "tasks.failure_rate (line 2): 1.5 must be from 0 to 1");
    row("a late submission to a dedicated cluster", with("", "count: 1, duration: {mean: 1s}, submit_at: 1h"),
        "a dedicated cluster is made on submission");
    row("runs of none", with("runs: 0"), "runs (line 3): 0 must be from 1 to 10000");
    row("a negative seed", with("seed: -1"), "seed (line 3): -1 must be 0 or more");
    row("not YAML", "name: [", "not valid YAML");
  }
  void mistakesAreNamed() {
    QFETCH(QString, yaml);
    QFETCH(QString, message);
    AERIE_VERIFY_FAILS(parseClusterScenario(yaml.toStdString(), "c.yaml"), absl::StatusCode::kInvalidArgument,
                       message.toStdString());
  }

  void unitsAreRead_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("microseconds");
    QTest::newRow("seconds") << "56s" << qint64{56'000'000};
    QTest::newRow("a fraction") << "1.5h" << qint64{5'400'000'000};
    QTest::newRow("with a space") << "20 min" << qint64{1'200'000'000};
    QTest::newRow("milliseconds") << "250ms" << qint64{250'000};
    QTest::newRow("microseconds") << "7us" << qint64{7};
    QTest::newRow("nothing needs no unit") << "0" << qint64{0};
  }
  void unitsAreRead() {
    QFETCH(QString, text);
    QFETCH(qint64, microseconds);
    const auto time = parseTime(text.toStdString());
    AERIE_VERIFY_OK(time);
    QCOMPARE(qint64{*time}, microseconds);
  }

  void slotsFollowFromTheRequest_data() {
    QTest::addColumn<double>("cpus");
    QTest::addColumn<double>("gib");
    QTest::addColumn<int>("expected");
    QTest::newRow("by CPUs") << 2.0 << 1.0 << 7;
    QTest::newRow("by memory") << 2.0 << 16.0 << 4;
    QTest::newRow("by a part of a CPU") << 0.3 << 0.5 << 46;
  }
  void slotsFollowFromTheRequest() {
    QFETCH(double, cpus);
    QFETCH(double, gib);
    QFETCH(int, expected);
    ClusterScenario scenario;
    scenario.cluster.hosts = 10;
    scenario.cluster.cpus_per_host = 16;
    scenario.cluster.reserved_cpus = 2;
    scenario.cluster.memory_per_host = 64LL << 30;
    TaskGroup tasks;
    tasks.cpus = cpus;
    tasks.memory_request = static_cast<std::int64_t>(gib * (1LL << 30));
    scenario.groups = {tasks};
    QCOMPARE(slotsPerHost(scenario), expected);
    QCOMPARE(slotsOf(scenario), std::int64_t{10} * expected);
    scenario.groups[0].max_in_flight = 5;
    QCOMPARE(slotsOf(scenario), std::int64_t{5});
  }

  void valuesInCodeAreCheckedToo() {
    ClusterScenario scenario;
    scenario.name = "n";
    AERIE_VERIFY_FAILS(validate(scenario), absl::StatusCode::kInvalidArgument, "tasks: is missing");
    TaskGroup tasks;
    tasks.listed = {1, -2};
    scenario.groups = {tasks};
    AERIE_VERIFY_FAILS(validate(scenario), absl::StatusCode::kInvalidArgument,
                       "groups[0].listed: -2 must be above 0");
    scenario.groups[0].listed = {1, std::nan("")};
    AERIE_VERIFY_FAILS(validate(scenario), absl::StatusCode::kInvalidArgument, "groups[0].listed");
    scenario.groups[0].listed = {1};
    AERIE_VERIFY_OK(validate(scenario));
  }
};

QTEST_GUILESS_MAIN(TstClusterScenario)
#include "tst_cluster_scenario.moc"
