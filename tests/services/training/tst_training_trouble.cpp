// The real program in trouble that only a machine can make: its clock is put, its disk is full.
#include <QtTest>
#include <csignal>
#include <fstream>
#include <sys/mount.h>
#include <sys/resource.h>

#include "core/base/child_process.h"
#include "core/base/clock.h"
#include "core/base/files.h"
#include "tests/services/training/training_client.h"
#include "tests/status_checks.h"

using namespace aerie;
using test::Client;
using test::kTryMs;
using test::script;
namespace fs = std::filesystem;

namespace {

constexpr const char* kFakeTime = "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1";
constexpr std::int64_t kMinuteMs = 60'000;

class Program final {
 public:
  explicit Program(const TempDir& folder) : folder_(folder) {}
  ~Program() {
    // Also after a test that failed, where nothing is tried for long.
    for (const int signal : {SIGTERM, SIGKILL}) {
      if (!runs()) return;
      static_cast<void>(signalChild(pid_, signal));
      static_cast<void>(QTest::qWaitFor([this] { return !runs(); }, kTryMs));
    }
  }
  void start(const fs::path& state, const std::map<std::string, std::string>& environment = {}) {
    fs::remove(mark("address"));
    ChildOptions child;
    child.arguments = {AERIE_BIN_DIR "/aerie-training",
                       "--state-dir",
                       state.string(),
                       "--listen",
                       "unix:" + mark("socket"),
                       "--metrics-listen",
                       "",
                       "--address-file",
                       mark("address"),
                       "--stop-tasks"};
    child.environment = environment;
    child.output = mark("log");
    const auto spawned = spawnChild(child);
    QVERIFY2(spawned.ok(), toText(spawned.status()).c_str());
    pid_ = *spawned;
    QTRY_VERIFY2_WITH_TIMEOUT(fs::exists(mark("address")) || !runs(), log().c_str(), kTryMs);
    QVERIFY2(fs::exists(mark("address")), log().c_str());
  }
  bool runs() {
    if (pid_ > 0 && pollChild(pid_).has_value()) pid_ = 0;
    return pid_ > 0;
  }
  void stop(int signal) {
    if (!runs()) return;
    static_cast<void>(signalChild(pid_, signal));
    QTRY_VERIFY_WITH_TIMEOUT(!runs(), kTryMs);
  }
  pid_t pid() const { return pid_; }
  std::string address() const { return "unix:" + mark("socket"); }
  std::string mark(const std::string& name) const { return (folder_.path() / name).string(); }
  std::string log() const { return readFile(mark("log")).value_or("no log"); }

 private:
  const TempDir& folder_;
  pid_t pid_ = 0;
};

// A file system of its own that ends with it.
class SmallDisk final {
 public:
  explicit SmallDisk(const fs::path& at, const char* options) : at_(at) {
    fs::create_directories(at);
    mounted_ = ::mount("tmpfs", at.c_str(), "tmpfs", 0, options) == 0;
    if (!mounted_) why_ = std::strerror(errno);
  }
  ~SmallDisk() {
    if (mounted_) ::umount2(at_.c_str(), MNT_DETACH);
  }
  bool mounted() const { return mounted_; }
  std::string why() const {
    return "a small file system cannot be mounted here (" + why_ + "); run the test as root";
  }
  // Takes all that is left.
  void fill() const {
    std::ofstream out(ballast(), std::ios::binary | std::ios::app);
    const std::string block(4'096, 'x');
    while (out.write(block.data(), 4'096).flush()) {
    }
  }
  void makeSpace() const { fs::remove(ballast()); }

 private:
  fs::path ballast() const { return at_ / "ballast"; }
  const fs::path at_;
  bool mounted_ = false;
  std::string why_;
};

QStringList linesOf(const std::string& file) {
  return QString::fromStdString(readFile(file).value_or("")).split('\n', Qt::SkipEmptyParts);
}

std::string taskMessages(Client& client, const std::string& job) {
  v1::ListTrainingTasksRequest request;
  request.set_job(job);
  v1::ListTrainingTasksResponse tasks;
  static_cast<void>(client.call(&v1::TrainingService::Stub::ListTasks, request, &tasks));
  std::string out;
  for (const v1::TrainingTask& task : tasks.tasks()) out += task.message() + " " + task.pending_text() + "\n";
  return out;
}

std::string whyPending(const v1::TrainingJob& job) {
  return job.pending_size() == 0 ? "" : job.pending(0).text();
}

}  // namespace

class TstTrainingTrouble : public QObject {
  Q_OBJECT
  std::optional<TempDir> folder_;
  std::string mark(const std::string& name) const { return (folder_->path() / name).string(); }
  std::string waiting(const std::string& then) const {
    return "echo $0 >> " + mark("ran") + "; until test -e " + mark("go") + "; do sleep 0.02; done; " + then;
  }

 private Q_SLOTS:
  void init() { folder_.emplace(*TempDir::create("aerie-tt")); }
  void cleanup() { folder_.reset(); }

  void theClockIsPutInTheMiddleOfAJob_data() {
    QTest::addColumn<QString>("put");
    QTest::addColumn<qint64>("by");
    QTest::newRow("a day ahead") << "+86400" << qint64{86'400'000};
    QTest::newRow("a day back") << "-86400" << qint64{-86'400'000};
  }
  void theClockIsPutInTheMiddleOfAJob() {
    QFETCH(QString, put);
    QFETCH(qint64, by);
    if (!fs::exists(kFakeTime)) QSKIP("libfaketime is not installed (Debian: libfaketime)");
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("a sanitizer's runtime and libfaketime both want to be loaded first");
#endif
    AERIE_VERIFY_OK(writeFileAtomic(mark("clock"), "+0\n"));
    Program program(*folder_);
    program.start(folder_->path() / "state", {{"LD_PRELOAD", kFakeTime},
                                              {"FAKETIME_TIMESTAMP_FILE", mark("clock")},
                                              {"FAKETIME_NO_CACHE", "1"},
                                              {"FAKETIME_DONT_FAKE_MONOTONIC", "1"},
                                              {"DONT_FAKE_MONOTONIC", "1"},
                                              {"NO_FAKE_STAT", "1"}});
    Client client(program.address());
    const std::string limits = "limits: {timeout: 10m, retries: 1, backoff: 500ms}\n";
    const auto job = client.submit(script("1..6", waiting("echo x > $1/out")) + limits);
    AERIE_VERIFY_OK(job);
    QTRY_VERIFY_WITH_TIMEOUT(!linesOf(mark("ran")).isEmpty(), kTryMs);
    const auto failing = client.submit(
        script("[1]", "echo x >> " + mark("tried") + "; test $(wc -l < " + mark("tried") + ") = 2", "again") +
        limits);
    AERIE_VERIFY_OK(failing);

    AERIE_VERIFY_OK(writeFileAtomic(mark("clock"), put.toStdString() + "\n"));
    const auto nowMs = [&] { return unixMillis(SystemClock().wallNow()) + by; };
    const auto isToday = [&](std::int64_t ms) { return std::abs(ms - nowMs()) < 10 * kMinuteMs; };
    QTRY_VERIFY_WITH_TIMEOUT(isToday(client.get(job->id()).submitted_unix_ms()), kTryMs);
    // What runs goes on, and what failed comes again in its time.
    QCOMPARE(client.get(job->id()).state(), v1::TRAINING_JOB_STATE_RUNNING);
    QVERIFY(isToday(client.get(job->id()).started_unix_ms()));
    AERIE_VERIFY_OK(writeFileAtomic(mark("go"), "x"));
    QTRY_COMPARE_WITH_TIMEOUT(client.get(job->id()).state(), v1::TRAINING_JOB_STATE_DONE, kTryMs);
    QTRY_COMPARE_WITH_TIMEOUT(client.get(failing->id()).state(), v1::TRAINING_JOB_STATE_DONE, kTryMs);
    const v1::TrainingJob done = client.get(job->id());
    QVERIFY(isToday(done.ended_unix_ms()));
    QVERIFY(done.ended_unix_ms() - done.started_unix_ms() < 10 * kMinuteMs);
    QCOMPARE(linesOf(mark("ran")).size(), qsizetype{6});  // none twice, none lost
    v1::TrainingTimelineRequest timeline;
    timeline.set_job(job->id());
    v1::TrainingTimelineResponse bars;
    AERIE_VERIFY_OK(client.call(&v1::TrainingService::Stub::Timeline, timeline, &bars));
    QCOMPARE(bars.bars_size(), 6);
    for (const v1::TrainingBar& bar : bars.bars()) {
      QVERIFY(isToday(bar.started_unix_ms()));
      QVERIFY(bar.ended_unix_ms() >= bar.started_unix_ms());
      QVERIFY(bar.ended_unix_ms() - bar.started_unix_ms() < 10 * kMinuteMs);
    }
    // Another daemon of the same state tells the same.
    program.stop(SIGKILL);
    AERIE_VERIFY_OK(writeFileAtomic(mark("clock"), "+0\n"));
    program.start(folder_->path() / "state");
    Client later(program.address());
    QTRY_VERIFY_WITH_TIMEOUT(!later.get(job->id()).id().empty(), kTryMs);
    const v1::TrainingJob again = later.get(job->id());
    QCOMPARE(again.state(), v1::TRAINING_JOB_STATE_DONE);
    QVERIFY(std::abs(again.ended_unix_ms() - unixMillis(SystemClock().wallNow())) < 10 * kMinuteMs);
    QCOMPARE(again.ended_unix_ms() - again.started_unix_ms(), done.ended_unix_ms() - done.started_unix_ms());
  }

  void theDiskIsFullAndEmptyAgain() {
    const SmallDisk disk(folder_->path() / "disk", "size=24m");
    if (!disk.mounted()) QSKIP(disk.why().c_str());
    Program program(*folder_);
    program.start(folder_->path() / "disk" / "state");
    Client client(program.address());
    // The first two run while the disk fills up; one of them then cannot write its output.
    const std::string yaml =
        script("1..8", waiting("if test $0 = 1; then head -c 300000 /dev/zero > $1/out || exit 1; fi; "
                               "echo $0 >> " +
                               mark("ended"))) +
        "limits: {retries: 0}\norder: as_listed\n";
    const auto job = client.submit(yaml, "once");
    AERIE_VERIFY_OK(job);
    QTRY_VERIFY_WITH_TIMEOUT(!linesOf(mark("ran")).isEmpty(), kTryMs);
    disk.fill();
    AERIE_VERIFY_OK(writeFileAtomic(mark("go"), "x"));

    // Nothing more is started, and everybody is told why and what helps.
    const auto told = [&] {
      const v1::TrainingJob now = client.get(job->id());
      return whyPending(now).find("free some space") != std::string::npos &&
             now.message().find("free some space") != std::string::npos;
    };
    QTRY_VERIFY2_WITH_TIMEOUT(told(), whyPending(client.get(job->id())).c_str(), kTryMs);
    const auto refused = client.submit(script("[1]", "true", "another"));
    QVERIFY(!refused.ok());
    QVERIFY2(absl::IsResourceExhausted(refused.status()), toText(refused.status()).c_str());
    QVERIFY2(messageOf(refused.status()).find("space") != std::string::npos,
             toText(refused.status()).c_str());
    const auto sent = client.upload(std::string(64, 'a'), {std::string(500'000, 'x')});
    QVERIFY2(absl::IsResourceExhausted(sent.status()), toText(sent.status()).c_str());
    QTRY_VERIFY(fs::is_empty(folder_->path() / "disk" / "state" / "jobs" / ".uploads"));
    QVERIFY(program.runs());
    QVERIFY(client.get(job->id()).state() == v1::TRAINING_JOB_STATE_RUNNING);
    QVERIFY2(taskMessages(client, job->id()).find("free some space") != std::string::npos,
             taskMessages(client, job->id()).c_str());

    disk.makeSpace();
    QTRY_COMPARE_WITH_TIMEOUT(client.get(job->id()).state(), v1::TRAINING_JOB_STATE_DONE, 2 * kTryMs);
    QCOMPARE(client.get(job->id()).tasks().succeeded(), 8U);
    const QStringList ended = linesOf(mark("ended"));
    QCOMPARE(QSet<QString>(ended.begin(), ended.end()).size(), qsizetype{8});
    AERIE_VERIFY_OK(client.submit(script("[1]", "true", "another")));
    QCOMPARE(client.submit(yaml, "once").value_or(v1::TrainingJob()).id(), job->id());
    QVERIFY(fs::exists(folder_->path() / "disk" / "state" / "jobs" / job->id() / "outputs" / "1" / "out"));
  }

  void aDaemonThatIsKilledOnAFullDiskGoesOnLater() {
    const SmallDisk disk(folder_->path() / "disk", "size=24m");
    if (!disk.mounted()) QSKIP(disk.why().c_str());
    Program program(*folder_);
    program.start(folder_->path() / "disk" / "state");
    Client client(program.address());
    const auto job = client.submit(script("1..6", waiting("echo $0 > $1/out; echo $0 >> " + mark("ended"))) +
                                   "limits: {retries: 0}\n");
    AERIE_VERIFY_OK(job);
    QTRY_VERIFY_WITH_TIMEOUT(!linesOf(mark("ran")).isEmpty(), kTryMs);
    disk.fill();
    QTRY_VERIFY_WITH_TIMEOUT(whyPending(client.get(job->id())).find("space") != std::string::npos, kTryMs);
    program.stop(SIGKILL);
    AERIE_VERIFY_OK(writeFileAtomic(mark("go"), "x"));
    disk.makeSpace();
    program.start(folder_->path() / "disk" / "state");
    Client later(program.address());
    QTRY_COMPARE_WITH_TIMEOUT(later.get(job->id()).state(), v1::TRAINING_JOB_STATE_DONE, kTryMs);
    QCOMPARE(later.get(job->id()).tasks().succeeded(), 6U);
  }

  // The same without a disk of one's own: files of the daemon may not grow any more.
  void filesThatMayNotGrow() {
    Program program(*folder_);
    const fs::path state = folder_->path() / "state";
    program.start(state);
    Client client(program.address());
    const auto job =
        client.submit(script("1..40", waiting("echo $0 >> " + mark("ended"))) + "order: as_listed\n", "once");
    AERIE_VERIFY_OK(job);
    QTRY_VERIFY_WITH_TIMEOUT(!linesOf(mark("ran")).isEmpty(), kTryMs);
    rlimit before{};
    QCOMPARE(::prlimit(program.pid(), RLIMIT_FSIZE, nullptr, &before), 0);
    const rlimit none{512, before.rlim_max};
    QCOMPARE(::prlimit(program.pid(), RLIMIT_FSIZE, &none, nullptr), 0);
    const auto refused = client.submit(script("[1]", "true", "another"));
    QVERIFY(!refused.ok());
    QVERIFY(!messageOf(refused.status()).empty());
    AERIE_VERIFY_OK(writeFileAtomic(mark("go"), "x"));
    QTRY_VERIFY2_WITH_TIMEOUT(
        whyPending(client.get(job->id())).find("nothing can be started while this lasts") !=
            std::string::npos,
        whyPending(client.get(job->id())).c_str(), kTryMs);
    QVERIFY2(program.runs(), program.log().c_str());
    QCOMPARE(::prlimit(program.pid(), RLIMIT_FSIZE, &before, nullptr), 0);
    QTRY_COMPARE_WITH_TIMEOUT(client.get(job->id()).state(), v1::TRAINING_JOB_STATE_DONE, kTryMs);
    const QStringList ended = linesOf(mark("ended"));
    QCOMPARE(QSet<QString>(ended.begin(), ended.end()).size(), qsizetype{40});
    QCOMPARE(client.get(job->id()).tasks().succeeded(), 40U);
    AERIE_VERIFY_OK(client.submit(script("[1]", "true", "another")));
  }
};

QTEST_GUILESS_MAIN(TstTrainingTrouble)
#include "tst_training_trouble.moc"
