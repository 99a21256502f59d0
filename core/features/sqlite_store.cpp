#include "core/features/sqlite_store.h"

#include <optional>

#include "core/base/mutex.h"
#include "core/base/status.h"
#include "core/features/row_codec.h"
#include "core/storage/database.h"

namespace aerie::features {
namespace {

// Rows live in tables named rows_<id>: feature tables may have names that differ in case only, SQLite's may
// not.
constexpr std::string_view kMigrations[] = {
    "CREATE TABLE feature_table(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, schema TEXT NOT NULL) "
    "STRICT",
};
constexpr std::size_t kMaxReaders = 8;
// Sizes of IN lists: keys are padded with NULL to the next one, so that few statements are compiled.
constexpr std::size_t kListSizes[] = {1, 8, 64, 512, 4'096, 32'000};

storage::DatabaseOptions databaseOptions() {
  storage::DatabaseOptions options;
  options.durable = false;  // features are loaded again from their source
  return options;
}

// An idle reader is borrowed by one thread at a time.
class ReaderPool final {
 public:
  explicit ReaderPool(std::filesystem::path path) : path_(std::move(path)) {}

  class Lease final {
   public:
    Lease(ReaderPool& pool, std::unique_ptr<storage::Database> database)
        : pool_(&pool), database_(std::move(database)) {}
    Lease(Lease&&) noexcept = default;
    Lease& operator=(Lease&&) = delete;
    ~Lease() {
      if (database_ != nullptr) pool_->giveBack(std::move(database_));
    }
    storage::Database& operator*() const { return *database_; }

   private:
    ReaderPool* pool_;
    std::unique_ptr<storage::Database> database_;
  };

  absl::StatusOr<Lease> take() {
    {
      MutexLock lock(mutex_);
      freed_.wait(mutex_, [this] { return !idle_.empty() || open_ < kMaxReaders; });
      if (!idle_.empty()) {
        auto database = std::move(idle_.back());
        idle_.pop_back();
        return Lease(*this, std::move(database));
      }
      ++open_;
    }
    auto database = openReader();
    if (database.ok()) return Lease(*this, std::move(*database));
    MutexLock lock(mutex_);
    --open_;
    freed_.notify_one();
    return database.status();
  }

 private:
  absl::StatusOr<std::unique_ptr<storage::Database>> openReader() const {
    AERIE_ASSIGN_OR_RETURN(storage::Database database,
                           storage::Database::open(path_, kMigrations, databaseOptions()));
    AERIE_RETURN_IF_ERROR(database.execute("PRAGMA query_only = 1"));
    return std::make_unique<storage::Database>(std::move(database));
  }
  void giveBack(std::unique_ptr<storage::Database> database) {
    MutexLock lock(mutex_);
    idle_.push_back(std::move(database));
    freed_.notify_one();
  }

  const std::filesystem::path path_;
  Mutex mutex_;
  CondVar freed_;
  std::vector<std::unique_ptr<storage::Database>> idle_ AERIE_GUARDED_BY(mutex_);
  std::size_t open_ AERIE_GUARDED_BY(mutex_) = 0;
};

struct StoredTable {
  std::int64_t id = 0;
  TableSchema schema;
};

absl::StatusOr<std::optional<StoredTable>> findTable(const storage::Database& database,
                                                     const std::string& table) {
  AERIE_ASSIGN_OR_RETURN(storage::Statement statement,
                         database.prepare("SELECT id, schema FROM feature_table WHERE name = ?1"));
  statement.bind(1, table);
  AERIE_ASSIGN_OR_RETURN(const bool found, statement.step());
  if (!found) return std::optional<StoredTable>();
  StoredTable result;
  result.id = statement.int64(0);
  AERIE_ASSIGN_OR_RETURN(result.schema,
                         schemaFromText(statement.text(1), database.path().string() + ": " + table));
  return std::optional<StoredTable>(std::move(result));
}

std::string selectSql(std::int64_t id, std::size_t keys) {
  std::string sql = fmt::format("SELECT key, row FROM rows_{} WHERE key IN (?", id);
  for (std::size_t i = 1; i < keys; ++i) sql += ",?";
  return sql + ")";
}

class SqliteFeatureStore final : public FeatureStore {
 public:
  SqliteFeatureStore(std::filesystem::path path, storage::Database writer)
      : path_(std::move(path)), writer_(std::move(writer)), readers_(path_) {}

  absl::StatusOr<TableSchema> schema(const std::string& table) override {
    AERIE_ASSIGN_OR_RETURN(const ReaderPool::Lease reader, readers_.take());
    AERIE_ASSIGN_OR_RETURN(std::optional<StoredTable> found, findTable(*reader, table));
    if (!found.has_value()) return missing(table);
    return std::move(found->schema);
  }

  absl::StatusOr<std::vector<PackedRow>> multiGet(const std::string& table,
                                                  std::span<const std::string> keys) override {
    static const PackedRow kNone = std::make_shared<const std::string>();
    std::vector<PackedRow> rows(keys.size(), kNone);
    if (keys.empty()) return rows;
    AERIE_ASSIGN_OR_RETURN(const ReaderPool::Lease reader, readers_.take());
    AERIE_ASSIGN_OR_RETURN(const std::int64_t id, idOf(*reader, table));
    std::unordered_map<std::string_view, std::size_t> index;
    index.reserve(keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i) index.emplace(keys[i], i);
    constexpr std::size_t kMax = std::size(kListSizes) - 1;
    for (std::size_t begin = 0; begin < keys.size(); begin += kListSizes[kMax]) {
      const std::size_t count = std::min(keys.size() - begin, kListSizes[kMax]);
      const std::size_t size = *std::lower_bound(std::begin(kListSizes), std::end(kListSizes), count);
      AERIE_ASSIGN_OR_RETURN(storage::Statement statement, (*reader).prepare(selectSql(id, size)));
      for (std::size_t i = 0; i < count; ++i) statement.bind(static_cast<int>(i + 1), keys[begin + i]);
      for (;;) {
        AERIE_ASSIGN_OR_RETURN(const bool more, statement.step());
        if (!more) break;
        const auto found = index.find(statement.text(0));
        if (found != index.end())
          rows[found->second] = std::make_shared<const std::string>(statement.blob(1));
      }
    }
    return rows;
  }

  absl::Status put(const TableSchema& schema, const frame::DataFrame& frame) override {
    AERIE_ASSIGN_OR_RETURN(const RowEncoder encoder, RowEncoder::create(schema, frame));
    AERIE_ASSIGN_OR_RETURN(storage::Transaction transaction, writer_.begin());
    AERIE_ASSIGN_OR_RETURN(const std::int64_t id, makeTable(schema));
    {
      AERIE_ASSIGN_OR_RETURN(
          storage::Statement insert,
          writer_.prepare(fmt::format("INSERT INTO rows_{}(key, row) VALUES(?1, ?2) ON CONFLICT(key) "
                                      "DO UPDATE SET row = excluded.row",
                                      id)));
      for (std::size_t row = 0; row < encoder.rows(); ++row) {
        const std::string key = encoder.key(row);
        const std::string packed = encoder.encode(row);
        insert.bind(1, key).bindBlob(2, packed);
        AERIE_RETURN_IF_ERROR(insert.run());
        insert.reset();
      }
    }
    return transaction.commit();
  }

  std::string description() const override { return "SQLite file " + path_.string(); }

 private:
  absl::Status missing(const std::string& table) const {
    return notFound("feature table '{}' is not in {}; load it first (aeriectl features load)", table,
                    path_.string());
  }

  absl::StatusOr<std::int64_t> idOf(const storage::Database& reader, const std::string& table) {
    {
      MutexLock lock(mutex_);
      const auto known = ids_.find(table);
      if (known != ids_.end()) return known->second;
    }
    AERIE_ASSIGN_OR_RETURN(const std::optional<StoredTable> found, findTable(reader, table));
    if (!found.has_value()) return missing(table);
    MutexLock lock(mutex_);
    ids_[table] = found->id;
    return found->id;
  }

  // Inside the caller's transaction.
  absl::StatusOr<std::int64_t> makeTable(const TableSchema& schema) {
    AERIE_ASSIGN_OR_RETURN(const std::optional<StoredTable> found, findTable(writer_, schema.table));
    if (found.has_value()) {
      if (found->schema == schema) return found->id;
      return failedPrecondition(
          "feature table '{}' in {} has another schema; put rows that fit it, or use a new table name. It "
          "has:\n{}",
          schema.table, path_.string(), schemaToText(found->schema));
    }
    const auto inserted = writer_.run("INSERT INTO feature_table(name, schema) VALUES(?1, ?2)", schema.table,
                                      schemaToText(schema));
    if (!inserted.ok()) return inserted.status();
    const std::int64_t id = writer_.lastInsertId();
    AERIE_RETURN_IF_ERROR(writer_.execute(fmt::format(
        "CREATE TABLE rows_{}(key TEXT PRIMARY KEY, row BLOB NOT NULL) STRICT, WITHOUT ROWID", id)));
    return id;
  }

  const std::filesystem::path path_;
  storage::Database writer_;
  ReaderPool readers_;
  Mutex mutex_;
  std::unordered_map<std::string, std::int64_t> ids_ AERIE_GUARDED_BY(mutex_);  // tables are never dropped
};

}  // namespace

absl::StatusOr<std::unique_ptr<FeatureStore>> openSqliteFeatureStore(const std::filesystem::path& path) {
  AERIE_ASSIGN_OR_RETURN(storage::Database writer,
                         storage::Database::open(path, kMigrations, databaseOptions()));
  return std::make_unique<SqliteFeatureStore>(path, std::move(writer));
}

}  // namespace aerie::features
