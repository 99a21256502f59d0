#include "core/preprocess/operators.h"

#include <unordered_set>

#include "core/base/yaml_reader.h"
#include "core/preprocess/step_access.h"

namespace aerie::preprocess {
namespace {

using frame::DataType;

constexpr TypeSet kScalars = kNumberOrBool | typeBit(DataType::kString);
constexpr std::size_t kMany = 10'000;
constexpr double kMaxInteger = 9007199254740992.0;  // 2^53: whole numbers up to it are exact as doubles

Parameter learned(std::string_view name, ParameterKind kind) {
  return {.name = name, .kind = kind, .learned = true};
}
Parameter required(std::string_view name, ParameterKind kind) {
  return {.name = name, .kind = kind, .required = true};
}
Parameter number(std::string_view name, ParameterKind kind, double fallback) {
  return {.name = name, .kind = kind, .number_default = fallback};
}
Parameter choice(std::string_view name, bool is_required, std::vector<std::string> choices) {
  return {.name = name, .kind = ParameterKind::kText, .required = is_required, .choices = std::move(choices)};
}

std::vector<Operator> makeOperators() {
  using enum ParameterKind;
  std::vector<Operator> table;
  table.push_back(
      {"impute",
       1,
       1,
       kScalars,
       false,
       {learned("value", kNumberOrText), choice("strategy", false, {"mean", "median", "most_frequent"})},
       fitImpute,
       compileImpute});
  table.push_back({"clip",
                   1,
                   1,
                   kNumberTypes,
                   false,
                   {number("min", kNumber, 0), number("max", kNumber, 0)},
                   nullptr,
                   compileClip});
  table.push_back({"log1p", 1, 1, kNumberOrBool, false, {}, nullptr, compileLog1p});
  table.push_back({"standardize",
                   1,
                   1,
                   kNumberOrBool,
                   false,
                   {learned("mean", kNumber), learned("stddev", kNumber)},
                   fitStandardize,
                   compileStandardize});
  table.push_back({"min_max",
                   1,
                   1,
                   kNumberOrBool,
                   false,
                   {learned("min", kNumber), learned("max", kNumber), number("clip", kFlag, 0)},
                   fitMinMax,
                   compileMinMax});
  table.push_back({"bucketize",
                   1,
                   1,
                   kNumberTypes,
                   false,
                   {learned("boundaries", kNumbers), number("buckets", kInteger, 10)},
                   fitBucketize,
                   compileBucketize});
  table.push_back({"vocabulary",
                   1,
                   1,
                   kCategoryTypes,
                   false,
                   {learned("values", kTexts), number("unknown", kInteger, 0), number("first", kInteger, 1),
                    number("max_size", kInteger, 10'000), number("min_count", kInteger, 1)},
                   fitValues,
                   compileVocabulary});
  table.push_back(
      {"one_hot",
       1,
       1,
       kCategoryTypes,
       true,
       {learned("values", kTexts), number("max_size", kInteger, 100), number("min_count", kInteger, 1)},
       fitValues,
       compileOneHot});
  table.push_back({"hash_bucket",
                   1,
                   kMany,
                   kCategoryTypes,
                   false,
                   {required("buckets", kInteger), number("seed", kInteger, 0)},
                   nullptr,
                   compileHashBucket});
  table.push_back({"cross",
                   2,
                   kMany,
                   kCategoryTypes,
                   false,
                   {{.name = "separator", .kind = kText, .text_default = "|"}},
                   nullptr,
                   compileCross});
  table.push_back(
      {"arithmetic",
       1,
       kMany,
       kNumberOrBool,
       false,
       {choice("operator", true, {"add", "subtract", "multiply", "divide"}), number("constant", kNumber, 0)},
       nullptr,
       compileArithmetic});
  table.push_back({"time_part",
                   1,
                   1,
                   typeBit(DataType::kInt64) | typeBit(DataType::kString),
                   false,
                   {choice("part", true, {"minute", "hour", "weekday", "day_of_year", "month"}),
                    number("utc_offset_minutes", kInteger, 0)},
                   nullptr,
                   compileTimePart});
  table.push_back({"lower", 1, 1, typeBit(DataType::kString), false, {}, nullptr, compileLower});
  table.push_back({"trim", 1, 1, typeBit(DataType::kString), false, {}, nullptr, compileTrim});
  table.push_back({"cast",
                   1,
                   1,
                   kScalars,
                   false,
                   {choice("type", true, {"double", "float", "int64", "bool", "string"})},
                   nullptr,
                   compileCast});
  table.push_back({"concat",
                   1,
                   kMany,
                   kNumberOrBool | typeBit(DataType::kFloatVector),
                   false,
                   {},
                   nullptr,
                   compileConcat});
  return table;
}

std::string didYouMean(std::string_view name, const std::vector<std::string>& candidates) {
  const std::string near = nearestName(name, candidates);
  if (!near.empty()) return fmt::format("did you mean '{}'?", near);
  return candidates.empty() ? "it takes none" : fmt::format("known are: {}", fmt::join(candidates, ", "));
}

absl::Status checkArity(const v1::PreprocessStep& step, const Operator& op) {
  const auto inputs = static_cast<std::size_t>(step.inputs_size());
  if (inputs < op.min_inputs || inputs > op.max_inputs) {
    return invalidArgument("takes {} {} input(s), but {} are given",
                           op.max_inputs == kMany ? "at least" : "exactly", op.min_inputs, inputs);
  }
  if (step.outputs_size() == 0 || (step.outputs_size() > 1 && !op.many_outputs)) {
    return invalidArgument("gives {} output, but 'out' names {}",
                           op.many_outputs ? "at least one" : "exactly one", step.outputs_size());
  }
  for (const std::string& output : step.outputs()) {
    if (output.empty()) return invalidArgument("has an output without a name");
  }
  return absl::OkStatus();
}

const Parameter* findParameter(const Operator& op, std::string_view name) {
  for (const Parameter& parameter : op.parameters) {
    if (parameter.name == name) return &parameter;
  }
  return nullptr;
}

absl::Status unknownParameter(const Operator& op, std::string_view name) {
  std::vector<std::string> names;
  for (const Parameter& parameter : op.parameters) names.emplace_back(parameter.name);
  return invalidArgument("has no parameter '{}'; {}", name, didYouMean(name, names));
}

absl::Status checkNumber(const Operator& op, const std::string& name, double value) {
  const Parameter* parameter = findParameter(op, name);
  if (parameter == nullptr) return unknownParameter(op, name);
  switch (parameter->kind) {
    case ParameterKind::kNumber:
    case ParameterKind::kNumberOrText:
      if (std::isfinite(value)) return absl::OkStatus();
      return invalidArgument("'{}' must be a finite number, not {}", name, value);
    case ParameterKind::kInteger:
      if (std::trunc(value) == value && std::abs(value) <= kMaxInteger) return absl::OkStatus();
      return invalidArgument("'{}' must be a whole number of at most 2^53, not {}", name, value);
    case ParameterKind::kFlag:
      if (value == 0 || value == 1) return absl::OkStatus();
      return invalidArgument("'{}' must be true or false (1 or 0), not {}", name, value);
    case ParameterKind::kText:
    case ParameterKind::kTexts:
    case ParameterKind::kNumbers: break;
  }
  return invalidArgument("'{}' must not be a single number", name);
}

absl::Status checkText(const Operator& op, const std::string& name, const std::string& value) {
  const Parameter* parameter = findParameter(op, name);
  if (parameter == nullptr) return unknownParameter(op, name);
  if (parameter->kind != ParameterKind::kText && parameter->kind != ParameterKind::kNumberOrText) {
    return invalidArgument("'{}' must not be a text ('{}')", name, value);
  }
  const std::vector<std::string>& choices = parameter->choices;
  if (choices.empty() || std::find(choices.begin(), choices.end(), value) != choices.end())
    return absl::OkStatus();
  return invalidArgument("'{}' is '{}'; it must be one of: {}", name, value, fmt::join(choices, ", "));
}

absl::Status checkLists(const v1::PreprocessStep& step, const Operator& op) {
  if (!step.values().empty() && findParameter(op, "values") == nullptr) return unknownParameter(op, "values");
  if (!step.boundaries().empty() && findParameter(op, "boundaries") == nullptr)
    return unknownParameter(op, "boundaries");
  std::unordered_set<std::string_view> seen;
  for (const std::string& value : step.values()) {
    if (!seen.insert(value).second) return invalidArgument("'values' holds '{}' twice", value);
  }
  for (int i = 0; i < step.boundaries_size(); ++i) {
    if (!std::isfinite(step.boundaries(i)) || (i > 0 && !(step.boundaries(i - 1) < step.boundaries(i)))) {
      return invalidArgument("'boundaries' must be finite and rise; entry {} is {}", i, step.boundaries(i));
    }
  }
  return absl::OkStatus();
}

std::string typesText(TypeSet types) {
  std::vector<std::string_view> names;
  for (unsigned i = 0; i < 6; ++i) {
    if ((types & (1U << i)) != 0) names.push_back(frame::name(static_cast<DataType>(i)));
  }
  return fmt::format("{}", fmt::join(names, ", "));
}

}  // namespace

const std::vector<Operator>& operators() {
  static const std::vector<Operator> table = makeOperators();
  return table;
}

std::vector<std::string> operatorNames() {
  std::vector<std::string> names;
  for (const Operator& op : operators()) names.emplace_back(op.name);
  return names;
}

const Operator* findOperator(std::string_view name) {
  for (const Operator& op : operators()) {
    if (op.name == name) return &op;
  }
  return nullptr;
}

bool isSet(const v1::PreprocessStep& step, const Parameter& parameter) {
  const std::string name(parameter.name);
  switch (parameter.kind) {
    case ParameterKind::kTexts: return !step.values().empty();
    case ParameterKind::kNumbers: return !step.boundaries().empty();
    case ParameterKind::kText: return step.strings().contains(name);
    case ParameterKind::kNumberOrText: return step.strings().contains(name) || step.numbers().contains(name);
    case ParameterKind::kNumber:
    case ParameterKind::kInteger:
    case ParameterKind::kFlag: break;
  }
  return step.numbers().contains(name);
}

std::string stepLabel(const v1::PreprocessorConfig& config, std::size_t index) {
  const v1::PreprocessStep& step = config.steps(static_cast<int>(index));
  return fmt::format("step {} ({} -> {})", index + 1, step.op().empty() ? "?" : step.op(),
                     step.outputs().empty() ? std::string("?") : step.outputs(0));
}

absl::Status checkStep(const v1::PreprocessStep& step) {
  const Operator* op = findOperator(step.op());
  if (op == nullptr)
    return invalidArgument("unknown operator '{}'; {}", step.op(), didYouMean(step.op(), operatorNames()));
  AERIE_RETURN_IF_ERROR(checkArity(step, *op));
  // A map of Protobuf has no fixed order: the first error must not depend on it.
  const std::map<std::string, double> numbers(step.numbers().begin(), step.numbers().end());
  for (const auto& [name, value] : numbers) AERIE_RETURN_IF_ERROR(checkNumber(*op, name, value));
  const std::map<std::string, std::string> texts(step.strings().begin(), step.strings().end());
  for (const auto& [name, value] : texts) AERIE_RETURN_IF_ERROR(checkText(*op, name, value));
  AERIE_RETURN_IF_ERROR(checkLists(step, *op));
  for (const Parameter& parameter : op->parameters) {
    if (parameter.required && !isSet(step, parameter))
      return invalidArgument("needs '{}'; set it", parameter.name);
  }
  return absl::OkStatus();
}

absl::Status checkTypes(const v1::PreprocessStep& step, std::span<const InputColumn> inputs) {
  const Operator* op = findOperator(step.op());
  AERIE_CHECK(op != nullptr);
  for (const InputColumn& input : inputs) {
    if ((op->accepts & typeBit(input.type)) == 0) {
      return invalidArgument("input '{}' is {}, but {} takes {}", input.name, frame::name(input.type),
                             op->name, typesText(op->accepts));
    }
  }
  return absl::OkStatus();
}

absl::StatusOr<CompiledStep> compileStep(const v1::PreprocessStep& step,
                                         std::span<const InputColumn> inputs) {
  AERIE_RETURN_IF_ERROR(checkTypes(step, inputs));
  const Operator* op = findOperator(step.op());
  for (const Parameter& parameter : op->parameters) {
    if (parameter.learned && !isSet(step, parameter)) {
      return failedPrecondition("'{}' is not set; run fit first, or set it", parameter.name);
    }
  }
  return op->compile(step, inputs);
}

std::uint64_t stableHash(std::uint64_t seed, std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  const auto mix = [&hash](std::uint8_t byte) { hash = (hash ^ byte) * 0x100000001b3ULL; };
  for (unsigned i = 0; i < 8; ++i) mix(static_cast<std::uint8_t>(seed >> (8 * i)));
  for (const char c : text) mix(static_cast<std::uint8_t>(c));
  hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9ULL;
  hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebULL;
  return hash ^ (hash >> 31);
}

}  // namespace aerie::preprocess
