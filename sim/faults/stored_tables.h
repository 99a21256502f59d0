// A feature store in SQLite without its tables: a file that readers have open cannot be taken from them;
// without its tables every read fails the same way.
#pragma once

#include <absl/status/statusor.h>
#include <filesystem>

namespace aerie::sim {

// Renames the tables of stored rows (rows_*) so that no reader finds them, or back again; all of them or,
// after an error, none. Answers how many. NotFound: there are none to rename. Unavailable: SQLite's words.
absl::StatusOr<int> hideStoredTables(const std::filesystem::path& database, bool hide);

}  // namespace aerie::sim
