// The hosts by their next event: a heap in which each host has its place, ties by number.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "sim/cluster/scenario.h"

namespace aerie::sim::cluster {

class HostHeap final {
 public:
  explicit HostHeap(std::size_t hosts) : times_(hosts, kNever), order_(hosts), place_(hosts) {
    for (std::size_t i = 0; i < hosts; ++i) order_[i] = place_[i] = static_cast<std::uint32_t>(i);
  }

  std::size_t first() const { return order_.front(); }
  SimTime firstTime() const { return times_[order_.front()]; }

  void set(std::size_t host, SimTime time) {
    if (times_[host] == time) return;
    times_[host] = time;
    std::size_t at = place_[host];
    while (at > 0 && before(at, (at - 1) / 2)) {
      swap(at, (at - 1) / 2);
      at = (at - 1) / 2;
    }
    while (true) {
      std::size_t child = 2 * at + 1;
      if (child >= order_.size()) return;
      if (child + 1 < order_.size() && before(child + 1, child)) ++child;
      if (!before(child, at)) return;
      swap(at, child);
      at = child;
    }
  }

 private:
  bool before(std::size_t a, std::size_t b) const {
    const std::uint32_t x = order_[a];
    const std::uint32_t y = order_[b];
    return times_[x] != times_[y] ? times_[x] < times_[y] : x < y;
  }
  void swap(std::size_t a, std::size_t b) {
    std::swap(order_[a], order_[b]);
    place_[order_[a]] = static_cast<std::uint32_t>(a);
    place_[order_[b]] = static_cast<std::uint32_t>(b);
  }

  std::vector<SimTime> times_;
  std::vector<std::uint32_t> order_;  // the heap
  std::vector<std::uint32_t> place_;  // of each host in it
};

}  // namespace aerie::sim::cluster
