#include "core/preprocess/pipeline.h"

#include <unordered_map>
#include <unordered_set>

#include "core/base/status.h"
#include "core/base/yaml_reader.h"
#include "core/preprocess/graph.h"
#include "core/preprocess/operators.h"

namespace aerie::preprocess {
namespace {

using frame::Column;
using frame::DataFrame;

absl::Status checkConfig(const v1::PreprocessorConfig& config) {
  for (std::size_t i = 0; i < static_cast<std::size_t>(config.steps_size()); ++i) {
    AERIE_RETURN_IF_ERROR(withContext(checkStep(config.steps(static_cast<int>(i))), stepLabel(config, i)));
  }
  if (config.outputs().empty())
    return invalidArgument("outputs: names no column; name the model's inputs in their order");
  std::unordered_set<std::string_view> seen;
  for (const std::string& output : config.outputs()) {
    if (!seen.insert(output).second) return invalidArgument("outputs: '{}' is there twice", output);
  }
  return absl::OkStatus();
}

std::string typeText(const InputColumn& column) {
  const std::string text(frame::name(column.type));
  return column.type == frame::DataType::kFloatVector
             ? fmt::format("{} of dimension {}", text, column.dimension)
             : text;
}

// A step that knows where its inputs are among the columns of a run, and where its outputs go.
struct Stage {
  std::size_t step = 0;
  std::vector<std::size_t> inputs;
  std::vector<InputColumn> outputs;
  Kernel kernel;
};

// Every column of a run by name: the input columns, then what stages give in execution order.
struct Columns {
  std::vector<InputColumn> all;
  std::unordered_map<std::string, std::size_t> places;
  void add(const InputColumn& column) {
    places.emplace(column.name, all.size());
    all.push_back(column);
  }
};

absl::StatusOr<Stage> compileStage(const v1::PreprocessorConfig& config, std::size_t index,
                                   Columns& columns) {
  const v1::PreprocessStep& step = config.steps(static_cast<int>(index));
  Stage stage;
  stage.step = index;
  std::vector<InputColumn> inputs;
  for (const std::string& input : step.inputs()) {
    stage.inputs.push_back(columns.places.at(input));
    inputs.push_back(columns.all[stage.inputs.back()]);
  }
  absl::StatusOr<CompiledStep> compiled = compileStep(step, inputs);
  if (!compiled.ok()) return withContext(compiled.status(), stepLabel(config, index));
  stage.outputs = std::move(compiled->outputs);
  stage.kernel = std::move(compiled->kernel);
  for (const InputColumn& output : stage.outputs) columns.add(output);
  return stage;
}

absl::StatusOr<std::size_t> placeOf(const Columns& columns, const std::string& output) {
  const auto found = columns.places.find(output);
  if (found != columns.places.end()) return found->second;
  std::vector<std::string> names;
  for (const InputColumn& column : columns.all) names.push_back(column.name);
  const std::string near = nearestName(output, names);
  return invalidArgument(
      "outputs: there is no column '{}'; {}", output,
      near.empty() ? "name an input or an output of a step" : fmt::format("did you mean '{}'?", near));
}

// Marks the places that the outputs need, from the last stage back.
std::vector<bool> findNeeded(const std::vector<Stage>& stages, const std::vector<std::size_t>& outputs,
                             std::size_t count) {
  std::vector<bool> needed(count, false);
  for (const std::size_t place : outputs) needed[place] = true;
  std::size_t end = count;
  for (auto stage = stages.rbegin(); stage != stages.rend(); ++stage) {
    bool used = false;
    for (std::size_t i = end - stage->outputs.size(); i < end; ++i) used = used || needed[i];
    end -= stage->outputs.size();
    for (std::size_t i = 0; used && i < stage->inputs.size(); ++i) needed[stage->inputs[i]] = true;
  }
  return needed;
}

absl::Status checkInput(const DataFrame& input, const InputColumn& expected, const Column* column) {
  if (column == nullptr) {
    std::vector<std::string> names;
    for (const Column& there : input.columns()) names.push_back(there.name());
    const std::string near = nearestName(expected.name, names);
    return invalidArgument("the preprocessor needs column '{}' ({}), which is missing{}", expected.name,
                           typeText(expected),
                           near.empty() ? "; add it" : fmt::format("; there is '{}'", near));
  }
  const InputColumn actual{column->name(), column->type(), column->dimension()};
  if (actual == expected) return absl::OkStatus();
  return invalidArgument("column '{}' is {}, but the preprocessor needs {}", expected.name, typeText(actual),
                         typeText(expected));
}

}  // namespace

// Places are renumbered so that they count only what a run holds: needed inputs, then the outputs of needed
// stages.
struct Pipeline::Plan {
  std::vector<InputColumn> inputs;
  std::vector<Stage> stages;
  std::vector<InputColumn> outputs;
  std::vector<std::size_t> output_places;
  std::size_t places = 0;
};

Pipeline::Pipeline(std::shared_ptr<const Plan> plan) : plan_(std::move(plan)) {}
const std::vector<InputColumn>& Pipeline::inputs() const { return plan_->inputs; }
const std::vector<InputColumn>& Pipeline::outputs() const { return plan_->outputs; }

std::vector<InputColumn> columnsOf(const DataFrame& frame) {
  std::vector<InputColumn> columns;
  for (const Column& column : frame.columns())
    columns.push_back({column.name(), column.type(), column.dimension()});
  return columns;
}

absl::StatusOr<Pipeline> Pipeline::compile(const v1::PreprocessorConfig& config,
                                           std::span<const InputColumn> inputs) {
  AERIE_RETURN_IF_ERROR(checkConfig(config));
  AERIE_ASSIGN_OR_RETURN(const std::vector<std::size_t> order, executionOrder(config, inputs));
  Columns columns;
  for (const InputColumn& input : inputs) columns.add(input);
  std::vector<Stage> stages;
  for (const std::size_t index : order) {
    AERIE_ASSIGN_OR_RETURN(Stage stage, compileStage(config, index, columns));
    stages.push_back(std::move(stage));
  }
  std::vector<std::size_t> outputs;
  for (const std::string& output : config.outputs()) {
    AERIE_ASSIGN_OR_RETURN(const std::size_t place, placeOf(columns, output));
    outputs.push_back(place);
  }

  const std::vector<bool> needed = findNeeded(stages, outputs, columns.all.size());
  auto plan = std::make_shared<Plan>();
  std::vector<std::size_t> renumbered(columns.all.size(), 0);
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    if (!needed[i]) continue;
    renumbered[i] = plan->places++;
    plan->inputs.push_back(inputs[i]);
  }
  std::size_t next = inputs.size();
  for (Stage& stage : stages) {
    const std::size_t begin = next;
    next += stage.outputs.size();
    bool used = false;
    for (std::size_t i = begin; i < next; ++i) used = used || needed[i];
    if (!used) continue;
    for (std::size_t i = begin; i < next; ++i) renumbered[i] = plan->places++;
    for (std::size_t& input : stage.inputs) input = renumbered[input];
    plan->stages.push_back(std::move(stage));
  }
  for (const std::size_t place : outputs) {
    plan->output_places.push_back(renumbered[place]);
    plan->outputs.push_back(columns.all[place]);
  }
  return Pipeline(std::move(plan));
}

absl::StatusOr<DataFrame> Pipeline::run(const DataFrame& input) const {
  std::vector<Column> columns;
  columns.reserve(plan_->places);  // stages hold pointers into it
  for (const InputColumn& expected : plan_->inputs) {
    const Column* column = input.find(expected.name);
    AERIE_RETURN_IF_ERROR(checkInput(input, expected, column));
    columns.push_back(*column);
  }
  std::vector<const Column*> arguments;
  for (const Stage& stage : plan_->stages) {
    arguments.clear();
    for (const std::size_t place : stage.inputs) arguments.push_back(&columns[place]);
    for (Column& column : stage.kernel(arguments)) columns.push_back(std::move(column));
  }
  std::vector<Column> outputs;
  outputs.reserve(plan_->output_places.size());
  for (const std::size_t place : plan_->output_places) outputs.push_back(columns[place]);
  return DataFrame::create(std::move(outputs));
}

absl::StatusOr<v1::PreprocessorConfig> fit(const v1::PreprocessorConfig& config, const DataFrame& frame) {
  AERIE_RETURN_IF_ERROR(checkConfig(config));
  const std::vector<InputColumn> inputs = columnsOf(frame);
  AERIE_ASSIGN_OR_RETURN(const std::vector<std::size_t> order, executionOrder(config, inputs));
  v1::PreprocessorConfig fitted = config;
  Columns known;
  std::vector<Column> values = frame.columns();
  for (const InputColumn& input : inputs) known.add(input);
  for (const std::size_t index : order) {
    v1::PreprocessStep* step = fitted.mutable_steps(static_cast<int>(index));
    const Operator* op = findOperator(step->op());
    std::vector<const Column*> arguments;
    std::vector<InputColumn> types;
    for (const std::string& input : step->inputs()) {
      arguments.push_back(&values[known.places.at(input)]);
      types.push_back(known.all[known.places.at(input)]);
    }
    bool open = false;
    for (const Parameter& parameter : op->parameters)
      open = open || (parameter.learned && !isSet(*step, parameter));
    AERIE_RETURN_IF_ERROR(withContext(checkTypes(*step, types), stepLabel(config, index)));
    if (open) AERIE_RETURN_IF_ERROR(withContext(op->fit(arguments, step), stepLabel(config, index)));
    AERIE_ASSIGN_OR_RETURN(const Stage stage, compileStage(fitted, index, known));
    std::vector<Column> made = stage.kernel(arguments);
    for (Column& column : made) values.push_back(std::move(column));
  }
  // The outputs' names have not been looked at yet.
  AERIE_RETURN_IF_ERROR(Pipeline::compile(fitted, inputs).status());
  return fitted;
}

v1::PreprocessorConfig withoutLearned(v1::PreprocessorConfig config) {
  for (v1::PreprocessStep& step : *config.mutable_steps()) {
    const Operator* op = findOperator(step.op());
    if (op == nullptr) continue;
    for (const Parameter& parameter : op->parameters) {
      if (!parameter.learned) continue;
      const std::string name(parameter.name);
      step.mutable_numbers()->erase(name);
      step.mutable_strings()->erase(name);
      if (parameter.kind == ParameterKind::kTexts) step.clear_values();
      if (parameter.kind == ParameterKind::kNumbers) step.clear_boundaries();
    }
  }
  return config;
}

}  // namespace aerie::preprocess
