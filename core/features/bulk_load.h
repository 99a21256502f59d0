// Bulk load: a CSV file into a table of a feature store, block by block.
#pragma once

#include <absl/status/statusor.h>
#include <cstdint>
#include <functional>
#include <istream>
#include <map>
#include <string>
#include <vector>

#include "core/features/feature_store.h"

namespace aerie::features {

struct BulkLoadProgress {
  std::uint64_t rows = 0;   // stored so far
  std::uint64_t bytes = 0;  // of the file, read so far
};

struct BulkLoadOptions {
  std::string table;
  std::vector<std::string> key;                  // names of the key columns, in order
  std::map<std::string, frame::DataType> types;  // of columns; the others are inferred from the first block
  std::vector<std::string> columns;  // value columns to take; empty = all that are not key columns
  std::size_t batch_rows = 5'000;
  // Called after each batch in the caller's thread; false stops the load (Cancelled, batches so far stay).
  std::function<bool(const BulkLoadProgress&)> progress;
};

// Loads and returns what was stored. Batches are atomic, the whole is not: a load that fails can be repeated,
// rows are replaced by key. InvalidArgument names line and column of bad cells; `source` names the file.
absl::StatusOr<BulkLoadProgress> bulkLoadCsv(std::istream& in, const std::string& source, FeatureStore& store,
                                             const BulkLoadOptions& options);

}  // namespace aerie::features
