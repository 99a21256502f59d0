#include "services/common/auth.h"

#include <grpcpp/grpcpp.h>
#include <sstream>

#include "core/base/crypto.h"
#include "core/base/files.h"
#include "core/base/ids.h"
#include "core/base/status.h"
#include "core/net/status.h"

namespace aerie::services {
namespace {

constexpr std::string_view kBearer = "Bearer ";

// Asked by gRPC before a call reaches its handler. Server interceptors cannot refuse a call: the handler runs
// all the same.
class TokenCheck final : public grpc::AuthMetadataProcessor {
 public:
  explicit TokenCheck(const Authenticator& authenticator) : authenticator_(authenticator) {}
  bool IsBlocking() const override { return false; }
  grpc::Status Process(const InputMetadata& metadata, grpc::AuthContext*, OutputMetadata*,
                       OutputMetadata*) override {
    const auto path = metadata.find(":path");
    if (path != metadata.end() &&
        std::string_view(path->second.data(), path->second.size()).rfind("/grpc.", 0) == 0) {
      return grpc::Status::OK;
    }
    return net::toGrpc(authenticator_.identify(metadata).status());
  }

 private:
  const Authenticator& authenticator_;
};

}  // namespace

absl::StatusOr<Role> roleFromName(std::string_view text) {
  for (const Role role : {Role::kViewer, Role::kEngineer, Role::kApprover, Role::kAdmin}) {
    if (name(role) == text) return role;
  }
  return invalidArgument("role '{}' is not known: use viewer, engineer, approver or admin", text);
}

std::string_view name(Role role) {
  switch (role) {
    case Role::kViewer: return "viewer";
    case Role::kEngineer: return "engineer";
    case Role::kApprover: return "approver";
    case Role::kAdmin: return "admin";
  }
  return "?";
}

absl::StatusOr<std::unique_ptr<Authenticator>> Authenticator::load(const std::filesystem::path& token_file) {
  auto result = std::make_unique<Authenticator>();
  if (token_file.empty()) return result;
  AERIE_ASSIGN_OR_RETURN(const std::string text, readFile(token_file));
  std::istringstream lines(text);
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos || line[0] == '#') continue;
    std::istringstream words(line);
    std::string caller, role_name, hash;
    if (!(words >> caller >> role_name >> hash) || hash.size() != 64 ||
        hash.find_first_not_of("0123456789abcdef") != std::string::npos) {
      return invalidArgument(
          "{}: line {} must be 'name role sha256-of-token'; make one with 'aeriectl token create'",
          token_file.string(), number);
    }
    const auto role = roleFromName(role_name);
    if (!role.ok())
      return withContext(role.status(), fmt::format("{}: line {}", token_file.string(), number));
    result->by_hash_[hash] = Caller{caller, *role};
  }
  if (result->by_hash_.empty()) {
    return failedPrecondition(
        "{}: holds no token, so nobody could call; add one with 'aeriectl token create'",
        token_file.string());
  }
  return result;
}

absl::StatusOr<Caller> Authenticator::identify(
    const std::multimap<grpc::string_ref, grpc::string_ref>& metadata) const {
  if (open()) return Caller{};
  const auto found = metadata.find("authorization");
  if (found == metadata.end()) return unauthenticated("no token: set AERIE_TOKEN");
  const std::string_view header(found->second.data(), found->second.size());
  if (header.substr(0, kBearer.size()) != kBearer)
    return unauthenticated("the authorization header must be 'Bearer TOKEN'");
  // Looking a hash up leaks nothing useful about the token through time.
  const auto caller = by_hash_.find(sha256Hex(header.substr(kBearer.size())));
  if (caller == by_hash_.end())
    return unauthenticated("the token is not known here; ask an admin for a new one");
  return caller->second;
}

absl::StatusOr<Caller> Authenticator::require(
    const std::multimap<grpc::string_ref, grpc::string_ref>& metadata, Role role) const {
  AERIE_ASSIGN_OR_RETURN(const Caller caller, identify(metadata));
  if (caller.role < role) {
    return permissionDenied("{} has the role {}; this needs {} or more", caller.name, name(caller.role),
                            name(role));
  }
  return caller;
}

std::shared_ptr<grpc::AuthMetadataProcessor> Authenticator::processor() const {
  return std::make_shared<TokenCheck>(*this);
}

std::string tokenFileLine(const std::string& caller, Role role, const std::string& token) {
  return fmt::format("{} {} {}\n", caller, name(role), sha256Hex(token));
}

}  // namespace aerie::services
