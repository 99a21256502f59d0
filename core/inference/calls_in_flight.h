// The calls that a client has in flight, so that it can end them before its channel goes.
//
// gRPC must not lose the last reference to a channel in one of its own callback threads (the thread would
// have to join itself). So each call lets go of its context before its answer is passed on, and a client that
// is destroyed cancels its calls and waits until all have let go: the channel then ends in the destroying
// thread.
#pragma once

#include <grpcpp/client_context.h>
#include <set>

#include "core/base/mutex.h"

namespace aerie::inference {

// Thread-safe.
class CallsInFlight final {
 public:
  void add(grpc::ClientContext* context) {
    MutexLock lock(mutex_);
    contexts_.insert(context);
  }
  // Before the context is destroyed: it can't be cancelled any more from here on.
  void remove(grpc::ClientContext* context) {
    MutexLock lock(mutex_);
    contexts_.erase(context);
    ++leaving_;
  }
  // After the context was destroyed.
  void left() {
    MutexLock lock(mutex_);
    --leaving_;
    idle_.notify_all();
  }
  void cancelAndWait() {
    MutexLock lock(mutex_);
    for (grpc::ClientContext* context : contexts_) context->TryCancel();
    idle_.wait(mutex_, [this] { return contexts_.empty() && leaving_ == 0; });
  }

 private:
  Mutex mutex_;
  CondVar idle_;
  std::set<grpc::ClientContext*> contexts_ AERIE_GUARDED_BY(mutex_);
  int leaving_ AERIE_GUARDED_BY(mutex_) = 0;
};

}  // namespace aerie::inference
