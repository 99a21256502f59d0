// cast, concat.
#include <cmath>
#include <limits>
#include <optional>

#include "core/preprocess/step_access.h"

namespace aerie::preprocess {
namespace {

using frame::Column;
using frame::DataType;
using frame::NullBuilder;

constexpr double kTwo63 = 9223372036854775808.0;  // 2^63

template <class To>
std::optional<To> fromNumber(double x) {
  if constexpr (std::is_same_v<To, std::int64_t>) {
    const double whole = std::trunc(x);
    if (!(whole >= -kTwo63 && whole < kTwo63)) return std::nullopt;
    return static_cast<std::int64_t>(whole);
  } else if constexpr (std::is_same_v<To, std::uint8_t>) {
    if (std::isnan(x)) return std::nullopt;
    return x != 0 ? std::uint8_t{1} : std::uint8_t{0};
  } else {
    return static_cast<To>(x);
  }
}

template <class To>
std::optional<To> fromText(std::string_view text) {
  if constexpr (std::is_same_v<To, std::uint8_t>) {
    if (text == "true" || text == "1") return std::uint8_t{1};
    if (text == "false" || text == "0") return std::uint8_t{0};
    return std::nullopt;
  } else {
    To value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
  }
}

template <class To>
std::vector<To> castValues(const Column& column, NullBuilder& nulls) {
  std::vector<To> to(column.rows());
  const auto put = [&](std::size_t row, std::optional<To> value) {
    if (value) {
      to[row] = *value;
    } else {
      nulls.set(row);
    }
  };
  if (column.type() == DataType::kString) {
    forEachText(column, [&](std::size_t row, std::string_view text) { put(row, fromText<To>(text)); });
    return to;
  }
  std::vector<double> storage;
  const std::span<const double> from = numbersOf(column, storage);
  for (std::size_t row = 0; row < from.size(); ++row) put(row, fromNumber<To>(from[row]));
  return to;
}

std::vector<std::string> castTexts(const Column& column) {
  std::vector<std::string> to(column.rows());
  for (std::size_t row = 0; row < to.size(); ++row) to[row] = column.textAt(row);
  return to;
}

Column castColumn(const std::string& name, const Column& column, DataType type) {
  if (column.type() == type) return column.renamed(name);
  NullBuilder nulls(column.rows());
  nulls.add(column.nulls());
  switch (type) {
    case DataType::kDouble: {
      std::vector<double> to = castValues<double>(column, nulls);
      return Column::ofDoubles(name, std::move(to), std::move(nulls).finish());
    }
    case DataType::kFloat: {
      std::vector<float> to = castValues<float>(column, nulls);
      return Column::ofFloats(name, std::move(to), std::move(nulls).finish());
    }
    case DataType::kInt64: {
      std::vector<std::int64_t> to = castValues<std::int64_t>(column, nulls);
      return Column::ofInt64s(name, std::move(to), std::move(nulls).finish());
    }
    case DataType::kBool: {
      std::vector<std::uint8_t> to = castValues<std::uint8_t>(column, nulls);
      return Column::ofBools(name, std::move(to), std::move(nulls).finish());
    }
    case DataType::kString:
    case DataType::kFloatVector: break;
  }
  return Column::ofStrings(name, castTexts(column), std::move(nulls).finish());
}

// Writes one input into its places [offset, offset + dimension) of each row.
void place(const Column& column, std::size_t offset, std::size_t width, std::vector<float>& to) {
  const std::size_t dimension = column.dimension();
  if (column.type() == DataType::kFloatVector) {
    const std::span<const float> from = column.floats();
    for (std::size_t row = 0; row < column.rows(); ++row) {
      for (std::size_t d = 0; d < dimension; ++d) to[row * width + offset + d] = from[row * dimension + d];
    }
  } else {
    std::vector<double> storage;
    const std::span<const double> from = numbersOf(column, storage);
    for (std::size_t row = 0; row < from.size(); ++row)
      to[row * width + offset] = static_cast<float>(from[row]);
  }
  if (!column.hasNulls()) return;
  for (std::size_t row = 0; row < column.rows(); ++row) {
    if (!column.isNull(row)) continue;
    for (std::size_t d = 0; d < dimension; ++d)
      to[row * width + offset + d] = std::numeric_limits<float>::quiet_NaN();
  }
}

}  // namespace

absl::StatusOr<CompiledStep> compileCast(const v1::PreprocessStep& step, Inputs) {
  AERIE_ASSIGN_OR_RETURN(const DataType type, frame::dataTypeFromName(StepReader(step).text("type")));
  return oneOutput(step, type, [name = step.outputs(0), type](Columns in) {
    return std::vector<Column>{castColumn(name, *in[0], type)};
  });
}

absl::StatusOr<CompiledStep> compileConcat(const v1::PreprocessStep& step, Inputs inputs) {
  constexpr std::size_t kMaxDimension = 1'000'000;
  std::size_t width = 0;
  for (const InputColumn& input : inputs) width += input.dimension;
  if (width > kMaxDimension)
    return invalidArgument("gives vectors of dimension {}; the limit is {}", width, kMaxDimension);
  return oneOutput(
      step, DataType::kFloatVector,
      [name = step.outputs(0), width](Columns in) {
        std::vector<float> to(in[0]->rows() * width);
        std::size_t offset = 0;
        for (const Column* column : in) {
          place(*column, offset, width, to);
          offset += column->dimension();
        }
        return std::vector<Column>{Column::ofFloatVectors(name, width, std::move(to))};
      },
      width);
}

}  // namespace aerie::preprocess
