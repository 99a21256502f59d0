#include "core/taskrun/ignore_rules.h"

#include <algorithm>
#include <fnmatch.h>

#include "core/base/status.h"

namespace aerie::taskrun {
namespace {

constexpr std::size_t kMaxRules = 1000;
constexpr std::size_t kMaxPattern = 500;
constexpr std::size_t kMaxParts = 32;
constexpr std::string_view kStandard =
    ".git\n.hg\n.svn\n__pycache__\n*.pyc\n*.pyo\nvenv/\n.venv/\n.mypy_cache/\n.pytest_cache/\n.ruff_cache/\n"
    ".tox/\n.ipynb_checkpoints/\n.DS_Store\n.aerieignore\n";

std::vector<std::string> split(std::string_view text, char by) {
  std::vector<std::string> out;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(by, begin), text.size());
    out.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

// Row by row over the parts of the pattern, so that many "**" can't take exponential time.
bool fits(const std::vector<std::string>& pattern, const std::vector<std::string>& path) {
  std::vector<bool> now(path.size() + 1, false);
  now[0] = true;
  for (const std::string& part : pattern) {
    std::vector<bool> next(path.size() + 1, false);
    if (part == "**") {
      bool reached = false;
      for (std::size_t i = 0; i <= path.size(); ++i) {
        reached = reached || now[i];
        next[i] = reached;
      }
    } else {
      for (std::size_t i = 0; i < path.size(); ++i)
        next[i + 1] = now[i] && ::fnmatch(part.c_str(), path[i].c_str(), 0) == 0;
    }
    now = std::move(next);
  }
  return now[path.size()];
}

}  // namespace

absl::StatusOr<IgnoreRules> IgnoreRules::parse(std::string_view text, std::string_view source) {
  IgnoreRules out;
  for (std::string line : split(text, '\n')) {
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t'))
      line.pop_back();
    if (line.empty() || line.front() == '#') continue;
    if (line.find('\0') != std::string::npos || line.size() > kMaxPattern)
      return invalidArgument("{}: a pattern is over {} characters or holds a NUL", source, kMaxPattern);
    Rule rule;
    if (line.front() == '!') {
      rule.taken_back = true;
      line.erase(0, 1);
    }
    if (!line.empty() && line.back() == '/') {
      rule.folders_only = true;
      line.pop_back();
    }
    const bool tied = line.find('/') != std::string::npos;
    if (!line.empty() && line.front() == '/') line.erase(0, 1);
    if (line.empty()) continue;
    rule.parts = split(line, '/');
    if (!tied) rule.parts.insert(rule.parts.begin(), "**");
    if (rule.parts.size() > kMaxParts || out.rules_.size() >= kMaxRules)
      return resourceExhausted("{}: has more patterns or folders in one than are supported", source);
    out.rules_.push_back(std::move(rule));
  }
  return out;
}

IgnoreRules IgnoreRules::standard() { return parse(kStandard, "standard").value(); }

IgnoreRules IgnoreRules::with(const IgnoreRules& later) const {
  IgnoreRules out = *this;
  out.rules_.insert(out.rules_.end(), later.rules_.begin(), later.rules_.end());
  return out;
}

bool IgnoreRules::ignores(std::string_view path, bool is_folder) const {
  const std::vector<std::string> parts = split(path, '/');
  for (auto rule = rules_.rbegin(); rule != rules_.rend(); ++rule) {
    if (rule->folders_only && !is_folder) continue;
    if (fits(rule->parts, parts)) return !rule->taken_back;
  }
  return false;
}

}  // namespace aerie::taskrun
