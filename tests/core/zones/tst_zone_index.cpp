#include <QtTest>
#include <cmath>

#include "tests/core/zones/zone_samples.h"
#include "tests/status_checks.h"

using namespace aerie;
using namespace aerie::zones;
using namespace aerie::zones::test;

class TstZoneIndex : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void aRowGoesToTheNarrowestPart_data() {
    QTest::addColumn<float>("origin");
    QTest::addColumn<float>("month");
    QTest::addColumn<QString>("part");
    QTest::newRow("its own zone") << 1.0F << 3.0F << "ATL.3";
    QTest::newRow("origin known, month not") << 1.0F << 7.0F << "ATL.any";
    QTest::newRow("month known, origin not") << 9.0F << 3.0F << "any.3";
    QTest::newRow("nothing known") << 9.0F << 9.0F << "any.any";
    QTest::newRow("earlier key counts more: no part for ORD in 3") << 2.0F << 3.0F << "any.3";
    QTest::newRow("another origin's own zone") << 2.0F << 4.0F << "ORD.4";
    QTest::newRow("origin missing") << NAN << 3.0F << "any.3";
    QTest::newRow("month missing") << 1.0F << NAN << "ATL.any";
    QTest::newRow("both missing") << NAN << NAN << "any.any";
    QTest::newRow("no whole number") << 1.5F << 3.0F << "any.3";
    QTest::newRow("far too large") << 1e30F << 3.0F << "any.3";
    QTest::newRow("infinite") << -INFINITY << 3.0F << "any.3";
  }
  void aRowGoesToTheNarrowestPart() {
    QFETCH(float, origin);
    QFETCH(float, month);
    QFETCH(QString, part);
    const ZoneIndex index = sampleIndex();
    const auto table = ZoneTable::create(index);
    AERIE_VERIFY_OK(table);
    const float row[] = {origin, month, 17.0F};
    const auto found = table->find(row);
    QVERIFY(found.has_value());
    QCOMPARE(QString::fromStdString(index.parts[*found].name), part);
    QVERIFY(table->complete());
  }

  void ofTwoPartsWithOneStarTheEarlierKeyDecides() {
    const auto table = ZoneTable::create(sampleIndex());
    AERIE_VERIFY_OK(table);
    ZoneIndex index = sampleIndex();
    index.parts.erase(index.parts.begin());  // ATL.3 is gone; ATL.any and any.3 both fit
    const auto without = ZoneTable::create(index);
    AERIE_VERIFY_OK(without);
    const float row[] = {1, 3, 17};
    QCOMPARE(index.parts[*without->find(row)].name, std::string("ATL.any"));
  }

  void anUnknownZoneWithoutFallbackIsNotFound() {
    ZoneIndex index = sampleIndex();
    index.parts = {index.parts[0], index.parts[4]};
    const auto table = ZoneTable::create(index);
    AERIE_VERIFY_OK(table);
    const float unknown[] = {1, 4, 17};
    const float known[] = {2, 4, 17};
    QVERIFY(!table->find(unknown).has_value());
    QCOMPARE(*table->find(known), 1U);
    QVERIFY(!table->complete());
  }

  void theIndexReadsBackAsItWasWritten() {
    ZoneIndex index = sampleIndex();
    index.parts[0].train_rows = 812;
    index.parts[0].metrics = {{"auc", 0.64}};
    const auto again = parseZoneIndex(toJson(index), "zones.azm", modelsSize(index));
    AERIE_VERIFY_OK(again);
    QCOMPARE(toJson(*again), toJson(index));
    QCOMPARE(zoneText(again->keys, again->parts[0].values), std::string("origin=ATL, month=3"));
  }

  void whatDoesNotFitIsRefused_data() {
    QTest::addColumn<QString>("find");
    QTest::addColumn<QString>("replace");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const char* find, const char* replace, const char* message) {
      QTest::newRow(name) << find << replace << message;
    };
    row("no JSON", "{", "", "not JSON");
    row("another format", R"("format":1)", R"("format":2)", "zone format 2");
    row("unknown field", R"("format":1)", R"("format":1,"extra":1)", "'extra' is not known");
    row("key of a column that is not there", R"("column":"month")", R"("column":"minute")", "no column");
    row("two keys in one column", R"("column":"month")", R"("column":"origin_code")", "two keys");
    row("column twice", R"("hour")", R"("month")", "twice");
    row("code without value", R"("code":[1,3])", R"("code":[null,3])", "null exactly");
    row("code out of range", R"("code":[1,3])", R"("code":[99999999999,3])", "from -16777216");
    row("code is a text", R"("code":[1,3])", R"("code":["1",3])", "whole number");
    row("one code too few", R"("code":[1,3])", R"("code":[1])", "'code'");
    row("name twice", R"("name":"any.3")", R"("name":"ATL.3")", "twice");
    row("empty name", R"("name":"any.3")", R"("name":"")", "printable");
    row("hole between models", R"("offset":4)", R"("offset":5)", "behind the one before");
    row("model over the end", R"("size":4)", R"("size":4000000)", "behind the one before");
    row("zone twice", R"("code":[2,4])", R"("code":[1,3])", "both for");
    row("negative rows", R"("train_rows":0)", R"("train_rows":-1)", "'train_rows'");
  }
  void whatDoesNotFitIsRefused() {
    QFETCH(QString, find);
    QFETCH(QString, replace);
    QFETCH(QString, message);
    const ZoneIndex index = sampleIndex();
    std::string text = toJson(index);
    const std::size_t at = text.find(find.toStdString());
    QVERIFY2(at != std::string::npos, text.c_str());
    text.replace(at, find.toStdString().size(), replace.toStdString());
    const absl::Status status = parseZoneIndex(text, "zones.azm", modelsSize(index)).status();
    QVERIFY(!status.ok());
    QVERIFY2(messageOf(status).find(message.toStdString()) != std::string::npos, messageOf(status).c_str());
    QVERIFY2(messageOf(status).find("zones.azm") != std::string::npos, messageOf(status).c_str());
  }
};

QTEST_APPLESS_MAIN(TstZoneIndex)
#include "tst_zone_index.moc"
