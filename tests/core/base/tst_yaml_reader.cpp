#include <QtTest>

#include "core/base/yaml_reader.h"
#include "tests/status_checks.h"

using namespace aerie;

namespace {

// Reads the fields that this test's documents may have; the status is that of finish().
absl::Status readAll(std::string_view yaml) {
  AERIE_ASSIGN_OR_RETURN(YamlNode root, YamlNode::parse(yaml, "worker.yaml"));
  root.requiredString("name");
  root.optionalNumber("weight", 1);
  root.optionalInteger("replicas", 1);
  root.optionalBool("enabled", false);
  root.strings("columns");
  root.numbers("bounds");
  YamlNode limits = root.child("limits");
  limits.optionalInteger("memory", 0);
  for (YamlNode& arm : root.list("arms")) {
    arm.requiredString("arm");
    arm.requiredNumber("share");
  }
  return root.finish();
}

std::string repeated(std::string_view text, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += text;
  return result;
}

}  // namespace

class TstYamlReader : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void readsEveryKindOfField() {
    auto root = YamlNode::parse(
        "name: x\nweight: 0.25\nreplicas: -3\nenabled: true\ncolumns: [a, b]\none: c\nbounds: [1, 2.5]\n"
        "limits: {memory: 7}\narms:\n  - {arm: control, share: 0.5}\n  - {arm: treatment, share: 0.5}\n",
        "f");
    AERIE_VERIFY_OK(root);
    QVERIFY(root->isMap() && !root->isList() && !root->isScalar());
    QCOMPARE(root->requiredString("name"), std::string("x"));
    QCOMPARE(root->requiredNumber("weight"), 0.25);
    QCOMPARE(root->requiredInteger("replicas"), std::int64_t{-3});
    QCOMPARE(root->optionalBool("enabled", false), true);
    QCOMPARE(root->strings("columns"), (std::vector<std::string>{"a", "b"}));
    QCOMPARE(root->strings("one"), std::vector<std::string>{"c"});
    QCOMPARE(root->numbers("bounds"), (std::vector<double>{1, 2.5}));
    QCOMPARE(root->child("limits").requiredInteger("memory"), std::int64_t{7});
    auto arms = root->list("arms");
    QCOMPARE(arms.size(), std::size_t{2});
    QCOMPARE(arms[1].requiredString("arm"), std::string("treatment"));
    QCOMPARE(arms[0].requiredString("arm"), std::string("control"));
    QCOMPARE(arms[0].requiredNumber("share") + arms[1].requiredNumber("share"), 1.0);
    QCOMPARE(root->fields().front(), std::string("name"));
    AERIE_VERIFY_OK(root->finish());
  }

  void absentFieldsGiveTheFallback() {
    auto root = YamlNode::parse("name:\nother: ~\n", "f");
    AERIE_VERIFY_OK(root);
    QCOMPARE(root->optionalString("name", "fallback"), std::string("fallback"));
    QCOMPARE(root->optionalInteger("other", 5), std::int64_t{5});
    QCOMPARE(root->optionalNumber("nothing", 0.5), 0.5);
    QVERIFY(root->list("list").empty() && root->strings("texts").empty());
    QVERIFY(root->has("other") && !root->has("nothing"));
    AERIE_VERIFY_OK(root->child("map").finish());
    AERIE_VERIFY_OK(root->finish());
  }

  void aMistakeNamesFileFieldLineAndRemedy_data() {
    QTest::addColumn<QString>("yaml");
    QTest::addColumn<QString>("message");
    QTest::newRow("near unknown field") << "nmae: x\nname: y"
                                        << "worker.yaml: nmae (line 1): unknown field; did you mean 'name'?";
    QTest::newRow("far unknown field") << "name: x\nxyzzyxyzzy: 1"
                                       << "unknown field; known fields are: arms, bounds, columns";
    QTest::newRow("unknown nested field")
        << "name: x\nlimits:\n  memry: 1"
        << "worker.yaml: limits.memry (line 3): unknown field; did you mean 'memory'?";
    QTest::newRow("unknown field in a list")
        << "name: x\narms:\n  - {arm: a, share: 1}\n  - {arm: b, share: 1, shrae: 2}"
        << "arms[1].shrae (line 4)";
    QTest::newRow("missing text") << "weight: 1"
                                  << "worker.yaml: name (line 1): is missing; give it a text";
    QTest::newRow("empty text") << "name: ''"
                                << "name (line 1): is empty";
    QTest::newRow("missing number") << "name: x\narms: [{arm: a}]"
                                    << "arms[0].share";
    QTest::newRow("map for text") << "name: {a: 1}"
                                  << "name (line 1): must be a text";
    QTest::newRow("text for number") << "name: x\nweight: heavy"
                                     << "weight (line 2): 'heavy' is not a number";
    QTest::newRow("number with unit") << "name: x\nweight: 5kg"
                                      << "'5kg' is not a number";
    QTest::newRow("infinite number") << "name: x\nweight: inf"
                                     << "'inf' is not a number";
    QTest::newRow("no number") << "name: x\nweight: nan"
                               << "'nan' is not a number";
    QTest::newRow("fraction for integer") << "name: x\nreplicas: 1.5"
                                          << "replicas (line 2): '1.5' is not a whole number";
    QTest::newRow("integer out of range") << "name: x\nreplicas: 9223372036854775808"
                                          << "is not a whole number";
    QTest::newRow("yes for bool") << "name: x\nenabled: yes"
                                  << "enabled (line 2): 'yes' must be true or false";
    QTest::newRow("map for list") << "name: x\narms: {arm: a}"
                                  << "arms (line 2): must be a list";
    QTest::newRow("texts for maps") << "name: x\narms: [a]"
                                    << "arms (line 2): entry 1 must be a map of fields";
    QTest::newRow("text for map") << "name: x\nlimits: none"
                                  << "limits (line 2): must be a map of fields";
    QTest::newRow("map in a list of texts") << "name: x\ncolumns: [{a: 1}]"
                                            << "columns (line 2): must be a list of texts";
    QTest::newRow("text in a list of numbers") << "name: x\nbounds: [1, two]"
                                               << "'two' is not a number";
    QTest::newRow("a field twice") << "name: x\nname: y"
                                   << "is given twice; keep one";
    QTest::newRow("not a map") << "[name, x]"
                               << "must be a map of fields";
    QTest::newRow("syntax") << "name: [x\nweight: }"
                            << "worker.yaml: line 2, column";
    QTest::newRow("a lone comma") << ","
                                  << "line 1, column 1: not valid YAML: nothing can begin with this";
    QTest::newRow("more behind the end") << "[name],\n, name: x"
                                         << "not valid YAML: nothing can begin with this";
    QTest::newRow("empty") << ""
                           << "worker.yaml: is empty";
    QTest::newRow("only a comment") << "# nothing"
                                    << "worker.yaml: is empty";
    QTest::newRow("two documents") << "name: x\n---\nname: y"
                                   << "holds 2 documents; give one";
  }
  void aMistakeNamesFileFieldLineAndRemedy() {
    QFETCH(QString, yaml);
    QFETCH(QString, message);
    AERIE_VERIFY_FAILS(readAll(yaml.toStdString()), absl::StatusCode::kInvalidArgument,
                       message.toStdString());
  }

  void theFirstMistakeIsTheOneReported() {
    AERIE_VERIFY_FAILS(readAll("weight: heavy\nreplicas: many"), absl::StatusCode::kInvalidArgument,
                       "name (line 1): is missing");
  }

  void ownFailuresAreReportedByFinish() {
    auto root = YamlNode::parse("arms: [{arm: a}]", "f");
    auto arms = root->list("arms");
    arms[0].requiredString("arm");
    arms[0].fail("arm", "is not an arm of the experiment; use control");
    AERIE_VERIFY_FAILS(root->finish(), absl::StatusCode::kInvalidArgument,
                       "f: arms[0].arm (line 1): is not an arm of the experiment");
  }

  void hostileDocumentsAreRefusedQuickly_data() {
    QTest::addColumn<QByteArray>("yaml");
    std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 12; ++i)
      bomb += fmt::format("a{}: &a{} [{}*a{}]\n", i, i, repeated(fmt::format("*a{}, ", i - 1), 9), i - 1);
    QTest::newRow("aliases that multiply") << QByteArray::fromStdString(bomb);
    QTest::newRow("an alias of itself") << QByteArray("a: &a [*a]");
    QTest::newRow("deep flow lists") << QByteArray(100'000, '[');
    QTest::newRow("deep flow maps") << QByteArray::fromStdString(repeated("{a: ", 10'000));
    QTest::newRow("deep block lists on a line") << QByteArray::fromStdString(repeated("- ", 10'000) + "x");
    std::string stairs;
    for (int i = 0; i < 2'000; ++i) stairs += std::string(static_cast<std::size_t>(i), ' ') + "a:\n";
    QTest::newRow("deep block maps") << QByteArray::fromStdString(stairs);
    QTest::newRow("wide indentation")
        << QByteArray::fromStdString("a:\n" + std::string(100'000, ' ') + "b: 1");
    QTest::newRow("too long") << QByteArray::fromStdString("name: " + std::string(5U << 20, 'x'));
    QTest::newRow("too many nodes") << QByteArray::fromStdString("a: [" + repeated("1,", 210'000) + "1]");
  }
  void hostileDocumentsAreRefusedQuickly() {
    QFETCH(QByteArray, yaml);
    const auto root =
        YamlNode::parse(std::string_view(yaml.constData(), static_cast<std::size_t>(yaml.size())), "f");
    QCOMPARE(root.status().code(), absl::StatusCode::kInvalidArgument);
    QVERIFY(messageOf(root.status()).starts_with("f: "));
  }

  void severalDocumentsAreReadInOrder() {
    auto documents = YamlNode::parseAll("name: a\n---\nname: b\n---\nname: c\n", "f");
    AERIE_VERIFY_OK(documents);
    std::string names;
    for (YamlNode& document : *documents) {
      names += document.requiredString("name");
      AERIE_VERIFY_OK(document.finish());
    }
    QCOMPARE(names, std::string("abc"));
    // A mistake in one document is not one of the others.
    documents = YamlNode::parseAll("nme: a\n---\nname: b\n", "f");
    (*documents)[0].optionalString("name");
    (*documents)[1].optionalString("name");
    QVERIFY(!(*documents)[0].finish().ok());
    AERIE_VERIFY_OK((*documents)[1].finish());
  }

  void nearestNameIsTheSmallestEdit_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("nearest");
    QTest::newRow("transposed") << "lisetn"
                                << "listen";
    QTest::newRow("one missing") << "liten"
                                 << "listen";
    QTest::newRow("the same") << "control"
                              << "control";
    QTest::newRow("far from all") << "zzzzzzzz"
                                  << "";
  }
  void nearestNameIsTheSmallestEdit() {
    QFETCH(QString, name);
    QFETCH(QString, nearest);
    QCOMPARE(nearestName(name.toStdString(), {"listen", "control", "log-level"}), nearest.toStdString());
  }
};

QTEST_GUILESS_MAIN(TstYamlReader)
#include "tst_yaml_reader.moc"
