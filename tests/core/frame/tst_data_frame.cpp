#include <QtTest>
#include <cmath>
#include <limits>

#include "core/base/status.h"
#include "core/frame/data_frame.h"

using namespace aerie;
using namespace aerie::frame;

namespace {

NullMask nullsAt(std::size_t rows, std::initializer_list<std::size_t> at) {
  std::vector<bool> flags(rows);
  for (const std::size_t row : at) flags[row] = true;
  return NullMask::fromFlags(flags);
}

QString text(const absl::Status& status) { return QString::fromStdString(messageOf(status)); }

}  // namespace

class TstDataFrame final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void typeNamesGoThereAndBack() {
    for (int i = 0; i < 6; ++i) {
      const auto type = static_cast<DataType>(i);
      QCOMPARE(dataTypeFromName(name(type)).value(), type);
    }
    const absl::Status unknown = dataTypeFromName("number").status();
    QCOMPARE(unknown.code(), absl::StatusCode::kInvalidArgument);
    QVERIFY(text(unknown).contains("'number'") && text(unknown).contains("float_vector"));
  }

  void aMaskCountsAndPacksAtAnyOffset() {
    std::vector<bool> flags(100);
    for (std::size_t i = 0; i < 100; i += 3) flags[i] = true;
    const NullMask mask = NullMask::fromFlags(flags);
    for (std::size_t begin = 0; begin < 20; ++begin) {
      for (std::size_t rows = 0; rows + begin <= 100; rows += 7) {
        const NullMask part = mask.slice(begin, rows);
        std::size_t expected = 0;
        for (std::size_t i = 0; i < rows; ++i) {
          QCOMPARE(part.isNull(i), static_cast<bool>(flags[begin + i]));
          expected += flags[begin + i] ? 1 : 0;
        }
        QCOMPARE(part.count(), expected);
        const std::string packed = part.pack();
        QCOMPARE(packed.size(), expected == 0 ? 0 : (rows + 7) / 8);
        std::size_t bits = 0;
        for (std::size_t i = 0; i < packed.size() * 8; ++i) {
          const bool bit = ((static_cast<unsigned char>(packed[i / 8]) >> (i % 8)) & 1) != 0;
          bits += bit ? 1 : 0;
          if (i < rows) QCOMPARE(bit, static_cast<bool>(flags[begin + i]));
        }
        QCOMPARE(bits, expected);  // the padding is zero
      }
    }
  }

  void aMaskWithoutNullsIsEmpty() {
    QVERIFY(NullMask::fromFlags(std::vector<bool>(9)).empty());
    QVERIFY(NullBuilder(9).finish().empty());
    QCOMPARE(NullBuilder(9, true).finish().count(), std::size_t{9});
  }

  void numbersAndTextsOfEachType_data() {
    QTest::addColumn<int>("which");
    QTest::addColumn<double>("number");
    QTest::addColumn<QString>("asText");
    QTest::newRow("double") << 0 << 0.1 << "0.1";
    QTest::newRow("whole double") << 1 << 3.0 << "3";
    QTest::newRow("float") << 2 << static_cast<double>(0.1F) << "0.1";
    QTest::newRow("int64") << 3 << -7.0 << "-7";
    QTest::newRow("true") << 4 << 1.0 << "true";
    QTest::newRow("false") << 5 << 0.0 << "false";
  }
  void numbersAndTextsOfEachType() {
    QFETCH(int, which);
    QFETCH(double, number);
    QFETCH(QString, asText);
    const Column columns[] = {Column::ofDoubles("x", {0.1}), Column::ofDoubles("x", {3}),
                              Column::ofFloats("x", {0.1F}), Column::ofInt64s("x", {-7}),
                              Column::ofBools("x", {1}),     Column::ofBools("x", {0})};
    QCOMPARE(columns[which].numberAt(0), number);
    QCOMPARE(QString::fromStdString(columns[which].textAt(0)), asText);
  }

  void nullIsNaNAndEmptyText() {
    const Column column = Column::ofInt64s("x", {5, 6}, nullsAt(2, {1}));
    QVERIFY(std::isnan(column.numberAt(1)));
    QCOMPARE(column.textAt(1), std::string());
    QCOMPARE(Column::ofStrings("s", {"a"}).textAt(0), std::string("a"));
    QCOMPARE(Column::ofFloatVectors("v", 2, {1, 2.5F}).textAt(0), std::string("1;2.5"));
  }

  void aSliceSharesMemory() {
    const Column column = Column::ofDoubles("x", {1, 2, 3, 4}, nullsAt(4, {2}));
    const Column part = column.slice(1, 3);
    QCOMPARE(part.doubles().data(), column.doubles().data() + 1);
    QVERIFY(part.isNull(1) && !part.isNull(0) && part.rows() == 3);
    const Column vectors = Column::ofFloatVectors("v", 2, {1, 2, 3, 4, 5, 6}).slice(1, 2);
    QCOMPARE(vectors.rows(), std::size_t{2});
    QCOMPARE(vectors.floats()[0], 3.0F);
  }

  void valuesOutliveTheColumnTheyCameFrom() {
    std::optional<Column> original =
        Column::ofStrings("s", {"a long text that is on the heap for sure", "b"});
    const std::uint32_t rows[] = {1, 0};
    const Column gathered = original->slice(0, 2).gather(rows);
    original.reset();
    QCOMPARE(gathered.strings()[1], std::string_view("a long text that is on the heap for sure"));
  }

  void repeatGivesTheOneRowManyTimes() {
    const Column column = Column::ofStrings("s", {"x"}).repeat(3);
    QCOMPARE(column.rows(), std::size_t{3});
    QCOMPARE(column.strings()[2], std::string_view("x"));
    QCOMPARE(Column::ofInt64s("n", {1}, nullsAt(1, {0})).repeat(9).nulls().count(), std::size_t{9});
    QCOMPARE(Column::ofInt64s("n", {1}).repeat(0).rows(), std::size_t{0});
  }

  void equalityLooksAtWhatCanBeSeen() {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    QVERIFY(Column::ofDoubles("x", {1, nan}) == Column::ofDoubles("x", {1, nan}));
    QVERIFY(Column::ofDoubles("x", {1, 2}, nullsAt(2, {1})) ==
            Column::ofDoubles("x", {1, 9}, nullsAt(2, {1})));
    QVERIFY(!(Column::ofDoubles("x", {1, 2}, nullsAt(2, {1})) == Column::ofDoubles("x", {1, 2})));
    QVERIFY(!(Column::ofDoubles("x", {1}) == Column::ofDoubles("y", {1})));
    QVERIFY(!(Column::ofDoubles("x", {1}) == Column::ofInt64s("x", {1})));
    QVERIFY(!(Column::ofFloatVectors("x", 2, {1, 2}) == Column::ofFloatVectors("x", 1, {1, 2})));
  }

  void castsThatFit_data() {
    QTest::addColumn<int>("to");
    QTest::addColumn<double>("value");
    for (int i = 0; i < 4; ++i)
      QTest::newRow(std::string(name(static_cast<DataType>(i))).c_str()) << i << 1.0;
  }
  void castsThatFit() {
    QFETCH(int, to);
    QFETCH(double, value);
    const auto type = static_cast<DataType>(to);
    for (const Column& from : {Column::ofDoubles("x", {1}), Column::ofFloats("x", {1}),
                               Column::ofInt64s("x", {1}), Column::ofBools("x", {1})}) {
      const absl::StatusOr<Column> cast = from.cast(type);
      QVERIFY(cast.ok());
      QCOMPARE(cast->type(), type);
      QCOMPARE(cast->numberAt(0), value);
    }
  }

  void castsThatDoNotFitNameTheRow_data() {
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("to");
    QTest::newRow("a fraction as int64") << 2.5 << static_cast<int>(DataType::kInt64);
    QTest::newRow("NaN as int64") << std::nan("") << static_cast<int>(DataType::kInt64);
    QTest::newRow("2^63 as int64") << 9223372036854775808.0 << static_cast<int>(DataType::kInt64);
    QTest::newRow("two as bool") << 2.0 << static_cast<int>(DataType::kBool);
    QTest::newRow("1e300 as float") << 1e300 << static_cast<int>(DataType::kFloat);
    QTest::newRow("a number as string") << 1.0 << static_cast<int>(DataType::kString);
  }
  void castsThatDoNotFitNameTheRow() {
    QFETCH(double, value);
    QFETCH(int, to);
    const absl::StatusOr<Column> cast =
        Column::ofDoubles("speed", {1, value}).cast(static_cast<DataType>(to));
    QCOMPARE(cast.status().code(), absl::StatusCode::kInvalidArgument);
    QVERIFY2(text(cast.status()).contains("'speed'"), qPrintable(text(cast.status())));
    if (to != static_cast<int>(DataType::kString)) QVERIFY(text(cast.status()).contains("row 1"));
  }

  void aNullNeedNotFit() {
    const absl::StatusOr<Column> cast =
        Column::ofDoubles("x", {1, 2.5}, nullsAt(2, {1})).cast(DataType::kInt64);
    QVERIFY(cast.ok() && cast->isNull(1));
  }

  void badFramesAreRefused_data() {
    QTest::addColumn<QString>("first");
    QTest::addColumn<int>("rows");
    QTest::addColumn<QString>("expected");
    QTest::newRow("ragged") << "other" << 3 << "'other' has 3, 'x' has 2";
    QTest::newRow("duplicate") << "x" << 2 << "'x' is there twice";
    QTest::newRow("without a name") << "" << 2 << "column 0 has no name";
  }
  void badFramesAreRefused() {
    QFETCH(QString, first);
    QFETCH(int, rows);
    QFETCH(QString, expected);
    std::vector<Column> columns;
    columns.push_back(
        Column::ofDoubles(first.toStdString(), std::vector<double>(static_cast<std::size_t>(rows))));
    columns.push_back(Column::ofDoubles("x", {1, 2}));
    const absl::Status status = DataFrame::create(columns).status();
    QCOMPARE(status.code(), absl::StatusCode::kInvalidArgument);
    QVERIFY2(text(status).contains(expected), qPrintable(text(status)));
    DataFrame frame;
    QVERIFY(frame.add(columns[1]).ok());
    QCOMPARE(frame.add(columns[0]).code(), absl::StatusCode::kInvalidArgument);
    QCOMPARE(frame.columns().size(), std::size_t{1});
  }

  void aMissingColumnIsNamedWithThoseThatAreThere() {
    DataFrame frame;
    QVERIFY(frame.add(Column::ofDoubles("distance", {1})).ok());
    const absl::Status status = frame.get("origin").status();
    QCOMPARE(status.code(), absl::StatusCode::kNotFound);
    QVERIFY(text(status).contains("'origin'") && text(status).contains("distance"));
    const std::string names[] = {"distance"};
    QCOMPARE(frame.select(names)->columns().size(), std::size_t{1});
  }

  void aFrameWithoutColumnsHasRows() {
    const DataFrame frame = DataFrame::empty(5);
    QCOMPARE(frame.slice(1, 3).rows(), std::size_t{3});
    DataFrame wrong = frame;
    QCOMPARE(wrong.add(Column::ofDoubles("x", {1})).code(), absl::StatusCode::kInvalidArgument);
  }

  void mergingLeavesHolesNullAndWidensNumbers() {
    Part left{DataFrame::create({Column::ofInt64s("n", {1, 2}), Column::ofStrings("only_left", {"a", "b"})})
                  .value(),
              {3, 0}};
    Part right{DataFrame::create({Column::ofDoubles("n", {2.5}, nullsAt(1, {}))}).value(), {1}};
    const Part parts[] = {left, right};
    const absl::StatusOr<DataFrame> merged = scatterMerge(parts, 4);
    QVERIFY(merged.ok());
    const Column& n = *merged->get("n").value();
    QCOMPARE(n.type(), DataType::kDouble);
    QCOMPARE(n.numberAt(3), 1.0);
    QCOMPARE(n.numberAt(0), 2.0);
    QCOMPARE(n.numberAt(1), 2.5);
    QVERIFY(n.isNull(2) && n.nulls().count() == 1);
    const Column& only_left = *merged->get("only_left").value();
    QVERIFY(only_left.isNull(1) && only_left.isNull(2));
    QCOMPARE(only_left.textAt(0), std::string("b"));
  }

  void badMergesAreRefused_data() {
    QTest::addColumn<int>("which");
    QTest::addColumn<QString>("expected");
    QTest::newRow("row out of range") << 0 << "row 9";
    QTest::newRow("row filled twice") << 1 << "row 0 is filled twice";
    QTest::newRow("fewer places than rows") << 2 << "has 1 rows but places for 2";
    QTest::newRow("text and number") << 3 << "'x' is double in one part and string in another";
    QTest::newRow("bool and number") << 4 << "'x' is double in one part and bool in another";
    QTest::newRow("vector dimensions") << 5 << "dimension 2 in one part and 1";
  }
  void badMergesAreRefused() {
    QFETCH(int, which);
    QFETCH(QString, expected);
    const auto part = [](Column column, std::vector<std::uint32_t> rows) {
      return Part{DataFrame::create({std::move(column)}).value(), std::move(rows)};
    };
    const Part first = part(Column::ofDoubles("x", {1}), {0});
    const std::vector<std::vector<Part>> cases = {
        {first, part(Column::ofDoubles("x", {1}), {9})},
        {first, part(Column::ofDoubles("x", {1}), {0})},
        {part(Column::ofDoubles("x", {1}), {0, 1})},
        {first, part(Column::ofStrings("x", {"a"}), {1})},
        {first, part(Column::ofBools("x", {1}), {1})},
        {part(Column::ofFloatVectors("x", 2, {1, 2}), {0}), part(Column::ofFloatVectors("x", 1, {1}), {1})}};
    const absl::Status status = scatterMerge(cases[static_cast<std::size_t>(which)], 4).status();
    QCOMPARE(status.code(), absl::StatusCode::kInvalidArgument);
    QVERIFY2(text(status).contains(expected), qPrintable(text(status)));
  }

  void stackingNeedsTheSameColumns() {
    const DataFrame a = DataFrame::create({Column::ofDoubles("x", {1})}).value();
    const DataFrame frames[] = {a, a, a};
    QVERIFY(concat(frames).value() == DataFrame::create({Column::ofDoubles("x", {1, 1, 1})}).value());
    const DataFrame named[] = {a, DataFrame::create({Column::ofDoubles("y", {1})}).value()};
    QCOMPARE(concat(named).status().code(), absl::StatusCode::kInvalidArgument);
    const DataFrame typed[] = {a, DataFrame::create({Column::ofInt64s("x", {1})}).value()};
    QCOMPARE(concat(typed).status().code(), absl::StatusCode::kInvalidArgument);
  }
};

QTEST_GUILESS_MAIN(TstDataFrame)
#include "tst_data_frame.moc"
