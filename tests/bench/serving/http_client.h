// The smallest HTTP/1.1 client that a load driver needs: one blocking connection, kept alive where the server
// keeps it, POST of a JSON body, an answer with Content-Length.
#pragma once

#include <absl/status/statusor.h>
#include <string>
#include <string_view>

namespace aerie::bench {

// Not thread-safe: one per thread.
class HttpClient final {
 public:
  // `address` is 127.0.0.1:port.
  explicit HttpClient(std::string address) : address_(std::move(address)) {}
  ~HttpClient() { close(); }
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  // The answer's body, valid until the next call. Anything but 200 is an error.
  absl::StatusOr<std::string_view> post(std::string_view path, std::string_view json);

 private:
  absl::Status connect();
  absl::Status send(std::string_view bytes);
  absl::StatusOr<std::string_view> receive();
  void close();

  const std::string address_;
  int socket_ = -1;
  std::string request_;
  std::string answer_;
};

}  // namespace aerie::bench
