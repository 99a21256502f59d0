#include "core/preprocess/config_yaml.h"

#include <set>

#include "core/base/status.h"
#include "core/base/yaml_reader.h"
#include "core/preprocess/operators.h"
#include "core/preprocess/step_access.h"

namespace aerie::preprocess {
namespace {

void readText(YamlNode& node, const Parameter& parameter, v1::PreprocessStep* step) {
  const std::string name(parameter.name);
  const std::string text = node.optionalString(name);
  const std::vector<std::string>& choices = parameter.choices;
  if (!choices.empty() && std::find(choices.begin(), choices.end(), text) == choices.end()) {
    const std::string near = nearestName(text, choices);
    node.fail(name, near.empty() ? fmt::format("'{}' must be one of: {}", text, fmt::join(choices, ", "))
                                 : fmt::format("'{}' is not known; did you mean '{}'?", text, near));
  }
  (*step->mutable_strings())[name] = text;
}

void readParameter(YamlNode& node, const Parameter& parameter, v1::PreprocessStep* step) {
  const std::string name(parameter.name);
  if (!node.has(name)) {
    node.use(name);
    return;
  }
  switch (parameter.kind) {
    case ParameterKind::kNumber: (*step->mutable_numbers())[name] = node.requiredNumber(name); return;
    case ParameterKind::kInteger:
      (*step->mutable_numbers())[name] = static_cast<double>(node.requiredInteger(name));
      return;
    case ParameterKind::kFlag:
      (*step->mutable_numbers())[name] = node.optionalBool(name, false) ? 1 : 0;
      return;
    case ParameterKind::kText: readText(node, parameter, step); return;
    case ParameterKind::kNumberOrText: setNumberOrText(step, name, node.optionalString(name)); return;
    case ParameterKind::kTexts:
      for (const std::string& text : node.strings(name)) step->add_values(text);
      return;
    case ParameterKind::kNumbers:
      for (const double number : node.numbers(name)) step->add_boundaries(number);
      return;
  }
}

v1::PreprocessStep readStep(YamlNode& node) {
  v1::PreprocessStep step;
  step.set_op(node.requiredString("op"));
  for (const std::string& input : node.strings("in")) step.add_inputs(input);
  for (const std::string& output : node.strings("out")) step.add_outputs(output);
  const Operator* op = findOperator(step.op());
  if (op == nullptr) {
    const std::string near = nearestName(step.op(), operatorNames());
    node.fail("op", near.empty() ? fmt::format("unknown operator '{}'; operators are: {}", step.op(),
                                               fmt::join(operatorNames(), ", "))
                                 : fmt::format("unknown operator '{}'; did you mean '{}'?", step.op(), near));
    return step;
  }
  for (const Parameter& parameter : op->parameters) readParameter(node, parameter, &step);
  return step;
}

// Texts that YAML reads back as they are without quotes.
bool isPlain(std::string_view text) {
  static const std::set<std::string_view> reserved = {"null", "Null", "NULL", "true", "false",
                                                      "yes",  "no",   "on",   "off"};
  if (text.empty() || reserved.contains(text)) return false;
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
  if (!letter(text[0])) return false;
  return std::all_of(text.begin(), text.end(),
                     [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '.' || c == '-'; });
}

std::string yamlText(std::string_view text) {
  if (isPlain(text)) return std::string(text);
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      result += '\\';
      result += c;
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
      result += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
    } else {
      result += c;
    }
  }
  return result + '"';
}

template <class List>
std::string yamlList(const List& texts) {
  std::vector<std::string> parts;
  for (const std::string& text : texts) parts.push_back(yamlText(text));
  return fmt::format("[{}]", fmt::join(parts, ", "));
}

std::string parameterText(const v1::PreprocessStep& step, const Parameter& parameter) {
  const std::string name(parameter.name);
  switch (parameter.kind) {
    case ParameterKind::kTexts: return yamlList(step.values());
    case ParameterKind::kNumbers: return fmt::format("[{}]", fmt::join(step.boundaries(), ", "));
    case ParameterKind::kFlag: return step.numbers().at(name) != 0 ? "true" : "false";
    case ParameterKind::kInteger:
      return fmt::format("{}", static_cast<std::int64_t>(step.numbers().at(name)));
    case ParameterKind::kNumber: return fmt::format("{}", step.numbers().at(name));
    case ParameterKind::kText: return yamlText(step.strings().at(name));
    case ParameterKind::kNumberOrText: break;
  }
  const auto text = step.strings().find(name);
  return text != step.strings().end() ? yamlText(text->second) : fmt::format("{}", step.numbers().at(name));
}

}  // namespace

absl::StatusOr<v1::PreprocessorConfig> parsePreprocessorConfig(std::string_view yaml, std::string source) {
  AERIE_ASSIGN_OR_RETURN(YamlNode root, YamlNode::parse(yaml, source));
  v1::PreprocessorConfig config;
  std::vector<std::string> lines;
  for (YamlNode& node : root.list("steps")) {
    *config.add_steps() = readStep(node);
    lines.push_back(node.where());
  }
  for (const std::string& output : root.strings("outputs")) config.add_outputs(output);
  if (config.outputs().empty())
    root.fail("outputs", "is missing; name the model's input columns in their order");
  AERIE_RETURN_IF_ERROR(root.finish());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    AERIE_RETURN_IF_ERROR(withContext(checkStep(config.steps(static_cast<int>(i))), lines[i]));
  }
  return config;
}

std::string toYaml(const v1::PreprocessorConfig& config) {
  std::string text = config.steps().empty() ? "steps: []\n" : "steps:\n";
  for (const v1::PreprocessStep& step : config.steps()) {
    text += fmt::format("  - {{op: {}, in: {}, out: {}", yamlText(step.op()), yamlList(step.inputs()),
                        yamlList(step.outputs()));
    if (const Operator* op = findOperator(step.op())) {
      for (const Parameter& parameter : op->parameters) {
        if (isSet(step, parameter))
          text += fmt::format(", {}: {}", parameter.name, parameterText(step, parameter));
      }
    }
    text += "}\n";
  }
  return text + fmt::format("outputs: {}\n", yamlList(config.outputs()));
}

}  // namespace aerie::preprocess
