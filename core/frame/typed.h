// For the room's own sources: one typed instantiation per column type, so that loops have no dispatch per
// cell.
#pragma once

#include <type_traits>

#include "core/base/status.h"
#include "core/frame/data_frame.h"

namespace aerie::frame {

template <class T>
struct TypeTag {
  using Value = T;
};

// Calls f(TypeTag<T>) with the C++ type of a column's values; float vectors count as float.
template <class F>
decltype(auto) dispatch(DataType type, F&& f) {
  switch (type) {
    case DataType::kDouble: return f(TypeTag<double>{});
    case DataType::kFloat: return f(TypeTag<float>{});
    case DataType::kInt64: return f(TypeTag<std::int64_t>{});
    case DataType::kBool: return f(TypeTag<std::uint8_t>{});
    case DataType::kString: return f(TypeTag<std::string_view>{});
    case DataType::kFloatVector: return f(TypeTag<float>{});
  }
  AERIE_CHECK(false);
}

template <class T>
std::span<const T> valuesOf(const Column& column) {
  if constexpr (std::is_same_v<T, double>) return column.doubles();
  if constexpr (std::is_same_v<T, float>) return column.floats();
  if constexpr (std::is_same_v<T, std::int64_t>) return column.int64s();
  if constexpr (std::is_same_v<T, std::uint8_t>) return column.bools();
  if constexpr (std::is_same_v<T, std::string_view>) return column.strings();
}

// A vector and whatever the values in it point to, as one owner.
template <class T>
struct Block {
  std::vector<T> values;
  std::vector<std::shared_ptr<const void>> sources;  // of string views
};

// A column on the block's values; `vector` tells float vectors from floats.
template <class T>
Column columnOf(std::string name, std::shared_ptr<const Block<T>> block, NullMask nulls, bool vector,
                std::size_t dimension) {
  const std::span<const T> values(block->values);
  if constexpr (std::is_same_v<T, float>) {
    if (vector)
      return Column::viewFloatVectors(std::move(name), std::move(block), values, dimension, std::move(nulls));
  }
  return Column::view<T>(std::move(name), std::move(block), values, std::move(nulls));
}

}  // namespace aerie::frame
