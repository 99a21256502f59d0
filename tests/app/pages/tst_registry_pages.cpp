#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QDropEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTableView>
#include <QTableWidget>
#include <QTest>

#include "app/models/id_table_model.h"
#include "app/pages/deployments_page.h"
#include "app/pages/registry_page.h"
#include "app/presenters/deployments_presenter.h"
#include "app/presenters/registry_presenter.h"
#include "app/rpc/connection.h"
#include "app/widgets/command_registry.h"
#include "app/widgets/dag_view.h"
#include "app/widgets/diff_view.h"
#include "app/widgets/english_plurals.h"
#include "app/widgets/theme.h"
#include "app/widgets/yaml_editor.h"
#include "core/base/clock.h"
#include "core/base/files.h"
#include "core/base/status.h"
#include "tests/app/fakes/fake_control.h"
#include "tests/core/bundle/unsigned_bundle.h"

namespace aerie {

namespace {

QString text(const char* utf8) { return QString::fromUtf8(utf8); }

// Both pages over the fake control plane, with settings of their own.
struct Desk {
  widgets::EnglishPlurals plurals;
  testing::FakeControl control;
  SystemClock clock;
  widgets::Theme theme{*qApp, qEnvironmentVariableIsSet("AERIE_TEST_DARK") ? widgets::ThemeChoice::Dark
                                                                           : widgets::ThemeChoice::Light};
  models::World world;
  models::TaskList tasks;
  widgets::CommandRegistry commands;
  std::unique_ptr<rpc::Connection> connection;
  std::unique_ptr<presenters::RegistryPresenter> registry;
  std::unique_ptr<presenters::DeploymentsPresenter> deployments;
  std::unique_ptr<QStackedWidget> window;

  Desk() {
    QCoreApplication::installTranslator(&plurals);
    QStandardPaths::setTestModeEnabled(true);
    QSettings().clear();
    testing::fillDemo(control);
    rpc::Connection::Options options;
    options.updateInterval = std::chrono::milliseconds(5);
    connection = std::make_unique<rpc::Connection>(control, clock, options);
    QObject::connect(connection.get(), &rpc::Connection::updated, &world, &models::World::apply);
    registry = std::make_unique<presenters::RegistryPresenter>(control, world, tasks);
    deployments = std::make_unique<presenters::DeploymentsPresenter>(control, world, tasks);
    window = std::make_unique<QStackedWidget>();
    window->addWidget(new pages::RegistryPage(*registry, commands, window.get()));
    window->addWidget(new pages::DeploymentsPage(*deployments, commands, window.get()));
    window->resize(1120, 760);
    window->show();
    connection->start();
  }
  ~Desk() {
    window.reset();
    connection.reset();
  }
  bool connected() const { return connection->state() == rpc::Connection::State::Connected; }
  pages::Page* page(int at) const { return static_cast<pages::Page*>(window->widget(at)); }
  void showPage(int at) const {
    window->setCurrentIndex(at);
    page(at)->setShown(true);
  }
  template <class T = QWidget>
  T* find(const char* name) const {
    return window->findChild<T*>(QString::fromLatin1(name));
  }
};

constexpr int kRegistry = 0;
constexpr int kDeployments = 1;

// With AERIE_TEST_SCREENSHOTS set, keeps a picture for people to look at.
void keep(QWidget* widget, const char* name) {
  for (int i = 0; i < 4; ++i) QCoreApplication::processEvents();  // pending layouts
  const QString directory = qEnvironmentVariable("AERIE_TEST_SCREENSHOTS");
  if (!directory.isEmpty() && widget)
    widget->grab().save(directory + QLatin1Char('/') + QLatin1String(name) + QLatin1String(".png"));
}

QDialog* dialog(const Desk& f, const char* name) {
  for (QDialog* d : f.window->findChildren<QDialog*>(QString::fromLatin1(name))) {
    if (d->isVisible()) return d;
  }
  return nullptr;
}

void select(const Desk& f, const char* table, const QString& key) {
  auto* view = f.find<QTableView>(table);
  QVERIFY2(view, table);
  for (int r = 0; r < view->model()->rowCount(); ++r) {
    const QModelIndex index = view->model()->index(r, 0);
    if (index.data(models::KeyRole).toString() != key) continue;
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
    return;
  }
  QFAIL(qPrintable(key + QLatin1String(" is not in the table")));
}

// A window on the registry page, with a folder for bundles.
struct Registry {
  Desk f;
  TempDir folder{TempDir::create().value()};
  SigningKey key = SigningKey::generate();

  bool ready() {
    f.showPage(kRegistry);
    return f.connected() && f.find<QPushButton>("registry.configs.button")->isEnabled();
  }
  QString path(const char* name) const { return QString::fromStdString((folder.path() / name).string()); }
  QString good(const char* name) const {
    return bundle::pack(test::sampleContents("9"), key, path(name).toStdString()).ok() ? path(name)
                                                                                       : QString();
  }
  QString bytes(const char* name, const std::string& content) const {
    return writeFileAtomic(path(name).toStdString(), content).ok() ? path(name) : QString();
  }
  void drop(QWidget* target, const QStringList& paths) const {
    QMimeData data;
    QList<QUrl> urls;
    for (const QString& each : paths) urls.append(QUrl::fromLocalFile(each));
    data.setUrls(urls);
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(target, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent dropped(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(target, &dropped);
  }
  void click(const char* name) const {
    auto* button = f.find<QPushButton>(name);
    QVERIFY2(button && button->isEnabled(), name);
    QTest::mouseClick(button, Qt::LeftButton);
  }
};

QStringList texts(QWidget* parent, const char* name) {
  QStringList out;
  for (const QLabel* label : parent->findChildren<QLabel*>(QString::fromLatin1(name))) {
    if (label->isVisible() && !label->text().isEmpty()) out.append(label->text());
  }
  return out;
}

}  // namespace

class TstRegistryPages final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void droppedBundlesAreCheckedAndTheGoodOnesSent();
  void aWrongEditIsMarkedEverywhere();
  void aCycleIsDrawn();
  void closingWithEditsAsksFirst();
  void graphAndTextGoTogether();
  void buildNeedsAKeyAndSaysSo();
  void twoVersionsAreComparedSideBySide();
  void digestIsCopied();
  void rollBackOffersEveryVersionAndSendsTheChoice();
  void deployValidatesWhileOneTypes();
  void deletionNamesItsVictims();
  void pagesShowWhatIsThere();
};

void TstRegistryPages::droppedBundlesAreCheckedAndTheGoodOnesSent() {
  Registry r;
  QTRY_VERIFY(r.ready());
  r.drop(r.f.page(kRegistry), {r.good("flights.aerie"), r.bytes("unsigned.aerie", test::unsignedBundle()),
                               r.bytes("damaged.aerie", test::unsignedBundle().substr(0, 300))});
  QDialog* sheet = dialog(r.f, "registerSheet");
  QVERIFY(sheet);
  auto* verb = sheet->findChild<QPushButton*>(text("verb"));
  QTRY_COMPARE(verb->text(), text("Register 1 bundle"));
  QTRY_COMPARE(texts(sheet, "registration.problem").size(), 2);
  QVERIFY(texts(sheet, "registration.problem").join(QLatin1Char('\n')).contains(text("unsigned")));
  keep(sheet, "dialog-register");
  QTest::mouseClick(verb, Qt::LeftButton);
  QTRY_VERIFY(r.f.control.calls.contains(text("register flights.aerie")));
  QCOMPARE(r.f.control.calls.filter(text("register")).size(), 1);
  QTRY_COMPARE(r.f.find<QLabel>("details.name")->text(), text("arrival_delay@4"));
  QVERIFY(!verb->isEnabled());
}

void TstRegistryPages::aWrongEditIsMarkedEverywhere() {
  Registry r;
  QTRY_VERIFY(r.ready());
  r.click("registry.configs.button");
  QDialog* editor = dialog(r.f, "configDialog");
  QVERIFY(editor);
  auto* steps = editor->findChild<widgets::YamlEditor*>(text("config.steps"));
  auto* graph = editor->findChild<widgets::DagView*>(text("config.graph"));
  auto* build = editor->findChild<QPushButton*>(text("verb"));
  auto* problems = editor->findChild<QListWidget*>(text("config.problems"));
  QTRY_VERIFY(graph->layoutOfNodes().rows() > 2);
  QVERIFY(!build->isEnabled() && problems->count() == 0);
  keep(editor, "dialog-configs");
  steps->setPlainText(steps->toPlainText().replace(text("standardize"), text("standardise")));
  QTRY_COMPARE(problems->count(), 1);
  QVERIFY(problems->item(0)->text().contains(text("did you mean 'standardize'")));
  QCOMPARE(steps->problems().front().line, 3);
  QVERIFY(!build->isEnabled());
  QVERIFY2(build->toolTip().contains(text("problems")), qPrintable(build->toolTip()));
  keep(editor, "dialog-configs-problem");
  steps->moveCursor(QTextCursor::Start);
  QTest::keyClick(steps, Qt::Key_F8);
  QCOMPARE(steps->currentLine(), 3);
  QCOMPARE(graph->selected(), text("step:2"));
  steps->setPlainText(steps->toPlainText()
                          .replace(text("standardise"), text("standardize"))
                          .replace(text("6.3"), text("6.5")));
  QTRY_VERIFY(build->isEnabled());
  QCOMPARE(problems->count(), 0);
}

void TstRegistryPages::aCycleIsDrawn() {
  Registry r;
  QTRY_VERIFY(r.ready());
  r.click("registry.configs.button");
  QDialog* editor = dialog(r.f, "configDialog");
  auto* steps = editor->findChild<widgets::YamlEditor*>(text("config.steps"));
  auto* graph = editor->findChild<widgets::DagView*>(text("config.graph"));
  steps->setPlainText(steps->toPlainText().replace(text("in: [distance]"), text("in: [x0]")));
  QTRY_VERIFY(graph->layoutOfNodes().hasCycle());
  QTRY_COMPARE(steps->problems().size(), 1);
  QVERIFY(steps->problems().front().message.contains(text("cycle")));
  keep(editor, "dialog-configs-cycle");
}

void TstRegistryPages::closingWithEditsAsksFirst() {
  Registry r;
  QTRY_VERIFY(r.ready());
  r.click("registry.configs.button");
  QDialog* editor = dialog(r.f, "configDialog");
  auto* features = editor->findChild<widgets::YamlEditor*>(text("config.features"));
  features->setPlainText(features->toPlainText() + text("# mine\n"));
  editor->reject();
  QDialog* ask = dialog(r.f, "confirmSheet");
  QVERIFY(ask);
  QVERIFY(editor->isVisible());
  QTest::keyClick(ask, Qt::Key_Return);  // Cancel is the default
  QTRY_VERIFY(!dialog(r.f, "confirmSheet"));
  QVERIFY(editor->isVisible());
  QTest::mouseClick(editor->findChild<QPushButton*>(text("config.discard")), Qt::LeftButton);
  QVERIFY(!features->toPlainText().contains(text("mine")));
  editor->reject();
  QVERIFY(!dialog(r.f, "configDialog"));
}

void TstRegistryPages::graphAndTextGoTogether() {
  Registry r;
  QTRY_VERIFY(r.ready());
  r.click("registry.configs.button");
  QDialog* editor = dialog(r.f, "configDialog");
  auto* features = editor->findChild<widgets::YamlEditor*>(text("config.features"));
  auto* graph = editor->findChild<widgets::DagView*>(text("config.graph"));
  QTRY_VERIFY(!graph->nodeRect(text("feature:origin")).isNull());
  QTest::mouseClick(graph->viewport(), Qt::LeftButton, {}, graph->nodeRect(text("feature:origin")).center());
  QCOMPARE(features->currentLine(), 4);
  features->setFocus();
  QTest::keyClick(features, Qt::Key_Up);
  QTRY_COMPARE(graph->selected(), text("feature:distance"));
}

void TstRegistryPages::buildNeedsAKeyAndSaysSo() {
  Registry r;
  QTRY_VERIFY(r.ready());
  QVERIFY(r.key.savePrivate(r.folder.path() / "key.pem").ok());
  r.click("registry.configs.button");
  QDialog* editor = dialog(r.f, "configDialog");
  auto* features = editor->findChild<widgets::YamlEditor*>(text("config.features"));
  features->setPlainText(features->toPlainText() + text("# mine\n"));
  auto* build = editor->findChild<QPushButton*>(text("verb"));
  QTRY_VERIFY(build->isEnabled());
  QTest::mouseClick(build, Qt::LeftButton);
  QDialog* ask = dialog(r.f, "buildDialog");
  QVERIFY(ask);
  auto* verb = ask->findChild<QPushButton*>(text("verb"));
  auto* problem = ask->findChild<QLabel*>(text("build.problem"));
  QVERIFY(!verb->isEnabled() && problem->text().contains(text("key")));
  ask->findChild<QLineEdit*>(text("build.key"))->setText(r.path("key.pem"));
  ask->findChild<QLineEdit*>(text("build.target"))->setText(r.path("new.aerie"));
  QVERIFY2(verb->isEnabled(), qPrintable(problem->text()));
  keep(ask, "dialog-build");
  r.f.control.failNext = unavailable("the control plane went away");
  QTest::mouseClick(verb, Qt::LeftButton);
  auto* bar = editor->findChild<QWidget*>(text("messageBar"));
  QTRY_VERIFY(bar->isVisible());
  QVERIFY(bar->accessibleName().contains(text("was not downloaded")));
}

void TstRegistryPages::twoVersionsAreComparedSideBySide() {
  Registry r;
  QTRY_VERIFY(r.ready());
  select(r.f, "registry.versions.table", text("arrival_delay@2"));
  r.click("registry.compare.button");
  QDialog* compare = dialog(r.f, "compareDialog");
  QVERIFY(compare);
  QCOMPARE(compare->findChild<QComboBox*>(text("compare.left"))->currentData().toString(), text("1"));
  QCOMPARE(compare->findChild<QComboBox*>(text("compare.right"))->currentData().toString(), text("2"));
  auto* table = compare->findChild<QTableWidget*>(text("compare.table"));
  QTRY_VERIFY(table->rowCount() > 8);
  keep(compare, "dialog-compare");
  auto* features = compare->findChild<widgets::DiffView*>(text("compare.features"));
  QCOMPARE(features->differences(), 1);
  QTest::mouseClick(compare->findChild<QWidget*>(text("compare.next")), Qt::LeftButton);
  QVERIFY(features->isVisible());
  QCOMPARE(features->currentRow(), 4);
  keep(compare, "dialog-compare-diff");
  auto* selfTest = compare->findChild<widgets::DiffView*>(text("compare.selftest"));
  QCOMPARE(selfTest->differences(), 2);  // stored features, and another probability
  auto* tabs = compare->findChild<QTabWidget*>(text("compare.tabs"));
  tabs->setCurrentWidget(selfTest);
  QVERIFY2(tabs->tabText(tabs->currentIndex()).contains(text("(2)")),
           qPrintable(tabs->tabText(tabs->currentIndex())));
  keep(compare, "dialog-compare-selftest");
}

void TstRegistryPages::digestIsCopied() {
  Registry r;
  QTRY_VERIFY(r.ready());
  r.f.commands.find(text("registry.copy_digest"))->trigger();
  QCOMPARE(QGuiApplication::clipboard()->text(), text("c41b7a90").repeated(8));
}

void TstRegistryPages::rollBackOffersEveryVersionAndSendsTheChoice() {
  Desk f;
  QTRY_VERIFY(f.connected());
  f.showPage(kDeployments);
  select(f, "deployments.table", text("arrival_delay_v1"));
  QTest::mouseClick(f.find<QPushButton>("deployments.rollback.button"), Qt::LeftButton);
  QDialog* ask = dialog(f, "rollbackDialog");
  QVERIFY(ask);
  auto* version = ask->findChild<QComboBox*>(text("rollback.version"));
  QCOMPARE(version->count(), 2);
  QVERIFY(ask->findChild<QLabel*>(text("rollback.effect"))->text().contains(text("arm control")));
  version->setCurrentIndex(1);
  auto* verb = ask->findChild<QPushButton*>(text("verb"));
  QCOMPARE(verb->text(), text("Roll back to version 2"));
  keep(ask, "dialog-rollback");
  QTest::mouseClick(verb, Qt::LeftButton);
  QVERIFY(f.control.calls.contains(text("rollback arrival_delay_v1 2")));
}

void TstRegistryPages::deployValidatesWhileOneTypes() {
  Desk f;
  QTRY_VERIFY(f.connected());
  f.showPage(kDeployments);
  QTest::mouseClick(f.find<QPushButton>("deployments.deploy.button"), Qt::LeftButton);
  QDialog* ask = dialog(f, "deployDialog");
  QVERIFY(ask);
  auto* verb = ask->findChild<QPushButton*>(text("verb"));
  auto* name = ask->findChild<QLineEdit*>(text("deploy.endpoint"));
  auto* memory = ask->findChild<QSpinBox*>(text("deploy.memory"));
  auto* wrong = ask->findChild<QLabel*>(text("deploy.problem.memory"));
  QVERIFY(ask->findChild<QLabel*>(text("deploy.problem.endpoint"))->isVisible());  // the name is taken
  name->setText(text("arrival_delay_canary"));
  memory->setValue(8);
  QVERIFY(wrong->isVisible() && !verb->isEnabled());
  keep(ask, "dialog-deploy-problem");
  memory->setValue(512);
  QVERIFY(!wrong->isVisible() && verb->isEnabled());
  QVERIFY(ask->findChild<QLabel*>(text("deploy.preview"))->text().contains(text("512")));
  keep(ask, "dialog-deploy");
  QTest::mouseClick(verb, Qt::LeftButton);
  QTRY_COMPARE(f.control.deployments.back().spec.memoryBytes, quint64{512} << 20);
}

void TstRegistryPages::deletionNamesItsVictims() {
  Desk f;
  QTRY_VERIFY(f.connected());
  f.showPage(kDeployments);
  select(f, "deployments.table", text("arrival_delay_v1"));
  auto* remove = f.find<QPushButton>("deployments.delete.button");
  QVERIFY(!remove->isEnabled());
  const QString users = remove->toolTip();
  QVERIFY2(users.contains(text("arrival_delay_v1_vs_v2, arm control")), qPrintable(users));
  QVERIFY(users.contains(text("use case arrival_delay")));
  select(f, "deployments.table", text("arrival_delay_v3"));
  QTest::mouseClick(remove, Qt::LeftButton);
  QDialog* ask = dialog(f, "confirmSheet");
  QVERIFY(ask);
  const QString victims = ask->findChild<QLabel*>(text("victims"))->text();
  QVERIFY2(victims.contains(text("arrival_delay_v3")), qPrintable(victims));
  keep(ask, "dialog-delete");
  QVERIFY(f.control.calls.filter(text("delete")).isEmpty());
}

void TstRegistryPages::pagesShowWhatIsThere() {
  Registry r;
  QTRY_VERIFY(r.ready());
  auto* graph = r.f.find<widgets::DagView>("details.graph");
  QTRY_VERIFY(graph->layoutOfNodes().rows() > 2);
  keep(r.f.window.get(), "page-registry");
  auto* tabs = r.f.find<QTabWidget>("details.tabs");
  tabs->setCurrentWidget(graph);
  keep(r.f.window.get(), "page-registry-graph");
  r.f.showPage(kDeployments);
  select(r.f, "deployments.table", text("arrival_delay_v2"));
  QTRY_VERIFY(r.f.find<QLabel>("deployment.rollout_time")->text().contains(text("under way")));
  keep(r.f.window.get(), "page-deployments");
  select(r.f, "deployments.table", text("arrival_delay_v3"));
  keep(r.f.window.get(), "page-deployments-failed");
  select(r.f, "deployments.table", text("arrival_delay_v1"));
  QTRY_VERIFY(r.f.find<QLabel>("deployment.rollout_time")->text().contains(text("took")));
  keep(r.f.window.get(), "page-deployments-settled");
}

}  // namespace aerie

QTEST_MAIN(aerie::TstRegistryPages)
#include "tst_registry_pages.moc"
