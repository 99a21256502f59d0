#include "core/monitoring/cell.h"

#include <cmath>
#include <numeric>

#include "core/base/status.h"

namespace aerie::monitoring {

Cell& Cell::operator+=(const Cell& other) {
  sum += other.sum;
  weight += other.weight;
  if (other.buckets.empty()) return *this;
  if (buckets.empty()) {
    buckets = other.buckets;
  } else if (buckets.size() == other.buckets.size()) {
    for (std::size_t i = 0; i < buckets.size(); ++i) buckets[i] += other.buckets[i];
  }
  return *this;
}

std::string encodeBuckets(std::span<const std::uint64_t> buckets) {
  std::string out;
  for (std::uint64_t n : buckets) {
    while (n >= 0x80) {
      out += static_cast<char>((n & 0x7f) | 0x80);
      n >>= 7;
    }
    out += static_cast<char>(n);
  }
  return out;
}

std::vector<std::uint64_t> decodeBuckets(std::string_view bytes) {
  std::vector<std::uint64_t> out;
  std::uint64_t value = 0;
  unsigned shift = 0;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (shift > 63) return {};
    value |= static_cast<std::uint64_t>(byte & 0x7fU) << shift;
    if ((byte & 0x80U) != 0) {
      shift += 7;
      continue;
    }
    out.push_back(value);
    value = 0;
    shift = 0;
  }
  return out;
}

std::optional<double> quantileOf(std::span<const double> bounds, std::span<const std::uint64_t> buckets,
                                 double q) {
  if (bounds.empty() || buckets.size() != bounds.size() + 1) return std::nullopt;
  const double total = static_cast<double>(std::accumulate(buckets.begin(), buckets.end(), std::uint64_t{0}));
  if (total == 0) return std::nullopt;
  const double rank = q * total;
  double below = 0;
  for (std::size_t i = 0; i < bounds.size(); ++i) {
    const double inside = static_cast<double>(buckets[i]);
    if (inside > 0 && below + inside >= rank) {
      const double low = i == 0 ? std::min(0.0, bounds[0]) : bounds[i - 1];
      return low + (bounds[i] - low) * (rank - below) / inside;
    }
    below += inside;
  }
  return bounds.back();
}

}  // namespace aerie::monitoring
