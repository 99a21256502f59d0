#include <thread>

#include "core/features/cached_store.h"

#include "store_fixtures.h"

using namespace aerie;
using namespace aerie::features;
using namespace aerie::testing;

class TstCachedStore : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init() { make({}); }

  void secondReadDoesNotReachTheStore() {
    VERIFY_OK(cached_->multiGet("route_stats", routeKeys()).status());
    const auto rows = cached_->multiGet("route_stats", routeKeys());
    VERIFY_OK(rows.status());
    QVERIFY(!(*rows)[0]->empty());
    QCOMPARE(store_->multi_gets, 1);
    QCOMPARE(cached_->counters().hits, std::uint64_t{3});
    QCOMPARE(cached_->counters().misses, std::uint64_t{3});
  }

  void onlyMissingKeysAreRead() {
    VERIFY_OK(cached_->multiGet("route_stats", std::vector<std::string>{routeKeys()[1]}).status());
    const auto rows = cached_->multiGet("route_stats", routeKeys());
    VERIFY_OK(rows.status());
    QCOMPARE(store_->last_keys, (std::vector<std::string>{routeKeys()[0], routeKeys()[2]}));
    const auto direct = store_->multiGet("route_stats", routeKeys());
    for (std::size_t i = 0; i < 3; ++i) QCOMPARE(*(*rows)[i], *(*direct)[i]);
  }

  void entriesLiveForTheirTtl() {
    VERIFY_OK(cached_->multiGet("route_stats", routeKeys()).status());
    clock_.advance(std::chrono::seconds(59));
    VERIFY_OK(cached_->multiGet("route_stats", routeKeys()).status());
    QCOMPARE(store_->multi_gets, 1);
    clock_.advance(std::chrono::seconds(1));
    VERIFY_OK(cached_->multiGet("route_stats", routeKeys()).status());
    QCOMPARE(store_->multi_gets, 2);
  }

  void absentKeysAreRememberedForTheirOwnTtl() {
    const std::vector<std::string> nobody = {"nobody"};
    QVERIFY((*cached_->multiGet("route_stats", nobody))[0]->empty());
    QVERIFY((*cached_->multiGet("route_stats", nobody))[0]->empty());
    QCOMPARE(store_->multi_gets, 1);
    clock_.advance(std::chrono::seconds(5));
    QVERIFY((*cached_->multiGet("route_stats", nobody))[0]->empty());
    QCOMPARE(store_->multi_gets, 2);
  }

  void tablesDoNotMix() {
    VERIFY_OK(cached_->multiGet("route_stats", routeKeys()).status());
    QVERIFY((*cached_->multiGet("other", routeKeys()))[0]->empty());
  }

  void entriesAreBounded() {
    CacheOptions options;
    options.max_entries = 10;
    options.shards = 1;
    make(options);
    for (int i = 0; i < 100; ++i) {
      VERIFY_OK(cached_->multiGet("route_stats", std::vector<std::string>{std::to_string(i)}).status());
    }
    QCOMPARE(cached_->counters().entries, std::uint64_t{10});
    QCOMPARE(cached_->counters().evictions, std::uint64_t{90});
  }

  void theLeastRecentlyUsedGoesFirst() {
    CacheOptions options;
    options.max_entries = 2;
    options.shards = 1;
    make(options);
    const auto get = [&](const std::string& key) {
      VERIFY_OK(cached_->multiGet("route_stats", std::vector<std::string>{key}).status());
    };
    get("a");
    get("b");
    get("a");
    get("c");  // b goes
    store_->multi_gets = 0;
    get("a");
    QCOMPARE(store_->multi_gets, 0);
    get("b");
    QCOMPARE(store_->multi_gets, 1);
  }

  void bytesAreBounded() {
    CacheOptions options;
    options.max_bytes = 2'000;
    options.shards = 1;
    make(options);
    for (int i = 0; i < 100; ++i) {
      VERIFY_OK(cached_->multiGet("route_stats", std::vector<std::string>{std::to_string(i)}).status());
    }
    QVERIFY(cached_->counters().bytes <= 2'000);
    QVERIFY(cached_->counters().entries > 1);
  }

  void aPutShowsAtOnce() {
    VERIFY_OK(cached_->multiGet("route_stats", routeKeys()).status());
    std::vector<frame::Column> columns = routeFrame().columns();
    columns[2] = frame::Column::ofDoubles("late_rate", {0.9, 0.9, 0.9});
    VERIFY_OK(cached_->put(routeSchema(), *frame::DataFrame::create(columns)));
    const auto rows = cached_->multiGet("route_stats", routeKeys());
    const std::size_t column[] = {0};
    QCOMPARE((*decodeRows(routeSchema(), column, *rows))[0].doubles()[0], 0.9);
  }

  void failuresAreNotCachedAndCoveredReadsSucceed() {
    VERIFY_OK(cached_->multiGet("route_stats", std::vector<std::string>{routeKeys()[0]}).status());
    store_->fail(unavailable("down"));
    VERIFY_OK(cached_->multiGet("route_stats", std::vector<std::string>{routeKeys()[0]}).status());
    QVERIFY(absl::IsUnavailable(cached_->multiGet("route_stats", routeKeys()).status()));
    store_->fail(absl::OkStatus());
    QVERIFY(!(*cached_->multiGet("route_stats", routeKeys()))[1]->empty());
  }

  void threadsReadWhileOneWrites() {
    CacheOptions options;
    options.max_entries = 2;  // constant eviction
    options.shards = 2;
    make(options);
    std::atomic<int> failures{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
      threads.emplace_back([&] {
        for (int i = 0; i < 500; ++i) {
          const auto rows = cached_->multiGet("route_stats", routeKeys());
          if (!rows.ok() || (*rows)[0]->empty()) ++failures;
        }
      });
    }
    for (int i = 0; i < 100; ++i) VERIFY_OK(cached_->put(routeSchema(), routeFrame()));
    for (std::thread& thread : threads) thread.join();
    QCOMPARE(failures.load(), 0);
  }

 private:
  void make(CacheOptions options) {
    auto store = std::make_unique<MemoryStore>();
    store_ = store.get();
    VERIFY_OK(store_->put(routeSchema(), routeFrame()));
    cached_ = std::make_unique<CachedFeatureStore>(std::move(store), options, clock_);
  }
  ManualClock clock_;
  MemoryStore* store_ = nullptr;
  std::unique_ptr<CachedFeatureStore> cached_;
};

QTEST_GUILESS_MAIN(TstCachedStore)
#include "tst_cached_store.moc"
