#include "services/control/audit_log.h"

#include <algorithm>

#include "core/base/crypto.h"
#include "core/base/status.h"

namespace aerie::control {
namespace {

constexpr std::uint32_t kMaxEntries = 10'000;

AuditEntry read(const storage::Statement& row) {
  return {static_cast<std::uint64_t>(row.int64(0)),
          row.int64(1),
          row.string(2),
          row.string(3),
          row.string(4),
          row.string(5),
          row.string(6),
          row.string(7)};
}

}  // namespace

std::string auditHash(const AuditEntry& e) {
  std::string bytes;
  for (const std::string& field : {std::to_string(e.sequence), std::to_string(e.time_ms), e.actor, e.action,
                                   e.subject, e.detail, e.previous_hash}) {
    bytes += fmt::format("{}:{}", field.size(), field);
  }
  return sha256Hex(bytes);
}

absl::Status AuditLog::append(std::string_view actor, std::string_view action, std::string_view subject,
                              std::string_view detail) {
  AERIE_ASSIGN_OR_RETURN(storage::Transaction transaction, database_.begin());
  AuditEntry entry;
  {
    AERIE_ASSIGN_OR_RETURN(
        storage::Statement last,
        database_.prepare("SELECT sequence, hash FROM control_audit ORDER BY sequence DESC LIMIT 1"));
    AERIE_ASSIGN_OR_RETURN(const bool row, last.step());
    entry.sequence = row ? static_cast<std::uint64_t>(last.int64(0)) + 1 : 1;
    entry.previous_hash = row ? last.string(1) : "";
  }
  entry.time_ms = unixMillis(clock_.wallNow());
  entry.actor = actor;
  entry.action = action;
  entry.subject = subject;
  entry.detail = detail;
  entry.hash = auditHash(entry);
  AERIE_RETURN_IF_ERROR(database_
                            .run("INSERT INTO control_audit VALUES(?,?,?,?,?,?,?,?)", entry.sequence,
                                 entry.time_ms, entry.actor, entry.action, entry.subject, entry.detail,
                                 entry.previous_hash, entry.hash)
                            .status());
  return transaction.commit();
}

absl::StatusOr<std::vector<AuditEntry>> AuditLog::list(std::uint64_t since, std::uint32_t limit,
                                                       std::string_view search) const {
  AERIE_ASSIGN_OR_RETURN(
      storage::Statement rows,
      database_.prepare("SELECT * FROM control_audit WHERE sequence > ?1 AND (?2 = '' OR instr(lower(actor "
                        "|| ' ' || action || ' ' ||"
                        " subject || ' ' || detail), lower(?2)) > 0) ORDER BY sequence DESC LIMIT ?3"));
  rows.bindAll(since, search, std::min(limit == 0 ? 100U : limit, kMaxEntries));
  std::vector<AuditEntry> result;
  for (;;) {
    AERIE_ASSIGN_OR_RETURN(const bool row, rows.step());
    if (!row) break;
    result.push_back(read(rows));
  }
  std::reverse(result.begin(), result.end());
  return result;
}

absl::Status AuditLog::verify() const {
  AERIE_ASSIGN_OR_RETURN(storage::Statement rows,
                         database_.prepare("SELECT * FROM control_audit ORDER BY sequence"));
  std::string previous;
  std::uint64_t expected = 1;
  for (;; ++expected) {
    AERIE_ASSIGN_OR_RETURN(const bool row, rows.step());
    if (!row) return absl::OkStatus();
    const AuditEntry entry = read(rows);
    if (entry.sequence != expected || entry.previous_hash != previous || entry.hash != auditHash(entry)) {
      return dataLoss(
          "{}: the audit log is broken at entry {}: it was changed from outside; restore the database from a "
          "backup, or "
          "keep this file as evidence and start with a new --state-dir",
          database_.path().string(), expected);
    }
    previous = entry.hash;
  }
}

}  // namespace aerie::control
