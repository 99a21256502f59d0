#include <QSaveFile>
#include <QThreadPool>
#include <algorithm>

#include "app/rpc/convert.h"
#include "app/rpc/file_upload.h"
#include "app/rpc/grpc_services.h"
#include "core/base/crypto.h"
#include "core/base/status.h"

namespace aerie::rpc {
namespace {

constexpr qint64 kChunk = 1 << 20;
constexpr std::chrono::milliseconds kTransferDeadline{30 * 60 * 1000};

using Upload = FileUpload<v1::RegisterChunk, v1::ModelVersion, ModelVersion>;

// Reads the whole file: on a pool thread.
absl::Status readHeader(QFile& file, const std::atomic<bool>& cancelled, v1::RegisterChunk& first) {
  Sha256 sha;
  while (!file.atEnd()) {
    if (cancelled.load()) return absl::CancelledError("cancelled");
    const QByteArray part = file.read(kChunk);
    if (part.isEmpty()) return dataLoss("{} cannot be read to its end.", file.fileName().toStdString());
    sha.update({part.constData(), static_cast<std::size_t>(part.size())});
  }
  v1::RegisterHeader* header = first.mutable_header();
  header->set_size_bytes(static_cast<std::uint64_t>(file.size()));
  header->set_digest(sha.hex());
  header->set_request_id(randomId());
  file.seek(0);
  return absl::OkStatus();
}

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
  Upload::Call call;
  call.chunkBytes = kChunk;
  call.head = readHeader;
  call.start = [this](grpc::ClientContext* ctx, v1::ModelVersion* response, Upload::Reactor* reactor) {
    stub_->async()->Register(ctx, response, reactor);
  };
  call.map = [](const v1::ModelVersion& version) { return fromProto(version); };
  auto* upload = new Upload(home_, path, std::move(call), context, std::move(progress), std::move(answer));
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
