// The one HTTP client of the tree: bounded answers, a deadline on everything, cancel, streamed lines and
// WebSocket. TLS with verification unless the server is on this machine. No redirects, no proxy, no cookies.
#pragma once

#include <absl/status/statusor.h>
#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/clock.h"
#include "core/base/mutex.h"
#include "core/http/answer.h"
#include "core/http/url.h"

namespace aerie::http {

// Ends calls from another thread; they return Cancelled within about 0.1 s. Thread-safe; outlives the calls.
class Cancel final {
 public:
  void cancel() { cancelled_ = true; }
  bool cancelled() const { return cancelled_; }

 private:
  std::atomic<bool> cancelled_{false};
};

using Header = std::pair<std::string, std::string>;

// PEM text. Empty = the system's authorities, no client certificate.
struct Tls {
  std::string authorities;
  std::string certificate;
  std::string key;
  std::string server_name;  // what the certificate must say, when that is not the host of the address
};

struct ClientOptions {
  std::string subject;  // who this is in messages, e.g. "Ray at https://head:8265"; empty = the address
  std::string user_agent = "aerie/0.1";
  std::vector<Header> headers;  // sent with every request
  Tls tls;
  Duration connect_timeout = std::chrono::seconds(5);
  Duration timeout = std::chrono::seconds(30);  // one call, with its retries
  std::size_t max_answer = std::size_t{32} << 20;
  int attempts = 3;
  Duration first_wait = std::chrono::milliseconds(200);  // doubled before each further attempt
};

struct Request {
  std::string method = "GET";
  std::string path;  // "/api/jobs/?limit=1": after the prefix of the base address, already encoded
  std::string body = {};
  std::string content_type = {};
  std::vector<Header> headers = {};
  // May be sent again after it may have arrived. GET and PUT are; others are only repeated when no connection
  // came about.
  bool repeatable = false;
  std::optional<Duration> timeout = {};
};

struct StreamOptions {
  Duration idle_timeout = std::chrono::seconds(60);  // without a byte
  std::size_t max_line = std::size_t{4} << 20;
  std::size_t max_error = std::size_t{64} << 10;  // of the body of an answer that is not 2xx
};

// False ends the stream, with OK.
using OnText = std::function<bool(std::string_view)>;

class Handle;

// Thread-safe. Keeps connections between calls.
class Client final {
 public:
  // InvalidArgument for an address that parseBaseUrl refuses, or a header that holds a line break.
  static absl::StatusOr<std::unique_ptr<Client>> create(std::string_view base_url, ClientOptions options);
  ~Client();

  // An answer of whatever status, or: Unavailable (no connection, closed half way), DeadlineExceeded,
  // ResourceExhausted (over max_answer), Unauthenticated (certificate), FailedPrecondition (no HTTP),
  // Cancelled. 429, 502, 503 and 504 count as failed attempts when the request is repeatable.
  absl::StatusOr<Answer> send(const Request& request, const Cancel* cancel = nullptr);

  // Lines of a long answer, without their ends, as they come. OK when the server ended the answer properly;
  // statusOf() when it is not 2xx.
  absl::Status streamLines(const Request& request, const StreamOptions& options, const OnText& on_line,
                           const Cancel* cancel = nullptr);

  // Text messages of a WebSocket until the server closes it. A silent server is asked with a ping after half
  // of idle_timeout. Unavailable: closed without saying so. max_line bounds one message.
  absl::Status webSocket(const Request& request, const StreamOptions& options, const OnText& on_text,
                         const Cancel* cancel = nullptr);

  const std::string& subject() const { return options_.subject; }

 private:
  Client(BaseUrl base, ClientOptions options);
  std::unique_ptr<Handle> take();
  void giveBack(std::unique_ptr<Handle> handle);
  absl::StatusOr<Answer> sendOnce(const Request& request, Duration timeout, const Cancel* cancel,
                                  bool* arrived);
  absl::Status prepare(Handle& handle, const Request& request) const;

  const BaseUrl base_;
  const ClientOptions options_;
  Mutex mutex_;
  std::vector<std::unique_ptr<Handle>> idle_ AERIE_GUARDED_BY(mutex_);
};

}  // namespace aerie::http
