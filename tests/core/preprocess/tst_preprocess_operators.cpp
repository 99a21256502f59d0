// Every operator as rows of a table: a step, a CSV in, the CSV that it must give.
#include <QtTest>

#include "core/base/status.h"
#include "core/frame/csv.h"
#include "core/preprocess/config_yaml.h"
#include "core/preprocess/operators.h"
#include "core/preprocess/pipeline.h"

using namespace aerie;
using namespace aerie::preprocess;

namespace {

frame::CsvOptions typesOf(const std::string& spec) {
  frame::CsvOptions options;
  // "x:double y:string"
  for (const QString& part : QString::fromStdString(spec).split(' ', Qt::SkipEmptyParts)) {
    options.types[part.section(':', 0, 0).toStdString()] =
        frame::dataTypeFromName(part.section(':', 1).toStdString()).value();
  }
  return options;
}

void add(const char* name, const char* step, const char* types, const char* input, const char* expected) {
  QTest::newRow(name) << QByteArray(step) << QByteArray(types) << QByteArray(input) << QByteArray(expected);
}

}  // namespace

class TstPreprocessOperators final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void eachOperatorDoesWhatItsRowSays_data() {
    QTest::addColumn<QByteArray>("step");
    QTest::addColumn<QByteArray>("types");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("expected");
    numberRows();
    categoryRows();
    timeRows();
    shapeRows();
  }
  void eachOperatorDoesWhatItsRowSays() {
    QFETCH(QByteArray, step);
    QFETCH(QByteArray, types);
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, expected);
    const absl::StatusOr<frame::DataFrame> in =
        frame::readCsvText(input.toStdString(), typesOf(types.toStdString()));
    QVERIFY2(in.ok(), messageOf(in.status()).c_str());
    const std::string outputs = expected.left(expected.indexOf('\n')).toStdString();
    const auto config = parsePreprocessorConfig(
        fmt::format("steps:\n  - {}\noutputs: [{}]\n", step.toStdString(), outputs), "test.yaml");
    QVERIFY2(config.ok(), messageOf(config.status()).c_str());
    const absl::StatusOr<Pipeline> pipeline = Pipeline::compile(*config, columnsOf(*in));
    QVERIFY2(pipeline.ok(), messageOf(pipeline.status()).c_str());
    const absl::StatusOr<frame::DataFrame> out = pipeline->run(*in);
    QVERIFY2(out.ok(), messageOf(out.status()).c_str());
    QCOMPARE(QByteArray::fromStdString(frame::writeCsv(*out)), expected);
    QCOMPARE(columnsOf(*out), pipeline->outputs());  // the types that compile announced
  }

  void everyOperatorHasARowAbove() {
    // The table of operators and this test grow together.
    std::set<std::string> tested;
    for (const char* name :
         {"impute", "clip", "log1p", "standardize", "min_max", "bucketize", "vocabulary", "one_hot",
          "hash_bucket", "cross", "arithmetic", "time_part", "lower", "trim", "cast", "concat"}) {
      tested.insert(name);
    }
    const std::vector<std::string> names = operatorNames();
    QVERIFY((tested == std::set<std::string>(names.begin(), names.end())));
  }

  void hashesNeverChange_data() {
    QTest::addColumn<quint64>("seed");
    QTest::addColumn<QString>("text");
    QTest::addColumn<quint64>("expected");
    // From an independent implementation of the formula in operators.h.
    QTest::newRow("nothing") << quint64{0} << "" << quint64{9313164154874788883ULL};
    QTest::newRow("a text") << quint64{0} << "ATL" << quint64{9517774814417182363ULL};
    QTest::newRow("with a seed") << quint64{7} << "ATL" << quint64{7772773450664443319ULL};
    QTest::newRow("letters that are not ASCII")
        << quint64{0} << QString::fromUtf8("\xc3\xa9t\xc3\xa9") << quint64{9974058663807428771ULL};
  }
  void hashesNeverChange() {
    QFETCH(quint64, seed);
    QFETCH(QString, text);
    QFETCH(quint64, expected);
    QCOMPARE(static_cast<quint64>(stableHash(seed, text.toStdString())), expected);
  }

 private:
  static void numberRows() {
    add("impute a double", "{op: impute, in: x, out: y, value: 1.5}", "x:double", "x,z\n2,0\n,0\nnan,0\n",
        "y\n2\n1.5\n1.5\n");
    add("impute a float", "{op: impute, in: x, out: y, value: 1.5}", "x:float", "x,z\n,0\n3,0\n",
        "y\n1.5\n3\n");
    add("impute an int64", "{op: impute, in: x, out: y, value: -4}", "x:int64", "x,z\n,0\n3,0\n",
        "y\n-4\n3\n");
    add("impute a large int64 exactly", "{op: impute, in: x, out: y, value: 9007199254740993}", "x:int64",
        "x,z\n,0\n", "y\n9007199254740993\n");
    add("impute an int64 that reads as 1e18", "{op: impute, in: x, out: y, value: 1e+18}", "x:int64",
        "x,z\n,0\n", "y\n1000000000000000000\n");
    add("impute a bool", "{op: impute, in: x, out: y, value: true}", "x:bool", "x,z\n,0\nfalse,0\n",
        "y\ntrue\nfalse\n");
    add("impute a text", "{op: impute, in: x, out: y, value: 007}", "x:string", "x,z\n,0\na,0\n\"\",0\n",
        "y\n007\na\n\"\"\n");
    add("clip doubles", "{op: clip, in: x, out: y, min: -1, max: 2.5}", "x:double",
        "x,z\n-9,\n0,\n9,\n,\nnan,\ninf,\n", "y\n-1\n0\n2.5\n\nnan\n2.5\n");
    add("clip below only", "{op: clip, in: x, out: y, min: 0}", "x:float", "x\n-9\n1e9\n",
        "y\n0\n1000000000\n");
    add("clip int64 to whole numbers inside", "{op: clip, in: x, out: y, min: 0.5, max: 2.5}", "x:int64",
        "x\n0\n1\n9\n", "y\n1\n1\n2\n");
    add("clip int64 with a bound beyond int64", "{op: clip, in: x, out: y, min: -1e300, max: 1e300}",
        "x:int64", "x\n-9223372036854775808\n9223372036854775807\n",
        "y\n-9223372036854775808\n9223372036854775807\n");
    add("log1p", "{op: log1p, in: x, out: y}", "x:double", "x,z\n0,\n1,\n-1,\n-2,\n,\nnan,\n",
        "y\n0\n0.6931471805599453\n\n\n\nnan\n");
    add("log1p of whole numbers", "{op: log1p, in: x, out: y}", "x:int64", "x\n0\n1\n",
        "y\n0\n0.6931471805599453\n");
    add("standardize", "{op: standardize, in: x, out: y, mean: 2, stddev: 0.5}", "x:double",
        "x,z\n2,\n3,\n,\n", "y\n0\n2\n\n");
    add("min_max", "{op: min_max, in: x, out: y, min: 0, max: 10}", "x:double", "x,z\n0,\n5,\n20,\n-10,\n,\n",
        "y\n0\n0.5\n2\n-1\n\n");
    add("min_max clipped", "{op: min_max, in: x, out: y, min: 0, max: 10, clip: true}", "x:double",
        "x\n5\n20\n-10\n", "y\n0.5\n1\n0\n");
    add("min_max of a constant", "{op: min_max, in: x, out: y, min: 3, max: 3}", "x:double", "x\n3\n4\nnan\n",
        "y\n0\n0\nnan\n");
    add("bucketize at, below and above boundaries", "{op: bucketize, in: x, out: y, boundaries: [0, 10]}",
        "x:double", "x,z\n-1,\n0,\n9.9,\n10,\n,\nnan,\n", "y\n0\n1\n1\n2\n\n\n");
    add("add", "{op: arithmetic, in: [a, b, c], out: y, operator: add}", "a:double b:int64 c:bool",
        "a,b,c\n1.5,2,true\n1,,true\n", "y\n4.5\n\n");
    add("subtract", "{op: arithmetic, in: [a, b], out: y, operator: subtract}", "a:double b:double",
        "a,b\n3,1\n", "y\n2\n");
    add("multiply by a constant", "{op: arithmetic, in: [a], out: y, operator: multiply, constant: 3}",
        "a:double", "a,z\n2,\n,\n", "y\n6\n\n");
    add("divide", "{op: arithmetic, in: [a, b], out: y, operator: divide}", "a:double b:double",
        "a,b\n3,2\n1,0\n,2\n1,\n0,0\n", "y\n1.5\n\n\n\n\n");
    add("an input twice", "{op: arithmetic, in: [a, a], out: y, operator: multiply}", "a:double", "a\n3\n",
        "y\n9\n");
  }

  static void categoryRows() {
    add("vocabulary", "{op: vocabulary, in: x, out: y, values: [ATL, SFO]}", "x:string",
        "x,z\nSFO,\nATL,\nJFK,\n,\n", "y\n2\n1\n0\n0\n");
    add("vocabulary with other numbers",
        "{op: vocabulary, in: x, out: y, values: [a, b], first: 0, unknown: -1}", "x:string", "x\na\nb\nc\n",
        "y\n0\n1\n-1\n");
    add("vocabulary of int64", "{op: vocabulary, in: x, out: y, values: [10, -3]}", "x:int64",
        "x\n-3\n10\n1\n", "y\n2\n1\n0\n");
    add("vocabulary of bool", "{op: vocabulary, in: x, out: y, values: [true]}", "x:bool", "x\ntrue\nfalse\n",
        "y\n1\n0\n");
    add("one_hot as a vector", "{op: one_hot, in: x, out: y, values: [a, b, c]}", "x:string",
        "x,z\nb,\nq,\n,\na,\n", "y\n0;1;0\n0;0;0\n0;0;0\n1;0;0\n");
    add("one_hot as columns", "{op: one_hot, in: x, out: [is_a, is_b], values: [a, b]}", "x:string",
        "x,z\nb,\na,\n,\n", "is_a,is_b\n0,1\n1,0\n0,0\n");
    add("hash_bucket", "{op: hash_bucket, in: x, out: y, buckets: 1000, seed: 7}", "x:string",
        "x,z\nATL,\n,\n", "y\n319\n\n");
    add("hash_bucket of an int64 is that of its digits", "{op: hash_bucket, in: x, out: y, buckets: 1000}",
        "x:int64", "x\n42\n", "y\n111\n");
    add("hash_bucket of two", "{op: hash_bucket, in: [x, n], out: y, buckets: 1000}", "x:string n:int64",
        "x,n\nATL,42\nATL,\n,42\n", "y\n139\n\n\n");
    add("one bucket", "{op: hash_bucket, in: x, out: y, buckets: 1}", "x:string", "x\nATL\nSFO\n",
        "y\n0\n0\n");
    add("cross", "{op: cross, in: [a, b, c], out: y}", "a:string b:int64 c:bool",
        "a,b,c\nATL,5,true\nATL,,true\n\"\",1,false\n", "y\nATL|5|true\n\n|1|false\n");
    add("cross with a separator", "{op: cross, in: [a, b], out: y, separator: \"->\"}", "a:string b:string",
        "a,b\nx,y\n", "y\nx->y\n");
    add("lower", "{op: lower, in: x, out: y}", "x:string", "x,z\nAtL 9,\n,\n\xc3\x89T,\n",
        "y\natl 9\n\n\xc3\x89t\n");
    add("trim", "{op: trim, in: x, out: y}", "x:string", "x,z\n  a b\t,\n,\n   ,\n", "y\na b\n\n\"\"\n");
  }

  static void timeRows() {
    // 1772286301 is 2026-02-28T13:45:01Z, a Saturday.
    const char* csv = "t,z\n1772286301,\n0,\n-1,\n,\n1772286301000,\n";
    add("hour", "{op: time_part, in: t, out: y, part: hour}", "t:int64", csv, "y\n13\n0\n23\n\n\n");
    add("minute", "{op: time_part, in: t, out: y, part: minute}", "t:int64", csv, "y\n45\n0\n59\n\n\n");
    add("weekday", "{op: time_part, in: t, out: y, part: weekday}", "t:int64", csv, "y\n6\n4\n3\n\n\n");
    add("month", "{op: time_part, in: t, out: y, part: month}", "t:int64", csv, "y\n2\n1\n12\n\n\n");
    add("day of year", "{op: time_part, in: t, out: y, part: day_of_year}", "t:int64", csv,
        "y\n59\n1\n365\n\n\n");
    add("hour elsewhere", "{op: time_part, in: t, out: y, part: hour, utc_offset_minutes: -90}", "t:int64",
        "t\n0\n", "y\n22\n");
    add("hour of text", "{op: time_part, in: t, out: y, part: hour}", "t:string",
        "t\n2026-02-28T13:45:01Z\n2026-02-28 "
        "13:45\n2026-02-28T13:45:01.123+02:00\n2026-02-28T23:00:00-0130\n2026-02-28\n",
        "y\n13\n13\n11\n0\n0\n");
    add("day of year of text", "{op: time_part, in: t, out: y, part: day_of_year}", "t:string",
        "t\n2024-12-31\n2023-12-31\n1900-03-01\n2000-03-01\n", "y\n366\n365\n60\n61\n");
    add("text that is no time is null", "{op: time_part, in: t, out: y, part: hour}", "t:string",
        "t,z\nyesterday,\n2026-13-01,\n2026-02-30,\n2026-02-28T24:00,\n2026-02-28T1,\n2026-02-28T10:00Zx,"
        "\n\"\",\n2026-02-28T10:00:00.,\n,\n",
        "y\n\n\n\n\n\n\n\n\n\n");
  }

  static void shapeRows() {
    add("cast to int64 towards zero", "{op: cast, in: x, out: y, type: int64}", "x:double",
        "x,z\n2.9,\n-2.9,\n1e300,\nnan,\n,\n", "y\n2\n-2\n\n\n\n");
    add("cast text to int64", "{op: cast, in: x, out: y, type: int64}", "x:string",
        "x,z\n42,\n4.5,\nx,\n\"\",\n,\n", "y\n42\n\n\n\n\n");
    add("cast text to double", "{op: cast, in: x, out: y, type: double}", "x:string", "x,z\n1e3,\nx,\n",
        "y\n1000\n\n");
    add("cast text to bool", "{op: cast, in: x, out: y, type: bool}", "x:string", "x\ntrue\n0\nyes\n",
        "y\ntrue\nfalse\n\n");
    add("cast to bool", "{op: cast, in: x, out: y, type: bool}", "x:double", "x\n2\n0\nnan\n",
        "y\ntrue\nfalse\n\n");
    add("cast to float", "{op: cast, in: x, out: y, type: float}", "x:double", "x\n0.1\n", "y\n0.1\n");
    add("cast to string", "{op: cast, in: x, out: y, type: string}", "x:double", "x,z\n0.1,\n,\n3,\n",
        "y\n0.1\n\n3\n");
    add("cast to its own type", "{op: cast, in: x, out: y, type: int64}", "x:int64", "x,z\n5,\n,\n",
        "y\n5\n\n");
    add("concat", "{op: concat, in: [a, v, b], out: y}", "a:double v:float_vector b:int64",
        "a,v,b\n1.5,2;3,4\n,5;6,7\n8,,9\n", "y\n1.5;2;3;4\nnan;5;6;7\n8;nan;nan;9\n");
  }
};

QTEST_GUILESS_MAIN(TstPreprocessOperators)
#include "tst_preprocess_operators.moc"
