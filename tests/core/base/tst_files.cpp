#include <QtTest>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/files.h"
#include "tests/status_checks.h"

using namespace aerie;
namespace fs = std::filesystem;

namespace {

unsigned modeOf(const fs::path& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 ? status.st_mode & 07777U : 0;
}

std::size_t entriesOf(const fs::path& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

class TstFiles : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void aWrittenFileReadsBackWhole_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("hello\n");
    QTest::newRow("all bytes, several blocks") << QByteArray(200'000, '\0') + QByteArray("\xff\n\r");
  }
  void aWrittenFileReadsBackWhole() {
    QFETCH(QByteArray, bytes);
    const auto folder = TempDir::create();
    AERIE_VERIFY_OK(folder);
    const fs::path path = folder->path() / "made" / "on" / "the way" / "f";
    AERIE_VERIFY_OK(writeFileAtomic(path, bytes.toStdString()));
    const auto read = readFile(path);
    AERIE_VERIFY_OK(read);
    QCOMPARE(*read, bytes.toStdString());
  }

  void aFailedWriteLeavesTheOldFileAndNoDebris_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("target is a folder") << "folder";
    QTest::newRow("name too long") << QString(300, 'x');
    QTest::newRow("a file stands where a folder should be") << "old/f";
  }
  void aFailedWriteLeavesTheOldFileAndNoDebris() {
    QFETCH(QString, name);
    const auto folder = TempDir::create();
    AERIE_VERIFY_OK(makeDirectories(folder->path() / "folder" / "inner"));
    AERIE_VERIFY_OK(writeFileAtomic(folder->path() / "old", "old"));
    const absl::Status status = writeFileAtomic(folder->path() / name.toStdString(), "new");
    QVERIFY(!status.ok());
    QVERIFY2(messageOf(status).find(folder->path().string()) != std::string::npos, messageOf(status).c_str());
    QCOMPARE(*readFile(folder->path() / "old"), std::string("old"));
    QCOMPARE(entriesOf(folder->path()), std::size_t{2});
  }

  void aReaderSeesTheOldOrTheNewFile() {
    const auto folder = TempDir::create();
    const fs::path path = folder->path() / "f";
    const std::string texts[] = {std::string(100'000, 'a'), std::string(100'000, 'b')};
    AERIE_VERIFY_OK(writeFileAtomic(path, texts[0]));
    std::atomic<bool> stop{false};
    std::thread writer([&] {
      for (std::size_t i = 1; !stop; ++i) {
        if (!writeFileAtomic(path, texts[i % 2]).ok()) return;
      }
    });
    int torn = 0;
    for (int i = 0; i < 100; ++i) {
      const auto read = readFile(path);
      torn += read.ok() && (*read == texts[0] || *read == texts[1]) ? 0 : 1;
    }
    stop = true;
    writer.join();
    QCOMPARE(torn, 0);
  }

  void modesAreAsAsked() {
    const auto folder = TempDir::create();
    AERIE_VERIFY_OK(writeFileAtomic(folder->path() / "key", "secret", 0600));
    QCOMPARE(modeOf(folder->path() / "key"), 0600U);
    AERIE_VERIFY_OK(writeFileAtomic(folder->path() / "key", "secret", 0644));
    QCOMPARE(modeOf(folder->path() / "key"), 0644U);
    AERIE_VERIFY_OK(makeDirectories(folder->path() / "a" / "private", 0700));
    QCOMPARE(modeOf(folder->path() / "a" / "private"), 0700U);
    AERIE_VERIFY_OK(makeDirectories(folder->path() / "slash" / "", 0700));
    QCOMPARE(modeOf(folder->path() / "slash"), 0700U);
    QCOMPARE(modeOf(folder->path()), 0700U);
  }

  void makingAFolderThatExistsIsFine() {
    const auto folder = TempDir::create();
    AERIE_VERIFY_OK(makeDirectories(folder->path()));
    AERIE_VERIFY_OK(makeDirectories(folder->path() / "a"));
    AERIE_VERIFY_OK(makeDirectories(folder->path() / "a"));
    AERIE_VERIFY_OK(makeDirectories(""));
    AERIE_VERIFY_OK(makeDirectories("/"));
  }

  void aFileIsNoFolder() {
    const auto folder = TempDir::create();
    AERIE_VERIFY_OK(writeFileAtomic(folder->path() / "f", "x"));
    AERIE_VERIFY_FAILS(makeDirectories(folder->path() / "f"), absl::StatusCode::kFailedPrecondition,
                       "is a file");
    AERIE_VERIFY_FAILS(makeDirectories(folder->path() / "f" / "g"), absl::StatusCode::kFailedPrecondition,
                       "/f");
    QVERIFY(!makeDirectories(folder->path() / std::string(300, 'x') / "y").ok());
  }

  void whatCannotBeReadSaysWhy() {
    const auto folder = TempDir::create();
    AERIE_VERIFY_OK(writeFileAtomic(folder->path() / "f", "12345"));
    AERIE_VERIFY_FAILS(readFile(folder->path() / "g"), absl::StatusCode::kNotFound,
                       "g: there is no such file");
    AERIE_VERIFY_FAILS(readFile(folder->path()), absl::StatusCode::kFailedPrecondition, "is a directory");
    AERIE_VERIFY_FAILS(readFile(folder->path() / "f", 4), absl::StatusCode::kFailedPrecondition,
                       "larger than the limit of 4 bytes");
    AERIE_VERIFY_OK(readFile(folder->path() / "f", 5));
    QVERIFY(!readFile(std::string(5'000, 'x')).ok());
  }

  void aFileWithoutEndIsBounded() {
    AERIE_VERIFY_FAILS(readFile("/dev/zero", 1'000'000), absl::StatusCode::kFailedPrecondition, "limit");
  }

  void temporaryFoldersGoAwayWithTheirContents() {
    fs::path path;
    {
      auto first = TempDir::create("aerie-test");
      AERIE_VERIFY_OK(first);
      path = first->path();
      const TempDir moved = std::move(*first);
      QCOMPARE(moved.path(), path);
      AERIE_VERIFY_OK(writeFileAtomic(path / "a" / "f", "x"));
      QVERIFY(fs::exists(path / "a" / "f"));
    }
    QVERIFY(!fs::exists(path));
  }

  void temporaryFoldersDiffer() { QVERIFY(TempDir::create()->path() != TempDir::create()->path()); }
};

QTEST_GUILESS_MAIN(TstFiles)
#include "tst_files.moc"
