#include "core/monitoring/arm_keys.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <tuple>

#include "core/monitoring/measures.h"

namespace aerie::monitoring {
namespace {

struct Source {
  std::uint64_t revision = 0;
  std::map<std::string, double> keys;  // by arm
};
using SourceKey = std::tuple<std::string, std::string, std::string>;  // experiment, use case, proxy

std::string labelOf(const Labels& labels, const char* name) {
  const auto found = labels.find(name);
  return found == labels.end() ? std::string() : found->second;
}

std::map<SourceKey, Source> takeSources(std::vector<Reading>& readings) {
  std::map<SourceKey, Source> sources;
  std::erase_if(readings, [&](const Reading& r) {
    const bool revision = r.metric == series::kArmKeysRevision;
    if (!revision && r.metric != series::kArmKeys) return false;
    const double level = r.cell.weight > 0 ? r.cell.sum / r.cell.weight : 0;
    if (!std::isfinite(level) || level < 0) return true;
    Source& source =
        sources[{labelOf(r.labels, "experiment"), labelOf(r.labels, "use_case"), labelOf(r.labels, "proxy")}];
    if (revision) {
      source.revision = static_cast<std::uint64_t>(std::llround(level));
    } else {
      source.keys[labelOf(r.labels, "arm")] += level;
    }
    return true;
  });
  return sources;
}

}  // namespace

std::vector<ArmKeys> takeArmKeys(std::vector<Reading>& readings) {
  const std::map<SourceKey, Source> sources = takeSources(readings);
  std::map<std::string, std::uint64_t> latest;
  for (const auto& [key, source] : sources) {
    std::uint64_t& revision = latest[std::get<0>(key)];
    revision = std::max(revision, source.revision);
  }
  std::map<std::string, double> counted;                       // sources by experiment
  std::map<std::pair<std::string, std::string>, double> sums;  // by experiment, arm
  for (const auto& [key, source] : sources) {
    const std::string& experiment = std::get<0>(key);
    const bool empty =
        std::all_of(source.keys.begin(), source.keys.end(), [](const auto& arm) { return arm.second == 0; });
    if (source.revision != latest[experiment] || empty) continue;
    counted[experiment] += 1;
    for (const auto& [arm, keys] : source.keys) sums[{experiment, arm}] += keys;
  }
  std::vector<ArmKeys> out;
  for (const auto& [key, sum] : sums)
    out.push_back({key.first, latest[key.first], key.second, sum / counted[key.first]});
  return out;
}

}  // namespace aerie::monitoring
