// Utilisation: means that stay right at every resolution, what was wasted, advice, timelines that shrink.
#include <QtTest>

#include "core/base/files.h"
#include "core/training/training_schema.h"
#include "core/training/utilisation_store.h"
#include "tests/status_checks.h"

using namespace aerie;
using namespace aerie::training;

namespace {

storage::Database open(const std::string& path) {
  const storage::MigrationSet sets[] = {{"training", kTrainingMigrations}};
  storage::DatabaseOptions options;
  options.durable = false;
  auto database = storage::Database::open(path, sets, options);
  if (!database.ok()) qFatal("%s", messageOf(database.status()).c_str());
  return *std::move(database);
}

Sample second(std::int64_t index, double busy) {
  Sample s;
  s.time_ms = index * 1'000;
  s.capacity = 4;
  s.slots = 3;
  s.busy = busy;
  s.running = 3;
  return s;
}

TaskUse use(double cores, std::int64_t memory_mib) {
  constexpr std::int64_t kMiB = 1LL << 20;
  return {{2'000, 1'024 * kMiB}, 10'000, static_cast<std::int64_t>(cores * 10'000), memory_mib * kMiB};
}

}  // namespace

class TstTrainingUtilisation final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void downsamplingKeepsTheMean() {
    std::vector<Sample> samples;
    for (int i = 0; i < 25; ++i) samples.push_back(second(i, i % 2 == 0 ? 1 : 3));
    const auto tens = downsample(samples, 10'000);
    QCOMPARE(tens.size(), std::size_t{3});
    QCOMPARE(tens[0].busy, 2.0);
    QCOMPARE(tens[2].weight, 5.0);
    // From tens to a minute, the weights count: the same as from seconds.
    QVERIFY(qFuzzyCompare(downsample(tens, 60'000)[0].busy, downsample(samples, 60'000)[0].busy));
  }
  void gapsStayGaps() {
    const std::vector<Sample> samples{second(0, 1), second(40, 1)};
    const auto tens = downsample(samples, 10'000);
    QCOMPARE(tens.size(), std::size_t{2});
    QCOMPARE(tens[1].time_ms, 40'000);
  }
  void summaryTellsWasteAndIdle() {
    std::vector<Sample> samples;
    for (int i = 0; i < 3'600; ++i) samples.push_back(second(i, 1));
    const UtilisationSummary s = summarise(samples);
    QVERIFY(qFuzzyCompare(s.busy_mean, 0.25));
    QVERIFY(qFuzzyCompare(s.slots_mean, 0.75));
    QVERIFY(std::abs(s.waste_core_hours - 2) < 1e-9);
    QVERIFY(std::abs(s.idle_core_hours - 1) < 1e-9);
    QCOMPARE(s.busy_p95, 0.25);
    QCOMPARE(summarise({}).busy_mean, 0.0);
  }
  void stepsCutTheTimeIntoFewEnough_data() {
    QTest::addColumn<qint64>("span");
    QTest::addColumn<int>("points");
    QTest::addColumn<qint64>("step");
    QTest::newRow("a minute") << qint64{60'000} << 300 << qint64{1'000};
    QTest::newRow("an hour") << qint64{3'600'000} << 300 << qint64{15'000};
    QTest::newRow("a month") << qint64{30LL * 86'400'000} << 300 << qint64{21'600'000};
    QTest::newRow("a year") << qint64{365LL * 86'400'000} << 100 << qint64{4LL * 86'400'000};
  }
  void stepsCutTheTimeIntoFewEnough() {
    QFETCH(qint64, span);
    QFETCH(int, points);
    QFETCH(qint64, step);
    QCOMPARE(stepFor(0, span, static_cast<std::size_t>(points)), step);
    QVERIFY(span / step <= points);
  }

  void adviceNamesWhatToAskFor() {
    const std::vector<TaskUse> uses(10, use(0.9, 300));
    const auto advice = advise(uses);
    QCOMPARE(advice.size(), std::size_t{2});
    QCOMPARE(advice[0].text, std::string("asks for 2 CPUs and uses 0.9: ask for 1"));
    QCOMPARE(advice[0].suggestion.cpu_millis, 1'000);
    QCOMPARE(advice[1].text, std::string("asks for 1 GiB and uses at most 300 MiB: ask for 384 MiB"));
  }
  void adviceIsSilentWithoutReason() {
    QVERIFY(advise(std::vector<TaskUse>(4, use(0.5, 100))).empty());                   // too few
    QVERIFY(advise(std::vector<TaskUse>(10, use(1.8, 900))).empty());                  // fits
    QCOMPARE(advise(std::vector<TaskUse>(10, use(2.0, 900))).size(), std::size_t{1});  // more may help
  }

  void timelinesShrinkAndKeepWhatHappened() {
    std::vector<Bar> bars;
    for (int i = 0; i < 10'000; ++i) {
      Bar bar;
      bar.task = static_cast<std::uint32_t>(i);
      bar.host = "a";
      bar.lane = i % 4;
      bar.started_ms = i * 100;
      bar.ended_ms = i * 100 + 350;
      bar.outcome = i % 1'000 == 7 ? Outcome::kFailed : Outcome::kSucceeded;
      bars.push_back(bar);
    }
    bars.back().ended_ms = 0;
    bars.back().outcome = Outcome::kRunning;
    const auto few = compact(bars, 500);
    QVERIFY(few.size() <= 500);
    int attempts = 0;
    int failed = 0;
    for (const Bar& bar : few) {
      attempts += bar.merged;
      failed += bar.outcome == Outcome::kFailed ? bar.merged : 0;
    }
    QCOMPARE(attempts, 10'000);
    QCOMPARE(failed, 10);
    QCOMPARE(few.back().outcome, Outcome::kRunning);
    QCOMPARE(few.front().started_ms, 0);
    QCOMPARE(compact(bars, 20'000).size(), bars.size());
  }

  void storeAnswersAtEveryResolutionAndAfterARestart() {
    const auto dir = TempDir::create();
    AERIE_VERIFY_OK(dir);
    const std::string path = (dir->path() / "t.db").string();
    {
      const storage::Database database = open(path);
      UtilisationStore store(database);
      for (int i = 0; i < 7'200; ++i) {
        AERIE_VERIFY_OK(store.add("c", "", second(i, i % 2 == 0 ? 1 : 3)));
        if (i % 60 == 0) AERIE_VERIFY_OK(store.add("c", "h1", second(i, 1)));
      }
      const auto recent = store.read("c", "", 7'100'000, 7'160'000, 300);
      AERIE_VERIFY_OK(recent);
      QCOMPARE(recent->size(), std::size_t{60});
      QCOMPARE(recent->at(1).busy, 3.0);
      const auto whole = store.read("c", "", 0, 7'200'000, 1'000);
      AERIE_VERIFY_OK(whole);
      QCOMPARE(whole->size(), std::size_t{720});
      QCOMPARE(whole->back().busy, 2.0);  // of what is not written yet
      AERIE_VERIFY_OK(store.flush());
    }
    const storage::Database database = open(path);
    UtilisationStore store(database);
    const auto whole = store.read("c", "", 0, 7'200'000, 100);
    AERIE_VERIFY_OK(whole);
    QVERIFY(whole->size() <= 100 && !whole->empty());
    for (const Sample& s : *whole) QCOMPARE(s.busy, 2.0);
    const auto hosts = store.hosts("c");
    AERIE_VERIFY_OK(hosts);
    QCOMPARE(*hosts, (std::vector<std::string>{"h1"}));
    AERIE_VERIFY_OK(store.forget(UtilisationStore::kFineKeep + 7'200'000));
    const auto coarse = store.read("c", "", 0, 7'200'000, 1'000);
    AERIE_VERIFY_OK(coarse);
    QCOMPARE(coarse->size(), std::size_t{120});
  }
  void clockThatGoesBackAddsNothing() {
    const storage::Database database = open(":memory:");
    UtilisationStore store(database);
    AERIE_VERIFY_OK(store.add("c", "", second(100, 1)));
    AERIE_VERIFY_OK(store.add("c", "", second(50, 4)));
    const auto samples = store.read("c", "", 100'000, 101'000, 10);
    AERIE_VERIFY_OK(samples);
    QCOMPARE(samples->size(), std::size_t{1});
    QCOMPARE(samples->front().busy, 1.0);
  }
};

QTEST_APPLESS_MAIN(TstTrainingUtilisation)
#include "tst_training_utilisation.moc"
