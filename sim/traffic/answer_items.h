// Reading the per-item tables of an answer.
#pragma once

#include <limits>

namespace aerie::sim {

// Index `item` of a per-item table; an empty table means that entry 0 holds for all. No entry (the largest
// int) for a table that is too short.
template <class Indexes>
int entryOf(const Indexes& indexes, int item) {
  if (indexes.empty()) return 0;
  return item < indexes.size() ? static_cast<int>(indexes[item]) : std::numeric_limits<int>::max();
}

}  // namespace aerie::sim
