#include "core/reconcile/backoff.h"

#include <algorithm>

namespace aerie::reconcile {

Duration Backoff::nominal(std::uint32_t failures) const {
  if (failures == 0) return Duration::zero();
  Duration delay = first;
  for (std::uint32_t i = 1; i < failures && delay < limit; ++i) delay *= 2;
  return std::min(delay, limit);
}

Duration Backoff::delay(std::uint32_t failures, double random) const {
  const double spread = 1.0 + jitter * (2.0 * random - 1.0);
  return Duration(static_cast<Duration::rep>(static_cast<double>(nominal(failures).count()) * spread));
}

}  // namespace aerie::reconcile
