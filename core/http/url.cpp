#include "core/http/url.h"

#include <algorithm>
#include <arpa/inet.h>
#include <charconv>

#include "core/base/status.h"

namespace aerie::http {
namespace {

bool isPlain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

bool isHostCharacter(char c) { return isPlain(c) || c == ':'; }

absl::StatusOr<int> parsePort(std::string_view text, std::string_view url) {
  int port = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  if (error != std::errc() || end != text.data() + text.size() || port < 1 || port > 65535)
    return invalidArgument("address '{}': the port must be a number from 1 to 65535", url);
  return port;
}

}  // namespace

std::string BaseUrl::text() const {
  const bool six = host.find(':') != std::string::npos;
  return fmt::format("{}://{}{}{}:{}{}", tls ? "https" : "http", six ? "[" : "", host, six ? "]" : "", port,
                     prefix);
}

bool isLoopback(std::string_view host) {
  if (host == "localhost" || host == "::1") return true;
  in_addr address{};
  return inet_pton(AF_INET, std::string(host).c_str(), &address) == 1 && (ntohl(address.s_addr) >> 24) == 127;
}

std::string encodeSegment(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (isPlain(c)) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    }
  }
  return out;
}

absl::StatusOr<BaseUrl> parseBaseUrl(std::string_view url) {
  BaseUrl out;
  std::string_view rest = url;
  if (rest.starts_with("https://")) {
    rest.remove_prefix(8);
  } else if (rest.starts_with("http://")) {
    rest.remove_prefix(7);
    out.tls = false;
    out.port = 80;
  } else {
    return invalidArgument("address '{}' must begin with https:// (or http:// on this machine)", url);
  }
  const std::size_t slash = rest.find('/');
  std::string_view authority = rest.substr(0, slash);
  if (slash != std::string_view::npos) out.prefix = std::string(rest.substr(slash));
  while (!out.prefix.empty() && out.prefix.back() == '/') out.prefix.pop_back();
  const auto bad_in_path = [](char c) { return c <= ' ' || c == 0x7f || c == '?' || c == '#' || c == '\\'; };
  if (std::any_of(out.prefix.begin(), out.prefix.end(), bad_in_path))
    return invalidArgument("address '{}': a base address has no spaces, '?' or '#'", url);
  if (authority.find('@') != std::string_view::npos)
    return invalidArgument("an address must not contain a user or password; give a token instead");
  if (authority.starts_with('[')) {
    const std::size_t close = authority.find(']');
    if (close == std::string_view::npos) return invalidArgument("address '{}': ']' is missing", url);
    out.host = std::string(authority.substr(1, close - 1));
    authority.remove_prefix(close + 1);
    if (!authority.empty() && authority[0] != ':')
      return invalidArgument("address '{}': a port must follow the host", url);
  } else {
    const std::size_t colon = authority.find(':');
    out.host = std::string(authority.substr(0, colon));
    authority = colon == std::string_view::npos ? std::string_view() : authority.substr(colon);
  }
  if (out.host.empty() || !std::all_of(out.host.begin(), out.host.end(), isHostCharacter))
    return invalidArgument("address '{}' has no usable host name", url);
  if (!authority.empty()) {
    AERIE_ASSIGN_OR_RETURN(out.port, parsePort(authority.substr(1), url));
  }
  if (!out.tls && !isLoopback(out.host))
    return invalidArgument(
        "address '{}' is not encrypted: use https://, or a tunnel to this machine (http://127.0.0.1:port)",
        url);
  return out;
}

}  // namespace aerie::http
