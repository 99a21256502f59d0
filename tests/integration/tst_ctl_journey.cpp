#include <QtTest>

#include "core/base/crypto.h"
#include "tests/integration/stack_fixture.h"

using namespace aerie;
using aerie::test::CtlRun;
using aerie::test::StackFixture;
using nlohmann::json;

#define CTL_VERIFY(expr, expected)                                                \
  do {                                                                            \
    const CtlRun ctl_run_ = (expr);                                               \
    QVERIFY2(ctl_run_.code == (expected),                                         \
             fmt::format("exit {}: {}", ctl_run_.code, ctl_run_.output).c_str()); \
  } while (false)
// The command fails with this exit code and says `text`.
#define CTL_REFUSED(expr, expected, text)                                         \
  do {                                                                            \
    const CtlRun ctl_run_ = (expr);                                               \
    QVERIFY2(ctl_run_.code == (expected),                                         \
             fmt::format("exit {}: {}", ctl_run_.code, ctl_run_.output).c_str()); \
    QVERIFY2(ctl_run_.contains(text), ctl_run_.output.c_str());                   \
  } while (false)

namespace {

constexpr char kRouting[] = R"(model_use_case: arrival_delay
default_worker_endpoint: late_v1
on_worker_failure: default_endpoint
experiments:
  - name: split
    experiment_traffic_splitting_key: flight_id
    arms: [{arm: control, worker_endpoint: late_v1}, {arm: treatment, worker_endpoint: late_v2}]
)";
constexpr char kItems[] =
    "flight_id,hour,weekday,distance,origin,destination\n"
    "f1,8,1,2176.0,LAS,PHL\nf2,17,5,300.0,ATL,SFO\nf3,23,7,1258.0,MIA,BOS\n";

}  // namespace

// A user's way through aeriectl with real daemons. The functions build on each other, in this order.
class TstCtlJourney : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() {
    auto fixture = StackFixture::start();
    AERIE_VERIFY_OK(fixture);
    f_ = std::move(*fixture);
    const auto v1 = f_->train("1", false);
    AERIE_VERIFY_OK(v1);
    const auto v2 = f_->train("2", true);
    AERIE_VERIFY_OK(v2);
    bundle1_ = *v1;
    bundle2_ = *v2;
  }
  void cleanupTestCase() { f_.reset(); }

  void modelsAreRegisteredOnce() {
    CTL_VERIFY(f_->ctl({"model", "list"}), 0);
    for (const std::string& bundle : {bundle1_, bundle2_})
      CTL_VERIFY(f_->ctl({"model", "register", bundle}), 0);
    const json models = f_->ctlJson({"model", "list"});
    QCOMPARE(models["models"].size(), std::size_t{1});
    QCOMPARE(models["models"][0]["versions"].size(), std::size_t{2});
    const CtlRun again = f_->ctl({"model", "register", bundle1_});
    QVERIFY2(again.code == 0 || again.code == 4, again.output.c_str());  // the same bytes: there already
    QCOMPARE(f_->ctlJson({"model", "list"})["models"][0]["versions"].size(), std::size_t{2});
  }

  void badBundlesAreRefusedAndChangeNothing_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("message");
    QTest::newRow("cut") << "cut"
                         << "";
    QTest::newRow("a byte changed") << "flip"
                                    << "";
    QTest::newRow("signed by a stranger") << "stranger"
                                          << "";
    QTest::newRow("another model than asked for") << "model"
                                                  << "arrival_delay";
    QTest::newRow("no archive") << "text"
                                << "";
  }
  void badBundlesAreRefusedAndChangeNothing() {
    QFETCH(QString, kind);
    QFETCH(QString, message);
    std::string bytes = *readFile(bundle1_);
    std::vector<std::string> words = {"model", "register", f_->path("bad.aerie")};
    if (kind == "cut") bytes.resize(bytes.size() / 2);
    if (kind == "flip") bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    if (kind == "text") bytes = "hello";
    if (kind == "model") words.insert(words.end(), {"--model", "another"});
    QVERIFY(!f_->write("bad.aerie", bytes).empty());
    if (kind == "stranger") {
      f_->write("m/manifest.yaml",
                "model: late\nruntime: xgboost\nmodel_file: m.ubj\noutput_names: [p]\nfeatures: "
                "f.yaml\npreprocessor: p.yaml\nself_test: t.csv\n");
      f_->write("m/f.yaml", "features:\n  - {name: distance, type: double, from: item}\n");
      f_->write("m/p.yaml", "steps:\n  - {op: log1p, in: [distance], out: [d]}\noutputs: [d]\n");
      f_->write("m/t.csv", "distance,p\n1.5,0.5\n");
      f_->write("m/m.ubj", "trees");
      CTL_VERIFY(f_->ctl({"model", "pack", f_->path("m"), "--signing-key", f_->path("stranger.pem"), "--to",
                          f_->path("bad.aerie")}),
                 0);
    }
    const CtlRun run = f_->ctl(words);
    QVERIFY2(run.code >= 1 && run.code <= 6 && run.code != 5,
             fmt::format("exit {}: {}", run.code, run.output).c_str());
    QVERIFY2(run.contains(message.toStdString()) && run.output.size() > 20, run.output.c_str());
    QCOMPARE(f_->ctlJson({"model", "list"})["models"].size(), std::size_t{1});
    QCOMPARE(f_->ctlJson({"model", "list"})["models"][0]["versions"].size(), std::size_t{2});
  }

  void aVersionIsShownPromotedArchivedAndDownloaded() {
    const json shown = f_->ctlJson({"model", "show", "arrival_delay", "1"});
    QCOMPARE(shown["version"].get<std::string>(), std::string("1"));
    QVERIFY(shown["features"]["features"].size() >= 3);
    CTL_REFUSED(f_->ctl({"model", "show", "arrival_delay", "99"}), 3, "99");
    CTL_REFUSED(f_->ctl({"model", "show", "none", "1"}), 3, "none");
    CTL_VERIFY(f_->ctl({"model", "promote", "arrival_delay", "1"}), 0);
    CTL_REFUSED(f_->ctl({"model", "promote", "arrival_delay", "99"}), 3, "99");
    CTL_REFUSED(f_->ctl({"model", "promote", "arrival_delay", "1", "--stage", "a/b"}), 2, "a/b");
    QCOMPARE(f_->ctlJson({"model", "show", "arrival_delay", "production"})["version"].get<std::string>(),
             std::string("1"));
    CTL_REFUSED(f_->ctl({"model", "archive", "arrival_delay", "1"}), 4, "production");
    CTL_VERIFY(f_->ctl({"model", "archive", "arrival_delay", "2"}), 0);
    QCOMPARE(f_->ctlJson({"model", "list"})["models"][0]["versions"].size(), std::size_t{1});
    QCOMPARE(f_->ctlJson({"model", "list", "--archived"})["models"][0]["versions"].size(), std::size_t{2});
    CTL_VERIFY(f_->ctl({"model", "archive", "arrival_delay", "2", "--restore"}), 0);
    CTL_VERIFY(f_->ctl({"model", "download", "arrival_delay", "production", "--to", f_->path("back.aerie")}),
               0);
    QCOMPARE(*sha256HexOfFile(f_->path("back.aerie")), *sha256HexOfFile(bundle1_));
    CTL_VERIFY(f_->ctl({"model", "verify", f_->path("back.aerie"), "--trusted-keys",
                        f_->stack().trustedKeys().string()}),
               0);
    CTL_REFUSED(f_->ctl({"model", "download", "arrival_delay", "99", "--to", f_->path("none.aerie")}), 3,
                "99");
    QVERIFY(!std::filesystem::exists(f_->path("none.aerie")) &&
            !std::filesystem::exists(f_->path("none.aerie.partial")));
  }

  void endpointsAreDeployed() {
    CTL_VERIFY(f_->ctl({"deploy", "list"}), 0);
    CTL_REFUSED(f_->ctl({"deploy", "create", "late_v1", "--model", "none", "--model-version", "1"}), 3,
                "none");
    CTL_REFUSED(f_->ctl({"deploy", "create", "late_v1", "--model", "arrival_delay", "--model-version", "99"}),
                3, "99");
    CTL_REFUSED(f_->ctl({"deploy", "create", "late/v1", "--model", "arrival_delay", "--model-version", "1"}),
                2, "late/v1");
    CTL_VERIFY(f_->ctl({"deploy", "create", "late_v1", "--model", "arrival_delay", "--stage", "production",
                        "--wait", "--wait-seconds", "60"}),
               0);
    CTL_VERIFY(f_->ctl({"deploy", "create", "late_v2", "--model", "arrival_delay", "--model-version", "2",
                        "--wait", "--wait-seconds", "60"}),
               0);
    CTL_REFUSED(f_->ctl({"deploy", "create", "late_v2", "--model", "arrival_delay", "--model-version", "1"}),
                4, "late_v2");
    const json shown = f_->ctlJson({"deploy", "show", "late_v1"});
    QCOMPARE(shown["serving_version"].get<std::string>(), std::string("1"));
    QCOMPARE(shown["replicas"].size(), std::size_t{1});
    QCOMPARE(shown["replicas"][0]["phase"].get<std::string>(), std::string("ready"));
    QCOMPARE(f_->ctlJson({"deploy", "list"})["deployments"].size(), std::size_t{2});
    CTL_REFUSED(f_->ctl({"deploy", "show", "none"}), 3, "none");
    CTL_REFUSED(f_->ctl({"deploy", "wait", "none", "--wait-seconds", "2"}), 3, "none");
  }

  void anEndpointIsScaledRestartedAndItsLogsRead() {
    CTL_VERIFY(f_->ctl({"deploy", "scale", "late_v1", "2", "--wait", "--wait-seconds", "60"}), 0);
    QCOMPARE(f_->ctlJson({"deploy", "show", "late_v1"})["replicas"].size(), std::size_t{2});
    CTL_VERIFY(f_->ctl({"deploy", "scale", "late_v1", "1", "--wait", "--wait-seconds", "60"}), 0);
    const auto pid = f_->ctlJson({"deploy", "show", "late_v1"})["replicas"][0]["pid"];
    CTL_VERIFY(f_->ctl({"deploy", "restart", "late_v1", "--wait", "--wait-seconds", "60"}), 0);
    QTRY_VERIFY_WITH_TIMEOUT(f_->ctlJson({"deploy", "show", "late_v1"})["replicas"].size() == 1, 30'000);
    QVERIFY(f_->ctlJson({"deploy", "show", "late_v1"})["replicas"][0]["pid"] != pid);
    const CtlRun logs = f_->ctl({"deploy", "logs", "late_v1", "--tail", "5"});
    QVERIFY2(logs.code == 0 && logs.contains("late_v1"), logs.output.c_str());
    CTL_REFUSED(f_->ctl({"deploy", "logs", "none"}), 3, "none");
    CTL_REFUSED(f_->ctl({"deploy", "scale", "none", "1"}), 3, "none");
    CTL_REFUSED(f_->ctl({"deploy", "restart", "none"}), 3, "none");
  }

  void experimentsAreCreatedAndReweighted() {
    CTL_REFUSED(f_->ctl({"experiment", "create", "split", "control=0.5", "treatment=0.6"}), 2, "split");
    CTL_REFUSED(f_->ctl({"experiment", "create", "split", "control=0.5", "control=0.5"}), 2, "control");
    CTL_VERIFY(f_->ctl({"experiment", "create", "split", "control=0.5", "treatment=0.5"}), 0);
    CTL_REFUSED(f_->ctl({"experiment", "create", "split", "control=0.5", "treatment=0.5"}), 4, "split");
    CTL_VERIFY(f_->ctl({"experiment", "start", "split"}), 0);
    const json made = f_->ctlJson({"experiment", "show", "split"});
    QCOMPARE(made["state"].get<std::string>(), std::string("RUNNING"));
    const CtlRun dry =
        f_->ctl({"experiment", "set-weights", "split", "control=0.8", "treatment=0.2", "--dry-run"});
    QVERIFY2(dry.code == 0 && dry.contains("3000 of 10000 buckets would move"), dry.output.c_str());
    QCOMPARE(f_->ctlJson({"experiment", "show", "split"})["revision"], made["revision"]);
    CTL_VERIFY(f_->ctl({"experiment", "set-weights", "split", "control=0.8", "treatment=0.2"}), 0);
    CTL_REFUSED(f_->ctl({"experiment", "set-weights", "split", "control=0.8", "treatment=0.3"}), 2, "split");
    CTL_REFUSED(f_->ctl({"experiment", "set-weights", "split", "control=0.5", "treatment=0.5",
                         "--expected-revision", "1"}),
                4, "split");
    CTL_REFUSED(f_->ctl({"experiment", "set-weights", "none", "a=1"}), 3, "none");
    CTL_REFUSED(f_->ctl({"experiment", "show", "none"}), 3, "none");
    CTL_VERIFY(f_->ctl({"experiment", "set-weights", "split", "control=0.5", "treatment=0.5"}), 0);
    QCOMPARE(f_->ctlJson({"experiment", "list"})["experiments"].size(), std::size_t{1});
  }

  void routingIsValidatedThenApplied() {
    const std::string file = f_->write("routing.yaml", kRouting);
    const CtlRun valid = f_->ctl({"route", "validate", file});
    QVERIFY2(valid.code == 0 && valid.contains("nothing was changed"), valid.output.c_str());
    CTL_REFUSED(f_->ctl({"route", "show", "arrival_delay"}), 3, "arrival_delay");
    CTL_VERIFY(f_->ctl({"route", "apply", file, "--comment", "first"}), 0);
    const CtlRun shown = f_->ctl({"route", "show", "arrival_delay"});
    QVERIFY2(shown.code == 0 && shown.contains("default_worker_endpoint: late_v1"), shown.output.c_str());
    // What is shown can be applied again.
    CTL_VERIFY(f_->ctl({"route", "validate", f_->write("shown.yaml", shown.output)}), 0);
    CTL_VERIFY(f_->ctl({"route", "apply", file, "--comment", "second"}), 0);
    const json history = f_->ctlJson({"route", "history", "arrival_delay"});
    QVERIFY2(history["routings"].size() >= 1, history.dump().c_str());
    CTL_REFUSED(f_->ctl({"route", "apply", file, "--expected-revision", "9999"}), 4, "arrival_delay");
  }

  void badRoutingIsRefusedAndChangesNothing_data() {
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("message");
    QTest::newRow("unknown endpoint") << "worker_endpoint: late_v2"
                                      << "worker_endpoint: late_v9"
                                      << "late_v9";
    QTest::newRow("unknown default endpoint") << "default_worker_endpoint: late_v1"
                                              << "default_worker_endpoint: late_v9"
                                              << "late_v9";
    QTest::newRow("unknown experiment") << "name: split"
                                        << "name: splat"
                                        << "splat";
    QTest::newRow("arms that the engine does not have") << "arm: treatment"
                                                        << "arm: candidate"
                                                        << "candidate";
    QTest::newRow("unknown field") << "on_worker_failure"
                                   << "on_worker_failures"
                                   << "did you mean 'on_worker_failure'?";
    QTest::newRow("unknown policy") << "on_worker_failure: default_endpoint"
                                    << "on_worker_failure: pray"
                                    << "pray";
    QTest::newRow("no YAML") << "experiments:"
                             << "experiments: ["
                             << "routing.yaml";
  }
  void badRoutingIsRefusedAndChangesNothing() {
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, message);
    const std::string before = f_->ctlJson({"route", "show", "arrival_delay"}).dump();
    const std::string file = f_->write("routing.yaml", QString(kRouting).replace(from, to).toStdString());
    for (const char* command : {"validate", "apply"}) {
      const CtlRun run = f_->ctl({"route", command, file});
      QVERIFY2(run.code == 2 || run.code == 3 || run.code == 4,
               fmt::format("exit {}: {}", run.code, run.output).c_str());
      QVERIFY2(run.contains(message.toStdString()), run.output.c_str());
    }
    QCOMPARE(f_->ctlJson({"route", "show", "arrival_delay"}).dump(), before);
  }

  void predictionsGoThroughTheProxy() {
    const std::string csv = f_->write("items.csv", kItems);
    // The proxy gets its config by stream, a moment after the apply.
    QTRY_COMPARE_WITH_TIMEOUT(f_->ctl({"predict", "arrival_delay", "--items", csv}).code, 0, 30'000);
    const json answer = f_->ctlJson({"predict", "arrival_delay", "--items", csv});
    QCOMPARE(answer["outputs"]["row_count"].dump(), std::string("\"3\""));
    const std::string items = f_->write(
        "items.json",
        R"([{"flight_id": "f1", "hour": 8, "weekday": 1, "distance": 2176.0, "origin": "LAS", "destination": "PHL"},
      {"flight_id": "f2", "hour": 17, "weekday": 5, "distance": 300.0, "origin": "ATL", "destination": "SFO"},
      {"flight_id": "f3", "hour": 23, "weekday": 7, "distance": 1258.0, "origin": "MIA", "destination": "BOS"}])");
    const json same = f_->ctlJson({"predict", "arrival_delay", "--items", items});
    QCOMPARE(same["outputs"].dump(), answer["outputs"].dump());
    const json why = f_->ctlJson({"predict", "arrival_delay", "--items", csv, "--explain"});
    QCOMPARE(why["explanations"].size(), std::size_t{3});
    QVERIFY(!why["explanations"][0]["reason"].get<std::string>().empty());
    // The explanation's arm is the arm that 'experiment assign' computes without a server.
    for (const json& item : why["explanations"]) {
      const json assigned = f_->ctlJson(
          {"experiment", "assign", "--seed", "split", "--weights", "0.5,0.5", "--key", item["key_value"]});
      QCOMPARE(item["bucket"], assigned["bucket"]);
    }
    const CtlRun table = f_->ctl({"predict", "arrival_delay", "--items", csv, "--explain"});
    QVERIFY2(table.code == 0 && table.contains("SERVED BY") && table.contains("WHY"), table.output.c_str());
    const json forced =
        f_->ctlJson({"predict", "arrival_delay", "--items", csv, "--force-arm", "split:treatment"});
    QCOMPARE(forced["served_by"][0]["endpoint"].get<std::string>(), std::string("late_v2"));
  }

  void aWorkerAnswersDirectlyToo() {
    const std::string csv = f_->write("items.csv", kItems);
    const std::string worker = f_->ctlJson({"deploy", "show", "late_v1"})["replicas"][0]["url"];
    const json direct = f_->ctlJson({"predict", "--worker", worker, "--items", csv});
    QCOMPARE(direct["outputs"]["row_count"].dump(), std::string("\"3\""));
    const json forced =
        f_->ctlJson({"predict", "arrival_delay", "--items", csv, "--force-arm", "split:control"});
    QCOMPARE(direct["outputs"]["columns"].dump(), forced["outputs"]["columns"].dump());
  }

  void badPredictionsAreNamed_data() {
    QTest::addColumn<QString>("use_case");
    QTest::addColumn<QString>("items");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("message");
    const QString good(kItems);
    QTest::newRow("unknown use case") << "none" << good << 3 << "none";
    QTest::newRow("missing feature") << "arrival_delay"
                                     << "flight_id,hour,weekday\nf1,8,1\n"
                                     << 7 << "distance";
    QTest::newRow("wrong type") << "arrival_delay" << QString(good).replace("2176.0", "far") << 7
                                << "distance";
    QTest::newRow("ragged rows") << "arrival_delay"
                                 << "flight_id,hour\nf1\n"
                                 << 2 << "items.csv";
    QTest::newRow("no items") << "arrival_delay"
                              << "" << 2 << "is empty";
  }
  void badPredictionsAreNamed() {
    QFETCH(QString, use_case);
    QFETCH(QString, items);
    QFETCH(int, code);
    QFETCH(QString, message);
    const CtlRun run =
        f_->ctl({"predict", use_case.toStdString(), "--items", f_->write("items.csv", items.toStdString())});
    QVERIFY2(run.code == code, fmt::format("exit {}: {}", run.code, run.output).c_str());
    QVERIFY2(run.contains(message.toStdString()), run.output.c_str());
  }

  void aPromotionIsFollowedAndRolledBack() {
    CTL_VERIFY(f_->ctl({"model", "promote", "arrival_delay", "2"}), 0);
    QTRY_COMPARE_WITH_TIMEOUT(
        f_->ctlJson({"deploy", "show", "late_v1"})["serving_version"].get<std::string>(), std::string("2"),
        60'000);
    CTL_VERIFY(f_->ctl({"deploy", "wait", "late_v1", "--wait-seconds", "60"}), 0);
    CTL_VERIFY(f_->ctl({"deploy", "rollback", "late_v1", "--wait", "--wait-seconds", "60"}), 0);
    QCOMPARE(f_->ctlJson({"deploy", "show", "late_v1"})["serving_version"].get<std::string>(),
             std::string("1"));
    CTL_REFUSED(f_->ctl({"deploy", "rollback", "late_v1", "--to", "99"}), 3, "99");
    CTL_REFUSED(f_->ctl({"deploy", "rollback", "none"}), 3, "none");
  }

  void statusShowsEverythingWell() {
    QTRY_COMPARE_WITH_TIMEOUT(f_->ctl({"status"}).code, 0, 30'000);
    const CtlRun status = f_->ctl({"status"});
    for (const char* part : {"control", "proxy", "late_v1", "late_v2", "arrival_delay: "})
      QVERIFY2(status.contains(part), status.output.c_str());
    QVERIFY(f_->ctlJson({"status"})["components"].size() >= 4);
  }

  void whatIsUsedIsNotDeleted() {
    CTL_REFUSED(f_->ctl({"deploy", "delete", "late_v2"}), 4, "late_v2");
    CTL_VERIFY(f_->ctl({"experiment", "stop", "split"}), 0);
    QCOMPARE(f_->ctlJson({"experiment", "show", "split"})["state"].get<std::string>(),
             std::string("STOPPED"));
    const std::string file =
        f_->write("routing.yaml", "model_use_case: arrival_delay\ndefault_worker_endpoint: late_v1\n");
    CTL_VERIFY(f_->ctl({"route", "apply", file}), 0);
    CTL_VERIFY(f_->ctl({"deploy", "delete", "late_v2"}), 0);
    QTRY_COMPARE_WITH_TIMEOUT(f_->ctl({"deploy", "show", "late_v2"}).code, 3, 60'000);
    CTL_REFUSED(f_->ctl({"deploy", "delete", "none"}), 3, "none");
  }

 private:
  std::unique_ptr<StackFixture> f_;
  std::string bundle1_, bundle2_;
};

QTEST_GUILESS_MAIN(TstCtlJourney)
#include "tst_ctl_journey.moc"
