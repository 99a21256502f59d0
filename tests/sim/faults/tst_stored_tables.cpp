#include <QtTest>

#include "core/base/files.h"
#include "core/storage/database.h"
#include "sim/faults/stored_tables.h"
#include "tests/status_checks.h"

using namespace aerie;

// The feature store that goes down: wholly or not at all.
class TstStoredTables : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init() {
    folder_.emplace(*TempDir::create());
    file_ = folder_->path() / "features.sqlite";
  }

  void tablesGoAwayAndComeBack() {
    make("CREATE TABLE rows_a(x); CREATE TABLE rows_b(x); CREATE TABLE other(x);");
    QCOMPARE(sim::hideStoredTables(file_, true).value(), 2);
    QCOMPARE(tables(), std::string("away_rows_a away_rows_b other "));
    QCOMPARE(sim::hideStoredTables(file_, false).value(), 2);
    QCOMPARE(tables(), std::string("other rows_a rows_b "));
  }

  void aTableThatCannotGoKeepsAllInPlace() {
    make("CREATE TABLE rows_a(x); CREATE TABLE rows_b(x); CREATE TABLE away_rows_b(x);");
    AERIE_VERIFY_FAILS(sim::hideStoredTables(file_, true), absl::StatusCode::kUnavailable, "away_rows_b");
    QCOMPARE(tables(), std::string("away_rows_b rows_a rows_b "));
  }

  void nothingToRenameIsSaid() {
    make("CREATE TABLE other(x);");
    AERIE_VERIFY_FAILS(sim::hideStoredTables(file_, true), absl::StatusCode::kNotFound, "no stored rows");
  }

  void aFileThatIsNoDatabaseIsRefused() {
    AERIE_VERIFY_OK(writeFileAtomic(file_, "these are not the pages of a database, however long one looks"));
    AERIE_VERIFY_FAILS(sim::hideStoredTables(file_, true), absl::StatusCode::kUnavailable, "not a database");
    AERIE_VERIFY_FAILS(sim::hideStoredTables(folder_->path() / "none", true), absl::StatusCode::kUnavailable,
                       "cannot be opened");
  }

 private:
  void make(const std::string& sql) {
    auto database = storage::Database::open(file_, std::span<const std::string_view>());
    AERIE_VERIFY_OK(database);
    AERIE_VERIFY_OK(database->execute(sql));
  }
  std::string tables() {
    auto database = storage::Database::open(file_, std::span<const std::string_view>());
    auto query =
        database->prepare("SELECT name FROM sqlite_master WHERE name NOT LIKE 'aerie%' ORDER BY name");
    std::string names;
    while (query->step().value_or(false)) names += query->string(0) + " ";
    return names;
  }

  std::optional<TempDir> folder_;
  std::filesystem::path file_;
};

QTEST_GUILESS_MAIN(TstStoredTables)
#include "tst_stored_tables.moc"
