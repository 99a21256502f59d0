// Changing weights moves the fewest keys that it can.
#include <QtTest>
#include <cmath>
#include <numeric>
#include <random>

#include "core/assignment/reweight.h"
#include "core/base/status.h"

using namespace aerie::assignment;

namespace {

std::vector<Ranges> arms(const std::vector<double>& weights, double coverage) {
  std::vector<Ranges> result;
  for (const BucketRange& range : allocate(weights, coverage)) result.push_back(normalized({range}));
  return result;
}

std::vector<double> randomWeights(std::mt19937& random, std::size_t count) {
  std::vector<double> weights(count);
  std::uniform_int_distribution<int> part(0, 20);
  for (double& weight : weights) weight = part(random);
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  if (sum == 0) return std::vector<double>(count, 1.0 / static_cast<double>(count));
  for (double& weight : weights) weight /= sum;
  return weights;
}

std::uint32_t sumOfIncreases(const std::vector<Ranges>& before, const std::vector<Ranges>& after) {
  std::uint32_t sum = 0;
  for (std::size_t i = 0; i < before.size(); ++i) {
    const std::uint32_t old_count = bucketCount(before[i]);
    const std::uint32_t new_count = bucketCount(after[i]);
    if (new_count > old_count) sum += new_count - old_count;
  }
  return sum;
}

bool sortedAndDisjoint(const std::vector<Ranges>& all) {
  Ranges together;
  std::uint32_t count = 0;
  for (const Ranges& ranges : all) {
    if (!validateRanges("arm", ranges).ok()) return false;
    count += bucketCount(ranges);
    together.insert(together.end(), ranges.begin(), ranges.end());
  }
  return bucketCount(normalized(together)) == count;
}

}  // namespace

class TstAssignmentReweight final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void movesTheMinimum_data() {
    QTest::addColumn<QList<double>>("before");
    QTest::addColumn<QList<double>>("after");
    QTest::addColumn<uint>("moved");
    const QList<double> thirds = {1.0 / 3, 1.0 / 3, 1.0 / 3};
    QTest::newRow("thirds to .2 .4 .4") << thirds << QList<double>{0.2, 0.4, 0.4} << 1334U;
    QTest::newRow("five fifths to .6 .1 .1 .1 .1")
        << QList<double>(5, 0.2) << QList<double>{0.6, 0.1, 0.1, 0.1, 0.1} << 4000U;
    QTest::newRow("quarters to two halves")
        << QList<double>(4, 0.25) << QList<double>{0.5, 0.5, 0, 0} << 5000U;
    QTest::newRow("90/10 to 50/50") << QList<double>{0.9, 0.1} << QList<double>{0.5, 0.5} << 4000U;
    QTest::newRow("the same weights") << thirds << thirds << 0U;
    QTest::newRow("a winner takes all") << QList<double>{0.5, 0.5} << QList<double>{0, 1} << 5000U;
    QTest::newRow("one bucket") << QList<double>{0.5, 0.5} << QList<double>{0.4999, 0.5001} << 1U;
  }
  void movesTheMinimum() {
    QFETCH(QList<double>, before);
    QFETCH(QList<double>, after);
    QFETCH(uint, moved);
    const auto old_arms = arms({before.begin(), before.end()}, 1);
    const auto new_arms = reweight(old_arms, std::vector<double>(after.begin(), after.end()), 1);
    QVERIFY(new_arms.ok());
    QVERIFY(sortedAndDisjoint(*new_arms));
    // One bucket of tolerance for thirds, which do not divide 10,000.
    QVERIFY2(std::abs(static_cast<int>(countMoved(old_arms, *new_arms)) - static_cast<int>(moved)) <= 1,
             qPrintable(QString::number(countMoved(old_arms, *new_arms))));
    QCOMPARE(movement(old_arms, *new_arms).left, 0U);
  }

  void randomChangesMoveExactlyTheIncreases() {
    std::mt19937 random(20011);
    for (int round = 0; round < 300; ++round) {
      const std::size_t count = 2 + random() % 7;
      std::vector<Ranges> current = arms(randomWeights(random, count), 1);
      for (int step = 0; step < 4; ++step) {
        const std::vector<double> weights = randomWeights(random, count);
        const auto next = reweight(current, weights, 1);
        QVERIFY(next.ok());
        QVERIFY(sortedAndDisjoint(*next));
        QCOMPARE(countMoved(current, *next), sumOfIncreases(current, *next));
        std::uint32_t total = 0;
        for (std::size_t i = 0; i < count; ++i) {
          const double exact = weights[i] * kBuckets;
          QVERIFY2(std::abs(bucketCount((*next)[i]) - exact) < 2,
                   "an arm is farther from its weight than rounding explains");
          total += bucketCount((*next)[i]);
        }
        QCOMPARE(total, kBuckets);
        current = *next;
      }
    }
  }

  void raisingCoverageMovesNobody() {
    std::mt19937 random(7);
    for (int round = 0; round < 200; ++round) {
      const std::vector<double> weights = randomWeights(random, 2 + random() % 5);
      double coverage = static_cast<double>(random() % 20) / 100.0;
      std::vector<Ranges> current = arms(weights, coverage);
      while (coverage < 1) {
        coverage = std::min(1.0, coverage + static_cast<double>(1 + random() % 4000) / 10000.0);
        const auto next = reweight(current, weights, coverage);
        QVERIFY(next.ok());
        QCOMPARE(countMoved(current, *next), 0U);
        QVERIFY(sortedAndDisjoint(*next));
        current = *next;
      }
      std::uint32_t total = 0;
      for (const Ranges& ranges : current) total += bucketCount(ranges);
      QCOMPARE(total, kBuckets);
    }
  }

  void raisedCoverageLooksAsIfAllocatedSo() {
    const std::vector<double> weights = {0.25, 0.25, 0.5};  // whole buckets, so that nothing is rounded
    const auto raised = reweight(arms(weights, 0.25), weights, 0.5);
    QVERIFY(raised.ok());
    QVERIFY(*raised == arms(weights, 0.5));
  }

  void loweringCoverageOnlyDropsTails() {
    const std::vector<double> weights = {0.5, 0.5};
    const auto before = arms(weights, 1);
    const auto lowered = reweight(before, weights, 0.4);
    QVERIFY(lowered.ok());
    QCOMPARE(movement(before, *lowered), (Movement{0, 6000, 0}));
    QVERIFY(*lowered == arms(weights, 0.4));
  }

  void weightsAndCoverageChangeTogether() {
    const auto before = arms({0.8, 0.2}, 0.5);                                // 4000 and 1000 buckets
    const auto after = reweight(before, std::vector<double>{0.5, 0.5}, 0.6);  // 3000 and 3000
    QVERIFY(after.ok());
    // The released thousand goes to the growing arm before any free bucket does.
    QCOMPARE(movement(before, *after), (Movement{1000, 0, 1000}));
  }

  void anEmptiedArmOwnsNothing() {
    const auto after = reweight(arms({0.5, 0.25, 0.25}, 1), std::vector<double>{0.75, 0, 0.25}, 1);
    QVERIFY(after.ok());
    QVERIFY((*after)[1].empty());
    QCOMPARE(bucketCount((*after)[0]), 7500U);
  }

  void badChangesAreRefused_data() {
    QTest::addColumn<QList<double>>("weights");
    QTest::addColumn<double>("coverage");
    QTest::newRow("weights that don't sum to one") << QList<double>{0.5, 0.6} << 1.0;
    QTest::newRow("a negative weight") << QList<double>{-0.5, 1.5} << 1.0;
    QTest::newRow("not a number") << QList<double>{std::nan(""), 1.0} << 1.0;
    QTest::newRow("coverage above one") << QList<double>{0.5, 0.5} << 1.1;
    QTest::newRow("coverage not a number") << QList<double>{0.5, 0.5} << std::nan("");
    QTest::newRow("a weight too many") << QList<double>{0.5, 0.25, 0.25} << 1.0;
  }
  void badChangesAreRefused() {
    QFETCH(QList<double>, weights);
    QFETCH(double, coverage);
    const auto result =
        reweight(arms({0.5, 0.5}, 1), std::vector<double>(weights.begin(), weights.end()), coverage);
    QVERIFY(absl::IsInvalidArgument(result.status()));
  }
  void armsThatShareABucketAreRefused() {
    const std::vector<Ranges> before = {{{0, 6000}}, {{5000, 10000}}};
    QVERIFY(absl::IsInvalidArgument(reweight(before, std::vector<double>{0.5, 0.5}, 1).status()));
  }
};

QTEST_GUILESS_MAIN(TstAssignmentReweight)
#include "tst_assignment_reweight.moc"
