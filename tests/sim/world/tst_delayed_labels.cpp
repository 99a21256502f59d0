#include <QtTest>
#include <cmath>
#include <random>

#include "sim/world/delayed_labels.h"

using namespace aerie::sim;

class TstDelayedLabels : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void qualityMatchesKnownAnswers() {
    const std::vector<std::uint8_t> y{0, 0, 1, 1, 0, 1, 0, 0, 1, 0};
    const std::vector<float> p{.1F, .4F, .35F, .8F, .2F, .7F, .3F, .05F, .6F, .5F};
    const Quality quality = qualityOf(p, y);
    QCOMPARE(quality.items, std::uint64_t{10});
    // The probabilities are floats, so the known answer holds to their precision.
    QVERIFY2(std::abs(quality.log_loss - .408091135314) < 1e-7,
             qPrintable(QString::number(quality.log_loss, 'g', 15)));
    QVERIFY2(std::abs(quality.auc - .916666666667) < 1e-11,
             qPrintable(QString::number(quality.auc, 'g', 15)));
  }

  void aucIsTheShareOfPairsRankedRightly_data() {
    QTest::addColumn<QVector<float>>("p");
    QTest::addColumn<QVector<int>>("y");
    QTest::addColumn<double>("auc");
    QTest::newRow("perfect") << QVector<float>{.1F, .2F, .8F, .9F} << QVector<int>{0, 0, 1, 1} << 1.0;
    QTest::newRow("reversed") << QVector<float>{.9F, .8F, .2F, .1F} << QVector<int>{0, 0, 1, 1} << 0.0;
    QTest::newRow("all tied") << QVector<float>{.5F, .5F, .5F} << QVector<int>{0, 1, 0} << 0.5;
    QTest::newRow("a tie counts half") << QVector<float>{.1F, .5F, .5F} << QVector<int>{0, 0, 1} << 0.75;
    QTest::newRow("one class only") << QVector<float>{.1F, .9F} << QVector<int>{1, 1} << 0.5;
    QTest::newRow("nothing") << QVector<float>{} << QVector<int>{} << 0.5;
  }
  void aucIsTheShareOfPairsRankedRightly() {
    QFETCH(QVector<float>, p);
    QFETCH(QVector<int>, y);
    QFETCH(double, auc);
    QCOMPARE(
        qualityOf(std::vector<float>(p.begin(), p.end()), std::vector<std::uint8_t>(y.begin(), y.end())).auc,
        auc);
  }

  void aucEqualsTheCountOfPairsOnRandomData() {
    std::mt19937 random(3);
    std::vector<float> p;
    std::vector<std::uint8_t> y;
    for (int i = 0; i < 300; ++i) {
      p.push_back(static_cast<float>(random() % 20) / 20);
      y.push_back(random() % 3 == 0 ? 1 : 0);
    }
    double right = 0, pairs = 0;
    for (std::size_t i = 0; i < p.size(); ++i) {
      for (std::size_t j = 0; j < p.size(); ++j) {
        if (y[i] == 0 || y[j] == 1) continue;
        right += p[i] > p[j] ? 1 : p[i] == p[j] ? 0.5 : 0;
        pairs += 1;
      }
    }
    QVERIFY(std::abs(qualityOf(p, y).auc - right / pairs) < 1e-12);
  }

  void certainMistakesStayFinite() {
    const std::vector<float> p{0, 1};
    const std::vector<std::uint8_t> y{1, 0};
    QVERIFY(std::abs(qualityOf(p, y).log_loss + std::log(1e-7)) < 1e-6);
  }

  void labelsComeInOrderOfTheirTime() {
    DelayedLabels labels;
    labels.add(30, {1, 0, .1F, true});
    labels.add(10, {2, 0, .2F, false});
    labels.add(20, {3, 0, .3F, false});
    labels.add(10, {4, 0, .4F, false});
    QVERIFY(labels.take(9).empty());
    const auto first = labels.take(20);
    QCOMPARE(first.size(), std::size_t{3});
    QCOMPARE(first[0].flight, 2U);  // equal times: in the order in which they were added
    QCOMPARE(first[1].flight, 4U);
    QCOMPARE(first[2].flight, 3U);
    QCOMPARE(labels.waiting(), std::size_t{1});
    QVERIFY(labels.take(20).empty());
    QVERIFY(labels.take(1'000).front().label);
    QCOMPARE(labels.waiting(), std::size_t{0});
  }
};

QTEST_GUILESS_MAIN(TstDelayedLabels)
#include "tst_delayed_labels.moc"
