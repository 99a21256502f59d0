#include "core/training/utilisation.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <tuple>

#include "core/base/status.h"
#include "core/training/quantity.h"

namespace aerie::training {
namespace {

constexpr std::size_t kFewest = 5;
constexpr std::int64_t kMiB = 1LL << 20;

void addTo(Sample& sum, const Sample& s) {
  sum.capacity += s.capacity * s.weight;
  sum.slots += s.slots * s.weight;
  sum.busy += s.busy * s.weight;
  sum.running += s.running * s.weight;
  sum.pending += s.pending * s.weight;
  sum.memory_bytes += s.memory_bytes * s.weight;
  sum.weight += s.weight;
}

void toMeans(Sample& sum) {
  for (double* value : {&sum.capacity, &sum.slots, &sum.busy, &sum.running, &sum.pending, &sum.memory_bytes})
    *value /= sum.weight;
}

// The value below which `share` of the weight lies.
double quantile(std::vector<std::pair<double, double>> values_and_weights, double share) {
  std::sort(values_and_weights.begin(), values_and_weights.end());
  double total = 0;
  for (const auto& [value, weight] : values_and_weights) total += weight;
  double seen = 0;
  for (const auto& [value, weight] : values_and_weights) {
    seen += weight;
    if (seen >= share * total) return value;
  }
  return values_and_weights.empty() ? 0 : values_and_weights.back().first;
}

double roundUp(double value, double step) { return std::ceil(value / step - 1e-9) * step; }

void adviseCpus(std::span<const TaskUse> uses, const Resources& asked, std::vector<Advice>& result) {
  std::vector<std::pair<double, double>> cores;
  double work = 0;
  double time = 0;
  for (const TaskUse& use : uses) {
    if (use.duration_ms <= 0) continue;
    const auto duration = static_cast<double>(use.duration_ms);
    cores.emplace_back(static_cast<double>(use.cpu_ms) / duration, duration);
    work += static_cast<double>(use.cpu_ms);
    time += duration;
  }
  if (cores.size() < kFewest || work <= 0) return;
  const double mean = work / time;
  const double wanted = std::max(0.25, roundUp(quantile(cores, 0.95), 0.25));
  const double has = static_cast<double>(asked.cpu_millis) / 1e3;
  if (wanted <= 0.8 * has) {
    result.push_back(
        {fmt::format("asks for {} and uses {:.2g}: ask for {:.3g}", cpusText(asked.cpu_millis), mean, wanted),
         {std::llround(wanted * 1e3), 0}});
  } else if (mean >= 0.97 * has) {
    result.push_back(
        {fmt::format("uses all of its {}: a run with more may be faster", cpusText(asked.cpu_millis)), {}});
  }
}

void adviseMemory(std::span<const TaskUse> uses, const Resources& asked, std::vector<Advice>& result) {
  std::int64_t peak = 0;
  std::size_t measured = 0;
  for (const TaskUse& use : uses) {
    peak = std::max(peak, use.memory_peak);
    measured += use.memory_peak > 0 ? 1 : 0;
  }
  if (measured < kFewest) return;
  const auto wanted = static_cast<std::int64_t>(roundUp(1.2 * static_cast<double>(peak), 64.0 * kMiB));
  if (asked.memory_bytes == 0) {
    result.push_back(
        {fmt::format("asks for no memory and uses up to {}: ask for {}", bytesText(peak), bytesText(wanted)),
         {0, wanted}});
  } else if (static_cast<double>(wanted) <= 0.7 * static_cast<double>(asked.memory_bytes)) {
    result.push_back({fmt::format("asks for {} and uses at most {}: ask for {}",
                                  bytesText(asked.memory_bytes), bytesText(peak), bytesText(wanted)),
                      {0, wanted}});
  }
}

}  // namespace

std::vector<Sample> downsample(std::span<const Sample> samples, std::int64_t step_ms) {
  std::vector<Sample> result;
  for (const Sample& sample : samples) {
    if (sample.weight <= 0) continue;
    const std::int64_t begin = sample.time_ms - sample.time_ms % step_ms;
    if (result.empty() || result.back().time_ms != begin) {
      if (!result.empty()) toMeans(result.back());
      result.push_back({});
      result.back().time_ms = begin;
      result.back().weight = 0;
    }
    addTo(result.back(), sample);
  }
  if (!result.empty()) toMeans(result.back());
  return result;
}

std::int64_t stepFor(std::int64_t from_ms, std::int64_t to_ms, std::size_t max_points) {
  constexpr std::int64_t kSteps[] = {1,   2,   5,   10,   15,   30,   60,    120,
                                     300, 600, 900, 1800, 3600, 7200, 21600, 43200};
  const auto points = static_cast<std::int64_t>(std::max<std::size_t>(1, max_points));
  for (const std::int64_t s : kSteps) {
    if ((to_ms - from_ms) <= points * s * 1'000) return s * 1'000;
  }
  constexpr std::int64_t kDay = 86'400'000;
  return std::max<std::int64_t>(1, ((to_ms - from_ms) / points + kDay - 1) / kDay) * kDay;
}

UtilisationSummary summarise(std::span<const Sample> samples) {
  UtilisationSummary result;
  Sample sum;
  sum.weight = 0;
  std::vector<std::pair<double, double>> shares;
  for (const Sample& s : samples) {
    if (s.weight <= 0) continue;
    addTo(sum, s);
    if (s.capacity > 0) shares.emplace_back(s.busy / s.capacity, s.weight);
    result.waste_core_hours += std::max(0.0, s.slots - s.busy) * s.weight / 3'600;
    result.idle_core_hours += std::max(0.0, s.capacity - s.slots) * s.weight / 3'600;
    result.running_peak = std::max(result.running_peak, s.running);
  }
  if (sum.weight <= 0) return result;
  if (sum.capacity > 0) {
    result.busy_mean = sum.busy / sum.capacity;
    result.slots_mean = sum.slots / sum.capacity;
  }
  result.running_mean = sum.running / sum.weight;
  result.busy_p95 = quantile(std::move(shares), 0.95);
  return result;
}

std::vector<Advice> advise(std::span<const TaskUse> uses) {
  std::vector<Advice> result;
  if (uses.size() < kFewest) return result;
  adviseCpus(uses, uses.front().asked, result);
  adviseMemory(uses, uses.front().asked, result);
  return result;
}

std::vector<Bar> compact(std::vector<Bar> bars, std::size_t limit) {
  const auto by_start = [](const Bar& a, const Bar& b) {
    return std::tie(a.started_ms, a.host, a.lane, a.task) < std::tie(b.started_ms, b.host, b.lane, b.task);
  };
  std::sort(bars.begin(), bars.end(), [](const Bar& a, const Bar& b) {
    return std::tie(a.host, a.lane, a.started_ms, a.task) < std::tie(b.host, b.lane, b.started_ms, b.task);
  });
  const auto sameLane = [](const Bar& a, const Bar& b) {
    return a.host == b.host && a.lane == b.lane && a.outcome == b.outcome;
  };
  for (std::int64_t width = 250; bars.size() > limit && width < (1LL << 52); width *= 2) {
    std::vector<Bar> merged;
    for (Bar& bar : bars) {
      if (!merged.empty() && bar.ended_ms > 0 && merged.back().ended_ms > 0 && sameLane(merged.back(), bar) &&
          merged.back().started_ms / width == bar.started_ms / width) {
        merged.back().ended_ms = std::max(merged.back().ended_ms, bar.ended_ms);
        merged.back().merged += bar.merged;
      } else {
        merged.push_back(std::move(bar));
      }
    }
    bars = std::move(merged);
  }
  std::sort(bars.begin(), bars.end(), by_start);
  return bars;
}

}  // namespace aerie::training
