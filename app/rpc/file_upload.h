// A file sent as a client stream: a first message that says what comes, then the bytes in chunks, each read
// when the one before is on its way. Progress and the answer come in the GUI thread, if somebody still waits.
// Included by the implementation files of this room only.
#pragma once

#include <QFile>
#include <atomic>
#include <functional>
#include <grpcpp/support/client_callback.h>
#include <string>

#include "app/rpc/grpc_call.h"
#include "app/rpc/ticket.h"
#include "core/base/status.h"

namespace aerie::rpc {

// `Chunk` has set_data(). Owns itself: begin() is called once, and all ends with the answer.
template <class Chunk, class Response, class Value>
class FileUpload final : public grpc::ClientWriteReactor<Chunk> {
 public:
  using Reactor = grpc::ClientWriteReactor<Chunk>;
  struct Call {
    qint64 chunkBytes = 0;
    // Fills the first message. The file is open, and at its beginning again afterwards. It may take long, and
    // should look now and then whether it was cancelled.
    std::function<absl::Status(QFile& file, const std::atomic<bool>& cancelled, Chunk& first)> head;
    std::function<void(grpc::ClientContext* context, Response* response, Reactor* reactor)> start;
    std::function<Value(const Response& response)> map;
  };

  FileUpload(const CallHome& home, const QString& path, Call call, QObject* context, Progress progress,
             Answer<Value> answer)
      : gui_(home.gui),
        book_(home.book),
        file_(path),
        parts_(std::move(call)),
        guard_(context),
        progress_(std::move(progress)),
        answer_(std::move(answer)),
        call_(newContext(kDeadline)) {
    book_->add(call_);
  }

  Ticket ticket() const {
    return Ticket([cancelled = cancelled_, weak = std::weak_ptr(call_)] {
      cancelled->store(true);
      if (const auto alive = weak.lock()) alive->TryCancel();
    });
  }

  // Any thread: one of a pool where head() reads the file.
  void begin() {
    if (!file_.open(QIODevice::ReadOnly)) {
      finish(notFound("{} cannot be read: {}. Choose another file.", file_.fileName().toStdString(),
                      file_.errorString().toStdString()));
      return;
    }
    total_ = file_.size();
    if (const absl::Status status = parts_.head(file_, *cancelled_, chunk_); !status.ok()) {
      finish(status);
      return;
    }
    parts_.start(call_.get(), &response_, this);
    this->StartWrite(&chunk_);
    this->StartCall();
  }

 private:
  static constexpr std::chrono::milliseconds kDeadline{30 * 60 * 1000};

  void OnWriteDone(bool ok) override {
    if (!ok) return;  // OnDone brings the reason
    post(gui_, guard_, [p = progress_, done = file_.pos(), total = total_] { p(done, total); });
    const QByteArray part = file_.read(parts_.chunkBytes);
    if (part.isEmpty()) {
      this->StartWritesDone();
      return;
    }
    chunk_.Clear();
    chunk_.set_data(part.constData(), static_cast<std::size_t>(part.size()));
    this->StartWrite(&chunk_);
  }
  void OnDone(const grpc::Status& status) override { finish(net::fromGrpc(status)); }
  // The order is CallBook's.
  void finish(const absl::Status& status) {
    absl::StatusOr<Value> value =
        status.ok() ? absl::StatusOr<Value>(parts_.map(response_)) : absl::StatusOr<Value>(status);
    book_->release(std::move(call_));
    post(gui_, guard_, [a = answer_, value = std::move(value)] { a(value); });
    const auto book = book_;
    delete this;
    book->ended();
  }

  QObject& gui_;
  std::shared_ptr<CallBook> book_;
  QFile file_;
  Call parts_;
  QPointer<QObject> guard_;
  Progress progress_;
  Answer<Value> answer_;
  std::shared_ptr<grpc::ClientContext> call_;
  std::shared_ptr<std::atomic<bool>> cancelled_ = std::make_shared<std::atomic<bool>>(false);
  Chunk chunk_;
  Response response_;
  qint64 total_ = 0;
};

}  // namespace aerie::rpc
