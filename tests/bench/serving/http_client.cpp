#include "tests/bench/serving/http_client.h"

#include <arpa/inet.h>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include "core/base/status.h"

namespace aerie::bench {
namespace {

// The value of a header; "" when it is absent. `head` is everything before the body.
std::string_view header(std::string_view head, std::string_view name) {
  for (std::size_t at = head.find("\r\n"); at != std::string_view::npos; at = head.find("\r\n", at + 2)) {
    const std::string_view line = head.substr(at + 2, head.find("\r\n", at + 2) - at - 2);
    if (line.size() <= name.size() || line[name.size()] != ':' ||
        strncasecmp(line.data(), name.data(), name.size()) != 0)
      continue;
    const std::size_t begin = line.find_first_not_of(' ', name.size() + 1);
    return begin == std::string_view::npos ? std::string_view() : line.substr(begin);
  }
  return {};
}

}  // namespace

absl::StatusOr<std::string_view> HttpClient::post(std::string_view path, std::string_view json) {
  request_ = fmt::format(
      "POST {} HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n", path,
      address_, json.size());
  request_ += json;
  const bool kept = socket_ >= 0;
  if (!kept) AERIE_RETURN_IF_ERROR(connect());
  absl::Status status = send(request_);
  auto body = status.ok() ? receive() : absl::StatusOr<std::string_view>(status);
  if (body.ok() || !kept) return body;
  // The server had closed the kept connection meanwhile.
  close();
  AERIE_RETURN_IF_ERROR(connect());
  AERIE_RETURN_IF_ERROR(send(request_));
  return receive();
}

absl::Status HttpClient::connect() {
  const std::size_t colon = address_.rfind(':');
  int port = 0;
  std::from_chars(address_.data() + colon + 1, address_.data() + address_.size(), port);
  sockaddr_in to{};
  to.sin_family = AF_INET;
  to.sin_port = htons(static_cast<std::uint16_t>(port));
  if (colon == std::string::npos ||
      inet_pton(AF_INET, address_.substr(0, colon).c_str(), &to.sin_addr) != 1) {
    return invalidArgument("'{}' is not an address: use 127.0.0.1:port", address_);
  }
  socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const int on = 1;
  ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  if (::connect(socket_, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0) return absl::OkStatus();
  const int error = errno;
  close();
  return unavailable("{} cannot be reached: {}", address_, std::strerror(error));
}

absl::Status HttpClient::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) {
      close();
      return unavailable("{} closed the connection while the request was sent", address_);
    }
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return absl::OkStatus();
}

absl::StatusOr<std::string_view> HttpClient::receive() {
  answer_.resize(std::max<std::size_t>(answer_.capacity(), 8'192));
  std::size_t size = 0, body = 0, end = std::string::npos;
  while (size < end) {
    if (size == answer_.size()) answer_.resize(size * 2);
    const ssize_t got = ::recv(socket_, answer_.data() + size, answer_.size() - size, 0);
    if (got <= 0) {
      close();
      return unavailable("{} closed the connection before its answer was complete", address_);
    }
    size += static_cast<std::size_t>(got);
    if (body != 0) continue;
    const std::size_t head_end = std::string_view(answer_.data(), size).find("\r\n\r\n");
    if (head_end == std::string_view::npos) continue;
    body = head_end + 4;
    const std::string_view length = header(std::string_view(answer_.data(), head_end), "Content-Length");
    std::size_t bytes = 0;
    if (std::from_chars(length.data(), length.data() + length.size(), bytes).ec != std::errc()) {
      close();
      return internalError("{} answered without Content-Length", address_);
    }
    end = body + bytes;
  }
  const std::string_view head(answer_.data(), body - 4);
  const std::string_view status = head.substr(0, head.find("\r\n"));
  if (strcasecmp(std::string(header(head, "Connection")).c_str(), "close") == 0) close();
  if (status.find(" 200 ") == std::string_view::npos)
    return internalError("{} answered '{}'", address_, status);
  return std::string_view(answer_).substr(body, end - body);
}

void HttpClient::close() {
  if (socket_ >= 0) ::close(socket_);
  socket_ = -1;
}

}  // namespace aerie::bench
