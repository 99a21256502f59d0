#include "services/common/metrics_server.h"

#include <prometheus/exposer.h>

#include "core/base/status.h"
#include "core/net/channel.h"

namespace aerie::services {

MetricsServer::MetricsServer() = default;
MetricsServer::~MetricsServer() = default;

absl::StatusOr<std::unique_ptr<MetricsServer>> MetricsServer::start(const std::string& listen, telemetry::Metrics& metrics,
                                                                    bool allow_remote) {
  const auto colon = listen.rfind(':');
  if (colon == std::string::npos) return invalidArgument("metrics-listen '{}' needs host:port", listen);
  if (!allow_remote && !net::isLocalAddress(listen)) {
    return failedPrecondition("metrics-listen {} is not a loopback address: metrics have no authentication; set metrics-allow-remote "
                              "to serve them to the network", listen);
  }
  std::unique_ptr<MetricsServer> server(new MetricsServer());
  try {
    server->exposer_ = std::make_unique<prometheus::Exposer>(listen, 2);
  } catch (const std::exception& error) {
    return failedPrecondition("metrics address {} cannot be served (is the port in use?): {}; choose another with --metrics-listen",
                              listen, error.what());
  }
  server->exposer_->RegisterCollectable(metrics.registry());
  const auto ports = server->exposer_->GetListeningPorts();
  server->address_ = fmt::format("{}:{}", listen.substr(0, colon), ports.empty() ? 0 : ports.front());
  return server;
}

}  // namespace aerie::services
