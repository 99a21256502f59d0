#include <QtTest>

#include "core/base/status.h"
#include "core/frame/wire.h"

using namespace aerie;
using namespace aerie::frame;

namespace {

v1::DataFrame message(int rows = 3) {
  v1::DataFrame result;
  result.set_row_count(static_cast<std::uint64_t>(rows));
  v1::Column* column = result.add_columns();
  column->set_name("distance");
  column->mutable_doubles();
  for (int i = 0; i < rows; ++i) column->mutable_doubles()->add_values(i);
  return result;
}

using Change = std::function<void(v1::DataFrame&)>;

}  // namespace

class TstFrameWire final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void decodingViewsTheMessage() {
    v1::DataFrame wire = message();
    v1::Column* strings = wire.add_columns();
    strings->set_name("origin");
    for (const char* text : {"a text that is long enough for the heap", "b", "c"})
      strings->mutable_strings()->add_values(text);
    auto owner = std::make_shared<const v1::DataFrame>(std::move(wire));
    const double* values = owner->columns(0).doubles().values().data();
    const char* first = owner->columns(1).strings().values(0).data();
    const std::weak_ptr<const v1::DataFrame> watch = owner;
    absl::StatusOr<DataFrame> frame = fromWire(owner, *owner);
    owner.reset();
    QVERIFY(frame.ok());
    QCOMPARE(frame->columns()[0].doubles().data(), values);
    QCOMPARE(frame->columns()[1].strings()[0].data(), first);
    QVERIFY(!watch.expired());  // the frame keeps the message
    std::optional<Column> last = frame->columns()[1];
    frame = DataFrame();
    QVERIFY(!watch.expired());
    last.reset();
    QVERIFY(watch.expired());
  }

  void hostileMessagesAreRefused_data() {
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("expected");
    const auto column = [](v1::DataFrame& m) { return m.mutable_columns(0); };
    QTest::newRow("ragged columns") << Change([](v1::DataFrame& m) {
      m.set_row_count(0);
      v1::Column* other = m.add_columns();
      other->set_name("other");
      other->mutable_int64s()->add_values(1);
    }) << "'distance' has 3, 'other' has 1";
    QTest::newRow("another row_count") << Change([](v1::DataFrame& m) { m.set_row_count(4); })
                                       << "'distance' has 3 rows, but row_count says 4";
    QTest::newRow("short bitmap") << Change([=](v1::DataFrame& m) {
      m.set_row_count(9);
      while (column(m)->doubles().values_size() < 9) column(m)->mutable_doubles()->add_values(0);
      column(m)->set_null_bitmap("\x01");
    }) << "null bitmap of 1 bytes; 9 rows need exactly 2";
    QTest::newRow("long bitmap") << Change([=](v1::DataFrame& m) { column(m)->set_null_bitmap("\x01\x01"); })
                                 << "null bitmap of 2 bytes; 3 rows need exactly 1";
    QTest::newRow("duplicate name") << Change([](v1::DataFrame& m) { *m.add_columns() = m.columns(0); })
                                    << "'distance' is there twice";
    QTest::newRow("empty name") << Change([=](v1::DataFrame& m) { column(m)->clear_name(); })
                                << "column 0 has no name";
    QTest::newRow("endless name") << Change([=](v1::DataFrame& m) {
      column(m)->set_name(std::string(300, 'x'));
    }) << "name of 300 bytes; the limit is 256";
    QTest::newRow("no values") << Change([=](v1::DataFrame& m) { column(m)->clear_data(); })
                               << "no values of a known type";
    QTest::newRow("vector of dimension 0")
        << Change([=](v1::DataFrame& m) { column(m)->mutable_float_vectors()->add_values(1); })
        << "dimension 0";
    QTest::newRow("broken vector") << Change([=](v1::DataFrame& m) {
      column(m)->mutable_float_vectors()->set_dimension(2);
      for (int i = 0; i < 7; ++i) column(m)->mutable_float_vectors()->add_values(1);
    }) << "7 numbers, which are not whole vectors of dimension 2";
    QTest::newRow("a million rows") << Change([](v1::DataFrame& m) { m = message(1'000'000); })
                                    << "1000000 rows; the limit (max_rows) is 100000";
    QTest::newRow("a million rows that row_count hides") << Change([](v1::DataFrame& m) {
      m = message(1'000'000);
      m.set_row_count(0);
    }) << "1000000 rows; the limit (max_rows) is 100000";
    QTest::newRow("rows without columns over the limit") << Change([](v1::DataFrame& m) {
      m.Clear();
      m.set_row_count(1ULL << 60);
    }) << "the limit (max_rows) is 100000";
    QTest::newRow("too many columns") << Change([](v1::DataFrame& m) {
      for (int i = 0; i < 1001; ++i) *m.add_columns() = m.columns(0);
    }) << "1002 columns; the limit (max_columns) is 1000";
  }
  void hostileMessagesAreRefused() {
    QFETCH(Change, change);
    QFETCH(QString, expected);
    v1::DataFrame wire = message();
    change(wire);
    const absl::Status status = fromWire(std::move(wire)).status();
    QCOMPARE(status.code(), absl::StatusCode::kInvalidArgument);
    const QString text = QString::fromStdString(messageOf(status));
    QVERIFY2(text.contains(expected), qPrintable(text));
  }

  void theLimitItselfIsAccepted() {
    QVERIFY(fromWire(message(10), {.max_rows = 10, .max_columns = 1}).ok());
    QVERIFY(!fromWire(message(11), {.max_rows = 10, .max_columns = 1}).ok());
  }

  void rowCountMayBeLeftOutBesideColumns() {
    v1::DataFrame wire = message();
    wire.clear_row_count();
    QCOMPARE(fromWire(std::move(wire))->rows(), std::size_t{3});
  }

  void aFrameWithoutColumnsKeepsItsRows() {
    v1::DataFrame wire;
    toWire(DataFrame::empty(7), &wire);
    QCOMPARE(fromWire(std::move(wire))->rows(), std::size_t{7});
  }

  void encodingReplacesWhatWasThere() {
    v1::DataFrame wire = message(5);
    toWire(DataFrame::create({Column::ofBools("b", {1, 0})}).value(), &wire);
    QCOMPARE(wire.columns_size(), 1);
    QCOMPARE(wire.row_count(), std::uint64_t{2});
    QVERIFY(wire.columns(0).bools().values(0) && !wire.columns(0).bools().values(1));
    QVERIFY(wire.columns(0).null_bitmap().empty());
  }

  void bitsBehindTheLastRowDoNotCount() {
    v1::DataFrame wire = message();
    wire.mutable_columns(0)->set_null_bitmap("\xf8");
    const absl::StatusOr<DataFrame> frame = fromWire(std::move(wire));
    QVERIFY(frame.ok() && !frame->columns()[0].hasNulls());
  }
};

QTEST_GUILESS_MAIN(TstFrameWire)
#include "tst_frame_wire.moc"
