#include "core/assignment/hash.h"

#include <array>
#include <string>

namespace aerie::assignment {
namespace {

// "00" .. "99": halves the divisions of a decimal conversion, which is most of the second hash.
constexpr std::array<char, 200> makePairs() {
  std::array<char, 200> pairs{};
  for (std::size_t i = 0; i < 100; ++i) {
    pairs[2 * i] = static_cast<char>('0' + i / 10);
    pairs[2 * i + 1] = static_cast<char>('0' + i % 10);
  }
  return pairs;
}
constexpr std::array<char, 200> kPairs = makePairs();

// Writes the digits of `value` before `end`; returns their beginning.
template <class Unsigned>
char* writeDigits(Unsigned value, char* end) {
  while (value >= 100) {
    const auto pair = static_cast<std::size_t>(value % 100) * 2;
    value /= 100;
    *--end = kPairs[pair + 1];
    *--end = kPairs[pair];
  }
  if (value >= 10) {
    *--end = kPairs[static_cast<std::size_t>(value) * 2 + 1];
    *--end = kPairs[static_cast<std::size_t>(value) * 2];
  } else {
    *--end = static_cast<char>('0' + value);
  }
  return end;
}

std::string_view digits(std::uint32_t value, std::array<char, 10>& buffer) {
  char* const end = buffer.data() + buffer.size();
  const char* const begin = writeDigits(value, end);
  return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace

std::uint32_t fnv1a32Decimal(std::int64_t value, std::uint32_t state) {
  std::array<char, 20> buffer;
  char* const end = buffer.data() + buffer.size();
  // Negation in unsigned arithmetic: the smallest int64 has no positive counterpart.
  const std::uint64_t magnitude =
      value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
  char* begin = magnitude <= 0xFFFFFFFFU ? writeDigits(static_cast<std::uint32_t>(magnitude), end)
                                         : writeDigits(magnitude, end);
  if (value < 0) *--begin = '-';
  return fnv1a32({begin, static_cast<std::size_t>(end - begin)}, state);
}

Bucket Hasher::finish(std::uint32_t first) {
  std::array<char, 10> buffer;
  return static_cast<Bucket>(fnv1a32(digits(first, buffer)) % kBuckets);
}

Bucket bucketV2(std::string_view seed, std::string_view key) { return Hasher(seed)(key); }
Bucket bucketV2(std::string_view seed, std::int64_t key) { return Hasher(seed)(key); }

std::optional<double> hashUnit(std::string_view seed, std::string_view value, int version) {
  if (version == 2) return bucketV2(seed, value) / 10000.0;
  if (version == 1) return fnv1a32(seed, fnv1a32(value)) % 1000 / 1000.0;
  return std::nullopt;
}

}  // namespace aerie::assignment
