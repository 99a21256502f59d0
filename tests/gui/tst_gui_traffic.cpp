// The pages about traffic on their own, over the fake control plane: clicked, typed and looked at.
#include <QAbstractButton>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRandomGenerator>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTabBar>
#include <QTableView>
#include <QTableWidget>
#include <QTest>
#include <memory>
#include <numeric>

#include "app/models/split.h"
#include "app/pages/experiments_page.h"
#include "app/pages/routing_page.h"
#include "app/presenters/experiments_presenter.h"
#include "app/presenters/routing_presenter.h"
#include "app/rpc/connection.h"
#include "app/widgets/bucket_map.h"
#include "app/widgets/english_plurals.h"
#include "app/widgets/sankey_view.h"
#include "app/widgets/split_editor.h"
#include "app/widgets/theme.h"
#include "core/base/clock.h"
#include "core/base/status.h"
#include "tests/app/fakes/fake_control.h"

namespace aerie {
namespace {

// Both pages in a window of their own; the connection feeds their world.
struct Desk {
  widgets::EnglishPlurals plurals;
  testing::FakeControl control;
  SystemClock clock;
  models::World world;
  widgets::CommandRegistry commands;
  widgets::Theme theme;
  std::unique_ptr<rpc::Connection> connection;
  std::unique_ptr<presenters::RoutingPresenter> routing;
  std::unique_ptr<presenters::ExperimentsPresenter> experiments;
  QWidget window;
  pages::RoutingPage* routingPage = nullptr;
  pages::ExperimentsPage* experimentsPage = nullptr;

  explicit Desk(widgets::ThemeChoice choice = widgets::ThemeChoice::Light) : theme(*qApp, choice) {
    QCoreApplication::installTranslator(&plurals);
    QStandardPaths::setTestModeEnabled(true);
    QSettings().clear();
    testing::fillDemo(control);
    rpc::Connection::Options options;
    options.updateInterval = std::chrono::milliseconds(5);
    connection = std::make_unique<rpc::Connection>(control, clock, options);
    QObject::connect(connection.get(), &rpc::Connection::updated, &world, &models::World::apply);
    routing = std::make_unique<presenters::RoutingPresenter>(control, control, world);
    experiments = std::make_unique<presenters::ExperimentsPresenter>(control, routing->staged(), world);
    routingPage = new pages::RoutingPage(*routing, world, commands, &window);
    experimentsPage = new pages::ExperimentsPage(*experiments, commands, &window);
    window.resize(1096, 716);  // what a window of 1280 x 800 leaves for a page
    connection->start();
  }
  void show(pages::Page* page) {
    for (pages::Page* p :
         {static_cast<pages::Page*>(routingPage), static_cast<pages::Page*>(experimentsPage)}) {
      p->setGeometry(window.rect());
      p->setVisible(p == page);
      p->setShown(p == page);
    }
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
  }
  bool ready() const { return world.complete(); }
  void traffic(int seconds) {
    for (int s = 1; s <= seconds; ++s) {
      const qint64 wanted = control.status.nowMs + 1'000;
      testing::advanceDemo(control, s);
      QTRY_COMPARE(world.status().nowMs, wanted);
    }
  }
  template <class T>
  T* find(const char* name) const {
    return window.findChild<T*>(QString::fromLatin1(name));
  }
  QDialog* dialog(const char* name) const {
    for (QDialog* d : window.findChildren<QDialog*>(QString::fromLatin1(name))) {
      if (d->isVisible()) return d;
    }
    return nullptr;
  }
  void click(const char* name) const {
    auto* button = find<QPushButton>(name);
    QVERIFY2(button, name);
    QVERIFY2(button->isEnabled(), qPrintable(QLatin1String(name) + QLatin1String(": ") + button->toolTip()));
    QTest::mouseClick(button, Qt::LeftButton);
  }
  void apply(const char* command) const {
    click(command);
    QDialog* sheet = dialog("stagedSheet");
    QVERIFY(sheet);
    QTest::mouseClick(sheet->findChild<QPushButton*>(QStringLiteral("verb")), Qt::LeftButton);
  }
  void keep(QWidget* widget, const char* name) const {
    QCoreApplication::processEvents();
    const QString directory = qEnvironmentVariable("AERIE_TEST_SCREENSHOTS");
    if (!directory.isEmpty() && widget)
      widget->grab().save(directory + QLatin1Char('/') + QLatin1String(name) + QLatin1String(".png"));
  }
};

int sum(const std::vector<int>& parts) { return std::accumulate(parts.begin(), parts.end(), 0); }

}  // namespace

class TstGuiTraffic final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void pictures_data();
  void pictures();
  void splitEditorKeepsAHundredPercentUnderDragsAndKeys();
  void handlesOnOneSpotMoveTheWayThatIsFree();
  void bucketMapTellsNumberBeforeAndAfter();
  void sankeyIsReadByTheArrowKeys();
  void aMovedBorderIsStagedReviewedAndApplied();
  void undoAfterApplyBringsTheSplitBack();
  void discardBringsTheRunningSplitBack();
  void outdatedChangeIsNotAppliedSilently();
  void configErrorsStandAtTheirField();
  void aShadowIsAddedAndApplied();
  void anOldRevisionIsStaged();
  void keysArePastedAndCopiedAsCsv();
  void offlineKeepsTheDataAndSwitchesActionsOff();
  void experimentIsCreatedFromTheDialog();
  void stopNamesItsEffectAndStops();
  void rampStepIsStagedWithItsPreview();
  void editStagesWeights();
  void emptyWorldOffersTheFirstStep();
  void anUnroutedUseCaseIsRouted();
};

void TstGuiTraffic::pictures_data() {
  QTest::addColumn<bool>("dark");
  QTest::newRow("light") << false;
  QTest::newRow("dark") << true;
}

void TstGuiTraffic::pictures() {
  QFETCH(bool, dark);
  Desk d(dark ? widgets::ThemeChoice::Dark : widgets::ThemeChoice::Light);
  QTRY_VERIFY(d.ready());
  d.show(d.routingPage);
  d.traffic(6);
  const QByteArray look = dark ? "-dark" : "-light";
  d.keep(&d.window, "routing" + look);
  d.routing->setDraft({3500, 6500});
  d.routing->staged().endGesture();
  auto* map = d.find<widgets::BucketMap>("routing.buckets");
  map->setCursorBucket(4100);
  d.keep(&d.window, "routing-staged" + look);
  auto* tabs = d.find<QTabBar>("routing.tabs");
  tabs->setCurrentIndex(1);
  d.find<QComboBox>("config.arm.arrival_delay_v1_vs_v2.treatment")
      ->setCurrentText(QStringLiteral("arrival_delay_v9"));
  QTRY_VERIFY(!d.routing->validating() && !d.routing->problems().isEmpty());
  d.keep(&d.window, "routing-config" + look);
  d.find<QComboBox>("config.arm.arrival_delay_v1_vs_v2.treatment")
      ->setCurrentText(QStringLiteral("arrival_delay_v3"));
  QTRY_VERIFY(!d.routing->validating());
  d.click("routing.apply.button");
  d.keep(d.dialog("stagedSheet"), "staged-sheet" + look);
  d.dialog("stagedSheet")->reject();
  tabs->setCurrentIndex(2);
  d.keep(&d.window, "routing-history" + look);
  tabs->setCurrentIndex(3);
  d.find<QPlainTextEdit>("routing.keys")->setPlainText(QStringLiteral("f1\nf2\nf3\nAA-112-LAX\n74411\nf17"));
  QTRY_COMPARE(d.routing->traces()->rowCount(), 6);
  d.keep(&d.window, "routing-inspector" + look);
  d.show(d.experimentsPage);
  QTRY_VERIFY(d.experiments->results().has_value());
  d.routing->staged().discardAll();
  d.keep(&d.window, "experiments" + look);
  d.experiments->stageCoverage(10'000);
  d.keep(&d.window, "experiments-staged" + look);
  d.click("experiments.create.button");
  QDialog* ask = d.dialog("experimentDialog");
  QVERIFY(ask);
  QTest::keyClicks(ask->findChild<QLineEdit*>(QStringLiteral("experiment.name")), QStringLiteral("v2 vs v3"));
  ask->findChild<QComboBox*>(QStringLiteral("experiment.layer"))
      ->setCurrentText(QStringLiteral("arrival_delay"));
  d.keep(ask, "dialog-experiment" + look);
  ask->reject();
}

void TstGuiTraffic::splitEditorKeepsAHundredPercentUnderDragsAndKeys() {
  widgets::SplitEditor editor;
  editor.resize(340, 200);
  const std::vector<int> equal = models::toBasisPoints({1, 1, 1, 1});
  editor.setSplit({{QStringLiteral("a"), {}, 0},
                   {QStringLiteral("b"), {}, 1},
                   {QStringLiteral("c"), {}, 2},
                   {QStringLiteral("d"), {}, 3}},
                  equal, equal);
  editor.show();
  QVERIFY(QTest::qWaitForWindowExposed(&editor));
  QRandomGenerator random(11);
  QSignalSpy edited(&editor, &widgets::SplitEditor::edited);
  const Qt::Key keys[] = {Qt::Key_Left,     Qt::Key_Right, Qt::Key_PageUp,
                          Qt::Key_PageDown, Qt::Key_Home,  Qt::Key_End};
  for (int i = 0; i < 300; ++i) {
    auto* handle = editor.findChild<QWidget*>(QStringLiteral("split.handle.%1").arg(random.bounded(3)));
    QVERIFY(handle);
    if (random.bounded(2) == 0) {
      QTest::keyClick(handle, keys[random.bounded(6)]);
    } else {
      const QPoint middle = handle->rect().center();
      QTest::mousePress(handle, Qt::LeftButton, {}, middle);
      QTest::mouseMove(handle, middle + QPoint(random.bounded(-200, 200), 0));
      QTest::mouseRelease(handle, Qt::LeftButton, {}, handle->rect().center());
    }
    QCOMPARE(sum(editor.draft()), models::kWhole);
    double shown = 0;
    for (const char* arm : {"a", "b", "c", "d"}) {
      shown +=
          editor.findChild<QDoubleSpinBox*>(QStringLiteral("split.percent.") + QLatin1String(arm))->value();
    }
    QVERIFY(std::abs(shown - 100) < 1e-6);
  }
  QVERIFY(edited.count() > 50);
}

void TstGuiTraffic::handlesOnOneSpotMoveTheWayThatIsFree() {
  widgets::SplitEditor editor;
  editor.resize(340, 200);
  const std::vector<int> start{10'000, 0, 0};
  editor.setSplit({{QStringLiteral("a"), {}, 0}, {QStringLiteral("b"), {}, 1}, {QStringLiteral("c"), {}, 2}},
                  start, start);
  editor.show();
  QVERIFY(QTest::qWaitForWindowExposed(&editor));
  // Both handles are at the right end; whichever is on top, dragging to the left must do something.
  auto* top = editor.findChild<QWidget*>(QStringLiteral("split.handle.1"));
  QTest::mousePress(top, Qt::LeftButton, {}, top->rect().center());
  QTest::mouseMove(top, top->rect().center() - QPoint(120, 0));
  QTest::mouseRelease(top, Qt::LeftButton);
  QVERIFY(editor.draft()[0] < 9'000);
  QCOMPARE(sum(editor.draft()), models::kWhole);
}

void TstGuiTraffic::bucketMapTellsNumberBeforeAndAfter() {
  widgets::BucketMap map;
  std::vector<qint16> before(10'000, 0);
  std::vector<qint16> after(10'000, 0);
  for (std::size_t b = 5'000; b < 10'000; ++b) before[b] = after[b] = 1;
  for (std::size_t b = 4'700; b < 4'800; ++b) after[b] = 1;
  for (std::size_t b = 9'990; b < 10'000; ++b) before[b] = -1;
  map.setMap({{QStringLiteral("control"), 0}, {QStringLiteral("treatment"), 1}}, before, after);
  map.resize(300, 340);
  map.show();
  QVERIFY(QTest::qWaitForWindowExposed(&map));
  QCOMPARE(map.changes(), 110);
  QVERIFY(map.describe(4'711).contains(QLatin1String("4,711")));
  QVERIFY(map.describe(4'711).contains(QLatin1String("control now, treatment after")));
  QVERIFY(map.describe(0).contains(QLatin1String("stays")));
  QVERIFY(map.describe(9'995).contains(QLatin1String("joins")));
  map.setFocus(Qt::TabFocusReason);
  QTRY_COMPARE(map.current(), 4'700);  // the keys begin at the first change
  QTest::keyClick(&map, Qt::Key_Right);
  QCOMPARE(map.current(), 4'701);
  QTest::keyClick(&map, Qt::Key_Down);
  QCOMPARE(map.current(), 4'801);
  QTest::keyClick(&map, Qt::Key_Right, Qt::ControlModifier);
  QCOMPARE(map.current(), 5'000);
  QTest::keyClick(&map, Qt::Key_Home, Qt::ControlModifier);
  QCOMPARE(map.current(), 0);
  QVERIFY(map.accessibleDescription().contains(QLatin1String("Bucket 0")));
  // Every pixel of the map belongs to a bucket, and the corners to the first and the last.
  QTest::mouseMove(&map, {1, 0});  // a null point means the middle
  QTRY_COMPARE(map.current(), 0);
  QTest::mouseMove(&map, {299, 340 - 36 - 1});
  QTRY_COMPARE(map.current(), 9'999);
}

void TstGuiTraffic::sankeyIsReadByTheArrowKeys() {
  Desk d;
  QTRY_VERIFY(d.ready());
  d.show(d.routingPage);
  d.traffic(3);
  auto* flow = d.find<widgets::SankeyView>("routing.flow");
  QVERIFY(flow->description().contains(QLatin1String("intended 50.0 %")));
  QVERIFY(flow->description().contains(QLatin1String("actual")));
  flow->setFocus(Qt::TabFocusReason);
  QTRY_VERIFY(flow->currentText().contains(QLatin1String("control")));
  QTest::keyClick(flow, Qt::Key_Down);
  QVERIFY(flow->currentText().contains(QLatin1String("treatment to arrival_delay_v2")));
  for (int i = 0; i < 8; ++i) QTest::keyClick(flow, Qt::Key_Right);
  QVERIFY(flow->currentText().contains(QLatin1String("treatment")));  // it follows its own way
}

void TstGuiTraffic::aMovedBorderIsStagedReviewedAndApplied() {
  Desk d;
  QTRY_VERIFY(d.ready());
  d.show(d.routingPage);
  QVERIFY(!d.find<QPushButton>("routing.apply.button")->isVisible());
  auto* handle = d.find<QWidget>("split.handle.0");
  handle->setFocus();
  QTest::keyClick(handle, Qt::Key_PageDown);  // 50 -> 40 %
  QCOMPARE(d.find<QDoubleSpinBox>("split.percent.treatment")->value(), 60.0);
  QVERIFY(d.find<QLabel>("routing.preview")->text().contains(QLatin1String("9.0 %")));
  QCOMPARE(d.find<widgets::BucketMap>("routing.buckets")->changes(), 900);
  QCOMPARE(d.find<QLabel>("routing.staged.count")->text(), QStringLiteral("1 staged change"));
  QVERIFY(d.control.calls.filter(QStringLiteral("weights")).isEmpty());
  d.click("routing.apply.button");
  QDialog* sheet = d.dialog("stagedSheet");
  QVERIFY(sheet);
  QVERIFY(sheet->findChild<QPushButton*>(QStringLiteral("cancel"))->isDefault());
  QStringList said;
  for (const QLabel* l : sheet->findChildren<QLabel*>()) said.append(l->text());
  QVERIFY2(said.join(QLatin1Char('|')).contains(QLatin1String("900 of 10,000 buckets move")),
           qPrintable(said.join(QLatin1Char('|'))));
  QTest::mouseClick(sheet->findChild<QPushButton*>(QStringLiteral("verb")), Qt::LeftButton);
  QTRY_COMPARE(d.control.experiments.front().arms.front().weight, 0.4);
  QTRY_COMPARE(d.routing->staged().count(), 0);
}

void TstGuiTraffic::undoAfterApplyBringsTheSplitBack() {
  Desk d;
  QTRY_VERIFY(d.ready());
  d.show(d.routingPage);
  QTest::keyClick(d.find<QWidget>("split.handle.0"), Qt::Key_PageDown);
  d.apply("routing.apply.button");
  QTRY_VERIFY(d.routing->staged().undoesApplied() && !d.routing->applying());
  QTRY_COMPARE(d.world.experiments().front().arms.front().weight, 0.4);
  d.window.activateWindow();
  d.routingPage->setFocus();
  QTRY_VERIFY(d.routingPage->hasFocus());
  QTest::keyClick(d.routingPage, Qt::Key_Z, Qt::ControlModifier);
  QTRY_COMPARE(d.routing->staged().count(), 1);
  QCOMPARE(d.find<QDoubleSpinBox>("split.percent.treatment")->value(), 50.0);
  d.apply("routing.apply.button");
  QTRY_COMPARE(d.control.experiments.front().arms.front().weight, 0.5);
}

void TstGuiTraffic::discardBringsTheRunningSplitBack() {
  Desk d;
  QTRY_VERIFY(d.ready());
  d.show(d.routingPage);
  auto* box = d.find<QDoubleSpinBox>("split.percent.control");
  box->setFocus();
  box->selectAll();
  QTest::keyClicks(box, QStringLiteral("75"));
  QTest::keyClick(box, Qt::Key_Return);
  QCOMPARE(d.find<QDoubleSpinBox>("split.percent.treatment")->value(), 25.0);
  d.click("routing.discard.button");
  QCOMPARE(box->value(), 50.0);
  QVERIFY(d.control.calls.filter(QStringLiteral("weights")).isEmpty());
}

void TstGuiTraffic::outdatedChangeIsNotAppliedSilently() {
  Desk d;
  QTRY_VERIFY(d.ready());
  d.show(d.routingPage);
  QTest::keyClick(d.find<QWidget>("split.handle.0"), Qt::Key_PageDown);
  rpc::Experiment& e = d.control.experiments[0];
  e.arms[0].weight = 0.9;
  e.arms[1].weight = 0.1;
  ++e.revision;
  d.control.push();
  QTRY_VERIFY(d.find<QLabel>("routing.preview")->text().contains(QLatin1String("Somebody")));
  d.click("routing.apply.button");
  QDialog* sheet = d.dialog("stagedSheet");
  QVERIFY(sheet);
  QVERIFY(!sheet->findChild<QPushButton*>(QStringLiteral("verb"))->isEnabled());
  QTest::mouseClick(sheet->findChild<QPushButton*>(QStringLiteral("restage")), Qt::LeftButton);
  QTRY_VERIFY(sheet->findChild<QPushButton*>(QStringLiteral("verb"))->isEnabled());
  QTest::mouseClick(sheet->findChild<QPushButton*>(QStringLiteral("verb")), Qt::LeftButton);
  QTRY_COMPARE(d.control.experiments.front().arms.front().weight, 0.4);
}

void TstGuiTraffic::configErrorsStandAtTheirField() {
  Desk d;
  QTRY_VERIFY(d.ready());
  d.show(d.routingPage);
  d.find<QTabBar>("routing.tabs")->setCurrentIndex(1);
  auto* box = d.find<QComboBox>("config.default");
  QVERIFY(box);
  box->setFocus();
  box->lineEdit()->selectAll();
  QTest::keyClicks(box->lineEdit(), QStringLiteral("nowhere"));
  auto* problem = d.find<QLabel>("problem.default_worker_endpoint");
  QTRY_VERIFY(problem->isVisible());
  QVERIFY(problem->text().contains(QLatin1String("nowhere")));
  QVERIFY(!d.find<QPushButton>("routing.apply.button")->isEnabled());
  QVERIFY(box->hasFocus() || box->lineEdit()->hasFocus());  // typing goes on where it was
  box->lineEdit()->selectAll();
  QTest::keyClicks(box->lineEdit(), QStringLiteral("arrival_delay_v2"));
  QTRY_VERIFY(!problem->isVisible());
  QTRY_VERIFY(d.find<QPushButton>("routing.apply.button")->isEnabled());
  d.apply("routing.apply.button");
  QTRY_COMPARE(d.control.routings.front().defaultEndpoint, QStringLiteral("arrival_delay_v2"));
}

void TstGuiTraffic::aShadowIsAddedAndApplied() {
  Desk d;
  QTRY_VERIFY(d.ready());
  d.show(d.routingPage);
  d.find<QTabBar>("routing.tabs")->setCurrentIndex(1);
  d.click("config.addShadow");
  QTRY_VERIFY(d.find<QDoubleSpinBox>("config.sample.0"));
  d.find<QDoubleSpinBox>("config.sample.0")->setValue(25);
  QTRY_VERIFY(d.find<QPushButton>("routing.apply.button")->isEnabled());
  d.apply("routing.apply.button");
  QTRY_COMPARE(d.control.routings.front().shadows.size(), 1);
  QCOMPARE(d.control.routings.front().shadows.front().sample, 0.25);
}

void TstGuiTraffic::anOldRevisionIsStaged() {
  Desk d;
  QTRY_VERIFY(d.ready());
  d.show(d.routingPage);
  d.find<QTabBar>("routing.tabs")->setCurrentIndex(2);
  auto* view = d.find<QTableView>("routing.history.table");
  QTRY_COMPARE(view->model()->rowCount(), 3);
  QCOMPARE(view->model()->index(0, 0).data().toString(), QStringLiteral("#14"));
  view->setCurrentIndex(view->model()->index(2, 0));
  d.click("routing.revert.button");
  QCOMPARE(d.routing->staged().count(), 1);
  QTRY_VERIFY(d.find<QPushButton>("routing.apply.button")->isEnabled());
  d.apply("routing.apply.button");
  QTRY_VERIFY(d.control.routings.front().experiments.isEmpty());
  QTRY_COMPARE(view->model()->rowCount(), 4);
}

void TstGuiTraffic::keysArePastedAndCopiedAsCsv() {
  Desk d;
  QTRY_VERIFY(d.ready());
  d.show(d.routingPage);
  QTest::keyClick(d.routingPage, Qt::Key_I, Qt::ControlModifier);
  auto* keys = d.find<QPlainTextEdit>("routing.keys");
  QTRY_VERIFY(keys->isVisible());
  keys->setPlainText(QStringLiteral("f1\n\nf2\n"));
  auto* view = d.find<QTableView>("routing.traces.table");
  QTRY_COMPARE(view->model()->rowCount(), 2);
  QVERIFY(
      d.find<QLabel>("routing.steps")->text().contains(QLatin1String("fnv1a(\"arrival_delay_v1_vs_v2f1\")")));
  d.click("routing.copyCsv");
  const QStringList lines =
      QGuiApplication::clipboard()->text().split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
  QCOMPARE(lines.size(), 3);
  QVERIFY(lines[1].startsWith(QLatin1String("f1,arrival_delay_v1_vs_v2,arrival_delay,")));
}

void TstGuiTraffic::offlineKeepsTheDataAndSwitchesActionsOff() {
  Desk d;
  QTRY_VERIFY(d.ready());
  d.show(d.routingPage);
  QTest::keyClick(d.find<QWidget>("split.handle.0"), Qt::Key_PageDown);
  d.routingPage->setOnline(false, QStringLiteral("The control plane is away"));
  QVERIFY(!d.find<QPushButton>("routing.apply.button")->isEnabled());
  QVERIFY(!d.find<QDoubleSpinBox>("split.percent.control")->isEnabled());
  QCOMPARE(d.routing->staged().count(), 1);
  QCOMPARE(d.find<QTableWidget>("routing.shares")->rowCount(), 3);
  d.routingPage->setOnline(true, {});
  QVERIFY(d.find<QPushButton>("routing.apply.button")->isEnabled());
}

void TstGuiTraffic::experimentIsCreatedFromTheDialog() {
  Desk d;
  QTRY_VERIFY(d.ready());
  d.show(d.experimentsPage);
  d.click("experiments.create.button");
  QDialog* ask = d.dialog("experimentDialog");
  QVERIFY(ask);
  auto* verb = ask->findChild<QPushButton*>(QStringLiteral("verb"));
  QVERIFY(!verb->isEnabled());
  auto* name = ask->findChild<QLineEdit*>(QStringLiteral("experiment.name"));
  QTest::keyClicks(name, QStringLiteral("v2_vs_v3"));
  QVERIFY(verb->isEnabled());
  auto* layer = ask->findChild<QComboBox*>(QStringLiteral("experiment.layer"));
  layer->setCurrentText(QStringLiteral("arrival_delay"));
  QVERIFY(!verb->isEnabled());
  QVERIFY(ask->findChild<QLabel*>(QStringLiteral("experiment.problem.share"))
              ->text()
              .contains(QLatin1String("0.0 %")));
  layer->setCurrentText(QString());
  QTest::mouseClick(ask->findChild<QPushButton*>(QStringLiteral("experiment.addArm")), Qt::LeftButton);
  auto* third = ask->findChild<QDoubleSpinBox*>(QStringLiteral("experiment.weight.2"));
  QVERIFY(third);
  third->setValue(20);
  QVERIFY(verb->isEnabled());  // the others gave way
  QTest::mouseClick(verb, Qt::LeftButton);
  QVERIFY(d.control.calls.contains(QStringLiteral("experiment v2_vs_v3")));
  QTRY_COMPARE(d.find<QLabel>("experiments.name")->text(), QStringLiteral("v2_vs_v3"));
  QCOMPARE(d.control.experiments.last().arms.size(), 3);
}

void TstGuiTraffic::stopNamesItsEffectAndStops() {
  Desk d;
  QTRY_VERIFY(d.ready());
  d.show(d.experimentsPage);
  QVERIFY(!d.find<QPushButton>("experiments.start.button")->isEnabled());
  d.click("experiments.stop.button");
  QDialog* ask = d.dialog("confirmSheet");
  QVERIFY(ask);
  QStringList said;
  for (const QLabel* l : ask->findChildren<QLabel*>()) said.append(l->text());
  QVERIFY(said.join(QLatin1Char('|')).contains(QLatin1String("arrival_delay_v1")));
  QTest::mouseClick(ask->findChild<QPushButton*>(QStringLiteral("verb")), Qt::LeftButton);
  QVERIFY(d.control.calls.contains(QStringLiteral("stop arrival_delay_v1_vs_v2")));
  QTRY_VERIFY(!d.find<QPushButton>("experiments.stop.button")->isEnabled());
}

void TstGuiTraffic::rampStepIsStagedWithItsPreview() {
  Desk d;
  QTRY_VERIFY(d.ready());
  d.show(d.experimentsPage);
  d.click("ramp.100");
  QCOMPARE(d.find<QLabel>("experiments.staged.count")->text(), QStringLiteral("1 staged change"));
  QVERIFY(d.find<QLabel>("experiments.rampText")->text().contains(QLatin1String("10.0 % join")));
  QCOMPARE(d.find<widgets::BucketMap>("experiments.buckets")->changes(), 1'000);
  d.apply("experiments.apply.button");
  QTRY_COMPARE(d.control.experiments.front().coverage, 1.0);
  QTRY_VERIFY(!d.find<QPushButton>("experiments.ramp.button")->isEnabled());
}

void TstGuiTraffic::editStagesWeights() {
  Desk d;
  QTRY_VERIFY(d.ready());
  d.show(d.experimentsPage);
  d.click("experiments.edit.button");
  QDialog* ask = d.dialog("experimentDialog");
  QVERIFY(ask);
  ask->findChild<QDoubleSpinBox*>(QStringLiteral("experiment.weight.0"))->setValue(80);
  QTest::mouseClick(ask->findChild<QPushButton*>(QStringLiteral("verb")), Qt::LeftButton);
  QCOMPARE(d.routing->staged().weights(QStringLiteral("arrival_delay_v1_vs_v2")),
           (std::vector<int>{8000, 2000}));
  QVERIFY(d.control.calls.filter(QStringLiteral("weights")).isEmpty());
}

void TstGuiTraffic::emptyWorldOffersTheFirstStep() {
  Desk d;
  QTRY_VERIFY(d.ready());
  d.show(d.experimentsPage);
  d.control.experiments.clear();
  d.control.routings.clear();
  d.control.push();
  QTRY_VERIFY(d.world.experiments().isEmpty());
  QPushButton* offered = nullptr;
  for (QPushButton* b : d.window.findChildren<QPushButton*>(QStringLiteral("emptyAction"))) {
    if (b->isVisible()) offered = b;
  }
  QVERIFY(offered);
  QTest::mouseClick(offered, Qt::LeftButton);
  QVERIFY(d.dialog("experimentDialog"));
}

void TstGuiTraffic::anUnroutedUseCaseIsRouted() {
  Desk d;
  QTRY_VERIFY(d.ready());
  d.show(d.routingPage);
  d.control.routings.clear();
  d.control.push();
  QTRY_VERIFY(d.world.routings().isEmpty());
  for (QPushButton* b : d.window.findChildren<QPushButton*>(QStringLiteral("emptyAction"))) {
    if (b->isVisible()) QTest::mouseClick(b, Qt::LeftButton);
  }
  QDialog* ask = d.dialog("routeDialog");
  QVERIFY(ask);
  auto* verb = ask->findChild<QPushButton*>(QStringLiteral("verb"));
  QVERIFY(!verb->isEnabled());
  QTest::keyClicks(ask->findChild<QLineEdit*>(QStringLiteral("route.useCase")),
                   QStringLiteral("taxi_out_time"));
  QVERIFY(verb->isEnabled());
  QTest::mouseClick(verb, Qt::LeftButton);
  QTRY_COMPARE(d.routing->useCase(), QStringLiteral("taxi_out_time"));
  QCOMPARE(d.control.routings.front().defaultEndpoint, QStringLiteral("arrival_delay_v1"));
}

}  // namespace aerie

QTEST_MAIN(aerie::TstGuiTraffic)
#include "tst_gui_traffic.moc"
