#include <QTest>

#include "app/bundles/bundle_check.h"
#include "app/bundles/config_check.h"
#include "app/bundles/rebuild.h"
#include "app/bundles/working_folder.h"
#include "core/base/files.h"
#include "core/base/status.h"
#include "core/features/location_config.h"
#include "core/preprocess/config_yaml.h"
#include "tests/core/bundle/unsigned_bundle.h"
#include "tests/status_checks.h"

namespace aerie::bundles {

using State = BundleCheckStep::State;

namespace {

const char* kFeaturesText =
    "features:\n"
    "  - {name: hour, type: int64, from: shared}\n"
    "  - {name: distance, type: double, from: item}\n"
    "  - {name: origin, type: string, from: item}\n"
    "  - {name: late_rate, type: double, from: store, table: stats, key: [origin], default: 0.2}\n";
const char* kStepsText =
    "steps:\n"
    "  - {op: log1p, in: [distance], out: [log_distance]}\n"
    "  - {op: standardize, in: [log_distance], out: [x0], mean: 6.3, stddev: 0.7}\n"
    "outputs: [x0, hour, late_rate]\n";

QString text(const char* utf8) { return QString::fromUtf8(utf8); }

const ConfigNode* nodeOf(const ConfigCheck& check, const char* id) {
  for (const ConfigNode& node : check.graph) {
    if (node.id == QLatin1String(id)) return &node;
  }
  return nullptr;
}

QString pathIn(const TempDir& dir, const char* name) {
  return QString::fromStdString((dir.path() / name).string());
}

}  // namespace

class TstAppBundles final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void howLargeAFolderMayBeIsTheDaemonsToSay();
  void goodConfigsGiveTheWholeGraph();
  void aProblemIsWhereItIs_data();
  void aProblemIsWhereItIs();
  void aCycleIsStillDrawn();
  void brokenSyntaxLeavesTheOtherFilesNodes();
  void everyStepOfAGoodBundlePasses();
  void aBadBundleFailsWhereItIsBad_data();
  void aBadBundleFailsWhereItIsBad();
  void rebuiltBundleHasTheEditedConfigsAndANewSignature();
  void rebuildRefusesAnotherArchiveAndUnfitConfigs();
};

void TstAppBundles::howLargeAFolderMayBeIsTheDaemonsToSay() {
  auto dir = TempDir::create();
  AERIE_VERIFY_OK(dir);
  const auto file = dir->path() / "all.frame";
  AERIE_VERIFY_OK(writeFileAtomic(file, "x"));
  constexpr std::uintmax_t kMoreThanUsual = 600ULL << 20;
  std::filesystem::resize_file(file, kMoreThanUsual);  // takes no room
  const auto size = measureFolder(QString::fromStdString(dir->path().string()), {});
  AERIE_VERIFY_OK(size);
  QCOMPARE(*size, (FolderSize{1, static_cast<qint64>(kMoreThanUsual)}));
}

void TstAppBundles::goodConfigsGiveTheWholeGraph() {
  const ConfigCheck check = checkConfigs(text(kFeaturesText), text(kStepsText));
  QVERIFY2(check.good(), check.good() ? "" : qPrintable(check.problems.front().message));
  QCOMPARE(check.graph.size(), 9);
  QCOMPARE(check.features, 4);
  QCOMPARE(check.steps, 2);
  QCOMPARE(check.modelInputs, (QStringList{text("x0"), text("hour"), text("late_rate")}));
  QCOMPARE(nodeOf(check, "step:2")->takes, QStringList{text("step:1")});
  QCOMPARE(nodeOf(check, "step:2")->line, 3);
  QVERIFY(nodeOf(check, "step:2")->detail.contains(text("mean: 6.3")));
  QCOMPARE(nodeOf(check, "feature:late_rate")->takes, QStringList{text("feature:origin")});
  QCOMPARE(nodeOf(check, "input:0")->takes, QStringList{text("step:2")});
}

void TstAppBundles::aProblemIsWhereItIs_data() {
  QTest::addColumn<bool>("inFeatures");
  QTest::addColumn<QString>("from");
  QTest::addColumn<QString>("to");
  QTest::addColumn<int>("line");
  QTest::addColumn<QString>("node");
  QTest::addColumn<QString>("says");
  const auto row = [](const char* name, bool inFeatures, const char* from, const char* to, int line,
                      const char* node, const char* says) {
    QTest::newRow(name) << inFeatures << text(from) << text(to) << line << text(node) << text(says);
  };
  row("unknown field", true, "type: double, from: item", "typ: double, from: item", 3, "feature:distance",
      "type");
  row("unknown type", true, "type: string", "type: text", 4, "feature:origin", "text");
  row("key that is no feature", true, "key: [origin]", "key: [orgin]", 5, "feature:late_rate",
      "did you mean 'origin'");
  row("name given twice", true, "name: distance", "name: hour", 2, "feature:hour", "twice");
  row("unknown operator", false, "op: log1p", "op: log1", 2, "step:1", "did you mean 'log1p'");
  row("input that nothing gives", false, "in: [distance]", "in: [distanse]", 2, "step:1",
      "did you mean 'distance'");
  row("text where a number is needed", false, "in: [distance]", "in: [origin]", 2, "step:1", "origin");
  row("bad parameter", false, "stddev: 0.7", "stddev: none", 3, "step:2", "not a number");
  row("parameter that was not learned", false, ", mean: 6.3, stddev: 0.7", "", 3, "step:2", "mean");
  row("syntax", false, "outputs: [x0", "outputs: [x0, [", 4, "", "");
}

void TstAppBundles::aProblemIsWhereItIs() {
  QFETCH(bool, inFeatures);
  QFETCH(QString, from);
  QFETCH(QString, to);
  QFETCH(int, line);
  QFETCH(QString, node);
  QFETCH(QString, says);
  QString features = text(kFeaturesText);
  QString steps = text(kStepsText);
  QString& edited = inFeatures ? features : steps;
  QVERIFY(edited.contains(from));
  edited.replace(from, to);
  const ConfigCheck check = checkConfigs(features, steps);
  QCOMPARE(check.problems.size(), 1);
  const ConfigProblem& problem = check.problems.front();
  QCOMPARE(problem.file, inFeatures ? ConfigFile::Features : ConfigFile::Preprocessor);
  QVERIFY2(problem.message.contains(says), qPrintable(problem.message));
  if (!node.isEmpty()) {
    QCOMPARE(problem.line, line);
    QCOMPARE(problem.node, node);
  } else {
    QVERIFY2(problem.line > 0, qPrintable(problem.message));
  }
}

void TstAppBundles::aCycleIsStillDrawn() {
  QString steps = text(kStepsText);
  steps.replace(text("in: [distance]"), text("in: [x0]"));
  const ConfigCheck check = checkConfigs(text(kFeaturesText), steps);
  QCOMPARE(check.problems.size(), 1);
  QVERIFY2(check.problems.front().message.contains(text("cycle")),
           qPrintable(check.problems.front().message));
  QVERIFY(!check.problems.front().node.isEmpty());
  QCOMPARE(nodeOf(check, "step:1")->takes, QStringList{text("step:2")});
  QCOMPARE(nodeOf(check, "step:2")->takes, QStringList{text("step:1")});
}

void TstAppBundles::brokenSyntaxLeavesTheOtherFilesNodes() {
  const ConfigCheck check = checkConfigs(text(kFeaturesText), text("steps: [{op: log1p"));
  QVERIFY(!check.good());
  QCOMPARE(check.features, 4);
  QCOMPARE(check.steps, 0);
}

void TstAppBundles::everyStepOfAGoodBundlePasses() {
  const auto dir = TempDir::create();
  const QString path = pathIn(*dir, "good.aerie");
  const SigningKey key = SigningKey::generate();
  QVERIFY(bundle::pack(test::sampleContents(), key, path.toStdString()).ok());
  const BundleReport report = checkBundle(path);
  QVERIFY2(report.good(), qPrintable(report.problem));
  for (const BundleCheckStep& step : report.steps) QCOMPARE(step.state, State::Passed);
  QCOMPARE(report.model, text("arrival_delay"));
  QCOMPARE(report.version, text("2"));
  QCOMPARE(report.signer.toStdString(), toHex(key.publicKey()));
  QCOMPARE(report.features, 4);
  QCOMPARE(report.selfTestRows, quint64(2));
}

void TstAppBundles::aBadBundleFailsWhereItIsBad_data() {
  QTest::addColumn<QString>("kind");
  QTest::addColumn<QString>("step");
  QTest::newRow("no such file") << text("absent") << text("archive");
  QTest::newRow("not an archive") << text("text") << text("archive");
  QTest::newRow("truncated") << text("truncated") << text("archive");
  QTest::newRow("unsigned") << text("unsigned") << text("signature");
  QTest::newRow("a file was exchanged") << text("tampered") << text("digests");
}

void TstAppBundles::aBadBundleFailsWhereItIsBad() {
  QFETCH(QString, kind);
  QFETCH(QString, step);
  const auto dir = TempDir::create();
  const QString path = pathIn(*dir, "bad.aerie");
  const std::string file = path.toStdString();
  const SigningKey key = SigningKey::generate();
  if (kind == text("text")) QVERIFY(writeFileAtomic(file, "this is not a bundle").ok());
  if (kind == text("truncated")) {
    QVERIFY(bundle::pack(test::sampleContents(), key, file).ok());
    const auto bytes = readFile(file);
    QVERIFY(writeFileAtomic(file, bytes->substr(0, bytes->size() / 2)).ok());
  }
  if (kind == text("unsigned")) QVERIFY(writeFileAtomic(file, test::unsignedBundle()).ok());
  if (kind == text("tampered")) QVERIFY(writeFileAtomic(file, test::tamperedBundle()).ok());
  const BundleReport report = checkBundle(path);
  QVERIFY(!report.good());
  QVERIFY(!report.problem.startsWith(path));
  bool reached = true;
  for (const BundleCheckStep& each : report.steps) {
    if (each.id == step) {
      QCOMPARE(each.state, State::Failed);
      reached = false;
    } else {
      QCOMPARE(each.state, reached ? State::Passed : State::NotReached);
    }
  }
}

void TstAppBundles::rebuiltBundleHasTheEditedConfigsAndANewSignature() {
  const auto dir = TempDir::create();
  const QString path = pathIn(*dir, "original.aerie");
  const bundle::BundleContents contents = test::sampleContents();
  const auto packed = bundle::pack(contents, SigningKey::generate(), path.toStdString());
  QVERIFY(packed.ok());
  const SigningKey mine = SigningKey::generate();
  QVERIFY(mine.savePrivate(dir->path() / "mine.pem").ok());
  Rebuild order;
  order.archive = path;
  order.digest = QString::fromStdString(packed->digest);
  order.featuresYaml = QString::fromStdString(features::toYaml(contents.features));
  order.featuresYaml.replace(text("default: 0.2"), text("default: 0.25"));
  order.preprocessorYaml = QString::fromStdString(preprocess::toYaml(contents.preprocessor));
  order.version = text("3");
  order.signingKey = pathIn(*dir, "mine.pem");
  order.target = pathIn(*dir, "edited.aerie");
  const auto built = rebuild(order);
  QVERIFY2(built.ok(), messageOf(built.status()).c_str());
  const auto info = bundle::inspect(order.target.toStdString());
  QVERIFY(info.ok());
  QCOMPARE(info->signer, toHex(mine.publicKey()));
  QCOMPARE(info->manifest.version(), std::string("3"));
  QCOMPARE(info->features.features(3).default_value().double_value(), 0.25);
  QCOMPARE(built->digest.toStdString(), info->digest);
  const auto model = [](const bundle::FileEntry& f) { return f.path == "model/model.ubj"; };
  QVERIFY(std::any_of(info->files.begin(), info->files.end(), model));
}

void TstAppBundles::rebuildRefusesAnotherArchiveAndUnfitConfigs() {
  const auto dir = TempDir::create();
  const QString path = pathIn(*dir, "original.aerie");
  const bundle::BundleContents contents = test::sampleContents();
  const SigningKey key = SigningKey::generate();
  const auto packed = bundle::pack(contents, key, path.toStdString());
  QVERIFY(packed.ok() && key.savePrivate(dir->path() / "key.pem").ok());
  Rebuild order;
  order.archive = path;
  order.digest = text("00").repeated(32);
  order.featuresYaml = QString::fromStdString(features::toYaml(contents.features));
  order.preprocessorYaml = QString::fromStdString(preprocess::toYaml(contents.preprocessor));
  order.signingKey = pathIn(*dir, "key.pem");
  order.target = pathIn(*dir, "edited.aerie");
  QVERIFY(absl::IsInvalidArgument(rebuild(order).status()));
  order.digest = QString::fromStdString(packed->digest);
  order.preprocessorYaml.replace(text("log_distance, hour"), text("log_distance, hours"));
  const auto unfit = rebuild(order);
  QVERIFY(absl::IsInvalidArgument(unfit.status()));
  QVERIFY2(messageOf(unfit.status()).find("hours") != std::string::npos, messageOf(unfit.status()).c_str());
  order.signingKey = pathIn(*dir, "absent.pem");
  QVERIFY(!rebuild(order).ok());
  QVERIFY(!std::filesystem::exists(order.target.toStdString()));
}

}  // namespace aerie::bundles

QTEST_GUILESS_MAIN(aerie::bundles::TstAppBundles)
#include "tst_app_bundles.moc"
