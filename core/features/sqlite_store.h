// SqliteFeatureStore: feature tables in one SQLite file (WAL), for one machine.
#pragma once

#include <absl/status/statusor.h>
#include <filesystem>
#include <memory>

#include "core/features/feature_store.h"

namespace aerie::features {

// Opens the file and makes it when it is missing. Thread-safe: reads run in parallel on a small pool of
// read-only connections, each multi-get is one SELECT; puts take turns on one writer and are atomic per call.
// Unavailable when the file can't be read (locked for over 5 s, disk error), FailedPrecondition for a newer
// schema.
absl::StatusOr<std::unique_ptr<FeatureStore>> openSqliteFeatureStore(const std::filesystem::path& path);

}  // namespace aerie::features
