#include <algorithm>
#include <cmath>

#include "core/base/status.h"
#include "core/features/location_config.h"
#include "core/preprocess/pipeline.h"
#include "core/training_publish/parts.h"

namespace aerie::training_publish {
namespace {

std::vector<preprocess::InputColumn> inputsOf(const v1::FeatureLocationConfig& features) {
  std::vector<preprocess::InputColumn> inputs;
  for (const v1::FeatureLocation& feature : features.features())
    inputs.push_back(
        {feature.name(), features::toDataType(feature.type()), std::max(feature.dimension(), 1U)});
  return inputs;
}

// The names of the model's columns, as core/inference/input_matrix.h makes them.
absl::StatusOr<std::vector<std::string>> columnsOf(const Parts& parts) {
  AERIE_ASSIGN_OR_RETURN(const preprocess::Pipeline pipeline,
                         preprocess::Pipeline::compile(parts.preprocessor, inputsOf(parts.features)));
  std::vector<std::string> names;
  for (const preprocess::InputColumn& column : pipeline.outputs()) {
    if (column.type != frame::DataType::kFloatVector) {
      names.push_back(column.name);
      continue;
    }
    for (std::size_t i = 0; i < column.dimension; ++i) names.push_back(fmt::format("{}[{}]", column.name, i));
  }
  return names;
}

// The preprocessor's way from the key's feature to its column, and nothing else.
absl::StatusOr<preprocess::Pipeline> pipelineOf(const Parts& parts, const zones::ZoneKey& key) {
  v1::PreprocessorConfig config = parts.preprocessor;
  if (std::find(config.outputs().begin(), config.outputs().end(), key.column) == config.outputs().end())
    return failedPrecondition(
        "key '{}': the preprocessor has no output '{}', so the model could not choose its part", key.feature,
        key.column);
  config.clear_outputs();
  config.add_outputs(key.column);
  AERIE_ASSIGN_OR_RETURN(preprocess::Pipeline pipeline,
                         preprocess::Pipeline::compile(config, inputsOf(parts.features)));
  if (pipeline.inputs().size() != 1 || pipeline.inputs()[0].name != key.feature)
    return failedPrecondition("key '{}': column '{}' must be made of this feature alone", key.feature,
                              key.column);
  return pipeline;
}

// "ATL" or "3" as the type that the feature has.
absl::StatusOr<frame::Column> columnOf(const preprocess::InputColumn& input,
                                       std::vector<std::string> values) {
  if (input.type == frame::DataType::kString) return frame::Column::ofStrings(input.name, std::move(values));
  std::vector<std::int64_t> numbers;
  for (const std::string& value : values) {
    char* end = nullptr;
    const long long number = std::strtoll(value.c_str(), &end, 10);
    if (value.empty() || *end != '\0')
      return invalidArgument("'{}' of {} is not a whole number", value, input.name);
    numbers.push_back(number);
  }
  return frame::Column::ofInt64s(input.name, std::move(numbers)).cast(input.type);
}

// The number of each value of one key.
absl::StatusOr<std::map<std::string, std::int32_t>> codesOf(const Parts& parts, std::size_t key_number) {
  const zones::ZoneKey& key = parts.common.keys[key_number];
  AERIE_ASSIGN_OR_RETURN(const preprocess::Pipeline pipeline, pipelineOf(parts, key));
  std::map<std::string, std::int32_t> codes;
  std::vector<std::string> values;
  for (const Part& part : parts.parts) {
    const std::string& value = part.description.values[key_number];
    if (value != zones::kAny && codes.emplace(value, 0).second) values.push_back(value);
  }
  if (values.empty()) return codes;
  AERIE_ASSIGN_OR_RETURN(frame::Column column, columnOf(pipeline.inputs()[0], values));
  AERIE_ASSIGN_OR_RETURN(const frame::DataFrame input, frame::DataFrame::create({std::move(column)}));
  AERIE_ASSIGN_OR_RETURN(const frame::DataFrame output, pipeline.run(input));
  const frame::Column& numbers = output.columns()[0];
  if (numbers.type() == frame::DataType::kString || numbers.type() == frame::DataType::kFloatVector)
    return failedPrecondition("key '{}': column '{}' must be a number", key.feature, key.column);
  std::map<std::int32_t, std::string> taken;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double number = numbers.numberAt(i);
    if (std::isnan(number) || std::trunc(number) != number || std::abs(number) > zones::kLargestCode) {
      return failedPrecondition(
          "{}={} becomes {} in '{}', which is no number of a zone; use the vocabulary operator", key.feature,
          values[i], number, key.column);
    }
    const auto code = static_cast<std::int32_t>(number);
    const auto [entry, fresh] = taken.emplace(code, values[i]);
    if (!fresh) {
      return failedPrecondition(
          "{0}={1} and {0}={2} are both {3} in '{4}': the preprocessor does not know one of them; fit it on "
          "data with "
          "all zones",
          key.feature, entry->second, values[i], code, key.column);
    }
    codes[values[i]] = code;
  }
  return codes;
}

// What the preprocessor makes of values that it does not know: no part may claim it.
absl::Status checkKnown(const Parts& parts, std::size_t key_number,
                        const std::map<std::string, std::int32_t>& codes) {
  const zones::ZoneKey& key = parts.common.keys[key_number];
  for (const v1::PreprocessStep& step : parts.preprocessor.steps()) {
    if (step.op() != "vocabulary" || step.outputs_size() != 1 || step.outputs(0) != key.column) continue;
    const auto unknown = step.numbers().find("unknown");
    const double number = unknown == step.numbers().end() ? 0 : unknown->second;
    for (const auto& [value, code] : codes) {
      if (code == number)
        return failedPrecondition("the preprocessor does not know {}={}; fit it on data with all zones",
                                  key.feature, value);
    }
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<zones::ZoneIndex> indexOf(const Parts& parts) {
  zones::ZoneIndex index;
  AERIE_ASSIGN_OR_RETURN(index.columns, columnsOf(parts));
  index.keys = parts.common.keys;
  std::vector<std::map<std::string, std::int32_t>> codes;
  for (std::size_t key = 0; key < index.keys.size(); ++key) {
    AERIE_ASSIGN_OR_RETURN(auto of_key, codesOf(parts, key));
    AERIE_RETURN_IF_ERROR(checkKnown(parts, key, of_key));
    codes.push_back(std::move(of_key));
  }
  for (const Part& part : parts.parts) {
    zones::ZonePart entry;
    entry.name = part.task->task;
    entry.values = part.description.values;
    for (std::size_t key = 0; key < index.keys.size(); ++key) {
      const std::string& value = entry.values[key];
      entry.codes.push_back(value == zones::kAny ? zones::kAnyCode : codes[key].at(value));
    }
    entry.train_rows = part.description.train_rows;
    entry.test_rows = part.description.test_rows;
    entry.metrics = part.description.metrics;
    index.parts.push_back(std::move(entry));
  }
  return index;
}

}  // namespace aerie::training_publish
