// Where and how Aerie's programs meet: channels to servers and credentials of servers.
// Plaintext is for loopback and unix sockets only; any other address needs TLS. Unix sockets are always
// plaintext.
#pragma once

#include <absl/status/statusor.h>
#include <filesystem>
#include <grpcpp/channel.h>
#include <grpcpp/security/credentials.h>
#include <grpcpp/security/server_credentials.h>
#include <memory>
#include <string>

namespace aerie::net {

// Files in PEM form. All empty = no TLS.
struct TlsFiles {
  std::filesystem::path ca;           // who we believe
  std::filesystem::path certificate;  // who we are (mutual TLS)
  std::filesystem::path key;
  bool empty() const { return ca.empty() && certificate.empty() && key.empty(); }
};

struct ChannelOptions {
  TlsFiles tls;
  std::string
      token;  // bearer token, sent as "authorization: Bearer ..."; over plaintext only on loopback and unix
  int max_message_bytes = 64 << 20;
  // Channels with the same target share connections unless this is set: one connection each spreads work over
  // transports.
  bool own_connection = false;
};

inline constexpr int kMaxMessageBytes = 64 << 20;

// True for "unix:...", "localhost:p", "127.x.x.x:p" and "[::1]:p".
bool isLocalAddress(const std::string& address);

// Does not connect yet. InvalidArgument for an address without port, or a plaintext address that is not
// local.
absl::StatusOr<std::shared_ptr<grpc::Channel>> connect(const std::string& address,
                                                       const ChannelOptions& options = {});

// What a server listening on `address` uses. FailedPrecondition when a non-local address has no TLS files.
absl::StatusOr<std::shared_ptr<grpc::ServerCredentials>> serverCredentials(const std::string& address,
                                                                           const TlsFiles& tls);

// Adds the bearer token of `options` to a call's metadata; nothing without one.
class ClientAuth final {
 public:
  explicit ClientAuth(std::string token = {}) : token_(std::move(token)) {}
  template <class Context>
  void apply(Context& context) const {
    if (!token_.empty()) context.AddMetadata("authorization", "Bearer " + token_);
  }

 private:
  std::string token_;
};

}  // namespace aerie::net
