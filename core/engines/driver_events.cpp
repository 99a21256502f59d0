#include "core/engines/driver_events.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

namespace aerie::engines {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kMark = "AERIE ";
constexpr std::size_t kMaxText = 1 << 20;

std::string textAt(const Json& json, const char* field, std::size_t most = 4096) {
  const auto it = json.find(field);
  return it != json.end() && it->is_string() ? it->get<std::string>().substr(0, most) : std::string();
}

double numberAt(const Json& json, const char* field) {
  const auto it = json.find(field);
  const double value = it != json.end() && it->is_number() ? it->get<double>() : 0;
  return std::isfinite(value) ? value : 0;
}

std::int64_t integerAt(const Json& json, const char* field, double scale = 1) {
  constexpr double kMost = 9e15;  // exact in a double
  return static_cast<std::int64_t>(std::clamp(std::round(numberAt(json, field) * scale), 0.0, kMost));
}

bool isDigest(const std::string& text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

bool readTask(const Json& json, DriverEvent& event) {
  const std::string state = textAt(json, "state");
  if (state == "submitted") {
    event.kind = DriverEvent::Kind::kSubmitted;
    return true;
  }
  event.kind = DriverEvent::Kind::kEnded;
  const auto outcome = training::outcomeFrom(textAt(json, "outcome"));
  const bool known = state == "succeeded" || state == "failed" || state == "retrying" || state == "cancelled";
  if (!known || !outcome || *outcome == training::Outcome::kRunning) return false;
  if ((state == "succeeded") != (*outcome == training::Outcome::kSucceeded)) return false;
  event.outcome = *outcome;
  event.again = state == "retrying";
  event.node = textAt(json, "node", 128);
  event.host = textAt(json, "host", 256);
  event.error = textAt(json, "error", 1000);
  event.started_ms = integerAt(json, "started", 1e3);
  if (event.started_ms > 0) event.ended_ms = event.started_ms + integerAt(json, "seconds", 1e3);
  event.cpu_ms = integerAt(json, "cpu_seconds", 1e3);
  event.memory_peak = integerAt(json, "memory_peak");
  return true;
}

bool readArtifact(const Json& json, DriverEvent& event) {
  event.kind = DriverEvent::Kind::kArtifact;
  event.sha256 = textAt(json, "sha256", 65);
  event.bytes = static_cast<std::uint64_t>(integerAt(json, "bytes"));
  event.file = textAt(json, "file", 300);
  if (!isDigest(event.sha256) || event.bytes == 0) return false;
  if (!event.file.empty()) return true;
  event.part = static_cast<std::size_t>(integerAt(json, "part"));
  event.parts = static_cast<std::size_t>(integerAt(json, "parts"));
  auto data = fromBase64(textAt(json, "data", kMaxText));
  if (!data || data->empty() || event.part >= event.parts) return false;
  event.data = *std::move(data);
  return true;
}

}  // namespace

std::optional<std::string> fromBase64(std::string_view text) {
  static const std::array<int, 256> kValues = [] {
    std::array<int, 256> values{};
    values.fill(-1);
    constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (std::size_t i = 0; i < kLetters.size(); ++i)
      values[static_cast<unsigned char>(kLetters[i])] = static_cast<int>(i);
    return values;
  }();
  if (text.size() % 4 != 0) return std::nullopt;
  const std::size_t padding = text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0;
  std::string out;
  out.reserve(text.size() / 4 * 3);
  std::uint32_t bits = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool pad = i >= text.size() - padding;
    const int value = pad ? 0 : kValues[static_cast<unsigned char>(text[i])];
    if (value < 0) return std::nullopt;
    bits = (bits << 6) | static_cast<std::uint32_t>(value);
    if (i % 4 != 3) continue;
    for (const int shift : {16, 8, 0}) out += static_cast<char>((bits >> shift) & 0xff);
    bits = 0;
  }
  out.erase(out.size() - std::min(padding, out.size()));
  return out;
}

std::optional<DriverEvent> parseDriverLine(std::string_view line) {
  if (!line.starts_with(kMark)) return std::nullopt;
  line.remove_prefix(kMark.size());
  const Json json = Json::parse(line.begin(), line.end(), nullptr, false);
  if (!json.is_object()) return std::nullopt;
  DriverEvent event;
  const std::string kind = textAt(json, "event");
  if (kind == "started" || kind == "finished") {
    event.kind = kind == "started" ? DriverEvent::Kind::kStarted : DriverEvent::Kind::kFinished;
    event.tasks = integerAt(json, "tasks");
    event.succeeded = integerAt(json, "succeeded");
    event.failed = integerAt(json, "failed");
    event.cancelled = integerAt(json, "cancelled");
    return event;
  }
  event.task = textAt(json, "id");
  event.attempt = static_cast<int>(std::min<std::int64_t>(integerAt(json, "attempt"), 1'000'000));
  if (event.task.empty()) return std::nullopt;
  if (kind == "log") {
    event.kind = DriverEvent::Kind::kLog;
    event.text = textAt(json, "text", kMaxText);
    return event;
  }
  if (kind == "task") return readTask(json, event) ? std::optional(event) : std::nullopt;
  if (kind == "artifact") return readArtifact(json, event) ? std::optional(std::move(event)) : std::nullopt;
  return std::nullopt;
}

}  // namespace aerie::engines
