// Distinct splitting keys by arm, as proxies count samples of them. They are the units of the sample-ratio
// check: items that share a key always have the same arm. Pure.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/monitoring/cell.h"

namespace aerie::monitoring {

struct ArmKeys {
  std::string experiment;
  std::uint64_t revision = 0;  // of the experiment: its weights differ between revisions
  std::string arm;
  double keys = 0;
};

// Takes what proxies say of keys out of `readings`: it is no history. A key may have come to several proxies
// and use cases, and each of them counted it: the answer is their mean, so that no key counts more than once.
// Only those of an experiment's latest revision count.
std::vector<ArmKeys> takeArmKeys(std::vector<Reading>& readings);

}  // namespace aerie::monitoring
