#include <algorithm>
#include <charconv>
#include <map>

#include "core/storage/connection.h"

namespace aerie::storage {
namespace {

constexpr std::string_view kVersionTable =
    "CREATE TABLE IF NOT EXISTS schema_version(room TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT";

// Versions as the file has them. Sets are read by name; the unnamed set is user_version.
struct Versions {
  std::int64_t user_version = 0;
  std::map<std::string, std::int64_t, std::less<>> sets;

  std::int64_t of(const MigrationSet& set) const {
    if (set.name.empty()) return user_version;
    const auto found = sets.find(set.name);
    return found == sets.end() ? 0 : found->second;
  }
};

absl::StatusOr<Versions> readVersions(Connection& connection) {
  Versions versions;
  AERIE_ASSIGN_OR_RETURN(versions.user_version, integerLocked(connection, "PRAGMA user_version"));
  AERIE_ASSIGN_OR_RETURN(
      const std::int64_t has_table,
      integerLocked(connection, "SELECT count(*) FROM sqlite_schema WHERE name = 'schema_version'"));
  if (has_table == 0) return versions;
  sqlite3_stmt* query = nullptr;
  int code =
      sqlite3_prepare_v2(connection.handle, "SELECT room, version FROM schema_version", -1, &query, nullptr);
  if (code != SQLITE_OK) return connection.error(code, "reading its schema version");
  while ((code = sqlite3_step(query)) == SQLITE_ROW) {
    versions.sets[reinterpret_cast<const char*>(sqlite3_column_text(query, 0))] =
        sqlite3_column_int64(query, 1);
  }
  sqlite3_finalize(query);
  if (code != SQLITE_DONE) return connection.error(code, "reading its schema version");
  return versions;
}

absl::Status newer(const Connection& connection, std::string_view what, std::int64_t have,
                   std::int64_t known) {
  return failedPrecondition(
      "{}: was written by a newer version of this program: its schema{} is version {}, this program knows up "
      "to {}; "
      "start the newer program, or restore a backup made before the upgrade (files beside it named "
      "*.backup-*)",
      connection.path.string(), what, have, known);
}

absl::Status refuseNewer(const Connection& connection, std::span<const MigrationSet> sets,
                         const Versions& versions) {
  std::int64_t known = 0;
  for (const MigrationSet& set : sets) {
    const auto steps = static_cast<std::int64_t>(set.steps.size());
    known += steps;
    const std::string what = set.name.empty() ? std::string() : fmt::format(" of '{}'", set.name);
    if (versions.of(set) > steps) return newer(connection, what, versions.of(set), steps);
  }
  for (const auto& [name, version] : versions.sets) {
    const bool is_known = std::any_of(sets.begin(), sets.end(),
                                      [&name = name](const MigrationSet& set) { return set.name == name; });
    if (!is_known) return newer(connection, fmt::format(" of '{}'", name), version, 0);
  }
  if (versions.user_version > known) return newer(connection, "", versions.user_version, known);
  return absl::OkStatus();
}

// The existing copies by sequence number: <file>.backup-<sequence>-v<version>. A copy that another process is
// making (with .tmp behind, and what SQLite puts beside that) is none yet, and not ours to remove.
std::map<int, std::filesystem::path> backupsOf(const std::filesystem::path& path) {
  std::map<int, std::filesystem::path> found;
  const std::string prefix = path.filename().string() + ".backup-";
  const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : ".";
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with(prefix)) continue;
    int sequence = 0;
    const char* end = name.data() + name.size();
    const auto [next, code] = std::from_chars(name.data() + prefix.size(), end, sequence);
    const std::string_view version(next, static_cast<std::size_t>(end - next));
    if (code != std::errc() || !version.starts_with("-v") || version.size() < 3) continue;
    if (version.find_first_not_of("0123456789", 2) == version.npos) found[sequence] = entry.path();
  }
  return found;
}

absl::Status backUp(Connection& connection, std::int64_t version, int keep) {
  if (keep <= 0 || connection.path == ":memory:") return absl::OkStatus();
  auto backups = backupsOf(connection.path);
  const int sequence = backups.empty() ? 1 : backups.rbegin()->first + 1;
  const std::filesystem::path to =
      fmt::format("{}.backup-{:04}-v{}", connection.path.string(), sequence, version);
  const absl::Status copied = copyLocked(connection, to);
  if (!copied.ok())
    return withContext(copied, fmt::format("{}: no backup before the upgrade, so it is not upgraded",
                                           connection.path.string()));
  backups[sequence] = to;
  while (backups.size() > static_cast<std::size_t>(keep)) {
    std::error_code ignored;
    std::filesystem::remove(backups.begin()->second, ignored);
    backups.erase(backups.begin());
  }
  return absl::OkStatus();
}

// One step in its transaction. Another process may have run it since the versions were read: looks again
// inside.
absl::Status runStep(Connection& connection, std::span<const MigrationSet> sets, const MigrationSet& set,
                     std::size_t index) {
  AERIE_ASSIGN_OR_RETURN(const Versions versions, readVersions(connection));
  AERIE_RETURN_IF_ERROR(refuseNewer(connection, sets, versions));
  const auto target = static_cast<std::int64_t>(index) + 1;
  if (versions.of(set) >= target) return absl::OkStatus();
  AERIE_RETURN_IF_ERROR(executeLocked(connection, set.steps[index]));
  if (!set.name.empty()) {
    AERIE_RETURN_IF_ERROR(executeLocked(connection, kVersionTable));
    AERIE_RETURN_IF_ERROR(executeLocked(
        connection,
        fmt::format(
            "INSERT INTO schema_version VALUES('{}', {}) ON CONFLICT(room) DO UPDATE SET version = {}",
            set.name, target, target)));
  }
  return executeLocked(connection, fmt::format("PRAGMA user_version = {}", versions.user_version + 1));
}

absl::Status runStepInTransaction(Connection& connection, std::span<const MigrationSet> sets,
                                  const MigrationSet& set, std::size_t index) {
  AERIE_RETURN_IF_ERROR(executeLocked(connection, "BEGIN IMMEDIATE"));
  absl::Status status = runStep(connection, sets, set, index);
  if (status.ok()) status = executeLocked(connection, "COMMIT");
  if (status.ok()) return status;
  if (sqlite3_get_autocommit(connection.handle) == 0) (void)executeLocked(connection, "ROLLBACK");
  const std::string name = set.name.empty() ? std::string() : fmt::format(" of '{}'", set.name);
  return withContext(status, fmt::format("upgrading to schema version {}{}", index + 1, name));
}

}  // namespace

absl::Status migrate(Connection& connection, std::span<const MigrationSet> sets,
                     const DatabaseOptions& options) {
  AERIE_ASSIGN_OR_RETURN(const Versions before, readVersions(connection));
  AERIE_RETURN_IF_ERROR(refuseNewer(connection, sets, before));
  bool backed_up = before.user_version == 0;  // a new file has nothing to lose
  for (const MigrationSet& set : sets) {
    for (auto index = static_cast<std::size_t>(before.of(set)); index < set.steps.size(); ++index) {
      if (!backed_up) AERIE_RETURN_IF_ERROR(backUp(connection, before.user_version, options.keep_backups));
      backed_up = true;
      AERIE_RETURN_IF_ERROR(runStepInTransaction(connection, sets, set, index));
    }
  }
  return absl::OkStatus();
}

}  // namespace aerie::storage
