// A keyed, level-driven loop: "look at this key again" in, one call of the handler at a time per key out. The
// handler reads the wanted and the seen state itself and moves one towards the other; it never learns why it
// was called.
#pragma once

#include <absl/status/statusor.h>
#include <functional>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "core/base/clock.h"
#include "core/base/mutex.h"
#include "core/reconcile/backoff.h"

namespace aerie::reconcile {

// What the handler wants next. requeue_after zero: nothing, until the key is touched or the resync comes.
struct Result {
  Duration requeue_after{0};
};
// An error requeues the key with back-off; success resets the back-off.
using Handler = std::function<absl::StatusOr<Result>(const std::string& key)>;

struct ReconcilerOptions {
  Clock* clock = nullptr;                          // required; must outlive the reconciler
  int workers = 2;                                 // 0 = the caller turns the crank with step()
  Duration resync = std::chrono::minutes(5);       // every key of `list` is touched this often; zero = never
  std::function<std::vector<std::string>()> list;  // all keys, for the resync; called without locks held
  Backoff backoff;
  std::uint64_t seed = 0;  // of the jitter
  // After each call of the handler: its key, how long it took, and what it said. For metrics and logs.
  std::function<void(const std::string& key, Duration took, const absl::Status& status)> observer;
};

// Thread-safe. Two calls of the handler never run at the same time for one key; calls for different keys may.
// A touch during a key's call leads to one more call after it. The destructor waits for the calls that run.
class Reconciler final {
 public:
  // InvalidArgument without a clock or a handler.
  static absl::StatusOr<std::unique_ptr<Reconciler>> create(ReconcilerOptions options, Handler handler);
  ~Reconciler();
  Reconciler(const Reconciler&) = delete;
  Reconciler& operator=(const Reconciler&) = delete;

  // The key is due now. Duplicates collapse; a touch also ends a running back-off early.
  void touch(const std::string& key);
  // The key is due in `delay`, unless it is due earlier anyway.
  void touchAfter(const std::string& key, Duration delay);
  // Only with workers == 0: runs the handler for the key that has been due longest. False when none is due.
  bool step();
  // No new calls; waits for those that run. Later touches are ignored.
  void stop();
  // Keys that are waiting or running.
  std::size_t pending() const;
  // How long until the next key (or the resync) is due; zero when one is due now, nullopt when nothing waits.
  std::optional<Duration> untilNext() const;

 private:
  struct Entry {
    MonoTime due{};
    std::uint64_t order = 0;  // keeps first-come order among equal times
    bool queued = false;
    bool running = false;
    std::uint32_t failures = 0;
  };

  Reconciler(ReconcilerOptions options, Handler handler);
  void enqueue(const std::string& key, MonoTime due) AERIE_REQUIRES(mutex_);
  std::map<std::string, Entry>::iterator nextDue(MonoTime now) AERIE_REQUIRES(mutex_);
  void resyncIfDue();
  void runOne(const std::string& key);
  void work();

  const ReconcilerOptions options_;
  const Handler handler_;
  mutable Mutex mutex_;
  CondVar wake_;
  std::map<std::string, Entry> entries_ AERIE_GUARDED_BY(mutex_);
  std::uint64_t next_order_ AERIE_GUARDED_BY(mutex_) = 0;
  MonoTime next_resync_ AERIE_GUARDED_BY(mutex_);
  std::mt19937_64 random_ AERIE_GUARDED_BY(mutex_);
  bool stopping_ AERIE_GUARDED_BY(mutex_) = false;
  std::vector<std::thread> threads_;
};

}  // namespace aerie::reconcile
