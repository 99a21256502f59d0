#include "core/frame/wire.h"

#include <unordered_set>

#include "core/base/status.h"
#include "core/frame/typed.h"

namespace aerie::frame {
namespace {

constexpr std::size_t kMaxName = 256;

struct ViewedStrings {
  std::shared_ptr<const void> owner;
  std::vector<std::string_view> views;
};

template <class T, class Field>
std::span<const T> spanOf(const Field& field) {
  if constexpr (std::is_same_v<T, std::uint8_t>) {
    static_assert(sizeof(bool) == 1);
    return {reinterpret_cast<const std::uint8_t*>(field.data()), static_cast<std::size_t>(field.size())};
  } else {
    return {field.data(), static_cast<std::size_t>(field.size())};
  }
}

// Rows that the column's values make up; InvalidArgument for a column without values or with a bad dimension.
absl::StatusOr<std::size_t> rowsOf(const v1::Column& column) {
  switch (column.data_case()) {
    case v1::Column::kDoubles: return static_cast<std::size_t>(column.doubles().values_size());
    case v1::Column::kFloats: return static_cast<std::size_t>(column.floats().values_size());
    case v1::Column::kInt64S: return static_cast<std::size_t>(column.int64s().values_size());
    case v1::Column::kBools: return static_cast<std::size_t>(column.bools().values_size());
    case v1::Column::kStrings: return static_cast<std::size_t>(column.strings().values_size());
    case v1::Column::kFloatVectors: {
      const auto values = static_cast<std::size_t>(column.float_vectors().values_size());
      const std::size_t dimension = column.float_vectors().dimension();
      if (dimension == 0)
        return invalidArgument("column '{}' holds vectors of dimension 0; give at least 1", column.name());
      if (values % dimension != 0) {
        return invalidArgument("column '{}' has {} numbers, which are not whole vectors of dimension {}",
                               column.name(), values, dimension);
      }
      return values / dimension;
    }
    case v1::Column::DATA_NOT_SET: break;
  }
  return invalidArgument(
      "column '{}' has no values of a known type; set one of doubles, floats, int64s, bools, strings, "
      "float_vectors",
      column.name());
}

absl::StatusOr<NullMask> nullsOf(const std::shared_ptr<const void>& owner, const v1::Column& column,
                                 std::size_t rows) {
  const std::string& bitmap = column.null_bitmap();
  if (bitmap.empty()) return NullMask();
  if (bitmap.size() != (rows + 7) / 8) {
    return invalidArgument("column '{}' has a null bitmap of {} bytes; {} rows need exactly {}",
                           column.name(), bitmap.size(), rows, (rows + 7) / 8);
  }
  return NullMask(owner, reinterpret_cast<const std::uint8_t*>(bitmap.data()), 0, rows);
}

Column viewOf(const std::shared_ptr<const void>& owner, const v1::Column& column, NullMask nulls) {
  switch (column.data_case()) {
    case v1::Column::kDoubles:
      return Column::view(column.name(), owner, spanOf<double>(column.doubles().values()), std::move(nulls));
    case v1::Column::kFloats:
      return Column::view(column.name(), owner, spanOf<float>(column.floats().values()), std::move(nulls));
    case v1::Column::kInt64S:
      return Column::view(column.name(), owner, spanOf<std::int64_t>(column.int64s().values()),
                          std::move(nulls));
    case v1::Column::kBools:
      return Column::view(column.name(), owner, spanOf<std::uint8_t>(column.bools().values()),
                          std::move(nulls));
    case v1::Column::kFloatVectors:
      return Column::viewFloatVectors(column.name(), owner, spanOf<float>(column.float_vectors().values()),
                                      column.float_vectors().dimension(), std::move(nulls));
    case v1::Column::kStrings:
    case v1::Column::DATA_NOT_SET: break;
  }
  auto viewed = std::make_shared<ViewedStrings>();
  viewed->owner = owner;
  viewed->views.assign(column.strings().values().begin(), column.strings().values().end());
  const std::span<const std::string_view> views(viewed->views);
  return Column::view(column.name(), std::move(viewed), views, std::move(nulls));
}

absl::Status checkRows(std::uint64_t rows, const WireLimits& limits) {
  if (rows <= limits.max_rows) return absl::OkStatus();
  return invalidArgument("the frame has {} rows; the limit (max_rows) is {}; send it in smaller requests",
                         rows, limits.max_rows);
}

absl::Status checkName(const v1::Column& column, int index, std::unordered_set<std::string_view>& names) {
  if (column.name().empty()) return invalidArgument("column {} has no name; give every column one", index);
  if (column.name().size() > kMaxName) {
    return invalidArgument("column {} has a name of {} bytes; the limit is {}", index, column.name().size(),
                           kMaxName);
  }
  if (names.insert(column.name()).second) return absl::OkStatus();
  return invalidArgument("column '{}' is there twice; names must be distinct", column.name());
}

// Copies all values, or those of `rows`, into a repeated field of numbers.
template <class T, class Field>
void fill(std::span<const T> values, std::size_t dimension, const std::span<const std::uint32_t>* rows,
          Field* field) {
  using Value = typename Field::value_type;
  const std::size_t count = rows == nullptr ? values.size() : rows->size() * dimension;
  field->Resize(static_cast<int>(count), Value{});
  Value* to = field->mutable_data();
  if (rows == nullptr) {
    for (std::size_t i = 0; i < count; ++i) to[i] = static_cast<Value>(values[i]);
  } else if (dimension == 1) {
    for (std::size_t i = 0; i < count; ++i) to[i] = static_cast<Value>(values[(*rows)[i]]);
  } else {
    for (std::size_t i = 0; i < rows->size(); ++i) {
      for (std::size_t d = 0; d < dimension; ++d)
        to[i * dimension + d] = static_cast<Value>(values[(*rows)[i] * dimension + d]);
    }
  }
}

void fillStrings(std::span<const std::string_view> values, const std::span<const std::uint32_t>* rows,
                 google::protobuf::RepeatedPtrField<std::string>* field) {
  const std::size_t count = rows == nullptr ? values.size() : rows->size();
  field->Reserve(static_cast<int>(count));
  for (std::size_t i = 0; i < count; ++i) {
    const std::string_view text = values[rows == nullptr ? i : (*rows)[i]];
    field->Add()->assign(text.data(), text.size());
  }
}

void fillNulls(const Column& column, const std::span<const std::uint32_t>* rows, std::string* bitmap) {
  if (!column.hasNulls()) return;
  if (rows == nullptr) {
    column.nulls().packInto(bitmap);
    return;
  }
  NullBuilder nulls(rows->size());
  for (std::size_t i = 0; i < rows->size(); ++i) {
    if (column.isNull((*rows)[i])) nulls.set(i);
  }
  std::move(nulls).finish().packInto(bitmap);
}

void encode(const Column& column, const std::span<const std::uint32_t>* rows, v1::Column* message) {
  message->set_name(column.name());
  fillNulls(column, rows, message->mutable_null_bitmap());
  switch (column.type()) {
    case DataType::kDouble:
      return fill(column.doubles(), 1, rows, message->mutable_doubles()->mutable_values());
    case DataType::kFloat: return fill(column.floats(), 1, rows, message->mutable_floats()->mutable_values());
    case DataType::kInt64: return fill(column.int64s(), 1, rows, message->mutable_int64s()->mutable_values());
    case DataType::kBool: return fill(column.bools(), 1, rows, message->mutable_bools()->mutable_values());
    case DataType::kString:
      return fillStrings(column.strings(), rows, message->mutable_strings()->mutable_values());
    case DataType::kFloatVector: {
      message->mutable_float_vectors()->set_dimension(static_cast<std::uint32_t>(column.dimension()));
      return fill(column.floats(), column.dimension(), rows,
                  message->mutable_float_vectors()->mutable_values());
    }
  }
}

}  // namespace

absl::StatusOr<DataFrame> fromWire(std::shared_ptr<const void> owner, const v1::DataFrame& message,
                                   const WireLimits& limits) {
  AERIE_RETURN_IF_ERROR(checkRows(message.row_count(), limits));
  if (static_cast<std::size_t>(message.columns_size()) > limits.max_columns) {
    return invalidArgument("the frame has {} columns; the limit (max_columns) is {}", message.columns_size(),
                           limits.max_columns);
  }
  if (message.columns().empty()) return DataFrame::empty(message.row_count());
  std::vector<Column> columns;
  columns.reserve(static_cast<std::size_t>(message.columns_size()));
  std::unordered_set<std::string_view> names;
  for (int i = 0; i < message.columns_size(); ++i) {
    const v1::Column& column = message.columns(i);
    AERIE_RETURN_IF_ERROR(checkName(column, i, names));
    AERIE_ASSIGN_OR_RETURN(const std::size_t rows, rowsOf(column));
    AERIE_RETURN_IF_ERROR(checkRows(rows, limits));
    if (message.row_count() != 0 && rows != message.row_count()) {
      return invalidArgument("column '{}' has {} rows, but row_count says {}", column.name(), rows,
                             message.row_count());
    }
    AERIE_ASSIGN_OR_RETURN(NullMask nulls, nullsOf(owner, column, rows));
    columns.push_back(viewOf(owner, column, std::move(nulls)));
  }
  return DataFrame::create(std::move(columns));
}

absl::StatusOr<DataFrame> fromWire(v1::DataFrame message, const WireLimits& limits) {
  auto owner = std::make_shared<const v1::DataFrame>(std::move(message));
  return fromWire(owner, *owner, limits);
}

void toWire(const DataFrame& frame, v1::DataFrame* message) {
  message->Clear();
  message->set_row_count(frame.rows());
  message->mutable_columns()->Reserve(static_cast<int>(frame.columns().size()));
  for (const Column& column : frame.columns()) encode(column, nullptr, message->add_columns());
}

void toWire(const DataFrame& frame, std::span<const std::uint32_t> rows, v1::DataFrame* message) {
  std::uint32_t last = 0;
  for (const std::uint32_t row : rows) last = std::max(last, row);
  AERIE_CHECK(rows.empty() || last < frame.rows());
  message->Clear();
  message->set_row_count(rows.size());
  message->mutable_columns()->Reserve(static_cast<int>(frame.columns().size()));
  for (const Column& column : frame.columns()) encode(column, &rows, message->add_columns());
}

}  // namespace aerie::frame
