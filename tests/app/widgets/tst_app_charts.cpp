#include <QAbstractButton>
#include <QChart>
#include <QFile>
#include <QLineSeries>
#include <QPixmap>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <cmath>
#include <limits>

#include "app/widgets/chart_card.h"
#include "app/widgets/legend_bar.h"
#include "app/widgets/theme.h"
#include "app/widgets/tile.h"
#include "app/widgets/time_range_bar.h"
#include "app/widgets/tokens.h"
#include "core/base/files.h"

namespace aerie::widgets {

using models::ChartSeries;
using models::ValueKind;

namespace {

constexpr double kStart = 1'779'000'000'000;

ChartSeries line(const QString& name, const QList<QPointF>& points, int color = 0) {
  ChartSeries s;
  s.id = name;
  s.group = name;
  s.title = name;
  s.color = color;
  s.points = points;
  return s;
}

QList<QPointF> ramp(int count, double step, double from = 0) {
  QList<QPointF> out;
  for (int i = 0; i < count; ++i) out.append(QPointF(kStart + i * step, from + i));
  return out;
}

ChartOptions millis() {
  ChartOptions out;
  out.kind = ValueKind::Millis;
  return out;
}

struct Shown {
  ChartCard card;
  explicit Shown(ChartCard::Legend legend = ChartCard::Legend::Everything)
      : card(QStringLiteral("chart"), QStringLiteral("Latency"), millis(), legend) {
    card.resize(480, 260);
    card.setWindow(kStart, kStart + 100'000);
    card.setLoading(false);
    card.show();
  }
  QAbstractButton* toggle(const char* name) {
    return card.findChild<QAbstractButton*>(QLatin1String("legend.") + QLatin1String(name));
  }
};

}  // namespace

class TstAppCharts final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void crosshairReadsTheNearestSamples();
  void crosshairFollowsTheMouseAndSnaps();
  void keysWalkFromSampleToSample();
  void markedPieceIsPickedByKeysAndMouse();
  void otherChartsCrosshairListsNothing();
  void markersAreReadAtTheCrosshair();
  void legendHidesShowsAndIsolates();
  void variantsAreHiddenForAllThings();
  void csvIsWhatIsSeen();
  void filesAreWrittenOrTheReasonIsKnown();
  void missingDataIsSaidSinceWhen();
  void pausedCardKeepsWhatItShows();
  void linesAreDrawnOnceForAllThatChanged();
  void hiddenChartDrawsNothing();
  void pictureIsNeverBehindTheData();
  void virtualTimeIsToldSinceItsBeginning();
  void yAxisCoversWhatIsVisible();
  void anyNumberOfSamplesIsPainted_data();
  void anyNumberOfSamplesIsPainted();
  void colourIsTheSeriesRole();
  void rangeBarOffersLengthsAndPause();
  void rangeBarShowsThePickedPiece();
  void tileTellsNumberNoteAndChange();
};

void TstAppCharts::crosshairReadsTheNearestSamples() {
  Shown s;
  s.card.setSeries(
      {line(QStringLiteral("v1"), ramp(11, 10'000)), line(QStringLiteral("v2"), ramp(11, 10'000, 5), 1)},
      25'000);
  const auto values = s.card.plot()->valuesAt(kStart + 31'000);
  QCOMPARE(values.size(), 2);
  QCOMPARE(values[0].title, QStringLiteral("v1"));
  QCOMPARE(values[0].text, QStringLiteral("3.00 ms"));
  QCOMPARE(values[1].text, QStringLiteral("8.00 ms"));
  QCOMPARE(values[1].sample.x(), kStart + 30'000);
  QVERIFY(s.card.plot()->sentenceAt(kStart + 31'000).endsWith(QLatin1String("v1 3.00 ms, v2 8.00 ms")));
  // Where nothing was measured nothing is read.
  s.card.setSeries({line(QStringLiteral("v1"), {{kStart, 1}, {kStart + 90'000, 2}})}, 25'000);
  QVERIFY(s.card.plot()->valuesAt(kStart + 45'000).isEmpty());
}

void TstAppCharts::crosshairFollowsTheMouseAndSnaps() {
  Shown s;
  s.card.setSeries({line(QStringLiteral("v1"), ramp(11, 10'000))}, 25'000);
  ChartPlot* plot = s.card.plot();
  QSignalSpy moved(plot, &ChartPlot::crosshairMoved);
  QSignalSpy left(plot, &ChartPlot::crosshairLeft);
  const QPoint at(static_cast<int>(plot->pixelOf(kStart + 52'000)), 60);
  QTest::mouseMove(plot->viewport(), at);
  QTRY_COMPARE(plot->crosshair().value_or(0), kStart + 50'000);
  QVERIFY(moved.size() >= 1);
  QEvent leave(QEvent::Leave);
  QCoreApplication::sendEvent(plot, &leave);
  QVERIFY(!plot->crosshair());
  QCOMPARE(left.size(), 1);
}

void TstAppCharts::keysWalkFromSampleToSample() {
  Shown s;
  s.card.setSeries({line(QStringLiteral("v1"), ramp(11, 10'000))}, 25'000);
  ChartPlot* plot = s.card.plot();
  QTest::keyClick(plot, Qt::Key_Left);  // from nowhere: the newest
  QCOMPARE(plot->crosshair().value_or(0), kStart + 100'000);
  QTest::keyClick(plot, Qt::Key_Left);
  QCOMPARE(plot->crosshair().value_or(0), kStart + 90'000);
  QVERIFY(plot->accessibleDescription().contains(QLatin1String("v1 9.00 ms")));
  QTest::keyClick(plot, Qt::Key_Home);
  QCOMPARE(plot->crosshair().value_or(0), kStart);
  QTest::keyClick(plot, Qt::Key_Right, Qt::ControlModifier);
  QCOMPARE(plot->crosshair().value_or(0), kStart + 100'000);
  QTest::keyClick(plot, Qt::Key_Escape);
  QVERIFY(!plot->crosshair());
}

void TstAppCharts::markedPieceIsPickedByKeysAndMouse() {
  Shown s;
  s.card.setSeries({line(QStringLiteral("v1"), ramp(11, 10'000))}, 25'000);
  ChartPlot* plot = s.card.plot();
  QSignalSpy picked(&s.card, &ChartCard::piecePicked);
  QTest::keyClick(plot, Qt::Key_End);
  for (int i = 0; i < 4; ++i) QTest::keyClick(plot, Qt::Key_Left, Qt::ShiftModifier);
  QTest::keyClick(plot, Qt::Key_Return);
  QCOMPARE(picked.size(), 1);
  QCOMPARE(picked[0][0].toDouble(), kStart + 60'000);
  QCOMPARE(picked[0][1].toDouble(), kStart + 100'000);
  const QPoint a(static_cast<int>(std::lround(plot->pixelOf(kStart + 80'000))), 60);
  const QPoint b(static_cast<int>(std::lround(plot->pixelOf(kStart + 20'000))), 70);
  QTest::mousePress(plot->viewport(), Qt::LeftButton, {}, a);
  QTest::mouseMove(plot->viewport(), b);
  QTest::mouseRelease(plot->viewport(), Qt::LeftButton, {}, b);
  QCOMPARE(picked.size(), 2);
  QVERIFY(std::abs(picked[1][0].toDouble() - (kStart + 20'000)) < 500);
  QVERIFY(std::abs(picked[1][1].toDouble() - (kStart + 80'000)) < 500);
  QTest::mouseClick(plot->viewport(), Qt::LeftButton, {}, a);  // no drag: no piece
  QCOMPARE(picked.size(), 2);
}

void TstAppCharts::otherChartsCrosshairListsNothing() {
  Shown s;
  s.card.setSeries({line(QStringLiteral("v1"), ramp(11, 10'000))}, 25'000);
  QSignalSpy moved(&s.card, &ChartCard::crosshairMoved);
  s.card.follow(kStart + 40'000);
  QCOMPARE(s.card.plot()->crosshair().value_or(0), kStart + 40'000);
  QCOMPARE(moved.size(), 0);  // or two charts would answer each other for ever
  s.card.grab();
  s.card.follow(std::nullopt);
  QVERIFY(!s.card.plot()->crosshair());
}

void TstAppCharts::markersAreReadAtTheCrosshair() {
  Shown s;
  s.card.setSeries({line(QStringLiteral("v1"), ramp(11, 10'000))}, 25'000);
  s.card.setMarkers(
      {{static_cast<qint64>(kStart) + 50'500, QStringLiteral("deploy"), QStringLiteral("v2 deployed")},
       {static_cast<qint64>(kStart) + 900'000, QStringLiteral("deploy"), QStringLiteral("outside")}});
  QCOMPARE(s.card.plot()->markersAt(kStart + 50'000).size(), 1);
  QVERIFY(s.card.plot()->markersAt(kStart + 70'000).isEmpty());
  QVERIFY(s.card.plot()->sentenceAt(kStart + 50'000).contains(QLatin1String("v2 deployed")));
}

void TstAppCharts::legendHidesShowsAndIsolates() {
  Shown s;
  s.card.setSeries(
      {line(QStringLiteral("v1"), ramp(5, 10'000)), line(QStringLiteral("v2"), ramp(5, 10'000), 1),
       line(QStringLiteral("v3"), ramp(5, 10'000), 2)},
      25'000);
  QSignalSpy hidden(&s.card, &ChartCard::hiddenGroupsChanged);
  QVERIFY(s.toggle("v2"));
  QTest::mouseClick(s.toggle("v2"), Qt::LeftButton);
  QCOMPARE(s.card.plot()->visibleSeries().size(), 2);
  QVERIFY(!s.toggle("v2")->isChecked());
  QCOMPARE(hidden.size(), 1);
  s.toggle("v2")->setFocus();
  QTest::keyClick(s.toggle("v2"), Qt::Key_Space);
  QCOMPARE(s.card.plot()->visibleSeries().size(), 3);
  auto* legend = s.card.findChild<LegendBar*>(QStringLiteral("chart.legend"));
  Q_EMIT legend->hiddenChanged({QStringLiteral("v1"), QStringLiteral("v3")});
  QCOMPARE(s.card.plot()->visibleSeries().size(), 1);
  QCOMPARE(s.card.plot()->visibleSeries().front().title, QStringLiteral("v2"));
}

void TstAppCharts::variantsAreHiddenForAllThings() {
  Shown s(ChartCard::Legend::Variants);
  QList<ChartSeries> series;
  for (const char* name : {"v1", "v2"}) {
    for (const char* variant : {"p50", "p99"}) {
      ChartSeries one = line(QLatin1String(name), ramp(5, 10'000));
      one.id += QLatin1String(variant);
      one.variant = QLatin1String(variant);
      series.append(one);
    }
  }
  s.card.setSeries(series, 25'000);
  QVERIFY(!s.toggle("v1"));  // things have their legend elsewhere
  QVERIFY(s.toggle("p50"));
  QTest::mouseClick(s.toggle("p50"), Qt::LeftButton);
  QCOMPARE(s.card.plot()->visibleSeries().size(), 2);
  QCOMPARE(s.card.plot()->visibleSeries().front().label(), QStringLiteral("v1 p99"));
}

void TstAppCharts::csvIsWhatIsSeen() {
  Shown s;
  s.card.setSeries({line(QStringLiteral("v1"), {{kStart - 5'000, 9}, {kStart, 1.25}, {kStart + 10'000, 2}}),
                    line(QStringLiteral("v2"), {{kStart, 7}}, 1)},
                   25'000);
  QCOMPARE(s.card.toCsv(), QStringLiteral("time,v1 [ms],v2 [ms]\r\n"
                                          "2026-05-17T06:40:00.000Z,1.25,7\r\n"
                                          "2026-05-17T06:40:10.000Z,2,\r\n"));
  s.card.setHiddenGroups({QStringLiteral("v1")});
  QCOMPARE(s.card.toCsv(), QStringLiteral("time,v2 [ms]\r\n2026-05-17T06:40:00.000Z,7\r\n"));
}

void TstAppCharts::filesAreWrittenOrTheReasonIsKnown() {
  Shown s;
  s.card.setSeries({line(QStringLiteral("v1"), ramp(5, 10'000))}, 25'000);
  const auto dir = TempDir::create();
  QVERIFY(dir.ok());
  const QString base = QString::fromStdString(dir->path().string());
  QVERIFY(s.card.saveCsv(base + QLatin1String("/a.csv")));
  QFile csv(base + QLatin1String("/a.csv"));
  QVERIFY(csv.open(QIODevice::ReadOnly));
  QCOMPARE(QString::fromUtf8(csv.readAll()), s.card.toCsv());
  QVERIFY(s.card.savePng(base + QLatin1String("/a.png")));
  const QPixmap picture(base + QLatin1String("/a.png"));
  QCOMPARE(picture.width(), 480);
  QVERIFY(!s.card.saveCsv(base + QLatin1String("/none/a.csv")));
  QVERIFY(!s.card.savePng(base + QLatin1String("/none/a.png")));
}

void TstAppCharts::missingDataIsSaidSinceWhen() {
  Shown s;
  auto* chip = s.card.findChild<QAbstractButton*>(QStringLiteral("chart.stale"));
  s.card.setSeries({line(QStringLiteral("v1"), ramp(11, 10'000))}, 25'000);
  QVERIFY(s.card.noDataText().isEmpty());
  QVERIFY(!chip->isVisible());
  s.card.setSeries({line(QStringLiteral("v1"), ramp(3, 10'000))}, 25'000);
  QVERIFY(s.card.noDataText().startsWith(QLatin1String("No data since ")));
  QVERIFY(chip->isVisible());
  QCOMPARE(chip->text(), s.card.noDataText());
  s.card.setSeries({}, 25'000);
  QVERIFY(!chip->isVisible());  // never any: the chart itself says so
}

void TstAppCharts::pausedCardKeepsWhatItShows() {
  Shown s;
  const auto first = line(QStringLiteral("v1"), ramp(3, 10'000));
  const auto second = line(QStringLiteral("v1"), ramp(9, 10'000));
  s.card.setSeries({first}, 25'000);
  s.card.setPaused(true);
  s.card.setSeries({second}, 25'000);
  QCOMPARE(s.card.plot()->series(), QList<ChartSeries>{first});
  s.card.setPaused(false);
  QCOMPARE(s.card.plot()->series(), QList<ChartSeries>{second});
}

void TstAppCharts::linesAreDrawnOnceForAllThatChanged() {
  Shown s;
  s.card.setSeries({line(QStringLiteral("a"), ramp(50, 1'000))});
  QTRY_COMPARE(s.card.plot()->chart()->series().size(), 1);
  auto* drawn = qobject_cast<QLineSeries*>(s.card.plot()->chart()->series().front());
  QVERIFY(drawn);
  QSignalSpy replaced(drawn, &QLineSeries::pointsReplaced);
  s.card.setWindow(kStart + 1'000, kStart + 101'000);
  s.card.setSeries({line(QStringLiteral("a"), ramp(51, 1'000, 900))});  // another top, too
  s.card.resize(500, 280);
  QCOMPARE(replaced.count(), 0);
  QTRY_COMPARE(replaced.count(), 1);
  QCoreApplication::processEvents();
  QCOMPARE(replaced.count(), 1);
  s.card.setMarkers({{static_cast<qint64>(kStart), QStringLiteral("rollout"), QStringLiteral("v2")}});
  QCoreApplication::processEvents();
  QCOMPARE(replaced.count(), 1);  // markers are no lines
}

void TstAppCharts::hiddenChartDrawsNothing() {
  Shown s;
  s.card.hide();
  s.card.setSeries({line(QStringLiteral("a"), ramp(50, 1'000))});
  QCoreApplication::processEvents();
  QVERIFY(s.card.plot()->chart()->series().isEmpty());
  s.card.show();
  QTRY_COMPARE(s.card.plot()->chart()->series().size(), 1);
}

void TstAppCharts::pictureIsNeverBehindTheData() {
  Shown s;
  s.card.setSeries({line(QStringLiteral("a"), ramp(50, 1'000))});
  (void)s.card.grab();  // at once: no turn of the event loop
  QCOMPARE(s.card.plot()->chart()->series().size(), 1);
  s.card.setSeries({});
  (void)s.card.grab();
  QVERIFY(s.card.plot()->chart()->series().isEmpty());
}

void TstAppCharts::virtualTimeIsToldSinceItsBeginning() {
  Shown s;
  s.card.setScale(models::TimeScale::since(static_cast<qint64>(kStart)));
  s.card.setSeries({line(QStringLiteral("a"), ramp(50, 1'000))}, 5'000);
  const QString sentence = s.card.plot()->sentenceAt(kStart + 42'000);
  QVERIFY2(sentence.startsWith(QLatin1String("+42.0 s: ")), qPrintable(sentence));
  QVERIFY(s.card.noDataText().isEmpty());  // it ends long before the window does
}

void TstAppCharts::yAxisCoversWhatIsVisible() {
  Shown s;
  s.card.setSeries(
      {line(QStringLiteral("v1"), ramp(5, 10'000)), line(QStringLiteral("v2"), ramp(5, 10'000, 900), 1)},
      25'000);
  QVERIFY(s.card.plot()->top() >= 904);
  s.card.setHiddenGroups({QStringLiteral("v2")});
  QVERIFY(s.card.plot()->top() >= 4 && s.card.plot()->top() < 20);
}

void TstAppCharts::anyNumberOfSamplesIsPainted_data() {
  QTest::addColumn<int>("samples");
  QTest::addColumn<int>("things");
  QTest::newRow("no series") << 0 << 0;
  QTest::newRow("empty series") << 0 << 2;
  QTest::newRow("one sample") << 1 << 1;
  QTest::newRow("ten thousand samples") << 10'000 << 3;
  QTest::newRow("forty things") << 20 << 40;
}

void TstAppCharts::anyNumberOfSamplesIsPainted() {
  QFETCH(int, samples);
  QFETCH(int, things);
  Shown s;
  QList<ChartSeries> series;
  for (int t = 0; t < things; ++t) {
    QList<QPointF> points;
    for (int i = 0; i < samples; ++i) {
      const bool hole = i % 1'000 == 999;
      points.append(QPointF(kStart + 100'000.0 * i / std::max(1, samples - 1),
                            hole ? std::numeric_limits<double>::quiet_NaN() : 1 + i % 50 + t));
    }
    series.append(line(QStringLiteral("thing %1").arg(t), points, t));
  }
  s.card.setSeries(series, 0);
  s.card.follow(kStart + 50'000);
  QVERIFY(!s.card.grab().isNull());
  QTest::keyClick(s.card.plot(), Qt::Key_End);
  QVERIFY(!s.card.grab().isNull());
  s.card.setSeries({}, 0);
  QVERIFY(!s.card.grab().isNull());
}

void TstAppCharts::colourIsTheSeriesRole() {
  Shown s;
  s.card.setSeries({line(QStringLiteral("v1"), {{kStart, 0.6}, {kStart + 100'000, 0.6}}, 3)}, 0);
  const QImage picture = s.card.grab().toImage();
  const QColor wanted = seriesColor(3);
  // Down the middle there are a grid, a ground, and one line.
  int nearest = 1'000;
  for (int y = picture.height() / 4; y < picture.height(); ++y) {
    const QColor c = picture.pixelColor(picture.width() / 2, y);
    nearest = std::min(nearest, std::abs(c.red() - wanted.red()) + std::abs(c.green() - wanted.green()) +
                                    std::abs(c.blue() - wanted.blue()));
  }
  QVERIFY2(nearest < 60, qPrintable(QString::number(nearest)));
}

void TstAppCharts::rangeBarOffersLengthsAndPause() {
  TimeRangeBar bar;
  bar.show();
  QSignalSpy length(&bar, &TimeRangeBar::lengthChosen);
  QSignalSpy pause(&bar, &TimeRangeBar::pauseWanted);
  auto* hour = bar.findChild<QToolButton*>(QStringLiteral("timeRange.60"));
  auto* quarter = bar.findChild<QToolButton*>(QStringLiteral("timeRange.15"));
  QVERIFY(quarter->isChecked());
  QTest::mouseClick(hour, Qt::LeftButton);
  QCOMPARE(length.size(), 1);
  QCOMPARE(length[0][0].toLongLong(), 3'600'000);
  QVERIFY(quarter->isChecked());  // until the range really is another
  bar.setRange(models::TimeRange::last(3'600'000));
  QVERIFY(hour->isChecked() && !quarter->isChecked());
  QTest::keyClick(hour, Qt::Key_Right);
  QCOMPARE(length[1][0].toLongLong(), 6 * 3'600'000);
  QTest::mouseClick(bar.findChild<QToolButton*>(QStringLiteral("timeRange.pause")), Qt::LeftButton);
  QCOMPARE(pause[0][0].toBool(), true);
  bar.setRange(bar.range().paused(1'779'000'000'000));
  QTest::mouseClick(bar.findChild<QToolButton*>(QStringLiteral("timeRange.pause")), Qt::LeftButton);
  QCOMPARE(pause[1][0].toBool(), false);
}

void TstAppCharts::rangeBarShowsThePickedPiece() {
  TimeRangeBar bar;
  bar.show();
  auto* piece = bar.findChild<QToolButton*>(QStringLiteral("timeRange.piece"));
  QVERIFY(!piece->isVisible());
  bar.setRange(bar.range().piece(1'779'000'000'000, 1'779'000'120'000));
  QVERIFY(piece->isVisible());
  QVERIFY(!piece->text().isEmpty());
  for (const char* name :
       {"timeRange.5", "timeRange.15", "timeRange.60", "timeRange.360", "timeRange.1440"}) {
    QVERIFY(!bar.findChild<QToolButton*>(QLatin1String(name))->isChecked());
  }
  QSignalSpy pause(&bar, &TimeRangeBar::pauseWanted);
  QTest::mouseClick(piece, Qt::LeftButton);
  QCOMPARE(pause[0][0].toBool(), false);
}

void TstAppCharts::tileTellsNumberNoteAndChange() {
  Tile tile(QStringLiteral("Items"));
  tile.resize(220, 80);
  tile.setValue(QStringLiteral("12.4k/s"), QStringLiteral("all ready"));
  tile.setDelta(Tile::Change::Up, QStringLiteral("12 %"));
  QCOMPARE(tile.accessibleName(), QStringLiteral("Items: 12.4k/s, all ready, 12 %"));
  for (int i = 0; i < 200; ++i) tile.addSample(i);
  QCOMPARE(tile.sampleCount(), 60);
  QVERIFY(!tile.grab().isNull());
  QSignalSpy clicked(&tile, &Tile::clicked);
  tile.show();
  QTest::mouseClick(&tile, Qt::LeftButton);
  QCOMPARE(clicked.size(), 0);
  tile.setClickable(true);
  QTest::mouseClick(&tile, Qt::LeftButton);
  QTest::keyClick(&tile, Qt::Key_Return);
  QCOMPARE(clicked.size(), 2);
}

}  // namespace aerie::widgets

int main(int argc, char** argv) {
  QApplication app(argc, argv);
  aerie::widgets::Theme theme(app, aerie::widgets::ThemeChoice::Light);
  aerie::widgets::TstAppCharts test;
  return QTest::qExec(&test, argc, argv);
}
#include "tst_app_charts.moc"
