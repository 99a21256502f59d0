// What surrounds a task: its variables, and names of files made from names of tasks.
#pragma once

#include <absl/status/statusor.h>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace aerie::taskrun {

// The complete environment of a task as "NAME=value": a few of ours that programs need (PATH, HOME, LANG, TZ
// and the like), then those of `python` (a virtual environment; empty = none), then `variables`. Nothing else
// of the daemon's, whose variables may hold secrets. InvalidArgument for a bad or reserved name.
absl::StatusOr<std::vector<std::string>> taskEnvironment(const std::map<std::string, std::string>& variables,
                                                         const std::filesystem::path& python = {});

// One file name for any text: letters, digits, '_', '-' and inner '.' stay, the rest becomes %XX; long ones
// are cut and end in a digest. Different texts give different names; none is empty, hidden, "." or "..".
std::string safeFileName(std::string_view text);

}  // namespace aerie::taskrun
