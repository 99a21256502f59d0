#include "core/training/quantity.h"

#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "core/base/status.h"

namespace aerie::training {
namespace {

struct Unit {
  std::string_view name;
  double factor;
};

// A decimal number followed by one of the units; the result is rounded and at least 0.
template <std::size_t kCount>
absl::StatusOr<std::int64_t> parseWithUnit(std::string_view text, const std::array<Unit, kCount>& units,
                                           std::string_view expected) {
  double value = 0;
  const char* const last = text.data() + text.size();
  const auto [end, error] = std::from_chars(text.data(), last, value, std::chars_format::fixed);
  if (error == std::errc() && std::isfinite(value) && value >= 0) {
    const std::string_view name(end, static_cast<std::size_t>(last - end));
    for (const Unit& unit : units) {
      if (unit.name != name) continue;
      const double result = value * unit.factor;
      if (result > 9e18) return invalidArgument("'{}' is too large", text);
      return static_cast<std::int64_t>(std::llround(result));
    }
  }
  return invalidArgument("'{}' is not {}", text, expected);
}

constexpr std::array<Unit, 5> kTimes{
    {{"ms", 1}, {"s", 1'000}, {"m", 60'000}, {"h", 3'600'000}, {"d", 86'400'000}}};
constexpr double kKi = 1024;
constexpr std::array<Unit, 9> kSizes{{{"B", 1},
                                      {"KB", 1e3},
                                      {"MB", 1e6},
                                      {"GB", 1e9},
                                      {"TB", 1e12},
                                      {"KiB", kKi},
                                      {"MiB", kKi* kKi},
                                      {"GiB", kKi* kKi* kKi},
                                      {"TiB", kKi* kKi* kKi* kKi}}};

}  // namespace

absl::StatusOr<std::int64_t> parseDuration(std::string_view text) {
  return parseWithUnit(text, kTimes, "a time with a unit (ms, s, m, h, d); write it as 60s or 1.5h");
}

absl::StatusOr<std::int64_t> parseBytes(std::string_view text) {
  return parseWithUnit(text, kSizes,
                       "a size with a unit (B, KB, MB, GB, TB, KiB, MiB, GiB, TiB); write it as 512MiB");
}

absl::StatusOr<std::int64_t> parseCpus(std::string_view text) {
  double value = 0;
  const char* const last = text.data() + text.size();
  const auto [end, error] = std::from_chars(text.data(), last, value, std::chars_format::fixed);
  if (error != std::errc() || end != last || !(value >= 0.1) || !(value <= 1024))
    return invalidArgument("'{}' must be a number of CPUs from 0.1 to 1024", text);
  return static_cast<std::int64_t>(std::llround(value * 1'000));
}

std::string durationText(std::int64_t ms) {
  if (ms < 1'000) return fmt::format("{} ms", ms);
  const std::int64_t s = (ms + 500) / 1'000;
  if (s < 60) return fmt::format("{:.3g} s", static_cast<double>(ms) / 1e3);
  if (s < 3'600)
    return s % 60 == 0 ? fmt::format("{} min", s / 60) : fmt::format("{} min {} s", s / 60, s % 60);
  const std::int64_t m = (s + 30) / 60;
  return m % 60 == 0 ? fmt::format("{} h", m / 60) : fmt::format("{} h {:02} min", m / 60, m % 60);
}

std::string bytesText(std::int64_t bytes) {
  constexpr std::array<std::string_view, 5> kNames{"B", "KiB", "MiB", "GiB", "TiB"};
  auto value = static_cast<double>(bytes);
  std::size_t unit = 0;
  while (value >= kKi && unit + 1 < kNames.size()) {
    value /= kKi;
    ++unit;
  }
  return fmt::format("{:.4g} {}", value, kNames[unit]);
}

std::string cpusText(std::int64_t cpu_millis) {
  if (cpu_millis == 1'000) return "1 CPU";
  return fmt::format("{:.4g} CPUs", static_cast<double>(cpu_millis) / 1e3);
}

}  // namespace aerie::training
