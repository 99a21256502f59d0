#include "core/taskrun/environment.h"

#include <algorithm>
#include <array>
#include <unistd.h>

#include "core/base/crypto.h"
#include "core/base/status.h"

extern char** environ;

namespace aerie::taskrun {
namespace {

constexpr std::array<std::string_view, 8> kPassedOn = {"HOME",  "LANG",   "LOGNAME", "PATH",
                                                       "SHELL", "TMPDIR", "TZ",      "USER"};
constexpr std::string_view kReserved = "AERIE_TASKRUN_";
constexpr std::size_t kMaxVariables = 4096;
constexpr std::size_t kMaxFileName = 100;
constexpr char kDefaultPath[] = "/usr/local/bin:/usr/bin:/bin";

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool isDigit(char c) { return c >= '0' && c <= '9'; }

absl::Status checkVariable(const std::string& name, const std::string& value) {
  const bool plain =
      !name.empty() && !isDigit(name.front()) &&
      std::all_of(name.begin(), name.end(), [](char c) { return isLetter(c) || isDigit(c) || c == '_'; });
  if (!plain) {
    return invalidArgument(
        "environment variable '{}': a name has letters, digits and '_' only, and no digit first",
        name.substr(0, 100));
  }
  if (name.rfind(kReserved, 0) == 0)
    return invalidArgument("environment variable '{}': names that begin with {} are the runner's own", name,
                           kReserved);
  if (value.find('\0') != std::string::npos)
    return invalidArgument("environment variable '{}': its value holds a NUL character", name);
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::vector<std::string>> taskEnvironment(const std::map<std::string, std::string>& variables,
                                                         const std::filesystem::path& python) {
  if (variables.size() > kMaxVariables)
    return resourceExhausted("{} environment variables; the limit is {}", variables.size(), kMaxVariables);
  std::map<std::string, std::string> all{{"PATH", kDefaultPath}};
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view text(*entry);
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos) continue;
    const std::string_view name = text.substr(0, equals);
    const bool passed =
        std::find(kPassedOn.begin(), kPassedOn.end(), name) != kPassedOn.end() || name.rfind("LC_", 0) == 0;
    if (passed) all[std::string(name)] = text.substr(equals + 1);
  }
  if (!python.empty()) {
    all["VIRTUAL_ENV"] = python.string();
    all["PATH"] = (python / "bin").string() + ":" + all["PATH"];
    all["PYTHONNOUSERSITE"] = "1";
    all["PYTHONUNBUFFERED"] = "1";
  }
  for (const auto& [name, value] : variables) {
    AERIE_RETURN_IF_ERROR(checkVariable(name, value));
    all[name] = value;
  }
  std::vector<std::string> out;
  out.reserve(all.size());
  for (const auto& [name, value] : all) out.push_back(name + "=" + value);
  return out;
}

std::string safeFileName(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (isLetter(c) || isDigit(c) || c == '_' || c == '-' || (c == '.' && i > 0)) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  // "%" alone comes from no text: every other '%' has two hex digits behind it.
  if (out.empty()) return "%";
  if (out.size() <= kMaxFileName) return out;
  return out.substr(0, kMaxFileName - 34) + "%-" + sha256Hex(text).substr(0, 32);
}

}  // namespace aerie::taskrun
