#include "core/features/coerce.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/base/status.h"

namespace aerie::features {
namespace {

using frame::Column;
using frame::DataType;

constexpr double kMaxExact =
    9'007'199'254'740'992.0;  // 2^53: above it a double is no longer every whole number

bool convert(double from, double& to) {
  to = from;
  return true;
}
bool convert(double from, float& to) {
  to = static_cast<float>(from);
  return !std::isfinite(from) || std::isfinite(to);
}
bool convert(double from, std::int64_t& to) {
  if (!(std::abs(from) <= kMaxExact) || from != std::trunc(from)) return false;
  to = static_cast<std::int64_t>(from);
  return true;
}
bool convert(double from, std::uint8_t& to) {
  to = from == 1 ? 1 : 0;
  return from == 0 || from == 1;
}
bool convert(std::int64_t from, std::int64_t& to) {
  to = from;
  return true;
}
template <class T>
bool convert(std::int64_t from, T& to) {
  constexpr std::int64_t kExact = std::is_same_v<T, float> ? 1LL << 24 : 1LL << 53;
  return from >= -kExact && from <= kExact && convert(static_cast<double>(from), to);
}
bool convert(const std::string_view& from, std::string& to) {
  to = from;
  return true;
}
bool convert(std::int64_t from, std::string& to) {
  to = fmt::format("{}", from);
  return true;
}

double defaultAs(const v1::FeatureValue& value, double) { return value.double_value(); }
float defaultAs(const v1::FeatureValue& value, float) { return static_cast<float>(value.double_value()); }
std::int64_t defaultAs(const v1::FeatureValue& value, std::int64_t) { return value.int64_value(); }
std::uint8_t defaultAs(const v1::FeatureValue& value, std::uint8_t) { return value.bool_value() ? 1 : 0; }
std::string defaultAs(const v1::FeatureValue& value, const std::string&) { return value.string_value(); }

Column make(const TableColumn& wanted, std::vector<double> v, frame::NullMask nulls) {
  return Column::ofDoubles(wanted.name, std::move(v), std::move(nulls));
}
Column make(const TableColumn& wanted, std::vector<float> v, frame::NullMask nulls) {
  if (wanted.type == DataType::kFloatVector) {
    return Column::ofFloatVectors(wanted.name, wanted.dimension, std::move(v), std::move(nulls));
  }
  return Column::ofFloats(wanted.name, std::move(v), std::move(nulls));
}
Column make(const TableColumn& wanted, std::vector<std::int64_t> v, frame::NullMask nulls) {
  return Column::ofInt64s(wanted.name, std::move(v), std::move(nulls));
}
Column make(const TableColumn& wanted, std::vector<std::uint8_t> v, frame::NullMask nulls) {
  return Column::ofBools(wanted.name, std::move(v), std::move(nulls));
}
Column make(const TableColumn& wanted, std::vector<std::string> v, frame::NullMask nulls) {
  return Column::ofStrings(wanted.name, std::move(v), std::move(nulls));
}

// One pass over the rows; From is what the column holds, To what is wanted.
template <class To, class From>
CoerceResult convertRows(const Column& column, std::span<const From> from, const TableColumn& wanted,
                         const v1::FeatureValue* fallback, const RowProblem& problem) {
  std::vector<To> to(column.rows());
  std::vector<bool> nulls(column.rows(), false);
  bool any_null = false;
  std::uint64_t defaulted = 0;
  const To fill = fallback != nullptr ? defaultAs(*fallback, To{}) : To{};
  for (std::size_t row = 0; row < column.rows(); ++row) {
    const bool null = column.isNull(row);
    if (!null && convert(from[row], to[row])) continue;
    if (null && fallback != nullptr) {
      to[row] = fill;
      ++defaulted;
      continue;
    }
    problem(static_cast<std::uint32_t>(row),
            null ? std::string()
                 : fmt::format("the value {} does not fit {}", column.textAt(row), frame::name(wanted.type)));
    to[row] = To{};
    nulls[row] = any_null = true;
  }
  frame::NullMask mask = any_null ? frame::NullMask::fromFlags(nulls) : frame::NullMask();
  return {make(wanted, std::move(to), std::move(mask)), defaulted};
}

template <class From>
absl::StatusOr<CoerceResult> convertNumbers(const Column& column, std::span<const From> from,
                                            const TableColumn& wanted, const v1::FeatureValue* fallback,
                                            const RowProblem& problem) {
  switch (wanted.type) {
    case DataType::kDouble: return convertRows<double>(column, from, wanted, fallback, problem);
    case DataType::kFloat: return convertRows<float>(column, from, wanted, fallback, problem);
    case DataType::kInt64: return convertRows<std::int64_t>(column, from, wanted, fallback, problem);
    case DataType::kBool: return convertRows<std::uint8_t>(column, from, wanted, fallback, problem);
    default: break;
  }
  if constexpr (std::is_same_v<From, std::int64_t>) {
    if (wanted.type == DataType::kString)
      return convertRows<std::string>(column, from, wanted, fallback, problem);
  }
  return invalidArgument("{} does not convert to {}", frame::name(column.type()), frame::name(wanted.type));
}

CoerceResult fillVectors(const Column& column, const TableColumn& wanted, const v1::FeatureValue* fallback,
                         const RowProblem& problem) {
  const std::span<const float> from = column.floats();
  std::vector<float> to(from.begin(), from.end());
  std::uint64_t defaulted = 0;
  for (std::size_t row = 0; row < column.rows(); ++row) {
    if (!column.isNull(row)) continue;
    if (fallback == nullptr) {
      problem(static_cast<std::uint32_t>(row), "");
      continue;
    }
    const auto begin = to.begin() + static_cast<std::ptrdiff_t>(row * wanted.dimension);
    std::fill_n(begin, wanted.dimension, static_cast<float>(fallback->double_value()));
    ++defaulted;
  }
  return {make(wanted, std::move(to), fallback == nullptr ? column.nulls() : frame::NullMask()), defaulted};
}

}  // namespace

absl::StatusOr<CoerceResult> coerce(const Column& column, const TableColumn& wanted,
                                    const v1::FeatureValue* fallback, const RowProblem& problem) {
  if (column.type() == wanted.type && column.dimension() != wanted.dimension) {
    return invalidArgument("its vectors have dimension {} instead of {}", column.dimension(),
                           wanted.dimension);
  }
  if (column.type() == wanted.type && !column.hasNulls()) {
    return CoerceResult{column.name() == wanted.name ? column : column.renamed(wanted.name), 0};
  }
  switch (column.type()) {
    case DataType::kDouble: return convertNumbers(column, column.doubles(), wanted, fallback, problem);
    case DataType::kInt64: return convertNumbers(column, column.int64s(), wanted, fallback, problem);
    case DataType::kFloat: {
      if (wanted.type == DataType::kFloat) {
        return convertRows<float>(column, column.floats(), wanted, fallback, problem);
      }
      const std::vector<double> wide(column.floats().begin(), column.floats().end());
      return convertNumbers(column, std::span<const double>(wide), wanted, fallback, problem);
    }
    case DataType::kBool: {
      if (wanted.type == DataType::kString) break;
      const std::vector<std::int64_t> wide(column.bools().begin(), column.bools().end());
      return convertNumbers(column, std::span<const std::int64_t>(wide), wanted, fallback, problem);
    }
    case DataType::kString:
      if (wanted.type != DataType::kString) break;
      return convertRows<std::string>(column, column.strings(), wanted, fallback, problem);
    case DataType::kFloatVector:
      if (wanted.type != DataType::kFloatVector) break;
      return fillVectors(column, wanted, fallback, problem);
  }
  return invalidArgument("{} does not convert to {}", frame::name(column.type()), frame::name(wanted.type));
}

Column constantColumn(const TableColumn& wanted, const v1::FeatureValue& value, std::size_t rows) {
  switch (wanted.type) {
    case DataType::kDouble: return make(wanted, std::vector<double>(rows, defaultAs(value, 0.0)), {});
    case DataType::kInt64: return make(wanted, std::vector<std::int64_t>(rows, value.int64_value()), {});
    case DataType::kBool:
      return make(wanted, std::vector<std::uint8_t>(rows, value.bool_value() ? 1 : 0), {});
    case DataType::kString: return make(wanted, std::vector<std::string>(rows, value.string_value()), {});
    case DataType::kFloat:
    case DataType::kFloatVector: break;
  }
  return make(wanted, std::vector<float>(rows * wanted.dimension, defaultAs(value, 0.0F)), {});
}

Column nullColumn(const TableColumn& wanted, std::size_t rows) {
  const frame::NullMask nulls = frame::NullMask::fromFlags(std::vector<bool>(rows, true));
  switch (wanted.type) {
    case DataType::kDouble: return make(wanted, std::vector<double>(rows), nulls);
    case DataType::kInt64: return make(wanted, std::vector<std::int64_t>(rows), nulls);
    case DataType::kBool: return make(wanted, std::vector<std::uint8_t>(rows), nulls);
    case DataType::kString: return make(wanted, std::vector<std::string>(rows), nulls);
    case DataType::kFloat:
    case DataType::kFloatVector: break;
  }
  return make(wanted, std::vector<float>(rows * wanted.dimension), nulls);
}

}  // namespace aerie::features
