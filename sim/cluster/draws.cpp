#include "sim/cluster/draws.h"

#include <cmath>
#include <numbers>

namespace aerie::sim::cluster {
namespace {

// SplitMix64's finalizer.
std::uint64_t mix(std::uint64_t value) {
  value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9ULL;
  value = (value ^ (value >> 27)) * 0x94d049bb133111ebULL;
  return value ^ (value >> 31);
}

constexpr std::uint64_t kGamma = 0x9e3779b97f4a7c15ULL;

}  // namespace

Draws::Draws(std::uint64_t seed, DrawFor purpose, std::uint64_t first, std::uint64_t second)
    : state_(
          mix(mix(mix(mix(seed + kGamma) + static_cast<std::uint64_t>(purpose) * kGamma) + first * kGamma) +
              second * kGamma)) {}

std::uint64_t Draws::bits() { return mix(state_ += kGamma); }

double Draws::uniform() { return static_cast<double>(bits() >> 11) * 0x1.0p-53; }

double Draws::exponential(double mean) { return -mean * std::log(1 - uniform()); }

double Draws::normal() {
  const double radius = std::sqrt(-2 * std::log(1 - uniform()));
  return radius * std::cos(2 * std::numbers::pi * uniform());
}

double Draws::lognormal(double mean, double cv) {
  const double variance = std::log1p(cv * cv);  // of the logarithm
  return mean * std::exp(std::sqrt(variance) * normal() - variance / 2);
}

double Draws::of(const Distribution& distribution) {
  switch (distribution.kind) {
    case Distribution::Kind::kConstant: return distribution.mean;
    case Distribution::Kind::kUniform:
      return distribution.low + (distribution.high - distribution.low) * uniform();
    case Distribution::Kind::kExponential: return exponential(distribution.mean);
    case Distribution::Kind::kLognormal: return lognormal(distribution.mean, distribution.cv);
    case Distribution::Kind::kEmpirical:
      return distribution
          .values[static_cast<std::size_t>(uniform() * static_cast<double>(distribution.values.size()))];
  }
  return 0;
}

}  // namespace aerie::sim::cluster
