#include "store_fixtures.h"

using namespace aerie;
using namespace aerie::features;
using namespace aerie::testing;

class TstRowCodec : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void everyTypeAndNullsSurvive() {
    const TableSchema schema = routeSchema();
    const frame::DataFrame frame = routeFrame();
    const auto encoder = RowEncoder::create(schema, frame);
    VERIFY_OK(encoder.status());
    std::vector<PackedRow> rows;
    for (std::size_t i = 0; i < encoder->rows(); ++i)
      rows.push_back(std::make_shared<const std::string>(encoder->encode(i)));
    const std::size_t all[] = {0, 1, 2, 3, 4, 5};
    const auto columns = decodeRows(schema, all, rows);
    VERIFY_OK(columns.status());
    for (const frame::Column& column : *columns)
      QVERIFY2(column == **frame.get(column.name()), column.name().c_str());
  }

  void keysJoinTheTextOfTheirParts() {
    const TableSchema schema{"t", {"a", "b", "c"}, {{"v", frame::DataType::kDouble, 1}}};
    const auto frame = frame::DataFrame::create(
        {frame::Column::ofInt64s("a", {-12}), frame::Column::ofBools("b", {1}),
         frame::Column::ofStrings("c", {"x y"}), frame::Column::ofDoubles("v", {1})});
    const auto encoder = RowEncoder::create(schema, *frame);
    VERIFY_OK(encoder.status());
    QCOMPARE(encoder->key(0), std::string("-12\x1ftrue\x1fx y"));
  }

  void chosenColumnsComeInTheAskedOrder() {
    const TableSchema schema = routeSchema();
    const frame::DataFrame frame = routeFrame();
    const auto encoder = RowEncoder::create(schema, frame);
    const std::vector<PackedRow> rows = {std::make_shared<const std::string>(encoder->encode(2)), nullptr};
    const std::size_t chosen[] = {5, 0};
    const auto columns = decodeRows(schema, chosen, rows);
    VERIFY_OK(columns.status());
    QCOMPARE((*columns)[0].name(), std::string("embedding"));
    QCOMPARE((*columns)[0].floats()[1], 8.0F);
    QCOMPARE((*columns)[1].doubles()[0], -1e300);
    QVERIFY((*columns)[0].isNull(1) && (*columns)[1].isNull(1));
  }

  void everyTruncationAndExtraByteIsDataLoss() {
    const TableSchema schema = routeSchema();
    const frame::DataFrame frame = routeFrame();
    const std::string good = RowEncoder::create(schema, frame)->encode(2);
    const std::size_t all[] = {0, 1, 2, 3, 4, 5};
    const std::size_t first[] = {0};
    for (std::size_t size = 1; size < good.size(); ++size) {
      const std::vector<PackedRow> rows = {std::make_shared<const std::string>(good.substr(0, size))};
      QVERIFY(absl::IsDataLoss(decodeRows(schema, all, rows).status()));
      QVERIFY(absl::IsDataLoss(decodeRows(schema, first, rows).status()));
    }
    for (const std::string& bad : {good + "x", "\x02" + good.substr(1), std::string("\x01\x07", 2)}) {
      const std::vector<PackedRow> rows = {std::make_shared<const std::string>(bad)};
      QVERIFY(absl::IsDataLoss(decodeRows(schema, all, rows).status()));
    }
  }

  void framesThatDoNotFitAreRefused() {
    const TableSchema schema{"t", {"k"}, {{"v", frame::DataType::kDouble, 1}}};
    const auto missing = frame::DataFrame::create({frame::Column::ofStrings("k", {"a"})});
    QVERIFY(!RowEncoder::create(schema, *missing).ok());
    const auto wrong_type =
        frame::DataFrame::create({frame::Column::ofStrings("k", {"a"}), frame::Column::ofInt64s("v", {1})});
    VERIFY_MESSAGE(RowEncoder::create(schema, *wrong_type).status(), "is int64");
    const auto null_key = frame::DataFrame::create(
        {frame::Column::ofStrings("k", {"a", ""}, frame::NullMask::fromFlags({false, true})),
         frame::Column::ofDoubles("v", {1, 2})});
    VERIFY_MESSAGE(RowEncoder::create(schema, *null_key).status(), "null in row 1");
  }

  void schemaTextRoundTrips() {
    const auto parsed = schemaFromText(schemaToText(routeSchema()), "test");
    VERIFY_OK(parsed.status());
    QVERIFY(*parsed == routeSchema());
  }

  void badSchemasAreRefused_data() {
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("column");
    QTest::addColumn<int>("dimension");
    QTest::newRow("table with a space") << "a b"
                                        << "k"
                                        << "v" << 1;
    QTest::newRow("table named schema") << "schema"
                                        << "k"
                                        << "v" << 1;
    QTest::newRow("column with a quote") << "t"
                                         << "k"
                                         << "v\"" << 1;
    QTest::newRow("column with a line break") << "t"
                                              << "k"
                                              << "v\n"
                                              << 1;
    QTest::newRow("column named as the key") << "t"
                                             << "k"
                                             << "k" << 1;
    QTest::newRow("number with a dimension") << "t"
                                             << "k"
                                             << "v" << 2;
  }
  void badSchemasAreRefused() {
    QFETCH(QString, table);
    QFETCH(QString, key);
    QFETCH(QString, column);
    QFETCH(int, dimension);
    const TableSchema schema{
        table.toStdString(),
        {key.toStdString()},
        {{column.toStdString(), frame::DataType::kDouble, static_cast<std::size_t>(dimension)}}};
    QVERIFY(absl::IsInvalidArgument(validateSchema(schema)));
  }
};

QTEST_GUILESS_MAIN(TstRowCodec)
#include "tst_row_codec.moc"
