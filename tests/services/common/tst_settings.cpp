#include <QtTest>
#include <cstdlib>
#include <fcntl.h>
#include <iostream>
#include <unistd.h>

#include "core/base/files.h"
#include "core/base/yaml_reader.h"
#include "services/common/settings.h"
#include "tests/status_checks.h"

using namespace aerie;
using services::Settings;

namespace {

struct Values {
  std::string listen = "127.0.0.1:1";
  std::int64_t replicas = 2;
  double share = 0.5;
  bool verbose = false;
  telemetry::Secret token;
};

// A daemon's settings, loaded from words.
struct Daemon {
  Values values;
  Settings settings{"aerie-test", "A daemon of the tests."};
  Daemon() {
    settings.text("listen", &values.listen, "Address");
    settings.integer("replicas", &values.replicas, "Workers", 1, 64);
    settings.number("share", &values.share, "Share", 0, 1);
    settings.flag("verbose-log", &values.verbose, "Say more");
    settings.secret("token", &values.token, "Bearer token");
  }
  absl::StatusOr<Settings::Outcome> load(std::vector<std::string> words) {
    words.insert(words.begin(), "aerie-test");
    std::vector<const char*> argv;
    for (const std::string& word : words) argv.push_back(word.c_str());
    return settings.load(static_cast<int>(argv.size()), argv.data());
  }
};

// What `write` sends to standard output.
std::string captured(const std::function<void()>& write) {
  const auto folder = TempDir::create();
  const auto file = folder->path() / "out";
  std::fflush(stdout);
  const int saved = ::dup(STDOUT_FILENO);
  const int fd = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  ::dup2(fd, STDOUT_FILENO);
  write();
  std::fflush(stdout);
  std::cout.flush();
  ::dup2(saved, STDOUT_FILENO);
  ::close(fd);
  ::close(saved);
  return readFile(file).value_or("");
}

}  // namespace

class TstSettings : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init() {
    folder_.emplace(*TempDir::create());
    for (const char* name :
         {"AERIE_LISTEN", "AERIE_REPLICAS", "AERIE_SHARE", "AERIE_VERBOSE_LOG", "AERIE_TOKEN"})
      ::unsetenv(name);
  }
  void cleanup() {
    init();
    folder_.reset();
  }

  void flagsWinOverEnvironmentOverFileOverDefault_data() {
    QTest::addColumn<bool>("file");
    QTest::addColumn<bool>("environment");
    QTest::addColumn<bool>("flag");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("source");
    QTest::newRow("default") << false << false << false << "127.0.0.1:1"
                             << "# default";
    QTest::newRow("file") << true << false << false << "file:1"
                          << "aerie.yaml";
    QTest::newRow("environment over file") << true << true << false << "env:1"
                                           << "# environment AERIE_LISTEN";
    QTest::newRow("flag over all") << true << true << true << "flag:1"
                                   << "# flag";
    QTest::newRow("flag over file") << true << false << true << "flag:1"
                                    << "# flag";
    QTest::newRow("flag over default") << false << false << true << "flag:1"
                                       << "# flag";
  }
  void flagsWinOverEnvironmentOverFileOverDefault() {
    QFETCH(bool, file);
    QFETCH(bool, environment);
    QFETCH(bool, flag);
    QFETCH(QString, value);
    QFETCH(QString, source);
    Daemon daemon;
    std::vector<std::string> words;
    if (file) words = {"--config", write("listen: file:1\n")};
    if (environment) ::setenv("AERIE_LISTEN", "env:1", 1);
    if (flag) words.insert(words.end(), {"--listen", "flag:1"});
    const auto outcome = daemon.load(words);
    AERIE_VERIFY_OK(outcome);
    QCOMPARE(*outcome, Settings::Outcome::kRun);
    QCOMPARE(daemon.values.listen, value.toStdString());
    const QString printed = QString::fromStdString(daemon.settings.print()).section('\n', 0, 0);
    QVERIFY2(printed.startsWith("listen: \"" + value + "\"") && printed.endsWith(source),
             qPrintable(printed));
  }

  void everyKindReadsFromEverySource() {
    Daemon from_file;
    AERIE_VERIFY_OK(
        from_file.load({"--config", write("replicas: 3\nshare: 0.25\nverbose-log: true\ntoken: abc\n")}));
    QCOMPARE(from_file.values.replicas, std::int64_t{3});
    QCOMPARE(from_file.values.share, 0.25);
    QVERIFY(from_file.values.verbose);
    QCOMPARE(from_file.values.token.reveal(), std::string("abc"));
    Daemon from_flags;
    AERIE_VERIFY_OK(from_flags.load({"--replicas=4", "--share", "1", "--verbose-log"}));
    QCOMPARE(from_flags.values.replicas, std::int64_t{4});
    QCOMPARE(from_flags.values.share, 1.0);
    QVERIFY(from_flags.values.verbose);
    ::setenv("AERIE_REPLICAS", "5", 1);
    ::setenv("AERIE_VERBOSE_LOG", "true", 1);
    ::setenv("AERIE_TOKEN", "def", 1);
    Daemon from_environment;
    AERIE_VERIFY_OK(from_environment.load({"--verbose-log=false"}));
    QCOMPARE(from_environment.values.replicas, std::int64_t{5});
    QVERIFY(!from_environment.values.verbose);
    QCOMPARE(from_environment.values.token.reveal(), std::string("def"));
  }

  void aBadValueNamesItsSource_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("environment");
    QTest::addColumn<QString>("flag");
    QTest::addColumn<QString>("message");
    QTest::newRow("flag") << ""
                          << ""
                          << "--replicas=many"
                          << "flag --replicas: 'many' must be a number from 1 to 64";
    QTest::newRow("flag out of range") << ""
                                       << ""
                                       << "--replicas=65"
                                       << "'65' must be a number from 1 to 64";
    QTest::newRow("fraction") << ""
                              << ""
                              << "--replicas=1.5"
                              << "'1.5' must be";
    QTest::newRow("no number") << ""
                               << ""
                               << "--share=nan"
                               << "flag --share: 'nan' must be a number from 0 to 1";
    QTest::newRow("empty flag") << ""
                                << ""
                                << "--share="
                                << "share";
    QTest::newRow("environment") << ""
                                 << "0"
                                 << ""
                                 << "environment AERIE_REPLICAS: '0' must be a number from 1 to 64";
    QTest::newRow("file") << "listen: a:1\nreplicas: none\n"
                          << ""
                          << ""
                          << "aerie.yaml: replicas (line 2): 'none' must be a number";
    QTest::newRow("file flag") << "verbose-log: maybe\n"
                               << ""
                               << ""
                               << "verbose-log (line 1): 'maybe' must be true or false";
    QTest::newRow("map in file") << "listen: {a: 1}\n"
                                 << ""
                                 << ""
                                 << "listen (line 1): must be a text";
    QTest::newRow("unknown key in file")
        << "lisen: a:1\n"
        << ""
        << ""
        << "aerie.yaml: lisen (line 1): unknown field; did you mean 'listen'?";
    QTest::newRow("a key twice in file") << "listen: a:1\nlisten: b:1\n"
                                         << ""
                                         << ""
                                         << "is given twice";
    QTest::newRow("no YAML") << "listen: [\n"
                             << ""
                             << ""
                             << "aerie.yaml: line";
    QTest::newRow("unknown flag") << ""
                                  << ""
                                  << "--lisen=a"
                                  << "--lisen=a (see aerie-test --help)";
    QTest::newRow("no such file") << ""
                                  << ""
                                  << "--config=/no/such.yaml"
                                  << "/no/such.yaml: there is no such file";
  }
  void aBadValueNamesItsSource() {
    QFETCH(QString, file);
    QFETCH(QString, environment);
    QFETCH(QString, flag);
    QFETCH(QString, message);
    Daemon daemon;
    std::vector<std::string> words;
    if (!file.isEmpty()) words = {"--config", write(file.toStdString())};
    if (!environment.isEmpty()) ::setenv("AERIE_REPLICAS", environment.toUtf8(), 1);
    if (!flag.isEmpty()) words.push_back(flag.toStdString());
    const absl::Status status = daemon.load(words).status();
    QVERIFY(!status.ok());
    QVERIFY2(messageOf(status).find(message.toStdString()) != std::string::npos, messageOf(status).c_str());
  }

  void aSecretIsNeverAFlag_data() {
    QTest::addColumn<QStringList>("words");
    QTest::newRow("two words") << QStringList{"--token", "hunter2"};
    QTest::newRow("one word") << QStringList{"--token=hunter2"};
  }
  void aSecretIsNeverAFlag() {
    QFETCH(QStringList, words);
    Daemon daemon;
    std::vector<std::string> given;
    for (const QString& word : words) given.push_back(word.toStdString());
    const absl::Status status = daemon.load(given).status();
    AERIE_VERIFY_FAILS(status, absl::StatusCode::kInvalidArgument,
                       "set AERIE_TOKEN or write it into the --config file");
    QVERIFY(messageOf(status).find("hunter2") == std::string::npos);
    QVERIFY(daemon.values.token.empty());
  }

  void printConfigShowsSourcesAndHidesSecrets() {
    Daemon daemon;
    daemon.values.listen = "a\"b\\c";
    ::setenv("AERIE_TOKEN", "hunter2", 1);
    absl::StatusOr<Settings::Outcome> outcome = absl::UnknownError("");
    const std::string text = captured([&] {
      outcome = daemon.load({"--print-config", "--replicas", "7", "--config", write("share: 0.125\n")});
    });
    AERIE_VERIFY_OK(outcome);
    QCOMPARE(*outcome, Settings::Outcome::kExit);
    QVERIFY2(text.find("hunter2") == std::string::npos, text.c_str());
    const QString printed = QString::fromStdString(text);
    QVERIFY2(printed.contains("replicas: \"7\"  # flag\n"), qPrintable(printed));
    QVERIFY2(printed.contains("share: \"0.125\"  # " +
                              QString::fromStdString((folder_->path() / "aerie.yaml").string())),
             qPrintable(printed));
    QVERIFY2(printed.contains("token: \"[secret]\"  # environment AERIE_TOKEN\n"), qPrintable(printed));
    QVERIFY2(printed.contains("verbose-log: \"false\"  # default\n"), qPrintable(printed));
    // What is printed is a config file again.
    auto root = YamlNode::parse(text, "printed");
    AERIE_VERIFY_OK(root);
    QCOMPARE(root->requiredString("listen"), std::string("a\"b\\c"));
  }

  void helpAndVersionEndTheProgram_data() {
    QTest::addColumn<QString>("word");
    QTest::addColumn<QStringList>("texts");
    QTest::newRow("help") << "--help"
                          << QStringList{"A daemon of the tests.", "--listen TEXT", "[127.0.0.1:1]",
                                         "AERIE_TOKEN: Bearer token (never a flag)"};
    QTest::newRow("version") << "--version"
                             << QStringList{"aerie-test ", QString::fromUtf8(services::version().data())};
  }
  void helpAndVersionEndTheProgram() {
    QFETCH(QString, word);
    QFETCH(QStringList, texts);
    Daemon daemon;
    absl::StatusOr<Settings::Outcome> outcome = absl::UnknownError("");
    const QString text =
        QString::fromStdString(captured([&] { outcome = daemon.load({word.toStdString()}); }));
    AERIE_VERIFY_OK(outcome);
    QCOMPARE(*outcome, Settings::Outcome::kExit);
    for (const QString& expected : texts) QVERIFY2(text.contains(expected), qPrintable(text));
    QVERIFY(!text.contains("--token"));
  }

 private:
  std::string write(const std::string& yaml) const {
    const auto path = folder_->path() / "aerie.yaml";
    return writeFileAtomic(path, yaml).ok() ? path.string() : "not written";
  }
  std::optional<TempDir> folder_;
};

QTEST_GUILESS_MAIN(TstSettings)
#include "tst_settings.moc"
