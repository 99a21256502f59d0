// Prometheus /metrics over HTTP.
#pragma once

#include <absl/status/statusor.h>
#include <memory>
#include <string>

#include "core/telemetry/metrics.h"

namespace prometheus {
class Exposer;
}

namespace aerie::services {

class MetricsServer final {
 public:
  // `listen`: host:port, port 0 for any; loopback only unless `allow_remote`. FailedPrecondition when the
  // port is in use.
  static absl::StatusOr<std::unique_ptr<MetricsServer>> start(const std::string& listen,
                                                              telemetry::Metrics& metrics,
                                                              bool allow_remote = false);
  ~MetricsServer();
  const std::string& address() const { return address_; }  // with the real port

 private:
  MetricsServer();
  std::unique_ptr<prometheus::Exposer> exposer_;
  std::string address_;
  std::uint16_t port_ = 0;
};

}  // namespace aerie::services
