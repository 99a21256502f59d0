#include "core/monitoring/prometheus_text.h"

#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <set>
#include <unordered_set>

#include "core/base/status.h"

namespace aerie::monitoring {
namespace {

bool isNameStart(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool isDigit(char c) { return c >= '0' && c <= '9'; }

// As Go's ParseFloat reads decimal numbers: "nan", "inf" and "infinity" in any case, with one sign at most.
std::optional<double> numberOf(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  if (text.empty()) return std::nullopt;
  if (!isDigit(text.front()) && text.front() != '.') {
    std::string word;
    for (const char c : text) word += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    if (word == "nan") return std::numeric_limits<double>::quiet_NaN();
    if (word != "inf" && word != "infinity") return std::nullopt;
    const double infinity = std::numeric_limits<double>::infinity();
    return negative ? -infinity : infinity;
  }
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return negative ? -value : value;
}

std::string textOf(double value) {
  if (std::isnan(value)) return "NaN";
  if (std::isinf(value)) return value > 0 ? "+Inf" : "-Inf";
  return fmt::format("{}", value);
}

// One line, read from the left.
class Line final {
 public:
  explicit Line(std::string_view text) : text_(text) {}
  bool done() const { return text_.empty(); }
  char peek() const { return text_.empty() ? '\0' : text_.front(); }
  void skipSpace() {
    while (!text_.empty() && (text_.front() == ' ' || text_.front() == '\t')) text_.remove_prefix(1);
  }
  bool take(char c) {
    if (peek() != c || text_.empty()) return false;
    text_.remove_prefix(1);
    return true;
  }
  std::string_view name(bool colons) {
    std::size_t n = 0;
    while (n < text_.size() &&
           (isNameStart(text_[n]) || (colons && text_[n] == ':') || (n > 0 && isDigit(text_[n])))) {
      ++n;
    }
    return cut(n);
  }
  std::string_view word() {
    std::size_t n = 0;
    while (n < text_.size() && text_[n] != ' ' && text_[n] != '\t') ++n;
    return cut(n);
  }
  // After the opening quote, up to and with the closing one.
  std::optional<std::string> quoted() {
    std::string out;
    while (!text_.empty()) {
      const char c = text_.front();
      text_.remove_prefix(1);
      if (c == '"') return out;
      if (c != '\\') {
        out += c;
        continue;
      }
      if (take('n')) {
        out += '\n';
      } else if (take('\\')) {
        out += '\\';
      } else if (take('"')) {
        out += '"';
      } else {
        return std::nullopt;
      }
    }
    return std::nullopt;
  }

 private:
  std::string_view cut(std::size_t n) {
    const std::string_view out = text_.substr(0, n);
    text_.remove_prefix(n);
    return out;
  }
  std::string_view text_;
};

std::string keyOf(const Sample& sample) {
  std::string key = sample.name;
  for (const auto& [name, value] : sample.labels) {
    key += '\0';
    key += name;
    key += '\0';
    key += value;
  }
  return key;
}

class Parser final {
 public:
  explicit Parser(const TextLimits& limits) : limits_(limits) {}

  absl::StatusOr<Exposition> parse(std::string_view text) {
    if (text.size() > limits_.bytes)
      return resourceExhausted("metrics text: {} bytes, at most {} are read", text.size(), limits_.bytes);
    while (!text.empty()) {
      ++line_;
      const std::size_t end = text.find('\n');
      if (end == std::string_view::npos) return wrong("the last line does not end with a newline");
      AERIE_RETURN_IF_ERROR(readLine(text.substr(0, end)));
      text.remove_prefix(end + 1);
    }
    return std::move(out_);
  }

 private:
  template <class... Args>
  absl::Status wrong(fmt::format_string<Args...> format, Args&&... args) const {
    return invalidArgument("metrics text, line {}: {}", line_,
                           fmt::format(format, std::forward<Args>(args)...));
  }

  absl::Status readLine(std::string_view text) {
    if (!text.empty() && text.back() == '\r') return wrong("a carriage return at the end");
    Line line(text);
    line.skipSpace();
    if (line.done()) return absl::OkStatus();
    if (line.take('#')) return readComment(line);
    return readSample(line);
  }

  absl::Status readComment(Line& line) {
    line.skipSpace();
    const std::string_view what = line.word();
    if (what != "TYPE" && what != "HELP") return absl::OkStatus();
    line.skipSpace();
    const std::string name(line.name(true));
    if (name.empty() || !(line.done() || line.peek() == ' ' || line.peek() == '\t'))
      return wrong("{} without the name of a metric", what);
    if (what == "HELP") {
      return helped_.insert(name).second ? absl::OkStatus() : wrong("a second HELP for {}", name);
    }
    line.skipSpace();
    const std::string_view type = line.word();
    line.skipSpace();
    if (!line.done()) return wrong("text after the type of {}", name);
    static const std::map<std::string_view, MetricType> kTypes = {{"untyped", MetricType::kUntyped},
                                                                  {"counter", MetricType::kCounter},
                                                                  {"gauge", MetricType::kGauge},
                                                                  {"histogram", MetricType::kHistogram},
                                                                  {"summary", MetricType::kSummary}};
    const auto known = kTypes.find(type);
    if (known == kTypes.end()) return wrong("{} is not a type of metric", type);
    if (finished_.contains(name) || (!out_.empty() && out_.back().name == name))
      return wrong("the type of {} comes after its samples", name);
    if (!types_.emplace(name, known->second).second) return wrong("a second TYPE for {}", name);
    return absl::OkStatus();
  }

  // The declared family that a sample's name belongs to, or the name itself.
  std::string familyOf(const std::string& name) const {
    for (const std::string_view suffix : {"_bucket", "_sum", "_count"}) {
      if (!name.ends_with(suffix)) continue;
      const std::string base = name.substr(0, name.size() - suffix.size());
      const auto type = types_.find(base);
      if (type == types_.end()) continue;
      if (type->second == MetricType::kHistogram) return base;
      if (type->second == MetricType::kSummary && suffix != "_bucket") return base;
    }
    return name;
  }

  absl::Status readSample(Line& line) {
    Sample sample;
    sample.name = std::string(line.name(true));
    if (sample.name.empty()) return wrong("neither a comment nor the name of a metric");
    if (line.peek() == '{') AERIE_RETURN_IF_ERROR(readLabels(line, sample));
    if (!line.done() && line.peek() != ' ' && line.peek() != '\t' && sample.labels.empty())
      return wrong("{} is followed by something else than labels or a value", sample.name);
    line.skipSpace();
    const auto value = numberOf(line.word());
    if (!value) return wrong("{} has no number as its value", sample.name);
    sample.value = *value;
    line.skipSpace();
    if (!line.done()) {
      const std::string_view stamp = line.word();
      std::int64_t time = 0;
      const auto [end, error] = std::from_chars(stamp.data(), stamp.data() + stamp.size(), time);
      if (error != std::errc() || end != stamp.data() + stamp.size())
        return wrong("the timestamp of {} is not a whole number", sample.name);
      line.skipSpace();
      if (!line.done()) return wrong("text after the timestamp of {}", sample.name);
    }
    return add(std::move(sample));
  }

  absl::Status readLabels(Line& line, Sample& sample) {
    line.take('{');
    line.skipSpace();
    while (!line.take('}')) {
      const std::string name(line.name(false));
      if (name.empty()) return wrong("a label of {} has no name", sample.name);
      line.skipSpace();
      if (!line.take('=')) return wrong("label {} of {} has no value", name, sample.name);
      line.skipSpace();
      if (!line.take('"')) return wrong("label {} of {} is not quoted", name, sample.name);
      auto value = line.quoted();
      if (!value) return wrong("label {} of {} does not end, or has an unknown escape", name, sample.name);
      if (!sample.labels.emplace(name, *std::move(value)).second)
        return wrong("label {} of {} comes twice", name, sample.name);
      if (sample.labels.size() > limits_.labels)
        return wrong("{} has more than {} labels", sample.name, limits_.labels);
      line.skipSpace();
      if (line.take(',')) {
        line.skipSpace();
      } else if (line.peek() != '}') {
        return wrong("labels of {} are not separated by commas", sample.name);
      }
    }
    return absl::OkStatus();
  }

  absl::Status add(Sample sample) {
    if (++samples_ > limits_.samples)
      return resourceExhausted("metrics text: more than {} samples", limits_.samples);
    const std::string family = familyOf(sample.name);
    if (out_.empty() || out_.back().name != family) {
      if (!out_.empty()) finished_.insert(out_.back().name);
      if (finished_.contains(family)) return wrong("{} is in two places", family);
      const auto type = types_.find(family);
      out_.push_back({family, type == types_.end() ? MetricType::kUntyped : type->second, {}});
      seen_.clear();
    }
    if (!seen_.insert(keyOf(sample)).second) return wrong("{} comes twice with the same labels", sample.name);
    out_.back().samples.push_back(std::move(sample));
    return absl::OkStatus();
  }

  const TextLimits& limits_;
  Exposition out_;
  std::map<std::string, MetricType> types_;
  std::set<std::string> helped_;
  std::set<std::string> finished_;
  std::unordered_set<std::string> seen_;  // in the last family
  std::size_t samples_ = 0;
  std::size_t line_ = 0;
};

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else {
      if (c == '\\' || c == '"') out += '\\';
      out += c;
    }
  }
  return out;
}

}  // namespace

absl::StatusOr<Exposition> parsePrometheusText(std::string_view text, const TextLimits& limits) {
  return Parser(limits).parse(text);
}

std::string toPrometheusText(const Exposition& exposition) {
  static constexpr const char* kNames[] = {"untyped", "counter", "gauge", "histogram", "summary"};
  std::string out;
  for (const Family& family : exposition) {
    out += fmt::format("# TYPE {} {}\n", family.name, kNames[static_cast<std::size_t>(family.type)]);
    for (const Sample& sample : family.samples) {
      out += sample.name;
      const char* before = "{";
      for (const auto& [name, value] : sample.labels) {
        out += fmt::format("{}{}=\"{}\"", before, name, escaped(value));
        before = ",";
      }
      out += fmt::format("{} {}\n", sample.labels.empty() ? "" : "}", textOf(sample.value));
    }
  }
  return out;
}

absl::StatusOr<std::vector<HistogramSample>> histogramsOf(const Family& family) {
  struct Parts {
    HistogramSample sample;
    std::optional<double> sum, count;
    bool infinite = false;
  };
  std::map<Labels, Parts> found;
  for (const Sample& s : family.samples) {
    Labels labels = s.labels;
    const auto le = labels.find("le");
    if (s.name == family.name + "_bucket") {
      if (le == labels.end()) return invalidArgument("histogram {}: a bucket without le", family.name);
      const auto bound = numberOf(le->second);
      if (!bound || std::isnan(*bound) || *bound == -std::numeric_limits<double>::infinity())
        return invalidArgument("histogram {}: le \"{}\" is not a number", family.name, le->second);
      labels.erase(le);
      Parts& parts = found[labels];
      HistogramSample& h = parts.sample;
      if (parts.infinite || (!h.bounds.empty() && *bound <= h.bounds.back()))
        return invalidArgument("histogram {}: buckets do not ascend", family.name);
      if (!(s.value >= 0) || (!h.counts.empty() && s.value < h.counts.back()))
        return invalidArgument("histogram {}: counts are not cumulative", family.name);
      h.counts.push_back(s.value);
      parts.infinite = std::isinf(*bound);
      if (!parts.infinite) h.bounds.push_back(*bound);
    } else if (s.name == family.name + "_sum") {
      found[labels].sum = s.value;
    } else if (s.name == family.name + "_count") {
      found[labels].count = s.value;
    } else {
      return invalidArgument("histogram {}: {} is not a part of it", family.name, s.name);
    }
  }
  std::vector<HistogramSample> out;
  for (auto& [labels, parts] : found) {
    if (!parts.infinite || !parts.sum || !parts.count || *parts.count != parts.sample.counts.back())
      return invalidArgument("histogram {}: its sum, count or last bucket is missing or differs",
                             family.name);
    parts.sample.labels = labels;
    parts.sample.sum = *parts.sum;
    out.push_back(std::move(parts.sample));
  }
  return out;
}

}  // namespace aerie::monitoring
