#include <QtTest>
#include <zstd.h>

#include "core/base/files.h"
#include "tests/sim/sample_flights.h"
#include "tests/status_checks.h"

using namespace aerie;
using sim::Flights;

namespace {

std::string compressed(const std::string& text) {
  std::string bytes(ZSTD_compressBound(text.size()), '\0');
  bytes.resize(ZSTD_compress(bytes.data(), bytes.size(), text.data(), text.size(), 3));
  return bytes;
}

std::string withHeader(const std::string& lines) { return test::kFlightHeader + lines; }

}  // namespace

class TstFlights : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void aLineBecomesAFlight() {
    const auto flights = Flights::parse(
        withHeader("2001-01-01T00:01,LAS,PHL,2176,15\n2001-01-07T23:59,PHL,LAS,2176,16\n"), "f");
    AERIE_VERIFY_OK(flights);
    QCOMPARE(flights->size(), std::size_t{2});
    QCOMPARE(flights->origin(0), std::string("LAS"));
    QCOMPARE(flights->destination(0), std::string("PHL"));
    QCOMPARE((*flights)[0].distance, std::uint16_t{2'176});
    QCOMPARE((*flights)[0].hour(), 0);
    QCOMPARE((*flights)[0].weekday(), 1);  // 2001-01-01 was a Monday
    QVERIFY(!(*flights)[0].late());        // late is more than 15 minutes
    QCOMPARE((*flights)[1].hour(), 23);
    QCOMPARE((*flights)[1].weekday(), 7);
    QVERIFY((*flights)[1].late());
    QCOMPARE(flights->airports(), (std::vector<std::string>{"LAS", "PHL"}));
    QCOMPARE(flights->id(1), std::string("f1"));
  }

  void lineEndsDoNotMatter_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("carriage returns")
        << "time,origin,destination,distance,delay\r\n2001-01-01T00:01,LAS,PHL,2176,15\r\n\r\n";
    QTest::newRow("no last newline")
        << "time,origin,destination,distance,delay\n2001-01-01T00:01,LAS,PHL,2176,15";
    QTest::newRow("blank lines")
        << "time,origin,destination,distance,delay\n\n2001-01-01,LAS,PHL,2176,15\n\n\n";
  }
  void lineEndsDoNotMatter() {
    QFETCH(QString, text);
    const auto flights = Flights::parse(text.toStdString(), "f");
    AERIE_VERIFY_OK(flights);
    QCOMPARE(flights->size(), std::size_t{1});
    QCOMPARE((*flights)[0].delay, std::int16_t{15});
  }

  void badFilesAreRefusedByLine_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("message");
    const QString header = test::kFlightHeader;
    const QString good = "2001-01-01T00:01,LAS,PHL,2176,15\n";
    QTest::newRow("empty") << ""
                           << "f: must begin with the header";
    QTest::newRow("another header") << "a,b,c\n"
                                    << "must begin with the header 'time,origin";
    QTest::newRow("longer header") << "time,origin,destination,distance,delayed\n" + good
                                   << "must begin with the header";
    QTest::newRow("no flight") << header << "f: holds no flight";
    QTest::newRow("too few cells") << header + good + "2001-01-01T00:02,LAS,PHL,2176\n"
                                   << "f: line 3 is not";
    QTest::newRow("too many cells") << header + "2001-01-01T00:02,LAS,PHL,2176,15,1\n"
                                    << "line 2 is not";
    QTest::newRow("no airport") << header + "2001-01-01T00:02,,PHL,2176,15\n"
                                << "line 2 is not";
    QTest::newRow("no number") << header + "2001-01-01T00:02,LAS,PHL,far,15\n"
                               << "line 2 is not";
    QTest::newRow("negative distance") << header + "2001-01-01T00:02,LAS,PHL,-1,15\n"
                                       << "line 2 is not";
    QTest::newRow("distance too large") << header + "2001-01-01T00:02,LAS,PHL,65536,15\n"
                                        << "line 2 is not";
    QTest::newRow("delay too large") << header + "2001-01-01T00:02,LAS,PHL,1,32768\n"
                                     << "line 2 is not";
    QTest::newRow("day that is not") << header + "2001-02-29T00:02,LAS,PHL,1,1\n"
                                     << "line 2 is not";
    QTest::newRow("month that is not") << header + "2001-13-01T00:02,LAS,PHL,1,1\n"
                                       << "line 2 is not";
    QTest::newRow("hour that is not") << header + "2001-01-01T24:00,LAS,PHL,1,1\n"
                                      << "line 2 is not";
    QTest::newRow("minute that is not") << header + "2001-01-01T00:60,LAS,PHL,1,1\n"
                                        << "line 2 is not";
    QTest::newRow("year before 1970") << header + "1969-12-31T23:00,LAS,PHL,1,1\n"
                                      << "line 2 is not";
    QTest::newRow("year too late") << header + "9999-12-31T23:00,LAS,PHL,1,1\n"
                                   << "line 2 is not";
    QTest::newRow("space in a number") << header + "2001-01-01T00:02,LAS,PHL, 1,1\n"
                                       << "line 2 is not";
  }
  void badFilesAreRefusedByLine() {
    QFETCH(QString, text);
    QFETCH(QString, message);
    AERIE_VERIFY_FAILS(Flights::parse(text.toStdString(), "f"), absl::StatusCode::kInvalidArgument,
                       message.toStdString());
  }

  void flightsOutOfOrderAreRefused() {
    AERIE_VERIFY_FAILS(Flights::parse(withHeader("2001-01-02,LAS,PHL,1,1\n2001-01-01,LAS,PHL,1,1\n"), "f"),
                       absl::StatusCode::kFailedPrecondition, "f: line 3 departs before the line above it");
    AERIE_VERIFY_OK(Flights::parse(withHeader("2001-01-01,LAS,PHL,1,1\n2001-01-01,LAS,PHL,1,1\n"), "f"));
  }

  void tooManyAirportsAreRefused() {
    std::string text = test::kFlightHeader;
    for (int i = 0; i < 1'100; ++i) text += fmt::format("2001-01-01,A{},B{},1,1\n", i, i);
    AERIE_VERIFY_FAILS(Flights::parse(text, "f"), absl::StatusCode::kInvalidArgument,
                       "at most 2000 are supported");
  }

  void compressedFilesAreReadTheSame() {
    const auto folder = TempDir::create();
    const std::string text = test::flightsCsv(1'400);
    AERIE_VERIFY_OK(writeFileAtomic(folder->path() / "f.csv", text));
    AERIE_VERIFY_OK(writeFileAtomic(folder->path() / "f.csv.zst", compressed(text)));
    // Two frames in one file are one text.
    AERIE_VERIFY_OK(writeFileAtomic(folder->path() / "two.zst",
                                    compressed(text.substr(0, 10'001)) + compressed(text.substr(10'001))));
    const auto plain = Flights::load(folder->path() / "f.csv");
    AERIE_VERIFY_OK(plain);
    for (const char* name : {"f.csv.zst", "two.zst"}) {
      const auto zst = Flights::load(folder->path() / name);
      AERIE_VERIFY_OK(zst);
      QCOMPARE(zst->size(), plain->size());
      QCOMPARE(zst->all().back().minute, plain->all().back().minute);
    }
  }

  void damagedCompressedFilesAreRefused_data() {
    QTest::addColumn<QString>("damage");
    for (const char* damage : {"cut", "empty", "text", "trailing rubbish"}) QTest::newRow(damage) << damage;
  }
  void damagedCompressedFilesAreRefused() {
    QFETCH(QString, damage);
    const auto folder = TempDir::create();
    std::string bytes = compressed(test::flightsCsv(1'400));
    if (damage == "cut") bytes.resize(bytes.size() / 2);
    if (damage == "empty") bytes.clear();
    if (damage == "text") bytes = test::flightsCsv(10);
    if (damage == "trailing rubbish") bytes += "rubbish";
    AERIE_VERIFY_OK(writeFileAtomic(folder->path() / "f.zst", bytes));
    AERIE_VERIFY_FAILS(Flights::load(folder->path() / "f.zst"), absl::StatusCode::kDataLoss, "f.zst");
  }

  void aDateFindsItsFirstFlight_data() {
    QTest::addColumn<QString>("date");
    QTest::addColumn<int>("index");
    QTest::newRow("before all") << "1999-12-31" << 0;
    QTest::newRow("the first") << "2001-01-01" << 0;
    QTest::newRow("with a time") << "2001-01-01T01:00" << 2;
    QTest::newRow("between two") << "2001-01-01T01:01" << 3;
    QTest::newRow("the next day") << "2001-01-02" << 48;
    QTest::newRow("after all") << "2002-01-01" << 600;
  }
  void aDateFindsItsFirstFlight() {
    QFETCH(QString, date);
    QFETCH(int, index);
    const auto found = test::sampleFlights().firstAt(date.toStdString());
    AERIE_VERIFY_OK(found);
    QCOMPARE(*found, static_cast<std::size_t>(index));
    AERIE_VERIFY_FAILS(test::sampleFlights().firstAt("yesterday"), absl::StatusCode::kInvalidArgument,
                       "'yesterday' is not a date");
  }

  void itemsAreWhatAClientKnows() {
    const Flights flights = test::sampleFlights();
    const std::uint32_t indexes[] = {7, 0, 7};
    const frame::DataFrame items = flights.items(indexes);
    QCOMPARE(items.rows(), std::size_t{3});
    QStringList names;
    for (const frame::Column& column : items.columns()) names << QString::fromStdString(column.name());
    QCOMPARE(names, (QStringList{"flight_id", "month", "hour", "weekday", "distance", "origin",
                                 "destination"}));  // and no delay
    QCOMPARE(std::string(items.find("flight_id")->strings()[0]), std::string("f7"));
    QCOMPARE(items.find("month")->int64s()[0], std::int64_t{1});
    QCOMPARE(items.find("hour")->int64s()[0], std::int64_t{3});
    QCOMPARE(flights.labels(indexes), (std::vector<float>{0, 1, 0}));
  }

  void theDemoRecordLoads() {
    const auto flights = Flights::load(AERIE_SOURCE_DIR "/resources/demo/flights-2001.csv.zst");
    AERIE_VERIFY_OK(flights);
    QVERIFY(flights->size() >= 250'000);
    const auto late = std::count_if(flights->all().begin(), flights->all().end(),
                                    [](const sim::Flight& f) { return f.late(); });
    const double share = static_cast<double>(late) / static_cast<double>(flights->size());
    QVERIFY2(share > 0.1 && share < 0.4, fmt::format("{}", share).c_str());
  }
};

QTEST_GUILESS_MAIN(TstFlights)
#include "tst_flights.moc"
