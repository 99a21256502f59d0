// Inside the storage room: the open handle, its lock and its compiled statements.
#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <sqlite3.h>
#include <string>
#include <string_view>

#include "core/base/status.h"
#include "core/storage/database.h"

namespace aerie::storage {

struct Connection {
  Connection() = default;
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection();

  // Recursive: a statement inside a transaction of the same thread takes it again.
  std::recursive_mutex mutex;
  sqlite3* handle = nullptr;
  std::filesystem::path path;
  int depth = 0;  // of nested transactions; guarded by mutex
  // Idle compiled statements by text; a statement in use is not in here. Guarded by mutex.
  std::map<std::string, sqlite3_stmt*, std::less<>> idle;

  // The Status of the last failed call: "<path>: <what>: <SQLite's words>; <remedy>".
  absl::Status error(int code, std::string_view what) const;
};

// Runs several statements without reading rows. The caller holds the lock.
absl::Status executeLocked(Connection& connection, std::string_view sql);
absl::StatusOr<std::int64_t> integerLocked(Connection& connection, const std::string& sql);
// Copies the database into a new file; the caller holds the lock.
absl::Status copyLocked(Connection& connection, const std::filesystem::path& to);

// Brings the schema up to date. An empty set name keeps its version in user_version alone.
absl::Status migrate(Connection& connection, std::span<const MigrationSet> sets,
                     const DatabaseOptions& options);

}  // namespace aerie::storage
