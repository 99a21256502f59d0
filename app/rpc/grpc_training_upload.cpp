#include <QFile>

#include "app/rpc/grpc_training.h"
#include "core/base/status.h"

namespace aerie::rpc {
namespace {

constexpr qint64 kChunk = 512 << 10;
constexpr std::chrono::milliseconds kTransferDeadline{30 * 60 * 1000};

// Sends a file chunk by chunk; a chunk is read when the one before is on its way. Owns itself.
class DirectoryUpload final : public grpc::ClientWriteReactor<v1::UploadTrainingDirectoryRequest> {
 public:
  DirectoryUpload(const CallHome& home, const QString& archive, QObject* context, Progress progress,
                  Answer<Done> answer)
      : gui_(home.gui),
        book_(home.book),
        file_(archive),
        guard_(context),
        progress_(std::move(progress)),
        answer_(std::move(answer)),
        call_(newContext(kTransferDeadline)) {
    book_->add(call_);
  }
  Ticket begin(v1::TrainingService::Stub& stub, const QString& digest) {
    const Ticket ticket = ticketOf(call_);
    if (!file_.open(QIODevice::ReadOnly)) {
      finish(notFound("{} cannot be read: {}", file_.fileName().toStdString(),
                      file_.errorString().toStdString()));
      return ticket;
    }
    total_ = file_.size();
    chunk_.set_digest(digest.toStdString());
    stub.async()->UploadDirectory(call_.get(), &response_, this);
    StartWrite(&chunk_);
    StartCall();
    return ticket;
  }

 private:
  void OnWriteDone(bool ok) override {
    if (!ok) return;  // OnDone brings the reason
    post(gui_, guard_, [p = progress_, done = file_.pos(), total = total_] { p(done, total); });
    const QByteArray part = file_.read(kChunk);
    if (part.isEmpty()) {
      StartWritesDone();
      return;
    }
    chunk_.clear_digest();
    chunk_.set_data(part.constData(), static_cast<std::size_t>(part.size()));
    StartWrite(&chunk_);
  }
  void OnDone(const grpc::Status& status) override { finish(net::fromGrpc(status)); }
  void finish(const absl::Status& status) {
    absl::StatusOr<Done> value = status.ok() ? absl::StatusOr<Done>(Done()) : absl::StatusOr<Done>(status);
    book_->release(std::move(call_));
    post(gui_, guard_, [a = answer_, value = std::move(value)] { a(value); });
    const auto book = book_;
    delete this;
    book->ended();
  }

  QObject& gui_;
  std::shared_ptr<CallBook> book_;
  QFile file_;
  QPointer<QObject> guard_;
  Progress progress_;
  Answer<Done> answer_;
  std::shared_ptr<grpc::ClientContext> call_;
  v1::UploadTrainingDirectoryRequest chunk_;
  v1::UploadTrainingDirectoryResponse response_;
  qint64 total_ = 0;
};

}  // namespace

Ticket GrpcTrainingApi::uploadDirectory(const QString& archive, const QString& digest, QObject* context,
                                        Progress progress, Answer<Done> answer) {
  if (!stub_) return refuse(context, std::move(answer));
  auto* upload = new DirectoryUpload(home_, archive, context, std::move(progress), std::move(answer));
  return upload->begin(*stub_, digest);
}

}  // namespace aerie::rpc
