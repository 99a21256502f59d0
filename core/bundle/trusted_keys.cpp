#include "core/bundle/trusted_keys.h"

#include "core/base/crypto.h"
#include "core/base/files.h"
#include "core/base/status.h"

namespace aerie::bundle {
namespace {

std::string_view trim(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r";
  const std::size_t begin = text.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

}  // namespace

absl::StatusOr<TrustedKeys> TrustedKeys::parse(std::string_view text, std::string_view source) {
  TrustedKeys keys;
  int line = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view raw = text.substr(begin, end - begin);
    const std::string_view key = trim(raw.substr(0, raw.find('#')));
    ++line;
    begin = end + 1;
    if (key.empty()) continue;
    const auto bytes = fromHex(key);
    if (!bytes.ok() || bytes->size() != 32) {
      return invalidArgument(
          "{}: line {}: is not a public key; write the 64 hex digits of an Ed25519 public key", source, line);
    }
    keys.add(*bytes);
  }
  if (keys.empty()) {
    return invalidArgument(
        "{}: holds no public key, so no bundle could be loaded; add one (64 hex digits a line)", source);
  }
  return keys;
}

absl::StatusOr<TrustedKeys> TrustedKeys::load(const std::filesystem::path& path) {
  AERIE_ASSIGN_OR_RETURN(const std::string text, readFile(path, 1 << 20));
  return parse(text, path.string());
}

void TrustedKeys::add(std::string_view raw_public_key) { keys_.insert(toHex(raw_public_key)); }

bool TrustedKeys::contains(std::string_view raw_public_key) const {
  return keys_.contains(toHex(raw_public_key));
}

std::string TrustedKeys::text() const {
  std::string lines;
  for (const std::string& key : keys_) lines += key + "\n";
  return lines;
}

}  // namespace aerie::bundle
