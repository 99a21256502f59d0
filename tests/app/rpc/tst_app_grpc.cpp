#include <QFile>
#include <QTest>
#include <atomic>
#include <filesystem>
#include <grpcpp/grpcpp.h>

#include "aerie/v1/control.grpc.pb.h"
#include "app/rpc/grpc_backend.h"
#include "core/base/crypto.h"
#include "core/base/files.h"

namespace aerie::rpc {
namespace {

// Takes an upload whole and answers what it got.
class UploadReader final : public grpc::ServerReadReactor<v1::RegisterChunk> {
 public:
  explicit UploadReader(v1::ModelVersion* answer) : answer_(answer) { StartRead(&chunk_); }
  void OnReadDone(bool ok) override {
    if (!ok) {
      answer_->set_model("m");
      answer_->set_version("1");
      answer_->set_size_bytes(bytes_.size());
      answer_->set_digest(header_.digest());
      const bool right = sha256Hex(bytes_) == header_.digest() && bytes_.size() == header_.size_bytes();
      Finish(right ? grpc::Status::OK : grpc::Status(grpc::StatusCode::DATA_LOSS, "digest differs"));
      return;
    }
    if (chunk_.has_header()) header_ = chunk_.header();
    bytes_ += chunk_.data();
    StartRead(&chunk_);
  }
  void OnDone() override { delete this; }

 private:
  v1::ModelVersion* answer_;
  v1::RegisterChunk chunk_;
  v1::RegisterHeader header_;
  std::string bytes_;
};

class DownloadWriter final : public grpc::ServerWriteReactor<v1::DownloadChunk> {
 public:
  DownloadWriter(std::string bytes, std::string digest) : bytes_(std::move(bytes)) {
    chunk_.mutable_version()->set_digest(digest);
    chunk_.mutable_version()->set_size_bytes(bytes_.size());
    StartWrite(&chunk_);
  }
  void OnWriteDone(bool ok) override {
    if (!ok || at_ >= bytes_.size()) {
      Finish(grpc::Status::OK);
      return;
    }
    chunk_.set_data(bytes_.substr(at_, 100'000));
    at_ += 100'000;
    StartWrite(&chunk_);
  }
  void OnDone() override { delete this; }

 private:
  std::string bytes_;
  std::size_t at_ = 0;
  v1::DownloadChunk chunk_;
};

class Registry final : public v1::RegistryService::CallbackService {
 public:
  std::string stored;
  std::string storedDigest;
  grpc::ServerReadReactor<v1::RegisterChunk>* Register(grpc::CallbackServerContext*,
                                                       v1::ModelVersion* answer) override {
    return new UploadReader(answer);
  }
  grpc::ServerWriteReactor<v1::DownloadChunk>* Download(grpc::CallbackServerContext*,
                                                        const v1::DownloadRequest*) override {
    return new DownloadWriter(stored, storedDigest);
  }
  grpc::ServerUnaryReactor* Promote(grpc::CallbackServerContext* context, const v1::PromoteRequest* request,
                                    v1::ModelVersion* answer) override {
    auto* reactor = context->DefaultReactor();
    if (request->version() == "404" || request->request_id().empty()) {
      reactor->Finish(grpc::Status(grpc::StatusCode::NOT_FOUND, "m@404 is not registered"));
    } else {
      answer->set_model(request->model());
      answer->set_version(request->version());
      answer->add_stages(request->stage());
      reactor->Finish(grpc::Status::OK);
    }
    return reactor;
  }
};

// Sends `count` updates at once, then stays open until the client goes.
class WatchWriter final : public grpc::ServerWriteReactor<v1::WorldUpdate> {
 public:
  WatchWriter(int count, std::atomic<int>& open) : count_(count), open_(open) {
    ++open_;
    next();
  }
  void OnWriteDone(bool ok) override {
    if (ok) next();
  }
  void OnCancel() override { Finish(grpc::Status::CANCELLED); }
  void OnDone() override {
    --open_;
    delete this;
  }

 private:
  void next() {
    if (sent_ >= count_) return;
    ++sent_;
    update_.set_revision(static_cast<std::uint64_t>(sent_));
    update_.set_complete(sent_ == 1);
    update_.mutable_status()->set_environment("local");
    update_.mutable_status()->set_now_unix_ms(sent_);
    StartWrite(&update_);
  }
  const int count_;
  std::atomic<int>& open_;
  int sent_ = 0;
  v1::WorldUpdate update_;
};

class System final : public v1::SystemService::CallbackService {
 public:
  std::atomic<int> open{0};
  grpc::ServerWriteReactor<v1::WorldUpdate>* Watch(grpc::CallbackServerContext*,
                                                   const v1::WatchRequest*) override {
    return new WatchWriter(200, open);
  }
};

}  // namespace

class TstAppGrpc final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init();
  void cleanup();
  void answersComeLaterOnTheGuiThread();
  void errorsKeepTheirCodeAndSentence();
  void answersAfterTheContextAreSilent();
  void uploadSendsTheWholeFileWithItsDigest();
  void cancelledUploadEndsAndSaysSo();
  void uploadOfAMissingFileSaysSo();
  void downloadWritesTheFileWhenItsDigestIsRight();
  void downloadWithAWrongDigestLeavesNothing();
  void watchMergesWhatTheGuiWasTooSlowFor();
  void cancelledWatchEndsOnBothSides();
  void noPeerIsUnavailable();
  void shutdownEndsEveryCall();

 private:
  std::optional<TempDir> dir_;
  std::unique_ptr<QObject> gui_;
  std::unique_ptr<Registry> registry_;
  std::unique_ptr<System> system_;
  std::unique_ptr<grpc::Server> server_;
  std::unique_ptr<GrpcBackend> backend_;
};

void TstAppGrpc::init() {
  dir_.emplace(*TempDir::create());
  gui_ = std::make_unique<QObject>();
  registry_ = std::make_unique<Registry>();
  system_ = std::make_unique<System>();
  const std::string address = "unix:" + (dir_->path() / "control.sock").string();
  grpc::ServerBuilder builder;
  builder.AddListeningPort(address, grpc::InsecureServerCredentials());
  builder.RegisterService(registry_.get());
  builder.RegisterService(system_.get());
  server_ = builder.BuildAndStart();
  QVERIFY(server_);
  auto backend = GrpcBackend::create(*gui_, address);
  QVERIFY(backend.ok());
  backend_ = *std::move(backend);
}

void TstAppGrpc::cleanup() {
  backend_.reset();
  if (server_) server_->Shutdown(std::chrono::system_clock::now() + std::chrono::seconds(1));
  server_.reset();
  gui_.reset();
  dir_.reset();
}

void TstAppGrpc::answersComeLaterOnTheGuiThread() {
  std::optional<absl::StatusOr<ModelVersion>> got;
  QThread* thread = nullptr;
  backend_->apis().registry.promote(QStringLiteral("m"), QStringLiteral("2"), QStringLiteral("production"),
                                    this, [&](const auto& a) {
                                      thread = QThread::currentThread();
                                      got = a;
                                    });
  QVERIFY(!got);
  QTRY_VERIFY(got);
  QCOMPARE(thread, QThread::currentThread());
  QVERIFY(got->ok());
  QCOMPARE((*got)->stages, QStringList{QStringLiteral("production")});
}

void TstAppGrpc::errorsKeepTheirCodeAndSentence() {
  absl::Status status;
  backend_->apis().registry.promote(QStringLiteral("m"), QStringLiteral("404"), QStringLiteral("production"),
                                    this, [&](const auto& a) { status = a.status(); });
  QTRY_VERIFY(absl::IsNotFound(status));
  QCOMPARE(std::string(status.message().data(), status.message().size()),
           std::string("m@404 is not registered"));
}

void TstAppGrpc::answersAfterTheContextAreSilent() {
  int late = 0;
  for (int i = 0; i < 50; ++i) {
    auto page = std::make_unique<QObject>();
    backend_->apis().registry.promote(QStringLiteral("m"), QStringLiteral("2"), QStringLiteral("s"),
                                      page.get(), [&](const auto&) { ++late; });
  }
  // A call that began after them has come back, so they are over as well.
  bool over = false;
  backend_->apis().registry.promote(QStringLiteral("m"), QStringLiteral("2"), QStringLiteral("s"), this,
                                    [&](const auto&) { over = true; });
  QTRY_VERIFY(over);
  backend_->shutdown();
  QCoreApplication::processEvents();
  QCOMPARE(late, 0);
}

void TstAppGrpc::uploadSendsTheWholeFileWithItsDigest() {
  const std::string bytes(3'500'001, 'x');
  const auto path = dir_->path() / "b.aerie";
  QVERIFY(writeFileAtomic(path, bytes).ok());
  qint64 seen = 0;
  qint64 total = 0;
  std::optional<absl::StatusOr<ModelVersion>> got;
  backend_->apis().registry.registerBundle(
      QString::fromStdString(path.string()), this,
      [&](qint64 done, qint64 all) {
        seen = done;
        total = all;
      },
      [&](const auto& a) { got = a; });
  QTRY_VERIFY(got);
  QVERIFY2(got->ok(), got->status().ToString().c_str());
  QCOMPARE((*got)->sizeBytes, quint64{3'500'001});
  QCOMPARE((*got)->digest.toStdString(), sha256Hex(bytes));
  QCOMPARE(seen, qint64{3'500'001});
  QCOMPARE(total, seen);
}

void TstAppGrpc::cancelledUploadEndsAndSaysSo() {
  const auto path = dir_->path() / "b.aerie";
  QVERIFY(writeFileAtomic(path, std::string(3'500'001, 'x')).ok());
  absl::Status status;
  const Ticket ticket = backend_->apis().registry.registerBundle(
      QString::fromStdString(path.string()), this, [](qint64, qint64) {},
      [&](const auto& a) { status = a.status(); });
  ticket.cancel();
  QTRY_VERIFY(absl::IsCancelled(status));
}

void TstAppGrpc::uploadOfAMissingFileSaysSo() {
  absl::Status status;
  backend_->apis().registry.registerBundle(
      QStringLiteral("/nowhere/b.aerie"), this, [](qint64, qint64) {},
      [&](const auto& a) { status = a.status(); });
  QTRY_VERIFY(absl::IsNotFound(status));
  QVERIFY(status.ToString().find("/nowhere/b.aerie") != std::string::npos);
}

void TstAppGrpc::downloadWritesTheFileWhenItsDigestIsRight() {
  registry_->stored = std::string(450'000, 'y');
  registry_->storedDigest = sha256Hex(registry_->stored);
  const auto path = dir_->path() / "out.aerie";
  std::optional<absl::StatusOr<qint64>> got;
  backend_->apis().registry.download(
      QStringLiteral("m"), QStringLiteral("1"), QString::fromStdString(path.string()), this,
      [](qint64, qint64) {}, [&](const auto& a) { got = a; });
  QTRY_VERIFY(got);
  QVERIFY2(got->ok(), got->status().ToString().c_str());
  QCOMPARE(**got, qint64{450'000});
  QCOMPARE(*readFile(path), registry_->stored);
}

void TstAppGrpc::downloadWithAWrongDigestLeavesNothing() {
  registry_->stored = "tampered";
  registry_->storedDigest = sha256Hex("the real one");
  const auto path = dir_->path() / "out.aerie";
  absl::Status status;
  backend_->apis().registry.download(
      QStringLiteral("m"), QStringLiteral("1"), QString::fromStdString(path.string()), this,
      [](qint64, qint64) {}, [&](const auto& a) { status = a.status(); });
  QTRY_VERIFY(absl::IsDataLoss(status));
  QVERIFY(!std::filesystem::exists(path));
}

void TstAppGrpc::watchMergesWhatTheGuiWasTooSlowFor() {
  int updates = 0;
  bool complete = false;
  qint64 last = 0;
  const Ticket ticket = backend_->apis().system.watch(
      this,
      [&](const WorldUpdate& u) {
        ++updates;
        complete = complete || u.complete;
        last = u.status->nowMs;
      },
      [](const auto&) {});
  QTRY_COMPARE(last, qint64{200});
  QVERIFY(complete);
  QVERIFY(updates <= 200);
  ticket.cancel();
}

void TstAppGrpc::cancelledWatchEndsOnBothSides() {
  absl::Status ended;
  bool first = false;
  const Ticket ticket = backend_->apis().system.watch(
      this, [&](const WorldUpdate&) { first = true; }, [&](const auto& a) { ended = a.status(); });
  QTRY_VERIFY(first);
  QCOMPARE(system_->open.load(), 1);
  ticket.cancel();
  QTRY_VERIFY(absl::IsCancelled(ended));
  QTRY_COMPARE(system_->open.load(), 0);
}

void TstAppGrpc::noPeerIsUnavailable() {
  auto backend = GrpcBackend::create(*gui_, "unix:" + (dir_->path() / "nobody.sock").string());
  QVERIFY(backend.ok());
  absl::Status ended;
  (*backend)->apis().system.watch(
      this, [](const WorldUpdate&) {}, [&](const auto& a) { ended = a.status(); });
  QTRY_VERIFY(absl::IsUnavailable(ended));
  QVERIFY(!GrpcBackend::create(*gui_, "no port here").ok());
}

void TstAppGrpc::shutdownEndsEveryCall() {
  bool first = false;
  bool ended = false;
  backend_->apis().system.watch(
      this, [&](const WorldUpdate&) { first = true; }, [&](const auto&) { ended = true; });
  QTRY_VERIFY(first);
  backend_->shutdown();  // returns only when no reaction runs any more
  QCoreApplication::processEvents();
  QVERIFY(ended);
}

}  // namespace aerie::rpc

QTEST_GUILESS_MAIN(aerie::rpc::TstAppGrpc)
#include "tst_app_grpc.moc"
