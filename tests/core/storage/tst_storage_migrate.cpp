#include <QtTest>
#include <sqlite3.h>
#include <thread>

#include "core/base/files.h"
#include "core/base/status.h"
#include "core/storage/database.h"

using namespace aerie;
using namespace aerie::storage;
namespace fs = std::filesystem;

namespace {

constexpr std::string_view kSteps[] = {
    "CREATE TABLE context(id TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT;"
    "INSERT INTO context VALUES('one', 'first')",
    "ALTER TABLE context ADD COLUMN colour TEXT NOT NULL DEFAULT 'blue'",
    "CREATE TABLE host(id INTEGER PRIMARY KEY, context TEXT NOT NULL REFERENCES context(id)) STRICT",
};
constexpr std::string_view kBroken[] = {kSteps[0], "CREATE TABLE half(id INTEGER); CREATE TABLE oops("};

std::span<const std::string_view> upTo(std::size_t version) { return std::span(kSteps).first(version); }

std::vector<std::string> backupsIn(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (name.find(".backup-") != std::string::npos) names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

// Changes the file behind the back of Database.
void rawExecute(const fs::path& path, const char* sql) {
  sqlite3* handle = nullptr;
  QCOMPARE(sqlite3_open(path.c_str(), &handle), SQLITE_OK);
  QCOMPARE(sqlite3_exec(handle, sql, nullptr, nullptr, nullptr), SQLITE_OK);
  sqlite3_close(handle);
}

}  // namespace

#define VERIFY_OK(expr)                                  \
  do {                                                   \
    const absl::Status verified_ = (expr);               \
    QVERIFY2(verified_.ok(), toText(verified_).c_str()); \
  } while (false)

class TstStorageMigrate final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { dir_ = std::make_unique<TempDir>(TempDir::create("storage").value()); }

  void everyVersionReachesTheSameSchema_data() {
    QTest::addColumn<int>("from");
    QTest::newRow("a new file") << 0;
    QTest::newRow("from version 1") << 1;
    QTest::newRow("from version 2") << 2;
    QTest::newRow("already the newest") << 3;
  }
  void everyVersionReachesTheSameSchema() {
    QFETCH(int, from);
    const fs::path path = dir_->path() / "state" / "control.db";
    if (from > 0) VERIFY_OK(Database::open(path, upTo(static_cast<std::size_t>(from))).status());
    auto db = Database::open(path, kSteps);
    VERIFY_OK(db.status());
    QCOMPARE(db->userVersion().value(), 3);
    QCOMPARE(QString::fromStdString(db->schema().value()),
             QString("CREATE TABLE context(id TEXT PRIMARY KEY, name TEXT NOT NULL, colour TEXT NOT NULL "
                     "DEFAULT 'blue') STRICT;\n"
                     "CREATE TABLE host(id INTEGER PRIMARY KEY, context TEXT NOT NULL REFERENCES "
                     "context(id)) STRICT;\n"));
    auto query = db->prepare("SELECT name, colour FROM context");
    QVERIFY(query->step().value());
    QCOMPARE(query->string(0), std::string("first"));
    QCOMPARE(query->string(1), std::string("blue"));
    QCOMPARE(backupsIn(path.parent_path()).size(), std::size_t{from == 1 || from == 2 ? 1U : 0U});
  }

  void failedStepLeavesVersionAlone() {
    const fs::path path = dir_->path() / "a.db";
    VERIFY_OK(Database::open(path, upTo(1)).status());
    const auto broken = Database::open(path, kBroken);
    QVERIFY(!broken.ok());
    QVERIFY(messageOf(broken.status()).find(path.string()) != std::string::npos);
    QVERIFY(messageOf(broken.status()).find("schema version 2") != std::string::npos);
    auto db = Database::open(path, upTo(1));
    VERIFY_OK(db.status());
    QCOMPARE(db->userVersion().value(), 1);
    QVERIFY(db->schema()->find("half") == std::string::npos);
  }

  void failedFirstStepLeavesAnEmptyFile() {
    const fs::path path = dir_->path() / "a.db";
    constexpr std::string_view steps[] = {"CREATE TABLE x(id INTEGER); SELECT nonsense"};
    QVERIFY(!Database::open(path, steps).ok());
    auto db = Database::open(path, std::span<const std::string_view>());
    VERIFY_OK(db.status());
    QCOMPARE(db->userVersion().value(), 0);
    QCOMPARE(db->schema().value(), std::string());
  }

  void newerSchemaIsRefusedAndLeftAlone() {
    const fs::path path = dir_->path() / "a.db";
    VERIFY_OK(Database::open(path, kSteps).status());
    const auto db = Database::open(path, upTo(2));
    QCOMPARE(db.status().code(), absl::StatusCode::kFailedPrecondition);
    const std::string text = messageOf(db.status());
    for (const char* part : {path.c_str(), "newer", "version 3", "up to 2", "start the newer program"}) {
      QVERIFY2(text.find(part) != std::string::npos, text.c_str());
    }
    QCOMPARE(Database::open(path, kSteps)->userVersion().value(), 3);
  }

  void newerUserVersionIsRefusedForNamedSetsToo() {
    const fs::path path = dir_->path() / "a.db";
    const MigrationSet sets[] = {{"registry", kSteps}};
    VERIFY_OK(Database::open(path, sets).status());
    rawExecute(path, "PRAGMA user_version = 999");
    const auto db = Database::open(path, sets);
    QCOMPARE(db.status().code(), absl::StatusCode::kFailedPrecondition);
    QVERIFY(messageOf(db.status()).find("version 999") != std::string::npos);
  }

  void namedSetsCountTheirOwnVersions() {
    constexpr std::string_view deploy[] = {"CREATE TABLE deploy(id INTEGER) STRICT",
                                           "ALTER TABLE deploy ADD COLUMN x TEXT"};
    const fs::path path = dir_->path() / "a.db";
    {
      const MigrationSet sets[] = {{"registry", upTo(2)}};
      VERIFY_OK(Database::open(path, sets).status());
    }
    // A room is added and another grows, in any order.
    const MigrationSet sets[] = {{"deploy", deploy}, {"registry", kSteps}};
    auto db = Database::open(path, sets);
    VERIFY_OK(db.status());
    QCOMPARE(db->setVersion("registry").value(), 3);
    QCOMPARE(db->setVersion("deploy").value(), 2);
    QCOMPARE(db->setVersion("unheard of").value(), 0);
    QCOMPARE(db->userVersion().value(), 5);
    QCOMPARE(backupsIn(dir_->path()), std::vector<std::string>{"a.db.backup-0001-v2"});
  }

  void newerSetIsRefused_data() {
    QTest::addColumn<bool>("drop");
    QTest::newRow("a set with more steps than known") << false;
    QTest::newRow("a set that is not known") << true;
  }
  void newerSetIsRefused() {
    QFETCH(bool, drop);
    constexpr std::string_view deploy[] = {"CREATE TABLE deploy(id INTEGER) STRICT"};
    const fs::path path = dir_->path() / "a.db";
    const MigrationSet full[] = {{"deploy", deploy}, {"registry", kSteps}};
    VERIFY_OK(Database::open(path, full).status());
    const MigrationSet fewer_steps[] = {{"deploy", deploy}, {"registry", upTo(1)}};
    const MigrationSet fewer_sets[] = {{"deploy", deploy}};
    const auto db = drop ? Database::open(path, fewer_sets) : Database::open(path, fewer_steps);
    QCOMPARE(db.status().code(), absl::StatusCode::kFailedPrecondition);
    QVERIFY(messageOf(db.status()).find("'registry' is version 3") != std::string::npos);
  }

  void backupBeforeAnUpgradeHoldsTheOldState() {
    const fs::path path = dir_->path() / "a.db";
    VERIFY_OK(Database::open(path, upTo(1))->run("INSERT INTO context VALUES('two', 'second')").status());
    VERIFY_OK(Database::open(path, upTo(2)).status());
    QCOMPARE(backupsIn(dir_->path()), std::vector<std::string>{"a.db.backup-0001-v1"});
    auto old = Database::open(dir_->path() / "a.db.backup-0001-v1", upTo(1));
    VERIFY_OK(old.status());
    QCOMPARE(old->userVersion().value(), 1);
    auto count = old->prepare("SELECT count(*) FROM context");
    QVERIFY(count->step().value());
    QCOMPARE(count->int64(0), 2);
    auto check = old->prepare("PRAGMA integrity_check");
    QVERIFY(check->step().value());
    QCOMPARE(check->string(0), std::string("ok"));
  }

  void onlyTheLastBackupsAreKept() {
    std::vector<std::string> statements;
    for (int i = 0; i < 6; ++i) statements.push_back(fmt::format("CREATE TABLE t{}(id INTEGER)", i));
    const std::vector<std::string_view> steps(statements.begin(), statements.end());
    for (std::size_t n = 1; n <= steps.size(); ++n) {
      VERIFY_OK(Database::open(dir_->path() / "a.db", std::span(steps).first(n)).status());
    }
    const std::vector<std::string> kept{"a.db.backup-0003-v3", "a.db.backup-0004-v4", "a.db.backup-0005-v5"};
    QCOMPARE(backupsIn(dir_->path()), kept);
  }

  void aCopyInTheMakingIsNotTakenForABackup() {
    const fs::path path = dir_->path() / "a.db";
    VERIFY_OK(Database::open(path, upTo(1)).status());
    const std::vector<std::string> making{
        "a.db.backup-0001-v1.0a1b2c3d.tmp", "a.db.backup-0001-v1.0a1b2c3d.tmp-wal",
        "a.db.backup-0002-v1.0a1b2c3d.tmp-shm", "a.db.backup-0003-v1.0a1b2c3d.tmp-journal"};
    for (const std::string& name : making) VERIFY_OK(writeFileAtomic(dir_->path() / name, "x"));
    VERIFY_OK(Database::open(path, kSteps).status());
    for (const std::string& name : making) QVERIFY2(fs::exists(dir_->path() / name), name.c_str());
    QVERIFY(fs::exists(dir_->path() / "a.db.backup-0001-v1"));
  }

  void openersAtTheSameTimeUpgradeOnce() {
    const fs::path path = dir_->path() / "a.db";
    VERIFY_OK(Database::open(path, upTo(1)).status());
    std::vector<absl::Status> results(4);
    std::vector<std::thread> threads;
    for (absl::Status& result : results) {
      threads.emplace_back([&result, &path] { result = Database::open(path, kSteps).status(); });
    }
    for (std::thread& thread : threads) thread.join();
    for (const absl::Status& result : results) VERIFY_OK(result);
    QCOMPARE(Database::open(path, kSteps)->userVersion().value(), 3);
  }

  void whatIsNotADatabaseIsRefusedWithItsName() {
    const fs::path path = dir_->path() / "a.db";
    VERIFY_OK(writeFileAtomic(path, std::string(4096, 'x')));
    const auto db = Database::open(path, kSteps);
    QCOMPARE(db.status().code(), absl::StatusCode::kDataLoss);
    QVERIFY(messageOf(db.status()).find(path.string()) != std::string::npos);
  }

  void folderThatCannotBeMadeIsNamed() {
    VERIFY_OK(writeFileAtomic(dir_->path() / "file", "x"));
    const auto db = Database::open(dir_->path() / "file" / "a.db", kSteps);
    QVERIFY(!db.ok());
    QVERIFY(messageOf(db.status()).find("file") != std::string::npos);
  }

 private:
  std::unique_ptr<TempDir> dir_;
};

QTEST_GUILESS_MAIN(TstStorageMigrate)
#include "tst_storage_migrate.moc"
