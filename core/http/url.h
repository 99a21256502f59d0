// Base addresses of HTTP servers, and what may be put into their paths.
#pragma once

#include <absl/status/statusor.h>
#include <string>
#include <string_view>

namespace aerie::http {

struct BaseUrl {
  bool tls = true;
  std::string host;  // IPv6 without brackets
  int port = 443;
  std::string prefix;  // "" or "/a/b", without a slash at the end
  std::string text() const;
};

// InvalidArgument: another scheme than http and https, user information, a query, a port that is none, or
// plaintext to another host than this one.
absl::StatusOr<BaseUrl> parseBaseUrl(std::string_view url);

// "localhost", 127.x.x.x and ::1.
bool isLoopback(std::string_view host);

// One path segment or query value: everything but letters, digits and -._~ as %XX.
std::string encodeSegment(std::string_view text);

}  // namespace aerie::http
