// SQLite: one handle type, migrations at opening, typed statements, scoped transactions.
//
//   constexpr std::string_view kMigrations[] = {"CREATE TABLE context(...) STRICT", "ALTER TABLE ..."};   //
//   append only AERIE_ASSIGN_OR_RETURN(Database db, Database::open(path, kMigrations));
//
// A database shared by several rooms is opened with named sets, in which each room counts its own versions:
//   const MigrationSet sets[] = {{"registry", registry::kRegistryMigrations}, {"deploy",
//   deploy::kDeployMigrations}}; AERIE_ASSIGN_OR_RETURN(Database db, Database::open(path, sets));
//
// Threads: a Database may be used from any number of threads. It is one connection behind one recursive lock.
// A Statement holds that lock from prepare() to its destruction, a Transaction from begin() to its end; so
// both live short, in one function, and die on the thread that made them.
//
// Errors name the file: AlreadyExists = a unique or primary key is taken; FailedPrecondition = another
// constraint, a newer schema, a path that cannot be opened; ResourceExhausted = full disk; Unavailable =
// locked by another process for longer than the busy timeout; DataLoss = damaged or not a database; Internal
// = wrong SQL, a bug of ours.
#pragma once

#include <absl/status/statusor.h>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

struct sqlite3_stmt;

namespace aerie::storage {

class Database;
struct Connection;  // the open handle and its lock; see connection.h

// Steps of one room. `name` is stored in the database and never changes; `steps` is append only: a step that
// has been released is never edited. Step i makes version i + 1. One step may hold several SQL statements.
struct MigrationSet {
  std::string_view name;
  std::span<const std::string_view> steps;
};

struct DatabaseOptions {
  std::chrono::milliseconds busy_timeout{5'000};
  // True: a committed transaction survives a power cut (synchronous = FULL). False: it survives a crash of
  // the process only, and writes are several times faster; for data that can be loaded again.
  bool durable = true;
  int keep_backups =
      3;  // copies made before upgrades, beside the database: <file>.backup-<sequence>-v<version>
};

// One prepared statement, bound and stepped. Parameter indexes start at 1, columns at 0, as in SQLite.
// Move-only.
class Statement final {
 public:
  Statement(Statement&& other) noexcept;
  Statement& operator=(Statement&&) = delete;
  ~Statement();

  // An error of binding is remembered and returned by the next step().
  Statement& bind(int index, std::int64_t value);
  Statement& bind(int index, double value);
  Statement& bind(int index, std::string_view text);
  Statement& bindBlob(int index, std::string_view bytes);
  Statement& bindNull(int index);
  template <class T>
  requires(std::is_integral_v<T> && !std::is_same_v<T, std::int64_t>) Statement& bind(int index, T value) {
    return bind(index, static_cast<std::int64_t>(value));  // bool is 0 or 1; uint64 keeps its 64 bits
  }
  template <class T>
  requires(std::is_convertible_v<const T&, std::string_view>) Statement& bind(int index, const T& text) {
    return bind(index, std::string_view(text));
  }
  template <class T>
  Statement& bind(int index, const std::optional<T>& value) {
    return value.has_value() ? bind(index, *value) : bindNull(index);
  }
  // Binds parameters 1..n.
  template <class... Values>
  Statement& bindAll(const Values&... values) {
    int index = 0;
    (bind(++index, values), ...);
    return *this;
  }

  // True: there is a row to read. False: done.
  absl::StatusOr<bool> step();
  // Steps to the end, ignoring rows.
  absl::Status run();
  // Makes it ready to be bound and stepped again; bindings are cleared.
  void reset();

  // The current row. Views are valid until the next step(), reset() or destruction. NULL reads as 0 or "".
  bool isNull(int column) const;
  std::int64_t int64(int column) const;
  double real(int column) const;
  bool boolean(int column) const { return int64(column) != 0; }
  std::string_view text(int column) const;
  std::string_view blob(int column) const;
  std::string string(int column) const { return std::string(text(column)); }
  int columns() const;
  std::string_view columnName(int column) const;

 private:
  friend class Database;
  Statement(std::shared_ptr<Connection> connection, sqlite3_stmt* statement, std::string sql, bool cached);
  void noteBinding(int code);

  std::shared_ptr<Connection> connection_;
  sqlite3_stmt* statement_;
  std::string sql_;
  bool cached_;
  absl::Status binding_;
};

// BEGIN IMMEDIATE until commit(); the destructor of one that was not committed rolls back. Begun inside
// another transaction of the same thread it is a savepoint, so that repositories compose. Move-only.
class Transaction final {
 public:
  Transaction(Transaction&& other) noexcept;
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();
  // After an error everything since begin() is rolled back.
  absl::Status commit();
  void rollback();

 private:
  friend class Database;
  Transaction(std::shared_ptr<Connection> connection, int depth);
  std::shared_ptr<Connection> connection_;
  int depth_;
};

class Database final {
 public:
  // Opens or makes the file (and its missing parent directories), sets WAL, foreign keys and the busy
  // timeout, copies the file when an existing schema is about to be upgraded, and runs each missing step as
  // BEGIN IMMEDIATE; step; version; COMMIT. A failing step is rolled back whole and the version stays.
  // FailedPrecondition when the file was written by a newer program. ":memory:" makes a database in memory.
  static absl::StatusOr<Database> open(const std::filesystem::path& path,
                                       std::span<const std::string_view> migrations,
                                       const DatabaseOptions& options = {});
  // The same with one version for each set (table schema_version); user_version is the number of steps run in
  // all. A set that the file knows and the program does not is also a newer schema.
  static absl::StatusOr<Database> open(const std::filesystem::path& path, std::span<const MigrationSet> sets,
                                       const DatabaseOptions& options = {});
  Database(Database&&) noexcept = default;
  Database& operator=(Database&&) noexcept = default;
  ~Database();

  // Waits for the lock. The compiled form of `sql` is kept and used again by the next prepare() of the same
  // text.
  absl::StatusOr<Statement> prepare(std::string_view sql) const;
  // Prepares, binds 1..n, runs to the end. Answers the number of rows changed, inserted or deleted.
  template <class... Values>
  absl::StatusOr<std::int64_t> run(std::string_view sql, const Values&... values) const {
    auto statement = prepare(sql);
    if (!statement.ok()) return statement.status();
    statement->bindAll(values...);
    const absl::Status status = statement->run();
    if (!status.ok()) return status;
    return changes();
  }
  // One or several statements without parameters or rows, e.g. DDL.
  absl::Status execute(std::string_view sql) const;
  absl::StatusOr<Transaction> begin() const;

  std::int64_t changes() const;       // of the last statement
  std::int64_t lastInsertId() const;  // meaningful inside a Transaction when other threads write too
  absl::StatusOr<std::int64_t> userVersion() const;
  // Version of one named set; 0 when it has not run.
  absl::StatusOr<std::int64_t> setVersion(std::string_view name) const;
  // Text of the whole schema in a stable order, for golden files.
  absl::StatusOr<std::string> schema() const;
  // A consistent copy, also while others write. Replaces `to` atomically.
  absl::Status copyTo(const std::filesystem::path& to) const;
  const std::filesystem::path& path() const;

 private:
  explicit Database(std::shared_ptr<Connection> connection);
  std::shared_ptr<Connection> connection_;
};

}  // namespace aerie::storage
