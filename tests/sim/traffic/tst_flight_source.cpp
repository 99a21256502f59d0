#include <QtTest>
#include <set>

#include "core/base/crypto.h"
#include "core/frame/wire.h"
#include "sim/traffic/flight_source.h"
#include "tests/sim/sample_flights.h"

using namespace aerie;
using sim::FlightRequest;
using sim::FlightSource;

namespace {

std::string digestOf(FlightSource source, int requests) {
  Sha256 digest;
  for (int i = 0; i < requests; ++i) {
    const FlightRequest request = source.next();
    digest.update(request.message.request_id());
    for (const std::uint32_t flight : request.flights) digest.update(fmt::format("{},", flight));
  }
  return digest.hex();
}

}  // namespace

class TstFlightSource : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void theSameSeedGivesTheSameRequestsEverywhere() {
    const sim::Flights flights = test::sampleFlights();
    const sim::FlightSourceOptions options{"late", 0, flights.size(), 20, 100, 2001};
    const std::string digest = digestOf(FlightSource(flights, options), 100);
    QCOMPARE(digestOf(FlightSource(flights, options), 100), digest);
    // The sequence is part of the contract: reports of one seed are compared across machines and versions.
    QVERIFY2(digest == "da78e8340e1194492dd02346334aad621196379d6a1c8196ed35867e44df1dee", digest.c_str());
    sim::FlightSourceOptions other = options;
    other.seed = 2002;
    QVERIFY(digestOf(FlightSource(flights, other), 100) != digest);
  }

  void ownKeysAreNeverTheSameAlthoughFlightsAre() {
    const sim::Flights flights = test::sampleFlights();
    sim::FlightSourceOptions options{"late", 0, 40, 20, 30, 7};
    options.own_keys = true;
    options.position = [](std::uint64_t random) { return static_cast<std::size_t>(random % 10); };
    FlightSource source(flights, options);
    std::set<std::string> keys;
    std::size_t items = 0;
    for (int i = 0; i < 50; ++i) {
      const FlightRequest request = source.next();
      QVERIFY(request.flights.front() < 10);
      for (const v1::Column& column : request.message.feature_data_frame().columns()) {
        if (column.name() == "flight_id")
          keys.insert(column.strings().values().begin(), column.strings().values().end());
      }
      items += request.flights.size();
    }
    QCOMPARE(keys.size(), items);
  }

  void requestsAreConsecutiveFlightsWithinTheLimits() {
    const sim::Flights flights = test::sampleFlights();
    FlightSource source(flights, {"late", 100, 400, 20, 100, 7});
    std::uint32_t expected = 100;
    std::size_t smallest = 1'000, largest = 0;
    for (int i = 0; i < 500; ++i) {
      const FlightRequest request = source.next();
      smallest = std::min(smallest, request.flights.size());
      largest = std::max(largest, request.flights.size());
      for (const std::uint32_t flight : request.flights) {
        QCOMPARE(flight, expected);
        expected = expected + 1 == 400 ? 100 : expected + 1;  // the range repeats
      }
      QCOMPARE(request.message.feature_data_frame().row_count(), request.flights.size());
      QCOMPARE(request.message.model_use_case_name(), std::string("late"));
    }
    QCOMPARE(smallest, std::size_t{20});
    QCOMPARE(largest, std::size_t{100});
    QCOMPARE(source.made(), std::uint64_t{500});
  }

  void everyRequestHasItsOwnId() {
    const sim::Flights flights = test::sampleFlights();
    FlightSource source(flights, {"late", 0, 600, 1, 2, 5});
    std::set<std::string> ids;
    for (int i = 0; i < 100; ++i) ids.insert(source.next().message.request_id());
    QCOMPARE(ids.size(), std::size_t{100});
  }

  void aRangeSmallerThanARequestRepeatsWithinIt() {
    const sim::Flights flights = test::sampleFlights();
    FlightSource source(flights, {"late", 5, 7, 5, 5, 1});
    QCOMPARE(source.next().flights, (std::vector<std::uint32_t>{5, 6, 5, 6, 5}));
  }

  void theItemsAreTheFlightsOwn() {
    const sim::Flights flights = test::sampleFlights();
    FlightSource source(flights, {"late", 0, 600, 20, 20, 1});
    const FlightRequest request = source.next();
    const auto frame = frame::fromWire(request.message.feature_data_frame());
    QVERIFY(frame.ok());
    QCOMPARE(std::string(frame->find("flight_id")->strings()[3]), flights.id(request.flights[3]));
    QVERIFY(frame->find("delay") == nullptr);
  }
};

QTEST_GUILESS_MAIN(TstFlightSource)
#include "tst_flight_source.moc"
