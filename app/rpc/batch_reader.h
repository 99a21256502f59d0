// A stream of the daemons on its way to the GUI thread: what that one has not taken yet waits as one batch,
// so a slow screen gets fewer, larger updates and never a queue.
#pragma once

#include <grpcpp/support/client_callback.h>
#include <mutex>
#include <optional>

#include "app/rpc/grpc_call.h"

namespace aerie::rpc {

// Deletes itself when the stream has ended. On gRPC's threads, one message at a time: `read(message)` makes a
// piece of it, and `lay(waiting, piece)` puts that onto what waits (nullopt = nothing does), with the GUI
// thread shut out, so it is short. On the GUI thread, while `context` lives: `deliver` gets each batch,
// `ended` the end.
template <class Message, class Batch, class Read, class Lay>
class BatchReader final : public grpc::ClientReadReactor<Message> {
 public:
  BatchReader(const CallHome& home, QObject* context, Read read, Lay lay,
              std::function<void(const Batch&)> deliver, Answer<Done> ended)
      : gui_(home.gui),
        book_(home.book),
        guard_(context),
        read_(std::move(read)),
        lay_(std::move(lay)),
        deliver_(std::move(deliver)),
        ended_(std::move(ended)),
        call_(newContext(std::chrono::milliseconds(0))) {
    book_->add(call_);
  }
  // start(context, request, reactor) begins the stub's call.
  template <class Request, class Start>
  Ticket begin(Request request, Start start) {
    const auto kept = std::make_shared<const Request>(std::move(request));
    request_ = kept;
    const Ticket ticket = ticketOf(call_);
    start(call_.get(), kept.get(), this);
    this->StartRead(&message_);
    this->StartCall();
    return ticket;
  }

 private:
  // Shared with the events that are posted.
  struct Inbox {
    std::mutex mutex;
    std::optional<Batch> waiting;
  };
  void OnReadDone(bool ok) override {
    if (!ok) return;
    auto piece = read_(message_);
    bool first = false;
    {
      const std::lock_guard lock(inbox_->mutex);
      first = !inbox_->waiting;
      lay_(inbox_->waiting, std::move(piece));
    }
    if (first) {
      post(gui_, guard_, [inbox = inbox_, deliver = deliver_] {
        std::optional<Batch> taken;
        {
          const std::lock_guard lock(inbox->mutex);
          taken.swap(inbox->waiting);
        }
        if (taken) deliver(*taken);
      });
    }
    this->StartRead(&message_);
  }
  void OnDone(const grpc::Status& status) override {
    absl::StatusOr<Done> value =
        status.ok() ? absl::StatusOr<Done>(Done()) : absl::StatusOr<Done>(net::fromGrpc(status));
    book_->release(std::move(call_));
    post(gui_, guard_, [a = ended_, value = std::move(value)] { a(value); });
    const auto book = book_;
    delete this;
    book->ended();
  }

  QObject& gui_;
  std::shared_ptr<CallBook> book_;
  QPointer<QObject> guard_;
  Read read_;
  const Lay lay_;
  std::function<void(const Batch&)> deliver_;
  Answer<Done> ended_;
  std::shared_ptr<grpc::ClientContext> call_;
  std::shared_ptr<Inbox> inbox_ = std::make_shared<Inbox>();
  std::shared_ptr<const void> request_;  // read while the call runs
  Message message_;
};

// Begins to read a stream as above.
template <class Message, class Batch, class Request, class Start, class Read, class Lay>
Ticket readInBatches(const CallHome& home, QObject* context, Request request, Start start, Read read, Lay lay,
                     std::function<void(const Batch&)> deliver, Answer<Done> ended) {
  auto* reader = new BatchReader<Message, Batch, Read, Lay>(home, context, std::move(read), std::move(lay),
                                                            std::move(deliver), std::move(ended));
  return reader->begin(std::move(request), std::move(start));
}

// Lays an update with merge() over the one that waits.
template <class Update>
void mergeInto(std::optional<Update>& waiting, Update update) {
  if (waiting) {
    waiting->merge(std::move(update));
  } else {
    waiting = std::move(update);
  }
}

}  // namespace aerie::rpc
