// Weights in basis points (10,000 = 100 %, the engine's number of buckets), kept whole. Pure.
#pragma once

#include <cstddef>
#include <vector>

namespace aerie::models {

inline constexpr int kWhole = 10'000;

// Sets parts[changed] to `value` (clamped) and shares the rest among the others in proportion to what they
// had (equally when they had nothing), so that the sum is kWhole exactly. `parts` must not be empty and
// `changed` be inside.
std::vector<int> rebalance(std::vector<int> parts, std::size_t changed, int value);

// Moves the border between parts[border] and parts[border + 1] to `position` (their common sum so far,
// counted from the first part), as far as these two parts allow; no other part changes. `border` + 1 must be
// inside.
std::vector<int> moveBorder(std::vector<int> parts, std::size_t border, int position);

// Weights that sum to about 1 as basis points that sum to kWhole exactly (largest remainders).
std::vector<int> toBasisPoints(const std::vector<double>& weights);

}  // namespace aerie::models
