#include <QtTest>
#include <sstream>

#include "core/base/status.h"
#include "core/frame/csv.h"

using namespace aerie;
using namespace aerie::frame;

class TstFrameCsv final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void typesAreInferred_data() {
    QTest::addColumn<QString>("csv");
    QTest::addColumn<QString>("type");
    QTest::newRow("whole numbers") << "x\n1\n-2\n"
                                   << "int64";
    QTest::newRow("a fraction among them") << "x\n1\n2.5\n"
                                           << "double";
    QTest::newRow("beyond int64") << "x\n1\n99999999999999999999\n"
                                  << "double";
    QTest::newRow("exponents") << "x\n1e3\n"
                               << "double";
    QTest::newRow("flags") << "x\ntrue\nfalse\n"
                           << "bool";
    QTest::newRow("texts") << "x\n1\nATL\n"
                           << "string";
    QTest::newRow("nulls do not count") << "x,y\n,a\n7,b\n"
                                        << "int64";
    QTest::newRow("only nulls") << "x,y\n,a\n,b\n"
                                << "string";
    QTest::newRow("no rows") << "x\n"
                             << "string";
  }
  void typesAreInferred() {
    QFETCH(QString, csv);
    QFETCH(QString, type);
    const absl::StatusOr<DataFrame> frame = readCsvText(csv.toStdString());
    QVERIFY2(frame.ok(), messageOf(frame.status()).c_str());
    QCOMPARE(QString::fromStdString(std::string(name(frame->columns()[0].type()))), type);
  }

  void badTextIsRefusedWithItsPlace_data() {
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QString>("expected");
    QTest::newRow("empty") << QByteArray("") << "is empty";
    QTest::newRow("too few cells") << QByteArray("a,b\n1,2\n3\n")
                                   << "line 3: has 1 cells, but the header has 2";
    QTest::newRow("too many cells") << QByteArray("a,b\n1,2,3\n") << "line 2: has 3 cells";
    QTest::newRow("open quote") << QByteArray("a\n\"x\ny\n")
                                << "the quote that opens in line 2 is never closed";
    QTest::newRow("quote inside") << QByteArray("a,b\n1,x\"y\n") << "line 2, column 2: a quote inside";
    QTest::newRow("text after quote") << QByteArray("a\n\"x\"y\n") << "text after the closing quote";
    QTest::newRow("duplicate column") << QByteArray("a,a\n1,2\n") << "column 'a' is there twice";
    QTest::newRow("column without name")
        << QByteArray("a,\n1,2\n") << "line 1, column 2: the column has no name";
    QTest::newRow("wrong type later")
        << QByteArray("a\n1\n2\nx\n") << "line 4, column 1 ('a'): 'x' is not a int64";
    QTest::newRow("a quoted line break counts as a line")
        << QByteArray("a,b\n\"x\ny\",1\nz\n") << "line 4: has 1 cells";
  }
  void badTextIsRefusedWithItsPlace() {
    QFETCH(QByteArray, csv);
    QFETCH(QString, expected);
    CsvOptions options;
    options.infer_rows = 2;
    const absl::Status status = readCsvText(csv.toStdString(), options).status();
    QCOMPARE(status.code(), absl::StatusCode::kInvalidArgument);
    const QString text = QString::fromStdString(messageOf(status));
    QVERIFY2(text.contains(expected), qPrintable(text));
  }

  void givenTypesRule() {
    CsvOptions options;
    options.types = {{"id", DataType::kString}, {"v", DataType::kFloatVector}, {"f", DataType::kFloat}};
    const absl::StatusOr<DataFrame> frame = readCsvText("id,v,f\n007,,1\n8,1;2.5,2\n", options);
    QVERIFY2(frame.ok(), messageOf(frame.status()).c_str());
    QCOMPARE(frame->columns()[0].textAt(0), std::string("007"));
    QCOMPARE(frame->columns()[1].dimension(), std::size_t{2});
    QVERIFY(frame->columns()[1].isNull(0));
    QCOMPARE(frame->columns()[1].textAt(1), std::string("1;2.5"));
    QCOMPARE(frame->columns()[2].type(), DataType::kFloat);
    options.types = {{"other", DataType::kString}};
    const absl::Status status = readCsvText("id\n1\n", options).status();
    QVERIFY(messageOf(status).find("no column 'other'") != std::string::npos);
  }

  void lineEndsByteOrderMarkAndBlankLines() {
    const absl::StatusOr<DataFrame> frame = readCsvText(
        "\xEF\xBB\xBF"
        "a,b\r\n1,x\r\n\r\n2,y");
    QVERIFY2(frame.ok(), messageOf(frame.status()).c_str());
    QCOMPARE(frame->rows(), std::size_t{2});
    QVERIFY(frame->find("a") != nullptr);
    QCOMPARE(frame->columns()[1].textAt(1), std::string("y"));
    // The first byte of a mark alone belongs to the name; a name that begins with a whole one keeps it.
    const auto part = readCsvText(
        "\xEF\xBB"
        "a\n1\n");
    QCOMPARE(part->columns()[0].name(), std::string("\xEF\xBB"
                                                    "a"));
    QVERIFY(*readCsvText(writeCsv(*part)) == *part);
    const auto whole = readCsvText(
        "\"\xEF\xBB\xBF"
        "a\"\n1\n");
    QCOMPARE(whole->columns()[0].name(), std::string("\xEF\xBB\xBF"
                                                     "a"));
    QVERIFY(*readCsvText(writeCsv(*whole)) == *whole);
  }

  void whatIsWrittenIsReadBack() {
    const NullMask nulls = NullMask::fromFlags({false, true, false, false});
    const DataFrame frame =
        DataFrame::create({Column::ofStrings("text, quoted", {"", "", "say \"x\"", "a\nb,c"}, nulls),
                           Column::ofDoubles("d", {0.1, 0, 1e300, -2.5}, nulls),
                           Column::ofBools("b", {1, 0, 0, 1}),
                           Column::ofInt64s("i", {1, 0, -5, 1LL << 62}, nulls)})
            .value();
    const absl::StatusOr<DataFrame> back = readCsvText(writeCsv(frame));
    QVERIFY2(back.ok(), messageOf(back.status()).c_str());
    QVERIFY(*back == frame);
  }

  void blocksAreTheWholeInPieces_data() {
    QTest::addColumn<int>("blockRows");
    for (const int rows : {1, 3, 10, 100}) QTest::newRow(std::to_string(rows).c_str()) << rows;
  }
  void blocksAreTheWholeInPieces() {
    QFETCH(int, blockRows);
    std::string csv = "n,s\n";
    for (int i = 0; i < 10; ++i) csv += fmt::format("{},t{}\n", i, i);
    std::istringstream in(csv);
    CsvOptions options;
    options.infer_rows = 4;
    std::vector<DataFrame> blocks;
    const absl::Status status = readCsvBlocks(in, "blocks.csv", options, static_cast<std::size_t>(blockRows),
                                              [&blocks](const DataFrame& block) {
                                                blocks.push_back(block);
                                                return absl::OkStatus();
                                              });
    QVERIFY2(status.ok(), messageOf(status).c_str());
    for (const DataFrame& block : blocks) QVERIFY(block.rows() <= static_cast<std::size_t>(blockRows));
    QVERIFY(concat(blocks).value() == readCsvText(csv).value());
  }

  void aConsumerThatFailsStopsTheReading() {
    std::istringstream in("n\n1\n2\n3\n");
    int calls = 0;
    const absl::Status status = readCsvBlocks(in, "x.csv", {}, 1, [&calls](const DataFrame&) {
      ++calls;
      return resourceExhausted("full");
    });
    QCOMPARE(status.code(), absl::StatusCode::kResourceExhausted);
    QCOMPARE(calls, 1);
  }

  void tooManyRowsAreRefused() {
    CsvOptions options;
    options.max_rows = 2;
    QVERIFY(readCsvText("n\n1\n2\n", options).ok());
    const absl::Status status = readCsvText("n\n1\n2\n3\n", options).status();
    QVERIFY(messageOf(status).find("more than 2 rows (max_rows)") != std::string::npos);
  }
};

QTEST_GUILESS_MAIN(TstFrameCsv)
#include "tst_frame_csv.moc"
