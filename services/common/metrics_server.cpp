#include "services/common/metrics_server.h"

#include <arpa/inet.h>
#include <atomic>
#include <netinet/in.h>
#include <prometheus/exposer.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

#include "core/base/status.h"
#include "core/net/channel.h"

namespace aerie::services {

MetricsServer::MetricsServer() = default;

MetricsServer::~MetricsServer() {
  if (exposer_ == nullptr) return;
  // civetweb sees that it shall stop only when its poll of the listening socket returns, up to two seconds
  // later; a connection makes it return at once.
  std::atomic<bool> stopped{false};
  std::thread stopper([&] {
    exposer_.reset();
    stopped.store(true);
  });
  while (!stopped.load()) {
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in self{};
    self.sin_family = AF_INET;
    self.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    self.sin_port = htons(port_);
    if (fd >= 0) {
      static_cast<void>(::connect(fd, reinterpret_cast<const sockaddr*>(&self), sizeof self));
      ::close(fd);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  stopper.join();
}

absl::StatusOr<std::unique_ptr<MetricsServer>> MetricsServer::start(const std::string& listen,
                                                                    telemetry::Metrics& metrics,
                                                                    bool allow_remote) {
  const auto colon = listen.rfind(':');
  if (colon == std::string::npos) return invalidArgument("metrics-listen '{}' needs host:port", listen);
  if (!allow_remote && !net::isLocalAddress(listen)) {
    return failedPrecondition(
        "metrics-listen {} is not a loopback address: metrics have no authentication; set "
        "metrics-allow-remote "
        "to serve them to the network",
        listen);
  }
  std::unique_ptr<MetricsServer> server(new MetricsServer());
  try {
    server->exposer_ = std::make_unique<prometheus::Exposer>(listen, 2);
  } catch (const std::exception& error) {
    return failedPrecondition(
        "metrics address {} cannot be served (is the port in use?): {}; choose another with --metrics-listen",
        listen, error.what());
  }
  server->exposer_->RegisterCollectable(metrics.registry());
  const auto ports = server->exposer_->GetListeningPorts();
  server->port_ = static_cast<std::uint16_t>(ports.empty() ? 0 : ports.front());
  server->address_ = fmt::format("{}:{}", listen.substr(0, colon), ports.empty() ? 0 : ports.front());
  return server;
}

}  // namespace aerie::services
