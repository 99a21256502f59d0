#include <sstream>

#include "core/features/bulk_load.h"

#include "store_fixtures.h"

using namespace aerie;
using namespace aerie::features;
using namespace aerie::testing;

namespace {
BulkLoadOptions routes() {
  BulkLoadOptions options;
  options.table = "routes";
  options.key = {"origin", "destination"};
  options.batch_rows = 2;
  return options;
}
}  // namespace

class TstBulkLoad : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void rowsAreStoredInBatchesWithProgress() {
    const std::string csv = "origin,destination,rate,flights\nATL,JFK,0.5,10\nORD,LAX,,20\nDEN,SFO,0.25,30\n";
    std::istringstream in(csv);
    MemoryStore store;
    BulkLoadOptions options = routes();
    std::vector<std::uint64_t> seen;
    options.progress = [&](const BulkLoadProgress& progress) {
      seen.push_back(progress.rows);
      return true;
    };
    const auto loaded = bulkLoadCsv(in, "routes.csv", store, options);
    VERIFY_OK(loaded.status());
    QCOMPARE(loaded->rows, std::uint64_t{3});
    QCOMPARE(loaded->bytes, static_cast<std::uint64_t>(csv.size()));
    QCOMPARE(seen, (std::vector<std::uint64_t>{2, 3}));
    const auto schema = store.schema("routes");
    VERIFY_OK(schema.status());
    QCOMPARE(schema->columns.size(), std::size_t{2});
    QCOMPARE(schema->columns[0].type, frame::DataType::kDouble);
    QCOMPARE(schema->columns[1].type, frame::DataType::kInt64);
    const auto rows = store.multiGet("routes", std::vector<std::string>{"ORD\x1fLAX", "DEN\x1fSFO"});
    const std::size_t column[] = {0, 1};
    const auto decoded = decodeRows(*schema, column, *rows);
    QVERIFY((*decoded)[0].isNull(0));
    QCOMPARE((*decoded)[1].int64s()[1], std::int64_t{30});
  }

  void aTableThatIsThereDecidesTheTypes() {
    MemoryStore store;
    std::istringstream first("origin,destination,rate\nATL,JFK,0.5\n");
    VERIFY_OK(bulkLoadCsv(first, "a.csv", store, routes()).status());
    std::istringstream second("origin,destination,rate\nORD,LAX,1\n");  // whole numbers only
    VERIFY_OK(bulkLoadCsv(second, "b.csv", store, routes()).status());
    QCOMPARE(store.schema("routes")->columns[0].type, frame::DataType::kDouble);
  }

  void chosenColumnsOnly() {
    MemoryStore store;
    std::istringstream in("origin,destination,rate,note\nATL,JFK,0.5,x\n");
    BulkLoadOptions options = routes();
    options.columns = {"rate"};
    VERIFY_OK(bulkLoadCsv(in, "a.csv", store, options).status());
    QCOMPARE(store.schema("routes")->columns.size(), std::size_t{1});
  }

  void progressCanStopTheLoad() {
    MemoryStore store;
    std::istringstream in("origin,destination,rate\nA,B,1\nC,D,2\nE,F,3\nG,H,4\n");
    BulkLoadOptions options = routes();
    options.progress = [](const BulkLoadProgress&) { return false; };
    const auto loaded = bulkLoadCsv(in, "a.csv", store, options);
    QVERIFY(absl::IsCancelled(loaded.status()));
    VERIFY_MESSAGE(loaded.status(), "after 2 rows");
  }

  void mistakesAreNamed_data() {
    QTest::addColumn<QString>("csv");
    QTest::addColumn<QString>("message");
    QTest::newRow("no key column") << "origin,rate\nATL,1\n"
                                   << "destination";
    QTest::newRow("empty key") << "origin,destination,rate\nATL,,1\n"
                               << "whole key";
    QTest::newRow("ragged line") << "origin,destination,rate\nATL,JFK\n"
                                 << "routes.csv";
    QTest::newRow("only a header") << "origin,destination,rate\n"
                                   << "no rows";
    QTest::newRow("only keys") << "origin,destination\nATL,JFK\n"
                               << "no value columns";
  }
  void mistakesAreNamed() {
    QFETCH(QString, csv);
    QFETCH(QString, message);
    MemoryStore store;
    std::istringstream in(csv.toStdString());
    const absl::Status status = bulkLoadCsv(in, "routes.csv", store, routes()).status();
    QVERIFY(absl::IsInvalidArgument(status));
    VERIFY_MESSAGE(status, message.toStdString());
    QVERIFY(absl::IsNotFound(store.schema("routes").status()));
  }
};

QTEST_GUILESS_MAIN(TstBulkLoad)
#include "tst_bulk_load.moc"
