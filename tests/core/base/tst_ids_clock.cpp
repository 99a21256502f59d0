#include <QtTest>
#include <set>

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "tests/status_checks.h"

using namespace aerie;

class TstIdsClock : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void idsAreLongAndDiffer() {
    std::set<std::string> seen;
    for (int i = 0; i < 1'000; ++i) seen.insert(randomId());
    QCOMPARE(seen.size(), std::size_t{1'000});
    for (const std::string& id : seen) QCOMPARE(id.size(), std::size_t{32});
    QCOMPARE(seen.begin()->find_first_not_of("0123456789abcdef"), std::string::npos);
  }

  void goodNamesPass_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("letters") << "arrival";
    QTest::newRow("all kinds") << "Arrival_delay-v2.1";
    QTest::newRow("digit first") << "2001";
    QTest::newRow("one character") << "a";
    QTest::newRow("longest") << QString(128, 'a');
  }
  void goodNamesPass() {
    QFETCH(QString, name);
    AERIE_VERIFY_OK(validateName("model", name.toStdString()));
  }

  void namesThatCouldMeanSomethingElseAreRefused_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("message");
    QTest::newRow("empty") << ""
                           << "model has no name";
    QTest::newRow("too long") << QString(129, 'a') << "is 129 characters long";
    QTest::newRow("path") << "../x"
                          << "position 1";
    QTest::newRow("slash") << "a/b"
                           << "position 2";
    QTest::newRow("hidden file") << ".a"
                                 << "position 1";
    QTest::newRow("option") << "-x"
                            << "position 1";
    QTest::newRow("space") << "a b"
                           << "position 2";
    QTest::newRow("quote") << "a\"b"
                           << "position 2";
    QTest::newRow("newline") << "a\n"
                             << "position 2";
    QTest::newRow("non-ASCII") << "Zürich"
                               << "position 2";
  }
  void namesThatCouldMeanSomethingElseAreRefused() {
    QFETCH(QString, name);
    QFETCH(QString, message);
    AERIE_VERIFY_FAILS(validateName("model", name.toStdString()), absl::StatusCode::kInvalidArgument,
                       message.toStdString());
  }

  void aNulByteIsRefused() { QVERIFY(!validateName("model", std::string_view("a\0b", 3)).ok()); }

  void timesPrintInUtcWithMilliseconds_data() {
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("epoch") << qint64{0} << "1970-01-01T00:00:00.000Z";
    QTest::newRow("milliseconds") << qint64{1'763'756'363'007} << "2025-11-21T20:19:23.007Z";
    QTest::newRow("before the epoch") << qint64{-1} << "1969-12-31T23:59:59.999Z";
    QTest::newRow("leap day") << qint64{951'782'400'000} << "2000-02-29T00:00:00.000Z";
  }
  void timesPrintInUtcWithMilliseconds() {
    QFETCH(qint64, ms);
    QFETCH(QString, text);
    QCOMPARE(toIso8601(fromUnixMillis(ms)), text.toStdString());
    QCOMPARE(unixMillis(fromUnixMillis(ms)), std::int64_t{ms});
  }

  void aManualClockMovesOnlyWhenTold() {
    ManualClock clock(fromUnixMillis(5'000));
    const MonoTime start = clock.monoNow();
    QCOMPARE(unixMillis(clock.wallNow()), std::int64_t{5'000});
    QVERIFY(clock.monoNow() == start);
    clock.advance(std::chrono::milliseconds(1'500));
    QCOMPARE(unixMillis(clock.wallNow()), std::int64_t{6'500});
    QVERIFY(clock.monoNow() - start == std::chrono::milliseconds(1'500));
  }

  void theSystemClockNeverGoesBack() {
    const SystemClock clock;
    const MonoTime before = clock.monoNow();
    QVERIFY(clock.monoNow() >= before);
    QVERIFY(unixMillis(clock.wallNow()) > 1'700'000'000'000);
  }
};

QTEST_GUILESS_MAIN(TstIdsClock)
#include "tst_ids_clock.moc"
