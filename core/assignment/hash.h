// GrowthBook hash version 2, the only one that assigns: FNV-1a32 over seed ++ key, its decimal text hashed
// again, modulo 10,000. Keys are UTF-8 bytes (like GrowthBook's Go SDK; its JavaScript SDK hashes UTF-16
// units, so keys outside ASCII differ there); integer keys are hashed as their decimal text. Everything is
// integer; doubles exist at the edges only. Source of the formulas: growthbook/growthbook
// packages/sdk-js/src/util.ts, spec version 0.8.0.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace aerie::assignment {

inline constexpr std::uint32_t kBuckets = 10'000;  // one bucket is 0.01 % of the keys
using Bucket = std::uint16_t;                      // 0..9999

inline constexpr std::uint32_t kFnvOffset = 2'166'136'261U;
inline constexpr std::uint32_t kFnvPrime = 16'777'619U;

constexpr std::uint32_t fnv1a32(std::string_view bytes, std::uint32_t state = kFnvOffset) {
  for (const char c : bytes) state = (state ^ static_cast<std::uint8_t>(c)) * kFnvPrime;
  return state;
}

// FNV-1a32 of the decimal text of a number, continued from `state`; no text is built in memory that outlives
// the call.
std::uint32_t fnv1a32Decimal(std::int64_t value, std::uint32_t state);

// Buckets of one seed; the seed is hashed once. A value; thread-safe.
class Hasher final {
 public:
  explicit Hasher(std::string_view seed) : state_(fnv1a32(seed)) {}
  Bucket operator()(std::string_view key) const { return finish(fnv1a32(key, state_)); }
  Bucket operator()(std::int64_t key) const { return finish(fnv1a32Decimal(key, state_)); }

 private:
  static Bucket finish(std::uint32_t first);
  std::uint32_t state_;
};

Bucket bucketV2(std::string_view seed, std::string_view key);
Bucket bucketV2(std::string_view seed, std::int64_t key);

// The hash as GrowthBook states it, in [0,1): version 2 in steps of 0.0001, version 1 (value before seed) in
// steps of 0.001, any other version nothing. For reading and checking experiments made elsewhere; version 1
// never assigns here, because parallel experiments with similar names are not independent under it.
std::optional<double> hashUnit(std::string_view seed, std::string_view value, int version);

}  // namespace aerie::assignment
