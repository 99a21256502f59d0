// How many distinct splitting keys went to each arm of an experiment: what a split is checked with. Items
// that share a key always go to the same arm, so they say nothing about the split, however many there are.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "core/routing/route_table.h"
#include "core/telemetry/metrics.h"

namespace aerie::proxy {

// A key has one of 2^17 places, by a hash that has nothing to do with the one that chooses the arm. The first
// key that takes a place counts, whoever comes later does not: so each counted key is a draw of its own, and
// the sample ends by itself when all places are taken (16 KiB). Arms that are off by 0.6 % of the keys are
// then found in four of five cases (p < 0.001). Thread-safe, without locks.
class KeySample final {
 public:
  static constexpr std::size_t kPlaces = std::size_t{1} << 17;

  // `gauges` show the counts, arm by arm.
  explicit KeySample(std::vector<prometheus::Gauge*> gauges);
  // What is no key is not counted.
  void add(const routing::KeyValue& key, std::size_t arm);
  std::uint64_t keys(std::size_t arm) const { return counts_[arm].load(std::memory_order_relaxed); }
  // The gauges are somebody else's from now on.
  void retire() { retired_.store(true, std::memory_order_relaxed); }

 private:
  bool take(std::size_t place);

  const std::vector<prometheus::Gauge*> gauges_;
  std::unique_ptr<std::atomic<std::uint64_t>[]> places_;
  std::vector<std::atomic<std::uint64_t>> counts_;
  std::atomic<bool> retired_{false};
};

}  // namespace aerie::proxy
