#include "app/models/split.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace aerie::models {

std::vector<int> toBasisPoints(const std::vector<double>& weights) {
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  std::vector<int> out(weights.size(), 0);
  std::vector<std::pair<double, std::size_t>> remainders;
  int given = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const double exact = kWhole * (sum > 0 ? weights[i] / sum : 1.0 / static_cast<double>(weights.size()));
    // The tiny offset keeps 0.3 * 10,000 from becoming 2,999.
    out[i] = static_cast<int>(std::floor(exact + 1e-6));
    given += out[i];
    remainders.emplace_back(out[i] - exact, i);
  }
  std::sort(remainders.begin(), remainders.end());
  for (std::size_t k = 0; given < kWhole && k < remainders.size(); ++k, ++given) ++out[remainders[k].second];
  return out;
}

std::vector<int> rebalance(std::vector<int> parts, std::size_t changed, int value) {
  if (parts.size() == 1) return {kWhole};
  value = std::clamp(value, 0, kWhole);
  std::vector<double> others;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i != changed) others.push_back(parts[i]);
  }
  // Shares of the rest, rounded so that nothing is lost.
  const std::vector<int> shares = toBasisPoints(others);
  const int rest = kWhole - value;
  int given = 0;
  std::vector<std::pair<double, std::size_t>> remainders;
  parts[changed] = value;
  for (std::size_t i = 0, k = 0; i < parts.size(); ++i) {
    if (i == changed) continue;
    const double exact = static_cast<double>(rest) * shares[k++] / kWhole;
    parts[i] = static_cast<int>(std::floor(exact));
    given += parts[i];
    remainders.emplace_back(parts[i] - exact, i);
  }
  std::sort(remainders.begin(), remainders.end());
  for (std::size_t k = 0; given < rest; ++k, ++given) ++parts[remainders[k % remainders.size()].second];
  return parts;
}

std::vector<int> moveBorder(std::vector<int> parts, std::size_t border, int position) {
  const int left = std::accumulate(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(border), 0);
  const int both = parts[border] + parts[border + 1];
  parts[border] = std::clamp(position - left, 0, both);
  parts[border + 1] = both - parts[border];
  return parts;
}

}  // namespace aerie::models
