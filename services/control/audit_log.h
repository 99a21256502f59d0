// Who did what: append-only, each entry hashed together with the hash of the one before, so that a changed,
// removed or inserted entry breaks the chain.
#pragma once

#include <absl/status/statusor.h>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/storage/database.h"

namespace aerie::control {

// Append only; index + 1 = version of the migration set "control".
inline constexpr std::string_view kControlMigrations[] = {
    "CREATE TABLE control_audit("
    "  sequence INTEGER PRIMARY KEY, time_ms INTEGER NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL, "
    "subject TEXT NOT NULL,"
    "  detail TEXT NOT NULL, previous_hash TEXT NOT NULL, hash TEXT NOT NULL) STRICT;"
    "CREATE TABLE control_request("
    "  id TEXT PRIMARY KEY, sequence INTEGER NOT NULL, method TEXT NOT NULL, answer BLOB NOT NULL) STRICT;"
    "CREATE INDEX control_request_sequence ON control_request(sequence);"
    "CREATE TABLE control_routing("
    "  use_case TEXT NOT NULL, revision INTEGER NOT NULL, config BLOB NOT NULL, applied_ms INTEGER NOT NULL,"
    "  applied_by TEXT NOT NULL, comment TEXT NOT NULL, PRIMARY KEY(use_case, revision)) STRICT, WITHOUT "
    "ROWID;"
    "CREATE TABLE control_worker(endpoint TEXT PRIMARY KEY, config BLOB NOT NULL) STRICT, WITHOUT ROWID;"
    "CREATE TABLE control_revision(id INTEGER PRIMARY KEY CHECK(id = 1), revision INTEGER NOT NULL) STRICT;"
    "INSERT INTO control_revision VALUES(1, 0);",
};

struct AuditEntry {
  std::uint64_t sequence = 0;
  std::int64_t time_ms = 0;
  std::string actor, action, subject, detail;
  std::string previous_hash, hash;
};
// Hex SHA-256 over every field but `hash`, each preceded by its length.
std::string auditHash(const AuditEntry& entry);

// Thread-safe as the database is.
class AuditLog final {
 public:
  AuditLog(const storage::Database& database, const Clock& clock) : database_(database), clock_(clock) {}
  absl::Status append(std::string_view actor, std::string_view action, std::string_view subject,
                      std::string_view detail);
  // Entries after `since`, oldest first; the newest `limit` of those that contain `search` (ignoring case).
  absl::StatusOr<std::vector<AuditEntry>> list(std::uint64_t since, std::uint32_t limit,
                                               std::string_view search) const;
  // DataLoss names the first entry that does not fit the chain.
  absl::Status verify() const;

 private:
  const storage::Database& database_;
  const Clock& clock_;
};

}  // namespace aerie::control
