#include "core/inference/input_matrix.h"

#include <cmath>
#include <limits>

#include "core/base/status.h"

namespace aerie::inference {
namespace {

// Writes `width` values of every row into the matrix, from column `at` on; nulls as NaN.
template <class T>
void fill(InputMatrix& matrix, std::size_t at, const frame::Column& column, std::span<const T> values,
          std::size_t width) {
  const bool nulls = column.hasNulls();
  float* out = matrix.values.data() + at;
  for (std::size_t row = 0; row < matrix.rows; ++row, out += matrix.columns) {
    if (nulls && column.isNull(row)) {
      std::fill_n(out, width, std::numeric_limits<float>::quiet_NaN());
      continue;
    }
    for (std::size_t i = 0; i < width; ++i) out[i] = static_cast<float>(values[row * width + i]);
  }
}

}  // namespace

absl::StatusOr<InputMatrix> toMatrix(const frame::DataFrame& frame) {
  InputMatrix matrix;
  matrix.rows = frame.rows();
  for (const frame::Column& column : frame.columns()) {
    if (column.type() == frame::DataType::kString) {
      return invalidArgument(
          "column '{}' is a string, which a model can't take; preprocess it (vocabulary, one_hot, "
          "hash_bucket)",
          column.name());
    }
    if (column.type() != frame::DataType::kFloatVector) {
      matrix.column_names.push_back(column.name());
      continue;
    }
    for (std::size_t i = 0; i < column.dimension(); ++i) {
      matrix.column_names.push_back(fmt::format("{}[{}]", column.name(), i));
    }
  }
  matrix.columns = matrix.column_names.size();
  if (matrix.columns == 0) return invalidArgument("there are no features to predict from");
  matrix.values.resize(matrix.rows * matrix.columns);
  std::size_t at = 0;
  for (const frame::Column& column : frame.columns()) {
    const std::size_t width = column.dimension();
    switch (column.type()) {
      case frame::DataType::kDouble: fill(matrix, at, column, column.doubles(), width); break;
      case frame::DataType::kInt64: fill(matrix, at, column, column.int64s(), width); break;
      case frame::DataType::kBool: fill(matrix, at, column, column.bools(), width); break;
      default: fill(matrix, at, column, column.floats(), width); break;
    }
    at += width;
  }
  return matrix;
}

absl::StatusOr<frame::DataFrame> toOutputs(std::vector<float> values, std::size_t rows,
                                           const std::vector<std::string>& names) {
  const std::size_t per_row = rows == 0 ? names.size() : values.size() / rows;
  if (names.empty() || per_row == 0 || per_row * rows != values.size() ||
      (names.size() != 1 && names.size() != per_row)) {
    return invalidArgument(
        "the model answers {} values for {} rows, which does not fit the output names [{}]", values.size(),
        rows, fmt::join(names, ", "));
  }
  std::vector<frame::Column> columns;
  if (names.size() == 1) {
    columns.push_back(per_row == 1 ? frame::Column::ofFloats(names[0], std::move(values))
                                   : frame::Column::ofFloatVectors(names[0], per_row, std::move(values)));
    return frame::DataFrame::create(std::move(columns));
  }
  for (std::size_t i = 0; i < per_row; ++i) {
    std::vector<float> column(rows);
    for (std::size_t row = 0; row < rows; ++row) column[row] = values[row * per_row + i];
    columns.push_back(frame::Column::ofFloats(names[i], std::move(column)));
  }
  return frame::DataFrame::create(std::move(columns));
}

}  // namespace aerie::inference
