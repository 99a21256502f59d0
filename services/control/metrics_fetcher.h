// GET /metrics of several daemons at once.
#pragma once

#include <absl/status/statusor.h>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "core/base/clock.h"

namespace aerie::control {

// Keeps connections between fetches. One thread.
class MetricsFetcher final {
 public:
  MetricsFetcher();
  ~MetricsFetcher();
  MetricsFetcher(const MetricsFetcher&) = delete;
  MetricsFetcher& operator=(const MetricsFetcher&) = delete;
  // One answer for each address (host:port), after at most `timeout`. Unavailable: no answer, another status
  // than 200, or more than 8 MiB. No redirects, no proxy.
  std::vector<absl::StatusOr<std::string>> fetch(std::span<const std::string> addresses, Duration timeout);

 private:
  void* multi_;                        // CURLM
  std::map<std::string, void*> easy_;  // CURL by address
};

}  // namespace aerie::control
