#include <QtTest>

#include "core/base/status.h"
#include "core/frame/csv.h"
#include "core/preprocess/config_yaml.h"
#include "core/preprocess/pipeline.h"

using namespace aerie;
using namespace aerie::preprocess;

class TstPreprocessFit final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void eachOperatorLearns_data() {
    QTest::addColumn<QByteArray>("step");
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, const char* step, const char* csv, const char* expected) {
      QTest::newRow(name) << QByteArray(step) << QByteArray(csv) << QByteArray(expected);
    };
    row("impute by mean", "op: impute, in: [x], out: [y]", "x,z\n1.5,\n2.5,\n,\nnan,\n", "value: 2");
    row("impute an int64 by mean", "op: impute, in: [x], out: [y]", "x,z\n1,\n2,\n2,\n,\n", "value: 2");
    row("impute by median", "op: impute, in: [x], out: [y], strategy: median", "x\n1.5\n100\n2\n4\n",
        "value: 3, strategy: median");
    row("impute by the most frequent", "op: impute, in: [x], out: [y]", "x,z\nb,\na,\nb,\n,\n", "value: b");
    row("impute a tie takes the smallest", "op: impute, in: [x], out: [y]", "x\nb\na\n", "value: a");
    row("impute a bool", "op: impute, in: [x], out: [y]", "x\ntrue\nfalse\ntrue\n", "value: \"true\"");
    row("impute a text that is a number", "op: impute, in: [x], out: [y], strategy: most_frequent",
        "x\n7\n7\n8\n", "value: 7, strategy: most_frequent");
    row("standardize", "op: standardize, in: [x], out: [y]", "x,z\n2,\n4,\n4,\n4,\n5,\n5,\n7,\n9,\n,\n",
        "mean: 5, stddev: 2");
    row("standardize a constant", "op: standardize, in: [x], out: [y]", "x\n3\n3\n", "mean: 3, stddev: 1");
    row("standardize with a given mean", "op: standardize, in: [x], out: [y], mean: 0", "x\n3\n-3\n",
        "mean: 0, stddev: 3");
    row("min_max", "op: min_max, in: [x], out: [y]", "x,z\n2.5,\n-4,\n,\n", "min: -4, max: 2.5");
    row("min_max with a given min", "op: min_max, in: [x], out: [y], min: -10", "x\n2.5\n-4\n",
        "min: -10, max: 2.5");
    row("bucketize by quantiles", "op: bucketize, in: [x], out: [y], buckets: 4",
        "x\n8\n7\n6\n5\n4\n3\n2\n1\n", "boundaries: [3, 5, 7], buckets: 4");
    row("bucketize few values", "op: bucketize, in: [x], out: [y], buckets: 10", "x\n1\n1\n2\n",
        "boundaries: [1, 2], buckets: 10");
    row("vocabulary by frequency, then name", "op: vocabulary, in: [x], out: [y]", "x,z\nb,\nc,\nc,\na,\n,\n",
        "values: [c, a, b]");
    row("vocabulary of bounded size", "op: vocabulary, in: [x], out: [y], max_size: 2", "x\nb\nc\nc\na\n",
        "values: [c, a], max_size: 2");
    row("vocabulary of what is not rare", "op: vocabulary, in: [x], out: [y], min_count: 2",
        "x\nb\nc\nc\na\n", "values: [c], min_count: 2");
    row("vocabulary of numbers", "op: vocabulary, in: [x], out: [y]", "x\n5\n-1\n5\n",
        "values: [\"5\", \"-1\"]");
    row("one_hot", "op: one_hot, in: [x], out: [y]", "x\nb\na\n", "values: [a, b]");
  }
  void eachOperatorLearns() {
    QFETCH(QByteArray, step);
    QFETCH(QByteArray, csv);
    QFETCH(QByteArray, expected);
    const auto frame = frame::readCsvText(csv.toStdString()).value();
    const auto config =
        parsePreprocessorConfig(fmt::format("steps: [{{{}}}]\noutputs: [y]", step.toStdString()), "t.yaml");
    QVERIFY2(config.ok(), messageOf(config.status()).c_str());
    const auto fitted = fit(*config, frame);
    QVERIFY2(fitted.ok(), messageOf(fitted.status()).c_str());
    const std::string head = step.toStdString().substr(0, step.toStdString().find("out: [y]") + 8);
    QCOMPARE(QByteArray::fromStdString(toYaml(*fitted)),
             QByteArray::fromStdString(
                 fmt::format("steps:\n  - {{{}, {}}}\noutputs: [y]\n", head, expected.toStdString())));
    QVERIFY(Pipeline::compile(*fitted, columnsOf(frame))->run(frame).ok());
    QCOMPARE(toYaml(fit(*fitted, frame).value()), toYaml(*fitted));  // what is set stays
  }

  void dependentStepsLearnFromWhatEarlierOnesGive() {
    // The steps stand against their order of execution.
    const auto config = parsePreprocessorConfig(
        "steps: [{op: standardize, in: filled, out: y}, {op: impute, in: x, out: filled, strategy: "
        "median}]\noutputs: [y]",
        "t.yaml");
    const auto frame = frame::readCsvText("x,z\n1,\n,\n5,\n3,\n").value();
    const auto fitted = fit(*config, frame);
    QVERIFY2(fitted.ok(), messageOf(fitted.status()).c_str());
    QCOMPARE(fitted->steps(1).numbers().at("value"), 3.0);
    QCOMPARE(fitted->steps(0).numbers().at("mean"), 3.0);
    QCOMPARE(fitted->steps(0).numbers().at("stddev"), std::sqrt(2.0));
    const auto out = Pipeline::compile(*fitted, columnsOf(frame))->run(frame).value();
    QCOMPARE(out.columns()[0].numberAt(1), 0.0);
  }

  void nothingToLearnFromIsSaid_data() {
    QTest::addColumn<QByteArray>("step");
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QString>("expected");
    QTest::newRow("only nulls") << QByteArray("op: standardize, in: x, out: y") << QByteArray("x,z\n,1\n")
                                << "is string";
    QTest::newRow("only NaN") << QByteArray("op: standardize, in: x, out: y") << QByteArray("x\nnan\nnan\n")
                              << "none of the 2 rows of 'x' has a number";
    QTest::newRow("no text") << QByteArray("op: vocabulary, in: x, out: y") << QByteArray("x,z\n,1\n")
                             << "no value of 'x'";
    QTest::newRow("all rare") << QByteArray("op: vocabulary, in: x, out: y, min_count: 2")
                              << QByteArray("x\na\nb\n") << "occurs 2 times ('min_count')";
    QTest::newRow("no most frequent")
        << QByteArray("op: impute, in: x, out: y") << QByteArray("x,z\n,1\n") << "every row of 'x' is null";
    QTest::newRow("mean of texts") << QByteArray("op: impute, in: x, out: y, strategy: mean")
                                   << QByteArray("x\na\n") << "a string has no mean";
    QTest::newRow("one bucket") << QByteArray("op: bucketize, in: x, out: y, buckets: 1")
                                << QByteArray("x\n1\n") << "'buckets' is 1";
    QTest::newRow("unknown input") << QByteArray("op: min_max, in: xx, out: y") << QByteArray("x\n1\n")
                                   << "did you mean 'x'";
  }
  void nothingToLearnFromIsSaid() {
    QFETCH(QByteArray, step);
    QFETCH(QByteArray, csv);
    QFETCH(QString, expected);
    const auto config =
        parsePreprocessorConfig(fmt::format("steps: [{{{}}}]\noutputs: [y]", step.toStdString()), "t.yaml");
    QVERIFY2(config.ok(), messageOf(config.status()).c_str());
    const absl::Status status = fit(*config, frame::readCsvText(csv.toStdString()).value()).status();
    QCOMPARE(status.code(), absl::StatusCode::kInvalidArgument);
    const QString text = QString::fromStdString(messageOf(status));
    QVERIFY2(text.contains(expected) && text.contains("step 1"), qPrintable(text));
  }

  void withoutLearnedForgetsAndFitLearnsAgain() {
    const auto config = parsePreprocessorConfig(
                            "steps: [{op: min_max, in: x, out: y, min: 0, max: 1, clip: true}, {op: "
                            "vocabulary, in: s, out: t, values: [q], unknown: 0}]\n"
                            "outputs: [y, t]",
                            "t.yaml")
                            .value();
    const v1::PreprocessorConfig bare = withoutLearned(config);
    QCOMPARE(bare.steps(0).numbers().size(), std::size_t{1});
    QVERIFY(bare.steps(1).values().empty() && bare.steps(1).numbers().contains("unknown"));
    const auto fitted = fit(bare, frame::readCsvText("x,s\n5,a\n9,b\n").value()).value();
    QCOMPARE(fitted.steps(0).numbers().at("max"), 9.0);
    QCOMPARE(fitted.steps(1).values(0), std::string("a"));
  }
};

QTEST_GUILESS_MAIN(TstPreprocessFit)
#include "tst_preprocess_fit.moc"
