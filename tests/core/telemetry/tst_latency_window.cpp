#include <QtTest>
#include <cmath>
#include <random>

#include "core/telemetry/latency_window.h"

using namespace aerie;
using std::chrono::microseconds;
using std::chrono::seconds;
using telemetry::LatencyWindow;

class TstLatencyWindow : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void nothingRecordedIsZero() {
    const ManualClock clock;
    const LatencyWindow window(clock);
    QCOMPARE(window.quantileMs(0.5), 0.0);
    QCOMPARE(window.count(), std::uint64_t{0});
  }

  void aQuantileIsWithinTwoPercent_data() {
    QTest::addColumn<double>("q");
    for (const double q : {0.0, 0.1, 0.5, 0.9, 0.99, 0.999, 1.0})
      QTest::newRow(fmt::format("q = {}", q).c_str()) << q;
  }
  void aQuantileIsWithinTwoPercent() {
    QFETCH(double, q);
    const ManualClock clock;
    LatencyWindow window(clock);
    std::mt19937 random(7);
    std::vector<double> ms;
    for (int i = 0; i < 10'000; ++i) {
      const std::int64_t us =
          1 + static_cast<std::int64_t>(std::exp(std::generate_canonical<double, 32>(random) * 17));
      window.record(microseconds(us));
      ms.push_back(static_cast<double>(us) / 1000);
    }
    std::sort(ms.begin(), ms.end());
    const double exact = ms[static_cast<std::size_t>(q * static_cast<double>(ms.size() - 1))];
    const double seen = window.quantileMs(q);
    QVERIFY2(std::abs(seen - exact) <= 0.0201 * exact, fmt::format("{} against {}", seen, exact).c_str());
  }

  void valuesOutsideTheRangeAreClamped_data() {
    QTest::addColumn<qint64>("us");
    QTest::addColumn<double>("ms");
    QTest::newRow("negative") << qint64{-5} << 0.001;
    QTest::newRow("zero") << qint64{0} << 0.001;
    QTest::newRow("an hour") << qint64{3'600'000'000} << 100'000.0;
  }
  void valuesOutsideTheRangeAreClamped() {
    QFETCH(qint64, us);
    QFETCH(double, ms);
    const ManualClock clock;
    LatencyWindow window(clock);
    window.record(microseconds(us));
    const double seen = window.quantileMs(0.5);
    QVERIFY2(std::abs(seen - ms) <= 0.03 * ms, fmt::format("{}", seen).c_str());
  }

  void oldValuesLeaveAfterOneToTwoWindows() {
    ManualClock clock;
    LatencyWindow window(clock, seconds(30));
    window.record(microseconds(1'000));
    clock.advance(seconds(30));
    window.record(microseconds(9'000));
    QCOMPARE(window.count(), std::uint64_t{2});
    clock.advance(seconds(30));
    QCOMPARE(window.count(), std::uint64_t{1});
    QVERIFY(window.quantileMs(0) > 8);
    clock.advance(seconds(30));
    QCOMPARE(window.count(), std::uint64_t{0});
  }

  void aLongPauseEmptiesEverything_data() {
    QTest::addColumn<int>("windows");
    QTest::newRow("two") << 2;
    QTest::newRow("odd") << 101;
    QTest::newRow("even") << 1'000;
  }
  void aLongPauseEmptiesEverything() {
    QFETCH(int, windows);
    ManualClock clock;
    LatencyWindow window(clock, seconds(30));
    window.record(microseconds(1'000));
    clock.advance(seconds(30));
    window.record(microseconds(1'000));
    clock.advance(seconds(30) * windows);
    QCOMPARE(window.count(), std::uint64_t{0});
    window.record(microseconds(2'000));
    QCOMPARE(window.count(), std::uint64_t{1});
  }

  void threadsLoseNoValue() {
    const ManualClock clock;
    LatencyWindow window(clock);
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
      threads.emplace_back([&window] {
        for (int i = 1; i <= 5'000; ++i) window.record(microseconds(i));
      });
    }
    for (std::thread& thread : threads) thread.join();
    QCOMPARE(window.count(), std::uint64_t{20'000});
  }
};

QTEST_GUILESS_MAIN(TstLatencyWindow)
#include "tst_latency_window.moc"
