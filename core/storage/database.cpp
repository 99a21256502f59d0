#include "core/storage/database.h"

#include <cerrno>

#include "core/base/files.h"
#include "core/base/ids.h"
#include "core/storage/connection.h"

namespace aerie::storage {
namespace {

using Lock = std::lock_guard<std::recursive_mutex>;

// Commits or rolls back what is open at this depth. Level 0 is the transaction itself, others are savepoints.
std::string endOf(int depth, bool commit) {
  if (depth == 0) return commit ? "COMMIT" : "ROLLBACK";
  return commit ? fmt::format("RELEASE level{}", depth)
                : fmt::format("ROLLBACK TO level{0}; RELEASE level{0}", depth);
}

absl::Status configure(Connection& connection, const DatabaseOptions& options) {
  sqlite3_extended_result_codes(connection.handle, 1);
  sqlite3_busy_timeout(connection.handle, static_cast<int>(options.busy_timeout.count()));
  AERIE_RETURN_IF_ERROR(executeLocked(connection, "PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON"));
  return executeLocked(connection,
                       options.durable ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
}

}  // namespace

Connection::~Connection() {
  for (const auto& [sql, statement] : idle) sqlite3_finalize(statement);
  sqlite3_close_v2(handle);
}

absl::Status Connection::error(int code, std::string_view what) const {
  const std::string where = path.string();
  const char* words = handle != nullptr ? sqlite3_errmsg(handle) : sqlite3_errstr(code);
  switch (code & 0xff) {
    case SQLITE_FULL:
      return resourceExhausted("{}: {}: the disk is full; free some space on it", where, what);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return unavailable("{}: {}: another process holds the database ({}); try again", where, what, words);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return dataLoss("{}: {}: {}; restore a backup (files beside it named *.backup-*)", where, what, words);
    case SQLITE_CONSTRAINT:
      if (code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY ||
          code == SQLITE_CONSTRAINT_ROWID) {
        return alreadyExists("{}: {}: {}", where, what, words);
      }
      return failedPrecondition("{}: {}: {}", where, what, words);
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return permissionDenied("{}: {}: {}; check the owner and mode of the file and its folder", where, what,
                              words);
    case SQLITE_CANTOPEN:
      return failedPrecondition("{}: {}: {}; check that its folder exists and may be written to", where, what,
                                words);
    case SQLITE_IOERR:
      if (const int system = handle != nullptr ? sqlite3_system_errno(handle) : 0;
          system == ENOSPC || system == EDQUOT) {
        return resourceExhausted("{}: {}: the disk is full; free some space on it", where, what);
      }
      if (handle != nullptr && sqlite3_system_errno(handle) == EFBIG) {
        return unavailable(
            "{}: {}: the file may not grow any more; raise the limit of file sizes (ulimit -f)", where, what);
      }
      return unavailable("{}: {}: {}; check the disk", where, what, words);
    case SQLITE_TOOBIG: return invalidArgument("{}: {}: {}", where, what, words);
    default: return internalError("{}: {}: {}", where, what, words);
  }
}

absl::Status executeLocked(Connection& connection, std::string_view sql) {
  const int code = sqlite3_exec(connection.handle, std::string(sql).c_str(), nullptr, nullptr, nullptr);
  if (code == SQLITE_OK) return absl::OkStatus();
  return connection.error(code, fmt::format("running '{}'", sql.substr(0, 200)));
}

absl::StatusOr<std::int64_t> integerLocked(Connection& connection, const std::string& sql) {
  sqlite3_stmt* statement = nullptr;
  int code = sqlite3_prepare_v2(connection.handle, sql.c_str(), -1, &statement, nullptr);
  if (code != SQLITE_OK) return connection.error(code, "preparing '" + sql + "'");
  code = sqlite3_step(statement);
  const std::int64_t value = code == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : 0;
  const absl::Status status = code == SQLITE_ROW || code == SQLITE_DONE
                                  ? absl::OkStatus()
                                  : connection.error(code, "running '" + sql + "'");
  sqlite3_finalize(statement);
  if (!status.ok()) return status;
  return value;
}

absl::Status copyLocked(Connection& connection, const std::filesystem::path& to) {
  const std::filesystem::path beside = to.string() + "." + randomId().substr(0, 8) + ".tmp";
  Connection target;
  target.path = beside;
  int code =
      sqlite3_open_v2(beside.c_str(), &target.handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
  absl::Status status = code == SQLITE_OK ? absl::OkStatus() : target.error(code, "making a copy");
  if (status.ok()) {
    sqlite3_backup* backup = sqlite3_backup_init(target.handle, "main", connection.handle, "main");
    if (backup == nullptr) {
      status = target.error(sqlite3_errcode(target.handle), "making a copy");
    } else {
      sqlite3_backup_step(backup, -1);
      code = sqlite3_backup_finish(backup);
      if (code != SQLITE_OK) status = target.error(code, "making a copy");
    }
  }
  // The copy of a WAL database is in WAL mode too; as one plain file it can be renamed and carried away.
  if (status.ok()) status = executeLocked(target, "PRAGMA journal_mode = DELETE");
  sqlite3_close_v2(std::exchange(target.handle, nullptr));
  std::error_code error;
  if (status.ok()) {
    std::filesystem::rename(beside, to, error);
    if (error)
      status = failedPrecondition("{}: the copy cannot be put in place: {}", to.string(), error.message());
  }
  if (!status.ok()) std::filesystem::remove(beside, error);
  return status;
}

Database::Database(std::shared_ptr<Connection> connection) : connection_(std::move(connection)) {}
Database::~Database() = default;

absl::StatusOr<Database> Database::open(const std::filesystem::path& path,
                                        std::span<const std::string_view> migrations,
                                        const DatabaseOptions& options) {
  const MigrationSet sets[] = {{"", migrations}};
  return open(path, std::span<const MigrationSet>(sets), options);
}

absl::StatusOr<Database> Database::open(const std::filesystem::path& path, std::span<const MigrationSet> sets,
                                        const DatabaseOptions& options) {
  auto connection = std::make_shared<Connection>();
  connection->path = path;
  if (path != ":memory:") AERIE_RETURN_IF_ERROR(makeDirectories(path.parent_path()));
  const int code =
      sqlite3_open_v2(path.c_str(), &connection->handle,
                      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX, nullptr);
  if (code != SQLITE_OK) return connection->error(code, "cannot be opened");
  const Lock lock(connection->mutex);
  AERIE_RETURN_IF_ERROR(configure(*connection, options));
  AERIE_RETURN_IF_ERROR(migrate(*connection, sets, options));
  return Database(connection);
}

absl::StatusOr<Statement> Database::prepare(std::string_view sql) const {
  std::unique_lock lock(connection_->mutex);
  sqlite3_stmt* statement = nullptr;
  if (const auto found = connection_->idle.find(sql); found != connection_->idle.end()) {
    statement = found->second;
    connection_->idle.erase(found);
  } else {
    const int code = sqlite3_prepare_v3(connection_->handle, sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK) return connection_->error(code, fmt::format("preparing '{}'", sql.substr(0, 200)));
    if (statement == nullptr)
      return internalError("{}: an empty statement was prepared", connection_->path.string());
  }
  // Texts made by callers (lists of placeholders) must not fill the memory.
  constexpr std::size_t kMaxIdle = 256;
  const bool cached = connection_->idle.size() < kMaxIdle;
  lock.release();  // the statement unlocks
  return Statement(connection_, statement, std::string(sql), cached);
}

absl::Status Database::execute(std::string_view sql) const {
  const Lock lock(connection_->mutex);
  return executeLocked(*connection_, sql);
}

absl::StatusOr<Transaction> Database::begin() const {
  std::unique_lock lock(connection_->mutex);
  const int depth = connection_->depth;
  AERIE_RETURN_IF_ERROR(executeLocked(
      *connection_, depth == 0 ? std::string("BEGIN IMMEDIATE") : fmt::format("SAVEPOINT level{}", depth)));
  ++connection_->depth;
  lock.release();  // the transaction unlocks
  return Transaction(connection_, depth);
}

std::int64_t Database::changes() const {
  const Lock lock(connection_->mutex);
  return sqlite3_changes64(connection_->handle);
}

std::int64_t Database::lastInsertId() const {
  const Lock lock(connection_->mutex);
  return sqlite3_last_insert_rowid(connection_->handle);
}

absl::StatusOr<std::int64_t> Database::userVersion() const {
  const Lock lock(connection_->mutex);
  return integerLocked(*connection_, "PRAGMA user_version");
}

absl::StatusOr<std::int64_t> Database::setVersion(std::string_view name) const {
  AERIE_ASSIGN_OR_RETURN(Statement query, prepare("SELECT version FROM schema_version WHERE room = ?"));
  query.bind(1, name);
  AERIE_ASSIGN_OR_RETURN(const bool row, query.step());
  return row ? query.int64(0) : 0;
}

absl::StatusOr<std::string> Database::schema() const {
  AERIE_ASSIGN_OR_RETURN(
      Statement query,
      prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' "
              "ORDER BY tbl_name, type DESC, name"));
  std::string text;
  while (true) {
    AERIE_ASSIGN_OR_RETURN(const bool row, query.step());
    if (!row) return text;
    text += query.string(0) + ";\n";
  }
}

absl::Status Database::copyTo(const std::filesystem::path& to) const {
  const Lock lock(connection_->mutex);
  return copyLocked(*connection_, to);
}

const std::filesystem::path& Database::path() const { return connection_->path; }

Transaction::Transaction(std::shared_ptr<Connection> connection, int depth)
    : connection_(std::move(connection)), depth_(depth) {}

Transaction::Transaction(Transaction&& other) noexcept
    : connection_(std::move(other.connection_)), depth_(other.depth_) {}

Transaction::~Transaction() { rollback(); }

absl::Status Transaction::commit() {
  AERIE_CHECK(connection_ != nullptr);  // ended before
  const absl::Status status = executeLocked(*connection_, endOf(depth_, true));
  if (!status.ok()) {
    rollback();
    return status;
  }
  connection_->depth = depth_;
  std::exchange(connection_, nullptr)->mutex.unlock();
  return absl::OkStatus();
}

void Transaction::rollback() {
  if (connection_ == nullptr) return;
  // SQLite may have rolled back by itself (full disk); then this fails, and there is nothing left to undo.
  (void)executeLocked(*connection_, endOf(depth_, false));
  connection_->depth = depth_;
  std::exchange(connection_, nullptr)->mutex.unlock();
}

}  // namespace aerie::storage
