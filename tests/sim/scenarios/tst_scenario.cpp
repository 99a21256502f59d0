#include <QtTest>
#include <cmath>

#include "core/base/files.h"
#include "sim/scenarios/report.h"
#include "sim/scenarios/scenario.h"
#include "sim/scenarios/stack.h"
#include "tests/status_checks.h"

using namespace aerie;
using sim::parseScenario;

class TstScenario : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void aNameIsEnough() {
    const auto scenario = parseScenario("name: small\n", "s.yaml");
    AERIE_VERIFY_OK(scenario);
    QCOMPARE(scenario->name, std::string("small"));
    QCOMPARE(scenario->seed, std::uint64_t{1});
    QCOMPARE(scenario->min_items, std::size_t{20});
    QCOMPARE(scenario->max_items, std::size_t{100});
    QCOMPARE(scenario->traffic_start, scenario->train_to);
    QVERIFY(scenario->faults.empty());
  }

  void theScenarioThatWeShipIsRead() {
    const auto yaml = readFile(AERIE_SOURCE_DIR "/sim/scenarios/flights.yaml");
    AERIE_VERIFY_OK(yaml);
    const auto scenario = parseScenario(*yaml, "flights.yaml");
    AERIE_VERIFY_OK(scenario);
    QCOMPARE(scenario->faults.size(), std::size(sim::kFaultNames));
    QVERIFY(scenario->experiment_requests > 0 && scenario->seed > 0);
  }

  void everyFieldIsRead() {
    const auto scenario = parseScenario(
        "name: n\nseed: 7\nreplicas: 3\nfault_seconds: 2.5\nfaults: [kill_worker]\n"
        "training: {train_from: 2001-02-01, train_to: 2001-03-01, test_to: 2001-04-01, trees: 5, depth: 2}\n"
        "traffic: {requests_per_second: 10.5, min_items: 1, max_items: 2, deadline_ms: 300, start: "
        "2001-03-02}\n"
        "experiment: {name: e, splitting_key: k, treatment_weight: 0.2, requests: 9, label_delay_minutes: "
        "1}\n"
        "hold: {max_failed_requests: 4, max_failed_items: 5, min_auc_gain: 0.5}\n",
        "s.yaml");
    AERIE_VERIFY_OK(scenario);
    QCOMPARE(scenario->seed, std::uint64_t{7});
    QCOMPARE(scenario->replicas, 3);
    QCOMPARE(scenario->fault_seconds, 2.5);
    QCOMPARE(scenario->train_from + scenario->train_to + scenario->test_to,
             std::string("2001-02-012001-03-012001-04-01"));
    QCOMPARE(scenario->trees + scenario->depth, 7);
    QCOMPARE(scenario->requests_per_second, 10.5);
    QCOMPARE(scenario->min_items + scenario->max_items, std::size_t{3});
    QCOMPARE(scenario->deadline_ms, 300);
    QCOMPARE(scenario->traffic_start, std::string("2001-03-02"));
    QCOMPARE(scenario->experiment + scenario->splitting_key, std::string("ek"));
    QCOMPARE(scenario->treatment_weight, 0.2);
    QCOMPARE(scenario->experiment_requests, std::uint64_t{9});
    QCOMPARE(scenario->label_delay_minutes, 1);
    QCOMPARE(scenario->max_failed_requests + scenario->max_failed_items, std::uint64_t{9});
    QCOMPARE(scenario->min_auc_gain, 0.5);
  }

  void mistakesAreNamed_data() {
    QTest::addColumn<QString>("yaml");
    QTest::addColumn<QString>("message");
    QTest::newRow("no name") << "seed: 1"
                             << "s.yaml: name (line 1): is missing";
    QTest::newRow("unknown field") << "name: n\nreplica: 1"
                                   << "replica (line 2): unknown field; did you mean 'replicas'?";
    QTest::newRow("unknown nested field") << "name: n\ntraffic: {rate: 5}"
                                          << "traffic.rate";
    QTest::newRow("unknown fault") << "name: n\nfaults: [explode]"
                                   << "'explode' is not known; use kill_worker";
    QTest::newRow("seed zero") << "name: n\nseed: 0"
                               << "seed (line 2): 0 must be from 1 to 4294967295";
    QTest::newRow("negative seed") << "name: n\nseed: -1"
                                   << "-1 must be from 1";
    QTest::newRow("seed too large for training") << "name: n\nseed: 4294967296"
                                                 << "must be from 1 to 4294967295";
    QTest::newRow("no replicas") << "name: n\nreplicas: 0"
                                 << "replicas (line 2): 0 must be from 1 to 16";
    QTest::newRow("trees that wrap around") << "name: n\ntraining: {trees: 4294967297}"
                                            << "training.trees (line 2): 4294967297 must be from 1 to 10000";
    QTest::newRow("min over max items") << "name: n\ntraffic: {min_items: 5, max_items: 4}"
                                        << "traffic.min_items (line 2): 5 must be from 1 to 4";
    QTest::newRow("negative items") << "name: n\ntraffic: {min_items: -1}"
                                    << "min_items";
    QTest::newRow("weight above one") << "name: n\nexperiment: {treatment_weight: 1.5}"
                                      << "treatment_weight (line 2): 1.5 must be from 0 to 1";
    QTest::newRow("no requests") << "name: n\nexperiment: {requests: 0}"
                                 << "experiment.requests";
    QTest::newRow("negative tolerance") << "name: n\nhold: {max_failed_items: -1}"
                                        << "hold.max_failed_items";
    QTest::newRow("no rate") << "name: n\ntraffic: {requests_per_second: 0}"
                             << "requests_per_second";
    QTest::newRow("a word") << "name: n\ntraffic: {requests_per_second: fast}"
                            << "'fast' is not a number";
  }
  void mistakesAreNamed() {
    QFETCH(QString, yaml);
    QFETCH(QString, message);
    AERIE_VERIFY_FAILS(parseScenario(yaml.toStdString(), "s.yaml"), absl::StatusCode::kInvalidArgument,
                       message.toStdString());
  }

  void fewItemsMayBeAskedForByTheMaximumAlone() {
    const auto scenario = parseScenario("name: n\ntraffic: {max_items: 5}", "s.yaml");
    AERIE_VERIFY_OK(scenario);
    QCOMPARE(scenario->min_items, std::size_t{5});
  }

  void sampleRatiosMatchKnownAnswers_data() {
    QTest::addColumn<QVector<qulonglong>>("observed");
    QTest::addColumn<QVector<double>>("weights");
    QTest::addColumn<double>("p");
    using Counts = QVector<qulonglong>;
    using Weights = QVector<double>;
    QTest::newRow("equal") << Counts{5'000, 5'000} << Weights{1, 1} << 1.0;
    QTest::newRow("505 / 495") << Counts{505, 495} << Weights{1, 1} << 0.751829634;
    QTest::newRow("50210 / 49790") << Counts{50'210, 49'790} << Weights{1, 1} << 0.1841263728;
    QTest::newRow("5100 / 4900") << Counts{5'100, 4'900} << Weights{0.5, 0.5} << 0.0455002639;
    QTest::newRow("three arms") << Counts{1'000, 1'000, 1'100} << Weights{1, 1, 1} << 0.03972373339;
    QTest::newRow("an arm of weight zero has no degree of freedom")
        << Counts{5'100, 4'900, 0} << Weights{1, 1, 0} << 0.0455002639;
    QTest::newRow("one arm") << Counts{100} << Weights{1} << 1.0;
    QTest::newRow("nothing observed") << Counts{0, 0} << Weights{1, 1} << 1.0;
  }
  void sampleRatiosMatchKnownAnswers() {
    QFETCH(QVector<qulonglong>, observed);
    QFETCH(QVector<double>, weights);
    QFETCH(double, p);
    const double seen = sim::sampleRatioPValue(std::vector<std::uint64_t>(observed.begin(), observed.end()),
                                               std::vector<double>(weights.begin(), weights.end()));
    QVERIFY2(std::abs(seen - p) <= 1e-9, qPrintable(QString::number(seen, 'g', 15)));
  }

  void aStackPreparesItsKeys() {
    const auto folder = TempDir::create();
    sim::StackOptions options;
    options.bin_directory = "/nowhere";
    options.state_directory = folder->path() / "state";
    const auto stack = sim::Stack::create(options);
    AERIE_VERIFY_OK(stack);
    QVERIFY(std::filesystem::exists((*stack)->signingKey()) &&
            std::filesystem::exists((*stack)->trustedKeys()));
    QCOMPARE((*stack)->featureStore(), "sqlite:" + (folder->path() / "state" / "features.sqlite").string());
    AERIE_VERIFY_FAILS((*stack)->startControl(), absl::StatusCode::kFailedPrecondition, "aerie-control");
  }

  void waitingEndsWithWhatWasWaitedFor() {
    int asked = 0;
    AERIE_VERIFY_OK(sim::waitFor("three questions", std::chrono::seconds(30), [&] { return ++asked == 3; }));
    QCOMPARE(asked, 3);
    AERIE_VERIFY_FAILS(sim::waitFor("the end of time", std::chrono::milliseconds(1), [] { return false; }),
                       absl::StatusCode::kDeadlineExceeded, "the end of time");
  }
};

QTEST_GUILESS_MAIN(TstScenario)
#include "tst_scenario.moc"
