// What traffic does by itself: the rate over time, and faults that strike without being asked. Pure
// functions.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace aerie::sim {

struct TrafficShape {
  std::string_view name;
  std::string_view title;
  std::string_view description;
};

std::span<const TrafficShape> trafficShapes();
// nullptr for a name that is not known.
const TrafficShape* findTrafficShape(std::string_view name);

// What the asked rate is multiplied with, at a minute of the world and so many real seconds after traffic
// started.
double rateFactor(std::string_view shape, double world_minute, double seconds);
// The fault that is on just now by the shape's own plan.
std::optional<std::string_view> plannedFault(std::string_view shape, double seconds);

}  // namespace aerie::sim
