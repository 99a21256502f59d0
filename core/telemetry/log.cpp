#include "core/telemetry/log.h"

#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include "core/base/mutex.h"
#include "core/base/status.h"

namespace aerie::telemetry::log {
namespace {

// The message as a JSON string, without the quotes around it.
class JsonText final : public spdlog::custom_flag_formatter {
 public:
  void format(const spdlog::details::log_msg& message, const std::tm&, spdlog::memory_buf_t& out) override {
    for (const char c : message.payload) {
      switch (c) {
        case '"': append(out, "\\\""); break;
        case '\\': append(out, "\\\\"); break;
        case '\n': append(out, "\\n"); break;
        case '\r': append(out, "\\r"); break;
        case '\t': append(out, "\\t"); break;
        default:
          if (static_cast<unsigned char>(c) < 0x20)
            append(out, fmt::format("\\u{:04x}", static_cast<unsigned>(c)));
          else
            out.push_back(c);
      }
    }
  }
  std::unique_ptr<spdlog::custom_flag_formatter> clone() const override {
    return std::make_unique<JsonText>();
  }

 private:
  static void append(spdlog::memory_buf_t& out, std::string_view text) {
    out.append(text.data(), text.data() + text.size());
  }
};

Mutex& mutex() {
  static Mutex instance;
  return instance;
}

std::shared_ptr<spdlog::sinks::sink>& sink() {
  static std::shared_ptr<spdlog::sinks::sink> instance =
      std::make_shared<spdlog::sinks::stderr_color_sink_mt>();
  return instance;
}

}  // namespace

absl::Status init(std::string_view program, std::string_view level, std::string_view format) {
  const auto parsed = spdlog::level::from_str(std::string(level));
  if (parsed == spdlog::level::off && level != "off") {
    return invalidArgument("log level '{}' is not known: use debug, info, warning or error", level);
  }
  if (format != "auto" && format != "json" && format != "text") {
    return invalidArgument("log format '{}' is not known: use auto, json or text", format);
  }
  const bool text = format == "text" || (format == "auto" && ::isatty(STDERR_FILENO) == 1);
  auto formatter = std::make_unique<spdlog::pattern_formatter>(spdlog::pattern_time_type::utc);
  if (text) {
    formatter->set_pattern("%H:%M:%S.%e %^%-7l%$ %n: %v");
  } else {
    formatter->add_flag<JsonText>('*').set_pattern(fmt::format(
        R"({{"time":"%Y-%m-%dT%H:%M:%S.%fZ","level":"%l","program":"{}","room":"%n","message":"%*"}})",
        program));
  }
  const MutexLock lock(mutex());
  sink()->set_formatter(std::move(formatter));
  spdlog::set_level(parsed);
  spdlog::flush_on(spdlog::level::info);
  return absl::OkStatus();
}

std::shared_ptr<spdlog::logger> get(const std::string& room) {
  const MutexLock lock(mutex());
  if (auto existing = spdlog::get(room)) return existing;
  auto logger = std::make_shared<spdlog::logger>(room, sink());
  // Not initialize_logger: it would give the shared sink the default format again.
  logger->set_level(spdlog::get_level());
  logger->flush_on(spdlog::level::info);
  spdlog::register_logger(logger);
  return logger;
}

}  // namespace aerie::telemetry::log
