// A gRPC server as every daemon has it: health and reflection services, bounded message size, TLS where the
// address needs it, orderly shutdown.
#pragma once

#include <absl/status/statusor.h>
#include <chrono>
#include <grpcpp/grpcpp.h>
#include <memory>
#include <string>
#include <vector>

#include "core/net/channel.h"
#include "services/common/auth.h"

namespace aerie::services {

struct RpcServerOptions {
  std::vector<std::string> listen;  // "host:port" (port 0 = any), "unix:/path"; at least one
  net::TlsFiles tls;
  int max_message_bytes = net::kMaxMessageBytes;
  Authenticator* authenticator = nullptr;  // when set, every call must pass it (see auth.h); not owned
};

class RpcServer final {
 public:
  // The services must outlive the server. FailedPrecondition for a port in use, with the address and the
  // remedy. A stale unix socket file that nobody serves is replaced; a live one is "in use".
  static absl::StatusOr<std::unique_ptr<RpcServer>> start(const RpcServerOptions& options,
                                                          const std::vector<grpc::Service*>& services);
  ~RpcServer();

  // Addresses as bound, in the order of `listen`, usable with net::connect.
  const std::vector<std::string>& addresses() const { return addresses_; }
  // grpc.health.v1 status of a service name; "" is the whole server. Serving from the start for "".
  void setServing(const std::string& service, bool serving);
  // Stops accepting, waits for calls in flight until `grace`, then cancels them. Idempotent.
  void shutdown(std::chrono::milliseconds grace);

 private:
  RpcServer() = default;
  std::unique_ptr<grpc::Server> server_;
  std::vector<std::string> addresses_;
  std::vector<std::string> sockets_;
};

// Connects to a unix socket path: true when somebody serves it.
bool unixSocketIsLive(const std::string& path);

}  // namespace aerie::services
