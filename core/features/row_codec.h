// Packed rows: how one stored row of features looks as bytes, the same in every store.
//
//   row    = version byte (1), then per column of the schema: a presence byte (0 = null, 1 = value) and, when
//   present, value  = double, float, int64: 8, 4, 8 bytes little-endian; bool: 1 byte; string: u32 length and
//   bytes;
//            float vector: dimension * 4 bytes.
// Stores treat rows as opaque. Everything here is pure and thread-safe to share.
#pragma once

#include <absl/status/statusor.h>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/features/feature_store.h"

namespace aerie::features {

// Table and column names: 1..128 bytes of text without control characters, quotes or backslashes, distinct,
// at least one key part and one column; float vectors have a dimension of 1..65536. InvalidArgument names the
// table and the column.
absl::Status validateSchema(const TableSchema& schema);

// The schema as text (YAML, one table), as stored beside the rows, and back.
std::string schemaToText(const TableSchema& schema);
absl::StatusOr<TableSchema> schemaFromText(std::string_view text, const std::string& source);

// Turns the rows of a frame into keys and packed rows. Keeps pointers into `frame` and `schema`: both must
// outlive it.
class RowEncoder final {
 public:
  // InvalidArgument for a missing column, a wrong type or dimension (no cast is done), or a null in a key
  // column.
  static absl::StatusOr<RowEncoder> create(const TableSchema& schema, const frame::DataFrame& frame);
  std::size_t rows() const { return rows_; }
  std::string key(std::size_t row) const;
  std::string encode(std::size_t row) const;

 private:
  RowEncoder() = default;
  std::size_t rows_ = 0;
  std::vector<const frame::Column*> key_;
  std::vector<const frame::Column*> columns_;
};

using PackedRow = std::shared_ptr<const std::string>;

// Unpacks chosen columns of many rows. Column i of the result has the name, type and dimension of
// schema.columns[columns[i]] and one row per element of `rows`; null where the row is absent (nullptr or
// empty) or the cell is null. DataLoss for bytes that do not fit the schema.
absl::StatusOr<std::vector<frame::Column>> decodeRows(const TableSchema& schema,
                                                      std::span<const std::size_t> columns,
                                                      std::span<const PackedRow> rows);

}  // namespace aerie::features
