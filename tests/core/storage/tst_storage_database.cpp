#include <QtTest>
#include <latch>
#include <thread>

#include "core/base/files.h"
#include "core/base/status.h"
#include "core/storage/database.h"

using namespace aerie;
using namespace aerie::storage;
namespace fs = std::filesystem;

namespace {

constexpr std::string_view kSteps[] = {
    "CREATE TABLE host(id INTEGER PRIMARY KEY, name TEXT UNIQUE, load REAL, up INTEGER, key BLOB) STRICT;"
    "CREATE TABLE slot(host INTEGER NOT NULL REFERENCES host(id)) STRICT",
};

std::int64_t countOf(const Database& db, std::string_view table) {
  auto query = db.prepare(fmt::format("SELECT count(*) FROM {}", table)).value();
  (void)query.step().value();
  return query.int64(0);
}

}  // namespace

#define VERIFY_OK(expr)                                  \
  do {                                                   \
    const absl::Status verified_ = (expr);               \
    QVERIFY2(verified_.ok(), toText(verified_).c_str()); \
  } while (false)

class TstStorageDatabase final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    dir_ = std::make_unique<TempDir>(TempDir::create("storage").value());
    db_ = std::make_unique<Database>(Database::open(dir_->path() / "a.db", kSteps).value());
  }
  void cleanup() { db_.reset(); }

  void valuesComeBackAsTheyWereBound() {
    const std::string bytes("\0\xff\x01", 3);
    {
      auto insert = db_->prepare("INSERT INTO host VALUES(?, ?, ?, ?, ?)");
      VERIFY_OK(insert.status());
      insert->bindAll(std::uint64_t{1} << 63, "naïve host", 0.1, true).bindBlob(5, bytes);
      VERIFY_OK(insert->run());
    }
    auto query = db_->prepare("SELECT * FROM host");
    QVERIFY(query->step().value());
    QCOMPARE(static_cast<std::uint64_t>(query->int64(0)), std::uint64_t{1} << 63);
    QCOMPARE(query->string(1), std::string("naïve host"));
    QCOMPARE(query->real(2), 0.1);
    QVERIFY(query->boolean(3));
    QCOMPARE(std::string(query->blob(4)), bytes);
    QCOMPARE(query->columns(), 5);
    QCOMPARE(std::string(query->columnName(2)), std::string("load"));
    QVERIFY(!query->step().value());
  }

  void emptyTextIsNotNull() {
    VERIFY_OK(db_->run("INSERT INTO host(id, name, load) VALUES(1, ?, ?)", std::string_view(),
                       std::optional<double>())
                  .status());
    auto query = db_->prepare("SELECT name, load FROM host");
    QVERIFY(query->step().value());
    QVERIFY(!query->isNull(0));
    QVERIFY(query->isNull(1));
    QCOMPARE(query->real(1), 0.0);
    QVERIFY(query->text(1).empty());
  }

  void runAnswersTheNumberOfRowsChanged() {
    QCOMPARE(db_->run("INSERT INTO host(id) VALUES(1), (2), (3)").value(), 3);
    QCOMPARE(db_->run("DELETE FROM host WHERE id > ?", 1).value(), 2);
    QCOMPARE(db_->run("DELETE FROM host WHERE id > ?", 1).value(), 0);
  }

  void wrongBindingIsReturnedByTheNextStep() {
    auto query = db_->prepare("SELECT ?");
    query->bind(2, 7);
    QVERIFY(!query->step().ok());
    query->reset();
    query->bind(1, 7);
    QVERIFY(query->step().value());
  }

  void errorsHaveTheirCodeAndNameTheFile_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, const char* sql, absl::StatusCode code) {
      QTest::newRow(name) << QString(sql) << static_cast<int>(code);
    };
    row("taken primary key", "INSERT INTO host(id) VALUES(1)", absl::StatusCode::kAlreadyExists);
    row("taken unique value", "INSERT INTO host(name) VALUES('one')", absl::StatusCode::kAlreadyExists);
    row("foreign key without its row", "INSERT INTO slot VALUES(99)", absl::StatusCode::kFailedPrecondition);
    row("not null", "INSERT INTO slot VALUES(NULL)", absl::StatusCode::kFailedPrecondition);
    row("wrong type in a strict table", "INSERT INTO host(load) VALUES('much')",
        absl::StatusCode::kFailedPrecondition);
    row("wrong SQL", "INSERT INTO nowhere VALUES(1)", absl::StatusCode::kInternal);
  }
  void errorsHaveTheirCodeAndNameTheFile() {
    QFETCH(QString, sql);
    QFETCH(int, code);
    VERIFY_OK(db_->run("INSERT INTO host(id, name) VALUES(1, 'one')").status());
    const auto result = db_->run(sql.toStdString());
    QCOMPARE(static_cast<int>(result.status().code()), code);
    QVERIFY(messageOf(result.status()).starts_with((dir_->path() / "a.db").string()));
  }

  void fullDiskIsResourceExhausted() {
    VERIFY_OK(db_->execute("PRAGMA max_page_count = 10"));
    absl::Status status;
    for (int i = 0; i < 100 && status.ok(); ++i) {
      status = db_->run("INSERT INTO host(key) VALUES(zeroblob(4096))").status();
    }
    QCOMPARE(status.code(), absl::StatusCode::kResourceExhausted);
    QVERIFY(messageOf(status).find("free some space") != std::string::npos);
    VERIFY_OK(db_->run("DELETE FROM host").status());
  }

  void uncommittedTransactionIsRolledBack() {
    {
      auto transaction = db_->begin();
      VERIFY_OK(transaction.status());
      VERIFY_OK(db_->run("INSERT INTO host(id) VALUES(1)").status());
    }
    QCOMPARE(countOf(*db_, "host"), 0);
    auto transaction = db_->begin();
    VERIFY_OK(db_->run("INSERT INTO host(id) VALUES(1)").status());
    VERIFY_OK(transaction->commit());
    QCOMPARE(countOf(*db_, "host"), 1);
  }

  void innerTransactionCanBeRolledBackAlone() {
    auto outer = db_->begin();
    VERIFY_OK(db_->run("INSERT INTO host(id) VALUES(1)").status());
    {
      auto inner = db_->begin();
      VERIFY_OK(db_->run("INSERT INTO host(id) VALUES(2)").status());
    }
    {
      auto inner = db_->begin();
      VERIFY_OK(db_->run("INSERT INTO host(id) VALUES(3)").status());
      VERIFY_OK(inner->commit());
    }
    VERIFY_OK(outer->commit());
    auto query = db_->prepare("SELECT group_concat(id) FROM (SELECT id FROM host ORDER BY id)");
    QVERIFY(query->step().value());
    QCOMPARE(query->string(0), std::string("1,3"));
  }

  void outerRollbackUndoesCommittedInnerTransactions() {
    {
      auto outer = db_->begin();
      auto inner = db_->begin();
      VERIFY_OK(db_->run("INSERT INTO host(id) VALUES(1)").status());
      VERIFY_OK(inner->commit());
    }
    QCOMPARE(countOf(*db_, "host"), 0);
  }

  void sameTextMayBePreparedTwiceAtOnce() {
    VERIFY_OK(db_->run("INSERT INTO host(id) VALUES(1), (2)").status());
    auto outer = db_->prepare("SELECT id FROM host ORDER BY id");
    auto inner = db_->prepare("SELECT id FROM host ORDER BY id");
    QVERIFY(outer->step().value());
    QVERIFY(inner->step().value());
    QVERIFY(inner->step().value());
    QCOMPARE(outer->int64(0), 1);
    QCOMPARE(inner->int64(0), 2);
  }

  void keptStatementsForgetTheirBindings() {
    VERIFY_OK(db_->run("INSERT INTO host(id, name) VALUES(?, ?)", 1, "one").status());
    auto again = db_->prepare("INSERT INTO host(id, name) VALUES(?, ?)");
    again->bind(1, 2);
    VERIFY_OK(again->run());
    auto query = db_->prepare("SELECT name FROM host WHERE id = 2");
    QVERIFY(query->step().value());
    QVERIFY(query->isNull(0));
  }

  void threadsShareOneDatabase() {
    VERIFY_OK(db_->run("INSERT INTO host(id, load) VALUES(1, 0)").status());
    constexpr int kThreads = 4;
    constexpr int kRounds = 100;
    std::latch start(kThreads);
    std::vector<absl::Status> results(kThreads);
    std::vector<std::thread> threads;
    for (int t = 0; t < kThreads; ++t) {
      threads.emplace_back([&, t] {
        start.arrive_and_wait();
        for (int i = 0; i < kRounds && results[static_cast<std::size_t>(t)].ok(); ++i) {
          results[static_cast<std::size_t>(t)] = addOne();
        }
      });
    }
    for (std::thread& thread : threads) thread.join();
    for (const absl::Status& status : results) VERIFY_OK(status);
    auto query = db_->prepare("SELECT load FROM host");
    QVERIFY(query->step().value());
    QCOMPARE(query->real(0), double{kThreads * kRounds});
  }

  void lockHeldByAnotherConnectionIsUnavailable() {
    DatabaseOptions options;
    options.busy_timeout = std::chrono::milliseconds(1);
    auto other = Database::open(dir_->path() / "a.db", kSteps, options);
    VERIFY_OK(other.status());
    auto transaction = db_->begin();
    const auto refused = other->begin();
    QCOMPARE(refused.status().code(), absl::StatusCode::kUnavailable);
    VERIFY_OK(transaction->commit());
    VERIFY_OK(other->begin().status());
  }

  void copyIsAWholeDatabase() {
    VERIFY_OK(db_->run("INSERT INTO host(id) VALUES(1)").status());
    VERIFY_OK(db_->copyTo(dir_->path() / "copy.db"));
    VERIFY_OK(db_->run("INSERT INTO host(id) VALUES(2)").status());
    VERIFY_OK(db_->copyTo(dir_->path() / "copy.db"));
    auto copy = Database::open(dir_->path() / "copy.db", kSteps);
    VERIFY_OK(copy.status());
    QCOMPARE(countOf(*copy, "host"), 2);
  }

  void committedRowsAreThereAfterOpeningAgain() {
    VERIFY_OK(db_->run("INSERT INTO host(id) VALUES(1)").status());
    db_.reset();
    db_ = std::make_unique<Database>(Database::open(dir_->path() / "a.db", kSteps).value());
    QCOMPARE(countOf(*db_, "host"), 1);
  }

 private:
  absl::Status addOne() const {
    AERIE_ASSIGN_OR_RETURN(Transaction transaction, db_->begin());
    double load = 0;
    {
      AERIE_ASSIGN_OR_RETURN(Statement query, db_->prepare("SELECT load FROM host WHERE id = 1"));
      AERIE_RETURN_IF_ERROR(query.step().status());
      load = query.real(0);
    }
    AERIE_RETURN_IF_ERROR(db_->run("UPDATE host SET load = ? WHERE id = 1", load + 1).status());
    return transaction.commit();
  }

  std::unique_ptr<TempDir> dir_;
  std::unique_ptr<Database> db_;
};

QTEST_GUILESS_MAIN(TstStorageDatabase)
#include "tst_storage_database.moc"
