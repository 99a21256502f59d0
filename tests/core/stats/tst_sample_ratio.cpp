#include <QtTest>
#include <cmath>
#include <vector>

#include "core/stats/sample_ratio.h"

using namespace aerie;
using Counts = std::vector<std::uint64_t>;
using Weights = std::vector<double>;

class TstSampleRatio : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void knownAnswers_data() {
    QTest::addColumn<Counts>("observed");
    QTest::addColumn<Weights>("weights");
    QTest::addColumn<double>("chi");
    QTest::addColumn<double>("p");
    QTest::newRow("exactly even") << Counts{5000, 5000} << Weights{1, 1} << 0.0 << 1.0;
    QTest::newRow("a little off") << Counts{505, 495} << Weights{1, 1} << 0.1 << 0.751829634;
    QTest::newRow("large and even enough") << Counts{50210, 49790} << Weights{1, 1} << 1.764 << 0.1841263728;
    QTest::newRow("on the edge") << Counts{5100, 4900} << Weights{0.5, 0.5} << 4.0 << 0.0455002639;
    QTest::newRow("three arms") << Counts{1000, 1000, 1100} << Weights{1, 1, 1} << 6.451612903
                                << 0.03972373339;
  }
  void knownAnswers() {
    QFETCH(Counts, observed);
    QFETCH(Weights, weights);
    QFETCH(double, chi);
    QFETCH(double, p);
    const auto result = stats::sampleRatio(observed, weights);
    QVERIFY(result.has_value());
    QVERIFY(std::abs(result->chi_squared - chi) < 1e-8 * std::max(1.0, chi));
    QVERIFY(std::abs(result->p_value - p) < 1e-8);
    QCOMPARE(result->degrees, static_cast<int>(observed.size()) - 1);
  }

  void anArmOfWeightZeroCostsNoDegreeAndIsReported() {
    const auto result = stats::sampleRatio(Counts{5100, 7, 4900}, Weights{1, 0, 1});
    QVERIFY(result.has_value());
    QCOMPARE(result->degrees, 1);
    QCOMPARE(result->unexpected, std::uint64_t{7});
    QVERIFY(std::abs(result->p_value - 0.0455002639) < 1e-8);
  }

  void tooLittleSaysNothing_data() {
    QTest::addColumn<Counts>("observed");
    QTest::addColumn<Weights>("weights");
    QTest::newRow("nothing") << Counts{} << Weights{};
    QTest::newRow("one arm") << Counts{1000} << Weights{1};
    QTest::newRow("one arm with weight") << Counts{1000, 0} << Weights{1, 0};
    QTest::newRow("few units") << Counts{8, 7} << Weights{1, 1};
    QTest::newRow("lists of different length") << Counts{100, 100} << Weights{1};
  }
  void tooLittleSaysNothing() {
    QFETCH(Counts, observed);
    QFETCH(Weights, weights);
    QVERIFY(!stats::sampleRatio(observed, weights).has_value());
  }
};

QTEST_GUILESS_MAIN(TstSampleRatio)
#include "tst_sample_ratio.moc"
