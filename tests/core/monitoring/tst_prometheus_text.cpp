#include <QtTest>
#include <cmath>
#include <limits>

#include "core/base/status.h"
#include "core/monitoring/prometheus_text.h"

using namespace aerie;
using namespace aerie::monitoring;

namespace {

constexpr const char* kGood =
    "# a comment\n"
    "# HELP requests_total Requests\n"
    "# TYPE requests_total counter\n"
    "requests_total{code=\"OK\",use_case=\"arrival delay\"} 12 1700000000000\n"
    "requests_total{code=\"a \\\"quoted\\\"\\n\\\\line\"} 3.5e2\n"
    "\n"
    "# TYPE seconds histogram\n"
    "seconds_bucket{le=\"0.1\"} 1\n"
    "seconds_bucket{le=\"1\"} 4\n"
    "seconds_bucket{le=\"+Inf\"} 6\n"
    "seconds_sum 7.25\n"
    "seconds_count 6\n"
    "plain -Inf\n"
    "spaced{ a = \"b\" , } \t NaN\n";

}  // namespace

class TstPrometheusText : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void everyPartIsRead() {
    const auto parsed = parsePrometheusText(kGood);
    QVERIFY2(parsed.ok(), messageOf(parsed.status()).c_str());
    QCOMPARE(parsed->size(), std::size_t{4});
    const Family& requests = (*parsed)[0];
    QCOMPARE(requests.type, MetricType::kCounter);
    QCOMPARE(requests.samples.size(), std::size_t{2});
    QCOMPARE(requests.samples[0].labels, (Labels{{"code", "OK"}, {"use_case", "arrival delay"}}));
    QCOMPARE(requests.samples[0].value, 12.0);
    QCOMPARE(requests.samples[1].labels.at("code"), std::string("a \"quoted\"\n\\line"));
    QCOMPARE(requests.samples[1].value, 350.0);
    QCOMPARE((*parsed)[1].samples.size(), std::size_t{5});
    QCOMPARE((*parsed)[2].type, MetricType::kUntyped);
    QVERIFY(std::isinf((*parsed)[2].samples[0].value));
    QVERIFY(std::isnan((*parsed)[3].samples[0].value));
  }

  void whatIsPrintedReadsBackTheSame() {
    const auto once = parsePrometheusText(kGood);
    const auto twice = parsePrometheusText(toPrometheusText(*once));
    QVERIFY2(twice.ok(), messageOf(twice.status()).c_str());
    QCOMPARE(toPrometheusText(*twice), toPrometheusText(*once));
  }

  void valuesAreReadAsGoReadsThem_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<double>("value");
    const double infinity = std::numeric_limits<double>::infinity();
    QTest::newRow("prometheus-cpp's not a number") << QByteArray("Nan") << std::nan("");
    QTest::newRow("infinity in small letters") << QByteArray("+inf") << infinity;
    QTest::newRow("minus infinity in full") << QByteArray("-Infinity") << -infinity;
    QTest::newRow("a plus sign") << QByteArray("+1.5e+2") << 150.0;
    QTest::newRow("without a leading zero") << QByteArray("-.5") << -0.5;
    QTest::newRow("more than an int64") << QByteArray("18446744073709551616") << 18446744073709551616.0;
  }
  void valuesAreReadAsGoReadsThem() {
    QFETCH(QByteArray, text);
    QFETCH(double, value);
    const auto parsed = parsePrometheusText("a " + text.toStdString() + "\n");
    QVERIFY2(parsed.ok(), messageOf(parsed.status()).c_str());
    const double read = parsed->front().samples.front().value;
    QVERIFY(std::isnan(value) ? std::isnan(read) : read == value);
  }

  void aHistogramIsPutTogether() {
    const auto parsed = parsePrometheusText(kGood);
    const auto histograms = histogramsOf((*parsed)[1]);
    QVERIFY(histograms.ok());
    QCOMPARE(histograms->size(), std::size_t{1});
    QCOMPARE(histograms->front().bounds, (std::vector<double>{0.1, 1}));
    QCOMPARE(histograms->front().counts, (std::vector<double>{1, 4, 6}));
    QCOMPARE(histograms->front().sum, 7.25);
  }

  void whatIsWrongIsNamedWithItsLine_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const char* name, const char* text, const char* words) {
      QTest::newRow(name) << QByteArray(text) << QByteArray(words);
    };
    row("no end of line", "a 1\nb 2", "line 2: the last line");
    row("no name", "{a=\"b\"} 1\n", "line 1: neither");
    row("no value", "a\n", "no number");
    row("a word as value", "a one\n", "no number");
    row("a word like infinity", "a infinit\n", "no number");
    row("two signs", "a +-1\n", "no number");
    row("hexadecimal", "a 0x10\n", "no number");
    row("text after the timestamp", "a 1 2 3\n", "text after");
    row("a broken timestamp", "a 1 2.5\n", "timestamp");
    row("an unquoted label", "a{b=c} 1\n", "not quoted");
    row("an endless label", "a{b=\"c} 1\n", "does not end");
    row("an unknown escape", "a{b=\"\\t\"} 1\n", "unknown escape");
    row("a label twice", "a{b=\"1\",b=\"2\"} 1\n", "comes twice");
    row("a label without name", "a{=\"1\"} 1\n", "has no name");
    row("labels without a comma", "a{b=\"1\"c=\"2\"} 1\n", "commas");
    row("the same sample twice", "a 1\na 2\n", "line 2: a comes twice");
    row("a family in two places", "a 1\nb 1\na{c=\"d\"} 1\n", "line 3: a is in two places");
    row("a type after samples", "a 1\n# TYPE a gauge\n", "line 2: the type of a comes after");
    row("two types", "# TYPE a gauge\n# TYPE a gauge\n", "second TYPE");
    row("an unknown type", "# TYPE a meter\n", "meter is not a type");
    row("a carriage return", "a 1\r\n", "carriage return");
  }
  void whatIsWrongIsNamedWithItsLine() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, words);
    const auto parsed = parsePrometheusText(text.toStdString());
    QVERIFY(!parsed.ok());
    QVERIFY(absl::IsInvalidArgument(parsed.status()));
    QVERIFY2(QByteArray::fromStdString(messageOf(parsed.status())).contains(words),
             messageOf(parsed.status()).c_str());
  }

  void nothingIsReadBeyondTheLimits() {
    TextLimits limits;
    limits.bytes = 5;
    QVERIFY(absl::IsResourceExhausted(parsePrometheusText("abc 1\n", limits).status()));
    limits = {};
    limits.samples = 1;
    QVERIFY(absl::IsResourceExhausted(parsePrometheusText("a 1\nb 1\n", limits).status()));
    limits.labels = 1;
    QVERIFY(!parsePrometheusText("a{b=\"1\",c=\"2\"} 1\n", limits).ok());
  }

  void aHistogramThatMakesNoSenseIsRefused_data() {
    QTest::addColumn<QByteArray>("lines");
    const auto row = [](const char* name, const char* lines) { QTest::newRow(name) << QByteArray(lines); };
    row("bounds descend",
        "h_bucket{le=\"2\"} 1\nh_bucket{le=\"1\"} 2\nh_bucket{le=\"+Inf\"} 2\nh_sum 1\nh_count 2\n");
    row("counts descend", "h_bucket{le=\"1\"} 3\nh_bucket{le=\"+Inf\"} 2\nh_sum 1\nh_count 2\n");
    row("no last bucket", "h_bucket{le=\"1\"} 3\nh_sum 1\nh_count 3\n");
    row("no sum", "h_bucket{le=\"+Inf\"} 3\nh_count 3\n");
    row("count differs", "h_bucket{le=\"+Inf\"} 3\nh_sum 1\nh_count 4\n");
    row("no bound", "h_bucket 3\nh_sum 1\nh_count 3\n");
    row("a bound that is no number", "h_bucket{le=\"x\"} 3\nh_sum 1\nh_count 3\n");
    row("minus infinity", "h_bucket{le=\"-Inf\"} 3\nh_sum 1\nh_count 3\n");
    row("a negative count", "h_bucket{le=\"+Inf\"} -3\nh_sum 1\nh_count -3\n");
  }
  void aHistogramThatMakesNoSenseIsRefused() {
    QFETCH(QByteArray, lines);
    const auto parsed = parsePrometheusText("# TYPE h histogram\n" + lines.toStdString());
    QVERIFY2(parsed.ok(), messageOf(parsed.status()).c_str());
    QVERIFY(!histogramsOf(parsed->front()).ok());
  }
};

QTEST_GUILESS_MAIN(TstPrometheusText)
#include "tst_prometheus_text.moc"
