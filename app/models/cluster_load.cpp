#include "app/models/cluster_load.h"

#include <algorithm>

namespace aerie::models {
namespace {

constexpr double kMsPerHour = 3'600'000;

// Milliseconds that two intervals share.
double overlap(qint64 beginA, qint64 endA, qint64 beginB, qint64 endB) {
  return static_cast<double>(std::max<qint64>(0, std::min(endA, endB) - std::max(beginA, beginB)));
}

}  // namespace

double LoadParts::share(double hours) const { return capacityHours() > 0 ? hours / capacityHours() : 0; }

LoadParts partsOf(const Load& load, qint64 fromMs, qint64 toMs) {
  LoadParts out;
  for (const LoadSample& s : load.samples) {
    const double hours = overlap(s.atMs, s.atMs + load.stepMs, fromMs, toMs) / kMsPerHour;
    out.busyHours += s.busy * hours;
    out.wasteHours += std::max(0.0, s.slots - s.busy) * hours;
    out.idleHours += std::max(0.0, s.capacity - std::max(s.slots, s.busy)) * hours;
  }
  return out;
}

std::vector<float> busyColumns(const HostLoad& host, int core, qint64 fromMs, qint64 toMs, int columns) {
  if (columns < 1) return {};
  const auto count = static_cast<std::size_t>(columns);
  std::vector<double> busy(count, 0);
  std::vector<double> room(count, 0);
  const double width = static_cast<double>(toMs - fromMs) / columns;
  for (const HostSample& s : host.samples) {
    const qint64 end = s.atMs + host.stepMs;
    if (end <= fromMs || s.atMs >= toMs || s.capacity <= 0 || width <= 0) continue;
    if (core >= static_cast<int>(s.coreBusy.size())) continue;
    const double share = core < 0 ? s.busy / s.capacity : static_cast<double>(s.coreBusy[core]);
    const auto columnOf = [&](qint64 at) {
      return std::clamp(static_cast<int>(static_cast<double>(at - fromMs) / width), 0, columns - 1);
    };
    for (int c = columnOf(s.atMs); c <= columnOf(end - 1); ++c) {
      const auto begin = fromMs + static_cast<qint64>(width * c);
      const auto finish = fromMs + static_cast<qint64>(width * (c + 1));
      // A column may be shorter than a millisecond of rounding: it still belongs to the sample.
      const double weight = s.capacity * std::max(1.0, overlap(s.atMs, end, begin, finish));
      busy[static_cast<std::size_t>(c)] += std::clamp(share, 0.0, 1.0) * weight;
      room[static_cast<std::size_t>(c)] += weight;
    }
  }
  std::vector<float> out(count, -1.0F);
  for (std::size_t c = 0; c < count; ++c) {
    if (room[c] > 0) out[c] = static_cast<float>(busy[c] / room[c]);
  }
  return out;
}

int coresOf(const HostLoad& host) {
  qsizetype most = 0;
  for (const HostSample& s : host.samples) most = std::max(most, s.coreBusy.size());
  return static_cast<int>(most);
}

}  // namespace aerie::models
