#include "core/features/row_codec.h"

#include <bit>
#include <cstring>
#include <set>

#include "core/base/ids.h"
#include "core/base/status.h"
#include "core/base/yaml_reader.h"

namespace aerie::features {
namespace {

static_assert(std::endian::native == std::endian::little, "packed rows are little-endian");

constexpr char kVersion = 1;
constexpr std::size_t kMaxDimension = 65'536;
constexpr std::size_t kMaxName = 128;

bool plainName(std::string_view name) {
  if (name.empty() || name.size() > kMaxName) return false;
  for (const char c : name) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f || c == '"' || c == '\'' || c == '\\') return false;
  }
  return true;
}

template <class T>
void append(std::string& out, T value) {
  char bytes[sizeof(T)];
  std::memcpy(bytes, &value, sizeof(T));
  out.append(bytes, sizeof(T));
}

void appendCell(const frame::Column& column, std::size_t row, std::string& out) {
  switch (column.type()) {
    case frame::DataType::kDouble: append(out, column.doubles()[row]); break;
    case frame::DataType::kFloat: append(out, column.floats()[row]); break;
    case frame::DataType::kInt64: append(out, column.int64s()[row]); break;
    case frame::DataType::kBool: append<char>(out, column.bools()[row] != 0 ? 1 : 0); break;
    case frame::DataType::kString: {
      const std::string_view text = column.strings()[row];
      append(out, static_cast<std::uint32_t>(text.size()));
      out.append(text);
      break;
    }
    case frame::DataType::kFloatVector: {
      const std::span<const float> values =
          column.floats().subspan(row * column.dimension(), column.dimension());
      out.append(reinterpret_cast<const char*>(values.data()), values.size_bytes());
      break;
    }
  }
}

// Reads one packed row from front to back; every read is checked.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}
  template <class T>
  bool read(T& value) {
    if (bytes_.size() < sizeof(T)) return false;
    std::memcpy(&value, bytes_.data(), sizeof(T));
    bytes_.remove_prefix(sizeof(T));
    return true;
  }
  bool take(std::size_t size, std::string_view& part) {
    if (bytes_.size() < size) return false;
    part = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return true;
  }
  bool atEnd() const { return bytes_.empty(); }

 private:
  std::string_view bytes_;
};

// Collects the cells of one column.
class ColumnBuilder {
 public:
  ColumnBuilder(const TableColumn& column, std::size_t rows) : column_(column), nulls_(rows, false) {
    switch (column.type) {
      case frame::DataType::kDouble: doubles_.resize(rows); break;
      case frame::DataType::kFloat: floats_.resize(rows); break;
      case frame::DataType::kInt64: int64s_.resize(rows); break;
      case frame::DataType::kBool: bools_.resize(rows); break;
      case frame::DataType::kString: strings_.resize(rows); break;
      case frame::DataType::kFloatVector: floats_.resize(rows * column.dimension); break;
    }
  }
  void setNull(std::size_t row) {
    nulls_[row] = true;
    any_null_ = true;
  }
  bool read(std::size_t row, Reader& reader) {
    switch (column_.type) {
      case frame::DataType::kDouble: return reader.read(doubles_[row]);
      case frame::DataType::kFloat: return reader.read(floats_[row]);
      case frame::DataType::kInt64: return reader.read(int64s_[row]);
      case frame::DataType::kBool: return reader.read(bools_[row]) && bools_[row] <= 1;
      case frame::DataType::kString: {
        std::uint32_t size = 0;
        std::string_view text;
        if (!reader.read(size) || !reader.take(size, text)) return false;
        strings_[row] = text;
        return true;
      }
      case frame::DataType::kFloatVector: {
        std::string_view bytes;
        if (!reader.take(column_.dimension * sizeof(float), bytes)) return false;
        std::memcpy(floats_.data() + row * column_.dimension, bytes.data(), bytes.size());
        return true;
      }
    }
    return false;
  }
  frame::Column finish() {
    frame::NullMask nulls = any_null_ ? frame::NullMask::fromFlags(nulls_) : frame::NullMask();
    switch (column_.type) {
      case frame::DataType::kDouble:
        return frame::Column::ofDoubles(column_.name, std::move(doubles_), nulls);
      case frame::DataType::kFloat: return frame::Column::ofFloats(column_.name, std::move(floats_), nulls);
      case frame::DataType::kInt64: return frame::Column::ofInt64s(column_.name, std::move(int64s_), nulls);
      case frame::DataType::kBool: return frame::Column::ofBools(column_.name, std::move(bools_), nulls);
      case frame::DataType::kString:
        return frame::Column::ofStrings(column_.name, std::move(strings_), nulls);
      case frame::DataType::kFloatVector: break;
    }
    return frame::Column::ofFloatVectors(column_.name, column_.dimension, std::move(floats_), nulls);
  }

 private:
  const TableColumn& column_;
  bool any_null_ = false;
  std::vector<bool> nulls_;
  std::vector<double> doubles_;
  std::vector<float> floats_;
  std::vector<std::int64_t> int64s_;
  std::vector<std::uint8_t> bools_;
  std::vector<std::string> strings_;
};

// Steps over a cell that nobody asked for.
bool skipCell(const TableColumn& column, Reader& reader) {
  std::string_view ignored;
  switch (column.type) {
    case frame::DataType::kDouble:
    case frame::DataType::kInt64: return reader.take(8, ignored);
    case frame::DataType::kFloat: return reader.take(4, ignored);
    case frame::DataType::kBool: return reader.take(1, ignored);
    case frame::DataType::kString: {
      std::uint32_t size = 0;
      return reader.read(size) && reader.take(size, ignored);
    }
    case frame::DataType::kFloatVector: return reader.take(column.dimension * sizeof(float), ignored);
  }
  return false;
}

absl::Status checkFrameColumn(const TableSchema& schema, const TableColumn& wanted,
                              const frame::Column& column) {
  if (column.type() == wanted.type && column.dimension() == wanted.dimension) return absl::OkStatus();
  return invalidArgument(
      "column '{}' for feature table '{}' is {} of dimension {}, the table holds {} of dimension {}",
      wanted.name, schema.table, frame::name(column.type()), column.dimension(), frame::name(wanted.type),
      wanted.dimension);
}

}  // namespace

absl::Status validateSchema(const TableSchema& schema) {
  AERIE_RETURN_IF_ERROR(validateName("feature table", schema.table));
  if (schema.table == "schema")
    return invalidArgument("a feature table can't be named 'schema'; choose another name");
  if (schema.key.empty())
    return invalidArgument("feature table '{}' has no key; name at least one key column", schema.table);
  if (schema.columns.empty()) {
    return invalidArgument("feature table '{}' has no value columns; it needs at least one beside its key",
                           schema.table);
  }
  std::set<std::string_view> names;
  const auto checkName = [&](const std::string& name) {
    if (!plainName(name)) {
      return invalidArgument(
          "feature table '{}': '{}' is not a column name; use 1 to {} characters without quotes, "
          "backslashes or control characters",
          schema.table, name, kMaxName);
    }
    if (!names.insert(name).second) {
      return invalidArgument("feature table '{}' has the column '{}' twice; rename one", schema.table, name);
    }
    return absl::OkStatus();
  };
  for (const std::string& name : schema.key) AERIE_RETURN_IF_ERROR(checkName(name));
  for (const TableColumn& column : schema.columns) {
    AERIE_RETURN_IF_ERROR(checkName(column.name));
    const bool vector = column.type == frame::DataType::kFloatVector;
    if (vector ? column.dimension < 1 || column.dimension > kMaxDimension : column.dimension != 1) {
      return invalidArgument(
          "feature table '{}', column '{}': dimension {} does not fit {} (float vectors have 1 to {}, "
          "all else has 1)",
          schema.table, column.name, column.dimension, frame::name(column.type), kMaxDimension);
    }
  }
  return absl::OkStatus();
}

std::string schemaToText(const TableSchema& schema) {
  std::string text =
      fmt::format("table: \"{}\"\nkey: [\"{}\"]\ncolumns:\n", schema.table, fmt::join(schema.key, "\", \""));
  for (const TableColumn& column : schema.columns) {
    text += fmt::format("  - {{name: \"{}\", type: {}, dimension: {}}}\n", column.name,
                        frame::name(column.type), column.dimension);
  }
  return text;
}

absl::StatusOr<TableSchema> schemaFromText(std::string_view text, const std::string& source) {
  AERIE_ASSIGN_OR_RETURN(YamlNode root, YamlNode::parse(text, source));
  TableSchema schema;
  schema.table = root.requiredString("table");
  schema.key = root.strings("key");
  for (YamlNode& node : root.list("columns")) {
    TableColumn column;
    column.name = node.requiredString("name");
    const auto type = frame::dataTypeFromName(node.requiredString("type"));
    if (type.ok()) {
      column.type = *type;
    } else {
      node.fail("type", messageOf(type.status()));
    }
    const std::int64_t dimension = node.optionalInteger("dimension", 1);
    if (dimension < 1) node.fail("dimension", "must be at least 1");
    column.dimension = static_cast<std::size_t>(dimension);
    schema.columns.push_back(std::move(column));
  }
  AERIE_RETURN_IF_ERROR(root.finish());
  AERIE_RETURN_IF_ERROR(withContext(validateSchema(schema), source));
  return schema;
}

absl::StatusOr<RowEncoder> RowEncoder::create(const TableSchema& schema, const frame::DataFrame& frame) {
  AERIE_RETURN_IF_ERROR(validateSchema(schema));
  RowEncoder encoder;
  encoder.rows_ = frame.rows();
  for (const std::string& part : schema.key) {
    AERIE_ASSIGN_OR_RETURN(const frame::Column* column, frame.get(part));
    if (column->type() == frame::DataType::kFloatVector) {
      return invalidArgument("feature table '{}': key column '{}' holds float vectors, which can't be keys",
                             schema.table, part);
    }
    for (std::size_t row = 0; column->hasNulls() && row < column->rows(); ++row) {
      if (!column->isNull(row)) continue;
      return invalidArgument(
          "feature table '{}': key column '{}' is null in row {}; every row needs its whole key",
          schema.table, part, row);
    }
    encoder.key_.push_back(column);
  }
  for (const TableColumn& wanted : schema.columns) {
    AERIE_ASSIGN_OR_RETURN(const frame::Column* column, frame.get(wanted.name));
    AERIE_RETURN_IF_ERROR(checkFrameColumn(schema, wanted, *column));
    encoder.columns_.push_back(column);
  }
  return encoder;
}

std::string RowEncoder::key(std::size_t row) const {
  std::vector<std::string> parts;
  parts.reserve(key_.size());
  for (const frame::Column* column : key_) parts.push_back(column->textAt(row));
  return joinKey(parts);
}

std::string RowEncoder::encode(std::size_t row) const {
  std::string out(1, kVersion);
  for (const frame::Column* column : columns_) {
    const bool null = column->isNull(row);
    out.push_back(null ? 0 : 1);
    if (!null) appendCell(*column, row, out);
  }
  return out;
}

absl::StatusOr<std::vector<frame::Column>> decodeRows(const TableSchema& schema,
                                                      std::span<const std::size_t> columns,
                                                      std::span<const PackedRow> rows) {
  std::vector<ColumnBuilder> builders;
  builders.reserve(columns.size());
  std::vector<ColumnBuilder*> slots(schema.columns.size(), nullptr);
  for (const std::size_t index : columns) {
    AERIE_CHECK(index < schema.columns.size() && slots[index] == nullptr);
    builders.emplace_back(schema.columns[index], rows.size());
    slots[index] = &builders.back();
  }
  for (std::size_t row = 0; row < rows.size(); ++row) {
    if (rows[row] == nullptr || rows[row]->empty()) {
      for (ColumnBuilder& builder : builders) builder.setNull(row);
      continue;
    }
    Reader reader(*rows[row]);
    char version = 0;
    bool good = reader.read(version) && version == kVersion;
    for (std::size_t i = 0; good && i < slots.size(); ++i) {
      char present = 0;
      good = reader.read(present) && (present == 0 || present == 1);
      if (!good) break;
      if (present == 1) {
        good = slots[i] != nullptr ? slots[i]->read(row, reader) : skipCell(schema.columns[i], reader);
      } else if (slots[i] != nullptr) {
        slots[i]->setNull(row);
      }
    }
    if (!good || !reader.atEnd()) {
      return dataLoss(
          "feature table '{}' holds a row of {} bytes that does not fit its schema ({} columns); load the "
          "table "
          "again",
          schema.table, rows[row]->size(), schema.columns.size());
    }
  }
  std::vector<frame::Column> result;
  result.reserve(builders.size());
  for (ColumnBuilder& builder : builders) result.push_back(builder.finish());
  return result;
}

}  // namespace aerie::features
