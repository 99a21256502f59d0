// Strict YAML of routing, worker config and experiment.
#include <QtTest>
#include <fmt/format.h>

#include "core/base/status.h"
#include "core/routing/config.h"

using namespace aerie;
using namespace aerie::routing;

namespace {

constexpr std::string_view kRouting = R"(model_use_case: arrival_delay
default_worker_endpoint: arrival_delay_v1
experiments:
  - name: arrival_delay_v1_vs_v2
    experiment_traffic_splitting_key: flight_id
    arms: [{arm: control, worker_endpoint: arrival_delay_v1}, {arm: treatment, worker_endpoint: arrival_delay_v2}]
shadows: [{worker_endpoint: arrival_delay_v3, sample: 0.1}]
on_worker_failure: default_endpoint
)";
constexpr std::string_view kWorker = R"(worker_endpoint: arrival_delay_v2
environment: local
urls: ["unix:run/arrival_delay_v2-0.sock"]
batch_size: 128
timeout_ms: 100
hedge_after_ms: 0
)";
constexpr std::string_view kExperiment = R"(name: arrival_delay_v1_vs_v2
layer: arrival_delay
coverage: 1.0
arms: [{name: control, weight: 0.5}, {name: treatment, weight: 0.5}]
seed: arrival_delay_v1_vs_v2
)";

QString replaced(std::string_view text, const char* from, const char* to) {
  QString result = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
  return result.replace(QString::fromUtf8(from), QString::fromUtf8(to));
}

}  // namespace

class TstRoutingConfig final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void documentedRoutingIsRead() {
    const auto config = parseRoutingConfig(kRouting, "routing.yaml");
    QVERIFY2(config.ok(), messageOf(config.status()).c_str());
    QCOMPARE(config->model_use_case, std::string("arrival_delay"));
    QCOMPARE(config->experiments.size(), std::size_t{1});
    QCOMPARE(config->experiments[0].experiment_traffic_splitting_key, std::string("flight_id"));
    QCOMPARE(config->experiments[0].arms[1].worker_endpoint, std::string("arrival_delay_v2"));
    QCOMPARE(config->shadows[0].sample, 0.1);
    QVERIFY(config->on_worker_failure == OnWorkerFailure::kDefaultEndpoint);
  }
  void documentedWorkerConfigIsRead() {
    const auto config = parseWorkerConfig(kWorker, "worker.yaml");
    QVERIFY2(config.ok(), messageOf(config.status()).c_str());
    QCOMPARE(config->urls, std::vector<std::string>{"unix:run/arrival_delay_v2-0.sock"});
    QCOMPARE(config->timeout_ms, 100U);
    QCOMPARE(config->max_in_flight, 64U);
  }
  void leftOutWorkerFieldsHaveDefaults() {
    const auto config = parseWorkerConfig("{worker_endpoint: a, environment: local}", "worker.yaml");
    QVERIFY2(config.ok(), messageOf(config.status()).c_str());
    WorkerConfig expected;
    expected.worker_endpoint = "a";
    expected.environment = "local";
    QVERIFY(*config == expected);
    QCOMPARE(config->batch_size, 128U);
    QCOMPARE(config->timeout_ms, 1000U);
  }
  void documentedExperimentIsRead() {
    const auto experiment = parseExperiment(kExperiment, "experiment.yaml");
    QVERIFY2(experiment.ok(), messageOf(experiment.status()).c_str());
    QCOMPARE(experiment->layer, std::string("arrival_delay"));
    QCOMPARE(experiment->arms.size(), std::size_t{2});
    QVERIFY(experiment->state == assignment::ExperimentState::kDraft);
    QCOMPARE(experiment->hash_version, 2U);
  }
  void allThreeKindsAreToldApart() {
    const std::string text = fmt::format("{}---\n{}---\n{}", kRouting, kWorker, kExperiment);
    const auto documents = parseConfigDocuments(text, "all.yaml");
    QVERIFY2(documents.ok(), messageOf(documents.status()).c_str());
    QCOMPARE(documents->routings.size(), std::size_t{1});
    QCOMPARE(documents->workers.size(), std::size_t{1});
    QCOMPARE(documents->experiments.size(), std::size_t{1});
    const auto unknown = parseConfigDocuments("colour: red", "all.yaml");
    QVERIFY(!unknown.ok());
    QVERIFY(QString::fromStdString(messageOf(unknown.status())).contains("begin it with model_use_case"));
  }

  void printedConfigsReadBackEqual() {
    RoutingConfig routing = *parseRoutingConfig(kRouting, "r");
    routing.experiments[0].experiment_traffic_splitting_key = "odd \"key\"\\ \t: #\xE6\x97\xA5";
    routing.model_use_case = "null";
    routing.default_worker_endpoint = "1.5";
    routing.on_worker_failure = OnWorkerFailure::kFailRows;
    routing.shadows[0].sample = 1.0 / 3;
    const auto routing_again = parseRoutingConfig(toYaml(routing), "again");
    QVERIFY2(routing_again.ok(), messageOf(routing_again.status()).c_str());
    QVERIFY(*routing_again == routing);

    WorkerConfig worker = *parseWorkerConfig(kWorker, "w");
    worker.urls.push_back("127.0.0.1:7720");
    const auto worker_again = parseWorkerConfig(toYaml(worker), "again");
    QVERIFY2(worker_again.ok(), messageOf(worker_again.status()).c_str());
    QVERIFY(*worker_again == worker);

    assignment::Experiment experiment = *parseExperiment(kExperiment, "e");
    experiment.arms[0].ranges = {{0, 4000}, {9000, 10000}};
    experiment.arms[1].ranges = {{4000, 9000}};
    experiment.layer_ranges = {{0, 2500}};
    experiment.state = assignment::ExperimentState::kRunning;
    experiment.revision = 7;
    experiment.started_unix_ms = 1'000'000'000'000;
    experiment.changed_unix_ms = 1'000'000'000'001;
    const auto experiment_again = parseExperiment(toYaml(experiment), "again");
    QVERIFY2(experiment_again.ok(), messageOf(experiment_again.status()).c_str());
    QVERIFY(*experiment_again == experiment);
  }

  void badRoutingNamesFieldAndRemedy_data() {
    QTest::addColumn<QString>("yaml");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("remedy");
    const auto row = [](const char* title, const char* from, const char* to, const char* field,
                        const char* remedy) {
      const QString yaml = replaced(kRouting, from, to);
      QVERIFY2(yaml != replaced(kRouting, "", ""), title);
      QTest::newRow(title) << yaml << QString::fromUtf8(field) << QString::fromUtf8(remedy);
    };
    row("unknown field", "shadows:", "shadow:", "shadow", "did you mean 'shadows'?");
    row("no use case", "model_use_case: arrival_delay\n", "", "model_use_case", "is missing");
    row("no default endpoint", "default_worker_endpoint: arrival_delay_v1\n", "", "default_worker_endpoint",
        "is missing");
    row("bad use case name", "model_use_case: arrival_delay", "model_use_case: a/b", "model_use_case",
        "use letters");
    row("no splitting key", "experiment_traffic_splitting_key: flight_id",
        "experiment_traffic_splitting_key: ''", "experiment_traffic_splitting_key", "is empty");
    row("arm twice", "arm: treatment", "arm: control", "experiments[0].arms[1].arm", "keep one entry");
    row("arm without endpoint", ", worker_endpoint: arrival_delay_v2", "",
        "experiments[0].arms[1].worker_endpoint", "is missing");
    row("sample above one", "sample: 0.1", "sample: 1.5", "shadows[0].sample", "give the share");
    row("negative sample", "sample: 0.1", "sample: -0.5", "shadows[0].sample", "give the share");
    row("sample is no number", "sample: 0.1", "sample: much", "shadows[0].sample", "is not a number");
    row("unknown failure policy", "on_worker_failure: default_endpoint", "on_worker_failure: retry",
        "on_worker_failure", "write default_endpoint or fail_rows");
    row("experiments is no list", "experiments:", "experiments: 5\nx:", "experiments", "must be a list");
  }
  void badRoutingNamesFieldAndRemedy() {
    QFETCH(QString, yaml);
    QFETCH(QString, field);
    QFETCH(QString, remedy);
    const auto config = parseRoutingConfig(yaml.toStdString(), "routing.yaml");
    QVERIFY(absl::IsInvalidArgument(config.status()));
    const QString text = QString::fromStdString(messageOf(config.status()));
    QVERIFY2(text.startsWith("routing.yaml:"), qPrintable(text));
    QVERIFY2(text.contains(field), qPrintable(text));
    QVERIFY2(text.contains(remedy), qPrintable(text));
  }

  void badWorkerConfigNamesFieldAndRemedy_data() {
    QTest::addColumn<QString>("yaml");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("remedy");
    const auto row = [](const char* title, const char* from, const char* to, const char* field,
                        const char* remedy) {
      QTest::newRow(title) << replaced(kWorker, from, to) << QString::fromUtf8(field)
                           << QString::fromUtf8(remedy);
    };
    constexpr const char* kUrl = "\"unix:run/arrival_delay_v2-0.sock\"";
    row("no environment", "environment: local\n", "", "environment", "is missing");
    row("batches of nothing", "batch_size: 128", "batch_size: 0", "batch_size",
        "give a number in that range");
    row("huge batches", "batch_size: 128", "batch_size: 100001", "batch_size", "give a number in that range");
    row("a negative timeout", "timeout_ms: 100", "timeout_ms: -1", "timeout_ms", "0 or more");
    row("no time at all", "timeout_ms: 100", "timeout_ms: 0", "timeout_ms", "give a number in that range");
    row("a hedge that never starts", "hedge_after_ms: 0", "hedge_after_ms: 100", "hedge_after_ms",
        "lower it");
    row("a web address", kUrl, "\"http://host:80\"", "urls[0]", "host:port");
    row("no port", kUrl, "host", "urls[0]", "host:port");
    row("port zero", kUrl, "\"host:0\"", "urls[0]", "1..65535");
    row("port too large", kUrl, "\"host:65536\"", "urls[0]", "1..65535");
    row("a socket without path", kUrl, "\"unix:\"", "urls[0]", "has no path");
    row("a space", kUrl, "\"unix:a b\"", "urls[0]", "space");
    row("the same replica twice", kUrl, "\"h:1\", \"h:1\"", "urls[1]", "once");
  }
  void badWorkerConfigNamesFieldAndRemedy() {
    QFETCH(QString, yaml);
    QFETCH(QString, field);
    QFETCH(QString, remedy);
    const auto config = parseWorkerConfig(yaml.toStdString(), "worker.yaml");
    QVERIFY(absl::IsInvalidArgument(config.status()));
    const QString text = QString::fromStdString(messageOf(config.status()));
    QVERIFY2(text.startsWith("worker.yaml:") && text.contains(field) && text.contains(remedy),
             qPrintable(text));
  }

  void badExperimentNamesFieldAndRemedy_data() {
    QTest::addColumn<QString>("yaml");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("remedy");
    const auto row = [](const char* title, const char* from, const char* to, const char* field,
                        const char* remedy) {
      QTest::newRow(title) << replaced(kExperiment, from, to) << QString::fromUtf8(field)
                           << QString::fromUtf8(remedy);
    };
    row("weights that don't sum to one", "treatment, weight: 0.5", "treatment, weight: 0.6", "arms",
        "so that they sum to 1");
    row("hash version 1", "seed:", "hash_version: 1\nseed:", "hash_version", "create the experiment anew");
    row("an unknown state", "seed:", "state: paused\nseed:", "state", "write draft, running or stopped");
    row("half a range", "seed:", "layer_ranges: [{start: 5}]\nseed:", "layer_ranges[0]",
        "needs start and end");
    row("a range that is negative",
        "seed:", "layer_ranges: [{start: -5, end: 10}]\nseed:", "layer_ranges[0].start", "0 or more");
  }
  void badExperimentNamesFieldAndRemedy() {
    QFETCH(QString, yaml);
    QFETCH(QString, field);
    QFETCH(QString, remedy);
    const auto experiment = parseExperiment(yaml.toStdString(), "experiment.yaml");
    QVERIFY(!experiment.ok());
    const QString text = QString::fromStdString(messageOf(experiment.status()));
    QVERIFY2(text.startsWith("experiment.yaml:") && text.contains(field) && text.contains(remedy),
             qPrintable(text));
  }
};

QTEST_GUILESS_MAIN(TstRoutingConfig)
#include "tst_routing_config.moc"
