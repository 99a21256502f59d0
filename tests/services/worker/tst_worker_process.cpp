#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>
#include <sys/resource.h>

#include "aerie/v1/control.grpc.pb.h"
#include "core/features/feature_store.h"
#include "core/http/parallel_get.h"
#include "services/common/metrics_server.h"
#include "tests/services/worker/worker_process.h"

using namespace aerie;
using namespace aerie::testing;

namespace {

constexpr int kPatience = 15'000;  // for processes on a busy machine
const std::vector<double> kDistances = {-1.2, 0.1, 0.9, 1.9};

// A registry that knows one version.
class OneVersionRegistry final : public v1::RegistryService::Service {
 public:
  grpc::Status Download(grpc::ServerContext*, const v1::DownloadRequest* request,
                        grpc::ServerWriter<v1::DownloadChunk>* writer) override {
    if (request->model() != "tiny" || request->version() != "3")
      return {grpc::StatusCode::NOT_FOUND, "no such version"};
    v1::DownloadChunk chunk;
    chunk.mutable_version()->set_digest(digest);
    chunk.mutable_version()->set_size_bytes(bytes.size());
    writer->Write(chunk);
    for (std::size_t at = 0; at < bytes.size(); at += 10'000) {
      chunk.set_data(bytes.substr(at, 10'000));
      writer->Write(chunk);
    }
    return grpc::Status::OK;
  }
  std::string bytes;
  std::string digest;
};

}  // namespace

class TstWorkerProcess : public QObject {
  Q_OBJECT
  std::unique_ptr<TempDir> shared_;  // model, keys, bundle, SQLite store: the same for all tests
  std::unique_ptr<TempDir> dir_;
  std::unique_ptr<SigningKey> key_;
  std::unique_ptr<DirectModel> direct_;

  std::string shared(const char* file) const { return (shared_->path() / file).string(); }
  std::string own(const char* file) const { return (dir_->path() / file).string(); }
  std::vector<std::string> arguments(std::vector<std::string> more = {}) const {
    std::vector<std::string> all = {"--bundle",     shared("tiny.aerie"), "--trusted-keys",
                                    shared("keys"), "--feature-store",    "sqlite:" + shared("store.db")};
    all.insert(all.end(), more.begin(), more.end());
    return all;
  }
  // A worker that can't load says why, in its status, and ends with 3.
  void mustFail(std::vector<std::string> given, const std::vector<std::string>& words) {
    given.insert(given.end(), {"--failed-linger-ms", "100000"});
    WorkerProcess worker(dir_->path(), std::move(given));
    QTRY_VERIFY_WITH_TIMEOUT(worker.is(v1::WorkerStatus::FAILED), kPatience);
    const std::string why = worker.status().message();
    for (const std::string& word : words) QVERIFY2(why.find(word) != std::string::npos, why.c_str());
    QVERIFY(!worker.serving());
    QCOMPARE(worker.predict(testRequest(kDistances)).status().code(), absl::StatusCode::kUnavailable);
    QVERIFY(signalChild(worker.pid(), SIGTERM).ok());
    QTRY_VERIFY_WITH_TIMEOUT(worker.ended(), kPatience);
    QCOMPARE(worker.ended()->code, 3);
    const std::string log = worker.log();
    const auto last = log.rfind('\n', log.size() - 2);
    for (const std::string& word : words) QVERIFY2(log.find(word, last) != std::string::npos, log.c_str());
    QVERIFY(!std::filesystem::exists(dir_->path() / "work" / "tiny_v3-0" / "bundle"));
  }

  void checkFeatureLog();
  static std::uintmax_t bytesIn(const std::string& directory) {
    std::uintmax_t total = 0;
    for (const auto& entry : std::filesystem::directory_iterator(directory)) total += entry.file_size();
    return total;
  }

  // A signal is on its way for a while: on a busy machine the process may answer a request before it stops.
  static void stopProcess(pid_t pid) {
    QCOMPARE(::kill(pid, SIGSTOP), 0);
    QTRY_COMPARE_WITH_TIMEOUT(WorkerProcess::stateOf(pid), 'T', kPatience);
  }

 private Q_SLOTS:
  void initTestCase() {
    shared_ = std::make_unique<TempDir>(*TempDir::create());
    VERIFY_OK(trainTinyModel(shared_->path() / "model.ubj"));
    key_ = std::make_unique<SigningKey>(SigningKey::generate());
    VERIFY_OK(writeFileAtomic(shared_->path() / "keys", toHex(key_->publicKey()) + "\n"));
    VERIFY_OK(packTestBundle(shared_->path() / "model.ubj", *key_, shared_->path() / "tiny.aerie"));
    auto store = features::openFeatureStore("sqlite:" + shared("store.db"));
    VERIFY_OK(store.status());
    VERIFY_OK(fillOrigins(**store));
    direct_ = std::make_unique<DirectModel>(shared_->path() / "model.ubj");
  }
  void init() { dir_ = std::make_unique<TempDir>(*TempDir::create()); }

  void predictsWhatTheModelPredictsDirectly_data() {
    QTest::addColumn<QString>("runtime");
    QTest::newRow("in its sidecar") << "sidecar";
    QTest::newRow("in process") << "embedded";
  }
  void predictsWhatTheModelPredictsDirectly() {
    QFETCH(const QString, runtime);
    WorkerProcess worker(dir_->path(),
                         arguments({"--runtime", runtime.toStdString(), "--feature-log", own("log"),
                                    "--address-file", own("address"), "--feature-cache-entries", "10"}));
    QTRY_VERIFY2_WITH_TIMEOUT(worker.is(v1::WorkerStatus::READY), worker.log().c_str(), kPatience);
    QVERIFY(worker.serving() && worker.serving(""));
    QCOMPARE(QByteArray::fromStdString(*readFile(own("address"))).trimmed(),
             QByteArray::fromStdString(worker.address()));
    QCOMPARE(worker.children().size(), runtime == "sidecar" ? 1U : 0U);
    QCOMPARE(worker.probabilities(testRequest(kDistances)), direct_->predict(kDistances));
    const auto response = worker.predict(testRequest(kDistances));
    QCOMPARE(response->served_by(0).model(), std::string("tiny"));
    QCOMPARE(response->served_by(0).version(), std::string("3"));
    QCOMPARE(response->served_by(0).replica(), std::string("tiny_v3-0"));
    const v1::WorkerStatus status = worker.status();
    QCOMPARE(status.requests(), 2U);
    QCOMPARE(status.rows(), 8U);
    QCOMPARE(status.version(), std::string("3"));
    QCOMPARE(status.digest(), *sha256HexOfFile(shared("tiny.aerie")));
    QCOMPARE(status.defaulted_features().at("late_rate"), 2U);
    const std::string metrics = worker.metrics();
    for (const char* metric : {"aerie_worker_stage_seconds_count{endpoint=\"tiny_v3\",stage=\"model\"} 2",
                               "aerie_worker_rows_total{code=\"OK\",endpoint=\"tiny_v3\"} 8",
                               "aerie_worker_ready{endpoint=\"tiny_v3\"} 1"}) {
      QVERIFY2(metrics.find(metric) != std::string::npos, metrics.c_str());
    }
    QVERIFY(signalChild(worker.pid(), SIGTERM).ok());
    QTRY_VERIFY_WITH_TIMEOUT(worker.ended(), kPatience);
    QVERIFY2(worker.ended()->clean(), worker.log().c_str());
    checkFeatureLog();
  }

  void theSidecarsMetricsAreWhereTheyWereAsked() {
    // A port that is free: taken, and let go.
    std::string address;
    {
      telemetry::Metrics none;
      auto holder = services::MetricsServer::start("127.0.0.1:0", none);
      QVERIFY(holder.ok());
      address = (*holder)->address();
    }
    WorkerProcess worker(dir_->path(), arguments({"--sidecar-metrics-listen", address}));
    QTRY_VERIFY_WITH_TIMEOUT(worker.is(v1::WorkerStatus::READY), kPatience);
    QVERIFY(worker.predict(testRequest(kDistances)).ok());
    http::ParallelGet pages;
    const std::vector<std::string> urls = {"http://" + address + "/metrics"};
    const auto answers = pages.fetch(urls, std::chrono::seconds(5));
    QVERIFY2(answers[0].ok(), messageOf(answers[0].status()).c_str());
    QVERIFY2(answers[0]->find("aerie_sidecar_rows_total") != std::string::npos, answers[0]->c_str());
  }

  void aDeadSidecarFailsFastAndComesBack() {
    // A sidecar that can be kept from starting.
    VERIFY_OK(writeFileAtomic(dir_->path() / "sidecar.sh",
                              "#!/bin/sh\n[ -e '" + own("broken") + "' ] && exit 7\nexec " +
                                  AERIE_BIN_DIR "/aerie-sidecar \"$@\"\n",
                              0755));
    WorkerProcess worker(dir_->path(), arguments({"--sidecar", own("sidecar.sh")}));
    QTRY_VERIFY2_WITH_TIMEOUT(worker.is(v1::WorkerStatus::READY), worker.log().c_str(), kPatience);
    const std::vector<pid_t> before = worker.children();
    QCOMPARE(before.size(), 1U);
    VERIFY_OK(writeFileAtomic(dir_->path() / "broken", ""));
    QCOMPARE(::kill(before[0], SIGKILL), 0);
    QTRY_VERIFY_WITH_TIMEOUT(worker.is(v1::WorkerStatus::LOADING), kPatience);
    QTRY_VERIFY2_WITH_TIMEOUT(worker.status().message().find("exited with 7") != std::string::npos,
                              worker.status().message().c_str(), kPatience);
    QVERIFY(!worker.serving() && !worker.serving(""));
    const absl::Status refused = worker.predict(testRequest(kDistances)).status();
    QCOMPARE(refused.code(), absl::StatusCode::kUnavailable);
    VERIFY_MESSAGE(refused, "sidecar");
    QVERIFY(std::filesystem::remove(dir_->path() / "broken"));
    QTRY_VERIFY2_WITH_TIMEOUT(worker.is(v1::WorkerStatus::READY), worker.log().c_str(), kPatience);
    QVERIFY(worker.serving());
    QCOMPARE(worker.probabilities(testRequest(kDistances)), direct_->predict(kDistances));
    QVERIFY(worker.children() != before);
  }

  void stoppingFinishesTheRequestsUnderWay() {
    WorkerProcess worker(dir_->path(), arguments());
    QTRY_VERIFY2_WITH_TIMEOUT(worker.is(v1::WorkerStatus::READY), worker.log().c_str(), kPatience);
    const pid_t sidecar = worker.children().at(0);
    stopProcess(sidecar);
    auto answer = std::async(std::launch::async, [&] {
      return worker.predict(testRequest(kDistances), std::chrono::seconds(30));
    });
    QTRY_VERIFY_WITH_TIMEOUT(
        worker.metrics().find("aerie_worker_in_flight{endpoint=\"tiny_v3\"} 1") != std::string::npos,
        kPatience);
    QVERIFY(signalChild(worker.pid(), SIGTERM).ok());
    QTRY_VERIFY_WITH_TIMEOUT(worker.is(v1::WorkerStatus::DRAINING), kPatience);
    QVERIFY(!worker.serving());
    QVERIFY(!worker.ended());
    QCOMPARE(::kill(sidecar, SIGCONT), 0);
    const auto response = answer.get();
    VERIFY_OK(response.status());
    QCOMPARE(WorkerProcess::probabilities(*response), direct_->predict(kDistances));
    QTRY_VERIFY_WITH_TIMEOUT(worker.ended(), kPatience);
    QVERIFY2(worker.ended()->clean(), worker.log().c_str());
    QTRY_VERIFY_WITH_TIMEOUT(!processStartTicks(sidecar).ok(), kPatience);
  }

  void aDrainDoesNotWaitForEver() {
    WorkerProcess worker(dir_->path(), arguments({"--drain-timeout-ms", "200"}));
    QTRY_VERIFY2_WITH_TIMEOUT(worker.is(v1::WorkerStatus::READY), worker.log().c_str(), kPatience);
    const pid_t sidecar = worker.children().at(0);
    stopProcess(sidecar);
    auto answer = std::async(std::launch::async, [&] {
      return worker.predict(testRequest(kDistances), std::chrono::seconds(30));
    });
    QTRY_VERIFY_WITH_TIMEOUT(
        worker.metrics().find("aerie_worker_in_flight{endpoint=\"tiny_v3\"} 1") != std::string::npos,
        kPatience);
    QVERIFY(signalChild(worker.pid(), SIGTERM).ok());
    QTRY_VERIFY_WITH_TIMEOUT(worker.ended(), kPatience);
    QVERIFY2(worker.ended()->clean(), worker.log().c_str());
    QVERIFY(!answer.get().ok());
  }

  void aPausedSidecarCostsNoMoreThanTheDeadline() {
    WorkerProcess worker(dir_->path(), arguments());
    QTRY_VERIFY2_WITH_TIMEOUT(worker.is(v1::WorkerStatus::READY), worker.log().c_str(), kPatience);
    const pid_t sidecar = worker.children().at(0);
    stopProcess(sidecar);
    QCOMPARE(worker.predict(testRequest(kDistances), std::chrono::milliseconds(300)).status().code(),
             absl::StatusCode::kDeadlineExceeded);
    QCOMPARE(::kill(sidecar, SIGCONT), 0);
    QCOMPARE(worker.probabilities(testRequest(kDistances)), direct_->predict(kDistances));
  }

  void badRequestsAreRefusedAndChangeNothing() {
    WorkerProcess worker(dir_->path(), arguments());
    QTRY_VERIFY2_WITH_TIMEOUT(worker.is(v1::WorkerStatus::READY), worker.log().c_str(), kPatience);
    v1::WorkerRequest missing = testRequest(kDistances);
    missing.mutable_feature_data_frame()->mutable_columns(0)->set_name("other");
    VERIFY_MESSAGE(worker.predict(missing).status(), "distance");
    v1::WorkerRequest ragged = testRequest(kDistances);
    ragged.mutable_feature_data_frame()->mutable_columns(0)->mutable_doubles()->add_values(1);
    VERIFY_MESSAGE(worker.predict(ragged).status(), "distance");
    v1::WorkerRequest huge = testRequest({1});
    huge.mutable_feature_data_frame()->mutable_columns()->DeleteSubrange(1, 1);
    huge.mutable_feature_data_frame()->mutable_columns(0)->mutable_doubles()->mutable_values()->Resize(
        1'000'000, 1.0);
    huge.mutable_feature_data_frame()->set_row_count(1'000'000);
    VERIFY_MESSAGE(worker.predict(huge).status(), "1000000 rows");
    for (const auto* request : {&missing, &ragged, &huge}) {
      QCOMPARE(worker.predict(*request).status().code(), absl::StatusCode::kInvalidArgument);
    }
    QCOMPARE(worker.probabilities(testRequest(kDistances)), direct_->predict(kDistances));
  }

  void bundlesThatCannotBeTrustedOrServedAreRefused_data() {
    QTest::addColumn<QString>("how");
    QTest::addColumn<QString>("word");
    QTest::newRow("one byte changed") << "tampered"
                                      << "tiny.aerie";
    QTest::newRow("cut off") << "truncated"
                             << "tiny.aerie";
    QTest::newRow("signed by a stranger") << "stranger"
                                          << "PERMISSION_DENIED";
    QTest::newRow("self-test expects another answer") << "self_test"
                                                      << "self-test of tiny@3";
    QTest::newRow("no such file") << "absent"
                                  << "tiny.aerie";
    QTest::newRow("another version than asked for") << "version"
                                                    << "--model-version";
    QTest::newRow("the model file is none") << "model"
                                            << "sidecar";
  }
  void bundlesThatCannotBeTrustedOrServedAreRefused() {
    QFETCH(const QString, how);
    QFETCH(const QString, word);
    const std::filesystem::path archive = dir_->path() / "tiny.aerie";
    std::string bytes = *readFile(shared("tiny.aerie"));
    if (how == "tampered") bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    if (how == "truncated") bytes.resize(bytes.size() / 2);
    if (how != "absent") VERIFY_OK(writeFileAtomic(archive, bytes));
    if (how == "stranger") VERIFY_OK(packTestBundle(shared("model.ubj"), SigningKey::generate(), archive));
    if (how == "self_test") {
      VERIFY_OK(packTestBundle(shared("model.ubj"), *key_, archive, [](bundle::BundleContents& contents) {
        auto* values = contents.self_test.mutable_expected_outputs()->mutable_columns(0)->mutable_floats();
        values->set_values(1, values->values(1) + 0.01F);
      }));
    }
    if (how == "model") {
      VERIFY_OK(packTestBundle(shared("model.ubj"), *key_, archive, [](bundle::BundleContents& contents) {
        contents.model_files["model/model.ubj"] = {{}, "not a model"};
      }));
    }
    std::vector<std::string> given = {"--bundle",     archive.string(),  "--trusted-keys",
                                      shared("keys"), "--feature-store", "sqlite:" + shared("store.db")};
    if (how == "version") given.insert(given.end(), {"--model-version", "4"});
    mustFail(given, {word.toStdString()});
  }

  void aModelThatReadsAStoreNeedsOne() {
    mustFail({"--bundle", shared("tiny.aerie"), "--trusted-keys", shared("keys")},
             {"late_rate", "--feature-store"});
  }

  void wrongSettingsAreNamed() {
    WorkerProcess worker(dir_->path(), {"--trusted-keys", shared("keys")});
    QTRY_VERIFY_WITH_TIMEOUT(worker.ended(), kPatience);
    QCOMPARE(worker.ended()->code, 2);
    QVERIFY2(worker.log().find("--bundle") != std::string::npos, worker.log().c_str());
  }

  void redisThatIsDownCostsDefaultsOnlyAndComesBack() {
    const std::string url = "unix://" + own("redis.sock");
    WorkerProcess worker(dir_->path(), {"--bundle", shared("tiny.aerie"), "--trusted-keys", shared("keys"),
                                        "--feature-store", url});
    QTRY_VERIFY2_WITH_TIMEOUT(worker.is(v1::WorkerStatus::READY), worker.log().c_str(), kPatience);
    QCOMPARE(worker.probabilities(testRequest(kDistances)), direct_->predict(kDistances, false));
    QVERIFY(worker.status().defaulted_features().at("late_rate") >= 4);
    const auto redis =
        spawnChild({{"redis-server", "--port", "0", "--unixsocket", own("redis.sock"), "--save", ""},
                    {},
                    dir_->path(),
                    dir_->path() / "redis.log"});
    VERIFY_OK(redis.status());
    auto store = features::openFeatureStore(url);
    VERIFY_OK(store.status());
    QTRY_VERIFY_WITH_TIMEOUT(fillOrigins(**store).ok(), kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(worker.probabilities(testRequest(kDistances)), direct_->predict(kDistances),
                              kPatience);
    (void)signalChild(*redis, SIGKILL);
    QTRY_VERIFY_WITH_TIMEOUT(pollChild(*redis).has_value(), kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(worker.probabilities(testRequest(kDistances)),
                              direct_->predict(kDistances, false), kPatience);
  }

  void aFullDiskCostsLogRowsOnlyAndTheLogComesBack() {
    WorkerProcess worker(dir_->path(), arguments({"--feature-log", own("log"), "--feature-log-flush-ms", "1",
                                                  "--feature-log-retry-seconds", "1"}));
    QTRY_VERIFY2_WITH_TIMEOUT(worker.is(v1::WorkerStatus::READY), worker.log().c_str(), kPatience);
    // No file of the worker may grow: every write fails, as on a full disk.
    rlimit before{};
    const rlimit full{1, RLIM_INFINITY};
    QCOMPARE(prlimit(worker.pid(), RLIMIT_FSIZE, &full, &before), 0);
    QTRY_VERIFY_WITH_TIMEOUT(worker.probabilities(testRequest(kDistances)) == direct_->predict(kDistances) &&
                                 worker.status().feature_log_dropped() > 0,
                             kPatience);
    QVERIFY(worker.is(v1::WorkerStatus::READY));
    QVERIFY(worker.metrics().find(
                "aerie_worker_feature_log_dropped_total{endpoint=\"tiny_v3\",reason=\"write_failed\"}") !=
            std::string::npos);
    QCOMPARE(prlimit(worker.pid(), RLIMIT_FSIZE, &before, nullptr), 0);
    // Written again: a segment under way has content.
    QTRY_VERIFY_WITH_TIMEOUT(
        worker.probabilities(testRequest(kDistances)).size() == 4 && bytesIn(own("log")) > 0, kPatience);
    QVERIFY(signalChild(worker.pid(), SIGTERM).ok());
    QTRY_VERIFY_WITH_TIMEOUT(worker.ended(), kPatience);
    QVERIFY(worker.ended()->clean());
    checkFeatureLog();
  }

  void downloadsItsBundleFromARegistry() {
    OneVersionRegistry registry;
    registry.bytes = *readFile(shared("tiny.aerie"));
    registry.digest = sha256Hex(registry.bytes);
    grpc::ServerBuilder builder;
    builder.AddListeningPort("unix:" + own("r.sock"), grpc::InsecureServerCredentials());
    builder.RegisterService(&registry);
    const auto server = builder.BuildAndStart();
    std::vector<std::string> given = {"--registry",      "unix:" + own("r.sock"),
                                      "--model",         "tiny",
                                      "--model-version", "3",
                                      "--trusted-keys",  shared("keys"),
                                      "--feature-store", "sqlite:" + shared("store.db")};
    {
      WorkerProcess worker(dir_->path(), given);
      QTRY_VERIFY2_WITH_TIMEOUT(worker.is(v1::WorkerStatus::READY), worker.log().c_str(), kPatience);
      QCOMPARE(worker.probabilities(testRequest(kDistances)), direct_->predict(kDistances));
      QVERIFY(signalChild(worker.pid(), SIGTERM).ok());
      QTRY_VERIFY_WITH_TIMEOUT(worker.ended(), kPatience);
    }
    registry.bytes[100] = static_cast<char>(registry.bytes[100] ^ 1);
    mustFail(given, {"DATA_LOSS", "tiny@3"});
    QVERIFY(!std::filesystem::exists(dir_->path() / "work" / "tiny_v3-0" / "download.aerie.part"));
    given[5] = "9";
    mustFail(given, {"NOT_FOUND", "no such version"});
  }
};

// The log, read by a program that shares no code with us, holds what was asked and answered.
void TstWorkerProcess::checkFeatureLog() {
  int rows = 0;
  for (const auto& entry : std::filesystem::directory_iterator(own("log"))) {
    QVERIFY2(entry.path().extension() == ".zst", entry.path().c_str());
    const auto run = runToEnd({{"/usr/bin/python3", AERIE_SOURCE_DIR "/tests/core/telemetry/read_tfrecord.py",
                                entry.path().string()},
                               {},
                               {},
                               {}});
    QVERIFY2(run.ok() && run->exit.clean(), run->output.c_str());
    for (const QByteArray& line : QByteArray::fromStdString(run->output).trimmed().split('\n')) {
      const QJsonObject row = QJsonDocument::fromJson(line).object();
      const auto item = static_cast<std::size_t>(row["meta/item_index"].toArray()[0].toInt());
      QVERIFY(item < kDistances.size());
      QCOMPARE(row["distance"].toArray()[0].toDouble(),
               static_cast<double>(static_cast<float>(kDistances[item])));
      QCOMPARE(row["pre/scaled"].toArray()[0].toDouble(),
               static_cast<double>(static_cast<float>(kDistances[item] * 0.5)));
      QCOMPARE(row["out/probability"].toArray()[0].toDouble(),
               static_cast<double>(direct_->predict(kDistances)[item]));
      QCOMPARE(row["meta/model"].toArray()[0].toString(), QString("tiny"));
      QCOMPARE(row["meta/request_id"].toArray()[0].toString(), QString("request-1"));
      ++rows;
    }
  }
  QVERIFY(rows >= 4);
}

QTEST_GUILESS_MAIN(TstWorkerProcess)
#include "tst_worker_process.moc"
