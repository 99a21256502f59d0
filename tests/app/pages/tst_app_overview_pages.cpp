#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include "app/pages/monitoring_page.h"
#include "app/pages/overview_page.h"
#include "app/presenters/monitoring_presenter.h"
#include "app/presenters/overview_presenter.h"
#include "app/widgets/chart_card.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/english_plurals.h"
#include "app/widgets/legend_bar.h"
#include "app/widgets/theme.h"
#include "app/widgets/tile.h"
#include "app/widgets/topology_view.h"
#include "tests/app/fakes/fake_control.h"

namespace aerie::pages {

using namespace widgets;
using testing::FakeControl;

namespace {

struct Bench {
  FakeControl control;
  models::World world;
  CommandRegistry commands;
  presenters::OverviewPresenter overview{control.monitoring, control.monitoring, world};
  presenters::MonitoringPresenter monitoring{control.monitoring, world};
  explicit Bench(bool full = true) {
    if (full) {
      testing::fillDemo(control);
      testing::fillMonitoringDemo(control.monitoring, control.status.nowMs);
    }
    control.status.nowMs = 1'779'000'000'000;
    rpc::WorldUpdate update;
    update.complete = true;
    update.models = control.models;
    update.deployments = control.deployments;
    update.routings = control.routings;
    update.experiments = control.experiments;
    update.status = control.status;
    world.apply(update);
  }
  void run(int seconds) {
    for (int i = 0; i < seconds; ++i) {
      testing::advanceDemo(control, i);
      rpc::WorldUpdate update;
      update.status = control.status;
      world.apply(update);
    }
  }
  template <class P>
  void show(P& page) {
    page.resize(1100, 700);
    page.show();
    page.setShown(true);
  }
};

// With AERIE_TEST_SCREENSHOTS set, keeps a picture for people to look at.
void keep(QWidget& widget, const char* name) {
  QCoreApplication::processEvents();
  const QString directory = qEnvironmentVariable("AERIE_TEST_SCREENSHOTS");
  if (!directory.isEmpty())
    widget.grab().save(directory + QLatin1Char('/') + QLatin1String(name) + QLatin1String(".png"));
}

}  // namespace

class TstAppOverviewPages final : public QObject {
  Q_OBJECT
 public:
  explicit TstAppOverviewPages(Theme& theme) : theme_(theme) {}
 private Q_SLOTS:
  void init();
  void overviewShowsVerdictNumbersAndTables();
  void everythingOnTheOverviewLeadsSomewhere();
  void aLowOverviewScrollsAndCutsNothing();
  void emptyOverviewOffersTheRegistry();
  void chartsShowEveryEndpointInOneRange();
  void chartsStandStillWhileTheyFill();
  void crosshairIsSeenOnAllCharts();
  void legendOfThePageHidesInAllCharts();
  void pauseByKeyAndByButton();
  void filteredAwayOffersToClear();
  void failedHistoryOffersToTryAgain();
  void metricIsOpenedByName();
  void everyControlHasAName();
  void darkPicturesAreTaken();

 private:
  Theme& theme_;
};

void TstAppOverviewPages::init() {
  QStandardPaths::setTestModeEnabled(true);
  QSettings().clear();
}

void TstAppOverviewPages::overviewShowsVerdictNumbersAndTables() {
  Bench b;
  OverviewPage page(b.overview, b.commands);
  b.show(page);
  b.run(6);
  QTRY_VERIFY(b.overview.changesKnown() && b.overview.concernsKnown());
  QVERIFY(page.findChild<QLabel*>(QStringLiteral("verdict.sentence"))
              ->text()
              .contains(QLatin1String("to look at")));
  auto* table = page.findChild<QTableView*>(QStringLiteral("overview.changes.table"));
  QVERIFY(table);
  QCOMPARE(table->model()->rowCount(), 11);
  QVERIFY(table->model()->index(0, 2).data().toString().contains(QLatin1String("arrival_delay_v3")));
  QTRY_VERIFY(page.findChild<TopologyView*>()->nodes().size() >= 6);
  keep(page, "overview-light");
}

void TstAppOverviewPages::everythingOnTheOverviewLeadsSomewhere() {
  Bench b;
  OverviewPage page(b.overview, b.commands);
  b.show(page);
  b.run(3);
  QTRY_VERIFY(b.overview.changesKnown());
  QSignalSpy wanted(&page, &Page::objectWanted);
  auto* view = page.findChild<TopologyView*>();
  Q_EMIT view->activated(QStringLiteral("endpoint:arrival_delay_v2"), {});
  QCOMPARE(wanted.takeLast(),
           (QList<QVariant>{QStringLiteral("deployment"), QStringLiteral("arrival_delay_v2")}));
  Q_EMIT view->activated(QStringLiteral("application:arrival_delay"), {});
  QCOMPARE(wanted.takeLast(), (QList<QVariant>{QStringLiteral("use_case"), QStringLiteral("arrival_delay")}));
  auto tiles = page.findChildren<Tile*>();
  QCOMPARE(tiles.size(), 5);
  QTest::mouseClick(tiles[1], Qt::LeftButton);
  QCOMPARE(wanted.takeLast(), (QList<QVariant>{QStringLiteral("metric"), QStringLiteral("latency")}));
  tiles[3]->setFocus();
  QTest::keyClick(tiles[3], Qt::Key_Return);
  QCOMPARE(wanted.takeLast()[0].toString(), QStringLiteral("deployment"));
  auto* table = page.findChild<QTableView*>(QStringLiteral("overview.changes.table"));
  table->setCurrentIndex(table->model()->index(0, 0));
  QTest::keyClick(table, Qt::Key_Return);
  QCOMPARE(wanted.takeLast()[0].toString(), QStringLiteral("deployment"));
}

void TstAppOverviewPages::aLowOverviewScrollsAndCutsNothing() {
  Bench b;
  OverviewPage page(b.overview, b.commands);
  b.show(page);
  b.run(3);
  const auto* topology = page.findChild<TopologyView*>();
  const auto* area = page.findChild<QScrollArea*>();
  const auto uncut = [&] {
    return topology->height() >= topology->minimumSizeHint().height() && !topology->nodes().isEmpty();
  };
  QTRY_VERIFY(uncut());
  QCOMPARE(area->verticalScrollBar()->maximum(), 0);  // a window of 1280 x 800
  page.resize(1'100, 380);
  QTRY_VERIFY(area->verticalScrollBar()->maximum() > 0);
  QVERIFY(uncut());
}

void TstAppOverviewPages::emptyOverviewOffersTheRegistry() {
  Bench b(false);
  OverviewPage page(b.overview, b.commands);
  b.show(page);
  auto* empty = page.findChild<EmptyState*>(QStringLiteral("overview.empty"));
  QVERIFY(empty->isVisible());
  QCOMPARE(empty->kind(), EmptyState::Kind::Empty);
  QSignalSpy wanted(&page, &Page::objectWanted);
  QTest::mouseClick(empty->findChild<QPushButton*>(QStringLiteral("emptyAction")), Qt::LeftButton);
  QCOMPARE(wanted[0][0].toString(), QStringLiteral("model"));
}

void TstAppOverviewPages::chartsShowEveryEndpointInOneRange() {
  Bench b;
  MonitoringPage page(b.monitoring, b.commands);
  b.show(page);
  QVERIFY(page.findChild<QToolButton*>(QStringLiteral("timeRange.5"))->isChecked());
  b.monitoring.setLength(15 * 60'000);
  QTRY_COMPARE(b.monitoring.state(), presenters::MonitoringPresenter::State::Ready);
  QTRY_VERIFY(!b.monitoring.scores().isEmpty() && !b.monitoring.markers().isEmpty());
  const auto cards = page.findChildren<ChartCard*>();
  QCOMPARE(cards.size(), 9);
  // One after the other.
  for (ChartCard* card : cards)
    QTRY_VERIFY2(!card->plot()->visibleSeries().isEmpty(), qPrintable(card->title()));
  keep(page, "monitoring-light");
  QTest::mouseClick(page.findChild<QToolButton*>(QStringLiteral("timeRange.60")), Qt::LeftButton);
  QCOMPARE(b.monitoring.range().lengthMs, 3'600'000);
  QVERIFY(page.findChild<QToolButton*>(QStringLiteral("timeRange.60"))->isChecked());
}

// They come one after the other, with their legends.
void TstAppOverviewPages::chartsStandStillWhileTheyFill() {
  Bench b;
  MonitoringPage page(b.monitoring, b.commands);
  b.show(page);
  const QList<ChartCard*> cards = page.findChildren<ChartCard*>();
  QCOMPARE(cards.size(), 9);
  const auto places = [&] {
    QList<QRect> out;
    for (const ChartCard* card : cards) out.append(card->geometry());
    return out;
  };
  QTRY_VERIFY(cards.front()->isVisible());
  QCoreApplication::sendPostedEvents();
  const QList<QRect> empty = places();
  QTRY_VERIFY(
      page.findChild<LegendBar*>(QStringLiteral("chart.scores.legend"))->isVisible());  // the last one
  QCoreApplication::processEvents();
  QVERIFY(page.findChild<LegendBar*>(QStringLiteral("chart.latency.variants"))->isVisible());
  QCOMPARE(places(), empty);
}

void TstAppOverviewPages::crosshairIsSeenOnAllCharts() {
  Bench b;
  MonitoringPage page(b.monitoring, b.commands);
  b.show(page);
  QTRY_COMPARE(b.monitoring.state(), presenters::MonitoringPresenter::State::Ready);
  auto* latency = page.findChild<ChartCard*>(QStringLiteral("chart.latency"));
  auto* cpu = page.findChild<ChartCard*>(QStringLiteral("chart.cpu"));
  QTRY_VERIFY(!cpu->plot()->visibleSeries().isEmpty());
  latency->plot()->setFocus();
  for (int i = 0; i < 60; ++i) QTest::keyClick(latency->plot(), Qt::Key_Left);
  QVERIFY(latency->plot()->crosshair());
  QCOMPARE(cpu->plot()->crosshair(), latency->plot()->crosshair());
  keep(page, "monitoring-crosshair");
  QTest::keyClick(latency->plot(), Qt::Key_Escape);
  QVERIFY(!cpu->plot()->crosshair());
  // A piece that is marked here is the range of all.
  QTest::keyClick(latency->plot(), Qt::Key_Home);
  for (int i = 0; i < 30; ++i) QTest::keyClick(latency->plot(), Qt::Key_Right, Qt::ShiftModifier);
  QTest::keyClick(latency->plot(), Qt::Key_Return);
  QVERIFY(b.monitoring.range().custom());
  QVERIFY(page.findChild<QToolButton*>(QStringLiteral("timeRange.piece"))->isVisible());
}

void TstAppOverviewPages::legendOfThePageHidesInAllCharts() {
  Bench b;
  MonitoringPage page(b.monitoring, b.commands);
  b.show(page);
  QTRY_COMPARE(b.monitoring.things().size(), 2);
  auto* toggle = page.findChild<QAbstractButton*>(QStringLiteral("legend.arrival_delay_v1"));
  QVERIFY(toggle);
  QTest::mouseClick(toggle, Qt::LeftButton);
  for (const char* id : {"chart.rate", "chart.memory"}) {
    const ChartPlot* plot = page.findChild<ChartCard*>(QLatin1String(id))->plot();
    QTRY_COMPARE(plot->visibleSeries().size(), 1);
    QCOMPARE(plot->visibleSeries().front().group, QStringLiteral("arrival_delay_v2"));
  }
}

void TstAppOverviewPages::pauseByKeyAndByButton() {
  Bench b;
  MonitoringPage page(b.monitoring, b.commands);
  b.show(page);
  page.activateWindow();
  page.setFocus();
  b.commands.find(QStringLiteral("monitoring.pause"))->trigger();
  QVERIFY(!b.monitoring.range().live());
  QTest::mouseClick(page.findChild<QToolButton*>(QStringLiteral("timeRange.pause")), Qt::LeftButton);
  QVERIFY(b.monitoring.range().live());
}

void TstAppOverviewPages::filteredAwayOffersToClear() {
  Bench b;
  MonitoringPage page(b.monitoring, b.commands);
  b.show(page);
  QTRY_COMPARE(b.monitoring.state(), presenters::MonitoringPresenter::State::Ready);
  QVERIFY(page.openObject(QStringLiteral("metrics_of"), QStringLiteral("arrival_delay_v3")));
  QCOMPARE(page.findChild<QComboBox*>(QStringLiteral("monitoring.endpoint"))->currentText(),
           QStringLiteral("arrival_delay_v3"));
  auto* empty = page.findChild<EmptyState*>(QStringLiteral("monitoring.empty"));
  QTRY_COMPARE(empty->kind(), EmptyState::Kind::FilteredAway);
  QVERIFY(empty->isVisible());
  QTest::mouseClick(empty->findChild<QPushButton*>(QStringLiteral("emptyAction")), Qt::LeftButton);
  QTRY_VERIFY(!empty->isVisible());
}

void TstAppOverviewPages::failedHistoryOffersToTryAgain() {
  Bench b;
  b.control.monitoring.reachable = false;
  MonitoringPage page(b.monitoring, b.commands);
  b.show(page);
  auto* empty = page.findChild<EmptyState*>(QStringLiteral("monitoring.empty"));
  QTRY_COMPARE(empty->kind(), EmptyState::Kind::Failed);
  b.control.monitoring.reachable = true;
  QTest::mouseClick(empty->findChild<QPushButton*>(QStringLiteral("emptyAction")), Qt::LeftButton);
  QTRY_VERIFY(!empty->isVisible());
}

void TstAppOverviewPages::metricIsOpenedByName() {
  Bench b;
  MonitoringPage page(b.monitoring, b.commands);
  b.show(page);
  QVERIFY(page.openObject(QStringLiteral("metric"), QStringLiteral("errors")));
  QVERIFY(!page.openObject(QStringLiteral("model"), QStringLiteral("arrival_delay")));
}

void TstAppOverviewPages::everyControlHasAName() {
  Bench b;
  OverviewPage overview(b.overview, b.commands);
  MonitoringPage monitoring(b.monitoring, b.commands);
  b.show(overview);
  b.show(monitoring);
  QTRY_COMPARE(b.monitoring.things().size(), 2);
  for (QWidget* page : {static_cast<QWidget*>(&overview), static_cast<QWidget*>(&monitoring)}) {
    for (QWidget* w : page->findChildren<QWidget*>()) {
      if (w->focusPolicy() == Qt::NoFocus || !w->isVisibleTo(page) || qobject_cast<QLabel*>(w)) continue;
      const auto* button = qobject_cast<QAbstractButton*>(w);
      const bool named = !w->accessibleName().isEmpty() || (button && !button->text().isEmpty());
      const bool inner =
          w->objectName() == QLatin1String("qt_scrollarea_viewport") || w->inherits("QHeaderView");
      QVERIFY2(named || inner,
               qPrintable(QLatin1String(w->metaObject()->className()) + QLatin1Char(' ') + w->objectName()));
    }
  }
}

void TstAppOverviewPages::darkPicturesAreTaken() {
  theme_.set(ThemeChoice::Dark);
  {
    Bench b;
    OverviewPage overview(b.overview, b.commands);
    b.show(overview);
    b.run(6);
    QTRY_VERIFY(b.overview.changesKnown() && b.overview.graph().nodes.size() >= 6);
    keep(overview, "overview-dark");
    MonitoringPage monitoring(b.monitoring, b.commands);
    b.show(monitoring);
    QTRY_VERIFY(!b.monitoring.scores().isEmpty());
    keep(monitoring, "monitoring-dark");
    QVERIFY(!monitoring.grab().isNull());
  }
  theme_.set(ThemeChoice::Light);
}

}  // namespace aerie::pages

int main(int argc, char** argv) {
  QApplication app(argc, argv);
  aerie::widgets::EnglishPlurals plurals;
  QCoreApplication::installTranslator(&plurals);
  aerie::widgets::Theme theme(app, aerie::widgets::ThemeChoice::Light);
  aerie::pages::TstAppOverviewPages test(theme);
  return QTest::qExec(&test, argc, argv);
}
#include "tst_app_overview_pages.moc"
