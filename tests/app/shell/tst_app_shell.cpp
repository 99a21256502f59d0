// Keys, palette, contexts, preferences, and what production asks before a change.
#include <QAbstractItemModelTester>
#include <QAction>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include "app/models/fuzzy.h"
#include "app/models/notifications.h"
#include "app/models/preferences.h"
#include "app/models/profile_store.h"
#include "app/presenters/contexts_presenter.h"
#include "app/rpc/profile_channel.h"
#include "app/shell/guarded_apis.h"
#include "app/widgets/command_registry.h"
#include "app/widgets/confirm_sheet.h"
#include "core/base/status.h"
#include "tests/app/fakes/fake_control.h"

namespace aerie {

using rpc::Profile;

namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

widgets::Command command(const char* id, const QKeySequence& keys) {
  return {s(id), s(id), s("does it"), s("plus"), keys, [] {}};
}

Profile remote(const char* name) {
  Profile p;
  p.name = s(name);
  p.address = s("ml.example.org:7700");
  p.kind = Profile::Kind::Production;
  p.ca = s("/etc/ca.pem");
  p.tokenFile = s("/home/anna/token");
  p.color = 3;
  return p;
}

rpc::SimulationHost::Options noSimulation() {
  rpc::SimulationHost::Options options;
  options.program = s("/nonexistent/aerie-sim");
  options.stateDirectory = s("/nonexistent");
  return options;
}

}  // namespace

class TstAppShell final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase();
  void init();
  void keysThatClashAreRefused();
  void keysAreTheSameAfterARestart();
  void keysOfTwoPagesMayBeTheSame();
  void chosenKeysAreNotTakenByANewCommand();
  void keysComeBackToTheDefault();
  void paletteScore_data();
  void paletteScore();
  void lettersOutOfOrderDoNotMatch();
  void profilesAreTheSameAfterARestart();
  void theSimulationIsAlwaysThere();
  void aProfileNamesItsProblem_data();
  void aProfileNamesItsProblem();
  void aTokenThatOthersMayReadIsRefused();
  void settingsHoldNoToken();
  void testingAConnectionTellsTheOutcome();
  void aSimulationThatCannotStartSaysWhy();
  void notificationsAreBoundedAndCounted();
  void preferencesAreTheSameAfterARestart();
  void preferencesOutOfRangeAreMended();
  void productionAsksForItsName();
  void productionGuardsEveryChange();
  void aDeclinedChangeIsNotMade();
  void aConfirmedChangeIsAskedOnce();
};

void TstAppShell::initTestCase() {
  QStandardPaths::setTestModeEnabled(true);
  QCoreApplication::setOrganizationName(s("AerieTest"));
  QCoreApplication::setApplicationName(s("tst_app_shell"));
}

void TstAppShell::init() {
  QSettings().clear();
  widgets::ConfirmSheet::setPolicy({});
}

// ---- keys

void TstAppShell::keysThatClashAreRefused() {
  QWidget window;
  widgets::CommandRegistry registry;
  registry.add(command("a.one", QKeySequence(Qt::Key_F2)), &window);
  QAction* two = registry.add(command("a.two", QKeySequence(Qt::Key_F3)), &window);
  QCOMPARE(registry.clashOf(s("a.two"), QKeySequence(Qt::Key_F2)), registry.find(s("a.one")));
  QVERIFY(!registry.setKeys(s("a.two"), QKeySequence(Qt::Key_F2)));
  QCOMPARE(two->shortcut(), QKeySequence(Qt::Key_F3));
  QVERIFY(!registry.hasOwnKeys(s("a.two")));
}

void TstAppShell::keysAreTheSameAfterARestart() {
  {
    QWidget window;
    widgets::CommandRegistry registry;
    registry.add(command("a.one", QKeySequence(Qt::Key_F2)), &window);
    registry.add(command("a.two", QKeySequence(Qt::Key_F3)), &window);
    QVERIFY(registry.setKeys(s("a.one"), QKeySequence(Qt::CTRL | Qt::Key_U)));
    QVERIFY(registry.setKeys(s("a.two"), {}));
    QVERIFY(registry.find(s("a.one"))->toolTip().contains(s("Ctrl+U")));
  }
  QWidget window;
  widgets::CommandRegistry registry;
  QCOMPARE(registry.add(command("a.one", QKeySequence(Qt::Key_F2)), &window)->shortcut(),
           QKeySequence(Qt::CTRL | Qt::Key_U));
  QVERIFY(registry.add(command("a.two", QKeySequence(Qt::Key_F3)), &window)->shortcut().isEmpty());
}

void TstAppShell::keysOfTwoPagesMayBeTheSame() {
  QWidget window;
  auto* first = new QWidget(&window);
  auto* second = new QWidget(&window);
  widgets::CommandRegistry registry;
  registry.add(command("a.one", QKeySequence(Qt::Key_F2)), first);
  registry.add(command("b.one", QKeySequence(Qt::Key_F3)), second);
  registry.add(command("w.one", QKeySequence(Qt::Key_F4)), &window);
  QVERIFY(registry.setKeys(s("b.one"), QKeySequence(Qt::Key_F2)));
  QVERIFY(!registry.setKeys(s("b.one"), QKeySequence(Qt::Key_F4)));
}

void TstAppShell::chosenKeysAreNotTakenByANewCommand() {
  QWidget window;
  widgets::CommandRegistry registry;
  QAction* one = registry.add(command("a.one", {}), &window);
  QVERIFY(registry.setKeys(s("a.one"), QKeySequence(Qt::Key_F6)));
  QAction* later = registry.add(command("a.later", QKeySequence(Qt::Key_F6)), &window);
  QCOMPARE(one->shortcut(), QKeySequence(Qt::Key_F6));
  QVERIFY(later->shortcut().isEmpty());
  QVERIFY(!registry.resetKeys(s("a.later")));
}

void TstAppShell::keysComeBackToTheDefault() {
  QWidget window;
  widgets::CommandRegistry registry;
  QAction* one = registry.add(command("a.one", QKeySequence(Qt::Key_F2)), &window);
  QVERIFY(registry.setKeys(s("a.one"), QKeySequence(Qt::Key_F7)));
  QVERIFY(registry.resetKeys(s("a.one")));
  QCOMPARE(one->shortcut(), QKeySequence(Qt::Key_F2));
  QVERIFY(!registry.hasOwnKeys(s("a.one")));
  registry.setKeys(s("a.one"), QKeySequence(Qt::Key_F7));
  registry.resetAllKeys();
  QCOMPARE(one->shortcut(), QKeySequence(Qt::Key_F2));
}

// ---- palette

void TstAppShell::paletteScore_data() {
  QTest::addColumn<QString>("typed");
  QTest::addColumn<QString>("better");
  QTest::addColumn<QString>("worse");
  QTest::newRow("whole word before scattered letters") << s("route") << s("Edit Route") << s("Restart outer");
  QTest::newRow("start before middle") << s("arr") << s("arrival_delay") << s("my_arrival");
  QTest::newRow("starts of words") << s("sd") << s("Start Deployment") << s("Use shared");
  QTest::newRow("short before long") << s("v2") << s("delay_v2") << s("delay_v2_with_a_long_name");
  QTest::newRow("words in any order") << s("v2 delay") << s("delay_v2") << s("delay_very_old_2");
}

void TstAppShell::paletteScore() {
  QFETCH(QString, typed);
  QFETCH(QString, better);
  QFETCH(QString, worse);
  const auto high = models::fuzzyScore(typed, better);
  const auto low = models::fuzzyScore(typed, worse);
  QVERIFY(high);
  QVERIFY2(!low || *high > *low, qPrintable(QStringLiteral("%1 against %2").arg(*high).arg(low.value_or(0))));
}

void TstAppShell::lettersOutOfOrderDoNotMatch() {
  QVERIFY(!models::fuzzyScore(s("yaled"), s("delay")));
  QVERIFY(!models::fuzzyScore(s("delay x"), s("delay")));
  QVERIFY(models::fuzzyScore({}, s("delay")));
}

// ---- contexts

void TstAppShell::profilesAreTheSameAfterARestart() {
  QString id;
  {
    models::ProfileStore store;
    id = store.save(remote("Berlin"));
    store.save(remote("Paris"));
    store.choose(id);
  }
  models::ProfileStore store;
  QCOMPARE(store.profiles().size(), 3);
  QVERIFY(store.find(id));
  Profile expected = remote("Berlin");
  expected.id = id;
  QCOMPARE(*store.find(id), expected);
  QCOMPARE(store.chosen(), id);
  QVERIFY(store.remove(id));
  QVERIFY(store.chosen().isEmpty());
  QCOMPARE(models::ProfileStore().profiles().size(), 2);
}

void TstAppShell::theSimulationIsAlwaysThere() {
  models::ProfileStore store;
  QCOMPARE(store.profiles().front().id, models::ProfileStore::simulationId());
  QVERIFY(!store.remove(models::ProfileStore::simulationId()));
  Profile other = remote("Other");
  other.id = models::ProfileStore::simulationId();
  store.save(other);
  QVERIFY(store.profiles().front().simulation);
}

void TstAppShell::aProfileNamesItsProblem_data() {
  QTest::addColumn<QString>("name");
  QTest::addColumn<QString>("address");
  QTest::addColumn<QString>("ca");
  QTest::addColumn<QString>("key");
  QTest::addColumn<QString>("says");
  const auto row = [](const char* what, const char* name, const char* address, const char* ca,
                      const char* key, const char* says) {
    QTest::newRow(what) << s(name) << s(address) << s(ca) << s(key) << s(says);
  };
  row("without a name", " ", "127.0.0.1:1", "", "", "name");
  row("without an address", "a", "", "", "", "address");
  row("without a port", "a", "example.org", "", "", "port");
  row("with a port out of range", "a", "example.org:70000", "x", "", "port");
  row("remote without TLS", "a", "example.org:7700", "", "", "TLS");
  row("key without certificate", "a", "example.org:7700", "x", "k", "together");
  row("a name that is taken", "TAKEN", "127.0.0.1:1", "", "", "already");
  row("loopback in plain text", "a", "127.0.0.1:7700", "", "", "");
  row("a unix socket", "a", "unix:/run/aerie.sock", "", "", "");
  row("remote with an authority", "a", "example.org:7700", "x", "", "");
}

void TstAppShell::aProfileNamesItsProblem() {
  QFETCH(QString, name);
  QFETCH(QString, address);
  QFETCH(QString, ca);
  QFETCH(QString, key);
  QFETCH(QString, says);
  models::ProfileStore store;
  store.save(remote("taken"));
  Profile p;
  p.name = name;
  p.address = address;
  p.ca = ca;
  p.key = key;
  const QString problem = store.problemOf(p);
  QVERIFY2(says.isEmpty() ? problem.isEmpty() : problem.contains(says), qPrintable(problem));
}

void TstAppShell::aTokenThatOthersMayReadIsRefused() {
  QTemporaryDir dir;
  QFile file(dir.filePath(s("token")));
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write("s3cret-token\nanother line\n");
  file.close();
  QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
  const auto refused = rpc::readToken(file.fileName());
  QVERIFY(!refused.ok());
  const QString message = QString::fromStdString(messageOf(refused.status()));
  QVERIFY2(message.contains(s("chmod 600")), qPrintable(message));
  QVERIFY(!message.contains(s("s3cret")));
  QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
  const auto token = rpc::readToken(file.fileName());
  QVERIFY(token.ok());
  QCOMPARE(*token, std::string("s3cret-token"));
  QVERIFY(!rpc::readToken(dir.filePath(s("absent"))).ok());
}

void TstAppShell::settingsHoldNoToken() {
  QTemporaryDir dir;
  Profile p = remote("Berlin");
  p.tokenFile = dir.filePath(s("token"));
  QFile file(p.tokenFile);
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write("s3cret-token");
  file.close();
  file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
  models::ProfileStore store;
  store.save(p);
  const QSettings settings;
  for (const QString& key : settings.allKeys()) {
    QVERIFY2(!settings.value(key).toString().contains(s("s3cret")), qPrintable(key));
  }
}

void TstAppShell::testingAConnectionTellsTheOutcome() {
  models::ProfileStore store;
  rpc::SimulationHost simulation(noSimulation());
  absl::StatusOr<rpc::SystemStatus> result = unavailable("connection refused");
  presenters::ContextsPresenter presenter(
      store, simulation, [&](const Profile&, QObject* context, rpc::Answer<rpc::SystemStatus> answer) {
        QTimer::singleShot(0, context, [&result, answer] { answer(result); });
        return rpc::Ticket();
      });
  using State = presenters::ContextsPresenter::TestState;
  presenter.test(remote("Berlin"));
  QCOMPARE(presenter.testState(), State::Running);
  QTRY_COMPARE(presenter.testState(), State::Failed);
  QVERIFY(presenter.testText().contains(s("connection refused")));
  rpc::SystemStatus status;
  status.version = s("0.1.0");
  status.environment = s("berlin");
  result = status;
  presenter.test(remote("Berlin"));
  QTRY_COMPARE(presenter.testState(), State::Passed);
  QVERIFY(presenter.testText().contains(s("berlin")));
  presenter.test(Profile());  // a profile with a problem asks nobody
  QCOMPARE(presenter.testState(), State::Failed);
}

void TstAppShell::aSimulationThatCannotStartSaysWhy() {
  models::ProfileStore store;
  QTemporaryDir dir;
  rpc::SimulationHost::Options options = noSimulation();
  options.stateDirectory = dir.path();
  rpc::SimulationHost simulation(options);
  presenters::ContextsPresenter presenter(
      store, simulation,
      [](const Profile&, QObject*, const rpc::Answer<rpc::SystemStatus>&) { return rpc::Ticket(); });
  QVERIFY(presenter.nothingChosen());
  QSignalSpy opened(&presenter, &presenters::ContextsPresenter::openWanted);
  presenter.startSimulation();
  QTRY_COMPARE(simulation.state(), rpc::SimulationHost::State::Failed);
  QVERIFY(!simulation.problem().isEmpty());
  QCOMPARE(presenter.simulationTone(), models::Tone::Danger);
  QCOMPARE(opened.count(), 0);
  QVERIFY(!presenter.nothingChosen());
}

// ---- notifications, preferences

void TstAppShell::notificationsAreBoundedAndCounted() {
  models::Notifications list;
  QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
  for (int i = 0; i < models::Notifications::kCapacity + 20; ++i) {
    list.add({i, models::Tone::Ok, QStringLiteral("news %1").arg(i), {}, {}});
  }
  QCOMPARE(list.rowCount({}), models::Notifications::kCapacity);
  QCOMPARE(list.index(0).data().toString(), s("news 219"));
  list.add({999, models::Tone::Ok, s("news 219"), {}, {}});  // again: only its time is new
  QCOMPARE(list.rowCount({}), models::Notifications::kCapacity);
  QCOMPARE(list.index(0).data(models::Notifications::TimeRole).toLongLong(), 999);
  list.markSeen();
  QCOMPARE(list.unseen(), 0);
  list.clear();
  QCOMPARE(list.rowCount({}), 0);
}

void TstAppShell::preferencesAreTheSameAfterARestart() {
  {
    models::Preferences p;
    p.setLook(models::Preferences::Look::Dark);
    p.setLanguage(s("de"));
    p.setReducedMotion(true);
    p.setLogLines(20'000);
    p.setAskOrdinary(false);
    p.setAutoSimulation(false);
  }
  const models::Preferences p;
  QCOMPARE(p.look(), models::Preferences::Look::Dark);
  QCOMPARE(p.language(), s("de"));
  QVERIFY(p.reducedMotion());
  QCOMPARE(p.logLines(), 20'000);
  QVERIFY(!p.askOrdinary());
  QVERIFY(!p.autoSimulation());
}

void TstAppShell::preferencesOutOfRangeAreMended() {
  QSettings().setValue(s("window/theme"), 77);
  QSettings().setValue(s("logs/lines"), -5);
  const models::Preferences p;
  QCOMPARE(p.look(), models::Preferences::Look::Dark);
  QCOMPARE(p.logLines(), models::Preferences::kMinLogLines);
}

// ---- production

void TstAppShell::productionAsksForItsName() {
  QWidget parent;
  int done = 0;
  widgets::ConfirmSheet::Question question;
  question.title = s("Restart?");
  question.verb = s("Restart");
  widgets::ConfirmSheet::setPolicy({{}, false});
  QVERIFY(!widgets::ConfirmSheet::ask(&parent, question, [&] { ++done; }));
  QCOMPARE(done, 1);  // ordinary questions were switched off
  widgets::ConfirmSheet::setPolicy({s("Berlin"), false});
  auto* sheet = widgets::ConfirmSheet::askInProduction(&parent, question, [&] { ++done; });
  QVERIFY(sheet);
  auto* verb = sheet->findChild<QPushButton*>(s("verb"));
  QVERIFY(!verb->isEnabled());
  sheet->findChild<QLineEdit*>(s("typed"))->setText(s("Berlin"));
  QVERIFY(verb->isEnabled());
  verb->click();
  QTRY_COMPARE(done, 2);
  widgets::ConfirmSheet::setPolicy({});
  widgets::ConfirmSheet::askInProduction(&parent, question, [&] { ++done; });
  QCOMPARE(done, 3);
}

static widgets::ConfirmSheet* sheetOf(const QWidget& parent) {
  return parent.findChild<widgets::ConfirmSheet*>();
}

static void confirm(widgets::ConfirmSheet* sheet) {
  sheet->findChild<QLineEdit*>(s("typed"))->setText(s("Berlin"));
  sheet->findChild<QPushButton*>(s("verb"))->click();
}

void TstAppShell::productionGuardsEveryChange() {
  testing::FakeControl control;
  testing::fillDemo(control);
  shell::GuardedApis guarded(control.apis());
  QWidget parent;
  guarded.setParent(&parent);
  const rpc::Apis apis = guarded.apis();
  const auto drop = [](const auto&) {};
  rpc::DeploymentSpec spec;
  spec.endpoint = s("new");
  rpc::Routing routing;
  rpc::WeightsChange weights;
  const std::function<void()> changes[] = {
      [&] { apis.registry.registerBundle(s("/x"), &parent, {}, drop); },
      [&] { apis.registry.promote(s("m"), s("1"), s("production"), &parent, drop); },
      [&] { apis.registry.archive(s("m"), s("1"), false, &parent, drop); },
      [&] { apis.deployments.create(spec, &parent, drop); },
      [&] { apis.deployments.scale(s("e"), 3, 0, &parent, drop); },
      [&] { apis.deployments.restart(s("e"), &parent, drop); },
      [&] { apis.deployments.rollback(s("e"), {}, &parent, drop); },
      [&] { apis.deployments.remove(s("e"), &parent, drop); },
      [&] { apis.routing.apply(routing, 0, false, &parent, drop); },
      [&] { apis.experiments.create({}, &parent, drop); },
      [&] { apis.experiments.start(s("x"), &parent, drop); },
      [&] { apis.experiments.stop(s("x"), &parent, drop); },
      [&] { apis.experiments.setWeights(weights, &parent, drop); },
  };
  widgets::ConfirmSheet::setPolicy({s("Berlin"), true});
  for (const auto& change : changes) {
    change();
    QVERIFY(sheetOf(parent));
    delete sheetOf(parent);
  }
  QVERIFY2(control.calls.isEmpty(), qPrintable(control.calls.join(QLatin1Char(','))));
  // What changes nothing is not asked.
  weights.dryRun = true;
  apis.experiments.setWeights(weights, &parent, drop);
  apis.routing.apply(routing, 0, true, &parent, drop);
  apis.routing.history(s("u"), &parent, drop);
  QVERIFY(!sheetOf(parent));
  // Elsewhere nothing is.
  widgets::ConfirmSheet::setPolicy({});
  for (const auto& change : changes) change();
  QVERIFY(!sheetOf(parent));
}

void TstAppShell::aDeclinedChangeIsNotMade() {
  testing::FakeControl control;
  testing::fillDemo(control);
  shell::GuardedApis guarded(control.apis());
  QWidget parent;
  guarded.setParent(&parent);
  widgets::ConfirmSheet::setPolicy({s("Berlin"), true});
  absl::Status told;
  const rpc::Ticket ticket = guarded.apis().deployments.restart(
      s("arrival_delay_v2"), &parent, [&](const absl::StatusOr<rpc::Deployment>& d) { told = d.status(); });
  ticket.cancel();
  QTRY_VERIFY(absl::IsCancelled(told));
  QVERIFY(control.calls.isEmpty());
}

void TstAppShell::aConfirmedChangeIsAskedOnce() {
  testing::FakeControl control;
  testing::fillDemo(control);
  shell::GuardedApis guarded(control.apis());
  QWidget parent;
  guarded.setParent(&parent);
  const rpc::Apis apis = guarded.apis();
  widgets::ConfirmSheet::setPolicy({s("Berlin"), true});
  int answers = 0;
  apis.deployments.restart(s("arrival_delay_v2"), &parent, [&](const absl::StatusOr<rpc::Deployment>& first) {
    QVERIFY(first.ok());
    ++answers;
    // The second step of the same action.
    apis.deployments.scale(
        s("arrival_delay_v2"), 3, 0, &parent,
        [&](const absl::StatusOr<rpc::Deployment>& second) { answers += second.ok() ? 1 : 0; });
  });
  confirm(sheetOf(parent));
  QTRY_COMPARE(answers, 2);
  QCOMPARE(control.calls.size(), 2);
}

}  // namespace aerie

QTEST_MAIN(aerie::TstAppShell)
#include "tst_app_shell.moc"
