#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <algorithm>

#include "app/models/cluster_load.h"
#include "app/models/elapsed.h"
#include "app/models/natural_order.h"
#include "app/models/task_cells.h"
#include "app/models/timeline.h"

namespace aerie::models {

namespace {

constexpr qint64 kStart = 1'779'000'000'000;

TimelineBar bar(const char* task, const char* host, int lane, qint64 from, qint64 to,
                BarOutcome outcome = BarOutcome::Succeeded) {
  TimelineBar out;
  out.task = QLatin1String(task);
  out.host = QLatin1String(host);
  out.lane = lane;
  out.queuedMs = kStart;
  out.startedMs = kStart + from;
  out.endedMs = to < 0 ? 0 : kStart + to;
  out.outcome = outcome;
  return out;
}

// `lanes` slots of bars that follow each other; one in a thousand fails.
QList<TimelineBar> manyBars(int count, int lanes) {
  QList<TimelineBar> out;
  out.reserve(count);
  for (int i = 0; i < count; ++i) {
    const int step = i / lanes;
    TimelineBar b = bar("t", "h", i % lanes, step * 1'000, step * 1'000 + 950,
                        i % 1'000 == 999 ? BarOutcome::Failed : BarOutcome::Succeeded);
    b.task = QString::number(i);
    b.host = QStringLiteral("host-%1").arg(i % lanes / 8);
    out.append(b);
  }
  return out;
}

TaskCell cell(const char* row, const char* column) {
  TaskCell out;
  out.id = QLatin1String(row) + QLatin1Char('|') + QLatin1String(column);
  out.row = QLatin1String(row);
  out.column = QLatin1String(column);
  return out;
}

}  // namespace

class TstTrainingCharts final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void namesSortAsPeopleCount();
  void capacityFallsIntoBusyWasteAndIdle();
  void onlyTheSeenPieceOfTimeCounts();
  void columnsAreWeightedMeans();
  void aHostThatIsNotReadyHasNoShare();
  void coresAreReadByTheirNumber();
  void cellsWithTwoDimensionsAreATable();
  void cellsWithoutAPlaceAreAGrid_data();
  void cellsWithoutAPlaceAreAGrid();
  void lanesAreSortedByHostAndSlot();
  void runningBarsEndNow();
  void barsAreFoundByTime();
  void shortNeighboursShareAPieceAndKeepTheirFailure();
  void piecesGrowWithPixelsAndNotWithBars();
  void piecesOfOverlappingBarsStayFew();
  void traceIsWhatChromeReads();
  void csvHasARowForEachBar();
  void lengthsOfTimeHaveThreeDigits_data();
  void lengthsOfTimeHaveThreeDigits();
  void elapsedTicksAreRound_data();
  void elapsedTicksAreRound();
};

void TstTrainingCharts::namesSortAsPeopleCount() {
  QStringList names{QStringLiteral("host-10"),
                    QStringLiteral("host-2"),
                    QStringLiteral("a1"),
                    QStringLiteral("host-1b"),
                    QStringLiteral("a01"),
                    QStringLiteral("host"),
                    QString(),
                    QStringLiteral("host-2a")};
  std::sort(names.begin(), names.end(), [](const QString& a, const QString& b) { return naturalLess(a, b); });
  QCOMPARE(names, (QStringList{QString(), QStringLiteral("a01"), QStringLiteral("a1"), QStringLiteral("host"),
                               QStringLiteral("host-1b"), QStringLiteral("host-2"), QStringLiteral("host-2a"),
                               QStringLiteral("host-10")}));
  QVERIFY(!naturalLess(QStringLiteral("x2"), QStringLiteral("x2")));
}

void TstTrainingCharts::capacityFallsIntoBusyWasteAndIdle() {
  Load load;
  load.stepMs = 3'600'000;  // an hour, so that cores are core hours
  load.samples = {{kStart, 16, 10, 7, 0, 0}, {kStart + load.stepMs, 16, 4, 6, 0, 0}};
  const LoadParts parts = partsOf(load, kStart, kStart + 2 * load.stepMs);
  QCOMPARE(parts.busyHours, 13.0);
  QCOMPARE(parts.wasteHours, 3.0);  // more than was asked for is no waste
  QCOMPARE(parts.idleHours, 6.0 + 10.0);
  QCOMPARE(parts.capacityHours(), 32.0);
  QCOMPARE(LoadParts().share(0), 0.0);
}

void TstTrainingCharts::onlyTheSeenPieceOfTimeCounts() {
  Load load;
  load.stepMs = 3'600'000;
  load.samples = {{kStart, 8, 8, 8, 0, 0}};
  QCOMPARE(partsOf(load, kStart + 1'800'000, kStart + 7'200'000).busyHours, 4.0);
  QCOMPARE(partsOf(load, kStart - 1'000, kStart).capacityHours(), 0.0);
}

void TstTrainingCharts::columnsAreWeightedMeans() {
  HostLoad host{QStringLiteral("h"), 1'000, {{kStart, 4, 4, 1}, {kStart + 1'000, 4, 4, 3}}};
  const auto two = busyColumns(host, -1, kStart, kStart + 2'000, 2);
  QCOMPARE(two.size(), 2U);
  QCOMPARE(two[0], 0.25F);
  QCOMPARE(two[1], 0.75F);
  QCOMPARE(busyColumns(host, -1, kStart, kStart + 2'000, 1).front(), 0.5F);
  QVERIFY(busyColumns(host, -1, kStart, kStart + 2'000, 0).empty());
}

void TstTrainingCharts::aHostThatIsNotReadyHasNoShare() {
  HostLoad host{QStringLiteral("h"), 1'000, {{kStart, 0, 0, 0}, {kStart + 2'000, 4, 0, 0}}};
  const auto columns = busyColumns(host, -1, kStart, kStart + 3'000, 3);
  QVERIFY(columns[0] < 0);  // not ready
  QVERIFY(columns[1] < 0);  // not measured
  QCOMPARE(columns[2], 0.0F);
}

void TstTrainingCharts::coresAreReadByTheirNumber() {
  HostLoad host{QStringLiteral("h"), 1'000, {{kStart, 2, 2, 1, {0.25F, 0.75F}}}};
  QCOMPARE(coresOf(host), 2);
  QCOMPARE(busyColumns(host, 1, kStart, kStart + 1'000, 1).front(), 0.75F);
  QVERIFY(busyColumns(host, 2, kStart, kStart + 1'000, 1).front() < 0);
}

void TstTrainingCharts::cellsWithTwoDimensionsAreATable() {
  const QList<TaskCell> cells{cell("SFO", "10"), cell("JFK", "2"), cell("SFO", "2")};
  const CellTable table = tableOf(cells);
  QCOMPARE(table.rows, (QStringList{QStringLiteral("JFK"), QStringLiteral("SFO")}));
  QCOMPARE(table.columns, (QStringList{QStringLiteral("2"), QStringLiteral("10")}));
  QCOMPARE(table.at, (std::vector<int>{1, -1, 2, 0}));
}

void TstTrainingCharts::cellsWithoutAPlaceAreAGrid_data() {
  QTest::addColumn<int>("which");
  QTest::newRow("no cells") << 0;
  QTest::newRow("a cell without a column") << 1;
  QTest::newRow("two cells in one place") << 2;
  QTest::newRow("mostly holes") << 3;
}

void TstTrainingCharts::cellsWithoutAPlaceAreAGrid() {
  QFETCH(int, which);
  QList<TaskCell> cells;
  if (which == 1) cells = {cell("JFK", "1"), cell("SFO", "")};
  if (which == 2) cells = {cell("JFK", "1"), cell("JFK", "1")};
  for (int i = 0; which == 3 && i < 100; ++i) {
    const QByteArray name = QByteArray::number(i);
    cells.append(cell(name.constData(), name.constData()));
  }
  QVERIFY(tableOf(cells).columns.isEmpty());
}

void TstTrainingCharts::lanesAreSortedByHostAndSlot() {
  const Timeline t({bar("a", "host-10", 0, 0, 10), bar("b", "host-2", 1, 5, 10), bar("c", "host-2", 0, 0, 10),
                    bar("d", "host-2", 1, 0, 4)},
                   kStart);
  QCOMPARE(t.lanes().size(), 3U);
  QCOMPARE(t.lanes()[0].host, QStringLiteral("host-2"));
  QCOMPARE(t.lanes()[2].host, QStringLiteral("host-10"));
  QCOMPARE(t.bars()[t.lanes()[1].first].task, QStringLiteral("d"));
  for (int i = 0; i < 4; ++i) {
    const auto& lane = t.lanes()[static_cast<std::size_t>(t.laneOf(i))];
    QVERIFY(i >= lane.first && i < lane.end);
  }
  QCOMPARE(t.fromMs(), kStart);
  QCOMPARE(t.toMs(), kStart + 10);
  QVERIFY(Timeline().empty());
}

void TstTrainingCharts::runningBarsEndNow() {
  TimelineBar unborn = bar("never", "h", 0, 0, 1);
  unborn.startedMs = 0;
  const Timeline t({bar("a", "h", 0, 0, -1, BarOutcome::Running), unborn, bar("back", "h", 1, 100, 50)},
                   kStart + 500);
  QCOMPARE(t.bars().size(), 2);
  QCOMPARE(t.endOf(0), kStart + 500);
  QCOMPARE(t.endOf(1), kStart + 100);  // a clock that went back makes no negative length
  QCOMPARE(t.countOf(BarOutcome::Running), 1);
  QCOMPARE(t.countOf(BarOutcome::Failed), 0);
}

void TstTrainingCharts::barsAreFoundByTime() {
  const Timeline t({bar("a", "h", 0, 0, 100), bar("b", "h", 0, 200, 300), bar("a", "h", 0, 400, 500)},
                   kStart);
  QCOMPARE(t.barAt(0, kStart + 50), 0);
  QCOMPARE(t.barAt(0, kStart + 150), -1);
  QCOMPARE(t.barAt(0, kStart + 300), 1);
  QCOMPARE(t.barAt(0, kStart - 1), -1);
  QCOMPARE(t.barAt(1, kStart), -1);
  QCOMPARE(t.nearest(0, kStart + 150), 0);
  QCOMPARE(t.nearest(0, 0), 0);
  QCOMPARE(t.find({}, QStringLiteral("a")), 2);  // the newest attempt
  QCOMPARE(t.find({}, QStringLiteral("z")), -1);
}

void TstTrainingCharts::shortNeighboursShareAPieceAndKeepTheirFailure() {
  QList<TimelineBar> bars;
  for (int i = 0; i < 100; ++i)
    bars.append(bar("x", "h", 0, i * 10, i * 10 + 9, i == 42 ? BarOutcome::Failed : BarOutcome::Succeeded));
  bars.append(bar("long", "h", 0, 1'001, 5'000));
  const Timeline t(bars, kStart);
  const auto pieces = t.pieces(0, kStart, kStart + 6'000, 500);
  int counted = 0;
  for (const Timeline::Piece& p : pieces) counted += p.count;
  QCOMPARE(counted, 101);
  QCOMPARE(pieces.size(), 3U);  // two pixels of short ones, and the long one alone
  QCOMPARE(pieces[0].outcome, BarOutcome::Failed);
  QCOMPARE(pieces[1].outcome, BarOutcome::Succeeded);
  QCOMPARE(pieces[2].count, 1);
  QCOMPARE(pieces[2].toMs, kStart + 5'000);
}

void TstTrainingCharts::piecesGrowWithPixelsAndNotWithBars() {
  constexpr int kLanes = 80;
  constexpr int kPixels = 1'000;
  const Timeline t(manyBars(100'000, kLanes), kStart);
  QCOMPARE(t.lanes().size(), static_cast<std::size_t>(kLanes));
  const double span = static_cast<double>(t.toMs() - t.fromMs());
  for (const double zoom : {1.0, 7.0, 300.0}) {
    const double part = span / zoom;
    qint64 steps = 0;
    std::size_t pieces = 0;
    int failed = 0;
    for (int lane = 0; lane < kLanes; ++lane) {
      const auto some =
          t.pieces(lane, t.fromMs(), t.fromMs() + static_cast<qint64>(part), part / kPixels, &steps);
      pieces += some.size();
      for (const Timeline::Piece& p : some) failed += p.outcome == BarOutcome::Failed;
    }
    QVERIFY2(pieces <= 2ULL * kPixels * kLanes, qPrintable(QString::number(pieces)));
    QVERIFY2(steps <= 2LL * kPixels * kLanes + 2 * kLanes, qPrintable(QString::number(steps)));
    if (zoom == 1.0) QVERIFY(failed > 50);  // a hundred failures are not lost among the others
  }
}

void TstTrainingCharts::piecesOfOverlappingBarsStayFew() {
  // A clock that jumps, or bars that were merged elsewhere, may overlap; that must not make painting slow.
  QList<TimelineBar> bars{bar("whole", "h", 0, 0, 10'000'000)};
  for (int i = 1; i < 50'000; ++i) bars.append(bar("x", "h", 0, i * 10, i * 10 + 9));
  const Timeline t(bars, kStart);
  qint64 steps = 0;
  const auto pieces = t.pieces(0, kStart + 400'000, kStart + 401'000, 10, &steps);
  QVERIFY2(steps <= 210, qPrintable(QString::number(steps)));
  QVERIFY(std::any_of(pieces.begin(), pieces.end(), [](const Timeline::Piece& p) { return p.bar == 0; }));
}

void TstTrainingCharts::traceIsWhatChromeReads() {
  const Timeline t({bar("JFK|\"1\"", "host-1", 3, 1'000, 3'500, BarOutcome::OutOfMemory),
                    bar("SFO", "host-2", 0, 0, -1, BarOutcome::Running)},
                   kStart + 9'000);
  QJsonParseError error{};
  const QJsonObject all = QJsonDocument::fromJson(chromeTraceOf(t), &error).object();
  QCOMPARE(error.error, QJsonParseError::NoError);
  const QJsonArray events = all.value(QLatin1String("traceEvents")).toArray();
  QCOMPARE(events.size(), 2 + 2 + 2);  // names of two processes and two threads, two bars
  int bars = 0;
  for (const QJsonValue& value : events) {
    const QJsonObject e = value.toObject();
    QVERIFY(e.value(QLatin1String("pid")).isDouble());
    QVERIFY(e.value(QLatin1String("name")).isString());
    if (e.value(QLatin1String("ph")) == QLatin1String("M")) continue;
    QCOMPARE(e.value(QLatin1String("ph")).toString(), QStringLiteral("X"));
    ++bars;
    const double ts = e.value(QLatin1String("ts")).toDouble(-1);
    const double duration = e.value(QLatin1String("dur")).toDouble(-1);
    if (e.value(QLatin1String("name")) == QLatin1String("SFO")) {
      QCOMPARE(ts, 0.0);
      QCOMPARE(duration, 9'000'000.0);
    } else {
      QCOMPARE(ts, 1'000'000.0);  // microseconds
      QCOMPARE(duration, 2'500'000.0);
      QCOMPARE(e.value(QLatin1String("tid")).toInt(), 3);
      QCOMPARE(e.value(QLatin1String("cat")).toString(), QStringLiteral("out_of_memory"));
      QCOMPARE(e.value(QLatin1String("args")).toObject().value(QLatin1String("waited_ms")).toInt(), 1'000);
    }
  }
  QCOMPARE(bars, 2);
  QVERIFY(QJsonDocument::fromJson(chromeTraceOf(Timeline())).isObject());
}

void TstTrainingCharts::csvHasARowForEachBar() {
  const Timeline t({bar("a,\"b\"", "h", 0, 0, 1'500), bar("c", "h", 0, 2'000, -1, BarOutcome::Running)},
                   kStart + 4'000);
  const QStringList lines = csvOf(t).split(QLatin1String("\r\n"), Qt::SkipEmptyParts);
  QCOMPARE(lines.size(), 3);
  const auto columns = lines[0].count(QLatin1Char(','));
  QVERIFY(lines[1].contains(QLatin1String("\"a,\"\"b\"\"\"")));
  QVERIFY(lines[1].contains(QLatin1String(",1500,succeeded,1")));
  QCOMPARE(lines[2].count(QLatin1Char(',')), columns);
  QVERIFY(lines[2].contains(QLatin1String(",,2000,running,1")));  // no end yet
  QVERIFY(lines[2].contains(QLatin1Char('T')));
}

void TstTrainingCharts::lengthsOfTimeHaveThreeDigits_data() {
  QTest::addColumn<double>("ms");
  QTest::addColumn<QString>("text");
  QTest::newRow("nothing") << 0.0 << QStringLiteral("0 s");
  QTest::newRow("milliseconds") << 850.0 << QStringLiteral("850 ms");
  QTest::newRow("seconds") << 42'340.0 << QStringLiteral("42.3 s");
  QTest::newRow("minutes") << 1'242'000.0 << QStringLiteral("20.7 min");
  QTest::newRow("four hours") << 14'400'000.0 << QStringLiteral("240 min");
  QTest::newRow("a day") << 86'400'000.0 << QStringLiteral("24.0 h");
}

void TstTrainingCharts::lengthsOfTimeHaveThreeDigits() {
  QFETCH(double, ms);
  QFETCH(QString, text);
  QCOMPARE(lengthOfTimeText(ms), text);
}

void TstTrainingCharts::elapsedTicksAreRound_data() {
  QTest::addColumn<double>("to");
  QTest::addColumn<int>("most");
  QTest::addColumn<QString>("last");
  QTest::newRow("half a second") << 500.0 << 6 << QStringLiteral("500 ms");
  QTest::newRow("a minute") << 60'000.0 << 6 << QStringLiteral("1 min");
  QTest::newRow("twenty minutes") << 1'200'000.0 << 5 << QStringLiteral("20 min");
  QTest::newRow("four hours") << 14'400'000.0 << 4 << QStringLiteral("4 h");
  QTest::newRow("a year") << 31'536'000'000.0 << 6 << QString();
}

void TstTrainingCharts::elapsedTicksAreRound() {
  QFETCH(double, to);
  QFETCH(int, most);
  QFETCH(QString, last);
  const QList<double> ticks = elapsedTicks(0, to, most);
  QVERIFY(ticks.size() >= 2);
  QVERIFY(ticks.size() <= most + 1);
  QCOMPARE(elapsedAxisText(ticks.front()), QStringLiteral("0"));
  if (!last.isEmpty()) QCOMPARE(elapsedAxisText(ticks.back()), last);
  QVERIFY(elapsedTicks(5, 5, most).isEmpty());
  const QList<double> cover = elapsedCover(to * 0.9, most);
  QVERIFY(cover.size() >= 2 && cover.size() <= most + 1);
  QVERIFY(cover.front() == 0 && cover.back() >= to * 0.9);
  QCOMPARE(elapsedCover(0, most).size(), 2);
}

}  // namespace aerie::models

QTEST_MAIN(aerie::models::TstTrainingCharts)
#include "tst_training_charts.moc"
