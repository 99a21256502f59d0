// Does the observed split of units fit the intended one? Pure; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace aerie::stats {

struct SampleRatio {
  double chi_squared = 0;
  int degrees = 0;
  double p_value = 1;
  // Units in an arm of weight 0: not part of the test, and a finding of its own.
  std::uint64_t unexpected = 0;
};

// Below this the split is not the intended one, and comparisons of the arms are not to be trusted.
inline constexpr double kSampleRatioAlarm = 0.001;
// Fewer units than this for each arm say nothing.
inline constexpr std::uint64_t kSampleRatioUnits = 8;

// Pearson's chi-squared over the arms with weight > 0, one degree of freedom fewer than there are. nullopt
// with fewer than two such arms, fewer than kSampleRatioUnits for each on average, or lists of different
// length. The units must be independent: items that share a splitting key are not, and make p too small.
std::optional<SampleRatio> sampleRatio(std::span<const std::uint64_t> observed,
                                       std::span<const double> weights);

}  // namespace aerie::stats
