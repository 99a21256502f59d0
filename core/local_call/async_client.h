// Calls local servers without blocking: one thread receives the answers of many connections.
#pragma once

#include <absl/status/statusor.h>
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace aerie::local_call {

// A call that was started.
class AsyncCall {
 public:
  virtual ~AsyncCall() = default;
  // Idempotent, never runs `done` itself; the call ends soon as CANCELLED, unless its answer came before.
  virtual void cancel() = 0;
};

struct AsyncRequest {
  std::chrono::steady_clock::time_point deadline = std::chrono::steady_clock::time_point::max();
  // Adds the request to what the string already holds; run before call() returns.
  std::function<void(std::string*)> append;
  // Sees the answer's payload when the server's status is OK. On the loop's thread; must not block.
  std::function<absl::Status(std::string_view)> read;
  // Exactly once, after `read`, on the loop's thread; must not block. Statuses as Client::call, and
  // Cancelled.
  std::function<void(absl::Status)> done;
};

// The thread that receives. Thread-safe.
class AsyncLoop final {
 public:
  struct State;
  static absl::StatusOr<std::shared_ptr<AsyncLoop>> start();
  ~AsyncLoop();
  // Ends every call as CANCELLED and returns when all have ended. Nothing may be started meanwhile.
  void shutdown();

 private:
  friend class AsyncClient;
  explicit AsyncLoop(std::shared_ptr<State> state);
  const std::shared_ptr<State> state_;
};

// Calls one server. Thread-safe. May go while calls are under way; they still end.
class AsyncClient final {
 public:
  AsyncClient(std::string path, const AsyncLoop& loop);
  ~AsyncClient();
  // An error: nothing was started and `done` will not run. NotFound = nobody listens, ResourceExhausted = a
  // request that is too large.
  absl::StatusOr<std::shared_ptr<AsyncCall>> call(AsyncRequest request);

 private:
  struct Pool;
  const std::shared_ptr<Pool> pool_;
};

}  // namespace aerie::local_call
