// DataFrame: typed, null-aware columns; slices and columns decoded from the wire share their memory.
//
// A Column is an immutable value, cheap to copy: it points into a buffer that it keeps alive (an own vector,
// or the request message that it was decoded from). Thread-safe to read from any number of threads. The types
// on the wire are aerie/v1/frame.proto; see wire.h for the conversion and csv.h for text.
#pragma once

#include <absl/status/statusor.h>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace aerie::frame {

enum class DataType : std::uint8_t { kDouble, kFloat, kInt64, kBool, kString, kFloatVector };
std::string_view name(DataType type);  // "double", "float", "int64", "bool", "string", "float_vector"
absl::StatusOr<DataType> dataTypeFromName(std::string_view name);

// A null bitmap of the wire: bit (row % 8) of byte row / 8 is 1 where the row is null. Empty = no nulls.
class NullMask final {
 public:
  NullMask() = default;
  // `offset`: first row of this view inside the bytes.
  NullMask(std::shared_ptr<const void> owner, const std::uint8_t* bytes, std::size_t offset,
           std::size_t rows);
  static NullMask fromFlags(const std::vector<bool>& is_null);  // empty mask when none is set
  bool empty() const { return bytes_ == nullptr; }
  bool isNull(std::size_t row) const {
    return bytes_ != nullptr && ((bytes_[(offset_ + row) >> 3] >> ((offset_ + row) & 7)) & 1) != 0;
  }
  std::size_t count() const;
  NullMask slice(std::size_t begin, std::size_t rows) const;
  // Packed from bit 0, ceil(rows / 8) bytes; "" when no row is null.
  std::string pack() const;
  // Appends what pack() gives, for the wire.
  void packInto(std::string* out) const;

 private:
  friend class NullBuilder;
  std::shared_ptr<const void> owner_;
  const std::uint8_t* bytes_ = nullptr;
  std::size_t offset_ = 0;
  std::size_t rows_ = 0;
};

// Collects nulls row by row; allocates only when the first one is set. Not thread-safe.
class NullBuilder final {
 public:
  explicit NullBuilder(std::size_t rows, bool all_null = false);
  void set(std::size_t row);
  void clear(std::size_t row);
  void add(const NullMask& mask);  // of as many rows
  NullMask finish() &&;            // an empty mask when no row is null

 private:
  std::size_t rows_;
  std::shared_ptr<std::vector<std::uint8_t>> bytes_;
};

class Column final {
 public:
  static Column ofDoubles(std::string name, std::vector<double> values, NullMask nulls = {});
  static Column ofFloats(std::string name, std::vector<float> values, NullMask nulls = {});
  static Column ofInt64s(std::string name, std::vector<std::int64_t> values, NullMask nulls = {});
  static Column ofBools(std::string name, std::vector<std::uint8_t> values, NullMask nulls = {});  // 0 or 1
  static Column ofStrings(std::string name, std::vector<std::string> values, NullMask nulls = {});
  // values.size() = rows * dimension, row-major; dimension > 0.
  static Column ofFloatVectors(std::string name, std::size_t dimension, std::vector<float> values,
                               NullMask nulls = {});

  // Views on memory that `owner` keeps alive (a decoded message). Bools are one byte each.
  template <class T>
  static Column view(
      std::string name, std::shared_ptr<const void> owner, std::span<const T> values, NullMask nulls = {},
      std::size_t dimension = 1);  // T: double, float, int64_t, uint8_t (bool), std::string_view
  // A view of float vectors, also of dimension 1 (view<float> with dimension 1 is a float column).
  static Column viewFloatVectors(std::string name, std::shared_ptr<const void> owner,
                                 std::span<const float> values, std::size_t dimension, NullMask nulls = {});

  const std::string& name() const { return name_; }
  DataType type() const { return type_; }
  std::size_t rows() const { return rows_; }
  std::size_t dimension() const { return dimension_; }  // 1 but for float vectors
  bool isNull(std::size_t row) const { return nulls_.isNull(row); }
  bool hasNulls() const { return nulls_.count() > 0; }
  const NullMask& nulls() const { return nulls_; }
  const std::shared_ptr<const void>& owner() const { return owner_; }  // what keeps the values alive

  // Typed access; the caller has checked type() (AERIE_CHECK otherwise). Values at null rows are unspecified.
  std::span<const double> doubles() const;
  std::span<const float> floats() const;  // also float vectors: rows() * dimension()
  std::span<const std::int64_t> int64s() const;
  std::span<const std::uint8_t> bools() const;
  std::span<const std::string_view> strings() const;

  // Any numeric or bool row as double; NaN for null. AERIE_CHECK for strings and vectors.
  double numberAt(std::size_t row) const;
  // Text as hashed and shown: strings as they are, integers in decimal, bools true/false, doubles shortest
  // round-trip, vectors with ';' between their numbers, "" for null.
  std::string textAt(std::size_t row) const;

  Column renamed(std::string name) const;
  Column slice(std::size_t begin, std::size_t rows) const;   // shares memory
  Column gather(std::span<const std::uint32_t> rows) const;  // row i of the result = row rows[i]; copies
  Column repeat(std::size_t times) const;                    // of a one-row column
  // Casts between numeric types and bool; a double becomes an int64 only when it is whole, a number a bool
  // only when it is 0 or 1; rounding to float or double is accepted, overflow is not. InvalidArgument names
  // the first value that does not fit or type that can't.
  absl::StatusOr<Column> cast(DataType to) const;
  // Same name, type, nulls and values (NaN equals NaN).
  friend bool operator==(const Column& a, const Column& b);

 private:
  Column() = default;
  std::string name_;
  DataType type_ = DataType::kDouble;
  std::size_t rows_ = 0;
  std::size_t dimension_ = 1;
  std::shared_ptr<const void> owner_;
  const void* data_ = nullptr;  // first value of this view
  NullMask nulls_;
};

// Columns of equal length with distinct names.
class DataFrame final {
 public:
  DataFrame() = default;
  // InvalidArgument for ragged columns, an empty or a duplicate name; the message names the columns and their
  // lengths.
  static absl::StatusOr<DataFrame> create(std::vector<Column> columns);
  static DataFrame empty(std::size_t rows);  // no columns

  std::size_t rows() const { return rows_; }
  const std::vector<Column>& columns() const { return columns_; }
  const Column* find(std::string_view name) const;  // nullptr when absent
  absl::StatusOr<const Column*> get(
      std::string_view name) const;  // NotFound names the columns that are there
  absl::Status add(Column column);   // InvalidArgument when ragged or duplicate

  DataFrame slice(std::size_t begin, std::size_t rows) const;
  DataFrame gather(std::span<const std::uint32_t> rows) const;
  absl::StatusOr<DataFrame> select(std::span<const std::string> names) const;
  friend bool operator==(const DataFrame& a, const DataFrame& b);

 private:
  std::vector<Column> columns_;
  std::size_t rows_ = 0;
};

// A part of a scattered answer: row i of `frame` belongs at rows[i] of the whole.
struct Part {
  DataFrame frame;
  std::vector<std::uint32_t> rows;
};
// Puts parts together into `total` rows. Columns are the union by name (order of first appearance); rows that
// no part fills, or whose part lacks the column, are null. Double, float and int64 that differ between parts
// widen to double; other differences, a row out of range or a row filled twice give InvalidArgument.
absl::StatusOr<DataFrame> scatterMerge(std::span<const Part> parts, std::size_t total);

// Stacks frames with the same columns (names and types, any order of names follows the first).
absl::StatusOr<DataFrame> concat(std::span<const DataFrame> frames);

}  // namespace aerie::frame
