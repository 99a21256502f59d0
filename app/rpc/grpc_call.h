// How a gRPC call becomes an Answer. Included by the implementation files of this room only.
#pragma once

#include <QMetaObject>
#include <QObject>
#include <QPointer>
#include <chrono>
#include <condition_variable>
#include <grpcpp/grpcpp.h>
#include <memory>
#include <mutex>
#include <set>
#include <utility>

#include "app/rpc/ticket.h"
#include "core/base/ids.h"
#include "core/net/status.h"

namespace aerie::rpc {

// Knows every call in flight, so that shutdown can cancel them and wait for their last reaction. Thread-safe.
//
// A context holds its channel, and a channel whose last reference goes in a reaction would join the thread
// that the reaction runs on. So every last reaction does, in this order: release() its context, hand the
// answer on (whose receiver may take the channel down), free its own memory, and say ended().
class CallBook final {
 public:
  void add(const std::shared_ptr<grpc::ClientContext>& context) {
    const std::lock_guard lock(mutex_);
    if (closed_) context->TryCancel();
    calls_.insert(context);
    ++running_;
  }
  void release(std::shared_ptr<grpc::ClientContext> context) {
    const std::lock_guard lock(mutex_);
    calls_.erase(context);
    context.reset();
  }
  void ended() {
    const std::lock_guard lock(mutex_);
    if (--running_ == 0) empty_.notify_all();
  }
  void cancelAllAndWait() {
    std::unique_lock lock(mutex_);
    closed_ = true;
    for (const auto& context : calls_) context->TryCancel();
    empty_.wait(lock, [this] { return running_ == 0; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable empty_;
  std::set<std::shared_ptr<grpc::ClientContext>> calls_;
  int running_ = 0;
  bool closed_ = false;
};

// What every call needs: where answers go, and the book.
struct CallHome {
  QObject& gui;
  std::shared_ptr<CallBook> book = std::make_shared<CallBook>();
  std::shared_ptr<grpc::Channel> channel;
};

// Runs `f` later on the GUI thread if `guard` is alive then.
template <class F>
void post(QObject& gui, const QPointer<QObject>& guard, F f) {
  QMetaObject::invokeMethod(
      &gui,
      [guard, f = std::move(f)] {
        if (guard) f();
      },
      Qt::QueuedConnection);
}

inline std::shared_ptr<grpc::ClientContext> newContext(std::chrono::milliseconds deadline) {
  auto context = std::make_shared<grpc::ClientContext>();
  if (deadline.count() > 0) context->set_deadline(std::chrono::system_clock::now() + deadline);
  return context;
}

inline Ticket ticketOf(const std::shared_ptr<grpc::ClientContext>& context) {
  return Ticket([weak = std::weak_ptr(context)] {
    if (const auto alive = weak.lock()) alive->TryCancel();
  });
}

inline constexpr std::chrono::milliseconds kQuestionDeadline{15'000};

// start(context, request*, response*, callback) begins the stub's async call; map(response) makes the domain
// value.
template <class Resp, class Value, class Req, class Start, class Map>
Ticket unary(const CallHome& home, QObject* context, Req request, Start start, Map map, Answer<Value> answer,
             std::chrono::milliseconds deadline = kQuestionDeadline) {
  struct State {
    Req request;
    Resp response;
    std::shared_ptr<grpc::ClientContext> context;
  };
  auto state = std::make_shared<State>();
  state->request = std::move(request);
  state->context = newContext(deadline);
  home.book->add(state->context);
  const Ticket ticket = ticketOf(state->context);
  start(state->context.get(), &state->request, &state->response,
        [state, &gui = home.gui, book = home.book, guard = QPointer<QObject>(context), map,
         answer = std::move(answer)](const grpc::Status& status) {
          absl::StatusOr<Value> value = status.ok() ? absl::StatusOr<Value>(map(state->response))
                                                    : absl::StatusOr<Value>(net::fromGrpc(status));
          book->release(std::move(state->context));
          post(gui, guard, [answer, value = std::move(value)] { answer(value); });
          book->ended();
        });
  return ticket;
}

}  // namespace aerie::rpc
