#include "core/inference/oip_codec.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

#include "core/base/status.h"
#include "core/inference/half_float.h"

namespace aerie::inference {
namespace {

using frame::Column;
using frame::DataType;

struct Shape {
  std::size_t rows = 0;
  std::size_t width = 1;
  std::size_t elements() const { return rows * width; }
};

constexpr std::size_t kMaxElements = std::size_t{1} << 28;

template <class Tensor>
absl::StatusOr<Shape> shapeOf(const Tensor& tensor) {
  Shape shape;
  if (tensor.shape().empty()) {
    return invalidArgument("tensor '{}' has no shape; its first dimension must be the number of rows",
                           tensor.name());
  }
  std::size_t elements = 1;
  for (const std::int64_t dimension : tensor.shape()) {
    if (dimension < 0 || static_cast<std::size_t>(dimension) > kMaxElements) {
      return invalidArgument("tensor '{}' has the shape [{}], which is not possible", tensor.name(),
                             fmt::join(tensor.shape(), ", "));
    }
    elements *=
        std::max<std::size_t>(static_cast<std::size_t>(dimension), 1);  // no rows do not excuse a width
    if (elements > kMaxElements) {
      return invalidArgument("tensor '{}' of shape [{}] is too large", tensor.name(),
                             fmt::join(tensor.shape(), ", "));
    }
  }
  shape.rows = static_cast<std::size_t>(tensor.shape(0));
  shape.width = 1;
  for (int i = 1; i < tensor.shape_size(); ++i) shape.width *= static_cast<std::size_t>(tensor.shape(i));
  if (shape.width == 0) {
    return invalidArgument("tensor '{}' of shape [{}] has no values per row", tensor.name(),
                           fmt::join(tensor.shape(), ", "));
  }
  return shape;
}

// Raw elements of type T as a vector of To.
template <class To, class T>
std::vector<To> rawValues(std::string_view bytes, To (*convert)(T)) {
  std::vector<To> values(bytes.size() / sizeof(T));
  for (std::size_t i = 0; i < values.size(); ++i) {
    T value;
    std::memcpy(&value, bytes.data() + i * sizeof(T), sizeof(T));
    values[i] = convert(value);
  }
  return values;
}
template <class T>
std::vector<std::int64_t> rawIntegers(std::string_view bytes) {
  return rawValues<std::int64_t, T>(bytes, [](T value) { return static_cast<std::int64_t>(value); });
}
template <class T>
std::vector<T> rawSame(std::string_view bytes) {
  return rawValues<T, T>(bytes, [](T value) { return value; });
}

std::size_t elementSize(std::string_view datatype) {
  if (datatype == "BOOL" || datatype == "INT8" || datatype == "UINT8") return 1;
  if (datatype == "INT16" || datatype == "UINT16" || datatype == "FP16" || datatype == "BF16") return 2;
  if (datatype == "INT32" || datatype == "UINT32" || datatype == "FP32") return 4;
  if (datatype == "INT64" || datatype == "UINT64" || datatype == "FP64") return 8;
  return 0;
}

// The elements of one tensor, whatever their form was.
struct Elements {
  std::vector<float> floats;
  std::vector<double> doubles;
  std::vector<std::int64_t> integers;
  std::vector<std::uint8_t> bools;
  std::vector<std::string> strings;
  DataType type = DataType::kFloat;
  std::size_t count() const {
    switch (type) {
      case DataType::kDouble: return doubles.size();
      case DataType::kInt64: return integers.size();
      case DataType::kBool: return bools.size();
      case DataType::kString: return strings.size();
      default: return floats.size();
    }
  }
};

// Each BYTES element is a u32 length and the bytes.
absl::Status readRawStrings(const std::string& name, std::string_view bytes,
                            std::vector<std::string>& strings) {
  while (!bytes.empty()) {
    std::uint32_t size = 0;
    if (bytes.size() >= sizeof(size)) std::memcpy(&size, bytes.data(), sizeof(size));
    if (bytes.size() < sizeof(size) || bytes.size() - sizeof(size) < size) {
      return invalidArgument("tensor '{}': raw BYTES end in the middle of an element", name);
    }
    strings.emplace_back(bytes.substr(sizeof(size), size));
    bytes.remove_prefix(sizeof(size) + size);
  }
  return absl::OkStatus();
}

absl::Status fitUnsigned(const std::string& name, const std::vector<std::int64_t>& values) {
  for (const std::int64_t value : values) {
    if (value < 0) return invalidArgument("tensor '{}' has a UINT64 value over the largest int64", name);
  }
  return absl::OkStatus();
}

absl::StatusOr<Elements> readRaw(const std::string& name, const std::string& type, std::string_view bytes) {
  Elements elements;
  if (type == "BYTES") {
    elements.type = DataType::kString;
    AERIE_RETURN_IF_ERROR(readRawStrings(name, bytes, elements.strings));
    return elements;
  }
  const std::size_t size = elementSize(type);
  if (size == 0)
    return invalidArgument("tensor '{}' has the datatype '{}', which the protocol does not know", name, type);
  if (bytes.size() % size != 0) {
    return invalidArgument("tensor '{}': {} raw bytes are not a whole number of {} elements", name,
                           bytes.size(), type);
  }
  if (type == "FP32") {
    elements.floats = rawSame<float>(bytes);
  } else if (type == "FP16") {
    elements.floats = rawValues<float, std::uint16_t>(bytes, fromHalf);
  } else if (type == "BF16") {
    elements.floats = rawValues<float, std::uint16_t>(bytes, fromBfloat16);
  } else if (type == "FP64") {
    elements.type = DataType::kDouble;
    elements.doubles = rawSame<double>(bytes);
  } else if (type == "BOOL") {
    elements.type = DataType::kBool;
    elements.bools = rawValues<std::uint8_t, std::uint8_t>(
        bytes, [](std::uint8_t value) { return static_cast<std::uint8_t>(value != 0 ? 1 : 0); });
  } else {
    elements.type = DataType::kInt64;
    if (type == "INT8") elements.integers = rawIntegers<std::int8_t>(bytes);
    if (type == "UINT8") elements.integers = rawIntegers<std::uint8_t>(bytes);
    if (type == "INT16") elements.integers = rawIntegers<std::int16_t>(bytes);
    if (type == "UINT16") elements.integers = rawIntegers<std::uint16_t>(bytes);
    if (type == "INT32") elements.integers = rawIntegers<std::int32_t>(bytes);
    if (type == "UINT32") elements.integers = rawIntegers<std::uint32_t>(bytes);
    if (type == "INT64" || type == "UINT64") elements.integers = rawIntegers<std::int64_t>(bytes);
    if (type == "UINT64") AERIE_RETURN_IF_ERROR(fitUnsigned(name, elements.integers));
  }
  return elements;
}

absl::StatusOr<Elements> readTyped(const std::string& name, const std::string& type,
                                   const ::inference::InferTensorContents& contents) {
  Elements elements;
  if (type == "FP32") {
    elements.floats.assign(contents.fp32_contents().begin(), contents.fp32_contents().end());
  } else if (type == "FP64") {
    elements.type = DataType::kDouble;
    elements.doubles.assign(contents.fp64_contents().begin(), contents.fp64_contents().end());
  } else if (type == "BOOL") {
    elements.type = DataType::kBool;
    elements.bools.assign(contents.bool_contents().begin(), contents.bool_contents().end());
  } else if (type == "BYTES") {
    elements.type = DataType::kString;
    elements.strings.assign(contents.bytes_contents().begin(), contents.bytes_contents().end());
  } else if (type == "INT8" || type == "INT16" || type == "INT32") {
    elements.type = DataType::kInt64;
    elements.integers.assign(contents.int_contents().begin(), contents.int_contents().end());
  } else if (type == "UINT8" || type == "UINT16" || type == "UINT32") {
    elements.type = DataType::kInt64;
    elements.integers.assign(contents.uint_contents().begin(), contents.uint_contents().end());
  } else if (type == "INT64") {
    elements.type = DataType::kInt64;
    elements.integers.assign(contents.int64_contents().begin(), contents.int64_contents().end());
  } else if (type == "UINT64") {
    elements.type = DataType::kInt64;
    for (const std::uint64_t value : contents.uint64_contents()) {
      elements.integers.push_back(static_cast<std::int64_t>(value));
    }
    AERIE_RETURN_IF_ERROR(fitUnsigned(name, elements.integers));
  } else if (type == "FP16" || type == "BF16") {
    return invalidArgument("tensor '{}' of datatype {} must be in raw form", name, type);
  } else {
    return invalidArgument("tensor '{}' has the datatype '{}', which the protocol does not know", name, type);
  }
  return elements;
}

absl::StatusOr<Column> toColumn(const std::string& name, const Shape& shape, Elements elements) {
  if (shape.width == 1) {
    switch (elements.type) {
      case DataType::kDouble: return Column::ofDoubles(name, std::move(elements.doubles));
      case DataType::kInt64: return Column::ofInt64s(name, std::move(elements.integers));
      case DataType::kBool: return Column::ofBools(name, std::move(elements.bools));
      case DataType::kString: return Column::ofStrings(name, std::move(elements.strings));
      default: return Column::ofFloats(name, std::move(elements.floats));
    }
  }
  switch (elements.type) {
    case DataType::kString:
      return invalidArgument("tensor '{}' has {} strings per row; send one BYTES element per row", name,
                             shape.width);
    case DataType::kDouble: elements.floats.assign(elements.doubles.begin(), elements.doubles.end()); break;
    case DataType::kInt64:
      for (const std::int64_t value : elements.integers) elements.floats.push_back(static_cast<float>(value));
      break;
    case DataType::kBool: elements.floats.assign(elements.bools.begin(), elements.bools.end()); break;
    default: break;
  }
  return Column::ofFloatVectors(name, shape.width, std::move(elements.floats));
}

template <class Tensors, class Raw>
absl::StatusOr<frame::DataFrame> decode(const Tensors& tensors, const Raw& raw) {
  if (!raw.empty() && raw.size() != tensors.size()) {
    return invalidArgument(
        "there are {} tensors, but raw contents for {}; send raw contents for all or for none",
        tensors.size(), raw.size());
  }
  std::vector<Column> columns;
  for (int i = 0; i < tensors.size(); ++i) {
    const auto& tensor = tensors[i];
    AERIE_ASSIGN_OR_RETURN(const Shape shape, shapeOf(tensor));
    if (!raw.empty() && tensor.has_contents()) {
      return invalidArgument("tensor '{}' has typed contents beside raw ones; send one form", tensor.name());
    }
    auto elements = raw.empty() ? readTyped(tensor.name(), tensor.datatype(), tensor.contents())
                                : readRaw(tensor.name(), tensor.datatype(), raw[i]);
    if (!elements.ok()) return elements.status();
    if (elements->count() != shape.elements()) {
      return invalidArgument("tensor '{}' of shape [{}] needs {} elements and has {}", tensor.name(),
                             fmt::join(tensor.shape(), ", "), shape.elements(), elements->count());
    }
    AERIE_ASSIGN_OR_RETURN(Column column, toColumn(tensor.name(), shape, std::move(*elements)));
    columns.push_back(std::move(column));
  }
  return frame::DataFrame::create(std::move(columns));
}

// Numbers of a column with NaN for null.
template <class T>
std::vector<T> withNans(const Column& column, std::span<const T> values) {
  std::vector<T> result(values.begin(), values.end());
  for (std::size_t i = 0; i < result.size(); ++i) {
    if (column.isNull(i / column.dimension())) result[i] = std::numeric_limits<T>::quiet_NaN();
  }
  return result;
}

template <class T>
void setRaw(std::span<const T> values, std::string* raw) {
  raw->assign(reinterpret_cast<const char*>(values.data()), values.size_bytes());
}

template <class T, class Field>
void fill(const Column& column, std::span<const T> all, std::string* raw, Field* typed) {
  std::vector<T> copy;
  if constexpr (std::is_floating_point_v<T>) {
    if (column.hasNulls()) {
      copy = withNans(column, all);
      all = copy;
    }
  }
  if (raw != nullptr) {
    setRaw(all, raw);
  } else {
    typed->Add(all.begin(), all.end());
  }
}

void appendRawString(std::string_view text, std::string* raw) {
  const auto size = static_cast<std::uint32_t>(text.size());
  raw->append(reinterpret_cast<const char*>(&size), sizeof(size));
  raw->append(text);
}

// `raw` null: typed form.
template <class Tensor>
absl::Status encodeColumn(const Column& column, std::string* raw, Tensor* tensor) {
  tensor->set_name(column.name());
  tensor->add_shape(static_cast<std::int64_t>(column.rows()));
  if (column.type() == DataType::kFloatVector)
    tensor->add_shape(static_cast<std::int64_t>(column.dimension()));
  const bool floating = column.type() == DataType::kDouble || column.type() == DataType::kFloat ||
                        column.type() == DataType::kFloatVector;
  if (column.hasNulls() && !floating) {
    return invalidArgument("column '{}' ({}) has nulls, which a tensor of the protocol can't hold",
                           column.name(), frame::name(column.type()));
  }
  ::inference::InferTensorContents* typed = raw == nullptr ? tensor->mutable_contents() : nullptr;
  switch (column.type()) {
    case DataType::kDouble:
      tensor->set_datatype("FP64");
      fill(column, column.doubles(), raw, typed == nullptr ? nullptr : typed->mutable_fp64_contents());
      break;
    case DataType::kFloat:
    case DataType::kFloatVector:
      tensor->set_datatype("FP32");
      fill(column, column.floats(), raw, typed == nullptr ? nullptr : typed->mutable_fp32_contents());
      break;
    case DataType::kInt64:
      tensor->set_datatype("INT64");
      fill(column, column.int64s(), raw, typed == nullptr ? nullptr : typed->mutable_int64_contents());
      break;
    case DataType::kBool:
      tensor->set_datatype("BOOL");
      fill(column, column.bools(), raw, typed == nullptr ? nullptr : typed->mutable_bool_contents());
      break;
    case DataType::kString:
      tensor->set_datatype("BYTES");
      for (const std::string_view text : column.strings()) {
        if (raw != nullptr) {
          appendRawString(text, raw);
        } else {
          typed->add_bytes_contents(text.data(), text.size());
        }
      }
      break;
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<frame::DataFrame> decodeOipInputs(const ::inference::ModelInferRequest& request) {
  return decode(request.inputs(), request.raw_input_contents());
}

absl::StatusOr<frame::DataFrame> decodeOipOutputs(const ::inference::ModelInferResponse& response) {
  return decode(response.outputs(), response.raw_output_contents());
}

absl::Status encodeOipInputs(const frame::DataFrame& frame, bool raw,
                             ::inference::ModelInferRequest* request) {
  for (const Column& column : frame.columns()) {
    AERIE_RETURN_IF_ERROR(
        encodeColumn(column, raw ? request->add_raw_input_contents() : nullptr, request->add_inputs()));
  }
  return absl::OkStatus();
}

absl::Status encodeOipOutputs(const frame::DataFrame& frame, bool raw,
                              ::inference::ModelInferResponse* response) {
  for (const Column& column : frame.columns()) {
    AERIE_RETURN_IF_ERROR(
        encodeColumn(column, raw ? response->add_raw_output_contents() : nullptr, response->add_outputs()));
  }
  return absl::OkStatus();
}

void encodeOipMatrix(const InputMatrix& matrix, const std::string& name,
                     ::inference::ModelInferRequest* request) {
  auto* tensor = request->add_inputs();
  tensor->set_name(name);
  tensor->set_datatype("FP32");
  tensor->add_shape(static_cast<std::int64_t>(matrix.rows));
  tensor->add_shape(static_cast<std::int64_t>(matrix.columns));
  setRaw(std::span<const float>(matrix.values), request->add_raw_input_contents());
}

}  // namespace aerie::inference
