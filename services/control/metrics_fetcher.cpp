#include "services/control/metrics_fetcher.h"

namespace aerie::control {

std::vector<absl::StatusOr<std::string>> MetricsFetcher::fetch(std::span<const std::string> addresses,
                                                               Duration timeout) {
  std::vector<std::string> urls;
  urls.reserve(addresses.size());
  for (const std::string& address : addresses) urls.push_back("http://" + address + "/metrics");
  return pages_.fetch(urls, timeout);
}

}  // namespace aerie::control
