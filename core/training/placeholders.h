// Texts with {placeholders}. "{{" and "}}" are braces. Values are put in as they are: an argument is never
// read by a shell.
#pragma once

#include <absl/status/statusor.h>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace aerie::training {

class PlaceholderText final {
 public:
  // InvalidArgument for a brace without its partner or an empty name.
  static absl::StatusOr<PlaceholderText> parse(std::string_view text);

  const std::vector<std::string>& names() const { return names_; }  // in order, repeated ones too
  // Every name must be in `values`.
  std::string fill(const std::map<std::string, std::string, std::less<>>& values) const;

 private:
  // literals_[0] names_[0] literals_[1] ... literals_[n]
  std::vector<std::string> literals_;
  std::vector<std::string> names_;
};

}  // namespace aerie::training
