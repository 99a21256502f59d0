// Known answers of GrowthBook and the integer arithmetic around them.
#include <QtTest>
#include <cmath>
#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>

#include "core/assignment/hash.h"
#include "core/assignment/ranges.h"

using namespace aerie::assignment;

namespace {

nlohmann::json vectors() {
  std::ifstream in(std::string(AERIE_TEST_DATA) + "/assignment_vectors.json");
  return nlohmann::json::parse(in, nullptr, false);
}

std::vector<double> weightsOf(const nlohmann::json& value) {
  return value.is_null() ? std::vector<double>() : value.get<std::vector<double>>();
}

}  // namespace

class TstAssignmentHash final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() {
    QVERIFY2(!vectors().is_discarded(), "tests/data/assignment_vectors.json is missing or not JSON");
    QCOMPARE(vectors().at("hash").size(), std::size_t{15});
  }

  void hashAnswersAsGrowthBook_data() {
    QTest::addColumn<QByteArray>("seed");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("version");
    QTest::addColumn<double>("expected");  // negative: no answer
    const auto all = vectors();
    for (const auto& row : all.at("hash")) {
      const auto seed = QByteArray::fromStdString(row[0].get<std::string>());
      const auto value = QByteArray::fromStdString(row[1].get<std::string>());
      const int version = row[2].get<int>();
      const QByteArray title =
          "v" + QByteArray::number(version) + " seed '" + seed + "' value '" + value + "'";
      QTest::newRow(title.constData())
          << seed << value << version << (row[3].is_null() ? -1.0 : row[3].get<double>());
    }
  }
  void hashAnswersAsGrowthBook() {
    QFETCH(QByteArray, seed);
    QFETCH(QByteArray, value);
    QFETCH(int, version);
    QFETCH(double, expected);
    const auto answer = hashUnit(seed.toStdString(), value.toStdString(), version);
    QCOMPARE(answer.has_value(), expected >= 0);
    if (!answer.has_value()) return;
    const double steps = version == 2 ? 10000 : 1000;
    QCOMPARE(std::lround(*answer * steps), std::lround(expected * steps));
    if (version == 2)
      QCOMPARE(int{bucketV2(seed.toStdString(), value.toStdString())},
               static_cast<int>(std::lround(expected * 10000)));
  }

  void bucketRangesAnswerAsGrowthBook_data() {
    QTest::addColumn<int>("row");
    const auto all = vectors().at("getBucketRange");
    QCOMPARE(all.size(), std::size_t{13});
    for (std::size_t i = 0; i < all.size(); ++i)
      QTest::newRow(all[i][0].get<std::string>().c_str()) << static_cast<int>(i);
  }
  void bucketRangesAnswerAsGrowthBook() {
    QFETCH(int, row);
    const auto vector = vectors().at("getBucketRange")[static_cast<std::size_t>(row)];
    const std::vector<double> weights = weightsOf(vector[1][2]);
    const int arms = vector[1][0].get<int>();
    const double coverage = vector[1][1].get<double>();
    const auto ranges = bucketRanges(arms, coverage, weights);
    QCOMPARE(ranges.size(), vector[2].size());
    for (std::size_t i = 0; i < ranges.size(); ++i) {
      QVERIFY(std::abs(ranges[i].start - vector[2][i][0].get<double>()) < 1e-9);
      QVERIFY(std::abs(ranges[i].end - vector[2][i][1].get<double>()) < 1e-9);
    }
    // The integer form gives every bucket the arm that the doubles give it.
    const auto integers = allocate(weights.empty() ? equalWeights(arms) : weights, coverage);
    if (integers.size() != ranges.size()) return;  // allocate() takes the number of arms from the weights
    for (std::uint32_t b = 0; b < kBuckets; ++b) {
      int arm = -1;
      for (std::size_t i = 0; i < integers.size(); ++i) {
        if (b >= integers[i].start && b < integers[i].end) arm = static_cast<int>(i);
      }
      QCOMPARE(arm, chooseVariation(b / 10000.0, ranges));
    }
  }

  void variationIsChosenAsGrowthBook_data() {
    QTest::addColumn<int>("row");
    const auto all = vectors().at("chooseVariation");
    QCOMPARE(all.size(), std::size_t{13});
    for (std::size_t i = 0; i < all.size(); ++i)
      QTest::newRow(all[i][0].get<std::string>().c_str()) << static_cast<int>(i);
  }
  void variationIsChosenAsGrowthBook() {
    QFETCH(int, row);
    const auto vector = vectors().at("chooseVariation")[static_cast<std::size_t>(row)];
    std::vector<UnitRange> ranges;
    for (const auto& range : vector[2]) ranges.push_back({range[0].get<double>(), range[1].get<double>()});
    QCOMPARE(chooseVariation(vector[1].get<double>(), ranges), vector[3].get<int>());
  }

  void equalWeightsAnswerAsGrowthBook() {
    const auto all = vectors();
    QCOMPARE(all.at("getEqualWeights").size(), std::size_t{6});
    for (const auto& row : all.at("getEqualWeights")) {
      const auto weights = equalWeights(row[0].get<int>());
      QCOMPARE(weights.size(), row[1].size());
      for (std::size_t i = 0; i < weights.size(); ++i)
        QVERIFY(std::abs(weights[i] - row[1][i].get<double>()) < 1e-8);
    }
  }

  // Bytes, not UTF-16 units: GrowthBook's JavaScript SDK answers 9310 here.
  void keysOutsideAsciiAreHashedAsUtf8() {
    QCOMPARE(int{bucketV2("pctr-v2", "\xE6\x97\xA5\xE6\x9C\xAC")}, 8747);
  }

  void integersAreHashedAsTheirDecimalText_data() {
    QTest::addColumn<qint64>("key");
    QTest::newRow("zero") << qint64{0};
    QTest::newRow("one digit") << qint64{7};
    QTest::newRow("two digits") << qint64{10};
    QTest::newRow("three digits") << qint64{100};
    QTest::newRow("zeros inside") << qint64{1'000'001};
    QTest::newRow("largest 32 bits") << qint64{4'294'967'295};
    QTest::newRow("beyond 32 bits") << qint64{4'294'967'296};
    QTest::newRow("largest") << std::numeric_limits<qint64>::max();
    QTest::newRow("smallest") << std::numeric_limits<qint64>::min();
    QTest::newRow("negative") << qint64{-42};
  }
  void integersAreHashedAsTheirDecimalText() {
    QFETCH(qint64, key);
    QCOMPARE(bucketV2("seed", std::int64_t{key}), bucketV2("seed", std::to_string(key)));
  }

  void hasherOfASeedEqualsTheDirectHash() {
    const Hasher hasher("experiment");
    for (std::int64_t key = 0; key < 1000; ++key) {
      QCOMPARE(hasher(key), bucketV2("experiment", std::to_string(key)));
      QVERIFY(hasher(key) < kBuckets);
    }
  }

  void allocationKeepsGrowthBooksBoundaryBuckets_data() {
    QTest::addColumn<QList<double>>("weights");
    QTest::addColumn<double>("coverage");
    QTest::newRow("thirds") << QList<double>{1.0 / 3, 1.0 / 3, 1.0 / 3} << 1.0;
    QTest::newRow("0.1 and 0.2 add up to more than 0.3") << QList<double>{0.1, 0.2, 0.7} << 1.0;
    QTest::newRow("five fifths") << QList<double>{0.2, 0.2, 0.2, 0.2, 0.2} << 1.0;
    QTest::newRow("sevenths, part of the keys") << QList<double>(7, 1.0 / 7) << 0.37;
    QTest::newRow("an empty arm") << QList<double>{0.5, 0, 0.5} << 0.9;
  }
  void allocationKeepsGrowthBooksBoundaryBuckets() {
    QFETCH(QList<double>, weights);
    QFETCH(double, coverage);
    const std::vector<double> w(weights.begin(), weights.end());
    const auto ranges = bucketRanges(static_cast<int>(w.size()), coverage, w);
    const auto integers = allocate(w, coverage);
    for (std::uint32_t b = 0; b < kBuckets; ++b) {
      int arm = -1;
      for (std::size_t i = 0; i < integers.size(); ++i) {
        if (b >= integers[i].start && b < integers[i].end) arm = static_cast<int>(i);
      }
      QCOMPARE(arm, chooseVariation(b / 10000.0, ranges));
    }
  }
  void coverageThatIsNotANumberCoversNobody() {
    const auto ranges = allocate(std::vector<double>{0.5, 0.5}, std::nan(""));
    for (const BucketRange& range : ranges) QCOMPARE(range.start, range.end);
  }

  void rangesAreMergedAndComplemented() {
    QVERIFY((normalized({{5, 9}, {0, 3}, {3, 5}, {7, 7}}) == Ranges{{0, 9}}));
    QVERIFY((complement(Ranges{{100, 200}, {9000, 10000}}) == Ranges{{0, 100}, {200, 9000}}));
    QVERIFY(complement(Ranges{{0, 10000}}).empty());
    QVERIFY((complement(Ranges{}) == Ranges{{0, 10000}}));
    QVERIFY(overlap(Ranges{{0, 10}}, Ranges{{9, 11}}));
    QVERIFY(!overlap(Ranges{{0, 10}}, Ranges{{10, 11}}));
    QCOMPARE(toText(Ranges{{0, 10}, {20, 30}}), std::string("[0,10) [20,30)"));
    QCOMPARE(toText(Ranges{}), std::string("none"));
  }

  void badRangeListsAreRefused_data() {
    QTest::addColumn<QList<uint>>("bounds");
    QTest::newRow("empty range") << QList<uint>{5, 5};
    QTest::newRow("backwards") << QList<uint>{6, 5};
    QTest::newRow("beyond the buckets") << QList<uint>{0, 10001};
    QTest::newRow("unsorted") << QList<uint>{10, 20, 0, 5};
    QTest::newRow("sharing a bucket") << QList<uint>{0, 10, 9, 20};
  }
  void badRangeListsAreRefused() {
    QFETCH(QList<uint>, bounds);
    Ranges ranges;
    for (qsizetype i = 0; i < bounds.size(); i += 2) ranges.push_back({bounds[i], bounds[i + 1]});
    const absl::Status status = validateRanges("arm x", ranges);
    QVERIFY(absl::IsInvalidArgument(status));
    QVERIFY(
        QByteArray(status.message().data(), static_cast<int>(status.message().size())).startsWith("arm x"));
  }
};

QTEST_GUILESS_MAIN(TstAssignmentHash)
#include "tst_assignment_hash.moc"
