#include "core/inference/tensorflow_codec.h"

#include <algorithm>
#include <cstring>

#include "core/base/status.h"
#include "core/inference/half_float.h"

namespace aerie::inference {
namespace {

using frame::Column;
using tensorflow::TensorProto;

constexpr std::size_t kMaxElements = std::size_t{1} << 28;
constexpr std::size_t kMaxRepeated = std::size_t{1} << 24;  // of one value that stands for a whole tensor

struct Shape {
  std::size_t rows = 0;
  std::size_t width = 1;
  std::size_t elements() const { return rows * width; }
};

absl::StatusOr<Shape> shapeOf(const std::string& name, const TensorProto& tensor) {
  const auto& dims = tensor.tensor_shape().dim();
  if (tensor.tensor_shape().unknown_rank() || dims.empty()) {
    return invalidArgument("tensor '{}' has no shape; its first dimension must be the number of rows", name);
  }
  Shape shape;
  std::size_t elements = 1;
  for (int i = 0; i < dims.size(); ++i) {
    const std::int64_t size = dims[i].size();
    if (size < 0 || static_cast<std::size_t>(size) > kMaxElements || (size == 0 && i > 0)) {
      return invalidArgument("tensor '{}': dimension {} is {}, which is not possible", name, i, size);
    }
    elements *= std::max<std::size_t>(static_cast<std::size_t>(size), 1);  // no rows do not excuse a width
    if (elements > kMaxElements) return invalidArgument("tensor '{}' is too large", name);
    if (i == 0) {
      shape.rows = static_cast<std::size_t>(size);
    } else {
      shape.width *= static_cast<std::size_t>(size);
    }
  }
  return shape;
}

// Wire elements of type T (in tensor_content) or Field (typed) as To.
template <class To, class T, class Field, class Convert>
absl::StatusOr<std::vector<To>> elements(const std::string& name, const TensorProto& tensor,
                                         const Shape& shape, const Field& typed, Convert convert) {
  std::vector<To> values;
  const std::size_t wanted = shape.elements();
  const std::string& bytes = tensor.tensor_content();
  if (!bytes.empty()) {
    if (bytes.size() != wanted * sizeof(T)) {
      return invalidArgument("tensor '{}' has {} bytes of tensor_content, its shape needs {}", name,
                             bytes.size(), wanted * sizeof(T));
    }
    values.resize(wanted);
    for (std::size_t i = 0; i < wanted; ++i) {
      T value;
      std::memcpy(&value, bytes.data() + i * sizeof(T), sizeof(T));
      values[i] = static_cast<To>(convert(value));
    }
    return values;
  }
  const auto given = static_cast<std::size_t>(typed.size());
  if (given == 1 && wanted > 1) {  // one value stands for the whole tensor
    if (wanted > kMaxRepeated)
      return invalidArgument("tensor '{}' repeats one value {} times, which is too often", name, wanted);
    values.assign(wanted, static_cast<To>(convert(static_cast<T>(typed[0]))));
    return values;
  }
  if (given != wanted) {
    return invalidArgument("tensor '{}' has {} values, its shape needs {}", name, given, wanted);
  }
  values.reserve(wanted);
  for (const auto value : typed) values.push_back(static_cast<To>(convert(static_cast<T>(value))));
  return values;
}

constexpr auto kSame = [](auto value) { return value; };

template <class T, class Field>
absl::StatusOr<Column> integerColumn(const std::string& name, const TensorProto& tensor, const Shape& shape,
                                     const Field& typed) {
  AERIE_ASSIGN_OR_RETURN(auto values, (elements<std::int64_t, T>(name, tensor, shape, typed, kSame)));
  if constexpr (std::is_same_v<T, std::uint64_t>) {
    for (const std::int64_t value : values) {
      if (value < 0) return invalidArgument("tensor '{}' has a uint64 value over the largest int64", name);
    }
  }
  if (shape.width == 1) return Column::ofInt64s(name, std::move(values));
  std::vector<float> floats;
  floats.reserve(values.size());
  for (const std::int64_t value : values) floats.push_back(static_cast<float>(value));
  return Column::ofFloatVectors(name, shape.width, std::move(floats));
}

Column floatColumn(const std::string& name, const Shape& shape, std::vector<float> values) {
  return shape.width == 1 ? Column::ofFloats(name, std::move(values))
                          : Column::ofFloatVectors(name, shape.width, std::move(values));
}

absl::StatusOr<Column> stringColumn(const std::string& name, const TensorProto& tensor, const Shape& shape) {
  if (shape.width != 1)
    return invalidArgument("tensor '{}' has {} strings per row; one is expected", name, shape.width);
  std::vector<std::string> values(tensor.string_val().begin(), tensor.string_val().end());
  if (values.size() == 1 && shape.rows > kMaxRepeated)
    return invalidArgument("tensor '{}' repeats one value {} times, which is too often", name, shape.rows);
  if (values.size() == 1 && shape.rows > 1) values.assign(shape.rows, std::string(values[0]));
  if (values.size() != shape.rows) {
    return invalidArgument("tensor '{}' has {} values, its shape needs {}", name, values.size(), shape.rows);
  }
  return Column::ofStrings(name, std::move(values));
}

}  // namespace

absl::StatusOr<Column> decodeTensor(const std::string& name, const TensorProto& tensor) {
  AERIE_ASSIGN_OR_RETURN(const Shape shape, shapeOf(name, tensor));
  switch (tensor.dtype()) {
    case tensorflow::DT_FLOAT: {
      AERIE_ASSIGN_OR_RETURN(auto values,
                             (elements<float, float>(name, tensor, shape, tensor.float_val(), kSame)));
      return floatColumn(name, shape, std::move(values));
    }
    case tensorflow::DT_HALF: {
      AERIE_ASSIGN_OR_RETURN(
          auto values, (elements<float, std::uint16_t>(name, tensor, shape, tensor.half_val(), fromHalf)));
      return floatColumn(name, shape, std::move(values));
    }
    case tensorflow::DT_BFLOAT16: {
      AERIE_ASSIGN_OR_RETURN(auto values, (elements<float, std::uint16_t>(name, tensor, shape,
                                                                          tensor.half_val(), fromBfloat16)));
      return floatColumn(name, shape, std::move(values));
    }
    case tensorflow::DT_DOUBLE: {
      AERIE_ASSIGN_OR_RETURN(auto values,
                             (elements<double, double>(name, tensor, shape, tensor.double_val(), kSame)));
      if (shape.width == 1) return Column::ofDoubles(name, std::move(values));
      return Column::ofFloatVectors(name, shape.width, std::vector<float>(values.begin(), values.end()));
    }
    case tensorflow::DT_BOOL: {
      const auto as_bool = [](std::uint8_t value) { return value != 0 ? 1 : 0; };
      AERIE_ASSIGN_OR_RETURN(auto values, (elements<std::uint8_t, std::uint8_t>(name, tensor, shape,
                                                                                tensor.bool_val(), as_bool)));
      if (shape.width == 1) return Column::ofBools(name, std::move(values));
      return Column::ofFloatVectors(name, shape.width, std::vector<float>(values.begin(), values.end()));
    }
    case tensorflow::DT_STRING: return stringColumn(name, tensor, shape);
    case tensorflow::DT_INT8: return integerColumn<std::int8_t>(name, tensor, shape, tensor.int_val());
    case tensorflow::DT_UINT8: return integerColumn<std::uint8_t>(name, tensor, shape, tensor.int_val());
    case tensorflow::DT_INT16: return integerColumn<std::int16_t>(name, tensor, shape, tensor.int_val());
    case tensorflow::DT_UINT16: return integerColumn<std::uint16_t>(name, tensor, shape, tensor.int_val());
    case tensorflow::DT_INT32: return integerColumn<std::int32_t>(name, tensor, shape, tensor.int_val());
    case tensorflow::DT_INT64: return integerColumn<std::int64_t>(name, tensor, shape, tensor.int64_val());
    case tensorflow::DT_UINT32: return integerColumn<std::uint32_t>(name, tensor, shape, tensor.uint32_val());
    case tensorflow::DT_UINT64: return integerColumn<std::uint64_t>(name, tensor, shape, tensor.uint64_val());
    default: break;
  }
  return invalidArgument("tensor '{}' has the datatype {}, which is not supported", name,
                         static_cast<int>(tensor.dtype()));
}

TensorProto encodeTensor(const InputMatrix& matrix, std::size_t begin, std::size_t count) {
  TensorProto tensor;
  tensor.set_dtype(tensorflow::DT_FLOAT);
  tensor.mutable_tensor_shape()->add_dim()->set_size(static_cast<std::int64_t>(matrix.rows));
  tensor.mutable_tensor_shape()->add_dim()->set_size(static_cast<std::int64_t>(count));
  std::string& bytes = *tensor.mutable_tensor_content();
  if (count == matrix.columns) {
    bytes.assign(reinterpret_cast<const char*>(matrix.values.data()), matrix.values.size() * sizeof(float));
    return tensor;
  }
  bytes.reserve(matrix.rows * count * sizeof(float));
  for (std::size_t row = 0; row < matrix.rows; ++row) {
    bytes.append(reinterpret_cast<const char*>(matrix.values.data() + row * matrix.columns + begin),
                 count * sizeof(float));
  }
  return tensor;
}

}  // namespace aerie::inference
