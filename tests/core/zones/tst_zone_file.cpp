#include <QtTest>

#include "core/base/files.h"
#include "core/zones/part_file.h"
#include "core/zones/zone_file.h"
#include "tests/core/zones/zone_samples.h"
#include "tests/status_checks.h"

using namespace aerie;
using namespace aerie::zones;
using namespace aerie::zones::test;

namespace {

std::string modelOf(std::size_t part) { return fmt::format("m{:03}", part); }

PartDescription samplePart() {
  PartDescription part;
  part.keys = {{"origin", "origin_code"}, {"month", "month"}};
  part.values = {"ATL", "*"};
  part.outputs = {"probability"};
  part.features_digest = std::string(64, 'a');
  part.preprocessor_digest = std::string(64, 'b');
  part.statistics_digest = std::string(64, 'c');
  part.train_rows = 812;
  part.test_rows = 270;
  part.metrics = {{"auc", 0.64}};
  part.data = "flights";
  return part;
}

}  // namespace

class TstZoneFile : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init() {
    auto dir = TempDir::create();
    AERIE_VERIFY_OK(dir);
    dir_ = std::make_unique<TempDir>(std::move(*dir));
    file_ = dir_->path() / "zones.azm";
    AERIE_VERIFY_OK(write(4));
  }

  void partsComeBackAsTheyWere() {
    const auto file = ZoneFile::open(file_);
    AERIE_VERIFY_OK(file);
    QCOMPARE(file->index().parts.size(), std::size_t{5});
    for (std::size_t i = 0; i < 5; ++i) {
      const auto model = file->model(i);
      AERIE_VERIFY_OK(model);
      QCOMPARE(*model, modelOf(i));
    }
  }

  void aDamagedFileIsRefused_data() {
    QTest::addColumn<QString>("damage");
    QTest::addColumn<QString>("message");
    QTest::newRow("empty") << "empty"
                           << "is not a zoned model";
    QTest::newRow("only the magic") << "magic"
                                    << "cut off";
    QTest::newRow("an index longer than the file") << "length"
                                                   << "cut off";
    QTest::newRow("an index over the limit") << "huge"
                                             << "over the limit";
    QTest::newRow("cut in the models") << "cut"
                                       << "part 'ORD.4'";
    QTest::newRow("bytes behind the end") << "tail"
                                          << "the file has 21";
    QTest::newRow("something else") << "other"
                                    << "is not a zoned model";
  }
  void aDamagedFileIsRefused() {
    QFETCH(QString, damage);
    QFETCH(QString, message);
    std::string bytes = *readFile(file_);
    if (damage == "empty") bytes.clear();
    if (damage == "magic") bytes.resize(8);
    if (damage == "length") bytes.replace(8, 4, std::string("\xff\xff\x00\x00", 4));
    if (damage == "huge") bytes.replace(8, 4, "\xff\xff\xff\xff");
    if (damage == "cut") bytes.pop_back();
    if (damage == "tail") bytes += "x";
    if (damage == "other") bytes = "{\"learner\": {}}";
    AERIE_VERIFY_OK(writeFileAtomic(file_, bytes));
    AERIE_VERIFY_FAILS(ZoneFile::open(file_), absl::StatusCode::kInvalidArgument, message.toStdString());
  }

  void aMissingFileIsNamed() {
    AERIE_VERIFY_FAILS(ZoneFile::open(dir_->path() / "none"), absl::StatusCode::kNotFound, "none");
  }

  void aModelThatChangesWhileItIsWrittenLeavesTheOldFile() {
    const std::string before = *readFile(file_);
    AERIE_VERIFY_FAILS(write(5), absl::StatusCode::kFailedPrecondition, "changed while it was read");
    QCOMPARE(*readFile(file_), before);
    QCOMPARE(std::distance(std::filesystem::directory_iterator(dir_->path()), {}), std::ptrdiff_t{1});
  }

  void twoPartsOfOneZoneAreNotWritten() {
    ZoneIndex index = sampleIndex();
    index.parts[4].codes = index.parts[0].codes;
    AERIE_VERIFY_FAILS(writeZoneFile(file_, index, std::vector<std::uint64_t>(5, 4),
                                     [](std::size_t i) { return modelOf(i); }),
                       absl::StatusCode::kInvalidArgument, "both for");
  }

  void aPartDescriptionReadsBack() {
    PartDescription part = samplePart();
    part.left_out = "31 flights";
    const auto again = parsePart(toJson(part), "part.json");
    AERIE_VERIFY_OK(again);
    QCOMPARE(toJson(*again), toJson(part));
  }

  void aBadPartDescriptionIsRefused_data() {
    QTest::addColumn<QString>("find");
    QTest::addColumn<QString>("replace");
    QTest::addColumn<QString>("message");
    QTest::newRow("no JSON") << "{"
                             << ""
                             << "is not JSON";
    QTest::newRow("another format") << "\"format\": 1"
                                    << "\"format\": 7"
                                    << "part format 7";
    QTest::newRow("a field misspelt") << "train_rows"
                                      << "trainrows"
                                      << "train_rows";
    QTest::newRow("a digest cut") << "aaaaaaaa"
                                  << "aaaa"
                                  << "features_digest";
    QTest::newRow("no value") << "\"ATL\""
                              << "\"\""
                              << "'value'";
    QTest::newRow("a value that is no text") << "\"ATL\""
                                             << "3"
                                             << "'value'";
    QTest::newRow("an output that is no name") << "\"probability\""
                                               << "\"a/b\""
                                               << "a/b";
    QTest::newRow("a metric that is no number") << "0.64"
                                                << "\"good\""
                                                << "metrics.auc";
  }
  void aBadPartDescriptionIsRefused() {
    QFETCH(QString, find);
    QFETCH(QString, replace);
    QFETCH(QString, message);
    std::string text = toJson(samplePart());
    const std::size_t at = text.find(find.toStdString());
    QVERIFY2(at != std::string::npos, text.c_str());
    text.replace(at, find.toStdString().size(), replace.toStdString());
    const absl::Status status = parsePart(text, "out/ATL.3/part.json").status();
    QVERIFY(!status.ok());
    QVERIFY2(messageOf(status).find(message.toStdString()) != std::string::npos, messageOf(status).c_str());
    QVERIFY2(messageOf(status).starts_with("out/ATL.3/part.json"), messageOf(status).c_str());
  }

 private:
  absl::Status write(std::uint64_t size) {
    return writeZoneFile(file_, sampleIndex(), std::vector<std::uint64_t>(5, size),
                         [](std::size_t i) { return modelOf(i); });
  }
  std::unique_ptr<TempDir> dir_;
  std::filesystem::path file_;
};

QTEST_APPLESS_MAIN(TstZoneFile)
#include "tst_zone_file.moc"
