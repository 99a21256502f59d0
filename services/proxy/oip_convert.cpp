#include "services/proxy/oip_convert.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>
#include <set>
#include <string_view>

#include "core/base/status.h"

namespace aerie::proxy {
namespace {

static_assert(std::endian::native == std::endian::little, "raw tensors are little-endian");

using Tensor = inference::ModelInferRequest::InferInputTensor;
constexpr std::string_view kSharedPrefix = "shared.";
constexpr std::int64_t kMostRows = 100'000;
constexpr std::int64_t kMostDimensions = 100'000;

// One input: its rows, width, and where its values are.
struct Input {
  const Tensor& tensor;
  const std::string* raw;  // nullptr = typed contents
  std::size_t rows = 0;
  std::size_t width = 1;
  std::size_t values() const { return rows * width; }
};

absl::StatusOr<Input> readShape(const Tensor& tensor, const std::string* raw) {
  Input input{tensor, raw};
  if (tensor.shape_size() < 1 || tensor.shape_size() > 2) {
    return invalidArgument("input '{}' has {} dimensions: use [n], [n, 1], or FP32 [n, d]", tensor.name(),
                           tensor.shape_size());
  }
  const std::int64_t rows = tensor.shape(0);
  const std::int64_t width = tensor.shape_size() == 2 ? tensor.shape(1) : 1;
  if (rows < 0 || rows > kMostRows)
    return invalidArgument("input '{}' has {} rows: send 0..{}", tensor.name(), rows, kMostRows);
  if (width < 1 || width > kMostDimensions)
    return invalidArgument("input '{}' has width {}", tensor.name(), width);
  if (width > 1 && tensor.datatype() != "FP32") {
    return invalidArgument("input '{}' is {} [n, {}]: only FP32 may have a second dimension over 1",
                           tensor.name(), tensor.datatype(), width);
  }
  input.rows = static_cast<std::size_t>(rows);
  input.width = static_cast<std::size_t>(width);
  return input;
}

absl::Status wrongCount(const Input& input, std::size_t found) {
  return invalidArgument("input '{}' has {} values in its contents, but its shape needs {}",
                         input.tensor.name(), found, input.values());
}

// Copies the values of a fixed-size type into `out`, which is a repeated field of another numeric type.
template <class Wire, class Typed, class Out>
absl::Status readNumbers(const Input& input, const Typed& typed, Out* out) {
  using Value = typename Out::value_type;
  // Room only for what has come: a shape alone costs the sender nothing.
  if (input.raw == nullptr) {
    if (static_cast<std::size_t>(typed.size()) != input.values())
      return wrongCount(input, static_cast<std::size_t>(typed.size()));
    out->Reserve(typed.size());
    for (const auto value : typed) out->AddAlreadyReserved(static_cast<Value>(value));
    return absl::OkStatus();
  }
  if (input.raw->size() != input.values() * sizeof(Wire)) {
    return invalidArgument("input '{}' has {} raw bytes, but its shape needs {}", input.tensor.name(),
                           input.raw->size(), input.values() * sizeof(Wire));
  }
  out->Reserve(static_cast<int>(input.values()));
  for (std::size_t i = 0; i < input.values(); ++i) {
    Wire value;
    std::memcpy(&value, input.raw->data() + i * sizeof(Wire), sizeof(Wire));
    out->AddAlreadyReserved(static_cast<Value>(value));
  }
  return absl::OkStatus();
}

absl::Status readStrings(const Input& input, v1::StringValues* out) {
  if (input.raw == nullptr) {
    const auto& typed = input.tensor.contents().bytes_contents();
    if (static_cast<std::size_t>(typed.size()) != input.values())
      return wrongCount(input, static_cast<std::size_t>(typed.size()));
    for (const std::string& value : typed) out->add_values(value);
  } else {
    std::string_view rest = *input.raw;
    while (!rest.empty()) {
      std::uint32_t length = 0;
      if (rest.size() < sizeof length)
        return invalidArgument("input '{}': raw BYTES end inside a length", input.tensor.name());
      std::memcpy(&length, rest.data(), sizeof length);
      rest.remove_prefix(sizeof length);
      if (rest.size() < length)
        return invalidArgument("input '{}': raw BYTES end inside a value of {} bytes", input.tensor.name(),
                               length);
      out->add_values(std::string(rest.substr(0, length)));
      rest.remove_prefix(length);
    }
    if (static_cast<std::size_t>(out->values_size()) != input.values())
      return wrongCount(input, static_cast<std::size_t>(out->values_size()));
  }
  for (const std::string& value : out->values()) {
    if (!google::protobuf::internal::IsStructurallyValidUTF8(value.data(), static_cast<int>(value.size()))) {
      return invalidArgument("input '{}': BYTES are strings here and must be UTF-8", input.tensor.name());
    }
  }
  return absl::OkStatus();
}

absl::Status readColumn(const Input& input, v1::Column* column) {
  const Tensor& tensor = input.tensor;
  const inference::InferTensorContents& typed = tensor.contents();
  const std::string& type = tensor.datatype();
  column->set_name(tensor.name());
  const auto ints = [column] { return column->mutable_int64s()->mutable_values(); };
  if (type == "FP64")
    return readNumbers<double>(input, typed.fp64_contents(), column->mutable_doubles()->mutable_values());
  if (type == "FP32" && input.width > 1) {
    column->mutable_float_vectors()->set_dimension(static_cast<std::uint32_t>(input.width));
    return readNumbers<float>(input, typed.fp32_contents(),
                              column->mutable_float_vectors()->mutable_values());
  }
  if (type == "FP32")
    return readNumbers<float>(input, typed.fp32_contents(), column->mutable_floats()->mutable_values());
  if (type == "INT64") return readNumbers<std::int64_t>(input, typed.int64_contents(), ints());
  if (type == "INT32") return readNumbers<std::int32_t>(input, typed.int_contents(), ints());
  if (type == "INT16") return readNumbers<std::int16_t>(input, typed.int_contents(), ints());
  if (type == "INT8") return readNumbers<std::int8_t>(input, typed.int_contents(), ints());
  if (type == "UINT32") return readNumbers<std::uint32_t>(input, typed.uint_contents(), ints());
  if (type == "UINT16") return readNumbers<std::uint16_t>(input, typed.uint_contents(), ints());
  if (type == "UINT8") return readNumbers<std::uint8_t>(input, typed.uint_contents(), ints());
  if (type == "UINT64") {
    AERIE_RETURN_IF_ERROR(readNumbers<std::uint64_t>(input, typed.uint64_contents(), ints()));
    for (const std::int64_t value : column->int64s().values()) {
      if (value < 0)
        return invalidArgument(
            "input '{}' has a UINT64 over 9223372036854775807, the largest that a column holds",
            tensor.name());
    }
    return absl::OkStatus();
  }
  if (type == "BOOL")
    return readNumbers<std::uint8_t>(input, typed.bool_contents(), column->mutable_bools()->mutable_values());
  if (type == "BYTES") return readStrings(input, column->mutable_strings());
  return invalidArgument(
      "input '{}' has datatype '{}': use BOOL, INT8..INT64, UINT8..UINT64, FP32, FP64 or BYTES",
      tensor.name(), type);
}

absl::Status readShared(const std::string& name, const inference::InferParameter& parameter,
                        v1::DataFrame* frame) {
  v1::Column* column = frame->add_columns();
  column->set_name(name);
  switch (parameter.parameter_choice_case()) {
    case inference::InferParameter::kBoolParam:
      column->mutable_bools()->add_values(parameter.bool_param());
      break;
    case inference::InferParameter::kInt64Param:
      column->mutable_int64s()->add_values(parameter.int64_param());
      break;
    case inference::InferParameter::kStringParam:
      column->mutable_strings()->add_values(parameter.string_param());
      break;
    case inference::InferParameter::kDoubleParam:
      column->mutable_doubles()->add_values(parameter.double_param());
      break;
    case inference::InferParameter::kUint64Param:
      if (parameter.uint64_param() > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
        return invalidArgument(
            "parameter 'shared.{}' is over 9223372036854775807, the largest that a column holds", name);
      }
      column->mutable_int64s()->add_values(static_cast<std::int64_t>(parameter.uint64_param()));
      break;
    case inference::InferParameter::PARAMETER_CHOICE_NOT_SET:
      return invalidArgument("parameter 'shared.{}' has no value", name);
  }
  return absl::OkStatus();
}

absl::Status readParameters(const inference::ModelInferRequest& request, v1::ProxyRequest* out) {
  for (const auto& [name, parameter] : request.parameters()) {
    if (name == "force_arm") {
      out->mutable_options()->set_force_arm(parameter.string_param());
    } else if (std::string_view(name).substr(0, kSharedPrefix.size()) == kSharedPrefix) {
      AERIE_RETURN_IF_ERROR(
          readShared(name.substr(kSharedPrefix.size()), parameter, out->mutable_shared_features()));
      out->mutable_shared_features()->set_row_count(1);
    }
    // Others are servers' own ("priority", "timeout", "triton_..."): ignored, as the protocol has it.
  }
  return absl::OkStatus();
}

bool isNull(const v1::Column& column, std::size_t row) {
  const std::string& bits = column.null_bitmap();
  return !bits.empty() && ((static_cast<unsigned char>(bits[row >> 3]) >> (row & 7)) & 1) != 0;
}

// Writes one answer tensor, in the form that the client chose.
class OutputWriter final {
 public:
  OutputWriter(bool raw, inference::ModelInferResponse* response) : raw_(raw), response_(response) {}

  void column(const v1::Column& column, std::size_t rows) {
    constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
    switch (column.data_case()) {
      case v1::Column::kDoubles:
        numbers<double>(column, "FP64", rows, 1, column.doubles().values(), kNan,
                        &inference::InferTensorContents::mutable_fp64_contents);
        break;
      case v1::Column::kFloats:
        numbers<float>(column, "FP32", rows, 1, column.floats().values(), static_cast<float>(kNan),
                       &inference::InferTensorContents::mutable_fp32_contents);
        break;
      case v1::Column::kFloatVectors:
        numbers<float>(column, "FP32", rows, column.float_vectors().dimension(),
                       column.float_vectors().values(), static_cast<float>(kNan),
                       &inference::InferTensorContents::mutable_fp32_contents);
        break;
      case v1::Column::kInt64S:
        numbers<std::int64_t>(column, "INT64", rows, 1, column.int64s().values(), 0,
                              &inference::InferTensorContents::mutable_int64_contents);
        break;
      case v1::Column::kBools:
        numbers<bool>(column, "BOOL", rows, 1, column.bools().values(), false,
                      &inference::InferTensorContents::mutable_bool_contents);
        break;
      case v1::Column::kStrings: strings(column, rows); break;
      case v1::Column::DATA_NOT_SET: break;
    }
  }
  void status(const v1::PredictResponse& answer) {
    inference::ModelInferResponse::InferOutputTensor* tensor =
        start(kOipStatusTensor, "INT32", static_cast<std::size_t>(answer.item_status_size()), 1);
    if (raw_) {
      response_->add_raw_output_contents(
          answer.item_status().data(),
          static_cast<std::size_t>(answer.item_status_size()) * sizeof(std::int32_t));
    } else {
      *tensor->mutable_contents()->mutable_int_contents() = answer.item_status();
    }
  }

 private:
  inference::ModelInferResponse::InferOutputTensor* start(const std::string& name, const char* type,
                                                          std::size_t rows, std::size_t width) {
    auto* tensor = response_->add_outputs();
    tensor->set_name(name);
    tensor->set_datatype(type);
    tensor->add_shape(static_cast<std::int64_t>(rows));
    if (width > 1) tensor->add_shape(static_cast<std::int64_t>(width));
    return tensor;
  }
  template <class T, class Values, class Field>
  void numbers(const v1::Column& column, const char* type, std::size_t rows, std::size_t width,
               const Values& values, T null_value, Field field) {
    auto* tensor = start(column.name(), type, rows, width);
    google::protobuf::RepeatedField<T> copy(values.begin(), values.end());
    for (std::size_t row = 0; row < rows && !column.null_bitmap().empty(); ++row) {
      if (!isNull(column, row)) continue;
      std::fill_n(copy.begin() + static_cast<std::ptrdiff_t>(row * width), width, null_value);
    }
    if (raw_) {
      response_->add_raw_output_contents(copy.data(), static_cast<std::size_t>(copy.size()) * sizeof(T));
    } else {
      (tensor->mutable_contents()->*field)()->Swap(&copy);
    }
  }
  void strings(const v1::Column& column, std::size_t rows) {
    auto* tensor = start(column.name(), "BYTES", rows, 1);
    std::string bytes;
    for (std::size_t row = 0; row < rows; ++row) {
      const std::string value =
          isNull(column, row) ? std::string() : column.strings().values(static_cast<int>(row));
      if (raw_) {
        const auto length = static_cast<std::uint32_t>(value.size());
        bytes.append(reinterpret_cast<const char*>(&length), sizeof length);
        bytes += value;
      } else {
        tensor->mutable_contents()->add_bytes_contents(value);
      }
    }
    if (raw_) response_->add_raw_output_contents(bytes);
  }

  const bool raw_;
  inference::ModelInferResponse* const response_;
};

std::string_view errorOf(const v1::PredictResponse& answer, int item) {
  const auto index = static_cast<int>(answer.item_error(item));
  return index < answer.errors_size() ? std::string_view(answer.errors(index))
                                      : std::string_view("no reason given");
}

}  // namespace

absl::StatusOr<v1::ProxyRequest> fromOip(const inference::ModelInferRequest& request) {
  v1::ProxyRequest result;
  if (!request.model_version().empty()) {
    return invalidArgument(
        "model_version is '{}': leave it empty, routing chooses the version (parameter force_arm picks an "
        "arm for tests)",
        request.model_version());
  }
  if (request.inputs().empty())
    return invalidArgument("the request has no input tensors: send one per feature");
  const int raws = request.raw_input_contents_size();
  if (raws != 0 && raws != request.inputs_size()) {
    return invalidArgument(
        "raw_input_contents has {} entries for {} inputs: send one for each input, or none", raws,
        request.inputs_size());
  }
  result.set_model_use_case_name(request.model_name());
  result.set_request_id(request.id());
  v1::DataFrame* frame = result.mutable_feature_data_frame();
  for (int i = 0; i < request.inputs_size(); ++i) {
    const Tensor& tensor = request.inputs(i);
    if (raws != 0 && tensor.has_contents()) {
      return invalidArgument("input '{}' has contents beside raw_input_contents: use one form for all inputs",
                             tensor.name());
    }
    AERIE_ASSIGN_OR_RETURN(const Input input,
                           readShape(tensor, raws != 0 ? &request.raw_input_contents(i) : nullptr));
    if (i > 0 && input.rows != frame->row_count()) {
      return invalidArgument("input '{}' has {} rows, but '{}' has {}: every input needs one row per item",
                             tensor.name(), input.rows, request.inputs(0).name(), frame->row_count());
    }
    frame->set_row_count(input.rows);
    AERIE_RETURN_IF_ERROR(readColumn(input, frame->add_columns()));
  }
  AERIE_RETURN_IF_ERROR(readParameters(request, &result));
  return result;
}

absl::Status toOip(const inference::ModelInferRequest& request, const v1::PredictResponse& answer,
                   inference::ModelInferResponse* response) {
  const std::size_t rows = answer.outputs().row_count();
  const auto& statuses = answer.item_status();
  if (!statuses.empty() &&
      std::all_of(statuses.begin(), statuses.end(), [](int code) { return code != 0; })) {
    return detail::makeStatus(static_cast<absl::StatusCode>(statuses[0]), "{}", errorOf(answer, 0));
  }
  response->set_model_name(request.model_name());
  response->set_id(answer.request_id());
  if (answer.served_by_size() == 1) response->set_model_version(answer.served_by(0).version());
  OutputWriter writer(request.raw_input_contents_size() > 0, response);
  std::set<std::string> wanted;
  for (const auto& output : request.outputs()) wanted.insert(output.name());
  const bool all = wanted.empty();
  for (const v1::Column& column : answer.outputs().columns()) {
    if (wanted.erase(column.name()) > 0 || all) writer.column(column, rows);
  }
  wanted.erase(kOipStatusTensor);
  if (!wanted.empty() && rows > 0)
    return invalidArgument("output '{}' is not one of the model's outputs", *wanted.begin());
  if (!statuses.empty()) {
    writer.status(answer);
    for (int i = 0; i < statuses.size(); ++i) {
      if (statuses[i] == 0) continue;
      (*response->mutable_parameters())["aerie_error"].set_string_param(std::string(errorOf(answer, i)));
      break;
    }
  }
  return absl::OkStatus();
}

}  // namespace aerie::proxy
