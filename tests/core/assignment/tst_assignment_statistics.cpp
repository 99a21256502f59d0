// Uniformity and independence on fixed keys: the numbers repeat exactly, so the bounds never flicker.
#include <QtTest>
#include <array>

#include "core/assignment/experiment.h"
#include "core/base/status.h"

using namespace aerie::assignment;

namespace {

constexpr int kKeys = 200'000;

// Chi-square of the 100 groups of 100 buckets; 99 degrees of freedom.
double uniformity(const std::string& seed, std::int64_t first, std::int64_t step) {
  const Hasher hash(seed);
  std::array<double, 100> counts{};
  for (int i = 0; i < kKeys; ++i) counts[hash(first + i * step) / 100U] += 1;
  const double expected = kKeys / 100.0;
  double chi = 0;
  for (const double count : counts) chi += (count - expected) * (count - expected) / expected;
  return chi;
}

// Chi-square for independence of a 2x2 table; one degree of freedom.
double independence(const std::array<std::array<double, 2>, 2>& table) {
  const double total = table[0][0] + table[0][1] + table[1][0] + table[1][1];
  double chi = 0;
  for (std::size_t r = 0; r < 2; ++r) {
    for (std::size_t c = 0; c < 2; ++c) {
      const double expected = (table[r][0] + table[r][1]) * (table[0][c] + table[1][c]) / total;
      chi += (table[r][c] - expected) * (table[r][c] - expected) / expected;
    }
  }
  return chi;
}

Experiment halves(const std::string& name, const std::string& layer) {
  Experiment e;
  e.name = name;
  e.layer = layer;
  e.arms = {{"a", 0.5, {}}, {"b", 0.5, {}}};
  return e;
}

}  // namespace

class TstAssignmentStatistics final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void bucketsAreUniform_data() {
    QTest::addColumn<QString>("seed");
    QTest::addColumn<qint64>("first");
    QTest::addColumn<qint64>("step");
    QTest::newRow("counting ids") << "exp-a" << qint64{0} << qint64{1};
    QTest::newRow("every tenth id") << "exp-a" << qint64{10} << qint64{10};
    QTest::newRow("long ids") << "arrival_delay_v1_vs_v2" << qint64{9'000'000'000'000} << qint64{1};
    QTest::newRow("negative ids") << "layer:arrival_delay" << qint64{-1'000'000} << qint64{3};
    QTest::newRow("no seed") << "" << qint64{1'000'000} << qint64{1};
  }
  void bucketsAreUniform() {
    QFETCH(QString, seed);
    QFETCH(qint64, first);
    QFETCH(qint64, step);
    const double chi = uniformity(seed.toStdString(), first, step);
    // 0.01 % and 99.99 % points of chi-square(99).
    QVERIFY2(chi > 53.0 && chi < 161.3, qPrintable(QString::number(chi)));
  }

  void parallelExperimentsAreIndependent_data() {
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::newRow("names that differ in the last letter") << "exp-a"
                                                          << "exp-b";
    QTest::newRow("names that differ in the last digit") << "exp1"
                                                         << "exp2";
    QTest::newRow("one name begins the other") << "exp"
                                               << "exp1";
    QTest::newRow("unlike names") << "ranking"
                                  << "arrival_delay_v1_vs_v2";
  }
  void parallelExperimentsAreIndependent() {
    QFETCH(QString, first);
    QFETCH(QString, second);
    const auto a = CompiledExperiment::compile(halves(first.toStdString(), "one"));
    const auto b = CompiledExperiment::compile(halves(second.toStdString(), "two"));
    QVERIFY(a.ok() && b.ok());
    std::array<std::array<double, 2>, 2> table{};
    for (std::int64_t key = 0; key < kKeys; ++key) {
      table[static_cast<std::size_t>(a->arm(key))][static_cast<std::size_t>(b->arm(key))] += 1;
    }
    const double chi = independence(table);
    QVERIFY2(chi < 15.14, qPrintable(QString::number(chi)));  // 99.99 % point of chi-square(1)
  }

  // The same measure finds the fault of hash version 1, which is why nothing assigns with it.
  void versionOneWouldNotBeIndependent() {
    std::array<std::array<double, 2>, 2> table{};
    for (int key = 0; key < kKeys; ++key) {
      const std::string text = std::to_string(key);
      const bool a = *hashUnit("exp-a", text, 1) < 0.5;
      const bool b = *hashUnit("exp-b", text, 1) < 0.5;
      table[a ? 0 : 1][b ? 0 : 1] += 1;
    }
    QVERIFY(independence(table) > 100);
  }

  void armIsIndependentOfLayerMembership() {
    Experiment experiment = halves("same_name", "same_name");
    experiment.layer_ranges = {{0, 5000}};
    const auto compiled = CompiledExperiment::compile(experiment);
    QVERIFY(compiled.ok());
    std::array<double, 2> counts{};
    for (std::int64_t key = 0; key < kKeys; ++key) {
      const int arm = compiled->arm(key);
      if (arm >= 0) counts[static_cast<std::size_t>(arm)] += 1;
    }
    const double members = counts[0] + counts[1];
    QVERIFY(std::abs(members / kKeys - 0.5) < 0.005);
    QVERIFY(std::abs(counts[0] / members - 0.5) < 0.007);
  }
};

QTEST_GUILESS_MAIN(TstAssignmentStatistics)
#include "tst_assignment_statistics.moc"
