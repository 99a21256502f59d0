#include "services/common/rpc_server.h"

#include <absl/synchronization/mutex.h>
#include <cstring>
#include <grpcpp/ext/proto_server_reflection_plugin.h>
#include <grpcpp/health_check_service_interface.h>
#include <mutex>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "core/base/files.h"
#include "core/base/status.h"

namespace aerie::services {

bool unixSocketIsLive(const std::string& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (path.size() >= sizeof address.sun_path) return false;
  std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
  const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (fd < 0) return false;
  const bool live = ::connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  ::close(fd);
  return live;
}

absl::StatusOr<std::unique_ptr<RpcServer>> RpcServer::start(const RpcServerOptions& options,
                                                            const std::vector<grpc::Service*>& services) {
  static std::once_flag plugins;
  std::call_once(plugins, [] {
    // Debian's abseil looks for lock cycles at every lock that gRPC takes, as in a debug build: a tenth of a
    // call's time.
    absl::SetMutexDeadlockDetectionMode(absl::OnDeadlockCycle::kIgnore);
    grpc::EnableDefaultHealthCheckService(true);
    grpc::reflection::InitProtoReflectionServerBuilderPlugin();
  });
  if (options.listen.empty()) return invalidArgument("no address to listen on");
  std::unique_ptr<RpcServer> result(new RpcServer());
  grpc::ServerBuilder builder;
  builder.SetMaxReceiveMessageSize(options.max_message_bytes);
  builder.SetMaxSendMessageSize(options.max_message_bytes);
  // Without this two daemons could bind the same port and share its traffic.
  builder.AddChannelArgument(GRPC_ARG_ALLOW_REUSEPORT, 0);
  builder.AddChannelArgument(GRPC_ARG_HTTP2_MAX_PING_STRIKES, 0);
  std::vector<int> ports(options.listen.size(), 0);
  for (std::size_t i = 0; i < options.listen.size(); ++i) {
    const std::string& address = options.listen[i];
    AERIE_ASSIGN_OR_RETURN(auto credentials, net::serverCredentials(address, options.tls));
    if (options.authenticator != nullptr && !options.authenticator->open()) {
      // Insecure credentials take no processor; local ones speak the same plaintext, to peers on this machine
      // only.
      if (options.tls.empty())
        credentials =
            grpc::experimental::LocalServerCredentials(address.rfind("unix:", 0) == 0 ? UDS : LOCAL_TCP);
      credentials->SetAuthMetadataProcessor(options.authenticator->processor());
    }
    if (address.rfind("unix:", 0) == 0) {
      const std::string path = address.substr(5);
      AERIE_RETURN_IF_ERROR(makeDirectories(std::filesystem::path(path).parent_path(), 0700));
      if (unixSocketIsLive(path))
        return failedPrecondition("{} is in use by another process; stop it or choose another --listen",
                                  address);
      struct stat there {};
      if (::lstat(path.c_str(), &there) == 0) {
        if (!S_ISSOCK(there.st_mode))
          return failedPrecondition("{}: {} exists and is not a socket; choose another --listen", address,
                                    path);
        ::unlink(path.c_str());
      }
      result->sockets_.push_back(path);
    }
    builder.AddListeningPort(address, credentials, &ports[i]);
  }
  for (grpc::Service* service : services) builder.RegisterService(service);
  result->server_ = builder.BuildAndStart();
  for (std::size_t i = 0; i < ports.size(); ++i) {
    const std::string& address = options.listen[i];
    if (ports[i] == 0 || (result->server_ == nullptr && i + 1 == ports.size())) {
      return failedPrecondition(
          "{} cannot be listened on: is another process using it? Stop that process or choose another "
          "--listen",
          address);
    }
    const bool is_unix = address.rfind("unix:", 0) == 0;
    if (is_unix) ::chmod(address.c_str() + 5, 0600);
    result->addresses_.push_back(
        is_unix ? address : fmt::format("{}:{}", address.substr(0, address.rfind(':')), ports[i]));
  }
  return result;
}

RpcServer::~RpcServer() { shutdown(std::chrono::milliseconds(0)); }

void RpcServer::setServing(const std::string& service, bool serving) {
  if (server_ != nullptr && server_->GetHealthCheckService() != nullptr) {
    server_->GetHealthCheckService()->SetServingStatus(service, serving);
  }
}

void RpcServer::shutdown(std::chrono::milliseconds grace) {
  if (server_ == nullptr) return;
  server_->Shutdown(std::chrono::system_clock::now() + grace);
  server_->Wait();
  server_.reset();
  for (const std::string& socket : sockets_) ::unlink(socket.c_str());
}

}  // namespace aerie::services
