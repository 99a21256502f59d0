#include <QtTest>
#include <nlohmann/json.hpp>

#include "core/base/crypto.h"
#include "core/base/files.h"
#include "tests/services/ctl/ctl_program.h"
#include "tests/status_checks.h"

using namespace aerie;
using aerie::test::ctl;
using aerie::test::CtlRun;
using nlohmann::json;

#define CTL_VERIFY(run, expected)                                                 \
  do {                                                                            \
    const CtlRun ctl_run_ = (run);                                                \
    QVERIFY2(ctl_run_.code == (expected),                                         \
             fmt::format("exit {}: {}", ctl_run_.code, ctl_run_.output).c_str()); \
  } while (false)

class TstCtlCommands : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init() { folder_.emplace(*TempDir::create()); }
  void cleanup() { folder_.reset(); }

  void everySubcommandExplainsItself_data() {
    QTest::addColumn<QString>("command");
    for (const char* command : {"",
                                "status",
                                "model",
                                "model register",
                                "model list",
                                "model show",
                                "model promote",
                                "model archive",
                                "model download",
                                "model verify",
                                "model pack",
                                "deploy",
                                "deploy create",
                                "deploy list",
                                "deploy show",
                                "deploy scale",
                                "deploy restart",
                                "deploy rollback",
                                "deploy delete",
                                "deploy wait",
                                "deploy logs",
                                "route",
                                "route apply",
                                "route show",
                                "route validate",
                                "route history",
                                "experiment",
                                "experiment create",
                                "experiment list",
                                "experiment show",
                                "experiment set-weights",
                                "experiment start",
                                "experiment stop",
                                "experiment assign",
                                "features",
                                "features load",
                                "features get",
                                "preprocess",
                                "preprocess fit",
                                "preprocess run",
                                "predict",
                                "sim",
                                "sim run",
                                "train",
                                "train submit",
                                "train plan",
                                "train list",
                                "train show",
                                "train logs",
                                "train cancel",
                                "train retry",
                                "train wait",
                                "train watch",
                                "train cluster",
                                "train cluster list",
                                "train cluster show",
                                "train cluster delete",
                                "train cluster up",
                                "train cluster down",
                                "train cluster where",
                                "pki",
                                "pki init",
                                "pki issue",
                                "token",
                                "token create",
                                "alerts",
                                "alerts list",
                                "metrics",
                                "metrics query",
                                "audit",
                                "audit list",
                                "experiment results",
                                "completion"}) {
      QTest::newRow(*command == '\0' ? "aeriectl itself" : command) << command;
    }
  }
  void everySubcommandExplainsItself() {
    QFETCH(QString, command);
    std::vector<std::string> words;
    for (const QString& word : command.split(' ', Qt::SkipEmptyParts)) words.push_back(word.toStdString());
    words.push_back("--help");
    const CtlRun run = ctl(words);
    CTL_VERIFY(run, 0);
    QVERIFY2(run.contains("Usage:") && run.output.size() > 100, run.output.c_str());
  }

  void theVersionIsPrinted() {
    const CtlRun run = ctl({"--version"});
    CTL_VERIFY(run, 0);
    QVERIFY(run.output.starts_with("aeriectl "));
  }

  void wrongUseExitsWithTwo_data() {
    QTest::addColumn<QStringList>("words");
    QTest::newRow("nothing") << QStringList{};
    QTest::newRow("unknown command") << QStringList{"fly"};
    QTest::newRow("group without command") << QStringList{"model"};
    QTest::newRow("missing argument") << QStringList{"model", "show", "m"};
    QTest::newRow("unknown output") << QStringList{"status", "--output", "xml"};
    QTest::newRow("file that is not there") << QStringList{"model", "register", "/no/such.aerie"};
    QTest::newRow("replicas out of range") << QStringList{"deploy", "scale", "e", "65"};
    QTest::newRow("version and stage")
        << QStringList{"deploy", "create", "e", "--model", "m", "--model-version", "1", "--stage", "s"};
    QTest::newRow("neither version nor stage") << QStringList{"deploy", "create", "e", "--model", "m"};
    QTest::newRow("arm without weight") << QStringList{"experiment", "create", "x", "control", "treatment"};
    QTest::newRow("address without port") << QStringList{"status", "--control", "localhost"};
    QTest::newRow("neither use case nor worker") << QStringList{"predict", "--items", "x.csv"};
  }
  void wrongUseExitsWithTwo() {
    QFETCH(QStringList, words);
    std::vector<std::string> given;
    for (const QString& word : words) given.push_back(word.toStdString());
    const CtlRun run = ctl(given);
    CTL_VERIFY(run, 2);
    QVERIFY(!run.output.empty());
  }

  void anUnreachableServerExitsWithFive_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("message");
    const QString nobody = "127.0.0.1:1";
    QTest::newRow("status") << QStringList{"status", "--control", nobody}
                            << "the control plane can't be reached";
    QTest::newRow("model list") << QStringList{"model", "list", "--control", nobody}
                                << "give its address with --control";
    QTest::newRow("deploy wait") << QStringList{"deploy", "wait",           "e",  "--control",
                                                nobody,   "--wait-seconds", "0.2"}
                                 << "127.0.0.1:1";
    QTest::newRow("predict") << QStringList{"predict", "u", "--items", "items.csv", "--proxy", nobody}
                             << "the proxy at 127.0.0.1:1 can't be reached";
    QTest::newRow("predict from a worker")
        << QStringList{"predict", "--worker", "unix:/no/such.sock", "--items", "items.csv"}
        << "the worker at unix:/no/such.sock can't be reached";
  }
  void anUnreachableServerExitsWithFive() {
    QFETCH(QStringList, words);
    QFETCH(QString, message);
    write("items.csv", "a\n1\n");
    std::vector<std::string> given;
    for (const QString& word : words) given.push_back(word.toStdString());
    const CtlRun run = ctl(given, folder_->path().string());
    CTL_VERIFY(run, 5);
    QVERIFY2(run.contains(message.toStdString()), run.output.c_str());
  }

  void plaintextToAnotherMachineIsRefused() {
    const CtlRun run = ctl({"status", "--control", "192.0.2.1:7700"});
    CTL_VERIFY(run, 4);
    QVERIFY2(run.contains("plaintext is allowed on loopback"), run.output.c_str());
  }

  void completionScriptsAreValidShell_data() {
    QTest::addColumn<QString>("shell");
    QTest::newRow("bash") << "bash";
    QTest::newRow("zsh") << "zsh";
  }
  void completionScriptsAreValidShell() {
    QFETCH(QString, shell);
    const CtlRun run = ctl({"completion", shell.toStdString()});
    CTL_VERIFY(run, 0);
    write("completion.sh", run.output);
    CTL_VERIFY(test::runProgram({"bash", "-n", path("completion.sh")}), 0);
  }

  void completionOffersSubcommandsAndOptions_data() {
    QTest::addColumn<QStringList>("line");
    QTest::addColumn<QString>("offer");
    QTest::newRow("commands") << QStringList{"mo"} << "model";
    QTest::newRow("subcommands") << QStringList{"experiment", "as"} << "assign";
    QTest::newRow("options") << QStringList{"experiment", "assign", "--we"} << "--weights";
    QTest::newRow("options after options")
        << QStringList{"experiment", "assign", "--seed", "x", "--cov"} << "--coverage";
    QTest::newRow("files") << QStringList{"model", "register", "bund"} << "bundle.aerie";
  }
  void completionOffersSubcommandsAndOptions() {
    QFETCH(QStringList, line);
    QFETCH(QString, offer);
    write("completion.sh", ctl({"completion", "bash"}).output);
    write("bundle.aerie", "");
    std::vector<std::string> words = {"bash", "-c",
                                      "source ./completion.sh; COMP_WORDS=(aeriectl \"$@\"); COMP_CWORD=$#; "
                                      "_aeriectl; printf '%s\\n' \"${COMPREPLY[@]}\"",
                                      "bash"};
    for (const QString& word : line) words.push_back(word.toStdString());
    const CtlRun run = test::runProgram(words, folder_->path().string());
    CTL_VERIFY(run, 0);
    QVERIFY2(QString::fromStdString(run.output).split('\n').contains(offer), run.output.c_str());
  }

  void featuresAreLoadedAndLookedUp() {
    write("routes.csv", "origin,destination,late_rate,flights\nATL,SFO,0.25,100\nJFK,Zürich,0.5,\n");
    const std::string store = "sqlite:" + path("features.sqlite");
    const CtlRun loaded = ctl({"features", "load", "route_stats", path("routes.csv"), "--store", store,
                               "--key", "origin,destination", "-o", "json"});
    CTL_VERIFY(loaded, 0);
    QCOMPARE(json::parse(loaded.output)["rows"].get<int>(), 2);
    const CtlRun got =
        ctl({"features", "get", "route_stats", "ATL,SFO", "JFK,Zürich", "--store", store, "-o", "json"});
    CTL_VERIFY(got, 0);
    const json rows = json::parse(got.output);
    QCOMPARE(rows[0]["late_rate"].get<std::string>(), std::string("0.25"));
    QCOMPARE(rows[0]["found"].get<bool>(), true);
    QVERIFY(rows[1]["flights"].is_null());
    const CtlRun partly = ctl({"features", "get", "route_stats", "ATL,SFO", "ATL,XXX", "--store", store});
    CTL_VERIFY(partly, 7);
    QVERIFY2(partly.contains("ATL,XXX  (not stored)"), partly.output.c_str());
  }

  void featureMistakesAreNamed_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("message");
    QTest::newRow("unknown table") << QStringList{"features", "get", "none", "a"} << 3 << "none";
    QTest::newRow("too few key parts")
        << QStringList{"features", "get", "t", "a"} << 2 << "key 'a' has 1 parts; t needs 2: k1,k2";
    QTest::newRow("unknown key column")
        << QStringList{"features", "load", "t", "t.csv", "--key", "k3"} << 2 << "k3";
    QTest::newRow("bad type") << QStringList{"features", "load", "t",      "t.csv",
                                             "--key",    "k1",   "--type", "v:colour"}
                              << 2 << "colour";
    QTest::newRow("type without column")
        << QStringList{"features", "load", "t", "t.csv", "--key", "k1", "--type", "v"} << 2
        << "--type 'v' must be COLUMN:TYPE";
    QTest::newRow("bad cell") << QStringList{"features", "load", "t",      "bad.csv",
                                             "--key",    "k1",   "--type", "v:double"}
                              << 2 << "bad.csv";
  }
  void featureMistakesAreNamed() {
    QFETCH(QStringList, words);
    QFETCH(int, code);
    QFETCH(QString, message);
    write("t.csv", "k1,k2,v\na,b,1\n");
    write("bad.csv", "k1,k2,v\na,b,much\n");
    const std::string store = "sqlite:" + path("features.sqlite");
    CTL_VERIFY(ctl({"features", "load", "t", path("t.csv"), "--store", store, "--key", "k1,k2"}), 0);
    std::vector<std::string> given;
    for (const QString& word : words) given.push_back(word.toStdString());
    given.insert(given.end(), {"--store", store});
    const CtlRun run = ctl(given, folder_->path().string());
    CTL_VERIFY(run, code);
    QVERIFY2(run.contains(message.toStdString()), run.output.c_str());
  }

  void preprocessingIsFittedThenRun() {
    write("steps.yaml",
          "steps:\n  - {op: standardize, in: [distance], out: [distance_z]}\noutputs: [distance_z]\n");
    write("data.csv", "distance\n1\n2\n3\n");
    const CtlRun unfitted = ctl({"preprocess", "run", path("steps.yaml"), path("data.csv")});
    QVERIFY2(unfitted.code != 0, unfitted.output.c_str());
    CTL_VERIFY(ctl({"preprocess", "fit", path("steps.yaml"), path("data.csv"), "--to", path("fitted.yaml")}),
               0);
    const CtlRun fitted = ctl({"preprocess", "run", path("fitted.yaml"), path("data.csv")});
    CTL_VERIFY(fitted, 0);
    QVERIFY2(fitted.output.starts_with("distance_z\n-"), fitted.output.c_str());
    const CtlRun as_json = ctl({"preprocess", "run", path("fitted.yaml"), path("data.csv"), "-o", "json"});
    const json rows = json::parse(as_json.output);
    QCOMPARE(rows.size(), std::size_t{3});
    QCOMPARE(rows[1]["distance_z"].get<double>(), 0.0);
    QCOMPARE(rows[0]["distance_z"].get<double>(), -rows[2]["distance_z"].get<double>());
    write("wrong.yaml", "steps:\n  - {op: standardise, in: [distance], out: [z]}\noutputs: [z]\n");
    const CtlRun wrong = ctl({"preprocess", "fit", path("wrong.yaml"), path("data.csv")});
    CTL_VERIFY(wrong, 2);
    QVERIFY2(wrong.contains("wrong.yaml") && wrong.contains("standardise"), wrong.output.c_str());
  }

  void aBundleIsPackedAndVerified() {
    writeModel();
    const CtlRun packed = ctl({"model", "pack", path("model"), "--signing-key", path("keys/signing.pem"),
                               "--to", path("m.aerie"), "-o", "json"});
    CTL_VERIFY(packed, 0);
    const json made = json::parse(packed.output);
    const CtlRun verified = ctl({"model", "verify", path("m.aerie"), "-o", "json"});
    CTL_VERIFY(verified, 0);
    const json seen = json::parse(verified.output);
    QCOMPARE(seen["digest"].get<std::string>(), made["digest"].get<std::string>());
    QCOMPARE(seen["signer"].get<std::string>(), made["signer"].get<std::string>());
    QCOMPARE(seen["model"].get<std::string>(), std::string("late"));
    write("trusted", made["signer"].get<std::string>() + "\n");
    CTL_VERIFY(ctl({"model", "verify", path("m.aerie"), "--trusted-keys", path("trusted")}), 0);
    write("others", toHex(SigningKey::generate().publicKey()) + "\n");
    const CtlRun stranger = ctl({"model", "verify", path("m.aerie"), "--trusted-keys", path("others")});
    QVERIFY2(stranger.code != 0 && stranger.contains("m.aerie"), stranger.output.c_str());
  }

  void aDamagedBundleDoesNotVerify_data() {
    QTest::addColumn<QString>("damage");
    QTest::newRow("cut in half") << "cut";
    QTest::newRow("a byte changed") << "flip";
    QTest::newRow("no archive") << "text";
  }
  void aDamagedBundleDoesNotVerify() {
    QFETCH(QString, damage);
    writeModel();
    CTL_VERIFY(ctl({"model", "pack", path("model/manifest.yaml"), "--signing-key", path("signing.pem"),
                    "--to", path("m.aerie")}),
               0);
    std::string bytes = *readFile(path("m.aerie"));
    if (damage == "cut") bytes.resize(bytes.size() / 2);
    if (damage == "flip") bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 0x40);
    if (damage == "text") bytes = "not an archive";
    write("m.aerie", bytes);
    const CtlRun run = ctl({"model", "verify", path("m.aerie")});
    QVERIFY2(run.code > 0 && run.contains("m.aerie"), run.output.c_str());
  }

  void packingNamesWhatIsWrong() {
    writeModel();
    write("model/manifest.yaml", "model: late\nruntime: xgboost\nmodel_fil: model.ubj\n");
    const CtlRun run =
        ctl({"model", "pack", path("model"), "--signing-key", path("signing.pem"), "--to", path("m.aerie")});
    CTL_VERIFY(run, 2);
    QVERIFY2(run.contains("manifest.yaml") && run.contains("model_fil"), run.output.c_str());
    QVERIFY(!std::filesystem::exists(path("m.aerie")));
  }

  void tokensArePrintedOnceAndStoredAsDigest() {
    const CtlRun run = ctl({"token", "create", "emil", "--role", "engineer", "--file", path("tokens")});
    CTL_VERIFY(run, 0);
    const std::string token = run.output.substr(run.output.rfind('\n', run.output.size() - 2) + 1, 64);
    QCOMPARE(*readFile(path("tokens")), "emil engineer " + sha256Hex(token) + "\n");
    CTL_VERIFY(ctl({"token", "create", "emil", "--role", "boss", "--file", path("tokens")}), 2);
    CTL_VERIFY(ctl({"token", "create", "two words", "--file", path("tokens")}), 2);
    CTL_VERIFY(ctl({"token", "create", "vera", "--role", "viewer", "--file", path("tokens")}), 0);
    const std::string text = *readFile(path("tokens"));
    QCOMPARE(std::count(text.begin(), text.end(), '\n'), 2);
  }

 private:
  std::string path(const std::string& name) const { return (folder_->path() / name).string(); }
  void write(const std::string& name, const std::string& text) const {
    QVERIFY(writeFileAtomic(path(name), text).ok());
  }
  void writeModel() const {
    write(
        "model/manifest.yaml",
        "model: late\nversion: \"1\"\nruntime: xgboost\nmodel_file: model.ubj\noutput_names: [probability]\n"
        "features: features.yaml\npreprocessor: preprocessor.yaml\nself_test: self_test.csv\n");
    write("model/features.yaml", "features:\n  - {name: distance, type: double, from: item}\n");
    write("model/preprocessor.yaml",
          "steps:\n  - {op: log1p, in: [distance], out: [log_distance]}\noutputs: [log_distance]\n");
    write("model/self_test.csv", "distance,probability\n100.5,0.25\n200.5,0.5\n");
    write("model/model.ubj", "what stands for the trees");
  }
  std::optional<TempDir> folder_;
};

QTEST_GUILESS_MAIN(TstCtlCommands)
#include "tst_ctl_commands.moc"
