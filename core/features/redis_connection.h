// One connection to Redis, and the bounded pool that fails fast while the server is down. Used by
// RedisFeatureStore only.
#pragma once

#include <absl/status/statusor.h>
#include <hiredis/hiredis.h>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/base/mutex.h"
#include "core/features/redis_store.h"

namespace aerie::features {

struct FreeReply {
  void operator()(redisReply* reply) const { freeReplyObject(reply); }
};
using RedisReply = std::unique_ptr<redisReply, FreeReply>;

// Not thread-safe. After an error of transport the connection is broken() and of no more use.
class RedisConnection final {
 public:
  // Connects, authenticates and selects the database within the timeouts.
  static absl::StatusOr<std::unique_ptr<RedisConnection>> connect(const RedisOptions& options);

  // Sends one command and waits for its answer. Unavailable: connection lost or timed out (broken() is then
  // true), or a server that is still loading. PermissionDenied: not authenticated. Internal: another error
  // answer.
  absl::StatusOr<RedisReply> command(std::span<const std::string_view> arguments);
  // The same in two steps, for pipelines: as many receives as sends, in order.
  void send(std::span<const std::string_view> arguments);
  absl::StatusOr<RedisReply> receive();
  bool broken() const { return context_->err != 0 || write_error_ != 0; }
  bool timedOut() const;  // the server is there, but does not answer in time

 private:
  struct FreeContext {
    void operator()(redisContext* context) const { redisFree(context); }
  };
  explicit RedisConnection(redisContext* context) : context_(context) {}
  absl::Status lost() const;
  bool flush();
  const std::unique_ptr<redisContext, FreeContext> context_;
  // Commands on their way out. hiredis would write them with write(2), which raises SIGPIPE when the server
  // is gone.
  std::string out_;
  int write_error_ = 0;
};

// "unix:/path" or "host:port", for messages.
std::string addressOf(const RedisOptions& options);

// Thread-safe. Connections are made on demand and kept. After a failure nobody connects until a back-off has
// passed, and then one caller tries while the others still fail at once.
class RedisPool final {
 public:
  RedisPool(RedisOptions options, Clock& clock) : options_(std::move(options)), clock_(clock) {}

  class Lease final {
   public:
    Lease(RedisPool& pool, std::unique_ptr<RedisConnection> connection, bool fresh)
        : pool_(&pool), connection_(std::move(connection)), fresh_(fresh) {}
    Lease(Lease&&) noexcept = default;
    Lease& operator=(Lease&&) = delete;
    ~Lease() {
      if (connection_ != nullptr) pool_->giveBack(std::move(connection_));
    }
    RedisConnection* operator->() const { return connection_.get(); }
    bool fresh() const { return fresh_; }  // connected for this lease: a failure is no stale connection

   private:
    RedisPool* pool_;
    std::unique_ptr<RedisConnection> connection_;
    bool fresh_;
  };

  // Unavailable at once while the server is held to be down, or when all connections stay in use for a
  // command timeout.
  absl::StatusOr<Lease> take();
  // After a request failed on a connection: a slow or dead server is left alone for a while.
  void noteFailure(const absl::Status& status);
  // Closes idle connections: the server that they led to is gone.
  void dropIdle();
  const RedisOptions& options() const { return options_; }

 private:
  void giveBack(std::unique_ptr<RedisConnection> connection);
  void openCircuit(const absl::Status& status) AERIE_REQUIRES(mutex_);

  const RedisOptions options_;
  Clock& clock_;
  Mutex mutex_;
  CondVar freed_;
  std::vector<std::unique_ptr<RedisConnection>> idle_ AERIE_GUARDED_BY(mutex_);
  int open_ AERIE_GUARDED_BY(mutex_) = 0;  // idle, leased, or being connected
  bool failing_ AERIE_GUARDED_BY(mutex_) = false;
  bool probing_ AERIE_GUARDED_BY(mutex_) = false;
  MonoTime retry_at_ AERIE_GUARDED_BY(mutex_);
  std::chrono::milliseconds back_off_ AERIE_GUARDED_BY(mutex_){0};
  std::string failure_ AERIE_GUARDED_BY(mutex_);
};

}  // namespace aerie::features
