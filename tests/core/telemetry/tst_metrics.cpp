#include <QtTest>

#include "core/telemetry/metrics.h"

using namespace aerie::telemetry;

class TstMetrics : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void theSameNameAndLabelsGiveTheSameMetric() {
    Metrics metrics;
    auto& first = metrics.counter("aerie_test_total", "Help", {{"arm", "a"}});
    QCOMPARE(&metrics.counter("aerie_test_total", "Other help", {{"arm", "a"}}), &first);
    QVERIFY(&metrics.counter("aerie_test_total", "Help", {{"arm", "b"}}) != &first);
    QCOMPARE(&metrics.gauge("aerie_test_bytes", "Help"), &metrics.gauge("aerie_test_bytes", "Help"));
    QCOMPARE(&metrics.latency("aerie_test_seconds", "Help"), &metrics.latency("aerie_test_seconds", "Help"));
  }

  void theTextIsPrometheusFormat() {
    Metrics metrics;
    metrics.counter("aerie_test_total", "Things \\ done", {{"arm", "a\"b\n"}}).Increment(3);
    metrics.gauge("aerie_test_bytes", "Memory").Set(1.5);
    auto& latency = metrics.latency("aerie_test_seconds", "Latency");
    latency.Observe(0.00006);
    latency.Observe(60);
    const QString text = QString::fromStdString(metrics.text());
    QVERIFY2(text.contains("# TYPE aerie_test_total counter\naerie_test_total{arm=\"a\\\"b\\n\"} 3"),
             qPrintable(text));
    QVERIFY2(text.contains("# TYPE aerie_test_bytes gauge\naerie_test_bytes 1.5"), qPrintable(text));
    QVERIFY2(text.contains("aerie_test_seconds_bucket{le=\"0.0001\"} 1"), qPrintable(text));
    QVERIFY2(text.contains("aerie_test_seconds_bucket{le=\"10\"} 1"), qPrintable(text));
    QVERIFY2(text.contains("aerie_test_seconds_bucket{le=\"+Inf\"} 2"), qPrintable(text));
    QVERIFY2(text.contains("aerie_test_seconds_count 2"), qPrintable(text));
  }

  void ownBucketsAreKept() {
    Metrics metrics;
    metrics.histogram("aerie_test_rows", "Rows", {}, {1, 10, 100}).Observe(10);
    const QString text = QString::fromStdString(metrics.text());
    QVERIFY(text.contains("aerie_test_rows_bucket{le=\"1\"} 0"));
    QVERIFY(text.contains("aerie_test_rows_bucket{le=\"10\"} 1"));
  }

  void threadsCountTogether() {
    Metrics metrics;
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
      threads.emplace_back([&metrics, t] {
        for (int i = 0; i < 1'000; ++i)
          metrics.counter("aerie_test_total", "Help", {{"arm", t % 2 == 0 ? "a" : "b"}}).Increment();
      });
    }
    for (std::thread& thread : threads) thread.join();
    QCOMPARE(metrics.counter("aerie_test_total", "Help", {{"arm", "a"}}).Value(), 2'000.0);
    QCOMPARE(metrics.counter("aerie_test_total", "Help", {{"arm", "b"}}).Value(), 2'000.0);
  }
};

QTEST_GUILESS_MAIN(TstMetrics)
#include "tst_metrics.moc"
