// SHA-256 digests and Ed25519 signatures (RFC 8032), over OpenSSL.
#pragma once

#include <absl/status/statusor.h>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace aerie {

std::string toHex(std::string_view bytes);
// InvalidArgument for odd length or a character that is not a hex digit.
absl::StatusOr<std::string> fromHex(std::string_view hex);

// Lower-case hex SHA-256, 64 characters.
std::string sha256Hex(std::string_view bytes);
absl::StatusOr<std::string> sha256HexOfFile(const std::filesystem::path& path);

// Streaming SHA-256 for data that is not held in memory at once. Not thread-safe.
class Sha256 final {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;
  void update(std::string_view bytes);
  std::string hex();  // ends the digest; call once

 private:
  struct Context;
  std::unique_ptr<Context> context_;
};

// An Ed25519 key pair. The private half never leaves the object except by savePrivate (mode 0600, PEM
// PKCS#8).
class SigningKey final {
 public:
  static SigningKey generate();
  static absl::StatusOr<SigningKey> load(const std::filesystem::path& private_pem);
  // Loads the key, or generates and saves it where none is.
  static absl::StatusOr<SigningKey> loadOrCreate(const std::filesystem::path& private_pem);
  absl::Status savePrivate(const std::filesystem::path& path) const;

  // 64 raw signature bytes.
  std::string sign(std::string_view message) const;
  // 32 raw public key bytes.
  std::string publicKey() const;

  struct Impl;

 private:
  explicit SigningKey(std::shared_ptr<Impl> impl);
  std::shared_ptr<Impl> impl_;
};

// True when `signature` (64 bytes) is `message` signed by the holder of `public_key` (32 bytes). Never throws
// or aborts.
bool verifySignature(std::string_view public_key, std::string_view message, std::string_view signature);

}  // namespace aerie
