#include "sim/faults/stored_tables.h"

#include <memory>
#include <sqlite3.h>
#include <string>
#include <vector>

#include "core/base/status.h"

namespace aerie::sim {
namespace {

constexpr int kBusyMs = 5'000;
constexpr std::string_view kAway = "away_";

using Handle = std::unique_ptr<sqlite3, int (*)(sqlite3*)>;

absl::Status run(sqlite3* database, const std::filesystem::path& file, const std::string& sql,
                 std::vector<std::string>* first_column = nullptr) {
  const auto collect = [](void* list, int, char** values, char**) {
    static_cast<std::vector<std::string>*>(list)->emplace_back(values[0]);
    return 0;
  };
  if (sqlite3_exec(database, sql.c_str(), first_column == nullptr ? nullptr : +collect, first_column,
                   nullptr) == SQLITE_OK)
    return absl::OkStatus();
  return unavailable("{}: {}", file.string(), sqlite3_errmsg(database));
}

std::string quoted(const std::string& name) {
  std::string text = "\"";
  for (const char c : name) text += c == '"' ? std::string("\"\"") : std::string(1, c);
  return text + '"';
}

absl::StatusOr<int> rename(sqlite3* database, const std::filesystem::path& file, bool hide) {
  const std::string pattern = hide ? "rows\\_%" : "away\\_rows\\_%";
  std::vector<std::string> names;
  AERIE_RETURN_IF_ERROR(run(database, file,
                            "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE '" + pattern +
                                "' ESCAPE '\\' ORDER BY name",
                            &names));
  if (names.empty())
    return notFound("{}: holds no stored rows{}", file.string(), hide ? "" : " that were put away");
  for (const std::string& name : names) {
    const std::string to = hide ? std::string(kAway) + name : name.substr(kAway.size());
    AERIE_RETURN_IF_ERROR(
        run(database, file, fmt::format("ALTER TABLE {} RENAME TO {}", quoted(name), quoted(to))));
  }
  return static_cast<int>(names.size());
}

}  // namespace

absl::StatusOr<int> hideStoredTables(const std::filesystem::path& database, bool hide) {
  sqlite3* opened = nullptr;
  const int code = sqlite3_open_v2(database.c_str(), &opened, SQLITE_OPEN_READWRITE, nullptr);
  const Handle handle(opened, &sqlite3_close);
  if (code != SQLITE_OK)
    return unavailable("{} cannot be opened: {}", database.string(), sqlite3_errstr(code));
  sqlite3_busy_timeout(opened, kBusyMs);
  // Immediate: two that read first and wrote later could not both go on.
  AERIE_RETURN_IF_ERROR(run(opened, database, "BEGIN IMMEDIATE"));
  absl::StatusOr<int> renamed = rename(opened, database, hide);
  if (renamed.ok()) {
    const absl::Status committed = run(opened, database, "COMMIT");
    if (committed.ok()) return renamed;
    renamed = committed;
  }
  run(opened, database, "ROLLBACK").IgnoreError();  // the reason above is what counts
  return renamed;
}

}  // namespace aerie::sim
