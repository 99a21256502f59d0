#include "services/common/settings.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cctype>
#include <charconv>
#include <cstdio>
#include <cstdlib>

#include "core/base/files.h"
#include "core/base/status.h"
#include "core/base/yaml_reader.h"

namespace aerie::services {
namespace {

template <class T>
absl::StatusOr<T> parseNumber(const std::string& text, T min, T max) {
  T value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !(value >= min && value <= max)) {
    return invalidArgument("'{}' must be a number from {} to {}", text, min, max);
  }
  return value;
}

std::string environmentName(const std::string& key) {
  std::string name = "AERIE_" + key;
  for (char& c : name) c = c == '-' ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return name;
}

}  // namespace

std::string_view version() { return AERIE_VERSION; }

Settings::Settings(std::string program, std::string description)
    : program_(std::move(program)), description_(std::move(description)) {}

void Settings::add(Property property) { properties_.push_back(std::move(property)); }

void Settings::text(std::string key, std::string* target, std::string help) {
  add({std::move(key), std::move(help), "TEXT", false,
       [target](const std::string& value) {
         *target = value;
         return absl::OkStatus();
       },
       [target] { return *target; }});
}

void Settings::integer(std::string key, std::int64_t* target, std::string help, std::int64_t min,
                       std::int64_t max) {
  add({std::move(key), std::move(help), "N", false,
       [=](const std::string& value) -> absl::Status {
         AERIE_ASSIGN_OR_RETURN(*target, parseNumber<std::int64_t>(value, min, max));
         return absl::OkStatus();
       },
       [target] { return fmt::format("{}", *target); }});
}

void Settings::number(std::string key, double* target, std::string help, double min, double max) {
  add({std::move(key), std::move(help), "X", false,
       [=](const std::string& value) -> absl::Status {
         AERIE_ASSIGN_OR_RETURN(*target, parseNumber<double>(value, min, max));
         return absl::OkStatus();
       },
       [target] { return fmt::format("{}", *target); }});
}

void Settings::flag(std::string key, bool* target, std::string help) {
  add({std::move(key), std::move(help), "", false,
       [target](const std::string& value) -> absl::Status {
         if (value != "true" && value != "false") return invalidArgument("'{}' must be true or false", value);
         *target = value == "true";
         return absl::OkStatus();
       },
       [target] { return std::string(*target ? "true" : "false"); }});
}

void Settings::secret(std::string key, telemetry::Secret* target, std::string help) {
  add({std::move(key), std::move(help), "SECRET", true,
       [target](const std::string& value) {
         *target = telemetry::Secret(value);
         return absl::OkStatus();
       },
       [target] { return std::string(target->empty() ? "" : "[secret]"); }});
}

absl::Status Settings::readFile(const std::string& path) {
  AERIE_ASSIGN_OR_RETURN(const std::string text, aerie::readFile(path));
  AERIE_ASSIGN_OR_RETURN(YamlNode root, YamlNode::parse(text, path));
  for (Property& property : properties_) {
    root.use(property.key);
    if (!root.has(property.key)) continue;
    const absl::Status status = property.set(root.optionalString(property.key));
    if (!status.ok()) root.fail(property.key, messageOf(status));
    property.source = path;
  }
  return root.finish();
}

absl::Status Settings::readEnvironment() {
  for (Property& property : properties_) {
    const std::string name = environmentName(property.key);
    const char* value = std::getenv(name.c_str());  // NOLINT(concurrency-mt-unsafe): before any thread
    if (value == nullptr) continue;
    if (absl::Status status = property.set(value); !status.ok())
      return withContext(status, "environment " + name);
    property.source = "environment " + name;
  }
  return absl::OkStatus();
}

absl::StatusOr<Settings::Outcome> Settings::load(int argc, const char* const* argv) {
  CLI::App app(description_, program_);
  std::string file;
  bool print_config = false;
  bool show_version = false;
  app.add_option("--config", file, "YAML file with these settings; flags and environment win over it");
  app.add_flag("--print-config", print_config, "Print every setting with its source, and exit");
  app.add_flag("--version", show_version, "Print the version, and exit");
  std::vector<std::string> given(properties_.size());
  std::vector<CLI::Option*> options(properties_.size(), nullptr);
  for (std::size_t i = 0; i < properties_.size(); ++i) {
    const Property& property = properties_[i];
    if (property.is_secret) continue;
    if (property.kind.empty()) {
      options[i] = app.add_flag("--" + property.key + "{true}", given[i], property.help);
    } else {
      options[i] = app.add_option("--" + property.key, given[i],
                                  fmt::format("{} [{}]", property.help, property.show()))
                       ->type_name(property.kind);
    }
  }
  std::string footer =
      "Each setting may also come from the environment (AERIE_LISTEN for --listen) or the --config file.";
  for (const Property& property : properties_) {
    if (property.is_secret)
      footer += fmt::format("\n{}: {} (never a flag)", environmentName(property.key), property.help);
  }
  app.footer(footer);
  for (int i = 1; i < argc; ++i) {
    const std::string_view word(argv[i]);
    for (const Property& property : properties_) {
      // Said before the parser would repeat the value.
      const std::string name = "--" + property.key;
      if (property.is_secret && (word == name || word.rfind(name + "=", 0) == 0)) {
        return invalidArgument(
            "{} is a secret and never a flag, which every user of the machine can see: set {} or write it "
            "into the "
            "--config file",
            name, environmentName(property.key));
      }
    }
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& help) {
    app.exit(help);
    return Outcome::kExit;
  } catch (const CLI::ParseError& error) {
    return invalidArgument("{} (see {} --help)", error.what(), program_);
  }
  if (show_version) {
    std::printf("%s %s\n", program_.c_str(), AERIE_VERSION);
    return Outcome::kExit;
  }
  if (!file.empty()) AERIE_RETURN_IF_ERROR(readFile(file));
  AERIE_RETURN_IF_ERROR(readEnvironment());
  for (std::size_t i = 0; i < properties_.size(); ++i) {
    if (options[i] == nullptr || options[i]->count() == 0) continue;
    if (absl::Status status = properties_[i].set(given[i]); !status.ok()) {
      return withContext(status, "flag --" + properties_[i].key);
    }
    properties_[i].source = "flag";
  }
  if (print_config) {
    std::fputs(print().c_str(), stdout);
    return Outcome::kExit;
  }
  return Outcome::kRun;
}

std::string Settings::print() const {
  std::string result;
  for (const Property& property : properties_) {
    std::string value;
    for (const char c : property.show()) {
      if (c == '"' || c == '\\') value.push_back('\\');
      value.push_back(c);
    }
    result += fmt::format("{}: \"{}\"  # {}\n", property.key, value, property.source);
  }
  return result;
}

}  // namespace aerie::services
