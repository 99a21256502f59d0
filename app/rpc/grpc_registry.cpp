#include <QFile>
#include <QSaveFile>
#include <QThreadPool>
#include <algorithm>
#include <atomic>

#include "app/rpc/convert.h"
#include "app/rpc/grpc_services.h"
#include "core/base/crypto.h"
#include "core/base/status.h"

namespace aerie::rpc {
namespace {

constexpr qint64 kChunk = 1 << 20;
constexpr std::chrono::milliseconds kTransferDeadline{30 * 60 * 1000};

// One upload: the pool thread reads and digests the file, then the reactor sends it chunk by chunk. Owns
// itself.
class Upload final : public grpc::ClientWriteReactor<v1::RegisterChunk> {
 public:
  Upload(const CallHome& home, v1::RegistryService::Stub& stub, const QString& path, QObject* context,
         Progress progress, Answer<ModelVersion> answer)
      : gui_(home.gui),
        book_(home.book),
        stub_(stub),
        file_(path),
        guard_(context),
        progress_(std::move(progress)),
        answer_(std::move(answer)),
        call_(newContext(kTransferDeadline)) {
    book_->add(call_);
  }
  Ticket ticket() {
    return Ticket([cancelled = cancelled_, weak = std::weak_ptr(call_)] {
      cancelled->store(true);
      if (const auto alive = weak.lock()) alive->TryCancel();
    });
  }
  // On a pool thread: reading a large file may take long.
  void begin() {
    const absl::StatusOr<std::string> digest = digestOfFile();
    if (!digest.ok()) {
      finish(digest.status());
      return;
    }
    v1::RegisterHeader* header = chunk_.mutable_header();
    header->set_size_bytes(static_cast<std::uint64_t>(file_.size()));
    header->set_digest(*digest);
    header->set_request_id(randomId());
    stub_.async()->Register(call_.get(), &response_, this);
    StartWrite(&chunk_);
    StartCall();
  }

 private:
  absl::StatusOr<std::string> digestOfFile() {
    if (!file_.open(QIODevice::ReadOnly)) {
      return notFound("{} cannot be read: {}. Choose another file.", file_.fileName().toStdString(),
                      file_.errorString().toStdString());
    }
    Sha256 sha;
    while (!file_.atEnd()) {
      if (cancelled_->load()) return absl::CancelledError("cancelled");
      const QByteArray part = file_.read(kChunk);
      if (part.isEmpty()) return dataLoss("{} cannot be read to its end.", file_.fileName().toStdString());
      sha.update({part.constData(), static_cast<std::size_t>(part.size())});
    }
    file_.seek(0);
    return sha.hex();
  }
  void OnWriteDone(bool ok) override {
    if (!ok) return;  // OnDone brings the reason
    const QByteArray part = file_.read(kChunk);
    post(gui_, guard_, [p = progress_, done = file_.pos(), total = file_.size()] { p(done, total); });
    if (part.isEmpty()) {
      StartWritesDone();
      return;
    }
    chunk_.set_data(part.constData(), static_cast<std::size_t>(part.size()));
    StartWrite(&chunk_);
  }
  void OnDone(const grpc::Status& status) override { finish(net::fromGrpc(status)); }
  void finish(const absl::Status& status) {
    absl::StatusOr<ModelVersion> value = status.ok() ? absl::StatusOr<ModelVersion>(fromProto(response_))
                                                     : absl::StatusOr<ModelVersion>(status);
    book_->release(std::move(call_));
    post(gui_, guard_, [a = answer_, value = std::move(value)] { a(value); });
    const auto book = book_;
    delete this;
    book->ended();
  }

  QObject& gui_;
  std::shared_ptr<CallBook> book_;
  v1::RegistryService::Stub& stub_;
  QFile file_;
  QPointer<QObject> guard_;
  Progress progress_;
  Answer<ModelVersion> answer_;
  std::shared_ptr<grpc::ClientContext> call_;
  std::shared_ptr<std::atomic<bool>> cancelled_ = std::make_shared<std::atomic<bool>>(false);
  v1::RegisterChunk chunk_;
  v1::ModelVersion response_;
};

// One download, written to a temporary file that takes the name only when the digest is right. Owns itself.
class Download final : public grpc::ClientReadReactor<v1::DownloadChunk> {
 public:
  Download(const CallHome& home, const QString& path, QObject* context, Progress progress,
           Answer<qint64> answer)
      : gui_(home.gui),
        book_(home.book),
        file_(path),
        guard_(context),
        progress_(std::move(progress)),
        answer_(std::move(answer)),
        call_(newContext(kTransferDeadline)) {
    book_->add(call_);
  }
  Ticket begin(v1::RegistryService::Stub& stub, const QString& model, const QString& version) {
    request_.set_model(model.toStdString());
    request_.set_version(version.toStdString());
    const Ticket ticket = ticketOf(call_);
    stub.async()->Download(call_.get(), &request_, this);
    StartRead(&chunk_);
    StartCall();
    return ticket;
  }

 private:
  void OnReadDone(bool ok) override {
    if (!ok) return;
    if (chunk_.has_version()) {
      digest_ = chunk_.version().digest();
      total_ = static_cast<qint64>(chunk_.version().size_bytes());
    } else if (!append(chunk_.data())) {
      call_->TryCancel();
      return;
    }
    StartRead(&chunk_);
  }
  bool append(const std::string& bytes) {
    if (!file_.isOpen() && !file_.open(QIODevice::WriteOnly)) {
      error_ = permissionDenied("{} cannot be written: {}. Choose another place.",
                                file_.fileName().toStdString(), file_.errorString().toStdString());
      return false;
    }
    sha_.update(bytes);
    if (file_.write(bytes.data(), static_cast<qint64>(bytes.size())) != static_cast<qint64>(bytes.size())) {
      error_ = resourceExhausted("{} cannot be written: {}", file_.fileName().toStdString(),
                                 file_.errorString().toStdString());
      return false;
    }
    done_ += static_cast<qint64>(bytes.size());
    post(gui_, guard_, [p = progress_, done = done_, total = total_] { p(done, total); });
    return true;
  }
  absl::Status close(const absl::Status& transfer) {
    if (!error_.ok()) return error_;
    if (!transfer.ok()) return transfer;
    if (!file_.isOpen() || sha_.hex() != digest_) {
      return dataLoss("The archive that came does not have the digest {}; nothing was written. Try again.",
                      digest_);
    }
    if (!file_.commit()) {
      return resourceExhausted("{} cannot be written: {}", file_.fileName().toStdString(),
                               file_.errorString().toStdString());
    }
    return absl::OkStatus();
  }
  void OnDone(const grpc::Status& status) override {
    const absl::Status result = close(net::fromGrpc(status));
    absl::StatusOr<qint64> value =
        result.ok() ? absl::StatusOr<qint64>(done_) : absl::StatusOr<qint64>(result);
    book_->release(std::move(call_));
    post(gui_, guard_, [a = answer_, value = std::move(value)] { a(value); });
    const auto book = book_;
    delete this;
    book->ended();
  }

  QObject& gui_;
  std::shared_ptr<CallBook> book_;
  QSaveFile file_;
  QPointer<QObject> guard_;
  Progress progress_;
  Answer<qint64> answer_;
  std::shared_ptr<grpc::ClientContext> call_;
  v1::DownloadRequest request_;
  v1::DownloadChunk chunk_;
  Sha256 sha_;
  std::string digest_;
  absl::Status error_;
  qint64 done_ = 0;
  qint64 total_ = 0;
};

}  // namespace

Ticket GrpcRegistryApi::registerBundle(const QString& path, QObject* context, Progress progress,
                                       Answer<ModelVersion> answer) {
  auto* upload = new Upload(home_, *stub_, path, context, std::move(progress), std::move(answer));
  const Ticket ticket = upload->ticket();
  QThreadPool::globalInstance()->start([upload] { upload->begin(); });
  return ticket;
}

Ticket GrpcRegistryApi::getVersion(const QString& model, const QString& version, QObject* context,
                                   Answer<ModelVersion> answer) {
  v1::GetModelVersionRequest request;
  request.set_model(model.toStdString());
  request.set_version(version.toStdString());
  return unary<v1::ModelVersion, ModelVersion>(
      home_, context, std::move(request),
      [this](auto* ctx, auto* req, auto* resp, auto done) {
        stub_->async()->GetModelVersion(ctx, req, resp, done);
      },
      [](const v1::ModelVersion& m) { return fromProto(m); }, std::move(answer));
}

Ticket GrpcRegistryApi::promote(const QString& model, const QString& version, const QString& stage,
                                QObject* context, Answer<ModelVersion> answer) {
  v1::PromoteRequest request;
  request.set_model(model.toStdString());
  request.set_version(version.toStdString());
  request.set_stage(stage.toStdString());
  request.set_request_id(randomId());
  return unary<v1::ModelVersion, ModelVersion>(
      home_, context, std::move(request),
      [this](auto* ctx, auto* req, auto* resp, auto done) { stub_->async()->Promote(ctx, req, resp, done); },
      [](const v1::ModelVersion& m) { return fromProto(m); }, std::move(answer));
}

Ticket GrpcRegistryApi::archive(const QString& model, const QString& version, bool restore, QObject* context,
                                Answer<ModelVersion> answer) {
  v1::ArchiveRequest request;
  request.set_model(model.toStdString());
  request.set_version(version.toStdString());
  request.set_restore(restore);
  request.set_request_id(randomId());
  return unary<v1::ModelVersion, ModelVersion>(
      home_, context, std::move(request),
      [this](auto* ctx, auto* req, auto* resp, auto done) { stub_->async()->Archive(ctx, req, resp, done); },
      [](const v1::ModelVersion& m) { return fromProto(m); }, std::move(answer));
}

Ticket GrpcRegistryApi::download(const QString& model, const QString& version, const QString& path,
                                 QObject* context, Progress progress, Answer<qint64> answer) {
  auto* download = new Download(home_, path, context, std::move(progress), std::move(answer));
  return download->begin(*stub_, model, version);
}

}  // namespace aerie::rpc
