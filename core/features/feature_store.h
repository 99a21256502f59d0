// FeatureStore: stored features by table and key, read in one multi-get per table and request.
#pragma once

#include <absl/status/statusor.h>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/frame/data_frame.h"

namespace aerie::features {

// What a table's rows hold, in packed order.
struct TableColumn {
  std::string name;
  frame::DataType type = frame::DataType::kDouble;
  std::size_t dimension = 1;
  friend bool operator==(const TableColumn&, const TableColumn&) = default;
};
struct TableSchema {
  std::string table;
  std::vector<std::string> key;      // names of the key parts, in order
  std::vector<TableColumn> columns;  // the values
  friend bool operator==(const TableSchema&, const TableSchema&) = default;
};

// A composite key as stored: the parts as text (Column::textAt), joined by the unit separator U+001F.
std::string joinKey(std::span<const std::string> parts);

// Thread-safe. Implementations: SqliteFeatureStore, RedisFeatureStore, CachedFeatureStore.
class FeatureStore {
 public:
  virtual ~FeatureStore() = default;
  // NotFound when the table does not exist.
  virtual absl::StatusOr<TableSchema> schema(const std::string& table) = 0;
  // Packed rows for `keys` (distinct), in their order; an empty string where there is none. One round trip.
  // Unavailable when the store can't be reached: callers fall back to defaults and count them.
  virtual absl::StatusOr<std::vector<std::shared_ptr<const std::string>>> multiGet(
      const std::string& table, std::span<const std::string> keys) = 0;
  // Makes or replaces rows. `frame` holds the key columns and the value columns of the schema. The first put
  // of a table makes it; a later one with another schema is FailedPrecondition.
  virtual absl::Status put(const TableSchema& schema, const frame::DataFrame& frame) = 0;
  virtual std::string description() const = 0;
};

// Rows as stored: a version byte, then per column a presence byte and the value (little-endian; strings with
// a u32 length). See row_codec.h.

// url: "sqlite:PATH", "redis://host:port[/db]", "unix:///path?db=n". Unknown schemes are InvalidArgument.
absl::StatusOr<std::unique_ptr<FeatureStore>> openFeatureStore(const std::string& url);

}  // namespace aerie::features
