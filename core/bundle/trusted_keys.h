// The Ed25519 public keys whose bundles are accepted.
#pragma once

#include <absl/status/statusor.h>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>

namespace aerie::bundle {

class TrustedKeys final {
 public:
  // One hex public key (64 digits) a line; empty lines and what follows '#' are ignored. InvalidArgument
  // names source and line. A file without a key is refused: nothing could be loaded.
  static absl::StatusOr<TrustedKeys> parse(std::string_view text, std::string_view source);
  static absl::StatusOr<TrustedKeys> load(const std::filesystem::path& path);

  void add(std::string_view raw_public_key);  // 32 bytes
  bool contains(std::string_view raw_public_key) const;
  bool empty() const { return keys_.empty(); }
  // The file's form, sorted.
  std::string text() const;

 private:
  std::set<std::string, std::less<>> keys_;  // lower-case hex
};

}  // namespace aerie::bundle
