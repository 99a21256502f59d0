#include "core/assignment/layer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "core/base/status.h"

namespace aerie::assignment {
namespace {

Ranges layerRanges(const Experiment& experiment) {
  return experiment.layer_ranges.empty() ? Ranges{{0, kBuckets}} : experiment.layer_ranges;
}
std::string_view layerOf(const Experiment& experiment) {
  return experiment.layer.empty() ? experiment.name : experiment.layer;
}

}  // namespace

bool holdsLayerSpace(const Experiment& experiment) { return experiment.state != ExperimentState::kStopped; }

absl::StatusOr<Ranges> freeLayerRanges(std::string_view layer, double share,
                                       std::span<const Experiment> experiments) {
  if (!(share > 0 && share <= 1)) {
    return invalidArgument(
        "layer '{}': layer_share: {} is not above 0 and at most 1: give the share of the layer's keys that "
        "the experiment takes",
        layer, share);
  }
  Ranges taken;
  std::string takers;
  for (const Experiment& experiment : experiments) {
    if (layerOf(experiment) != layer || !holdsLayerSpace(experiment)) continue;
    const Ranges ranges = layerRanges(experiment);
    taken.insert(taken.end(), ranges.begin(), ranges.end());
    takers += fmt::format("{}'{}' ({}) holds {:.2f} %: {}", takers.empty() ? "" : "; ", experiment.name,
                          stateName(experiment.state), bucketCount(ranges) / 100.0, toText(ranges));
  }
  const Ranges free = complement(taken);
  std::uint32_t wanted =
      std::max<std::uint32_t>(1, static_cast<std::uint32_t>(std::lround(share * kBuckets)));
  if (bucketCount(free) < wanted) {
    return resourceExhausted(
        "layer '{}' has {:.2f} % free, but {:.2f} % are wanted; {}: stop one of them, ask for a smaller "
        "layer_share or use another layer",
        layer, bucketCount(free) / 100.0, wanted / 100.0, takers);
  }
  Ranges result;
  for (const BucketRange& range : free) {
    if (wanted == 0) break;
    const std::uint32_t size = std::min(wanted, range.end - range.start);
    result.push_back({range.start, range.start + size});
    wanted -= size;
  }
  return result;
}

absl::Status checkLayers(std::span<const Experiment> experiments) {
  std::map<std::string_view, std::vector<const Experiment*>> layers;
  for (const Experiment& experiment : experiments) {
    if (holdsLayerSpace(experiment)) layers[layerOf(experiment)].push_back(&experiment);
  }
  std::array<std::uint32_t, kBuckets> owner;
  for (const auto& [layer, members] : layers) {
    if (members.size() < 2) continue;
    owner.fill(0);  // 0 = nobody, else position in members + 1
    for (std::size_t i = 0; i < members.size(); ++i) {
      for (const BucketRange& range : layerRanges(*members[i])) {
        for (std::uint32_t bucket = range.start; bucket < std::min(range.end, kBuckets); ++bucket) {
          if (owner[bucket] == 0) {
            owner[bucket] = static_cast<std::uint32_t>(i + 1);
            continue;
          }
          const Experiment& other = *members[owner[bucket] - 1];
          if (&other == members[i]) continue;
          return invalidArgument(
              "{}: layer_ranges: overlaps experiment '{}' in layer '{}' (bucket {}; it holds {}, the other "
              "{}): give the two disjoint layer_ranges, stop one or move one to another layer",
              describe(*members[i]), other.name, layer, bucket, toText(layerRanges(*members[i])),
              toText(layerRanges(other)));
        }
      }
    }
  }
  return absl::OkStatus();
}

}  // namespace aerie::assignment
