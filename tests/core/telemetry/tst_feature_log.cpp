#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>
#include <csignal>
#include <fstream>
#include <latch>
#include <sys/resource.h>
#include <thread>

#include "core/base/child_process.h"
#include "core/base/files.h"
#include "core/base/status.h"
#include "core/telemetry/feature_log.h"
#include "core/telemetry/tfrecord.h"
#include "tensorflow_serving/example.pb.h"

using namespace aerie;
using namespace aerie::telemetry;
using namespace std::chrono_literals;

namespace {

std::vector<std::filesystem::path> files(const std::filesystem::path& directory, std::string_view suffix) {
  std::vector<std::filesystem::path> found;
  for (const auto& entry : std::filesystem::directory_iterator(directory)) {
    if (entry.path().string().ends_with(suffix)) found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<std::string> readSegment(const std::filesystem::path& path) {
  TfRecordReader reader(*fileSource(path), path.string());
  std::vector<std::string> records;
  while (true) {
    auto record = reader.next();
    if (!record.ok()) {
      qWarning("%s", toText(record.status()).c_str());
      return {"unreadable"};
    }
    if (!*record) return records;
    records.push_back(**record);
  }
}

// All records of all finished segments, in order.
std::vector<std::string> readLog(const std::filesystem::path& directory) {
  std::vector<std::string> records;
  for (const auto& path : files(directory, ".zst")) {
    for (std::string& record : readSegment(path)) records.push_back(std::move(record));
  }
  return records;
}

FeatureLogBatch batchOf(std::vector<std::string> records) {
  std::size_t bytes = 0;
  for (const std::string& record : records) bytes += record.size();
  const std::size_t count = records.size();
  return {count, bytes, [records = std::move(records)](const auto& add) {
            for (const std::string& record : records) add(record);
          }};
}

std::uint64_t dropped(const FeatureLog& log, DropReason reason) {
  return log.stats().dropped[static_cast<std::size_t>(reason)];
}

// While it lives, no file of this process can grow beyond `bytes`: writes fail as on a full disk.
class FileSizeLimit final {
 public:
  explicit FileSizeLimit(rlim_t bytes) {
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit now{bytes, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &now);
  }
  ~FileSizeLimit() { setrlimit(RLIMIT_FSIZE, &before_); }

 private:
  rlimit before_{};
};

}  // namespace

class TstFeatureLog : public QObject {
  Q_OBJECT
  std::unique_ptr<TempDir> dir_;
  std::unique_ptr<ManualClock> clock_;

  FeatureLogOptions options() const {
    FeatureLogOptions options;
    options.directory = dir_->path() / "log";
    options.prefix = "endpoint-0";
    options.clock = clock_.get();
    return options;
  }
  std::filesystem::path directory() const { return dir_->path() / "log"; }

 private Q_SLOTS:
  void initTestCase() { std::signal(SIGXFSZ, SIG_IGN); }
  void init() {
    dir_ = std::make_unique<TempDir>(*TempDir::create());
    clock_ = std::make_unique<ManualClock>();
  }
  void cleanup() { dir_.reset(); }

  void closeWritesWhatWasSubmittedInOrder() {
    auto log = FeatureLog::open(options());
    QVERIFY(log.ok());
    QVERIFY((*log)->submit(batchOf({"a", "b"})));
    QVERIFY((*log)->submit(batchOf({"c"})));
    (*log)->close();
    QCOMPARE(readLog(directory()), (std::vector<std::string>{"a", "b", "c"}));
    QCOMPARE((*log)->stats().written_records, 3U);
    QCOMPARE((*log)->stats().totalDropped(), 0U);
    QVERIFY(files(directory(), ".tmp").empty());
    QVERIFY(!(*log)->submit(batchOf({"late"})));
    QCOMPARE(dropped(**log, DropReason::kQueueFull), 1U);
  }

  void nothingSubmittedLeavesNoFile() {
    (*FeatureLog::open(options()))->close();
    QVERIFY(std::filesystem::is_empty(directory()));
  }

  void aSegmentAppearsOnlyWhenItIsWhole() {
    auto log = FeatureLog::open(options());
    (*log)->submit(batchOf({"a"}));
    (*log)->flush();
    QCOMPARE(files(directory(), ".tmp").size(), 1U);
    QVERIFY(files(directory(), ".zst").empty());
    clock_->advance(11min);
    (*log)->flush();
    QVERIFY(files(directory(), ".tmp").empty());
    QCOMPARE(readLog(directory()), std::vector<std::string>{"a"});
  }

  void rotatesBySize() {
    FeatureLogOptions small = options();
    small.block_bytes = 1;
    small.segment_bytes = 100;
    auto log = FeatureLog::open(small);
    for (int i = 0; i < 10; ++i) (*log)->submit(batchOf({"record " + std::to_string(i)}));
    (*log)->close();
    QVERIFY(files(directory(), ".zst").size() >= 3);
    QCOMPARE(readLog(directory()).size(), 10U);
    QCOMPARE((*log)->stats().segments, files(directory(), ".zst").size());
  }

  void oldestSegmentsGoFirst() {
    FeatureLogOptions small = options();
    small.block_bytes = 1;
    small.segment_bytes = 1;
    small.retention_bytes = 120;
    std::filesystem::create_directories(directory());
    QVERIFY(
        writeFileAtomic(directory() / "endpoint-0-b-0000000000001-000001.tfrecord.zst", std::string(500, 'x'))
            .ok());
    auto log = FeatureLog::open(small);
    for (int i = 0; i < 20; ++i) (*log)->submit(batchOf({"record " + std::to_string(i)}));
    (*log)->close();
    // Another writer's segment is not ours to remove.
    QVERIFY(std::filesystem::remove(directory() / "endpoint-0-b-0000000000001-000001.tfrecord.zst"));
    const std::vector<std::string> left = readLog(directory());
    QVERIFY(!left.empty() && left.size() < 5);
    QCOMPARE(left.back(), std::string("record 19"));
    QCOMPARE((*log)->stats().removed_segments + left.size(), 20U);
  }

  void fullQueueDropsAndCountsWithoutBlocking() {
    FeatureLogOptions tight = options();
    tight.queue_records = 4;
    std::atomic<std::size_t> told = 0;
    tight.on_drop = [&](DropReason, std::size_t records) { told += records; };
    auto log = FeatureLog::open(tight);
    std::latch writer_busy(1);
    std::latch go_on(1);
    (*log)->submit({1, 1, [&](const auto& add) {
                      writer_busy.count_down();
                      go_on.wait();
                      add("first");
                    }});
    writer_busy.wait();
    QVERIFY((*log)->submit(batchOf({"2", "3", "4"})));
    QVERIFY(!(*log)->submit(batchOf({"5", "6"})));
    go_on.count_down();
    (*log)->flush();
    QVERIFY((*log)->submit(batchOf({"7"})));
    (*log)->close();
    QCOMPARE(readLog(directory()), (std::vector<std::string>{"first", "2", "3", "4", "7"}));
    QCOMPARE(dropped(**log, DropReason::kQueueFull), 2U);
    QCOMPARE(told.load(), 2U);
  }

  void queueIsBoundedInBytesToo() {
    FeatureLogOptions tight = options();
    tight.queue_bytes = 10;
    auto log = FeatureLog::open(tight);
    QVERIFY(!(*log)->submit(batchOf({std::string(11, 'x')})));
    QVERIFY((*log)->submit(batchOf({std::string(10, 'x')})));
  }

  void oversizedRecordIsDroppedAlone() {
    FeatureLogOptions tight = options();
    tight.max_record_bytes = 10;
    auto log = FeatureLog::open(tight);
    (*log)->submit(batchOf({"a", std::string(11, 'x'), "b"}));
    (*log)->close();
    QCOMPARE(readLog(directory()), (std::vector<std::string>{"a", "b"}));
    QCOMPARE(dropped(**log, DropReason::kTooLarge), 1U);
  }

  void fullDiskIsCountedAndRecovered() {
    FeatureLogOptions careful = options();
    careful.block_bytes = 1;
    careful.retry_after = 10s;
    auto log = FeatureLog::open(careful);
    (*log)->submit(batchOf({"before"}));
    (*log)->flush();
    {
      const FileSizeLimit full(20);
      (*log)->submit(batchOf({"lost: the write fails"}));
      (*log)->flush();
      QCOMPARE(dropped(**log, DropReason::kWriteFailed), 1U);
      QVERIFY(!(*log)->stats().last_error.empty());
      (*log)->submit(batchOf({"lost: the log rests", "and this"}));
      (*log)->flush();
      QCOMPARE(dropped(**log, DropReason::kWriteFailed), 3U);
      clock_->advance(11s);
      (*log)->submit(batchOf({"lost: it tried and failed again"}));
      (*log)->flush();
      QCOMPARE(dropped(**log, DropReason::kWriteFailed), 4U);
    }
    (*log)->submit(batchOf({"lost: space again, but it still rests"}));
    (*log)->flush();
    clock_->advance(11s);
    (*log)->submit(batchOf({"after"}));
    (*log)->close();
    QCOMPARE(readLog(directory()), (std::vector<std::string>{"before", "after"}));
    QCOMPARE(dropped(**log, DropReason::kWriteFailed), 5U);
    QVERIFY((*log)->stats().last_error.empty());
    QVERIFY(files(directory(), ".tmp").empty());
  }

  void vanishedDirectoryIsCountedAndRecovered() {
    auto log = FeatureLog::open(options());
    std::filesystem::remove(directory());
    (*log)->submit(batchOf({"lost"}));
    (*log)->flush();
    QCOMPARE(dropped(**log, DropReason::kWriteFailed), 1U);
    std::filesystem::create_directories(directory());
    clock_->advance(11s);
    (*log)->submit(batchOf({"after"}));
    (*log)->close();
    QCOMPARE(readLog(directory()), std::vector<std::string>{"after"});
  }

  void aCrashCostsOnlyTheUnwrittenTail() {
    FeatureLogOptions blocks = options();
    blocks.block_bytes = 1;
    auto log = FeatureLog::open(blocks);
    (*log)->submit(batchOf({"whole", "also whole"}));
    (*log)->flush();
    const auto bytes = readFile(files(directory(), ".tmp").at(0));
    (*log)->close();
    std::filesystem::remove(files(directory(), ".zst").at(0));
    // As after a crash: a temporary file that nobody holds, cut inside its last frame.
    QVERIFY(writeFileAtomic(directory() / "endpoint-0-0000000000001-000001.tfrecord.zst.tmp",
                            bytes->substr(0, bytes->size() - 3))
                .ok());
    QVERIFY(writeFileAtomic(directory() / "endpoint-0-0000000000002-000001.tfrecord.zst.tmp", "").ok());
    (*FeatureLog::open(blocks))->close();
    QVERIFY(files(directory(), ".tmp").empty());
    QCOMPARE(readLog(directory()), std::vector<std::string>{"whole"});
  }

  void aRunningWritersSegmentIsLeftAlone() {
    auto first = FeatureLog::open(options());
    (*first)->submit(batchOf({"a"}));
    (*first)->flush();
    clock_->advance(1s);
    auto second = FeatureLog::open(options());
    QCOMPARE(files(directory(), ".tmp").size(), 1U);
    (*first)->close();
    QCOMPARE(readLog(directory()), std::vector<std::string>{"a"});
  }

  void unusableDirectoryIsRefused() {
    QVERIFY(writeFileAtomic(dir_->path() / "log", "a file").ok());
    const auto log = FeatureLog::open(options());
    QVERIFY(!log.ok());
    QVERIFY(messageOf(log.status()).find("log") != std::string::npos);
  }

  void manySubmittersLoseNothing() {
    auto log = FeatureLog::open(options());
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
      threads.emplace_back([&, t] {
        for (int i = 0; i < 500; ++i) (*log)->submit(batchOf({std::to_string(t * 500 + i)}));
      });
    }
    (*log)->flush();
    for (std::thread& thread : threads) thread.join();
    (*log)->close();
    std::vector<std::string> records = readLog(directory());
    std::sort(records.begin(), records.end());
    records.erase(std::unique(records.begin(), records.end()), records.end());
    QCOMPARE(records.size(), 2000U);
  }

  void anIndependentReaderReadsASegment() {
    tensorflow::Example example;
    auto& feature = *example.mutable_features()->mutable_feature();
    feature["distance"].mutable_float_list()->add_value(1.5F);
    feature["origin"].mutable_bytes_list()->add_value("Zürich");
    for (const std::int64_t v : {std::int64_t{-1}, std::int64_t{1} << 40})
      feature["ids"].mutable_int64_list()->add_value(v);
    FeatureLogOptions blocks = options();
    blocks.block_bytes = 1;
    auto log = FeatureLog::open(blocks);
    (*log)->submit(batchOf({example.SerializeAsString(), ""}));
    (*log)->close();
    const auto run = runToEnd({{"/usr/bin/python3", AERIE_SOURCE_DIR "/tests/core/telemetry/read_tfrecord.py",
                                files(directory(), ".zst").at(0).string()},
                               {},
                               {},
                               {}});
    QVERIFY(run.ok());
    QVERIFY2(run->exit.clean(), run->output.c_str());
    const QList<QByteArray> lines = QByteArray::fromStdString(run->output).trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    const QJsonObject row = QJsonDocument::fromJson(lines[0]).object();
    QCOMPARE(row["distance"].toArray(), QJsonArray{1.5});
    QCOMPARE(row["origin"].toArray(), QJsonArray{QString::fromUtf8("Zürich")});
    QCOMPARE(row["ids"].toArray(), (QJsonArray{-1, qint64{1} << 40}));
    QCOMPARE(lines[1], QByteArray("{}"));
  }
};

QTEST_GUILESS_MAIN(TstFeatureLog)
#include "tst_feature_log.moc"
