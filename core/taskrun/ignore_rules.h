// Which files of a working directory don't travel: patterns as in .gitignore.
#pragma once

#include <absl/status/statusor.h>
#include <string>
#include <string_view>
#include <vector>

namespace aerie::taskrun {

// One pattern a line; '#' comments. '*' and '?' stay within a folder, "**" crosses folders; a '/' before the
// end ties the pattern to the top; a '/' at the end means folders only; '!' takes files back in. The last
// pattern that fits decides. Immutable.
class IgnoreRules final {
 public:
  IgnoreRules() = default;
  // InvalidArgument for what can't be a list of patterns (NUL, too long, too many).
  static absl::StatusOr<IgnoreRules> parse(std::string_view text, std::string_view source);
  // What never belongs to a job: .git, virtual environments, caches of Python and of tools.
  static IgnoreRules standard();
  // These rules, then the others.
  IgnoreRules with(const IgnoreRules& later) const;
  // `path` is relative and '/'-separated.
  bool ignores(std::string_view path, bool is_folder) const;

 private:
  struct Rule {
    std::vector<std::string> parts;
    bool taken_back = false;
    bool folders_only = false;
  };
  std::vector<Rule> rules_;
};

}  // namespace aerie::taskrun
