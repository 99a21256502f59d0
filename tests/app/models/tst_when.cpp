// Dates and times in the order and with the signs of each language.
#include <QtTest>

#include "app/models/series.h"
#include "app/models/text.h"
#include "app/models/time_range.h"
#include "app/models/time_scale.h"

using namespace aerie::models;

class TstWhen : public QObject {
  Q_OBJECT
  static qint64 at(const QDate& date, const QTime& time) { return QDateTime(date, time).toMSecsSinceEpoch(); }
  // Some data put a no-break space before AM and PM.
  static QString plain(QString text) {
    return text.replace(QChar(0x202F), QLatin1Char(' ')).replace(QChar(0x00A0), QLatin1Char(' '));
  }

 private Q_SLOTS:
  void cleanup() { QLocale::setDefault(QLocale::c()); }

  void aMomentIsWrittenAsItsLanguageDoes_data() {
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("minutes");
    QTest::addColumn<QString>("seconds");
    QTest::addColumn<QString>("day");
    QTest::addColumn<QString>("clock");
    const auto row = [](const char* locale, const char* minutes, const char* seconds, const char* day,
                        const char* clock) {
      QTest::newRow(locale) << QString::fromUtf8(locale) << QString::fromUtf8(minutes)
                            << QString::fromUtf8(seconds) << QString::fromUtf8(day)
                            << QString::fromUtf8(clock);
    };
    row("C", "2 May 2026 14:05", "2 May 2026 14:05:09", "2 May", "14:05:09.007");
    row("en_US", "May 2, 2026 2:05 PM", "May 2, 2026 2:05:09 PM", "May 2", "2:05:09.007 PM");
    row("en_GB", "2 May 2026 14:05", "2 May 2026 14:05:09", "2 May", "14:05:09.007");
    row("de_DE", "2. Mai 2026 14:05", "2. Mai 2026 14:05:09", "2. Mai", "14:05:09,007");
    row("es_ES", "2 de may de 2026 14:05", "2 de may de 2026 14:05:09", "2 de may", "14:05:09,007");
    row("fr_FR", "2 mai 2026 14:05", "2 mai 2026 14:05:09", "2 mai", "14:05:09,007");
    row("ja_JP", "2026年5月2日 14:05", "2026年5月2日 14:05:09", "5月2日", "14:05:09.007");
    row("zh_CN", "2026年5月2日 14:05", "2026年5月2日 14:05:09", "5月2日", "14:05:09.007");
    row("fi_FI", "2. toukok. 2026 14.05", "2. toukok. 2026 14.05.09", "2. toukok.", "14.05.09,007");
    row("ko_KR", "2026년 5월 2일 오후 2:05", "2026년 5월 2일 오후 2:05:09", "5월 2일", "오후 2:05:09.007");
  }
  void aMomentIsWrittenAsItsLanguageDoes() {
    QFETCH(QString, locale);
    QFETCH(QString, minutes);
    QFETCH(QString, seconds);
    QFETCH(QString, day);
    QFETCH(QString, clock);
    QLocale::setDefault(QLocale(locale));
    const qint64 moment = at({2026, 5, 2}, {14, 5, 9, 7});
    QCOMPARE(plain(timeText(moment)), minutes);
    QCOMPARE(plain(timeText(moment, Fine::Seconds)), seconds);
    QCOMPARE(plain(dayText({2026, 5, 2})), day);
    QCOMPARE(plain(clockText(moment, Fine::Millis)), clock);
    QCOMPARE(plain(dayClockText(moment, Fine::Minutes)), plain(day + QLatin1Char(' ') + clockText(moment)));
  }

  void aChangeOfLanguageIsFollowedAtOnce() {
    const qint64 moment = at({2026, 12, 31}, {9, 0});
    QLocale::setDefault(QLocale(QStringLiteral("de_DE")));
    QCOMPARE(timeText(moment), QStringLiteral("31. Dez. 2026 09:00"));
    QLocale::setDefault(QLocale(QStringLiteral("ja_JP")));
    QCOMPARE(timeText(moment), QString::fromUtf8("2026年12月31日 9:00"));
  }

  void neverIsAnEmptyText() {
    QCOMPARE(timeText(0), QString());
    QCOMPARE(clockText(qint64{0}, Fine::Seconds), QString());
    QCOMPARE(dayClockText(0, Fine::Minutes), QString());
    QCOMPARE(ageText(0, 1'000'000), QString());
  }

  // An hour on virtual hosts passes in a minute: its moments are no times of any clock.
  void virtualMomentsAreTimesSinceTheBeginning() {
    QLocale::setDefault(QLocale(QStringLiteral("en_US")));
    const qint64 begin = at({2026, 5, 2}, {14, 5});
    const TimeScale scale = TimeScale::ofEngine(QStringLiteral("simulated"), begin);
    QVERIFY(scale.isVirtual());
    QCOMPARE(scale.text(begin + 42'300, Fine::Seconds), QStringLiteral("+42.3 s"));
    QCOMPARE(scale.clock(begin + 1'242'000, Fine::Minutes), QStringLiteral("+20.7 min"));
    QCOMPARE(scale.text(begin, Fine::Minutes), QStringLiteral("+0 s"));
    QCOMPARE(scale.text(0, Fine::Minutes), QString());  // never
    const QList<qint64> ticks = scale.ticks(begin - 10'000, begin + 3'600'000, 6);
    QVERIFY(!ticks.isEmpty() && ticks.size() <= 7);
    QCOMPARE(ticks.front(), begin);
    QCOMPARE(scale.tickText(ticks.front(), 3'600'000), QStringLiteral("0"));
    QCOMPARE(scale.tickText(ticks[1], 3'600'000), QStringLiteral("20 min"));
  }

  void otherMomentsAreTimesOfTheClock() {
    QLocale::setDefault(QLocale(QStringLiteral("de_DE")));
    const qint64 moment = at({2026, 5, 2}, {14, 5});
    for (const QString& engine : {QStringLiteral("local"), QStringLiteral("ray"), QString()}) {
      const TimeScale scale = TimeScale::ofEngine(engine, moment - 60'000);
      QVERIFY(!scale.isVirtual());
      QCOMPARE(scale.text(moment, Fine::Minutes), recentText(moment, Fine::Minutes));
      QCOMPARE(scale.clock(moment, Fine::Seconds), QStringLiteral("14:05:00"));
      QCOMPARE(scale.ticks(moment, moment + 600'000, 5), timeTicks(moment, moment + 600'000, 5));
    }
  }

  void axesNameTheDayOnlyWhenThereAreMany_data() {
    QTest::addColumn<QString>("locale");
    QTest::addColumn<qint64>("span");
    QTest::addColumn<QString>("text");
    constexpr qint64 minute = 60'000, hour = 3'600'000;
    QTest::newRow("minutes, German") << "de_DE" << 4 * minute << "14:05:00";
    QTest::newRow("minutes, American") << "en_US" << 4 * minute << "2:05:00 PM";
    QTest::newRow("hours, German") << "de_DE" << 6 * hour << "14:05";
    QTest::newRow("hours, American") << "en_US" << 6 * hour << "2:05 PM";
    QTest::newRow("days, German") << "de_DE" << 48 * hour << "2. Mai 14:05";
    QTest::newRow("days, American") << "en_US" << 48 * hour << "May 2 2:05 PM";
    QTest::newRow("days, Japanese") << "ja_JP" << 48 * hour << QString::fromUtf8("5月2日 14:05");
  }
  void axesNameTheDayOnlyWhenThereAreMany() {
    QFETCH(QString, locale);
    QFETCH(qint64, span);
    QFETCH(QString, text);
    QLocale::setDefault(QLocale(locale));
    QCOMPARE(plain(timeTickText(at({2026, 5, 2}, {14, 5}), span)), text);
  }

  void aSpanNamesADayOnce() {
    QLocale::setDefault(QLocale(QStringLiteral("ja_JP")));
    QCOMPARE(spanText(at({2026, 5, 2}, {14, 5}), at({2026, 5, 2}, {15, 0})),
             QString::fromUtf8("5月2日 14:05 - 15:00"));
    QCOMPARE(spanText(at({2026, 5, 2}, {14, 5}), at({2026, 5, 3}, {9, 0})),
             QString::fromUtf8("5月2日 14:05 - 5月3日 9:00"));
  }
};

QTEST_GUILESS_MAIN(TstWhen)
#include "tst_when.moc"
