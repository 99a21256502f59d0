#include "services/proxy/key_sample.h"

#include <absl/hash/hash.h>
#include <utility>

namespace aerie::proxy {
namespace {

constexpr std::size_t kBits = 64;

}  // namespace

KeySample::KeySample(std::vector<prometheus::Gauge*> gauges)
    : gauges_(std::move(gauges)),
      places_(std::make_unique<std::atomic<std::uint64_t>[]>(kPlaces / kBits)),
      counts_(gauges_.size()) {
  for (prometheus::Gauge* gauge : gauges_) gauge->Set(0);
}

bool KeySample::take(std::size_t place) {
  std::atomic<std::uint64_t>& word = places_[place / kBits];
  const std::uint64_t bit = std::uint64_t{1} << (place % kBits);
  // Most keys were here before: reading leaves the cache line to all threads.
  if ((word.load(std::memory_order_relaxed) & bit) != 0) return false;
  return (word.fetch_or(bit, std::memory_order_relaxed) & bit) == 0;
}

void KeySample::add(const routing::KeyValue& key, std::size_t arm) {
  std::size_t hash = 0;
  if (const auto* text = std::get_if<std::string_view>(&key)) {
    if (text->empty()) return;
    hash = absl::HashOf(*text);
  } else if (const auto* number = std::get_if<std::int64_t>(&key)) {
    hash = absl::HashOf(*number);
  } else {
    return;
  }
  if (!take(hash % kPlaces)) return;
  counts_[arm].fetch_add(1, std::memory_order_relaxed);
  if (!retired_.load(std::memory_order_relaxed)) gauges_[arm]->Increment();
}

}  // namespace aerie::proxy
