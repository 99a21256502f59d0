// Who may call what: bearer tokens with roles. Tokens are stored as SHA-256 only.
//
// Roles grow: viewer reads; engineer predicts and changes everything (registry, deployments, routing,
// experiments, training jobs). No call asks for more than engineer: approver and admin may do the same, and
// name who somebody is in the audit log. Without a token file a server serves only local addresses and every
// caller is admin (the developer's own machine).
#pragma once

#include <absl/status/statusor.h>
#include <filesystem>
#include <grpcpp/security/auth_metadata_processor.h>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace aerie::services {

enum class Role { kViewer = 0, kEngineer = 1, kApprover = 2, kAdmin = 3 };
absl::StatusOr<Role> roleFromName(std::string_view name);
std::string_view name(Role role);

struct Caller {
  std::string name = "local";
  Role role = Role::kAdmin;
};

// Thread-safe after construction.
class Authenticator final {
 public:
  // Lines "name role sha256-hex-of-token"; '#' comments. An empty path = no tokens: everybody is "local",
  // admin.
  static absl::StatusOr<std::unique_ptr<Authenticator>> load(const std::filesystem::path& token_file);
  bool open() const { return by_hash_.empty(); }

  // Unauthenticated for a missing or unknown token.
  absl::StatusOr<Caller> identify(const std::multimap<grpc::string_ref, grpc::string_ref>& metadata) const;
  // Identifies and checks the role: PermissionDenied names both roles.
  absl::StatusOr<Caller> require(const std::multimap<grpc::string_ref, grpc::string_ref>& metadata,
                                 Role role) const;

  // For ServerCredentials::SetAuthMetadataProcessor: refuses calls without a valid token before they reach a
  // handler (health and reflection stay open). Handlers still check the role with require(). The
  // authenticator must outlive the server.
  std::shared_ptr<grpc::AuthMetadataProcessor> processor() const;

 private:
  std::map<std::string, Caller> by_hash_;
};

// A line for the token file; the token itself is shown once to its owner and never stored.
std::string tokenFileLine(const std::string& caller, Role role, const std::string& token);

}  // namespace aerie::services
