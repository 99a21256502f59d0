#include "core/base/yaml_reader.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>
#include <sstream>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include "core/base/status.h"

namespace aerie {
namespace {

constexpr std::size_t kMaxBytes = 4U << 20;
constexpr int kMaxDepth = 64;
constexpr std::size_t kMaxNodes = 200'000;

// yaml-cpp 0.7 takes a token that begins no document, such as a lone comma, for an empty document, does not
// move on, and makes documents without end.
class Progress final : public YAML::EventHandler {
 public:
  static void check(const std::string& text) {
    std::istringstream stream(text);
    YAML::Parser parser(stream);
    Progress progress;
    while (parser.HandleNextDocument(progress)) {
    }
  }
  void OnDocumentStart(const YAML::Mark& mark) override {
    if (mark.pos == last_) throw YAML::ParserException(mark, "nothing can begin with this");
    last_ = mark.pos;
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string&) override {}
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {}
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
  }
  void OnMapEnd() override {}

 private:
  int last_ = -1;
};

bool withinBounds(const YAML::Node& node, int depth, std::size_t& nodes) {
  if (depth > kMaxDepth || ++nodes > kMaxNodes) return false;
  if (node.IsMap()) {
    for (const auto& entry : node) {
      if (!withinBounds(entry.first, depth + 1, nodes) || !withinBounds(entry.second, depth + 1, nodes))
        return false;
    }
  } else if (node.IsSequence()) {
    for (const auto& entry : node) {
      if (!withinBounds(entry, depth + 1, nodes)) return false;
    }
  }
  return true;
}

// yaml-cpp recurses while parsing: nesting is bounded before it sees the text.
bool nestsTooDeep(std::string_view text) {
  int depth = 0;
  std::size_t indent = 0;
  bool line_start = true;
  std::size_t dashes = 0;
  for (const char c : text) {
    if (c == '[' || c == '{') {
      if (++depth > kMaxDepth) return true;
    } else if ((c == ']' || c == '}') && depth > 0) {
      --depth;
    }
    if (c == '\n') {
      line_start = true;
      indent = 0;
      dashes = 0;
    } else if (line_start && (c == ' ' || c == '\t')) {
      ++indent;
    } else if (line_start && (c == '-' || c == '?' || c == ':')) {
      if (++dashes > kMaxDepth) return true;  // "- - - - x" nests without indentation
    } else {
      line_start = false;
    }
    if (indent > 4096) return true;
  }
  return false;
}

}  // namespace

struct YamlNode::Impl {
  struct Document {
    std::string source;
    absl::Status error;
  };
  YAML::Node node;
  std::string path;
  std::shared_ptr<Document> document;
  std::set<std::string, std::less<>> known;
  std::vector<std::shared_ptr<Impl>> children;

  void fail(std::string_view field, std::string_view problem) {
    if (document->error.ok()) document->error = invalidArgument("{}: {}", where(field), problem);
  }
  std::string join(std::string_view field) const {
    if (field.empty()) return path;
    return path.empty() ? std::string(field) : fmt::format("{}.{}", path, field);
  }
  std::string where(std::string_view field) const {
    const std::string full = join(field);
    int line = -1;
    if (node.IsDefined()) line = node.Mark().line;
    if (!field.empty() && node.IsMap()) {
      if (const YAML::Node child = node[std::string(field)]; child.IsDefined()) line = child.Mark().line;
    }
    std::string text = document->source;
    if (!full.empty()) text += ": " + full;
    if (line >= 0) text += fmt::format(" (line {})", line + 1);
    return text;
  }
  // The field's node, or an undefined one.
  YAML::Node get(std::string_view field) {
    known.emplace(field);
    if (!node.IsMap()) {
      fail({}, "must be a map of fields");
      return YAML::Node(YAML::NodeType::Undefined);
    }
    const YAML::Node& fixed = node;  // operator[] of a non-const node would insert
    return fixed[std::string(field)];
  }
  bool absent(const YAML::Node& value) const { return !value.IsDefined() || value.IsNull(); }

  std::string scalar(std::string_view field, const YAML::Node& value, std::string_view kind) {
    if (!value.IsScalar()) {
      fail(field, fmt::format("must be {}", kind));
      return {};
    }
    return value.Scalar();
  }
  double number(std::string_view field, const std::string& text) {
    double result = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), result);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(result)) {
      fail(field, fmt::format("'{}' is not a number", text));
      return 0;
    }
    return result;
  }
  std::int64_t integer(std::string_view field, const std::string& text) {
    std::int64_t result = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), result);
    if (error != std::errc() || end != text.data() + text.size()) {
      fail(field, fmt::format("'{}' is not a whole number", text));
      return 0;
    }
    return result;
  }
  std::shared_ptr<Impl> make(YAML::Node child_node, std::string child_path) {
    auto child = std::make_shared<Impl>();
    child->node = std::move(child_node);
    child->path = std::move(child_path);
    child->document = document;
    children.push_back(child);
    return child;
  }
  void checkUnknown() {
    if (node.IsMap()) {
      std::set<std::string> seen;
      for (const auto& entry : node) {
        const std::string name = entry.first.IsScalar() ? entry.first.Scalar() : std::string("?");
        if (!seen.insert(name).second) fail(name, "is given twice; keep one");
        if (known.contains(name)) continue;
        std::vector<std::string> names(known.begin(), known.end());
        const std::string near = nearestName(name, names);
        fail(name, near.empty() ? fmt::format("unknown field; known fields are: {}", fmt::join(names, ", "))
                                : fmt::format("unknown field; did you mean '{}'?", near));
      }
    }
    for (const auto& child : children) child->checkUnknown();
  }
};

YamlNode::YamlNode(std::shared_ptr<Impl> impl) : impl_(std::move(impl)) {}

absl::StatusOr<std::vector<YamlNode>> YamlNode::parseAll(std::string_view text, std::string source) {
  if (text.size() > kMaxBytes)
    return invalidArgument("{}: is {} bytes long; the limit is {}", source, text.size(), kMaxBytes);
  if (nestsTooDeep(text)) return invalidArgument("{}: nests deeper than {} levels", source, kMaxDepth);
  std::vector<YamlNode> result;
  try {
    const std::string whole(text);
    Progress::check(whole);
    for (const YAML::Node& node : YAML::LoadAll(whole)) {
      std::size_t nodes = 0;
      if (!withinBounds(node, 0, nodes))
        return invalidArgument("{}: too deep or too large after expanding aliases", source);
      auto impl = std::make_shared<Impl>();
      impl->node = node;
      impl->document = std::make_shared<Impl::Document>();
      impl->document->source = source;
      result.push_back(YamlNode(std::move(impl)));
    }
  } catch (const YAML::Exception& e) {
    return invalidArgument("{}: line {}, column {}: not valid YAML: {}", source, e.mark.line + 1,
                           e.mark.column + 1, e.msg);
  }
  return result;
}

absl::StatusOr<YamlNode> YamlNode::parse(std::string_view text, std::string source) {
  AERIE_ASSIGN_OR_RETURN(std::vector<YamlNode> documents, parseAll(text, source));
  if (documents.empty() || documents[0].impl_->node.IsNull()) return invalidArgument("{}: is empty", source);
  if (documents.size() > 1)
    return invalidArgument("{}: holds {} documents; give one", source, documents.size());
  return std::move(documents[0]);
}

bool YamlNode::isMap() const { return impl_->node.IsMap(); }
bool YamlNode::isList() const { return impl_->node.IsSequence(); }
bool YamlNode::isScalar() const { return impl_->node.IsScalar(); }
bool YamlNode::has(std::string_view field) const {
  const YAML::Node& fixed = impl_->node;
  return fixed.IsMap() && fixed[std::string(field)].IsDefined();
}

std::string YamlNode::requiredString(std::string_view field) {
  const YAML::Node value = impl_->get(field);
  if (impl_->absent(value)) {
    impl_->fail(field, "is missing; give it a text");
    return {};
  }
  std::string text = impl_->scalar(field, value, "a text");
  if (text.empty()) impl_->fail(field, "is empty; give it a text");
  return text;
}

std::string YamlNode::optionalString(std::string_view field, std::string fallback) {
  const YAML::Node value = impl_->get(field);
  return impl_->absent(value) ? std::move(fallback) : impl_->scalar(field, value, "a text");
}

double YamlNode::requiredNumber(std::string_view field) {
  if (impl_->absent(impl_->get(field))) {
    impl_->fail(field, "is missing; give it a number");
    return 0;
  }
  return optionalNumber(field, 0);
}

double YamlNode::optionalNumber(std::string_view field, double fallback) {
  const YAML::Node value = impl_->get(field);
  return impl_->absent(value) ? fallback : impl_->number(field, impl_->scalar(field, value, "a number"));
}

std::int64_t YamlNode::requiredInteger(std::string_view field) {
  if (impl_->absent(impl_->get(field))) {
    impl_->fail(field, "is missing; give it a whole number");
    return 0;
  }
  return optionalInteger(field, 0);
}

std::int64_t YamlNode::optionalInteger(std::string_view field, std::int64_t fallback) {
  const YAML::Node value = impl_->get(field);
  return impl_->absent(value) ? fallback
                              : impl_->integer(field, impl_->scalar(field, value, "a whole number"));
}

bool YamlNode::optionalBool(std::string_view field, bool fallback) {
  const YAML::Node value = impl_->get(field);
  if (impl_->absent(value)) return fallback;
  const std::string text = impl_->scalar(field, value, "true or false");
  if (text != "true" && text != "false") impl_->fail(field, fmt::format("'{}' must be true or false", text));
  return text == "true";
}

std::vector<std::string> YamlNode::strings(std::string_view field) {
  std::vector<std::string> result;
  const YAML::Node value = impl_->get(field);
  if (impl_->absent(value)) return result;
  if (value.IsScalar()) return {value.Scalar()};
  if (!value.IsSequence()) {
    impl_->fail(field, "must be a list of texts");
    return result;
  }
  for (const YAML::Node& entry : value) result.push_back(impl_->scalar(field, entry, "a list of texts"));
  return result;
}

std::vector<double> YamlNode::numbers(std::string_view field) {
  std::vector<double> result;
  for (const std::string& text : strings(field)) result.push_back(impl_->number(field, text));
  return result;
}

std::vector<YamlNode> YamlNode::list(std::string_view field) {
  std::vector<YamlNode> result;
  const YAML::Node value = impl_->get(field);
  if (impl_->absent(value)) return result;
  if (!value.IsSequence()) {
    impl_->fail(field, "must be a list");
    return result;
  }
  std::size_t index = 0;
  for (const YAML::Node& entry : value) {
    const std::string path = fmt::format("{}[{}]", impl_->join(field), index++);
    if (!entry.IsMap()) impl_->fail(field, fmt::format("entry {} must be a map of fields", index));
    result.push_back(YamlNode(impl_->make(entry, path)));
  }
  return result;
}

YamlNode YamlNode::child(std::string_view field) {
  const YAML::Node value = impl_->get(field);
  if (!impl_->absent(value) && !value.IsMap()) impl_->fail(field, "must be a map of fields");
  return YamlNode(
      impl_->make(impl_->absent(value) ? YAML::Node(YAML::NodeType::Map) : value, impl_->join(field)));
}

std::vector<std::string> YamlNode::fields() const {
  std::vector<std::string> result;
  if (impl_->node.IsMap()) {
    for (const auto& entry : impl_->node)
      result.push_back(entry.first.IsScalar() ? entry.first.Scalar() : std::string());
  }
  return result;
}

void YamlNode::use(std::string_view field) { impl_->known.emplace(field); }
std::string YamlNode::asString() const {
  return impl_->node.IsScalar() ? impl_->node.Scalar() : std::string();
}
void YamlNode::fail(std::string_view field, std::string_view problem) { impl_->fail(field, problem); }
std::string YamlNode::where(std::string_view field) const { return impl_->where(field); }

absl::Status YamlNode::finish() {
  if (!impl_->node.IsMap()) impl_->fail("", "must be a map of fields");
  impl_->checkUnknown();
  return impl_->document->error;
}

std::string nearestName(std::string_view name, const std::vector<std::string>& candidates) {
  std::string best;
  std::size_t best_distance = std::max<std::size_t>(2, name.size() / 3) + 1;
  for (const std::string& candidate : candidates) {
    std::vector<std::size_t> row(candidate.size() + 1);
    for (std::size_t j = 0; j < row.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= name.size(); ++i) {
      std::size_t diagonal = row[0];
      row[0] = i;
      for (std::size_t j = 1; j <= candidate.size(); ++j) {
        const std::size_t substitute = diagonal + (name[i - 1] == candidate[j - 1] ? 0 : 1);
        diagonal = row[j];
        row[j] = std::min({row[j] + 1, row[j - 1] + 1, substitute});
      }
    }
    if (row.back() < best_distance) {
      best_distance = row.back();
      best = candidate;
    }
  }
  return best;
}

}  // namespace aerie
