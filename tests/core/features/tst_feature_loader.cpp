#include "core/features/feature_loader.h"
#include "core/features/location_config.h"

#include "store_fixtures.h"

using namespace aerie;
using namespace aerie::features;
using namespace aerie::testing;
using frame::Column;
using frame::DataFrame;
using frame::NullMask;

namespace {

DataFrame frameOf(std::vector<Column> columns) { return *DataFrame::create(std::move(columns)); }
const DataFrame kNone;

std::unique_ptr<FeatureLoader> loaderOf(const std::string& features, FeatureStore* store = nullptr) {
  auto config = parseFeatureLocationConfig("features:\n" + features, "test");
  if (!config.ok()) qFatal("%s", messageOf(config.status()).c_str());
  auto loader = FeatureLoader::create(*config, store);
  if (!loader.ok()) qFatal("%s", messageOf(loader.status()).c_str());
  return std::move(*loader);
}

constexpr const char* kRoute =
    "  - {name: origin, type: string, from: item}\n"
    "  - {name: destination, type: string, from: item}\n"
    "  - {name: late_rate, type: double, from: store, table: route_stats, key: [origin, destination], "
    "default: 0.125}\n"
    "  - {name: flights, type: int64, from: store, table: route_stats, key: [origin, destination], default: "
    "-1}\n";

}  // namespace

class TstFeatureLoader : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void everySourceGivesOneRowPerItem() {
    MemoryStore store;
    VERIFY_OK(store.put(routeSchema(), routeFrame()));
    const auto loader = loaderOf(std::string(kRoute) +
                                     "  - {name: hour, type: int64, from: shared}\n"
                                     "  - {name: age, type: double, from: query}\n",
                                 &store);
    const auto loaded = loader->load(frameOf({Column::ofInt64s("hour", {17})}),
                                     frameOf({Column::ofStrings("origin", {"ATL", "ORD", "ATL"}),
                                              Column::ofStrings("destination", {"JFK", "LAX", "JFK"}),
                                              Column::ofInt64s("query_index", {1, 0, 1})}),
                                     frameOf({Column::ofDoubles("age", {20, 40})}));
    VERIFY_OK(loaded.status());
    QVERIFY(loaded->failures.empty());
    const DataFrame expected =
        frameOf({Column::ofStrings("origin", {"ATL", "ORD", "ATL"}),
                 Column::ofStrings("destination", {"JFK", "LAX", "JFK"}),
                 Column::ofDoubles("late_rate", {0.25, 0.5, 0.25}), Column::ofInt64s("flights", {-1, -7, -1}),
                 Column::ofInt64s("hour", {17, 17, 17}), Column::ofDoubles("age", {40, 20, 40})});
    QVERIFY(loaded->frame == expected);
    // One multi-get for the table, each key once.
    QCOMPARE(store.multi_gets, 1);
    QCOMPARE(store.last_keys, (std::vector<std::string>{routeKeys()[0], routeKeys()[1]}));
    QCOMPARE(loaded->defaulted.size(), std::size_t{1});  // the null flights of ATL-JFK, twice
    QCOMPARE(loaded->defaulted[0].feature, std::string("flights"));
    QCOMPARE(loaded->defaulted[0].rows, std::uint64_t{2});
  }

  void oneTableWithTwoKeysIsReadOnce() {
    MemoryStore store;
    const TableSchema schema{
        "airports",
        {"code"},
        {{"from_delay", frame::DataType::kDouble, 1}, {"to_delay", frame::DataType::kDouble, 1}}};
    VERIFY_OK(store.put(
        schema, frameOf({Column::ofStrings("code", {"ATL", "JFK"}), Column::ofDoubles("from_delay", {1, 2}),
                         Column::ofDoubles("to_delay", {10, 20})})));
    const auto loader = loaderOf(
        "  - {name: o, type: string, from: item}\n  - {name: d, type: string, from: item}\n"
        "  - {name: from_delay, type: double, from: store, table: airports, key: [o]}\n"
        "  - {name: to_delay, type: double, from: store, table: airports, key: [d]}\n",
        &store);
    const auto loaded = loader->load(
        kNone, frameOf({Column::ofStrings("o", {"ATL", "JFK"}), Column::ofStrings("d", {"JFK", "ATL"})}),
        kNone);
    VERIFY_OK(loaded.status());
    QCOMPARE(store.multi_gets, 1);
    QCOMPARE(loaded->frame.find("from_delay")->doubles()[1], 2.0);
    QCOMPARE(loaded->frame.find("to_delay")->doubles()[1], 10.0);
  }

  void aMissingColumnNamesFeatureSourceAndType() {
    const auto loader = loaderOf("  - {name: distance, type: double, from: item}\n");
    const absl::Status status =
        loader->load(kNone, frameOf({Column::ofDoubles("dist", {1})}), kNone).status();
    QVERIFY(absl::IsInvalidArgument(status));
    for (const char* part : {"'distance'", "double", "feature_data_frame", "dist"})
      VERIFY_MESSAGE(status, part);
  }

  void aMissingColumnTakesItsDefault() {
    const auto loader = loaderOf(
        "  - {name: a, type: float, from: item, default: 1.5}\n"
        "  - {name: s, type: string, from: shared, default: none}\n"
        "  - {name: v, type: float_vector, dimension: 2, from: query, default: 3}\n");
    const auto loaded = loader->load(kNone, DataFrame::empty(2), kNone);
    VERIFY_OK(loaded.status());
    QVERIFY(loaded->frame ==
            frameOf({Column::ofFloats("a", {1.5F, 1.5F}), Column::ofStrings("s", {"none", "none"}),
                     Column::ofFloatVectors("v", 2, {3, 3, 3, 3})}));
    QCOMPARE(loaded->defaulted.size(), std::size_t{3});
  }

  void nullsWithoutDefaultFailTheirRowsOnly() {
    const auto loader = loaderOf(
        "  - {name: a, type: double, from: item}\n  - {name: b, type: int64, from: item, default: 9}\n");
    const auto loaded =
        loader->load(kNone,
                     frameOf({Column::ofDoubles("a", {1, 0, 3}, NullMask::fromFlags({false, true, false})),
                              Column::ofInt64s("b", {1, 2, 0}, NullMask::fromFlags({false, false, true}))}),
                     kNone);
    VERIFY_OK(loaded.status());
    QCOMPARE(loaded->failures.size(), std::size_t{1});
    QCOMPARE(loaded->failures[0].row, 1U);
    VERIFY_MESSAGE(loaded->failures[0].status, "'a' is null");
    QCOMPARE(loaded->frame.find("b")->int64s()[2], std::int64_t{9});
    QCOMPARE(loaded->defaulted.at(0).rows, std::uint64_t{1});
  }

  void typesConvertWithoutLoss_data() {
    QTest::addColumn<QString>("type");
    QTest::addColumn<int>("given");
    QTest::addColumn<int>("failures");  // -1: the request is refused
    QTest::newRow("int64 to double") << "double" << 0 << 0;
    QTest::newRow("large int64 to float") << "float" << 1 << 1;
    QTest::newRow("int64 to string") << "string" << 0 << 0;
    QTest::newRow("whole doubles to int64") << "int64" << 2 << 0;
    QTest::newRow("a fraction to int64") << "int64" << 3 << 1;
    QTest::newRow("double to float") << "float" << 3 << 0;
    QTest::newRow("huge double to float") << "float" << 4 << 1;
    QTest::newRow("bool to double") << "double" << 5 << 0;
    QTest::newRow("two to bool") << "bool" << 2 << 1;
    QTest::newRow("string to double") << "double" << 6 << -1;
    QTest::newRow("double to string") << "string" << 2 << -1;
    QTest::newRow("vector to double") << "double" << 7 << -1;
    QTest::newRow("not a number to int64") << "int64" << 8 << 1;
    QTest::newRow("float to double") << "double" << 9 << 0;
  }
  void typesConvertWithoutLoss() {
    QFETCH(QString, type);
    QFETCH(int, given);
    QFETCH(int, failures);
    const Column columns[] = {
        Column::ofInt64s("x", {1, -2}),     Column::ofInt64s("x", {1, (1LL << 24) + 1}),
        Column::ofDoubles("x", {1, 2}),     Column::ofDoubles("x", {1, 2.5}),
        Column::ofDoubles("x", {1, 1e300}), Column::ofBools("x", {1, 0}),
        Column::ofStrings("x", {"1", "2"}), Column::ofFloatVectors("x", 2, {1, 2, 3, 4}),
        Column::ofDoubles("x", {1, NAN}),   Column::ofFloats("x", {1, 2.5F})};
    const auto loader = loaderOf("  - {name: x, type: " + type.toStdString() + ", from: item}\n");
    const auto loaded = loader->load(kNone, frameOf({columns[given]}), kNone);
    QCOMPARE(loaded.ok(), failures >= 0);
    if (!loaded.ok()) {
      VERIFY_MESSAGE(loaded.status(), "'x'");
      return;
    }
    QCOMPARE(static_cast<int>(loaded->failures.size()), failures);
    QCOMPARE(loaded->frame.find("x")->type(), *frame::dataTypeFromName(type.toStdString()));
    QCOMPARE(loaded->frame.find("x")->textAt(0), std::string(type == "bool" ? "true" : "1"));
  }

  void vectorsOfAnotherDimensionAreRefused() {
    const auto loader = loaderOf("  - {name: v, type: float_vector, dimension: 3, from: item}\n");
    const auto loaded = loader->load(kNone, frameOf({Column::ofFloatVectors("v", 2, {1, 2})}), kNone);
    VERIFY_MESSAGE(loaded.status(), "dimension 2 instead of 3");
  }

  void badQueryIndexesFailTheirRows() {
    const auto loader = loaderOf("  - {name: q, type: double, from: query}\n");
    const auto loaded =
        loader->load(kNone,
                     frameOf({Column::ofInt64s("query_index", {0, 2, -1, 1, 0},
                                               NullMask::fromFlags({false, false, false, false, true}))}),
                     frameOf({Column::ofDoubles("q", {10, 20})}));
    VERIFY_OK(loaded.status());
    QCOMPARE(loaded->failures.size(), std::size_t{3});
    QCOMPARE(loaded->failures[0].row, 1U);
    VERIFY_MESSAGE(loaded->failures[0].status, "outside query_data_frame");
    QCOMPARE(loaded->frame.find("q")->doubles()[3], 20.0);
  }

  void severalQueriesNeedAnIndex() {
    const auto loader = loaderOf("  - {name: q, type: double, from: query}\n");
    const DataFrame two = frameOf({Column::ofDoubles("q", {10, 20})});
    VERIFY_MESSAGE(loader->load(kNone, DataFrame::empty(2), two).status(), "query_index");
    VERIFY_MESSAGE(loader->load(kNone, frameOf({Column::ofDoubles("query_index", {0})}), two).status(),
                   "must be int64");
    const auto one = loader->load(kNone, DataFrame::empty(2), two.slice(1, 1));
    VERIFY_OK(one.status());
    QCOMPARE(one->frame.find("q")->doubles()[1], 20.0);
  }

  void rowsThatAreNotStoredFailWithoutDefault() {
    MemoryStore store;
    VERIFY_OK(store.put(routeSchema(), routeFrame()));
    const auto loader = loaderOf(
        "  - {name: origin, type: string, from: item}\n  - {name: destination, type: string, from: shared}\n"
        "  - {name: speed, type: double, from: store, table: route_stats, key: [origin, destination]}\n",
        &store);
    const auto loaded = loader->load(
        frameOf({Column::ofStrings("destination", {"JFK"})}),
        frameOf({Column::ofStrings("origin", {"ATL", "XXX", ""}, NullMask::fromFlags({false, false, true}))}),
        kNone);
    VERIFY_OK(loaded.status());
    QCOMPARE(loaded->failures.size(), std::size_t{2});
    QVERIFY(absl::IsNotFound(loaded->failures[0].status));
    VERIFY_MESSAGE(loaded->failures[0].status, "XXX JFK");
    VERIFY_MESSAGE(loaded->failures[1].status, "'origin' is null");
    QCOMPARE(loaded->frame.find("speed")->doubles()[0], 1.5);  // stored as float
    QCOMPARE(store.last_keys.size(), std::size_t{2});          // nothing is asked for the row that failed
  }

  void anUnavailableStoreMeansDefaultsOrFailedRows() {
    MemoryStore store;
    store.fail(unavailable("it is down"));
    const auto loader = loaderOf(
        std::string(kRoute) + "  - {name: hub, type: bool, from: store, table: other, key: [origin]}\n",
        &store);
    const auto loaded = loader->load(kNone, routeFrame(), kNone);
    VERIFY_OK(loaded.status());
    QVERIFY(loaded->store_unavailable);
    VERIFY_MESSAGE(loaded->store_status, "it is down");
    QCOMPARE(loaded->frame.find("late_rate")->doubles()[2], 0.125);
    QCOMPARE(loaded->failures.size(), std::size_t{3});  // hub has no default
    QVERIFY(absl::IsUnavailable(loaded->failures[0].status));
    QCOMPARE(loaded->defaulted.size(), std::size_t{2});
  }

  void damagedRowsCountAsUnavailable() {
    MemoryStore store;
    VERIFY_OK(store.put(routeSchema(), routeFrame()));
    store.damage("route_stats/" + routeKeys()[0], "\x01nonsense");
    const auto loader = loaderOf(kRoute, &store);
    auto loaded = loader->load(kNone, routeFrame(), kNone);
    VERIFY_OK(loaded.status());
    QVERIFY(absl::IsDataLoss(loaded->store_status));
    QCOMPARE(loaded->frame.find("late_rate")->doubles()[1], 0.125);
    VERIFY_OK(store.put(routeSchema(), routeFrame()));
    loaded = loader->load(kNone, routeFrame(), kNone);
    QVERIFY(!loaded->store_unavailable);
  }

  void tablesAreCheckedWhenTheLoaderIsMade() {
    MemoryStore store;
    const auto config = parseFeatureLocationConfig(std::string("features:\n") + kRoute, "test");
    absl::Status status = FeatureLoader::create(*config, &store).status();
    QVERIFY(absl::IsFailedPrecondition(status));
    VERIFY_MESSAGE(status, "route_stats");
    TableSchema schema = routeSchema();
    schema.columns.erase(schema.columns.begin() + 2);
    VERIFY_OK(store.put(schema, routeFrame()));
    status = FeatureLoader::create(*config, &store).status();
    VERIFY_MESSAGE(status, "'flights' is not a column");
    TableSchema narrow = routeSchema();
    narrow.key = {"origin"};
    VERIFY_OK(store.put(narrow, routeFrame()));
    VERIFY_MESSAGE(FeatureLoader::create(*config, &store).status(), "2 key parts");
  }

  void givenStoredFeaturesStandInForTheStore() {
    const auto loader = loaderOf(kRoute);  // no store at all
    const DataFrame stored =
        frameOf({Column::ofDoubles("late_rate", {1, 2, 3}), Column::ofInt64s("flights", {4, 5, 6})});
    const auto loaded = loader->load(kNone, routeFrame(), kNone, &stored);
    VERIFY_OK(loaded.status());
    QCOMPARE(loaded->frame.find("flights")->int64s()[2], std::int64_t{6});
    QVERIFY(absl::IsFailedPrecondition(loader->load(kNone, routeFrame(), kNone).status()));
    QVERIFY(!loader->load(kNone, routeFrame().slice(0, 2), kNone, &stored).ok());
  }

  void noItemsGiveAnEmptyFrame() {
    MemoryStore store;
    VERIFY_OK(store.put(routeSchema(), routeFrame()));
    const auto loader =
        loaderOf(std::string(kRoute) + "  - {name: hour, type: int64, from: shared}\n", &store);
    const auto loaded =
        loader->load(frameOf({Column::ofInt64s("hour", {17})}), routeFrame().slice(0, 0), kNone);
    VERIFY_OK(loaded.status());
    QCOMPARE(loaded->frame.rows(), std::size_t{0});
    QCOMPARE(loaded->frame.columns().size(), std::size_t{5});
  }

  void sharedMustBeOneRow() {
    const auto loader = loaderOf("  - {name: hour, type: int64, from: shared}\n");
    VERIFY_MESSAGE(
        loader->load(frameOf({Column::ofInt64s("hour", {1, 2})}), DataFrame::empty(1), kNone).status(),
        "2 rows");
  }
};

QTEST_GUILESS_MAIN(TstFeatureLoader)
#include "tst_feature_loader.moc"
