#include <charconv>
#include <cmath>
#include <limits>

#include "core/base/status.h"
#include "core/frame/data_frame.h"
#include "core/frame/typed.h"

namespace aerie::frame {
namespace {

constexpr std::string_view kNames[] = {"double", "float", "int64", "bool", "string", "float_vector"};

template <class T>
constexpr DataType typeOf() {
  if constexpr (std::is_same_v<T, double>) return DataType::kDouble;
  if constexpr (std::is_same_v<T, float>) return DataType::kFloat;
  if constexpr (std::is_same_v<T, std::int64_t>) return DataType::kInt64;
  if constexpr (std::is_same_v<T, std::uint8_t>) return DataType::kBool;
  if constexpr (std::is_same_v<T, std::string_view>) return DataType::kString;
}

template <class T>
Column own(std::string name, std::vector<T> values, NullMask nulls) {
  auto owner = std::make_shared<const std::vector<T>>(std::move(values));
  const std::span<const T> view(*owner);
  return Column::view<T>(std::move(name), std::move(owner), view, std::move(nulls));
}

struct OwnedStrings {
  std::vector<std::string> texts;
  std::vector<std::string_view> views;
};

template <class T>
bool sameValue(const T& a, const T& b) {
  if constexpr (std::is_floating_point_v<T>) return a == b || (std::isnan(a) && std::isnan(b));
  return a == b;
}

// 2^63 as a double; every double in [-kTwo63, kTwo63) fits an int64.
constexpr double kTwo63 = 9223372036854775808.0;

// The cast value, or false when it does not fit.
template <class To, class From>
bool convert(From from, To& to) {
  if constexpr (std::is_same_v<To, std::uint8_t>) {
    to = from != From{} ? 1 : 0;
    return from == From{0} || from == From{1};
  } else if constexpr (std::is_same_v<To, std::int64_t> && std::is_floating_point_v<From>) {
    const double wide = static_cast<double>(from);
    if (!(wide >= -kTwo63 && wide < kTwo63) || std::trunc(wide) != wide) return false;
    to = static_cast<std::int64_t>(wide);
    return true;
  } else {
    to = static_cast<To>(from);
    if constexpr (std::is_same_v<To, float> && std::is_same_v<From, double>)
      return std::isinf(to) == std::isinf(from);
    return true;
  }
}

}  // namespace

std::string_view name(DataType type) { return kNames[static_cast<std::size_t>(type)]; }

absl::StatusOr<DataType> dataTypeFromName(std::string_view text) {
  for (std::size_t i = 0; i < std::size(kNames); ++i) {
    if (kNames[i] == text) return static_cast<DataType>(i);
  }
  return invalidArgument("'{}' is not a column type; types are: {}", text, fmt::join(kNames, ", "));
}

template <class T>
Column Column::view(std::string name, std::shared_ptr<const void> owner, std::span<const T> values,
                    NullMask nulls, std::size_t dimension) {
  if constexpr (std::is_same_v<T, float>) {
    if (dimension != 1)
      return viewFloatVectors(std::move(name), std::move(owner), values, dimension, std::move(nulls));
  }
  AERIE_CHECK(dimension == 1);
  Column column;
  column.name_ = std::move(name);
  column.type_ = typeOf<T>();
  column.rows_ = values.size();
  column.owner_ = std::move(owner);
  column.data_ = values.data();
  column.nulls_ = std::move(nulls);
  return column;
}
template Column Column::view(std::string, std::shared_ptr<const void>, std::span<const double>, NullMask,
                             std::size_t);
template Column Column::view(std::string, std::shared_ptr<const void>, std::span<const float>, NullMask,
                             std::size_t);
template Column Column::view(std::string, std::shared_ptr<const void>, std::span<const std::int64_t>,
                             NullMask, std::size_t);
template Column Column::view(std::string, std::shared_ptr<const void>, std::span<const std::uint8_t>,
                             NullMask, std::size_t);
template Column Column::view(std::string, std::shared_ptr<const void>, std::span<const std::string_view>,
                             NullMask, std::size_t);

Column Column::viewFloatVectors(std::string name, std::shared_ptr<const void> owner,
                                std::span<const float> values, std::size_t dimension, NullMask nulls) {
  AERIE_CHECK(dimension > 0 && values.size() % dimension == 0);
  Column column = view<float>(std::move(name), std::move(owner), values, std::move(nulls));
  column.type_ = DataType::kFloatVector;
  column.dimension_ = dimension;
  column.rows_ = values.size() / dimension;
  return column;
}

Column Column::ofDoubles(std::string name, std::vector<double> values, NullMask nulls) {
  return own(std::move(name), std::move(values), std::move(nulls));
}
Column Column::ofFloats(std::string name, std::vector<float> values, NullMask nulls) {
  return own(std::move(name), std::move(values), std::move(nulls));
}
Column Column::ofInt64s(std::string name, std::vector<std::int64_t> values, NullMask nulls) {
  return own(std::move(name), std::move(values), std::move(nulls));
}
Column Column::ofBools(std::string name, std::vector<std::uint8_t> values, NullMask nulls) {
  return own(std::move(name), std::move(values), std::move(nulls));
}
Column Column::ofStrings(std::string name, std::vector<std::string> values, NullMask nulls) {
  auto owned = std::make_shared<OwnedStrings>();
  owned->texts = std::move(values);
  owned->views.assign(owned->texts.begin(), owned->texts.end());
  const std::span<const std::string_view> views(owned->views);
  return view<std::string_view>(std::move(name), std::move(owned), views, std::move(nulls));
}
Column Column::ofFloatVectors(std::string name, std::size_t dimension, std::vector<float> values,
                              NullMask nulls) {
  auto owner = std::make_shared<const std::vector<float>>(std::move(values));
  const std::span<const float> all(*owner);
  return viewFloatVectors(std::move(name), std::move(owner), all, dimension, std::move(nulls));
}

std::span<const double> Column::doubles() const {
  AERIE_CHECK(type_ == DataType::kDouble);
  return {static_cast<const double*>(data_), rows_};
}
std::span<const float> Column::floats() const {
  AERIE_CHECK(type_ == DataType::kFloat || type_ == DataType::kFloatVector);
  return {static_cast<const float*>(data_), rows_ * dimension_};
}
std::span<const std::int64_t> Column::int64s() const {
  AERIE_CHECK(type_ == DataType::kInt64);
  return {static_cast<const std::int64_t*>(data_), rows_};
}
std::span<const std::uint8_t> Column::bools() const {
  AERIE_CHECK(type_ == DataType::kBool);
  return {static_cast<const std::uint8_t*>(data_), rows_};
}
std::span<const std::string_view> Column::strings() const {
  AERIE_CHECK(type_ == DataType::kString);
  return {static_cast<const std::string_view*>(data_), rows_};
}

double Column::numberAt(std::size_t row) const {
  AERIE_CHECK(row < rows_);
  if (isNull(row)) return std::numeric_limits<double>::quiet_NaN();
  switch (type_) {
    case DataType::kDouble: return doubles()[row];
    case DataType::kFloat: return static_cast<double>(floats()[row]);
    case DataType::kInt64: return static_cast<double>(int64s()[row]);
    case DataType::kBool: return static_cast<double>(bools()[row]);
    case DataType::kString:
    case DataType::kFloatVector: break;
  }
  AERIE_CHECK(type_ != DataType::kString && type_ != DataType::kFloatVector);
  return 0;
}

std::string Column::textAt(std::size_t row) const {
  AERIE_CHECK(row < rows_);
  if (isNull(row)) return {};
  switch (type_) {
    case DataType::kDouble: return fmt::format("{}", doubles()[row]);
    case DataType::kFloat: return fmt::format("{}", floats()[row]);
    case DataType::kInt64: return fmt::format("{}", int64s()[row]);
    case DataType::kBool: return bools()[row] != 0 ? "true" : "false";
    case DataType::kString: return std::string(strings()[row]);
    case DataType::kFloatVector:
      return fmt::format("{}", fmt::join(floats().subspan(row * dimension_, dimension_), ";"));
  }
  return {};
}

Column Column::renamed(std::string name) const {
  Column result = *this;
  result.name_ = std::move(name);
  return result;
}

Column Column::slice(std::size_t begin, std::size_t rows) const {
  AERIE_CHECK(begin <= rows_ && rows <= rows_ - begin);
  Column result = *this;
  dispatch(type_, [&](auto tag) {
    using T = typename decltype(tag)::Value;
    result.data_ = static_cast<const T*>(data_) + begin * dimension_;
  });
  result.rows_ = rows;
  result.nulls_ = nulls_.slice(begin, rows);
  return result;
}

Column Column::gather(std::span<const std::uint32_t> rows) const {
  std::uint32_t last = 0;
  for (const std::uint32_t row : rows) last = std::max(last, row);
  AERIE_CHECK(rows.empty() || last < rows_);
  NullBuilder nulls(rows.size());
  if (hasNulls()) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (nulls_.isNull(rows[i])) nulls.set(i);
    }
  }
  return dispatch(type_, [&](auto tag) {
    using T = typename decltype(tag)::Value;
    const std::span<const T> from = valuesOf<T>(*this);
    auto block = std::make_shared<Block<T>>();
    block->values.resize(rows.size() * dimension_);
    if (dimension_ == 1) {
      for (std::size_t i = 0; i < rows.size(); ++i) block->values[i] = from[rows[i]];
    } else {
      for (std::size_t i = 0; i < rows.size(); ++i) {
        std::copy_n(from.data() + rows[i] * dimension_, dimension_, block->values.data() + i * dimension_);
      }
    }
    if constexpr (std::is_same_v<T, std::string_view>) block->sources.push_back(owner_);
    return columnOf<T>(name_, std::move(block), std::move(nulls).finish(), type_ == DataType::kFloatVector,
                       dimension_);
  });
}

Column Column::repeat(std::size_t times) const {
  AERIE_CHECK(rows_ == 1);
  const std::vector<std::uint32_t> zeros(times, 0);
  return gather(zeros);
}

absl::StatusOr<Column> Column::cast(DataType to) const {
  if (to == type_) return *this;
  const auto castable = [](DataType type) {
    return type != DataType::kString && type != DataType::kFloatVector;
  };
  if (!castable(type_) || !castable(to)) {
    return invalidArgument("column '{}': {} can not be cast to {}; only double, float, int64 and bool can",
                           name_, frame::name(type_), frame::name(to));
  }
  return dispatch(type_, [&](auto from_tag) -> absl::StatusOr<Column> {
    return dispatch(to, [&](auto to_tag) -> absl::StatusOr<Column> {
      using From = typename decltype(from_tag)::Value;
      using To = typename decltype(to_tag)::Value;
      if constexpr (std::is_same_v<From, std::string_view> || std::is_same_v<To, std::string_view>) {
        return internalError("unreachable");
      } else {
        const std::span<const From> from = valuesOf<From>(*this);
        std::vector<To> values(rows_);
        for (std::size_t row = 0; row < rows_; ++row) {
          if (convert(from[row], values[row])) continue;
          if (!isNull(row)) {
            return invalidArgument("column '{}', row {}: {} does not fit {}", name_, row, textAt(row),
                                   frame::name(to));
          }
          values[row] = To{};
        }
        return own(name_, std::move(values), nulls_);
      }
    });
  });
}

bool operator==(const Column& a, const Column& b) {
  if (a.name_ != b.name_ || a.type_ != b.type_ || a.rows_ != b.rows_ || a.dimension_ != b.dimension_)
    return false;
  return dispatch(a.type_, [&](auto tag) {
    using T = typename decltype(tag)::Value;
    const std::span<const T> left = valuesOf<T>(a);
    const std::span<const T> right = valuesOf<T>(b);
    for (std::size_t row = 0; row < a.rows_; ++row) {
      if (a.isNull(row) != b.isNull(row)) return false;
      if (a.isNull(row)) continue;
      for (std::size_t i = row * a.dimension_; i < (row + 1) * a.dimension_; ++i) {
        if (!sameValue(left[i], right[i])) return false;
      }
    }
    return true;
  });
}

}  // namespace aerie::frame
