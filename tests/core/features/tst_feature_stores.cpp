#include <thread>

#include "core/base/files.h"
#include "core/features/sqlite_store.h"

#include "store_fixtures.h"

using namespace aerie;
using namespace aerie::features;
using namespace aerie::testing;

class TstFeatureStores : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init() {
    auto dir = TempDir::create();
    VERIFY_OK(dir.status());
    dir_ = std::make_unique<TempDir>(std::move(*dir));
  }

  void sqliteKeepsTheContract() {
    auto store = openSqliteFeatureStore(dir_->path() / "features.db");
    VERIFY_OK(store.status());
    checkStoreContract(**store);
    QVERIFY(absl::IsNotFound((*store)->multiGet("unknown", routeKeys()).status()));
  }

  void sqliteKeepsItsTablesWhenOpenedAgain() {
    VERIFY_OK((*openSqliteFeatureStore(dir_->path() / "features.db"))->put(routeSchema(), routeFrame()));
    auto store = openFeatureStore("sqlite:" + (dir_->path() / "features.db").string());
    VERIFY_OK(store.status());
    const auto rows = (*store)->multiGet("route_stats", routeKeys());
    VERIFY_OK(rows.status());
    for (const PackedRow& row : *rows) QVERIFY(!row->empty());
  }

  void sqliteAnswersAnyNumberOfKeys() {
    auto store = openSqliteFeatureStore(dir_->path() / "features.db");
    const TableSchema schema{"numbers", {"id"}, {{"v", frame::DataType::kInt64, 1}}};
    constexpr std::int64_t kRows = 40'000;  // more than one IN list
    std::vector<std::int64_t> ids(kRows);
    std::iota(ids.begin(), ids.end(), 0);
    VERIFY_OK((*store)->put(schema, *frame::DataFrame::create({frame::Column::ofInt64s("id", ids),
                                                               frame::Column::ofInt64s("v", ids)})));
    for (const std::size_t count : {std::size_t{1}, std::size_t{2}, std::size_t{8}, std::size_t{9},
                                    std::size_t{600}, static_cast<std::size_t>(kRows)}) {
      std::vector<std::string> keys;
      for (std::size_t i = 0; i < count; ++i) keys.push_back(std::to_string(count - 1 - i));
      const auto rows = (*store)->multiGet("numbers", keys);
      VERIFY_OK(rows.status());
      const std::size_t column[] = {0};
      const auto decoded = decodeRows(schema, column, *rows);
      VERIFY_OK(decoded.status());
      QVERIFY(!(*decoded)[0].hasNulls());
      for (std::size_t i = 0; i < count; ++i)
        QCOMPARE((*decoded)[0].int64s()[i], static_cast<std::int64_t>(count - 1 - i));
    }
  }

  void aPutThatFailsChangesNothing() {
    auto store = openSqliteFeatureStore(dir_->path() / "features.db");
    frame::DataFrame bad = routeFrame();
    std::vector<frame::Column> columns = bad.columns();
    columns[1] = frame::Column::ofStrings("destination", {"JFK", "LAX", ""},
                                          frame::NullMask::fromFlags({false, false, true}));
    QVERIFY(!(*store)->put(routeSchema(), *frame::DataFrame::create(columns)).ok());
    QVERIFY(absl::IsNotFound((*store)->schema("route_stats").status()));
  }

  void readersAndAWriterWorkAtOnce() {
    auto store = openSqliteFeatureStore(dir_->path() / "features.db");
    VERIFY_OK((*store)->put(routeSchema(), routeFrame()));
    std::atomic<int> failures{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 12; ++t) {
      threads.emplace_back([&] {
        for (int i = 0; i < 50; ++i) {
          const auto rows = (*store)->multiGet("route_stats", routeKeys());
          if (!rows.ok() || (*rows)[0]->empty()) ++failures;
        }
      });
    }
    for (int i = 0; i < 20; ++i) VERIFY_OK((*store)->put(routeSchema(), routeFrame()));
    for (std::thread& thread : threads) thread.join();
    QCOMPARE(failures.load(), 0);
  }

  void unknownAddressesAreRefused_data() {
    QTest::addColumn<QString>("url");
    QTest::newRow("unknown scheme") << "mysql://x";
    QTest::newRow("no file") << "sqlite:";
    QTest::newRow("bad port") << "redis://host:99999";
    QTest::newRow("bad database") << "redis://host:1/x";
    QTest::newRow("no host") << "redis://:1";
    QTest::newRow("password in the address") << "redis://user:secret@host:1";
    QTest::newRow("relative socket") << "unix://run/r.sock";
    QTest::newRow("unknown parameter") << "unix:///run/r.sock?database=1";
  }
  void unknownAddressesAreRefused() {
    QFETCH(QString, url);
    const absl::Status status = openFeatureStore(url.toStdString()).status();
    QVERIFY(absl::IsInvalidArgument(status));
    QVERIFY(messageOf(status).find("secret") == std::string::npos);
  }

 private:
  std::unique_ptr<TempDir> dir_;
};

QTEST_GUILESS_MAIN(TstFeatureStores)
#include "tst_feature_stores.moc"
