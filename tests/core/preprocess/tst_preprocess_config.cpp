// What a config may not say, and that YAML, Protobuf and the order of steps do not change what it means.
#include <QtTest>

#include "core/base/status.h"
#include "core/preprocess/config_yaml.h"
#include "core/preprocess/operators.h"
#include "core/preprocess/pipeline.h"

using namespace aerie;
using namespace aerie::preprocess;
using frame::Column;
using frame::DataFrame;
using frame::DataType;

namespace {

const std::vector<InputColumn> kInputs = {{"distance", DataType::kDouble},
                                          {"origin", DataType::kString},
                                          {"hour", DataType::kInt64},
                                          {"weekend", DataType::kBool},
                                          {"embedding", DataType::kFloatVector, 4}};

absl::Status compileStatus(const std::string& yaml) {
  const auto config = parsePreprocessorConfig(yaml, "p.yaml");
  return config.ok() ? Pipeline::compile(*config, kInputs).status() : config.status();
}

void add(const char* name, const char* yaml, const char* expected) {
  QTest::newRow(name) << QByteArray(yaml) << QString::fromUtf8(expected);
}

}  // namespace

class TstPreprocessConfig final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void badConfigsAreRefusedWithARemedy_data() {
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("expected");
    add("unknown operator", "steps: [{op: standardise, in: distance, out: y}]\noutputs: [y]",
        "did you mean 'standardize'?");
    add("operator unlike any", "steps: [{op: quux_frobnicate, in: distance, out: y}]\noutputs: [y]",
        "operators are: impute");
    add("unknown field", "steps: [{op: clip, in: distance, out: y, mim: 1}]\noutputs: [y]",
        "did you mean 'min'?");
    add("parameter of another operator", "steps: [{op: log1p, in: distance, out: y, mean: 1}]\noutputs: [y]",
        "steps[0].mean (line 1): unknown field");
    add("unknown top field", "step: []\noutputs: [hour]", "did you mean 'steps'?");
    add("no outputs", "steps: []", "is missing; name the model's input columns");
    add("unknown output", "steps: []\noutputs: [houre]",
        "outputs: there is no column 'houre'; did you mean 'hour'?");
    add("output twice", "steps: []\noutputs: [hour, hour]", "outputs: 'hour' is there twice");
    add("missing input", "steps: [{op: log1p, in: distanse, out: y}]\noutputs: [y]",
        "step 1 (log1p -> y): there is no column 'distanse'; did you mean 'distance'?");
    add("two steps give one output",
        "steps: [{op: log1p, in: distance, out: y}, {op: log1p, in: hour, out: y}]\noutputs: [y]",
        "step 2 (log1p -> y): output 'y' is already given by step 1");
    add("output named like an input", "steps: [{op: log1p, in: distance, out: hour}]\noutputs: [hour]",
        "'hour' is already an input column");
    add("cycle of one", "steps: [{op: log1p, in: y, out: y}]\noutputs: [y]",
        "cycle: step 1 (log1p -> y) -> step 1 (log1p -> y)");
    add("cycle of three behind a good step",
        "steps:\n - {op: log1p, in: distance, out: ok}\n - {op: log1p, in: c, out: a}\n - {op: log1p, in: a, "
        "out: b}\n"
        " - {op: arithmetic, operator: add, in: [ok, b], out: c}\n - {op: log1p, in: c, out: "
        "after}\noutputs: [after]",
        "cycle: step 2 (log1p -> a) -> step 3 (log1p -> b) -> step 4 (arithmetic -> c) -> step 2 (log1p -> "
        "a)");
    add("text where a number is needed", "steps: [{op: log1p, in: origin, out: y}]\noutputs: [y]",
        "step 1 (log1p -> y): input 'origin' is string, but log1p takes double, float, int64, bool");
    add("number where text is needed", "steps: [{op: lower, in: hour, out: y}]\noutputs: [y]",
        "'hour' is int64");
    add("vector where a scalar is needed",
        "steps: [{op: impute, in: embedding, out: y, value: 1}]\noutputs: [y]",
        "'embedding' is float_vector");
    add("type known only through another step",
        "steps: [{op: lower, in: n, out: y}, {op: bucketize, in: distance, out: n, boundaries: "
        "[1]}]\noutputs: [y]",
        "input 'n' is int64, but lower takes string");
    add("double as a category", "steps: [{op: vocabulary, in: distance, out: y, values: [a]}]\noutputs: [y]",
        "vocabulary takes int64, bool, string");
    add("too many inputs", "steps: [{op: log1p, in: [distance, hour], out: y}]\noutputs: [y]",
        "takes exactly 1 input(s), but 2");
    add("too few inputs", "steps: [{op: cross, in: origin, out: y}]\noutputs: [y]",
        "takes at least 2 input(s), but 1");
    add("no input", "steps: [{op: log1p, out: y}]\noutputs: [y]", "takes exactly 1 input(s), but 0");
    add("too many outputs", "steps: [{op: log1p, in: distance, out: [y, z]}]\noutputs: [y]", "'out' names 2");
    add("no output", "steps: [{op: log1p, in: distance}]\noutputs: [hour]", "'out' names 0");
    add("not a number", "steps: [{op: clip, in: distance, out: y, min: low}]\noutputs: [y]",
        "steps[0].min (line 1): 'low' is not a number");
    add("infinite", "steps: [{op: clip, in: distance, out: y, min: inf}]\noutputs: [y]",
        "'inf' is not a number");
    add("a fraction of a bucket",
        "steps: [{op: hash_bucket, in: origin, out: y, buckets: 2.5}]\noutputs: [y]",
        "'2.5' is not a whole number");
    add("no buckets", "steps: [{op: hash_bucket, in: origin, out: y}]\noutputs: [y]", "needs 'buckets'");
    add("zero buckets", "steps: [{op: hash_bucket, in: origin, out: y, buckets: 0}]\noutputs: [y]",
        "'buckets' is 0; give 1");
    add("unknown choice", "steps: [{op: time_part, in: hour, out: y, part: hours}]\noutputs: [y]",
        "did you mean 'hour'?");
    add("unknown arithmetic",
        "steps: [{op: arithmetic, in: [hour, hour], out: y, operator: pow}]\noutputs: [y]",
        "add, subtract, multiply, divide");
    add("arithmetic on one", "steps: [{op: arithmetic, in: hour, out: y, operator: add}]\noutputs: [y]",
        "needs two inputs");
    add("constant division by zero",
        "steps: [{op: arithmetic, in: hour, out: y, operator: divide, constant: 0}]\noutputs: [y]",
        "'constant' is 0");
    add("clip without bounds", "steps: [{op: clip, in: distance, out: y}]\noutputs: [y]",
        "needs 'min', 'max' or both");
    add("bounds the wrong way round",
        "steps: [{op: clip, in: distance, out: y, min: 2, max: 1}]\noutputs: [y]",
        "'min' (2) is above 'max' (1)");
    add("no int64 between", "steps: [{op: clip, in: hour, out: y, min: 0.2, max: 0.8}]\noutputs: [y]",
        "no whole number between");
    add("stddev of zero",
        "steps: [{op: standardize, in: distance, out: y, mean: 0, stddev: 0}]\noutputs: [y]",
        "'stddev' is 0; it must be above 0");
    add("boundaries that fall",
        "steps: [{op: bucketize, in: distance, out: y, boundaries: [2, 1]}]\noutputs: [y]",
        "'boundaries' must be finite and rise");
    add("a value twice", "steps: [{op: vocabulary, in: origin, out: y, values: [a, a]}]\noutputs: [y]",
        "holds 'a' twice");
    add("unknown is a value's number",
        "steps: [{op: vocabulary, in: origin, out: y, values: [a, b], unknown: 2}]\noutputs: [y]",
        "'unknown' (2) is also the number of 'b'");
    add("one_hot columns and values differ",
        "steps: [{op: one_hot, in: origin, out: [a, b, c], values: [a, b]}]\noutputs: [a]",
        "has 3 outputs for 2 values");
    add("impute text into a number", "steps: [{op: impute, in: hour, out: y, value: many}]\noutputs: [y]",
        "'value' is 'many', which is not a int64");
    add("impute a fraction into int64", "steps: [{op: impute, in: hour, out: y, value: 2.5}]\noutputs: [y]",
        "'2.5'");
    add("impute a number into bool", "steps: [{op: impute, in: weekend, out: y, value: 3}]\noutputs: [y]",
        "not a bool");
    add("an offset of days",
        "steps: [{op: time_part, in: hour, out: y, part: hour, utc_offset_minutes: 9999}]\noutputs: [y]",
        "give -1440 to 1440");
    add("not YAML", "steps: [", "not valid YAML");
  }
  void badConfigsAreRefusedWithARemedy() {
    QFETCH(QByteArray, yaml);
    QFETCH(QString, expected);
    const absl::Status status = compileStatus(yaml.toStdString());
    QCOMPARE(status.code(), absl::StatusCode::kInvalidArgument);
    const QString text = QString::fromStdString(messageOf(status));
    QVERIFY2(text.contains(expected), qPrintable(text));
  }

  void whatFitMustLearnIsNamed_data() {
    QTest::addColumn<QByteArray>("step");
    QTest::addColumn<QString>("missing");
    QTest::newRow("impute") << QByteArray("{op: impute, in: distance, out: y}") << "'value'";
    QTest::newRow("standardize") << QByteArray("{op: standardize, in: distance, out: y, mean: 1}")
                                 << "'stddev'";
    QTest::newRow("min_max") << QByteArray("{op: min_max, in: distance, out: y, max: 1}") << "'min'";
    QTest::newRow("bucketize") << QByteArray("{op: bucketize, in: distance, out: y}") << "'boundaries'";
    QTest::newRow("vocabulary") << QByteArray("{op: vocabulary, in: origin, out: y, values: []}")
                                << "'values'";
    QTest::newRow("one_hot") << QByteArray("{op: one_hot, in: origin, out: y}") << "'values'";
  }
  void whatFitMustLearnIsNamed() {
    QFETCH(QByteArray, step);
    QFETCH(QString, missing);
    const absl::Status status = compileStatus("steps: [" + step.toStdString() + "]\noutputs: [y]");
    QCOMPARE(status.code(), absl::StatusCode::kFailedPrecondition);
    const QString text = QString::fromStdString(messageOf(status));
    QVERIFY2(text.contains(missing + " is not set; run fit first") && text.contains("step 1"),
             qPrintable(text));
  }

  void aConfigThatDidNotComeFromYamlIsCheckedToo_data() {
    QTest::addColumn<std::function<void(v1::PreprocessStep&)>>("change");
    QTest::addColumn<QString>("expected");
    using Change = std::function<void(v1::PreprocessStep&)>;
    QTest::newRow("unknown operator") << Change([](auto& s) { s.set_op("clipp"); }) << "did you mean 'clip'?";
    QTest::newRow("unknown number") << Change([](auto& s) { (*s.mutable_numbers())["maxx"] = 1; })
                                    << "has no parameter 'maxx'; did you mean 'max'?";
    QTest::newRow("NaN") << Change([](auto& s) { (*s.mutable_numbers())["max"] = std::nan(""); })
                         << "must be a finite number";
    QTest::newRow("text for a number")
        << Change([](auto& s) { (*s.mutable_strings())["max"] = "1"; }) << "must not be a text";
    QTest::newRow("values") << Change([](auto& s) { s.add_values("a"); }) << "has no parameter 'values'";
    QTest::newRow("boundaries") << Change([](auto& s) { s.add_boundaries(1); })
                                << "has no parameter 'boundaries'";
    QTest::newRow("output without name")
        << Change([](auto& s) { s.set_outputs(0, ""); }) << "output without a name";
    QTest::newRow("half an integer") << Change([](auto& s) {
      s.set_op("hash_bucket");
      s.mutable_numbers()->clear();
      (*s.mutable_numbers())["buckets"] = 1.5;
    }) << "whole number";
    QTest::newRow("half a flag") << Change([](auto& s) {
      s.set_op("min_max");
      (*s.mutable_numbers())["clip"] = 0.5;
    }) << "must be true or false";
  }
  void aConfigThatDidNotComeFromYamlIsCheckedToo() {
    QFETCH(std::function<void(v1::PreprocessStep&)>, change);
    QFETCH(QString, expected);
    auto config =
        parsePreprocessorConfig("steps: [{op: clip, in: distance, out: y, min: 0}]\noutputs: [y]", "p.yaml")
            .value();
    change(*config.mutable_steps(0));
    const absl::Status status = Pipeline::compile(config, kInputs).status();
    QCOMPARE(status.code(), absl::StatusCode::kInvalidArgument);
    const QString text = QString::fromStdString(messageOf(status));
    QVERIFY2(text.contains(expected) && text.contains("step 1"), qPrintable(text));
  }

  void theOrderOfStepsDoesNotMatter() {
    const std::string steps[] = {"{op: log1p, in: distance, out: a}", "{op: clip, in: a, out: b, max: 3}",
                                 "{op: arithmetic, in: [b, hour], out: c, operator: multiply}"};
    const DataFrame in =
        DataFrame::create({Column::ofDoubles("distance", {1, 1e9}), Column::ofInt64s("hour", {5, 6})})
            .value();
    std::vector<int> order = {0, 1, 2};
    std::optional<DataFrame> first;
    do {
      const auto at = [&](int i) {
        return steps[static_cast<std::size_t>(order[static_cast<std::size_t>(i)])];
      };
      const auto config = parsePreprocessorConfig(
          fmt::format("steps: [{}, {}, {}]\noutputs: [c, hour, a]", at(0), at(1), at(2)), "p.yaml");
      QVERIFY(config.ok());
      const DataFrame out = Pipeline::compile(*config, columnsOf(in))->run(in).value();
      QCOMPARE(out.columns()[0].name(), std::string("c"));
      QCOMPARE(out.columns()[1].name(), std::string("hour"));
      if (!first) first = out;
      QVERIFY(out == *first);
    } while (std::next_permutation(order.begin(), order.end()));
  }

  void stepsThatNoOutputNeedsAreLeftOut() {
    const auto config = parsePreprocessorConfig(
        "steps: [{op: log1p, in: distance, out: a}, {op: lower, in: origin, out: unused}]\noutputs: [a]",
        "p.yaml");
    const Pipeline pipeline = Pipeline::compile(*config, kInputs).value();
    QCOMPARE(pipeline.inputs().size(), std::size_t{1});
    QCOMPARE(pipeline.inputs()[0].name, std::string("distance"));
    QVERIFY(pipeline.run(DataFrame::create({Column::ofDoubles("distance", {1})}).value()).ok());
  }

  void aRunNamesWhatIsWrongWithItsInput() {
    const auto config = parsePreprocessorConfig(
        "steps: [{op: log1p, in: distance, out: a}]\noutputs: [a, embedding]", "p.yaml");
    const Pipeline pipeline = Pipeline::compile(*config, kInputs).value();
    const Column embedding = Column::ofFloatVectors("embedding", 4, {1, 2, 3, 4});
    const auto problem = [&](std::vector<Column> columns) {
      const absl::Status status = pipeline.run(DataFrame::create(std::move(columns)).value()).status();
      return status.code() == absl::StatusCode::kInvalidArgument ? messageOf(status) : "not refused";
    };
    QCOMPARE(problem({Column::ofDoubles("distanc", {1}), embedding}),
             std::string(
                 "the preprocessor needs column 'distance' (double), which is missing; there is 'distanc'"));
    QCOMPARE(problem({Column::ofFloats("distance", {1}), embedding}),
             std::string("column 'distance' is float, but the preprocessor needs double"));
    QCOMPARE(problem({Column::ofDoubles("distance", {1}), Column::ofFloatVectors("embedding", 2, {1, 2})}),
             std::string("column 'embedding' is float_vector of dimension 2, but the preprocessor needs "
                         "float_vector of dimension 4"));
  }

  void aFrameWithoutRowsRuns() {
    const auto config = parsePreprocessorConfig(
        "steps: [{op: log1p, in: distance, out: a}, {op: concat, in: [a, embedding], out: v}]\noutputs: [v]",
        "p.yaml");
    const DataFrame in =
        DataFrame::create({Column::ofDoubles("distance", {}), Column::ofFloatVectors("embedding", 4, {})})
            .value();
    const absl::StatusOr<DataFrame> out = Pipeline::compile(*config, kInputs)->run(in);
    QVERIFY(out.ok());
    QCOMPARE(out->rows(), std::size_t{0});
    QCOMPARE(out->columns()[0].dimension(), std::size_t{5});
  }

  void yamlSaysTheSameAfterPrinting() {
    const std::string yaml =
        "steps:\n"
        "  - {op: vocabulary, in: origin, out: a, values: [ATL, \"null\", \"true\", \"\", \"a: b\", \"7\", "
        "\"q\\\"\\\\\\n\", \"\xc3\xa9\"], unknown: -1}\n"
        "  - {op: impute, in: origin, out: b, value: \"007\", strategy: most_frequent}\n"
        "  - {op: impute, in: distance, out: c, value: 0.1}\n"
        "  - {op: min_max, in: distance, out: d, min: -1e-7, max: 1e+20, clip: true}\n"
        "  - {op: bucketize, in: distance, out: e, boundaries: [-1.5, 0, 1e300]}\n"
        "  - {op: cross, in: [origin, hour], out: \"f g\", separator: \" \"}\n"
        "outputs: [a, b, c, d, e, \"f g\", hour]\n";
    const auto config = parsePreprocessorConfig(yaml, "p.yaml");
    QVERIFY2(config.ok(), messageOf(config.status()).c_str());
    const std::string printed = toYaml(*config);
    const auto again = parsePreprocessorConfig(printed, "printed.yaml");
    QVERIFY2(again.ok(), (messageOf(again.status()) + "\n" + printed).c_str());
    QCOMPARE(toYaml(*again), printed);
    QCOMPARE(again->ShortDebugString().size(), config->ShortDebugString().size());
    QVERIFY(again->steps(0).values(6) == "q\"\\\n");
    QVERIFY(again->steps(1).strings().at("value") == "007");
    QVERIFY(again->steps(2).numbers().at("value") == 0.1);
    QVERIFY(Pipeline::compile(*again, kInputs).ok());
  }
};

QTEST_GUILESS_MAIN(TstPreprocessConfig)
#include "tst_preprocess_config.moc"
