// Calls a local server and waits for the answer. For threads that may block.
#pragma once

#include <absl/status/statusor.h>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/mutex.h"
#include "core/local_call/socket.h"

namespace aerie::local_call {

// Thread-safe: each call under way has a connection of its own, kept for the next one.
class Client final {
 public:
  explicit Client(std::string path) : path_(std::move(path)) {}

  // `append` adds the request to what the string already holds; `read` sees the answer's payload, before
  // call() returns, when the status is OK. Nothing when nobody listens at the path. Errors: Unavailable = the
  // server went away before an answer came; DeadlineExceeded; the server's own.
  std::optional<absl::Status> call(std::chrono::steady_clock::time_point deadline,
                                   const std::function<void(std::string*)>& append,
                                   const std::function<absl::Status(std::string_view)>& read);

 private:
  struct Connection {
    Socket socket;
    std::string frame;
    Inbox inbox;
  };
  absl::StatusOr<std::unique_ptr<Connection>> take();
  absl::Status exchange(Connection& connection, std::chrono::steady_clock::time_point deadline,
                        const std::function<absl::Status(std::string_view)>& read, bool* reusable);

  const std::string path_;
  Mutex mutex_;
  // The one used last is taken first: its memory is warm.
  std::vector<std::unique_ptr<Connection>> idle_ AERIE_GUARDED_BY(mutex_);
};

// Microseconds from now to `deadline` for a request's header: at least 1, or 0 for none.
std::int64_t timeoutUntil(std::chrono::steady_clock::time_point deadline);

}  // namespace aerie::local_call
