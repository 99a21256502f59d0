// The parts of the control plane that need no server: audit chain, request memory, rule files, state lock.
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QtTest>
#include <fcntl.h>
#include <sys/file.h>

#include "core/base/child_process.h"
#include "core/base/files.h"
#include "core/base/status.h"
#include "services/common/state_lock.h"
#include "services/control/alert_rules.h"
#include "services/control/audit_log.h"
#include "services/control/log_merge.h"
#include "services/control/request_memory.h"
#include "services/control/worker_command.h"

using namespace aerie;
using namespace aerie::control;

namespace {

storage::Database openDb() {
  const storage::MigrationSet sets[] = {{"control", kControlMigrations}};
  return std::move(storage::Database::open(":memory:", sets)).value();
}

deploy::DeploymentSpec specOf(const std::string& endpoint) {
  deploy::DeploymentSpec spec;
  spec.endpoint = endpoint;
  spec.model = "arrival_delay";
  spec.version = "2";
  return spec;
}

// "a=12.5 one": replica, seconds as daemons write them, text; without a number, a line without a time.
std::deque<v1::LogLine> linesOf(const QByteArray& file) {
  std::deque<v1::LogLine> out;
  for (const QByteArray& line : file.split(';')) {
    const auto at = line.indexOf('=');
    const auto space = line.indexOf(' ');
    const QByteArray seconds = line.mid(at + 1, space - at - 1);
    const QByteArray text = line.mid(space + 1);
    v1::LogLine& made = out.emplace_back();
    made.set_replica(line.left(at).toStdString());
    made.set_text(seconds.isEmpty() ? text.toStdString()
                                    : R"({"time":"2026-11-21T22:21:)" + seconds.toStdString() +
                                          R"(Z","level":"info","message":")" + text.toStdString() + "\"}");
  }
  return out;
}

// "one two": what the lines say, in order.
QByteArray said(const std::deque<v1::LogLine>& lines) {
  QByteArrayList out;
  for (const v1::LogLine& line : lines) {
    const QJsonObject record = QJsonDocument::fromJson(QByteArray::fromStdString(line.text())).object();
    out.append(record.isEmpty() ? QByteArray::fromStdString(line.text())
                                : record["message"].toString().toUtf8());
  }
  return out.join(' ');
}

}  // namespace

class TstControlParts final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void auditChainVerifies() {
    const storage::Database db = openDb();
    ManualClock clock;
    AuditLog audit(db, clock);
    QVERIFY(audit.verify().ok());
    for (int i = 0; i < 5; ++i)
      QVERIFY(audit.append("ada", "routing.apply", "arrival_delay", std::to_string(i)).ok());
    QVERIFY(audit.verify().ok());
    const auto entries = audit.list(3, 10, "");
    QCOMPARE(entries->size(), std::size_t(2));
    QCOMPARE(entries->front().sequence, std::uint64_t(4));
    QCOMPARE(entries->back().previous_hash, entries->front().hash);
    QCOMPARE(audit.list(0, 2, "ADA")->front().sequence, std::uint64_t(4));
    QVERIFY(audit.list(0, 10, "nobody")->empty());
  }

  void alteredAuditLogIsNoticed_data() {
    QTest::addColumn<QByteArray>("tamper");
    QTest::newRow("an entry was changed")
        << QByteArray("UPDATE control_audit SET actor = 'eve' WHERE sequence = 2");
    QTest::newRow("an entry was removed") << QByteArray("DELETE FROM control_audit WHERE sequence = 2");
    QTest::newRow("the first entry was removed")
        << QByteArray("DELETE FROM control_audit WHERE sequence = 1");
  }
  void alteredAuditLogIsNoticed() {
    QFETCH(QByteArray, tamper);
    const storage::Database db = openDb();
    ManualClock clock;
    AuditLog audit(db, clock);
    for (int i = 0; i < 3; ++i) QVERIFY(audit.append("ada", "deployment.create", "ep", "").ok());
    QVERIFY(db.execute(tamper.toStdString()).ok());
    QVERIFY(absl::IsDataLoss(audit.verify()));
  }

  void logsOfSeveralFilesAreOneByTime_data() {
    QTest::addColumn<QByteArrayList>("files");
    QTest::addColumn<QByteArray>("merged");
    QTest::newRow("no file") << QByteArrayList() << QByteArray();
    QTest::newRow("turn by turn") << QByteArrayList{"a=10.000000 one;a=30.000000 three",
                                                    "b=20.000000 two;b=40.000000 four"}
                                  << QByteArray("one two three four");
    QTest::newRow("the same moment: the earlier file")
        << QByteArrayList{"a=10.000000 one", "b=10.000000 two"} << QByteArray("one two");
    QTest::newRow("a line without a time stays behind its record")
        << QByteArrayList{"a=10.000000 one;a= one.more;a=30.000000 three", "b=20.000000 two"}
        << QByteArray("one one.more two three");
    QTest::newRow("a tail that begins in the middle")
        << QByteArrayList{"a= rest;a=30.000000 three", "b=20.000000 two"} << QByteArray("two rest three");
    QTest::newRow("a clock that was put back does not mix up a file")
        << QByteArrayList{"a=30.000000 two;a=10.000000 three", "b=20.000000 one;b=40.000000 four"}
        << QByteArray("one two three four");
    QTest::newRow("no times at all: file by file")
        << QByteArrayList{"a= one;a= two", "b= three"} << QByteArray("one two three");
  }
  void logsOfSeveralFilesAreOneByTime() {
    QFETCH(QByteArrayList, files);
    QFETCH(QByteArray, merged);
    std::vector<std::deque<v1::LogLine>> all;
    for (const QByteArray& file : files) all.push_back(linesOf(file));
    QCOMPARE(said(mergedByTime(std::move(all))), merged);
  }

  void requestMemoryAnswersTheSameIdAgain() {
    const storage::Database db = openDb();
    RequestMemory memory(db);
    QVERIFY(!memory.find("id-1", "Scale")->has_value());
    const std::string answer("bytes\0with zero", 15);
    QVERIFY(memory.remember("id-1", "Scale", answer).ok());
    QCOMPARE(**memory.find("id-1", "Scale"), answer);
    QVERIFY(absl::IsInvalidArgument(memory.find("id-1", "Delete").status()));
  }

  void promtoolAcceptsTheRules() {
    const QString promtool = QStandardPaths::findExecutable("promtool");
    if (promtool.isEmpty()) QSKIP("promtool is not installed");
    auto dir = TempDir::create();
    QVERIFY(syncRuleFiles(dir->path(), {specOf("arrival_delay_v2"), specOf("odd.name-3")}, "local").ok());
    for (const char* file : {"arrival_delay_v2.yml", "odd.name-3.yml", kFleetRuleFile}) {
      const auto result =
          runToEnd({.arguments = {promtool.toStdString(), "check", "rules", (dir->path() / file).string()},
                    .environment = {},
                    .working_directory = {},
                    .output = {}});
      QVERIFY(result.ok());
      QVERIFY2(result->exit.clean(), result->output.c_str());
      QVERIFY2(result->output.find("8 rules found") != std::string::npos, result->output.c_str());
    }
  }

  void ruleFilesFollowTheDeployments() {
    auto dir = TempDir::create();
    QVERIFY(syncRuleFiles(dir->path(), {specOf("a"), specOf("b")}, "local").ok());
    QVERIFY(syncRuleFiles(dir->path(), {specOf("b")}, "local").ok());
    QVERIFY(!std::filesystem::exists(dir->path() / "a.yml"));
    QVERIFY(std::filesystem::exists(dir->path() / "b.yml"));
  }

  void theFleetHasARuleForEveryConditionThatItsWorkersDoNotTell() {
    const std::string rules = fleetRules("local");
    for (const char* alert :
         {"AerieProxyNotConnected", "AerieProxyConfigRefused", "AerieProxyNoConfig", "AerieUseCaseErrorsHigh",
          "AerieReplicaDown", "AerieReplicaCrashed", "AerieRolloutFailed", "AerieScrapeFailed"})
      QVERIFY2(rules.find(fmt::format("alert: {}\n", alert)) != std::string::npos, alert);
    auto dir = TempDir::create();
    QVERIFY(syncRuleFiles(dir->path(), {}, "local").ok());
    QCOMPARE(readFile(dir->path() / kFleetRuleFile).value_or(""), rules);
  }

  void aRuntimeOfOthersNeedsItsAddress_data() {
    QTest::addColumn<QString>("runtime");
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("own sidecar") << "sidecar"
                                 << "" << true;
    QTest::newRow("left out") << ""
                              << "" << true;
    QTest::newRow("OIP without an address") << "oip_v2"
                                            << "" << false;
    QTest::newRow("OIP") << "oip_v2"
                         << "127.0.0.1:8001" << true;
    QTest::newRow("TensorFlow Serving without an address") << "tensorflow_serving"
                                                           << "" << false;
  }
  void aRuntimeOfOthersNeedsItsAddress() {
    QFETCH(QString, runtime);
    QFETCH(QString, url);
    QFETCH(bool, accepted);
    ControlOptions options;
    options.runtime_url = url.toStdString();
    const absl::Status status = checkRuntime(options, "ep", runtime.toStdString());
    QCOMPARE(status.ok(), accepted);
    if (!accepted) QVERIFY(messageOf(status).find("--runtime-url") != std::string::npos);
  }

  void scrapeTargetsAreAJsonListWithLabels() {
    const std::string text =
        scrapeTargets({{"127.0.0.1:9", {{"job", "aerie-worker"}, {"endpoint", "a\"b"}}}});
    const QJsonDocument json = QJsonDocument::fromJson(QByteArray::fromStdString(text));
    QVERIFY(json.isArray());
    QCOMPARE(json.array().at(0).toObject().value("targets").toArray().at(0).toString(),
             QString("127.0.0.1:9"));
    QCOMPARE(json.array().at(0).toObject().value("labels").toObject().value("endpoint").toString(),
             QString("a\"b"));
  }

  void stateDirectoryHasOneControlPlane() {
    auto dir = TempDir::create();
    auto first = services::StateLock::acquire(dir->path());
    QVERIFY(first.ok());
    const auto second = services::StateLock::acquire(dir->path());
    QVERIFY(absl::IsFailedPrecondition(second.status()));
    QVERIFY(messageOf(second.status()).find(std::to_string(::getpid())) != std::string::npos);
    first->reset();
    QVERIFY(services::StateLock::acquire(dir->path()).ok());
  }

  void workerSettingsFileNamesTheReplica() {
    auto dir = TempDir::create();
    ControlOptions options;
    options.state_dir = dir->path().string();
    options.worker_program = "/opt/aerie-worker";
    options.feature_store = "sqlite:/data/\"odd\".db";
    deploy::ReplicaSpec replica{"ep-0", "m", "2", "unix:/run/ep-0.sock", "/bundle", specOf("ep")};
    const auto command = workerCommand(options, replica);
    QVERIFY(command.ok());
    QCOMPARE((*command)[0], std::string("/opt/aerie-worker"));
    const std::string text = readFile((*command)[2]).value();
    QVERIFY(text.find("listen: \"unix:/run/ep-0.sock\"") != std::string::npos);
    QVERIFY(text.find("model-version: \"2\"") != std::string::npos);
    const MetricsAddresses addresses = metricsAddresses(options, "ep-0");
    QVERIFY(addresses.worker.rfind("127.0.0.1:", 0) == 0);
    QVERIFY(addresses.sidecar.rfind("127.0.0.1:", 0) == 0);
    QVERIFY(addresses.sidecar != addresses.worker);
    QCOMPARE(metricsAddresses(options, "ep-1").worker, std::string());
    replica.deployment.runtime = "embedded";
    QVERIFY(workerCommand(options, replica).ok());
    QCOMPARE(metricsAddresses(options, "ep-0").sidecar, std::string());
    replica.deployment.runtime = "oip_v2";
    QVERIFY(absl::IsFailedPrecondition(workerCommand(options, replica).status()));
  }
};

QTEST_GUILESS_MAIN(TstControlParts)
#include "tst_control_parts.moc"
