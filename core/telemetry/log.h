// Logs: one spdlog logger per room. Daemons write one JSON object a line; a terminal gets readable text.
//
//   log::get("proxy")->info("snapshot_applied revision={} use_cases={}", revision, count);
// The first word is the event, a constant that can be searched for. Levels: error = a person should look;
// warning = handled, unusual; info = state changes; debug = off by default. Secrets go through Secret, never
// into a log.
#pragma once

#include <absl/status/status.h>
#include <memory>
#include <spdlog/logger.h>
#include <string>
#include <string_view>

namespace aerie::telemetry {

// A value that prints as [secret].
class Secret final {
 public:
  Secret() = default;
  explicit Secret(std::string value) : value_(std::move(value)) {}
  const std::string& reveal() const { return value_; }
  bool empty() const { return value_.empty(); }

 private:
  std::string value_;
};

namespace log {

// Call once in main. `level`: debug, info, warning, error. `format`: json, text, or auto (text on a
// terminal).
absl::Status init(std::string_view program, std::string_view level, std::string_view format = "auto");
// Thread-safe; the same logger for the same room.
std::shared_ptr<spdlog::logger> get(const std::string& room);

}  // namespace log
}  // namespace aerie::telemetry

namespace aerie {
namespace log = telemetry::log;
}

template <>
struct fmt::formatter<aerie::telemetry::Secret> : fmt::formatter<std::string_view> {
  template <class Context>
  auto format(const aerie::telemetry::Secret& secret, Context& context) const {
    return fmt::formatter<std::string_view>::format(secret.empty() ? "" : "[secret]", context);
  }
};
