#include <QtTest>
#include <set>

#include "core/base/status.h"
#include "core/reconcile/reconciler.h"

using namespace aerie;
using namespace aerie::reconcile;
using namespace std::chrono_literals;

namespace {

// A hand-cranked reconciler that records its calls.
struct Bench {
  explicit Bench(std::function<absl::StatusOr<Result>(const std::string&)> handler = {},
                 ReconcilerOptions options = {}) {
    options.clock = &clock;
    options.workers = 0;
    options.backoff.jitter = 0;
    auto made = Reconciler::create(std::move(options), [this, handler](const std::string& key) {
      calls.push_back(key);
      return handler ? handler(key) : absl::StatusOr<Result>(Result{});
    });
    reconciler = std::move(made).value();
  }
  int crank() {
    int steps = 0;
    while (reconciler->step()) ++steps;
    return steps;
  }
  ManualClock clock;
  std::vector<std::string> calls;
  std::unique_ptr<Reconciler> reconciler;
};

}  // namespace

class TstReconciler final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void refusesMissingCollaborators() {
    ManualClock clock;
    QVERIFY(absl::IsInvalidArgument(
        Reconciler::create({}, [](const std::string&) { return Result{}; }).status()));
    ReconcilerOptions options;
    options.clock = &clock;
    QVERIFY(absl::IsInvalidArgument(Reconciler::create(options, nullptr).status()));
  }

  void duplicateTouchesCollapse() {
    Bench bench;
    for (int i = 0; i < 5; ++i) bench.reconciler->touch("a");
    bench.reconciler->touch("b");
    QCOMPARE(bench.crank(), 2);
    QCOMPARE(bench.calls, (std::vector<std::string>{"a", "b"}));
    QCOMPARE(bench.reconciler->pending(), std::size_t(0));
  }

  void touchWhileRunningRunsOnceMore() {
    Bench* self = nullptr;
    int left = 2;
    Bench bench([&](const std::string& key) -> absl::StatusOr<Result> {
      if (left-- > 0) self->reconciler->touch(key);
      return Result{};
    });
    self = &bench;
    bench.reconciler->touch("a");
    QCOMPARE(bench.crank(), 3);
  }

  void failureBacksOffAndSuccessResets() {
    int failures = 3;
    Bench bench([&](const std::string&) -> absl::StatusOr<Result> {
      if (failures-- > 0) return unavailable("not yet");
      return Result{};
    });
    bench.reconciler->touch("a");
    QCOMPARE(bench.crank(), 1);
    QCOMPARE(*bench.reconciler->untilNext(), Duration(200ms));
    bench.clock.advance(199ms);
    QCOMPARE(bench.crank(), 0);
    bench.clock.advance(1ms);
    QCOMPARE(bench.crank(), 1);
    QCOMPARE(*bench.reconciler->untilNext(), Duration(400ms));
    bench.clock.advance(400ms);
    QCOMPARE(bench.crank(), 1);
    QCOMPARE(*bench.reconciler->untilNext(), Duration(800ms));
    bench.clock.advance(800ms);
    QCOMPARE(bench.crank(), 1);
    QVERIFY(!bench.reconciler->untilNext().has_value());
    failures = 1;
    bench.reconciler->touch("a");
    QCOMPARE(bench.crank(), 1);
    QCOMPARE(*bench.reconciler->untilNext(), Duration(200ms));
  }

  void touchEndsBackOffEarly() {
    bool fail = true;
    Bench bench([&](const std::string&) -> absl::StatusOr<Result> {
      if (fail) return unavailable("not yet");
      return Result{};
    });
    bench.reconciler->touch("a");
    bench.crank();
    fail = false;
    bench.reconciler->touch("a");
    QCOMPARE(bench.crank(), 1);
    QCOMPARE(bench.reconciler->pending(), std::size_t(0));
  }

  void requeueAfterIsHonoured() {
    Bench bench([](const std::string&) -> absl::StatusOr<Result> { return Result{5s}; });
    bench.reconciler->touch("a");
    QCOMPARE(bench.crank(), 1);
    bench.clock.advance(4999ms);
    QCOMPARE(bench.crank(), 0);
    bench.clock.advance(1ms);
    QCOMPARE(bench.crank(), 1);
  }

  void earlierTouchWinsOverLaterOne() {
    Bench bench;
    bench.reconciler->touchAfter("a", 10s);
    bench.reconciler->touchAfter("a", 2s);
    bench.reconciler->touchAfter("a", 30s);
    bench.clock.advance(2s);
    QCOMPARE(bench.crank(), 1);
    bench.clock.advance(60s);
    QCOMPARE(bench.crank(), 0);
  }

  void resyncTouchesEveryListedKey() {
    ReconcilerOptions options;
    options.resync = 60s;
    options.list = [] { return std::vector<std::string>{"x", "y"}; };
    Bench bench({}, options);
    QCOMPARE(bench.crank(), 0);
    bench.clock.advance(60s);
    QCOMPARE(bench.crank(), 2);
    bench.clock.advance(59s);
    QCOMPARE(bench.crank(), 0);
    bench.clock.advance(1s);
    QCOMPARE(bench.crank(), 2);
  }

  void stoppedReconcilerIgnoresTouches() {
    Bench bench;
    bench.reconciler->stop();
    bench.reconciler->touch("a");
    QCOMPARE(bench.crank(), 0);
  }

  void observerSeesKeyAndStatus() {
    std::vector<std::pair<std::string, absl::StatusCode>> seen;
    ReconcilerOptions options;
    options.observer = [&](const std::string& key, Duration, const absl::Status& status) {
      seen.emplace_back(key, status.code());
    };
    Bench bench([](const std::string&) -> absl::StatusOr<Result> { return unavailable("no"); }, options);
    bench.reconciler->touch("a");
    bench.crank();
    QCOMPARE(seen.size(), std::size_t(1));
    QCOMPARE(seen[0].first, std::string("a"));
    QVERIFY(seen[0].second == absl::StatusCode::kUnavailable);
  }

  void backoffStaysInItsBounds_data() {
    QTest::addColumn<quint32>("failures");
    QTest::addColumn<qint64>("nominal_ms");
    QTest::newRow("no failure, no delay") << 0U << qint64(0);
    QTest::newRow("first failure") << 1U << qint64(200);
    QTest::newRow("fourth failure doubles thrice") << 4U << qint64(1600);
    QTest::newRow("many failures reach the limit") << 40U << qint64(30000);
  }
  void backoffStaysInItsBounds() {
    QFETCH(quint32, failures);
    QFETCH(qint64, nominal_ms);
    const Backoff backoff;
    QCOMPARE(backoff.nominal(failures), Duration(std::chrono::milliseconds(nominal_ms)));
    QVERIFY(backoff.delay(failures, 0.0) >= backoff.nominal(failures) * 79 / 100);
    QVERIFY(backoff.delay(failures, 0.999) <= backoff.nominal(failures) * 121 / 100);
  }

  void threadsNeverRunOneKeyTwiceAtOnce() {
    SystemClock clock;
    std::atomic<int> calls{0};
    std::atomic<bool> overlap{false};
    std::map<std::string, std::atomic<int>> inside;
    for (const char* key : {"a", "b", "c"}) inside[key] = 0;
    ReconcilerOptions options;
    options.clock = &clock;
    options.workers = 4;
    auto reconciler = Reconciler::create(options, [&](const std::string& key) -> absl::StatusOr<Result> {
      if (inside.at(key).fetch_add(1) != 0) overlap = true;
      std::this_thread::yield();
      inside.at(key).fetch_sub(1);
      calls.fetch_add(1);
      return Result{};
    });
    QVERIFY(reconciler.ok());
    std::vector<std::thread> touchers;
    for (int t = 0; t < 3; ++t) {
      touchers.emplace_back([&] {
        for (int i = 0; i < 300; ++i) {
          for (const char* key : {"a", "b", "c"}) (*reconciler)->touch(key);
        }
      });
    }
    for (std::thread& toucher : touchers) toucher.join();
    QTRY_COMPARE((*reconciler)->pending(), std::size_t(0));
    QVERIFY(!overlap);
    QVERIFY(calls >= 3);
    (*reconciler)->stop();
  }
};

QTEST_GUILESS_MAIN(TstReconciler)
#include "tst_reconciler.moc"
