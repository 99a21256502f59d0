#include <QtTest>

#include "core/base/files.h"
#include "services/ctl/items.h"
#include "services/ctl/output.h"
#include "tests/status_checks.h"

using namespace aerie;
using frame::DataType;

class TstCtlItems : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void jsonTypesBecomeColumnTypes_data() {
    QTest::addColumn<QString>("json");
    QTest::addColumn<int>("type");
    const auto row = [](const char* name, const char* json, DataType type) {
      QTest::newRow(name) << json << static_cast<int>(type);
    };
    row("whole numbers", R"([{"a": 1}, {"a": -2}])", DataType::kInt64);
    row("a fraction makes all numbers doubles", R"([{"a": 1}, {"a": 2.5}])", DataType::kDouble);
    row("fraction first", R"([{"a": 2.5}, {"a": 1}])", DataType::kDouble);
    row("texts", R"([{"a": "1"}, {"a": "x"}])", DataType::kString);
    row("booleans", R"([{"a": true}, {"a": false}])", DataType::kBool);
    row("null first", R"([{"a": null}, {"a": 7}])", DataType::kInt64);
  }
  void jsonTypesBecomeColumnTypes() {
    QFETCH(QString, json);
    QFETCH(int, type);
    const auto frame = ctl::itemsFromJson(json.toStdString(), "items.json");
    AERIE_VERIFY_OK(frame);
    QCOMPARE(frame->rows(), std::size_t{2});
    QCOMPARE(static_cast<int>(frame->find("a")->type()), type);
  }

  void absentAndNullAreNull() {
    const auto frame = ctl::itemsFromJson(R"([{"a": 1, "b": "x"}, {"b": null}, {"a": null, "b": "ü"}])", "f");
    AERIE_VERIFY_OK(frame);
    const frame::Column& a = *frame->find("a");
    const frame::Column& b = *frame->find("b");
    QVERIFY(!a.isNull(0) && a.isNull(1) && a.isNull(2));
    QVERIFY(!b.isNull(0) && b.isNull(1) && !b.isNull(2));
    QCOMPARE(ctl::toJsonRows(*frame).dump(),
             std::string(R"([{"a":1,"b":"x"},{"a":null,"b":null},{"a":null,"b":"ü"}])"));
  }

  void anObjectIsOneRow() {
    const auto frame = ctl::itemsFromJson(R"({"a": 1})", "f");
    AERIE_VERIFY_OK(frame);
    QCOMPARE(frame->rows(), std::size_t{1});
  }

  void jsonMistakesNameThePlace_data() {
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("message");
    QTest::newRow("no JSON") << "[{"
                             << "items.json: is not valid JSON";
    QTest::newRow("a number") << "7"
                              << "must be an array of objects";
    QTest::newRow("an array of numbers") << "[1, 2]"
                                         << "every entry must be an object";
    QTest::newRow("nested object") << R"([{"a": 1}, {"a": {"b": 1}}])"
                                   << "item 1, feature 'a': must be a number";
    QTest::newRow("list") << R"([{"a": [1]}])"
                          << "item 0, feature 'a'";
    QTest::newRow("types that differ") << R"([{"a": 1}, {"a": "x"}])"
                                       << "feature 'a' of item 1 has another type than before";
    QTest::newRow("number too large") << R"([{"a": 18446744073709551615}])"
                                      << "18446744073709551615 is too large for an int64";
  }
  void jsonMistakesNameThePlace() {
    QFETCH(QString, json);
    QFETCH(QString, message);
    AERIE_VERIFY_FAILS(ctl::itemsFromJson(json.toStdString(), "items.json"),
                       absl::StatusCode::kInvalidArgument, message.toStdString());
  }

  void filesAreReadByTheirContent_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("error");
    QTest::newRow("CSV") << "a,b\n1,x\n"
                         << "";
    QTest::newRow("JSON") << "  \n [{\"a\": 1, \"b\": \"x\"}]"
                          << "";
    QTest::newRow("empty") << ""
                           << "is empty; give a CSV header row or a JSON array";
    QTest::newRow("blank") << " \n\n"
                           << "is empty";
    QTest::newRow("ragged CSV") << "a,b\n1\n"
                                << "items";
  }
  void filesAreReadByTheirContent() {
    QFETCH(QString, text);
    QFETCH(QString, error);
    const auto folder = TempDir::create();
    const std::string file = (folder->path() / "items").string();
    AERIE_VERIFY_OK(writeFileAtomic(file, text.toStdString()));
    const auto frame = ctl::readItems(file);
    if (!error.isEmpty()) {
      AERIE_VERIFY_FAILS(frame, absl::StatusCode::kInvalidArgument, error.toStdString());
      return;
    }
    AERIE_VERIFY_OK(frame);
    QCOMPARE(ctl::toJsonRows(*frame).dump(), std::string(R"([{"a":1,"b":"x"}])"));
  }

  void sharedWordsKeepTheirTypes() {
    const auto frame = ctl::sharedFromWords(
        {"hour=17", "share=0.5", "weekend=true", "origin=ATL", "note=a=b", "list=[1]", "none=null"});
    AERIE_VERIFY_OK(frame);
    QCOMPARE(frame->rows(), std::size_t{1});
    QCOMPARE(frame->find("hour")->type(), DataType::kInt64);
    QCOMPARE(frame->find("share")->type(), DataType::kDouble);
    QCOMPARE(frame->find("weekend")->type(), DataType::kBool);
    QCOMPARE(std::string(frame->find("origin")->strings()[0]), std::string("ATL"));
    QCOMPARE(std::string(frame->find("note")->strings()[0]), std::string("a=b"));
    QCOMPARE(std::string(frame->find("list")->strings()[0]), std::string("[1]"));
    QCOMPARE(std::string(frame->find("none")->strings()[0]), std::string("null"));
    AERIE_VERIFY_FAILS(ctl::sharedFromWords({"hour"}), absl::StatusCode::kInvalidArgument,
                       "--shared 'hour' must be NAME=VALUE");
    AERIE_VERIFY_FAILS(ctl::sharedFromWords({"=1"}), absl::StatusCode::kInvalidArgument,
                       "must be NAME=VALUE");
  }

  void bytesThatAreNotUtf8DoNotEndTheProgram() { AERIE_VERIFY_OK(ctl::sharedFromWords({"origin=\xff"})); }

  void amountsReadWell_data() {
    QTest::addColumn<quint64>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << quint64{0} << "0 B";
    QTest::newRow("bytes") << quint64{999} << "999 B";
    QTest::newRow("kilobytes") << quint64{1'400} << "1.4 kB";
    QTest::newRow("megabytes") << quint64{1'400'000} << "1.4 MB";
    QTest::newRow("gigabytes") << quint64{5'000'000'000} << "5.0 GB";
  }
  void amountsReadWell() {
    QFETCH(quint64, bytes);
    QFETCH(QString, text);
    QCOMPARE(ctl::sizeText(bytes), text.toStdString());
    QCOMPARE(ctl::ageText(0), std::string());
    QCOMPARE(ctl::shareText(0.125), std::string("12.5 %"));
  }
};

QTEST_GUILESS_MAIN(TstCtlItems)
#include "tst_ctl_items.moc"
