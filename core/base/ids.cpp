#include "core/base/ids.h"

#include <array>
#include <cctype>
#include <openssl/rand.h>
#include <spdlog/spdlog.h>

#include "core/base/crypto.h"
#include "core/base/status.h"

namespace aerie {

std::string randomId() {
  std::array<unsigned char, 16> bytes{};
  AERIE_CHECK(RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) == 1);
  return toHex(std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
}

absl::Status validateName(std::string_view what, std::string_view name) {
  if (name.empty())
    return invalidArgument("{} has no name: give it one of letters, digits, '_', '.' and '-'", what);
  if (name.size() > 128)
    return invalidArgument("{} name is {} characters long: use at most 128", what, name.size());
  for (std::size_t i = 0; i < name.size(); ++i) {
    const auto c = static_cast<unsigned char>(name[i]);
    const bool word = c < 0x80 && std::isalnum(c) != 0;
    if (!word && (i == 0 || (c != '_' && c != '.' && c != '-'))) {
      return invalidArgument(
          "{} name '{}' has a character that is not allowed at position {}: use letters, digits, '_', '.' "
          "and '-', starting with a letter or digit",
          what, name, i + 1);
    }
  }
  return absl::OkStatus();
}

void checkFailed(const char* condition, const char* file, int line) {
  spdlog::critical("check failed: {} at {}:{}", condition, file, line);
  spdlog::shutdown();
  std::abort();
}

}  // namespace aerie
