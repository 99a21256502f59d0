#include "core/stats/sample_ratio.h"

#include <boost/math/distributions/chi_squared.hpp>

namespace aerie::stats {

std::optional<SampleRatio> sampleRatio(std::span<const std::uint64_t> observed,
                                       std::span<const double> weights) {
  if (observed.size() != weights.size()) return std::nullopt;
  SampleRatio result;
  std::uint64_t units = 0;
  double weight = 0;
  int arms = 0;
  for (std::size_t i = 0; i < observed.size(); ++i) {
    if (!(weights[i] > 0)) {
      result.unexpected += observed[i];
      continue;
    }
    units += observed[i];
    weight += weights[i];
    ++arms;
  }
  if (arms < 2 || units < kSampleRatioUnits * static_cast<std::uint64_t>(arms)) return std::nullopt;
  for (std::size_t i = 0; i < observed.size(); ++i) {
    if (!(weights[i] > 0)) continue;
    const double expected = static_cast<double>(units) * weights[i] / weight;
    const double off = static_cast<double>(observed[i]) - expected;
    result.chi_squared += off * off / expected;
  }
  result.degrees = arms - 1;
  result.p_value =
      boost::math::cdf(boost::math::complement(boost::math::chi_squared(result.degrees), result.chi_squared));
  return result;
}

}  // namespace aerie::stats
