#include "core/features/location_config.h"

#include <cmath>
#include <map>
#include <set>

#include "core/base/ids.h"
#include "core/base/status.h"
#include "core/base/yaml_reader.h"

namespace aerie::features {
namespace {

constexpr int kMaxFeatures = 10'000;
constexpr std::uint32_t kMaxDimension = 65'536;
constexpr std::size_t kMaxName = 128;

struct SourceName {
  v1::FeatureSource source;
  std::string_view name;
};
constexpr SourceName kSources[] = {
    {v1::SHARED, "shared"}, {v1::ITEM, "item"}, {v1::QUERY, "query"}, {v1::STORE, "store"}};

std::string_view sourceName(v1::FeatureSource source) {
  for (const SourceName& known : kSources) {
    if (known.source == source) return known.name;
  }
  return "unspecified";
}

bool plainName(std::string_view name) {
  if (name.empty() || name.size() > kMaxName) return false;
  for (const char c : name) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f || c == '"' || c == '\'' || c == '\\') return false;
  }
  return true;
}

void readDefault(YamlNode& node, v1::FeatureType type, v1::FeatureLocation* location) {
  v1::FeatureValue* value = location->mutable_default_value();
  switch (type) {
    case v1::INT64: value->set_int64_value(node.optionalInteger("default", 0)); break;
    case v1::BOOL: value->set_bool_value(node.optionalBool("default", false)); break;
    case v1::STRING: value->set_string_value(node.optionalString("default")); break;
    default: value->set_double_value(node.optionalNumber("default", 0)); break;
  }
}

void readFeature(YamlNode& node, v1::FeatureLocation* location) {
  location->set_name(node.requiredString("name"));
  const auto type = frame::dataTypeFromName(node.requiredString("type"));
  if (type.ok()) {
    location->set_type(toFeatureType(*type));
  } else {
    node.fail("type", messageOf(type.status()));
  }
  const std::string from = node.requiredString("from");
  for (const SourceName& known : kSources) {
    if (known.name == from) location->set_source(known.source);
  }
  if (location->source() == v1::FEATURE_SOURCE_UNSPECIFIED) {
    node.fail("from", fmt::format("'{}' is not a source; use shared, item, query or store", from));
  }
  location->set_table(node.optionalString("table"));
  for (std::string& part : node.strings("key")) location->add_key(std::move(part));
  const std::int64_t dimension = node.optionalInteger("dimension", 0);
  if (dimension < 0 || dimension > kMaxDimension) {
    node.fail("dimension", fmt::format("must be 1 to {}", kMaxDimension));
  } else {
    location->set_dimension(static_cast<std::uint32_t>(dimension));
  }
  node.use("default");
  if (node.has("default")) readDefault(node, location->type(), location);
}

absl::Status checkDefault(const v1::FeatureLocation& feature) {
  if (!feature.has_default_value()) return absl::OkStatus();
  using Value = v1::FeatureValue;
  const Value::ValueCase given = feature.default_value().value_case();
  Value::ValueCase wanted = Value::kDoubleValue;
  if (feature.type() == v1::INT64) wanted = Value::kInt64Value;
  if (feature.type() == v1::BOOL) wanted = Value::kBoolValue;
  if (feature.type() == v1::STRING) wanted = Value::kStringValue;
  if (given != wanted) {
    return invalidArgument("feature '{}': its default has another type than {}; give a value of that type",
                           feature.name(), frame::name(toDataType(feature.type())));
  }
  if (given == Value::kDoubleValue && feature.type() != v1::DOUBLE &&
      std::isfinite(feature.default_value().double_value()) &&
      !std::isfinite(static_cast<float>(feature.default_value().double_value()))) {
    return invalidArgument("feature '{}': its default {} is too large for a float", feature.name(),
                           feature.default_value().double_value());
  }
  return absl::OkStatus();
}

absl::Status checkPlace(const v1::FeatureLocation& feature) {
  if (feature.source() == v1::STORE) {
    AERIE_RETURN_IF_ERROR(
        withContext(validateName("table", feature.table()), fmt::format("feature '{}'", feature.name())));
    if (feature.key().empty()) {
      return invalidArgument("feature '{}' is stored in table '{}' but names no key; add key: [feature, ...]",
                             feature.name(), feature.table());
    }
    return absl::OkStatus();
  }
  if (!feature.table().empty() || !feature.key().empty()) {
    return invalidArgument(
        "feature '{}' comes from {}, so it can't have a table or a key; remove them or write from: store",
        feature.name(), sourceName(feature.source()));
  }
  return absl::OkStatus();
}

absl::Status checkFeature(const v1::FeatureLocation& feature, int index) {
  if (!plainName(feature.name())) {
    return invalidArgument(
        "feature {} has the name '{}'; use 1 to {} characters without quotes, backslashes or control "
        "characters",
        index, feature.name(), kMaxName);
  }
  if (feature.type() < v1::DOUBLE || feature.type() > v1::FLOAT_VECTOR) {
    return invalidArgument(
        "feature '{}' has no known type; use double, float, int64, bool, string or float_vector",
        feature.name());
  }
  if (feature.source() < v1::SHARED || feature.source() > v1::STORE) {
    return invalidArgument("feature '{}' has no known source; use shared, item, query or store",
                           feature.name());
  }
  const bool vector = feature.type() == v1::FLOAT_VECTOR;
  if (vector && (feature.dimension() < 1 || feature.dimension() > kMaxDimension)) {
    return invalidArgument("feature '{}' is a float_vector of dimension {}; give a dimension of 1 to {}",
                           feature.name(), feature.dimension(), kMaxDimension);
  }
  if (!vector && feature.dimension() > 1) {
    return invalidArgument("feature '{}' has a dimension, which only a float_vector has; remove it",
                           feature.name());
  }
  AERIE_RETURN_IF_ERROR(checkPlace(feature));
  return checkDefault(feature);
}

absl::Status checkKeys(const v1::FeatureLocationConfig& config,
                       const std::map<std::string, const v1::FeatureLocation*>& by_name) {
  std::vector<std::string> names;
  for (const auto& [name, feature] : by_name) names.push_back(name);
  for (const v1::FeatureLocation& feature : config.features()) {
    for (const std::string& part : feature.key()) {
      const auto found = by_name.find(part);
      if (found == by_name.end()) {
        const std::string near = nearestName(part, names);
        return invalidArgument(
            "feature '{}': its key '{}' is not a feature of this config; {}", feature.name(), part,
            near.empty() ? "add it with its own source" : fmt::format("did you mean '{}'?", near));
      }
      const v1::FeatureLocation& key = *found->second;
      if (key.source() == v1::STORE) {
        return invalidArgument(
            "feature '{}': its key '{}' is itself a stored feature; keys must come from shared, item or "
            "query, because all tables are read in one round",
            feature.name(), part);
      }
      if (key.type() != v1::STRING && key.type() != v1::INT64 && key.type() != v1::BOOL) {
        return invalidArgument("feature '{}': its key '{}' is {}; keys must be string, int64 or bool",
                               feature.name(), part, frame::name(toDataType(key.type())));
      }
    }
  }
  return absl::OkStatus();
}

std::string yamlText(std::string_view text) {
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
  return result + "\"";
}

std::string defaultText(const v1::FeatureValue& value) {
  switch (value.value_case()) {
    case v1::FeatureValue::kInt64Value: return fmt::format("{}", value.int64_value());
    case v1::FeatureValue::kBoolValue: return value.bool_value() ? "true" : "false";
    case v1::FeatureValue::kStringValue: return yamlText(value.string_value());
    default: return fmt::format("{}", value.double_value());
  }
}

}  // namespace

frame::DataType toDataType(v1::FeatureType type) {
  switch (type) {
    case v1::FLOAT: return frame::DataType::kFloat;
    case v1::INT64: return frame::DataType::kInt64;
    case v1::BOOL: return frame::DataType::kBool;
    case v1::STRING: return frame::DataType::kString;
    case v1::FLOAT_VECTOR: return frame::DataType::kFloatVector;
    default: return frame::DataType::kDouble;
  }
}

v1::FeatureType toFeatureType(frame::DataType type) {
  switch (type) {
    case frame::DataType::kDouble: return v1::DOUBLE;
    case frame::DataType::kFloat: return v1::FLOAT;
    case frame::DataType::kInt64: return v1::INT64;
    case frame::DataType::kBool: return v1::BOOL;
    case frame::DataType::kString: return v1::STRING;
    case frame::DataType::kFloatVector: return v1::FLOAT_VECTOR;
  }
  return v1::FEATURE_TYPE_UNSPECIFIED;
}

absl::Status validate(const v1::FeatureLocationConfig& config) {
  if (config.features().empty())
    return invalidArgument("the feature location config has no features; list at least one");
  if (config.features_size() > kMaxFeatures) {
    return invalidArgument("the feature location config has {} features; {} is the most",
                           config.features_size(), kMaxFeatures);
  }
  std::map<std::string, const v1::FeatureLocation*> by_name;
  for (int i = 0; i < config.features_size(); ++i) {
    const v1::FeatureLocation& feature = config.features(i);
    AERIE_RETURN_IF_ERROR(checkFeature(feature, i));
    if (!by_name.emplace(feature.name(), &feature).second) {
      return invalidArgument("feature '{}' is there twice; remove one", feature.name());
    }
  }
  return checkKeys(config, by_name);
}

absl::StatusOr<v1::FeatureLocationConfig> parseFeatureLocationConfig(std::string_view yaml,
                                                                     const std::string& source) {
  AERIE_ASSIGN_OR_RETURN(YamlNode root, YamlNode::parse(yaml, source));
  v1::FeatureLocationConfig config;
  for (YamlNode& node : root.list("features")) readFeature(node, config.add_features());
  AERIE_RETURN_IF_ERROR(root.finish());
  AERIE_RETURN_IF_ERROR(withContext(validate(config), source));
  return config;
}

std::string toYaml(const v1::FeatureLocationConfig& config) {
  std::string text = "features:\n";
  for (const v1::FeatureLocation& feature : config.features()) {
    text += fmt::format("  - {{name: {}, type: {}, from: {}", yamlText(feature.name()),
                        frame::name(toDataType(feature.type())), sourceName(feature.source()));
    if (feature.dimension() > 0) text += fmt::format(", dimension: {}", feature.dimension());
    if (!feature.table().empty()) text += fmt::format(", table: {}", yamlText(feature.table()));
    if (!feature.key().empty()) {
      std::vector<std::string> parts;
      for (const std::string& part : feature.key()) parts.push_back(yamlText(part));
      text += fmt::format(", key: [{}]", fmt::join(parts, ", "));
    }
    if (feature.has_default_value()) text += ", default: " + defaultText(feature.default_value());
    text += "}\n";
  }
  return text;
}

}  // namespace aerie::features
