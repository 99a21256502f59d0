#include <QtTest>
#include <nlohmann/json.hpp>

#include "core/base/files.h"
#include "tests/services/ctl/ctl_program.h"

using namespace aerie;
using aerie::test::ctl;
using aerie::test::CtlRun;
using nlohmann::json;

namespace {

std::vector<std::string> words(const QStringList& list) {
  std::vector<std::string> result;
  for (const QString& word : list) result.push_back(word.toStdString());
  return result;
}

CtlRun assignJson(std::vector<std::string> more) {
  more.insert(more.begin(), {"experiment", "assign", "--output", "json"});
  return ctl(std::move(more));
}

}  // namespace

class TstCtlAssign : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  // GrowthBook's own answers for hash version 2, with the share times 10,000 as the bucket.
  void bucketsMatchGrowthBooksVectors() {
    const auto text = readFile(AERIE_TEST_DATA "/assignment_vectors.json");
    QVERIFY(text.ok());
    int checked = 0;
    const json vectors = json::parse(*text);
    for (const json& row : vectors["hash"]) {
      if (row[2] != 2) continue;
      const std::string seed = row[0], key = row[1];
      const CtlRun run = assignJson({"--seed=" + seed, "--weights", "0.5,0.5", "--key=" + key});
      QCOMPARE(run.code, 0);
      const json line = json::parse(run.output);
      QCOMPARE(line["key"].get<std::string>(), key);
      QCOMPARE(line["bucket"].get<int>(), static_cast<int>(std::lround(row[3].get<double>() * 10'000)));
      QCOMPARE(line["arm"].get<int>(), line["bucket"].get<int>() < 5'000 ? 0 : 1);
      ++checked;
    }
    QVERIFY(checked >= 7);
  }

  void aLineIsExactlyKeyBucketArm() {
    const CtlRun run =
        assignJson({"--seed", "seed", "--weights", "0.5,0.5", "--coverage", "1", "--key", "a", "--key", "b"});
    QCOMPARE(run.output, std::string("{\"key\": \"a\", \"bucket\": 505, \"arm\": 0}\n{\"key\": \"b\", "
                                     "\"bucket\": 2696, \"arm\": 0}\n"));
    QCOMPARE(run.code, 0);
  }

  void outsideTheCoverageTheArmIsNull() {
    // Arms own [0, 500) and [5000, 5500).
    const CtlRun run =
        assignJson({"--seed", "seed", "--weights", "0.5,0.5", "--coverage", "0.1", "--key", "a"});
    QCOMPARE(run.output, std::string("{\"key\": \"a\", \"bucket\": 505, \"arm\": null}\n"));
    const CtlRun inside =
        assignJson({"--seed", "seed", "--weights", "0.5,0.5", "--coverage", "0.102", "--key", "a"});
    QCOMPARE(inside.output, std::string("{\"key\": \"a\", \"bucket\": 505, \"arm\": 0}\n"));
    const CtlRun none =
        assignJson({"--seed", "seed", "--weights", "0.5,0.5", "--coverage", "0", "--key", "a"});
    QCOMPARE(none.output, std::string("{\"key\": \"a\", \"bucket\": 505, \"arm\": null}\n"));
  }

  void anArmOfWeightZeroGetsNobody() {
    const CtlRun run = assignJson({"--seed", "seed", "--weights", "0,1", "--key", "a"});
    QCOMPARE(run.output, std::string("{\"key\": \"a\", \"bucket\": 505, \"arm\": 1}\n"));
  }

  void optionsComeInAnyOrder_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("keys first") << QStringList{"experiment", "assign",  "--key",  "a",    "--key", "b",
                                               "--weights",  "0.5,0.5", "--seed", "seed", "-o",    "json"};
    QTest::newRow("keys around") << QStringList{
        "experiment",        "assign",       "--key", "a", "--seed", "seed", "--key", "b",
        "--weights=0.5,0.5", "--output=json"};
    QTest::newRow("output first") << QStringList{"--output",  "json",        "experiment",
                                                 "assign",    "--seed=seed", "--key=a",
                                                 "--weights", "0.5,0.5",     "--key=b"};
  }
  void optionsComeInAnyOrder() {
    QFETCH(QStringList, arguments);
    QCOMPARE(ctl(words(arguments)).output,
             std::string("{\"key\": \"a\", \"bucket\": 505, \"arm\": 0}\n{\"key\": \"b\", \"bucket\": 2696, "
                         "\"arm\": 0}\n"));
  }

  void keysComeOnStandardInput() {
    const CtlRun run = test::ctlWithInput(
        "a\nb\r\n\nb", {"experiment", "assign", "--seed", "seed", "--weights", "0.5,0.5", "-o", "json"});
    QCOMPARE(run.code, 0);
    const QStringList lines = QString::fromStdString(run.output).split('\n');
    QCOMPARE(lines.size(), 5);
    QCOMPARE(lines[0], QString("{\"key\": \"a\", \"bucket\": 505, \"arm\": 0}"));
    QCOMPARE(lines[1], QString("{\"key\": \"b\", \"bucket\": 2696, \"arm\": 0}"));
    // No key takes no part.
    QVERIFY2(lines[2].startsWith("{\"key\": \"\", ") && lines[2].endsWith("\"arm\": null}"),
             qPrintable(lines[2]));
    QCOMPARE(lines[3], lines[1]);
  }

  void unusualKeysStayWhatTheyAre_data() {
    QTest::addColumn<QString>("key");
    QTest::newRow("non-ASCII") << "Zürich ✈";
    QTest::newRow("leading dashes") << "--key";
    QTest::newRow("leading dash") << "-x";
    QTest::newRow("quotes and backslash") << "a\"b\\c";
    QTest::newRow("spaces") << " a b ";
    QTest::newRow("brackets") << "[1,2]";
    QTest::newRow("comma") << "a,b";
    QTest::newRow("empty brackets") << "{}";
    QTest::newRow("percent") << "%%";
  }
  void unusualKeysStayWhatTheyAre() {
    QFETCH(QString, key);
    const CtlRun run = assignJson({"--seed", "seed", "--weights", "0.5,0.5", "--key=" + key.toStdString()});
    QVERIFY2(run.code == 0, run.output.c_str());
    const json line = json::parse(run.output, nullptr, false);
    QVERIFY2(line.is_object(), run.output.c_str());
    QCOMPARE(line["key"].get<std::string>(), key.toStdString());
    // The same through standard input.
    const CtlRun piped =
        test::ctlWithInput(key.toStdString() + "\n",
                           {"experiment", "assign", "--seed", "seed", "--weights", "0.5,0.5", "-o", "json"});
    QCOMPARE(piped.output, run.output);
  }

  void aKeyIsHashedAsUtf8() {
    // An independent fnv32a over the UTF-8 bytes: version 2 is fnv32a(decimal(fnv32a(seed + key))) mod 10000.
    const auto fnv = [](const std::string& text) {
      std::uint32_t hash = 0x811c9dc5;
      for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x01000193U;
      return hash;
    };
    const std::string key = "Zürich ✈";
    const CtlRun run = assignJson({"--seed", "größe", "--weights", "1", "--key", key});
    QCOMPARE(json::parse(run.output)["bucket"].get<std::uint32_t>(),
             fnv(std::to_string(fnv("größe" + key))) % 10'000);
  }

  void bytesThatAreNotUtf8StillGiveValidJson() {
    const CtlRun run = assignJson({"--seed", "seed", "--weights", "1", "--key", "a\xff"});
    QCOMPARE(run.code, 0);
    QVERIFY2(json::parse(run.output, nullptr, false).is_object(), run.output.c_str());
  }

  void aTableIsForPeople() {
    const CtlRun run = ctl({"experiment", "assign", "--seed", "seed", "--weights", "0.5,0.5", "--coverage",
                            "0.1", "--key", "a", "--key", "longer"});
    QCOMPARE(run.code, 0);
    QVERIFY2(run.contains("KEY     BUCKET  ARM\na       505     -\nlonger  "), run.output.c_str());
  }

  void mistakesExitWithTwo_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const QStringList& arguments, const char* message) {
      QTest::newRow(name) << arguments << message;
    };
    row("sum below one", {"--seed", "s", "--weights", "0.5,0.4", "--key", "a"},
        "--weights '0.5,0.4' sum to 0.9, not to 1");
    row("sum above one", {"--seed", "s", "--weights", "0.5,0.6", "--key", "a"}, "not to 1");
    row("negative weight", {"--seed", "s", "--weights=-0.5,1.5", "--key", "a"},
        "'-0.5' is not a number from 0 to 1");
    row("word for weight", {"--seed", "s", "--weights", "half,half", "--key", "a"}, "'half' is not a number");
    row("empty weight", {"--seed", "s", "--weights", "0.5,,0.5", "--key", "a"}, "'' is not a number");
    row("no number", {"--seed", "s", "--weights", "nan,1", "--key", "a"}, "'nan' is not a number");
    row("coverage above one", {"--seed", "s", "--weights", "1", "--coverage", "1.5", "--key", "a"},
        "--coverage");
    row("coverage below zero", {"--seed", "s", "--weights", "1", "--coverage=-0.1", "--key", "a"},
        "--coverage");
    row("coverage is no number", {"--seed", "s", "--weights", "1", "--coverage", "nan", "--key", "a"},
        "--coverage");
    row("no seed", {"--weights", "1", "--key", "a"}, "--seed");
    row("no weights", {"--seed", "s", "--key", "a"}, "--weights");
    row("unknown option", {"--seed", "s", "--weights", "1", "--kye", "a"}, "--kye");
  }
  void mistakesExitWithTwo() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, message);
    std::vector<std::string> all = {"experiment", "assign"};
    for (const QString& word : arguments) all.push_back(word.toStdString());
    const CtlRun run = ctl(all);
    QVERIFY2(run.code == 2, run.output.c_str());
    QVERIFY2(run.contains(message.toStdString()), run.output.c_str());
  }

  void tooManyArmsAreRefused() {
    std::string weights = "0";
    for (int i = 0; i < 299; ++i) weights += ",0";
    const CtlRun run =
        ctl({"experiment", "assign", "--seed", "s", "--weights", weights + ",1", "--key", "a"});
    QCOMPARE(run.code, 2);
    QVERIFY2(run.contains("has 301 arms; use at most 100"), run.output.c_str());
  }
};

QTEST_GUILESS_MAIN(TstCtlAssign)
#include "tst_ctl_assign.moc"
