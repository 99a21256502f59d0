#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

#include "app/presenters/registry_presenter.h"
#include "core/base/files.h"
#include "core/base/status.h"
#include "core/features/location_config.h"
#include "core/preprocess/config_yaml.h"
#include "tests/app/fakes/fake_control.h"
#include "tests/core/bundle/unsigned_bundle.h"

namespace aerie::presenters {

using models::Task;
using State = Registration::State;

namespace {

QString text(const char* utf8) { return QString::fromUtf8(utf8); }

struct Bench {
  testing::FakeControl control;
  models::World world;
  models::TaskList tasks;
  std::unique_ptr<RegistryPresenter> presenter;
  TempDir folder{TempDir::create().value()};
  SigningKey key = SigningKey::generate();

  Bench() {
    testing::fillDemo(control);
    apply();
    presenter = std::make_unique<RegistryPresenter>(control, world, tasks);
  }
  void apply() {
    rpc::WorldUpdate update;
    update.complete = true;
    update.models = control.models;
    update.deployments = control.deployments;
    world.apply(update);
  }
  RegistrationPresenter& registration() { return presenter->registration(); }
  const Registration& item(int at) { return registration().items()[static_cast<std::size_t>(at)]; }
  QString pathOf(const char* name) const { return QString::fromStdString((folder.path() / name).string()); }
  QString good(const char* name, const char* version = "9") {
    const auto packed = bundle::pack(test::sampleContents(version), key, pathOf(name).toStdString());
    return packed.ok() ? pathOf(name) : QString();
  }
  QString bytes(const char* name, const std::string& content) {
    return writeFileAtomic(pathOf(name).toStdString(), content).ok() ? pathOf(name) : QString();
  }
};

}  // namespace

class TstRegistryPresenters final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void ofSeveralFilesOnlyTheGoodAreSent();
  void aProblemOfTheRegistryStandsWithItsFile_data();
  void aProblemOfTheRegistryStandsWithItsFile();
  void uploadShowsItsProgressAndCanBeCancelled();
  void aVersionThatExistsWithOtherContentIsRefusedHere();
  void aFileThatIsDroppedAgainIsCheckedAnew();
  void removedWhileCheckedIsForgotten();
  void editedConfigsAreCheckedAsOneTypes();
  void unreadableTextKeepsTheGraph();
  void exportWritesBothFilesOrSaysWhyNot();
  void buildMakesASignedBundleFromTheDownloadedOne();
  void buildThatFailsSaysWhy();
  void buildOrdersAreValidated_data();
  void buildOrdersAreValidated();
  void comparisonShowsDifferencesWithTheirMeaning();
  void onlyTheLastComparisonCounts();
  void signatureStandsBesideTheOtherVersions();
};

void TstRegistryPresenters::ofSeveralFilesOnlyTheGoodAreSent() {
  Bench b;
  QSignalSpy registered(b.presenter.get(), &RegistryPresenter::registered);
  b.registration().add({b.good("good.aerie"), b.bytes("unsigned.aerie", test::unsignedBundle()),
                        b.bytes("notes.txt", "not a bundle")});
  QCOMPARE(b.registration().count(State::Checking), 3);
  QTRY_COMPARE(b.registration().count(State::Checking), 0);
  QCOMPARE(b.item(0).state, State::Ready);
  QCOMPARE(b.item(0).report.model, text("arrival_delay"));
  QVERIFY(b.item(0).note.contains(text("No version of this model was signed with this key")));
  QCOMPARE(b.item(1).state, State::Refused);
  QVERIFY2(b.item(1).problem.contains(text("unsigned")), qPrintable(b.item(1).problem));
  QCOMPARE(b.item(2).state, State::Refused);
  b.registration().sendReady();
  QTRY_COMPARE(b.item(0).state, State::Registered);
  QCOMPARE(b.control.calls.filter(text("register")), QStringList{text("register good.aerie")});
  QCOMPARE(registered.count(), 1);
  b.registration().clearFinished();
  QVERIFY(b.registration().items().empty());
}

void TstRegistryPresenters::aProblemOfTheRegistryStandsWithItsFile_data() {
  QTest::addColumn<int>("code");
  QTest::addColumn<QString>("says");
  QTest::newRow("signer not trusted") << int(absl::StatusCode::kPermissionDenied) << text("role");
  QTest::newRow("unavailable") << int(absl::StatusCode::kUnavailable) << text("connected");
}

void TstRegistryPresenters::aProblemOfTheRegistryStandsWithItsFile() {
  QFETCH(int, code);
  QFETCH(QString, says);
  Bench b;
  QSignalSpy failed(b.presenter.get(), &RegistryPresenter::failed);
  b.registration().add({b.good("good.aerie")});
  QTRY_COMPARE(b.registration().count(State::Ready), 1);
  b.control.failNext = absl::Status(static_cast<absl::StatusCode>(code), "the reason");
  b.registration().sendReady();
  QTRY_COMPARE(b.item(0).state, State::Failed);
  QVERIFY(b.item(0).problem.contains(text("the reason")));
  QVERIFY2(b.item(0).problem.contains(says), qPrintable(b.item(0).problem));
  QCOMPARE(b.tasks.tasks().front().state, Task::State::Failed);
  QCOMPARE(failed.count(), 0);  // it is said where it happened, once
}

void TstRegistryPresenters::uploadShowsItsProgressAndCanBeCancelled() {
  Bench b;
  b.registration().add({b.good("good.aerie")});
  QTRY_COMPARE(b.registration().count(State::Ready), 1);
  b.control.hold = true;
  b.registration().sendReady();
  QTRY_COMPARE(b.item(0).sent, qint64{50});
  QCOMPARE(b.tasks.tasks().front().total, qint64{100});
  b.registration().remove(b.item(0).id);  // what is being sent stays in the list
  QCOMPARE(b.registration().items().size(), std::size_t{1});
  b.tasks.cancel(b.tasks.tasks().front().id);
  QTRY_COMPARE(b.item(0).state, State::Cancelled);
}

void TstRegistryPresenters::aVersionThatExistsWithOtherContentIsRefusedHere() {
  Bench b;
  b.registration().add({b.good("two.aerie", "2")});
  QTRY_COMPARE(b.registration().count(State::Refused), 1);
  QVERIFY2(b.item(0).problem.contains(text("arrival_delay@2")), qPrintable(b.item(0).problem));
}

void TstRegistryPresenters::aFileThatIsDroppedAgainIsCheckedAnew() {
  Bench b;
  const QString path = b.bytes("fixed.aerie", "broken");
  b.registration().add({path});
  QTRY_COMPARE(b.registration().count(State::Refused), 1);
  QVERIFY(!b.good("fixed.aerie").isEmpty());
  b.registration().add({path});
  QCOMPARE(b.registration().items().size(), std::size_t{1});
  QTRY_COMPARE(b.registration().count(State::Ready), 1);
}

void TstRegistryPresenters::removedWhileCheckedIsForgotten() {
  Bench b;
  b.registration().add({b.good("good.aerie")});
  b.registration().remove(b.item(0).id);
  QVERIFY(b.registration().items().empty());
  QThreadPool::globalInstance()->waitForDone();
  QCoreApplication::processEvents();
  QVERIFY(b.registration().items().empty());
}

void TstRegistryPresenters::editedConfigsAreCheckedAsOneTypes() {
  Bench b;
  QTRY_VERIFY(b.presenter->configsLoaded());
  ConfigPresenter& configs = b.presenter->configs();
  configs.open(*b.presenter->details());
  QTRY_VERIFY(!configs.checking());
  QVERIFY(configs.check().good());
  QVERIFY(!configs.edited());
  QVERIFY(configs.whyNotBuild().contains(text("Nothing is edited")));
  QString steps = configs.preprocessor();
  configs.setTexts(configs.features(), steps.replace(text("op: log1p"), text("op: log1")));
  QVERIFY(configs.edited());
  QVERIFY(!configs.whyNotBuild().isEmpty());
  QTRY_COMPARE(configs.check().problems.size(), 1);
  QCOMPARE(configs.check().problems.front().line, 2);
  QCOMPARE(configs.check().problems.front().node, text("step:1"));
  QTRY_VERIFY(configs.whyNotBuild().contains(text("problems")));
  steps.replace(text("op: log1,"), text("op: log1p,")).replace(text("mean: 6.3"), text("mean: 6.4"));
  configs.setTexts(configs.features(), steps);
  QTRY_VERIFY(configs.whyNotBuild().isEmpty());
  configs.discard();
  QVERIFY(!configs.edited());
}

void TstRegistryPresenters::unreadableTextKeepsTheGraph() {
  Bench b;
  QTRY_VERIFY(b.presenter->configsLoaded());
  ConfigPresenter& configs = b.presenter->configs();
  configs.open(*b.presenter->details());
  QTRY_VERIFY(!configs.checking());
  const auto nodes = configs.check().graph.size();
  QVERIFY(nodes > 5);
  configs.setTexts(configs.features(), configs.preprocessor() + text("["));
  QTRY_VERIFY(!configs.check().good());
  QCOMPARE(configs.check().graph.size(), nodes);
}

void TstRegistryPresenters::exportWritesBothFilesOrSaysWhyNot() {
  Bench b;
  QTRY_VERIFY(b.presenter->configsLoaded());
  ConfigPresenter& configs = b.presenter->configs();
  configs.open(*b.presenter->details());
  QSignalSpy good(&configs, &ConfigPresenter::succeeded);
  QSignalSpy bad(&configs, &ConfigPresenter::failed);
  configs.exportTo(b.pathOf("."));
  QCOMPARE(good.count(), 1);
  QCOMPARE(readFile(b.folder.path() / "features.yaml").value(), configs.features().toStdString());
  QCOMPARE(readFile(b.folder.path() / "preprocessor.yaml").value(), configs.preprocessor().toStdString());
  configs.exportTo(b.pathOf("absent/folder"));
  QCOMPARE(bad.count(), 1);
}

void TstRegistryPresenters::buildMakesASignedBundleFromTheDownloadedOne() {
  Bench b;
  const QString original = b.good("original.aerie");
  const auto bytes = readFile(original.toStdString());
  b.control.bundleBytes = QByteArray::fromStdString(*bytes);
  QVERIFY(b.key.savePrivate(b.folder.path() / "key.pem").ok());
  rpc::ModelVersion version;
  version.model = text("arrival_delay");
  version.version = text("9");
  version.digest = QString::fromStdString(sha256Hex(*bytes));
  version.featuresYaml = QString::fromStdString(features::toYaml(test::sampleContents().features));
  version.preprocessorYaml = QString::fromStdString(preprocess::toYaml(test::sampleContents().preprocessor));
  ConfigPresenter& configs = b.presenter->configs();
  configs.open(version);
  configs.setTexts(QString(version.featuresYaml).replace(text("default: 0.2"), text("default: 0.3")),
                   version.preprocessorYaml);
  QTRY_VERIFY(configs.whyNotBuild().isEmpty());
  QSignalSpy built(&configs, &ConfigPresenter::built);
  const BuildOrder order{text("10"), text("a better default"), b.pathOf("key.pem"), b.pathOf("edited.aerie")};
  QCOMPARE(configs.problemOf(order), QString());
  configs.build(order);
  QTRY_COMPARE(built.count(), 1);
  QCOMPARE(b.tasks.tasks().front().state, Task::State::Done);
  const auto info = bundle::inspect(order.target.toStdString());
  QVERIFY(info.ok());
  QCOMPARE(info->manifest.version(), std::string("10"));
  QCOMPARE(info->manifest.description(), std::string("a better default"));
  QCOMPARE(info->features.features(3).default_value().double_value(), 0.3);
}

void TstRegistryPresenters::buildThatFailsSaysWhy() {
  Bench b;
  QTRY_VERIFY(b.presenter->configsLoaded());
  ConfigPresenter& configs = b.presenter->configs();
  configs.open(*b.presenter->details());
  QSignalSpy failed(&configs, &ConfigPresenter::failed);
  b.control.failNext = unavailable("connection refused");
  configs.build({{}, {}, b.pathOf("key.pem"), b.pathOf("edited.aerie")});
  QTRY_COMPARE(failed.count(), 1);
  QVERIFY(failed.front().at(1).toString().contains(text("connection refused")));
  QCOMPARE(b.tasks.tasks().front().state, Task::State::Failed);
}

void TstRegistryPresenters::buildOrdersAreValidated_data() {
  QTest::addColumn<QString>("version");
  QTest::addColumn<bool>("key");
  QTest::addColumn<QString>("target");
  QTest::addColumn<QString>("says");
  QTest::newRow("fine") << text("10") << true << text("new.aerie") << QString();
  QTest::newRow("numbered by the registry") << QString() << true << text("new.aerie") << QString();
  QTest::newRow("version of the original") << text("3") << true << text("new.aerie") << text("exists");
  QTest::newRow("bad version") << text("a b") << true << text("new.aerie") << text("version");
  QTest::newRow("no such key") << QString() << false << text("new.aerie") << text("no key file");
  QTest::newRow("no such folder") << QString() << true << text("absent/new.aerie") << text("no folder");
}

void TstRegistryPresenters::buildOrdersAreValidated() {
  QFETCH(QString, version);
  QFETCH(bool, key);
  QFETCH(QString, target);
  QFETCH(QString, says);
  Bench b;
  QTRY_VERIFY(b.presenter->configsLoaded());
  QVERIFY(b.key.savePrivate(b.folder.path() / "key.pem").ok());
  b.presenter->configs().open(*b.presenter->details());
  const QString problem = b.presenter->configs().problemOf(
      {version, {}, key ? b.pathOf("key.pem") : b.pathOf("absent.pem"), b.pathOf("") + target});
  QCOMPARE(problem.isEmpty(), says.isEmpty());
  QVERIFY2(problem.contains(says), qPrintable(problem));
}

void TstRegistryPresenters::comparisonShowsDifferencesWithTheirMeaning() {
  Bench b;
  ComparePresenter& comparison = b.presenter->comparison();
  comparison.compare(text("arrival_delay"), text("1"), text("2"));
  QVERIFY(!comparison.loaded());
  QTRY_VERIFY(comparison.loaded());
  QVERIFY(comparison.left().featuresYaml != comparison.right().featuresYaml);
  const auto row = [&](const char* name) {
    for (const CompareRow& r : compareVersions(comparison.left(), comparison.right())) {
      if (r.name == text(name)) return r;
    }
    return CompareRow();
  };
  QCOMPARE(row("AUC").tone, models::Tone::Ok);  // it grew
  QVERIFY2(row("AUC").difference.startsWith(text("+0.0287")), qPrintable(row("AUC").difference));
  QCOMPARE(row("Log loss").tone, models::Tone::Ok);  // it fell
  QVERIFY(row("Log loss").difference.startsWith(text("-0.0218")));
  QCOMPARE(row("Features").difference, text("+2"));
  QVERIFY(row("Runtime").difference.isEmpty());
  QVERIFY(row("Size").difference.startsWith(text("-")));
  QVERIFY(row("Digest").difference.isEmpty());  // it always differs
}

void TstRegistryPresenters::onlyTheLastComparisonCounts() {
  Bench b;
  ComparePresenter& comparison = b.presenter->comparison();
  b.control.hold = true;
  comparison.compare(text("arrival_delay"), text("1"), text("2"));
  comparison.compare(text("arrival_delay"), text("3"), text("2"));
  b.control.release();
  QTRY_VERIFY(comparison.loaded());
  QCOMPARE(comparison.left().version, text("3"));
  comparison.compare(text("arrival_delay"), text("1"), text("77"));
  QTRY_VERIFY(comparison.problem().contains(text("77")));
  QVERIFY(!comparison.loaded());
}

void TstRegistryPresenters::signatureStandsBesideTheOtherVersions() {
  Bench b;
  const rpc::ModelVersion version = b.control.models.front().versions.front();
  QVERIFY(b.presenter->signatureState(version).contains(text("2 other")));
  rpc::ModelVersion other = version;
  other.signer = text("ff").repeated(32);
  QVERIFY(b.presenter->signatureState(other).contains(text("only version")));
}

}  // namespace aerie::presenters

QTEST_GUILESS_MAIN(aerie::presenters::TstRegistryPresenters)
#include "tst_registry_presenters.moc"
