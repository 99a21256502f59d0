// Strict YAML reading: every field is asked for by name, unknown fields are refused with the nearest known
// name, and each error names the source, the field's path and the remedy.
//
//   AERIE_ASSIGN_OR_RETURN(YamlNode root, YamlNode::parse(text, "routing.yaml"));
//   config.use_case = root.requiredString("model_use_case");
//   for (YamlNode& arm : root.list("arms")) ...
//   AERIE_RETURN_IF_ERROR(root.finish());      // the first error of this node and its children, or unknown
//   fields
//
// Readers return a default after an error and remember the first one, so that parsing code stays linear.
#pragma once

#include <absl/status/statusor.h>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace aerie {

class YamlNode final {
 public:
  // InvalidArgument with line and column for a syntax error; documents over 4 MiB, deeper than 64 levels or
  // with aliases that expand them are refused.
  static absl::StatusOr<YamlNode> parse(std::string_view text, std::string source);
  // Several documents separated by "---".
  static absl::StatusOr<std::vector<YamlNode>> parseAll(std::string_view text, std::string source);

  bool isMap() const;
  bool isList() const;
  bool isScalar() const;
  bool has(std::string_view field) const;

  std::string requiredString(std::string_view field);
  std::string optionalString(std::string_view field, std::string fallback = {});
  double requiredNumber(std::string_view field);
  double optionalNumber(std::string_view field, double fallback);
  std::int64_t requiredInteger(std::string_view field);
  std::int64_t optionalInteger(std::string_view field, std::int64_t fallback);
  bool optionalBool(std::string_view field, bool fallback);
  std::vector<std::string> strings(
      std::string_view field);  // a list of scalars; a single scalar is a list of one
  std::vector<double> numbers(std::string_view field);
  std::vector<YamlNode> list(std::string_view field);  // a list of maps; empty when absent
  YamlNode child(std::string_view field);              // a map; an empty one when absent
  std::vector<std::string> fields() const;             // names of a map's fields, in order
  void use(std::string_view field);                    // marks a field as known

  std::string asString() const;  // of a scalar node
  // Records an error of this node: "routing.yaml: experiments[0].arms: <problem>".
  void fail(std::string_view field, std::string_view problem);
  std::string where(std::string_view field = {}) const;  // "routing.yaml: experiments[0].arms (line 7)"
  absl::Status finish();

 private:
  struct Impl;
  explicit YamlNode(std::shared_ptr<Impl> impl);
  std::shared_ptr<Impl> impl_;
};

// "did you mean 'x'?" support: the candidate with the smallest edit distance, or "" when none is near.
std::string nearestName(std::string_view name, const std::vector<std::string>& candidates);

}  // namespace aerie
