#include "sim/live/traffic_shape.h"

#include <cmath>
#include <numbers>

namespace aerie::sim {
namespace {

constexpr TrafficShape kShapes[] = {
    {"steady", "Steady", "The same rate all the time."},
    {"daily", "Day and night",
     "The rate follows the hour of the world: busy by day, a fifth of it by night."},
    {"bursts", "Bursts", "Four times the rate for ten seconds of every minute."},
    {"bad_day", "A bad day", "A steady rate, and one fault after another strikes by itself."},
};

struct Planned {
  std::string_view fault;
  double from;
  double to;
};
constexpr double kBadDaySeconds = 180;
constexpr Planned kBadDay[] = {
    {"kill_worker", 15, 16},         {"pause_sidecar", 40, 52},        {"malformed_requests", 65, 80},
    {"stop_control_plane", 95, 110}, {"feature_store_down", 120, 140}, {"slow_sidecar", 150, 165},
};

}  // namespace

std::span<const TrafficShape> trafficShapes() { return kShapes; }

const TrafficShape* findTrafficShape(std::string_view name) {
  for (const TrafficShape& shape : kShapes) {
    if (shape.name == name) return &shape;
  }
  return nullptr;
}

double rateFactor(std::string_view shape, double world_minute, double seconds) {
  if (shape == "daily") {
    const double hour = std::fmod(world_minute / 60, 24);
    const double day = hour < 5 || hour > 23 ? 0 : std::sin(std::numbers::pi * (hour - 5) / 18);
    return 0.2 + 0.8 * day;
  }
  if (shape == "bursts") return std::fmod(seconds, 60) < 10 ? 4 : 1;
  return 1;
}

std::optional<std::string_view> plannedFault(std::string_view shape, double seconds) {
  if (shape != "bad_day") return std::nullopt;
  const double at = std::fmod(seconds, kBadDaySeconds);
  for (const Planned& planned : kBadDay) {
    if (at >= planned.from && at < planned.to) return planned.fault;
  }
  return std::nullopt;
}

}  // namespace aerie::sim
