// Settings of a daemon: one table of properties drives flags, environment, the YAML file, --print-config and
// --help. Precedence: flag > environment (AERIE_LISTEN for "listen") > file (--config) > default.
//
//   Settings settings("aerie-proxy", "Routes prediction requests to model versions.");
//   settings.text("listen", &options.listen, "Address to serve on: host:port or unix:/path");
//   AERIE_ASSIGN_OR_RETURN(const Settings::Outcome outcome, settings.load(argc, argv));
//   if (outcome == Settings::Outcome::kExit) return;   // --help, --version or --print-config were answered
#pragma once

#include <absl/status/statusor.h>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/telemetry/log.h"

namespace aerie::services {

std::string_view version();

class Settings final {
 public:
  enum class Outcome { kRun, kExit };
  Settings(std::string program, std::string description);

  // The value that `target` holds when added is the default. Keys are lower-case words joined by '-'.
  void text(std::string key, std::string* target, std::string help);
  void integer(std::string key, std::int64_t* target, std::string help, std::int64_t min, std::int64_t max);
  void number(std::string key, double* target, std::string help, double min, double max);
  void flag(std::string key, bool* target, std::string help);
  // Never a flag: arguments are visible to every user of the machine. From the environment or the file only.
  void secret(std::string key, telemetry::Secret* target, std::string help);

  // InvalidArgument names the source ("flag --listen", "proxy.yaml: listen (line 3)"), the value and what is
  // allowed.
  absl::StatusOr<Outcome> load(int argc, const char* const* argv);
  // "key: value  # source" lines; a secret prints as [secret].
  std::string print() const;

 private:
  struct Property {
    std::string key;
    std::string help;
    std::string kind;
    bool is_secret = false;
    std::function<absl::Status(const std::string&)> set;
    std::function<std::string()> show;
    std::string source = "default";
  };
  void add(Property property);
  absl::Status readFile(const std::string& path);
  absl::Status readEnvironment();

  const std::string program_;
  const std::string description_;
  std::vector<Property> properties_;
};

}  // namespace aerie::services
