#include "core/preprocess/step_access.h"

namespace aerie::preprocess {

using frame::Column;
using frame::DataType;

StepReader::StepReader(const v1::PreprocessStep& step) : step_(step), op_(findOperator(step.op())) {
  AERIE_CHECK(op_ != nullptr);
}

const Parameter& StepReader::parameter(std::string_view name) const {
  for (const Parameter& parameter : op_->parameters) {
    if (parameter.name == name) return parameter;
  }
  AERIE_CHECK(!"a parameter that the operator table does not have");
  return op_->parameters.front();
}

bool StepReader::has(std::string_view name) const { return isSet(step_, parameter(name)); }

double StepReader::number(std::string_view name) const {
  const auto found = step_.numbers().find(std::string(name));
  return found != step_.numbers().end() ? found->second : parameter(name).number_default;
}

std::int64_t StepReader::integer(std::string_view name) const {
  return static_cast<std::int64_t>(number(name));
}

std::string StepReader::text(std::string_view name) const {
  const std::string key(name);
  const auto found = step_.strings().find(key);
  if (found != step_.strings().end()) return found->second;
  const auto found_number = step_.numbers().find(key);
  if (found_number != step_.numbers().end()) return fmt::format("{}", found_number->second);
  return std::string(parameter(name).text_default);
}

void setNumberOrText(v1::PreprocessStep* step, std::string_view name, std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool number = error == std::errc() && end == text.data() + text.size() && std::isfinite(value);
  if (number && fmt::format("{}", value) == text) {
    (*step->mutable_numbers())[std::string(name)] = value;
  } else {
    (*step->mutable_strings())[std::string(name)] = std::string(text);
  }
}

std::span<const double> numbersOf(const Column& column, std::vector<double>& storage) {
  const auto convert = [&storage](const auto& values) {
    storage.resize(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) storage[i] = static_cast<double>(values[i]);
    return std::span<const double>(storage);
  };
  switch (column.type()) {
    case DataType::kDouble: return column.doubles();
    case DataType::kFloat: return convert(column.floats());
    case DataType::kInt64: return convert(column.int64s());
    case DataType::kBool: return convert(column.bools());
    case DataType::kString:
    case DataType::kFloatVector: break;
  }
  AERIE_CHECK(!"numbers of a column that has none");
  return {};
}

absl::StatusOr<std::vector<double>> learnableNumbers(const Column& column) {
  std::vector<double> storage;
  const std::span<const double> all = numbersOf(column, storage);
  std::vector<double> result;
  result.reserve(all.size());
  for (std::size_t row = 0; row < all.size(); ++row) {
    if (!column.isNull(row) && std::isfinite(all[row])) result.push_back(all[row]);
  }
  if (!result.empty()) return result;
  return invalidArgument(
      "there is nothing to learn from: none of the {} rows of '{}' has a number; give more data or set the "
      "parameter by hand",
      all.size(), column.name());
}

JoinedTexts joinTexts(std::span<const Column* const> inputs, std::string_view separator) {
  const std::size_t rows = inputs[0]->rows();
  JoinedTexts joined;
  joined.texts.resize(rows);
  frame::NullBuilder nulls(rows);
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    nulls.add(inputs[i]->nulls());
    forEachText(*inputs[i], [&](std::size_t row, std::string_view text) {
      if (i > 0) joined.texts[row] += separator;
      joined.texts[row] += text;
    });
  }
  joined.nulls = std::move(nulls).finish();
  return joined;
}

CompiledStep oneOutput(const v1::PreprocessStep& step, DataType type, Kernel kernel, std::size_t dimension) {
  CompiledStep compiled;
  compiled.outputs.push_back({step.outputs(0), type, dimension});
  compiled.kernel = std::move(kernel);
  return compiled;
}

}  // namespace aerie::preprocess
