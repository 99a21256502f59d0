#include <QtTest>
#include <cmath>

#include "sim/world/late_rates.h"
#include "tests/sim/sample_flights.h"

using namespace aerie;
using sim::Flights;
using sim::LateRates;

namespace {

// Ten flights ATL-SFO at 08:00, the first four late, then two SFO-ATL at 09:00, on time.
Flights tenAndTwo() {
  std::string text = test::kFlightHeader;
  for (int day = 1; day <= 10; ++day)
    text += fmt::format("2001-01-{:02}T08:00,ATL,SFO,2000,{}\n", day, day <= 4 ? 60 : 0);
  text += "2001-01-11T09:00,SFO,ATL,2000,0\n2001-01-12T09:00,SFO,ATL,2000,0\n";
  return Flights::parse(text, "f").value();
}

bool near(double a, double b) { return std::abs(a - b) < 1e-12; }

}  // namespace

class TstLateRates : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void ratesAreSmoothedTowardsTheOverallShare() {
    const Flights flights = tenAndTwo();
    const LateRates rates(flights, 0, flights.size());
    const double overall = 4.0 / 12;
    QVERIFY(near(rates.overall(), overall));
    QVERIFY(near(rates.route(0, 1), (4 + 20 * overall) / (10 + 20)));
    QVERIFY(near(rates.route(1, 0), (0 + 20 * overall) / (2 + 20)));
    QVERIFY(near(rates.origin(0), (4 + 20 * overall) / 30));
    QVERIFY(near(rates.destination(0), (0 + 20 * overall) / 22));
    QVERIFY(near(rates.originHour(0, 8), (4 + 20 * overall) / 30));
    // What was never seen has the overall share.
    QVERIFY(near(rates.originHour(0, 9), overall));
    QVERIFY(near(rates.route(0, 0), overall));
  }

  void onlyThePeriodCounts() {
    const Flights flights = tenAndTwo();
    const LateRates rates(flights, 2, 10);
    QVERIFY(near(rates.overall(), 2.0 / 8));
    QVERIFY(!rates.knowsRoute(1, 0) && rates.knowsRoute(0, 1));
    QVERIFY(!rates.knowsOrigin(1) && rates.knowsDestination(1));
    QVERIFY(rates.knowsOriginHour(0, 8) && !rates.knowsOriginHour(0, 9));
    const LateRates none(flights, 3, 3);
    QVERIFY(near(none.overall(), 0.2) && near(none.route(0, 1), 0.2));
  }

  void aFoldIsLeftOut() {
    const Flights flights = tenAndTwo();
    // Fold 0 of 5 holds the flights 0, 5 and 10: one late of two ATL-SFO, and one SFO-ATL.
    const LateRates rates(flights, 0, flights.size(), 5, 0);
    const double overall = 3.0 / 9;
    QVERIFY(near(rates.overall(), overall));
    QVERIFY(near(rates.route(0, 1), (3 + 20 * overall) / (8 + 20)));
    QVERIFY(near(rates.route(1, 0), (0 + 20 * overall) / (1 + 20)));
  }

  void aLabelDoesNotReachItsOwnFeatures() {
    // Turning one flight's delay must not change that flight's features, but those of flights in other folds.
    std::string text = test::flightsCsv(300);
    const Flights before = Flights::parse(text, "f").value();
    const std::size_t line = text.find("2001-01-01T03:30");  // flight 7, on time
    text.replace(text.find(",-5\n", line), 4, ",99\n");
    const Flights after = Flights::parse(text, "f").value();
    QVERIFY(!before[7].late() && after[7].late());
    std::vector<std::uint32_t> indexes(300);
    for (std::uint32_t i = 0; i < 300; ++i) indexes[i] = i;
    const frame::DataFrame a = sim::trainingFrame(before, indexes, 0, 300);
    const frame::DataFrame b = sim::trainingFrame(after, indexes, 0, 300);
    int changed = 0;
    for (const char* name :
         {"route_late_rate", "origin_late_rate", "destination_late_rate", "origin_hour_late_rate"}) {
      for (std::size_t i = 0; i < 300; ++i) {
        const bool same = a.find(name)->doubles()[i] == b.find(name)->doubles()[i];
        if (i % 5 == 7 % 5)
          QVERIFY2(same, fmt::format("{} of flight {}", name, i).c_str());
        else
          changed += same ? 0 : 1;
      }
    }
    QVERIFY(changed > 0);
  }

  void rowsOutsideTheTrainingRangeGetFullRates() {
    const Flights flights = test::sampleFlights();
    const std::uint32_t indexes[] = {450};
    const frame::DataFrame frame = sim::trainingFrame(flights, indexes, 0, 400);
    const LateRates full(flights, 0, 400);
    QVERIFY(near(frame.find("origin_late_rate")->doubles()[0], full.origin(flights[450].origin)));
    QVERIFY(near(frame.find("route_late_rate")->doubles()[0],
                 full.route(flights[450].origin, flights[450].destination)));
  }

  void tablesHoldARowForEachKeyThatWasSeen() {
    const Flights flights = tenAndTwo();
    const LateRates rates(flights, 0, flights.size());
    const auto tables = rates.tables();
    QStringList names;
    for (const sim::FeatureTable& table : tables) names << QString::fromStdString(table.schema.table);
    QCOMPARE(names, (QStringList{"route_stats", "origin_stats", "destination_stats", "origin_hour_stats"}));
    for (const sim::FeatureTable& table : tables) QCOMPARE(table.rows.rows(), std::size_t{2});
    QCOMPARE(tables[0].schema.key, (std::vector<std::string>{"origin", "destination"}));
    QCOMPARE(std::string(tables[0].rows.find("origin")->strings()[1]), std::string("SFO"));
    QVERIFY(near(tables[0].rows.find("route_late_rate")->doubles()[0], rates.route(0, 1)));
    QCOMPARE(tables[3].rows.find("hour")->int64s()[1], std::int64_t{9});
  }
};

QTEST_GUILESS_MAIN(TstLateRates)
#include "tst_late_rates.moc"
