// Exponential back-off with jitter, as a pure function of the number of failures.
#pragma once

#include <cstdint>

#include "core/base/clock.h"

namespace aerie::reconcile {

struct Backoff {
  Duration first = std::chrono::milliseconds(200);
  Duration limit = std::chrono::seconds(30);
  double jitter = 0.2;  // the delay is spread over [1 - jitter, 1 + jitter] of its nominal value

  // Nominal delay before the retry that follows failure number `failures` (1 = the first): first *
  // 2^(failures - 1), at most limit. 0 failures: zero.
  Duration nominal(std::uint32_t failures) const;
  // The same with jitter; `random` is uniform in [0, 1).
  Duration delay(std::uint32_t failures, double random) const;
};

}  // namespace aerie::reconcile
