// The common half of our server streams: at most one write in flight, always of the newest state, at most so
// many a second. A slow reader gets fewer, larger steps; nothing is queued for it.
#pragma once

#include <memory>

#include "core/base/clock.h"
#include "core/base/mutex.h"
#include "services/common/ticker.h"

namespace aerie::control {

using services::Ticker;

// `Reactor` has StartWrite(const Message*), Finish(grpc::Status) and `bool fill(Message&)`, which answers
// whether there is something new; fill() is called under the pump's lock and must not call back. Held by
// shared_ptr: wake-ups may come after the stream is gone.
template <class Reactor, class Message>
class StreamPump final : public std::enable_shared_from_this<StreamPump<Reactor, Message>> {
 public:
  StreamPump(Reactor* reactor, Ticker& ticker, Duration interval)
      : reactor_(reactor), ticker_(ticker), interval_(interval) {}

  // Something may be new. Any thread.
  void wake() {
    // Started outside the lock: gRPC may run the reaction to it on this very thread.
    if (Reactor* reactor = prepare()) reactor->StartWrite(&message_);
  }
  // From OnWriteDone.
  void written(bool ok) {
    Reactor* finish = nullptr;
    {
      MutexLock lock(mutex_);
      writing_ = false;
      if (!ok) ending_ = true;
      if (ending_ && !finished_) {
        finished_ = true;
        finish = reactor_;
      }
    }
    if (finish != nullptr) {
      finish->Finish(status_);
    } else {
      wake();
    }
  }
  // Ends the stream, now or after the write in flight. Any thread; the first status counts.
  void end(const grpc::Status& status) {
    Reactor* finish = nullptr;
    {
      MutexLock lock(mutex_);
      if (ending_) return;
      ending_ = true;
      status_ = status;
      if (!writing_) {
        finished_ = true;
        finish = reactor_;
      }
    }
    if (finish != nullptr) finish->Finish(status);
  }
  // From OnDone: the reactor is about to go.
  void detach() {
    MutexLock lock(mutex_);
    reactor_ = nullptr;
    ending_ = true;
  }

 private:
  Reactor* prepare() {
    MutexLock lock(mutex_);
    if (reactor_ == nullptr || ending_ || writing_) return nullptr;
    const MonoTime now = std::chrono::steady_clock::now();
    if (now < next_) {
      if (!waiting_) {
        waiting_ = true;
        ticker_.after(next_ - now, [self = this->shared_from_this()] {
          {
            MutexLock timer_lock(self->mutex_);
            self->waiting_ = false;
          }
          self->wake();
        });
      }
      return nullptr;
    }
    message_.Clear();
    if (!reactor_->fill(message_)) return nullptr;
    writing_ = true;
    next_ = now + interval_;
    return reactor_;
  }

  Mutex mutex_;
  Reactor* reactor_ AERIE_GUARDED_BY(mutex_);
  Ticker& ticker_;
  const Duration interval_;
  Message message_;  // belongs to the write in flight, else to the lock's holder
  grpc::Status status_ = grpc::Status(grpc::StatusCode::CANCELLED, "the caller went away");
  MonoTime next_ AERIE_GUARDED_BY(mutex_){};
  bool writing_ AERIE_GUARDED_BY(mutex_) = false;
  bool waiting_ AERIE_GUARDED_BY(mutex_) = false;
  bool ending_ AERIE_GUARDED_BY(mutex_) = false;
  bool finished_ AERIE_GUARDED_BY(mutex_) = false;
};

}  // namespace aerie::control
