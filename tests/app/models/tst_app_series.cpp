#include <QTest>
#include <limits>

#include "app/models/series.h"
#include "app/models/time_range.h"

namespace aerie::models {

class TstAppSeries final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void ringKeepsTheNewest();
  void mergeReplacesWhatWasStillFilling();
  void dropBeforeForgetsTheOldest();
  void gapsAndMissingValuesInterruptTheLine();
  void thinningKeepsEndsAndExtremes();
  void nearestSampleIsFound();
  void ticksAreRound_data();
  void ticksAreRound();
  void timeTicksAreWholeMoments();
  void csvHasOneRowForEachMoment();
  void csvQuotesWhatNeedsIt();
  void smallSharesAreNotWrittenAsNone();
  void rangeFollowsTheClockUntilItIsPaused();
  void pieceIsFixedAndTakesAnyOrder();
};

void TstAppSeries::ringKeepsTheNewest() {
  SampleRing ring(3);
  for (int i = 1; i <= 5; ++i) ring.append(QPointF(i, 10 * i));
  QCOMPARE(ring.size(), 3);
  QCOMPARE(ring.toList(), (QList<QPointF>{{3, 30}, {4, 40}, {5, 50}}));
  ring.append({5, 99});  // not later than the last one
  ring.append({2, 99});
  QCOMPARE(ring.at(2), QPointF(5, 50));
  QCOMPARE(ring.size(), 3);
}

void TstAppSeries::mergeReplacesWhatWasStillFilling() {
  SampleRing ring(10);
  ring.merge({{1, 1}, {2, 2}, {3, 0.5}});
  ring.merge({{3, 3}, {4, 4}});
  QCOMPARE(ring.toList(), (QList<QPointF>{{1, 1}, {2, 2}, {3, 3}, {4, 4}}));
  ring.merge({});
  QCOMPARE(ring.size(), 4);
  ring.merge({{0, 7}});  // earlier than all: nothing of the old is left
  QCOMPARE(ring.toList(), (QList<QPointF>{{0, 7}}));
}

void TstAppSeries::dropBeforeForgetsTheOldest() {
  SampleRing ring(4);
  for (int i = 0; i < 6; ++i) ring.append(QPointF(i, i));
  ring.dropBefore(4);
  QCOMPARE(ring.toList(), (QList<QPointF>{{4, 4}, {5, 5}}));
  ring.clear();
  QCOMPARE(ring.size(), 0);
}

void TstAppSeries::gapsAndMissingValuesInterruptTheLine() {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const QList<QPointF> points{{0, 1}, {1, 1}, {5, 1}, {6, nan}, {7, 1}, {8, 1}};
  using Pieces = QList<std::pair<int, int>>;
  QCOMPARE(segmentsOf(points, 2), (Pieces{{0, 1}, {2, 2}, {4, 5}}));
  QCOMPARE(segmentsOf(points, 0), (Pieces{{0, 2}, {4, 5}}));
  QCOMPARE(segmentsOf({}, 2), Pieces());
}

void TstAppSeries::thinningKeepsEndsAndExtremes() {
  QList<QPointF> points;
  for (int i = 0; i < 10'000; ++i)
    points.append(QPointF(i, i == 4'321 ? 1'000 : i == 7'777 ? -1'000 : i % 7));
  const QList<QPointF> thin = thinned(points, 200);
  QVERIFY(thin.size() <= 800);
  QCOMPARE(thin.front(), points.front());
  QCOMPARE(thin.back(), points.back());
  QVERIFY(thin.contains(QPointF(4'321, 1'000)));
  QVERIFY(thin.contains(QPointF(7'777, -1'000)));
  for (qsizetype i = 1; i < thin.size(); ++i) QVERIFY(thin[i].x() > thin[i - 1].x());
  QCOMPARE(thinned(points.mid(0, 100), 200), points.mid(0, 100));
}

void TstAppSeries::nearestSampleIsFound() {
  const QList<QPointF> points{{10, 0}, {20, 0}, {30, 0}};
  QCOMPARE(nearestIndex(points, -5), 0);
  QCOMPARE(nearestIndex(points, 14), 0);
  QCOMPARE(nearestIndex(points, 16), 1);
  QCOMPARE(nearestIndex(points, 99), 2);
  QCOMPARE(nearestIndex({}, 1), -1);
}

void TstAppSeries::ticksAreRound_data() {
  QTest::addColumn<double>("high");
  QTest::addColumn<int>("most");
  QTest::addColumn<QList<double>>("ticks");
  QTest::newRow("whole numbers") << 10.0 << 5 << QList<double>{0, 2, 4, 6, 8, 10};
  QTest::newRow("quarters") << 1.0 << 4 << QList<double>{0, 0.25, 0.5, 0.75, 1};
  QTest::newRow("above the highest value") << 4'321.0 << 3 << QList<double>{0, 2'000, 4'000, 6'000};
  QTest::newRow("small") << 0.004 << 2 << QList<double>{0, 0.002, 0.004};
  QTest::newRow("nothing") << 0.0 << 2 << QList<double>{0, 0.5, 1};
}

void TstAppSeries::ticksAreRound() {
  QFETCH(double, high);
  QFETCH(int, most);
  QFETCH(QList<double>, ticks);
  const QList<double> got = roundTicks(0, high, most);
  QCOMPARE(got.size(), ticks.size());
  for (qsizetype i = 0; i < got.size(); ++i)
    QVERIFY2(std::abs(got[i] - ticks[i]) < 1e-9, qPrintable(QString::number(got[i])));
}

void TstAppSeries::timeTicksAreWholeMoments() {
  const qint64 from = 1'779'000'007'123;
  const QList<qint64> ticks = timeTicks(from, from + 15 * 60'000, 4);
  QVERIFY(ticks.size() >= 2 && ticks.size() <= 5);
  for (const qint64 t : ticks) QCOMPARE(t % 300'000, 0);  // five minutes
  QVERIFY(ticks.front() >= from && ticks.back() <= from + 15 * 60'000);
  QVERIFY(timeTicks(5, 5, 3).isEmpty());
}

void TstAppSeries::csvHasOneRowForEachMoment() {
  ChartSeries a;
  a.title = QStringLiteral("v1");
  a.variant = QStringLiteral("p99");
  a.points = {{1'000, 1.5}, {2'000, 2}};
  ChartSeries b;
  b.title = QStringLiteral("v2");
  b.points = {{2'000, 0.25}, {3'500, 1234567.875}};
  QCOMPARE(csvOf(QStringLiteral("time"), true, ValueKind::Millis, {a, b}),
           QStringLiteral("time,v1 p99 [ms],v2 [ms]\r\n"
                          "1970-01-01T00:00:01.000Z,1.5,\r\n"
                          "1970-01-01T00:00:02.000Z,2,0.25\r\n"
                          "1970-01-01T00:00:03.500Z,,1234567.875\r\n"));
  QCOMPARE(csvOf(QStringLiteral("time"), true, ValueKind::Millis, {}), QStringLiteral("time\r\n"));
}

void TstAppSeries::csvQuotesWhatNeedsIt() {
  ChartSeries a;
  a.title = QStringLiteral("a \"b\", c");
  a.points = {{0.5, 3}};
  QCOMPARE(csvOf(QStringLiteral("value"), false, ValueKind::Count, {a}),
           QStringLiteral("value,\"a \"\"b\"\", c\"\r\n0.5,3\r\n"));
}

void TstAppSeries::smallSharesAreNotWrittenAsNone() {
  QCOMPARE(valueText(ValueKind::Share, 0), QStringLiteral("0.0 %"));
  QCOMPARE(valueText(ValueKind::Share, 0.0001), QStringLiteral("< 0.1 %"));
  QCOMPARE(valueText(ValueKind::Share, 0.25), QStringLiteral("25.0 %"));
  QCOMPARE(axisText(ValueKind::Share, 0.5), QStringLiteral("50 %"));
  QCOMPARE(axisText(ValueKind::Rate, 12'500), QStringLiteral("12.5k"));
}

void TstAppSeries::rangeFollowsTheClockUntilItIsPaused() {
  TimeRange range = TimeRange::last(300'000);
  QVERIFY(range.live());
  QCOMPARE(range.from(1'000'000), 700'000);
  const TimeRange held = range.paused(1'000'000);
  QVERIFY(!held.live());
  QVERIFY(!held.custom());
  QCOMPARE(held.to(9'999'999), 1'000'000);
  QCOMPARE(held.paused(5'000'000), held);
  QCOMPARE(held.resumed(), range);
}

void TstAppSeries::pieceIsFixedAndTakesAnyOrder() {
  const TimeRange range = TimeRange::last(300'000);
  const TimeRange piece = range.piece(900'000, 860'000);
  QCOMPARE(piece.fromMs, 860'000);
  QCOMPARE(piece.toMs, 900'000);
  QVERIFY(piece.custom());
  QCOMPARE(piece.resumed(), range);
  QCOMPARE(range.piece(1'000, 1'500), range);  // a slip of the hand
}

}  // namespace aerie::models

QTEST_GUILESS_MAIN(aerie::models::TstAppSeries)
#include "tst_app_series.moc"
