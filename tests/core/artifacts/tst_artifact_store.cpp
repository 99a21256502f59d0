#include <QtTest>
#include <csignal>
#include <sys/resource.h>
#include <thread>

#include "core/artifacts/directory_artifact_store.h"
#include "core/base/crypto.h"
#include "core/base/files.h"
#include "core/base/status.h"

using namespace aerie;
using namespace aerie::artifacts;
namespace fs = std::filesystem;

#define VERIFY_OK(expr)                                  \
  do {                                                   \
    const absl::Status verified_ = (expr);               \
    QVERIFY2(verified_.ok(), toText(verified_).c_str()); \
  } while (false)

class TstArtifactStore final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    dir_ = std::make_unique<TempDir>(TempDir::create("artifacts").value());
    store_ = DirectoryArtifactStore::open(root()).value();
  }

  void fileIsStoredUnderItsDigest() {
    VERIFY_OK(writeFileAtomic(source(), "hello"));
    const auto object = store_->putFile(source());
    VERIFY_OK(object.status());
    QCOMPARE(object->digest, sha256Hex("hello"));
    QCOMPARE(object->size, std::uint64_t{5});
    QVERIFY(object->created);
    const fs::path path = store_->path(object->digest).value();
    QCOMPARE(path, root() / "sha256" / object->digest.substr(0, 2) / object->digest);
    QCOMPARE(readFile(path).value(), std::string("hello"));
    VERIFY_OK(store_->verify(object->digest));
    QVERIFY(nothingIncoming());
  }

  void sameContentTwiceIsOneObject() {
    VERIFY_OK(writeFileAtomic(source(), "hello"));
    QVERIFY(store_->putFile(source())->created);
    QVERIFY(!store_->putFile(source())->created);
    QCOMPARE(store_->list()->size(), std::size_t{1});
    QVERIFY(nothingIncoming());
  }

  void writerTakesContentInParts() {
    const std::string digest = sha256Hex("hello world");
    auto writer = store_->beginPut({digest, 11});
    VERIFY_OK(writer.status());
    VERIFY_OK((*writer)->append("hello "));
    VERIFY_OK((*writer)->append("world"));
    QCOMPARE((*writer)->bytesWritten(), std::uint64_t{11});
    const auto sealed = (*writer)->seal();
    VERIFY_OK(sealed.status());
    QCOMPARE(readFile(*sealed).value(), std::string("hello world"));
    QVERIFY(!store_->contains(digest).value());
    VERIFY_OK((*writer)->commit().status());
    QVERIFY(store_->contains(digest).value());
    QVERIFY(!(*writer)->commit().ok());
    QVERIFY(!(*writer)->append("more").ok());
  }

  void droppedWriterLeavesNothing() {
    {
      auto writer = store_->beginPut({});
      VERIFY_OK((*writer)->append("half"));
    }
    {
      auto writer = store_->beginPut({});
      VERIFY_OK((*writer)->append("sealed only"));
      VERIFY_OK((*writer)->seal().status());
    }
    QVERIFY(store_->list()->empty());
    QVERIFY(nothingIncoming());
  }

  void otherContentThanAnnouncedIsRefused_data() {
    QTest::addColumn<QString>("digest");
    QTest::addColumn<int>("size");
    QTest::addColumn<QString>("words");
    QTest::newRow("another digest") << QString::fromStdString(sha256Hex("other")) << -1 << "has digest";
    QTest::newRow("fewer bytes") << QString() << 6 << "got 5 bytes where 6";
    QTest::newRow("more bytes") << QString() << 4 << "more bytes than the 4";
    QTest::newRow("not a digest") << "../../etc/passwd" << -1 << "not a SHA-256 digest";
    QTest::newRow("upper case digest") << QString(64, 'A') << -1 << "not a SHA-256 digest";
  }
  void otherContentThanAnnouncedIsRefused() {
    QFETCH(QString, digest);
    QFETCH(int, size);
    QFETCH(QString, words);
    VERIFY_OK(writeFileAtomic(source(), "hello"));
    Expectation expected{digest.toStdString(), {}};
    if (size >= 0) expected.size = static_cast<std::uint64_t>(size);
    const auto object = store_->putFile(source(), expected);
    QCOMPARE(object.status().code(), absl::StatusCode::kInvalidArgument);
    QVERIFY2(messageOf(object.status()).find(words.toStdString()) != std::string::npos,
             toText(object.status()).c_str());
    QVERIFY(store_->list()->empty());
    QVERIFY(nothingIncoming());
  }

  void digestsAreNeverPaths() {
    for (const char* digest : {"", "..", "../incoming", "ab/cd"}) {
      QCOMPARE(store_->path(digest).status().code(), absl::StatusCode::kInvalidArgument);
      QCOMPARE(store_->remove(digest).code(), absl::StatusCode::kInvalidArgument);
    }
  }

  void absentObjectIsNotFound() {
    const std::string digest = sha256Hex("never stored");
    QCOMPARE(store_->path(digest).status().code(), absl::StatusCode::kNotFound);
    QCOMPARE(store_->verify(digest).code(), absl::StatusCode::kNotFound);
    QCOMPARE(store_->remove(digest).code(), absl::StatusCode::kNotFound);
    QCOMPARE(store_->putFile(dir_->path() / "no file").status().code(), absl::StatusCode::kNotFound);
  }

  void damagedObjectIsDataLoss() {
    VERIFY_OK(writeFileAtomic(source(), "hello"));
    const std::string digest = store_->putFile(source())->digest;
    VERIFY_OK(writeFileAtomic(store_->path(digest).value(), "hellO"));
    QCOMPARE(store_->verify(digest).code(), absl::StatusCode::kDataLoss);
  }

  void listIsSortedAndRemoveRemoves() {
    std::vector<std::string> digests;
    for (const char* text : {"a", "b", "c"}) {
      VERIFY_OK(writeFileAtomic(source(), text));
      digests.push_back(store_->putFile(source())->digest);
    }
    std::sort(digests.begin(), digests.end());
    auto objects = store_->list().value();
    QCOMPARE(objects.size(), std::size_t{3});
    for (std::size_t i = 0; i < 3; ++i) QCOMPARE(objects[i].digest, digests[i]);
    VERIFY_OK(store_->remove(digests[1]));
    QCOMPARE(store_->list()->size(), std::size_t{2});
    QVERIFY(!store_->contains(digests[1]).value());
  }

  void leftoversOfACrashAreRemovedAtOpening() {
    // No process has this start time: it stands for one that is gone.
    const fs::path stale = root() / "incoming" / "1-1-abcd";
    VERIFY_OK(writeFileAtomic(stale, "half"));
    auto writer = store_->beginPut({});
    VERIFY_OK((*writer)->append("alive"));
    VERIFY_OK(DirectoryArtifactStore::open(root()).status());
    QVERIFY(!fs::exists(stale));
    VERIFY_OK((*writer)->commit().status());
  }

  void fullDiskLeavesNothingBehind() {
    // A limit on file size stands in for a full disk: write fails half way.
    struct rlimit before {};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    struct rlimit small = before;
    small.rlim_cur = 1000;
    std::signal(SIGXFSZ, SIG_IGN);
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    absl::Status status;
    {
      auto writer = store_->beginPut({});
      status = (*writer)->append(std::string(4000, 'x'));
    }
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
    QVERIFY(!status.ok());
    QVERIFY(messageOf(status).find("write failed") != std::string::npos);
    QVERIFY(nothingIncoming());
    QVERIFY(store_->list()->empty());
  }

  void threadsPuttingTheSameContentCreateItOnce() {
    VERIFY_OK(writeFileAtomic(source(), std::string(100'000, 'x')));
    std::atomic<int> created{0};
    std::atomic<int> failed{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
      threads.emplace_back([&] {
        const auto object = store_->putFile(source());
        if (!object.ok())
          ++failed;
        else if (object->created)
          ++created;
      });
    }
    for (std::thread& thread : threads) thread.join();
    QCOMPARE(failed.load(), 0);
    QCOMPARE(created.load(), 1);
  }

 private:
  fs::path root() const { return dir_->path() / "store"; }
  fs::path source() const { return dir_->path() / "source"; }
  bool nothingIncoming() const { return fs::is_empty(root() / "incoming"); }

  std::unique_ptr<TempDir> dir_;
  std::unique_ptr<DirectoryArtifactStore> store_;
};

QTEST_GUILESS_MAIN(TstArtifactStore)
#include "tst_artifact_store.moc"
