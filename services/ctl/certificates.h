// A small certificate authority of one's own, for mutual TLS between Aerie's programs (X.509, ECDSA P-256).
#pragma once

#include <absl/status/status.h>
#include <filesystem>
#include <string>
#include <vector>

namespace aerie::ctl {

// Writes ca.pem and ca-key.pem (mode 0600), valid for ten years. AlreadyExists when they are there.
absl::Status createAuthority(const std::filesystem::path& directory);
// Writes NAME.pem and NAME-key.pem (mode 0600), valid for one year, for these DNS names and IP addresses, for
// servers and clients. NotFound when the directory holds no CA.
absl::Status issueCertificate(const std::filesystem::path& directory, const std::string& name,
                              const std::vector<std::string>& hosts);

}  // namespace aerie::ctl
