#include <QAbstractButton>
#include <QLabel>
#include <QPainter>
#include <QScrollBar>
#include <QSet>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/widgets/cell_grid.h"
#include "app/widgets/chart_card.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/english_plurals.h"
#include "app/widgets/host_heat_map.h"
#include "app/widgets/run_comparison.h"
#include "app/widgets/state_paint.h"
#include "app/widgets/steady_tabs.h"
#include "app/widgets/theme.h"
#include "app/widgets/tokens.h"
#include "app/widgets/utilisation_chart.h"
#include "app/widgets/zone_matrix.h"
#include "tests/app/widgets/training_demo.h"

namespace aerie::widgets {

using models::CellState;
using models::TaskCell;
using testing::kDemoStart;

namespace {

struct Heat {
  HostHeatMap map;
  explicit Heat(int hosts, int samples = 60) {
    map.resize(700, 260);
    map.setLoading(false);
    map.setWindow(kDemoStart, kDemoStart + samples * 10'000);
    map.setHosts(testing::demoHosts(hosts, samples));
    map.show();
    map.grab();
  }
};

struct Matrix {
  ZoneMatrix matrix{QStringLiteral("zones")};
  CellGrid& grid = *matrix.grid();
  explicit Matrix(const QList<TaskCell>& cells, QSize size = {640, 420}) {
    matrix.resize(size);
    matrix.setDimensions(QStringLiteral("Origin"), QStringLiteral("Month"));
    matrix.setLoading(false);
    matrix.setCells(cells);
    matrix.show();
    matrix.grab();
  }
};

}  // namespace

class TstTrainingWidgets final : public QObject {
  Q_OBJECT
 public:
  explicit TstTrainingWidgets(Theme& theme) : theme_(theme) {}

 private Q_SLOTS:
  void utilisationReadsWasteAndIdleAtTheCrosshair();
  void utilisationSumsWhatIsSeen();
  void bandsAreNamedWhereThereIsRoom();
  void utilisationExportsWhatIsSeen();
  void heatCellsAreFoundWhereTheyArePainted();
  void heatSaysTheNumbers();
  void aHostOpensIntoItsCores();
  void heatKeysReachEveryCell();
  void heatKeepsItsHostOverUpdates();
  void thousandHostsScroll();
  void cellsStandInRowsAndColumns();
  void cellsWithoutDimensionsWrap();
  void oneChangedCellIsOneRepaintedCell();
  void matrixKeysWalkAndJumpToFailures();
  void filterAndLegendDim();
  void selectionStaysWithItsTask();
  void statesDifferWithoutColour();
  void comparisonSaysTheDifference();
  void comparisonOfOneRunSaysNoDifference();
  void bothRunsShareTheirAxes();
  void anyAmountIsPaintedInBothThemes_data();
  void anyAmountIsPaintedInBothThemes();
  void everythingTakesTheKeys();
  void emptyStatesSayWhy();
  void tabsAreNotPaintedAgainForWhatTheyHold();
  void tabsAreLaidOutForATabOfAnotherSize();

 private:
  Theme& theme_;
};

// ---------------------------------------------------------------- utilisation

void TstTrainingWidgets::utilisationReadsWasteAndIdleAtTheCrosshair() {
  UtilisationChart chart(QStringLiteral("use"));
  chart.resize(700, 300);
  chart.setLoading(false);
  chart.setWindow(kDemoStart, kDemoStart + 20'000);
  models::Load load;
  load.stepMs = 10'000;
  load.samples = {{kDemoStart, 16, 12, 9, 6, 0}, {kDemoStart + 10'000, 16, 8, 10, 4, 0}};
  chart.setLoad(load);
  chart.show();
  chart.grab();
  const ChartPlot* plot = chart.card()->plot();
  const auto bands = plot->bandsAt(kDemoStart);
  QCOMPARE(bands.size(), 2);
  QCOMPARE(bands[0].title, QStringLiteral("Waste"));
  QCOMPARE(bands[0].text, QStringLiteral("3"));
  QCOMPARE(bands[1].text, QStringLiteral("4"));
  // More busy than asked for: no waste, and idle is what is left of the capacity.
  QCOMPARE(plot->bandsAt(kDemoStart + 10'000)[0].text, QStringLiteral("0"));
  QCOMPARE(plot->bandsAt(kDemoStart + 10'000)[1].text, QStringLiteral("6"));
  const QString sentence = plot->sentenceAt(kDemoStart);
  QVERIFY2(sentence.contains(QLatin1String("Cores really busy 9, Waste 3, Idle 4")), qPrintable(sentence));
  QVERIFY(bands[0].brush.style() != bands[1].brush.style());
}

void TstTrainingWidgets::utilisationSumsWhatIsSeen() {
  UtilisationChart chart(QStringLiteral("use"));
  chart.setLoad(testing::demoLoad(0));
  QVERIFY(chart.summary().isEmpty());
  models::Load load;
  load.stepMs = 3'600'000;
  load.samples = {{kDemoStart, 10, 6, 5, 3, 0}};
  chart.setLoad(load);
  chart.setWindow(kDemoStart, kDemoStart + load.stepMs);
  QCOMPARE(chart.summary(),
           QStringLiteral("Busy 50.0 % of the capacity, waste 10.0 % (1 core hours), idle 40.0 % "
                          "(4 core hours)"));
}

void TstTrainingWidgets::bandsAreNamedWhereThereIsRoom() {
  UtilisationChart chart(QStringLiteral("use"));
  chart.resize(800, 320);
  chart.setLoading(false);
  const models::Load load = testing::demoLoad(120);
  chart.setWindow(kDemoStart, kDemoStart + 120 * load.stepMs);
  chart.setLoad(load);
  chart.show();
  const QImage named = chart.grab().toImage();
  QVERIFY(!named.isNull());
  chart.resize(800, 180);
  QVERIFY(!chart.grab().isNull());
}

void TstTrainingWidgets::utilisationExportsWhatIsSeen() {
  UtilisationChart chart(QStringLiteral("use"));
  const models::Load load = testing::demoLoad(50);
  chart.setLoad(load);
  chart.setWindow(kDemoStart, kDemoStart + 10 * load.stepMs);
  const QStringList lines = chart.card()->toCsv().split(QLatin1String("\r\n"), Qt::SkipEmptyParts);
  QCOMPARE(lines.front(), QStringLiteral("time,Capacity (cores),Slots in use,Cores really busy"));
  QCOMPARE(lines.size(), 12);  // both ends of the window
}

// ---------------------------------------------------------------- hosts

void TstTrainingWidgets::heatCellsAreFoundWhereTheyArePainted() {
  Heat h(10);
  QCOMPARE(h.map.rows().size(), 10U);
  QCOMPARE(h.map.columns(), 60);  // no finer than what was measured
  for (int row = 0; row < 10; ++row) {
    for (int column = 0; column < h.map.columns(); ++column) {
      const QPoint at = h.map.cellRect(row, column).center();
      QCOMPARE(h.map.rowAt(at), row);
      QCOMPARE(h.map.columnAt(at), column);
    }
  }
  QCOMPARE(h.map.columnAt({2, 50}), -1);
  QCOMPARE(h.map.rowAt({300, 255}), -1);
}

void TstTrainingWidgets::heatSaysTheNumbers() {
  HostHeatMap map;
  map.resize(500, 200);
  map.setWindow(kDemoStart, kDemoStart + 20'000);
  map.setHosts({{QStringLiteral("host-3"),
                 10'000,
                 {{kDemoStart, 16, 14, 12, {}}, {kDemoStart + 10'000, 0, 0, 0, {}}}}});
  const QString busy = map.describe(0, 0);
  QVERIFY2(busy.startsWith(QLatin1String("host-3, ")), qPrintable(busy));
  QVERIFY2(busy.endsWith(QLatin1String("75.0 % busy, 12.0 of 16 cores, 14 in slots")), qPrintable(busy));
  QVERIFY(map.describe(0, 1).endsWith(QLatin1String("not ready, or not measured")));
  QVERIFY(map.describe(1, 0).isEmpty());
  QVERIFY(map.shareAt(0, 1) < 0);
}

void TstTrainingWidgets::aHostOpensIntoItsCores() {
  Heat h(4);
  QTest::keyClick(&h.map, Qt::Key_Down);
  QCOMPARE(h.map.currentHost(), QStringLiteral("host-1"));
  QTest::keyClick(&h.map, Qt::Key_Space);
  QVERIFY(h.map.isOpen(QStringLiteral("host-1")));
  QCOMPARE(h.map.rows().size(), 4U + 16U);
  QCOMPARE(h.map.rows()[3].core, 2);
  QVERIFY(h.map.describe(3, 0).contains(QLatin1String("host-1, core 2")));
  QTest::keyClick(&h.map, Qt::Key_Down);
  QCOMPARE(h.map.currentHost(), QStringLiteral("host-1"));  // its first core
  QTest::keyClick(&h.map, Qt::Key_Minus);
  QCOMPARE(h.map.rows().size(), 4U);
  QCOMPARE(h.map.currentHost(), QStringLiteral("host-1"));
  QTest::mouseClick(h.map.viewport(), Qt::LeftButton, {}, {4, h.map.cellRect(1, 0).center().y()});
  QVERIFY(h.map.isOpen(QStringLiteral("host-2")));
  QSignalSpy activated(&h.map, &HostHeatMap::hostActivated);
  QTest::keyClick(&h.map, Qt::Key_Return);
  QCOMPARE(activated.size(), 1);
}

void TstTrainingWidgets::heatKeysReachEveryCell() {
  Heat h(3);
  QSignalSpy crossed(&h.map, &HostHeatMap::crosshairMoved);
  QTest::keyClick(&h.map, Qt::Key_Home, Qt::ControlModifier);
  const QString first = h.map.accessibleDescription();
  for (int i = 1; i < h.map.columns(); ++i) QTest::keyClick(&h.map, Qt::Key_Right);
  for (int i = 1; i < 3; ++i) QTest::keyClick(&h.map, Qt::Key_Down);
  const QString last = h.map.accessibleDescription();
  QVERIFY(last != first);
  QVERIFY(last.startsWith(QLatin1String("host-3")));
  QTest::keyClick(&h.map, Qt::Key_Right);  // stays at the end
  QCOMPARE(h.map.accessibleDescription(), last);
  QVERIFY(crossed.size() >= h.map.columns());
}

void TstTrainingWidgets::heatKeepsItsHostOverUpdates() {
  Heat h(5);
  h.map.setOpen(QStringLiteral("host-2"), true);
  QTest::keyClick(&h.map, Qt::Key_Down);
  QTest::keyClick(&h.map, Qt::Key_Down);
  QCOMPARE(h.map.currentHost(), QStringLiteral("host-2"));
  auto hosts = testing::demoHosts(5, 60);
  hosts.removeFirst();
  h.map.setHosts(hosts);
  QCOMPARE(h.map.currentHost(), QStringLiteral("host-2"));
  QVERIFY(h.map.isOpen(QStringLiteral("host-2")));
}

void TstTrainingWidgets::thousandHostsScroll() {
  Heat h(1'000, 20);
  QVERIFY(h.map.verticalScrollBar()->maximum() > 0);
  QTest::keyClick(&h.map, Qt::Key_Down);
  QTest::keyClick(&h.map, Qt::Key_End, Qt::ControlModifier);
  QCOMPARE(h.map.currentHost(), QStringLiteral("host-1000"));
  QVERIFY(!h.map.cellRect(999, 0).isNull());
  QVERIFY(h.map.cellRect(0, 0).isNull());  // scrolled away
}

// ---------------------------------------------------------------- zones

void TstTrainingWidgets::cellsStandInRowsAndColumns() {
  Matrix m(testing::demoCells(229, 7));
  QVERIFY(m.grid.table());
  QVERIFY(m.grid.blocks() > 1);  // 229 rows beside each other, not below
  QSet<QPair<int, int>> taken;
  for (int i = 0; i < static_cast<int>(m.grid.cells().size()); ++i) {
    const QRect rect = m.grid.cellRect(i);
    QVERIFY(!taken.contains({rect.x(), rect.y()}));
    taken.insert({rect.x(), rect.y()});
    if (m.grid.viewport()->rect().contains(rect)) QCOMPARE(m.grid.cellAt(rect.center()), i);
  }
  // Beside each other in a row: the next month of the same origin.
  QCOMPARE(m.grid.cellRect(1).y(), m.grid.cellRect(0).y());
  QVERIFY(m.grid.cellRect(7).y() > m.grid.cellRect(0).y());
  QVERIFY(m.matrix.describe(m.grid.cells()[0].id).startsWith(QLatin1String("Origin ")));
}

void TstTrainingWidgets::cellsWithoutDimensionsWrap() {
  Matrix m(testing::demoCells(1'500, 0));
  QVERIFY(!m.grid.table());
  QCOMPARE(m.grid.verticalScrollBar()->maximum(), 0);  // all of them are seen
  for (int i = 0; i < 1'500; ++i) QCOMPARE(m.grid.cellAt(m.grid.cellRect(i).center()), i);
}

void TstTrainingWidgets::oneChangedCellIsOneRepaintedCell() {
  auto cells = testing::demoCells(229, 7);
  Matrix m(cells);
  QTest::qWait(0);
  QCoreApplication::processEvents();
  const qint64 before = m.grid.painted();
  cells[30].state = CellState::Failed;
  m.matrix.setCells(cells);
  QTRY_VERIFY(m.grid.painted() > before);
  QVERIFY2(m.grid.painted() - before <= 9, qPrintable(QString::number(m.grid.painted() - before)));
  const qint64 after = m.grid.painted();
  m.matrix.setCells(cells);  // the same again
  QCoreApplication::processEvents();
  QCOMPARE(m.grid.painted(), after);
}

void TstTrainingWidgets::matrixKeysWalkAndJumpToFailures() {
  auto cells = testing::demoCells(10, 4, 1.0);
  for (TaskCell& c : cells) c.state = CellState::Succeeded;
  cells[17].state = CellState::Failed;
  Matrix m(cells);
  QSignalSpy activated(&m.matrix, &ZoneMatrix::activated);
  for (const int key : {Qt::Key_Right, Qt::Key_Up, Qt::Key_PageDown, Qt::Key_End}) {  // from nowhere
    QTest::keyClick(&m.grid, Qt::Key(key));
    QCOMPARE(m.grid.cursor(), 0);
    QTest::keyClick(&m.grid, Qt::Key_Escape);
    QCOMPARE(m.grid.cursor(), -1);
  }
  QTest::keyClick(&m.grid, Qt::Key_Right);
  QTest::keyClick(&m.grid, Qt::Key_Down);
  QCOMPARE(m.grid.cursor(), 4);
  QTest::keyClick(&m.grid, Qt::Key_Right);
  QCOMPARE(m.grid.cursor(), 5);
  QTest::keyClick(&m.grid, Qt::Key_Right, Qt::ControlModifier);
  QCOMPARE(m.grid.cursor(), 17);
  QTest::keyClick(&m.grid, Qt::Key_Right, Qt::ControlModifier);  // the only one
  QCOMPARE(m.grid.cursor(), 17);
  QTest::keyClick(&m.grid, Qt::Key_End);
  QCOMPARE(m.grid.cursor(), 39);
  QTest::keyClick(&m.grid, Qt::Key_Home);
  QCOMPARE(m.grid.cursor(), 0);
  QTest::keyClick(&m.grid, Qt::Key_Return);
  QCOMPARE(activated.size(), 1);
  QCOMPARE(activated[0][0].toString(), cells[0].id);
  QVERIFY(m.grid.accessibleDescription().contains(QLatin1String("Succeeded")));
}

void TstTrainingWidgets::filterAndLegendDim() {
  Matrix m(testing::demoCells(20, 5));
  QCOMPARE(m.matrix.matching(), 100);
  m.matrix.setFilter(QStringLiteral("03 succ"));
  const int some = m.matrix.matching();
  QVERIFY(some > 0 && some <= 20);
  m.matrix.setFilter({});
  const auto counts = models::countsOf(m.matrix.cells());
  auto* toggle = m.matrix.findChild<QToolButton*>(QStringLiteral("zones.state0"));
  QVERIFY(toggle);
  QCOMPARE(toggle->text(), QStringLiteral("Waiting %1").arg(counts[0]));
  QVERIFY(!toggle->accessibleName().isEmpty());
  QTest::mouseClick(toggle, Qt::LeftButton);
  QCOMPARE(m.matrix.matching(), 100 - counts[0]);
  QTest::mouseClick(toggle, Qt::LeftButton);
  QCOMPARE(m.matrix.matching(), 100);
  m.matrix.setFilter(QStringLiteral("no such task"));
  QCOMPARE(m.matrix.matching(), 0);
}

void TstTrainingWidgets::selectionStaysWithItsTask() {
  auto cells = testing::demoCells(20, 5);
  Matrix m(cells);
  m.matrix.setSelected(cells[33].id);
  QCOMPARE(m.matrix.selected(), cells[33].id);
  cells.removeFirst();
  cells.removeFirst();
  m.matrix.setCells(cells);
  QCOMPARE(m.matrix.selected(), cells[31].id);
  QSignalSpy selected(&m.matrix, &ZoneMatrix::selectedChanged);
  QTest::mouseClick(m.grid.viewport(), Qt::LeftButton, {}, m.grid.cellRect(3).center());
  QCOMPARE(m.matrix.selected(), cells[3].id);
  QCOMPARE(selected.size(), 1);
  m.matrix.setSelected({});
  QVERIFY(m.matrix.selected().isEmpty());
}

void TstTrainingWidgets::statesDifferWithoutColour() {
  for (const int side : {10, 18}) {
    QSet<QByteArray> pictures;
    for (int s = 0; s < models::kCellStates; ++s) {
      QImage image(side, side, QImage::Format_RGB32);
      image.fill(colorOf(Role::Surface));
      QPainter painter(&image);
      painter.setRenderHint(QPainter::Antialiasing);
      paintCell(painter, QRectF(0, 0, side, side), static_cast<CellState>(s), 0.5);
      painter.end();
      // Three levels of grey: what is left when colours cannot be told apart.
      QByteArray shape;
      for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) shape.append(static_cast<char>(qGray(image.pixel(x, y)) / 86));
      }
      QVERIFY2(!pictures.contains(shape), qPrintable(QStringLiteral("state %1 at %2").arg(s).arg(side)));
      pictures.insert(shape);
    }
  }
}

// ---------------------------------------------------------------- two runs

void TstTrainingWidgets::comparisonSaysTheDifference() {
  RunComparison view(QStringLiteral("compare"));
  view.setLoading(false);
  view.setRuns(testing::demoRun("Before", 14'400'000, 0.11, 10),
               testing::demoRun("After", 1'200'000, 0.8, 70));
  QCOMPARE(view.lines()[0].before, QStringLiteral("240 min"));
  QCOMPARE(view.lines()[0].after, QStringLiteral("20.0 min"));
  QCOMPARE(view.lines()[0].difference, QStringLiteral("12.0 times as fast"));
  QVERIFY(view.lines()[0].better);
  QCOMPARE(view.lines()[1].difference, QStringLiteral("+69.0 points"));
  QCOMPARE(view.lines()[2].difference, QStringLiteral("7.0 times as many"));
  QVERIFY(view.sentence().contains(QLatin1String("from 240 min to 20.0 min (12.0 times as fast)")));
  // The other way around it is worse, and says so in words.
  view.setRuns(testing::demoRun("A", 1'200'000, 0.8, 70), testing::demoRun("B", 14'400'000, 0.11, 10));
  QCOMPARE(view.lines()[0].difference, QStringLiteral("12.0 times as long"));
  QVERIFY(view.lines()[0].worse);
}

void TstTrainingWidgets::comparisonOfOneRunSaysNoDifference() {
  RunComparison view(QStringLiteral("compare"));
  view.setLoading(false);
  view.setRuns(std::nullopt, testing::demoRun("After", 1'200'000, 0.8, 70));
  QVERIFY(view.lines()[0].before.isEmpty());
  QVERIFY(view.lines()[0].difference.isEmpty());
  const auto same = testing::demoRun("Same", 1'200'000, 0.8, 70);
  view.setRuns(same, same);
  for (const RunComparison::Line& line : view.lines()) QVERIFY(line.difference.isEmpty());
  // Neither does what rounds to the same number: shares of 0.00001 and 0.00002.
  view.setRuns(testing::demoRun("A", 1'200'000, 0.00001, 70), testing::demoRun("B", 1'200'000, 0.00002, 70));
  QCOMPARE(view.lines()[1].before, view.lines()[1].after);
  QVERIFY(view.lines()[1].difference.isEmpty());
}

void TstTrainingWidgets::bothRunsShareTheirAxes() {
  RunComparison view(QStringLiteral("compare"));
  view.resize(1'000, 320);
  view.setLoading(false);
  view.setRuns(testing::demoRun("Before", 14'400'000, 0.11, 10),
               testing::demoRun("After", 1'200'000, 0.8, 70));
  view.show();
  view.grab();
  const ChartPlot* plot = view.busyChart()->plot();
  QCOMPARE(plot->series().size(), 2);
  QCOMPARE(plot->series()[0].points.front().x(), 0.0);  // both begin at their own start
  QCOMPARE(plot->series()[1].points.front().x(), 0.0);
  QVERIFY(plot->series()[0].line != plot->series()[1].line);
  QCOMPARE(plot->top(), 1.0);
  QVERIFY(std::abs(plot->xOf(plot->pixelOf(14'400'000)) - 14'400'000) < 1);
  QVERIFY(plot->sentenceAt(600'000).startsWith(QLatin1String("10.0 min: ")));
}

// ---------------------------------------------------------------- all of them

void TstTrainingWidgets::anyAmountIsPaintedInBothThemes_data() {
  QTest::addColumn<int>("rows");
  for (const int rows : {0, 1, 100, 10'000}) QTest::addRow("%d rows", rows) << rows;
}

void TstTrainingWidgets::anyAmountIsPaintedInBothThemes() {
  QFETCH(int, rows);
  UtilisationChart use(QStringLiteral("use"));
  HostHeatMap heat;
  ZoneMatrix zones(QStringLiteral("zones"));
  RunComparison compare(QStringLiteral("compare"));
  const models::Load load = testing::demoLoad(rows);
  use.setWindow(kDemoStart, kDemoStart + std::max(1, rows) * load.stepMs);
  use.setLoad(load);
  heat.setWindow(kDemoStart, kDemoStart + 100'000);
  heat.setHosts(testing::demoHosts(rows, 3, 4));
  zones.setCells(testing::demoCells(rows, rows > 1 ? 3 : 0));
  if (rows > 0) compare.setRuns(testing::demoRun("One", 1'000.0 * rows, 0.5, rows), std::nullopt);
  for (const ThemeChoice look : {ThemeChoice::Dark, ThemeChoice::Light}) {
    theme_.set(look);
    for (QWidget* widget : {static_cast<QWidget*>(&use), static_cast<QWidget*>(&heat),
                            static_cast<QWidget*>(&zones), static_cast<QWidget*>(&compare)}) {
      widget->resize(520, 260);
      QVERIFY(!widget->grab().isNull());
    }
  }
}

void TstTrainingWidgets::everythingTakesTheKeys() {
  const UtilisationChart use(QStringLiteral("use"));
  const HostHeatMap heat;
  const ZoneMatrix zones(QStringLiteral("zones"));
  for (const QWidget* widget :
       {static_cast<const QWidget*>(use.card()->plot()), static_cast<const QWidget*>(&heat),
        static_cast<const QWidget*>(zones.grid())}) {
    QCOMPARE(widget->focusPolicy(), Qt::StrongFocus);
    QVERIFY(!widget->accessibleName().isEmpty());
  }
}

void TstTrainingWidgets::emptyStatesSayWhy() {
  HostHeatMap heat;
  QCOMPARE(heat.accessibleDescription(), QStringLiteral("Loading"));
  heat.setLoading(false);
  QCOMPARE(heat.accessibleDescription(), QStringLiteral("No host was measured in this time"));
  ZoneMatrix zones(QStringLiteral("zones"));
  auto* empty = zones.findChild<EmptyState*>();
  QCOMPARE(empty->kind(), EmptyState::Kind::Loading);
  zones.setLoading(false);
  QCOMPARE(empty->kind(), EmptyState::Kind::Empty);
  RunComparison compare(QStringLiteral("compare"));
  empty = compare.findChild<EmptyState*>();
  QCOMPARE(empty->kind(), EmptyState::Kind::Loading);
  compare.setLoading(false);
  QCOMPARE(empty->kind(), EmptyState::Kind::Empty);
}

// Counts how often a widget is painted.
class Paints final : public QObject {
 public:
  explicit Paints(QWidget* widget) { widget->installEventFilter(this); }
  int times = 0;

 protected:
  bool eventFilter(QObject*, QEvent* event) override {
    times += event->type() == QEvent::Paint ? 1 : 0;
    return false;
  }
};

void TstTrainingWidgets::tabsAreNotPaintedAgainForWhatTheyHold() {
  SteadyTabs tabs;
  auto* page = new QWidget(&tabs);
  auto* column = new QVBoxLayout(page);
  auto* number = new QLabel(QStringLiteral("1"), page);
  auto* still = new QLabel(QStringLiteral("still"), page);
  column->addWidget(number);
  column->addStretch(1);
  column->addWidget(still);
  tabs.addTab(page, QStringLiteral("Tasks"));
  tabs.resize(400, 300);
  tabs.show();
  QVERIFY(QTest::qWaitForWindowExposed(&tabs));
  Paints seen(number);
  Paints others(still);
  number->setText(QStringLiteral("1,234,567 of 2,000,000"));
  QTRY_VERIFY(seen.times > 0);
  QCoreApplication::processEvents();
  QCOMPARE(others.times, 0);
}

void TstTrainingWidgets::tabsAreLaidOutForATabOfAnotherSize() {
  SteadyTabs tabs;
  tabs.addTab(new QWidget(&tabs), QStringLiteral("A"));
  tabs.addTab(new QWidget(&tabs), QStringLiteral("B"));
  tabs.resize(600, 300);
  tabs.show();
  QVERIFY(QTest::qWaitForWindowExposed(&tabs));
  const int before = tabs.tabBar()->width();
  tabs.setTabText(1, QStringLiteral("Utilisation of the whole cluster"));
  QTRY_VERIFY(tabs.tabBar()->width() > before);
  QVERIFY(tabs.tabBar()->width() >= tabs.tabBar()->sizeHint().width());
}

}  // namespace aerie::widgets

int main(int argc, char** argv) {
  QApplication app(argc, argv);
  aerie::widgets::EnglishPlurals plurals;
  QCoreApplication::installTranslator(&plurals);
  aerie::widgets::Theme theme(app, aerie::widgets::ThemeChoice::Light);
  aerie::widgets::TstTrainingWidgets test(theme);
  return QTest::qExec(&test, argc, argv);
}
#include "tst_training_widgets.moc"
