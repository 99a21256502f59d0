// aerie-proxy as one object: config, stream to the control plane, services, metrics; put together and taken
// apart in order.
#pragma once

#include <absl/status/statusor.h>
#include <memory>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "services/common/program.h"

namespace aerie::proxy {

struct ProxyOptions {
  services::CommonOptions common;  // listen: one address, or several separated by commas
  std::string control = "127.0.0.1:7700";
  std::string config_file;  // static mode: no control plane
  std::string last_good;    // empty = not saved
  std::string proxy_id;     // empty = host name and process id
  std::int64_t max_in_flight = 1024;
  std::int64_t max_items = 100'000;
  std::int64_t max_shadows = 128;
  std::int64_t connections_per_replica = 1;
  std::int64_t drain_ms = 10'000;
  ProxyOptions() {
    common.listen = "127.0.0.1:7710";
    common.metrics_listen = "127.0.0.1:7711";
  }
};
void addProxySettings(services::Settings& settings, ProxyOptions& options);

class ProxyServer final {
 public:
  // Serves when it returns. FailedPrecondition for an address in use, InvalidArgument for wrong options or a
  // bad config file. A missing or damaged last good file is logged and shown in ProxyStatus, not an error.
  static absl::StatusOr<std::unique_ptr<ProxyServer>> start(const ProxyOptions& options, const Clock& clock);
  ~ProxyServer();  // shutdown()

  const std::vector<std::string>& addresses() const;
  const std::string& metricsAddress() const;
  // Stops accepting, lets calls in flight end (at most drain_ms), ends the config stream. Idempotent.
  void shutdown();

 private:
  struct Parts;
  explicit ProxyServer(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

// Body of the program: starts, writes the address file, waits for a stop signal, shuts down.
absl::Status runProxy(const ProxyOptions& options);

}  // namespace aerie::proxy
