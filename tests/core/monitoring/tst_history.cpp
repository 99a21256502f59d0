// The history and the metrics made from it.
#include <QtTest>
#include <cmath>

#include "core/base/files.h"
#include "core/base/status.h"
#include "core/monitoring/measures.h"

using namespace aerie;
using namespace aerie::monitoring;

namespace {

constexpr std::int64_t kStart = 1'700'000'040'000;  // a multiple of a minute
constexpr std::int64_t kSecond = 1'000, kMinute = 60'000, kHour = 3'600'000;

Labels worker(const char* replica) { return {{"endpoint", "e"}, {"replica", replica}}; }

Reading rows(const char* replica, double n) { return {series::kRows, worker(replica), {}, {n, 1, {}}}; }

double sumOf(const std::vector<Track>& tracks) {
  double sum = 0;
  for (const Track& t : tracks) {
    for (const Cell& c : t.cells) sum += c.sum;
  }
  return sum;
}

}  // namespace

class TstHistory : public QObject {
  Q_OBJECT
  std::optional<TempDir> dir_;
  std::optional<storage::Database> database_;
  std::unique_ptr<History> history_;

  void open(History::Options options = {}) {
    history_.reset();
    database_.reset();
    const storage::MigrationSet sets[] = {{"monitoring", kMonitoringMigrations}};
    auto database = storage::Database::open(dir_->path() / "history.db", sets, {.durable = false});
    QVERIFY2(database.ok(), messageOf(database.status()).c_str());
    database_.emplace(*std::move(database));
    auto history = History::open(*database_, options);
    QVERIFY2(history.ok(), messageOf(history.status()).c_str());
    history_ = *std::move(history);
  }
  void add(std::int64_t ms, std::vector<Reading> readings) {
    const absl::Status status = history_->add(ms, readings);
    QVERIFY2(status.ok(), messageOf(status).c_str());
  }
  std::vector<Line> ask(const Selector& selector, const Window& window) {
    const auto lines = measure(*history_, selector, window);
    return lines.ok() ? *lines : std::vector<Line>{};
  }

 private Q_SLOTS:
  void init() {
    dir_.emplace(TempDir::create("history").value());
    open();
  }
  void cleanup() {
    history_.reset();
    database_.reset();
    dir_.reset();
  }

  void everyResolutionHasTheSameTotal_data() {
    QTest::addColumn<qint64>("span");
    QTest::addColumn<qint64>("level");
    QTest::newRow("the last minutes, in seconds") << qint64(10 * kMinute) << qint64(History::kRaw);
    QTest::newRow("hours, in tens of seconds") << qint64(5 * kHour) << qint64(History::kFine);
    QTest::newRow("days, in minutes") << qint64(48 * kHour) << qint64(History::kCoarse);
  }
  void everyResolutionHasTheSameTotal() {
    QFETCH(qint64, span);
    QFETCH(qint64, level);
    // Five hours of a reading every five seconds, and an older one to make the days reach back.
    add(kStart - 40 * kHour, {rows("e-0", 0)});
    const std::int64_t end = kStart + 5 * kHour;
    double expected = 0;
    for (std::int64_t at = kStart; at < end; at += 5 * kSecond) {
      const double n = static_cast<double>(at / 5'000 % 7);
      add(at, {rows("e-0", n)});
      if (at >= end - span) expected += n;
    }
    const Window window = history_->window(end - span, end, 5'000);
    QCOMPARE(qint64(window.level_ms), level);
    QVERIFY(window.from_ms <= end - span);
    const auto tracks = history_->read(series::kRows, {}, window);
    QVERIFY(tracks.ok());
    QCOMPARE(tracks->size(), std::size_t{1});
    QCOMPARE(sumOf(*tracks), expected);
  }

  void noMoreStepsThanAskedFor() {
    add(kStart, {rows("e-0", 1)});
    for (const std::size_t most : {1U, 7U, 300U}) {
      const Window window = history_->window(kStart - kHour, kStart + 13, most);
      QVERIFY(window.steps <= most + 1);  // one more where the beginning was moved to a whole step
      QCOMPARE(window.from_ms % window.step_ms, std::int64_t{0});
    }
  }

  void aRestartKeepsAllButTheSeconds() {
    for (int i = 0; i < 90; ++i) add(kStart + i * kSecond, {rows("e-0", 2)});
    open();  // flushes what had not ended
    for (int i = 90; i < 100; ++i) add(kStart + i * kSecond, {rows("e-0", 2)});
    const Window window = history_->window(kStart, kStart + 100 * kSecond, 300);
    QCOMPARE(window.level_ms, std::int64_t{History::kFine});
    const auto tracks = history_->read(series::kRows, {}, window);
    QCOMPARE(sumOf(*tracks), 200.0);
    QCOMPARE(tracks->front().cells.size(), std::size_t{10});
    QCOMPARE(tracks->front().cells[9].sum, 20.0);
    QCOMPARE(tracks->front().cells[9].weight, 10.0);
  }

  void anIntervalInterruptedByARestartIsAddedUp() {
    for (int i = 0; i < 5; ++i) add(kStart + i * kSecond, {rows("e-0", 1)});
    open();
    for (int i = 5; i < 25; ++i) add(kStart + i * kSecond, {rows("e-0", 1)});
    const Window fine{kStart, History::kFine, 2, History::kFine};
    const auto tracks = history_->read(series::kRows, {}, fine);
    QCOMPARE(tracks->front().cells[0].sum, 10.0);
    QCOMPARE(tracks->front().cells[1].sum, 10.0);
  }

  void whatIsTooOldIsForgotten() {
    History::Options options;
    options.raw_keep_ms = kMinute;
    options.fine_keep_ms = 10 * kMinute;
    options.coarse_keep_ms = kHour;
    open(options);
    add(kStart, {rows("gone-0", 1)});
    for (std::int64_t at = kStart; at < kStart + 3 * kHour; at += 10 * kSecond) add(at, {rows("e-0", 1)});
    QCOMPARE(history_->seriesCount(), std::size_t{1});
    QVERIFY(history_->oldestMs() >= kStart + 2 * kHour - kMinute);
    auto count = database_->prepare("SELECT step, COUNT(*) FROM monitoring_cell GROUP BY step ORDER BY step");
    QVERIFY(count->step().value());
    QVERIFY(count->int64(1) <= 67);  // 10 minutes and what a minute adds
    QVERIFY(count->step().value());
    QVERIFY(count->int64(1) <= 62);
  }

  void aNewSeriesTakesThePlaceOfTheOneThatWasSilentLongest() {
    History::Options options;
    options.series = 2;
    open(options);
    add(kStart, {rows("a", 1), rows("b", 1)});
    add(kStart + kSecond, {rows("b", 1), rows("c", 1)});
    QCOMPARE(history_->refused(), std::uint64_t{1});  // a was alive a moment ago
    add(kStart + 2 * kMinute, {rows("b", 1), rows("c", 1)});
    QCOMPARE(history_->seriesCount(), std::size_t{2});
    const Window window = history_->window(kStart, kStart + 3 * kMinute, 300);
    QVERIFY(history_->read(series::kRows, worker("a"), window)->empty());
    QCOMPARE(history_->read(series::kRows, worker("c"), window)->size(), std::size_t{1});
  }

  void aClockThatGoesBackStandsStill() {
    add(kStart + kMinute, {rows("e-0", 1)});
    add(kStart, {rows("e-0", 1)});
    const auto tracks =
        history_->read(series::kRows, {}, history_->window(kStart, kStart + 2 * kMinute, 300));
    QCOMPARE(sumOf(*tracks), 2.0);
  }

  void ratesOfReplicasAddUp() {
    for (int i = 0; i < 10; ++i) add(kStart + i * kSecond, {rows("e-0", 5), rows("e-1", 3)});
    const Window window = history_->window(kStart, kStart + 10 * kSecond, 2);
    const auto all = ask({"item_rate", {{"endpoint", "e"}, {"replica", "e-1"}}, {}}, window);
    QCOMPARE(all.front().points, (std::vector<Point>{{kStart, 3.0}, {kStart + 5 * kSecond, 3.0}}));
    const auto split = ask({"item_rate", {}, {"replica"}}, window);
    QCOMPARE(split.size(), std::size_t{2});
    QCOMPARE(split[0].labels, (Labels{{"replica", "e-0"}}));
    const auto once = measureOnce(*history_, "batch_fill", {}, kStart, kStart + kMinute);
    QVERIFY(once.ok() && !once->has_value());
  }

  void aReplicaThatIsThereForPartOfAStepCountsForThatPart() {
    for (int i = 0; i < 10; ++i) {
      std::vector<Reading> readings = {rows("e-0", 4)};
      if (i >= 5) readings.push_back(rows("e-1", 4));
      add(kStart + i * kSecond, readings);
    }
    const auto rate = ask({"item_rate", {}, {"endpoint"}}, Window{kStart, 10 * kSecond, 1, History::kRaw});
    // The proxies know endpoints, too, and come first, but measured nothing.
    QCOMPARE(rate.front().points.front().value, 6.0);
    const Labels labels = {{"replica", "e-0"}};
    QCOMPARE(ask({"item_rate", labels, {}}, {kStart, 10 * kSecond, 1, History::kRaw})[0].points[0].value,
             4.0);
    const auto both = totals(*history_, series::kRows, {}, {}, kStart, kStart + 10 * kSecond);
    QCOMPARE(both->front().cell.sum / both->front().cell.weight, 6.0);
  }

  void aShareOfNothingIsAGapAndOneWithoutFailuresIsZero() {
    const Labels arm = {
        {"use_case", "u"}, {"experiment", "x"}, {"arm", "a"}, {"endpoint", "e"}, {"proxy", "p"}};
    for (int i = 0; i < 4; ++i)
      add(kStart + i * kSecond, {{series::kItems, arm, {}, {i < 2 ? 0.0 : 10.0, 1, {}}}});
    const Window window{kStart, kSecond, 4, History::kRaw};
    const auto share = ask({"error_share", {{"use_case", "u"}}, {}}, window);
    QCOMPARE(share.front().points, (std::vector<Point>{{kStart + 2'000, 0.0}, {kStart + 3'000, 0.0}}));
    add(kStart + 4 * kSecond,
        {{series::kItems, arm, {}, {10, 1, {}}}, {series::kFailedItems, arm, {}, {4, 1, {}}}});
    const auto later = ask({"error_share", {}, {"arm"}}, Window{kStart + 4'000, kSecond, 1, History::kRaw});
    QCOMPARE(later.front().points.front().value, 0.4);
  }

  void aQuantileOfAGroupIsThatOfAllItsObservations() {
    const std::vector<double> bounds = {0.001, 0.002, 0.1};
    // 98 quick ones at one replica, 2 slow ones at the other; the mean of their medians would be far off.
    add(kStart, {{series::kWorkerSeconds, worker("e-0"), bounds, {0.1, 1, {98, 0, 0, 0}}},
                 {series::kWorkerSeconds, worker("e-1"), bounds, {0.1, 1, {0, 0, 2, 0}}}});
    const Window window{kStart, kSecond, 1, History::kRaw};
    const double p50 = ask({"p50_ms", {{"endpoint", "e"}}, {}}, window)[0].points[0].value;
    const double p99 = ask({"p99_ms", {{"endpoint", "e"}}, {}}, window)[0].points[0].value;
    QVERIFY2(std::abs(p50 - 50.0 / 98.0) < 1e-9, fmt::format("{}", p50).c_str());
    QVERIFY2(std::abs(p99 - 51.0) < 1e-9, fmt::format("{}", p99).c_str());
  }

  void bucketsSurviveTheDisk() {
    const std::vector<double> bounds = {0.001, 1};
    add(kStart, {{series::kWorkerSeconds, worker("e-0"), bounds, {3, 1, {1, 300, 70'000}}}});
    open();
    const auto tracks =
        history_->read(series::kWorkerSeconds, {}, {kStart, History::kCoarse, 1, History::kCoarse});
    QCOMPARE(tracks->front().bounds, bounds);
    QCOMPARE(tracks->front().cells[0].buckets, (std::vector<std::uint64_t>{1, 300, 70'000}));
  }

  void anUnknownMetricIsRefusedWithTheKnownOnes() {
    const auto lines = measure(*history_, {"p98_ms", {}, {}}, {kStart, kSecond, 1, History::kRaw});
    QVERIFY(absl::IsInvalidArgument(lines.status()));
    QVERIFY(messageOf(lines.status()).find("p99_ms") != std::string::npos);
  }

  void quantilesInterpolateAndStopAtTheLastBound_data() {
    QTest::addColumn<double>("q");
    QTest::addColumn<double>("value");
    QTest::newRow("the least") << 0.0 << 0.0;
    QTest::newRow("half of the first bucket") << 0.25 << 0.5;
    QTest::newRow("its end") << 0.5 << 1.0;
    QTest::newRow("beyond all bounds") << 1.0 << 2.0;
  }
  void quantilesInterpolateAndStopAtTheLastBound() {
    QFETCH(double, q);
    QFETCH(double, value);
    const std::vector<double> bounds = {1, 2};
    const std::vector<std::uint64_t> buckets = {2, 0, 2};
    QCOMPARE(quantileOf(bounds, buckets, q).value(), value);
    QVERIFY(!quantileOf(bounds, std::vector<std::uint64_t>{0, 0, 0}, q).has_value());
    QVERIFY(!quantileOf(bounds, std::vector<std::uint64_t>{1}, q).has_value());
  }

  void brokenBucketsAreEmptyNotOutOfBounds() {
    QVERIFY(decodeBuckets(std::string(20, '\xff')).empty());
    QVERIFY(decodeBuckets("\x80").empty());
    const std::vector<std::uint64_t> large = {0, 127, 128, ~std::uint64_t{0}};
    QCOMPARE(decodeBuckets(encodeBuckets(large)), large);
  }
};

QTEST_GUILESS_MAIN(TstHistory)
#include "tst_history.moc"
