#include "core/net/channel.h"

#include <arpa/inet.h>
#include <grpcpp/create_channel.h>
#include <grpcpp/support/channel_arguments.h>
#include <grpcpp/support/client_interceptor.h>

#include "core/base/files.h"
#include "core/base/status.h"

namespace aerie::net {
namespace {

// Adds the token to every call of a plaintext local channel, where gRPC refuses call credentials.
class TokenInterceptor final : public grpc::experimental::Interceptor {
 public:
  explicit TokenInterceptor(const std::string& header) : header_(header) {}
  void Intercept(grpc::experimental::InterceptorBatchMethods* methods) override {
    using Point = grpc::experimental::InterceptionHookPoints;
    if (methods->QueryInterceptionHookPoint(Point::PRE_SEND_INITIAL_METADATA)) {
      methods->GetSendInitialMetadata()->insert({"authorization", header_});
    }
    methods->Proceed();
  }

 private:
  const std::string& header_;
};

class TokenInterceptorFactory final : public grpc::experimental::ClientInterceptorFactoryInterface {
 public:
  explicit TokenInterceptorFactory(const std::string& token) : header_("Bearer " + token) {}
  grpc::experimental::Interceptor* CreateClientInterceptor(grpc::experimental::ClientRpcInfo*) override {
    return new TokenInterceptor(header_);
  }

 private:
  const std::string header_;
};

absl::StatusOr<grpc::SslCredentialsOptions> readTls(const TlsFiles& files) {
  grpc::SslCredentialsOptions result;
  if (!files.ca.empty()) {
    AERIE_ASSIGN_OR_RETURN(result.pem_root_certs, readFile(files.ca));
  }
  if (!files.certificate.empty()) {
    if (files.key.empty())
      return invalidArgument("{}: a certificate needs its private key; give tls-key",
                             files.certificate.string());
    AERIE_ASSIGN_OR_RETURN(result.pem_cert_chain, readFile(files.certificate));
    AERIE_ASSIGN_OR_RETURN(result.pem_private_key, readFile(files.key));
  } else if (!files.key.empty()) {
    return invalidArgument("{}: a private key needs its certificate; give tls-certificate",
                           files.key.string());
  }
  return result;
}

// The file system guards a unix socket; TLS on it would only name a host that is not there.
bool isUnixSocket(const std::string& address) { return address.rfind("unix:", 0) == 0; }

absl::Status checkAddress(const std::string& address) {
  if (address.rfind("unix:", 0) == 0) {
    if (address.size() > 5 + 107) {
      return invalidArgument(
          "{}: a unix socket path may have at most 107 characters; use a shorter directory", address);
    }
    return absl::OkStatus();
  }
  const auto colon = address.rfind(':');
  if (colon == std::string::npos || colon == 0 || colon + 1 >= address.size() ||
      address.find_first_not_of("0123456789", colon + 1) != std::string::npos) {
    return invalidArgument("address '{}' needs a port: use host:port or unix:/path", address);
  }
  if (address.size() - colon > 6 || std::stoi(address.substr(colon + 1)) > 65'535) {
    return invalidArgument("address '{}': the port must be from 0 to 65535", address);
  }
  return absl::OkStatus();
}

}  // namespace

bool isLocalAddress(const std::string& address) {
  for (const char* prefix : {"unix:", "localhost:", "[::1]:"}) {
    if (address.rfind(prefix, 0) == 0) return true;
  }
  // Only the address itself: "127.example.org" is a name that may lead anywhere.
  in_addr parsed{};
  return ::inet_pton(AF_INET, address.substr(0, address.rfind(':')).c_str(), &parsed) == 1 &&
         (ntohl(parsed.s_addr) >> 24) == 127 && address.rfind(':') != std::string::npos;
}

absl::StatusOr<std::shared_ptr<grpc::Channel>> connect(const std::string& address,
                                                       const ChannelOptions& options) {
  AERIE_RETURN_IF_ERROR(checkAddress(address));
  grpc::ChannelArguments arguments;
  arguments.SetMaxReceiveMessageSize(options.max_message_bytes);
  arguments.SetMaxSendMessageSize(options.max_message_bytes);
  arguments.SetInt(GRPC_ARG_INITIAL_RECONNECT_BACKOFF_MS, 100);
  // In spite of its name this bounds how long one connection attempt may take, handshake included: a busy
  // machine needs time.
  arguments.SetInt(GRPC_ARG_MIN_RECONNECT_BACKOFF_MS, 5'000);
  arguments.SetInt(GRPC_ARG_MAX_RECONNECT_BACKOFF_MS, 2'000);
  arguments.SetInt(GRPC_ARG_ENABLE_HTTP_PROXY, 0);
  if (options.own_connection) arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);

  if (!options.tls.empty() && !isUnixSocket(address)) {
    AERIE_ASSIGN_OR_RETURN(const grpc::SslCredentialsOptions tls, readTls(options.tls));
    auto credentials = grpc::SslCredentials(tls);
    if (!options.token.empty()) {
      credentials =
          grpc::CompositeChannelCredentials(credentials, grpc::AccessTokenCredentials(options.token));
    }
    return grpc::CreateCustomChannel(address, credentials, arguments);
  }
  if (!isLocalAddress(address)) {
    return failedPrecondition(
        "{}: plaintext is allowed on loopback and unix sockets only; give the TLS files (see 'aeriectl pki "
        "init')",
        address);
  }
  std::vector<std::unique_ptr<grpc::experimental::ClientInterceptorFactoryInterface>> interceptors;
  if (!options.token.empty())
    interceptors.push_back(std::make_unique<TokenInterceptorFactory>(options.token));
  if (interceptors.empty())
    return grpc::CreateCustomChannel(address, grpc::InsecureChannelCredentials(), arguments);
  return grpc::experimental::CreateCustomChannelWithInterceptors(address, grpc::InsecureChannelCredentials(),
                                                                 arguments, std::move(interceptors));
}

absl::StatusOr<std::shared_ptr<grpc::ServerCredentials>> serverCredentials(const std::string& address,
                                                                           const TlsFiles& tls) {
  AERIE_RETURN_IF_ERROR(checkAddress(address));
  if (tls.empty() || isUnixSocket(address)) {
    if (!isLocalAddress(address)) {
      return failedPrecondition(
          "listening on {} needs TLS: give tls-certificate, tls-key and tls-ca (see 'aeriectl pki init'), or "
          "listen on 127.0.0.1 or a unix socket",
          address);
    }
    return grpc::InsecureServerCredentials();
  }
  AERIE_ASSIGN_OR_RETURN(const grpc::SslCredentialsOptions files, readTls(tls));
  if (files.pem_cert_chain.empty())
    return invalidArgument("listening with TLS needs tls-certificate and tls-key");
  // With a CA, clients must present a certificate signed by it: mutual TLS.
  grpc::SslServerCredentialsOptions options(files.pem_root_certs.empty()
                                                ? GRPC_SSL_DONT_REQUEST_CLIENT_CERTIFICATE
                                                : GRPC_SSL_REQUEST_AND_REQUIRE_CLIENT_CERTIFICATE_AND_VERIFY);
  options.pem_root_certs = files.pem_root_certs;
  options.pem_key_cert_pairs.push_back({files.pem_private_key, files.pem_cert_chain});
  return grpc::SslServerCredentials(options);
}

}  // namespace aerie::net
