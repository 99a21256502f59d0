#include "core/training/placeholders.h"

#include "core/base/status.h"

namespace aerie::training {

absl::StatusOr<PlaceholderText> PlaceholderText::parse(std::string_view text) {
  PlaceholderText result;
  std::string literal;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c != '{' && c != '}') {
      literal += c;
    } else if (i + 1 < text.size() && text[i + 1] == c) {
      literal += c;
      ++i;
    } else if (c == '}') {
      return invalidArgument("'{}' has a '}}' without its '{{'; write '}}}}' for a brace", text);
    } else {
      const std::size_t end = text.find_first_of("{}", i + 1);
      if (end == std::string_view::npos || text[end] == '{')
        return invalidArgument("'{}' has a '{{' without its '}}'; write '{{{{' for a brace", text);
      if (end == i + 1) return invalidArgument("'{}' has a placeholder without a name", text);
      result.literals_.push_back(std::move(literal));
      literal.clear();
      result.names_.emplace_back(text.substr(i + 1, end - i - 1));
      i = end;
    }
  }
  result.literals_.push_back(std::move(literal));
  return result;
}

std::string PlaceholderText::fill(const std::map<std::string, std::string, std::less<>>& values) const {
  std::string result = literals_.front();
  for (std::size_t i = 0; i < names_.size(); ++i) {
    const auto found = values.find(names_[i]);
    AERIE_CHECK(found != values.end());
    result += found->second;
    result += literals_[i + 1];
  }
  return result;
}

}  // namespace aerie::training
