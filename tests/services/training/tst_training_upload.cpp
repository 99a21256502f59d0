#include <QtTest>
#include <archive.h>
#include <archive_entry.h>
#include <csignal>
#include <fstream>

#include "core/base/files.h"
#include "core/taskrun/working_directory.h"
#include "services/common/auth.h"
#include "services/training/training_server.h"
#include "tests/services/training/training_client.h"
#include "tests/status_checks.h"

using namespace aerie;
using test::Client;
using test::kTryMs;
using training_service::TrainingOptions;
using training_service::TrainingServer;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t kPiece = 256U << 10;

std::vector<std::string> piecesOf(const std::string& bytes, std::size_t piece = kPiece) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < bytes.size(); at += piece) out.push_back(bytes.substr(at, piece));
  return out;
}

// Bytes that do not get smaller.
std::string noise(std::size_t size) {
  std::string out(size, '\0');
  std::uint32_t state = 1;
  for (char& c : out) c = static_cast<char>((state = state * 1'664'525U + 1'013'904'223U) >> 24);
  return out;
}

struct Entry {
  std::string path;
  unsigned type = AE_IFREG;
  std::string link = {};
};

// An archive that no honest packer makes.
std::string archiveOf(const fs::path& file, const Entry& one) {
  archive* writer = archive_write_new();
  archive_write_set_format_pax_restricted(writer);
  archive_write_add_filter_zstd(writer);
  archive_write_open_filename(writer, file.c_str());
  archive_entry* entry = archive_entry_new();
  archive_entry_set_pathname(entry, one.path.c_str());
  archive_entry_set_filetype(entry, one.type);
  archive_entry_set_perm(entry, 0644);
  if (!one.link.empty()) archive_entry_set_symlink(entry, one.link.c_str());
  archive_entry_set_size(entry, one.type == AE_IFREG ? 4 : 0);
  archive_write_header(writer, entry);
  if (one.type == AE_IFREG) archive_write_data(writer, "evil", 4);
  archive_entry_free(entry);
  archive_write_free(writer);
  return readFile(file).value_or("");
}

}  // namespace

// Working directories that are sent: whole or not at all.
class TstTrainingUpload : public QObject {
  Q_OBJECT
  std::optional<TempDir> folder_;
  std::unique_ptr<TrainingServer> server_;
  TrainingOptions options() const {
    TrainingOptions options;
    options.common.listen = "127.0.0.1:0";
    options.common.metrics_listen = "";
    options.state_dir = (folder_->path() / "state").string();
    options.working_dir_mib = 1;
    options.working_dir_files = 20;
    options.stop_tasks = true;
    return options;
  }
  void start(const TrainingOptions& given) {
    server_.reset();
    auto started = TrainingServer::start(given);
    QVERIFY2(started.ok(), toText(started.status()).c_str());
    server_ = std::move(*started);
  }
  // What lies in the daemon's store of uploads.
  QStringList kept() const {
    QStringList names;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder_->path() / "state" / "jobs" / ".uploads", error))
      names.append(QString::fromStdString(entry.path().filename().string()));
    return names;
  }
  fs::path write(const std::string& path, const std::string& text) const {
    const fs::path file = folder_->path() / "work" / path;
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
    return file;
  }
  // The digest and the bytes of the folder as it is now, whatever its size.
  std::pair<std::string, std::string> packed() const {
    const fs::path file = folder_->path() / "packed.tar.zst";
    const auto survey = taskrun::surveyDirectory(folder_->path() / "work");
    const auto made = taskrun::packDirectory(*survey, file);
    return {made->digest, readFile(file, 1ULL << 30).value_or("")};
  }
  static std::string job(const std::string& command) {
    return "application: sent\nenvironment: {working_dir: work}\ncluster: {engine: local, hosts: 1, "
           "cpus_per_host: 1}\ntasks: {command: [sh, -c, '" +
           command + "']}\n";
  }

 private Q_SLOTS:
  void init() {
    folder_.emplace(*TempDir::create("aerie-tu"));
    start(options());
  }
  void cleanup() {
    server_.reset();
    folder_.reset();
  }

  void aDirectoryThatWasSentIsWhereTasksRun() {
    write("train.txt", "from far away");
    write("data/numbers.bin", noise(700'000));
    const auto [digest, bytes] = packed();
    QVERIFY(bytes.size() > 2 * kPiece);
    Client client(server_->address());
    const auto sent = client.upload(digest, piecesOf(bytes));
    AERIE_VERIFY_OK(sent);
    QCOMPARE(sent->digest(), digest);
    QCOMPARE(sent->size_bytes(), std::uint64_t{bytes.size()});
    AERIE_VERIFY_OK(client.upload(digest, piecesOf(bytes, 1'000)));  // again, in other pieces
    QCOMPARE(kept().size(), qsizetype{1});
    v1::SubmitTrainingRequest request;
    request.set_job_file(job("cat train.txt; wc -c < data/numbers.bin"));
    v1::PlanTrainingRequest plan;
    *plan.mutable_submit() = request;
    v1::TrainingPlan planned;
    AERIE_VERIFY_OK(client.call(&v1::TrainingService::Stub::Plan, plan, &planned));  // needs none
    request.set_working_dir_digest(digest);
    v1::SubmitTrainingResponse submitted;
    AERIE_VERIFY_OK(client.call(&v1::TrainingService::Stub::Submit, request, &submitted));
    const std::string id = submitted.job().id();
    QTRY_COMPARE_WITH_TIMEOUT(client.get(id).state(), v1::TRAINING_JOB_STATE_DONE, kTryMs);
    v1::ListTrainingTasksRequest list;
    list.set_job(id);
    v1::ListTrainingTasksResponse tasks;
    AERIE_VERIFY_OK(client.call(&v1::TrainingService::Stub::ListTasks, list, &tasks));
    v1::TrainingLogsRequest logs;
    logs.set_job(id);
    logs.set_task(tasks.tasks(0).id());
    QCOMPARE(client.logs(logs).value_or(""), std::string("from far away700000\n"));
  }

  void whatIsNotWholeIsNotKept_data() {
    QTest::addColumn<double>("share");
    QTest::newRow("nothing but its digest") << 0.0;
    QTest::newRow("a few bytes") << 0.001;
    QTest::newRow("half") << 0.5;
    QTest::newRow("all but the last bytes") << 0.99999;
  }
  void whatIsNotWholeIsNotKept() {
    QFETCH(double, share);
    write("a.bin", noise(500'000));
    const auto [digest, bytes] = packed();
    const auto part = static_cast<std::size_t>(static_cast<double>(bytes.size() - 1) * share);
    Client client(server_->address());
    AERIE_VERIFY_FAILS(client.upload(digest, piecesOf(bytes.substr(0, part))).status(),
                       absl::StatusCode::kDataLoss, "");
    QTRY_VERIFY(kept().isEmpty());
    AERIE_VERIFY_OK(client.upload(digest, piecesOf(bytes)));
    QCOMPARE(kept().size(), qsizetype{1});
  }

  void anotherDirectoryThanItSaysIsNotKept() {
    write("a.txt", "one");
    const std::string digest = packed().first;
    write("a.txt", "two");
    Client client(server_->address());
    AERIE_VERIFY_FAILS(client.upload(digest, piecesOf(packed().second)).status(), absl::StatusCode::kDataLoss,
                       "not those that were packed");
    QTRY_VERIFY(kept().isEmpty());
    v1::SubmitTrainingRequest request;
    request.set_job_file(job("true"));
    request.set_working_dir_digest(digest);
    v1::SubmitTrainingResponse submitted;
    AERIE_VERIFY_FAILS(client.call(&v1::TrainingService::Stub::Submit, request, &submitted),
                       absl::StatusCode::kFailedPrecondition, "upload it again");
  }

  void pathsThatLeadOutAreRefused_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<uint>("type");
    QTest::newRow("upwards") << "../../escaped" << uint(AE_IFREG);
    QTest::newRow("upwards on the way") << "a/../../escaped" << uint(AE_IFREG);
    QTest::newRow("absolute") << "/tmp/aerie-escaped" << uint(AE_IFREG);
    QTest::newRow("a link") << "a" << uint(AE_IFLNK);
    QTest::newRow("a pipe") << "a" << uint(AE_IFIFO);
  }
  void pathsThatLeadOutAreRefused() {
    QFETCH(QString, path);
    QFETCH(uint, type);
    const std::string bytes = archiveOf(folder_->path() / "evil.tar.zst",
                                        {path.toStdString(), type, type == AE_IFLNK ? "/etc" : ""});
    Client client(server_->address());
    AERIE_VERIFY_FAILS(client.upload(std::string(64, 'a'), {bytes}).status(),
                       absl::StatusCode::kInvalidArgument, "");
    QTRY_VERIFY(kept().isEmpty());
    QVERIFY(!fs::exists("/tmp/aerie-escaped"));
    QVERIFY(!fs::exists(folder_->path() / "state" / "escaped"));
  }

  void digestsThatAreNoneAreRefused_data() {
    QTest::addColumn<QString>("digest");
    QTest::newRow("empty") << "";
    QTest::newRow("a path") << "../../../../etc/passwd";
    QTest::newRow("a path of the right length") << QString("../").repeated(21) + "x";
    QTest::newRow("upper case") << QString(64, 'A');
    QTest::newRow("too long") << QString(65, 'a');
  }
  void digestsThatAreNoneAreRefused() {
    QFETCH(QString, digest);
    Client client(server_->address());
    AERIE_VERIFY_FAILS(client.upload(digest.toStdString(), {"x"}).status(),
                       absl::StatusCode::kInvalidArgument, "64 hex digits");
    QVERIFY(kept().isEmpty());
  }

  void theLimitsHold() {
    Client client(server_->address());
    AERIE_VERIFY_FAILS(client.upload(std::string(64, 'a'), {std::string((1U << 20) + 1, 'x')}).status(),
                       absl::StatusCode::kInvalidArgument, "messages of at most");
    // More than could ever be within the limits: refused while it comes.
    const std::string large = noise(8U << 20);
    AERIE_VERIFY_FAILS(client.upload(std::string(64, 'a'), piecesOf(large)).status(),
                       absl::StatusCode::kResourceExhausted, ".aerieignore");
    // Small when it comes, large when it is unpacked.
    write("zeros.bin", std::string(20U << 20, '\0'));
    const auto [digest, bytes] = packed();
    QVERIFY(bytes.size() < 100'000);
    AERIE_VERIFY_FAILS(client.upload(digest, {bytes}).status(), absl::StatusCode::kResourceExhausted,
                       "unpacks to more than");
    fs::remove_all(folder_->path() / "work");
    for (int i = 0; i < 21; ++i) write("f" + std::to_string(i), "x");
    const auto [many, all] = packed();
    AERIE_VERIFY_FAILS(client.upload(many, {all}).status(), absl::StatusCode::kResourceExhausted, "20 files");
    QTRY_VERIFY(kept().isEmpty());
  }

  void oneThatIsCancelledLeavesNothing() {
    Client client(server_->address());
    for (int round = 0; round < 5; ++round) {
      grpc::ClientContext context;
      v1::UploadTrainingDirectoryResponse response;
      const auto writer = client.stub().UploadDirectory(&context, &response);
      v1::UploadTrainingDirectoryRequest piece;
      piece.set_digest(std::string(64, 'b'));
      QVERIFY(writer->Write(piece));
      piece.clear_digest();
      piece.set_data(noise(200'000));
      QVERIFY(writer->Write(piece));
      if (round > 0) QTRY_VERIFY(!kept().isEmpty());  // it is on its way
      context.TryCancel();
      QCOMPARE(writer->Finish().error_code(), grpc::StatusCode::CANCELLED);
      QTRY_VERIFY(kept().isEmpty());
    }
    write("a.txt", "x");
    const auto [digest, bytes] = packed();
    AERIE_VERIFY_OK(client.upload(digest, {bytes}));
  }

  void onlyEngineersSendDirectories() {
    std::ofstream(folder_->path() / "tokens")
        << services::tokenFileLine("eve", services::Role::kViewer, "look") << "\n";
    TrainingOptions guarded = options();
    guarded.common.token_file = (folder_->path() / "tokens").string();
    start(guarded);
    Client viewer(server_->address(), "look"), nobody(server_->address());
    AERIE_VERIFY_FAILS(viewer.upload(std::string(64, 'a'), {"x"}).status(),
                       absl::StatusCode::kPermissionDenied, "engineer");
    AERIE_VERIFY_FAILS(nobody.upload(std::string(64, 'a'), {"x"}).status(),
                       absl::StatusCode::kUnauthenticated, "");
    QVERIFY(kept().isEmpty());
  }
};

QTEST_GUILESS_MAIN(TstTrainingUpload)
#include "tst_training_upload.moc"
