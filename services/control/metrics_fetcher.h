// GET /metrics of several daemons at once.
#pragma once

#include <absl/status/statusor.h>
#include <span>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/http/parallel_get.h"

namespace aerie::control {

// Keeps connections between fetches. One thread.
class MetricsFetcher final {
 public:
  // One answer for each address (host:port), after at most `timeout`. Unavailable: no answer, another status
  // than 200, or more than 8 MiB. No redirects, no proxy.
  std::vector<absl::StatusOr<std::string>> fetch(std::span<const std::string> addresses, Duration timeout);

 private:
  http::ParallelGet pages_;
};

}  // namespace aerie::control
