#include <QTest>
#include <atomic>
#include <grpcpp/grpcpp.h>
#include <map>
#include <mutex>

#include "aerie/v1/training.grpc.pb.h"
#include "app/rpc/convert_training.h"
#include "app/rpc/grpc_backend.h"
#include "core/base/files.h"

namespace aerie::rpc {
namespace {

// Many updates at once, then nothing until the client goes.
class WatchWriter final : public grpc::ServerWriteReactor<v1::WatchTrainingResponse> {
 public:
  WatchWriter(const v1::WatchTrainingRequest& request, std::atomic<int>& open)
      : job_(request.job()), since_(request.since_revision()), open_(open) {
    ++open_;
    if (since_ == 7) {
      Finish(grpc::Status(grpc::StatusCode::OUT_OF_RANGE, "revision 7 is too old; list again"));
      return;
    }
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
    if (sent_ >= 500) return;
    ++sent_;
    update_.Clear();
    update_.set_revision(since_ + static_cast<std::uint64_t>(sent_));
    update_.set_complete(sent_ == 1);
    v1::TrainingTask* task = update_.add_tasks();
    task->set_id("zone-" + std::to_string(sent_ % 10));
    task->set_number(static_cast<std::uint32_t>(sent_ % 10));
    task->set_attempts(static_cast<std::uint32_t>(sent_));
    StartWrite(&update_);
  }
  const std::string job_;
  const std::uint64_t since_;
  std::atomic<int>& open_;
  int sent_ = 0;
  v1::WatchTrainingResponse update_;
};

class LogWriter final : public grpc::ServerWriteReactor<v1::TrainingLogsResponse> {
 public:
  explicit LogWriter(const v1::TrainingLogsRequest& request) {
    piece_.set_data(request.job() + "/" + request.task() + "\n");
    piece_.set_attempt(request.attempt());
    StartWrite(&piece_);
  }
  void OnWriteDone(bool) override { Finish(grpc::Status::OK); }
  void OnDone() override { delete this; }

 private:
  v1::TrainingLogsResponse piece_;
};

// Takes a working directory; one whose digest says so is refused after its first message.
class DirectoryReader final : public grpc::ServerReadReactor<v1::UploadTrainingDirectoryRequest> {
 public:
  DirectoryReader(std::string& digest, std::string& bytes, std::mutex& mutex)
      : digest_(digest), bytes_(bytes), mutex_(mutex) {
    StartRead(&piece_);
  }
  void OnReadDone(bool ok) override {
    if (!ok) {
      Finish(grpc::Status::OK);
      return;
    }
    const std::lock_guard lock(mutex_);
    if (!piece_.digest().empty()) digest_ = piece_.digest();
    bytes_ += piece_.data();
    if (digest_ == "refused") {
      Finish(grpc::Status(grpc::StatusCode::RESOURCE_EXHAUSTED, "the disk is full"));
    } else {
      StartRead(&piece_);
    }
  }
  void OnDone() override { delete this; }

 private:
  std::string& digest_;
  std::string& bytes_;
  std::mutex& mutex_;
  v1::UploadTrainingDirectoryRequest piece_;
};

class Training final : public v1::TrainingService::CallbackService {
 public:
  std::atomic<int> open{0};
  std::mutex mutex;
  v1::SubmitTrainingRequest submitted;
  std::string token;
  std::string digest, bytes;  // of the directory that came last

  grpc::ServerReadReactor<v1::UploadTrainingDirectoryRequest>* UploadDirectory(
      grpc::CallbackServerContext*, v1::UploadTrainingDirectoryResponse*) override {
    return new DirectoryReader(digest, bytes, mutex);
  }
  grpc::ServerUnaryReactor* Submit(grpc::CallbackServerContext* context,
                                   const v1::SubmitTrainingRequest* request,
                                   v1::SubmitTrainingResponse* answer) override {
    const std::lock_guard lock(mutex);
    submitted = *request;
    answer->mutable_job()->set_id("job-1");
    answer->mutable_job()->set_state(v1::TRAINING_JOB_STATE_SUBMITTED);
    auto* reactor = context->DefaultReactor();
    reactor->Finish(grpc::Status::OK);
    return reactor;
  }
  grpc::ServerUnaryReactor* Cancel(grpc::CallbackServerContext* context,
                                   const v1::CancelTrainingRequest* request,
                                   v1::TrainingJob* answer) override {
    auto* reactor = context->DefaultReactor();
    if (request->request_id().empty()) {
      reactor->Finish(grpc::Status(grpc::StatusCode::INVALID_ARGUMENT, "no request id"));
      return reactor;
    }
    answer->set_id(request->job() + ":" + std::to_string(request->tasks_size()));
    reactor->Finish(grpc::Status::OK);
    return reactor;
  }
  grpc::ServerWriteReactor<v1::WatchTrainingResponse>* Watch(
      grpc::CallbackServerContext*, const v1::WatchTrainingRequest* request) override {
    return new WatchWriter(*request, open);
  }
  grpc::ServerWriteReactor<v1::TrainingLogsResponse>* Logs(grpc::CallbackServerContext*,
                                                           const v1::TrainingLogsRequest* request) override {
    return new LogWriter(*request);
  }
};

}  // namespace

// The desktop's calls to a training daemon, over a real channel.
class TstTrainingRpc final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init();
  void cleanup();
  void withoutAnAddressEveryCallSaysHowToStartOne();
  void aSubmissionArrivesWhole();
  void aDirectoryArrivesWholeWithItsDigest();
  void aRefusedDirectorySaysWhy();
  void changesCarryARequestId();
  void aWatchMergesWhatTheGuiWasTooSlowFor();
  void aRevisionThatIsTooOldIsOutOfRange();
  void logsComeInPieces();
  void anAddressMayChangeWhileCallsRun();
  void plaintextToAnotherMachineIsRefused();
  void valuesFromALaterVersionAreUnknown();
  void theAddressIsTheProfilesWordElseTheControlPlanes_data();
  void theAddressIsTheProfilesWordElseTheControlPlanes();

 private:
  QString address() const {
    return QString::fromStdString("unix:" + (dir_->path() / "training.sock").string());
  }
  TrainingApi& api() const { return backend_->apis().training; }
  std::optional<TempDir> dir_;
  std::unique_ptr<QObject> gui_;
  std::unique_ptr<Training> service_;
  std::unique_ptr<grpc::Server> server_;
  std::unique_ptr<GrpcBackend> backend_;
};

void TstTrainingRpc::init() {
  dir_.emplace(*TempDir::create());
  gui_ = std::make_unique<QObject>();
  service_ = std::make_unique<Training>();
  grpc::ServerBuilder builder;
  builder.AddListeningPort(address().toStdString(), grpc::InsecureServerCredentials());
  builder.RegisterService(service_.get());
  server_ = builder.BuildAndStart();
  QVERIFY(server_);
  auto backend = GrpcBackend::create(*gui_, "127.0.0.1:1");  // the control plane is another matter
  QVERIFY(backend.ok());
  backend_ = *std::move(backend);
}

void TstTrainingRpc::cleanup() {
  backend_.reset();
  if (server_) server_->Shutdown(std::chrono::system_clock::now() + std::chrono::seconds(1));
  server_.reset();
  gui_.reset();
  dir_.reset();
}

void TstTrainingRpc::withoutAnAddressEveryCallSaysHowToStartOne() {
  QVERIFY(api().address().isEmpty());
  absl::Status watched;
  absl::Status cancelled;
  api().watch(
      {}, 0, this, [](const TrainingUpdate&) {}, [&](const auto& a) { watched = a.status(); });
  api().cancel(QStringLiteral("job-1"), {}, this, [&](const auto& a) { cancelled = a.status(); });
  QTRY_VERIFY(absl::IsUnavailable(watched) && absl::IsUnavailable(cancelled));
  QVERIFY(std::string(watched.message()).find("start aerie-training") != std::string::npos);
}

void TstTrainingRpc::aSubmissionArrivesWhole() {
  QVERIFY(backend_->setTraining(address()).ok());
  QCOMPARE(api().address(), address());
  TrainingSubmission submission;
  submission.jobFile = QStringLiteral("application: Zürich\n");
  submission.name = QStringLiteral("job.yaml");
  submission.files = {{QStringLiteral("zones.csv"), QByteArray("zone\0x", 6)}};
  submission.workingDirectory = QStringLiteral("/srv/job");
  submission.requestId = QStringLiteral("r-1");
  std::optional<absl::StatusOr<TrainingSubmitted>> got;
  api().submit(submission, this, [&](const auto& a) { got = a; });
  QTRY_VERIFY(got);
  QVERIFY2(got->ok(), got->status().ToString().c_str());
  QCOMPARE((*got)->job.state, JobState::Submitted);
  const std::lock_guard lock(service_->mutex);
  QCOMPARE(QString::fromStdString(service_->submitted.job_file()), submission.jobFile);
  QCOMPARE(service_->submitted.files(0).content().size(), std::size_t{6});
  QCOMPARE(service_->submitted.working_dir_path(), std::string("/srv/job"));
  QCOMPARE(service_->submitted.request_id(), std::string("r-1"));
}

void TstTrainingRpc::aDirectoryArrivesWholeWithItsDigest() {
  std::string bytes(1'200'345, 'd');  // more than two chunks
  bytes.back() = 'e';
  const auto path = dir_->path() / "directory.zip";
  QVERIFY(writeFileAtomic(path, bytes).ok());
  QVERIFY(backend_->setTraining(address()).ok());
  qint64 seen = 0;
  std::optional<absl::StatusOr<Done>> got;
  const Ticket ticket = api().uploadDirectory(
      QString::fromStdString(path.string()), QStringLiteral("sha256:abc"), this,
      [&](qint64 done, qint64 all) {
        QVERIFY(done >= seen && all == 1'200'345);
        seen = done;
      },
      [&](const auto& a) { got = a; });
  QTRY_VERIFY(got);
  QVERIFY2(got->ok(), got->status().ToString().c_str());
  QCOMPARE(seen, qint64{1'200'345});
  const std::lock_guard lock(service_->mutex);
  QCOMPARE(service_->digest, std::string("sha256:abc"));
  QVERIFY(service_->bytes == bytes);
}

void TstTrainingRpc::aRefusedDirectorySaysWhy() {
  const auto path = dir_->path() / "directory.zip";
  QVERIFY(writeFileAtomic(path, std::string(3'000'000, 'd')).ok());
  QVERIFY(backend_->setTraining(address()).ok());
  absl::Status status;
  const Ticket ticket = api().uploadDirectory(
      QString::fromStdString(path.string()), QStringLiteral("refused"), this, [](qint64, qint64) {},
      [&](const auto& a) { status = a.status(); });
  QTRY_VERIFY(absl::IsResourceExhausted(status));
}

void TstTrainingRpc::changesCarryARequestId() {
  QVERIFY(backend_->setTraining(address()).ok());
  std::optional<absl::StatusOr<TrainingJob>> got;
  api().cancel(QStringLiteral("job-1"), {QStringLiteral("a"), QStringLiteral("b")}, this,
               [&](const auto& a) { got = a; });
  QTRY_VERIFY(got);
  QVERIFY2(got->ok(), got->status().ToString().c_str());
  QCOMPARE((*got)->id, QStringLiteral("job-1:2"));
}

void TstTrainingRpc::aWatchMergesWhatTheGuiWasTooSlowFor() {
  QVERIFY(backend_->setTraining(address()).ok());
  int deliveries = 0;
  quint64 revision = 0;
  std::map<QString, quint32> attempts;
  const Ticket ticket = api().watch(
      QStringLiteral("job-1"), 0, this,
      [&](const TrainingUpdate& update) {
        ++deliveries;
        QVERIFY(update.revision > revision);
        revision = update.revision;
        QVERIFY(update.tasks.size() <= 10);
        for (const TrainingTask& t : update.tasks) attempts[t.id] = t.attempts;
      },
      [](const auto&) {});
  QTRY_COMPARE(revision, 500U);
  QVERIFY(deliveries <= 500);
  QCOMPARE(attempts.size(), std::size_t{10});
  QCOMPARE(attempts[QStringLiteral("zone-0")], 500U);  // the last word of each counts
  ticket.cancel();
  QTRY_COMPARE(service_->open.load(), 0);
}

void TstTrainingRpc::aRevisionThatIsTooOldIsOutOfRange() {
  QVERIFY(backend_->setTraining(address()).ok());
  absl::Status status;
  api().watch(
      {}, 7, this, [](const TrainingUpdate&) {}, [&](const auto& a) { status = a.status(); });
  QTRY_VERIFY(absl::IsOutOfRange(status));
}

void TstTrainingRpc::logsComeInPieces() {
  QVERIFY(backend_->setTraining(address()).ok());
  QByteArray text;
  bool over = false;
  TrainingLogQuery query;
  query.job = QStringLiteral("job-1");
  query.task = QStringLiteral("ATL.7");
  query.attempt = 2;
  api().followLog(
      query, this,
      [&](const QList<TrainingLogPiece>& pieces) {
        for (const TrainingLogPiece& p : pieces) {
          text += p.data;
          QCOMPARE(p.attempt, 2U);
        }
      },
      [&](const auto& a) { over = a.ok(); });
  QTRY_VERIFY(over);
  QCOMPARE(text, QByteArray("job-1/ATL.7\n"));
}

void TstTrainingRpc::anAddressMayChangeWhileCallsRun() {
  QVERIFY(backend_->setTraining(address()).ok());
  quint64 seen = 0;
  const Ticket ticket = api().watch(
      {}, 0, this, [&](const TrainingUpdate& u) { seen = u.revision; }, [](const auto&) {});
  QTRY_VERIFY(seen > 0);
  QVERIFY(backend_->setTraining({}).ok());
  QVERIFY(api().address().isEmpty());
  QTRY_COMPARE(seen, 500U);  // the call to the address before runs on
  ticket.cancel();
  QTRY_COMPARE(service_->open.load(), 0);
}

void TstTrainingRpc::plaintextToAnotherMachineIsRefused() {
  const absl::Status status = backend_->setTraining(QStringLiteral("ml.example.org:7720"));
  QVERIFY(absl::IsFailedPrecondition(status));
  QVERIFY(api().address().isEmpty());
}

void TstTrainingRpc::valuesFromALaterVersionAreUnknown() {
  v1::TrainingJob job;
  job.set_state(static_cast<v1::TrainingJobState>(99));
  QCOMPARE(fromProto(job).state, JobState::Unknown);
  v1::TrainingTask task;
  task.set_outcome(static_cast<v1::TrainingOutcome>(99));
  task.set_state(v1::TRAINING_TASK_STATE_CANCELLED);
  QCOMPARE(fromProto(task).outcome, TaskOutcome::None);
  QCOMPARE(fromProto(task).state, TaskState::Cancelled);
  v1::TrainingPlan plan;
  plan.add_pending()->set_reason(v1::TRAINING_PENDING_REASON_HOST_HELD);
  QCOMPARE(fromProto(plan).pending.front().reason, PendingReason::HostHeld);
  QVERIFY(!fromProto(plan).expectedMs);
}

void TstTrainingRpc::theAddressIsTheProfilesWordElseTheControlPlanes_data() {
  QTest::addColumn<QString>("control");
  QTest::addColumn<QString>("own");
  QTest::addColumn<QString>("told");
  QTest::addColumn<QString>("address");
  const auto s = [](const char* text) { return QString::fromLatin1(text); };
  QTest::newRow("told by a local one")
      << s("127.0.0.1:7700") << s("") << s("127.0.0.1:7720") << s("127.0.0.1:7720");
  QTest::newRow("told by a remote one")
      << s("ml.example.org:7700") << s("") << s("ml.example.org:7720") << s("ml.example.org:7720");
  QTest::newRow("a remote one tells its own loopback")
      << s("ml.example.org:7700") << s("") << s("127.0.0.1:7720") << s("");
  QTest::newRow("the profile's own") << s("ml.example.org:7700") << s(" gpu.example.org:7720 ")
                                     << s("127.0.0.1:7720") << s("gpu.example.org:7720");
  QTest::newRow("none") << s("127.0.0.1:7700") << s("") << s("") << s("");
}

void TstTrainingRpc::theAddressIsTheProfilesWordElseTheControlPlanes() {
  QFETCH(QString, control);
  QFETCH(QString, own);
  QFETCH(QString, told);
  QFETCH(QString, address);
  Profile profile;
  profile.name = QStringLiteral("x");
  profile.address = control;
  profile.trainingAddress = own;
  QCOMPARE(trainingAddressOf(profile, told), address);
}

}  // namespace aerie::rpc

QTEST_GUILESS_MAIN(aerie::rpc::TstTrainingRpc)
#include "tst_training_rpc.moc"
