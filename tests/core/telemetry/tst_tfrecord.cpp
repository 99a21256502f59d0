#include <QtTest>
#include <zstd.h>

#include "core/base/files.h"
#include "core/base/status.h"
#include "core/telemetry/tfrecord.h"

using namespace aerie;
using namespace aerie::telemetry;

namespace {

std::string framed(const std::vector<std::string>& records) {
  std::string out;
  for (const std::string& record : records) appendTfRecord(record, &out);
  return out;
}

std::string compressed(const std::string& bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), 1));
  return out;
}

// All records, or the first error.
absl::StatusOr<std::vector<std::string>> readAll(TfRecordReader reader) {
  std::vector<std::string> records;
  while (true) {
    AERIE_ASSIGN_OR_RETURN(std::optional<std::string> record, reader.next());
    if (!record) return records;
    records.push_back(*std::move(record));
  }
}

absl::StatusOr<std::vector<std::string>> readAll(const std::string& bytes, std::size_t limit = 1 << 20) {
  return readAll(TfRecordReader(memorySource(bytes), "memory", limit));
}

}  // namespace

class TstTfrecord : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void framingMatchesTensorFlow() {
    // The framing of the records "" and "abc", worked out bit by bit in Python from the format's description.
    QCOMPARE(QByteArray::fromStdString(framed({"", "abc"})),
             QByteArray::fromHex("000000000000000029039807d8ea82a2"
                                 "0300000000000000b099490e6162636e57f121"));
  }

  void roundTripsAnyBytes() {
    const std::vector<std::string> records{"", "abc", std::string("\0\xff\n", 3),
                                           std::string(3'000'000, 'x')};
    const auto back = readAll(framed(records), 8 << 20);
    QVERIFY(back.ok());
    QCOMPARE(*back, records);
    QVERIFY(readAll("")->empty());
  }

  void everyTruncationIsRefused() {
    const std::string bytes = framed({"hello", "world!"});
    for (std::size_t size = 1; size < bytes.size(); ++size) {
      const auto back = readAll(bytes.substr(0, size));
      if (size == framed({"hello"}).size()) {
        QVERIFY(back.ok());
        continue;
      }
      QCOMPARE(back.status().code(), absl::StatusCode::kDataLoss);
      QVERIFY(messageOf(back.status()).find("offset " + std::string(size < 21 ? "0" : "21")) !=
              std::string::npos);
    }
  }

  void everyFlippedBitIsRefused() {
    const std::string good = framed({"hello"});
    for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
      std::string bad = good;
      bad[bit / 8] = static_cast<char>(bad[bit / 8] ^ (1 << (bit % 8)));
      QCOMPARE(readAll(bad).status().code(), absl::StatusCode::kDataLoss);
    }
  }

  void tooLongARecordIsRefusedBeforeItIsRead() {
    const auto back = readAll(framed({std::string(2000, 'x')}), 1999);
    QCOMPARE(back.status().code(), absl::StatusCode::kDataLoss);
    QVERIFY(messageOf(back.status()).find("2000") != std::string::npos);
  }

  void anErrorStays() {
    TfRecordReader reader(memorySource("short"), "memory");
    QVERIFY(!reader.next().ok());
    QVERIFY(!reader.next().ok());
  }

  void readsPlainAndCompressedFiles() {
    const auto dir = TempDir::create();
    QVERIFY(dir.ok());
    const std::vector<std::string> records{"one", std::string(500'000, 'y'), "three"};
    QVERIFY(writeFileAtomic(dir->path() / "a.tfrecord", framed(records)).ok());
    // Two zstd frames in one file, the border in the middle of a record.
    const std::string bytes = framed(records);
    QVERIFY(writeFileAtomic(dir->path() / "a.tfrecord.zst",
                            compressed(bytes.substr(0, 100)) + compressed(bytes.substr(100)))
                .ok());
    for (const char* file : {"a.tfrecord", "a.tfrecord.zst"}) {
      auto source = fileSource(dir->path() / file);
      QVERIFY(source.ok());
      const auto back = readAll(TfRecordReader(*source, file));
      QVERIFY2(back.ok(), toText(back.status()).c_str());
      QCOMPARE(*back, records);
    }
    QCOMPARE(fileSource(dir->path() / "none.zst").status().code(), absl::StatusCode::kNotFound);
  }

  void damagedCompressionIsRefused_data() {
    QTest::addColumn<int>("keep");
    QTest::addColumn<bool>("scramble");
    QTest::newRow("cut off") << 20 << false;
    QTest::newRow("cut in the magic number") << 2 << false;
    QTest::newRow("not zstd") << 1000 << true;
  }
  void damagedCompressionIsRefused() {
    QFETCH(const int, keep);
    QFETCH(const bool, scramble);
    const auto dir = TempDir::create();
    std::string bytes = compressed(framed({"some data that compresses badly: 8123640918273"}));
    if (scramble) bytes[0] = 'x';
    bytes.resize(std::min(bytes.size(), static_cast<std::size_t>(keep)));
    QVERIFY(writeFileAtomic(dir->path() / "a.zst", bytes).ok());
    const auto back = readAll(TfRecordReader(*fileSource(dir->path() / "a.zst"), "a.zst"));
    QCOMPARE(back.status().code(), absl::StatusCode::kDataLoss);
  }

  void wholeFramesEndBeforeTheDamage() {
    const std::string one = compressed("first");
    const std::string two = compressed("second");
    QCOMPARE(wholeZstdFrames(one + two), one.size() + two.size());
    QCOMPARE(wholeZstdFrames(one + two.substr(0, two.size() - 1)), one.size());
    QCOMPARE(wholeZstdFrames("nonsense"), std::size_t{0});
    QCOMPARE(wholeZstdFrames(""), std::size_t{0});
  }
};

QTEST_GUILESS_MAIN(TstTfrecord)
#include "tst_tfrecord.moc"
