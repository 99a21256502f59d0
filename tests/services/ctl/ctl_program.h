// Runs the real aeriectl.
#pragma once

#include <string>
#include <vector>

#include "core/base/child_process.h"
#include "core/base/status.h"

namespace aerie::test {

struct CtlRun {
  int code = -1;
  std::string output;  // standard output and error
  bool contains(const std::string& text) const { return output.find(text) != std::string::npos; }
};

inline std::string ctlPath() { return AERIE_BIN_DIR "/aeriectl"; }

inline CtlRun runProgram(std::vector<std::string> arguments, const std::string& folder = {}) {
  ChildOptions options;
  options.arguments = std::move(arguments);
  options.working_directory = folder;
  const auto result = runToEnd(options);
  if (!result.ok()) return {-1, toText(result.status())};
  return {result->exit.signal != 0 ? -result->exit.signal : result->exit.code, result->output};
}

inline CtlRun ctl(std::vector<std::string> arguments, const std::string& folder = {}) {
  arguments.insert(arguments.begin(), ctlPath());
  return runProgram(std::move(arguments), folder);
}

// With `input` on standard input.
inline CtlRun ctlWithInput(const std::string& input, std::vector<std::string> arguments) {
  std::vector<std::string> words = {"sh", "-c",  "input=$1; shift; printf %s \"$input\" | \"$@\"",
                                    "sh", input, ctlPath()};
  words.insert(words.end(), arguments.begin(), arguments.end());
  return runProgram(std::move(words));
}

}  // namespace aerie::test
