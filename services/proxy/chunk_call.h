// One chunk of rows on its way to one endpoint: the first attempt, at most one retry on another replica, and
// a hedge.
#pragma once

#include <absl/status/status.h>
#include <array>
#include <functional>
#include <memory>

#include "core/base/clock.h"
#include "core/base/mutex.h"
#include "services/proxy/endpoint.h"
#include "services/proxy/timers.h"
#include "services/proxy/worker_client.h"

namespace aerie::proxy {

// What a chunk came to. `replica` is the address that answered (or was asked last).
struct ChunkOutcome {
  absl::Status status;
  v1::PredictResponse response;
  std::string replica;
};

// Counted over all endpoints, for ProxyStatus and /metrics.
struct CallCounters {
  std::atomic<std::uint64_t> retries{0};
  std::atomic<std::uint64_t> hedges{0};
};

// Thread-safe. Keeps itself alive until every attempt has ended; `done` runs exactly once, as soon as the
// chunk is decided, which is before a losing attempt has ended.
class ChunkCall final : public std::enable_shared_from_this<ChunkCall> {
 public:
  using Done = std::function<void(ChunkOutcome)>;
  struct World {
    const Clock& clock;
    Timers& timers;
    CallCounters& counters;
  };
  // The caller has entered the endpoint (Endpoint::tryEnter); the call leaves it when it is decided.
  static std::shared_ptr<ChunkCall> create(World world, std::shared_ptr<Endpoint> endpoint,
                                           std::shared_ptr<const v1::WorkerRequest> request,
                                           MonoTime deadline, Done done);
  void start();
  void cancel();

 private:
  ChunkCall(World world, std::shared_ptr<Endpoint> endpoint, std::shared_ptr<const v1::WorkerRequest> request,
            MonoTime deadline, Done done);
  struct Attempt {
    std::shared_ptr<Replica> replica;
    std::shared_ptr<WorkerCall> call;  // set after the call started, unless it had ended by then
    bool ended = false;
  };
  static constexpr std::size_t kMostAttempts = 3;  // first, retry, hedge

  // The caller has counted the attempt in pending_.
  void startAttempt(std::shared_ptr<Replica> replica);
  void onAnswer(std::size_t attempt, WorkerAnswer answer);
  void armHedge(Duration after);
  void onHedgeTimer();
  std::shared_ptr<Replica> replicaForRetry(const absl::Status& status) AERIE_REQUIRES(mutex_);
  void decide(ChunkOutcome outcome);

  const World world_;
  const std::shared_ptr<Endpoint> endpoint_;
  const std::shared_ptr<const v1::WorkerRequest> request_;
  const MonoTime deadline_;
  Done done_;
  Mutex mutex_;
  std::array<Attempt, kMostAttempts> attempts_ AERIE_GUARDED_BY(mutex_);
  std::size_t started_ AERIE_GUARDED_BY(mutex_) = 0;
  std::size_t pending_ AERIE_GUARDED_BY(mutex_) = 0;
  bool retried_ AERIE_GUARDED_BY(mutex_) = false;
  bool decided_ AERIE_GUARDED_BY(mutex_) = false;
  bool cancelled_ AERIE_GUARDED_BY(mutex_) = false;
  std::shared_ptr<Timer> hedge_timer_ AERIE_GUARDED_BY(mutex_);
};

}  // namespace aerie::proxy
