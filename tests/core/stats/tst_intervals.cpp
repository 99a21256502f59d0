#include <QtTest>
#include <cmath>
#include <vector>

#include "core/stats/intervals.h"

using namespace aerie;
using stats::Sums;

namespace {

bool near(double a, double b, double tolerance) { return std::abs(a - b) <= tolerance; }

Sums sumsOf(const std::vector<double>& values) {
  Sums out;
  for (const double v : values) out += Sums{1, v, v * v};
  return out;
}

const std::vector<double> kControl = {27.5, 21.0, 19.0, 23.6, 17.0, 17.9, 16.9, 20.1,
                                      21.9, 22.6, 23.1, 19.6, 19.0, 21.7, 21.4};
const std::vector<double> kTreatment = {27.1, 22.0, 20.8, 23.4, 23.4, 23.5, 25.8, 22.0,
                                        24.8, 20.2, 21.9, 22.1, 22.9, 30.0, 23.9};

}  // namespace

class TstIntervals : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  // The expected numbers are by numerical integration of Student's density.
  void welchGivesTheKnownAnswer() {
    const auto d = stats::welch(sumsOf(kControl), sumsOf(kTreatment));
    QVERIFY(d.has_value());
    QVERIFY(near(d->value, 2.7666666667, 1e-8));
    QVERIFY(near(d->p_value, 0.00845273243744, 1e-9));
    QVERIFY(near(d->interval.low, 0.766888294115, 1e-7));
    QVERIFY(near(d->interval.high, 4.766445039218, 1e-7));
  }

  void theIntervalOfAMeanGivesTheKnownAnswer() {
    const auto i = stats::meanInterval(sumsOf(kControl));
    QVERIFY(i.has_value());
    QVERIFY(near(i->low, 19.26670165245, 1e-7));
    QVERIFY(near(i->high, 22.37329834755, 1e-7));
  }

  void swappingTheArmsMirrorsTheDifference() {
    const auto a = stats::welch(sumsOf(kControl), sumsOf(kTreatment));
    const auto b = stats::welch(sumsOf(kTreatment), sumsOf(kControl));
    QVERIFY(near(a->value, -b->value, 1e-12));
    QVERIFY(near(a->interval.low, -b->interval.high, 1e-12));
    QCOMPARE(a->p_value, b->p_value);
  }

  void sumsThatRoundBelowZeroHaveNoNegativeVariance() {
    const Sums same{3, 3e8, 3e16 - 64};
    QCOMPARE(same.variance(), 0.0);
  }

  void withoutVarianceTheIntervalIsAPoint() {
    const auto d = stats::welch(Sums{10, 10, 10}, Sums{10, 20, 40});
    QVERIFY(d.has_value());
    QCOMPARE(d->interval, (stats::Interval{1, 1}));
    QCOMPARE(d->p_value, 0.0);
    QCOMPARE(stats::welch(Sums{10, 10, 10}, Sums{10, 10, 10})->p_value, 1.0);
  }

  void tooLittleSaysNothing() {
    QVERIFY(!stats::meanInterval(Sums{1, 5, 25}).has_value());
    QVERIFY(!stats::welch(Sums{1, 5, 25}, sumsOf(kControl)).has_value());
    QVERIFY(!stats::wilson(0, 0).has_value());
    QVERIFY(!stats::wilson(3, 2).has_value());
    QVERIFY(!stats::proportionDifference(0, 0, 1, 2).has_value());
  }

  // Newcombe 1998, part I.
  void wilsonGivesThePublishedAnswers_data() {
    QTest::addColumn<int>("x");
    QTest::addColumn<int>("n");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::newRow("81 of 263") << 81 << 263 << .255289 << .366210;
    QTest::newRow("15 of 148") << 15 << 148 << .062386 << .160487;
    QTest::newRow("none of 20") << 0 << 20 << 0.0 << .161125;
    QTest::newRow("1 of 29") << 1 << 29 << .006113 << .171755;
  }
  void wilsonGivesThePublishedAnswers() {
    QFETCH(int, x);
    QFETCH(int, n);
    QFETCH(double, low);
    QFETCH(double, high);
    const auto i = stats::wilson(static_cast<std::uint64_t>(x), static_cast<std::uint64_t>(n));
    QVERIFY(i.has_value());
    QVERIFY2(near(i->low, low, 1e-6) && near(i->high, high, 1e-6),
             qPrintable(QStringLiteral("%1 %2").arg(i->low).arg(i->high)));
  }

  // Newcombe 1998, part II, method 10; the first of each pair is the treatment.
  void newcombeGivesThePublishedAnswers_data() {
    QTest::addColumn<std::vector<std::uint64_t>>("data");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    using V = std::vector<std::uint64_t>;
    QTest::newRow("56/70 - 48/80") << V{56, 70, 48, 80} << .052431 << .333873;
    QTest::newRow("9/10 - 3/10") << V{9, 10, 3, 10} << .170523 << .809018;
    QTest::newRow("10/10 - 0/20") << V{10, 10, 0, 20} << .679086 << 1.0;
  }
  void newcombeGivesThePublishedAnswers() {
    QFETCH(std::vector<std::uint64_t>, data);
    QFETCH(double, low);
    QFETCH(double, high);
    const auto d = stats::proportionDifference(data[2], data[3], data[0], data[1]);
    QVERIFY(d.has_value());
    QVERIFY2(near(d->interval.low, low, 1e-6) && near(d->interval.high, high, 1e-6),
             qPrintable(QStringLiteral("%1 %2").arg(d->interval.low).arg(d->interval.high)));
    QVERIFY(d->p_value < 0.05);
  }
};

QTEST_GUILESS_MAIN(TstIntervals)
#include "tst_intervals.moc"
