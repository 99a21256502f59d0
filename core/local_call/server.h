// Answers local calls: a thread per connection, one call at a time on each.
#pragma once

#include <absl/status/statusor.h>
#include <atomic>
#include <chrono>
#include <functional>
#include <list>
#include <memory>
#include <string>
#include <string_view>
#include <thread>

#include "core/base/mutex.h"
#include "core/local_call/socket.h"

namespace aerie::local_call {

// One call, alive until it is answered.
class ServerCall {
 public:
  virtual ~ServerCall() = default;
  // Valid until the answer.
  virtual std::string_view request() const = 0;
  virtual std::chrono::system_clock::time_point deadline() const = 0;  // max() = none
  // True when the caller has closed the connection. Any thread, until the answer.
  virtual bool cancelled() const = 0;
  // Exactly once, on any thread. `append` adds the payload to what the string already holds; it is run at
  // once, and only when `status` is OK. Nothing of the call may be used afterwards.
  virtual void answer(const absl::Status& status, const std::function<void(std::string*)>& append) = 0;
};

class Server final {
 public:
  struct Options {
    std::size_t max_connections = 512;  // beyond: RESOURCE_EXHAUSTED and closed
  };
  // Runs on the connection's own thread and may block; the next call of the connection waits for the answer.
  using Handler = std::function<void(ServerCall&)>;

  // FailedPrecondition when `path` can't be listened on.
  static absl::StatusOr<std::unique_ptr<Server>> start(const std::string& path, Handler handler,
                                                       Options options);
  ~Server();
  // Accepts nothing more; calls under way end (their handlers are waited for), then their connections close.
  // Idempotent.
  void shutdown();
  const std::string& path() const { return path_; }

 private:
  class Connection;
  Server(std::string path, Handler handler, Options options, Socket listener);
  void accept();
  void reap();

  const std::string path_;
  const Handler handler_;
  const Options options_;
  Socket listener_;
  std::atomic<bool> stopping_{false};
  Mutex mutex_;
  std::list<std::unique_ptr<Connection>> connections_ AERIE_GUARDED_BY(mutex_);
  std::thread thread_;
};

}  // namespace aerie::local_call
